/* SPDX-License-Identifier: EUPL-1.2 */
/* How long a form takes to be ready, and answers to be recalculated.
 *
 *   bench-form FORM.xml [ANSWERS.json]   prints "name value unit" lines
 *
 * Every node has been looked at before, with its label, hint and choices, as by a view that shows
 * the whole form: an answer takes until all that it changed has been told. The answers are those of
 * the script, or of the bench itself: choices in turn, else small numbers. */
#include "config.h"
#include "rk-form-instance.h"
#include "rk-json.h"

#include <stdlib.h>
#include <string.h>

#define ROUNDS 5
#define ANSWERS 100
#define ROWS 5 /* that are added before */

static double
since_ms (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (const double *times, guint n)
{
  g_autofree double *sorted = g_memdup2 (times, n * sizeof (double));

  qsort (sorted, n, sizeof (double), compare_doubles);
  return sorted[n / 2];
}

static void
print (const char *name, double value, const char *unit)
{
  g_print ("form-%s %.4f %s\n", name, value, unit);
}

/* --- the tree --------------------------------------------------------------------------------- */

static gboolean
can_fill_in (RkFormNode *node)
{
  return rk_form_node_get_node_type (node) == RK_NODE_LEAF && rk_form_node_get_relevant (node) &&
         rk_form_node_get_control (node) != NULL && !rk_form_node_get_readonly (node);
}

/* Looks at all nodes as a view does; those that a person can fill in go to @leaves. */
static void
look (RkFormNode *node, GPtrArray *leaves, guint *n_nodes)
{
  GListModel *children = rk_form_node_get_children (node);

  (*n_nodes)++;
  rk_form_node_get_label (node);
  rk_form_node_get_hint (node);
  rk_form_node_get_choices (node);
  rk_form_node_get_violation (node);
  if (can_fill_in (node))
    g_ptr_array_add (leaves, g_object_ref (node));
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (RkFormNode) child = g_list_model_get_item (children, i);

      look (child, leaves, n_nodes);
    }
}

/* --- answers ---------------------------------------------------------------------------------- */

static JsonArray *
load_script (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) document = rk_json_parse_file (path, &error);

  if (document == NULL)
    {
      g_printerr ("bench-form: %s\n", error->message);
      exit (EXIT_FAILURE);
    }
  return json_array_ref (json_object_get_array_member (json_node_get_object (document), "ops"));
}

static void
add_rows (RkFormInstance *instance, JsonArray *script)
{
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (script) && n < ROWS; i++)
    {
      JsonObject *op = json_array_get_object_element (script, i);
      const char *kind = json_object_get_string_member_with_default (op, "op", "set");
      RkFormNode *node =
          g_str_equal (kind, "add-repeat")
              ? rk_form_instance_find (instance, json_object_get_string_member (op, "path"))
              : NULL;

      n += node != NULL && rk_form_instance_add_row (instance, node, NULL) == RK_REJECT_NONE;
    }
}

static guint
answer_by_script (RkFormInstance *instance, JsonArray *script, double *times)
{
  guint applied = 0;
  guint n = 0;

  for (guint k = 0; n < ANSWERS && k < ANSWERS * 100 && json_array_get_length (script) > 0; k++)
    {
      JsonObject *op = json_array_get_object_element (script, k % json_array_get_length (script));
      gint64 start = g_get_monotonic_time ();
      RkFormNode *node;

      if (!g_str_equal (json_object_get_string_member_with_default (op, "op", "set"), "set"))
        continue;
      node = rk_form_instance_find (instance, json_object_get_string_member (op, "path"));
      applied += node != NULL &&
                 rk_form_instance_set_value (instance, node,
                                             json_object_get_string_member (op, "value")) ==
                     RK_REJECT_NONE;
      times[n++] = since_ms (start);
    }
  return applied;
}

/* Something that is likely to fit: the choices in turn, else a number. */
static char *
make_answer (RkFormNode *node, guint round)
{
  GPtrArray *choices = rk_form_node_get_choices (node);

  if (choices->len > 0)
    return g_strdup (((RkChoice *) g_ptr_array_index (choices, round % choices->len))->value);
  return g_strdup_printf ("%u", 1 + round % 5);
}

