/* SPDX-License-Identifier: EUPL-1.2 */
/* Actions and preloads: what happens at load, on a change, and with a new row. */
#include "config.h"
#include "test-form-helper.h"

static RkFormInstance *
instance_in (const RkFormEnvironment *environment, const char *instance, const char *model,
             const char *body)
{
  g_autoptr (RkForm) form = form_new (instance, model, body);

  return rk_form_instance_new (form, environment, NULL);
}

static void
test_preloads_fill_in_once (void)
{
  const char *data = "<data id=\"f\"><s/><e/><t/><d/><u/><meta><instanceID/></meta></data>";
  const char *model =
      "<bind nodeset=\"/data/s\" jr:preload=\"timestamp\" jr:preloadParams=\"start\"/>"
      "<bind nodeset=\"/data/e\" jr:preload=\"timestamp\" jr:preloadParams=\"end\"/>"
      "<bind nodeset=\"/data/t\" jr:preload=\"date\" jr:preloadParams=\"today\"/>"
      "<bind nodeset=\"/data/d\" jr:preload=\"property\" jr:preloadParams=\"deviceid\"/>"
      "<bind nodeset=\"/data/u\" jr:preload=\"property\" jr:preloadParams=\"username\"/>"
      "<bind nodeset=\"/data/meta/instanceID\" jr:preload=\"uid\"/>";
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Brussels");
  g_autoptr (GHashTable) properties = g_hash_table_new (g_str_hash, g_str_equal);
  RkFormEnvironment environment = { .now_us = G_GINT64_CONSTANT (1768469400000000),
                                    .tz = zone,
                                    .properties = properties };
  g_autoptr (RkFormInstance) fresh = NULL;
  g_autoptr (RkFormInstance) restored = NULL;
  g_autofree char *xml = NULL;

  g_hash_table_insert (properties, (char *) "deviceid", (char *) "desk-1");
  fresh = instance_in (&environment, data, model, "");
  assert_value (fresh, "/data/s", "2026-01-15T10:30:00.000+01:00");
  assert_value (fresh, "/data/e", "");
  assert_value (fresh, "/data/t", "2026-01-15");
  assert_value (fresh, "/data/d", "desk-1");
  assert_value (fresh, "/data/u", "");
  g_assert_true (
      g_str_has_prefix (rk_form_node_get_value (node_at (fresh, "/data/meta/instanceID")),
                        "uuid:"));
  xml = rk_form_instance_to_xml (fresh, TRUE);
  g_assert_nonnull (strstr (xml, "<e>2026-01-15T10:30:00.000+01:00</e>"));
  environment.restored = TRUE;
  restored = instance_in (&environment, data, model, "");
  assert_value (restored, "/data/s", "");
  assert_value (restored, "/data/meta/instanceID", "");
}

static void
test_every_instance_gets_an_id (void)
{
  g_autoptr (RkFormInstance) self = instance_new ("<data id=\"f\"><a/></data>", "", "");

  g_assert_true (
      g_str_has_prefix (rk_form_node_get_value (node_at (self, "/data/meta/instanceID")), "uuid:"));
}

static void
test_first_load_comes_before_calculations (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new ("<data id=\"f\"><a/><b/><c/><d>keep</d></data>",
                    "<bind nodeset=\"/data/b\" calculate=\"/data/a * 2\"/>"
                    "<setvalue ref=\"/data/a\" event=\"odk-instance-first-load\" value=\"21\"/>"
                    "<setvalue ref=\"/data/c\" event=\"xforms-ready\">text</setvalue>"
                    "<setvalue ref=\"/data/d\" event=\"odk-instance-load\"/>",
                    "<input ref=\"/data/a\"/>");

  assert_value (self, "/data/b", "42");
  assert_value (self, "/data/c", "text");
  assert_value (self, "/data/d", "");
}

