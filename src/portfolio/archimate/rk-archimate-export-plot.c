/* SPDX-License-Identifier: EUPL-1.2 */
/* Applications in the boxes of the concepts that they stand on. */
#include "config.h"
#include "rk-archimate-export-private.h"

#include <math.h>

#define PLOT_HEADER 22 /* for the name of the box */
#define PLOT_PAD 4
#define PLOT_RATIO 2.2

static void
write_plot (Export *self, guint depth, const ExportOpen *box, guint i, int columns, int rows)
{
  const RkArchimatePlot *plot = g_ptr_array_index (box->plots, i);
  int cell_width = MAX ((box->width - PLOT_PAD) / columns, 1);
  int cell_height = MAX ((box->height - PLOT_HEADER - PLOT_PAD) / rows, 1);
  int x = box->x + PLOT_PAD + (int) i % columns * cell_width;
  int y = box->y + PLOT_HEADER + (int) i / columns * cell_height;

  rk_archimate_indent (self->out, depth);
  g_string_append (self->out, "<node");
  g_string_append_printf (self->out, " identifier=\"" PLOT_PREFIX);
  rk_archimate_append_text (self->out, box->identifier, -1);
  g_string_append_printf (self->out, "-%u\"", i + 1);
  rk_archimate_write_attribute (self->out, "elementRef", plot->element);
  g_string_append_printf (self->out, " xsi:type=\"Element\" x=\"%d\" y=\"%d\" w=\"%d\" h=\"%d\">\n",
                          x, y, MAX (cell_width - PLOT_PAD, 1), MAX (cell_height - PLOT_PAD, 1));
  rk_archimate_indent (self->out, depth + 1);
  g_string_append_printf (self->out,
                          "<style><fillColor r=\"%d\" g=\"%d\" b=\"%d\" a=\"100\"/></style>\n",
                          plot->red, plot->green, plot->blue);
  export_line (self, depth, "</node>");
}

/* The applications in a box: as many columns as make them wide enough to read. */
void
export_write_plots (Export *self, guint depth, const ExportOpen *box)
{
  guint n = box->plots != NULL ? box->plots->len : 0;
  double height = MAX (box->height - PLOT_HEADER - PLOT_PAD, 1);
  int columns, rows;

  if (n == 0)
    return;
  columns = (int) ceil (sqrt (n * (double) box->width / (height * PLOT_RATIO)));
  columns = CLAMP (columns, 1, (int) n);
  rows = ((int) n + columns - 1) / columns;
  for (guint i = 0; i < n; i++)
    write_plot (self, depth, box, i, columns, rows);
}
