/* SPDX-License-Identifier: EUPL-1.2 */
/* What is remembered of a plate: "lens|moment|date|view|box", where the view is "fit" or "scale x
 * y" with the point in the middle, and the box a node of the model. */
#include "config.h"
#include "rk-plate-page-private.h"

#include "rk-lifecycle.h"

enum
{
  PART_LENS,
  PART_MOMENT,
  PART_DATE,
  PART_VIEW,
  PART_BOX,
  N_PARTS
};

static char *
make_key (RkPlatePage *self)
{
  return g_strconcat ("plate:", self->plate, NULL);
}

static void
restore_view (RkPlatePage *self, const char *text)
{
  g_auto (GStrv) numbers = g_strsplit (text, " ", -1);

  self->wanted.scale = 0;
  if (g_strv_length (numbers) != 3)
    return;
  self->wanted.scale = g_ascii_strtod (numbers[0], NULL);
  self->wanted.x = g_ascii_strtod (numbers[1], NULL);
  self->wanted.y = g_ascii_strtod (numbers[2], NULL);
}

void
rk_plate_page_restore (RkPlatePage *self)
{
  g_autofree char *key = make_key (self);
  g_autofree char *text = rk_store_get_state (self->store, key);
  g_auto (GStrv) parts = NULL;
  RkLens lens;

  if (text == NULL)
    return;
  parts = g_strsplit (text, "|", N_PARTS);
  if (g_strv_length (parts) != N_PARTS)
    return;
  if (rk_lens_parse (parts[PART_LENS], &lens))
    gtk_drop_down_set_selected (self->lens, lens);
  if (rk_date_is_valid (parts[PART_DATE]))
    {
      g_free (self->date);
      self->date = g_strdup (parts[PART_DATE]);
    }
  if (g_str_equal (parts[PART_MOMENT], "then"))
    gtk_toggle_button_set_active (self->then, TRUE);
  if (g_str_equal (parts[PART_MOMENT], "difference"))
    gtk_toggle_button_set_active (self->difference, TRUE);
  restore_view (self, parts[PART_VIEW]);
  if (*parts[PART_BOX] != '\0')
    self->wanted_box = g_strdup (parts[PART_BOX]);
}

static void
look_at_wanted (RkPlatePage *self)
{
  RkViewport view = self->wanted;

  if (self->wanted.scale <= 0)
    return;
  rk_plate_canvas_look_at (self->canvas, view.x, view.y, view.scale);
}

void
rk_plate_page_look_back (RkPlatePage *self)
{
  guint n = rk_plate_drawing_get_n_boxes (self->drawing);

  look_at_wanted (self);
  for (guint i = 0; self->wanted_box != NULL && i < n; i++)
    if (g_str_equal (rk_plate_drawing_get_box (self->drawing, i)->id, self->wanted_box))
      rk_plate_canvas_set_box (self->canvas, (int) i);
  g_clear_pointer (&self->wanted_box, g_free);
}

static const char *
get_moment_word (RkPlatePage *self)
{
  static const char *const words[] = { "now", "then", "difference" };

  return words[rk_plate_page_get_moment (self)];
}

static char *
make_view (RkPlatePage *self)
{
  char scale[G_ASCII_DTOSTR_BUF_SIZE], x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
  double middle_x, middle_y;

  if (rk_plate_canvas_is_fitted (self->canvas))
    return g_strdup ("fit");
  rk_plate_canvas_get_middle (self->canvas, &middle_x, &middle_y);
  g_ascii_formatd (scale, sizeof scale, "%.4f", rk_plate_canvas_get_zoom (self->canvas));
  g_ascii_formatd (x, sizeof x, "%.1f", middle_x);
  g_ascii_formatd (y, sizeof y, "%.1f", middle_y);
  return g_strdup_printf ("%s %s %s", scale, x, y);
}

void
rk_plate_page_save (RkPlatePage *self)
{
  g_autofree char *key = make_key (self);
  g_autofree char *view = make_view (self);
  int box = rk_plate_canvas_get_box (self->canvas);
  const char *id = box >= 0 ? rk_plate_drawing_get_box (self->drawing, (guint) box)->id : "";
  g_autofree char *text =
      g_strdup_printf ("%s|%s|%s|%s|%s", rk_lens_get_name (rk_plate_page_get_lens (self)),
                       get_moment_word (self), self->date, view, id);

  rk_store_set_state (self->store, key, text, NULL);
}
