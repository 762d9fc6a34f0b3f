/* SPDX-License-Identifier: EUPL-1.2 */
/* Responses as rows of a list: records and the figures kept beside them. No form is parsed. */
#include "config.h"
#include "rk-survey-list.h"
#include "rk-response-private.h"

#include <math.h>
#include <string.h>

void
rk_survey_row_free (RkSurveyRow *row)
{
  g_free (row->id);
  g_free (row->title);
  g_free (row->form_id);
  g_free (row->period);
  g_free (row->status);
  g_free (row->deadline);
  g_free (row->submitted_at);
  g_free (row->submitted_by);
  g_free (row->band_label);
  g_free (row->index_label);
  g_ptr_array_unref (row->themes);
  g_free (row);
}

static void
free_theme_figure (gpointer data)
{
  g_free (((RkThemeFigure *) data)->name);
  g_free (data);
}

/* The lines of rk_results_dup_summary(). */
static void
read_summary (RkSurveyRow *row, char **lines)
{
  if (*lines == NULL)
    return;
  row->index_label = **lines != '\0' ? g_strdup (*lines) : NULL;
  for (lines++; *lines != NULL; lines++)
    {
      char *name = strchr (*lines, '\t');
      RkThemeFigure *theme;

      if (name == NULL)
        continue;
      theme = g_new0 (RkThemeFigure, 1);
      theme->score = g_ascii_strtod (*lines, NULL);
      theme->name = g_strdup (name + 1);
      g_ptr_array_add (row->themes, theme);
    }
}

static void
read_figures (RkSurveyRow *row, RkStore *store)
{
  g_autofree char *key = rk_response_figures_key (row->id);
  g_autofree char *figures = rk_store_get_state (store, key);
  g_auto (GStrv) lines = g_strsplit (figures != NULL ? figures : "", "\n", -1);
  g_auto (GStrv) parts = g_strsplit (*lines != NULL ? *lines : "", " ", 6);

  row->index = NAN;
  row->band = -1;
  row->themes = g_ptr_array_new_with_free_func (free_theme_figure);
  if (*lines != NULL)
    read_summary (row, lines + 1);
  if (g_strv_length (parts) != 6)
    return;
  row->answered = (guint) g_ascii_strtoull (parts[0], NULL, 10);
  row->total = (guint) g_ascii_strtoull (parts[1], NULL, 10);
  row->required_open = (guint) g_ascii_strtoull (parts[2], NULL, 10);
  row->index = g_ascii_strtod (parts[3], NULL);
  row->band = (int) g_ascii_strtoll (parts[4], NULL, 10);
  row->band_label = *parts[5] != '\0' ? g_strdup (parts[5]) : NULL;
}

static RkSurveyRow *
new_row (RkStore *store, RkRecord *record, gboolean concept)
{
  RkSurveyRow *row = g_new0 (RkSurveyRow, 1);
  const char *score = rk_record_get (record, "score");

  row->id = g_strdup (rk_record_get_id (record));
  row->title = g_strdup (rk_record_get_title (record));
  row->form_id = g_strdup (rk_record_get (record, "form_id"));
  row->period = g_strdup (rk_record_get (record, "period"));
  row->status = g_strdup (rk_record_get (record, "status"));
  row->deadline = g_strdup (rk_record_get (record, "deadline"));
  row->submitted_at = g_strdup (rk_record_get (record, "submitted_at"));
  row->submitted_by = g_strdup (rk_record_get (record, "submitted_by"));
  row->version = (guint) rk_record_get_int (record, "version", 1);
  row->concept = concept;
  read_figures (row, store);
  /* What was submitted stands, also where the figures were not kept (a restored export). */
  if (score != NULL)
    {
      row->index = g_ascii_strtod (score, NULL);
      g_free (row->band_label);
      row->band_label = g_strdup (rk_record_get (record, "band"));
    }
  return row;
}

/* Ids of the questionnaires that are drafts: (transfer full). */
static GHashTable *
list_concepts (RkStore *store, GError **error)
{
  g_autoptr (GHashTable) concepts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) records =
      rk_store_list (store, "questionnaire", "concept = ?1", NULL, error, "true", NULL);

  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (concepts, g_strdup (rk_record_get_id (g_ptr_array_index (records, i))));
  return g_steal_pointer (&concepts);
}

static GPtrArray *
make_rows (RkStore *store, GPtrArray *records, GHashTable *skip, GError **error)
{
  g_autoptr (GHashTable) concepts = list_concepts (store, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_survey_row_free);

  if (concepts == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    {
      RkRecord *record = g_ptr_array_index (records, i);

      if (skip == NULL || !g_hash_table_contains (skip, rk_record_get_id (record)))
        g_ptr_array_add (rows,
                         new_row (store, record,
                                  g_hash_table_contains (concepts,
                                                         rk_record_get (record, "questionnaire"))));
    }
  return g_steal_pointer (&rows);
}

GPtrArray *
rk_survey_list (RkStore *store, GError **error)
{
  g_autoptr (GPtrArray) records =
      rk_store_list (store, "response", NULL, "created_at DESC", error, NULL);
  g_autoptr (GHashTable) continued = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (RK_IS_STORE (store), NULL);
  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    {
      const char *previous = rk_record_get (g_ptr_array_index (records, i), "previous");

      if (previous != NULL)
        g_hash_table_add (continued, (gpointer) previous);
    }
  return make_rows (store, records, continued, error);
}

GPtrArray *
rk_survey_list_earlier (RkStore *store, const char *id, GError **error)
{
  g_autoptr (RkRecord) record = NULL;
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (RK_IS_STORE (store), NULL);
  record = rk_store_get (store, "response", id, error);
  if (record == NULL)
    return error == NULL || *error == NULL
               ? g_ptr_array_new_with_free_func ((GDestroyNotify) rk_survey_row_free)
               : NULL;
  records = rk_store_list (store, "response",
                           "form_id = ?1 AND status = 'submitted' AND id <> ?2 "
                           "AND (period < ?3 OR (period = ?3 AND submitted_at < ?4)) "
                           "AND id NOT IN (SELECT previous FROM response WHERE previous IS NOT NULL"
                           " AND status = 'submitted' AND id <> ?2)",
                           "period DESC, submitted_at DESC", error,
                           rk_record_get (record, "form_id"), id, rk_record_get (record, "period"),
                           rk_record_get (record, "submitted_at") != NULL
                               ? rk_record_get (record, "submitted_at")
                               : "9999",
                           NULL);
  return records != NULL ? make_rows (store, records, NULL, error) : NULL;
}
