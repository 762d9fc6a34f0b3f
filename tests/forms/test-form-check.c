/* SPDX-License-Identifier: EUPL-1.2 */
/* What the check of a form tells: for each kind of fault its code, its line and its place, and an
 * author's own words in the sentence. */
#include "config.h"
#include "test-form-helper.h"

/* The instance stands on line 3; what follows it in the model on 4 and on, and the body behind. */
#define TOP                                                                                        \
  "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\" "      \
  "xmlns:jr=\"http://openrosa.org/javarosa\" xmlns:odk=\"http://www.opendatakit.org/xforms\">\n"   \
  "<h:head><h:title>T</h:title><model>\n"
#define DATA "<instance><data id=\"f\"><a/><b/><r><c/></r></data></instance>\n"
#define END "</model></h:head><h:body>\n"
#define TAIL "\n</h:body></h:html>"

typedef struct
{
  const char *name;
  const char *text;
  RkFormSeverity severity;
  const char *code;
  int line;
  const char *ref;     /* NULL: none is looked for */
  const char *says[3]; /* parts of the sentence */
} Fault;

static const Fault faults[] = {
  { "not-xml",
    TOP DATA "<bind nodeset=\"/data/a\">\n" END TAIL,
    RK_FORM_SEVERITY_ERROR,
    "not-xml",
    5,
    NULL,
    { "test.xml" } },
  { "doctype",
    "<?xml version=\"1.0\"?>\n<!DOCTYPE x>\n<x/>",
    RK_FORM_SEVERITY_ERROR,
    "not-xml",
    2,
    NULL,
    { "DOCTYPE" } },
  { "not-a-form",
    "<?xml version=\"1.0\"?>\n\n<note>x</note>",
    RK_FORM_SEVERITY_ERROR,
    "not-a-form",
    3,
    NULL,
    { "h:html" } },
  { "no-model",
    "<h:html xmlns:h=\"http://www.w3.org/1999/xhtml\">\n<h:head>\n</h:head><h:body/></h:html>",
    RK_FORM_SEVERITY_ERROR,
    "no-model",
    2,
    NULL,
    { "“model”" } },
  { "no-root",
    TOP "<instance>\n</instance>" END TAIL,
    RK_FORM_SEVERITY_ERROR,
    "no-root",
    3,
    NULL,
    { "“instance”" } },
  { "multiple-roots",
    TOP "<instance><data id=\"f\"/>\n<more/></instance>" END TAIL,
    RK_FORM_SEVERITY_ERROR,
    "multiple-roots",
    4,
    NULL,
    { "“data”", "“more”" } },
  { "no-id",
    TOP "<instance>\n<data><a/></data></instance>" END TAIL,
    RK_FORM_SEVERITY_ERROR,
    "no-id",
    4,
    NULL,
    { "“data”", "“id”" } },
  { "unknown-function",
    TOP DATA "<bind nodeset=\"/data/a\"\n  calculate=\"nope(1) + 2\"/>" END TAIL,
    RK_FORM_SEVERITY_ERROR,
    "unknown-function",
    4,
    "/data/a",
    { "“calculate”", "nope()", "nope(1) + 2" } },
  { "arity",
    TOP DATA "\n<bind nodeset=\"/data/a\" relevant=\"not(1, 2)\"/>" END TAIL,
    RK_FORM_SEVERITY_ERROR,
    "arity",
    5,
    "/data/a",
    { "“relevant”", "/data/a", "not(1, 2)" } },
  { "syntax",
    TOP DATA "<bind nodeset=\"/data/b\" constraint=\". &gt; \"/>" END TAIL,
    RK_FORM_SEVERITY_ERROR,
    "xpath-syntax",
    4,
    "/data/b",
    { "“constraint”", "“. >”" } },
  { "prefix",
    TOP DATA "<bind nodeset=\"/data/b\" required=\"zz:f(1)\"/>" END TAIL,
    RK_FORM_SEVERITY_ERROR,
    "unknown-prefix",
    4,
    "/data/b",
    { "“required”", "“zz”", "zz:f(1)" } },
  { "cycle",
    TOP DATA "<bind nodeset=\"/data/a\" calculate=\"/data/b\"/>\n"
             "<bind nodeset=\"/data/b\" calculate=\"/data/a\"/>" END TAIL,
    RK_FORM_SEVERITY_ERROR,
    "cycle",
    5,
    "/data/b",
    { "/data/a", "/data/b", "→" } },
  { "self",
    TOP DATA "<bind nodeset=\"/data/a\"\n\n calculate=\". + 1\"/>" END TAIL,
    RK_FORM_SEVERITY_ERROR,
    "cycle",
    4,
    "/data/a",
    { "/data/a", ". + 1" } },
  { "event",
    TOP DATA "<setvalue ref=\"/data/a\" event=\"odk-first\nmy-event\" value=\"1\"/>" END TAIL,
    RK_FORM_SEVERITY_ERROR,
    "unknown-event",
    4,
    NULL,
    { "“odk-first”", "/data/a" } },
  { "new-repeat-in-model",
    TOP DATA "\n\n<setvalue ref=\"/data/r/c\" event=\"odk-new-repeat\" value=\"1\"/>" END TAIL,
    RK_FORM_SEVERITY_ERROR,
    "misplaced-event",
    6,
    NULL,
    { "/data/r/c", "odk-new-repeat" } },
  { "action-syntax",
    TOP DATA "<setvalue ref=\"/data/a\" event=\"odk-instance-load\" value=\"1 +\"/>" END TAIL,
    RK_FORM_SEVERITY_ERROR,
    "xpath-syntax",
    4,
    "/data/a",
    { "“setvalue”", "/data/a", "1 +" } },
  { "instance-twice",
    TOP DATA "<instance id=\"x\"><r/></instance>\n<instance id=\"x\"><r/></instance>" END TAIL,
    RK_FORM_SEVERITY_ERROR,
    "duplicate-instance",
    5,
    NULL,
    { "“x”" } },
  { "range-number",
    TOP DATA "<bind nodeset=\"/data/a\" type=\"int\"/>" END
             "<range ref=\"/data/a\" start=\"one\" end=\"5\" step=\"1\"/>" TAIL,
    RK_FORM_SEVERITY_ERROR,
    "bad-range",
    5,
    "/data/a",
    { "“start”", "/data/a", "one" } },
  { "range-of-text",
    TOP DATA END "<range ref=\"/data/a\" start=\"1\" end=\"5\" step=\"1\"/>" TAIL,
    RK_FORM_SEVERITY_ERROR,
    "range-type",
    5,
    "/data/a",
    { "/data/a", "int", "decimal" } },
  { "itemset",
    TOP DATA END
    "<select1 ref=\"/data/a\"><label>A</label>\n<itemset nodeset=\"/data/b\"/></select1>" TAIL,
    RK_FORM_SEVERITY_ERROR,
    "bad-itemset",
    6,
    "/data/a",
    { "/data/a" } },
  { "output",
    TOP DATA END "<input ref=\"/data/a\">\n<label>x <output value=\"1 +\"/></label></input>" TAIL,
    RK_FORM_SEVERITY_ERROR,
    "xpath-syntax",
    6,
    "/data/a",
    { "“output”", "/data/a", "1 +" } },
  { "count",
    TOP DATA END "\n<repeat nodeset=\"/data/r\" jr:count=\"f(\"/>" TAIL,
    RK_FORM_SEVERITY_ERROR,
    "unknown-function",
    6,
    "/data/r",
    { "“jr:count”", "/data/r" } },
  { "no-such-node",
    TOP DATA "\n<bind nodeset=\"/data/zz\" type=\"int\"/>" END TAIL,
    RK_FORM_SEVERITY_WARNING,
    "no-such-node",
    5,
    "/data/zz",
    { "/data/zz" } },
  { "no-such-control",
    TOP DATA END "<input ref=\"/data/zz\"/>" TAIL,
    RK_FORM_SEVERITY_WARNING,
    "no-such-node",
    5,
    "/data/zz",
    { "“input”", "/data/zz" } },
  { "duplicate-bind",
    TOP DATA "<bind nodeset=\"/data/a\" required=\"true()\"/>\n<bind nodeset=\"/data/a\" "
             "required=\"false()\"/>" END TAIL,
    RK_FORM_SEVERITY_WARNING,
    "duplicate-bind",
    5,
    "/data/a",
    { "/data/a", "“required”" } },
  { "duplicate-control",
    TOP DATA END "<input ref=\"/data/a\"/>\n<input ref=\"/data/a\"/>" TAIL,
    RK_FORM_SEVERITY_WARNING,
    "duplicate-control",
    6,
    "/data/a",
    { "/data/a" } },
  { "same-name",
    TOP "<instance><data id=\"f\"><a/>\n<a/></data></instance>" END TAIL,
    RK_FORM_SEVERITY_WARNING,
    "same-name",
    4,
    "/data/a",
    { "/data/a" } },
  { "calculate-on-group",
    TOP DATA "<bind nodeset=\"/data/r\" calculate=\"1\"/>" END TAIL,
    RK_FORM_SEVERITY_WARNING,
    "calculate-on-group",
    4,
    "/data/r",
    { "/data/r", "“calculate”" } },
  { "missing-attachment",
    TOP DATA "\n<instance id=\"x\" src=\"jr://file-csv/wards.csv\"/>" END TAIL,
    RK_FORM_SEVERITY_WARNING,
    "missing-attachment",
    5,
    NULL,
    { "“wards.csv”" } },
  { "sensor",
    TOP DATA "<odk:setgeopoint ref=\"/data/a\" event=\"odk-instance-first-load\"/>" END TAIL,
    RK_FORM_SEVERITY_WARNING,
    "action-not-done",
    4,
    "/data/a",
    { "“setgeopoint”", "/data/a" } },
  { "encryption",
    TOP DATA "<submission\n  base64RsaPublicKey=\"MIIB\"/>" END TAIL,
    RK_FORM_SEVERITY_WARNING,
    "not-encrypted",
    4,
    NULL,
    { "encrypt" } },
};

