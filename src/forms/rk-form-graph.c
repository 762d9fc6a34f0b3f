/* SPDX-License-Identifier: EUPL-1.2 */
/* Who reads whom: resolves the reads of every computation to nodes, puts the computations in an
 * order in which each comes after what it reads, and refuses cycles by name.
 *
 * Vertices: for each node its relevance (E) and its value (V; of a repeat: its rows), and for each
 * computation one. Edges point from what is read to who reads. */
#include "config.h"
#include "rk-form-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Who reads whom, in all of a form; a form whose every question reads all others has more. */
#define MAX_DEPENDENTS 2000000

typedef struct
{
  RkForm *form;
  GArray **edges; /* per vertex: (element-type guint) */
  guint *pending; /* per vertex: how many edges into it are left */
  GArray *ready;  /* vertices that wait for nothing, in order */
  guint done;     /* how many of these have been handled */
  guint n;
} Graph;

/* --- reads ------------------------------------------------------------------------------------ */

typedef struct
{
  RkForm *form;
  RkComp *comp;
  const char *nodeset;
  GPtrArray *paths; /* where they go */
} ReadsOf;

static void
add_copies (GPtrArray *to, const GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_strdup (g_ptr_array_index (from, i)));
}

static void
add_reads (const RkXPath *xpath, gpointer data)
{
  ReadsOf *of = data;
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (GPtrArray) questions = NULL;

  const RkDef *repeat = of->comp->def->repeat;

  of->comp->reads |= rk_xpath_get_reads (xpath, of->nodeset, &paths, &questions);
  of->comp->across |=
      (of->comp->reads & RK_XPATH_READ_POSITION) != 0 ||
      (repeat != NULL && rk_xpath_reads_across (xpath, of->nodeset, repeat->nodeset));
  add_copies (of->paths, paths);
  add_copies (of->comp->questions, questions);
  if (of->form->primary_id != NULL &&
      strstr (rk_xpath_get_text (xpath), of->form->primary_id) != NULL)
    of->comp->reads |= RK_XPATH_READ_ANY; /* instance() may mean what the form fills in */
}

/* What the labels of a list read, as seen from where its nodes may stand. A text that is found by a
 * computed id may be any. */
static void
add_label_reads (RkForm *self, const ReadsOf *item, const RkItemset *itemset)
{
  ReadsOf of = { self, item->comp, item->nodeset, item->comp->label_paths };

  if (itemset->label == NULL)
    return;
  add_reads (itemset->label, &of);
  of.nodeset = item->comp->def->nodeset;
  if ((rk_xpath_get_reads (itemset->label, of.nodeset, NULL, NULL) & RK_XPATH_READ_LANGUAGE) != 0)
    if (!rk_form_itext_foreach (self, add_reads, &of))
      of.comp->reads |= RK_XPATH_READ_ANY;
}

static void
add_itemset_reads (RkForm *self, RkComp *comp, const RkItemset *itemset)
{
  ReadsOf of = { self, comp, comp->def->nodeset, comp->paths };
  guint n;

  add_reads (itemset->nodeset, &of);
  add_label_reads (self, &of, itemset);
  n = comp->paths->len;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup (g_ptr_array_index (comp->paths, i));
      ReadsOf item = { self, comp, path, comp->paths };

      add_reads (itemset->value, &item);
      add_label_reads (self, &item, itemset);
    }
}

static void
collect_reads (RkForm *self, RkComp *comp)
{
  ReadsOf of = { self, comp, comp->def->nodeset, NULL };
  const RkControlDef *control = comp->def->control;

  of.paths = comp->paths = g_ptr_array_new_with_free_func (g_free);
  comp->label_paths = g_ptr_array_new_with_free_func (g_free);
  comp->questions = g_ptr_array_new_with_free_func (g_free);
  if (comp->xpath != NULL)
    add_reads (comp->xpath, &of);
  if (comp->aspect == RK_ASPECT_LABEL)
    rk_form_label_foreach (self, control->label, add_reads, &of);
  if (comp->aspect == RK_ASPECT_HINT)
    rk_form_label_foreach (self, control->hint, add_reads, &of);
  if (comp->aspect != RK_ASPECT_CHOICES)
    return;
  if (control->itemset != NULL)
    add_itemset_reads (self, comp, control->itemset);
  of.paths = comp->label_paths;
  for (guint i = 0; control->items != NULL && i < control->items->len; i++)
    {
      const RkItem *item = g_ptr_array_index (control->items, i);

      if (item->label != NULL)
        rk_form_label_foreach (self, item->label, add_reads, &of);
    }
}

