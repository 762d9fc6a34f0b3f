/* SPDX-License-Identifier: EUPL-1.2 */
/* Nothing that a form says takes the program away: each limit stops it in time, keeps the rest at
 * work, and is told in a sentence. */
#include "test-form-helper.h"

/* The seconds within which a limit has to stop, also under sanitizers. */
#define SOON 20

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/form-limits/text-that-asks-for-itself-ends",
                   test_text_that_asks_for_itself_ends);
  g_test_add_func ("/form-limits/list-that-asks-for-itself-ends",
                   test_list_that_asks_for_itself_ends);
  g_test_add_func ("/form-limits/work-of-an-operation-ends", test_work_of_an_operation_ends);
  g_test_add_func ("/form-limits/failing-expression-is-told-once",
                   test_failing_expression_is_told_once);
  return g_test_run ();
}
