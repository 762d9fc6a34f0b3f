/* SPDX-License-Identifier: EUPL-1.2 */
/* Nothing that a form says takes the program away: each limit stops it in time, keeps the rest at
 * work, and is told in a sentence. */
#include "test-form-helper.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* The seconds within which a limit has to stop, also under sanitizers. */
#define SOON 100

static void
assert_problem (RkFormInstance *self, const char *ref, const char *part)
{
  GPtrArray *problems = rk_form_instance_get_problems (self);

  for (guint i = 0; i < problems->len; i++)
    {
      const RkFormMessage *problem = g_ptr_array_index (problems, i);

      if (g_str_equal (problem->ref, ref) && strstr (problem->message, part) != NULL)
        return;
    }
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", ((RkFormMessage *) g_ptr_array_index (problems, i))->message);
  g_error ("Nobody said “%s” of %s.", part, ref);
}

static void
test_text_that_asks_for_itself_ends (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id='f'><a/></data>",
      "<itext><translation lang='nl'><text id='t'><value>x<output value=\"jr:itext('t')\"/>"
      "<output value=\"jr:itext('t')\"/></value></text></translation></itext>",
      "<input ref='/data/a'><label ref=\"jr:itext('t')\"/></input>");

  g_assert_cmpstr (rk_form_node_get_label (node_at (self, "/data/a")), !=, NULL);
  assert_problem (self, "/data/a", "asks for itself");
  g_assert_cmpint (set (self, "/data/a", "1"), ==, RK_REJECT_NONE);
}

static void
test_list_that_asks_for_itself_ends (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id='f'><a>x</a></data>",
      "<instance id='l'><root><item><n>x</n></item><item><n>y</n></item></root></instance>",
      "<select1 ref='/data/a'><itemset nodeset=\"instance('l')/root/item\">"
      "<value ref=\"jr:choice-name(n, '/data/a')\"/><label ref='n'/></itemset></select1>");

  rk_form_node_get_choices (node_at (self, "/data/a"));
  assert_problem (self, "/data/a", "asks for itself");
}

static void
test_work_of_an_operation_ends (void)
{
  g_autoptr (GString) texts = g_string_new ("<itext><translation lang='nl'>");
  g_autoptr (RkFormInstance) self = NULL;
  gint64 start = g_get_monotonic_time ();

  /* each text asks seven times for the next: 7^7 in all */
  for (guint i = 0; i < 8; i++)
    {
      g_string_append_printf (texts, "<text id='t%u'><value>", i);
      for (guint j = 0; i < 7 && j < 7; j++)
        g_string_append_printf (texts, "<output value=\"jr:itext('t%u')\"/>", i + 1);
      g_string_append (texts, "y</value></text>");
    }
  g_string_append (texts, "</translation></itext>");
  self = instance_new ("<data id='f'><a/></data>", texts->str,
                       "<input ref='/data/a'><label ref=\"jr:itext('t0')\"/></input>");
  g_assert_cmpuint (strlen (rk_form_node_get_label (node_at (self, "/data/a"))), <, 2000000);
  g_assert_cmpint (g_get_monotonic_time () - start, <, SOON * G_USEC_PER_SEC);
}

static void
test_failing_expression_is_told_once (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new ("<data id='f'><a>1</a><b/></data>",
                    "<bind nodeset='/data/b' calculate=\"digest(/data/a, 'CRC')\"/>",
                    "<input ref='/data/a'/>");

  set (self, "/data/a", "2");
  set (self, "/data/a", "3");
  assert_value (self, "/data/b", "");
  assert_problem (self, "/data/b", "CRC");
  g_assert_cmpuint (rk_form_instance_get_problems (self)->len, ==, 1);
}

/* --- rows and nodes --------------------------------------------------------------------------- */

static void
test_count_has_a_limit (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new ("<data id='f'><n/><r><x/></r></data>", "<bind nodeset='/data/n' type='int'/>",
                    "<input ref='/data/n'/><group ref='/data/r'>"
                    "<repeat nodeset='/data/r' jr:count='/data/n'><input ref='/data/r/x'/></repeat>"
                    "</group>");
  RkFormNode *repeat = node_at (self, "/data/r");
  g_autofree char *message = NULL;

  set (self, "/data/n", "471234567");
  g_assert_cmpuint (g_list_model_get_n_items (rk_form_node_get_children (repeat)), ==, 1000);
  g_assert_true (rk_form_node_is_over_limit (repeat));
  message = rk_form_node_dup_violation_message (repeat);
  g_assert_nonnull (strstr (message, "1000"));
  set (self, "/data/n", "1000");
  g_assert_false (rk_form_node_is_over_limit (repeat));
}

