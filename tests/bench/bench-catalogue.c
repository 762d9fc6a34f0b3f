/* SPDX-License-Identifier: EUPL-1.2 */
/* A catalogue of 100,000 products: taking it over from a CSV file, looking at one of a million rows
 * without taking it over, and one key of a search among them. Prints "name value unit" lines. */
#include "rk-import.h"
#include "rk-list-model.h"
#include "rk-portfolio-kinds.h"
#include "rk-search.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#define ROWS 100000
#define MANY_ROWS 1000000
#define RUNS 11

static const char *const words[] = { "burgerloket", "financiën",   "gemeente", "vergunning",
                                     "sport",       "bibliotheek", "archief",  "personeel" };

static void
print_since (const char *name, gint64 start)
{
  printf ("%s %.1f ms\n", name, (double) (g_get_monotonic_time () - start) / 1000.0);
  fflush (stdout);
}

static void
print_memory (const char *name)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  printf ("%s %ld KiB\n", name, usage.ru_maxrss);
}

static void
write_list (const char *path, guint rows)
{
  FILE *file = fopen (path, "w");

  if (file == NULL)
    g_error ("%s cannot be written", path);
  fputs ("Pakket;Leverancier;Omschrijving;Licentie;Levering\r\n", file);
  for (guint i = 0; i < rows; i++)
    fprintf (file, "Oplossing %s %06u;Leverancier %u;\"Pakket; ook als dienst\";%s;SaaS\r\n",
             words[i % G_N_ELEMENTS (words)], i, i % 250,
             i % 3 == 0 ? "open source" : "propriëtair");
  fclose (file);
}

static RkImport *
open_list (RkStore *store, const char *path)
{
  g_autoptr (GError) error = NULL;
  RkImportSubject subject;
  RkRows *rows = rk_rows_open (path, &error);

  if (rows == NULL || !rk_import_subject_find ("product", &subject))
    g_error ("%s", error->message);
  return rk_import_new (store, &subject, rows);
}

static void
measure_import (RkStore *store, const char *path)
{
  g_autoptr (RkImport) import = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start;

  write_list (path, ROWS);
  import = open_list (store, path);
  start = g_get_monotonic_time ();
  if (!rk_import_check (import, store, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  print_since ("catalogue-check-100000", start);
  start = g_get_monotonic_time ();
  if (!rk_import_apply (import, store, TRUE, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  print_since ("catalogue-import-100000", start);
  if (rk_import_count (import, RK_IMPORT_NEW) != ROWS)
    g_error ("%u rows", rk_import_count (import, RK_IMPORT_NEW));
  print_memory ("catalogue-import-peak-memory");
}

static int
compare (const void *a, const void *b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

static void
measure_search (RkStore *store)
{
  static const char *const typed[] = { "g", "ge", "gem", "gemeente", "gemeente 0", "oplossing" };
  g_autoptr (RkListModel) model = rk_list_model_new (store, "product");
  gint64 worst_filter = 0, worst_search = 0;

  for (guint t = 0; t < G_N_ELEMENTS (typed); t++)
    {
      gint64 filter[RUNS], search[RUNS];

      for (guint i = 0; i < RUNS; i++)
        {
          gint64 start = g_get_monotonic_time ();
          g_autoptr (GPtrArray) hits = NULL;
          g_autoptr (RkRecord) record = NULL;

          rk_list_model_set_query (model, typed[t], NULL, NULL, NULL);
          record = g_list_model_get_item (G_LIST_MODEL (model), 0);
          filter[i] = g_get_monotonic_time () - start;
          start = g_get_monotonic_time ();
          hits = rk_search (store, typed[t], "product", 5, NULL);
          search[i] = g_get_monotonic_time () - start;
          if (record == NULL || hits->len == 0)
            g_error ("“%s” was not found", typed[t]);
        }
      qsort (filter, RUNS, sizeof *filter, compare);
      qsort (search, RUNS, sizeof *search, compare);
      worst_filter = MAX (worst_filter, filter[RUNS / 2]);
      worst_search = MAX (worst_search, search[RUNS / 2]);
    }
  printf ("catalogue-filter-slowest-key %.2f ms\n", (double) worst_filter / 1000.0);
  printf ("catalogue-search-slowest-key %.2f ms\n", (double) worst_search / 1000.0);
}

/* A million rows, read one at a time. */
static void
measure_reading (const char *path)
{
  g_autoptr (RkRows) rows = NULL;
  gint64 start;
  guint n = 0;

  write_list (path, MANY_ROWS);
  start = g_get_monotonic_time ();
  rows = rk_rows_open (path, NULL);
  while (rk_rows_next (rows, NULL))
    n++;
  print_since ("catalogue-read-1000000", start);
  if (n != MANY_ROWS)
    g_error ("%u rows", n);
}

int
main (int argc, char **argv)
{
  g_autofree char *file = g_build_filename (argv[1], "catalogue.regiekamer", NULL);
  g_autofree char *path = g_build_filename (argv[1], "catalogue.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkStore) store = rk_store_open (file, rk_portfolio_kinds, RK_STORE_CREATE, &error);

  if (store == NULL)
    g_error ("%s", error->message);
  measure_reading (path);
  print_memory ("catalogue-read-peak-memory");
  measure_import (store, path);
  measure_search (store);
  return 0;
}
