/* SPDX-License-Identifier: EUPL-1.2 */
/* Questionnaires: those inside the program, those in the workspace, those in a file. */
#include "config.h"
#include "rk-questionnaire-private.h"

#include "rk-forms-data.h"
#include "rk-xlsform.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FORMS_PATH "/io/github/regiekamer/Regiekamer/forms/"

G_DEFINE_FINAL_TYPE (RkQuestionnaire, rk_questionnaire, G_TYPE_OBJECT)

static void
finalize (GObject *object)
{
  RkQuestionnaire *self = RK_QUESTIONNAIRE (object);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->media, g_ptr_array_unref);
  g_clear_object (&self->form);
  g_clear_object (&self->store);
  g_free (self->record_id);
  g_free (self->form_id);
  g_free (self->version);
  g_free (self->title);
  G_OBJECT_CLASS (rk_questionnaire_parent_class)->finalize (object);
}

static void
rk_questionnaire_class_init (RkQuestionnaireClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
rk_questionnaire_init (RkQuestionnaire *self)
{
}

/* --- where they come from --------------------------------------------------------------------- */

static RkQuestionnaire *
new_built_in (const char *name)
{
  g_autofree char *path = g_strconcat (FORMS_PATH, name, NULL);
  RkQuestionnaire *self = g_object_new (RK_TYPE_QUESTIONNAIRE, NULL);
  RkFormHead head;

  self->bytes = g_resource_lookup_data (rk_forms_data_get_resource (), path,
                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  self->built_in = TRUE;
  if (rk_form_head_read (self->bytes, &head))
    {
      self->form_id = g_strdup (head.form_id);
      self->version = g_strdup (head.version);
      self->title = g_strdup (head.title);
      self->concept = head.concept;
    }
  rk_form_head_clear (&head);
  return self;
}

static RkQuestionnaire *
new_from_record (RkStore *store, RkRecord *record)
{
  RkQuestionnaire *self = g_object_new (RK_TYPE_QUESTIONNAIRE, NULL);
  const char *form = rk_record_get (record, "form");

  self->store = g_object_ref (store);
  self->record_id = g_strdup (rk_record_get_id (record));
  self->bytes = g_bytes_new (form, strlen (form));
  self->form_id = g_strdup (rk_record_get (record, "form_id"));
  self->version = g_strdup (rk_record_get (record, "version"));
  self->title = g_strdup (rk_record_get (record, "title"));
  self->concept = g_strcmp0 (rk_record_get (record, "concept"), "true") == 0;
  self->built_in = g_strcmp0 (rk_record_get (record, "origin"), "built_in") == 0;
  return self;
}

static void
append_built_in (GListStore *list)
{
  g_auto (GStrv) names = g_resource_enumerate_children (rk_forms_data_get_resource (), FORMS_PATH,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autoptr (RkQuestionnaire) item = new_built_in (names[i]);

      if (item->form_id != NULL)
        g_list_store_append (list, item);
    }
}

static gboolean
append_added (GListStore *list, RkStore *store, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) records =
      rk_store_list (store, "questionnaire", "origin = ?1", NULL, error, "added", NULL);

  if (records == NULL)
    return FALSE;
  for (guint i = records->len; i > 0; i--)
    {
      RkRecord *record = g_ptr_array_index (records, i - 1);
      g_autoptr (RkQuestionnaire) item = NULL;

      if (!g_hash_table_add (seen, (gpointer) rk_record_get (record, "form_id")))
        continue;
      item = new_from_record (store, record);
      g_list_store_append (list, item);
    }
  return TRUE;
}

GListModel *
rk_questionnaire_list (RkStore *store, GError **error)
{
  g_autoptr (GListStore) list = g_list_store_new (RK_TYPE_QUESTIONNAIRE);

  append_built_in (list);
  if (store != NULL && !append_added (list, store, error))
    return NULL;
  return G_LIST_MODEL (g_steal_pointer (&list));
}

/* The ids one can choose from, for a message. */
static char *
join_ids (GListModel *list)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RkQuestionnaire) item = g_list_model_get_item (list, i);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", item->form_id);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
equals_folded (const char *one, const char *other)
{
  g_autofree char *a = g_utf8_casefold (one, -1), *b = g_utf8_casefold (other, -1);

  return g_str_equal (a, b);
}

