/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl openrosa get: questionnaires with their media, into the workspace or into a folder. */
#include "config.h"
#include "cli-openrosa.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  const RkOdkAccount *account;
  const char *folder; /* (nullable): not into the workspace */
  RkStore *store;     /* (nullable) */
  char *server;       /* (nullable): its record, made when first needed */
  JsonArray *done;
} Get;

/* --- into a folder ---------------------------------------------------------------------------- */

/* The name of a file that @form_id gives. */
static char *
dup_file_name (const char *form_id)
{
  char *name = g_strdup (form_id);

  g_strdelimit (name, "/\\:*?\"<>|", '_');
  if (*name == '.' || *name == '\0')
    {
      g_free (name);
      return g_strdup ("form");
    }
  return name;
}

static gboolean
write_file (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, RK_ERROR, RK_ERROR_FAILED,
                   _ ("The folder “%s” cannot be made: %s"), folder, g_strerror (errno));
      return FALSE;
    }
  return cli_write_file (path, data, size, error);
}

/* NAME.xml, and what goes with it in NAME-media, as ODK's own programs keep them. The path of the
 * form: (transfer full). */
static char *
write_bundle (Get *get, const char *form_id, const RkOdkBundle *bundle, GError **error)
{
  g_autofree char *name = dup_file_name (form_id);
  g_autofree char *leaf = g_strconcat (name, ".xml", NULL);
  g_autofree char *media_leaf = g_strconcat (name, "-media", NULL);
  g_autofree char *path = g_build_filename (get->folder, leaf, NULL);
  GHashTableIter iter;
  const char *medium;
  GBytes *bytes;

  g_hash_table_iter_init (&iter, bundle->media);
  while (g_hash_table_iter_next (&iter, (gpointer *) &medium, (gpointer *) &bytes))
    {
      g_autofree char *medium_path = g_build_filename (get->folder, media_leaf, medium, NULL);

      if (!write_file (medium_path, bytes, error))
        return NULL;
    }
  return write_file (path, bundle->form, error) ? g_steal_pointer (&path) : NULL;
}

/* --- into the workspace ----------------------------------------------------------------------- */

static gboolean
keep_server (Get *get, GError **error)
{
  if (get->server == NULL)
    get->server = rk_exchange_keep_server (get->store, get->account->url, get->account->user,
                                           get->account->allow_http, error);
  return get->server != NULL;
}

static gboolean
keep_bundle (Get *get, const RkOdkForm *form, const RkOdkBundle *bundle, GError **error)
{
  g_autoptr (RkQuestionnaire) questionnaire = NULL;

  if (!keep_server (get, error))
    return FALSE;
  questionnaire = rk_exchange_add_form (get->store, get->server, form, bundle, NULL, error);
  return questionnaire != NULL;
}

/* --- one by one ------------------------------------------------------------------------------- */

static const RkOdkForm *
find_form (GPtrArray *forms, const char *form_id, GError **error)
{
  for (guint i = 0; i < forms->len; i++)
    {
      const RkOdkForm *form = g_ptr_array_index (forms, i);

      if (g_str_equal (form->form_id, form_id) ||
          (*form->form_id == '\0' && g_str_equal (form->name, form_id)))
        return form;
    }
  /* Translators: a name that was given for a questionnaire. */
  g_set_error (error, RK_ERROR, RK_ERROR_NOT_FOUND,
               _ ("The server has no questionnaire “%s”. “rkctl openrosa forms” lists them."),
                  form_id);
  return NULL;
}

static void
describe (Get *get, const RkOdkForm *form, const RkOdkBundle *bundle, const char *path)
{
  JsonObject *entry = json_object_new ();
  JsonArray *media = json_array_new ();
  g_autoptr (GList) names = g_hash_table_get_keys (bundle->media);

  names = g_list_sort (names, (GCompareFunc) strcmp);
  for (GList *l = names; l != NULL; l = l->next)
    json_array_add_string_element (media, l->data);
  json_object_set_string_member (entry, "id", *form->form_id != '\0' ? form->form_id : form->name);
  json_object_set_string_member (entry, "version", form->version);
  if (path != NULL)
    json_object_set_string_member (entry, "file", path);
  json_object_set_array_member (entry, "media", media);
  json_array_add_object_element (get->done, entry);
}

static gboolean
get_one (Get *get, const RkOdkForm *form, gboolean quiet, GError **error)
{
  g_autoptr (RkOdkBundle) bundle = rk_odk_fetch_form (get->account, form, NULL, NULL, NULL, error);
  const char *id = *form->form_id != '\0' ? form->form_id : form->name;
  g_autofree char *path = NULL;

  if (bundle == NULL)
    return FALSE;
  if (get->folder != NULL)
    path = write_bundle (get, id, bundle, error);
  if (get->folder != NULL ? path == NULL : !keep_bundle (get, form, bundle, error))
    return FALSE;
  describe (get, form, bundle, path);
  if (quiet)
    return TRUE;
  if (path != NULL)
    /* Translators: the title of a questionnaire, then the path of a file. */
    g_print (_ ("“%s” has been written to %s\n"), form->name, path);
  else
    /* Translators: the title of a questionnaire. */
    g_print (_ ("“%s” has been added to the workspace\n"), form->name);
  return TRUE;
}

static gboolean
get_all (Get *get, char **ids, gboolean quiet, GError **error)
{
  g_autoptr (GPtrArray) forms = rk_odk_list_forms (get->account, NULL, error);
  const RkOdkForm *form;

  if (forms == NULL)
    return FALSE;
  for (char **id = ids; *id != NULL; id++) /* nothing is added when one name is wrong */
    if (find_form (forms, *id, error) == NULL)
      return FALSE;
  for (char **id = ids; *id != NULL; id++)
    {
      form = find_form (forms, *id, error);
      if (!get_one (get, form, quiet, error))
        return FALSE;
    }
  return TRUE;
}

int
cli_openrosa_get (CliContext *context, int argc, char **argv)
{
  g_auto (CliServer) where = { NULL };
  g_autofree char *folder = NULL;
  const GOptionEntry entries[] = {
    CLI_SERVER_OPTIONS (where),
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &folder, NULL, NULL },
    { NULL },
  };
  g_autoptr (RkStore) store = NULL;
  g_autoptr (RkOdkAccount) account = NULL;
  g_autoptr (JsonArray) done = json_array_new ();
  Get get = { 0 };
  gboolean ok = FALSE;
  GError *error = NULL;

  if (!cli_parse (context, entries, &argc, &argv) || argc < 2)
    return cli_wrong_usage ("openrosa", "get");
  store = cli_survey_open_store (context, folder != NULL ? RK_STORE_READ_ONLY : RK_STORE_CREATE,
                                 folder != NULL ? NULL : &error);
  if (error == NULL)
    account = cli_server_open (&where, store, &error);
  get = (Get){ account, folder, store, NULL, done };
  if (account != NULL)
    ok = get_all (&get, argv + 1, context->json, &error);
  g_free (get.server);
  if (!ok)
    return cli_fail (context, CLI_FAILED, error);
  if (context->json)
    {
      JsonObject *object = json_object_new ();

      json_object_set_array_member (object, "forms", g_steal_pointer (&done));
      cli_survey_print_object (object);
    }
  return CLI_DONE;
}
