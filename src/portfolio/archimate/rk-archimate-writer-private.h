/* SPDX-License-Identifier: EUPL-1.2 */
/* Writing the exchange format: indented, a line per element, to a stream piece by piece. */
#pragma once

#include "rk-archimate-private.h"

G_BEGIN_DECLS

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
} RkArchimateAddition;

RkArchimateAddition *rk_archimate_addition_new (void);
void rk_archimate_addition_free (RkArchimateAddition *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkArchimateAddition, rk_archimate_addition_free)

/* Writes the model of @architecture (nullable: none) with what is added (nullable). */
gboolean rk_archimate_write (sqlite3 *db, const char *architecture,
                             const RkArchimateAddition *addition, GOutputStream *stream,
                             GCancellable *cancellable, GError **error);
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
