/* SPDX-License-Identifier: EUPL-1.2 */
/* Texts in several languages, and texts with answers in them. */
#include "config.h"
#include "rk-xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *text;
  const RkXfElement *context;
  const RkXfRow *row;
  const RkXfColumn *column;
} Words;

typedef struct
{
  const char *name;  /* static: "" for the text itself, "guidance", "image" … */
  GHashTable *words; /* by language */
} Form;

typedef struct
{
  char *id;
  GPtrArray *forms; /* (element-type Form) */
} Entry;

struct _RkXfItext
{
  GPtrArray *languages;
  GPtrArray *entries; /* (element-type Entry) */
  GHashTable *by_id;
};

static const char *const media_forms[RK_XF_N_MEDIA] = { "image", "big-image", "audio", "video" };
static const char *const media_folders[RK_XF_N_MEDIA] = { "images", "images", "audio", "video" };

static void
words_free (Words *words)
{
  g_free (words->text);
  g_free (words);
}

static void
form_free (Form *form)
{
  g_hash_table_unref (form->words);
  g_free (form);
}

static void
entry_free (Entry *entry)
{
  g_free (entry->id);
  g_ptr_array_unref (entry->forms);
  g_free (entry);
}

RkXfItext *
rk_xf_itext_new (void)
{
  RkXfItext *itext = g_new0 (RkXfItext, 1);

  itext->languages = g_ptr_array_new_with_free_func (g_free);
  itext->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  itext->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return itext;
}

void
rk_xf_itext_free (RkXfItext *itext)
{
  g_ptr_array_unref (itext->languages);
  g_ptr_array_unref (itext->entries);
  g_hash_table_unref (itext->by_id);
  g_free (itext);
}

gboolean
rk_xf_itext_is_empty (const RkXfItext *itext)
{
  return itext->entries->len == 0;
}

/* --- noting ----------------------------------------------------------------------------------- */

static Form *
ensure_form (RkXfItext *itext, const char *id, const char *name)
{
  Entry *entry = g_hash_table_lookup (itext->by_id, id);
  Form *form;

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->id = g_strdup (id);
      entry->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) form_free);
      g_ptr_array_add (itext->entries, entry);
      g_hash_table_insert (itext->by_id, entry->id, entry);
    }
  for (guint i = 0; i < entry->forms->len; i++)
    {
      form = g_ptr_array_index (entry->forms, i);
      if (g_str_equal (form->name, name))
        return form;
    }
  form = g_new0 (Form, 1);
  form->name = name;
  form->words =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) words_free);
  g_ptr_array_add (entry->forms, form);
  return form;
}

void
rk_xf_itext_add (RkXf *self, const char *id, const char *form, const RkXfText *text,
                 const RkXfElement *context, const RkXfRow *row)
{
  for (guint i = 0; !rk_xf_text_is_empty (text) && i < text->phrases->len; i++)
    {
      const RkXfPhrase *phrase = g_ptr_array_index (text->phrases, i);
      const char *language = phrase->language != NULL ? phrase->language : self->default_language;
      Words *words = g_new0 (Words, 1);

      words->text = g_strdup (phrase->text);
      words->context = context;
      words->row = row;
      words->column = phrase->column;
      g_hash_table_replace (ensure_form (self->itext, id, form)->words, g_strdup (language), words);
      if (!g_ptr_array_find_with_equal_func (self->itext->languages, language, g_str_equal, NULL))
        g_ptr_array_add (self->itext->languages, g_strdup (language));
    }
}

/* --- what stands among the translations ------------------------------------------------------- */

gboolean
rk_xf_label_is_itext (const RkXfElement *element)
{
  gboolean media = FALSE;

  for (guint i = 0; i < RK_XF_N_MEDIA; i++)
    media |= !rk_xf_text_is_empty (&element->media[i]);
  return media || rk_xf_text_is_translated (&element->label);
}

static void
add_part (RkXf *self, const RkXfElement *element, const char *path, const char *part,
          const char *form, const RkXfText *text)
{
  g_autofree char *id = g_strconcat (path, ":", part, NULL);

  rk_xf_itext_add (self, id, form, text, element, element->row);
}

static void
add_message (RkXf *self, const RkXfElement *element, const char *path, const char *part,
             const RkXfText *text)
{
  if (rk_xf_text_is_translated (text) || rk_xf_text_has_reference (text))
    add_part (self, element, path, part, "", text);
}

static void
collect_element (RkXf *self, const RkXfElement *element)
{
  g_autofree char *path = rk_xf_element_dup_path (element);

  add_message (self, element, path, "jr:constraintMsg", &element->constraint_message);
  add_message (self, element, path, "jr:requiredMsg", &element->required_message);
  add_message (self, element, path, "jr:noAppErrorString", &element->no_app_message);
  if (rk_xf_label_is_itext (element))
    add_part (self, element, path, "label", "", &element->label);
  if (rk_xf_text_is_translated (&element->hint) || !rk_xf_text_is_empty (&element->guidance))
    add_part (self, element, path, "hint", "", &element->hint);
  add_part (self, element, path, "hint", "guidance", &element->guidance);
  for (guint i = 0; i < RK_XF_N_MEDIA; i++)
    add_part (self, element, path, "label", media_forms[i], &element->media[i]);
  for (guint i = 0; i < element->children->len; i++)
    collect_element (self, g_ptr_array_index (element->children, i));
}

