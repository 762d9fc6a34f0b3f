/* SPDX-License-Identifier: EUPL-1.2 */
/* What one answer costs: only what depends on it is computed, and a thousand rows cost a thousand
 * times one row, not a million times. Evaluations and steps are counted, not seconds. */
#include "test-form-helper.h"

#define ROWS 200
#define REPEAT                                                                                     \
  "<group ref='/data/r'><repeat nodeset='/data/r'><input ref='/data/r/x'/></repeat></group>"

/* --- counting --------------------------------------------------------------------------------- */

static guint64
cost_of (RkFormInstance *self, const char *path, const char *text)
{
  guint64 before = rk_form_instance_get_evaluations (self);

  g_assert_cmpint (set (self, path, text), ==, RK_REJECT_NONE);
  return rk_form_instance_get_evaluations (self) - before;
}

/* @text with @what replaced by the number @i. */
static char *
fill_in (const char *text, const char *what, guint i)
{
  g_autofree char *number = g_strdup_printf ("%u", i);
  g_auto (GStrv) parts = g_strsplit (text, what, -1);

  return g_strjoinv (number, parts);
}

/* @format for each number: # is the number, ~ the one before. */
static char *
many (const char *format, guint from, guint to)
{
  GString *text = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    {
      g_autofree char *half = fill_in (format, "#", i);
      g_autofree char *filled = fill_in (half, "~", i - 1);

      g_string_append (text, filled);
    }
  return g_string_free (text, FALSE);
}

static void
add_rows (RkFormInstance *self, guint n)
{
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (rk_form_instance_add_row (self, node_at (self, "/data/r"), NULL), ==,
                     RK_REJECT_NONE);
}

/* --- which are computed ----------------------------------------------------------------------- */

static void
test_chain_computes_each_link_once (void)
{
  g_autofree char *elements = many ("<q#/>", 1, 501);
  g_autofree char *whole = g_strconcat ("<data id='f'><q0/>", elements, "<lone/></data>", NULL);
  g_autofree char *binds = many ("<bind nodeset='/data/q#' calculate='/data/q~ + 1'/>", 1, 501);
  g_autoptr (RkFormInstance) self =
      instance_new (whole, binds, "<input ref='/data/q0'/><input ref='/data/lone'/>");

  g_assert_cmpuint (cost_of (self, "/data/q0", "1"), ==, 500);
  assert_value (self, "/data/q500", "501");
  g_assert_cmpuint (cost_of (self, "/data/lone", "1"), ==, 0);
  g_assert_cmpuint (cost_of (self, "/data/q0", "1"), ==, 0);
}

static void
test_chain_stops_where_nothing_changes (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new ("<data id='f'><a/><b/><c/><d/></data>",
                    "<bind nodeset='/data/b' calculate=\"if(/data/a &gt; 10, 'many', 'few')\"/>"
                    "<bind nodeset='/data/c' calculate=\"concat(/data/b, '!')\"/>"
                    "<bind nodeset='/data/d' calculate='/data/c'/>",
                    "<input ref='/data/a'/>");

  set (self, "/data/a", "1");
  g_assert_cmpuint (cost_of (self, "/data/a", "2"), ==, 1);
  g_assert_cmpuint (cost_of (self, "/data/a", "12"), ==, 3);
}

static void
test_fan_computes_each_reader_once (void)
{
  g_autofree char *elements = many ("<q#/>", 1, 301);
  g_autofree char *whole = g_strconcat ("<data id='f'><a/><b/>", elements, "</data>", NULL);
  g_autofree char *readers =
      many ("<bind nodeset='/data/q#' calculate='/data/a + /data/b + /data/a'/>", 1, 201);
  g_autofree char *others = many ("<bind nodeset='/data/q#' calculate='/data/b * 2'/>", 201, 301);
  g_autofree char *binds = g_strconcat (readers, others, NULL);
  g_autoptr (RkFormInstance) self =
      instance_new (whole, binds, "<input ref='/data/a'/><input ref='/data/b'/>");

  g_assert_cmpuint (cost_of (self, "/data/a", "1"), ==, 200);
  g_assert_cmpuint (cost_of (self, "/data/b", "1"), ==, 300);
}

