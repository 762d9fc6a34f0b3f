/* SPDX-License-Identifier: EUPL-1.2 */
/* make-xlsx FORM.md FORM.xlsx: a workbook from tables in Markdown, for tests of whole programs. */
#include "workbook.h"

int
main (int argc, char **argv)
{
  g_autofree char *md = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 3 || !g_file_get_contents (argv[1], &md, NULL, &error))
    return 2;
  bytes = workbook_from_md (md);
  return g_file_set_contents (argv[2], g_bytes_get_data (bytes, NULL),
                              (gssize) g_bytes_get_size (bytes), &error)
             ? 0
             : 1;
}