/* jr:choice-name() reads what the list of the question reads, in its choices and their labels. */
static void
add_reads_of_choices (RkForm *self, RkComp *comp)
{
  for (guint i = 0; i < comp->questions->len; i++)
    {
      RkDef *asked = rk_form_find_def (self, g_ptr_array_index (comp->questions, i), self->model);
      const RkComp *choices = asked != NULL ? asked->comps[RK_ASPECT_CHOICES] : NULL;

      if (choices == NULL || choices == comp)
        continue;
      add_copies (comp->label_paths, choices->paths);
      add_copies (comp->label_paths, choices->label_paths);
    }
}

/* --- a calculation that reads itself -----------------------------------------------------------
 */

typedef struct
{
  RkForm *form;
  xmlNode *own;
  const char *text;
} Probe;

static const char *
probe_text (xmlNode *node, gpointer data)
{
  const Probe *probe = data;

  return node == probe->own ? probe->text : NULL;
}

static xmlNode *
probe_instance (const char *id, gpointer data)
{
  const Probe *probe = data;

  if (g_strcmp0 (id, probe->form->primary_id) == 0)
    return probe->form->primary;
  return g_hash_table_lookup (probe->form->instances, id);
}

/* The result of @comp when its own node holds @text, as text: "true" or "" for a relevance. */
static char *
probe_once (RkForm *self, const RkComp *comp, const char *text)
{
  Probe probe = { self, comp->def->element, text };
  RkXPathHost host = { .node_text = probe_text, .instance = probe_instance, .user_data = &probe };
  RkXPathContext context = { .context = comp->def->element,
                             .root = self->primary->parent,
                             .host = &host };
  g_auto (RkXPathValue) value = { 0 };

  if (!rk_xpath_evaluate (comp->xpath, &context, &value, NULL))
    return g_strdup ("");
  if (comp->aspect == RK_ASPECT_RELEVANT)
    return g_strdup (rk_xpath_value_to_boolean (&value, &context) ? "true" : "");
  return rk_xpath_value_to_string (&value, &context);
}

/* Whether a node settles when it is calculated again from its own result: "once (…)" does,
 * ". + 1" never will. */
static gboolean
value_settles (RkForm *self, const RkComp *comp)
{
  const char *starts[] = { "1", "" };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autofree char *first = probe_once (self, comp, starts[i]);
      g_autofree char *second = probe_once (self, comp, first);

      if (!g_str_equal (first, second))
        return FALSE;
    }
  return TRUE;
}

/* A node that is hidden because of its value, and shown because it has none, flickers. */
static gboolean
relevance_settles (RkForm *self, const RkComp *comp)
{
  g_autofree char *filled = probe_once (self, comp, "1");
  g_autofree char *empty = probe_once (self, comp, "");

  return *filled != '\0' || *empty == '\0';
}

static void
check_self_reading (RkForm *self, const RkComp *comp)
{
  gboolean settles = comp->aspect == RK_ASPECT_RELEVANT ? relevance_settles (self, comp)
                                                        : value_settles (self, comp);

  if (!settles)
    rk_form_report (self, RK_FORM_SEVERITY_ERROR, "cycle", comp->line, comp->def->nodeset,
                    /* Translators: path, expression. */
                    _ ("%s is computed from itself and never comes to rest: “%s”. Let it read "
                       "other questions only."),
                       comp->def->nodeset, rk_xpath_get_text (comp->xpath));
}

/* --- edges ------------------------------------------------------------------------------------ */

static guint
vertex_e (const RkDef *def)
{
  return def->index * 2;
}

static guint
vertex_v (const RkDef *def)
{
  return def->index * 2 + 1;
}

static void
add_edge (Graph *graph, guint from, guint to)
{
  if (graph->edges[from] == NULL)
    graph->edges[from] = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (graph->edges[from], to);
  graph->pending[to]++;
}

/* One computation is linked after the other: it can only be the last. */
static void
add_dependent (RkForm *self, RkDef *def, RkComp *comp, gboolean wide)
{
  RkDependent dependent = { comp, wide };
  guint n = def->dependents->len;

  if (n > 0 && g_array_index (def->dependents, RkDependent, n - 1).comp == comp)
    return;
  if (self->n_dependents++ < MAX_DEPENDENTS)
    g_array_append_val (def->dependents, dependent);
  else
    comp->reads |= RK_XPATH_READ_ANY; /* wakes at each change instead */
}

/* Whether @def is @above or stands under it. */
static gboolean
is_under (const RkDef *def, const RkDef *above)
{
  while (def != NULL && def != above)
    def = def->parent;
  return def != NULL;
}

/* Reading a group reads all there is in it; that does not order, for its mere existence is what is
 * mostly meant, as are number and order of the rows of a repeat. */
