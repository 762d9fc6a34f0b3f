/* SPDX-License-Identifier: EUPL-1.2 */
/* A result as JSON and as CSV. */
#include "config.h"
#include "rk-analysis.h"
#include "rk-format.h"

#include <math.h>
#include <string.h>

static void
set_number (JsonBuilder *builder, double number)
{
  if (isnan (number))
    json_builder_add_null_value (builder);
  else if (number == floor (number) && fabs (number) < 1e15)
    json_builder_add_int_value (builder, (gint64) number);
  else
    json_builder_add_double_value (builder, rk_round_half_up (number, 4));
}

static void
set_text (JsonBuilder *builder, const char *text)
{
  if (text == NULL)
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, text);
}

static void
set_member (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  set_text (builder, text);
}

static void
set_ids (JsonBuilder *builder, const char *kind, GPtrArray *ids)
{
  set_member (builder, "kind", kind);
  json_builder_set_member_name (builder, "count");
  json_builder_add_int_value (builder, ids->len);
  json_builder_set_member_name (builder, "ids");
  json_builder_begin_array (builder);
  for (guint i = 0; i < ids->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (ids, i));
  json_builder_end_array (builder);
}

static void
set_figures (JsonBuilder *builder, const RkAnalysis *self)
{
  json_builder_set_member_name (builder, "figures");
  json_builder_begin_object (builder);
  for (guint i = 0; i < self->figures->len; i++)
    {
      const RkAnalysisFigure *figure = g_ptr_array_index (self->figures, i);

      json_builder_set_member_name (builder, figure->name);
      set_number (builder, figure->value);
    }
  json_builder_end_object (builder);
}

static void
set_columns (JsonBuilder *builder, const RkAnalysis *self)
{
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const RkAnalysisColumn *column = g_ptr_array_index (self->columns, i);

      json_builder_begin_object (builder);
      set_member (builder, "name", column->name);
      set_member (builder, "label", column->label);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
set_row (JsonBuilder *builder, const RkAnalysis *self, const RkAnalysisRow *row)
{
  json_builder_begin_object (builder);
  set_member (builder, "kind", row->kind);
  set_member (builder, "key", row->key);
  set_member (builder, "label", row->label);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const RkAnalysisColumn *column = g_ptr_array_index (self->columns, i);
      const RkAnalysisValue *value = &g_array_index (row->values, RkAnalysisValue, i);

      json_builder_set_member_name (builder, column->name);
      if (column->type == RK_VALUE_TEXT || column->type == RK_VALUE_DATE)
        set_text (builder, value->text);
      else
        set_number (builder, value->number);
    }
  json_builder_set_member_name (builder, "records");
  json_builder_begin_object (builder);
  set_ids (builder, row->records_kind, row->records);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
set_unknowns (JsonBuilder *builder, const RkAnalysis *self)
{
  json_builder_set_member_name (builder, "unknown");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->unknowns->len; i++)
    {
      const RkAnalysisUnknown *unknown = g_ptr_array_index (self->unknowns, i);

      json_builder_begin_object (builder);
      set_member (builder, "name", unknown->name);
      set_member (builder, "sentence", unknown->sentence);
      set_ids (builder, unknown->kind, unknown->records);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

JsonNode *
rk_analysis_to_json (const RkAnalysis *self, const char *date)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  set_member (builder, "name", self->name);
  set_member (builder, "question", self->question);
  set_member (builder, "date", date);
  set_member (builder, "sentence", self->sentence);
  set_member (builder, "why", self->why);
  set_figures (builder, self);
  set_columns (builder, self);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->rows->len; i++)
    set_row (builder, self, g_ptr_array_index (self->rows, i));
  json_builder_end_array (builder);
  set_unknowns (builder, self);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

/* A cell that a spreadsheet would take for a formula gets an apostrophe. */
static void
append_text (GString *csv, const char *text)
{
  g_string_append_c (csv, '"');
  if (text[0] != '\0' && strchr ("=+-@\t\r", text[0]) != NULL)
    g_string_append_c (csv, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

static void
append_value (GString *csv, RkValueType type, const RkAnalysisValue *value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (type == RK_VALUE_TEXT || type == RK_VALUE_DATE)
    append_text (csv, value->text != NULL ? value->text : "");
  else if (!isnan (value->number))
    {
      g_ascii_dtostr (number, sizeof number, rk_round_half_up (value->number, 4));
      g_string_append (csv, g_strdelimit (number, ".", ','));
    }
}

char *
rk_analysis_to_csv (const RkAnalysis *self)
{
  GString *csv = g_string_new (NULL);

  append_text (csv, self->question);
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_string_append_c (csv, ';');
      append_text (csv, ((RkAnalysisColumn *) g_ptr_array_index (self->columns, i))->label);
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      const RkAnalysisRow *row = g_ptr_array_index (self->rows, i);

      g_string_append (csv, "\r\n");
      append_text (csv, row->label);
      for (guint j = 0; j < self->columns->len; j++)
        {
          g_string_append_c (csv, ';');
          append_value (csv, ((RkAnalysisColumn *) g_ptr_array_index (self->columns, j))->type,
                        &g_array_index (row->values, RkAnalysisValue, j));
        }
    }
  g_string_append (csv, "\r\n");
  return g_string_free (csv, FALSE);
}
