/* SPDX-License-Identifier: EUPL-1.2 */
/* Inside of the reader of workbooks. */
#pragma once

#include "rk-xlsx.h"

#include <libxml/xmlreader.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlTextReader, xmlFreeTextReader)

/* The XML parts of the file by name in lower case: (transfer full) (element-type utf8 GBytes). */
GHashTable *rk_xlsx_unzip (GBytes *bytes, const char *name, GError **error);

/* Reads a part element by element; NULL when there is no such part. */
xmlTextReader *rk_xlsx_read_part (GHashTable *parts, const char *part);
/* The next element, or end of element; FALSE at the end, and where the part is not to be trusted
 * (then *@broken). */
gboolean rk_xlsx_next (xmlTextReader *reader, gboolean *broken);
/* Whether the reader stands at the start of the element @name, whatever its prefix. */
gboolean rk_xlsx_at (xmlTextReader *reader, const char *name);
gboolean rk_xlsx_at_end (xmlTextReader *reader, const char *name);
/* (transfer full) (nullable); @name without prefix. */
char *rk_xlsx_dup_attribute (xmlTextReader *reader, const char *name);

/* What the styles say of numbers: for each cell style, whether it shows a date or a time. */
GArray *rk_xlsx_read_styles (GHashTable *parts, const char *part);
/* (transfer full) (element-type utf8): the shared texts, runs joined. */
GPtrArray *rk_xlsx_read_strings (GHashTable *parts, const char *part);
/* Undoes the _xHHHH_ that stands for what XML cannot hold. (transfer full) */
char *rk_xlsx_unescape (const char *text);

/* A number of a cell in words: (transfer full). */
char *rk_xlsx_number_to_text (double number);
char *rk_xlsx_moment_to_text (double number, gboolean since_1904);

typedef struct
{
  GHashTable *parts;
  GPtrArray *strings;
  GArray *dates;
  gboolean since_1904;
} RkXlsxSource;

/* NULL with *@too_large or a damaged part. */
RkSheet *rk_sheet_new (const RkXlsxSource *source, const char *name, const char *part,
                       gboolean *too_large);
void rk_sheet_free (RkSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkSheet, rk_sheet_free)

G_END_DECLS
