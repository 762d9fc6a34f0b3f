/* SPDX-License-Identifier: EUPL-1.2 */
/* Evaluates an expression over a small document, as the tests of the XPath engine do. */
#pragma once

#include "rk-xpath.h"

#include <libxml/parser.h>
#include <string.h>

static inline xmlDoc *
parse_xml (const char *xml)
{
  xmlDoc *doc = xmlReadMemory (xml, (int) strlen (xml), NULL, "UTF-8", XML_PARSE_NONET);

  g_assert_nonnull (doc);
  return doc;
}

/* The text of the result; "!" and the error code when it cannot be had. */
static inline char *
evaluate_in (const RkXPathContext *context, const char *expression)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkXPath) xpath = rk_xpath_compile (expression, NULL, NULL, &error);
  g_auto (RkXPathValue) value = { 0 };

  if (xpath != NULL && rk_xpath_evaluate (xpath, context, &value, &error))
    {
      g_assert_no_error (error);
      return rk_xpath_value_to_string (&value, context);
    }
  g_assert_nonnull (error);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  return g_strdup_printf ("!%d", error->code);
}

typedef struct
{
  const char *expression;
  const char *expected;
} Expectation;

static inline void
check_all (const RkXPathContext *context, const Expectation *list, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = evaluate_in (context, list[i].expression);

      if (g_strcmp0 (text, list[i].expected) == 0)
        continue;
      g_test_message ("%s: expected “%s”, got “%s”", list[i].expression, list[i].expected, text);
      g_test_fail ();
    }
}
