/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-upload-field.h"

#include "rk-attach-file.h"
#include "rk-blob.h"
#include "rk-choose-file.h"
#include "rk-draw-box.h"
#include "rk-format.h"
#include "rk-image.h"
#include "rk-open-file.h"
#include "rk-picture.h"
#include "rk-response-file.h"
#include "rk-status-label.h"
#include "rk-toast.h"
#include "rk-wrap-box.h"

#include <glib/gi18n.h>

#define PREVIEW 96

/* What the form asks to make, beside choosing a file. */
typedef enum
{
  MAKE_NOTHING,
  MAKE_SIGNATURE,
  MAKE_DRAWING,
  MAKE_ANNOTATION /* a drawing over a picture */
} Make;

struct _RkUploadField
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *node;
  Make make;
  GtkWidget *area, *buttons;
  GtkLabel *name, *details, *failure;
  GtkSpinner *spinner;
  AdwBin *preview, *sheet;
  GtkWidget *draw, *choose, *remove, *open;
  char *shown;   /* hash of the picture in the preview */
  gboolean busy; /* a file is on its way; the buttons stay, so that the focus does */
};

/* --- words ------------------------------------------------------------------------------------ */

static const char *
get_mediatype (RkUploadField *self)
{
  const RkControl *control = rk_form_node_get_control (self->node);

  return control != NULL && control->mediatype != NULL ? control->mediatype : "";
}

static gboolean
wants_picture (RkUploadField *self)
{
  return g_str_has_prefix (get_mediatype (self), "image/");
}

/* Told before choosing, so that nobody chooses in vain. */
static char *
dup_limit (RkUploadField *self)
{
  const char *type = get_mediatype (self);
  int megabytes = (int) (RK_BLOB_MAX / (1024 * 1024));

  if (wants_picture (self))
    return g_strdup_printf (_ ("A picture of at most %d MB."), megabytes);
  if (g_str_has_prefix (type, "audio/"))
    return g_strdup_printf (_ ("A sound recording of at most %d MB."), megabytes);
  if (g_str_has_prefix (type, "video/"))
    return g_strdup_printf (_ ("A film of at most %d MB."), megabytes);
  return g_strdup_printf (_ ("A file of at most %d MB."), megabytes);
}

static char *
dup_size (gint64 size)
{
  g_autofree char *number = NULL;

  if (size < 1000 * 1000)
    {
      number = rk_format_number (MAX (1, size / 1000.0), 0);
      return g_strdup_printf ("%s\302\240kB", number);
    }
  number = rk_format_number (size / 1e6, 1);
  return g_strdup_printf ("%s\302\240MB", number);
}

static void
show_failure (RkUploadField *self, const char *message)
{
  gtk_label_set_label (self->failure, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), message != NULL);
}

/* --- showing ---------------------------------------------------------------------------------- */

static RkResponse *
get_response (RkUploadField *self)
{
  return rk_autosave_get_response (self->autosave);
}

static void
show_preview (RkUploadField *self, const RkResponseFile *file)
{
  gboolean picture = file != NULL && g_str_has_prefix (file->type, "image/");
  g_autoptr (GBytes) bytes = NULL;
  GtkWidget *preview;

  gtk_widget_set_visible (GTK_WIDGET (self->preview), picture);
  if (g_strcmp0 (self->shown, picture ? file->hash : NULL) == 0)
    return;
  g_free (self->shown);
  self->shown = picture ? g_strdup (file->hash) : NULL;
  if (!picture)
    return;
  bytes = rk_response_dup_file (get_response (self), self->node, NULL);
  preview = rk_picture_new (PREVIEW);
  rk_picture_show (RK_PICTURE (preview), bytes, file->name);
  adw_bin_set_child (self->preview, preview);
}

static void
update (RkQuestionWidget *widget)
{
  RkUploadField *self = RK_UPLOAD_FIELD (widget);
  g_autoptr (RkResponseFile) file = rk_response_get_file (get_response (self), self->node);
  const char *value = rk_form_node_get_stored_value (self->node);
  g_autofree char *details = NULL;

  if (self->busy)
    details = g_strdup (_ ("The file is being added…"));
  else if (file != NULL)
    details = dup_size (file->size);
  else if (*value != '\0')
    details = g_strdup (_ ("This file is not in the workspace."));
  else
    details = dup_limit (self);
  gtk_label_set_label (self->name, *value != '\0' ? value : _ ("Drop a file here, or choose one."));
  gtk_label_set_label (self->details, details);
  gtk_widget_set_visible (self->remove, *value != '\0');
  gtk_widget_set_visible (self->open, file != NULL);
  show_preview (self, file);
}

