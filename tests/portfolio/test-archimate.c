/* SPDX-License-Identifier: EUPL-1.2 */
#include "archimate-fixture.h"
#include "rk-archimate-export.h"
#include "rk-architecture-search.h"
#include "rk-workspace.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void
test_counts (Fixture *f, gconstpointer data)
{
  g_autoptr (RkArchimateSummary) summary = import_fixture (f->store, "small.xml");

  g_assert_cmpstr (summary->name, ==, "Klein model");
  g_assert_cmpuint (summary->version, ==, 3);
  g_assert_cmpuint (summary->n_elements, ==, 6);
  g_assert_cmpuint (summary->n_relations, ==, 6);
  g_assert_cmpuint (summary->n_views, ==, 2);
  g_assert_cmpuint (summary->n_nodes, ==, 5);
  g_assert_cmpuint (summary->n_connections, ==, 2);
  g_assert_cmpuint (summary->n_properties, ==, 8);
  g_assert_cmpuint (summary->n_components, ==, 2);
  g_assert_cmpuint (summary->counts[RK_ARCHIMATE_NOT_ALLOWED], ==, 1);
  g_assert_cmpuint (rk_archimate_summary_count_warnings (summary), ==, 1);
}

static void
test_snapshot (Fixture *f, gconstpointer data)
{
  g_autoptr (RkArchimateSummary) summary = import_fixture (f->store, "small.xml");
  g_autoptr (GError) error = NULL;
  g_autoptr (RkArchitecture) model = rk_architecture_open (f->store, NULL, &error);
  const RkConcept *desk;
  GPtrArray *components;

  g_assert_no_error (error);
  g_assert_cmpstr (rk_architecture_get_id (model), ==, summary->id);
  components = rk_architecture_list_components (model);
  g_assert_cmpuint (components->len, ==, 2);
  desk = rk_architecture_find (model, "obj_1");
  g_assert_true (desk == components->pdata[0]);
  g_assert_true (desk == rk_architecture_find (model, "id-desk"));
  g_assert_cmpstr (desk->role, ==, "Referentiecomponent");
  g_assert_cmpstr (desk->parent_key, ==, "id-domain");
  g_assert_cmpstr (rk_architecture_get_domain (model, "obj_1"), ==, "Dienstverlening");
  g_assert_null (rk_architecture_get_domain (model, "id-goal"));
  g_assert_cmpuint (rk_architecture_list_domains (model)->len, ==, 1);
}

