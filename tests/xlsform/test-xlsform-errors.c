/* SPDX-License-Identifier: EUPL-1.2 */
/* Each fault is told where it stands: code, sheet, row, column. */
#include "rk-error.h"
#include "xlsform-fixture.h"

#define LISTS "| choices |\n| | list_name | name | label |\n| | l | a | A |\n| | l | b b | B |\n"

typedef struct
{
  const char *name, *md;
  const char *code, *sheet, *column;
  int row;
  const char *says; /* (nullable): words that the message holds */
} Case;

static const Case cases[] = {
  { "no-survey", "| vragen |\n| | type |\n", "no-survey", NULL, NULL, 0, "no XLSForm" },
  { "misspelt-survey", "| surveys |\n| | type |\n", "no-survey", "surveys", NULL, 0, "Rename" },
  { "empty-sheet", "| survey |\n", "empty-sheet", "survey", NULL, 0 },
  { "no-type-column", "| survey |\n| | name | label |\n| | a | A |\n", "no-column", "survey", NULL,
    1, "type" },
  { "empty-form", "| survey |\n| | type | name |\n", "empty-form", "survey", NULL, 0 },
  { "duplicate-column", "| survey |\n| | type | name | label | caption |\n| | text | a | A | B |\n",
    "duplicate-column", "survey", "caption", 1 },
  { "unknown-type", "| survey |\n| | type | name | label |\n| | selectone l | a | A |\n",
    "unknown-type", "survey", "type", 2 },
  { "no-list-named", "| survey |\n| | type | name | label |\n| | select_one | a | A |\n" LISTS,
    "no-list", "survey", "type", 2 },
  { "no-choices-sheet", "| survey |\n| | type | name | label |\n| | select_one l | a | A |\n",
    "unknown-list", "survey", "type", 2, "choices is missing" },
  { "nearest-list", "| survey |\n| | type | name | label |\n| | select_one ll | a | A |\n" LISTS,
    "unknown-list", "survey", "type", 2, "“l”" },
  { "answers-to-the-form",
    "| survey |\n| | type | name | label |\n| | text | a | A |\n| | select_one ${data} | b | B |\n",
    "unknown-list", "survey", "type", 3, "the form itself" },
  { "bad-file", "| survey |\n| | type | name | label |\n| | select_one_from_file a.txt | a | A |\n",
    "bad-file", "survey", "type", 2 },
  { "file-elsewhere",
    "| survey |\n| | type | name | label |\n| | select_one_from_file ../a.csv | a | A |\n",
    "bad-file", "survey", "type", 2 },
  { "blank-in-choice",
    "| survey |\n| | type | name | label |\n| | select_multiple l | a | A |\n" LISTS,
    "blank-in-choice", "choices", "name", 3 },
  { "similar-file",
    "| survey |\n| | type | name | label |\n| | select_one_from_file a.csv | x | X |\n"
    "| | select_one_from_file a.xml | y | Y |\n",
    "duplicate-instance", "survey", "type", 3 },
  { "meta", "| survey |\n| | type | name | label |\n| | text | meta | A |\n", "bad-name", "survey",
    "name", 2 },
  { "colon", "| survey |\n| | type | name | label |\n| | text | x:y | A |\n", "bad-name", "survey",
    "name", 2 },
  { "repeat-as-root",
    "| survey |\n| | type | name | label |\n| | begin repeat | data | A |\n| | text | a | A |\n"
    "| | end repeat | | |\n",
    "bad-name", "survey", "name", 2 },
  { "repeats-of-one-name",
    "| survey |\n| | type | name | label |\n| | begin repeat | r | R |\n| | text | a | A |\n"
    "| | end repeat | | |\n| | begin group | g | G |\n| | begin repeat | r | R |\n"
    "| | text | b | B |\n| | end repeat | | |\n| | end group | | |\n",
    "duplicate-name", "survey", "name", 6 },
  { "required-group",
    "| survey |\n| | type | name | label | required |\n| | begin group | g | G | yes |\n"
    "| | text | a | A | |\n| | end group | | | |\n",
    "required-group", "survey", "required", 2 },
  { "crossed",
    "| survey |\n| | type | name | label |\n| | begin group | g | G |\n| | begin repeat | r | R |\n"
    "| | text | a | A |\n| | end group | | |\n",
    "unclosed", "survey", "type", 3, "end_repeat" },
  { "ambiguous",
    "| survey |\n| | type | name | label | relevant |\n| | begin group | g | G | |\n"
    "| | text | a | A | |\n| | end group | | | |\n| | text | a | A | |\n"
    "| | text | b | B | ${a} = 1 |\n",
    "ambiguous-name", "survey", "relevant", 6 },
  { "unknown-in-label", "| survey |\n| | type | name | label::nl |\n| | text | a | Dag ${naam} |\n",
    "unknown-name", "survey", "label::nl", 2 },
  { "unknown-in-choice",
    "| survey |\n| | type | name | label |\n| | select_one l | a | A |\n"
    "| choices |\n| | list_name | name | label |\n| | l | x | Van ${wie} |\n",
    "unknown-name", "choices", "label", 2 },
  { "unknown-in-filter",
    "| survey |\n| | type | name | label | choice_filter |\n| | select_one l | a | A | x = ${b} "
    "|\n" LISTS,
    "unknown-name", "survey", "choice_filter", 2 },
  { "bad-filter",
    "| survey |\n| | type | name | label | choice_filter |\n| | select_one l | a | A | x = = 1 "
    "|\n" LISTS,
    "xpath-syntax", "survey", "choice_filter", 2 },
  { "unknown-in-count",
    "| survey |\n| | type | name | label | repeat_count |\n| | begin repeat | r | R | ${n} |\n"
    "| | text | a | A | |\n| | end repeat | | | |\n",
    "unknown-name", "survey", "repeat_count", 2 },
  { "bad-default",
    "| survey |\n| | type | name | label | default |\n| | text | a | A | concat(1, |\n",
    "xpath-syntax", "survey", "default", 2 },
  { "wrong-number-of-arguments",
    "| survey |\n| | type | name | label | calculation |\n| | text | a | A | if(1, 2) |\n",
    "xpath-syntax", "survey", "calculation", 2 },
  { "bad-trigger", "| survey |\n| | type | name | label | trigger |\n| | text | a | A | b |\n",
    "bad-trigger", "survey", "trigger", 2 },
  { "unknown-trigger",
    "| survey |\n| | type | name | label | trigger |\n| | text | a | A | ${bb} |\n", "unknown-name",
    "survey", "trigger", 2 },
  { "no-trigger",
    "| survey |\n| | type | name | label |\n| | text | a | A |\n"
    "| | background-geopoint | b | |\n",
    "no-trigger", "survey", NULL, 3 },
  { "no-parameter", "| survey |\n| | type | name | label | parameters |\n| | text | a | A | x |\n",
    "bad-parameter", "survey", "parameters", 2 },
  { "unknown-parameter",
    "| survey |\n| | type | name | label | parameters |\n| | text | a | A | start=1 |\n",
    "bad-parameter", "survey", "parameters", 2, "rows" },
  { "range-step",
    "| survey |\n| | type | name | label | parameters |\n| | range | a | A | start=1 end=3 step=5 "
    "|\n",
    "bad-range", "survey", "parameters", 2 },
  { "range-zero",
    "| survey |\n| | type | name | label | parameters |\n| | range | a | A | step=0 |\n",
    "bad-range", "survey", "parameters", 2 },
  { "seed-without-randomize",
    "| survey |\n| | type | name | label | parameters |\n| | select_one l | a | A | seed=1 "
    "|\n" LISTS,
    "bad-parameter", "survey", "parameters", 2 },
  { "bad-quality",
    "| survey |\n| | type | name | label | parameters |\n| | audio | a | A | quality=best |\n",
    "bad-parameter", "survey", "parameters", 2, "voice-only" },
  { "audit-places",
    "| survey |\n| | type | name | label | parameters |\n| | text | a | A | |\n"
    "| | audit | | | location-priority=balanced |\n",
    "bad-parameter", "survey", "parameters", 3 },
  { "audit-name", "| survey |\n| | type | name | label |\n| | text | a | A |\n| | audit | x | |\n",
    "bad-name", "survey", "name", 3 },
  { "other-with-filter",
    "| survey |\n| | type | name | label | choice_filter |\n"
    "| | select_one l or_other | a | A | x = 1 |\n" LISTS,
    "other-with-filter", "survey", "choice_filter", 2 },
  { "big-image-alone",
    "| survey |\n| | type | name | label | big-image |\n| | text | a | A | x.png |\n", "big-image",
    "survey", "big-image", 2 },
  { "bad-attribute", "| survey |\n| | type | name | label | bind::x:y |\n| | text | a | A | 1 |\n",
    "bad-attribute", "survey", "bind::x:y", 2 },
  { "table-lists-differ",
    "| survey |\n| | type | name | label | appearance |\n| | begin group | g | G | table-list |\n"
    "| | select_one l | a | A | |\n| | select_one m | b | B | |\n| | end group | | | |\n"
    "| choices |\n| | list_name | name | label |\n| | l | x | X |\n| | m | y | Y |\n",
    "table-list", "survey", "type", 4 },
  { "save-to-nothing", "| survey |\n| | type | name | label | save_to |\n| | text | a | A | x |\n",
    "no-entities", "survey", "save_to", 2 },
  { "reserved-save-to",
    "| survey |\n| | type | name | label | save_to |\n| | text | a | A | Name |\n"
    "| entities |\n| | dataset | label |\n| | t | ${a} |\n",
    "bad-save-to", "survey", "save_to", 2 },
  { "dataset-name",
    "| survey |\n| | type | name | label |\n| | text | a | A |\n"
    "| entities |\n| | dataset | label |\n| | a.b | ${a} |\n",
    "bad-name", "entities", "dataset", 2 },
  { "entity-without-label",
    "| survey |\n| | type | name | label |\n| | text | a | A |\n"
    "| entities |\n| | dataset | label |\n| | t | |\n",
    "no-label", "entities", "label", 2 },
  { "second-entity",
    "| survey |\n| | type | name | label |\n| | text | a | A |\n"
    "| entities |\n| | dataset | label |\n| | t | ${a} |\n| | u | ${a} |\n",
    "second-entity", "entities", NULL, 3 },
  { "bad-root-name",
    "| survey |\n| | type | name | label |\n| | text | a | A |\n"
    "| settings |\n| | name |\n| | 1 a |\n",
    "bad-name", "settings", "name", 2 },
  { "bad-instance-name",
    "| survey |\n| | type | name | label |\n| | text | a | A |\n"
    "| settings |\n| | instance_name |\n| | ${aa} |\n",
    "unknown-name", "settings", "instance_name", 2, "${a}" },
  { "encrypted-without-id",
    "| survey |\n| | type | name | label |\n| | text | a | A |\n"
    "| settings |\n| | omit_instanceID | public_key |\n| | yes | K |\n",
    "no-instance-id", "settings", "omit_instanceID", 2 },
  { "two-equals",
    "| survey |\n| | type | name | label | relevant |\n| | integer | a | A | |\n| | text | b | B | "
    "${a} == 1 |\n",
    "xpath-syntax", "survey", "relevant", 3, "“${a} == 1” compares with == at character 6" },
  { "too-early",
    "| survey |\n| | type | name | label | relevant |\n| | integer | a | A | |\n| | text | b | B | "
    "if(${a} =1,2 |\n",
    "xpath-syntax", "survey", "relevant", 3, "“if(${a} =1,2” ends too early" },
  { "place-as-written",
    "| survey |\n| | type | name | label | relevant |\n| | integer | a | A | |\n| | text | b | B | "
    "${a} = 1 1 |\n",
    "xpath-syntax", "survey", "relevant", 3,
    "“${a} = 1 1” cannot be read from character 10 on: “1”" },
  { "unknown-as-written",
    "| survey |\n| | type | name | label | relevant |\n| | integer | a | A | |\n| | text | b | B | "
    "onbekend(${a}) |\n",
    "unknown-function", "survey", "relevant", 3, "“onbekend(${a})”" },
  { "dutch-type", "| survey |\n| | type | name | label |\n| | foto | a | A |\n", "unknown-type",
    "survey", "type", 2, "“image”" },
  { "external-list", "| survey |\n| | type | name | label |\n| | select_one_external x | a | A |\n",
    "unknown-list", "survey", "type", 2, "external_choices" },
};

