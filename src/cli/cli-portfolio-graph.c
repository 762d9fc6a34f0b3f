/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl portfolio graph: which applications exchange data, as JSON, for Graphviz, or drawn. */
#include "config.h"
#include "cli-portfolio.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rk-graph-drawing.h"
#include "rk-text.h"

#define MAX_HOPS 100

static const char *
get_direction (RkGraphDirection direction)
{
  static const char *const names[] = { "forward", "backward", "both", NULL };

  return names[direction];
}

static const char *
get_type (RkLandInterfaceType type)
{
  static const char *const names[] = { NULL, "standard", "custom" };

  return names[type];
}

static void
set_text (JsonObject *object, const char *member, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, member, text);
  else
    json_object_set_null_member (object, member);
}

/* --- JSON ------------------------------------------------------------------------------------ */

static JsonArray *
list_nodes (RkGraph *graph)
{
  JsonArray *nodes = json_array_new ();

  for (guint i = 0; i < rk_graph_get_n_nodes (graph); i++)
    {
      const RkGraphNode *node = rk_graph_get_node (graph, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", node->id);
      json_object_set_string_member (object, "name", node->name);
      set_text (object, "supplier", node->caption);
      json_object_set_boolean_member (object, "outside", node->outside);
      json_object_set_int_member (object, "interfaces", rk_graph_get_degree (graph, i));
      json_array_add_object_element (nodes, object);
    }
  return nodes;
}

static JsonArray *
list_edges (RkGraph *graph)
{
  JsonArray *edges = json_array_new ();

  for (guint i = 0; i < rk_graph_get_n_edges (graph); i++)
    {
      const RkGraphEdge *edge = rk_graph_get_edge (graph, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", edge->id);
      json_object_set_string_member (object, "source", rk_graph_get_node (graph, edge->source)->id);
      json_object_set_string_member (object, "target", rk_graph_get_node (graph, edge->target)->id);
      set_text (object, "direction", get_direction (edge->direction));
      set_text (object, "type", get_type (edge->type));
      set_text (object, "label", edge->label);
      json_array_add_object_element (edges, object);
    }
  return edges;
}

static char *
write_json (RkGraph *graph)
{
  JsonObject *object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_array_member (object, "nodes", list_nodes (graph));
  json_object_set_array_member (object, "edges", list_edges (graph));
  json_object_set_int_member (object, "incomplete", rk_graph_get_n_incomplete (graph));
  json_node_take_object (node, object);
  return json_to_string (node, TRUE);
}

/* --- dot ------------------------------------------------------------------------------------- */

static void
append_quoted (GString *dot, const char *text)
{
  g_string_append_c (dot, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (dot, '\\');
      g_string_append_c (dot, *p == '\n' ? ' ' : *p);
    }
  g_string_append_c (dot, '"');
}

static void
append_edge (GString *dot, RkGraph *graph, const RkGraphEdge *edge)
{
  static const char *const styles[] = { "dotted", "solid", "dashed" };
  static const char *const arrows[] = { "forward", "back", "both", "none" };

  g_string_append (dot, "  ");
  append_quoted (dot, rk_graph_get_node (graph, edge->source)->id);
  g_string_append (dot, " -> ");
  append_quoted (dot, rk_graph_get_node (graph, edge->target)->id);
  g_string_append_printf (dot, " [dir=%s, style=%s", arrows[edge->direction], styles[edge->type]);
  if (edge->label != NULL)
    {
      g_string_append (dot, ", label=");
      append_quoted (dot, edge->label);
    }
  g_string_append (dot, "];\n");
}

static char *
write_dot (RkGraph *graph)
{
  GString *dot = g_string_new ("digraph interfaces {\n  node [shape=box, style=rounded];\n");

  for (guint i = 0; i < rk_graph_get_n_nodes (graph); i++)
    {
      const RkGraphNode *node = rk_graph_get_node (graph, i);

      g_string_append (dot, "  ");
      append_quoted (dot, node->id);
      g_string_append (dot, " [label=");
      append_quoted (dot, node->name);
      g_string_append (dot, node->outside ? ", style=dashed];\n" : "];\n");
    }
  for (guint i = 0; i < rk_graph_get_n_edges (graph); i++)
    append_edge (dot, graph, rk_graph_get_edge (graph, i));
  g_string_append (dot, "}\n");
  return g_string_free (dot, FALSE);
}

/* --- drawing --------------------------------------------------------------------------------- */

static char *
write_svg (RkGraph *graph, GError **error)
{
  g_autoptr (RkGraphLayout) layout = rk_graph_layout_new (graph);
  g_autoptr (RkGraphDrawing) drawing = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!rk_graph_layout_arrange (layout, RK_GRAPH_SEED, NULL, error))
    return NULL;
  drawing = rk_graph_drawing_new (layout);
  bytes = rk_graph_drawing_export (drawing, RK_GRAPH_SVG, _ ("Interfaces"), error);
  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))
                       : NULL;
}

