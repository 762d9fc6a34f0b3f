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
drop_form_namespace (xmlNode *node)
{
  xmlNs **link = &node->nsDef;

  if (node->ns != NULL && xmlStrEqual (node->ns->href, BAD_CAST RK_XFORMS_NS) &&
      node->ns->prefix == NULL)
    node->ns = NULL;
  for (xmlNode *n = node->children; n != NULL; n = n->next)
    if (n->type == XML_ELEMENT_NODE)
      drop_form_namespace (n);
  while (*link != NULL)
    if ((*link)->prefix == NULL && xmlStrEqual ((*link)->href, BAD_CAST RK_XFORMS_NS))
      {
        xmlNs *ns = *link;

        *link = ns->next;
        xmlFreeNs (ns);
      }
    else
      link = &(*link)->next;
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
  drop_form_namespace (xmlDocGetRootElement (copy));
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
