/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-odk-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ADDRESS 2000
/* What stands in an address in the place of the key of an app user. */
#define KEY_MARK "/key/-"

RkOdkAccount *
rk_odk_account_new (const char *url, const char *user, const char *password)
{
  RkOdkAccount *account = g_new0 (RkOdkAccount, 1);

  account->url = g_strdup (url);
  account->user = g_strdup (user);
  account->password = g_strdup (password);
  account->attempts = 4;
  account->wait_ms = 1000;
  account->timeout_s = 30;
  return account;
}

RkOdkAccount *
rk_odk_account_copy (const RkOdkAccount *account)
{
  RkOdkAccount *copy = g_memdup2 (account, sizeof *account);

  copy->url = g_strdup (account->url);
  copy->user = g_strdup (account->user);
  copy->password = g_strdup (account->password);
  return copy;
}

void
rk_odk_account_free (RkOdkAccount *account)
{
  if (account->password != NULL)
    memset (account->password, 0, strlen (account->password));
  g_free (account->password);
  g_free (account->user);
  g_free (account->url);
  g_free (account);
}

/* --- addresses -------------------------------------------------------------------------------- */

gboolean
rk_odk_uri_is_loopback (GUri *uri)
{
  const char *host = g_uri_get_host (uri);
  g_autoptr (GInetAddress) address = NULL;

  if (host == NULL)
    return FALSE;
  if (g_ascii_strcasecmp (host, "localhost") == 0)
    return TRUE;
  address = g_inet_address_new_from_string (host);
  return address != NULL && g_inet_address_get_is_loopback (address);
}

gboolean
rk_odk_uri_is_open (GUri *uri)
{
  return g_ascii_strcasecmp (g_uri_get_scheme (uri), "https") != 0 && !rk_odk_uri_is_loopback (uri);
}

static int
get_port (GUri *uri)
{
  if (g_uri_get_port (uri) > 0)
    return g_uri_get_port (uri);
  return g_ascii_strcasecmp (g_uri_get_scheme (uri), "https") == 0 ? 443 : 80;
}

gboolean
rk_odk_uri_same_origin (GUri *one, GUri *other)
{
  return g_ascii_strcasecmp (g_uri_get_scheme (one), g_uri_get_scheme (other)) == 0 &&
         g_ascii_strcasecmp (g_uri_get_host (one), g_uri_get_host (other)) == 0 &&
         get_port (one) == get_port (other);
}

gboolean
rk_odk_uri_may_follow (GUri *from, GUri *to)
{
  if (rk_odk_uri_same_origin (from, to))
    return TRUE;
  return g_ascii_strcasecmp (g_uri_get_host (from), g_uri_get_host (to)) == 0 &&
         g_ascii_strcasecmp (g_uri_get_scheme (from), "http") == 0 &&
         g_ascii_strcasecmp (g_uri_get_scheme (to), "https") == 0;
}

GUri *
rk_odk_uri_resolve (GUri *base, const char *reference)
{
  GUri *uri = g_uri_parse_relative (base, reference, SOUP_HTTP_URI_FLAGS, NULL);
  gboolean ok = uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0' &&
                g_uri_get_userinfo (uri) == NULL &&
                (g_ascii_strcasecmp (g_uri_get_scheme (uri), "http") == 0 ||
                 g_ascii_strcasecmp (g_uri_get_scheme (uri), "https") == 0);

  if (!ok)
    g_clear_pointer (&uri, g_uri_unref);
  return uri;
}

GUri *
rk_odk_account_dup_uri (const RkOdkAccount *account, const char *leaf, GError **error)
{
  const char *mark = strstr (account->url, KEY_MARK);
  g_autofree char *escaped =
      g_uri_escape_string (account->password != NULL ? account->password : "", NULL, FALSE);
  g_autoptr (GString) text = g_string_new (account->url);
  GUri *uri;

  if (mark != NULL)
    {
      gsize at = (gsize) (mark - account->url) + strlen (KEY_MARK) - 1;

      g_string_erase (text, at, 1);
      g_string_insert (text, at, escaped);
    }
  g_string_append_printf (text, "/%s", leaf);
  uri = g_uri_parse (text->str, SOUP_HTTP_URI_FLAGS, NULL);
  if (uri == NULL)
    g_set_error (error, RK_ODK_ERROR, RK_ODK_ERROR_ADDRESS,
                 _ ("The address of the server is not a web address. Look at it again."));
  return uri;
}

gboolean
rk_odk_account_has_key (const RkOdkAccount *account)
{
  return strstr (account->url, KEY_MARK) != NULL;
}

