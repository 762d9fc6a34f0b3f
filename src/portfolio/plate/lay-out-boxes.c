/* SPDX-License-Identifier: EUPL-1.2 */
/* Places the boxes of a plate for data/architecture/make-architecture.py: lay-out-boxes RATIO reads
 * a line "PARENT HOLDS" for each box from standard input and writes "X Y WIDTH HEIGHT". */
#include "rk-layout.h"

#include <stdio.h>
#include <stdlib.h>

int
main (int argc, char **argv)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, TRUE, sizeof (RkLayoutBox));
  double ratio = argc == 2 ? g_ascii_strtod (argv[1], NULL) : 0;
  int parent, holds;

  if (ratio <= 0)
    {
      fprintf (stderr, "usage: lay-out-boxes RATIO\n");
      return 2;
    }
  while (scanf ("%d %d", &parent, &holds) == 2)
    {
      RkLayoutBox box = { parent, holds != 0 };

      if (parent < -1 || parent >= (int) boxes->len)
        return 1;
      g_array_append_val (boxes, box);
    }
  rk_layout_plate ((RkLayoutBox *) (gpointer) boxes->data, boxes->len, ratio);
  for (guint i = 0; i < boxes->len; i++)
    {
      const RkLayoutBox *box = &g_array_index (boxes, RkLayoutBox, i);

      printf ("%d %d %d %d\n", box->x, box->y, box->width, box->height);
    }
  return 0;
}
