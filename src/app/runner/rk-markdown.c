/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-markdown.h"

/* Each pattern works on text that is escaped already, so it can only add our own tags. */
static char *
replace (char *text, const char *pattern, const char *replacement)
{
  g_autofree char *owned = text;
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_MULTILINE, 0, NULL);
  char *replaced = g_regex_replace (regex, owned, -1, 0, replacement, 0, NULL);

  return replaced != NULL ? replaced : g_steal_pointer (&owned);
}

char *
rk_markdown_to_markup (const char *text)
{
  char *markup = g_markup_escape_text (text, -1);

  markup = replace (markup, "\\[([^\\]\\n]+)\\]\\((https?://[^\\s)\"'<>]+)\\)",
                    "<a href=\"\\2\">\\1</a>");
  markup = replace (markup, "^\\s*[-*] +", "• ");
  markup = replace (markup, "^#+ +(.*)$", "<b>\\1</b>");
  markup = replace (markup, "\\*\\*([^*\\n]+)\\*\\*", "<b>\\1</b>");
  markup = replace (markup, "(?<![\\w*])\\*(?!\\s)([^*\\n]+)(?<!\\s)\\*(?![\\w*])", "<i>\\1</i>");
  markup = replace (markup, "(?<![\\w_])_([^_\\n<>\"]+)_(?![\\w_])", "<i>\\1</i>");
  return markup;
}
