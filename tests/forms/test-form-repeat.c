/* SPDX-License-Identifier: EUPL-1.2 */
/* Rows: the user's, the counted, the nested; and what reads across them. */
#include "config.h"
#include "test-form-helper.h"

static guint
n_rows (RkFormInstance *self, const char *path)
{
  return g_list_model_get_n_items (rk_form_node_get_children (node_at (self, path)));
}

static void
add (RkFormInstance *self, const char *path)
{
  g_assert_cmpint (rk_form_instance_add_row (self, node_at (self, path), NULL), ==, RK_REJECT_NONE);
}

#define ROWS                                                                                       \
  "<data id=\"f\"><r jr:template=\"\"><n>1</n><twice/></r><sum/><count/></data>",                  \
      "<bind nodeset=\"/data/r/twice\" calculate=\"/data/r/n * 2\"/>"                              \
      "<bind nodeset=\"/data/sum\" calculate=\"sum(/data/r/twice)\"/>"                             \
      "<bind nodeset=\"/data/count\" calculate=\"count(/data/r)\"/>",                              \
      "<repeat nodeset=\"/data/r\"><input ref=\"/data/r/n\"/></repeat>"

static void
test_each_row_computes_its_own (void)
{
  g_autoptr (RkFormInstance) self = instance_new (ROWS);
  guint64 before;

  for (int i = 0; i < 50; i++)
    add (self, "/data/r");
  assert_value (self, "/data/sum", "100");
  assert_value (self, "/data/count", "50");
  before = rk_form_instance_get_evaluations (self);
  set (self, "/data/r[30]/n", "6");
  assert_value (self, "/data/r[30]/twice", "12");
  assert_value (self, "/data/r[29]/twice", "2");
  assert_value (self, "/data/sum", "110");
  /* the row's own calculation and the sum, not those of the other rows */
  g_assert_cmpuint (rk_form_instance_get_evaluations (self) - before, ==, 2);
  rk_form_instance_remove_row (self, node_at (self, "/data/r[30]"));
  assert_value (self, "/data/sum", "98");
  assert_value (self, "/data/count", "49");
}

static void
test_moving_keeps_answers (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new ("<data id=\"f\"><r jr:template=\"\"><n/><at/></r><all/></data>",
                    "<bind nodeset=\"/data/r/at\" calculate=\"position(..)\"/>"
                    "<bind nodeset=\"/data/all\" calculate=\"join('', /data/r/n)\"/>",
                    "<repeat nodeset=\"/data/r\"><input ref=\"/data/r/n\"/></repeat>");
  RkFormNode *first;

  for (int i = 0; i < 4; i++)
    add (self, "/data/r");
  set (self, "/data/r[1]/n", "a");
  set (self, "/data/r[2]/n", "b");
  set (self, "/data/r[3]/n", "c");
  set (self, "/data/r[4]/n", "d");
  first = node_at (self, "/data/r[1]");
  g_assert_cmpint (rk_form_instance_move_row (self, first, 2), ==, RK_REJECT_NONE);
  assert_value (self, "/data/all", "bcad");
  g_assert_cmpstr (rk_form_node_get_path (first), ==, "/data/r[3]");
  assert_value (self, "/data/r[3]/at", "3");
  g_assert_cmpint (rk_form_instance_move_row (self, first, 0), ==, RK_REJECT_NONE);
  assert_value (self, "/data/all", "abcd");
  g_assert_cmpint (rk_form_instance_move_row (self, first, 4), ==, RK_REJECT_NO_SUCH_INSTANCE);
}

static void
test_row_reads_the_row_before (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id=\"f\"><r jr:template=\"\"><n>1</n><run/></r></data>",
      "<bind nodeset=\"/data/r/run\" calculate=\"../n + coalesce(/data/r[position() = "
      "position(current()/..) - 1]/run, 0)\"/>",
      "<repeat nodeset=\"/data/r\"><input ref=\"/data/r/n\"/></repeat>");

  for (int i = 0; i < 5; i++)
    add (self, "/data/r");
  assert_value (self, "/data/r[5]/run", "5");
  set (self, "/data/r[1]/n", "11");
  assert_value (self, "/data/r[5]/run", "15");
  rk_form_instance_remove_row (self, node_at (self, "/data/r[2]"));
  assert_value (self, "/data/r[4]/run", "14");
}

#define COUNTED                                                                                    \
  "<data id=\"f\"><n/><r><x/></r></data>", "<bind nodeset=\"/data/n\" type=\"int\"/>",             \
      "<input ref=\"/data/n\"/><repeat nodeset=\"/data/r\" jr:count=\"/data/n\">"                  \
      "<input ref=\"/data/r/x\"/></repeat>"

