/* SPDX-License-Identifier: EUPL-1.2 */
/* What a select offers: fixed items, or an itemset that may depend on other answers. A chosen value
 * that is not on offer is hidden until it is again. */
#include "config.h"
#include "rk-form-instance-private.h"

#include <string.h>

/* From this many choices on a lookup goes through a table. */
#define LONG_LIST 12

/* A list as it was after so many changes. Forty questions that offer the same five thousand choices
 * make them once. */
typedef struct
{
  guint64 changes;
  RkChoiceSet *set;
  GPtrArray *list; /* (nullable): with labels */
} RkSharedList;

void
rk_choice_set_free (RkChoiceSet *set)
{
  if (--set->ref_count > 0)
    return;
  g_ptr_array_unref (set->values);
  g_ptr_array_unref (set->items);
  g_clear_pointer (&set->index, g_hash_table_unref);
  g_free (set);
}

gboolean
rk_cell_is_select (const RkCell *self)
{
  return self->def->comps[RK_ASPECT_CHOICES] != NULL && self->def->type == RK_DEF_LEAF;
}

/* --- lists in common -------------------------------------------------------------------------- */

static void
shared_list_free (RkSharedList *shared)
{
  g_clear_pointer (&shared->set, rk_choice_set_free);
  g_clear_pointer (&shared->list, g_ptr_array_unref);
  g_free (shared);
}

/* Expressions of a form that say the same are the same. */
static guint
hash_itemset (gconstpointer data)
{
  const RkItemset *itemset = data;

  return g_direct_hash (itemset->nodeset) ^ g_direct_hash (itemset->value);
}

static gboolean
itemsets_equal (gconstpointer a, gconstpointer b)
{
  const RkItemset *x = a;
  const RkItemset *y = b;

  return x->nodeset == y->nodeset && x->value == y->value && x->label == y->label;
}

GHashTable *
rk_shared_lists_new (void)
{
  return g_hash_table_new_full (hash_itemset, itemsets_equal, NULL,
                                (GDestroyNotify) shared_list_free);
}

/* What @cell has in common with others as things are now: (nullable): its list is its own. */
static RkSharedList *
get_shared (RkFormInstance *self, const RkCell *cell)
{
  const RkControlDef *control = cell->def->control;
  const RkItemset *itemset = control->itemset;
  RkSharedList *shared;

  if (itemset == NULL || control->items != NULL || cell->def->repeat != NULL ||
      itemset->value_child == NULL || !rk_xpath_is_same_everywhere (itemset->nodeset))
    return NULL;
  shared = g_hash_table_lookup (self->shared, itemset);
  if (shared == NULL)
    {
      shared = g_new0 (RkSharedList, 1);
      g_hash_table_insert (self->shared, (gpointer) itemset, shared);
    }
  if (shared->changes != self->changes)
    {
      g_clear_pointer (&shared->set, rk_choice_set_free);
      g_clear_pointer (&shared->list, g_ptr_array_unref);
      shared->changes = self->changes;
    }
  return shared;
}

static void
choice_free (RkChoice *choice)
{
  g_free (choice->value);
  g_free (choice->label);
  g_free (choice);
}

/* --- evaluating the list ---------------------------------------------------------------------- */

/* Text of the child element @name of @item, straight from the tree; NULL when it is not as simple
 * as that. */
static const char *
child_text (const xmlNode *item, const char *name)
{
  for (const xmlNode *n = item->children; n != NULL; n = n->next)
    {
      if (n->type != XML_ELEMENT_NODE || !g_str_equal (n->name, name))
        continue;
      if (n->_private != NULL || (n->children != NULL && n->children->next != NULL))
        return NULL;
      return n->children != NULL && n->children->content != NULL
                 ? (const char *) n->children->content
                 : "";
    }
  return NULL;
}

static char *
evaluate_on (RkFormInstance *self, RkCell *cell, xmlNode *item, const RkXPath *xpath)
{
  const RkLabel label = { .xpath = (RkXPath *) xpath };

  return rk_form_instance_label (self, cell, item, &label);
}

