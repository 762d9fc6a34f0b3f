/* SPDX-License-Identifier: EUPL-1.2 */
/* Which records of a kind a list shows, and in which order: conditions on fields, as SQL with
 * parameters for rk_list_model_set_filter(), and as text to be kept. */
#pragma once

#include "rk-kind.h"

G_BEGIN_DECLS

typedef struct _RkRecordFilter RkRecordFilter;

RkRecordFilter *rk_record_filter_new (const RkKind *kind);
void rk_record_filter_free (RkRecordFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkRecordFilter, rk_record_filter_free)

/* Records whose @field is one of @values, ended by NULL; "" is "no value". In a set, one of them
 * is enough. NULL or none: no condition on @field. */
void rk_record_filter_set_values (RkRecordFilter *self, const char *field,
                                  const char *const *values);
/* From and to, both included and (nullable): numbers, amounts and dates. */
void rk_record_filter_set_range (RkRecordFilter *self, const char *field, const char *from,
                                 const char *to);
/* (nullable): there is no such condition. */
const char *const *rk_record_filter_get_values (RkRecordFilter *self, const char *field);
/* FALSE: there is no such condition. */
gboolean rk_record_filter_get_range (RkRecordFilter *self, const char *field, const char **from,
                                     const char **to);
gboolean rk_record_filter_has (RkRecordFilter *self, const char *field);
gboolean rk_record_filter_is_empty (RkRecordFilter *self);
void rk_record_filter_clear (RkRecordFilter *self);
/* The names of the fields with a condition, in the order they came: (transfer container). */
GPtrArray *rk_record_filter_list_fields (RkRecordFilter *self);

/* The condition on all fields but @except (nullable), NULL when there is none; @parameters receives
 * its texts. (transfer full) */
char *rk_record_filter_dup_where (RkRecordFilter *self, const char *except, char ***parameters);
/* As text, and back; a text or a field that is not understood is passed over. */
char *rk_record_filter_save (RkRecordFilter *self);
void rk_record_filter_load (RkRecordFilter *self, const char *text);

/* The order by @column, a field of @kind or else a derived column with text (or a number when
 * @number): as people sort, what has no value last. (transfer full) */
char *rk_record_order (const RkKind *kind, const char *column, gboolean number,
                       gboolean descending);

G_END_DECLS