static void
test_count_makes_the_rows (void)
{
  g_autoptr (RkFormInstance) self = instance_new (COUNTED);

  g_assert_cmpuint (n_rows (self, "/data/r"), ==, 0);
  set (self, "/data/n", "3");
  g_assert_cmpuint (n_rows (self, "/data/r"), ==, 3);
  set (self, "/data/r[1]/x", "kept");
  set (self, "/data/n", "2");
  g_assert_cmpuint (n_rows (self, "/data/r"), ==, 2);
  assert_value (self, "/data/r[1]/x", "kept");
  g_assert_cmpint (rk_form_instance_add_row (self, node_at (self, "/data/r"), NULL), ==,
                   RK_REJECT_NOT_USER_CONTROLLED);
  g_assert_cmpint (rk_form_instance_remove_row (self, node_at (self, "/data/r[1]")), ==,
                   RK_REJECT_NOT_USER_CONTROLLED);
  set (self, "/data/n", "-5");
  g_assert_cmpuint (n_rows (self, "/data/r"), ==, 0);
}

static void
test_count_is_capped (void)
{
  g_autoptr (RkFormInstance) self = instance_new (COUNTED);
  g_autofree char *message = NULL;

  set (self, "/data/n", "471234567");
  g_assert_cmpuint (n_rows (self, "/data/r"), ==, 1000);
  g_assert_true (rk_form_node_is_over_limit (node_at (self, "/data/r")));
  message = rk_form_node_dup_violation_message (node_at (self, "/data/r"));
  g_assert_nonnull (strstr (message, "1000"));
  set (self, "/data/n", "1");
  g_assert_false (rk_form_node_is_over_limit (node_at (self, "/data/r")));
}

/* Each row reads the one before: twice the work, not its square. */
static void
test_many_rows_settle_in_linear_work (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id=\"f\"><n/><r jr:template=\"\"><x>1</x><run/></r><all/></data>",
      "<bind nodeset=\"/data/n\" type=\"int\"/>"
      "<bind nodeset=\"/data/r/run\" calculate=\"../x + coalesce(/data/r[position() = "
      "position(current()/..) - 1]/run, 0)\"/>"
      "<bind nodeset=\"/data/all\" calculate=\"sum(/data/r/run)\"/>",
      "<input ref=\"/data/n\"/><repeat nodeset=\"/data/r\" jr:count=\"/data/n\">"
      "<input ref=\"/data/r/x\"/></repeat>");

  set (self, "/data/n", "200");
  assert_value (self, "/data/r[200]/run", "200");
  assert_value (self, "/data/all", "20100");
  g_assert_cmpuint (rk_form_instance_get_evaluations (self), <, 800);
  set (self, "/data/r[1]/x", "2");
  assert_value (self, "/data/all", "20300");
  g_assert_cmpuint (rk_form_instance_get_evaluations (self), <, 1600);
}

static void
test_user_rows_are_capped (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new ("<data id=\"f\"><r><x/></r></data>", "",
                    "<repeat nodeset=\"/data/r\"><input ref=\"/data/r/x\"/></repeat>");

  for (int i = 1; i < 1000; i++)
    add (self, "/data/r");
  g_assert_cmpint (rk_form_instance_add_row (self, node_at (self, "/data/r"), NULL), ==,
                   RK_REJECT_LIMIT);
}

static void
test_fixed_rows_stay (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id=\"f\"><r><x>1</x></r><r><x>2</x></r></data>", "",
      "<repeat nodeset=\"/data/r\" jr:noAddRemove=\"true()\"><input ref=\"/data/r/x\"/></repeat>");

  g_assert_cmpuint (n_rows (self, "/data/r"), ==, 2);
  assert_value (self, "/data/r[2]/x", "2");
  g_assert_false (rk_form_node_is_user_controlled (node_at (self, "/data/r")));
  g_assert_cmpint (rk_form_instance_add_row (self, node_at (self, "/data/r"), NULL), ==,
                   RK_REJECT_NOT_USER_CONTROLLED);
}

/* A template's defaults are for every row; those of a first row are its own. */
static void
test_defaults_of_new_rows (void)
{
  g_autoptr (RkFormInstance) with =
      instance_new ("<data id=\"f\"><r jr:template=\"\"><x>t</x></r><r><x>1</x></r></data>", "",
                    "<repeat nodeset=\"/data/r\"><input ref=\"/data/r/x\"/></repeat>");
  g_autoptr (RkFormInstance) without =
      instance_new ("<data id=\"f\"><r><x>1</x></r></data>", "",
                    "<repeat nodeset=\"/data/r\"><input ref=\"/data/r/x\"/></repeat>");

  add (with, "/data/r");
  assert_value (with, "/data/r[1]/x", "1");
  assert_value (with, "/data/r[2]/x", "t");
  add (without, "/data/r");
  assert_value (without, "/data/r[2]/x", "");
}

