/* SPDX-License-Identifier: EUPL-1.2 */
/* The runner needs a real response, with a store that journals and undoes; so a trial gets one, in
 * a folder that goes with it. */
#include "config.h"
#include "rk-trial.h"

#include "rk-questionnaire-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _RkTrial
{
  GObject parent_instance;
  char *folder;         /* (nullable) */
  RkResponse *response; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (RkTrial, rk_trial, G_TYPE_OBJECT)
static G_DEFINE_QUARK (rk - trial, trial)

    /* Removes @path and what is in it; links are not followed. */
    static void remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
finalize (GObject *object)
{
  RkTrial *self = RK_TRIAL (object);

  g_clear_object (&self->response);
  if (self->folder != NULL)
    remove_tree (self->folder);
  g_free (self->folder);
  G_OBJECT_CLASS (rk_trial_parent_class)->finalize (object);
}

static void
rk_trial_class_init (RkTrialClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
rk_trial_init (RkTrial *self)
{
}

/* For this session only, where there is such a place. */
static char *
make_folder (GError **error)
{
  g_autofree char *template =
      g_build_filename (g_get_user_runtime_dir (), "regiekamer-XXXXXX", NULL);

  g_mkdir_with_parents (g_get_user_runtime_dir (), 0700);
  if (g_mkdtemp_full (template, 0700) != NULL)
    return g_steal_pointer (&template);
  return g_dir_make_tmp ("regiekamer-XXXXXX", error);
}

/* The files of the form: (element-type utf8 GBytes). */
static GHashTable *
load_media (RkQuestionnaire *questionnaire, GError **error)
{
  g_autoptr (GHashTable) media =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) files = rk_questionnaire_list_media (questionnaire, error);

  if (files == NULL)
    return NULL;
  for (guint i = 0; i < files->len; i++)
    {
      const RkFormFile *file = g_ptr_array_index (files, i);
      g_autoptr (GError) local_error = NULL;
      GBytes *content = rk_questionnaire_dup_media (questionnaire, file->name, &local_error);

      if (content != NULL)
        g_hash_table_insert (media, g_strdup (file->name), content);
    }
  return g_steal_pointer (&media);
}

static RkResponse *
start (RkTrial *self, RkQuestionnaire *questionnaire, const RkKind *const *kinds,
       GHashTable *properties, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, "trial.regiekamer", NULL);
  g_autoptr (RkStore) store = rk_store_open (path, kinds, RK_STORE_CREATE, error);
  g_autoptr (GHashTable) media = NULL;
  g_autoptr (RkQuestionnaire) copy = NULL;
  g_autofree char *id = NULL;

  if (store == NULL)
    return NULL;
  g_object_set_qdata (G_OBJECT (store), trial_quark (), GINT_TO_POINTER (TRUE));
  media = load_media (questionnaire, error);
  if (media != NULL)
    copy = rk_questionnaire_add_bytes (store, questionnaire->bytes, media, NULL, error);
  if (copy != NULL)
    id = rk_response_start (store, copy, NULL, properties, error);
  return id != NULL ? rk_response_open (store, id, error) : NULL;
}

RkTrial *
rk_trial_new (RkQuestionnaire *questionnaire, const RkKind *const *kinds, GHashTable *properties,
              GError **error)
{
  g_autoptr (RkTrial) self = g_object_new (RK_TYPE_TRIAL, NULL);

  g_return_val_if_fail (RK_IS_QUESTIONNAIRE (questionnaire) && kinds != NULL, NULL);
  self->folder = make_folder (error);
  if (self->folder == NULL)
    return NULL;
  self->response = start (self, questionnaire, kinds, properties, error);
  return self->response != NULL ? g_steal_pointer (&self) : NULL;
}

RkResponse *
rk_trial_get_response (RkTrial *self)
{
  g_return_val_if_fail (RK_IS_TRIAL (self), NULL);
  return self->response;
}

gboolean
rk_response_is_trial (RkResponse *response)
{
  g_return_val_if_fail (RK_IS_RESPONSE (response), FALSE);
  return g_object_get_qdata (G_OBJECT (rk_response_get_store (response)), trial_quark ()) != NULL;
}
