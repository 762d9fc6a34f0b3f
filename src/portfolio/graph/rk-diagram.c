/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-diagram.h"

#include "rk-change.h"

#include <glib/gi18n-lib.h>

void
rk_diagram_scope_clear (RkDiagramScope *scope)
{
  g_clear_pointer (&scope->centre, g_free);
}

char *
rk_diagram_keep (RkStore *store, const char *name, const RkDiagramScope *scope,
                 RkGraphLayout *layout, GError **error)
{
  /* Translators: the name of a step, %s is the name of a diagram */
  g_autofree char *label = g_strdup_printf (_ ("Diagram %s"), name);
  g_autoptr (RkChange) change = rk_change_new (store, label);
  g_autofree char *id = rk_store_new_id ();
  g_autofree char *positions = rk_graph_layout_to_json (layout);
  g_autofree char *hops = g_strdup_printf ("%u", scope->hops);
  RkGraph *graph = rk_graph_layout_get_graph (layout);
  int centre = scope->centre != NULL ? rk_graph_find_node (graph, scope->centre) : -1;
  const RkGraphNode *node = centre >= 0 ? rk_graph_get_node (graph, (guint) centre) : NULL;

  rk_change_set (change, "diagram", id, "name", name, "positions", positions, NULL);
  if (node != NULL)
    rk_change_set (change, "diagram", id, "hops", hops, node->outside ? "centre_name" : "centre",
                   node->outside ? node->name : node->id, NULL);
  return rk_change_apply (change, error) ? g_steal_pointer (&id) : NULL;
}

static RkRecord *
get (RkStore *store, const char *id)
{
  return rk_store_get (store, "diagram", id, NULL);
}

gboolean
rk_diagram_place (RkStore *store, const char *id, RkGraphLayout *layout, GError **error)
{
  g_autoptr (RkRecord) record = get (store, id);
  g_autofree char *positions = rk_graph_layout_to_json (layout);
  g_autofree char *label = NULL;
  g_autoptr (RkChange) change = NULL;

  if (record == NULL)
    return TRUE; /* it was removed meanwhile */
  label = g_strdup_printf (_ ("Places in %s"), rk_record_get_title (record));
  change = rk_change_new (store, label);
  rk_change_set (change, "diagram", id, "positions", positions, NULL);
  return rk_change_apply (change, error);
}

RkRecord *
rk_diagram_read (RkStore *store, const char *id, RkDiagramScope *scope)
{
  RkRecord *record = get (store, id);
  const char *outside;

  if (record == NULL)
    return NULL;
  outside = rk_record_get (record, "centre_name");
  g_free (scope->centre);
  scope->centre = outside != NULL ? rk_graph_dup_outside_id (outside)
                                  : g_strdup (rk_record_get (record, "centre"));
  scope->hops = (guint) CLAMP (rk_record_get_int (record, "hops", 1), 1, 2);
  return record;
}

void
rk_diagram_restore (RkRecord *diagram, RkGraphLayout *layout)
{
  rk_graph_layout_read_json (layout, rk_record_get (diagram, "positions"));
}

gboolean
rk_diagram_remove (RkStore *store, const char *id, GError **error)
{
  g_autoptr (RkRecord) record = get (store, id);
  g_autofree char *label = NULL;
  g_autoptr (RkChange) change = NULL;

  if (record == NULL)
    return TRUE;
  label = g_strdup_printf (_ ("Diagram %s removed"), rk_record_get_title (record));
  change = rk_change_new (store, label);
  rk_change_delete (change, "diagram", id);
  return rk_change_apply (change, error);
}
