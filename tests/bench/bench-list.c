/* SPDX-License-Identifier: EUPL-1.2 */
/* A list of 100,000 rows: from opening the workspace to the first row, to the last row, and one key
 * of a search. Prints "name value unit" lines; times are medians. */
#include "rk-change.h"
#include "rk-list-model.h"
#include "rk-search.h"
#include "rk-workspace.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROWS 100000
#define RUNS 11

static const RkField fields[] = {
  { "name", "Name", RK_FIELD_TEXT, RK_FIELD_REQUIRED | RK_FIELD_SEARCHABLE | RK_FIELD_INDEXED },
  { "remark", "Remark", RK_FIELD_LONG_TEXT, RK_FIELD_SEARCHABLE },
  { "users", "Users", RK_FIELD_INTEGER, RK_FIELD_PLAIN },
  { NULL },
};
static const RkKind solution = { "solution", "Solution", "Solutions", "name", fields };
static const RkKind *const kinds[] = { &solution, NULL };

static const char *const words[] = { "burgerloket", "financiën",   "gemeente", "vergunning",
                                     "sport",       "bibliotheek", "archief",  "personeel",
                                     "ruimte",      "milieu",      "register", "belasting" };

static double
now_ms (void)
{
  return (double) g_get_monotonic_time () / 1000.0;
}

static void
print_ms (const char *name, double value)
{
  printf ("%s %.2f ms\n", name, value);
}

static int
compare (const void *a, const void *b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
median (double *values)
{
  qsort (values, RUNS, sizeof *values, compare);
  return values[RUNS / 2];
}

static RkStore *
open_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  RkStore *store = rk_store_open (path, kinds, RK_STORE_CREATE, &error);

  if (store == NULL)
    g_error ("%s", error->message);
  return store;
}

/* In a process of its own: the peak memory reported is that of reading. */
static void
fill (const char *path)
{
  g_autoptr (RkStore) store = open_store (path);
  g_autoptr (RkChange) change = rk_change_new (store, "Fill");
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  double start = now_ms ();

  rk_change_set_bulk (change, TRUE);
  for (guint i = 0; i < ROWS; i++)
    {
      g_autofree char *id = rk_store_new_id ();
      g_autofree char *name = g_strdup_printf ("Oplossing %s %06u", words[i % G_N_ELEMENTS (words)],
                                               (guint) g_rand_int_range (random, 0, 1000000));
      g_autofree char *users = g_strdup_printf ("%u", i % 977);

      rk_change_set (change, "solution", id, "name", name, "remark",
                     "Pakket voor lokale besturen, ook als dienst af te nemen", "users", users,
                     NULL);
    }
  if (!rk_change_apply (change, NULL))
    g_error ("Filling failed");
  print_ms ("list-fill-100000", now_ms () - start);
  fflush (stdout);
}

static void
fill_in_child (const char *path)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      fill (path);
      _exit (0);
    }
  if (waitpid (child, &status, 0) != child || status != 0)
    g_error ("Filling failed");
}

/* The whole way from the file to a row on the screen. */
static void
measure_rows (const char *path)
{
  double first[RUNS], last[RUNS];

  for (guint i = 0; i < RUNS; i++)
    {
      double start = now_ms ();
      g_autoptr (RkStore) store = open_store (path);
      g_autoptr (RkListModel) model = rk_list_model_new (store, "solution");
      g_autoptr (RkRecord) record = NULL;
      g_autoptr (RkRecord) end = NULL;

      rk_list_model_set_query (model, NULL, NULL, "name", NULL);
      record = g_list_model_get_item (G_LIST_MODEL (model), 0);
      first[i] = now_ms () - start;
      start = now_ms ();
      end = g_list_model_get_item (G_LIST_MODEL (model), ROWS - 1);
      last[i] = now_ms () - start;
      if (*rk_record_get_title (record) == '\0' || *rk_record_get_title (end) == '\0')
        g_error ("A row is missing");
    }
  print_ms ("list-open-to-first-row", median (first));
  print_ms ("list-last-row", median (last));
}

static void
measure_search (const char *path)
{
  static const char *const typed[] = { "g", "ge", "gem", "gemeente", "gemeente 0", "oplossing" };
  g_autoptr (RkStore) store = open_store (path);
  g_autoptr (RkListModel) model = rk_list_model_new (store, "solution");
  double worst_filter = 0;
  double worst_search = 0;

  for (guint t = 0; t < G_N_ELEMENTS (typed); t++)
    {
      double filter[RUNS], search[RUNS];

      for (guint i = 0; i < RUNS; i++)
        {
          double start = now_ms ();
          g_autoptr (GPtrArray) hits = NULL;
          g_autoptr (RkRecord) record = NULL;

          rk_list_model_set_query (model, typed[t], NULL, NULL, NULL);
          record = g_list_model_get_item (G_LIST_MODEL (model), 0);
          filter[i] = now_ms () - start;
          start = now_ms ();
          hits = rk_search (store, typed[t], NULL, 10, NULL);
          search[i] = now_ms () - start;
          if (record == NULL || hits->len != 10)
            g_error ("“%s” was not found", typed[t]);
        }
      worst_filter = MAX (worst_filter, median (filter));
      worst_search = MAX (worst_search, median (search));
    }
  print_ms ("list-filter-slowest-key", worst_filter);
  print_ms ("search-slowest-key", worst_search);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bench-list-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.regiekamer", NULL);
  const char *remove[] = { "rm", "-rf", folder, NULL };
  struct rusage usage;

  fill_in_child (path);
  measure_rows (path);
  measure_search (path);
  getrusage (RUSAGE_SELF, &usage);
  printf ("list-peak-memory %ld KiB\n", usage.ru_maxrss);
  g_spawn_sync (NULL, (char **) remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                NULL);
  return 0;
}
