/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-preferences-private.h"

#include "rk-format.h"
#include "rk-questionnaire.h"
#include "rk-results.h"
#include "rk-survey-list.h"

#include <glib/gi18n.h>

static void
add_row (GtkWidget *group, const char *title, const char *value)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_LABEL, "label", value, NULL));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_bands (GtkWidget *group, GPtrArray *bands)
{
  for (guint i = 0; i < bands->len; i++)
    {
      const RkBand *band = g_ptr_array_index (bands, i);
      const RkBand *next = i + 1 < bands->len ? g_ptr_array_index (bands, i + 1) : NULL;
      g_autofree char *range = rk_format_range (band->from, next != NULL ? next->from : 100, 0);

      add_row (group, band->label, range);
    }
}

static void
add_themes (GtkWidget *group, GPtrArray *themes)
{
  for (guint i = 0; i < themes->len; i++)
    {
      const RkTheme *theme = g_ptr_array_index (themes, i);
      g_autofree char *weight = rk_format_number (theme->weight, -1);
      /* Translators: how much a theme weighs in the index */
      g_autofree char *value = g_strdup_printf (_ ("weight %s"), weight);

      add_row (group, theme->label, value);
    }
}

static void
add_response (AdwPreferencesPage *page, RkStore *store, const RkSurveyRow *row)
{
  g_autoptr (RkResponse) response = rk_response_open (store, row->id, NULL);
  g_autoptr (RkResults) results = response != NULL ? rk_results_new (response, NULL) : NULL;
  GtkWidget *group;

  if (results == NULL)
    return;
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), row->title);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("Weights and bands are part of the questionnaire; they cannot be changed here."));
  add_themes (group, rk_results_get_themes (results));
  add_bands (group, rk_results_get_bands (results));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

void
rk_preferences_fill_scores (AdwPreferencesPage *page, RkStore *store)
{
  g_autoptr (GPtrArray) rows = rk_survey_list (store, NULL);
  g_autoptr (GHashTable) forms = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const RkSurveyRow *row = g_ptr_array_index (rows, i);
      if (g_hash_table_add (forms, row->form_id))
        add_response (page, store, row);
    }
  if (rows == NULL || rows->len == 0)
    {
      GtkWidget *group = adw_preferences_group_new ();
      adw_preferences_group_set_description (
          ADW_PREFERENCES_GROUP (group),
          _ ("Start a survey first; then its weights and bands are shown here."));
      adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
    }
}
