/* SPDX-License-Identifier: EUPL-1.2 */
/* The tree of definition nodes: one for each path of the primary instance, whatever the number of
 * repeat instances in the form's own XML. */
#include "config.h"
#include "rk-form-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* From this many children on they are looked up in a table. */
#define LONG_LIST 16

void
rk_def_free (RkDef *self)
{
  g_free (self->name);
  g_free (self->nodeset);
  g_ptr_array_unref (self->children);
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_array_unref (self->dependents);
  g_free (self);
}

static char *
written_name (const xmlNode *node)
{
  if (node->ns != NULL && node->ns->prefix != NULL)
    return g_strdup_printf ("%s:%s", node->ns->prefix, node->name);
  return g_strdup ((const char *) node->name);
}

static void
add_child (RkDef *self, RkDef *child)
{
  child->slot = self->children->len;
  g_ptr_array_add (self->children, child);
  if (self->children->len == LONG_LIST)
    {
      self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i + 1 < LONG_LIST; i++)
        {
          RkDef *earlier = g_ptr_array_index (self->children, i);

          g_hash_table_insert (self->by_name, earlier->name, earlier);
        }
    }
  if (self->by_name != NULL)
    g_hash_table_insert (self->by_name, child->name, child);
}

RkDef *
rk_def_get_child (const RkDef *self, const char *name, gssize length)
{
  gsize n = length < 0 ? strlen (name) : (gsize) length;
  g_autofree char *copy = NULL;

  if (self->by_name != NULL && length < 0)
    return g_hash_table_lookup (self->by_name, name);
  if (self->by_name != NULL)
    return g_hash_table_lookup (self->by_name, copy = g_strndup (name, n));
  for (guint i = 0; i < self->children->len; i++)
    {
      RkDef *child = g_ptr_array_index (self->children, i);

      if (strncmp (child->name, name, n) == 0 && child->name[n] == '\0')
        return child;
    }
  return NULL;
}

static RkDef *
add_def (RkForm *self, RkDef *parent, char *name, xmlNode *element)
{
  RkDef *def = g_new0 (RkDef, 1);

  def->name = name;
  def->nodeset = g_strdup_printf ("%s/%s", parent != NULL ? parent->nodeset : "", name);
  def->type = RK_DEF_LEAF;
  def->parent = parent;
  def->depth = parent != NULL ? parent->depth + 1 : 0;
  def->repeat = parent != NULL ? parent->repeat : NULL;
  def->element = element;
  def->index = self->defs->len;
  def->children = g_ptr_array_new ();
  def->dependents = g_array_new (FALSE, FALSE, sizeof (RkDependent));
  if (parent != NULL)
    add_child (parent, def);
  g_ptr_array_add (self->defs, def);
  g_hash_table_insert (self->by_nodeset, def->nodeset, def);
  return def;
}

static void
add_attributes (RkForm *self, RkDef *def, xmlNode *element)
{
  for (xmlAttr *a = element->properties; a != NULL; a = a->next)
    {
      g_autofree char *prefixed = written_name ((xmlNode *) a);
      char *name = g_strconcat ("@", prefixed, NULL);

      if (rk_def_get_child (def, name, -1) != NULL || g_str_equal (name, "@jr:template"))
        g_free (name);
      else
        add_def (self, def, name, (xmlNode *) a)->is_attribute = TRUE;
    }
}

/* What an element tells about its definition node; TRUE when it is to be entered. */
static void
note_element (RkDef *def, xmlNode *element, GHashTable *repeats)
{
  gboolean template = xmlHasNsProp (element, BAD_CAST "template", BAD_CAST RK_JAVAROSA_NS) != NULL;

  if (rk_xml_next_element (element->children) != NULL && def->type == RK_DEF_LEAF)
    def->type = RK_DEF_GROUP;
  if (g_hash_table_contains (repeats, def->nodeset))
    {
      def->type = RK_DEF_REPEAT;
      def->repeat = def;
    }
  if (def->template_row == NULL || (template && !def->has_template))
    {
      def->template_row = element;
      def->has_template = template;
    }
}

