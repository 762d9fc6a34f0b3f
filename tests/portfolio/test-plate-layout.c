/* SPDX-License-Identifier: EUPL-1.2 */
/* Whatever boxes stand in boxes: the layout keeps them apart and inside. The seed is in the first
 * line of the output; run with --seed to do it again. */
#include "rk-layout.h"

#include <string.h>

#define ROUNDS 300

static GArray *
make_boxes (void)
{
  GArray *boxes = g_array_new (FALSE, TRUE, sizeof (RkLayoutBox));
  int n = g_test_rand_int_range (0, 80), deep = g_test_rand_int_range (0, 4);

  for (int i = 0; i < n; i++)
    {
      RkLayoutBox box = { -1, g_test_rand_int_range (0, 4) == 0 };

      for (int tries = 0; tries < 3 && i > 0 && deep > 0; tries++)
        {
          int parent = g_test_rand_int_range (MAX (0, i - 20), i);

          if (g_array_index (boxes, RkLayoutBox, parent).holds_boxes)
            box.parent = parent;
        }
      g_array_append_val (boxes, box);
    }
  return boxes;
}

static gboolean
overlap (const RkLayoutBox *a, const RkLayoutBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

static gboolean
is_within (const RkLayoutBox *a, const RkLayoutBox *around)
{
  return a->x >= around->x + RK_LAYOUT_PAD && a->y >= around->y + RK_LAYOUT_HEADER &&
         a->x + a->width <= around->x + around->width - RK_LAYOUT_PAD &&
         a->y + a->height <= around->y + around->height - RK_LAYOUT_PAD;
}

static void
check (const RkLayoutBox *boxes, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (boxes[i].x, >=, RK_LAYOUT_MARGIN);
      g_assert_cmpint (boxes[i].y, >=, RK_LAYOUT_MARGIN);
      g_assert_cmpint (boxes[i].width, >=, RK_LAYOUT_LEAF_WIDTH);
      g_assert_cmpint (boxes[i].height, >=, RK_LAYOUT_LEAF_HEIGHT);
      if (boxes[i].parent >= 0)
        g_assert_true (is_within (&boxes[i], &boxes[boxes[i].parent]));
      for (guint k = 0; k < i; k++)
        if (boxes[k].parent == boxes[i].parent)
          g_assert_false (overlap (&boxes[i], &boxes[k]));
    }
}

static void
test_boxes_stay_apart_and_inside (void)
{
  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GArray) boxes = make_boxes ();
      RkLayoutBox *data = (RkLayoutBox *) (gpointer) boxes->data;
      g_autofree RkLayoutBox *first = NULL;

      rk_layout_plate (data, boxes->len, 1.414);
      check (data, boxes->len);
      first = g_memdup2 (data, boxes->len * sizeof *data);
      rk_layout_plate (data, boxes->len, 1.414);
      g_assert_cmpmem (first, boxes->len * sizeof *data, data, boxes->len * sizeof *data);
    }
}

/* Twenty domains of a usual size come near to the shape of a sheet of paper, without much blank. */
static void
test_plate_fits_paper (void)
{
  RkLayoutBox boxes[20 * 7] = { 0 };
  int right = 0, bottom = 0, n = 0;

  for (int domain = 0; domain < 20; domain++)
    {
      int at = n;

      boxes[n++] = (RkLayoutBox){ -1, TRUE };
      for (int i = 0; i < 2 + domain % 5; i++)
        boxes[n++] = (RkLayoutBox){ at, FALSE };
    }
  rk_layout_plate (boxes, (guint) n, 1.414);
  for (int i = 0; i < n; i++)
    {
      right = MAX (right, boxes[i].x + boxes[i].width);
      bottom = MAX (bottom, boxes[i].y + boxes[i].height);
    }
  g_assert_cmpfloat ((double) right / bottom, >, 1.1);
  g_assert_cmpfloat ((double) right / bottom, <, 1.8);
  g_assert_cmpint (right * (bottom / 1000.0), <, 1000 * 3.2);
}

/* Both edges of every row are straight. */
static void
test_rows_end_together (void)
{
  RkLayoutBox boxes[10 * 6] = { 0 };
  int right = 0;

  for (int i = 0; i < 60; i++)
    boxes[i] = i % 6 == 0 ? (RkLayoutBox){ -1, TRUE } : (RkLayoutBox){ i / 6 * 6, FALSE };
  rk_layout_plate (boxes, 60, 1.414);
  for (int i = 0; i < 60; i += 6)
    right = MAX (right, boxes[i].x + boxes[i].width);
  for (int i = 0; i < 60; i += 6)
    if (i == 54 || boxes[i + 6].y != boxes[i].y)
      g_assert_cmpint (boxes[i].x + boxes[i].width, ==, right);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/plate-layout/boxes-stay-apart-and-inside", test_boxes_stay_apart_and_inside);
  g_test_add_func ("/plate-layout/plate-fits-paper", test_plate_fits_paper);
  g_test_add_func ("/plate-layout/rows-end-together", test_rows_end_together);
  return g_test_run ();
}
