/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-upload-field.h"

#include "rk-choose-file.h"
#include "rk-format.h"

#include <glib/gi18n.h>

struct _RkUploadField
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *node;
  GtkWidget *area;
  GtkLabel *name, *details;
  GtkPicture *preview;
  GtkWidget *choose, *remove;
};

static char *
dup_size (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, 0, NULL, NULL);

  if (info == NULL)
    return g_strdup (_ ("This file is no longer there."));
  return g_format_size (g_file_info_get_size (info));
}

static gboolean
is_image (RkUploadField *self)
{
  const RkControl *control = rk_form_node_get_control (self->node);

  return control != NULL && control->mediatype != NULL &&
         g_str_has_prefix (control->mediatype, "image/");
}

static void
update (RkQuestionWidget *widget)
{
  RkUploadField *self = RK_UPLOAD_FIELD (widget);
  const char *path = rk_form_node_get_stored_value (self->node);
  gboolean empty = *path == '\0';
  g_autofree char *name = empty ? NULL : g_path_get_basename (path);
  g_autofree char *size = empty ? NULL : dup_size (path);

  gtk_label_set_label (self->name, empty ? _ ("Drop a file here, or choose one.") : name);
  gtk_label_set_label (self->details, empty ? "" : size);
  gtk_widget_set_visible (GTK_WIDGET (self->details), !empty);
  gtk_widget_set_visible (self->remove, !empty);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), !empty && is_image (self));
  if (!empty && is_image (self))
    gtk_picture_set_filename (self->preview, path);
}

static void
take (RkUploadField *self, const char *path)
{
  rk_autosave_choose (self->autosave, self->node, path);
  update (RK_QUESTION_WIDGET (self));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RkUploadField) self = data;
  g_autofree char *path = rk_choose_file_finish (result);

  if (path != NULL && self->node != NULL)
    take (self, path);
}

static void
choose_cb (RkUploadField *self)
{
  rk_choose_file_async (GTK_WIDGET (self), RK_CHOOSE_OPEN,
                        _ ("Choose a file"), "answer", NULL, NULL, NULL, chosen_cb,
                           g_object_ref (self));
}

static void
remove_cb (RkUploadField *self)
{
  take (self, "");
  gtk_widget_grab_focus (self->choose);
}

static gboolean
drop_cb (RkUploadField *self, const GValue *value)
{
  g_autofree char *path = g_file_get_path (g_value_get_object (value));

  if (path == NULL)
    return FALSE;
  take (self, path);
  return TRUE;
}

static gboolean
focus_first (RkQuestionWidget *widget)
{
  return gtk_widget_grab_focus (RK_UPLOAD_FIELD (widget)->choose);
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->focus_first = focus_first;
  iface->update = update;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkUploadField, rk_upload_field, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                      question_widget_init))

static void
rk_upload_field_dispose (GObject *object)
{
  RkUploadField *self = RK_UPLOAD_FIELD (object);

  g_clear_object (&self->autosave);
  g_clear_object (&self->node);
  G_OBJECT_CLASS (rk_upload_field_parent_class)->dispose (object);
}

static void
rk_upload_field_class_init (RkUploadFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_upload_field_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/runner/rk-upload-field.ui");
  gtk_widget_class_bind_template_child (widget_class, RkUploadField, area);
  gtk_widget_class_bind_template_child (widget_class, RkUploadField, name);
  gtk_widget_class_bind_template_child (widget_class, RkUploadField, details);
  gtk_widget_class_bind_template_child (widget_class, RkUploadField, preview);
  gtk_widget_class_bind_template_child (widget_class, RkUploadField, choose);
  gtk_widget_class_bind_template_child (widget_class, RkUploadField, remove);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
rk_upload_field_init (RkUploadField *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (self->area, GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
rk_upload_field_new (RkAutosave *autosave, RkFormNode *node)
{
  RkUploadField *self = g_object_new (RK_TYPE_UPLOAD_FIELD, NULL);

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  update (RK_QUESTION_WIDGET (self));
  return GTK_WIDGET (self);
}
