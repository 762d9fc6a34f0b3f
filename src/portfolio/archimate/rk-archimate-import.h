/* SPDX-License-Identifier: EUPL-1.2 */
/* Importing a model in the ArchiMate exchange format, 3.x or 2.1.
 *
 * The file is read once, from front to back, into the tables of the module, in the transaction that
 * also makes the record "architecture": an import is one step, that undo takes back, or nothing.
 * What is not understood is kept for export and told in warnings. */
#pragma once

#include "rk-store.h"

G_BEGIN_DECLS

/* The largest file that is read. */
#define RK_ARCHIMATE_MAX_BYTES ((goffset) 256 * 1024 * 1024)

/* What is odd about a model that was read all the same. */
typedef enum
{
  RK_ARCHIMATE_NOT_ALLOWED,   /* ArchiMate does not know this relation between these concepts */
  RK_ARCHIMATE_UNKNOWN_PART,  /* an element or attribute of XML that is not understood; kept */
  RK_ARCHIMATE_UNKNOWN_TYPE,  /* a type of concept that ArchiMate does not have */
  RK_ARCHIMATE_DANGLING,      /* refers to something that is not there */
  RK_ARCHIMATE_DUPLICATE,     /* an identifier or Object ID that occurs twice */
  RK_ARCHIMATE_NO_DEFINITION, /* a property without a definition */
  RK_ARCHIMATE_BAD_NUMBER,    /* a measure that is no number */
  RK_ARCHIMATE_NO_IDENTIFIER, /* something without an identifier; it got one */
  RK_ARCHIMATE_OLD_TYPE,      /* a type of ArchiMate 2 that became one of 3 */
  RK_ARCHIMATE_N_WARNING_KINDS
} RkArchimateWarningKind;

typedef struct
{
  RkArchimateWarningKind kind;
  guint line;
  char *subject; /* what it is about: an identifier or a name of XML */
  char *detail;  /* (nullable) */
} RkArchimateWarning;

/* Of one kind at most this many are kept; the counts are of all. */
#define RK_ARCHIMATE_MAX_WARNINGS 500

typedef struct
{
  char *id;          /* of the record "architecture"; "" after a trial */
  char *name;        /* of the model */
  char *release;     /* (nullable) */
  char *released_on; /* (nullable): a date */
  gboolean already;  /* this very file was there: nothing was added */
  gboolean in_use;   /* from now on */
  guint version;     /* of the exchange format: 2 or 3 */
  guint n_elements, n_relations, n_views, n_nodes, n_connections, n_properties, n_components;
  guint counts[RK_ARCHIMATE_N_WARNING_KINDS];
  GPtrArray *warnings; /* of RkArchimateWarning */
} RkArchimateSummary;
void rk_archimate_summary_free (RkArchimateSummary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkArchimateSummary, rk_archimate_summary_free)

/* Number of all warnings. */
guint rk_archimate_summary_count_warnings (const RkArchimateSummary *self);
/* The kind as a word for JSON: "relation-not-allowed". */
const char *rk_archimate_warning_get_name (RkArchimateWarningKind kind);
/* What a warning of this kind is, as a heading: translated. */
const char *rk_archimate_warning_get_label (RkArchimateWarningKind kind);
/* A warning as a sentence: (transfer full). */
char *rk_archimate_warning_to_text (const RkArchimateWarning *warning);

typedef enum
{
  RK_ARCHIMATE_IMPORT_DEFAULT = 0,   /* in use at once when nothing is in use yet */
  RK_ARCHIMATE_IMPORT_USE = 1 << 0,  /* in use at once, in the place of what was */
  RK_ARCHIMATE_IMPORT_TRIAL = 1 << 1 /* only look what would come of it */
} RkArchimateImportFlags;

/* @done of @total bytes have been read. In the thread that imports; rk_archimate_import_async()
 * tells it in the thread that asked. */
typedef void (*RkArchimateProgress) (goffset done, goffset total, gpointer data);

/* Whether the first bytes of a file are those of an XML file with a model: to tell it from CSV. */
gboolean rk_archimate_recognise (const void *data, gsize length);

/**
 * rk_archimate_import:
 * @file_name: (nullable): how the record names the file; NULL: the name of @path
 * @progress: (nullable)
 *
 * Errors: RK_ERROR_FOREIGN (no model, a model of Archi itself), RK_ERROR_INVALID (no XML, with the
 * line; a document type), RK_ERROR_TOO_LARGE, RK_ERROR_NOT_FOUND, G_IO_ERROR_CANCELLED and those of
 * the store. Then nothing has changed.
 *
 * Returns: (transfer full)
 */
RkArchimateSummary *rk_archimate_import (RkStore *store, const char *path, const char *file_name,
                                         RkArchimateImportFlags flags, RkArchimateProgress progress,
                                         gpointer data, GCancellable *cancellable, GError **error);
/* The same of a model in memory: the one that comes with the program. */
RkArchimateSummary *rk_archimate_import_bytes (RkStore *store, GBytes *bytes, const char *file_name,
                                               RkArchimateImportFlags flags, GError **error);
/* The same in a thread of its own, through a connection of its own to the workspace of @store. */
void rk_archimate_import_async (RkStore *store, const char *path, const char *file_name,
                                RkArchimateImportFlags flags, RkArchimateProgress progress,
                                gpointer data, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
RkArchimateSummary *rk_archimate_import_finish (GAsyncResult *result, GError **error);

/* The warnings that were told when the architecture was imported: (transfer full). */
RkArchimateSummary *rk_archimate_load_summary (RkStore *store, const char *architecture,
                                               GError **error);

G_END_DECLS