static void
test_nested_counts_have_a_limit (void)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id='f'><a jr:template=''><b jr:template=''><x/></b></a></data>", "",
      "<group ref='/data/a'><repeat nodeset='/data/a' jr:count='1000'><group ref='/data/a/b'>"
      "<repeat nodeset='/data/a/b' jr:count='1000'><input ref='/data/a/b/x'/></repeat></group>"
      "</repeat></group>");

  assert_problem (self, "/data/a/b", "no more rows are added");
  g_assert_cmpint (g_get_monotonic_time () - start, <, SOON * G_USEC_PER_SEC);
}

static void
test_rows_stop_where_there_is_no_room (void)
{
  g_autoptr (GString) instance = g_string_new ("<data id='f'><r jr:template=''>");
  g_autoptr (RkFormInstance) self = NULL;
  RkReject reject = RK_REJECT_NONE;
  guint n = 0;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (instance, "<x%u/>", i);
  g_string_append (instance, "</r></data>");
  self =
      instance_new (instance->str, "", "<group ref='/data/r'><repeat nodeset='/data/r'/></group>");
  for (; n < 20 && reject == RK_REJECT_NONE; n++)
    reject = rk_form_instance_add_row (self, node_at (self, "/data/r"), NULL);
  g_assert_cmpint (reject, ==, RK_REJECT_LIMIT);
  g_assert_cmpuint (n, <, 12);
  assert_problem (self, "/data/r", "no more rows are added");
}

/* --- texts ------------------------------------------------------------------------------------ */

static void
test_texts_that_double_end (void)
{
  g_autoptr (GString) instance = g_string_new ("<data id='f'><q0>0123456789</q0>");
  g_autoptr (GString) binds = g_string_new (NULL);
  g_autoptr (RkFormInstance) self = NULL;

  for (guint i = 1; i < 60; i++)
    {
      g_string_append_printf (instance, "<q%u/>", i);
      g_string_append_printf (
          binds, "<bind nodeset='/data/q%u' calculate='concat(/data/q%u, /data/q%u)'/>", i, i - 1,
          i - 1);
    }
  g_string_append (instance, "</data>");
  self = instance_new (instance->str, binds->str, "<input ref='/data/q0'/>");
  assert_problem (self, "/data/q17", "longer than");
  g_assert_cmpuint (strlen (rk_form_node_get_value (node_at (self, "/data/q16"))), ==, 655360);
}

static void
test_long_answer_is_refused_and_the_former_stays (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new ("<data id='f'><a/></data>", "", "<input ref='/data/a'/>");
  g_autofree char *text = g_strnfill (2 * 1024 * 1024, 'x');

  set (self, "/data/a", "kept");
  g_assert_cmpint (set (self, "/data/a", text), ==, RK_REJECT_LIMIT);
  assert_value (self, "/data/a", "kept");
  assert_problem (self, "/data/a", "longer than");
}

/* --- time ------------------------------------------------------------------------------------- */

static void
test_actions_that_set_each_other_off_end (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id='f'><a/><b/></data>", "",
      "<input ref='/data/a'><setvalue event='xforms-value-changed' ref='/data/b' "
      "value='/data/a + 1'/></input><input ref='/data/b'><setvalue event='xforms-value-changed' "
      "ref='/data/a' value='/data/b + 1'/></input>");

  g_assert_cmpint (set (self, "/data/a", "1"), ==, RK_REJECT_NONE);
  g_assert_cmpuint (rk_form_instance_get_problems (self)->len, ==, 1);
  g_assert_nonnull (strstr (
      ((RkFormMessage *) g_ptr_array_index (rk_form_instance_get_problems (self), 0))->message,
      "without end"));
}