static void
set_busy (RkUploadField *self, gboolean busy)
{
  self->busy = busy;
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  update (RK_QUESTION_WIDGET (self));
}

/* --- storing ---------------------------------------------------------------------------------- */

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RkUploadField) self = data;
  g_autoptr (GError) error = NULL;
  gboolean stored = rk_attach_finish (result, &error);
  g_autofree char *text = NULL;

  if (self->node == NULL)
    return; /* its section was left */
  show_failure (self, stored ? NULL : error->message);
  set_busy (self, FALSE);
  if (!stored)
    return;
  rk_autosave_report (self->autosave, TRUE, NULL);
  /* Translators: the name of a file. */
  text = g_strdup_printf (_ ("“%s” added"), rk_form_node_get_stored_value (self->node));
  rk_announce (GTK_WIDGET (self), text);
}

void
rk_upload_field_take (RkUploadField *self, const char *path)
{
  g_return_if_fail (RK_IS_UPLOAD_FIELD (self));
  set_busy (self, TRUE);
  rk_attach_file_async (get_response (self), self->node, path, stored_cb, g_object_ref (self));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RkUploadField) self = data;
  g_autofree char *path = rk_choose_file_finish (result);

  if (path != NULL && self->node != NULL && !self->busy)
    rk_upload_field_take (self, path);
}

static void
choose_cb (RkUploadField *self)
{
  if (self->busy)
    return;
  rk_choose_file_async (GTK_WIDGET (self), RK_CHOOSE_OPEN,
                        _ ("Choose a file"), "answer", NULL, NULL, NULL, chosen_cb,
                           g_object_ref (self));
}

static void
remove_cb (RkUploadField *self)
{
  g_autofree char *name = g_strdup (rk_form_node_get_stored_value (self->node));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (self->busy)
    return;
  gtk_widget_grab_focus (self->choose);
  if (!rk_response_detach (get_response (self), self->node, &error))
    {
      show_failure (self, error->message);
      return;
    }
  show_failure (self, NULL);
  update (RK_QUESTION_WIDGET (self));
  rk_autosave_report (self->autosave, TRUE, NULL);
  /* Translators: the name of a file. */
  text = g_strdup_printf (_ ("“%s” removed"), name);
  rk_toast_show_undo (GTK_WIDGET (self), rk_response_get_store (get_response (self)), text);
}

static void
open_cb (RkUploadField *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = rk_response_dup_file (get_response (self), self->node, &error);

  if (bytes != NULL)
    rk_open_file (GTK_WIDGET (self), bytes, rk_form_node_get_stored_value (self->node));
  else if (error != NULL)
    show_failure (self, error->message);
}

static gboolean
drop_cb (RkUploadField *self, const GValue *value)
{
  g_autofree char *path = g_file_get_path (g_value_get_object (value));

  if (path == NULL || self->busy || !gtk_widget_get_sensitive (self->choose))
    return FALSE;
  rk_upload_field_take (self, path);
  return TRUE;
}

/* --- drawing ---------------------------------------------------------------------------------- */

static void
close_sheet (RkUploadField *self)
{
  adw_bin_set_child (self->sheet, NULL);
  gtk_widget_hide (GTK_WIDGET (self->sheet));
  gtk_widget_show (self->buttons);
  gtk_widget_grab_focus (self->draw);
}

static char *
dup_drawing_name (RkUploadField *self)
{
  g_autofree char *stem = NULL;
  const char *value = rk_form_node_get_stored_value (self->node);
  char *dot;

  if (self->make == MAKE_SIGNATURE)
    /* Translators: the name of a file that holds a signature. */
    return g_strconcat (_ ("signature"), ".png", NULL);
  if (*value == '\0')
    /* Translators: the name of a file that holds a drawing. */
    return g_strconcat (_ ("drawing"), ".png", NULL);
  stem = g_strdup (value);
  dot = strrchr (stem, '.');
  if (dot != NULL)
    *dot = '\0';
  return g_strconcat (stem, ".png", NULL);
}

static void
kept_cb (RkUploadField *self, GBytes *png)
{
  g_autofree char *name = dup_drawing_name (self);

  close_sheet (self);
  set_busy (self, TRUE);
  rk_attach_bytes_async (get_response (self), self->node, png, name, stored_cb,
                         g_object_ref (self));
}

