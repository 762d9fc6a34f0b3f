/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-assignee-popover.h"

#include "rk-editable.h"

#include <glib/gi18n.h>

#define MAX_NAMES 8

struct _RkAssigneePopover
{
  GtkPopover parent_instance;
  RkAutosave *autosave;
  RkQuestion *question;
  GtkWidget *entry;
  GtkBox *names;
  GtkWidget *nobody;
};

G_DEFINE_FINAL_TYPE (RkAssigneePopover, rk_assignee_popover, GTK_TYPE_POPOVER)

static void
assign (RkAssigneePopover *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = rk_response_set_assignee (rk_autosave_get_response (self->autosave), self->question,
                                          name, &error);

  rk_autosave_report (self->autosave, ok, error);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
activate_cb (RkAssigneePopover *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  assign (self, g_strstrip (name));
}

static void
nobody_cb (RkAssigneePopover *self)
{
  assign (self, "");
}

static void
name_clicked_cb (RkAssigneePopover *self, GtkButton *button)
{
  assign (self, gtk_button_get_label (button));
}

static void
rk_assignee_popover_dispose (GObject *object)
{
  RkAssigneePopover *self = RK_ASSIGNEE_POPOVER (object);

  g_clear_object (&self->autosave);
  g_clear_object (&self->question);
  G_OBJECT_CLASS (rk_assignee_popover_parent_class)->dispose (object);
}

static void
rk_assignee_popover_class_init (RkAssigneePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_assignee_popover_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/runner/rk-assignee-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RkAssigneePopover, entry);
  gtk_widget_class_bind_template_child (widget_class, RkAssigneePopover, names);
  gtk_widget_class_bind_template_child (widget_class, RkAssigneePopover, nobody);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, nobody_cb);
}

static void
rk_assignee_popover_init (RkAssigneePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
take_name (GPtrArray *names, const char *name)
{
  if (*name != '\0' && names->len < MAX_NAMES &&
      !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (name));
}

/* The author first, then who was named in this response before. */
static GPtrArray *
list_names (RkResponse *response)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GListModel *sections = rk_response_get_sections (response);

  take_name (names, rk_store_get_author (rk_response_get_store (response)));
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (RkSection) section = g_list_model_get_item (sections, i);
      GListModel *questions = rk_section_get_questions (section);

      for (guint j = 0; j < g_list_model_get_n_items (questions); j++)
        {
          g_autoptr (RkQuestion) question = g_list_model_get_item (questions, j);
          g_autofree char *name = rk_response_dup_assignee (response, question);

          take_name (names, name);
        }
    }
  return names;
}

static void
add_names (RkAssigneePopover *self)
{
  g_autoptr (GPtrArray) names = list_names (rk_autosave_get_response (self->autosave));

  for (guint i = 0; i < names->len; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (g_ptr_array_index (names, i));

      gtk_widget_add_css_class (button, "flat");
      gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (name_clicked_cb), self);
      gtk_box_append (self->names, button);
    }
}

GtkWidget *
rk_assignee_popover_new (RkAutosave *autosave, RkQuestion *question)
{
  RkAssigneePopover *self = g_object_new (RK_TYPE_ASSIGNEE_POPOVER, NULL);
  g_autofree char *name = rk_response_dup_assignee (rk_autosave_get_response (autosave), question);

  self->autosave = g_object_ref (autosave);
  self->question = g_object_ref (question);
  rk_editable_fill (GTK_EDITABLE (self->entry), name);
  gtk_widget_set_visible (self->nobody, *name != '\0');
  add_names (self);
  return GTK_WIDGET (self);
}
