/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-adaptive-bin.h"

static void
test_classes_follow_width_and_text_scale (void)
{
  g_assert_cmpint (rk_size_class_for_width (360, 1), ==, RK_SIZE_S);
  g_assert_cmpint (rk_size_class_for_width (599, 1), ==, RK_SIZE_S);
  g_assert_cmpint (rk_size_class_for_width (600, 1), ==, RK_SIZE_M);
  g_assert_cmpint (rk_size_class_for_width (900, 1), ==, RK_SIZE_L);
  g_assert_cmpint (rk_size_class_for_width (1400, 1), ==, RK_SIZE_XL);
  g_assert_cmpint (rk_size_class_for_width (1280, 2), ==, RK_SIZE_M);
}

static RkAdaptiveBin *
show_bin (GtkWidget **window, int width, int child_width)
{
  GtkWidget *bin = rk_adaptive_bin_new ();
  GtkWidget *child = gtk_label_new ("x");

  gtk_widget_set_size_request (child, child_width, -1);
  rk_adaptive_bin_set_child (RK_ADAPTIVE_BIN (bin), child);
  *window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (*window), width, 300);
  gtk_window_set_child (GTK_WINDOW (*window), bin);
  gtk_window_present (GTK_WINDOW (*window));
  gtk_test_widget_wait_for_draw (*window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return RK_ADAPTIVE_BIN (bin);
}

static void
test_class_is_on_the_widget (void)
{
  GtkWidget *window;
  RkAdaptiveBin *bin = show_bin (&window, 500, 10);
  gboolean narrow, compact;

  g_assert_cmpint (rk_adaptive_bin_get_size_class (bin), ==, RK_SIZE_S);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (bin), "s"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (bin), "l"));
  g_object_get (bin, "narrow", &narrow, "compact", &compact, NULL);
  g_assert_true (narrow && compact);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A wide layout must not keep the window from becoming narrow: that is how it gets to know. */
static void
test_wide_child_does_not_hold_the_window (void)
{
  GtkWidget *window;
  RkAdaptiveBin *bin = show_bin (&window, 500, 1000);
  int minimum;

  gtk_widget_measure (GTK_WIDGET (bin), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (bin)), <=, 500);
  g_assert_cmpint (rk_adaptive_bin_get_size_class (bin), ==, RK_SIZE_S);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* With large text the sidebar folds in a window that is wide enough for small text. */
static void
test_likes_more_width_for_larger_text (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *window;
  RkAdaptiveBin *bin = show_bin (&window, 500, 3000);
  int natural;

  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  gtk_widget_measure (GTK_WIDGET (bin), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 860 - 240);
  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  gtk_widget_queue_resize (GTK_WIDGET (bin));
  gtk_widget_measure (GTK_WIDGET (bin), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 2 * 860 - 240);
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/adaptive-bin/classes-follow-width-and-text-scale",
                   test_classes_follow_width_and_text_scale);
  g_test_add_func ("/adaptive-bin/class-is-on-the-widget", test_class_is_on_the_widget);
  g_test_add_func ("/adaptive-bin/wide-child-does-not-hold-the-window",
                   test_wide_child_does_not_hold_the_window);
  g_test_add_func ("/adaptive-bin/likes-more-width-for-larger-text",
                   test_likes_more_width_for_larger_text);
  return g_test_run ();
}
