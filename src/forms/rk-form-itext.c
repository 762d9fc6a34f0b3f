/* SPDX-License-Identifier: EUPL-1.2 */
/* Texts of a form: with outputs to fill in, written in place or in one of several languages. */
#include "config.h"
#include "rk-form-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Different outputs in the texts of a form, from which on nobody looks what each of them reads. */
#define MANY_OUTPUTS 1000

/* The segments of a text, in order. */
struct _RkText
{
  GPtrArray *segments;
};

static void
segment_free (RkSegment *segment)
{
  g_free (segment->literal);
  g_clear_pointer (&segment->output, rk_xpath_free);
  g_free (segment);
}

void
rk_form_text_free (RkText *self)
{
  g_ptr_array_unref (self->segments);
  g_free (self);
}

GPtrArray *
rk_form_text_get_segments (const RkText *self)
{
  return self->segments;
}

static void
add_literal (RkText *self, const char *literal)
{
  RkSegment *segment;

  if (*literal == '\0')
    return;
  segment = g_new0 (RkSegment, 1);
  segment->literal = g_strdup (literal);
  g_ptr_array_add (self->segments, segment);
}

static void
add_output (RkForm *form, RkText *self, xmlNode *element, const char *ref)
{
  g_autofree char *value = rk_xml_dup_attribute (element, NULL, "value");
  RkSegment *segment;
  RkXPath *xpath;

  if (value == NULL)
    value = rk_xml_dup_attribute (element, NULL, "ref");
  xpath = value != NULL ? rk_form_compile (form, value, element, "output", ref) : NULL;
  if (xpath == NULL)
    return;
  segment = g_new0 (RkSegment, 1);
  segment->output = xpath;
  g_ptr_array_add (self->segments, segment);
}

/* Collects text and outputs below @element in document order, without recursion: the depth is the
 * author's. */
static void
collect (RkForm *form, RkText *self, xmlNode *element, GString *literal, const char *ref)
{
  xmlNode *node = element->children;

  while (node != NULL)
    {
      gboolean output = rk_xml_is (node, RK_XFORMS_NS, "output");

      if (node->type == XML_TEXT_NODE)
        g_string_append (literal, (const char *) node->content);
      if (output)
        {
          add_literal (self, literal->str);
          g_string_truncate (literal, 0);
          add_output (form, self, node, ref);
        }
      if (node->type == XML_ELEMENT_NODE && !output && node->children != NULL)
        {
          node = node->children;
          continue;
        }
      while (node != element && node->next == NULL)
        node = node->parent;
      node = node == element ? NULL : node->next;
    }
}

RkText *
rk_form_text_new (RkForm *self, xmlNode *element, const char *ref)
{
  RkText *text = g_new0 (RkText, 1);
  g_autoptr (GString) literal = NULL;
  const xmlNode *only = element->children;

  text->segments = g_ptr_array_new_with_free_func ((GDestroyNotify) segment_free);
  if (only != NULL && only->type == XML_TEXT_NODE && only->next == NULL)
    {
      add_literal (text, (const char *) only->content);
      return text;
    }
  literal = g_string_new (NULL);
  collect (self, text, element, literal, ref);
  add_literal (text, literal->str);
  return text;
}

/* --- translations ----------------------------------------------------------------------------- */

/* The <value> that is text to read: without a form, else the long one, else the short one. */
static xmlNode *
find_value (xmlNode *text)
{
  xmlNode *best = NULL;
  int best_rank = 0;

  for (xmlNode *n = rk_xml_next_element (text->children); n != NULL;
       n = rk_xml_next_element (n->next))
    {
      g_autofree char *form = rk_xml_dup_attribute (n, NULL, "form");
      int rank = 0;

      if (!rk_xml_is (n, RK_XFORMS_NS, "value"))
        continue;
      if (form == NULL)
        rank = 3;
      else if (g_str_equal (form, "long"))
        rank = 2;
      else if (g_str_equal (form, "short"))
        rank = 1;
      if (rank > best_rank)
        {
          best = n;
          best_rank = rank;
        }
    }
  return best;
}

static void
load_translation (RkForm *self, xmlNode *translation)
{
  GHashTable *texts =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) rk_form_text_free);
  char *language = rk_xml_dup_attribute (translation, NULL, "lang");
  int at;

  for (xmlNode *n = rk_xml_next_element (translation->children); n != NULL;
       n = rk_xml_next_element (n->next))
    {
      char *id = rk_xml_is (n, RK_XFORMS_NS, "text") ? rk_xml_dup_attribute (n, NULL, "id") : NULL;
      xmlNode *value = id != NULL ? find_value (n) : NULL;

      if (value != NULL)
        g_hash_table_insert (texts, g_strdup (id), rk_form_text_new (self, value, id));
      if (id != NULL)
        rk_form_load_text_media (self, texts, n, id);
      g_free (id);
    }
  at = xmlHasProp (translation, BAD_CAST "default") != NULL ? 0 : (int) self->languages->len;
  g_ptr_array_insert (self->languages, at, language != NULL ? language : g_strdup (""));
  g_ptr_array_insert (self->itext, at, texts);
}

