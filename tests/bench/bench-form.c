/* SPDX-License-Identifier: EUPL-1.2 */
/* How long a form takes to be ready, and one answer to be recalculated.
 *
 *   bench-form FORM.xml   prints "name value unit" lines */
#include "config.h"
#include "rk-form-instance.h"

#include <stdlib.h>
#include <sys/resource.h>

#define LOADS 9
#define ANSWERS 400

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
percentile (GArray *times, double part)
{
  qsort (times->data, times->len, sizeof (double), compare_doubles);
  return g_array_index (times, double, (guint) (part * (times->len - 1)));
}

static void
print (const char *name, double value, const char *unit)
{
  g_print ("%s %.4f %s\n", name, value, unit);
}

/* All leaves that a person can fill in now. */
static void
collect_leaves (RkFormNode *node, GPtrArray *leaves)
{
  GListModel *children = rk_form_node_get_children (node);

  if (rk_form_node_get_node_type (node) == RK_NODE_LEAF && rk_form_node_get_relevant (node) &&
      rk_form_node_get_control (node) != NULL && !rk_form_node_get_readonly (node))
    g_ptr_array_add (leaves, g_object_ref (node));
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (RkFormNode) child = g_list_model_get_item (children, i);

      collect_leaves (child, leaves);
    }
}

static RkFormInstance *
load (const char *path, GArray *times)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form = rk_form_new_from_file (path, NULL, NULL, &error);
  RkFormInstance *instance = form != NULL ? rk_form_instance_new (form, NULL, &error) : NULL;
  double ms = since_ms (start);

  if (instance == NULL)
    {
      g_printerr ("bench-form: %s\n", error->message);
      exit (EXIT_FAILURE);
    }
  g_array_append_val (times, ms);
  return instance;
}

/* Something that is likely to fit: the choices in turn, else a number. */
static char *
make_answer (RkFormNode *node, guint round)
{
  GPtrArray *choices = rk_form_node_get_choices (node);

  if (choices->len > 0)
    return g_strdup (((RkChoice *) g_ptr_array_index (choices, round % choices->len))->value);
  return g_strdup_printf ("%u", round % 17);
}

static void
answer (RkFormInstance *instance, GArray *times)
{
  for (guint round = 0; times->len < ANSWERS && round < ANSWERS; round++)
    {
      g_autoptr (GPtrArray) leaves = g_ptr_array_new_with_free_func (g_object_unref);

      collect_leaves (rk_form_instance_get_root (instance), leaves);
      for (guint i = 0; i < leaves->len && times->len < ANSWERS; i++)
        {
          RkFormNode *node = g_ptr_array_index (leaves, i);
          g_autofree char *text = make_answer (node, round);
          gint64 start = g_get_monotonic_time ();
          double ms;

          if (rk_form_instance_set_value (instance, node, text) != RK_REJECT_NONE)
            continue;
          ms = since_ms (start);
          g_array_append_val (times, ms);
        }
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GArray) loads = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (RkFormInstance) instance = NULL;
  struct rusage usage;

  if (argc != 2)
    {
      g_printerr ("Usage: bench-form FORM.xml\n");
      return 2;
    }
  for (int i = 0; i < LOADS; i++)
    {
      g_clear_object (&instance);
      instance = load (argv[1], loads);
    }
  answer (instance, answers);
  getrusage (RUSAGE_SELF, &usage);
  print ("form-ready", percentile (loads, 0.5), "ms");
  if (answers->len > 0)
    {
      print ("form-answer-median", percentile (answers, 0.5), "ms");
      print ("form-answer-p95", percentile (answers, 0.95), "ms");
    }
  print ("form-peak-memory", (double) usage.ru_maxrss / 1024, "MiB");
  return EXIT_SUCCESS;
}
