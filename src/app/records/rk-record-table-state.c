/* SPDX-License-Identifier: EUPL-1.2 */
/* What a person chose, kept in the workspace without a place in its history. */
#include "config.h"
#include "rk-record-table-private.h"

#include <json-glib/json-glib.h>

#define PAUSE_MS 400

static char *
dup_key (RkRecordTable *self)
{
  return g_strdup_printf ("table:%s", self->spec->name);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text != NULL ? text : "");
}

static void
add_columns (JsonBuilder *builder, RkRecordTable *self)
{
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const RkTableColumnState *state = g_ptr_array_index (self->columns, i);

      if (state->wanted)
        json_builder_add_string_value (builder, state->spec->name);
    }
  json_builder_end_array (builder);
}

void
rk_record_table_save_now (RkRecordTable *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *filter = rk_record_filter_save (self->filter);
  g_autofree char *key = dup_key (self);
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->save_id, g_source_remove);
  if (!self->restored || rk_store_is_read_only (self->store))
    return;
  json_builder_begin_object (builder);
  add_text (builder, "order", self->order);
  json_builder_set_member_name (builder, "descending");
  json_builder_add_boolean_value (builder, self->descending);
  add_text (builder, "filter", filter);
  add_text (builder, "words", gtk_editable_get_text (self->words));
  add_text (builder, "selected", self->selected);
  add_columns (builder, self);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  rk_store_set_state (self->store, key, text, NULL); /* not kept: the next start looks as new */
}

static gboolean
save_cb (gpointer data)
{
  RkRecordTable *self = data;

  self->save_id = 0;
  rk_record_table_save_now (self);
  return G_SOURCE_REMOVE;
}

void
rk_record_table_save (RkRecordTable *self)
{
  if (self->save_id == 0)
    self->save_id = g_timeout_add (PAUSE_MS, save_cb, self);
}

static void
restore_columns (RkRecordTable *self, JsonArray *names)
{
  for (guint i = 1; i < self->columns->len; i++)
    {
      RkTableColumnState *state = g_ptr_array_index (self->columns, i);

      state->wanted = FALSE;
      for (guint n = 0; n < json_array_get_length (names); n++)
        {
          JsonNode *name = json_array_get_element (names, n);

          if (JSON_NODE_HOLDS_VALUE (name) &&
              g_strcmp0 (json_node_get_string (name), state->spec->name) == 0)
            state->wanted = TRUE;
        }
    }
}

static void
restore_order (RkRecordTable *self, JsonObject *object)
{
  const char *order = json_object_get_string_member_with_default (object, "order", "");

  for (const RkTableColumn *column = self->spec->columns; column->name != NULL; column++)
    if (g_str_equal (column->name, order))
      self->order = column->name;
  self->descending = json_object_get_boolean_member_with_default (object, "descending", FALSE);
}

static void
restore_from (RkRecordTable *self, JsonObject *object)
{
  const char *selected = json_object_get_string_member_with_default (object, "selected", "");
  JsonNode *columns = json_object_get_member (object, "columns");

  restore_order (self, object);
  rk_record_filter_load (self->filter,
                         json_object_get_string_member_with_default (object, "filter", NULL));
  self->quiet = TRUE;
  gtk_editable_set_text (self->words,
                         json_object_get_string_member_with_default (object, "words", ""));
  self->quiet = FALSE;
  if (columns != NULL && JSON_NODE_HOLDS_ARRAY (columns))
    restore_columns (self, json_node_get_array (columns));
  if (*selected != '\0')
    self->selected = g_strdup (selected);
}

void
rk_record_table_restore (RkRecordTable *self)
{
  g_autofree char *key = dup_key (self);
  g_autofree char *text = rk_store_get_state (self->store, key);
  g_autoptr (JsonNode) root = text != NULL ? json_from_string (text, NULL) : NULL;

  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    restore_from (self, json_node_get_object (root));
  self->restored = TRUE;
  rk_record_table_show_filters (self);
  rk_record_table_show_order (self);
  rk_record_table_apply (self);
}
