/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-label-media.h"

#include "rk-markdown.h"
#include "rk-media-file.h"
#include "rk-open-file.h"
#include "rk-picture.h"
#include "rk-rich-label.h"

#include <glib/gi18n.h>

#define SMALL 320
#define LARGE 1200

struct _RkLabelMedia
{
  AdwBin parent_instance;
  RkResponse *response;
  RkFormNode *node;
  GtkWidget *box;
  char *shown; /* the names and texts that are in the box */
};

G_DEFINE_FINAL_TYPE (RkLabelMedia, rk_label_media, ADW_TYPE_BIN)

/* --- one thing at a time ---------------------------------------------------------------------- */

static void
add_missing (RkLabelMedia *self, const char *format, const char *name)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, NULL);
  g_autofree char *text = g_strdup_printf ("%s: %s", format, name);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_add_css_class (label, "rk-hint");
  gtk_box_append (GTK_BOX (self->box), label);
}

/* The words of the label stand for the picture; a picture alone has only its name. */
static char *
dup_alternative (RkLabelMedia *self, const char *name)
{
  const char *label = rk_form_node_get_label (self->node);
  g_autofree char *words = label != NULL ? rk_markdown_to_text (label) : NULL;

  /* Translators: what a picture shows, in words. */
  return g_strdup_printf (_ ("Picture: %s"), words != NULL && *words != '\0' ? words : name);
}

/* Pressed: as large as there is room for, from the larger file when the form has one. */
static void
toggled_cb (RkLabelMedia *self, GtkToggleButton *button)
{
  gboolean large = gtk_toggle_button_get_active (button);
  const char *name = g_object_get_data (G_OBJECT (button), large ? "large-name" : "small-name");
  g_autoptr (GBytes) bytes = rk_media_file_dup (self->response, name);
  GtkWidget *picture = rk_picture_new (large ? LARGE : SMALL);
  g_autofree char *alternative = dup_alternative (self, name);

  rk_picture_show (RK_PICTURE (picture), bytes, alternative);
  gtk_button_set_child (GTK_BUTTON (button), picture);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), large ? _ ("Show smaller") : _ ("Show larger"));
}

static void
add_picture (RkLabelMedia *self, const char *name, const char *large_name)
{
  g_autoptr (GBytes) bytes = rk_media_file_dup (self->response, name);
  g_autofree char *alternative = dup_alternative (self, name);
  GtkWidget *button;

  if (bytes == NULL)
    {
      add_missing (self, _ ("Picture missing"), name);
      return;
    }
  button = gtk_toggle_button_new ();
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "rk-label-picture");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "small-name", g_strdup (name), g_free);
  g_object_set_data_full (G_OBJECT (button), "large-name",
                          g_strdup (large_name != NULL ? large_name : name), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  alternative, -1);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
  toggled_cb (self, GTK_TOGGLE_BUTTON (button));
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
open_cb (RkLabelMedia *self, GtkWidget *button)
{
  const char *name = g_object_get_data (G_OBJECT (button), "name");
  g_autoptr (GBytes) bytes = rk_media_file_dup (self->response, name);

  if (bytes != NULL)
    rk_open_file (GTK_WIDGET (self), bytes, name);
}

/* Sound and film are never played by themselves. */
static void
add_recording (RkLabelMedia *self, const char *name, const char *icon, const char *missing)
{
  g_autoptr (GBytes) bytes = rk_media_file_dup (self->response, name);
  /* Translators: opens the file %s in another program. */
  g_autofree char *title = g_strdup_printf (_ ("Open %s"), name);
  GtkWidget *row, *label, *button;

  if (bytes == NULL)
    {
      add_missing (self, missing, name);
      return;
    }
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  label = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                        PANGO_WRAP_WORD_CHAR, NULL);
  button = gtk_button_new_with_label (_ ("Open file"));
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (name), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (open_cb), self);
  gtk_box_append (GTK_BOX (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "accessible-role",
                                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (self->box), row);
}