static char *
write_graph (RkGraph *graph, const char *format, GError **error)
{
  if (g_str_equal (format, "json"))
    return write_json (graph);
  if (g_str_equal (format, "dot"))
    return write_dot (graph);
  return write_svg (graph, error);
}

/* The node that was asked for, by the id or the name of the application; -1 with @error. */
static int
find_centre (RkGraph *graph, const char *centre, GError **error)
{
  int found = rk_graph_find_node (graph, centre);
  g_autofree char *folded = rk_text_fold (centre);

  for (guint i = 0; found < 0 && i < rk_graph_get_n_nodes (graph); i++)
    {
      g_autofree char *name = rk_text_fold (rk_graph_get_node (graph, i)->name);

      if (g_str_equal (name, folded))
        found = (int) i;
    }
  if (found < 0)
    g_set_error (error, RK_ERROR, RK_ERROR_NOT_FOUND,
                 /* Translators: the name of an application. */
                 _ ("“%s” has no interfaces, or there is no such application. Look in “rkctl "
                    "portfolio graph --format json”."),
                    centre);
  return found;
}

static RkGraph *
load_graph (RkStore *store, const char *date, const char *centre, int hops, GError **error)
{
  g_autoptr (RkLandscape) landscape = rk_landscape_load (store, date, error);
  g_autoptr (RkGraph) graph = NULL;
  int node;

  if (landscape == NULL)
    return NULL;
  graph = rk_graph_new_for_landscape (landscape);
  if (centre == NULL)
    return g_steal_pointer (&graph);
  node = find_centre (graph, centre, error);
  return node >= 0 ? rk_graph_neighbourhood (graph, (guint) node, (guint) hops) : NULL;
}

/* With --json one document, whatever the format: the graph itself, or what was made of it. */
static void
tell (CliContext *context, const char *format, const char *output, const char *text)
{
  JsonObject *object;

  if (output == NULL && (!context->json || g_str_equal (format, "json")))
    g_print ("%s\n", text);
  else if (context->json)
    {
      object = json_object_new ();
      json_object_set_string_member (object, "format", format);
      if (output != NULL)
        json_object_set_string_member (object, "output", output);
      else
        json_object_set_string_member (object, "content", text);
      cli_survey_print_object (object);
    }
}

static gboolean
check (const char *format, int hops, GError **error)
{
  static const char *const formats[] = { "json", "dot", "svg", NULL };

  if (!g_strv_contains (formats, format))
    return cli_portfolio_refuse_value ("--format", format, "json, dot, svg", error);
  if (hops >= 1 && hops <= MAX_HOPS)
    return TRUE;
  g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
               _ ("%d steps cannot be drawn. Give --hops a number from 1 to %d."), hops, MAX_HOPS);
  return FALSE;
}

int
cli_portfolio_graph (CliContext *context, int argc, char **argv)
{
  g_autofree char *centre = NULL, *format = NULL, *output = NULL, *date = NULL, *text = NULL;
  int hops = 1;
  const GOptionEntry entries[] = {
    { "centre", 0, 0, G_OPTION_ARG_STRING, &centre, NULL, NULL },
    { "hops", 0, 0, G_OPTION_ARG_INT, &hops, NULL, NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, NULL, NULL },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, NULL, NULL },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, NULL, NULL },
    { NULL },
  };
  g_autoptr (RkStore) store = NULL;
  g_autoptr (RkGraph) graph = NULL;
  GError *error = NULL;

  if (!cli_parse (context, entries, &argc, &argv) || argc > 1)
    return cli_wrong_usage ("portfolio", "graph");
  if (format == NULL)
    format = g_strdup ("json");
  if (!check (format, hops, &error))
    return cli_fail (context, CLI_USAGE, error);
  store = cli_survey_open_store (context, RK_STORE_READ_ONLY, &error);
  if (store != NULL)
    graph = load_graph (store, date, centre, hops, &error);
  if (graph != NULL)
    text = write_graph (graph, format, &error);
  if (text == NULL || (output != NULL && !cli_write_file (output, text, strlen (text), &error)))
    return cli_fail (context, CLI_FAILED, error);
  tell (context, format, output, text);
  return CLI_DONE;
}
