/* SPDX-License-Identifier: EUPL-1.2 */
/* libFuzzer: any text as an expression. Built with clang and -Dfuzz=true only. */
#include "rk-xpath.h"

#include <libxml/parser.h>
#include <string.h>

static const char document[] =
    "<model><instance><data k='1'><a>2</a><rep><a>1</a><b>2026-01-15</b></rep>"
    "<rep><a>x y</a><b>50.85 4.35 0 0</b></rep></data></instance>"
    "<instance id='l'><root><item><name>a</name></item><item><name>b</name></item></root>"
    "</instance></model>";

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static xmlNode *
instance_cb (const char *id, gpointer root)
{
  return root;
}

static gboolean
is_repeat_cb (xmlNode *element, gpointer data)
{
  return xmlStrEqual (element->name, BAD_CAST "rep");
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static xmlDoc *doc = NULL;
  static RkXPathIndex *index = NULL;
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (RkXPath) xpath = rk_xpath_compile (text, NULL, NULL, NULL);
  g_autoptr (GPtrArray) paths = NULL;
  g_auto (RkXPathValue) value = { 0 };
  RkXPathHost host = { .instance = instance_cb, .is_repeat = is_repeat_cb };
  RkXPathContext context = { .host = &host, .now_us = 1 };

  if (xpath == NULL)
    return 0;
  if (doc == NULL)
    {
      doc = xmlReadMemory (document, (int) strlen (document), NULL, NULL, XML_PARSE_NONET);
      index = rk_xpath_index_new ();
    }
  context.root = xmlFirstElementChild (xmlDocGetRootElement (doc));
  host.user_data = xmlFirstElementChild (xmlNextElementSibling (context.root));
  context.context = xmlLastElementChild (xmlFirstElementChild (context.root));
  context.index = size % 2 ? index : NULL;
  rk_xpath_get_reads (xpath, "/data/rep", &paths);
  if (rk_xpath_evaluate (xpath, &context, &value, NULL))
    g_free (rk_xpath_value_to_string (&value, &context));
  return 0;
}