/* Over the picture that is there; a signature is always a new one. */
static void
set_background (RkUploadField *self, RkDrawBox *sheet)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autoptr (GError) error = NULL;

  if (self->make == MAKE_SIGNATURE)
    return;
  bytes = rk_response_dup_file (get_response (self), self->node, NULL);
  pixbuf = bytes != NULL ? rk_image_decode (bytes, 2000, &error) : NULL;
  if (error != NULL)
    show_failure (self, error->message);
  rk_draw_box_set_background (sheet, pixbuf);
}

static void
draw_cb (RkUploadField *self)
{
  GtkWidget *sheet;

  if (self->busy)
    return;
  sheet = rk_draw_box_new (self->make == MAKE_SIGNATURE ? RK_DRAW_SIGNATURE : RK_DRAW_DRAWING);
  show_failure (self, NULL);
  set_background (self, RK_DRAW_BOX (sheet));
  g_signal_connect_swapped (sheet, "kept", G_CALLBACK (kept_cb), self);
  g_signal_connect_swapped (sheet, "cancelled", G_CALLBACK (close_sheet), self);
  adw_bin_set_child (self->sheet, sheet);
  gtk_widget_show (GTK_WIDGET (self->sheet));
  gtk_widget_hide (self->buttons);
  gtk_widget_child_focus (sheet, GTK_DIR_TAB_FORWARD);
}

/* --- the question ----------------------------------------------------------------------------- */

static gboolean
focus_first (RkQuestionWidget *widget)
{
  RkUploadField *self = RK_UPLOAD_FIELD (widget);

  return gtk_widget_grab_focus (self->make != MAKE_NOTHING ? self->draw : self->choose);
}

/* What was handed in can still be opened. */
static void
set_frozen (RkQuestionWidget *widget, gboolean frozen)
{
  RkUploadField *self = RK_UPLOAD_FIELD (widget);

  gtk_widget_set_sensitive (self->draw, !frozen);
  gtk_widget_set_sensitive (self->choose, !frozen);
  gtk_widget_set_sensitive (self->remove, !frozen);
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->focus_first = focus_first;
  iface->update = update;
  iface->set_frozen = set_frozen;
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
  g_clear_pointer (&self->shown, g_free);
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
  gtk_widget_class_bind_template_child (widget_class, RkUploadField, buttons);
  gtk_widget_class_bind_template_child (widget_class, RkUploadField, name);
  gtk_widget_class_bind_template_child (widget_class, RkUploadField, details);
  gtk_widget_class_bind_template_child (widget_class, RkUploadField, failure);
  gtk_widget_class_bind_template_child (widget_class, RkUploadField, spinner);
  gtk_widget_class_bind_template_child (widget_class, RkUploadField, preview);
  gtk_widget_class_bind_template_child (widget_class, RkUploadField, sheet);
  gtk_widget_class_bind_template_child (widget_class, RkUploadField, draw);
  gtk_widget_class_bind_template_child (widget_class, RkUploadField, choose);
  gtk_widget_class_bind_template_child (widget_class, RkUploadField, remove);
  gtk_widget_class_bind_template_child (widget_class, RkUploadField, open);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, draw_cb);
}

static void
rk_upload_field_init (RkUploadField *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  g_type_ensure (RK_TYPE_WRAP_BOX);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (self->area, GTK_EVENT_CONTROLLER (target));
}

static Make
read_make (RkFormNode *node)
{
  const RkControl *control = rk_form_node_get_control (node);

  if (control == NULL)
    return MAKE_NOTHING;
  if (rk_control_has_appearance (control, "signature"))
    return MAKE_SIGNATURE;
  if (rk_control_has_appearance (control, "draw"))
    return MAKE_DRAWING;
  return rk_control_has_appearance (control, "annotate") ? MAKE_ANNOTATION : MAKE_NOTHING;
}

GtkWidget *
rk_upload_field_new (RkAutosave *autosave, RkFormNode *node)
{
  RkUploadField *self = g_object_new (RK_TYPE_UPLOAD_FIELD, NULL);
  const char *const verbs[] = { "", _ ("Sign"), _ ("Draw"), _ ("Draw on the picture") };

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  self->make = read_make (node);
  gtk_widget_set_visible (self->draw, self->make != MAKE_NOTHING);
  gtk_button_set_label (GTK_BUTTON (self->draw), verbs[self->make]);
  update (RK_QUESTION_WIDGET (self));
  return GTK_WIDGET (self);
}
