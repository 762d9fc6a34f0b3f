/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-record-filter.h"

#include <json-glib/json-glib.h>

/* More values than this are chosen one by one by nobody; SQLite takes 32766 parameters. */
#define MAX_VALUES 500

typedef struct
{
  const RkField *field;
  char **values; /* (nullable) */
  char *from;    /* (nullable) */
  char *to;      /* (nullable) */
} Condition;

struct _RkRecordFilter
{
  const RkKind *kind;
  GPtrArray *conditions;
};

static void
condition_free (gpointer data)
{
  Condition *condition = data;

  g_strfreev (condition->values);
  g_free (condition->from);
  g_free (condition->to);
  g_free (condition);
}

RkRecordFilter *
rk_record_filter_new (const RkKind *kind)
{
  RkRecordFilter *self = g_new0 (RkRecordFilter, 1);

  self->kind = kind;
  self->conditions = g_ptr_array_new_with_free_func (condition_free);
  return self;
}

void
rk_record_filter_free (RkRecordFilter *self)
{
  g_ptr_array_unref (self->conditions);
  g_free (self);
}

static Condition *
find (RkRecordFilter *self, const char *field)
{
  for (guint i = 0; i < self->conditions->len; i++)
    {
      Condition *condition = g_ptr_array_index (self->conditions, i);

      if (g_str_equal (condition->field->name, field))
        return condition;
    }
  return NULL;
}

/* The condition on @field with nothing in it yet; it keeps its place. NULL: an unknown field. */
static Condition *
renew (RkRecordFilter *self, const char *field)
{
  Condition *condition = find (self, field);
  int i = rk_kind_find_field (self->kind, field);

  if (i < 0)
    return NULL;
  if (condition == NULL)
    {
      condition = g_new0 (Condition, 1);
      condition->field = &self->kind->fields[i];
      g_ptr_array_add (self->conditions, condition);
    }
  g_clear_pointer (&condition->values, g_strfreev);
  g_clear_pointer (&condition->from, g_free);
  g_clear_pointer (&condition->to, g_free);
  return condition;
}

static void
drop (RkRecordFilter *self, const char *field)
{
  Condition *condition = find (self, field);

  if (condition != NULL)
    g_ptr_array_remove (self->conditions, condition);
}

void
rk_record_filter_set_values (RkRecordFilter *self, const char *field, const char *const *values)
{
  Condition *condition;

  if (values == NULL || values[0] == NULL)
    {
      drop (self, field);
      return;
    }
  if (g_strv_length ((char **) values) > MAX_VALUES)
    return;
  condition = renew (self, field);
  if (condition != NULL)
    condition->values = g_strdupv ((char **) values);
}

void
rk_record_filter_set_range (RkRecordFilter *self, const char *field, const char *from,
                            const char *to)
{
  Condition *condition;

  if (from == NULL && to == NULL)
    {
      drop (self, field);
      return;
    }
  condition = renew (self, field);
  if (condition == NULL)
    return;
  condition->from = g_strdup (from);
  condition->to = g_strdup (to);
}

const char *const *
rk_record_filter_get_values (RkRecordFilter *self, const char *field)
{
  Condition *condition = find (self, field);

  return condition != NULL ? (const char *const *) condition->values : NULL;
}

gboolean
rk_record_filter_get_range (RkRecordFilter *self, const char *field, const char **from,
                            const char **to)
{
  Condition *condition = find (self, field);

  if (condition == NULL || condition->values != NULL)
    return FALSE;
  *from = condition->from;
  *to = condition->to;
  return TRUE;
}

gboolean
rk_record_filter_has (RkRecordFilter *self, const char *field)
{
  return find (self, field) != NULL;
}

gboolean
rk_record_filter_is_empty (RkRecordFilter *self)
{
  return self->conditions->len == 0;
}

void
rk_record_filter_clear (RkRecordFilter *self)
{
  g_ptr_array_set_size (self->conditions, 0);
}

GPtrArray *
rk_record_filter_list_fields (RkRecordFilter *self)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < self->conditions->len; i++)
    g_ptr_array_add (fields,
                     (char *) ((Condition *) g_ptr_array_index (self->conditions, i))->field->name);
  return fields;
}

/* --- SQL ------------------------------------------------------------------------------------- */

static gboolean
is_number (const RkField *field)
{
  return field->type == RK_FIELD_INTEGER || field->type == RK_FIELD_DECIMAL ||
         field->type == RK_FIELD_MONEY;
}

static gboolean
is_set (const RkField *field)
{
  return field->type == RK_FIELD_ENUM_SET || field->type == RK_FIELD_REFERENCE_SET;
}

static guint
add_parameter (GPtrArray *parameters, const char *text)
{
  g_ptr_array_add (parameters, g_strdup (text));
  return parameters->len;
}

static void
append_values (const Condition *condition, GString *sql, GPtrArray *parameters)
{
  const char *name = condition->field->name;

  for (guint i = 0; condition->values[i] != NULL; i++)
    {
      const char *value = condition->values[i];

      if (i > 0)
        g_string_append (sql, " OR ");
      if (*value == '\0')
        g_string_append_printf (sql, "\"%s\" IS NULL", name);
      else if (is_set (condition->field))
        g_string_append_printf (sql, "instr (' ' || \"%s\" || ' ', ' ' || ?%u || ' ')", name,
                                add_parameter (parameters, value));
      else
        g_string_append_printf (sql, "\"%s\" = ?%u", name, add_parameter (parameters, value));
    }
}

