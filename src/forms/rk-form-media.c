/* SPDX-License-Identifier: EUPL-1.2 */
/* Pictures and sounds that go with a label: other forms of the same itext. */
#include "config.h"
#include "rk-form-instance-private.h"

#include <string.h>

gboolean
rk_form_text_has_media (const xmlNode *text)
{
  for (xmlNode *n = rk_xml_next_element (text->children); n != NULL;
       n = rk_xml_next_element (n->next))
    {
      g_autofree char *form = rk_xml_dup_attribute (n, NULL, "form");

      if (form != NULL && !g_str_equal (form, "long") && !g_str_equal (form, "short"))
        return TRUE;
    }
  return FALSE;
}

/* "jr://images/a.png" is the file "a.png" beside the form; nothing else is ever looked for. */
static char *
base_name (const xmlNode *value)
{
  xmlChar *content = xmlNodeGetContent (value);
  g_autofree char *text = g_strstrip (g_strdup (content != NULL ? (char *) content : ""));
  const char *slash = strrchr (text, '/');

  xmlFree (content);
  return *text != '\0' ? g_strdup (slash != NULL ? slash + 1 : text) : NULL;
}

/* The media @kind of the text @id in @language, else in the first: (transfer full) (nullable). */
static char *
find_media (RkForm *form, guint language, const char *id, const char *kind)
{
  xmlNode *text = NULL;

  if (language < form->itext_media->len)
    text = g_hash_table_lookup (g_ptr_array_index (form->itext_media, language), id);
  if (text == NULL && form->itext_media->len > 0)
    text = g_hash_table_lookup (g_ptr_array_index (form->itext_media, 0), id);
  for (xmlNode *n = text != NULL ? rk_xml_next_element (text->children) : NULL; n != NULL;
       n = rk_xml_next_element (n->next))
    {
      g_autofree char *name = rk_xml_dup_attribute (n, NULL, "form");

      if (g_strcmp0 (name, kind) == 0)
        return base_name (n);
    }
  return NULL;
}

/* Stands in for the texts while a label is evaluated: which text it asks for tells the media. */
static char *
catch_media (const char *id, gpointer data)
{
  RkFormInstance *self = data;

  g_free (self->media_found);
  self->media_found = find_media (self->form, self->language, id, self->media_kind);
  return g_strdup ("");
}

static char *
label_media (RkFormInstance *self, RkCell *cell, xmlNode *item, const RkLabel *label,
             const char *kind)
{
  char *(*itext) (const char *id, gpointer data) = self->host.itext;
  g_autofree char *text = NULL;

  if (label->itext_id != NULL)
    return find_media (self->form, self->language, label->itext_id, kind);
  if (label->xpath == NULL)
    return NULL;
  self->host.itext = catch_media;
  self->media_kind = kind;
  text = rk_form_instance_label (self, cell, item, label);
  self->host.itext = itext;
  return g_steal_pointer (&self->media_found);
}

static gboolean
has_media (const RkForm *form)
{
  for (guint i = 0; i < form->itext_media->len; i++)
    if (g_hash_table_size (g_ptr_array_index (form->itext_media, i)) > 0)
      return TRUE;
  return FALSE;
}

char *
rk_form_instance_dup_media (RkFormInstance *self, RkCell *cell, const char *kind)
{
  const RkControlDef *control = cell->def->control;

  if (control == NULL || control->label == NULL || !has_media (self->form))
    return NULL;
  return label_media (self, cell, NULL, control->label, kind);
}

char *
rk_form_instance_dup_choice_media (RkFormInstance *self, RkCell *cell, const RkChoice *choice,
                                   const char *kind)
{
  const RkControlDef *control = cell->def->control;

  if (choice->item == NULL || !has_media (self->form))
    return NULL;
  for (guint i = 0; control->items != NULL && i < control->items->len; i++)
    {
      const RkItem *item = g_ptr_array_index (control->items, i);

      if (item->element == choice->item)
        return item->label != NULL ? label_media (self, cell, NULL, item->label, kind) : NULL;
    }
  if (control->itemset != NULL && control->itemset->label != NULL)
    {
      const RkLabel label = { .xpath = control->itemset->label };

      return label_media (self, cell, choice->item, &label, kind);
    }
  return NULL;
}
