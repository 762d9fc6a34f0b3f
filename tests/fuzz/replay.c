/* SPDX-License-Identifier: EUPL-1.2 */
/* Hands every file of a folder to a fuzz target: inputs that once broke something stay mended.
 *
 *   replay-TARGET FOLDER */
#include "fuzz.h"

int
main (int argc, char **argv)
{
  g_autoptr (GDir) folder = argc == 2 ? g_dir_open (argv[1], 0, NULL) : NULL;
  const char *name;
  guint n = 0;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (argv[1], name, NULL);
      g_autofree char *text = NULL;
      gsize size;

      if (!g_file_get_contents (path, &text, &size, NULL))
        continue;
      g_print ("%s\n", name);
      LLVMFuzzerTestOneInput ((const guint8 *) text, size);
      n++;
    }
  g_print ("%u inputs\n", n);
  return n > 0 ? 0 : 1;
}
