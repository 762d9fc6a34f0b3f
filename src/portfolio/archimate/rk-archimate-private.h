/* SPDX-License-Identifier: EUPL-1.2 */
/* What the files that read and write models share.
 *
 * Everything of a model has a number, given in the order of the file, and all numbers of a model
 * stand together: what belongs to a model or to a view is a range, for which no index is needed. */
#pragma once

#include "rk-archimate-import.h"
#include "rk-content.h"

G_BEGIN_DECLS

#define RK_ARCHIMATE_URI "http://www.opengroup.org/xsd/archimate/3.0/"
#define RK_ARCHIMATE_URI_2 "http://www.opengroup.org/xsd/archimate"
#define RK_ARCHIMATE_XSI "http://www.w3.org/2001/XMLSchema-instance"
#define RK_ARCHIMATE_XML "http://www.w3.org/XML/1998/namespace"

/* --- rk-archimate-schema.c ------------------------------------------------------------------- */

extern const RkContent rk_archimate_content[];

/* --- rk-archimate-rules.c -------------------------------------------------------------------- */

/* The place of a type of element or relation in the table of ArchiMate; -1: there is none. */
int rk_archimate_rules_find (const char *type);
/* The letter of a type of relation, or 0. */
char rk_archimate_rules_get_letter (const char *type);
/* The names of a letter and of a place. */
const char *rk_archimate_rules_get_relation (char letter);
const char *rk_archimate_rules_get_type (int place);
/* Whether the relation @letter may go from @source to @target (rk_archimate_rules_find()). */
gboolean rk_archimate_rules_allow (int source, char letter, int target);
/* What a type of ArchiMate 2 is called in 3; itself when it has the same name. */
const char *rk_archimate_rules_modernise (const char *type);

/* --- rk-archimate-text.c --------------------------------------------------------------------- */

/* Appends text as XML holds it. */
void rk_archimate_append_text (GString *out, const char *text, gssize length);
/* Appends an attribute with a blank before it. */
void rk_archimate_append_attribute (GString *out, const char *name, const char *value,
                                    gssize length);

/* --- rk-archimate-warning.c ------------------------------------------------------------------ */

RkArchimateSummary *rk_archimate_summary_new (void);
void rk_archimate_summary_warn (RkArchimateSummary *self, RkArchimateWarningKind kind, guint line,
                                const char *subject, const char *detail);
/* By line. */
void rk_archimate_summary_sort (RkArchimateSummary *self);
gboolean rk_archimate_summary_write (RkArchimateSummary *self, sqlite3 *db, gint64 model,
                                     GError **error);

/* --- rk-archimate-source.c ------------------------------------------------------------------- */

/* Where a model comes from, read piece by piece. */
typedef struct _RkArchimateSource RkArchimateSource;
RkArchimateSource *rk_archimate_source_open (const char *path, GError **error);
RkArchimateSource *rk_archimate_source_new (GBytes *bytes);
void rk_archimate_source_free (RkArchimateSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkArchimateSource, rk_archimate_source_free)
goffset rk_archimate_source_get_size (RkArchimateSource *self);
/* The next bytes: their number, 0 at the end, -1 with @error. (transfer none) @data */
gssize rk_archimate_source_read (RkArchimateSource *self, const char **data, GError **error);
/* The SHA-256 of all that was read, after the end. */
const char *rk_archimate_source_get_hash (RkArchimateSource *self);

/* --- rk-archimate-reader.c ------------------------------------------------------------------- */

/* One reading of a model. */
typedef struct
{
  const char *name; /* how messages call the file */
  RkArchimateProgress progress;
  gpointer data;
  GCancellable *cancellable;
} RkArchimateReading;

/* Reads a model into the tables under @architecture. @identifier (out) (transfer full)
 * (nullable): of the model. */
RkArchimateSummary *rk_archimate_read (sqlite3 *db, RkArchimateSource *source,
                                       const char *architecture, const RkArchimateReading *reading,
                                       char **identifier, GError **error);

/* --- rk-archimate-purge.c -------------------------------------------------------------------- */

/* Removes the contents of an architecture. */
gboolean rk_archimate_remove (sqlite3 *db, const char *architecture, GError **error);

G_END_DECLS