static const RkFormMessage *
find_message (GPtrArray *messages, const char *code)
{
  for (guint i = 0; i < messages->len; i++)
    {
      const RkFormMessage *message = g_ptr_array_index (messages, i);

      if (g_str_equal (message->code, code))
        return message;
    }
  return NULL;
}

static void
print_messages (GPtrArray *messages)
{
  for (guint i = 0; i < messages->len; i++)
    {
      const RkFormMessage *message = g_ptr_array_index (messages, i);

      g_test_message ("%s: %s %d %s: %s", message->code, message->sheet, message->line,
                      message->column, message->message);
    }
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GPtrArray) messages = messages_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form = form_from_md (c->md, messages, &error);
  const RkFormMessage *message = find_message (messages, c->code);

  print_messages (messages);
  g_assert_null (form);
  g_assert_error (error, RK_FORM_ERROR, RK_FORM_ERROR_INVALID);
  g_assert_nonnull (message);
  g_assert_cmpint (message->severity, ==, RK_FORM_SEVERITY_ERROR);
  g_assert_cmpstr (message->sheet, ==, c->sheet);
  g_assert_cmpint (message->line, ==, c->row);
  g_assert_cmpstr (message->column, ==, c->column);
  if (c->says != NULL)
    g_assert_nonnull (strstr (message->message, c->says));
  /* One fault is told once, and brings no others along. */
  for (guint i = 1; i < messages->len; i++)
    g_assert_cmpint (((RkFormMessage *) g_ptr_array_index (messages, i))->severity, ==,
                     RK_FORM_SEVERITY_WARNING);
}

