/* SPDX-License-Identifier: EUPL-1.2 */
/* The names are folded once, when somebody first searches: after that a key costs a walk over
 * them. */
#include "config.h"

#include "rk-choice-search.h"

#include "rk-choice-columns.h"
#include "rk-markdown.h"
#include "rk-text.h"

#include <string.h>

/* More nobody reads; a further letter tells more. */
#define MAX_FOUND 60

struct _RkChoiceSearch
{
  GObject parent_instance;
  RkFormNode *node;
  GPtrArray *choices; /* (nullable): those of the keys */
  GPtrArray *keys;    /* (nullable): per choice its name and former names, folded */
};

G_DEFINE_FINAL_TYPE (RkChoiceSearch, rk_choice_search, G_TYPE_OBJECT)

char *
rk_choice_dup_words (const RkChoice *choice)
{
  /* Most names are plain already; markup has one of these. */
  return strpbrk (choice->label, "*_<&[#`") == NULL ? g_strdup (choice->label)
                                                    : rk_markdown_to_text (choice->label);
}

static void
forget_keys (RkChoiceSearch *self)
{
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
}

static void
make_keys (RkChoiceSearch *self, GPtrArray *choices)
{
  forget_keys (self);
  self->choices = g_ptr_array_ref (choices);
  self->keys = g_ptr_array_new_full (choices->len, g_free);
  for (guint i = 0; i < choices->len; i++)
    {
      const RkChoice *choice = g_ptr_array_index (choices, i);
      g_autofree char *words = rk_choice_dup_words (choice);
      g_autofree char *former = rk_choice_dup_column (choice, "former");
      g_autofree char *both =
          g_strjoin (*former != '\0' ? "\n" : NULL, words, *former != '\0' ? former : NULL, NULL);

      g_ptr_array_add (self->keys, rk_text_fold (both));
    }
}

static void
append (GListStore *found, const RkChoice *choice)
{
  g_autofree char *words = rk_choice_dup_words (choice);
  g_autoptr (RkPickerItem) item = rk_picker_item_new (choice->value, words, NULL);

  g_list_store_append (found, item);
}

/* Adds the choices in whose name @wanted stands at @place, as rk_text_find() tells it. */
static void
find (RkChoiceSearch *self, const char *wanted, int place, GListStore *found)
{
  for (guint i = 0;
       i < self->choices->len && g_list_model_get_n_items (G_LIST_MODEL (found)) < MAX_FOUND; i++)
    if (rk_text_find (g_ptr_array_index (self->keys, i), wanted) == place)
      append (found, g_ptr_array_index (self->choices, i));
}

GListModel *
rk_choice_search_find (const char *text, gpointer data)
{
  RkChoiceSearch *self = data;
  GPtrArray *choices = rk_form_node_get_choices (self->node);
  GListStore *found = g_list_store_new (RK_TYPE_PICKER_ITEM);
  g_autofree char *wanted = rk_text_fold (text);

  /* Other answers may have changed what is on offer before anybody was told. */
  if (self->choices != choices)
    make_keys (self, choices);
  for (int place = 0; place <= 2; place++)
    find (self, wanted, place, found);
  return G_LIST_MODEL (found);
}

static void
rk_choice_search_dispose (GObject *object)
{
  RkChoiceSearch *self = RK_CHOICE_SEARCH (object);

  if (self->node != NULL)
    g_signal_handlers_disconnect_by_data (self->node, self);
  g_clear_object (&self->node);
  forget_keys (self);
  G_OBJECT_CLASS (rk_choice_search_parent_class)->dispose (object);
}

static void
rk_choice_search_class_init (RkChoiceSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_choice_search_dispose;
}

static void
rk_choice_search_init (RkChoiceSearch *self)
{
}

RkChoiceSearch *
rk_choice_search_new (RkFormNode *node)
{
  RkChoiceSearch *self = g_object_new (RK_TYPE_CHOICE_SEARCH, NULL);

  self->node = g_object_ref (node);
  g_signal_connect_swapped (node, "choices-changed", G_CALLBACK (forget_keys), self);
  return self;
}
