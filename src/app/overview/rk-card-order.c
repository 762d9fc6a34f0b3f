/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-card-order.h"

/* Ids are those of forms: they hold no line break. */
#define ORDER_KEY "overview/order"
#define HIDDEN_KEY "overview/hidden"

static char **
read_ids (RkStore *store, const char *key)
{
  g_autofree char *text = rk_store_get_state (store, key);

  return g_strsplit (text != NULL ? text : "", "\n", -1);
}

static gboolean
find_id (GPtrArray *ids, const char *id, guint *at)
{
  return g_ptr_array_find_with_equal_func (ids, id, g_str_equal, at);
}

GPtrArray *
rk_card_order_apply (RkStore *store, GPtrArray *ids, guint *n_hidden)
{
  g_auto (GStrv) order = read_ids (store, ORDER_KEY);
  g_auto (GStrv) hidden = read_ids (store, HIDDEN_KEY);
  GPtrArray *shown = g_ptr_array_new ();
  guint at;

  *n_hidden = 0;
  for (char **id = order; *id != NULL; id++)
    if (find_id (ids, *id, &at) && !find_id (shown, *id, NULL))
      g_ptr_array_add (shown, g_ptr_array_index (ids, at));
  for (guint i = 0; i < ids->len; i++)
    if (!find_id (shown, g_ptr_array_index (ids, i), NULL))
      g_ptr_array_add (shown, g_ptr_array_index (ids, i));
  for (char **id = hidden; *id != NULL; id++)
    if (find_id (shown, *id, &at))
      {
        g_ptr_array_remove_index (shown, at);
        (*n_hidden)++;
      }
  return shown;
}

void
rk_card_order_hide (RkStore *store, const char *id)
{
  g_autofree char *hidden = rk_store_get_state (store, HIDDEN_KEY);
  g_autofree char *text = hidden != NULL ? g_strconcat (hidden, "\n", id, NULL) : g_strdup (id);

  rk_store_set_state (store, HIDDEN_KEY, text, NULL);
}

void
rk_card_order_show_all (RkStore *store)
{
  rk_store_set_state (store, HIDDEN_KEY, NULL, NULL);
}

void
rk_card_order_move (RkStore *store, GPtrArray *shown, const char *id, int by)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint at;
  gpointer other;

  if (!find_id (shown, id, &at) || (int) at + by < 0 || at + by >= shown->len)
    return;
  other = shown->pdata[at + by];
  shown->pdata[at + by] = shown->pdata[at];
  shown->pdata[at] = other;
  for (guint i = 0; i < shown->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (char *) g_ptr_array_index (shown, i));
  rk_store_set_state (store, ORDER_KEY, text->str, NULL);
}
