/* SPDX-License-Identifier: EUPL-1.2 */
/* A record kind described once (DESIGN, "one description per kind").
 *
 * From one static table of fields follow the SQL table and its migrations, JSON, CSV columns, the
 * editor page, full-text search, merge metadata and the names shown in history. Adding a field is
 * one line in the table. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the text of a value is to be read. Every value is canonical text; NULL is "no value".
 * Integers and decimals have a point and no grouping, money is a decimal amount in euro, dates are
 * YYYY-MM-DD, times UTC ISO 8601, booleans "true"/"false", sets sorted words between blanks. */
typedef enum
{
  RK_FIELD_TEXT,
  RK_FIELD_LONG_TEXT,
  RK_FIELD_INTEGER,
  RK_FIELD_DECIMAL,
  RK_FIELD_MONEY,
  RK_FIELD_DATE,
  RK_FIELD_TIME,
  RK_FIELD_BOOLEAN,
  RK_FIELD_ENUM,
  RK_FIELD_REFERENCE,
  RK_FIELD_ENUM_SET,
  RK_FIELD_REFERENCE_SET
} RkFieldType;

typedef enum
{
  RK_FIELD_PLAIN = 0,
  RK_FIELD_REQUIRED = 1 << 0,
  RK_FIELD_SEARCHABLE = 1 << 1,   /* in the full-text index */
  RK_FIELD_CONFIDENTIAL = 1 << 2, /* stays on this computer unless shared on purpose */
  RK_FIELD_INDEXED = 1 << 3,      /* an SQL index: lists sort or filter on it */
  RK_FIELD_BLOB = 1 << 4          /* the SHA-256 of a blob (rk-blob.h) that must be there */
} RkFieldFlags;

/* One allowed value of an enum field. */
typedef struct
{
  const char *value;
  const char *label; /* source string, marked N_() */
} RkEnumValue;

/**
 * RkField:
 * @name: column, JSON member and CSV header: snake_case
 * @label: source string for people, marked N_()
 * @values: (nullable): for enums: the allowed values, ended by a NULL value
 * @target: (nullable): for references: the name of the kind referred to
 * @group: (nullable): fields of one group merge as one (amount and currency)
 */
typedef struct
{
  const char *name;
  const char *label;
  RkFieldType type;
  RkFieldFlags flags;
  const RkEnumValue *values;
  const char *target;
  const char *group;
} RkField;

/* A table or an index of a module's own, beside the records: how SQL makes it, by its name. What
 * was released never changes; what comes later has a name of its own. */
typedef struct
{
  const char *name;
  const char *sql;
} RkContent;

/**
 * RkKind:
 * @name: table and JSON name: snake_case
 * @label: singular, source string marked N_()
 * @label_plural: plural, source string marked N_()
 * @title_field: the field whose value names a record in history, search and messages
 * @fields: ended by a field without a name
 * @content: (nullable): what the module keeps beside its records (rk-content.h), ended by one
 *   without a name
 */
typedef struct
{
  const char *name;
  const char *label;
  const char *label_plural;
  const char *title_field;
  const RkField *fields;
  const RkContent *content;
} RkKind;

guint rk_kind_get_n_fields (const RkKind *kind);
/* Index of the field @name, or -1. */
int rk_kind_find_field (const RkKind *kind, const char *name);
/* Whether @text is a canonical value of @field (type, range, allowed values); NULL always is. The
 * error is RK_ERROR_INVALID and names the field and what is expected. */
gboolean rk_field_check (const RkField *field, const char *text, GError **error);

G_END_DECLS
