/* SPDX-License-Identifier: EUPL-1.2 */
/* Making a drawing: which boxes there are, what stands on them, and how often. */
#include "config.h"
#include "rk-plate-private.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (RkPlateDrawing, rk_plate_drawing, G_TYPE_OBJECT)

static void
clear_box (RkBox *box)
{
  g_clear_pointer (&box->chips, g_free);
}

static void
clear_route (RkRoute *route)
{
  g_clear_pointer (&route->points, g_free);
}

static void
rk_plate_drawing_finalize (GObject *object)
{
  RkPlateDrawing *self = RK_PLATE_DRAWING (object);

  g_array_unref (self->boxes);
  g_array_unref (self->routes);
  g_array_unref (self->chips);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->marks, rk_marks_free);
  g_clear_pointer (&self->typesetter, rk_typesetter_free);
  g_clear_pointer (&self->scope, g_hash_table_unref);
  g_string_chunk_free (self->texts);
  g_clear_pointer (&self->architecture, rk_architecture_unref);
  g_clear_pointer (&self->view, rk_view_unref);
  G_OBJECT_CLASS (rk_plate_drawing_parent_class)->finalize (object);
}

static void
rk_plate_drawing_class_init (RkPlateDrawingClass *class)
{
  G_OBJECT_CLASS (class)->finalize = rk_plate_drawing_finalize;
}

static void
rk_plate_drawing_init (RkPlateDrawing *self)
{
  self->boxes = g_array_new (FALSE, TRUE, sizeof (RkBox));
  g_array_set_clear_func (self->boxes, (GDestroyNotify) clear_box);
  self->routes = g_array_new (FALSE, TRUE, sizeof (RkRoute));
  g_array_set_clear_func (self->routes, (GDestroyNotify) clear_route);
  self->chips = g_array_new (FALSE, TRUE, sizeof (RkPlateChip));
  self->typesetter = rk_typesetter_new ();
  self->texts = g_string_chunk_new (256);
}

/* --- boxes ----------------------------------------------------------------------------------- */

static void
add_box (RkPlateDrawing *self, const RkViewNode *node)
{
  RkBox box = { .node = node };
  RkPlateBox *b = &box.box;

  b->bounds = (cairo_rectangle_t){ node->x, node->y, node->width, node->height };
  b->parent = node->parent;
  b->depth = node->parent < 0 ? 0 : rk_plate_box (self, (guint) node->parent)->box.depth + 1;
  b->id = node->id;
  b->name = node->label;
  b->view = node->view_ref;
  b->in_scope = TRUE;
  b->kind = RK_PLATE_BOX_NOTE;
  if (node->concept != NULL)
    {
      b->key = node->concept->key;
      b->type = node->concept->type;
      b->definition = node->concept->documentation;
      b->kind = node->concept->is_component ? RK_PLATE_BOX_COMPONENT : RK_PLATE_BOX_ELEMENT;
    }
  else if (node->view_ref != NULL)
    b->kind = RK_PLATE_BOX_VIEW;
  else if (node->kind == RK_NODE_KIND_CONTAINER)
    b->kind = RK_PLATE_BOX_ELEMENT;
  if (b->kind == RK_PLATE_BOX_COMPONENT)
    {
      self->n_components++;
      b->in_scope = self->scope == NULL || g_hash_table_contains (self->scope, b->key);
    }
  g_array_append_val (self->boxes, box);
}

/* What a component stands in, holds it: whatever the model calls it. */
static void
mark_holders (RkPlateDrawing *self)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      RkBox *box = rk_plate_box (self, i);

      if (box->box.parent >= 0)
        rk_plate_box (self, (guint) box->box.parent)->has_children = TRUE;
      if (box->box.kind != RK_PLATE_BOX_COMPONENT)
        continue;
      for (int at = box->box.parent; at >= 0; at = rk_plate_box (self, (guint) at)->box.parent)
        if (rk_plate_box (self, (guint) at)->box.kind == RK_PLATE_BOX_ELEMENT)
          rk_plate_box (self, (guint) at)->box.kind = RK_PLATE_BOX_HOLDER;
    }
}

