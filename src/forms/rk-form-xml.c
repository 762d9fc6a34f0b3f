/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading XML that nobody vouches for: no network, no DTD, no entities, bounded size and depth. */
#include "config.h"
#include "rk-form-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)

#define OPTIONS                                                                                    \
  (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA |                 \
   XML_PARSE_BIG_LINES)

/* A document type has no business in a form, and is the way in for entity bombs. */
static void
refuse_doctype_cb (void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
  xmlParserCtxt *context = data;

  *(gboolean *) context->_private = TRUE;
  xmlStopParser (context);
}

static void
set_parse_error (const xmlParserCtxt *context, const char *name, GError **error)
{
  g_autofree char *why = g_strdup (context->lastError.message);

  g_set_error (error, RK_FORM_ERROR, RK_FORM_ERROR_NOT_XML,
               /* Translators: file name, line number, the parser's own words. */
               _ ("“%s” is not well-formed XML (line %d): %s. Correct the file, or export it "
                  "again."),
                  name, context->lastError.line,
                  why != NULL ? g_strstrip (why) : _ ("the document is empty"));
}

xmlDoc *
rk_form_parse_xml (const char *text, gsize length, const char *name, GError **error)
{
  g_autoptr (xmlParserCtxt) context = NULL;
  g_autoptr (xmlDoc) doc = NULL;
  gboolean doctype = FALSE;

  if (length > RK_FORM_MAX_BYTES)
    {
      g_set_error (error, RK_FORM_ERROR, RK_FORM_ERROR_TOO_LARGE,
                   _ ("“%s” is larger than 64 MiB and is not read. Choose a smaller file."), name);
      return NULL;
    }
  context = xmlNewParserCtxt ();
  context->_private = &doctype;
  context->sax->internalSubset = refuse_doctype_cb;
  doc = xmlCtxtReadMemory (context, text, (int) length, NULL, NULL, OPTIONS);
  context->myDoc = NULL;
  if (doctype)
    {
      g_set_error (error, RK_FORM_ERROR, RK_FORM_ERROR_NOT_XML,
                   _ ("“%s” has a document type (DOCTYPE), which is not accepted because it can "
                      "overload the program. Remove the DOCTYPE from the file."),
                      name);
      return NULL;
    }
  if (doc == NULL || !context->wellFormed || xmlDocGetRootElement (doc) == NULL)
    {
      set_parse_error (context, name, error);
      return NULL;
    }
  return g_steal_pointer (&doc);
}

gboolean
rk_xml_is (const xmlNode *node, const char *ns, const char *name)
{
  if (node == NULL || node->type != XML_ELEMENT_NODE || !g_str_equal (node->name, name))
    return FALSE;
  return node->ns != NULL && g_strcmp0 ((const char *) node->ns->href, ns) == 0;
}

char *
rk_xml_dup_attribute (xmlNode *node, const char *ns, const char *name)
{
  xmlChar *value = ns != NULL ? xmlGetNsProp (node, BAD_CAST name, BAD_CAST ns)
                              : xmlGetNoNsProp (node, BAD_CAST name);
  char *text = g_strdup ((const char *) value);

  xmlFree (value);
  return text;
}

xmlNode *
rk_xml_next_element (xmlNode *node)
{
  while (node != NULL && node->type != XML_ELEMENT_NODE)
    node = node->next;
  return node;
}

int
rk_xml_line (const xmlNode *node)
{
  return (int) MAX (0, xmlGetLineNo (node));
}

/* Appends the steps of @ref to @steps; FALSE when it is not a plain path. */
static gboolean
append_steps (GPtrArray *steps, const char *ref)
{
  g_auto (GStrv) parts = g_strsplit (ref, "/", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      char *step = g_strstrip (*part);

      if (*step == '\0' || g_str_equal (step, ".") || g_str_equal (step, "current()"))
        continue;
      if (strpbrk (step, "()*'\"=") != NULL)
        return FALSE;
      if (!g_str_equal (step, ".."))
        g_ptr_array_add (steps, g_strdup (step));
      else if (steps->len > 0)
        g_ptr_array_remove_index (steps, steps->len - 1);
      else
        return FALSE;
    }
  return TRUE;
}

/* @text without what stands between [ and ]. */
static char *
without_predicates (const char *text)
{
  GString *plain = g_string_new (NULL);
  int depth = 0;

  for (const char *c = text; *c != '\0'; c++)
    {
      depth += *c == '[';
      if (depth == 0)
        g_string_append_c (plain, *c);
      depth -= *c == ']' && depth > 0;
    }
  return g_string_free (plain, FALSE);
}

char *
rk_form_resolve_ref (const char *ref, const char *parent_nodeset)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *plain = g_strstrip (without_predicates (ref));
  GString *path;

  if (*plain == '\0')
    return NULL;
  if (*plain != '/' && parent_nodeset != NULL)
    append_steps (steps, parent_nodeset);
  if (!append_steps (steps, plain) || steps->len == 0)
    return NULL;
  path = g_string_new (NULL);
  for (guint i = 0; i < steps->len; i++)
    g_string_append_printf (path, "/%s", (char *) g_ptr_array_index (steps, i));
  return g_string_free (path, FALSE);
}