char *
rk_odk_uri_dup_name (GUri *uri)
{
  int port = g_uri_get_port (uri);

  return port > 0 ? g_strdup_printf ("%s:%d", g_uri_get_host (uri), port)
                  : g_strdup (g_uri_get_host (uri));
}

char *
rk_odk_address_dup_name (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);

  return uri != NULL ? rk_odk_uri_dup_name (uri) : g_strdup (url);
}

gboolean
rk_odk_address_is_open (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);

  return uri == NULL || rk_odk_uri_is_open (uri);
}

gboolean
rk_odk_address_is_local (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);

  return uri != NULL && rk_odk_uri_is_loopback (uri);
}

/* --- what a person types ---------------------------------------------------------------------- */

/* Takes the slashes and the name of the list off the end. */
static char *
trim_path (const char *path)
{
  char *trimmed = g_strdup (path);

  for (gsize n = strlen (trimmed); n > 0; n = strlen (trimmed))
    {
      char *leaf = strrchr (trimmed, '/');

      if (trimmed[n - 1] == '/')
        trimmed[n - 1] = '\0';
      else if (leaf != NULL && g_ascii_strcasecmp (leaf, "/formList") == 0)
        *leaf = '\0';
      else
        break;
    }
  return trimmed;
}

static char *
take_key (const char *path, char **key)
{
  const char *mark = strstr (path, "/key/");
  const char *from = mark != NULL ? mark + strlen ("/key/") : NULL;
  const char *to = from != NULL ? from + strcspn (from, "/") : NULL;

  if (from == NULL || to == from || g_str_has_prefix (mark, KEY_MARK "/"))
    return g_strdup (path);
  if (key != NULL)
    {
      g_autofree char *escaped = g_strndup (from, (gsize) (to - from));
      *key = g_uri_unescape_string (escaped, NULL);
    }
  return g_strdup_printf ("%.*s" KEY_MARK "%s", (int) (mark - path), path, to);
}

static GUri *
parse_typed (const char *text)
{
  g_autofree char *whole = NULL;
  GUri *uri;

  if (strlen (text) > MAX_ADDRESS || !g_utf8_validate (text, -1, NULL) ||
      strpbrk (text, " \t\r\n\"<>\\") != NULL)
    return NULL;
  whole = strstr (text, "://") != NULL ? g_strdup (text) : g_strconcat ("https://", text, NULL);
  uri = g_uri_parse (whole, SOUP_HTTP_URI_FLAGS, NULL);
  if (uri != NULL && strstr (text, "://") == NULL && rk_odk_uri_is_loopback (uri))
    {
      g_clear_pointer (&uri, g_uri_unref);
      g_free (whole);
      whole = g_strconcat ("http://", text, NULL);
      uri = g_uri_parse (whole, SOUP_HTTP_URI_FLAGS, NULL);
    }
  return uri;
}

static gboolean
check_typed (GUri *uri, GError **error)
{
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : "";

  if (uri != NULL && g_uri_get_userinfo (uri) != NULL)
    {
      g_set_error (error, RK_ODK_ERROR, RK_ODK_ERROR_ADDRESS,
                   _ ("The address holds a name or password. Leave that out, and fill it in in its "
                      "own place."));
      return FALSE;
    }
  if ((g_ascii_strcasecmp (scheme, "http") != 0 && g_ascii_strcasecmp (scheme, "https") != 0) ||
      g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    {
      g_set_error (error, RK_ODK_ERROR, RK_ODK_ERROR_ADDRESS,
                   _ ("This is not the address of a server. Fill in a web address, for example "
                      "https://odk.example.org."));
      return FALSE;
    }
  return TRUE;
}

char *
rk_odk_address_read (const char *text, char **key, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autoptr (GUri) uri = parse_typed (stripped);
  g_autoptr (GUri) plain = NULL;
  g_autofree char *trimmed = NULL, *path = NULL, *host = NULL, *whole = NULL;

  if (key != NULL)
    *key = NULL;
  if (!check_typed (uri, error))
    return NULL;
  trimmed = trim_path (g_uri_get_path (uri));
  path = take_key (trimmed, key);
  host = g_ascii_strdown (g_uri_get_host (uri), -1);
  plain = g_uri_build (SOUP_HTTP_URI_FLAGS, g_uri_get_scheme (uri), NULL, host,
                       g_uri_get_port (uri), path, NULL, NULL);
  whole = g_uri_to_string (plain);
  return trim_path (whole);
}
