/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading a form, and refusing what is none: with a sentence that names the place. */
#include "config.h"
#include "test-form-helper.h"

#include <glib/gstdio.h>
#include <string.h>

#define DATA "<data id=\"f\" version=\"7\"><a/><b/><c/></data>"

static void
test_tells_what_it_is (void)
{
  g_autoptr (RkForm) form = form_new (DATA, "<bind nodeset=\"/data/a\" rk:unit=\"VTE\"/>", "");

  g_assert_cmpstr (rk_form_get_id (form), ==, "f");
  g_assert_cmpstr (rk_form_get_version (form), ==, "7");
  g_assert_cmpstr (rk_form_get_title (form), ==, "Test form");
  g_assert_cmpstr (rk_form_get_languages (form)[0], ==, "");
  g_assert_null (rk_form_get_languages (form)[1]);
  g_assert_cmpstr (rk_form_get_bind_attribute (form, "/data/a", "unit"), ==, "VTE");
  g_assert_null (rk_form_get_bind_attribute (form, "/data/a", "warning"));
  g_assert_null (rk_form_get_bind_attribute (form, "/data/b", "unit"));
}

static void
test_body_is_a_tree_of_controls (void)
{
  g_autoptr (RkForm) form =
      form_new ("<data id=\"f\"><g><a/></g><n/></data>", "<bind nodeset=\"/data/n\" type=\"int\"/>",
                "<group ref=\"/data/g\" appearance=\"field-list w1\"><select1 ref=\"a\"/></group>"
                "<range ref=\"/data/n\" start=\"0\" end=\"5\" step=\"0.5\"/>");
  const RkControl *body = rk_form_get_body (form);
  const RkControl *group = g_ptr_array_index (body->children, 0);
  const RkControl *select = g_ptr_array_index (group->children, 0);
  const RkControl *range = g_ptr_array_index (body->children, 1);

  g_assert_cmpint (group->type, ==, RK_CONTROL_GROUP);
  g_assert_true (rk_control_has_appearance (group, "field-list"));
  g_assert_false (rk_control_has_appearance (group, "field"));
  g_assert_cmpint (select->type, ==, RK_CONTROL_SELECT1);
  g_assert_cmpstr (select->nodeset, ==, "/data/g/a");
  g_assert_true (select->parent == group);
  g_assert_cmpfloat (range->range_step, ==, 0.5);
}

static void
test_secondary_instances_are_found (void)
{
  g_autoptr (RkForm) form =
      form_new (DATA, "<instance id=\"list\"><root><item><name>x</name></item></root></instance>",
                "");

  g_assert_cmpstr ((const char *) rk_form_get_instance (form, "list")->name, ==, "root");
  g_assert_null (rk_form_get_instance (form, "other"));
}

static void
test_missing_attachment_is_a_warning (void)
{
  g_autoptr (GPtrArray) messages =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rk_form_message_free);
  g_autofree char *text =
      form_text (DATA, "<instance id=\"x\" src=\"jr://file-csv/wards.csv\"/>", "");
  g_autoptr (RkForm) form = form_from_text (text, messages, NULL);
  const RkFormMessage *message;

  g_assert_nonnull (form);
  g_assert_cmpstr (rk_form_get_attachments (form)[0], ==, "MISSING:wards.csv");
  g_assert_cmpuint (messages->len, ==, 1);
  message = g_ptr_array_index (messages, 0);
  g_assert_cmpint (message->severity, ==, RK_FORM_SEVERITY_WARNING);
  g_assert_cmpstr (message->code, ==, "missing-attachment");
}

/* --- what is refused -------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  const char *instance;
  const char *model;
  const char *body;
  const char *code;
  const char *says; /* part of the sentence */
} Bad;

