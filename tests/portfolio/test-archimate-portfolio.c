/* SPDX-License-Identifier: EUPL-1.2 */
/* The own applications as a model: what is in it, what a level leaves out, and that it is one. */
#include "archimate-fixture.h"
#include "rk-archimate-portfolio.h"

#include <string.h>

/* One of everything, on the small model. */
static void
fill (RkStore *store)
{
  g_autoptr (RkChange) change = rk_change_new (store, "Fill");
  g_autoptr (GError) error = NULL;

  rk_change_set (change, "supplier", "s-1", "name", "Bouwmeester & zonen", "contact", "Jan Geheim",
                 NULL);
  rk_change_set (change, "product", "p-1", "name", "BurgerPunt", "supplier", "s-1", "components",
                 "id-case obj_1", "url", "https://example.org/?a=1&b=2", NULL);
  rk_change_set (change, "product_version", "v-1", "product", "p-1", "label", "4.2", "status",
                 "distribution", NULL);
  rk_change_set (change, "product_version", "v-2", "product", "p-1", "label", "5.0", NULL);
  rk_change_set (change, "application", "a_1:x", "name", "BurgerPunt balie", "product", "p-1",
                 "version", "v-1", "status", "in_use", "annual_cost", "12345.67", NULL);
  rk_change_set (change, "application", "a-2", "name", "Zaakhuis", "supplier", "s-1", "status",
                 "planned", NULL);
  rk_change_set (change, "fit", "f-1", "application", "a_1:x", "component", "obj_1", NULL);
  rk_change_set (change, "fit", "f-2", "application", "a-2", "component", "obj_1", NULL);
  rk_change_set (change, "fit", "f-3", "application", "a-2", "component", "gone", NULL);
  rk_change_set (change, "contract", "c-1", "name", "Contract 777", "supplier", "s-1", NULL);
  rk_change_set (change, "standard", "st-1", "name", "OSLO Persoon", "version", "1.0", NULL);
  rk_change_set (change, "product_standard", "ps-1", "product", "p-1", "standard", "st-1", "claim",
                 "proven", NULL);
  rk_change_set (change, "component_standard", "cs-1", "component", "obj_1", "standard", "st-1",
                 "obligation", "required", NULL);
  rk_change_set (change, "interface", "i-1", "source", "a_1:x", "target", "a-2", "direction",
                 "backward", "type", "standard", "standard", "st-1", "transport", "file", NULL);
  rk_change_set (change, "interface", "i-2", "source", "a_1:x", "target_name", "Rijksregister",
                 "shared_with_peers", "true", NULL);
  rk_change_set (change, "organisation", "o-1", "name", "Regio", "type", "collaboration", NULL);
  rk_change_set (change, "organisation", "o-2", "name", "Buurgemeente", "type", "municipality",
                 "parent", "o-1", NULL);
  rk_change_apply (change, &error);
  g_assert_no_error (error);
}