static void
test_change_sets_another (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id=\"f\"><a/><b/><c/></data>",
      "<bind nodeset=\"/data/c\" calculate=\"concat(/data/b, '!')\"/>",
      "<input ref=\"/data/a\"><setvalue event=\"xforms-value-changed\" ref=\"/data/b\""
      " value=\"concat('from ', /data/a)\"/></input><input ref=\"/data/b\"/>");

  set (self, "/data/a", "x");
  assert_value (self, "/data/b", "from x");
  assert_value (self, "/data/c", "from x!");
  set (self, "/data/b", "mine");
  set (self, "/data/a", "x");
  assert_value (self, "/data/b", "mine");
}

static void
test_change_stays_in_its_row (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id=\"f\"><r jr:template=\"\"><a/><b/></r></data>", "",
      "<repeat nodeset=\"/data/r\"><input ref=\"/data/r/a\"><setvalue "
      "event=\"xforms-value-changed\" ref=\"/data/r/b\" value=\"../a\"/></input></repeat>");

  rk_form_instance_add_row (self, node_at (self, "/data/r"), NULL);
  rk_form_instance_add_row (self, node_at (self, "/data/r"), NULL);
  set (self, "/data/r[2]/a", "two");
  assert_value (self, "/data/r[1]/b", "");
  assert_value (self, "/data/r[2]/b", "two");
}

static void
test_new_row_is_prepared (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id=\"f\"><r jr:template=\"\"><a/></r></data>", "",
      "<repeat nodeset=\"/data/r\"><setvalue event=\"odk-new-repeat\" ref=\"/data/r/a\" "
      "value=\"concat('row ', position(..))\"/><input ref=\"/data/r/a\"/></repeat>");

  rk_form_instance_add_row (self, node_at (self, "/data/r"), NULL);
  rk_form_instance_add_row (self, node_at (self, "/data/r"), NULL);
  assert_value (self, "/data/r[1]/a", "row 1");
  assert_value (self, "/data/r[2]/a", "row 2");
}

/* Two actions that set each other off must not keep the program busy. */
static void
test_actions_in_a_circle_end (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id=\"f\"><a/><b/></data>", "",
      "<input ref=\"/data/a\"><setvalue event=\"xforms-value-changed\" ref=\"/data/b\" "
      "value=\"/data/a + 1\"/></input>"
      "<input ref=\"/data/b\"><setvalue event=\"xforms-value-changed\" ref=\"/data/a\" "
      "value=\"/data/b + 1\"/></input>");

  set (self, "/data/a", "1");
  g_assert_cmpuint (rk_form_instance_get_evaluations (self), <, 10000);
}

/* Actions that set off each other come to an end, and those in a row reach it. */
static void
test_chains_of_actions_end (void)
{
  g_autoptr (RkFormInstance) endless = instance_new (
      "<data id=\"f\"><a/><b/></data>", "",
      "<input ref=\"/data/a\"><setvalue event=\"xforms-value-changed\" ref=\"/data/b\" "
      "value=\"/data/a + 1\"/></input><input ref=\"/data/b\"><setvalue "
      "event=\"xforms-value-changed\" ref=\"/data/a\" value=\"/data/b + 1\"/></input>");
  g_autoptr (RkFormInstance) chain = instance_new (
      "<data id=\"f\"><a/><b/><c/></data>", "<bind nodeset=\"/data/b\" calculate=\"/data/a\"/>",
      "<input ref=\"/data/a\"/><input ref=\"/data/b\"><setvalue event=\"xforms-value-changed\" "
      "ref=\"/data/c\" value=\"concat(/data/b, '!')\"/></input>");

  g_assert_cmpint (set (endless, "/data/a", "1"), ==, RK_REJECT_NONE);
  g_assert_cmpint (set (endless, "/data/a", "5"), ==, RK_REJECT_NONE);
  g_assert_cmpuint (rk_form_instance_get_evaluations (endless), <, 100000);
  set (chain, "/data/a", "x");
  assert_value (chain, "/data/c", "x!");
}

