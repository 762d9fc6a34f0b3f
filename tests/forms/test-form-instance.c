/* SPDX-License-Identifier: EUPL-1.2 */
/* A live instance: what follows from an answer follows at once, and nothing else is computed. */
#include "config.h"
#include "test-form-helper.h"

#define DATA "<data id=\"f\"><a/><b/><c/><g><x/><y/></g><total/></data>"

static void
test_calculates_in_order (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new (DATA,
                    "<bind nodeset=\"/data/total\" calculate=\"/data/c + 1\"/>"
                    "<bind nodeset=\"/data/c\" calculate=\"/data/b * 2\"/>"
                    "<bind nodeset=\"/data/b\" calculate=\"/data/a + 1\"/>",
                    "<input ref=\"/data/a\"/>");

  assert_value (self, "/data/total", "");
  set (self, "/data/a", "4");
  assert_value (self, "/data/b", "5");
  assert_value (self, "/data/c", "10");
  assert_value (self, "/data/total", "11");
}

static void
test_one_answer_computes_its_readers_only (void)
{
  g_autoptr (GString) instance = g_string_new ("<data id=\"f\">");
  g_autoptr (GString) model = g_string_new (NULL);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (RkFormInstance) self = NULL;
  guint64 before;

  for (int i = 0; i < 300; i++)
    {
      g_string_append_printf (instance, "<q%d/><s%d/>", i, i);
      g_string_append_printf (model,
                              "<bind nodeset=\"/data/s%d\" calculate=\"/data/q%d * 2\" "
                              "relevant=\"/data/q%d != ''\" required=\"/data/q%d = 1\"/>",
                              i, i, i, i);
      g_string_append_printf (body, "<input ref=\"/data/q%d\"/>", i);
    }
  g_string_append (instance, "</data>");
  self = instance_new (instance->str, model->str, body->str);
  before = rk_form_instance_get_evaluations (self);
  g_assert_cmpuint (before, <=, 600);
  set (self, "/data/q7", "21");
  /* relevance and calculation of s7, each once */
  g_assert_cmpuint (rk_form_instance_get_evaluations (self) - before, ==, 2);
  assert_value (self, "/data/s7", "42");
  before = rk_form_instance_get_evaluations (self);
  set (self, "/data/q7", "21");
  g_assert_cmpuint (rk_form_instance_get_evaluations (self) - before, ==, 0);
}

static void
test_hidden_is_empty_and_comes_back (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      DATA,
      "<bind nodeset=\"/data/g\" relevant=\"/data/a = 'yes'\"/>"
      "<bind nodeset=\"/data/g/y\" relevant=\"../x != ''\"/>"
      "<bind nodeset=\"/data/total\" calculate=\"concat(/data/g/x, '|', /data/g/y)\"/>",
      "<input ref=\"/data/a\"/><group ref=\"/data/g\"><input ref=\"/data/g/x\"/>"
      "<input ref=\"/data/g/y\"/></group>");

  g_assert_cmpint (set (self, "/data/g/x", "1"), ==, RK_REJECT_NOT_RELEVANT);
  set (self, "/data/a", "yes");
  assert_relevant (self, "/data/g/x", TRUE);
  assert_relevant (self, "/data/g/y", FALSE);
  set (self, "/data/g/x", "1");
  set (self, "/data/g/y", "2");
  assert_value (self, "/data/total", "1|2");
  set (self, "/data/a", "no");
  assert_value (self, "/data/total", "|");
  assert_value (self, "/data/g/x", "");
  g_assert_cmpstr (rk_form_node_get_stored_value (node_at (self, "/data/g/x")), ==, "1");
  set (self, "/data/a", "yes");
  assert_value (self, "/data/total", "1|2");
}

static void
test_hidden_node_is_not_calculated (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      DATA, "<bind nodeset=\"/data/b\" relevant=\"/data/c = 1\" calculate=\"/data/a * 2\"/>",
      "<input ref=\"/data/a\"/><input ref=\"/data/c\"/>");

  set (self, "/data/a", "3");
  g_assert_cmpstr (rk_form_node_get_stored_value (node_at (self, "/data/b")), ==, "");
  set (self, "/data/c", "1");
  assert_value (self, "/data/b", "6");
}