static void
append_bound (const Condition *condition, const char *comparison, const char *bound, GString *sql,
              GPtrArray *parameters)
{
  guint n = add_parameter (parameters, bound);

  if (is_number (condition->field))
    g_string_append_printf (sql, "CAST (\"%s\" AS REAL) %s CAST (?%u AS REAL)",
                            condition->field->name, comparison, n);
  else
    g_string_append_printf (sql, "\"%s\" %s ?%u", condition->field->name, comparison, n);
}

static void
append_range (const Condition *condition, GString *sql, GPtrArray *parameters)
{
  g_string_append_printf (sql, "\"%s\" IS NOT NULL", condition->field->name);
  if (condition->from != NULL)
    {
      g_string_append (sql, " AND ");
      append_bound (condition, ">=", condition->from, sql, parameters);
    }
  if (condition->to != NULL)
    {
      g_string_append (sql, " AND ");
      append_bound (condition, "<=", condition->to, sql, parameters);
    }
}

char *
rk_record_filter_dup_where (RkRecordFilter *self, const char *except, char ***parameters)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->conditions->len; i++)
    {
      const Condition *condition = g_ptr_array_index (self->conditions, i);

      if (g_strcmp0 (condition->field->name, except) == 0)
        continue;
      g_string_append (sql, sql->len > 0 ? " AND (" : "(");
      if (condition->values != NULL)
        append_values (condition, sql, texts);
      else
        append_range (condition, sql, texts);
      g_string_append_c (sql, ')');
    }
  g_ptr_array_add (texts, NULL);
  *parameters = (char **) g_ptr_array_free (texts, FALSE);
  return sql->len > 0 ? g_string_free (g_steal_pointer (&sql), FALSE) : NULL;
}

/* The values of an enum in the order in which they are listed. */
static char *
enum_order (const RkField *field)
{
  GString *sql = g_string_new ("CASE ");
  guint n = 0;

  g_string_append_printf (sql, "\"%s\"", field->name);
  for (const RkEnumValue *v = field->values; v->value != NULL; v++)
    g_string_append_printf (sql, " WHEN '%s' THEN %u", v->value, n++);
  g_string_append_printf (sql, " ELSE %u END", n);
  return g_string_free (sql, FALSE);
}

static char *
order_expression (const RkField *field, const char *column, gboolean number)
{
  if (field != NULL && field->type == RK_FIELD_ENUM)
    return enum_order (field);
  if (number || (field != NULL && is_number (field)))
    return g_strdup_printf ("CAST (\"%s\" AS REAL)", column);
  if (field == NULL || field->type == RK_FIELD_TEXT || field->type == RK_FIELD_LONG_TEXT)
    return g_strdup_printf ("rk_fold (\"%s\")", column);
  return g_strdup_printf ("\"%s\"", column);
}

char *
rk_record_order (const RkKind *kind, const char *column, gboolean number, gboolean descending)
{
  int i = rk_kind_find_field (kind, column);
  g_autofree char *expression = order_expression (i >= 0 ? &kind->fields[i] : NULL, column, number);

  return g_strdup_printf ("\"%s\" IS NULL, %s%s", column, expression, descending ? " DESC" : "");
}

/* --- as text --------------------------------------------------------------------------------- */

static void
save_condition (JsonBuilder *builder, const Condition *condition)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "field");
  json_builder_add_string_value (builder, condition->field->name);
  if (condition->values != NULL)
    {
      json_builder_set_member_name (builder, "values");
      json_builder_begin_array (builder);
      for (guint i = 0; condition->values[i] != NULL; i++)
        json_builder_add_string_value (builder, condition->values[i]);
      json_builder_end_array (builder);
    }
  if (condition->from != NULL)
    {
      json_builder_set_member_name (builder, "from");
      json_builder_add_string_value (builder, condition->from);
    }
  if (condition->to != NULL)
    {
      json_builder_set_member_name (builder, "to");
      json_builder_add_string_value (builder, condition->to);
    }
  json_builder_end_object (builder);
}

char *
rk_record_filter_save (RkRecordFilter *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < self->conditions->len; i++)
    save_condition (builder, g_ptr_array_index (self->conditions, i));
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static void
load_values (RkRecordFilter *self, const char *field, JsonArray *array)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      const char *value = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

      if (value != NULL)
        g_strv_builder_add (builder, value);
    }
  values = g_strv_builder_end (builder);
  rk_record_filter_set_values (self, field, (const char *const *) values);
}

static void
load_condition (RkRecordFilter *self, JsonObject *object)
{
  const char *field = json_object_get_string_member_with_default (object, "field", NULL);
  JsonNode *values = json_object_get_member (object, "values");

  if (field == NULL || rk_kind_find_field (self->kind, field) < 0)
    return;
  if (values != NULL && JSON_NODE_HOLDS_ARRAY (values))
    load_values (self, field, json_node_get_array (values));
  else
    rk_record_filter_set_range (self, field,
                                json_object_get_string_member_with_default (object, "from", NULL),
                                json_object_get_string_member_with_default (object, "to", NULL));
}

void
rk_record_filter_load (RkRecordFilter *self, const char *text)
{
  g_autoptr (JsonNode) root = text != NULL ? json_from_string (text, NULL) : NULL;
  JsonArray *array;

  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root))
    return;
  array = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        load_condition (self, json_node_get_object (node));
    }
}