/* Most texts only say something: those that show an answer are looked up once. */
static void
collect_outputs (RkForm *self, GHashTable *texts)
{
  GHashTableIter iter;
  gpointer text;

  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, NULL, &text))
    for (guint i = 0; i < ((RkText *) text)->segments->len; i++)
      {
        RkSegment *segment = g_ptr_array_index (((RkText *) text)->segments, i);

        if (segment->output != NULL)
          g_hash_table_add (self->itext_outputs, rk_xpath_ref (segment->output));
      }
}

void
rk_form_load_itext (RkForm *self)
{
  for (xmlNode *n = rk_xml_next_element (self->model->children); n != NULL;
       n = rk_xml_next_element (n->next))
    {
      if (!rk_xml_is (n, RK_XFORMS_NS, "itext"))
        continue;
      for (xmlNode *t = rk_xml_next_element (n->children); t != NULL;
           t = rk_xml_next_element (t->next))
        if (rk_xml_is (t, RK_XFORMS_NS, "translation"))
          load_translation (self, t);
    }
  for (guint i = 0; i < self->itext->len; i++)
    collect_outputs (self, g_ptr_array_index (self->itext, i));
  if (self->languages->len == 0)
    g_ptr_array_add (self->languages, g_strdup (""));
}

gboolean
rk_form_is_no_text (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  if (*text != '-')
    return FALSE;
  while (g_ascii_isspace (*++text))
    ;
  return *text == '\0';
}

const RkText *
rk_form_lookup_text (RkForm *self, guint language, const char *id)
{
  const RkText *text;

  if (language >= self->itext->len)
    return NULL;
  text = g_hash_table_lookup (g_ptr_array_index (self->itext, language), id);
  if (text == NULL && language > 0)
    text = g_hash_table_lookup (g_ptr_array_index (self->itext, 0), id);
  return text;
}

/* --- labels ----------------------------------------------------------------------------------- */

/* The id in "jr:itext('id')": (transfer full), NULL when @text is something else. */
static char *
plain_itext_id (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autofree char *inside = NULL;
  gsize length;

  if (!g_str_has_prefix (trimmed, "jr:itext(") || !g_str_has_suffix (trimmed, ")"))
    return NULL;
  inside = g_strndup (trimmed + strlen ("jr:itext("), strlen (trimmed) - strlen ("jr:itext()"));
  g_strstrip (inside);
  length = strlen (inside);
  if (length < 2 || (inside[0] != '\'' && inside[0] != '"') || inside[length - 1] != inside[0])
    return NULL;
  inside[length - 1] = '\0';
  return strchr (inside + 1, inside[0]) == NULL ? g_strdup (inside + 1) : NULL;
}

RkLabel *
rk_form_label_new (RkForm *self, xmlNode *element, const char *ref)
{
  g_autofree char *source = rk_xml_dup_attribute (element, NULL, "ref");
  RkLabel *label = g_new0 (RkLabel, 1);

  if (source != NULL)
    label->itext_id = plain_itext_id (source);
  if (source != NULL && label->itext_id == NULL)
    label->xpath = rk_form_compile (self, source, element, (const char *) element->name, ref);
  if (source == NULL)
    label->text = rk_form_text_new (self, element, ref);
  return label;
}

RkLabel *
rk_form_label_new_message (RkForm *self, const char *text, xmlNode *element, const char *ref)
{
  RkLabel *label = g_new0 (RkLabel, 1);
  RkSegment *segment;

  label->itext_id = plain_itext_id (text);
  if (label->itext_id != NULL)
    return label;
  segment = g_new0 (RkSegment, 1);
  segment->literal = g_strdup (text);
  label->text = g_new0 (RkText, 1);
  label->text->segments = g_ptr_array_new_with_free_func ((GDestroyNotify) segment_free);
  g_ptr_array_add (label->text->segments, segment);
  return label;
}

void
rk_form_label_free (RkLabel *label)
{
  g_clear_pointer (&label->text, rk_form_text_free);
  g_clear_pointer (&label->xpath, rk_xpath_free);
  g_free (label->itext_id);
  g_free (label);
}

static void
foreach_output (const RkText *text, void (*func) (const RkXPath *, gpointer), gpointer data)
{
  for (guint i = 0; text != NULL && i < text->segments->len; i++)
    {
      const RkSegment *segment = g_ptr_array_index (text->segments, i);

      if (segment->output != NULL)
        func (segment->output, data);
    }
}

void
rk_form_label_foreach (RkForm *self, const RkLabel *label, void (*func) (const RkXPath *, gpointer),
                       gpointer data)
{
  if (label->xpath != NULL)
    func (label->xpath, data);
  foreach_output (label->text, func, data);
  for (guint i = 0; label->itext_id != NULL && i < self->itext->len; i++)
    foreach_output (rk_form_lookup_text (self, i, label->itext_id), func, data);
}

gboolean
rk_form_itext_foreach (RkForm *self, void (*func) (const RkXPath *, gpointer), gpointer data)
{
  GHashTableIter iter;
  gpointer xpath;

  if (g_hash_table_size (self->itext_outputs) > MANY_OUTPUTS)
    return FALSE;
  g_hash_table_iter_init (&iter, self->itext_outputs);
  while (g_hash_table_iter_next (&iter, &xpath, NULL))
    func (xpath, data);
  return TRUE;
}