static void
test_rules_reject_and_tell (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new (DATA,
                    "<bind nodeset=\"/data/a\" required=\"true()\" jr:requiredMsg=\"Fill in\" "
                    "constraint=\". &lt; 10\" jr:constraintMsg=\"Too much\" type=\"int\"/>"
                    "<bind nodeset=\"/data/g\" readonly=\"/data/b = 'locked'\"/>"
                    "<bind nodeset=\"/data/c\" readonly=\"true()\"/>",
                    "<input ref=\"/data/a\"/><input ref=\"/data/b\"/><input ref=\"/data/g/x\"/>"
                    "<input ref=\"/data/c\"><label>note</label></input>");
  RkFormNode *a = node_at (self, "/data/a");
  g_autofree char *required = rk_form_node_dup_violation_message (a);
  g_autofree char *constraint = NULL;

  g_assert_cmpint (rk_form_node_get_violation (a), ==, RK_VIOLATION_REQUIRED);
  g_assert_cmpstr (required, ==, "Fill in");
  g_assert_false (rk_form_instance_is_valid (self));
  set (self, "/data/a", "12");
  constraint = rk_form_node_dup_violation_message (a);
  g_assert_cmpint (rk_form_node_get_violation (a), ==, RK_VIOLATION_CONSTRAINT);
  g_assert_cmpstr (constraint, ==, "Too much");
  set (self, "/data/a", "9");
  g_assert_cmpint (rk_form_node_get_violation (a), ==, RK_VIOLATION_NONE);
  g_assert_null (rk_form_node_dup_violation_message (a));
  g_assert_true (rk_form_instance_is_valid (self));
  g_assert_cmpint (set (self, "/data/g/x", "1"), ==, RK_REJECT_NONE);
  set (self, "/data/b", "locked");
  g_assert_cmpint (set (self, "/data/g/x", "2"), ==, RK_REJECT_READONLY);
  g_assert_cmpint (set (self, "/data/total", "2"), ==, RK_REJECT_NOT_SETTABLE);
  g_assert_cmpint (set (self, "/data/c", "2"), ==, RK_REJECT_READONLY);
  g_assert_true (rk_form_node_is_note (node_at (self, "/data/c")));
}

static void
test_calculated_value_can_be_replaced (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new (DATA, "<bind nodeset=\"/data/b\" calculate=\"/data/a * 2\"/>",
                    "<input ref=\"/data/a\"/><input ref=\"/data/b\"/><input ref=\"/data/c\"/>");

  set (self, "/data/a", "1");
  set (self, "/data/b", "mine");
  set (self, "/data/c", "other");
  assert_value (self, "/data/b", "mine");
  set (self, "/data/a", "2");
  assert_value (self, "/data/b", "4");
}

static void
count_cb (RkFormInstance *self, guint *count)
{
  (*count)++;
}

static void
test_saved_answers_come_back_at_once (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new (DATA,
                    "<bind nodeset=\"/data/b\" relevant=\"/data/a = 'yes'\"/>"
                    "<bind nodeset=\"/data/c\" calculate=\"concat('from ', /data/a)\"/>"
                    "<bind nodeset=\"/data/total\" calculate=\"concat(/data/a, /data/b)\"/>",
                    "<input ref=\"/data/a\"/><input ref=\"/data/b\"/><input ref=\"/data/c\"/>");
  guint count = 0;
  guint64 before = rk_form_instance_get_evaluations (self);

  g_signal_connect (self, "changed", G_CALLBACK (count_cb), &count);
  rk_form_instance_freeze (self);
  rk_form_instance_restore_value (self, node_at (self, "/data/b"), "kept");
  rk_form_instance_restore_value (self, node_at (self, "/data/c"), "mine");
  rk_form_instance_restore_value (self, node_at (self, "/data/a"), "yes");
  g_assert_cmpuint (rk_form_instance_get_evaluations (self), ==, before);
  g_assert_cmpuint (count, ==, 0);
  rk_form_instance_thaw (self);
  g_assert_cmpuint (count, ==, 1);
  assert_value (self, "/data/b", "kept");
  assert_value (self, "/data/c", "mine");
  assert_value (self, "/data/total", "yeskept");
  set (self, "/data/a", "no");
  assert_value (self, "/data/c", "from no");
}

static void
test_language_switches_texts (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      DATA,
      "<itext><translation lang=\"nl\"><text id=\"l\"><value>Naam</value></text></translation>"
      "<translation lang=\"en\" default=\"true()\"><text id=\"l\"><value form=\"short\">N"
      "</value><value form=\"long\">Name of <output value=\"/data/a\"/></value></text>"
      "</translation></itext>"
      "<bind nodeset=\"/data/b\" jr:constraintMsg=\"jr:itext('l')\" constraint=\"false()\"/>",
      "<input ref=\"/data/a\"/><input ref=\"/data/b\"><label ref=\"jr:itext('l')\"/>"
      "<hint>Plain</hint></input>");
  RkFormNode *b = node_at (self, "/data/b");
  g_autofree char *message = NULL;

  g_assert_cmpstr (rk_form_instance_get_language (self), ==, "en");
  g_assert_cmpstr (rk_form_node_get_label (b), ==, "Name of");
  set (self, "/data/a", "Gent");
  g_assert_cmpstr (rk_form_node_get_label (b), ==, "Name of Gent");
  g_assert_cmpint (rk_form_instance_set_language (self, "nl"), ==, RK_REJECT_NONE);
  g_assert_cmpstr (rk_form_node_get_label (b), ==, "Naam");
  g_assert_cmpstr (rk_form_node_get_hint (b), ==, "Plain");
  set (self, "/data/b", "x");
  message = rk_form_node_dup_violation_message (b);
  g_assert_cmpstr (message, ==, "Naam");
  g_assert_cmpint (rk_form_instance_set_language (self, "fr"), ==, RK_REJECT_NO_SUCH_LANGUAGE);
}

