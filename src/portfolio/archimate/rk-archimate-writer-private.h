/* SPDX-License-Identifier: EUPL-1.2 */
/* Writing the exchange format: indented, a line per element, to a stream piece by piece. */
#pragma once

#include "rk-archimate-private.h"

G_BEGIN_DECLS

/* Something that is drawn inside the boxes of a concept. */
typedef struct
{
  char *element; /* identifier */
  int red, green, blue;
} RkArchimatePlot;

/* What is put into a model that is written: XML that stands at the end of each list, and names the
 * model. All of it is optional. */
typedef struct
{
  char *identifier;
  char *name;
  GString *properties; /* of the model */
  GString *elements;
  GString *relations;
  GString *items; /* of a list of folders of its own */
  GString *definitions;
  GString *views;
  GHashTable *plots; /* identifier of a concept → GPtrArray of RkArchimatePlot: views that show it
                        are written a second time, with these in its boxes */
  char *plot_suffix; /* of the names of those views */
  char *plot_note;   /* their documentation */
} RkArchimateAddition;

RkArchimateAddition *rk_archimate_addition_new (void);
void rk_archimate_addition_free (RkArchimateAddition *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkArchimateAddition, rk_archimate_addition_free)

/* Draws the element @element in the boxes of @concept, both identifiers. */
void rk_archimate_addition_plot (RkArchimateAddition *self, const char *concept,
                                 const char *element, int red, int green, int blue);

/* Writes the model of @architecture (nullable: none) with what is added (nullable). @n_plotted
 * (out) (optional): how many views were written a second time. */
gboolean rk_archimate_write (sqlite3 *db, const char *architecture,
                             const RkArchimateAddition *addition, guint *n_plotted,
                             GOutputStream *stream, GCancellable *cancellable, GError **error);
/* Opens @path, calls @function and closes: whole or not at all. */
typedef gboolean (*RkArchimateWriteFunc) (GOutputStream *stream, gpointer data, GError **error);
gboolean rk_archimate_write_file (const char *path, RkArchimateWriteFunc function, gpointer data,
                                  GError **error);

/* --- parts, for @out at @depth ---------------------------------------------------------------- */

void rk_archimate_indent (GString *out, guint depth);
/* <tag xml:lang="lang">text</tag>; @lang NULL: without. Nothing when @text is NULL. */
void rk_archimate_write_text (GString *out, guint depth, const char *tag, const char *lang,
                              const char *text);
/* An attribute, unless @value is NULL. */
void rk_archimate_write_attribute (GString *out, const char *name, const char *value);

G_END_DECLS
