/* SPDX-License-Identifier: EUPL-1.2 */
/* Toasts, banners, empty pages and announcements: what a page says beside its content. */
#include "rk-banner.h"
#include "rk-empty.h"
#include "rk-status-label.h"
#include "rk-toast.h"

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

static GtkWidget *
show (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return window;
}

static void
test_newest_toast_replaces (void)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *label = gtk_label_new ("page");
  GtkWidget *window;

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), label);
  window = show (overlay);
  rk_toast_show (label, "Eerste <b>", NULL, NULL);
  g_assert_nonnull (find_label (window, "Eerste <b>"));
  rk_toast_show (label, "Tweede & laatste", "Ongedaan maken", "win.undo");
  for (int i = 0; i < 60 && find_label (window, "Tweede & laatste") == NULL; i++)
    {
      g_usleep (20000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_assert_nonnull (find_label (window, "Tweede & laatste"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_worse_banner_stays (void)
{
  GtkWidget *banner = rk_banner_new ();
  GtkWidget *window = show (banner);

  rk_banner_show (RK_BANNER (banner), RK_BANNER_ERROR, "De schijf is vol.", NULL, NULL);
  rk_banner_show (RK_BANNER (banner), RK_BANNER_INFO, "U werkt offline.", NULL, NULL);
  g_assert_cmpstr (rk_banner_get_text (RK_BANNER (banner)), ==, "De schijf is vol.");
  rk_banner_hide (RK_BANNER (banner));
  rk_banner_show (RK_BANNER (banner), RK_BANNER_INFO, "U werkt offline.", NULL, NULL);
  g_assert_cmpstr (rk_banner_get_text (RK_BANNER (banner)), ==, "U werkt offline.");
  g_assert_true (rk_banner_is_shown (RK_BANNER (banner)));
  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
count_seen (GtkWidget *root, GtkAccessibleRole role)
{
  guint n = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (root)) == role;

  if (!gtk_widget_get_visible (root))
    return 0;
  for (GtkWidget *c = gtk_widget_get_first_child (root); c; c = gtk_widget_get_next_sibling (c))
    n += count_seen (c, role);
  return n;
}

static void
test_only_trouble_interrupts (void)
{
  GtkWidget *banner = rk_banner_new ();
  GtkWidget *window = show (banner);

  rk_banner_show (RK_BANNER (banner), RK_BANNER_INFO, "U werkt offline.", NULL, NULL);
  g_assert_cmpuint (count_seen (banner, GTK_ACCESSIBLE_ROLE_STATUS), ==, 1);
  g_assert_cmpuint (count_seen (banner, GTK_ACCESSIBLE_ROLE_ALERT), ==, 0);
  rk_banner_show (RK_BANNER (banner), RK_BANNER_WARNING, "De schijf is bijna vol.", NULL, NULL);
  g_assert_cmpuint (count_seen (banner, GTK_ACCESSIBLE_ROLE_STATUS), ==, 0);
  g_assert_cmpuint (count_seen (banner, GTK_ACCESSIBLE_ROLE_ALERT), ==, 1);
  g_assert_cmpstr (rk_banner_get_text (RK_BANNER (banner)), ==, "De schijf is bijna vol.");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_announcement_reaches_the_status_label (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *status = g_object_new (RK_TYPE_STATUS_LABEL, NULL);
  GtkWidget *label = gtk_widget_get_first_child (status);
  GtkWidget *window;

  gtk_box_append (GTK_BOX (box), status);
  window = show (box);
  rk_announce (box, "3 gemeenten gevonden");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "3 gemeenten gevonden");
  rk_announce (box, "2 gemeenten gevonden");
  rk_announce (box, "1 gemeente gevonden");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "3 gemeenten gevonden");
  for (int i = 0; i < 150 && find_label (window, "1 gemeente gevonden") == NULL; i++)
    {
      g_usleep (10000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_assert_nonnull (find_label (window, "1 gemeente gevonden"));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_empty_page_has_only_the_buttons_it_was_given (void)
{
  GtkWidget *page = rk_empty_new ("rk-survey-symbolic", "Nog geen bevragingen", NULL);
  GtkWidget *window = show (page);

  g_assert_null (find_label (window, "Starten"));
  rk_empty_set_button (RK_EMPTY (page), "Starten", "win.start::bdr");
  g_assert_nonnull (find_label (window, "Starten"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/toast/newest-replaces", test_newest_toast_replaces);
  g_test_add_func ("/banner/worse-stays", test_worse_banner_stays);
  g_test_add_func ("/banner/only-trouble-interrupts", test_only_trouble_interrupts);
  g_test_add_func ("/status-label/announcement-reaches-it",
                   test_announcement_reaches_the_status_label);
  g_test_add_func ("/empty/only-the-buttons-it-was-given",
                   test_empty_page_has_only_the_buttons_it_was_given);
  return g_test_run ();
}
