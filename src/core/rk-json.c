/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-json.h"
#include "rk-error.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* What json-glib should not get to see: (nullable), a sentence. Its parser calls itself for each
 * level. It also takes comments and single quotes, which JSON has not, and in which a bracket or a
 * quote means something else than here. */
static const char *
find_fault (const char *text, gsize length)
{
  guint depth = 0;
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length && depth <= RK_JSON_MAX_DEPTH; i++)
    if (quoted && text[i] == '\\')
      i++;
    else if (text[i] == '"')
      quoted = !quoted;
    else if (!quoted && (text[i] == '[' || text[i] == '{'))
      depth++;
    else if (!quoted && depth > 0 && (text[i] == ']' || text[i] == '}'))
      depth--;
    else if (!quoted && (text[i] == '/' || text[i] == '\'' || text[i] == '#'))
      return _ ("The file holds comments or single quotes, which JSON does not have. Correct the "
                "file.");
  if (depth > RK_JSON_MAX_DEPTH)
    return _ ("The lists in the file are nested too deeply. Correct the file.");
  return NULL;
}

static void
set_too_large (GError **error)
{
  g_set_error (error, RK_ERROR, RK_ERROR_TOO_LARGE,
               _ ("The file is larger than 64 MiB. Choose a smaller file."));
}

JsonNode *
rk_json_parse (const char *text, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  const char *fault;
  JsonNode *root;

  if (length > RK_JSON_MAX_BYTES)
    {
      set_too_large (error);
      return NULL;
    }
  fault = find_fault (text, length);
  if (fault != NULL)
    {
      g_set_error_literal (error, RK_ERROR, RK_ERROR_INVALID, fault);
      return NULL;
    }
  if (!json_parser_load_from_data (parser, text, (gssize) length, error))
    return NULL;
  root = json_parser_steal_root (parser);
  if (root == NULL)
    g_set_error (error, RK_ERROR, RK_ERROR_INVALID, _ ("The file is empty."));
  return root;
}

JsonNode *
rk_json_parse_file (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  gsize length;
  GStatBuf info;

  if (g_stat (path, &info) == 0 && info.st_size > RK_JSON_MAX_BYTES)
    {
      set_too_large (error);
      return NULL;
    }
  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  return rk_json_parse (text, length, error);
}