static void
grow (cairo_rectangle_t *extents, double x, double y, double width, double height)
{
  double right = MAX (extents->x + extents->width, x + width);
  double bottom = MAX (extents->y + extents->height, y + height);

  extents->x = MIN (extents->x, x);
  extents->y = MIN (extents->y, y);
  extents->width = right - extents->x;
  extents->height = bottom - extents->y;
}

static void
measure (RkPlateDrawing *self)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const cairo_rectangle_t *b = &rk_plate_box (self, i)->box.bounds;

      if (i == 0)
        self->extents = *b;
      grow (&self->extents, b->x, b->y, b->width, b->height);
    }
  for (guint i = 0; i < self->routes->len; i++)
    {
      const RkRoute *route = &g_array_index (self->routes, RkRoute, i);

      for (guint k = 0; k < route->n_points; k++)
        grow (&self->extents, route->points[k].x, route->points[k].y, 0, 0);
    }
}

/* --- applications ---------------------------------------------------------------------------- */

static void
count (RkPlateDrawing *self, const RkComponentMarks *marks, GHashTable *seen)
{
  GArray *rows = rk_marks_get_rows (self->marks);

  for (guint i = 0; i < marks->marks->len; i++)
    {
      const RkMark *mark = &g_array_index (marks->marks, RkMark, i);
      RkLegendRow *row = &g_array_index (rows, RkLegendRow, mark->row);
      g_autofree char *key = g_strdup_printf ("%u %s", mark->row, mark->application);

      row->places++;
      if (g_hash_table_add (seen, g_steal_pointer (&key)))
        row->applications++;
    }
  if (marks->gap && rk_marks_get_gap_row (self->marks) >= 0)
    g_array_index (rows, RkLegendRow, rk_marks_get_gap_row (self->marks)).places++;
  if (marks->overlap && rk_marks_get_overlap_row (self->marks) >= 0)
    g_array_index (rows, RkLegendRow, rk_marks_get_overlap_row (self->marks)).places++;
}

static void
add_to_holders (RkPlateDrawing *self, RkBox *box)
{
  for (int at = box->box.parent; at >= 0; at = rk_plate_box (self, (guint) at)->box.parent)
    rk_plate_box (self, (guint) at)->box.n_in_use += box->box.n_in_use;
}

static void
fill_box (RkPlateDrawing *self, RkBox *box, GHashTable *seen)
{
  const RkComponentMarks *marks = rk_marks_look (self->marks, box->box.key);

  for (guint i = 0; i < marks->marks->len; i++)
    {
      const RkMark *mark = &g_array_index (marks->marks, RkMark, i);
      RkPlateChip chip = { mark->application, mark->name, mark->row, mark->value };

      if (i == 0 || rk_marks_get_badness (self->marks, mark->row) >
                        rk_marks_get_badness (self->marks, box->worst))
        box->worst = mark->row;
      g_array_append_val (self->chips, chip);
    }
  box->box.n_chips = marks->marks->len;
  box->box.n_in_use = marks->n_in_use;
  box->box.gap = box->box.in_scope && marks->gap && rk_marks_get_gap_row (self->marks) >= 0;
  box->box.overlap = box->box.in_scope && marks->overlap;
  self->n_covered += marks->n_in_use > 0 ? 1 : 0;
  add_to_holders (self, box);
  if (box->box.in_scope)
    count (self, marks, seen);
}

static void
fill_boxes (RkPlateDrawing *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint at = 0;

  for (guint i = 0; i < self->boxes->len; i++)
    if (rk_plate_box (self, i)->box.kind == RK_PLATE_BOX_COMPONENT)
      fill_box (self, rk_plate_box (self, i), seen);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      RkPlateBox *box = &rk_plate_box (self, i)->box;

      if (box->n_chips > 0)
        box->chips = &g_array_index (self->chips, RkPlateChip, at);
      at += box->n_chips;
    }
}