static void
add_guidance (RkLabelMedia *self, const char *text)
{
  GtkWidget *expander = gtk_expander_new (_ ("Explanation for who fills in"));
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "margin-top", 6, "margin-start", 18, NULL);

  gtk_widget_add_css_class (label, "rk-hint");
  rk_rich_label_show (GTK_LABEL (label), text);
  gtk_expander_set_child (GTK_EXPANDER (expander), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Explanation for who fills in"), -1);
  gtk_box_append (GTK_BOX (self->box), expander);
}

/* --- together --------------------------------------------------------------------------------- */

typedef struct
{
  char *image, *large, *audio, *video, *hint_image, *guidance; /* (nullable) */
} Names;

static void
names_clear (Names *names)
{
  g_free (names->image);
  g_free (names->large);
  g_free (names->audio);
  g_free (names->video);
  g_free (names->hint_image);
  g_free (names->guidance);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, names_clear)

static void
names_fill (Names *names, RkFormNode *node)
{
  names->image = rk_form_node_dup_media (node, "image");
  names->large = rk_form_node_dup_media (node, "big-image");
  names->audio = rk_form_node_dup_media (node, "audio");
  names->video = rk_form_node_dup_media (node, "video");
  names->hint_image = rk_form_node_dup_hint_media (node, "image");
  names->guidance = rk_form_node_dup_hint_media (node, "guidance");
  if (names->guidance == NULL)
    names->guidance = rk_form_node_dup_media (node, "guidance");
}

static char *
names_join (const Names *names)
{
  const char *parts[] = { names->image, names->large,      names->audio,
                          names->video, names->hint_image, names->guidance };
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (joined, "%s\n", parts[i] != NULL ? parts[i] : "");
  return g_string_free (joined, FALSE);
}

static void
fill (RkLabelMedia *self, const Names *names)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  if (names->image != NULL || names->large != NULL)
    add_picture (self, names->image != NULL ? names->image : names->large, names->large);
  if (names->hint_image != NULL)
    add_picture (self, names->hint_image, NULL);
  if (names->audio != NULL)
    add_recording (self, names->audio, "audio-x-generic-symbolic", _ ("Sound missing"));
  if (names->video != NULL)
    add_recording (self, names->video, "video-x-generic-symbolic", _ ("Film missing"));
  if (names->guidance != NULL)
    add_guidance (self, names->guidance);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (self->box) != NULL);
}

/* Called after each change in the form: a name may follow from an answer. */
static void
refresh (RkLabelMedia *self)
{
  g_auto (Names) names = { 0 };
  g_autofree char *joined = NULL;

  names_fill (&names, self->node);
  joined = names_join (&names);
  if (g_strcmp0 (joined, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&joined);
  fill (self, &names);
}

static void
rk_label_media_dispose (GObject *object)
{
  RkLabelMedia *self = RK_LABEL_MEDIA (object);

  if (self->response != NULL)
    g_signal_handlers_disconnect_by_data (rk_response_get_instance (self->response), self);
  g_clear_object (&self->response);
  g_clear_object (&self->node);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (rk_label_media_parent_class)->dispose (object);
}

static void
rk_label_media_class_init (RkLabelMediaClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_label_media_dispose;
}

static void
rk_label_media_init (RkLabelMedia *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  adw_bin_set_child (ADW_BIN (self), self->box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
rk_label_media_new (RkResponse *response, RkFormNode *node)
{
  RkLabelMedia *self = g_object_new (RK_TYPE_LABEL_MEDIA, NULL);
  RkFormInstance *instance = rk_response_get_instance (response);

  self->response = g_object_ref (response);
  self->node = g_object_ref (node);
  if (!rk_form_has_media (rk_form_instance_get_form (instance)))
    return GTK_WIDGET (self);
  g_signal_connect_swapped (instance, "changed", G_CALLBACK (refresh), self);
  refresh (self);
  return GTK_WIDGET (self);
}