static RkDef *
visit (RkForm *self, RkDef *parent, xmlNode *element, GHashTable *repeats)
{
  char *name = written_name (element);
  RkDef *def = parent != NULL ? rk_def_get_child (parent, name, -1) : NULL;
  gboolean known = def != NULL;

  if (!known)
    def = add_def (self, parent, name, element);
  note_element (def, element, repeats);
  if (known)
    g_free (name);
  def->has_namesakes |= known && def->type != RK_DEF_REPEAT && def->last_parent == element->parent;
  def->last_parent = element->parent;
  if (known && def->type != RK_DEF_REPEAT && def->element->parent == element->parent)
    rk_form_report (self, RK_FORM_SEVERITY_WARNING, "same-name", rk_xml_line (element),
                    def->nodeset,
                    /* Translators: a path. */
                    _ ("%s occurs more than once and is not a repeat; only the first one is used. "
                       "Rename the others."),
                       def->nodeset);
  add_attributes (self, def, element);
  return def;
}

/* A form with more questions than anybody can answer is none. */
static gboolean
check_size (RkForm *self, const RkDef *last, guint n_elements)
{
  if (self->defs->len > RK_FORM_MAX_DEFS)
    rk_form_report (self, RK_FORM_SEVERITY_ERROR, "too-large", rk_xml_line (last->element), NULL,
                    _ ("The form has more than %d questions. Divide it into smaller forms."),
                       RK_FORM_MAX_DEFS);
  else if (n_elements > RK_FORM_MAX_CELLS)
    rk_form_report (self, RK_FORM_SEVERITY_ERROR, "too-large", rk_xml_line (last->element), NULL,
                    _ ("The first instance has more than %d elements. Make it smaller."),
                       RK_FORM_MAX_CELLS);
  else if (strlen (last->nodeset) > RK_FORM_MAX_PATH)
    rk_form_report (self, RK_FORM_SEVERITY_ERROR, "too-large", rk_xml_line (last->element), NULL,
                    _ ("The names of a question and of the groups around it have more than %d "
                       "characters together. Give them shorter names."),
                       RK_FORM_MAX_PATH);
  else
    return TRUE;
  return FALSE;
}

/* Walks the primary instance in document order. Depth is bounded by the parser. */
static gboolean
build (RkForm *self, GHashTable *repeats)
{
  guint n = 0;
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  xmlNode *node = self->primary;

  self->root = visit (self, NULL, node, repeats);
  self->root->type = RK_DEF_GROUP;
  g_ptr_array_add (open, self->root);
  while (node != NULL)
    {
      xmlNode *next = rk_xml_next_element (node->children);

      if (next == NULL)
        g_ptr_array_set_size (open, (int) open->len - 1);
      while (next == NULL && node != self->primary)
        {
          next = rk_xml_next_element (node->next);
          if (next == NULL)
            {
              node = node->parent;
              g_ptr_array_set_size (open, (int) open->len - 1);
            }
        }
      node = next;
      if (node == NULL)
        break;
      g_ptr_array_add (open, visit (self, g_ptr_array_index (open, open->len - 1), node, repeats));
      if (!check_size (self, g_ptr_array_index (self->defs, self->defs->len - 1), ++n))
        return FALSE;
    }
  return TRUE;
}

/* Which paths repeat, as the body says. */
static void
collect_repeats (xmlNode *body, const char *root, GHashTable *repeats)
{
  xmlNode *node = body;

  while (node != NULL)
    {
      xmlNode *next = rk_xml_next_element (node->children);

      if (rk_xml_is (node, RK_XFORMS_NS, "repeat"))
        {
          g_autofree char *nodeset = rk_xml_dup_attribute (node, NULL, "nodeset");
          g_autofree char *ref = rk_xml_dup_attribute (node, NULL, "ref");
          const char *written = nodeset != NULL ? nodeset : ref;
          char *path = written != NULL ? rk_form_resolve_ref (written, root) : NULL;

          if (path != NULL)
            g_hash_table_add (repeats, path);
        }
      while (next == NULL && node != body)
        {
          next = rk_xml_next_element (node->next);
          node = next == NULL ? node->parent : node;
        }
      node = next;
    }
}