static void
add_dependents_below (RkForm *self, RkDef *group, RkComp *comp, gboolean wide)
{
  for (guint i = 0; i < group->children->len; i++)
    {
      RkDef *def = g_ptr_array_index (group->children, i);

      if (def->type == RK_DEF_LEAF && def != comp->def)
        add_dependent (self, def, comp, wide);
      add_dependents_below (self, def, comp, wide);
    }
}

static void
link_read (Graph *graph, RkComp *comp, guint vertex, RkDef *read)
{
  gboolean ordered = comp->aspect <= RK_LAST_ORDERED;
  gboolean wide = (comp->reads & RK_XPATH_READ_POSITION) != 0;

  if (read == comp->def && ordered && comp->aspect != RK_ASPECT_CHOICES)
    {
      if (!wide && read->type == RK_DEF_LEAF)
        check_self_reading (graph->form, comp);
      if (wide || comp->aspect != RK_ASPECT_CALCULATE)
        add_dependent (graph->form, read, comp, wide);
      return;
    }
  wide = comp->across;
  add_dependent (graph->form, read, comp, wide);
  if (read->type == RK_DEF_GROUP && !is_under (comp->def, read))
    add_dependents_below (graph->form, read, comp, wide);
  if (comp->aspect == RK_ASPECT_RELEVANT && is_under (read, comp->def))
    {
      comp->reads_below = TRUE;
      return;
    }
  if (ordered && read->type != RK_DEF_GROUP && read != comp->def)
    add_edge (graph, vertex_v (read), vertex);
}

/* What labels read refreshes them, but orders nothing: no value depends on it. */
static void
link_label_reads (Graph *graph, RkComp *comp)
{
  for (guint i = 0; i < comp->label_paths->len; i++)
    {
      const char *path = g_ptr_array_index (comp->label_paths, i);
      RkDef *read = rk_form_find_def (graph->form, path, graph->form->model);

      if (read != NULL && read != comp->def)
        add_dependent (graph->form, read, comp, comp->across);
    }
}

static void
link_comp (Graph *graph, RkComp *comp, guint vertex)
{
  for (guint i = 0; i < comp->paths->len; i++)
    {
      RkDef *read =
          rk_form_find_def (graph->form, g_ptr_array_index (comp->paths, i), graph->form->model);

      if (read != NULL)
        link_read (graph, comp, vertex, read);
    }
  link_label_reads (graph, comp);
  if ((comp->reads & RK_XPATH_READ_ANY) != 0)
    g_ptr_array_add (graph->form->anywhere, comp);
  switch (comp->aspect)
    {
    case RK_ASPECT_RELEVANT: add_edge (graph, vertex, vertex_e (comp->def)); break;
    case RK_ASPECT_CALCULATE:
      add_edge (graph, vertex_e (comp->def), vertex);
      add_edge (graph, vertex, vertex_v (comp->def));
      break;
    case RK_ASPECT_COUNT:
    case RK_ASPECT_CHOICES: add_edge (graph, vertex, vertex_v (comp->def)); break;
    default: break;
    }
}

static void
link_def (Graph *graph, const RkDef *def)
{
  add_edge (graph, vertex_e (def), vertex_v (def));
  if (def->parent == NULL)
    return;
  add_edge (graph, vertex_e (def->parent), vertex_e (def));
  if (def->parent->type == RK_DEF_REPEAT)
    add_edge (graph, vertex_v (def->parent), vertex_e (def));
}

/* --- order ------------------------------------------------------------------------------------ */

static RkComp *
comp_of_vertex (Graph *graph, guint vertex)
{
  guint first = graph->form->defs->len * 2;

  return vertex >= first ? g_ptr_array_index (graph->form->comps, vertex - first) : NULL;
}

static void
take_ready (Graph *graph)
{
  for (; graph->done < graph->ready->len; graph->done++)
    {
      guint vertex = g_array_index (graph->ready, guint, graph->done);
      const GArray *edges = graph->edges[vertex];
      RkComp *comp = comp_of_vertex (graph, vertex);

      if (comp != NULL && comp->aspect <= RK_LAST_ORDERED)
        {
          comp->order = graph->form->ordered->len;
          g_ptr_array_add (graph->form->ordered, comp);
        }
      for (guint i = 0; edges != NULL && i < edges->len; i++)
        {
          guint next = g_array_index (edges, guint, i);

          if (graph->pending[next] > 0 && --graph->pending[next] == 0)
            g_array_append_val (graph->ready, next);
        }
    }
}