static const Bad bad_forms[] = {
  { "two-roots", "<data id=\"f\"/><more/>", "", "", "multiple-roots", "“data” and “more”" },
  { "no-root", "", "", "", "no-root", "instance" },
  { "no-id", "<data/>", "", "", "no-id", "“data”" },
  { "cycle", DATA,
    "<bind nodeset=\"/data/a\" calculate=\"/data/b + 1\"/>\n"
    "<bind nodeset=\"/data/b\" calculate=\"/data/a + 1\"/>",
    "", "cycle", "/data/b → /data/a" },
  { "cycle-of-relevance", DATA,
    "<bind nodeset=\"/data/a\" relevant=\"/data/b &gt; 0\"/>"
    "<bind nodeset=\"/data/b\" relevant=\"/data/a &gt; 0\"/>",
    "", "cycle", "/data/a" },
  { "self", DATA, "<bind nodeset=\"/data/a\" calculate=\". + 1\"/>", "", "cycle", "/data/a" },
  { "self-relevance", DATA, "<bind nodeset=\"/data/a\" relevant=\". = ''\"/>", "", "cycle",
    "/data/a" },
  { "unknown-function", DATA, "<bind nodeset=\"/data/a\" calculate=\"nope(1)\"/>", "",
    "unknown-function", "nope" },
  { "arity", DATA, "<bind nodeset=\"/data/a\" relevant=\"not()\"/>", "", "arity", "not()" },
  { "syntax", DATA, "<bind nodeset=\"/data/a\" constraint=\"(. &gt; 0 and . &lt; )\"/>", "",
    "xpath-syntax", "/data/a" },
  { "syntax-in-output", DATA, "",
    "<input ref=\"/data/a\"><label>x <output value=\"1 +\"/></label></input>", "xpath-syntax",
    "/data/a" },
  { "syntax-in-itemset", DATA, "",
    "<select1 ref=\"/data/a\"><itemset nodeset=\"]\"><value ref=\"n\"/></itemset></select1>",
    "xpath-syntax", "/data/a" },
  { "itemset-without-value", DATA, "",
    "<select1 ref=\"/data/a\"><itemset nodeset=\"/data/b\"/></select1>", "bad-itemset", "/data/a" },
  { "prefix", DATA, "<bind nodeset=\"/data/a\" calculate=\"zz:f(1)\"/>", "", NULL, "/data/a" },
  { "range-number", DATA, "<bind nodeset=\"/data/a\" type=\"int\"/>",
    "<range ref=\"/data/a\" start=\"-2.0.1\" end=\"5\" step=\"1\"/>", "bad-range", "-2.0.1" },
  { "range-missing", DATA, "<bind nodeset=\"/data/a\" type=\"int\"/>",
    "<range ref=\"/data/a\" start=\"1\" end=\"5\"/>", "bad-range", "step" },
  { "range-step", DATA, "<bind nodeset=\"/data/a\" type=\"int\"/>",
    "<range ref=\"/data/a\" start=\"1\" end=\"5\" step=\"0\"/>", "bad-range", "/data/a" },
  { "range-of-text", DATA, "<bind nodeset=\"/data/a\" type=\"string\"/>",
    "<range ref=\"/data/a\" start=\"1\" end=\"5\" step=\"1\"/>", "range-type", "/data/a" },
  { "event", DATA, "<setvalue ref=\"/data/a\" event=\"my-event\" value=\"1\"/>", "",
    "unknown-event", "my-event" },
  { "new-repeat-in-model", DATA, "<setvalue ref=\"/data/a\" event=\"odk-new-repeat\"/>", "",
    "misplaced-event", "odk-new-repeat" },
  { "instance-twice", DATA, "<instance id=\"x\"><r/></instance><instance id=\"x\"><r/></instance>",
    "", "duplicate-instance", "“x”" },
};

