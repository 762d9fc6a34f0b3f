/* SPDX-License-Identifier: EUPL-1.2 */
/* A workspace with a response to data/runner.xml, and the runner on it in a window. */
#pragma once

#include "rk-questions.h"
#include "rk-runner-page.h"
#include "rk-status-label.h"
#include "rk-workspace-kinds.h"

#include <adwaita.h>
#include <glib/gstdio.h>

typedef struct
{
  RkStore *store;
  RkResponse *response;
  RkRunnerPage *page;
  GtkWidget *window;
  char *id;
} Runner;

static inline void
runner_spin (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static inline GtkWidget *
runner_find (GtkWidget *root, GType type)
{
  GtkWidget *hit = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && hit == NULL;
       child = gtk_widget_get_next_sibling (child))
    hit = runner_find (child, type);
  return hit;
}

static inline guint
runner_count (GtkWidget *root, GType type)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (root, type);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += runner_count (child, type);
  return n;
}

/* The visible label @text below @root. */
static inline GtkWidget *
runner_find_label (GtkWidget *root, const char *text)
{
  GtkWidget *hit = NULL;

  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) &&
      g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && hit == NULL;
       child = gtk_widget_get_next_sibling (child))
    hit = runner_find_label (child, text);
  return hit;
}

static inline GtkEventController *
runner_find_keys (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        return controller; /* the widget keeps it */
    }
  return NULL;
}

/* A key press as the key controller of @widget sees it. */
static inline gboolean
runner_press (GtkWidget *widget, guint keyval, GdkModifierType state)
{
  gboolean handled = FALSE;
  g_autoptr (GtkWidget) kept = g_object_ref (widget); /* as GTK does while it delivers an event */
  g_autoptr (GtkEventController) keys = g_object_ref (runner_find_keys (widget));

  g_signal_emit_by_name (keys, "key-pressed", keyval, 0, state, &handled);
  return handled;
}

static inline void
runner_show (Runner *f)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *toasts = adw_toast_overlay_new ();

  f->page = rk_runner_page_new (f->response);
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1200, 800);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (f->page));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), g_object_new (RK_TYPE_STATUS_LABEL, NULL));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), overlay);
  gtk_window_set_child (GTK_WINDOW (f->window), toasts);
  gtk_window_present (GTK_WINDOW (f->window));
  gtk_test_widget_wait_for_draw (f->window);
  runner_spin (200);
  /* On a busy machine the page takes the focus later. */
  for (guint i = 0; i < 30 && gtk_root_get_focus (GTK_ROOT (f->window)) == NULL; i++)
    runner_spin (100);
}

static inline void
runner_hide (Runner *f)
{
  if (f->window != NULL)
    gtk_window_destroy (GTK_WINDOW (f->window));
  f->window = NULL;
  f->page = NULL;
}

/* Closes everything and opens the response again, as after a restart. */
static inline void
runner_restart (Runner *f)
{
  g_autoptr (GError) error = NULL;

  runner_hide (f);
  g_clear_object (&f->response);
  f->response = rk_response_open (f->store, f->id, &error);
  g_assert_no_error (error);
  runner_show (f);
}

/* @data: a form below tests; NULL: data/runner.xml. */
static inline void
runner_set_up (Runner *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "t.regiekamer", NULL);
  g_autofree char *form = g_build_filename (g_getenv ("RK_SOURCE_ROOT"), "tests",
                                            data != NULL ? data : "app/data/runner.xml", NULL);
  g_autoptr (GPtrArray) messages = g_ptr_array_new ();
  g_autoptr (RkQuestionnaire) questionnaire = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  f->store = rk_workspace_open (path, RK_STORE_CREATE, &error);
  g_assert_no_error (error);
  questionnaire = rk_questionnaire_add (f->store, form, messages, &error);
  g_assert_no_error (error);
  f->id = rk_response_start (f->store, questionnaire, "2026", NULL, &error);
  g_assert_no_error (error);
  f->response = rk_response_open (f->store, f->id, &error);
  g_assert_no_error (error);
  runner_show (f);
}

static inline void
runner_tear_down (Runner *f, gconstpointer data)
{
  g_autofree char *path = g_strdup (rk_store_get_path (f->store));

  runner_hide (f);
  g_clear_object (&f->response);
  g_clear_object (&f->store);
  g_clear_pointer (&f->id, g_free);
  g_unlink (path);
}

static inline RkFormNode *
runner_node (Runner *f, const char *path)
{
  RkFormNode *node = rk_form_instance_find (rk_response_get_instance (f->response), path);

  g_assert_nonnull (node);
  return node;
}

static inline void
runner_assert_value (Runner *f, const char *path, const char *value)
{
  g_assert_cmpstr (rk_form_node_get_stored_value (runner_node (f, path)), ==, value);
}