/* The page of a concept is a property that is called URL, whatever its capitals. */
static void
find_addresses (RkPlateDrawing *self)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      RkBox *box = rk_plate_box (self, i);
      g_autoptr (GPtrArray) properties = NULL;

      if (box->box.key == NULL)
        continue;
      properties = rk_architecture_dup_properties (self->architecture, box->box.key);
      for (guint k = 0; properties != NULL && k < properties->len; k++)
        {
          const RkProperty *property = properties->pdata[k];

          if (g_ascii_strcasecmp (property->name, "URL") == 0 &&
              (g_str_has_prefix (property->value, "https://") ||
               g_str_has_prefix (property->value, "http://")))
            box->address = g_string_chunk_insert (self->texts, property->value);
        }
    }
}

RkPlateDrawing *
rk_plate_drawing_new (RkView *view, RkArchitecture *architecture, const RkPlateOptions *options)
{
  RkPlateDrawing *self = g_object_new (RK_TYPE_PLATE_DRAWING, NULL);
  const RkViewNode *nodes;
  guint n;

  g_return_val_if_fail (view != NULL && options != NULL, NULL);
  self->view = rk_view_ref (view);
  self->architecture = architecture != NULL ? rk_architecture_ref (architecture) : NULL;
  self->options = *options;
  if (options->scope != NULL)
    {
      self->scope = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (const char *const *key = options->scope; *key != NULL; key++)
        g_hash_table_add (self->scope, g_strdup (*key));
    }
  nodes = rk_view_get_nodes (view, &n);
  for (guint i = 0; i < n; i++)
    add_box (self, &nodes[i]);
  mark_holders (self);
  self->own_colours = options->own_colours || self->n_components == 0;
  if (self->own_colours)
    self->options.landscape = self->options.then = NULL;
  self->marks = rk_marks_new (architecture, &self->options);
  self->options.scope = NULL;
  self->options.scheme = NULL;
  fill_boxes (self);
  rk_plate_route (self);
  measure (self);
  if (options->links && architecture != NULL)
    find_addresses (self);
  return self;
}

/* --- looking at it ---------------------------------------------------------------------------- */

RkView *
rk_plate_drawing_get_view (RkPlateDrawing *self)
{
  g_return_val_if_fail (RK_IS_PLATE_DRAWING (self), NULL);
  return self->view;
}

RkLens
rk_plate_drawing_get_lens (RkPlateDrawing *self)
{
  g_return_val_if_fail (RK_IS_PLATE_DRAWING (self), RK_LENS_STATUS);
  return self->options.lens;
}

void
rk_plate_drawing_get_extents (RkPlateDrawing *self, cairo_rectangle_t *extents)
{
  g_return_if_fail (RK_IS_PLATE_DRAWING (self));
  *extents = self->extents;
}

guint
rk_plate_drawing_get_n_boxes (RkPlateDrawing *self)
{
  g_return_val_if_fail (RK_IS_PLATE_DRAWING (self), 0);
  return self->boxes->len;
}

const RkPlateBox *
rk_plate_drawing_get_box (RkPlateDrawing *self, guint box)
{
  g_return_val_if_fail (RK_IS_PLATE_DRAWING (self), NULL);
  return box < self->boxes->len ? &rk_plate_box (self, box)->box : NULL;
}

const RkLegendRow *
rk_plate_drawing_get_legend (RkPlateDrawing *self, guint *n)
{
  GArray *rows;

  g_return_val_if_fail (RK_IS_PLATE_DRAWING (self), NULL);
  rows = rk_marks_get_rows (self->marks);
  *n = rows->len;
  return (const RkLegendRow *) (gpointer) rows->data;
}

guint
rk_plate_drawing_get_n_components (RkPlateDrawing *self)
{
  g_return_val_if_fail (RK_IS_PLATE_DRAWING (self), 0);
  return self->n_components;
}

guint
rk_plate_drawing_get_n_covered (RkPlateDrawing *self)
{
  g_return_val_if_fail (RK_IS_PLATE_DRAWING (self), 0);
  return self->n_covered;
}
