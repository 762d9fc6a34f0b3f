/* SPDX-License-Identifier: EUPL-1.2 */
/* The beginning and the end of a response, and its figures for lists. */
#include "config.h"
#include "rk-questionnaire-private.h"
#include "rk-response-private.h"
#include "rk-results-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- figures for lists ------------------------------------------------------------------------ */

char *
rk_response_figures_key (const char *id)
{
  return g_strconcat ("survey/figures/", id, NULL);
}

/* The progress, the index and its band on one line; what the scores are of on those after it. */
static char *
dup_figures (RkResponse *self)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *label = NULL;
  g_autofree char *summary = rk_results_dup_summary (self->instance);
  guint answered, total, required_open;
  double index;
  int band;

  rk_response_get_progress (self, &answered, &total, &required_open);
  rk_results_peek (self->instance, &index, &band, &label);
  return g_strdup_printf ("%u %u %u %s %d %s\n%s", answered, total, required_open,
                          g_ascii_dtostr (number, sizeof number, index), band,
                          label != NULL ? g_strdelimit (label, "\n", ' ') : "", summary);
}

void
rk_response_add_figures (RkResponse *self, const char *id, RkChange *change)
{
  g_autofree char *key = rk_response_figures_key (id);
  g_autofree char *figures = dup_figures (self);

  rk_change_set_state (change, key, figures);
}

void
rk_response_write_figures (RkResponse *self)
{
  g_autofree char *key = rk_response_figures_key (self->id);
  g_autofree char *figures = dup_figures (self), *known = rk_store_get_state (self->store, key);

  if (g_strcmp0 (figures, known) != 0 && !rk_store_is_read_only (self->store))
    rk_store_set_state (self->store, key, figures, NULL);
}

static gboolean
write_figures_cb (gpointer data)
{
  RkResponse *self = data;

  self->figures_source = 0;
  rk_response_write_figures (self);
  return G_SOURCE_REMOVE;
}

void
rk_response_update_figures (RkResponse *self)
{
  if (self->figures_source == 0)
    self->figures_source = g_timeout_add (200, write_figures_cb, self);
}

void
rk_response_refresh_figures (RkStore *store, const char *id)
{
  g_autoptr (RkResponse) self = rk_response_open (store, id, NULL);

  if (self != NULL)
    rk_response_write_figures (self);
}

/* --- starting --------------------------------------------------------------------------------- */

static char *
dup_this_year (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_strdup_printf ("%d", g_date_time_get_year (now));
}

/* What the form fills in itself at its first opening is part of the response from the start. */
static gboolean
collect_defaults (RkStore *store, const char *id, RkForm *form, GHashTable *properties,
                  const char *title, RkChange *change, GError **error)
{
  g_autoptr (RkResponse) self = NULL;
  g_autofree char *last_saved = NULL;
  g_autoptr (GError) problem = NULL;

  if (rk_form_reads_last_saved (form))
    last_saved = rk_response_keep_last_saved (store, rk_form_get_id (form), &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  self = rk_response_new (store, id, form, FALSE, properties, last_saved, error);
  if (self == NULL)
    return FALSE;
  rk_change_set (change, "response", id, "last_saved", last_saved, NULL);
  self->sections = rk_section_list_new (self->instance);
  rk_response_begin_meta (self);
  rk_response_collect_title (self, id, title, change);
  rk_response_collect (self, change);
  rk_response_add_figures (self, id, change);
  return TRUE;
}

char *
rk_response_start (RkStore *store, RkQuestionnaire *questionnaire, const char *period,
                   GHashTable *properties, GError **error)
{
  g_autofree char *id = rk_store_new_id ();
  g_autofree char *year = period != NULL ? g_strdup (period) : dup_this_year ();
  g_autofree char *title = NULL, *label = NULL, *kept = NULL;
  g_autoptr (RkChange) change = NULL;
  RkForm *form;

  g_return_val_if_fail (RK_IS_STORE (store), NULL);
  g_return_val_if_fail (RK_IS_QUESTIONNAIRE (questionnaire), NULL);
  if (questionnaire->store == NULL)
    questionnaire->store = g_object_ref (store); /* which supplies what the form asks of it */
  form = rk_questionnaire_get_form (questionnaire, error);
  if (form == NULL)
    return NULL;
  title = g_strstrip (g_strdup_printf ("%s %s", rk_questionnaire_get_title (questionnaire), year));
  /* Translators: name of a step in undo; the title of a survey. */
  label = g_strdup_printf (_ ("start of “%s”"), title);
  change = rk_change_new (store, label);
  kept = rk_questionnaire_keep_in (questionnaire, store, change, error);
  if (kept == NULL)
    return NULL;
  rk_change_set (change, "response", id, "questionnaire", kept, "form_id",
                 rk_questionnaire_get_form_id (questionnaire), "title", title, "period", year,
                 "status", "open", "version", "1", NULL);
  if (!collect_defaults (store, id, form, properties, title, change, error) ||
      !rk_change_apply (change, error))
    return NULL;
  return g_steal_pointer (&id);
}

/* --- discarding ------------------------------------------------------------------ */

/* What cannot be without the survey: its answers, its files, and what was sent of it. */
static gboolean
delete_parts (RkStore *store, const RkKind *kind, const RkField *field, const char *id,
              RkChange *change, GError **error)
{
  g_autofree char *where = g_strdup_printf ("%s = ?1", field->name);
  g_autoptr (GPtrArray) records = rk_store_list (store, kind->name, where, NULL, error, id, NULL);

  for (guint i = 0; records != NULL && i < records->len; i++)
    rk_change_delete (change, kind->name, rk_record_get_id (g_ptr_array_index (records, i)));
  return records != NULL;
}

static gboolean
delete_all_parts (RkStore *store, const char *id, RkChange *change, GError **error)
{
  const RkKind *const *kinds = rk_store_get_kinds (store);

  for (guint i = 0; kinds[i] != NULL; i++)
    for (const RkField *field = kinds[i]->fields; field->name != NULL; field++)
      if (g_strcmp0 (field->target, "response") == 0 && (field->flags & RK_FIELD_REQUIRED) != 0 &&
          !delete_parts (store, kinds[i], field, id, change, error))
        return FALSE;
  return TRUE;
}

gboolean
rk_response_discard (RkStore *store, const char *id, GError **error)
{
  g_autoptr (RkRecord) record = rk_store_get (store, "response", id, error);
  g_autoptr (RkChange) change = NULL;
  g_autofree char *label = NULL;

  if (record == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, RK_ERROR, RK_ERROR_NOT_FOUND,
                     _ ("There is no survey “%s” in this workspace. Look up its id in the list of "
                        "surveys."),
                        id);
      return FALSE;
    }
  /* Translators: name of a step in undo; the title of a survey. */
  label = g_strdup_printf (_ ("discarding “%s”"), rk_record_get_title (record));
  change = rk_change_new (store, label);
  rk_change_delete (change, "response", id);
  return delete_all_parts (store, id, change, error) && rk_change_apply (change, error);
}