static guint
answer_in_turn (RkFormInstance *instance, double *times)
{
  guint n = 0;

  for (guint round = 0; n < ANSWERS && round < ANSWERS; round++)
    {
      g_autoptr (GPtrArray) leaves = g_ptr_array_new_with_free_func (g_object_unref);
      guint n_nodes = 0;

      look (rk_form_instance_get_root (instance), leaves, &n_nodes);
      for (guint i = 0; i < leaves->len && n < ANSWERS; i++)
        {
          RkFormNode *node = g_ptr_array_index (leaves, i);
          g_autofree char *text = make_answer (node, round);
          gint64 start = g_get_monotonic_time ();

          if (rk_form_instance_set_value (instance, node, text) == RK_REJECT_NONE)
            times[n++] = since_ms (start);
        }
    }
  return n;
}

/* --- measuring -------------------------------------------------------------------------------- */

typedef struct
{
  double load[ROUNDS];
  double answers[ROUNDS][ANSWERS];
  guint applied;
  guint n_nodes;
} Times;

static RkFormInstance *
load (const char *path, double *ms)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form = rk_form_new_from_file (path, NULL, NULL, &error);
  RkFormInstance *instance = form != NULL ? rk_form_instance_new (form, NULL, &error) : NULL;

  *ms = since_ms (start);
  if (instance == NULL)
    {
      g_printerr ("bench-form: %s\n", error->message);
      exit (EXIT_FAILURE);
    }
  return instance;
}

static void
run_round (const char *path, JsonArray *script, guint round, Times *times)
{
  g_autoptr (RkFormInstance) instance = load (path, &times->load[round]);
  g_autoptr (GPtrArray) leaves = g_ptr_array_new_with_free_func (g_object_unref);

  if (script != NULL)
    add_rows (instance, script);
  times->n_nodes = 0;
  look (rk_form_instance_get_root (instance), leaves, &times->n_nodes);
  times->applied = script != NULL ? answer_by_script (instance, script, times->answers[round])
                                  : answer_in_turn (instance, times->answers[round]);
}

/* An answer that is slow each time counts; one that other work on the machine held up does not. */
static double
slowest_answer (const Times *times)
{
  double slowest = 0;

  for (guint i = 0; i < ANSWERS; i++)
    {
      double column[ROUNDS];

      for (guint round = 0; round < ROUNDS; round++)
        column[round] = times->answers[round][i];
      slowest = MAX (slowest, median (column, ROUNDS));
    }
  return slowest;
}

static double
all_answers (const Times *times)
{
  double sums[ROUNDS] = { 0 };

  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < ANSWERS; i++)
      sums[round] += times->answers[round][i];
  return median (sums, ROUNDS);
}

/* What getrusage() tells begins with the program that started this one. */
static double
read_peak_mib (void)
{
  g_autofree char *status = NULL;
  const char *peak = NULL;

  if (g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    peak = strstr (status, "VmHWM:");
  return peak != NULL ? g_ascii_strtod (peak + strlen ("VmHWM:"), NULL) / 1024 : 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (JsonArray) script = NULL;
  g_autofree Times *times = g_new0 (Times, 1);

  if (argc < 2 || argc > 3)
    {
      g_printerr ("Usage: bench-form FORM.xml [ANSWERS.json]\n");
      return 2;
    }
  script = argc > 2 ? load_script (argv[2]) : NULL;
  for (guint round = 0; round < ROUNDS; round++)
    run_round (argv[1], script, round, times);
  print ("nodes", times->n_nodes, "nodes");
  print ("ready", median (times->load, ROUNDS), "ms");
  print ("answers-applied", times->applied, "answers");
  print ("100-answers", all_answers (times), "ms");
  print ("slowest-answer", slowest_answer (times), "ms");
  print ("peak-memory", read_peak_mib (), "MiB");
  return EXIT_SUCCESS;
}