/* A vertex that is still waiting and points at @vertex; there always is one in what is left. */
static guint
find_waiting_source (Graph *graph, guint vertex)
{
  for (guint v = 0; v < graph->n; v++)
    {
      const GArray *edges = graph->pending[v] > 0 ? graph->edges[v] : NULL;

      for (guint i = 0; edges != NULL && i < edges->len; i++)
        if (g_array_index (edges, guint, i) == vertex)
          return v;
    }
  return vertex;
}

/* A waiting vertex that waits for itself: found by walking backwards until one is met again. */
static guint
find_on_cycle (Graph *graph)
{
  g_autofree gboolean *seen = g_new0 (gboolean, graph->n);
  guint vertex = 0;

  while (graph->pending[vertex] == 0)
    vertex++;
  for (; !seen[vertex]; vertex = find_waiting_source (graph, vertex))
    seen[vertex] = TRUE;
  return vertex;
}

/* What a list offers may depend on its own answer, as when the rows it lists hide with it. That is
 * no calculation that chases itself: the list is put first, and follows when its reads change.
 * FALSE when there is no list on the round. */
static gboolean
release_choices (Graph *graph, guint start)
{
  guint vertex = start;

  do
    {
      const RkComp *comp = comp_of_vertex (graph, vertex);

      if (comp != NULL && comp->aspect == RK_ASPECT_CHOICES)
        {
          graph->pending[vertex] = 0;
          g_array_append_val (graph->ready, vertex);
          return TRUE;
        }
      vertex = find_waiting_source (graph, vertex);
    }
  while (vertex != start);
  return FALSE;
}

/* Names the computations on the round through @start. */
static void
report_cycle (Graph *graph, guint start)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const RkComp *first = NULL;
  guint vertex = start;

  do
    {
      const RkComp *comp = comp_of_vertex (graph, vertex);

      if (comp != NULL)
        {
          g_string_prepend (names, first != NULL ? " → " : "");
          g_string_prepend (names, comp->def->nodeset);
          first = comp;
        }
      vertex = find_waiting_source (graph, vertex);
    }
  while (vertex != start);
  g_return_if_fail (first != NULL);
  rk_form_report (graph->form, RK_FORM_SEVERITY_ERROR, "cycle", first->line, first->def->nodeset,
                  /* Translators: paths with arrows between them. */
                  _ ("These questions are computed from each other in a circle: %s. Let one of "
                     "them no longer read the next."),
                     names->str);
}

static void
put_in_order (Graph *graph)
{
  gboolean goes_on = TRUE;

  for (guint v = 0; v < graph->n; v++)
    if (graph->pending[v] == 0)
      g_array_append_val (graph->ready, v);
  for (take_ready (graph); graph->done < graph->n && goes_on; take_ready (graph))
    {
      guint start = find_on_cycle (graph);

      goes_on = release_choices (graph, start);
      if (!goes_on)
        report_cycle (graph, start);
    }
}

/* An input with a text that is read-only whatever happens only says something. */
static void
find_note (RkForm *self, RkDef *def)
{
  const RkComp *comp = def->comps[RK_ASPECT_READONLY];
  const RkControlDef *control = def->control;
  RkXPathContext context = { .context = def->element, .root = self->primary->parent };
  g_auto (RkXPathValue) value = { 0 };

  if (comp == NULL || comp->reads != 0 || control == NULL ||
      control->public.type != RK_CONTROL_INPUT || (control->label == NULL && control->hint == NULL))
    return;
  if (rk_xpath_evaluate (comp->xpath, &context, &value, NULL))
    def->is_note = rk_xpath_value_to_boolean (&value, &context);
}

void
rk_form_link (RkForm *self)
{
  Graph graph = { .form = self, .n = self->defs->len * 2 + self->comps->len };

  graph.edges = g_new0 (GArray *, graph.n);
  graph.pending = g_new0 (guint, graph.n);
  graph.ready = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->defs->len; i++)
    link_def (&graph, g_ptr_array_index (self->defs, i));
  for (guint i = 0; i < self->comps->len; i++)
    collect_reads (self, g_ptr_array_index (self->comps, i));
  for (guint i = 0; i < self->comps->len; i++)
    {
      RkComp *comp = g_ptr_array_index (self->comps, i);

      add_reads_of_choices (self, comp);
      link_comp (&graph, comp, self->defs->len * 2 + i);
    }
  put_in_order (&graph);
  for (guint i = 0; i < self->defs->len; i++)
    find_note (self, g_ptr_array_index (self->defs, i));
  for (guint v = 0; v < graph.n; v++)
    g_clear_pointer (&graph.edges[v], g_array_unref);
  g_free (graph.edges);
  g_free (graph.pending);
  g_array_unref (graph.ready);
}
