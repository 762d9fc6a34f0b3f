/* SPDX-License-Identifier: EUPL-1.2 */
/* The body: controls as a tree, with their texts and choices. */
#include "config.h"
#include "rk-form-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const struct
{
  const char *ns;
  const char *name;
  RkControlType type;
} control_types[] = {
  { RK_XFORMS_NS, "group", RK_CONTROL_GROUP },     { RK_XFORMS_NS, "repeat", RK_CONTROL_REPEAT },
  { RK_XFORMS_NS, "input", RK_CONTROL_INPUT },     { RK_XFORMS_NS, "secret", RK_CONTROL_INPUT },
  { RK_XFORMS_NS, "select1", RK_CONTROL_SELECT1 }, { RK_XFORMS_NS, "select", RK_CONTROL_SELECT },
  { RK_ODK_NS, "rank", RK_CONTROL_RANK },          { RK_XFORMS_NS, "rank", RK_CONTROL_RANK },
  { RK_ODK_NS "/", "rank", RK_CONTROL_RANK },      { RK_XFORMS_NS, "range", RK_CONTROL_RANGE },
  { RK_XFORMS_NS, "trigger", RK_CONTROL_TRIGGER }, { RK_XFORMS_NS, "upload", RK_CONTROL_UPLOAD },
};

static void
item_free (RkItem *item)
{
  g_clear_pointer (&item->label, rk_form_label_free);
  g_free (item->value);
  g_free (item);
}

static void
itemset_free (RkItemset *itemset)
{
  g_clear_pointer (&itemset->nodeset, rk_xpath_free);
  g_clear_pointer (&itemset->value, rk_xpath_free);
  g_clear_pointer (&itemset->label, rk_xpath_free);
  g_free (itemset->value_child);
  g_free (itemset);
}

void
rk_control_def_free (RkControlDef *self)
{
  g_free (self->public.nodeset);
  g_free (self->public.appearance);
  g_free (self->public.mediatype);
  g_free (self->public.intent);
  g_ptr_array_unref (self->public.children);
  g_clear_pointer (&self->label, rk_form_label_free);
  g_clear_pointer (&self->hint, rk_form_label_free);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->itemset, itemset_free);
  g_clear_pointer (&self->count, rk_xpath_free);
  g_free (self);
}

/* --- choices ---------------------------------------------------------------------------------- */

static xmlNode *
find_part (xmlNode *element, const char *name)
{
  for (xmlNode *n = rk_xml_next_element (element->children); n != NULL;
       n = rk_xml_next_element (n->next))
    if (rk_xml_is (n, RK_XFORMS_NS, name))
      return n;
  return NULL;
}

static void
load_item (RkForm *self, RkControlDef *control, xmlNode *element)
{
  xmlNode *value = find_part (element, "value");
  xmlNode *label = find_part (element, "label");
  xmlChar *text = value != NULL ? xmlNodeGetContent (value) : NULL;
  RkItem *item = g_new0 (RkItem, 1);

  item->value = g_strstrip (g_strdup (text != NULL ? (char *) text : ""));
  item->element = element;
  item->label = label != NULL ? rk_form_label_new (self, label, control->public.nodeset) : NULL;
  xmlFree (text);
  if (control->items == NULL)
    control->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  g_ptr_array_add (control->items, item);
}

static RkXPath *
compile_part (RkForm *self, xmlNode *element, const char *name, const char *ref)
{
  xmlNode *part = find_part (element, name);
  g_autofree char *text = part != NULL ? rk_xml_dup_attribute (part, NULL, "ref") : NULL;

  if (part != NULL && text == NULL)
    text = rk_xml_dup_attribute (part, NULL, "value");
  return text != NULL ? rk_form_compile (self, text, part, name, ref) : NULL;
}

static void
load_itemset (RkForm *self, RkControlDef *control, xmlNode *element)
{
  g_autofree char *nodeset = rk_xml_dup_attribute (element, NULL, "nodeset");
  const char *ref = control->public.nodeset;
  RkItemset *itemset = g_new0 (RkItemset, 1);

  if (nodeset != NULL)
    itemset->nodeset = rk_form_compile (self, nodeset, element, "itemset", ref);
  itemset->value = compile_part (self, element, "value", ref);
  itemset->label = compile_part (self, element, "label", ref);
  if (itemset->nodeset != NULL && itemset->value != NULL)
    {
      const char *value = rk_xpath_get_text (itemset->value);

      if (xmlValidateNCName (BAD_CAST value, 1) == 0)
        itemset->value_child = g_strstrip (g_strdup (value));
      control->itemset = itemset;
      return;
    }
  itemset_free (itemset);
  rk_form_report (self, RK_FORM_SEVERITY_ERROR, "bad-itemset", rk_xml_line (element), ref,
                  /* Translators: a path. */
                  _ ("The list of choices of %s has no usable “nodeset” or “value”. Complete it in "
                     "the form."),
                     ref != NULL ? ref : "");
}

