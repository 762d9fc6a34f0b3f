/* SPDX-License-Identifier: EUPL-1.2 */
/* What a label or a hint has beside its words: other forms of the same itext. They are kept as
 * texts, under an id of their own, so that outputs in them are filled in as in any other. */
#include "config.h"
#include "rk-form-instance-private.h"

#include <string.h>

#define GUIDANCE "guidance"

static const char *const kinds[] = { "image", "big-image", "audio", "video", GUIDANCE };

/* Under which id the value of @kind of the text @id is kept: no id has a line break. */
static char *
dup_key (const char *kind, const char *id)
{
  return g_strconcat (kind, "\n", id, NULL);
}

void
rk_form_load_text_media (RkForm *self, GHashTable *texts, xmlNode *text, const char *id)
{
  for (xmlNode *n = rk_xml_next_element (text->children); n != NULL;
       n = rk_xml_next_element (n->next))
    {
      g_autofree char *form = rk_xml_dup_attribute (n, NULL, "form");

      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        if (g_strcmp0 (form, kinds[i]) == 0 && rk_xml_is (n, RK_XFORMS_NS, "value"))
          {
            g_hash_table_insert (texts, dup_key (form, id), rk_form_text_new (self, n, id));
            self->has_media = TRUE;
          }
    }
}

static char *
find_media (RkFormInstance *self, RkCell *cell, const char *id, const char *kind)
{
  g_autofree char *key = dup_key (kind, id);
  const RkText *text = rk_form_lookup_text (self->form, self->language, key);
  g_autofree char *filled =
      text != NULL ? g_strstrip (rk_form_instance_text (self, cell, text)) : NULL;

  if (filled == NULL || *filled == '\0' || rk_form_is_no_text (filled))
    return NULL;
  /* "jr://images/a.png" is the file "a.png" beside the form; nothing else is ever looked for. */
  return g_str_equal (kind, GUIDANCE) ? g_steal_pointer (&filled) : rk_form_dup_media_name (filled);
}

/* The id of the text that @label shows now; an expression tells by asking for it. */
static char *
dup_itext_id (RkFormInstance *self, RkCell *cell, xmlNode *item, const RkLabel *label)
{
  g_autofree char *words = NULL;

  if (label->itext_id != NULL || label->xpath == NULL)
    return g_strdup (label->itext_id);
  g_clear_pointer (&self->asked_text, g_free);
  words = rk_form_instance_label (self, cell, item, label);
  return g_steal_pointer (&self->asked_text);
}

static char *
dup_media (RkFormInstance *self, RkCell *cell, xmlNode *item, const RkLabel *label,
           const char *kind)
{
  g_autofree char *id = NULL;

  if (label == NULL || !self->form->has_media)
    return NULL;
  id = dup_itext_id (self, cell, item, label);
  return id != NULL ? find_media (self, cell, id, kind) : NULL;
}

/* --- public ----------------------------------------------------------------------------------- */

gboolean
rk_form_has_media (RkForm *self)
{
  g_return_val_if_fail (RK_IS_FORM (self), FALSE);
  return self->has_media;
}

char *
rk_form_node_dup_media (RkFormNode *self, const char *kind)
{
  RkCell *cell;

  g_return_val_if_fail (RK_IS_FORM_NODE (self) && kind != NULL, NULL);
  cell = rk_form_node_get_cell (self);
  if (cell == NULL || cell->def->control == NULL)
    return NULL;
  return dup_media (rk_form_node_get_instance (self), cell, NULL, cell->def->control->label, kind);
}

char *
rk_form_node_dup_hint_media (RkFormNode *self, const char *kind)
{
  RkCell *cell;

  g_return_val_if_fail (RK_IS_FORM_NODE (self) && kind != NULL, NULL);
  cell = rk_form_node_get_cell (self);
  if (cell == NULL || cell->def->control == NULL)
    return NULL;
  return dup_media (rk_form_node_get_instance (self), cell, NULL, cell->def->control->hint, kind);
}

/* The label of the item written in the form as @element: (nullable). */
static const RkLabel *
find_item_label (const RkControlDef *control, const xmlNode *element)
{
  for (guint i = 0; control->items != NULL && i < control->items->len; i++)
    {
      const RkItem *item = g_ptr_array_index (control->items, i);

      if (item->element == element)
        return item->label;
    }
  return NULL;
}

char *
rk_form_node_dup_choice_media (RkFormNode *self, const RkChoice *choice, const char *kind)
{
  RkCell *cell;
  const RkControlDef *control;
  const RkLabel *label;
  RkLabel of_list = { 0 };

  g_return_val_if_fail (RK_IS_FORM_NODE (self) && choice != NULL && kind != NULL, NULL);
  cell = rk_form_node_get_cell (self);
  control = cell != NULL ? cell->def->control : NULL;
  if (control == NULL || choice->item == NULL)
    return NULL;
  label = find_item_label (control, choice->item);
  if (label == NULL && control->itemset != NULL && control->itemset->label != NULL)
    {
      of_list.xpath = control->itemset->label;
      label = &of_list;
    }
  return dup_media (rk_form_node_get_instance (self), cell, choice->item, label, kind);
}

char *
rk_form_instance_dup_control_media (RkFormInstance *self, const RkControl *control,
                                    RkFormNode *context, const char *kind)
{
  const RkControlDef *def = (const RkControlDef *) control;
  RkCell *cell = context != NULL ? rk_form_node_get_cell (context) : NULL;

  g_return_val_if_fail (RK_IS_FORM_INSTANCE (self) && kind != NULL, NULL);
  return dup_media (self, cell != NULL ? cell : self->root, NULL, def->label, kind);
}