/* A "-" holds the place of a translation that nobody wrote. */
static void
test_missing_translation_is_not_shown (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      DATA,
      "<itext><translation lang=\"en\" default=\"true()\"><text id=\"h\"><value>Hint</value>"
      "</text><text id=\"m\"><value> - </value></text><text id=\"l\"><value>-</value></text>"
      "</translation><translation lang=\"nl\"><text id=\"h\"><value>-</value></text>"
      "<text id=\"m\"><value>Melding</value></text><text id=\"l\"><value>-</value></text>"
      "</translation></itext>"
      "<bind nodeset=\"/data/b\" jr:constraintMsg=\"jr:itext('m')\" constraint=\"false()\"/>",
      "<input ref=\"/data/a\"><label ref=\"jr:itext('l')\"/><hint ref=\"jr:itext('l')\"/></input>"
      "<input ref=\"/data/b\"><hint ref=\"jr:itext('h')\"/></input>");
  RkFormNode *a = node_at (self, "/data/a"), *b = node_at (self, "/data/b");
  g_autofree char *message = NULL, *none = NULL;

  set (self, "/data/b", "x");
  none = rk_form_node_dup_violation_message (b);
  g_assert_null (none);
  g_assert_cmpstr (rk_form_node_get_hint (a), ==, "");
  g_assert_cmpstr (rk_form_node_get_label (a), ==, "-"); /* a label is what there is */
  rk_form_instance_set_language (self, "nl");
  message = rk_form_node_dup_violation_message (b);
  g_assert_cmpstr (message, ==, "Melding");
  g_assert_cmpstr (rk_form_node_get_hint (b), ==, ""); /* "-" in this language */
}

static void
test_submission_leaves_out_what_is_hidden (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id=\"f\" version=\"1\"><a/><b>gone</b><r jr:template=\"\"><x/></r><meta>"
      "<instanceID>i</instanceID></meta></data>",
      "<bind nodeset=\"/data/b\" relevant=\"/data/a = 1\"/>",
      "<input ref=\"/data/a\"/><repeat nodeset=\"/data/r\"><input ref=\"/data/r/x\"/></repeat>");
  g_autofree char *without = rk_form_instance_to_xml (self, FALSE);
  g_autofree char *with = NULL;

  g_assert_cmpstr (without, ==,
                   "<data id=\"f\" version=\"1\"><a/><meta><instanceID>i</instanceID></meta>"
                   "</data>");
  set (self, "/data/a", "1");
  rk_form_instance_add_row (self, node_at (self, "/data/r"), NULL);
  with = rk_form_instance_to_xml (self, FALSE);
  g_assert_cmpstr (with, ==,
                   "<data id=\"f\" version=\"1\"><a>1</a><b>gone</b><r><x/></r><meta>"
                   "<instanceID>i</instanceID></meta></data>");
}

static void
test_host_expressions_see_the_answers (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new (DATA, "<bind nodeset=\"/data/a\" type=\"int\"/>", "<input ref=\"/data/a\"/>");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  set (self, "/data/a", "20");
  g_assert_true (rk_form_instance_evaluate_string (self, node_at (self, "/data/g"), "../a + 1",
                                                   &text, &error));
  g_assert_cmpstr (text, ==, "21");
  g_assert_false (rk_form_instance_evaluate_string (self, NULL, "1 +", &text, &error));
  g_assert_error (error, RK_XPATH_ERROR, RK_XPATH_ERROR_SYNTAX);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/form-instance/calculates-in-order", test_calculates_in_order);
  g_test_add_func ("/form-instance/one-answer-computes-its-readers-only",
                   test_one_answer_computes_its_readers_only);
  g_test_add_func ("/form-instance/hidden-is-empty-and-comes-back",
                   test_hidden_is_empty_and_comes_back);
  g_test_add_func ("/form-instance/hidden-node-is-not-calculated",
                   test_hidden_node_is_not_calculated);
  g_test_add_func ("/form-instance/rules-reject-and-tell", test_rules_reject_and_tell);
  g_test_add_func ("/form-instance/calculated-value-can-be-replaced",
                   test_calculated_value_can_be_replaced);
  g_test_add_func ("/form-instance/saved-answers-come-back-at-once",
                   test_saved_answers_come_back_at_once);
  g_test_add_func ("/form-instance/language-switches-texts", test_language_switches_texts);
  g_test_add_func ("/form-instance/submission-leaves-out-what-is-hidden",
                   test_submission_leaves_out_what_is_hidden);
  g_test_add_func ("/form-instance/host-expressions-see-the-answers",
                   test_host_expressions_see_the_answers);
  g_test_add_func ("/form-instance/missing-translation-is-not-shown",
                   test_missing_translation_is_not_shown);
  return g_test_run ();
}