/* --- ranges ----------------------------------------------------------------------------------- */

static double
load_number (RkForm *self, RkControlDef *control, xmlNode *element, const char *name)
{
  g_autofree char *text = rk_xml_dup_attribute (element, NULL, name);
  char *end = NULL;
  double number;

  errno = 0;
  number = text != NULL ? g_ascii_strtod (g_strstrip (text), &end) : 0;
  if (text != NULL && *text != '\0' && *end == '\0' && isfinite (number))
    return number;
  rk_form_report (self, RK_FORM_SEVERITY_ERROR, "bad-range", rk_xml_line (element),
                  control->public.nodeset,
                  /* Translators: attribute name, path, what was written. */
                  _ ("The attribute “%s” of the range %s must be a number, and is “%s”."), name,
                     control->public.nodeset, text != NULL ? text : "");
  return NAN;
}

static void
load_range (RkForm *self, RkControlDef *control, RkDef *def, xmlNode *element)
{
  RkControl *public = &control->public;

  public->range_start = load_number (self, control, element, "start");
  public->range_end = load_number (self, control, element, "end");
  public->range_step = load_number (self, control, element, "step");
  if (public->range_step == 0)
    rk_form_report (self, RK_FORM_SEVERITY_ERROR, "bad-range", rk_xml_line (element),
                    public->nodeset,
                    /* Translators: a path. */
                    _ ("The step of the range %s is zero. Give it a step such as 1."),
                       public->nodeset);
  if (def == NULL || def->bind == NULL ||
      (def->bind->type != RK_DATA_INT && def->bind->type != RK_DATA_DECIMAL))
    rk_form_report (self, RK_FORM_SEVERITY_ERROR, "range-type", rk_xml_line (element),
                    public->nodeset,
                    /* Translators: a path. */
                    _ ("The range %s is not bound to a number. Give its bind the type int or "
                       "decimal."),
                       public->nodeset);
}

/* --- controls --------------------------------------------------------------------------------- */

static RkControlDef *
control_new (RkForm *self, RkControlType type, RkControlDef *parent, xmlNode *element)
{
  RkControlDef *control = g_new0 (RkControlDef, 1);

  control->public.type = type;
  control->public.line = rk_xml_line (element);
  control->public.children = g_ptr_array_new ();
  control->public.appearance = rk_xml_dup_attribute (element, NULL, "appearance");
  if (control->public.appearance == NULL)
    control->public.appearance = g_strdup ("");
  if (parent != NULL)
    {
      control->public.parent = &parent->public;
      g_ptr_array_add (parent->public.children, control);
    }
  g_ptr_array_add (self->controls, control);
  return control;
}

/* Nodeset of the nearest control around @control that has one. */
static const char *
nodeset_around (RkForm *self, const RkControl *control)
{
  for (const RkControl *c = control->parent; c != NULL; c = c->parent)
    if (c->nodeset != NULL)
      return c->nodeset;
  return self->root->nodeset;
}

/* Finds the node of a control; a repeat wins from the group around it. */
static RkDef *
attach (RkForm *self, RkControlDef *control, xmlNode *element)
{
  g_autofree char *ref = rk_xml_dup_attribute (element, NULL, "ref");
  g_autofree char *path = NULL;
  RkDef *def;

  if (ref == NULL)
    ref = rk_xml_dup_attribute (element, NULL, "nodeset");
  path = ref != NULL ? rk_form_resolve_ref (ref, nodeset_around (self, &control->public)) : NULL;
  def = path != NULL ? rk_form_find_def (self, path, element) : NULL;
  control->public.nodeset = g_strdup (def != NULL ? def->nodeset : path);
  if (def == NULL && (path != NULL || control->public.type != RK_CONTROL_GROUP))
    rk_form_report (self, RK_FORM_SEVERITY_WARNING, "no-such-node", rk_xml_line (element), path,
                    /* Translators: element name, path. */
                    _ ("The “%s” for %s has no node in the first instance; it is not shown."),
                       element->name, path != NULL ? path : _ ("nothing"));
  if (def == NULL)
    return NULL;
  if (def->control != NULL && def->type != RK_DEF_REPEAT)
    rk_form_report (self, RK_FORM_SEVERITY_WARNING, "duplicate-control", rk_xml_line (element),
                    def->nodeset,
                    /* Translators: a path. */
                    _ ("There is more than one question for %s; rules follow the first one."),
                       def->nodeset);
  else if (def->control == NULL || control->public.type == RK_CONTROL_REPEAT)
    def->control = control;
  return def;
}

