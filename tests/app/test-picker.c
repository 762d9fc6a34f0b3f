/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-picker.h"

static const char *const names[] = { "Gent", "Geel", "Genk", "Aalst" };

static GListModel *
search (const char *text, gpointer data)
{
  GListStore *found = g_list_store_new (RK_TYPE_PICKER_ITEM);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strstr_len (names[i], -1, text) != NULL)
      {
        g_autoptr (RkPickerItem) item = rk_picker_item_new (names[i], names[i], "Provincie");
        g_list_store_append (found, item);
      }
  return G_LIST_MODEL (found);
}

typedef struct
{
  GtkWidget *window;
  RkPicker *picker;
  GtkWidget *list;
  int chosen;
  int extra;
} Fixture;

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static void
chosen_cb (RkPicker *picker, RkPickerItem *item, Fixture *f)
{
  if (item != NULL)
    f->chosen++;
  else
    f->extra++;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->window = gtk_window_new ();
  f->picker = RK_PICKER (rk_picker_new ());
  rk_picker_set_search (f->picker, search, NULL, NULL);
  rk_picker_set_extra (f->picker, "Ander bestuur zelf invullen");
  rk_picker_set_label (f->picker, "Gemeente");
  g_signal_connect (f->picker, "chosen", G_CALLBACK (chosen_cb), f);
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->picker));
  gtk_window_present (GTK_WINDOW (f->window));
  gtk_test_widget_wait_for_draw (f->window);
  f->list = find (GTK_WIDGET (f->picker), GTK_TYPE_LIST_VIEW);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
}

static void
type (Fixture *f, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (rk_picker_get_entry (f->picker)), text);
}

static guint
count_rows (Fixture *f)
{
  return g_list_model_get_n_items (
      G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (f->list))));
}

static void
test_typing_lists_matches_and_the_extra_row (Fixture *f, gconstpointer data)
{
  type (f, "Ge");
  g_assert_cmpuint (count_rows (f), ==, 4);
  type (f, "Gen");
  g_assert_cmpuint (count_rows (f), ==, 3);
  type (f, "xx");
  g_assert_cmpuint (count_rows (f), ==, 1);
}

static void
test_choosing_shows_the_title (Fixture *f, gconstpointer data)
{
  type (f, "Gen");
  g_assert_true (gtk_widget_activate_action (f->list, "list.activate-item", "u", 1));
  g_assert_cmpint (f->chosen, ==, 1);
  g_assert_cmpstr (rk_picker_get_text (f->picker), ==, "Genk");
  g_assert_cmpstr (rk_picker_item_get_id (rk_picker_get_selected (f->picker)), ==, "Genk");
}

static void
test_extra_row_chooses_nothing (Fixture *f, gconstpointer data)
{
  type (f, "Gen");
  g_assert_true (gtk_widget_activate_action (f->list, "list.activate-item", "u", 2));
  g_assert_cmpint (f->extra, ==, 1);
  g_assert_null (rk_picker_get_selected (f->picker));
}

/* What GTK does when a row comes below the pointer. */
static void
point_at (Fixture *f, guint position)
{
  g_assert_true (
      gtk_widget_activate_action (f->list, "list.select-item", "(ubb)", position, FALSE, FALSE));
}

static void
test_a_pointer_that_stands_still_selects_nothing (Fixture *f, gconstpointer data)
{
  GtkSingleSelection *selection =
      GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (f->list)));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (f->list);

  type (f, "Ge");
  point_at (f, 2);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 0);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "motion", 10.0, 10.0);
    }
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 2);
  point_at (f, 1);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 1);
}

static void
test_setting_is_silent (Fixture *f, gconstpointer data)
{
  g_autoptr (RkPickerItem) item = rk_picker_item_new ("Aalst", "Aalst", NULL);

  rk_picker_set_selected (f->picker, item);
  g_assert_cmpstr (rk_picker_get_text (f->picker), ==, "Aalst");
  g_assert_cmpint (f->chosen, ==, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (rk_picker_get_entry (f->picker)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Gemeente");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/picker/typing-lists-matches-and-the-extra-row", Fixture, NULL, set_up,
              test_typing_lists_matches_and_the_extra_row, tear_down);
  g_test_add ("/picker/choosing-shows-the-title", Fixture, NULL, set_up,
              test_choosing_shows_the_title, tear_down);
  g_test_add ("/picker/extra-row-chooses-nothing", Fixture, NULL, set_up,
              test_extra_row_chooses_nothing, tear_down);
  g_test_add ("/picker/a-pointer-that-stands-still-selects-nothing", Fixture, NULL, set_up,
              test_a_pointer_that_stands_still_selects_nothing, tear_down);
  g_test_add ("/picker/setting-is-silent", Fixture, NULL, set_up, test_setting_is_silent,
              tear_down);
  return g_test_run ();
}