static const RkFormMessage *
find_message (GPtrArray *messages, const Fault *fault)
{
  for (guint i = 0; i < messages->len; i++)
    {
      const RkFormMessage *message = g_ptr_array_index (messages, i);

      if (g_str_equal (message->code, fault->code))
        return message;
    }
  g_error ("%s is not found", fault->code);
}

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;
  g_autoptr (GPtrArray) messages =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rk_form_message_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form = form_from_text (fault->text, messages, &error);
  const RkFormMessage *message = find_message (messages, fault);

  g_assert_true ((form == NULL) == (fault->severity == RK_FORM_SEVERITY_ERROR));
  g_assert_cmpint (message->severity, ==, fault->severity);
  g_assert_cmpint (message->line, ==, fault->line);
  if (fault->ref != NULL)
    g_assert_cmpstr (message->ref, ==, fault->ref);
  for (guint i = 0; i < G_N_ELEMENTS (fault->says) && fault->says[i] != NULL; i++)
    if (strstr (message->message, fault->says[i]) == NULL)
      g_error ("“%s” does not say %s", message->message, fault->says[i]);
  /* a whole sentence: author and person read it alone */
  g_assert_true (g_unichar_isupper (g_utf8_get_char (message->message)) ||
                 g_str_has_prefix (message->message, "“") || *message->message == '/');
  g_assert_true (g_str_has_suffix (message->message, "."));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form-check/%s", faults[i].name);

      g_test_add_data_func (path, &faults[i], test_fault);
    }
  return g_test_run ();
}
