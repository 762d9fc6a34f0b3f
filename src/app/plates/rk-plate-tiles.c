/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-plate-tiles.h"

#include <math.h>

#define TILE 256 /* pixels of the view */
#define OVERVIEW 640
/* The scale by which the small picture leaves out details: it is only seen while others come. */
#define ROUGH 0.1
/* Scales that differ less are the same. */
#define SAME 1e-6

/* Tiles of one scale. */
typedef struct
{
  double scale;
  int factor;
  GHashTable *tiles; /* gint64 of column and row → GdkTexture */
} Layer;

struct _RkPlateTiles
{
  RkPlateDrawFunc draw;
  gpointer data;
  cairo_rectangle_t bounds;
  Layer now, before;
  GdkTexture *overview;
  gboolean overview_stale;
  guint n_drawn;
};

typedef struct
{
  int left, top, right, bottom; /* the last two not included */
} Range;

static gint64 *
make_key (int column, int row)
{
  gint64 key = ((gint64) column << 32) | (guint32) row;

  return g_memdup2 (&key, sizeof key);
}

static GdkTexture *
find_tile (Layer *layer, int column, int row)
{
  gint64 key = ((gint64) column << 32) | (guint32) row;

  return g_hash_table_lookup (layer->tiles, &key);
}

static void
init_layer (Layer *layer)
{
  layer->tiles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  layer->scale = 1;
  layer->factor = 1;
}

/* The tiles of @view that hold a piece of the plate. */
static Range
get_range (RkPlateTiles *self, const Layer *layer, RkViewport view, int width, int height)
{
  double length = TILE / layer->scale;
  cairo_rectangle_t seen = rk_viewport_get_visible (view, width, height);
  double left = MAX (seen.x, self->bounds.x), top = MAX (seen.y, self->bounds.y);
  double right = MIN (seen.x + seen.width, self->bounds.x + self->bounds.width);
  double bottom = MIN (seen.y + seen.height, self->bounds.y + self->bounds.height);

  if (right <= left || bottom <= top)
    return (Range){ 0, 0, 0, 0 };
  return (Range){ (int) floor (left / length), (int) floor (top / length),
                  (int) ceil (right / length), (int) ceil (bottom / length) };
}

static GdkTexture *
draw_texture (RkPlateTiles *self, const cairo_rectangle_t *area, double scale, int factor,
              double detail)
{
  int width = MAX ((int) ceil (area->width * scale * factor), 1);
  int height = MAX ((int) ceil (area->height * scale * factor), 1);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_scale (cr, scale * factor, scale * factor);
  cairo_translate (cr, -area->x, -area->y);
  self->draw (self->data, cr, area, detail);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes =
      g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                  (gsize) cairo_image_surface_get_stride (surface) * (gsize) height,
                                  (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes,
                                 (gsize) cairo_image_surface_get_stride (surface));
}

static void
draw_overview (RkPlateTiles *self, int factor)
{
  double scale = OVERVIEW / MAX (MAX (self->bounds.width, self->bounds.height), 1);

  g_clear_object (&self->overview);
  self->overview = draw_texture (self, &self->bounds, MIN (scale, 1), factor, ROUGH);
  self->overview_stale = FALSE;
}

static void
draw_tile (RkPlateTiles *self, int column, int row)
{
  double length = TILE / self->now.scale;
  cairo_rectangle_t area = { column * length, row * length, length, length };

  g_hash_table_insert (self->now.tiles, make_key (column, row),
                       draw_texture (self, &area, self->now.scale, self->now.factor,
                                     self->now.scale));
  self->n_drawn++;
}

/* What stands further away than one view in any direction goes. */
static void
drop_far_tiles (Layer *layer, const Range *range)
{
  int across = MAX (range->right - range->left, 2), down = MAX (range->bottom - range->top, 2);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, layer->tiles);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      gint64 packed = *(const gint64 *) key;
      int column = (int) (packed >> 32), row = (int) (guint32) packed;

      if (column < range->left - across || column >= range->right + across ||
          row < range->top - down || row >= range->bottom + down)
        g_hash_table_iter_remove (&iter);
    }
}

/* The tiles there are go behind; a layer in which next to nothing was drawn is not worth that. */
static void
start_layer (RkPlateTiles *self, double scale, int factor)
{
  if (g_hash_table_size (self->now.tiles) >= g_hash_table_size (self->before.tiles) / 2)
    {
      Layer before = self->before;

      self->before = self->now;
      self->now = before;
    }
  g_hash_table_remove_all (self->now.tiles);
  self->now.scale = scale;
  self->now.factor = factor;
}

