/* SPDX-License-Identifier: EUPL-1.2 */
/* The parser of expressions: any text compiles or is refused, and what compiles tells what it
 * reads, says itself in a message and goes away again. */
#include "fuzz.h"
#include "rk-xpath.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkXPath) xpath = rk_xpath_compile (text, NULL, NULL, &error);
  g_autoptr (GPtrArray) paths = NULL;

  g_assert ((xpath != NULL) != (error != NULL));
  if (xpath == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_cmpstr (rk_xpath_get_text (xpath), ==, text);
  rk_xpath_get_reads (xpath, "/data/rep/a", &paths, NULL);
  return 0;
}
