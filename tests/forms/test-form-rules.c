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

/* instance() with the name of the primary instance is what the form fills in. */
static void
test_primary_instance_has_its_name (void)
{
  static const char form_text[] =
      "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\">"
      "<h:head><model><instance id=\"main\"><data id=\"f\"><a>1</a><b/></data></instance>"
      "<bind nodeset=\"/data/b\" calculate=\"instance('main')/data/a * 2\"/></model></h:head>"
      "<h:body><input ref=\"/data/a\"/></h:body></h:html>";
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form = form_from_text (form_text, NULL, &error);
  g_autoptr (RkFormInstance) self = NULL;

  g_assert_no_error (error);
  self = rk_form_instance_new (form, NULL, NULL);
  assert_value (self, "/data/b", "2");
  set (self, "/data/a", "5");
  assert_value (self, "/data/b", "10");
}

/* The specification: months and days are named in the language of the form. */
static void
test_months_are_named_in_the_language (void)
{
  static const char *const expected[][2] = {
    { "Nederlands (nl)", "mei zo" }, { "nl-BE", "mei zo" },         { "French (fr)", "mai dim." },
    { "Deutsch", "Mai So" },         { "English (en)", "May Sun" }, { "Swahili", "May Sun" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *model = g_strdup_printf (
          "<itext><translation lang=\"%s\"/><translation lang=\"xx\"/></itext>"
          "<bind nodeset=\"/data/a\" calculate=\"format-date('2026-05-03', '%%b %%a')\"/>",
          expected[i][0]);
      g_autoptr (RkFormInstance) self = instance_new ("<data id=\"f\"><a/></data>", model, "");

      assert_value (self, "/data/a", expected[i][1]);
      rk_form_instance_set_language (self, "xx");
      assert_value (self, "/data/a", "May Sun");
    }
}

/* A failed constraint is told before a missing answer, and neither of what is hidden or empty. */
static void
test_order_of_violations (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id=\"f\"><a/><on>1</on></data>",
      "<bind nodeset=\"/data/a\" type=\"int\" required=\"true()\" relevant=\"/data/on = 1\" "
      "constraint=\". &gt; 3 and . != /data/on\"/>",
      "<input ref=\"/data/a\"/><input ref=\"/data/on\"/>");
  RkFormNode *a = node_at (self, "/data/a");

  g_assert_cmpint (rk_form_node_get_violation (a), ==, RK_VIOLATION_REQUIRED);
  set (self, "/data/a", "2");
  g_assert_cmpint (rk_form_node_get_violation (a), ==, RK_VIOLATION_CONSTRAINT);
  g_assert_false (rk_form_instance_is_valid (self));
  set (self, "/data/on", "0");
  g_assert_cmpint (rk_form_node_get_violation (a), ==, RK_VIOLATION_NONE);
  g_assert_true (rk_form_node_get_required (a)); /* the rule holds, and is not applied */
  g_assert_true (rk_form_instance_is_valid (self));
  set (self, "/data/on", "1");
  set (self, "/data/a", "abc"); /* no number: empty */
  g_assert_cmpint (rk_form_node_get_violation (a), ==, RK_VIOLATION_REQUIRED);
  set (self, "/data/a", "4");
  g_assert_cmpint (rk_form_node_get_violation (a), ==, RK_VIOLATION_NONE);
}

/* Attributes that servers read stay on what is sent, and follow their binds. */
static void
test_attributes_are_kept_and_computed (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id=\"f\" version=\"7\" xmlns:orx=\"http://openrosa.org/xforms\" orx:version=\"8\" "
      "odk:tag=\"t\"><a z=\"1\"/><meta><instanceID/><entity dataset=\"people\" id=\"\" create=\"\" "
      "baseVersion=\"3\"><label/></entity></meta></data>",
      "<bind nodeset=\"/data/meta/entity/@id\" calculate=\"concat('e-', /data/a)\"/>"
      "<bind nodeset=\"/data/meta/entity/@create\" calculate=\"/data/a = 1\"/>"
      "<bind nodeset=\"/data/meta/entity/label\" calculate=\"/data/a\"/>",
      "<input ref=\"/data/a\"/>");
  g_autofree char *xml = NULL;

  set (self, "/data/a", "1");
  xml = rk_form_instance_to_xml (self, TRUE);
  g_assert_nonnull (strstr (xml, "version=\"7\""));
  g_assert_nonnull (strstr (xml, "orx:version=\"8\""));
  g_assert_nonnull (strstr (xml, "odk:tag=\"t\""));
  g_assert_nonnull (strstr (xml, "<a z=\"1\">1</a>"));
  g_assert_nonnull (
      strstr (xml, "dataset=\"people\" id=\"e-1\" create=\"true\" baseVersion=\"3\""));
  g_assert_nonnull (strstr (xml, "<label>1</label>"));
}

/* What two binds say of one node adds up; what both say is what the first one says. */
static void
test_two_binds_for_one_node (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id=\"f\"><a/></data>",
      "<bind nodeset=\"/data/a\" required=\"true()\"/>"
      "<bind nodeset=\"/data/a\" type=\"int\" constraint=\". &gt; 3\" jr:constraintMsg=\"More\"/>"
      "<bind nodeset=\"/data/a\" type=\"string\" required=\"false()\" "
      "jr:constraintMsg=\"Less\"/>",
      "<input ref=\"/data/a\"/>");
  RkFormNode *a = node_at (self, "/data/a");
  g_autofree char *message = NULL;

  g_assert_cmpint (rk_form_node_get_violation (a), ==, RK_VIOLATION_REQUIRED);
  g_assert_cmpint (rk_form_node_get_data_type (a), ==, RK_DATA_INT);
  set (self, "/data/a", "2.7");
  assert_value (self, "/data/a", "2");
  g_assert_cmpint (rk_form_node_get_violation (a), ==, RK_VIOLATION_CONSTRAINT);
  message = rk_form_node_dup_violation_message (a);
  g_assert_cmpstr (message, ==, "More");
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
  g_test_add_func ("/form-rules/primary-instance-has-its-name", test_primary_instance_has_its_name);
  g_test_add_func ("/form-rules/months-are-named-in-the-language",
                   test_months_are_named_in_the_language);
  g_test_add_func ("/form-rules/order-of-violations", test_order_of_violations);
  g_test_add_func ("/form-rules/attributes-are-kept-and-computed",
                   test_attributes_are_kept_and_computed);
  g_test_add_func ("/form-rules/two-binds-for-one-node", test_two_binds_for_one_node);
  return g_test_run ();
}
