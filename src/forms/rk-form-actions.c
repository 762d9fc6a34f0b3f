/* SPDX-License-Identifier: EUPL-1.2 */
/* Actions: which event sets which node to what. */
#include "config.h"
#include "rk-form-private.h"

#include <glib/gi18n-lib.h>

#define EVENTS_NS "http://www.w3.org/2001/xml-events"

static const struct
{
  const char *name;
  RkEvents event;
} events[] = {
  { "odk-instance-first-load", RK_EVENT_FIRST_LOAD },
  { "xforms-ready", RK_EVENT_FIRST_LOAD },
  { "odk-instance-load", RK_EVENT_LOAD },
  { "odk-new-repeat", RK_EVENT_NEW_REPEAT },
  { "xforms-value-changed", RK_EVENT_VALUE_CHANGED },
};

void
rk_action_free (RkAction *self)
{
  g_clear_pointer (&self->nodes, rk_xpath_free);
  g_clear_pointer (&self->value, rk_xpath_free);
  g_free (self->source);
  g_free (self->literal);
  g_free (self);
}

static RkEvents
find_event (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    if (g_str_equal (name, events[i].name))
      return events[i].event;
  return 0;
}

/* The events of an action; an unknown one is an error, for a rule that never runs goes unnoticed.
 */
static RkEvents
parse_events (RkForm *self, xmlNode *element, const char *ref)
{
  g_autofree char *text = rk_xml_dup_attribute (element, NULL, "event");
  g_auto (GStrv) names = NULL;
  RkEvents all = 0;

  if (text == NULL)
    text = rk_xml_dup_attribute (element, EVENTS_NS, "event");
  names = g_strsplit_set (text != NULL ? text : "", " \t\r\n", -1);
  for (char **name = names; *name != NULL; name++)
    {
      RkEvents event = find_event (*name);

      if (event == 0 && **name != '\0')
        rk_form_report (self, RK_FORM_SEVERITY_ERROR, "unknown-event", rk_xml_line (element), ref,
                        /* Translators: event name, path. */
                        _ ("The event “%s” of the action on %s does not exist. Use for example "
                           "odk-instance-first-load or xforms-value-changed."),
                           *name, ref);
      all |= event;
    }
  return all;
}

/* The nodeset of the control or repeat around an action. */
static char *
find_source (RkForm *self, xmlNode *element)
{
  g_autofree char *ref = NULL;

  if (element->parent == self->model)
    return NULL;
  ref = rk_xml_dup_attribute (element->parent, NULL, "ref");
  if (ref == NULL)
    ref = rk_xml_dup_attribute (element->parent, NULL, "nodeset");
  return ref != NULL ? rk_form_resolve_ref (ref, self->root->nodeset) : NULL;
}

/* What an action sets: its ref, or the nodeset of the bind that it names by id. */
static char *
find_ref (RkForm *self, xmlNode *element)
{
  g_autofree char *ref = rk_xml_dup_attribute (element, NULL, "ref");
  g_autofree char *bind_id = rk_xml_dup_attribute (element, NULL, "bind");

  for (guint i = 0; ref == NULL && bind_id != NULL && i < self->binds->len; i++)
    {
      const RkBind *bind = g_ptr_array_index (self->binds, i);
      g_autofree char *id = rk_xml_dup_attribute (bind->element, NULL, "id");

      if (g_strcmp0 (id, bind_id) == 0)
        return g_strdup (bind->nodeset);
    }
  return g_steal_pointer (&ref);
}

static RkDef *
find_target (RkForm *self, xmlNode *element, const char *source, const char *ref)
{
  g_autofree char *path = rk_form_resolve_ref (ref, source != NULL ? source : self->root->nodeset);
  RkDef *target = path != NULL ? rk_form_find_def (self, path, element) : NULL;

  if (target == NULL)
    rk_form_report (self, RK_FORM_SEVERITY_WARNING, "no-such-node", rk_xml_line (element), path,
                    /* Translators: a path. */
                    _ ("An action sets %s, which does not exist in the first instance; the action "
                       "is ignored."),
                       ref);
  return target;
}

static void
note_source (RkForm *self, const char *source)
{
  RkDef *def = rk_form_get_def (self, source);

  if (def != NULL)
    def->fires = TRUE;
}

static void
load_action (RkForm *self, xmlNode *element)
{
  g_autofree char *ref = find_ref (self, element);
  g_autofree char *value = rk_xml_dup_attribute (element, NULL, "value");
  g_autofree char *source = find_source (self, element);
  RkEvents when = parse_events (self, element, ref != NULL ? ref : "");
  gboolean in_model = element->parent == self->model;
  RkDef *target = ref != NULL ? find_target (self, element, source, ref) : NULL;
  xmlChar *content;
  RkAction *action;

  if (in_model && (when & RK_EVENT_NEW_REPEAT) != 0)
    rk_form_report (self, RK_FORM_SEVERITY_ERROR, "misplaced-event", rk_xml_line (element), ref,
                    /* Translators: a path. */
                    _ ("The action on %s waits for odk-new-repeat but does not stand in a repeat. "
                       "Move it into the repeat."),
                       ref);
  if (target != NULL && !rk_xml_is (element, RK_XFORMS_NS, "setvalue"))
    rk_form_report (self, RK_FORM_SEVERITY_WARNING, "action-not-done", rk_xml_line (element),
                    target->nodeset,
                    /* Translators: an element name such as “setgeopoint”, a path. */
                    _ ("The action “%s” for %s needs a sensor of a telephone and is not carried "
                       "out. Fill in the answer by hand, if there is a question for it."),
                       element->name, target->nodeset);
  if (target == NULL || !rk_xml_is (element, RK_XFORMS_NS, "setvalue"))
    return;
  if (source != NULL && (when & RK_EVENT_VALUE_CHANGED) != 0)
    note_source (self, source);
  action = g_new0 (RkAction, 1);
  action->events = when;
  action->source = g_steal_pointer (&source);
  action->target = target;
  target->is_set = TRUE;
  action->nodes = rk_form_compile (self, ref, element, "ref", target->nodeset);
  if (value != NULL && *g_strstrip (value) != '\0')
    action->value = rk_form_compile (self, value, element, "setvalue", target->nodeset);
  content = xmlNodeGetContent (element);
  action->literal = g_strstrip (g_strdup (value == NULL ? (char *) content : ""));
  xmlFree (content);
  g_ptr_array_add (self->actions, action);
}

static gboolean
is_action (const xmlNode *element)
{
  return rk_xml_is (element, RK_XFORMS_NS, "setvalue") ||
         rk_xml_is (element, RK_ODK_NS, "setgeopoint") ||
         rk_xml_is (element, RK_ODK_NS, "recordaudio");
}

static void
walk (RkForm *self, xmlNode *element)
{
  for (xmlNode *n = rk_xml_next_element (element->children); n != NULL;
       n = rk_xml_next_element (n->next))
    if (is_action (n))
      load_action (self, n);
    else
      walk (self, n);
}

void
rk_form_load_actions (RkForm *self)
{
  for (xmlNode *n = rk_xml_next_element (self->model->children); n != NULL;
       n = rk_xml_next_element (n->next))
    if (is_action (n))
      load_action (self, n);
  walk (self, self->body_element);
}
