/* SPDX-License-Identifier: EUPL-1.2 */
/* Finding a box: under the pointer, in a direction, by its words. */
#include "config.h"
#include "rk-plate-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static gboolean
contains (const cairo_rectangle_t *b, double x, double y)
{
  return x >= b->x && y >= b->y && x < b->x + b->width && y < b->y + b->height;
}

int
rk_plate_drawing_hit (RkPlateDrawing *self, double x, double y)
{
  int note = -1;

  g_return_val_if_fail (RK_IS_PLATE_DRAWING (self), -1);
  for (guint i = self->boxes->len; i-- > 0;)
    {
      const RkPlateBox *box = &rk_plate_box (self, i)->box;

      if (!contains (&box->bounds, x, y))
        continue;
      if (box->kind != RK_PLATE_BOX_NOTE)
        return (int) i; /* a note may lie over everything: what it lies on is meant */
      if (note < 0)
        note = (int) i;
    }
  return note;
}

const RkPlateChip *
rk_plate_drawing_hit_chip (RkPlateDrawing *self, guint box, double x, double y)
{
  const RkBox *own;

  g_return_val_if_fail (RK_IS_PLATE_DRAWING (self), NULL);
  g_return_val_if_fail (box < self->boxes->len, NULL);
  rk_plate_place (self, box, RK_DETAIL_ALL);
  own = rk_plate_box (self, box);
  for (guint i = 0; own->chips != NULL && i < own->box.n_chips; i++)
    if (contains (&own->chips[i].box, x, y))
      return &own->box.chips[i];
  return NULL;
}

/* What the keys go to: components, or everything of a plate without. */
static gboolean
is_stop (RkPlateDrawing *self, guint i)
{
  RkPlateBoxKind kind = rk_plate_box (self, i)->box.kind;

  return self->n_components > 0 ? kind == RK_PLATE_BOX_COMPONENT : kind != RK_PLATE_BOX_NOTE;
}

/* By rows from the top, within a row from the left: boxes whose tops are near are one row. */
static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const cairo_rectangle_t *x = &rk_plate_box (data, *(const guint *) a)->box.bounds;
  const cairo_rectangle_t *y = &rk_plate_box (data, *(const guint *) b)->box.bounds;

  if (x->y != y->y)
    return x->y < y->y ? -1 : 1;
  return x->x < y->x ? -1 : x->x > y->x;
}

/* The order in which one reads: what stands in a box is read before what comes after that box. */
static void
add_within (RkPlateDrawing *self, int parent, GArray *order)
{
  g_autoptr (GArray) children = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = (guint) (parent + 1); i < self->boxes->len; i++)
    {
      int own = rk_plate_box (self, i)->box.parent;

      if (own < parent)
        break;
      if (own == parent)
        g_array_append_val (children, i);
    }
  g_array_sort_with_data (children, compare_places, self);
  for (guint i = 0; i < children->len; i++)
    {
      guint child = g_array_index (children, guint, i);

      if (is_stop (self, child))
        g_array_append_val (order, child);
      add_within (self, (int) child, order);
    }
}

static GArray *
get_order (RkPlateDrawing *self)
{
  if (self->order == NULL)
    {
      self->order = g_array_new (FALSE, FALSE, sizeof (guint));
      add_within (self, -1, self->order);
    }
  return self->order;
}

static int
find_in_order (RkPlateDrawing *self, int box)
{
  GArray *order = get_order (self);

  for (guint i = 0; i < order->len; i++)
    if ((int) g_array_index (order, guint, i) == box)
      return (int) i;
  return -1;
}

int
rk_plate_drawing_next (RkPlateDrawing *self, int from, int by)
{
  GArray *order;
  int at;

  g_return_val_if_fail (RK_IS_PLATE_DRAWING (self), -1);
  order = get_order (self);
  at = find_in_order (self, from);
  if (at < 0)
    at = by > 0 ? 0 : (int) order->len - 1;
  else
    at += by;
  return at >= 0 && at < (int) order->len ? (int) g_array_index (order, guint, at) : -1;
}

/* How far @b lies from @a in the direction, more so when it lies aside; infinite when it does not
 * lie that way. */