static void
collect_list (RkXf *self, const RkXfList *list)
{
  for (guint i = 0; i < list->choices->len; i++)
    {
      const RkXfChoice *choice = g_ptr_array_index (list->choices, i);
      g_autofree char *id = g_strdup_printf ("%s-%u", list->name, i);

      rk_xf_itext_add (self, id, "", &choice->label, NULL, choice->row);
      for (guint m = 0; m < RK_XF_N_MEDIA; m++)
        rk_xf_itext_add (self, id, media_forms[m], &choice->media[m], NULL, choice->row);
    }
}

void
rk_xf_itext_collect (RkXf *self)
{
  for (guint i = 0; i < self->lists->len; i++)
    {
      const RkXfList *list = g_ptr_array_index (self->lists, i);

      if (list->itext)
        collect_list (self, list);
    }
  collect_element (self, self->root);
}

/* --- writing ---------------------------------------------------------------------------------- */

static void
append_text (xmlNode *node, const char *text, gsize length)
{
  g_autofree char *part = g_strndup (text, length);

  if (length > 0)
    xmlAddChild (node, xmlNewDocText (node->doc, BAD_CAST part));
}

static void
append_output (RkXf *self, xmlNode *node, const char *text, gsize length,
               const RkXfElement *context, const RkXfRow *row, const RkXfColumn *column)
{
  g_autofree char *part = g_strndup (text, length);
  g_autofree char *value =
      rk_xf_resolve_expression (self, part, context, row, column, FALSE, FALSE);

  if (value != NULL)
    rk_xf_set_attribute (rk_xf_add_element (node, "output"), "value", value);
}

void
rk_xf_write_words (RkXf *self, xmlNode *node, const char *words, const RkXfElement *context,
                   const RkXfRow *row, const RkXfColumn *column)
{
  gsize at = 0;

  for (;;)
    {
      gsize list_start = at, list_end = 0, start = at, end = 0;
      gboolean last_saved;
      g_autofree char *name = NULL;
      gboolean list = rk_xf_next_instance (words, &list_start, &list_end);
      gboolean reference = rk_xf_next_reference (words, &start, &end, &name, &last_saved);

      if (!list && !reference)
        break;
      if (list && (!reference || list_start < start))
        {
          start = list_start;
          end = list_end;
        }
      append_text (node, words + at, start - at);
      append_output (self, node, words + start, end - start, context, row, column);
      at = end;
    }
  append_text (node, words + at, strlen (words + at));
}

static int
find_media (const char *form)
{
  for (int i = 0; i < RK_XF_N_MEDIA; i++)
    if (g_str_equal (media_forms[i], form))
      return i;
  return -1;
}

static void
write_value (RkXf *self, xmlNode *text, const Form *form, const char *language)
{
  const Words *words = g_hash_table_lookup (form->words, language);
  int media = find_media (form->name);
  g_autofree char *address = NULL;
  xmlNode *value;

  if (words == NULL && media >= 0)
    return;
  value = rk_xf_add_element (text, "value");
  if (*form->name != '\0')
    rk_xf_set_attribute (value, "form", form->name);
  if (words == NULL)
    {
      append_text (value, "-", 1);
      return;
    }
  if (media >= 0)
    address = g_str_has_prefix (words->text, "jr://")
                  ? g_strdup (words->text)
                  : g_strdup_printf ("jr://%s/%s", media_folders[media], words->text);
  rk_xf_write_words (self, value, address != NULL ? address : words->text, words->context,
                     words->row, words->column);
}

static void
write_translation (RkXf *self, xmlNode *itext, const char *language)
{
  xmlNode *translation = rk_xf_add_element (itext, "translation");

  if (g_str_equal (language, self->default_language))
    rk_xf_set_attribute (translation, "default", "true()");
  rk_xf_set_attribute (translation, "lang", language);
  for (guint i = 0; i < self->itext->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->itext->entries, i);
      xmlNode *text = rk_xf_add_element (translation, "text");

      rk_xf_set_attribute (text, "id", entry->id);
      for (guint f = 0; f < entry->forms->len; f++)
        write_value (self, text, g_ptr_array_index (entry->forms, f), language);
    }
}

void
rk_xf_itext_write (RkXf *self, xmlNode *model)
{
  xmlNode *itext;

  if (rk_xf_itext_is_empty (self->itext))
    return;
  itext = rk_xf_add_element (model, "itext");
  for (guint i = 0; i < self->itext->languages->len; i++)
    write_translation (self, itext, g_ptr_array_index (self->itext->languages, i));
}
