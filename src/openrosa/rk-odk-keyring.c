/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-odk-keyring.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>
#include <string.h>

static const SecretSchema schema = {
  "io.github.regiekamer.Regiekamer.Server",
  SECRET_SCHEMA_NONE,
  { { "url", SECRET_SCHEMA_ATTRIBUTE_STRING }, { "user", SECRET_SCHEMA_ATTRIBUTE_STRING } },
};

/* What was given in this run, by address and user: main thread only. */
static GHashTable *
get_memory (void)
{
  static GHashTable *memory;

  if (memory == NULL)
    memory = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                    (GDestroyNotify) secret_password_free);
  return memory;
}

static char *
make_key (const char *url, const char *user)
{
  return g_strconcat (user != NULL ? user : "", "\n", url, NULL);
}

/* No keyring is no error: the password is known until the program ends. */
static void
stored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!secret_password_store_finish (result, &error))
    g_debug ("no keyring: %s", error->message);
}

static void
cleared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  secret_password_clear_finish (result, &error);
  if (error != NULL)
    g_debug ("no keyring: %s", error->message);
}

void
rk_odk_keyring_store (const char *url, const char *user, const char *password)
{
  char *key = make_key (url, user);
  g_autofree char *label = NULL;

  if (user == NULL)
    user = "";
  if (password == NULL || *password == '\0')
    {
      g_hash_table_remove (get_memory (), key);
      g_free (key);
      secret_password_clear (&schema, NULL, cleared_cb, NULL, "url", url, "user", user, NULL);
      return;
    }
  g_hash_table_replace (get_memory (), key, g_strdup (password));
  /* Translators: how a password is called in the keyring: the address of a server */
  label = g_strdup_printf (_ ("Regiekamer: password for %s"), url);
  secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, label, password, NULL, stored_cb, NULL,
                         "url", url, "user", user, NULL);
}

/* --- forgetting ------------------------------------------------------------------------------- */

static gboolean
is_at (gpointer key, gpointer value, gpointer url)
{
  return g_str_equal (strchr (key, '\n') + 1, url);
}

/* A keyring that is locked clears nothing: looking something up opens it. */
static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *url = data;

  secret_password_free (secret_password_lookup_finish (result, NULL));
  secret_password_clear (&schema, NULL, cleared_cb, NULL, "url", url, NULL);
}

void
rk_odk_keyring_forget (const char *url)
{
  g_hash_table_foreach_remove (get_memory (), is_at, (gpointer) url);
  secret_password_lookup (&schema, NULL, opened_cb, g_strdup (url), "url", url, NULL);
}

void
rk_odk_keyring_forget_now (const char *url)
{
  g_autoptr (GError) error = NULL;

  g_hash_table_foreach_remove (get_memory (), is_at, (gpointer) url);
  secret_password_free (secret_password_lookup_sync (&schema, NULL, NULL, "url", url, NULL));
  secret_password_clear_sync (&schema, NULL, &error, "url", url, NULL);
  if (error != NULL)
    g_debug ("no keyring: %s", error->message);
}

/* --- looking up ------------------------------------------------------------------------------- */

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  char *password = secret_password_lookup_finish (result, &error);

  if (error != NULL)
    g_debug ("no keyring: %s", error->message);
  g_task_return_pointer (task, password, (GDestroyNotify) secret_password_free);
}

void
rk_odk_keyring_lookup_async (const char *url, const char *user, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree char *key = make_key (url, user);
  const char *known = g_hash_table_lookup (get_memory (), key);

  g_task_set_source_tag (task, rk_odk_keyring_lookup_async);
  if (known != NULL)
    g_task_return_pointer (task, g_strdup (known), (GDestroyNotify) secret_password_free);
  else
    secret_password_lookup (&schema, cancellable, found_cb, g_steal_pointer (&task), "url", url,
                            "user", user != NULL ? user : "", NULL);
}

char *
rk_odk_keyring_lookup_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

char *
rk_odk_keyring_lookup (const char *url, const char *user)
{
  g_autoptr (GError) error = NULL;
  char *password = secret_password_lookup_sync (&schema, NULL, &error, "url", url, "user",
                                                user != NULL ? user : "", NULL);

  if (error != NULL)
    g_debug ("no keyring: %s", error->message);
  return password;
}