static gboolean
is_complete (Layer *layer, const Range *range)
{
  for (int row = range->top; row < range->bottom; row++)
    for (int column = range->left; column < range->right; column++)
      if (find_tile (layer, column, row) == NULL)
        return FALSE;
  return TRUE;
}

static void
append_layer (Layer *layer, GtkSnapshot *snapshot, RkViewport view, const Range *range)
{
  double ratio = view.scale / layer->scale, size = TILE * ratio;
  gboolean sharp = fabs (ratio - 1) < SAME;
  double left = -view.x * view.scale, top = -view.y * view.scale;

  if (sharp) /* on whole pixels, so that text stays as crisp as it was drawn */
    {
      left = round (left * layer->factor) / layer->factor;
      top = round (top * layer->factor) / layer->factor;
    }
  for (int row = range->top; row < range->bottom; row++)
    for (int column = range->left; column < range->right; column++)
      {
        GdkTexture *tile = find_tile (layer, column, row);

        if (tile != NULL)
          gtk_snapshot_append_texture (snapshot, tile,
                                       &GRAPHENE_RECT_INIT ((float) (left + column * size),
                                                            (float) (top + row * size),
                                                            (float) size, (float) size));
      }
}

RkPlateTiles *
rk_plate_tiles_new (RkPlateDrawFunc draw, gpointer data)
{
  RkPlateTiles *self = g_new0 (RkPlateTiles, 1);

  self->draw = draw;
  self->data = data;
  init_layer (&self->now);
  init_layer (&self->before);
  return self;
}

void
rk_plate_tiles_free (RkPlateTiles *self)
{
  g_hash_table_unref (self->now.tiles);
  g_hash_table_unref (self->before.tiles);
  g_clear_object (&self->overview);
  g_free (self);
}

void
rk_plate_tiles_set_bounds (RkPlateTiles *self, const cairo_rectangle_t *bounds)
{
  self->bounds = *bounds;
  g_hash_table_remove_all (self->now.tiles);
  g_hash_table_remove_all (self->before.tiles);
  g_clear_object (&self->overview);
  self->overview_stale = TRUE;
}

void
rk_plate_tiles_invalidate (RkPlateTiles *self)
{
  start_layer (self, self->now.scale, self->now.factor);
  self->overview_stale = TRUE;
}

gboolean
rk_plate_tiles_render (RkPlateTiles *self, RkViewport view, int width, int height, int factor,
                       gint64 budget)
{
  gint64 end = g_get_monotonic_time () + budget;
  gboolean drawn = FALSE;
  Range range;

  if (fabs (self->now.scale - view.scale) > SAME || self->now.factor != factor)
    start_layer (self, view.scale, factor);
  range = get_range (self, &self->now, view, width, height);
  for (int row = range.top; row < range.bottom; row++)
    for (int column = range.left; column < range.right; column++)
      if (find_tile (&self->now, column, row) == NULL)
        {
          if (drawn && g_get_monotonic_time () > end)
            return FALSE;
          draw_tile (self, column, row);
          drawn = TRUE;
        }
  drop_far_tiles (&self->now, &range);
  g_hash_table_remove_all (self->before.tiles);
  if (!self->overview_stale)
    return TRUE;
  if (drawn && g_get_monotonic_time () > end)
    return FALSE;
  draw_overview (self, factor);
  return TRUE;
}

void
rk_plate_tiles_snapshot (RkPlateTiles *self, GtkSnapshot *snapshot, RkViewport view, int width,
                         int height)
{
  Range range = get_range (self, &self->now, view, width, height);
  cairo_rectangle_t all = rk_viewport_map (view, &self->bounds);
  gboolean complete = is_complete (&self->now, &range);
  Range behind;

  if (!complete && self->overview != NULL)
    gtk_snapshot_append_texture (snapshot, self->overview,
                                 &GRAPHENE_RECT_INIT ((float) all.x, (float) all.y,
                                                      (float) all.width, (float) all.height));
  if (!complete && g_hash_table_size (self->before.tiles) > 0)
    {
      behind = get_range (self, &self->before, view, width, height);
      append_layer (&self->before, snapshot, view, &behind);
    }
  append_layer (&self->now, snapshot, view, &range);
}

guint
rk_plate_tiles_get_n_drawn (RkPlateTiles *self)
{
  return self->n_drawn;
}
