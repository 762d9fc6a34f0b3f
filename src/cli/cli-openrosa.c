/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "cli-openrosa.h"

#include "rk-odk-keyring.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define MAX_PASSWORD 4096

void
cli_server_clear (CliServer *where)
{
  g_free (where->server);
  g_free (where->user);
  g_free (where->password_file);
}

/* --- the password ----------------------------------------------------------------------------- */

static gboolean
check_private (const char *path, GError **error)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    {
      /* Translators: the path of a file. */
      g_set_error (error, RK_ERROR, RK_ERROR_NOT_FOUND,
                   _ ("The password file “%s” cannot be read."), path);
      return FALSE;
    }
  if (S_ISREG (status.st_mode) && (status.st_mode & 077) == 0 && status.st_uid == getuid () &&
      status.st_size <= MAX_PASSWORD)
    return TRUE;
  /* Translators: the path of a file, twice. */
  g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
               _ ("Others can read the password file “%s”. Make it yours alone: chmod 600 “%s”"),
                  path, path);
  return FALSE;
}

/* The first line of the file. */
static char *
read_password (const char *path, GError **error)
{
  char *password = NULL;

  if (!check_private (path, error) || !g_file_get_contents (path, &password, NULL, error))
    return NULL;
  password[strcspn (password, "\r\n")] = '\0';
  return password;
}

/* --- the server ------------------------------------------------------------------------------- */

static RkRecord *
find_only (RkStore *store, GError **error)
{
  g_autoptr (GPtrArray) servers = store != NULL ? rk_exchange_list_servers (store, error) : NULL;

  if (servers != NULL && servers->len == 1)
    return g_ptr_array_steal_index (servers, 0);
  if (error != NULL && *error == NULL)
    g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                 servers != NULL && servers->len > 1
                 ? _ ("There is more than one server. Name one with --server.")
                 : _ ("There is no server yet. Name one with --server."));
  return NULL;
}

static RkOdkAccount *
make_account (const CliServer *where, RkStore *store, GError **error)
{
  g_autofree char *key = NULL;
  g_autofree char *url =
      where->server != NULL ? rk_odk_address_read (where->server, &key, error) : NULL;
  g_autoptr (RkRecord) known = NULL;
  RkOdkAccount *account;

  if (where->server != NULL && url == NULL)
    return NULL;
  if (url == NULL)
    known = find_only (store, error);
  else if (store != NULL)
    known = rk_exchange_find_server (store, url, error);
  if (known == NULL && url == NULL)
    return NULL;
  account =
      known != NULL ? rk_exchange_new_account (known, key) : rk_odk_account_new (url, NULL, key);
  if (where->user != NULL)
    {
      g_free (account->user);
      account->user = g_strdup (where->user);
    }
  account->allow_http |= where->allow_http;
  return account;
}

RkOdkAccount *
cli_server_open (const CliServer *where, RkStore *store, GError **error)
{
  g_autoptr (RkOdkAccount) account = make_account (where, store, error);

  if (account == NULL)
    return NULL;
  if (where->password_file != NULL)
    {
      g_free (account->password);
      account->password = read_password (where->password_file, error);
      if (account->password == NULL)
        return NULL;
    }
  else if (account->password == NULL && (strstr (account->url, "/key/") != NULL ||
                                         (account->user != NULL && *account->user != '\0')))
    account->password = rk_odk_keyring_lookup (account->url, account->user);
  return g_steal_pointer (&account);
}

/* --- submissions ------------------------------------------------------------------------------ */

const char *
cli_server_state_name (RkExchangeState state)
{
  static const char *const names[] = { "queued", "sent", "refused" };

  return names[state];
}

static void
set_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

JsonObject *
cli_server_describe (const RkExchangeItem *item)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "response", item->response);
  set_text (object, "title", item->title);
  json_object_set_string_member (object, "server", item->server_name);
  set_text (object, "instance_id", item->instance_id);
  json_object_set_string_member (object, "state", cli_server_state_name (item->state));
  json_object_set_int_member (object, "attempts", item->attempts);
  set_text (object, "tried_at", item->tried_at);
  set_text (object, "sent_at", item->sent_at);
  set_text (object, "message", item->message);
  return object;
}

void
cli_server_print (const RkExchangeItem *item)
{
  static const char *const words[] = { N_ ("To be sent"), N_ ("Sent"), N_ ("Refused") };

  g_print ("%s  %s  %s  %s%s%s\n", item->response, item->title, item->server_name,
           _ (words[item->state]), item->message != NULL ? ": " : "",
              item->message != NULL ? item->message : "");
}
