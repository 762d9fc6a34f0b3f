/* SPDX-License-Identifier: EUPL-1.2 */
/* The submission: a copy of the instance without what is not relevant. */
#include "config.h"
#include "rk-form-instance-private.h"

/* Removes from @copy, which mirrors @cell, what is not relevant, and shows each value as it is
 * seen. */
static void
prune (xmlNode *copy, const xmlNode *original)
{
  xmlNode *next = NULL;
  const xmlNode *twin = original->children;

  for (xmlNode *n = copy->children; n != NULL && twin != NULL; n = next, twin = twin->next)
    {
      const RkCell *cell = twin->_private;

      next = n->next;
      if (n->type == XML_COMMENT_NODE || (cell != NULL && !cell->relevant))
        {
          xmlUnlinkNode (n);
          xmlFreeNode (n);
        }
      else if (cell != NULL && cell->shown != NULL)
        {
          xmlNodeSetContent (n, NULL);
          xmlNodeAddContent (n, BAD_CAST cell->shown);
        }
      else if (n->type == XML_ELEMENT_NODE)
        prune (n, twin);
    }
}

/* Elements that are in the form's own namespace only because they stand in the form leave it. */
static void
leave_form_namespace (xmlNode *node)
{
  if (node->ns != NULL && node->ns->prefix == NULL &&
      xmlStrEqual (node->ns->href, BAD_CAST RK_XFORMS_NS))
    node->ns = NULL;
  for (xmlNode *n = rk_xml_next_element (node->children); n != NULL;
       n = rk_xml_next_element (n->next))
    leave_form_namespace (n);
}

static gboolean
is_used (const xmlNs *ns, xmlNode *node)
{
  gboolean used = node->ns == ns;

  for (xmlAttr *a = node->properties; a != NULL && !used; a = a->next)
    used = a->ns == ns;
  for (xmlNode *n = rk_xml_next_element (node->children); n != NULL && !used;
       n = rk_xml_next_element (n->next))
    used = is_used (ns, n);
  return used;
}

/* Declarations that came along with the copy and that nothing needs. */
static void
drop_unused_namespaces (xmlNode *node)
{
  xmlNs **link = &node->nsDef;

  while (*link != NULL)
    {
      xmlNs *ns = *link;

      if (is_used (ns, node))
        {
          link = &ns->next;
          continue;
        }
      *link = ns->next;
      xmlFreeNs (ns);
    }
  for (xmlNode *n = rk_xml_next_element (node->children); n != NULL;
       n = rk_xml_next_element (n->next))
    drop_unused_namespaces (n);
}

char *
rk_form_instance_to_xml (RkFormInstance *self, gboolean finalise)
{
  xmlDoc *copy;
  xmlBuffer *buffer;
  char *text;

  g_return_val_if_fail (RK_IS_FORM_INSTANCE (self), NULL);
  if (finalise)
    rk_form_instance_stamp_end (self);
  copy = xmlCopyDoc (self->doc, 1);
  prune (xmlDocGetRootElement (copy), self->root->xml);
  leave_form_namespace (xmlDocGetRootElement (copy));
  drop_unused_namespaces (xmlDocGetRootElement (copy));
  buffer = xmlBufferCreate ();
  xmlNodeDump (buffer, copy, xmlDocGetRootElement (copy), 0, 0);
  text = g_strdup ((const char *) xmlBufferContent (buffer));
  xmlBufferFree (buffer);
  xmlFreeDoc (copy);
  return text;
}

static void
look_for_violation (RkCell *cell, gpointer data)
{
  gpointer *found = data;

  if (found[1] == NULL && rk_cell_get_violation (found[0], cell) != RK_VIOLATION_NONE)
    found[1] = cell;
}

gboolean
rk_form_instance_is_valid (RkFormInstance *self)
{
  gpointer found[2] = { self, NULL };

  g_return_val_if_fail (RK_IS_FORM_INSTANCE (self), FALSE);
  rk_cell_foreach (self->root, look_for_violation, found);
  return found[1] == NULL;
}