static void
fill_from_itemset (RkFormInstance *self, RkCell *cell, RkChoiceSet *set)
{
  const RkItemset *itemset = cell->def->control->itemset;
  RkXPathContext context = { 0 };
  g_auto (RkXPathValue) nodes = { 0 };

  if (!rk_form_instance_evaluate (self, cell, cell->xml, itemset->nodeset, &context, &nodes,
                                  NULL) ||
      nodes.type != RK_XPATH_NODE_SET)
    return;
  for (guint i = 0; i < nodes.nodes->len; i++)
    {
      xmlNode *item = g_ptr_array_index (nodes.nodes, i);
      const char *text =
          itemset->value_child != NULL ? child_text (item, itemset->value_child) : NULL;
      char *value = text != NULL ? g_strdup (text) : evaluate_on (self, cell, item, itemset->value);

      g_ptr_array_add (set->values, value);
      g_ptr_array_add (set->items, item);
    }
}

static void
fill_from_items (const RkControlDef *control, RkChoiceSet *set)
{
  for (guint i = 0; control->items != NULL && i < control->items->len; i++)
    {
      const RkItem *item = g_ptr_array_index (control->items, i);

      g_ptr_array_add (set->values, g_strdup (item->value));
      g_ptr_array_add (set->items, item->element);
    }
}

static void
build_index (RkChoiceSet *set)
{
  set->index = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = set->values->len; i > 0; i--)
    g_hash_table_insert (set->index, g_ptr_array_index (set->values, i - 1), GUINT_TO_POINTER (i));
}

/* The choices of @cell as things are now: (transfer full). */
static RkChoiceSet *
make_choices (RkFormInstance *self, RkCell *cell)
{
  RkSharedList *shared = get_shared (self, cell);
  RkChoiceSet *set;

  if (shared != NULL && shared->set != NULL)
    {
      shared->set->ref_count++;
      return shared->set;
    }
  set = g_new0 (RkChoiceSet, 1);
  set->ref_count = 1;
  set->values = g_ptr_array_new_with_free_func (g_free);
  set->items = g_ptr_array_new ();
  fill_from_items (cell->def->control, set);
  if (cell->def->control->itemset != NULL)
    fill_from_itemset (self, cell, set);
  if (set->values->len >= LONG_LIST)
    build_index (set);
  if (shared != NULL && shared->changes == self->changes && shared->set == NULL)
    {
      set->ref_count++;
      shared->set = set;
    }
  return set;
}

const RkChoiceSet *
rk_cell_get_choices (RkFormInstance *self, RkCell *cell)
{
  RkChoiceSet *set;

  if (cell->choices != NULL && (cell->known & RK_ASPECT_BIT (RK_ASPECT_CHOICES)) != 0)
    return cell->choices;
  set = make_choices (self, cell);
  g_clear_pointer (&cell->choices, rk_choice_set_free);
  g_clear_pointer (&cell->choice_list, g_ptr_array_unref);
  cell->choices = set;
  cell->known |= RK_ASPECT_BIT (RK_ASPECT_CHOICES);
  self->woken[cell->def->comps[RK_ASPECT_CHOICES]->index] = FALSE;
  return set;
}

int
rk_choice_set_find (const RkChoiceSet *set, const char *value)
{
  if (set->index != NULL)
    return GPOINTER_TO_INT (g_hash_table_lookup (set->index, value)) - 1;
  for (guint i = 0; i < set->values->len; i++)
    if (g_str_equal (g_ptr_array_index (set->values, i), value))
      return (int) i;
  return -1;
}

/* --- labels ----------------------------------------------------------------------------------- */

static char *
choice_label (RkFormInstance *self, RkCell *cell, guint i)
{
  const RkControlDef *control = cell->def->control;
  guint n_items = control->items != NULL ? control->items->len : 0;
  const RkItem *item = i < n_items ? g_ptr_array_index (control->items, i) : NULL;
  const char *value = g_ptr_array_index (cell->choices->values, i);
  char *label = NULL;

  if (item != NULL && item->label != NULL)
    label = rk_form_instance_label (self, cell, NULL, item->label);
  else if (item == NULL && control->itemset->label != NULL)
    label = evaluate_on (self, cell, g_ptr_array_index (cell->choices->items, i),
                         control->itemset->label);
  if (label != NULL && *label != '\0')
    return label;
  g_free (label);
  return g_strdup (value);
}