/* The text of the export at @level, which is imported again without a word of warning about it. */
static char *
export_text (Fixture *f, RkLevel level, RkArchimatePortfolio *counts)
{
  g_autofree char *folder = g_path_get_dirname (f->path);
  g_autofree char *path = g_build_filename (folder, "own.xml", NULL);
  g_autoptr (RkArchimateSummary) summary = NULL;
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  rk_archimate_portfolio_export (f->store, level, path, counts, NULL, &error);
  g_assert_no_error (error);
  summary = import_path (f->store, path, RK_ARCHIMATE_IMPORT_TRIAL);
  g_assert_cmpuint (summary->counts[RK_ARCHIMATE_NOT_ALLOWED], ==, 1); /* the model's own */
  g_assert_cmpuint (rk_archimate_summary_count_warnings (summary), ==, 1);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
assert_has (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in the export", words);
}

static void
assert_lacks (const char *text, const char *words)
{
  if (strstr (text, words) != NULL)
    g_error ("“%s” is in the export", words);
}

static void
test_full (Fixture *f, gconstpointer data)
{
  g_autoptr (RkArchimateSummary) summary = import_fixture (f->store, "small.xml");
  g_autofree char *text = NULL;
  RkArchimatePortfolio counts;

  fill (f->store);
  text = export_text (f, RK_LEVEL_FULL, &counts);
  g_assert_cmpuint (counts.n_left_out, ==, 1);
  g_assert_cmpuint (counts.n_views, ==, 1);
  assert_has (text, ">Bouwmeester &amp; zonen</name>");
  assert_has (text, ">levert</name>");
  assert_has (text, ">wordt gebruikt voor</name>");
  assert_has (text, ">is geschikt voor</name>");
  assert_has (text, ">In productie</value>");
  assert_has (text, ">Gepland</value>");
  assert_has (text, ">distributie</value>");
  assert_has (text, ">right_to_left</value>");
  assert_has (text, ">Buitengemeentelijk</value>");
  assert_has (text, ">Bestandsoverdracht</value>");
  assert_has (text, ">Verplicht</value>");
  assert_has (text, ">bewezen</value>");
  assert_has (text, "Rijksregister");
  assert_has (text, "Overzicht – toepassingen");
  assert_has (text, "Klein model 2.3.</documentation>");
  assert_has (text, "xsi:type=\"BusinessCollaboration\"");
  assert_has (text, "BurgerPunt 5.0");
  assert_lacks (text, "BurgerPunt 4.2"); /* the application is that version */
  assert_lacks (text, "Contract 777");
  assert_lacks (text, "12345");
}

static void
test_levels (Fixture *f, gconstpointer data)
{
  g_autoptr (RkArchimateSummary) summary = import_fixture (f->store, "small.xml");
  g_autofree char *peers = NULL;
  g_autofree char *catalogue = NULL;

  fill (f->store);
  peers = export_text (f, RK_LEVEL_PEERS, NULL);
  assert_has (peers, "Zaakhuis");
  assert_has (peers, "Rijksregister");
  assert_lacks (peers, "right_to_left"); /* an interface that colleagues may not see */
  assert_lacks (peers, "Jan Geheim");
  catalogue = export_text (f, RK_LEVEL_PUBLIC, NULL);
  assert_has (catalogue, "BurgerPunt 4.2");
  assert_has (catalogue, ">is geschikt voor</name>");
  assert_lacks (catalogue, "Zaakhuis");
  assert_lacks (catalogue, "BurgerPunt balie");
  assert_lacks (catalogue, "Rijksregister");
  assert_lacks (catalogue, "Gebruik status");
  assert_lacks (catalogue, "wordt gebruikt voor");
  assert_lacks (catalogue, "Buurgemeente");
  assert_lacks (catalogue, "Overzicht – toepassingen");
}

/* Applications are drawn inside the box that they stand on. */
static void
test_plot (Fixture *f, gconstpointer data)
{
  g_autoptr (RkArchimateSummary) summary = import_fixture (f->store, "small.xml");
  g_autofree char *folder = g_path_get_dirname (f->path);
  g_autofree char *path = g_build_filename (folder, "own.xml", NULL);
  g_autoptr (RkArchimateSummary) again = NULL;
  g_autoptr (RkArchitecture) model = NULL;
  g_autoptr (RkView) view = NULL;
  g_autoptr (GError) error = NULL;
  const RkViewNode *nodes;
  guint n, found = 0;

  fill (f->store);
  rk_archimate_portfolio_export (f->store, RK_LEVEL_FULL, path, NULL, NULL, &error);
  again = import_path (f->store, path, RK_ARCHIMATE_IMPORT_USE);
  model = rk_architecture_open (f->store, NULL, &error);
  view = rk_architecture_load_view (model, "plot-id-view", &error);
  g_assert_no_error (error);
  nodes = rk_view_get_nodes (view, &n);
  for (guint i = 0; i < n; i++)
    if (g_str_equal (nodes[i].label, "BurgerPunt balie") ||
        g_str_equal (nodes[i].label, "Zaakhuis"))
      {
        const RkViewNode *box = &nodes[nodes[i].parent];

        g_assert_cmpstr (box->concept->key, ==, "obj_1");
        g_assert_cmpfloat (nodes[i].x, >=, box->x);
        g_assert_cmpfloat (nodes[i].y, >=, box->y);
        g_assert_cmpfloat (nodes[i].x + nodes[i].width, <=, box->x + box->width);
        g_assert_cmpfloat (nodes[i].y + nodes[i].height, <=, box->y + box->height);
        g_assert_true (nodes[i].style->has_fill);
        found++;
      }
  g_assert_cmpuint (found, ==, 2);
}

/* Without a reference architecture the applications still leave. */
static void
test_alone (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (f->path);
  g_autofree char *path = g_build_filename (folder, "own.xml", NULL);
  g_autoptr (RkArchimateSummary) summary = NULL;
  g_autoptr (GError) error = NULL;

  fill (f->store);
  rk_archimate_portfolio_export (f->store, RK_LEVEL_FULL, path, NULL, NULL, &error);
  g_assert_no_error (error);
  summary = import_path (f->store, path, RK_ARCHIMATE_IMPORT_TRIAL);
  g_assert_cmpuint (summary->n_elements, ==, 9);
  g_assert_cmpuint (rk_archimate_summary_count_warnings (summary), ==, 0);
  g_assert_false (rk_archimate_portfolio_export (f->store, RK_LEVEL_FULL, "/nowhere/own.xml", NULL,
                                                 NULL, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_FAILED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/archimate-portfolio/full", Fixture, NULL, set_up, test_full, tear_down);
  g_test_add ("/archimate-portfolio/levels", Fixture, NULL, set_up, test_levels, tear_down);
  g_test_add ("/archimate-portfolio/plot", Fixture, NULL, set_up, test_plot, tear_down);
  g_test_add ("/archimate-portfolio/alone", Fixture, NULL, set_up, test_alone, tear_down);
  return g_test_run ();
}
