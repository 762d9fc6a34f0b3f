/* SPDX-License-Identifier: EUPL-1.2 */
/* Which files a form needs beside it: everything it refers to by jr://, in an attribute or as a
 * text, wherever that stands. */
#include "config.h"
#include "rk-form-private.h"

#include <string.h>

typedef struct
{
  GPtrArray *names;
  GHashTable *seen;
} Search;

static void
add_reference (Search *search, const xmlNode *text)
{
  g_autofree char *src = NULL;
  g_autofree char *name = NULL;

  if (text == NULL || text->type != XML_TEXT_NODE || text->content == NULL)
    return;
  src = g_strstrip (g_strdup ((const char *) text->content));
  if (!g_str_has_prefix (src, "jr://") || g_str_has_prefix (src, "jr://instance/"))
    return;
  name = rk_form_dup_media_name (src);
  if (*name != '\0' && g_hash_table_add (search->seen, g_strdup (name)))
    g_ptr_array_add (search->names, g_steal_pointer (&name));
}

static void
search_element (Search *search, const xmlNode *element)
{
  for (const xmlAttr *a = element->properties; a != NULL; a = a->next)
    add_reference (search, a->children);
  for (const xmlNode *n = element->children; n != NULL; n = n->next)
    if (n->type == XML_ELEMENT_NODE)
      search_element (search, n);
    else
      add_reference (search, n);
}

GPtrArray *
rk_form_list_media (RkForm *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Search search = { g_ptr_array_new_with_free_func (g_free), seen };

  g_return_val_if_fail (RK_IS_FORM (self), search.names);
  search_element (&search, xmlDocGetRootElement (self->doc));
  return search.names;
}