static void
test_view (Fixture *f, gconstpointer data)
{
  g_autoptr (RkArchimateSummary) summary = import_fixture (f->store, "small.xml");
  g_autoptr (GError) error = NULL;
  g_autoptr (RkArchitecture) model = rk_architecture_open (f->store, NULL, &error);
  g_autoptr (RkView) view = rk_architecture_load_view (model, "id-view", &error);
  const RkViewNode *nodes;
  const RkViewConnection *connections;
  guint n;

  g_assert_no_error (error);
  g_assert_cmpstr (((RkViewInfo *) rk_architecture_list_views (model)->pdata[0])->viewpoint, ==,
                   "Blik & \"bouw\" <A>");
  nodes = rk_view_get_nodes (view, &n);
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpint (nodes[0].parent, ==, -1);
  g_assert_cmpint (nodes[2].parent, ==, 0);
  g_assert_cmpint (nodes[4].parent, ==, 3);
  g_assert_cmpstr (nodes[1].label, ==, "Balie op de plaat");
  g_assert_cmpstr (nodes[2].label, ==, "Zaken"); /* of the concept */
  g_assert_cmpint (nodes[3].kind, ==, RK_NODE_KIND_CONTAINER);
  g_assert_cmpint (nodes[4].kind, ==, RK_NODE_KIND_LABEL);
  g_assert_cmpstr (nodes[3].view_ref, ==, "id-view");
  g_assert_cmpfloat (nodes[2].x, ==, 240);
  g_assert_cmpfloat (nodes[0].height, ==, 300);
  g_assert_true (nodes[1].style == nodes[2].style);
  g_assert_true (nodes[0].style->bold && nodes[0].style->italic && nodes[0].style->has_fill);
  g_assert_cmpfloat (nodes[0].style->fill.alpha, ==, 0.5);
  g_assert_cmpfloat (nodes[0].style->line_width, ==, 2);
  connections = rk_view_get_connections (view, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (connections[0].type, ==, "Flow");
  g_assert_cmpstr (connections[0].name, ==, "meldt");
  g_assert_cmpuint (connections[0].n_bendpoints, ==, 2);
  g_assert_cmpfloat (connections[0].bendpoints[1].y, ==, 90);
  g_assert_cmpint (connections[0].target_node, ==, 2);
  g_assert_cmpint (connections[1].target_node, ==, -1);
  g_assert_cmpstr (connections[1].target, ==, "id-c1");
  g_assert_null (rk_architecture_load_view (model, "id-nowhere", &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_NOT_FOUND);
}

static void
test_refused (Fixture *f, gconstpointer data)
{
  static const char bomb[] = "<?xml version=\"1.0\"?><!DOCTYPE m [<!ENTITY a \"ha\">"
                             "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                             "<model xmlns=\"http://www.opengroup.org/xsd/archimate/3.0/\">"
                             "<name>&b;</name></model>";
  static const char archi[] = "<archimate:model xmlns:archimate="
                              "\"http://www.archimatetool.com/archimate\" name=\"x\"/>";
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autofree char *small = NULL;
  g_autofree char *path = fixture_path ("small.xml");
  gsize length;

  refuse_text (f->store, "", -1, RK_ERROR_FOREIGN, "“test.xml” is no ArchiMate model");
  refuse_text (f->store, "Naam;Leverancier\n", -1, RK_ERROR_FOREIGN, "no ArchiMate model");
  refuse_text (f->store, "<html/>", -1, RK_ERROR_FOREIGN, "begins with “html”");
  refuse_text (f->store, archi, -1, RK_ERROR_FOREIGN, "Export");
  refuse_text (f->store, "PK\003\004rest", -1, RK_ERROR_FOREIGN, "Export");
  refuse_text (f->store, bomb, -1, RK_ERROR_INVALID, "line 1");
  g_assert_true (g_file_get_contents (path, &small, &length, NULL));
  for (gsize cut = 100; cut < length - 10; cut += 977)
    refuse_text (f->store, small, (gssize) cut, RK_ERROR_INVALID, "line");
  g_string_append (deep, "<model xmlns=\"http://www.opengroup.org/xsd/archimate/3.0/\">");
  for (guint i = 0; i < 300; i++)
    g_string_append (deep, "<x>");
  refuse_text (f->store, deep->str, -1, RK_ERROR_INVALID, "inside each other");
}

static void
test_version2 (Fixture *f, gconstpointer data)
{
  g_autoptr (RkArchimateSummary) summary = import_fixture (f->store, "version2.xml");
  g_autoptr (GError) error = NULL;
  g_autoptr (RkArchitecture) model = rk_architecture_open (f->store, NULL, &error);
  g_autoptr (RkView) view = rk_architecture_load_view (model, "id-view", &error);
  const RkViewNode *nodes;
  const RkViewConnection *connections;
  guint n;

  g_assert_no_error (error);
  g_assert_cmpuint (summary->version, ==, 2);
  g_assert_cmpuint (summary->counts[RK_ARCHIMATE_OLD_TYPE], ==, 4);
  g_assert_cmpuint (summary->counts[RK_ARCHIMATE_UNKNOWN_PART], ==, 0);
  g_assert_cmpstr (rk_architecture_find (model, "id-1")->type, ==, "TechnologyService");
  g_assert_cmpstr (rk_architecture_find (model, "id-3")->type, ==, "OrJunction");
  nodes = rk_view_get_nodes (view, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpint (nodes[0].kind, ==, RK_NODE_KIND_CONTAINER);
  g_assert_cmpint (nodes[3].kind, ==, RK_NODE_KIND_LABEL);
  g_assert_cmpstr (nodes[1].label, ==, "Bestanden bewaren");
  g_assert_true (nodes[0].style->bold && nodes[0].style->italic);
  connections = rk_view_get_connections (view, &n);
  g_assert_cmpstr (connections[0].type, ==, "Serving");
}

/* What the properties and relations of a concept say. */
static void
test_details (Fixture *f, gconstpointer data)
{
  g_autoptr (RkArchimateSummary) summary = import_fixture (f->store, "small.xml");
  g_autoptr (RkArchitecture) model = rk_architecture_open (f->store, NULL, NULL);
  g_autoptr (GPtrArray) properties = rk_architecture_dup_properties (model, "obj_1");
  g_autoptr (GPtrArray) relations = rk_architecture_dup_relations (model, "obj_1");
  g_autoptr (GPtrArray) views = rk_architecture_find_views (model, "obj_1", NULL);
  RkProperty *property;

  g_assert_cmpuint (properties->len, ==, 5);
  property = properties->pdata[3];
  g_assert_cmpstr (property->name, ==, "Synoniem");
  g_assert_cmpstr (property->value, ==, "Onthaal");
  g_assert_cmpuint (relations->len, ==, 3);
  g_assert_cmpuint (views->len, ==, 1);
  g_assert_cmpstr (((RkViewInfo *) views->pdata[0])->id, ==, "id-view");
  g_assert_cmpuint (((RkViewInfo *) views->pdata[0])->n_components, ==, 2);
}

static const char *
search_first (RkArchitecture *model, const char *text, gboolean components_only, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = rk_architecture_search (model, text, components_only, 10, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, n);
  return n > 0 ? ((RkConceptHit *) hits->pdata[0])->concept->key : NULL;
}

static void
test_search (Fixture *f, gconstpointer data)
{
  g_autoptr (RkArchimateSummary) other = import_fixture (f->store, "version2.xml");
  g_autoptr (RkArchimateSummary) summary = import_fixture (f->store, "small.xml");
  g_autoptr (RkArchitecture) model = rk_architecture_open (f->store, NULL, NULL);

  g_assert_cmpstr (search_first (model, "bal", TRUE, 1), ==, "obj_1");
  g_assert_cmpstr (search_first (model, "receives", TRUE, 1), ==, "obj_1");
  g_assert_cmpstr (search_first (model, "referentiecomponent", FALSE, 1), ==, "id-other");
  search_first (model, "referentiecomponent", TRUE, 0);
  search_first (model, "archief", FALSE, 0); /* of another model */
  search_first (model, "-\"(", FALSE, 0);
}

/* The interface of the tests is English: names are in English where the model has them. */
static void
test_language (Fixture *f, gconstpointer data)
{
  g_autoptr (RkArchimateSummary) summary = import_fixture (f->store, "small.xml");
  g_autoptr (RkArchitecture) model = rk_architecture_open (f->store, NULL, NULL);

  g_assert_cmpstr (rk_architecture_find (model, "obj_1")->name, ==, "Desk");
  g_assert_cmpstr (rk_architecture_find (model, "obj_1")->documentation, ==, "Receives citizens.");
  g_assert_cmpstr (rk_architecture_find (model, "id-case")->name, ==, "Zaken");
}

static void
test_release (Fixture *f, gconstpointer data)
{
  g_autoptr (RkArchimateSummary) summary = import_fixture (f->store, "small.xml");
  g_autoptr (RkRecord) record = rk_store_get (f->store, "architecture", summary->id, NULL);

  g_assert_cmpstr (rk_record_get (record, "release"), ==, "2.3");
  g_assert_cmpstr (rk_record_get (record, "identifier"), ==, "id-model");
  g_assert_cmpstr (rk_record_get (record, "file_name"), ==, "small.xml");
}

/* A model that is larger than a piece, so that there is something to cancel. */
static char *
write_large (Fixture *f)
{
  g_autofree char *folder = g_path_get_dirname (f->path);
  char *path = g_build_filename (folder, "large.xml", NULL);
  g_autoptr (GString) text =
      g_string_new ("<model xmlns=\"http://www.opengroup.org/xsd/archimate/3.0/\" xmlns:xsi=\""
                    "http://www.w3.org/2001/XMLSchema-instance\" identifier=\"m\"><name>G</name>"
                    "<elements>");

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text,
                            "<element identifier=\"e%u\" xsi:type=\"ApplicationComponent\">"
                            "<name>Deel %u</name></element>",
                            i, i);
  g_string_append (text, "</elements></model>");
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  return path;
}

/* Killed in the middle, nothing has changed. */
static void
kill_half_way (goffset done, goffset total, gpointer data)
{
  if (done * 2 > total)
    kill (getpid (), SIGKILL);
}

static void
test_killed (Fixture *f, gconstpointer data)
{
  const char *workspace = g_getenv ("RK_TEST_KILLED");
  g_autofree char *path = write_large (f);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  if (g_test_subprocess ())
    {
      g_autoptr (RkStore) store =
          rk_store_open (workspace, rk_portfolio_kinds, RK_STORE_OPEN_EXISTING, &error);

      rk_archimate_import (store, path, NULL, RK_ARCHIMATE_IMPORT_USE, kill_half_way, NULL, NULL,
                           &error);
      exit (0);
    }
  g_clear_object (&f->store);
  g_setenv ("RK_TEST_KILLED", f->path, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_unsetenv ("RK_TEST_KILLED");
  g_assert_false (g_test_trap_has_passed ());
  g_assert_true (rk_workspace_check (f->path, rk_portfolio_kinds, problems, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  f->store = rk_store_open (f->path, rk_portfolio_kinds, RK_STORE_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  g_assert_cmpint (rk_store_count (f->store, "architecture", NULL, NULL, NULL), ==, 0);
  {
    g_autoptr (RkArchimateSummary) summary = import_path (f->store, path, 0);

    g_assert_cmpuint (summary->n_elements, ==, 5000);
  }
}

static GBytes *
export_model (RkStore *store, const char *id)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  rk_archimate_export (store, id, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_fixed_point (Fixture *f, gconstpointer data)
{
  g_autoptr (RkArchimateSummary) first = import_fixture (f->store, data);
  g_autoptr (GBytes) once = export_model (f->store, first->id);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkArchimateSummary) second =
      rk_archimate_import_bytes (f->store, once, "again.xml", RK_ARCHIMATE_IMPORT_USE, &error);
  g_autoptr (GBytes) twice = NULL;

  g_assert_no_error (error);
  g_assert_false (second->already);
  twice = export_model (f->store, second->id);
  g_assert_cmpmem (g_bytes_get_data (once, NULL), g_bytes_get_size (once),
                   g_bytes_get_data (twice, NULL), g_bytes_get_size (twice));
  g_assert_cmpuint (first->n_elements, ==, second->n_elements);
  g_assert_cmpuint (first->n_properties, ==, second->n_properties);
  g_assert_cmpuint (first->n_nodes, ==, second->n_nodes);
}

/* All that the small model has is in its export: each word of the one is in the other. */
static void
test_nothing_lost (Fixture *f, gconstpointer data)
{
  g_autofree char *path = fixture_path ("small.xml");
  g_autoptr (RkArchimateSummary) summary = import_fixture (f->store, "small.xml");
  g_autoptr (GBytes) bytes = export_model (f->store, summary->id);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *source = NULL;
  g_auto (GStrv) words = NULL;

  g_assert_true (g_file_get_contents (path, &source, NULL, NULL));
  words = g_strsplit_set (strstr (source, "<model"), " <>/\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      g_error ("“%s” is not in the export", words[i]);
}

static void
test_undo (Fixture *f, gconstpointer data)
{
  g_autoptr (RkArchimateSummary) first = import_fixture (f->store, "version2.xml");
  g_autoptr (RkArchimateSummary) second = import_fixture (f->store, "small.xml");
  g_autofree char *current = rk_architecture_dup_current (f->store, NULL);
  g_autoptr (RkArchitecture) model = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (current, ==, second->id);
  g_assert_true (rk_store_undo (f->store, &label, &error));
  g_assert_nonnull (strstr (label, "small.xml"));
  g_clear_pointer (&current, g_free);
  current = rk_architecture_dup_current (f->store, NULL);
  g_assert_cmpstr (current, ==, first->id);
  g_assert_true (rk_store_redo (f->store, NULL, &error));
  model = rk_architecture_open (f->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rk_architecture_get_name (model), ==, "Klein model");
}

/* The very same file is not kept twice. */
static void
test_same_file (Fixture *f, gconstpointer data)
{
  g_autoptr (RkArchimateSummary) first = import_fixture (f->store, "small.xml");
  g_autoptr (RkArchimateSummary) other = import_fixture (f->store, "version2.xml");
  g_autoptr (RkArchimateSummary) again = import_fixture (f->store, "small.xml");
  g_autofree char *current = rk_architecture_dup_current (f->store, NULL);

  g_assert_true (again->already);
  g_assert_cmpstr (again->id, ==, first->id);
  g_assert_cmpstr (current, ==, first->id);
  g_assert_cmpint (rk_store_count (f->store, "architecture", NULL, NULL, NULL), ==, 2);
}

static void
test_trial (Fixture *f, gconstpointer data)
{
  g_autofree char *path = fixture_path ("small.xml");
  g_autoptr (RkArchimateSummary) summary = import_path (f->store, path, RK_ARCHIMATE_IMPORT_TRIAL);
  g_autofree char *undo = rk_store_peek_undo_id (f->store);

  g_assert_cmpuint (summary->n_elements, ==, 6);
  g_assert_cmpstr (summary->id, ==, "");
  g_assert_null (undo);
  g_assert_cmpint (rk_store_count (f->store, "architecture", NULL, NULL, NULL), ==, 0);
}

static void
cancel_half_way (goffset done, goffset total, gpointer cancellable)
{
  if (done * 2 > total)
    g_cancellable_cancel (cancellable);
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer place)
{
  *(GAsyncResult **) place = g_object_ref (result);
}

static void
test_cancel (Fixture *f, gconstpointer data)
{
  g_autofree char *path = write_large (f);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *undo = NULL;

  g_assert_null (rk_archimate_import (f->store, path, NULL, RK_ARCHIMATE_IMPORT_USE,
                                      cancel_half_way, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  undo = rk_store_peek_undo_id (f->store);
  g_assert_null (undo);
  g_assert_cmpint (rk_store_count (f->store, "architecture", NULL, NULL, NULL), ==, 0);
}

static void
count_progress (goffset done, goffset total, gpointer data)
{
  g_assert_cmpint (done, <=, total);
  (*(guint *) data)++;
}

static void
test_async (Fixture *f, gconstpointer data)
{
  g_autofree char *path = write_large (f);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (RkArchimateSummary) summary = NULL;
  g_autoptr (GError) error = NULL;
  guint told = 0;

  rk_archimate_import_async (f->store, path, NULL, RK_ARCHIMATE_IMPORT_USE, count_progress, &told,
                             NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  summary = rk_archimate_import_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (summary->n_components, ==, 5000);
  g_assert_cmpuint (told, >, 1);
  g_assert_cmpint (rk_store_count (f->store, "architecture", "current = ?1", NULL, "true", NULL),
                   ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/archimate/counts", Fixture, NULL, set_up, test_counts, tear_down);
  g_test_add ("/archimate/snapshot", Fixture, NULL, set_up, test_snapshot, tear_down);
  g_test_add ("/archimate/view", Fixture, NULL, set_up, test_view, tear_down);
  g_test_add ("/archimate/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/archimate/version-2", Fixture, NULL, set_up, test_version2, tear_down);
  g_test_add ("/archimate/details", Fixture, NULL, set_up, test_details, tear_down);
  g_test_add ("/archimate/fixed-point", Fixture, "small.xml", set_up, test_fixed_point, tear_down);
  g_test_add ("/archimate/fixed-point-version-2", Fixture, "version2.xml", set_up, test_fixed_point,
              tear_down);
  g_test_add ("/archimate/nothing-lost", Fixture, NULL, set_up, test_nothing_lost, tear_down);
  g_test_add ("/archimate/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/archimate/same-file", Fixture, NULL, set_up, test_same_file, tear_down);
  g_test_add ("/archimate/trial", Fixture, NULL, set_up, test_trial, tear_down);
  g_test_add ("/archimate/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/archimate/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/archimate/language", Fixture, NULL, set_up, test_language, tear_down);
  g_test_add ("/archimate/release", Fixture, NULL, set_up, test_release, tear_down);
  g_test_add ("/archimate/killed", Fixture, NULL, set_up, test_killed, tear_down);
  g_test_add ("/archimate/async", Fixture, NULL, set_up, test_async, tear_down);
  return g_test_run ();
}
