/* SPDX-License-Identifier: EUPL-1.2 */
/* A form on its own: the lists that stand in files beside it are taken into it, because what the
 * workspace keeps has to open on another computer. */
#include "config.h"
#include "rk-questionnaire-private.h"

#include <libxml/parser.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

/* Puts the list that @form has read for @instance in its place. */
static void
inline_instance (RkForm *form, xmlNode *instance)
{
  xmlChar *src = xmlGetNoNsProp (instance, BAD_CAST "src");
  xmlChar *id = xmlGetNoNsProp (instance, BAD_CAST "id");
  xmlNode *root = NULL, *child;

  if (src != NULL && id != NULL && g_str_has_prefix ((char *) src, "jr://file"))
    root = rk_form_get_instance (form, (char *) id);
  xmlFree (src);
  xmlFree (id);
  if (root == NULL)
    return;
  while ((child = instance->children) != NULL)
    {
      xmlUnlinkNode (child);
      xmlFreeNode (child);
    }
  xmlAddChild (instance, xmlDocCopyNode (root, instance->doc, 1));
  xmlUnsetProp (instance, BAD_CAST "src");
}

static void
inline_below (RkForm *form, xmlNode *node)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type != XML_ELEMENT_NODE)
      continue;
    else if (strcmp ((const char *) child->name, "instance") == 0)
      inline_instance (form, child);
    else if (strcmp ((const char *) child->name, "head") == 0 ||
             strcmp ((const char *) child->name, "model") == 0)
      inline_below (form, child);
}

GBytes *
rk_form_inline (RkForm *form)
{
  GBytes *bytes = rk_form_get_bytes (form);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (xmlDoc) doc = NULL;
  xmlChar *text = NULL;
  int length = 0;
  GBytes *result;

  if (rk_form_get_attachments (form)[0] == NULL)
    return g_bytes_ref (bytes);
  doc = xmlReadMemory (data, (int) size, NULL, NULL,
                       XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (doc == NULL)
    return g_bytes_ref (bytes);
  inline_below (form, xmlDocGetRootElement (doc));
  xmlDocDumpMemoryEnc (doc, &text, &length, "UTF-8");
  result = g_bytes_new (text, (gsize) length);
  xmlFree (text);
  return result;
}