/* Two ways to the same reader: it is computed after both. */
static void
test_diamond_computes_its_end_once (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new ("<data id='f'><end/><left/><right/><a/></data>",
                    "<bind nodeset='/data/end' calculate='/data/left + /data/right'/>"
                    "<bind nodeset='/data/left' calculate='/data/a + 1'/>"
                    "<bind nodeset='/data/right' calculate='/data/a + 2'/>",
                    "<input ref='/data/a'/>");

  g_assert_cmpuint (cost_of (self, "/data/a", "1"), ==, 3);
  assert_value (self, "/data/end", "5");
}

static void
test_row_leaves_other_rows_alone (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new ("<data id='f'><r><x/><y/><z/></r></data>",
                    "<bind nodeset='/data/r/y' relevant='../x &gt; 3' calculate='/data/r/x * 2'/>"
                    "<bind nodeset='/data/r/z' calculate='../y + 1'/>",
                    REPEAT);

  add_rows (self, 49);
  /* relevance and calculation of y, calculation of z */
  g_assert_cmpuint (cost_of (self, "/data/r[7]/x", "5"), ==, 3);
  assert_value (self, "/data/r[7]/y", "10");
  assert_value (self, "/data/r[8]/y", "");
}

static void
test_new_row_leaves_other_rows_alone (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new ("<data id='f'><r><x/><y/></r></data>",
                    "<bind nodeset='/data/r/y' calculate='../x + 1'/>", REPEAT);
  guint64 before;

  add_rows (self, 49);
  before = rk_form_instance_get_evaluations (self);
  add_rows (self, 1);
  g_assert_cmpuint (rk_form_instance_get_evaluations (self) - before, <=, 2);
}

static void
test_label_is_computed_when_what_it_shows_changes (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new ("<data id='f'><a/><b/><c/></data>", "",
                    "<input ref='/data/a'/><input ref='/data/b'/>"
                    "<input ref='/data/c'><label>Of <output value='/data/a'/></label></input>");

  g_assert_cmpstr (rk_form_node_get_label (node_at (self, "/data/c")), ==, "Of");
  g_assert_cmpuint (cost_of (self, "/data/b", "1"), ==, 0);
  g_assert_cmpuint (cost_of (self, "/data/a", "1"), ==, 1);
  g_assert_cmpstr (rk_form_node_get_label (node_at (self, "/data/c")), ==, "Of 1");
}

static void
test_list_is_computed_when_what_filters_it_changes (void)
{
  g_autofree char *items = many ("<item><n>n#</n><m>m</m></item>", 1, 101);
  g_autofree char *list =
      g_strconcat ("<instance id='l'><root>", items, "</root></instance>", NULL);
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id='f'><a/><b/><c/></data>", list,
      "<input ref='/data/a'/><input ref='/data/b'/><select1 ref='/data/c'>"
      "<itemset nodeset=\"instance('l')/root/item[m = /data/a]\"><value ref='n'/></itemset>"
      "</select1>");

  g_assert_cmpuint (rk_form_node_get_choices (node_at (self, "/data/c"))->len, ==, 0);
  g_assert_cmpuint (cost_of (self, "/data/b", "1"), ==, 0);
  g_assert_cmpuint (cost_of (self, "/data/c", "x"), ==, 0);
  cost_of (self, "/data/a", "m");
  g_assert_cmpuint (rk_form_node_get_choices (node_at (self, "/data/c"))->len, ==, 100);
}

/* --- how much work ---------------------------------------------------------------------------- */

/* Steps of adding @n rows one by one and answering a question in the last one. */
static guint64
work_of_rows (const char *model, guint n)
{
  g_autoptr (RkFormInstance) self =
      instance_new ("<data id='f'><r><x/><y/></r><s/></data>", model, REPEAT);
  g_autofree char *path = g_strdup_printf ("/data/r[%u]/x", n);

  add_rows (self, n - 1);
  g_assert_cmpint (set (self, path, "5"), ==, RK_REJECT_NONE);
  g_assert_cmpuint (rk_form_instance_get_problems (self)->len, ==, 0);
  return rk_form_instance_get_work (self);
}

/* Twice the rows: each new one may wake all others, but does not make each of them walk past all.
 */
static void
assert_at_most_square (const char *model)
{
  guint64 half = work_of_rows (model, ROWS / 2);
  guint64 whole = work_of_rows (model, ROWS);

  g_test_message ("%s: %" G_GUINT64_FORMAT " and %" G_GUINT64_FORMAT " steps", model, half, whole);
  g_assert_cmpfloat ((double) whole / (double) half, <, 4.8);
}

