/* SPDX-License-Identifier: EUPL-1.2 */
/* Binds: type and rules of a node. */
#include "config.h"
#include "rk-form-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *name;
  RkDataType type;
} data_types[] = {
  { "int", RK_DATA_INT },
  { "integer", RK_DATA_INT },
  { "decimal", RK_DATA_DECIMAL },
  { "boolean", RK_DATA_BOOLEAN },
  { "date", RK_DATA_DATE },
  { "time", RK_DATA_TIME },
  { "dateTime", RK_DATA_DATE_TIME },
  { "geopoint", RK_DATA_GEOPOINT },
  { "geotrace", RK_DATA_GEOTRACE },
  { "geoshape", RK_DATA_GEOSHAPE },
  { "binary", RK_DATA_BINARY },
};

static const struct
{
  const char *attribute;
  RkAspect aspect;
} rules[] = {
  { "relevant", RK_ASPECT_RELEVANT },   { "readonly", RK_ASPECT_READONLY },
  { "required", RK_ASPECT_REQUIRED },   { "constraint", RK_ASPECT_CONSTRAINT },
  { "calculate", RK_ASPECT_CALCULATE },
};

void
rk_bind_free (RkBind *self)
{
  g_clear_pointer (&self->constraint_message, rk_form_label_free);
  g_clear_pointer (&self->required_message, rk_form_label_free);
  g_free (self->nodeset);
  g_free (self->preload);
  g_free (self->preload_params);
  g_free (self);
}

void
rk_comp_free (RkComp *self)
{
  g_clear_pointer (&self->xpath, rk_xpath_free);
  g_clear_pointer (&self->paths, g_ptr_array_unref);
  g_clear_pointer (&self->label_paths, g_ptr_array_unref);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_free (self);
}

void
rk_form_add_comp (RkForm *self, RkDef *def, RkAspect aspect, RkXPath *xpath, int line)
{
  RkComp *comp = g_new0 (RkComp, 1);

  comp->aspect = aspect;
  comp->def = def;
  comp->xpath = xpath;
  comp->line = line;
  def->comps[aspect] = comp;
  comp->index = self->comps->len;
  g_ptr_array_add (self->comps, comp);
}

/* An unknown type is a string, as is what other tools add to the list. */
static RkDataType
parse_type (xmlNode *element)
{
  g_autofree char *text = rk_xml_dup_attribute (element, NULL, "type");
  const char *colon = text != NULL ? strchr (text, ':') : NULL;
  const char *name = colon != NULL ? colon + 1 : text;

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (data_types); i++)
    if (g_str_equal (name, data_types[i].name))
      return data_types[i].type;
  return RK_DATA_STRING;
}

static RkLabel *
load_message (RkForm *self, xmlNode *element, const char *name, const char *ref)
{
  g_autofree char *text = rk_xml_dup_attribute (element, RK_JAVAROSA_NS, name);

  return text != NULL ? rk_form_label_new_message (self, text, element, ref) : NULL;
}

static void
report_said_twice (RkForm *self, xmlNode *element, const char *nodeset, const char *attribute)
{
  rk_form_report (self, RK_FORM_SEVERITY_WARNING, "duplicate-bind", rk_xml_line (element), nodeset,
                  /* Translators: a path, the name of an attribute. */
                  _ ("More than one bind gives %s a “%s”; only the first one counts."), nodeset,
                     attribute);
}

/* The rules of a bind. Of what another bind for the node said before, nothing changes. */
static void
load_rules (RkForm *self, RkDef *def, xmlNode *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *text = rk_xml_dup_attribute (element, NULL, rules[i].attribute);
      RkXPath *xpath;

      if (text == NULL || *g_strstrip (text) == '\0')
        continue;
      xpath = rk_form_compile (self, text, element, rules[i].attribute, def->nodeset);
      if (xpath == NULL)
        continue;
      if (def->comps[rules[i].aspect] != NULL)
        {
          report_said_twice (self, element, def->nodeset, rules[i].attribute);
          rk_xpath_free (xpath);
        }
      else if (rules[i].aspect == RK_ASPECT_CALCULATE && def->type != RK_DEF_LEAF)
        {
          rk_form_report (self, RK_FORM_SEVERITY_WARNING, "calculate-on-group",
                          rk_xml_line (element), def->nodeset,
                          /* Translators: a path. */
                          _ ("%s is a group and cannot be calculated; its “calculate” is ignored."),
                             def->nodeset);
          rk_xpath_free (xpath);
        }
      else
        {
          def->remembers |= rules[i].aspect == RK_ASPECT_CALCULATE &&
                            g_regex_match_simple ("\\bonce\\s*\\(", text, 0, 0);
          rk_form_add_comp (self, def, rules[i].aspect, xpath, rk_xml_line (element));
        }
    }
}

