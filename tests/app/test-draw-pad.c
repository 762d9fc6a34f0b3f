/* SPDX-License-Identifier: EUPL-1.2 */
/* The sheet to draw on, and the box that lays its buttons out. */
#include "rk-draw-pad.h"
#include "rk-image.h"
#include "rk-wrap-box.h"

static void
test_a_name_makes_a_picture (void)
{
  RkDrawPad *pad = RK_DRAW_PAD (g_object_ref_sink (rk_draw_pad_new (560, 200)));
  g_autoptr (GBytes) blank = rk_draw_pad_dup_png (pad);
  g_autoptr (GBytes) written = NULL, wiped = NULL;
  g_autoptr (GdkPixbuf) picture = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (rk_draw_pad_get_empty (pad));
  rk_draw_pad_write (pad, "An Verhelst");
  g_assert_false (rk_draw_pad_get_empty (pad));
  written = rk_draw_pad_dup_png (pad);
  g_assert_false (g_bytes_equal (blank, written));
  picture = rk_image_decode (written, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_pixbuf_get_width (picture), ==, 1120);
  g_assert_cmpint (gdk_pixbuf_get_height (picture), ==, 400);
  rk_draw_pad_clear (pad);
  g_assert_true (rk_draw_pad_get_empty (pad));
  wiped = rk_draw_pad_dup_png (pad);
  g_assert_true (g_bytes_equal (blank, wiped));
  g_object_unref (pad);
}

static void
test_the_sheet_takes_the_shape_of_its_picture (void)
{
  RkDrawPad *pad = RK_DRAW_PAD (g_object_ref_sink (rk_draw_pad_new (560, 360)));
  g_autoptr (GdkPixbuf) tall = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 300, 400);
  g_autoptr (GdkPixbuf) picture = NULL;
  g_autoptr (GBytes) png = NULL;
  int height;

  gdk_pixbuf_fill (tall, 0x336699ff);
  rk_draw_pad_set_background (pad, tall);
  png = rk_draw_pad_dup_png (pad);
  picture = rk_image_decode (png, 0, NULL);
  g_assert_cmpint (gdk_pixbuf_get_width (picture) * 4, ==, gdk_pixbuf_get_height (picture) * 3);
  /* Two thirds of the width, two thirds of the height. */
  gtk_widget_measure (GTK_WIDGET (pad), GTK_ORIENTATION_VERTICAL, 240, NULL, &height, NULL, NULL);
  g_assert_cmpint (height, ==, 320);
  g_object_unref (pad);
}

static int
measure_height (GtkWidget *box, int width)
{
  int height;

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static void
test_buttons_wrap_and_hidden_ones_take_no_room (void)
{
  GtkWidget *box = g_object_ref_sink (rk_wrap_box_new ());
  GtkWidget *last = NULL;
  int minimum, natural;

  for (guint i = 0; i < 3; i++)
    {
      last = g_object_new (GTK_TYPE_BOX, "width-request", 100, "height-request", 30, NULL);
      rk_wrap_box_append (RK_WRAP_BOX (box), last);
    }
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 312);
  g_assert_cmpint (measure_height (box, 312), ==, 30);
  g_assert_cmpint (measure_height (box, 311), ==, 66);
  g_assert_cmpint (measure_height (box, 100), ==, 102);
  gtk_widget_hide (last);
  g_assert_cmpint (measure_height (box, 206), ==, 30);
  g_object_unref (box);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/draw-pad/a-name-makes-a-picture", test_a_name_makes_a_picture);
  g_test_add_func ("/draw-pad/the-sheet-takes-the-shape-of-its-picture",
                   test_the_sheet_takes_the_shape_of_its_picture);
  g_test_add_func ("/draw-pad/buttons-wrap-and-hidden-ones-take-no-room",
                   test_buttons_wrap_and_hidden_ones_take_no_room);
  return g_test_run ();
}
