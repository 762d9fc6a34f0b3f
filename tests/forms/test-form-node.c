/* SPDX-License-Identifier: EUPL-1.2 */
/* Nodes tell views what changed, all of it and nothing else. */
#include "config.h"
#include "test-form-helper.h"

static void
notify_cb (GObject *object, GParamSpec *pspec, GString *log)
{
  g_string_append_printf (log, "%s.%s ", rk_form_node_get_name (RK_FORM_NODE (object)),
                          pspec->name);
}

static void
choices_cb (RkFormNode *node, GString *log)
{
  g_string_append_printf (log, "%s.choices ", rk_form_node_get_name (node));
}

static void
watch (RkFormInstance *self, const char *path, GString *log)
{
  RkFormNode *node = node_at (self, path);

  g_signal_connect (node, "notify", G_CALLBACK (notify_cb), log);
  g_signal_connect (node, "choices-changed", G_CALLBACK (choices_cb), log);
}

static void
test_notifies_what_changed (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id=\"f\"><a/><b/><c/><d/></data>",
      "<bind nodeset=\"/data/b\" relevant=\"/data/a != ''\" required=\"/data/a = 2\"/>"
      "<bind nodeset=\"/data/c\" calculate=\"/data/a &gt; 0\"/>"
      "<bind nodeset=\"/data/d\" readonly=\"/data/a = 3\" constraint=\". = /data/a\"/>",
      "<input ref=\"/data/a\"/><input ref=\"/data/b\"><label>B <output value=\"/data/a\"/>"
      "</label></input><input ref=\"/data/d\"><label>D</label></input>");
  g_autoptr (GString) log = g_string_new (NULL);

  rk_form_node_get_label (node_at (self, "/data/b"));
  rk_form_node_get_label (node_at (self, "/data/d"));
  watch (self, "/data/a", log);
  watch (self, "/data/b", log);
  watch (self, "/data/c", log);
  watch (self, "/data/d", log);
  set (self, "/data/a", "1");
  g_assert_nonnull (strstr (log->str, "a.value"));
  g_assert_nonnull (strstr (log->str, "b.relevant"));
  g_assert_nonnull (strstr (log->str, "b.label"));
  g_assert_nonnull (strstr (log->str, "c.value"));
  g_assert_null (strstr (log->str, "d."));
  g_assert_null (strstr (log->str, "b.required"));
  g_string_truncate (log, 0);
  set (self, "/data/a", "1");
  g_assert_cmpstr (log->str, ==, "");
  set (self, "/data/a", "2");
  g_assert_nonnull (strstr (log->str, "b.required"));
  g_assert_nonnull (strstr (log->str, "b.violation"));
  g_assert_null (strstr (log->str, "c.value"));
  g_string_truncate (log, 0);
  set (self, "/data/d", "9");
  g_assert_cmpstr (log->str, ==, "d.violation d.value ");
  g_string_truncate (log, 0);
  set (self, "/data/a", "3");
  g_assert_nonnull (strstr (log->str, "d.readonly"));
}

/* What nobody has asked for is not computed. */
static void
test_labels_wait_until_asked (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id=\"f\"><a/><b/></data>", "",
      "<input ref=\"/data/a\"/><input ref=\"/data/b\"><label><output value=\"/data/a\"/></label>"
      "</input>");
  g_autoptr (GString) log = g_string_new (NULL);
  guint64 before;

  watch (self, "/data/b", log);
  before = rk_form_instance_get_evaluations (self);
  set (self, "/data/a", "x");
  g_assert_cmpuint (rk_form_instance_get_evaluations (self), ==, before);
  g_assert_cmpstr (rk_form_node_get_label (node_at (self, "/data/b")), ==, "x");
  g_assert_cmpuint (rk_form_instance_get_evaluations (self), ==, before + 1);
  rk_form_node_get_label (node_at (self, "/data/b"));
  g_assert_cmpuint (rk_form_instance_get_evaluations (self), ==, before + 1);
}

static void
test_choices_tell_when_they_change (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id=\"f\"><a/><b/><c/></data>",
      "<instance id=\"l\"><root><item><n>x</n><k>1</k></item><item><n>y</n><k>2</k></item>"
      "<item><n>z</n><k>2</k></item></root></instance>",
      "<input ref=\"/data/a\"/><input ref=\"/data/c\"/><select1 ref=\"/data/b\"><itemset "
      "nodeset=\"instance('l')/root/item[k = number(/data/a)]\"><value ref=\"n\"/><label "
      "ref=\"n\"/>"
      "</itemset></select1>");
  RkFormNode *b = node_at (self, "/data/b");
  g_autoptr (GString) log = g_string_new (NULL);
  GPtrArray *choices;

  watch (self, "/data/b", log);
  g_assert_cmpuint (rk_form_node_get_choices (b)->len, ==, 0);
  set (self, "/data/a", "2");
  g_assert_cmpstr (log->str, ==, "b.choices ");
  choices = rk_form_node_get_choices (b);
  g_assert_cmpuint (choices->len, ==, 2);
  g_assert_cmpstr (((RkChoice *) g_ptr_array_index (choices, 1))->label, ==, "z");
  g_string_truncate (log, 0);
  set (self, "/data/c", "unrelated");
  set (self, "/data/a", "2.0");
  g_assert_cmpstr (log->str, ==, "");
  g_assert_true (rk_form_node_get_choices (b) == choices);
}