static void
test_rows_that_read_the_row_before (void)
{
  assert_at_most_square ("<bind nodeset='/data/r/y' "
                         "calculate='/data/r[position()=position(current()/..)-1]/x'/>");
}

static void
test_rows_that_read_by_number (void)
{
  assert_at_most_square ("<bind nodeset='/data/r/y' "
                         "calculate='indexed-repeat(/data/r/x, /data/r, position(..) - 1)'/>");
}

static void
test_rows_that_read_a_sum_over_all (void)
{
  assert_at_most_square ("<bind nodeset='/data/r/y' calculate='../x div sum(/data/r/x)'/>");
}

static void
test_rows_that_count_all (void)
{
  assert_at_most_square ("<bind nodeset='/data/r/y' calculate='position(..) div count(/data/r)'/>"
                         "<bind nodeset='/data/s' calculate='sum(/data/r/y)'/>");
}

static void
test_sum_follows_answers_and_rows (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new ("<data id='f'><r><x>0</x><y/></r><hide/></data>",
                    "<bind nodeset='/data/r/y' calculate='count-non-empty(/data/r/x) + 0'/>"
                    "<bind nodeset='/data/r/x' relevant=\"/data/hide = ''\"/>",
                    REPEAT "<input ref='/data/hide'/>");

  add_rows (self, 2);
  set (self, "/data/r[1]/x", "1");
  set (self, "/data/r[2]/x", "2");
  set (self, "/data/r[3]/x", "3");
  assert_value (self, "/data/r[1]/y", "3");
  rk_form_instance_remove_row (self, node_at (self, "/data/r[2]"));
  assert_value (self, "/data/r[2]/y", "2");
  set (self, "/data/hide", "yes");
  assert_value (self, "/data/r[1]/y", "0");
  set (self, "/data/hide", "");
  assert_value (self, "/data/r[1]/y", "2");
}

/* What reads in other rows, by a predicate or by climbing out of its own, follows those rows. */
static void
test_reader_of_other_rows_follows_them (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new ("<data id='f'><r><x/><y/><z/></r></data>",
                    "<bind nodeset='/data/r/y' calculate=\"/data/r[x = 'b']/x\"/>"
                    "<bind nodeset='/data/r/z' calculate='concat(../../r/x)'/>",
                    REPEAT);

  add_rows (self, 2);
  set (self, "/data/r[1]/x", "a");
  set (self, "/data/r[2]/x", "b");
  assert_value (self, "/data/r[1]/y", "b");
  assert_value (self, "/data/r[3]/y", "b");
  assert_value (self, "/data/r[1]/z", "ab");
  rk_form_instance_remove_row (self, node_at (self, "/data/r[2]"));
  assert_value (self, "/data/r[1]/y", "");
  assert_value (self, "/data/r[1]/z", "a");
}

static void
test_rows_by_number_are_the_right_ones (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id='f'><r><x/><y/><z/></r></data>",
      "<bind nodeset='/data/r/y' calculate='/data/r[position()=position(current()/..)-1]/x'/>"
      "<bind nodeset='/data/r/z' "
      "calculate='indexed-repeat(/data/r/x, /data/r, position(..) + 1)'/>",
      REPEAT);

  add_rows (self, 2);
  set (self, "/data/r[1]/x", "a");
  set (self, "/data/r[2]/x", "b");
  set (self, "/data/r[3]/x", "c");
  assert_value (self, "/data/r[1]/y", "");
  assert_value (self, "/data/r[3]/y", "b");
  assert_value (self, "/data/r[1]/z", "b");
  assert_value (self, "/data/r[3]/z", "");
  rk_form_instance_move_row (self, node_at (self, "/data/r[3]"), 0);
  assert_value (self, "/data/r[2]/y", "c");
  assert_value (self, "/data/r[1]/z", "a");
}

/* The predicate of a list finds by a table whatever operand it can. */
static void
test_long_list_is_looked_up (void)
{
  g_autofree char *items = many ("<item><n>n#</n><m>m#</m></item>", 1, 3001);
  g_autofree char *list =
      g_strconcat ("<instance id='l'><root>", items, "</root></instance>", NULL);
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id='f'><a/><c/></data>", list,
      "<input ref='/data/a'/><select1 ref='/data/c'>"
      "<itemset nodeset=\"instance('l')/root/item[n != '' and m = concat('m', /data/a)]\">"
      "<value ref='n'/></itemset></select1>");
  guint64 before;

  rk_form_node_get_choices (node_at (self, "/data/c"));
  before = rk_form_instance_get_work (self);
  set (self, "/data/a", "2999");
  g_assert_cmpuint (rk_form_node_get_choices (node_at (self, "/data/c"))->len, ==, 1);
  g_assert_cmpuint (rk_form_instance_get_work (self) - before, <, 400);
}

