/* SPDX-License-Identifier: EUPL-1.2 */
#include "archimate-fixture.h"

#include <string.h>

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
  nodes = rk_view_get_nodes (view, &n);
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpint (nodes[0].parent, ==, -1);
  g_assert_cmpint (nodes[2].parent, ==, 0);
  g_assert_cmpint (nodes[4].parent, ==, 3);
  g_assert_cmpstr (nodes[1].label, ==, "Balie op de plaat");
  g_assert_cmpstr (nodes[2].label, ==, "Zaken");
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
  for (gsize cut = 100; cut < length - 10; cut += 211)
    refuse_text (f->store, small, (gssize) cut, RK_ERROR_INVALID, "line");
  g_string_append (deep, "<model xmlns=\"http://www.opengroup.org/xsd/archimate/3.0/\">");
  for (guint i = 0; i < 300; i++)
    g_string_append (deep, "<x>");
  refuse_text (f->store, deep->str, -1, RK_ERROR_INVALID, "inside each other");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/archimate/counts", Fixture, NULL, set_up, test_counts, tear_down);
  g_test_add ("/archimate/snapshot", Fixture, NULL, set_up, test_snapshot, tear_down);
  g_test_add ("/archimate/view", Fixture, NULL, set_up, test_view, tear_down);
  g_test_add ("/archimate/refused", Fixture, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
