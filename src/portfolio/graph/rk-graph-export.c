/* SPDX-License-Identifier: EUPL-1.2 */
/* A graph in a file: a page as large as the drawing, with a legend below. */
#include "config.h"
#include "rk-graph-drawing-private.h"

#include "rk-error.h"
#include "rk-graph-text.h"
#include "rk-paint.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

/* Points of a picture to a unit, so that it can be enlarged. */
#define PICTURE_SCALE 2.0
#define MAX_POINTS (64.0 * 1024 * 1024)
#define LEGEND_STEP 190

char *
rk_graph_drawing_dup_legend (RkGraphDrawing *self, RkLandInterfaceType type)
{
  RkGraph *graph = rk_graph_layout_get_graph (rk_graph_drawing_get_layout (self));

  return g_strdup_printf ("%s (%u)", rk_graph_type_get_word (type),
                          rk_graph_count_type (graph, type));
}

double
rk_graph_drawing_get_legend_x (RkLandInterfaceType type)
{
  static const guint order[] = { [RK_LAND_INTERFACE_STANDARD] = 0,
                                 [RK_LAND_INTERFACE_CUSTOM] = 1,
                                 [RK_LAND_INTERFACE_UNKNOWN] = 2 };

  return RK_GRAPH_MARGIN + LEGEND_STEP * order[type];
}

RkGraphBox
rk_graph_drawing_get_page (RkGraphDrawing *self)
{
  RkGraphBox page = rk_graph_layout_get_bounds (rk_graph_drawing_get_layout (self));

  page.width = MAX (page.width, 2 * RK_GRAPH_MARGIN + 3 * LEGEND_STEP);
  page.height += RK_GRAPH_LEGEND_HEIGHT;
  return page;
}

static void
draw_legend (RkGraphDrawing *self, cairo_t *cr, const RkGraphBox *page)
{
  double y = page->y + page->height - RK_GRAPH_LEGEND_HEIGHT / 2.0;

  for (guint i = 0; i < RK_GRAPH_N_TYPES; i++)
    {
      double x = page->x + rk_graph_drawing_get_legend_x (i);
      g_autofree char *words = rk_graph_drawing_dup_legend (self, i);
      g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
      g_autoptr (PangoFontDescription) font = pango_font_description_from_string (RK_GRAPH_FONT);
      const double *dashes;
      int n_dashes = rk_graph_get_dashes (i, &dashes), height;

      rk_paint_use (cr, rk_colour_get (RK_PALETTE_PRINT, rk_graph_get_colour (i)), 1);
      cairo_set_line_width (cr, 2);
      cairo_set_dash (cr, dashes, n_dashes, 0);
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x + RK_GRAPH_SAMPLE, y);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
      pango_font_description_set_absolute_size (font, 13 * PANGO_SCALE);
      pango_layout_set_font_description (layout, font);
      pango_layout_set_text (layout, words, -1);
      pango_layout_get_pixel_size (layout, NULL, &height);
      rk_paint_use (cr, rk_colour_get (RK_PALETTE_PRINT, RK_COLOUR_TEXT), 1);
      cairo_move_to (cr, x + RK_GRAPH_SAMPLE + 8, y - height / 2.0);
      pango_cairo_show_layout (cr, layout);
    }
}

static void
draw_page (RkGraphDrawing *self, cairo_t *cr, const RkGraphBox *page)
{
  RkGraphState state = { RK_PALETTE_PRINT, 1, -1, -1, FALSE, -1 };

  rk_paint_use (cr, rk_colour_get (RK_PALETTE_PRINT, RK_COLOUR_SURFACE), 1);
  cairo_paint (cr);
  cairo_translate (cr, -page->x, -page->y);
  rk_graph_drawing_draw (self, cr, &state);
  draw_legend (self, cr, page);
}

static cairo_status_t
collect_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
finish (GByteArray *bytes, cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  g_set_error (error, RK_ERROR, RK_ERROR_FAILED,
               _ ("The diagram could not be drawn: %s."), cairo_status_to_string (status));
  return NULL;
}

static GBytes *
export_pdf (RkGraphDrawing *self, const char *title, GError **error)
{
  RkGraphBox page = rk_graph_drawing_get_page (self);
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (collect_cb, bytes, page.width, page.height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  draw_page (self, cr, &page);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return finish (bytes, status, error);
}

static GBytes *
export_png (RkGraphDrawing *self, GError **error)
{
  RkGraphBox page = rk_graph_drawing_get_page (self);
  int width = (int) ceil (page.width * PICTURE_SCALE);
  int height = (int) ceil (page.height * PICTURE_SCALE);
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;

  if ((double) width * height > MAX_POINTS || MAX (width, height) > 32767)
    {
      g_set_error_literal (error, RK_ERROR, RK_ERROR_TOO_LARGE,
                           _ ("The diagram is too large for a picture. Export it as PDF or SVG, "
                              "or choose one application and look at its neighbours."));
      return NULL;
    }
  bytes = g_byte_array_new ();
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cr = cairo_create (surface);
  cairo_scale (cr, PICTURE_SCALE, PICTURE_SCALE);
  draw_page (self, cr, &page);
  cairo_destroy (cr);
  status = cairo_surface_write_to_png_stream (surface, collect_cb, bytes);
  cairo_surface_destroy (surface);
  return finish (bytes, status, error);
}

GBytes *
rk_graph_drawing_export (RkGraphDrawing *self, RkGraphFormat format, const char *title,
                         GError **error)
{
  switch (format)
    {
    case RK_GRAPH_PDF: return export_pdf (self, title, error);
    case RK_GRAPH_PNG: return export_png (self, error);
    case RK_GRAPH_SVG:
    default: return rk_graph_drawing_to_svg (self, title);
    }
}