/* What the form says about itself. */
static void
take_form (RkQuestionnaire *self, RkForm *form)
{
  RkFormHead head;

  self->form = g_object_ref (form);
  self->form_id = g_strdup (rk_form_get_id (form));
  self->version = g_strdup (rk_form_get_version (form));
  self->title = g_strdup (rk_form_get_title (form));
  if (rk_form_head_read (self->bytes, &head))
    self->concept = head.concept;
  rk_form_head_clear (&head);
}

RkQuestionnaire *
rk_questionnaire_new_from_file (const char *path, GPtrArray *messages, GError **error)
{
  g_autoptr (RkForm) form = rk_xlsform_open (path, NULL, messages, error);
  RkQuestionnaire *self;

  if (form == NULL)
    return NULL;
  self = g_object_new (RK_TYPE_QUESTIONNAIRE, NULL);
  self->bytes = g_bytes_ref (rk_form_get_bytes (form));
  take_form (self, form);
  rk_questionnaire_find_media (self, path, form);
  return self;
}

static RkQuestionnaire *
new_from_bytes (GBytes *bytes, GHashTable *media, GPtrArray *messages, GError **error)
{
  g_autoptr (RkQuestionnaire) self = g_object_new (RK_TYPE_QUESTIONNAIRE, NULL);
  g_autoptr (RkForm) form = NULL;
  GHashTableIter iter;
  gpointer name, content;

  self->bytes = g_bytes_ref (bytes);
  self->media = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_medium_free);
  if (media != NULL)
    {
      g_hash_table_iter_init (&iter, media);
      while (g_hash_table_iter_next (&iter, &name, &content))
        {
          RkMedium *medium = rk_medium_new (name);

          medium->bytes = g_bytes_ref (content);
          medium->public.size = (gint64) g_bytes_get_size (content);
          g_ptr_array_add (self->media, medium);
        }
    }
  form = rk_questionnaire_read_form (self, messages, error);
  if (form == NULL)
    return NULL;
  take_form (self, form);
  return g_steal_pointer (&self);
}

RkQuestionnaire *
rk_questionnaire_find (RkStore *store, const char *name, GError **error)
{
  g_autoptr (GListModel) list = rk_questionnaire_list (store, error);
  g_autofree char *ids = NULL;

  g_return_val_if_fail (name != NULL, NULL);
  if (list == NULL)
    return NULL;
  for (guint i = 0; g_utf8_validate (name, -1, NULL) && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RkQuestionnaire) item = g_list_model_get_item (list, i);

      if (equals_folded (item->form_id, name))
        return g_steal_pointer (&item);
    }
  if (g_file_test (name, G_FILE_TEST_EXISTS))
    return rk_questionnaire_new_from_file (name, NULL, error);
  ids = join_ids (list);
  /* Translators: a name that was given, then a list of known ids such as "BDR, IVG, MAT". */
  g_set_error (error, RK_ERROR, RK_ERROR_NOT_FOUND,
               _ ("There is no questionnaire “%s” and no file of that name. Choose one of %s, or "
                  "give the path of an XForm."),
                  name, ids);
  return NULL;
}

RkQuestionnaire *
rk_questionnaire_load (RkStore *store, const char *record_id, GError **error)
{
  g_autoptr (RkRecord) record = rk_store_get (store, "questionnaire", record_id, error);

  if (record == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, RK_ERROR, RK_ERROR_NOT_FOUND,
                     _ ("The questionnaire of this survey is no longer in the workspace. Restore a "
                        "backup to open it."));
      return NULL;
    }
  return new_from_record (store, record);
}

/* --- keeping ---------------------------------------------------------------------------------- */

/* Whether this very form is there already; FALSE too with @error. */
static gboolean
is_kept (RkStore *store, const char *id, GError **error)
{
  g_autoptr (RkRecord) record = rk_store_get (store, "questionnaire", id, error);

  return record != NULL;
}

static gboolean
check_encoding (RkQuestionnaire *self, const char *text, GError **error)
{
  if (g_utf8_validate (text, -1, NULL))
    return TRUE;
  /* Translators: the title of a questionnaire. */
  g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
               _ ("The form “%s” is not written in UTF-8. Save it as UTF-8 and try again."),
                  self->title);
  return FALSE;
}

