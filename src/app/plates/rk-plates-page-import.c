/* SPDX-License-Identifier: EUPL-1.2 */
/* Bringing in a reference architecture: the one that comes with the program, or a file. */
#include "config.h"
#include "rk-plates-page-private.h"

#include "rk-archimate-import.h"
#include "rk-architecture-diff.h"
#include "rk-built-in.h"
#include "rk-choose-file.h"
#include "rk-format.h"
#include "rk-status-label.h"
#include "rk-toast.h"
#include "rk-workspace-kinds.h"

#include <glib/gi18n.h>

#define MEGABYTE 1e6

static void
show_work (RkPlatesPage *self, const char *text)
{
  gtk_revealer_set_reveal_child (self->work, text != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plates.cancel", text != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plates.import", text == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plates.load", text == NULL);
  if (text == NULL)
    return;
  gtk_label_set_label (self->work_label, text);
  gtk_progress_bar_set_fraction (self->work_bar, 0);
}

/* "Import of model.xml: 8,2 of 17,1 MB". */
static void
progress_cb (goffset done, goffset total, gpointer data)
{
  RkPlatesPage *self = data;
  g_autofree char *name = NULL;
  g_autofree char *so_far = rk_format_number ((double) done / MEGABYTE, 1);
  g_autofree char *all = rk_format_number ((double) total / MEGABYTE, 1);
  g_autofree char *text = NULL;

  if (self->import == NULL)
    return;
  name = g_object_get_data (G_OBJECT (self->import), "rk-name")
             ? g_strdup (g_object_get_data (G_OBJECT (self->import), "rk-name"))
             : g_strdup ("");
  /* Translators: the name of a file, and two sizes. */
  text = g_strdup_printf (_ ("Import of %s: %s of %s MB"), name, so_far, all);
  gtk_label_set_label (self->work_label, text);
  gtk_progress_bar_set_fraction (self->work_bar,
                                 total > 0 ? CLAMP ((double) done / (double) total, 0, 1) : 0);
}

/* What came of it, and what to look at. */
static void
tell (RkPlatesPage *self, const RkArchimateSummary *summary)
{
  guint warnings = rk_archimate_summary_count_warnings (summary);
  g_autofree char *text =
      g_strdup_printf (ngettext ("Model with %u plate imported", "Model with %u plates imported",
                                 summary->n_views),
                       summary->n_views);
  g_autofree char *more = NULL;
  g_autofree char *current = NULL;

  current = rk_architecture_dup_current (self->store, NULL);
  if (g_strcmp0 (current, summary->id) != 0)
    {
      g_autofree char *location = g_strconcat ("release:", summary->id, NULL);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.open-location", "s", location);
      return;
    }
  if (summary->already)
    {
      rk_banner_show (self->banner, RK_BANNER_INFO,
                      _ ("This model was there already. Nothing was changed."), NULL, NULL);
      return;
    }
  if (warnings == 0)
    {
      rk_toast_show_undo (GTK_WIDGET (self), self->store, text);
      return;
    }
  more = g_strdup_printf (
      ngettext ("%s. %u thing in the file was not understood; it is kept for export.",
                "%s. %u things in the file were not understood; they are kept for export.",
                warnings),
      text, warnings);
  rk_banner_show (self->banner, RK_BANNER_INFO, more, NULL, NULL);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RkPlatesPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RkArchimateSummary) summary = rk_archimate_import_finish (result, &error);

  if (self->store == NULL)
    return;
  g_clear_object (&self->import);
  show_work (self, NULL);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    rk_toast_show (GTK_WIDGET (self), _ ("Import cancelled. Nothing was changed."), NULL, NULL);
  else if (summary == NULL)
    rk_banner_show (self->banner, RK_BANNER_ERROR, error->message, NULL, NULL);
  else
    {
      tell (self, summary);
      rk_announce (GTK_WIDGET (self), _ ("The import is finished."));
    }
}

void
rk_plates_page_import_file (RkPlatesPage *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = g_strdup_printf (_ ("Import of %s"), name);

  g_return_if_fail (RK_IS_PLATES_PAGE (self));

  if (self->import != NULL)
    return;
  self->import = g_cancellable_new ();
  g_object_set_data_full (G_OBJECT (self->import), "rk-name", g_strdup (name), g_free);
  rk_banner_hide (self->banner);
  show_work (self, text);
  rk_archimate_import_async (self->store, path, name, RK_ARCHIMATE_IMPORT_DEFAULT, progress_cb,
                             self, self->import, imported_cb, g_object_ref (self));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *path = rk_choose_file_finish (result);

  if (path != NULL)
    rk_plates_page_import_file (RK_PLATES_PAGE (source), path);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rk_choose_file_async (widget, RK_CHOOSE_OPEN,
                        _ ("Import a model"), "architecture", NULL,
                           _ ("ArchiMate exchange file"), "*.xml;*.archimate;*.xml.gz", chosen_cb,
                              NULL);
}

/* --- the one before ----------------------------------------------------------------------------
 */

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkPlatesPage *self = RK_PLATES_PAGE (widget);
  g_autofree char *before = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = rk_architecture_dup_previous (self->store, &before, NULL, &error);

  if (id != NULL && rk_architecture_use (self->store, id, NULL, &error))
    {
      /* Translators: %s is the name of a reference architecture. */
      text = g_strdup_printf (_ ("%s is in use again"), before);
      rk_toast_show_undo (widget, self->store, text);
    }
  else if (error != NULL)
    rk_banner_show (self->banner, RK_BANNER_ERROR, error->message, NULL, NULL);
}

void
rk_plates_page_fill_menu (RkPlatesPage *self)
{
  g_autofree char *before = NULL;
  g_autofree char *id = rk_architecture_dup_previous (self->store, &before, NULL, NULL);
  g_autofree char *label = NULL;

  g_menu_remove_all (self->back_section);
  if (id == NULL)
    return;
  /* Translators: %s is the name and release of a reference architecture. */
  label = g_strdup_printf (_ ("Back to %s"), before);
  g_menu_append (self->back_section, label, "win.page-action::plates.back");
}

/* --- the one that comes with the program ------------------------------------------------------ */

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (RkStore) store = NULL;
  GError *error = NULL;

  store = rk_workspace_open (data, RK_STORE_OPEN_EXISTING, &error);
  if (store != NULL && rk_built_in_add_architecture (store, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RkPlatesPage *self = RK_PLATES_PAGE (source);
  g_autoptr (GError) error = NULL;

  if (self->store == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plates.load", TRUE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    rk_banner_show (self->banner, RK_BANNER_ERROR, error->message, NULL, NULL);
}

static void
load_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkPlatesPage *self = RK_PLATES_PAGE (widget);
  g_autoptr (GTask) task = g_task_new (self, NULL, loaded_cb, NULL);

  gtk_widget_action_set_enabled (widget, "plates.load", FALSE);
  rk_banner_hide (self->banner);
  g_task_set_source_tag (task, load_action);
  g_task_set_task_data (task, g_strdup (rk_store_get_path (self->store)), g_free);
  g_task_run_in_thread (task, load_thread);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkPlatesPage *self = RK_PLATES_PAGE (widget);

  if (self->import != NULL)
    g_cancellable_cancel (self->import);
}

void
rk_plates_page_install_import (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "plates.import", NULL, import_action);
  gtk_widget_class_install_action (klass, "plates.back", NULL, back_action);
  gtk_widget_class_install_action (klass, "plates.load", NULL, load_action);
  gtk_widget_class_install_action (klass, "plates.cancel", NULL, cancel_action);
}