static void
test_pattern_that_explodes_ends (void)
{
  g_autoptr (GString) instance = g_string_new ("<data id='f'><a/>");
  g_autoptr (GString) binds = g_string_new (NULL);
  g_autoptr (RkFormInstance) self = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 500; i++)
    {
      g_string_append_printf (instance, "<q%u/>", i);
      g_string_append_printf (binds,
                              "<bind nodeset='/data/q%u' calculate=\"regex(/data/a, '^(a+)+$')\"/>",
                              i);
    }
  g_string_append (instance, "</data>");
  self = instance_new (instance->str, binds->str, "<input ref='/data/a'/>");
  set (self, "/data/a", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab");
  assert_problem (self, "/data/q0", "too much work");
  g_assert_cmpint (g_get_monotonic_time () - start, <, SOON * G_USEC_PER_SEC);
}

static void
test_plain_pattern_on_a_long_text_matches (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new ("<data id='f'><a/><b/></data>",
                    "<bind nodeset='/data/b' calculate=\"regex(/data/a, '^(x|y)+$')\"/>",
                    "<input ref='/data/a'/>");
  g_autofree char *text = g_strnfill (5000, 'x');

  set (self, "/data/a", text);
  assert_value (self, "/data/b", "true");
}

static void
test_walks_over_everything_end (void)
{
  g_autoptr (GString) instance = g_string_new ("<data id='f'><a/>");
  g_autoptr (GString) binds = g_string_new (NULL);
  g_autoptr (RkFormInstance) self = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 1000; i++)
    {
      g_string_append_printf (instance, "<q%u>x</q%u>", i, i);
      g_string_append_printf (binds,
                              "<bind nodeset='/data/q%u' calculate='count(//*[count(//*[count(//*)"
                              " &gt; position()]) &gt; position()])'/>",
                              i);
    }
  g_string_append (instance, "</data>");
  self = instance_new (instance->str, binds->str, "<input ref='/data/a'/>");
  g_assert_cmpuint (rk_form_instance_get_problems (self)->len, >, 0);
  g_assert_cmpint (g_get_monotonic_time () - start, <, SOON * G_USEC_PER_SEC);
}

/* --- files ------------------------------------------------------------------------------------ */

/* The message with which a form of this instance and model is refused. */
static char *
refusal (const char *instance, const char *model)
{
  g_autofree char *text = form_text (instance, model, "<input ref='/data/a'/>");
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form = form_from_text (text, NULL, &error);

  g_assert_null (form);
  return g_strdup (error->message);
}

static void
assert_refused (const char *instance, const char *model, const char *part)
{
  g_autofree char *message = refusal (instance, model);

  if (strstr (message, part) == NULL)
    g_error ("“%s” does not say “%s”.", message, part);
}

/* @n times @part between @before and @after. */
static char *
repeated (const char *before, const char *part, guint n, const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
  return g_string_free (g_string_append (text, after), FALSE);
}

static void
test_xml_has_limits (void)
{
  g_autofree char *deep = repeated ("<data id='f'><a/>", "<b>", 400, "");
  g_autofree char *closed = repeated (deep, "</b>", 400, "</data>");
  g_autofree char *many = repeated ("<instance id='l'><r>", "<i/>", 1000001, "</r></instance>");
  g_autoptr (GString) attributes = g_string_new ("<data id='f'");
  g_autoptr (GString) questions = g_string_new ("<data id='f'><a/>");
  g_autofree char *name = g_strnfill (3000, 'n');
  g_autofree char *named = g_strdup_printf ("<data id='f'><a/><%s/></data>", name);

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (attributes, " a%u=''", i);
  g_string_append (attributes, "><a/></data>");
  for (guint i = 0; i < 50001; i++)
    g_string_append_printf (questions, "<q%u/>", i);
  g_string_append (questions, "</data>");
  assert_refused (closed, "", "depth");
  assert_refused ("<data id='f'><a/></data>", many, "1000000 elements");
  assert_refused (attributes->str, "", "1000 attributes");
  assert_refused (questions->str, "", "50000 questions");
  assert_refused (named, "", "2000 characters");
}