static double
distance (const cairo_rectangle_t *a, const cairo_rectangle_t *b, int dx, int dy)
{
  double x = b->x + b->width / 2 - a->x - a->width / 2;
  double y = b->y + b->height / 2 - a->y - a->height / 2;
  double along = dx != 0 ? x * dx : y * dy, aside = fabs (dx != 0 ? y : x);
  double apart = dx != 0 ? (a->height + b->height) / 2 : (a->width + b->width) / 2;

  if (along < 1)
    return INFINITY;
  return along + (aside < apart ? aside / 2 : aside * 4);
}

int
rk_plate_drawing_step (RkPlateDrawing *self, int from, int dx, int dy)
{
  double best = INFINITY;
  int found = from;

  g_return_val_if_fail (RK_IS_PLATE_DRAWING (self), -1);
  if (from < 0 || (guint) from >= self->boxes->len)
    return rk_plate_drawing_next (self, -1, 1);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      double far;

      if (!is_stop (self, i) || (int) i == from)
        continue;
      far = distance (&rk_plate_box (self, (guint) from)->box.bounds,
                      &rk_plate_box (self, i)->box.bounds, dx, dy);
      if (far < best)
        {
          best = far;
          found = (int) i;
        }
    }
  return found;
}

static gboolean
has_words (const RkPlateBox *box, const char *folded)
{
  g_autofree char *name = g_utf8_casefold (box->name, -1);

  if (strstr (name, folded) != NULL)
    return TRUE;
  for (guint i = 0; i < box->n_chips; i++)
    {
      g_autofree char *chip = g_utf8_casefold (box->chips[i].name, -1);

      if (strstr (chip, folded) != NULL)
        return TRUE;
    }
  return FALSE;
}

GArray *
rk_plate_drawing_search (RkPlateDrawing *self, const char *text)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *folded = g_utf8_casefold (text != NULL ? text : "", -1);
  GArray *order;

  g_return_val_if_fail (RK_IS_PLATE_DRAWING (self), found);
  order = get_order (self);
  for (guint i = 0; *g_strstrip (folded) != '\0' && i < order->len; i++)
    {
      int box = (int) g_array_index (order, guint, i);

      if (has_words (&rk_plate_box (self, (guint) box)->box, folded))
        g_array_append_val (found, box);
    }
  return found;
}

/* --- in words --------------------------------------------------------------------------------- */

static char *
list_chips (RkPlateDrawing *self, const RkPlateBox *box)
{
  GArray *rows = rk_marks_get_rows (self->marks);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < box->n_chips; i++)
    {
      const RkPlateChip *chip = &box->chips[i];

      g_string_append_printf (out, "%s%s (%s%s%s)", i > 0 ? ", " : "", chip->name,
                              g_array_index (rows, RkLegendRow, chip->row).label,
                              *chip->value != '\0' ? ", " : "", chip->value);
    }
  return g_string_free (out, FALSE);
}

char *
rk_plate_drawing_describe (RkPlateDrawing *self, guint at)
{
  g_autoptr (GString) out = NULL;
  const RkPlateBox *box;
  int place;

  g_return_val_if_fail (RK_IS_PLATE_DRAWING (self) && at < self->boxes->len, NULL);
  box = &rk_plate_box (self, at)->box;
  out = g_string_new (box->name);
  if (box->gap)
    g_string_append_printf (out, ", %s", _ ("no application"));
  if (box->overlap)
    g_string_append_printf (out, ", %s", _ ("overlap"));
  if (!box->in_scope)
    g_string_append_printf (out, ", %s", _ ("out of scope"));
  if (box->n_chips > 0)
    {
      g_autofree char *chips = list_chips (self, box);

      g_string_append (out, ", ");
      g_string_append_printf (out, ngettext ("%u application", "%u applications", box->n_chips),
                              box->n_chips);
      g_string_append_printf (out, ": %s", chips);
    }
  place = find_in_order (self, (int) at);
  if (place >= 0)
    {
      g_string_append (out, ". ");
      /* Translators: which box of a plate has the focus, and of how many. */
      g_string_append_printf (out, _ ("Box %d of %d"), place + 1, (int) get_order (self)->len);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