static void
test_refuses (gconstpointer data)
{
  const Bad *bad = data;
  g_autoptr (GPtrArray) messages =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rk_form_message_free);
  g_autofree char *text = form_text (bad->instance, bad->model, bad->body);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form = form_from_text (text, messages, &error);
  const RkFormMessage *message = NULL;

  g_assert_null (form);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "test.xml"));
  for (guint i = 0; i < messages->len && message == NULL; i++)
    {
      const RkFormMessage *candidate = g_ptr_array_index (messages, i);

      message = candidate->severity == RK_FORM_SEVERITY_ERROR ? candidate : NULL;
    }
  g_assert_nonnull (message);
  if (bad->code != NULL)
    g_assert_cmpstr (message->code, ==, bad->code);
  if (strstr (message->message, bad->says) == NULL)
    g_error ("“%s” does not name %s", message->message, bad->says);
  if (!g_str_equal (message->code, "no-root"))
    g_assert_cmpint (message->line, >, 0);
}

static void
assert_refused (const char *text, int code, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form = form_from_text (text, NULL, &error);

  g_assert_null (form);
  g_assert_error (error, RK_FORM_ERROR, code);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say %s", error->message, says);
}

static void
test_refuses_what_is_not_xml (void)
{
  assert_refused ("", RK_FORM_ERROR_NOT_XML, "empty");
  assert_refused ("PK\003\004zip", RK_FORM_ERROR_NOT_XML, "line 1");
  assert_refused ("<a>\n<b>\n</a>", RK_FORM_ERROR_NOT_XML, "line 3");
  assert_refused ("<?xml version=\"1.0\"?><a/>", RK_FORM_ERROR_NOT_FORM, "h:html");
}

static void
test_refuses_entity_bomb (void)
{
  assert_refused (
      "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;&x;\">]><a b=\"&y;\">&y;</a>",
      RK_FORM_ERROR_NOT_XML, "DOCTYPE");
  assert_refused ("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", RK_FORM_ERROR_NOT_XML,
                  "DOCTYPE");
}

static void
test_refuses_deep_nesting (void)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < 100000; i++)
    g_string_append (text, "<a>");
  assert_refused (text->str, RK_FORM_ERROR_NOT_XML, "not well-formed");
  g_string_free (text, TRUE);
}

static void
test_refuses_huge_file_before_reading (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "huge.xml", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form = NULL;
  FILE *file;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  file = g_fopen (path, "w");
  g_assert_cmpint (fseek (file, 500L * 1024 * 1024, SEEK_SET), ==, 0);
  g_assert_cmpint (fputc ('x', file), ==, 'x');
  fclose (file);
  form = rk_form_new_from_file (path, NULL, NULL, &error);
  g_assert_error (error, RK_FORM_ERROR, RK_FORM_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "huge.xml"));
  g_unlink (path);
}

static void
test_unreadable_file_is_a_file_error (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form = rk_form_new_from_file ("/nonexistent/x.xml", NULL, NULL, &error);

  g_assert_null (form);
  g_assert_true (error->domain == G_FILE_ERROR);
}

/* A question that reads itself and comes to rest is no cycle. */
static void
test_accepts_reading_itself_at_rest (void)
{
  g_autoptr (RkForm) form =
      form_new (DATA,
                "<bind nodeset=\"/data/a\" calculate=\"if(. = '', 'new', .)\"/>"
                "<bind nodeset=\"/data/b\" calculate=\"once(random())\" constraint=\". &gt; 0\"/>"
                "<bind nodeset=\"/data/c\" calculate=\"coalesce(/data/c, 'x')\"/>",
                "");

  g_assert_nonnull (form);
}

static void
test_warns_of_what_leads_nowhere (void)
{
  g_autoptr (GPtrArray) messages =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rk_form_message_free);
  g_autofree char *text =
      form_text (DATA, "<bind nodeset=\"/data/nowhere\" required=\"true()\"/>",
                 "<input ref=\"/data/gone\"><label>x</label></input><input ref=\"/data/a\"/>"
                 "<input ref=\"/data/a\"/>");
  g_autoptr (RkForm) form = form_from_text (text, messages, NULL);
  const char *codes[] = { "no-such-node", "no-such-node", "duplicate-control" };

  g_assert_nonnull (form);
  g_assert_cmpuint (messages->len, ==, G_N_ELEMENTS (codes));
  for (guint i = 0; i < messages->len; i++)
    g_assert_cmpstr (((RkFormMessage *) g_ptr_array_index (messages, i))->code, ==, codes[i]);
}