static void
test_the_error_names_the_place (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form =
      form_from_md ("| survey |\n| | type | name | label |\n| | tekst | a | A |\n", NULL, &error);

  g_assert_null (form);
  g_assert_cmpstr (error->message, ==,
                   "“test.xlsx”, sheet survey, row 2, column type: There is no type of question "
                   "“tekst”. Do you mean “text”?");
}

static void
test_failed_formulas_are_told (void)
{
  g_autoptr (GBytes) bytes = workbook_from_sheet (
      "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>type</v></c><c r=\"B1\" t=\"str\">"
      "<v>name</v></c><c r=\"C1\" t=\"str\"><v>label</v></c></row><row r=\"5\">"
      "<c r=\"A5\" t=\"str\"><v>text</v></c><c r=\"B5\" t=\"str\"><v>a</v></c>"
      "<c r=\"C5\" t=\"e\"><v>#REF!</v></c></row></sheetData>",
      NULL, NULL);
  g_autoptr (GPtrArray) messages = messages_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form = rk_xlsform_new (bytes, "test.xlsx", NULL, messages, &error);
  const RkFormMessage *message = find_message (messages, "cell-error");

  g_assert_null (form);
  g_assert_cmpuint (messages->len, ==, 1);
  g_assert_cmpint (message->line, ==, 5);
  g_assert_cmpstr (message->column, ==, "label");
  g_assert_nonnull (strstr (message->message, "#REF!"));
}