/* Rows that jr:count adds are new, at load too; so are the rows inside a new row. */
static void
test_every_new_row_is_told_of (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id=\"f\"><n>2</n><r><a/></r><o><b/><i><c/></i></o></data>", "",
      "<input ref=\"/data/n\"/><repeat nodeset=\"/data/r\" jr:count=\"/data/n\">"
      "<setvalue event=\"odk-new-repeat\" ref=\"/data/r/a\" value=\"position(..)\"/>"
      "<input ref=\"/data/r/a\"/></repeat>"
      "<repeat nodeset=\"/data/o\"><setvalue event=\"odk-new-repeat\" ref=\"/data/o/b\">outer"
      "</setvalue><repeat nodeset=\"/data/o/i\"><setvalue event=\"odk-new-repeat\" "
      "ref=\"/data/o/i/c\">inner</setvalue></repeat></repeat>");

  assert_value (self, "/data/r[1]/a", ""); /* stands in the form */
  assert_value (self, "/data/r[2]/a", "2");
  set (self, "/data/n", "3");
  assert_value (self, "/data/r[3]/a", "3");
  assert_value (self, "/data/o[1]/b", "");
  rk_form_instance_add_row (self, node_at (self, "/data/o"), NULL);
  assert_value (self, "/data/o[2]/b", "outer");
  assert_value (self, "/data/o[2]/i[1]/c", "inner");
  assert_value (self, "/data/o[1]/i[1]/c", "");
}

/* What a saved response holds existed before. */
static void
test_restored_rows_are_not_new (void)
{
  g_autoptr (RkForm) form =
      form_new ("<data id=\"f\"><n>2</n><r><a/></r></data>", "",
                "<repeat nodeset=\"/data/r\" jr:count=\"/data/n\"><setvalue "
                "event=\"odk-new-repeat\" ref=\"/data/r/a\">new</setvalue></repeat>");
  const RkFormEnvironment environment = { .restored = TRUE };
  g_autoptr (RkFormInstance) self = rk_form_instance_new (form, &environment, NULL);

  assert_value (self, "/data/r[2]/a", "");
}

/* A default that its type does not allow is none, in a new row as in the first. */
static void
test_defaults_of_new_rows_fit_their_type (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new ("<data id=\"f\"><r jr:template=\"\"><a>x</a><b>1.9</b></r></data>",
                    "<bind nodeset=\"/data/r/a\" type=\"int\"/>"
                    "<bind nodeset=\"/data/r/b\" type=\"int\"/>",
                    "<repeat nodeset=\"/data/r\"><input ref=\"a\"/></repeat>");

  rk_form_instance_add_row (self, node_at (self, "/data/r"), NULL);
  assert_value (self, "/data/r[1]/a", "");
  assert_value (self, "/data/r[1]/b", "1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/form-events/preloads-fill-in-once", test_preloads_fill_in_once);
  g_test_add_func ("/form-events/every-instance-gets-an-id", test_every_instance_gets_an_id);
  g_test_add_func ("/form-events/first-load-comes-before-calculations",
                   test_first_load_comes_before_calculations);
  g_test_add_func ("/form-events/change-sets-another", test_change_sets_another);
  g_test_add_func ("/form-events/change-stays-in-its-row", test_change_stays_in_its_row);
  g_test_add_func ("/form-events/new-row-is-prepared", test_new_row_is_prepared);
  g_test_add_func ("/form-events/actions-in-a-circle-end", test_actions_in_a_circle_end);
  g_test_add_func ("/form-events/chains-of-actions-end", test_chains_of_actions_end);
  g_test_add_func ("/form-events/every-new-row-is-told-of", test_every_new_row_is_told_of);
  g_test_add_func ("/form-events/restored-rows-are-not-new", test_restored_rows_are_not_new);
  g_test_add_func ("/form-events/defaults-of-new-rows-fit-their-type",
                   test_defaults_of_new_rows_fit_their_type);
  return g_test_run ();
}