static void
test_others_offer_no_choices (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new ("<data id=\"f\"><a/></data>", "", "<input ref=\"/data/a\"/>");

  g_assert_cmpuint (rk_form_node_get_choices (node_at (self, "/data/a"))->len, ==, 0);
  set (self, "/data/a", "x");
  g_assert_cmpuint (rk_form_node_get_choices (node_at (self, "/data/a"))->len, ==, 0);
}

static void
test_children_follow_the_rows (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new ("<data id=\"f\" x=\"1\"><r jr:template=\"\"><n/></r><last/></data>", "",
                    "<repeat nodeset=\"/data/r\"><input ref=\"/data/r/n\"/></repeat>");
  GListModel *top = rk_form_node_get_children (rk_form_instance_get_root (self));
  GListModel *rows = rk_form_node_get_children (node_at (self, "/data/r"));
  RkFormNode *row = NULL;
  g_autoptr (RkFormNode) kept = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (top), ==, 3); /* r, last, meta */
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 0);
  rk_form_instance_add_row (self, node_at (self, "/data/r"), NULL);
  rk_form_instance_add_row (self, node_at (self, "/data/r"), &row);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);
  g_assert_cmpstr (rk_form_node_get_path (row), ==, "/data/r[2]");
  g_assert_cmpint (rk_form_node_get_node_type (row), ==, RK_NODE_ROW);
  kept = g_object_ref (row);
  rk_form_instance_remove_row (self, node_at (self, "/data/r[1]"));
  g_assert_cmpstr (rk_form_node_get_path (kept), ==, "/data/r[1]");
  g_assert_true (node_at (self, "/data/r[1]") == kept);
  rk_form_instance_remove_row (self, kept);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 0);
  /* a node that is gone answers, and takes nothing */
  g_assert_cmpstr (rk_form_node_get_value (kept), ==, "");
  g_assert_false (rk_form_node_get_relevant (kept));
  g_assert_null (rk_form_node_get_parent (kept));
  g_assert_cmpint (rk_form_instance_set_value (self, kept, "x"), ==, RK_REJECT_NO_SUCH_NODE);
}

static void
test_node_outlives_the_instance (void)
{
  RkFormInstance *self =
      instance_new ("<data id=\"f\"><a>1</a></data>", "", "<input ref=\"/data/a\"/>");
  g_autoptr (RkFormNode) a = g_object_ref (node_at (self, "/data/a"));

  g_object_unref (self);
  g_assert_cmpstr (rk_form_node_get_value (a), ==, "");
  g_assert_cmpstr (rk_form_node_get_path (a), ==, "/data/a");
}

static void
remove_row_cb (RkFormNode *node, GParamSpec *pspec, RkFormInstance *self)
{
  RkFormNode *row = rk_form_instance_find (self, "/data/r[1]");

  if (row != NULL)
    rk_form_instance_remove_row (self, row);
}

/* A handler may change the form again. */
static void
test_handler_may_change_the_form (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id=\"f\"><a/><r><n/></r></data>",
      "<bind nodeset=\"/data/r/n\" calculate=\"/data/a\"/>",
      "<input ref=\"/data/a\"/><repeat nodeset=\"/data/r\"><input ref=\"/data/r/n\"/></repeat>");
  g_autoptr (GString) log = g_string_new (NULL);

  watch (self, "/data/r[1]/n", log);
  g_signal_connect (node_at (self, "/data/r[1]/n"), "notify::value", G_CALLBACK (remove_row_cb),
                    self);
  g_signal_connect (node_at (self, "/data/a"), "notify::value", G_CALLBACK (remove_row_cb), self);
  set (self, "/data/a", "1");
  g_assert_null (rk_form_instance_find (self, "/data/r[1]"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/form-node/notifies-what-changed", test_notifies_what_changed);
  g_test_add_func ("/form-node/labels-wait-until-asked", test_labels_wait_until_asked);
  g_test_add_func ("/form-node/choices-tell-when-they-change", test_choices_tell_when_they_change);
  g_test_add_func ("/form-node/others-offer-no-choices", test_others_offer_no_choices);
  g_test_add_func ("/form-node/children-follow-the-rows", test_children_follow_the_rows);
  g_test_add_func ("/form-node/node-outlives-the-instance", test_node_outlives_the_instance);
  g_test_add_func ("/form-node/handler-may-change-the-form", test_handler_may_change_the_form);
  return g_test_run ();
}