static gboolean
load_part (RkForm *self, RkControlDef *control, xmlNode *element)
{
  const char *ref = control->public.nodeset;

  if (rk_xml_is (element, RK_XFORMS_NS, "label") && control->label == NULL)
    control->label = rk_form_label_new (self, element, ref);
  else if (rk_xml_is (element, RK_XFORMS_NS, "hint") && control->hint == NULL)
    control->hint = rk_form_label_new (self, element, ref);
  else if (rk_xml_is (element, RK_XFORMS_NS, "item"))
    load_item (self, control, element);
  else if (rk_xml_is (element, RK_XFORMS_NS, "itemset") && control->itemset == NULL)
    load_itemset (self, control, element);
  else
    return FALSE;
  return TRUE;
}

static void
load_repeat (RkForm *self, RkControlDef *control, RkDef *def, xmlNode *element)
{
  g_autofree char *count = rk_xml_dup_attribute (element, RK_JAVAROSA_NS, "count");
  g_autofree char *fixed = rk_xml_dup_attribute (element, RK_JAVAROSA_NS, "noAddRemove");

  control->fixed = fixed != NULL && g_str_has_prefix (g_strstrip (fixed), "true");
  if (count == NULL || def == NULL || *g_strstrip (count) == '\0')
    return;
  control->count = rk_form_compile (self, count, element, "jr:count", control->public.nodeset);
}

static int
find_type (const xmlNode *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (control_types); i++)
    if (rk_xml_is (element, control_types[i].ns, control_types[i].name))
      return (int) i;
  return -1;
}

/* How a text is to be typed: in how many lines, by another app, or unseen. */
static void
load_input (RkControlDef *control, xmlNode *element)
{
  g_autofree char *rows = rk_xml_dup_attribute (element, NULL, "rows");
  g_autofree char *appearance = control->public.appearance;
  gboolean secret = rk_xml_is (element, RK_XFORMS_NS, "secret");

  control->public.intent = rk_xml_dup_attribute (element, NULL, "intent");
  control->public.rows = rows != NULL ? (int) CLAMP (g_ascii_strtoll (rows, NULL, 10), 0, 100) : 0;
  control->public.appearance =
      secret ? g_strconcat (appearance, " masked", NULL) : g_steal_pointer (&appearance);
}

static void
load_control (RkForm *self, RkControlDef *parent, xmlNode *element)
{
  int found = find_type (element);
  RkControlDef *control;
  RkDef *def;

  if (found < 0)
    return;
  control = control_new (self, control_types[found].type, parent, element);
  def = attach (self, control, element);
  if (control->public.type == RK_CONTROL_RANGE)
    load_range (self, control, def, element);
  if (control->public.type == RK_CONTROL_INPUT)
    load_input (control, element);
  if (control->public.type == RK_CONTROL_UPLOAD)
    control->public.mediatype = rk_xml_dup_attribute (element, NULL, "mediatype");
  if (control->public.type == RK_CONTROL_REPEAT)
    load_repeat (self, control, def, element);
  for (xmlNode *n = rk_xml_next_element (element->children); n != NULL;
       n = rk_xml_next_element (n->next))
    if (!load_part (self, control, n))
      load_control (self, control, n);
}

/* The texts and choices of the controls become computations of their nodes. */
static void
add_comps (RkForm *self, RkDef *def)
{
  RkControlDef *control = def->control;

  if (control->label != NULL)
    rk_form_add_comp (self, def, RK_ASPECT_LABEL, NULL, control->public.line);
  if (control->hint != NULL)
    rk_form_add_comp (self, def, RK_ASPECT_HINT, NULL, control->public.line);
  if (control->itemset != NULL || control->items != NULL)
    rk_form_add_comp (self, def, RK_ASPECT_CHOICES, NULL, control->public.line);
  if (control->count != NULL && def->type == RK_DEF_REPEAT)
    rk_form_add_comp (self, def, RK_ASPECT_COUNT, g_steal_pointer (&control->count),
                      control->public.line);
}

void
rk_form_load_body (RkForm *self)
{
  RkControlDef *body = control_new (self, RK_CONTROL_GROUP, NULL, self->body_element);
  char *style = rk_xml_dup_attribute (self->body_element, NULL, "class");

  if (style != NULL)
    {
      g_free (body->public.appearance);
      body->public.appearance = style;
    }
  for (xmlNode *n = rk_xml_next_element (self->body_element->children); n != NULL;
       n = rk_xml_next_element (n->next))
    load_control (self, body, n);
  for (guint i = 0; i < self->defs->len; i++)
    {
      RkDef *def = g_ptr_array_index (self->defs, i);

      if (def->control != NULL)
        add_comps (self, def);
    }
}