static void
test_questions_with_the_same_list_make_it_once (void)
{
  g_autofree char *items = many ("<item><n>n#</n><m>#</m></item>", 1, 1001);
  g_autofree char *list =
      g_strconcat ("<instance id='l'><root>", items, "</root></instance>", NULL);
  g_autofree char *elements = many ("<q#/>", 1, 41);
  g_autofree char *whole = g_strconcat ("<data id='f'><a/>", elements, "</data>", NULL);
  g_autofree char *selects =
      many ("<select1 ref='/data/q#'><itemset nodeset=\"instance('l')/root/item[m &lt; /data/a]\">"
            "<value ref='n'/><label ref='n'/></itemset></select1>",
            1, 41);
  g_autofree char *body = g_strconcat ("<input ref='/data/a'/>", selects, NULL);
  g_autoptr (RkFormInstance) self = instance_new (whole, list, body);
  guint64 before = rk_form_instance_get_evaluations (self);

  set (self, "/data/a", "500");
  for (guint i = 1; i <= 40; i++)
    {
      g_autofree char *path = g_strdup_printf ("/data/q%u", i);

      g_assert_cmpuint (rk_form_node_get_choices (node_at (self, path))->len, ==, 499);
    }
  /* the list, and the label of each choice */
  g_assert_cmpuint (rk_form_instance_get_evaluations (self) - before, ==, 1 + 499);
}

/* A question among very many is found without a walk past all others. */
static void
test_long_group_is_looked_up (void)
{
  g_autofree char *elements = many ("<q#/>", 1, 3001);
  g_autofree char *whole = g_strconcat ("<data id='f'><q0/>", elements, "</data>", NULL);
  g_autofree char *binds = many ("<bind nodeset='/data/q#' calculate='/data/q~ + 1'/>", 1, 3001);
  g_autoptr (RkFormInstance) self = instance_new (whole, binds, "<input ref='/data/q0'/>");
  guint64 before = rk_form_instance_get_work (self);

  set (self, "/data/q0", "1");
  assert_value (self, "/data/q3000", "3001");
  g_assert_cmpuint (rk_form_instance_get_work (self) - before, <, 3000 * 40);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, function) g_test_add_func ("/form-effort/" name, function)
  ADD ("chain-computes-each-link-once", test_chain_computes_each_link_once);
  ADD ("chain-stops-where-nothing-changes", test_chain_stops_where_nothing_changes);
  ADD ("fan-computes-each-reader-once", test_fan_computes_each_reader_once);
  ADD ("diamond-computes-its-end-once", test_diamond_computes_its_end_once);
  ADD ("row-leaves-other-rows-alone", test_row_leaves_other_rows_alone);
  ADD ("new-row-leaves-other-rows-alone", test_new_row_leaves_other_rows_alone);
  ADD ("label-is-computed-when-what-it-shows-changes",
       test_label_is_computed_when_what_it_shows_changes);
  ADD ("list-is-computed-when-what-filters-it-changes",
       test_list_is_computed_when_what_filters_it_changes);
  ADD ("rows-that-read-the-row-before", test_rows_that_read_the_row_before);
  ADD ("rows-that-read-by-number", test_rows_that_read_by_number);
  ADD ("rows-that-read-a-sum-over-all", test_rows_that_read_a_sum_over_all);
  ADD ("rows-that-count-all", test_rows_that_count_all);
  ADD ("sum-follows-answers-and-rows", test_sum_follows_answers_and_rows);
  ADD ("reader-of-other-rows-follows-them", test_reader_of_other_rows_follows_them);
  ADD ("rows-by-number-are-the-right-ones", test_rows_by_number_are_the_right_ones);
  ADD ("long-list-is-looked-up", test_long_list_is_looked_up);
  ADD ("questions-with-the-same-list-make-it-once", test_questions_with_the_same_list_make_it_once);
  ADD ("long-group-is-looked-up", test_long_group_is_looked_up);
#undef ADD
  return g_test_run ();
}