char *
rk_questionnaire_keep_in (RkQuestionnaire *self, RkStore *store, RkChange *change, GError **error)
{
  g_autofree char *identity = NULL, *id = NULL, *text = NULL;
  g_autoptr (GError) local_error = NULL;
  gsize size;

  if (self->record_id != NULL && is_kept (store, self->record_id, NULL))
    return g_strdup (self->record_id);
  if (!rk_questionnaire_keep_media (self, store, error))
    return NULL;
  identity = rk_questionnaire_dup_identity (self);
  id = rk_store_name_id ("questionnaire", identity, NULL);
  if (is_kept (store, id, &local_error))
    return g_steal_pointer (&id);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  text = g_strndup (g_bytes_get_data (self->bytes, &size), g_bytes_get_size (self->bytes));
  if (!check_encoding (self, text, error))
    return NULL;
  rk_change_set (change, "questionnaire", id, "form_id", self->form_id, "version", self->version,
                 "title", rk_questionnaire_get_title (self), "origin",
                 self->built_in ? "built_in" : "added", "concept", self->concept ? "true" : "false",
                 "hash", identity, "form", text, NULL);
  rk_questionnaire_collect_media (self, change, id);
  return g_steal_pointer (&id);
}

char *
rk_questionnaire_keep (RkQuestionnaire *self, RkStore *store, GError **error)
{
  g_autoptr (RkChange) change = rk_change_new (store, _ ("Add a questionnaire"));
  g_autofree char *id = rk_questionnaire_keep_in (self, store, change, error);

  if (id == NULL || !rk_change_apply (change, error))
    return NULL;
  g_set_object (&self->store, store);
  g_free (self->record_id);
  self->record_id = g_strdup (id);
  return g_steal_pointer (&id);
}

RkQuestionnaire *
rk_questionnaire_add_bytes (RkStore *store, GBytes *form, GHashTable *media, GPtrArray *messages,
                            GError **error)
{
  g_autoptr (RkQuestionnaire) self = new_from_bytes (form, media, messages, error);
  g_autofree char *id = NULL;

  if (self == NULL)
    return NULL;
  id = rk_questionnaire_keep (self, store, error);
  return id != NULL ? g_steal_pointer (&self) : NULL;
}

RkQuestionnaire *
rk_questionnaire_add (RkStore *store, const char *path, GPtrArray *messages, GError **error)
{
  g_autoptr (RkQuestionnaire) self = rk_questionnaire_new_from_file (path, messages, error);
  g_autofree char *id = NULL;

  if (self == NULL)
    return NULL;
  id = rk_questionnaire_keep (self, store, error);
  return id != NULL ? g_steal_pointer (&self) : NULL;
}

/* --- what the header promises ----------------------------------------------------------------- */

const char *
rk_questionnaire_get_form_id (RkQuestionnaire *self)
{
  g_return_val_if_fail (RK_IS_QUESTIONNAIRE (self), NULL);
  return self->form_id;
}

const char *
rk_questionnaire_get_version (RkQuestionnaire *self)
{
  g_return_val_if_fail (RK_IS_QUESTIONNAIRE (self), NULL);
  return self->version != NULL ? self->version : "";
}

const char *
rk_questionnaire_get_title (RkQuestionnaire *self)
{
  g_return_val_if_fail (RK_IS_QUESTIONNAIRE (self), NULL);
  return self->title != NULL && *self->title != '\0' ? self->title : self->form_id;
}

gboolean
rk_questionnaire_is_concept (RkQuestionnaire *self)
{
  g_return_val_if_fail (RK_IS_QUESTIONNAIRE (self), FALSE);
  return self->concept;
}

gboolean
rk_questionnaire_is_built_in (RkQuestionnaire *self)
{
  g_return_val_if_fail (RK_IS_QUESTIONNAIRE (self), FALSE);
  return self->built_in;
}

RkForm *
rk_questionnaire_get_form (RkQuestionnaire *self, GError **error)
{
  g_return_val_if_fail (RK_IS_QUESTIONNAIRE (self), NULL);
  if (self->form == NULL)
    self->form = rk_form_cache_get (self, error);
  return self->form;
}