static void
test_nested_rows (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id=\"f\"><o jr:template=\"\"><n/><i jr:template=\"\"><x>2</x><y/></i><s/></o><t/>"
      "</data>",
      "<bind nodeset=\"/data/o/i/y\" calculate=\"/data/o/n * /data/o/i/x\"/>"
      "<bind nodeset=\"/data/o/s\" calculate=\"sum(../i/y)\"/>"
      "<bind nodeset=\"/data/t\" calculate=\"sum(/data/o/s)\"/>",
      "<repeat nodeset=\"/data/o\"><input ref=\"/data/o/n\"/><repeat nodeset=\"/data/o/i\">"
      "<input ref=\"/data/o/i/x\"/></repeat></repeat>");

  add (self, "/data/o");
  add (self, "/data/o");
  set (self, "/data/o[1]/n", "10");
  set (self, "/data/o[2]/n", "100");
  add (self, "/data/o[1]/i");
  add (self, "/data/o[2]/i");
  add (self, "/data/o[2]/i");
  set (self, "/data/o[2]/i[2]/x", "3");
  assert_value (self, "/data/o[1]/s", "20");
  assert_value (self, "/data/o[2]/s", "500");
  assert_value (self, "/data/t", "520");
  g_assert_null (rk_form_instance_find (self, "/data/o[1]/i[2]/x"));
  g_assert_null (rk_form_instance_find (self, "/data/o/i"));
  rk_form_instance_remove_row (self, node_at (self, "/data/o[1]"));
  assert_value (self, "/data/t", "500");
}

static void
test_hidden_rows (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id=\"f\"><a>1</a><r><x>5</x></r><sum/></data>",
      "<bind nodeset=\"/data/r\" relevant=\"/data/a = 1\"/>"
      "<bind nodeset=\"/data/sum\" calculate=\"concat(/data/r/x, '')\"/>",
      "<input ref=\"/data/a\"/><repeat nodeset=\"/data/r\"><input ref=\"/data/r/x\"/></repeat>");

  assert_value (self, "/data/sum", "5");
  set (self, "/data/a", "2");
  assert_relevant (self, "/data/r", FALSE);
  assert_relevant (self, "/data/r[1]/x", FALSE);
  assert_value (self, "/data/sum", "");
}

/* Above a column stands what is true of each row. */
static void
test_label_of_rows (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id=\"f\"><who>Kim</who><r jr:template=\"\"><n/><age/><at/></r></data>",
      "<itext><translation lang=\"nl\"><text id=\"n\"><value>Naam bij <output "
      "value=\"/data/who\"/></value></text><text id=\"a\"><value>Leeftijd van <output "
      "value=\"../n\"/></value></text></translation></itext>",
      "<input ref=\"/data/who\"/><repeat nodeset=\"/data/r\"><input ref=\"/data/r/n\"><label "
      "ref=\"jr:itext('n')\"/></input><input ref=\"/data/r/age\"><label ref=\"jr:itext('a')\"/>"
      "</input><input ref=\"/data/r/at\"><label>Row <output value=\"position(..)\"/>"
      "</label></input></repeat>");
  static const char *const names[] = { "n", "age", "at" };
  static const char *const labels[] = { "Naam bij Kim", "Leeftijd van …", "Row …" };

  add (self, "/data/r");
  set (self, "/data/r[1]/n", "Ada");
  g_assert_cmpstr (rk_form_node_get_label (node_at (self, "/data/r[1]/age")), ==,
                   "Leeftijd van Ada");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/data/r[1]/", names[i], NULL);
      g_autofree char *label = rk_form_node_dup_label_of_rows (node_at (self, path));

      g_assert_cmpstr (label, ==, labels[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/form-repeat/each-row-computes-its-own", test_each_row_computes_its_own);
  g_test_add_func ("/form-repeat/moving-keeps-answers", test_moving_keeps_answers);
  g_test_add_func ("/form-repeat/row-reads-the-row-before", test_row_reads_the_row_before);
  g_test_add_func ("/form-repeat/count-makes-the-rows", test_count_makes_the_rows);
  g_test_add_func ("/form-repeat/count-is-capped", test_count_is_capped);
  g_test_add_func ("/form-repeat/many-rows-settle-in-linear-work",
                   test_many_rows_settle_in_linear_work);
  g_test_add_func ("/form-repeat/user-rows-are-capped", test_user_rows_are_capped);
  g_test_add_func ("/form-repeat/fixed-rows-stay", test_fixed_rows_stay);
  g_test_add_func ("/form-repeat/defaults-of-new-rows", test_defaults_of_new_rows);
  g_test_add_func ("/form-repeat/nested-rows", test_nested_rows);
  g_test_add_func ("/form-repeat/hidden-rows", test_hidden_rows);
  g_test_add_func ("/form-repeat/label-of-rows", test_label_of_rows);
  return g_test_run ();
}
