/* SPDX-License-Identifier: EUPL-1.2 */
/* Converting tables in Markdown, and asking what came of them. */
#pragma once

#include "rk-form-instance.h"
#include "rk-xlsform.h"
#include "workbook.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

static inline GPtrArray *
messages_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) rk_form_message_free);
}

static inline RkForm *
form_from_md (const char *md, GPtrArray *messages, GError **error)
{
  g_autoptr (GBytes) bytes = workbook_from_md (md);

  return rk_xlsform_new (bytes, "test.xlsx", NULL, messages, error);
}

/* The XForm of @md, which has to be without faults. */
static inline xmlDoc *
xform_from_md (const char *md)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form = form_from_md (md, NULL, &error);
  gsize size;
  const char *text;
  xmlDoc *doc;

  g_assert_no_error (error);
  text = g_bytes_get_data (rk_form_get_bytes (form), &size);
  doc = xmlReadMemory (text, (int) size, NULL, NULL, XML_PARSE_NONET);
  g_assert_nonnull (doc);
  return doc;
}

/* What @expression gives over @doc, as text: "true", "3", or the text of the first node. */
static inline char *
xpath_text (xmlDoc *doc, const char *expression)
{
  static const char *const prefixes[][2] = {
    { "x", "http://www.w3.org/2002/xforms" },
    { "h", "http://www.w3.org/1999/xhtml" },
    { "jr", "http://openrosa.org/javarosa" },
    { "orx", "http://openrosa.org/xforms" },
    { "odk", "http://www.opendatakit.org/xforms" },
    { "entities", "http://www.opendatakit.org/xforms/entities" },
  };
  xmlXPathContext *context = xmlXPathNewContext (doc);
  xmlXPathObject *result;
  xmlChar *string;
  char *text;

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    xmlXPathRegisterNs (context, BAD_CAST prefixes[i][0], BAD_CAST prefixes[i][1]);
  result = xmlXPathEvalExpression (BAD_CAST expression, context);
  if (result == NULL)
    g_error ("This is no XPath: %s", expression);
  string = result->type == XPATH_NODESET && xmlXPathNodeSetIsEmpty (result->nodesetval)
               ? NULL
               : xmlXPathCastToString (result);
  text = g_strdup ((const char *) string);
  xmlFree (string);
  xmlXPathFreeObject (result);
  xmlXPathFreeContext (context);
  return text;
}

static inline void
assert_xpath_full (xmlDoc *doc, const char *expression, const char *expected, int line)
{
  g_autofree char *text = xpath_text (doc, expression);
  xmlChar *dump;
  int length;

  if (g_strcmp0 (text, expected) == 0)
    return;
  xmlDocDumpMemory (doc, &dump, &length);
  g_error ("line %d: %s is “%s”, not “%s” in\n%s", line, expression, text, expected, dump);
}
#define assert_xpath(doc, expression, expected)                                                    \
  assert_xpath_full ((doc), (expression), (expected), __LINE__)

/* The bind of /data/@path. */
#define BIND(path) "//x:bind[@nodeset='/data/" path "']"
