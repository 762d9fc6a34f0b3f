/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-recent.h"

#include <string.h>

#define KEY "search/recent"
#define MAX_RECENT 8

static void
free_recent (gpointer data)
{
  RkRecent *recent = data;

  g_free (recent->location);
  g_free (recent->title);
  g_free (recent);
}

GPtrArray *
rk_recent_list (RkStore *store)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (free_recent);
  g_autofree char *text = rk_store_get_state (store, KEY);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (char **line = lines; *line != NULL && list->len < MAX_RECENT; line++)
    {
      const char *tab = strchr (*line, '\t');
      RkRecent *recent;

      if (tab == NULL)
        continue;
      recent = g_new0 (RkRecent, 1);
      recent->location = g_strndup (*line, (gsize) (tab - *line));
      recent->title = g_strdup (tab + 1);
      g_ptr_array_add (list, recent);
    }
  return list;
}

void
rk_recent_add (RkStore *store, const char *location, const char *title)
{
  g_autoptr (GPtrArray) list = rk_recent_list (store);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *line = g_strdup (title);
  const RkRecent *first = list->len > 0 ? g_ptr_array_index (list, 0) : NULL;

  if (first != NULL && g_str_equal (first->location, location))
    return;
  g_string_printf (text, "%s\t%s", location, g_strdelimit (line, "\t\n", ' '));
  for (guint i = 0, kept = 1; i < list->len && kept < MAX_RECENT; i++)
    {
      const RkRecent *recent = g_ptr_array_index (list, i);

      if (g_str_equal (recent->location, location))
        continue;
      g_string_append_printf (text, "\n%s\t%s", recent->location, recent->title);
      kept++;
    }
  rk_store_set_state (store, KEY, text->str, NULL);
}