static RkBind *
bind_new (RkForm *self, xmlNode *element, const char *nodeset)
{
  RkBind *bind = g_new0 (RkBind, 1);

  bind->element = element;
  bind->nodeset = g_strdup (nodeset);
  bind->type = parse_type (element);
  bind->typed = xmlHasNsProp (element, BAD_CAST "type", NULL) != NULL;
  bind->constraint_message = load_message (self, element, "constraintMsg", nodeset);
  bind->required_message = load_message (self, element, "requiredMsg", nodeset);
  bind->preload = rk_xml_dup_attribute (element, RK_JAVAROSA_NS, "preload");
  bind->preload_params = rk_xml_dup_attribute (element, RK_JAVAROSA_NS, "preloadParams");
  g_ptr_array_add (self->binds, bind);
  return bind;
}

/* XForms 1.0 lets several binds say something of one node, as long as each says something else. */
static void
add_bind (RkForm *self, RkDef *def, xmlNode *element)
{
  RkBind *first = g_hash_table_lookup (self->bind_by_nodeset, def->nodeset);
  RkBind *more = bind_new (self, element, def->nodeset);

  if (more->typed && first->typed)
    report_said_twice (self, element, def->nodeset, "type");
  else if (more->typed)
    first->type = more->type;
  first->typed |= more->typed;
  if (first->constraint_message == NULL)
    first->constraint_message = g_steal_pointer (&more->constraint_message);
  if (first->required_message == NULL)
    first->required_message = g_steal_pointer (&more->required_message);
  if (first->preload == NULL)
    first->preload = g_steal_pointer (&more->preload);
  if (first->preload_params == NULL)
    first->preload_params = g_steal_pointer (&more->preload_params);
  load_rules (self, def, element);
}

/* A desk has no sensor that tells where it is. */
static void
warn_of_location (RkForm *self, xmlNode *element, const char *nodeset)
{
  if (xmlHasNsProp (element, BAD_CAST "location-priority", BAD_CAST RK_ODK_NS) != NULL)
    rk_form_report (self, RK_FORM_SEVERITY_WARNING, "audit-location", rk_xml_line (element),
                    nodeset,
                    _ ("The log of how the form is filled in should hold places; it is kept "
                       "without them."));
}

static void
load_bind (RkForm *self, xmlNode *element)
{
  g_autofree char *written = rk_xml_dup_attribute (element, NULL, "nodeset");
  g_autofree char *nodeset = NULL;
  RkDef *def;

  if (written == NULL)
    written = rk_xml_dup_attribute (element, NULL, "ref");
  nodeset = written != NULL ? rk_form_resolve_ref (written, self->root->nodeset) : NULL;
  def = nodeset != NULL ? rk_form_find_def (self, nodeset, element) : NULL;
  if (def == NULL)
    rk_form_report (self, RK_FORM_SEVERITY_WARNING, "no-such-node", rk_xml_line (element), nodeset,
                    /* Translators: a path. */
                    _ ("A bind names %s, which does not exist in the first instance; the bind is "
                       "ignored."),
                       written != NULL ? written : _ ("nothing"));
  else if (def->bind != NULL)
    add_bind (self, def, element);
  else
    {
      def->bind = bind_new (self, element, def->nodeset);
      g_hash_table_insert (self->bind_by_nodeset, def->bind->nodeset, (gpointer) def->bind);
      load_rules (self, def, element);
      warn_of_location (self, element, def->nodeset);
    }
}

void
rk_form_load_binds (RkForm *self)
{
  for (xmlNode *n = rk_xml_next_element (self->model->children); n != NULL;
       n = rk_xml_next_element (n->next))
    if (rk_xml_is (n, RK_XFORMS_NS, "bind"))
      load_bind (self, n);
}