static void
test_expressions_have_limits (void)
{
  g_autofree char *deep = repeated ("<bind nodeset='/data/a' calculate='", "(", 5000, "1");
  g_autofree char *closed = repeated (deep, ")", 5000, "'/>");
  g_autofree char *sum = repeated ("<bind nodeset='/data/a' calculate='", "1+", 40000, "1'/>");

  assert_refused ("<data id='f'><a/></data>", closed, "nested too deeply");
  assert_refused ("<data id='f'><a/></data>", sum, "too long");
}

static void
test_lists_of_files_have_limits (void)
{
  g_autoptr (GString) csv = g_string_new ("c0");
  g_autofree char *geojson =
      repeated ("{\"type\":\"FeatureCollection\",\"features\":[", "0,", 2100000, "0]}");
  g_autofree char *folder = g_dir_make_tmp ("rk-limits-XXXXXX", NULL);
  g_autofree char *csv_path = g_build_filename (folder, "l.csv", NULL);
  g_autofree char *geojson_path = g_build_filename (folder, "l.geojson", NULL);
  const char *folders[] = { folder, NULL };
  const char *names[] = { "jr://file-csv/l.csv", "jr://file/l.geojson" };

  for (guint i = 1; i < 2000; i++)
    g_string_append_printf (csv, ",c%u", i);
  for (guint i = 0; i < 2000; i++)
    g_string_append (csv, "\nx");
  g_assert_true (g_file_set_contents (csv_path, csv->str, -1, NULL));
  g_assert_true (g_file_set_contents (geojson_path, geojson, -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *model = g_strdup_printf ("<instance id='l' src='%s'/>", names[i]);
      g_autofree char *text =
          form_text ("<data id='f'><a/></data>", model, "<input ref='/data/a'/>");
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (GError) error = NULL;
      g_autoptr (RkForm) form = rk_form_new (bytes, "f.xml", folders, NULL, &error);

      g_assert_null (form);
      g_assert_nonnull (strstr (error->message, "1000000 values"));
    }
  g_remove (csv_path);
  g_remove (geojson_path);
  g_rmdir (folder);
}

static void
test_file_is_refused_by_its_size_or_kind (void)
{
  g_autofree char *folder = g_dir_make_tmp ("rk-limits-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "large.xml", NULL);
  g_autoptr (GError) large = NULL;
  g_autoptr (GError) device = NULL;

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_cmpint (truncate (path, (off_t) 2 << 30), ==, 0); /* takes no place on the disk */
  g_assert_null (rk_form_new_from_file (path, NULL, NULL, &large));
  g_assert_error (large, RK_FORM_ERROR, RK_FORM_ERROR_TOO_LARGE);
  g_assert_null (rk_form_new_from_file ("/dev/zero", NULL, NULL, &device));
  g_assert_error (device, G_FILE_ERROR, G_FILE_ERROR_INVAL);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, function) g_test_add_func ("/form-limits/" name, function)
  ADD ("text-that-asks-for-itself-ends", test_text_that_asks_for_itself_ends);
  ADD ("list-that-asks-for-itself-ends", test_list_that_asks_for_itself_ends);
  ADD ("work-of-an-operation-ends", test_work_of_an_operation_ends);
  ADD ("failing-expression-is-told-once", test_failing_expression_is_told_once);
  ADD ("count-has-a-limit", test_count_has_a_limit);
  ADD ("nested-counts-have-a-limit", test_nested_counts_have_a_limit);
  ADD ("rows-stop-where-there-is-no-room", test_rows_stop_where_there_is_no_room);
  ADD ("texts-that-double-end", test_texts_that_double_end);
  ADD ("long-answer-is-refused-and-the-former-stays",
       test_long_answer_is_refused_and_the_former_stays);
  ADD ("actions-that-set-each-other-off-end", test_actions_that_set_each_other_off_end);
  ADD ("pattern-that-explodes-ends", test_pattern_that_explodes_ends);
  ADD ("plain-pattern-on-a-long-text-matches", test_plain_pattern_on_a_long_text_matches);
  ADD ("walks-over-everything-end", test_walks_over_everything_end);
  ADD ("xml-has-limits", test_xml_has_limits);
  ADD ("expressions-have-limits", test_expressions_have_limits);
  ADD ("lists-of-files-have-limits", test_lists_of_files_have_limits);
  ADD ("file-is-refused-by-its-size-or-kind", test_file_is_refused_by_its_size_or_kind);
#undef ADD
  return g_test_run ();
}
