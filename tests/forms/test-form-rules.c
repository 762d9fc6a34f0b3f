/* SPDX-License-Identifier: EUPL-1.2 */
/* When what is computed is computed again, and what a person may put in its place. */
#include "config.h"
#include "test-form-helper.h"

/* A result that stays the same is no reason to lose what was typed over it. */
static void
test_overwritten_result_stands_until_another (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new ("<data id=\"f\"><a/><b/></data>",
                    "<bind nodeset=\"/data/b\" calculate=\"string-length(/data/a) &gt; 3\"/>",
                    "<input ref=\"/data/a\"/><input ref=\"/data/b\"/>");

  assert_value (self, "/data/b", "false");
  set (self, "/data/b", "mine");
  set (self, "/data/a", "abc");
  assert_value (self, "/data/b", "mine");
  set (self, "/data/a", "abcd");
  assert_value (self, "/data/b", "true");
  set (self, "/data/a", "abcde");
  assert_value (self, "/data/b", "true");
  set (self, "/data/a", "");
  assert_value (self, "/data/b", "false");
}

static void
test_hidden_and_shown_again_computes_again (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new ("<data id=\"f\"><a>1</a><b/></data>",
                    "<bind nodeset=\"/data/b\" relevant=\"/data/a = 1\" calculate=\"'result'\"/>",
                    "<input ref=\"/data/a\"/><input ref=\"/data/b\"/>");

  set (self, "/data/b", "mine");
  set (self, "/data/a", "2");
  assert_value (self, "/data/b", "");
  set (self, "/data/a", "1");
  assert_value (self, "/data/b", "result");
}

/* The name of a choice depends on the choices, and not on which of them is the answer. */
static void
test_choice_name_reads_choices_only (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id=\"f\"><which>v</which><pick/><name/></data>",
      "<instance id=\"l\"><root><item><n>x</n><k>v</k><t>Een</t></item>"
      "<item><n>x</n><k>w</k><t>Twee</t></item></root></instance>"
      "<bind nodeset=\"/data/name\" calculate=\"jr:choice-name('x', '/data/pick')\"/>",
      "<input ref=\"/data/which\"/>"
      "<select1 ref=\"/data/pick\"><itemset nodeset=\"instance('l')/root/item[k = /data/which]\">"
      "<value ref=\"n\"/><label ref=\"t\"/></itemset></select1>");
  guint64 before;

  assert_value (self, "/data/name", "Een");
  before = rk_form_instance_get_evaluations (self);
  set (self, "/data/pick", "x");
  g_assert_cmpuint (rk_form_instance_get_evaluations (self), ==, before);
  set (self, "/data/which", "w");
  assert_value (self, "/data/name", "Twee");
}

/* Rows that hide with the answer that is chosen among them: odd, but no calculation in a circle. */
static void
test_list_may_depend_on_its_own_answer (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id=\"f\"><pick/><g><r><n>a</n></r><r><n>b</n></r></g></data>",
      "<bind nodeset=\"/data/g\" relevant=\"/data/pick != 'b'\"/>",
      "<select1 ref=\"/data/pick\"><itemset nodeset=\"/data/g/r\"><value ref=\"n\"/><label "
      "ref=\"n\"/></itemset></select1><repeat nodeset=\"/data/g/r\"><input ref=\"n\"/></repeat>");

  g_assert_cmpuint (rk_form_node_get_choices (node_at (self, "/data/pick"))->len, ==, 2);
  g_assert_cmpint (set (self, "/data/pick", "a"), ==, RK_REJECT_NONE);
  assert_value (self, "/data/pick", "a");
  g_assert_cmpint (set (self, "/data/pick", "b"), ==, RK_REJECT_NONE); /* comes to rest */
}

/* What stands in the form for a trigger or a range is held to what a person can give them. */
static void
test_defaults_and_results_fit_their_control (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id=\"f\"><t>yes</t><u>OK</u><r>12</r><s>7</s><c/></data>",
      "<bind nodeset=\"/data/r\" type=\"int\"/><bind nodeset=\"/data/s\" type=\"int\"/>"
      "<bind nodeset=\"/data/c\" type=\"int\" calculate=\"/data/s * 2\"/>",
      "<trigger ref=\"/data/t\"/><trigger ref=\"/data/u\"/>"
      "<range ref=\"/data/r\" start=\"1\" end=\"10\" step=\"1\"/><input ref=\"/data/s\"/>"
      "<range ref=\"/data/c\" start=\"1\" end=\"10\" step=\"1\"/>");

  assert_value (self, "/data/t", "");
  assert_value (self, "/data/u", "OK");
  assert_value (self, "/data/r", "");
  assert_value (self, "/data/c", "");
  set (self, "/data/s", "4");
  assert_value (self, "/data/c", "8");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/form-rules/overwritten-result-stands-until-another",
                   test_overwritten_result_stands_until_another);
  g_test_add_func ("/form-rules/hidden-and-shown-again-computes-again",
                   test_hidden_and_shown_again_computes_again);
  g_test_add_func ("/form-rules/choice-name-reads-choices-only",
                   test_choice_name_reads_choices_only);
  g_test_add_func ("/form-rules/list-may-depend-on-its-own-answer",
                   test_list_may_depend_on_its_own_answer);
  g_test_add_func ("/form-rules/defaults-and-results-fit-their-control",
                   test_defaults_and_results_fit_their_control);
  return g_test_run ();
}