static GPtrArray *
make_choice_list (RkFormInstance *self, RkCell *cell, const RkChoiceSet *set)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);

  for (guint i = 0; i < set->values->len; i++)
    {
      RkChoice *choice = g_new0 (RkChoice, 1);

      choice->value = g_strdup (g_ptr_array_index (set->values, i));
      choice->label = g_strstrip (choice_label (self, cell, i));
      choice->item = g_ptr_array_index (set->items, i);
      g_ptr_array_add (list, choice);
    }
  return list;
}

GPtrArray *
rk_cell_get_choice_list (RkFormInstance *self, RkCell *cell)
{
  const RkChoiceSet *set = rk_cell_get_choices (self, cell);
  /* the outputs in a text may read as seen from each question */
  RkSharedList *shared =
      g_hash_table_size (self->form->itext_outputs) == 0 ? get_shared (self, cell) : NULL;

  if (cell->choice_list != NULL)
    return cell->choice_list;
  if (shared != NULL && shared->set == set && shared->list != NULL)
    return cell->choice_list = g_ptr_array_ref (shared->list);
  cell->choice_list = make_choice_list (self, cell, set);
  if (shared != NULL && shared->set == set && shared->list == NULL)
    shared->list = g_ptr_array_ref (cell->choice_list);
  return cell->choice_list;
}

static void
take_cell (RkCell *cell, gpointer data)
{
  RkCell **first = data;

  *first = *first != NULL ? *first : cell;
}

char *
rk_form_instance_choice_name (const char *value, const char *path, xmlNode *context, gpointer data)
{
  RkFormInstance *self = data;
  RkCell *from = context->_private != NULL ? context->_private : self->evaluating;
  g_autofree char *nodeset = rk_form_resolve_ref (path, from != NULL ? from->def->nodeset : NULL);
  RkDef *def = nodeset != NULL ? rk_form_find_def (self->form, nodeset, self->form->model) : NULL;
  RkCell *cell = NULL;
  int i;

  if (def == NULL || def->comps[RK_ASPECT_CHOICES] == NULL)
    return NULL;
  rk_cell_foreach_of (rk_cell_get_scope (self->root, from, def), def, take_cell, &cell);
  if (cell == NULL)
    return NULL;
  i = rk_choice_set_find (rk_cell_get_choices (self, cell), value);
  return i >= 0 ? choice_label (self, cell, (guint) i) : NULL;
}

/* --- the value -------------------------------------------------------------------------------- */

static void
append_word (GString *words, const char *word)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", word);
}

char *
rk_choice_set_arrange (const RkChoiceSet *set, const char *text, RkWordOrder order)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  g_autofree gboolean *taken = g_new0 (gboolean, set->values->len + 1);
  GString *kept = g_string_new (NULL);
  gboolean any = FALSE;

  for (char **word = words; *word != NULL; word++)
    {
      int i = **word != '\0' ? rk_choice_set_find (set, *word) : -1;

      if (i < 0 || taken[i])
        continue;
      taken[i] = any = TRUE;
      if (order != RK_WORDS_BY_LIST)
        append_word (kept, *word);
    }
  for (guint i = 0; any && order != RK_WORDS_AS_GIVEN && i < set->values->len; i++)
    if (taken[i] == (order == RK_WORDS_BY_LIST))
      append_word (kept, g_ptr_array_index (set->values, i));
  return g_string_free (kept, FALSE);
}

gboolean
rk_cell_filter_value (RkFormInstance *self, RkCell *cell)
{
  g_autofree char *before = g_strdup (cell->shown);
  const char *stored = rk_cell_get_stored (cell);
  const RkChoiceSet *set;
  g_autofree char *filtered = NULL;

  g_clear_pointer (&cell->shown, g_free);
  if (*stored == '\0')
    return before != NULL && *before != '\0';
  set = rk_cell_get_choices (self, cell);
  if (cell->def->control->public.type == RK_CONTROL_SELECT1)
    filtered = g_strdup (rk_choice_set_find (set, stored) >= 0 ? stored : "");
  else
    filtered = rk_choice_set_arrange (set, stored,
                                      cell->def->control->public.type == RK_CONTROL_RANK
                                          ? RK_WORDS_ALL
                                          : RK_WORDS_AS_GIVEN);
  if (!g_str_equal (filtered, stored))
    cell->shown = g_steal_pointer (&filtered);
  return g_strcmp0 (before, cell->shown) != 0;
}
