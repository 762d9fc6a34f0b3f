/* SPDX-License-Identifier: EUPL-1.2 */
/* A sheet as a file. */
#include "config.h"
#include "rk-plate-sheet-private.h"

#include "rk-error.h"
#include "rk-paint.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/* A larger picture is of no use, and cairo has no larger ones. */
#define MAX_PIXELS 16000.0
#define MAX_AREA 100e6

/* In points, standing. */
static const struct
{
  const char *name;
  double width, height;
} papers[] = {
  [RK_PAPER_A4] = { "A4", 595.276, 841.89 },
  [RK_PAPER_A3] = { "A3", 841.89, 1190.551 },
  [RK_PAPER_A0] = { "A0", 2383.937, 3370.394 },
};

gboolean
rk_paper_parse (const char *name, RkPaper *paper)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (name != NULL && g_ascii_strcasecmp (name, papers[i].name) == 0)
      {
        *paper = (RkPaper) i;
        return TRUE;
      }
  return FALSE;
}

static cairo_status_t
append (void *out, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (out, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check (cairo_status_t status, RkPlateSheet *self, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, RK_ERROR, RK_ERROR_FAILED,
               /* Translators: the name of a plate; why. */
               _ ("The plate “%s” could not be drawn: %s. Choose a smaller size."), self->title,
                  cairo_status_to_string (status));
  return FALSE;
}

/* --- SVG -------------------------------------------------------------------------------------- */

static void
append_number (GString *out, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (text, sizeof text, "%.8g", value));
}

static void
append_head (RkPlateSheet *self, GString *out)
{
  const cairo_rectangle_t *e = &self->extents;

  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
  append_number (out, e->width);
  g_string_append (out, "\" height=\"");
  append_number (out, e->height);
  g_string_append (out, "\" viewBox=\"");
  append_number (out, e->x);
  g_string_append_c (out, ' ');
  append_number (out, e->y);
  g_string_append_c (out, ' ');
  append_number (out, e->width);
  g_string_append_c (out, ' ');
  append_number (out, e->height);
  g_string_append (out, "\" font-family=\"Cantarell, 'Noto Sans', 'DejaVu Sans', sans-serif\" "
                        "role=\"img\" aria-labelledby=\"sheet-title sheet-description\">\n"
                        "<title id=\"sheet-title\">");
  rk_svg_append_text (out, self->title);
  g_string_append (out, "</title>\n<desc id=\"sheet-description\">");
  rk_svg_append_text (out, self->subtitle);
  g_string_append (out, "</desc>\n<defs>\n");
}

GBytes *
rk_plate_sheet_to_svg (RkPlateSheet *self, RkPalette palette)
{
  g_autoptr (GString) body = g_string_new (NULL);
  GString *out = g_string_new (NULL);
  RkPen *pen;

  g_return_val_if_fail (self != NULL, NULL);
  pen = rk_svg_pen_new (body);
  rk_plate_sheet_paint (self, pen, palette);
  append_head (self, out);
  rk_svg_pen_write_patterns (pen, out);
  rk_svg_pen_free (pen);
  g_string_append (out, "</defs>\n");
  g_string_append_len (out, body->str, (gssize) body->len);
  g_string_append (out, "</svg>\n");
  return g_string_free_to_bytes (out);
}

/* --- PDF -------------------------------------------------------------------------------------- */

/* What a file tells about itself; the day of the plate, not of the printing, so that the same plate
 * gives the same file. */
static void
set_metadata (RkPlateSheet *self, cairo_surface_t *surface)
{
  const RkPlateOptions *options = &self->drawing->options;
  RkLandscape *shown = options->moment == RK_PLATE_NOW ? options->landscape : options->then;
  g_autofree char *moment =
      g_strdup_printf ("%sT00:00:00Z", shown != NULL ? shown->date : "2000-01-01");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, self->subtitle);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Regiekamer");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, moment);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, moment);
}

GBytes *
rk_plate_sheet_to_pdf (RkPlateSheet *self, RkPaper paper, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  const cairo_rectangle_t *e = &self->extents;
  gboolean lying = e->width > e->height;
  double width = lying ? papers[paper].height : papers[paper].width;
  double height = lying ? papers[paper].width : papers[paper].height;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, out, width, height);
  cairo_t *cr = cairo_create (surface);
  double scale = MIN (width / e->width, height / e->height);
  RkPen *pen = rk_cairo_pen_new (cr, TRUE);
  cairo_status_t status;

  set_metadata (self, surface);
  rk_paint_use (cr, rk_colour_get (RK_PALETTE_PRINT, RK_COLOUR_PLATE), 1);
  cairo_paint (cr);
  cairo_translate (cr, (width - e->width * scale) / 2, (height - e->height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -e->x, -e->y);
  cairo_tag_begin (cr, "Document", NULL);
  rk_plate_sheet_paint (self, pen, RK_PALETTE_PRINT);
  cairo_tag_end (cr, "Document");
  rk_cairo_pen_free (pen);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!check (status, self, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/* --- PNG -------------------------------------------------------------------------------------- */

static double
bound_scale (const cairo_rectangle_t *e, double scale)
{
  scale = MIN (scale, MAX_PIXELS / MAX (e->width, e->height));
  return MIN (scale, sqrt (MAX_AREA / (e->width * e->height)));
}

GBytes *
rk_plate_sheet_to_png (RkPlateSheet *self, RkPalette palette, double scale, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  const cairo_rectangle_t *e = &self->extents;
  double pixels = bound_scale (e, scale > 0 ? scale : 1);
  int width = MAX ((int) ceil (e->width * pixels), 1);
  int height = MAX ((int) ceil (e->height * pixels), 1);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  rk_paint_use (cr, rk_colour_get (palette, RK_COLOUR_PLATE), 1);
  cairo_paint (cr);
  rk_plate_sheet_draw (self, cr, palette, 0, 0, width, height);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append, out);
  cairo_surface_destroy (surface);
  if (!check (status, self, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