/* --- what a calculation is made of ------------------------------------------------------------ */

static void
assert_sources (RkForm *form, const char *nodeset, const char *expected)
{
  g_autoptr (GPtrArray) sources = rk_form_list_sources (form, nodeset);
  g_autofree char *found = NULL;

  g_ptr_array_add (sources, NULL);
  found = g_strjoinv (" ", (char **) sources->pdata);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_sources_are_what_people_answer (void)
{
  g_autoptr (RkForm) form = form_new (
      "<data id=\"f\"><a/><b/><r><x/></r><n/><half/><sum/><rows/><part/><list/><note/></data>",
      "<bind nodeset=\"/data/half\" calculate=\"/data/b div 2\"/>"
      "<bind nodeset=\"/data/sum\" relevant=\"/data/n = 1\""
      " calculate=\"/data/half + /data/a + /data/note\"/>"
      "<bind nodeset=\"/data/rows\" calculate=\"count(/data/r)\"/>"
      "<bind nodeset=\"/data/part\" calculate=\"sum(/data/r/x)\"/>"
      "<bind nodeset=\"/data/list\" calculate=\"coalesce(/data/list, /data/sum)\"/>"
      "<bind nodeset=\"/data/note\" readonly=\"true()\"/>",
      "<input ref=\"/data/a\"/><input ref=\"/data/b\"/><input ref=\"/data/n\"/>"
      "<input ref=\"/data/half\"/><input ref=\"/data/note\"><label>Read this</label></input>"
      "<group ref=\"/data/r\"><repeat nodeset=\"/data/r\"><input ref=\"/data/r/x\"/></repeat>"
      "</group>");

  assert_sources (form, "/data/half", "/data/b");
  assert_sources (form, "/data/sum", "/data/a /data/b /data/n");
  assert_sources (form, "/data/rows", "/data/r");
  assert_sources (form, "/data/part", "/data/r/x");
  assert_sources (form, "/data/list", "/data/a /data/b /data/n"); /* itself is none */
  assert_sources (form, "/data/a", "");
  assert_sources (form, "/data/nowhere", "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/form/tells-what-it-is", test_tells_what_it_is);
  g_test_add_func ("/form/body-is-a-tree-of-controls", test_body_is_a_tree_of_controls);
  g_test_add_func ("/form/secondary-instances-are-found", test_secondary_instances_are_found);
  g_test_add_func ("/form/missing-attachment-is-a-warning", test_missing_attachment_is_a_warning);
  for (guint i = 0; i < G_N_ELEMENTS (bad_forms); i++)
    {
      g_autofree char *name = g_strconcat ("/form/refuses/", bad_forms[i].name, NULL);

      g_test_add_data_func (name, &bad_forms[i], test_refuses);
    }
  g_test_add_func ("/form/refuses-what-is-not-xml", test_refuses_what_is_not_xml);
  g_test_add_func ("/form/refuses-entity-bomb", test_refuses_entity_bomb);
  g_test_add_func ("/form/refuses-deep-nesting", test_refuses_deep_nesting);
  g_test_add_func ("/form/refuses-huge-file-before-reading", test_refuses_huge_file_before_reading);
  g_test_add_func ("/form/unreadable-file-is-a-file-error", test_unreadable_file_is_a_file_error);
  g_test_add_func ("/form/accepts-reading-itself-at-rest", test_accepts_reading_itself_at_rest);
  g_test_add_func ("/form/warns-of-what-leads-nowhere", test_warns_of_what_leads_nowhere);
  g_test_add_func ("/form/sources-are-what-people-answer", test_sources_are_what_people_answer);
  return g_test_run ();
}
