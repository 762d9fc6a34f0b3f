/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-form-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Languages of the country and what they are called in questionnaires made here. */
static const struct
{
  const char *code, *names[4];
} languages[] = {
  { "nl", { "Nederlands", "Dutch", "Néerlandais", "Vlaams" } },
  { "fr", { "Français", "Francais", "French", "Frans" } },
  { "de", { "Deutsch", "German", "Duits", "Allemand" } },
  { "en", { "English", "Engels", "Anglais", "Englisch" } },
  { "ar", { "العربية", "Arabic", "Arabisch", "Arabe" } },
};

/* "nl", "nl-BE" or "nl_BE", of @length bytes. */
static gboolean
is_tag (const char *text, gsize length, const char *code)
{
  gsize own = strlen (code);

  if (length < own || g_ascii_strncasecmp (text, code, own) != 0)
    return FALSE;
  return length == own || text[own] == '-' || text[own] == '_';
}

static gboolean
is_named (const char *name, const char *code)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (guint j = 0;
         g_str_equal (languages[i].code, code) && j < G_N_ELEMENTS (languages[i].names); j++)
      {
        g_autofree char *known = g_utf8_casefold (languages[i].names[j], -1);

        if (g_str_has_prefix (folded, known))
          return TRUE;
      }
  return FALSE;
}

gboolean
rk_form_language_is (const char *name, const char *code)
{
  const char *open, *close;

  g_return_val_if_fail (name != NULL && code != NULL, FALSE);
  if (is_tag (name, strlen (name), code))
    return TRUE;
  open = strrchr (name, '(');
  close = open != NULL ? strchr (open, ')') : NULL;
  if (close != NULL)
    return is_tag (open + 1, close - open - 1, code);
  return is_named (name, code);
}

const char *
rk_form_language_find (const char *const *names, const char *const *codes)
{
  for (guint c = 0; codes[c] != NULL; c++)
    {
      g_autofree char *code = g_strndup (codes[c], strcspn (codes[c], "_.@"));

      for (guint i = 0; strlen (code) == 2 && names[i] != NULL; i++)
        if (rk_form_language_is (names[i], code))
          return names[i];
    }
  return NULL;
}

char *
rk_form_language_dup_name (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_ascii_strcasecmp (languages[i].code, name) == 0)
      return g_strdup (languages[i].names[0]);
  if (*name == '\0' || g_ascii_strcasecmp (name, "default") == 0)
    /* Translators: the language of a questionnaire that does not say which one it is. */
    return g_strdup (_ ("Language of the form"));
  return g_strdup (name);
}
