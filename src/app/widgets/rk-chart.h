/* SPDX-License-Identifier: EUPL-1.2 */
/* The frame around a drawing: title, legend, one sentence in words, and the same as a table, to
 * look at, to copy or to keep. A drawing that has no room gives its place to the table by itself.
 */
#pragma once

#include "rk-data-table.h"
#include "rk-legend.h"
#include "rk-plot.h"

G_BEGIN_DECLS

#define RK_TYPE_CHART (rk_chart_get_type ())
G_DECLARE_FINAL_TYPE (RkChart, rk_chart, RK, CHART, GtkWidget)

RkChart *rk_chart_new (const char *title);
/* What is drawn. @plot: (nullable): the plot in it whose marks are read aloud in the sentence, and
 * whose least width decides when the table takes over. */
void rk_chart_set_drawing (RkChart *self, GtkWidget *drawing, RkPlot *plot);
void rk_chart_set_table (RkChart *self, RkDataTable *table);
RkDataTable *rk_chart_get_table (RkChart *self);
/* Writes the table as CSV, readable by its owner only. */
gboolean rk_chart_save_table (RkChart *self, const char *path, GError **error);
void rk_chart_set_sentence (RkChart *self, const char *sentence);
void rk_chart_add_legend (RkChart *self, RkSign sign, guint series, const char *label);
/* Something above the drawing that stays when the table is shown (a number). */
void rk_chart_set_lead (RkChart *self, GtkWidget *lead);
/* A button in the title row; the link «As table» then is in the menu only. */
void rk_chart_set_button (RkChart *self, GtkWidget *button);
/* Property "as-table", notifies; also the widget action "chart.as-table". */
void rk_chart_set_as_table (RkChart *self, gboolean as_table);
gboolean rk_chart_get_as_table (RkChart *self);
/* Whether the table is what one sees, by choice or for want of room. */
gboolean rk_chart_shows_table (RkChart *self);

G_END_DECLS