static xmlNode *
find_meta (xmlNode *parent, const char *name, const xmlNs *ns)
{
  for (xmlNode *n = rk_xml_next_element (parent->children); n != NULL;
       n = rk_xml_next_element (n->next))
    if (g_str_equal (n->name, name) &&
        (n->ns == NULL || ns == NULL || xmlStrEqual (n->ns->href, ns->href)))
      return n;
  return NULL;
}

/* Every instance has an id; a form that has no place for it gets one, with the bind that fills it.
 */
static void
ensure_instance_id (RkForm *self)
{
  xmlNs *ns = xmlSearchNsByHref (self->doc, self->primary, BAD_CAST RK_ORX_NS);
  xmlNode *meta = find_meta (self->primary, "meta", self->primary->ns);
  xmlNs *javarosa = xmlSearchNsByHref (self->doc, self->model, BAD_CAST RK_JAVAROSA_NS);
  xmlNode *bind;
  g_autofree char *root = written_name (self->primary);
  g_autofree char *nodeset = NULL;

  if (meta == NULL && ns != NULL)
    meta = find_meta (self->primary, "meta", ns);
  if (meta == NULL)
    meta = xmlNewChild (self->primary, ns != NULL && ns->prefix != NULL ? ns : self->primary->ns,
                        BAD_CAST "meta", NULL);
  if (find_meta (meta, "instanceID", meta->ns) != NULL)
    return;
  xmlNewChild (meta, meta->ns, BAD_CAST "instanceID", NULL);
  nodeset =
      meta->ns != NULL && meta->ns->prefix != NULL
          ? g_strdup_printf ("/%s/%s:meta/%s:instanceID", root, meta->ns->prefix, meta->ns->prefix)
          : g_strdup_printf ("/%s/meta/instanceID", root);
  bind = xmlNewChild (self->model, self->model->ns, BAD_CAST "bind", NULL);
  if (javarosa == NULL)
    javarosa = xmlNewNs (bind, BAD_CAST RK_JAVAROSA_NS, BAD_CAST "jr");
  xmlNewProp (bind, BAD_CAST "nodeset", BAD_CAST nodeset);
  xmlNewNsProp (bind, javarosa, BAD_CAST "preload", BAD_CAST "uid");
}

gboolean
rk_form_load_defs (RkForm *self)
{
  g_autoptr (GHashTable) repeats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *name = written_name (self->primary);
  g_autofree char *root = g_strconcat ("/", name, NULL);

  ensure_instance_id (self);
  collect_repeats (self->body_element, root, repeats);
  return build (self, repeats);
}

RkDef *
rk_form_get_def (RkForm *self, const char *nodeset)
{
  return g_hash_table_lookup (self->by_nodeset, nodeset);
}

/* The child of @parent that has the local name and namespace of @step at @where. */
static RkDef *
find_child_by_namespace (const RkDef *parent, const char *step, xmlNode *where)
{
  const char *colon = strchr (step, ':');
  g_autofree char *prefix = colon != NULL ? g_strndup (step, colon - step) : NULL;
  const char *local = colon != NULL ? colon + 1 : step;
  xmlNs *ns = prefix != NULL ? xmlSearchNs (where->doc, where, BAD_CAST prefix) : NULL;

  for (guint i = 0; i < parent->children->len; i++)
    {
      RkDef *child = g_ptr_array_index (parent->children, i);
      const xmlNode *element = child->element;

      if (child->is_attribute || !g_str_equal (element->name, local))
        continue;
      if (prefix == NULL ||
          (ns != NULL && element->ns != NULL && xmlStrEqual (ns->href, element->ns->href)))
        return child;
    }
  return NULL;
}

RkDef *
rk_form_find_def (RkForm *self, const char *nodeset, xmlNode *where)
{
  RkDef *def = rk_form_get_def (self, nodeset);
  g_auto (GStrv) steps = NULL;

  if (def != NULL)
    return def;
  steps = g_strsplit (nodeset + 1, "/", -1);
  if (!g_str_equal (steps[0], self->root->name) &&
      !g_str_equal (steps[0], (const char *) self->primary->name))
    return NULL;
  def = self->root;
  for (guint i = 1; def != NULL && steps[i] != NULL; i++)
    {
      RkDef *child = rk_def_get_child (def, steps[i], -1);

      def = child != NULL ? child : find_child_by_namespace (def, steps[i], where);
    }
  return def;
}