/* What is meant as it is written is not warned of. */
static void
test_no_needless_warnings (void)
{
  g_autoptr (GPtrArray) messages = messages_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form = form_from_md (
      "| survey |\n"
      "| | type | name | label | default | required | relevant | choice_filter | parameters |\n"
      "| | integer | a | A | 3 | ja | | | |\n| | integer | b | B | -3 | yes | ${a} = 1 | | |\n"
      "| | decimal | c | C | 2.5 | TRUE | | | |\n| | date | d | D | 2026-11-22 | no | | | |\n"
      "| | date | e | E | today() | | | | |\n| | time | f | F | 14:30 | | | | |\n"
      "| | select_one l | g | G | a | | | soort = ${a} and not(name = 'b') or label != 'x' | |\n"
      "| | select_multiple l | h | H | a b | | | | |\n"
      "| | range | i | I | 4 | | | | start=0;end=10;step=2 |\n"
      "| choices |\n| | list_name | name | label | soort |\n| | l | a | A | x |\n"
      "| | l | b | B | y |\n",
      messages, &error);

  print_messages (messages);
  g_assert_no_error (error);
  g_assert_nonnull (form);
  g_assert_cmpuint (messages->len, ==, 0);
}

/* What is said of a form that can be used all the same. */
static void
test_warnings (void)
{
  static const struct
  {
    const char *md, *code;
    int row;
  } warnings[] = {
    { "| survey |\n| | type | name | label |\n| | begin repeat | r | |\n| | text | a | A |\n"
      "| | end repeat | | |\n",
      "no-label", 2 },
    { "| survey |\n| | type | name | label |\n| | text | a | A |\n| | text | A | A |\n",
      "similar-name", 3 },
    { "| survey |\n| | type | name | label | default |\n| | integer | a | A | drie |\n",
      "bad-default", 2 },
    { "| survey |\n| | type | name | label | default |\n| | date | a | A | 22/11/2026 |\n",
      "bad-default", 2 },
    { "| survey |\n| | type | name | label | default |\n| | date | a | A | 2026-02-30 |\n",
      "bad-default", 2 },
    { "| survey |\n| | type | name | label | default |\n| | select_one l | a | A | b |\n| choices "
      "|\n| | list_name | name | label |\n| | l | a | A |\n",
      "bad-default", 2 },
    { "| survey |\n| | type | name | label | default |\n| | select_multiple l | a | A | a b |\n| "
      "choices |\n| | list_name | name | label |\n| | l | a | A |\n",
      "bad-default", 2 },
    { "| survey |\n| | type | name | label | required |\n| | text | a | A | x |\n", "loose-word",
      2 },
    { "| survey |\n| | type | name | label | required |\n| | text | a | A | WAAR |\n", "loose-word",
      2 },
    { "| survey |\n| | type | name | label | relevant |\n| | text | a | A | ${a} = 1 |\n",
      "relevant-on-itself", 2 },
    { "| survey |\n| | type | name | label | repeat_count |\n| | begin repeat | r | R | drie |\n| "
      "| text | a | A | |\n| | end repeat | | | |\n",
      "loose-word", 2 },
    { "| survey |\n| | type | name | label | choice_filter |\n| | select_one l | a | A | foo = 1 "
      "|\n| choices |\n| | list_name | name | label |\n| | l | a | A |\n",
      "unknown-column", 2 },
    { "| survey |\n| | type | name | label | parameters |\n| | range | a | A | start=10;end=0 |\n",
      "bad-range", 2 },
    { "| survey |\n| | type | name | label | parameters |\n| | range | a | A | start=0 end=10 "
      "step=3 |\n",
      "bad-range", 2 },
    { "| survey |\n| | type | name | label |\n| | text | a | A |\n| setting |\n| | x |\n| | y |\n",
      "unknown-sheet", 0 },
    { "| survey |\n| | type | name | label |\n| | osm | a | A |\n", "osm", 2 },
    { "| survey |\n| | type | name | label | appearance |\n"
      "| | select_one l | a | A | search('x') |\n" LISTS,
      "search", 2 },
    { "| survey |\n| | type | name | label |\n| | text | a | A |\n"
      "| choices |\n| | list_name | name | label | zone nr |\n| | l | a | A | 1 |\n",
      "bad-column", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (warnings); i++)
    {
      g_autoptr (GPtrArray) messages = messages_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (RkForm) form = form_from_md (warnings[i].md, messages, &error);
      const RkFormMessage *message = find_message (messages, warnings[i].code);

      g_assert_no_error (error);
      print_messages (messages);
      g_assert_nonnull (message);
      g_assert_cmpint (message->severity, ==, RK_FORM_SEVERITY_WARNING);
      g_assert_cmpint (message->line, ==, warnings[i].row);
      g_assert_cmpuint (messages->len, ==, 1);
    }
}

static void
test_good_forms_are_silent (void)
{
  g_autoptr (GPtrArray) messages = messages_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form =
      form_from_md ("| survey |\n| | type | name | label | notities | extra |\n"
                    "| | text | a | A | voor ons | x |\n| _setting |\n| | x |\n| Blad3 |\n",
                    messages, &error);

  g_assert_no_error (error);
  print_messages (messages);
  g_assert_cmpuint (messages->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/xlsform/errors/", cases[i].name, NULL);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/xlsform/errors/the-error-names-the-place", test_the_error_names_the_place);
  g_test_add_func ("/xlsform/errors/failed-formulas-are-told", test_failed_formulas_are_told);
  g_test_add_func ("/xlsform/errors/warnings", test_warnings);
  g_test_add_func ("/xlsform/errors/no-needless-warnings", test_no_needless_warnings);
  g_test_add_func ("/xlsform/errors/good-forms-are-silent", test_good_forms_are_silent);
  return g_test_run ();
}
