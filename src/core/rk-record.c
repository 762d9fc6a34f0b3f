/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-record-private.h"

struct _RkRecord
{
  GObject parent_instance;
  const RkKind *kind;
  char *id;
  char *created_at;
  char *updated_at;
  char *extra;
  char **values;                  /* one per field, NULL when the field has no value */
  const RkDerivedColumn *derived; /* (nullable): of the list that it is from */
  char **derived_values;          /* one per derived column */
};

G_DEFINE_FINAL_TYPE (RkRecord, rk_record, G_TYPE_OBJECT)

static void
rk_record_finalize (GObject *object)
{
  RkRecord *self = RK_RECORD (object);

  for (guint i = 0; i < rk_kind_get_n_fields (self->kind); i++)
    g_free (self->values[i]);
  g_free (self->values);
  for (guint i = 0; self->derived != NULL && self->derived[i].name != NULL; i++)
    g_free (self->derived_values[i]);
  g_free (self->derived_values);
  g_free (self->id);
  g_free (self->created_at);
  g_free (self->updated_at);
  g_free (self->extra);
  G_OBJECT_CLASS (rk_record_parent_class)->finalize (object);
}

static void
rk_record_class_init (RkRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rk_record_finalize;
}

static void
rk_record_init (RkRecord *self)
{
}

RkRecord *
rk_record_new_blank (const RkKind *kind)
{
  RkRecord *self = g_object_new (RK_TYPE_RECORD, NULL);

  self->kind = kind;
  self->id = g_strdup ("");
  self->values = g_new0 (char *, rk_kind_get_n_fields (kind) + 1);
  return self;
}

RkRecord *
rk_record_new_from_row (const RkKind *kind, sqlite3_stmt *stmt)
{
  RkRecord *self = g_object_new (RK_TYPE_RECORD, NULL);
  guint n = rk_kind_get_n_fields (kind);

  self->kind = kind;
  self->id = g_strdup ((const char *) sqlite3_column_text (stmt, RK_COLUMN_ID));
  self->created_at = g_strdup ((const char *) sqlite3_column_text (stmt, RK_COLUMN_CREATED_AT));
  self->updated_at = g_strdup ((const char *) sqlite3_column_text (stmt, RK_COLUMN_UPDATED_AT));
  self->extra = g_strdup ((const char *) sqlite3_column_text (stmt, RK_COLUMN_EXTRA));
  self->values = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    self->values[i] =
        g_strdup ((const char *) sqlite3_column_text (stmt, RK_COLUMN_FIRST_FIELD + (int) i));
  return self;
}

RkRecord *
rk_record_new_from_list (const RkKind *kind, const RkDerivedColumn *derived, sqlite3_stmt *stmt)
{
  RkRecord *self = rk_record_new_from_row (kind, stmt);
  int n = 0;

  while (derived[n].name != NULL)
    n++;
  self->derived = derived;
  self->derived_values = g_new0 (char *, n + 1);
  for (int i = 0; i < n; i++)
    self->derived_values[i] =
        g_strdup ((const char *) sqlite3_column_text (stmt, sqlite3_column_count (stmt) - n + i));
  return self;
}

const RkKind *
rk_record_get_kind (RkRecord *self)
{
  g_return_val_if_fail (RK_IS_RECORD (self), NULL);
  return self->kind;
}

const char *
rk_record_get_id (RkRecord *self)
{
  g_return_val_if_fail (RK_IS_RECORD (self), NULL);
  return self->id;
}

const char *
rk_record_get (RkRecord *self, const char *name)
{
  int i;

  g_return_val_if_fail (RK_IS_RECORD (self), NULL);
  i = rk_kind_find_field (self->kind, name);
  g_return_val_if_fail (i >= 0, NULL);
  return self->values[i];
}

gint64
rk_record_get_int (RkRecord *self, const char *name, gint64 otherwise)
{
  const char *text = rk_record_get (self, name);
  gint64 number = otherwise;

  if (text == NULL || !g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return otherwise;
  return number;
}

const char *
rk_record_get_title (RkRecord *self)
{
  const char *title = rk_record_get (self, self->kind->title_field);

  return title != NULL ? title : "";
}

const char *
rk_record_get_derived (RkRecord *self, const char *name)
{
  g_return_val_if_fail (RK_IS_RECORD (self) && name != NULL, NULL);
  for (guint i = 0; self->derived != NULL && self->derived[i].name != NULL; i++)
    if (g_str_equal (self->derived[i].name, name))
      return self->derived_values[i];
  return NULL;
}

const char *
rk_record_get_created_at (RkRecord *self)
{
  g_return_val_if_fail (RK_IS_RECORD (self), NULL);
  return self->created_at;
}

const char *
rk_record_get_updated_at (RkRecord *self)
{
  g_return_val_if_fail (RK_IS_RECORD (self), NULL);
  return self->updated_at;
}

const char *
rk_record_get_extra (RkRecord *self)
{
  g_return_val_if_fail (RK_IS_RECORD (self), NULL);
  return self->extra;
}
