/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-navigation.h"

#include <string.h>

struct _RkNavigation
{
  GObject parent_instance;
  char *entry;
  GHashTable *stacks; /* entry → GPtrArray of locations, the first is the entry's page */
  GPtrArray *forward; /* locations that back took off, last one next */
};

G_DEFINE_FINAL_TYPE (RkNavigation, rk_navigation, G_TYPE_OBJECT)

static guint changed_signal;

static void
emit_changed (RkNavigation *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static GPtrArray *
get_stack (RkNavigation *self, const char *entry)
{
  GPtrArray *stack = g_hash_table_lookup (self->stacks, entry);

  if (stack == NULL)
    {
      stack = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (stack, g_strdup (entry));
      g_hash_table_insert (self->stacks, g_strdup (entry), stack);
    }
  return stack;
}

static GPtrArray *
get_current (RkNavigation *self)
{
  return get_stack (self, self->entry);
}

static void
rk_navigation_finalize (GObject *object)
{
  RkNavigation *self = RK_NAVIGATION (object);

  g_free (self->entry);
  g_hash_table_unref (self->stacks);
  g_ptr_array_unref (self->forward);
  G_OBJECT_CLASS (rk_navigation_parent_class)->finalize (object);
}

static void
rk_navigation_class_init (RkNavigationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rk_navigation_finalize;
  changed_signal = g_signal_new ("changed", RK_TYPE_NAVIGATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
rk_navigation_init (RkNavigation *self)
{
  self->stacks =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->forward = g_ptr_array_new_with_free_func (g_free);
}

RkNavigation *
rk_navigation_new (const char *entry)
{
  RkNavigation *self = g_object_new (RK_TYPE_NAVIGATION, NULL);

  self->entry = g_strdup (entry);
  return self;
}

const char *
rk_navigation_get_entry (RkNavigation *self)
{
  g_return_val_if_fail (RK_IS_NAVIGATION (self), NULL);
  return self->entry;
}

const char *
rk_navigation_get_location (RkNavigation *self)
{
  GPtrArray *stack;

  g_return_val_if_fail (RK_IS_NAVIGATION (self), NULL);
  stack = get_current (self);
  return g_ptr_array_index (stack, stack->len - 1);
}

void
rk_navigation_choose (RkNavigation *self, const char *entry)
{
  g_return_if_fail (RK_IS_NAVIGATION (self));
  if (g_str_equal (self->entry, entry))
    g_ptr_array_set_size (get_current (self), 1);
  g_free (self->entry);
  self->entry = g_strdup (entry);
  g_ptr_array_set_size (self->forward, 0);
  emit_changed (self);
}

void
rk_navigation_push (RkNavigation *self, const char *location)
{
  g_return_if_fail (RK_IS_NAVIGATION (self));
  if (g_str_equal (rk_navigation_get_location (self), location))
    return;
  g_ptr_array_add (get_current (self), g_strdup (location));
  g_ptr_array_set_size (self->forward, 0);
  emit_changed (self);
}

void
rk_navigation_replace (RkNavigation *self, const char *location)
{
  GPtrArray *stack;

  g_return_if_fail (RK_IS_NAVIGATION (self));
  stack = get_current (self);
  if (stack->len > 1)
    g_ptr_array_set_size (stack, stack->len - 1);
  g_ptr_array_set_size (self->forward, 0);
  if (!g_str_equal (g_ptr_array_index (stack, stack->len - 1), location))
    g_ptr_array_add (stack, g_strdup (location));
  emit_changed (self);
}

gboolean
rk_navigation_can_go_back (RkNavigation *self)
{
  g_return_val_if_fail (RK_IS_NAVIGATION (self), FALSE);
  return get_current (self)->len > 1;
}

gboolean
rk_navigation_can_go_forward (RkNavigation *self)
{
  g_return_val_if_fail (RK_IS_NAVIGATION (self), FALSE);
  return self->forward->len > 0;
}

gboolean
rk_navigation_back (RkNavigation *self)
{
  GPtrArray *stack;

  if (!rk_navigation_can_go_back (self))
    return FALSE;
  stack = get_current (self);
  g_ptr_array_add (self->forward, g_strdup (g_ptr_array_index (stack, stack->len - 1)));
  g_ptr_array_set_size (stack, stack->len - 1);
  emit_changed (self);
  return TRUE;
}

gboolean
rk_navigation_forward (RkNavigation *self)
{
  if (!rk_navigation_can_go_forward (self))
    return FALSE;
  g_ptr_array_add (get_current (self),
                   g_ptr_array_steal_index (self->forward, self->forward->len - 1));
  emit_changed (self);
  return TRUE;
}

gboolean
rk_navigation_holds (RkNavigation *self, const char *location)
{
  GHashTableIter iter;
  gpointer stack;

  g_return_val_if_fail (RK_IS_NAVIGATION (self), FALSE);
  g_hash_table_iter_init (&iter, self->stacks);
  while (g_hash_table_iter_next (&iter, NULL, &stack))
    if (g_ptr_array_find_with_equal_func (stack, location, g_str_equal, NULL))
      return TRUE;
  return FALSE;
}

void
rk_navigation_forget (RkNavigation *self, const char *location)
{
  GHashTableIter iter;
  gpointer value;
  guint at;

  g_return_if_fail (RK_IS_NAVIGATION (self));
  g_hash_table_iter_init (&iter, self->stacks);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    while (g_ptr_array_find_with_equal_func (value, location, g_str_equal, &at))
      g_ptr_array_remove_index (value, at);
  while (g_ptr_array_find_with_equal_func (self->forward, location, g_str_equal, &at))
    g_ptr_array_remove_index (self->forward, at);
  emit_changed (self);
}

void
rk_navigation_reset (RkNavigation *self, const char *entry)
{
  g_return_if_fail (RK_IS_NAVIGATION (self));
  g_hash_table_remove_all (self->stacks);
  g_ptr_array_set_size (self->forward, 0);
  g_free (self->entry);
  self->entry = g_strdup (entry);
}

char *
rk_navigation_save (RkNavigation *self)
{
  GString *text = g_string_new (NULL);
  GPtrArray *stack;

  g_return_val_if_fail (RK_IS_NAVIGATION (self), NULL);
  stack = get_current (self);
  for (guint i = 0; i < stack->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", (char *) g_ptr_array_index (stack, i));
  return g_string_free (text, FALSE);
}

void
rk_navigation_restore (RkNavigation *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, "|", -1);
  GPtrArray *stack;

  g_return_if_fail (RK_IS_NAVIGATION (self));
  if (words[0] == NULL || !g_str_is_ascii (text) || strchr (words[0], ':') != NULL)
    return;
  g_free (self->entry);
  self->entry = g_strdup (words[0]);
  stack = get_current (self);
  g_ptr_array_set_size (stack, 1);
  for (char **word = words + 1; *word != NULL; word++)
    g_ptr_array_add (stack, g_strdup (*word));
}

const char *
rk_location_get_argument (const char *location)
{
  const char *colon = strchr (location, ':');

  return colon != NULL ? colon + 1 : "";
}

gboolean
rk_location_is (const char *location, const char *kind)
{
  gsize length = strlen (kind);

  return strncmp (location, kind, length) == 0 &&
         (location[length] == ':' || location[length] == '\0');
}
