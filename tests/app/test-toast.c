/* SPDX-License-Identifier: EUPL-1.2 */
/* Toasts, banners, empty pages and announcements: what a page says beside its content. */
#include "rk-banner.h"
#include "rk-change.h"
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

/* libadwaita 1.2 fails on a toast that is clicked away, or loses its overlay, while it moves. */
static void
let_it_come (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
close_window (GtkWidget *window)
{
  let_it_come ();
  gtk_window_destroy (GTK_WINDOW (window));
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
  close_window (window);
}

static const RkField plant_fields[] = { { "name", "Name", RK_FIELD_TEXT, RK_FIELD_REQUIRED },
                                        { NULL } };
static const RkKind plant = { "plant", "Plant", "Plants", "name", plant_fields };
static const RkKind *const kinds[] = { &plant, NULL };

static void
add_plant (RkStore *store, const char *name)
{
  g_autoptr (RkChange) change = rk_change_new (store, "Add");
  g_autoptr (GError) error = NULL;

  rk_change_set (change, "plant", name, "name", name, NULL);
  rk_change_apply (change, &error);
  g_assert_no_error (error);
}

static void
undo_step_action (GSimpleAction *action, GVariant *parameter, gpointer store)
{
  rk_store_undo_step (store, g_variant_get_string (parameter, NULL), NULL, NULL);
}

static gboolean
wait_until_shown (GtkWidget *window, const char *text, gboolean shown)
{
  for (int i = 0; i < 100 && (find_label (window, text) != NULL) != shown; i++)
    {
      g_usleep (20000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  return (find_label (window, text) != NULL) == shown;
}

typedef struct
{
  RkStore *store;
  GtkWidget *window, *page;
} Undoing;

/* One plant was added, and the toast says so. */
static void
undoing_set_up (Undoing *u, gconstpointer data)
{
  const GActionEntry entries[] = { { "undo-step", undo_step_action, "s" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autofree char *folder = g_dir_make_tmp ("toast-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "test.regiekamer", NULL);
  GtkWidget *overlay = adw_toast_overlay_new ();

  u->store = rk_store_open (path, kinds, RK_STORE_CREATE, NULL);
  g_assert_nonnull (u->store);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, 1, u->store);
  u->page = gtk_label_new ("page");
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), u->page);
  u->window = show (overlay);
  gtk_widget_insert_action_group (u->window, "win", G_ACTION_GROUP (group));
  add_plant (u->store, "linde");
  rk_toast_show_undo (u->page, u->store, "Linde toegevoegd");
  g_assert_true (wait_until_shown (u->window, "Linde toegevoegd", TRUE));
}

static void
undoing_tear_down (Undoing *u, gconstpointer data)
{
  close_window (u->window);
  g_object_unref (u->store);
}

static void
test_undo_takes_back_its_own_step (Undoing *u, gconstpointer data)
{
  GtkWidget *label = find_label (u->window, g_dgettext ("regiekamer", "Undo"));

  g_assert_nonnull (label);
  let_it_come ();
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  g_assert_cmpint (rk_store_count (u->store, "plant", NULL, NULL, NULL), ==, 0);
  g_assert_true (wait_until_shown (u->window, "Linde toegevoegd", FALSE));
}

/* What came after may be an answer: the button must never take that back. */
static void
test_later_step_takes_the_toast_away (Undoing *u, gconstpointer data)
{
  GtkWidget *label = find_label (u->window, g_dgettext ("regiekamer", "Undo"));
  g_autoptr (GtkWidget) button = g_object_ref (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON));

  let_it_come ();
  add_plant (u->store, "eik");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpint (rk_store_count (u->store, "plant", NULL, NULL, NULL), ==, 2);
  g_assert_true (wait_until_shown (u->window, "Linde toegevoegd", FALSE));
}

static void
test_toasts_go_with_the_page (Undoing *u, gconstpointer data)
{
  rk_toast_dismiss (u->window);
  g_assert_true (wait_until_shown (u->window, "Linde toegevoegd", FALSE));
  g_assert_cmpint (rk_store_count (u->store, "plant", NULL, NULL, NULL), ==, 1);
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

#define UNDOING(name, function)                                                                    \
  g_test_add ("/toast/" name, Undoing, NULL, undoing_set_up, function, undoing_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/toast/newest-replaces", test_newest_toast_replaces);
  UNDOING ("undo-takes-back-its-own-step", test_undo_takes_back_its_own_step);
  UNDOING ("later-step-takes-it-away", test_later_step_takes_the_toast_away);
  UNDOING ("goes-with-the-page", test_toasts_go_with_the_page);
  g_test_add_func ("/banner/worse-stays", test_worse_banner_stays);
  g_test_add_func ("/banner/only-trouble-interrupts", test_only_trouble_interrupts);
  g_test_add_func ("/status-label/announcement-reaches-it",
                   test_announcement_reaches_the_status_label);
  g_test_add_func ("/empty/only-the-buttons-it-was-given",
                   test_empty_page_has_only_the_buttons_it_was_given);
  return g_test_run ();
}
