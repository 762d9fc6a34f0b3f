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

/* Where the parser stumbles: it no longer knows afterwards. */
typedef struct
{
  guint line, column;
} Place;

static void
note_place_cb (JsonParser *parser, const GError *error, Place *place)
{
  place->line = json_parser_get_current_line (parser);
  place->column = json_parser_get_current_pos (parser);
}

/* The parser's own words are English, and say more of grammars than of the file. */
static void
set_faulty (const Place *place, const char *text, gsize length, GError **error)
{
  if (!g_utf8_validate (text, (gssize) length, NULL))
    g_set_error (
        error, RK_ERROR, RK_ERROR_INVALID,
        _ ("The text is not written in UTF-8, as JSON has to be. Save the file as UTF-8."));
  else
    g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                 /* Translators: two numbers. */
                 _ ("The text is no valid JSON: it goes wrong at line %u, column %u. Correct it "
                    "there or just before."),
                    MAX (1, place->line), MAX (1, place->column));
}

JsonNode *
rk_json_parse (const char *text, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  Place place = { 0 };
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
  g_signal_connect (parser, "error", G_CALLBACK (note_place_cb), &place);
  if (!json_parser_load_from_data (parser, text, (gssize) length, NULL))
    {
      set_faulty (&place, text, length, error);
      return NULL;
    }
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
