/* SPDX-License-Identifier: EUPL-1.2 */
/* Spreadsheets: whatever the cells hold, they become a form that the engine takes, or findings that
 * say where. The input is a table in Markdown (tests/xlsform/workbook.h). */
#include "fuzz.h"
#include "rk-xlsform.h"
#include "workbook.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *md = g_strndup ((const char *) data, size);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) messages =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rk_form_message_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form = NULL;

  if (!g_utf8_validate (md, -1, NULL))
    return 0;
  bytes = workbook_from_md (md);
  form = rk_xlsform_new (bytes, "fuzz.xlsx", NULL, messages, &error);
  g_assert ((form != NULL) != (error != NULL));
  for (guint i = 0; i < messages->len; i++)
    {
      const RkFormMessage *message = g_ptr_array_index (messages, i);

      g_assert_true (g_utf8_validate (message->message, -1, NULL));
      g_assert_true (form == NULL || message->severity == RK_FORM_SEVERITY_WARNING);
    }
  return 0;
}
