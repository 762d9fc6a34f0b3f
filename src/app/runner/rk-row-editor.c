/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-row-editor.h"

#include "rk-addition.h"
#include "rk-section-view.h"
#include "rk-wrap-box.h"

#include <glib/gi18n.h>

struct _RkRowEditor
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *row;
  RkSection *section; /* of the fields */

  GtkLabel *trail;
  GtkBox *box;
  GtkWidget *back, *previous, *next, *remove;
  GtkWidget *view;
};

enum
{
  STEP,
  REMOVE,
  DONE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean
focus_first (RkQuestionWidget *widget)
{
  RkRowEditor *self = RK_ROW_EDITOR (widget);

  return rk_section_view_focus_first (RK_SECTION_VIEW (self->view)) ||
         gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
set_narrow (RkQuestionWidget *widget, gboolean narrow)
{
  RkRowEditor *self = RK_ROW_EDITOR (widget);

  gtk_widget_set_visible (self->back, narrow);
  rk_section_view_set_size_class (RK_SECTION_VIEW (self->view), narrow ? RK_SIZE_S : RK_SIZE_L);
}

static void
show_open (RkQuestionWidget *widget, gboolean show)
{
  rk_section_view_show_open (RK_SECTION_VIEW (RK_ROW_EDITOR (widget)->view), show);
}

static void
previous_cb (RkRowEditor *self)
{
  g_signal_emit (self, signals[STEP], 0, -1);
}

static void
next_cb (RkRowEditor *self)
{
  g_signal_emit (self, signals[STEP], 0, 1);
}

static void
remove_cb (RkRowEditor *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
done_cb (RkRowEditor *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->focus_first = focus_first;
  iface->set_narrow = set_narrow;
  iface->show_open = show_open;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkRowEditor, rk_row_editor, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                      question_widget_init))

static gboolean
key_cb (RkRowEditor *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  done_cb (self);
  return GDK_EVENT_STOP;
}

static void
rk_row_editor_dispose (GObject *object)
{
  RkRowEditor *self = RK_ROW_EDITOR (object);

  if (self->section != NULL)
    g_signal_handlers_disconnect_by_data (self->section, self);
  g_clear_object (&self->section);
  g_clear_object (&self->row);
  g_clear_object (&self->autosave);
  G_OBJECT_CLASS (rk_row_editor_parent_class)->dispose (object);
}

static void
rk_row_editor_class_init (RkRowEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RK_TYPE_WRAP_BOX);
  G_OBJECT_CLASS (klass)->dispose = rk_row_editor_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/runner/rk-row-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, RkRowEditor, trail);
  gtk_widget_class_bind_template_child (widget_class, RkRowEditor, box);
  gtk_widget_class_bind_template_child (widget_class, RkRowEditor, back);
  gtk_widget_class_bind_template_child (widget_class, RkRowEditor, previous);
  gtk_widget_class_bind_template_child (widget_class, RkRowEditor, next);
  gtk_widget_class_bind_template_child (widget_class, RkRowEditor, remove);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  signals[STEP] = g_signal_new ("step", RK_TYPE_ROW_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
  signals[REMOVE] = g_signal_new ("remove", RK_TYPE_ROW_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", RK_TYPE_ROW_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
rk_row_editor_init (RkRowEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
list_leaves (RkFormNode *node, GPtrArray *list)
{
  GListModel *children = rk_form_node_get_children (node);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (RkFormNode) child = g_list_model_get_item (children, i);

      if (rk_form_node_get_node_type (child) == RK_NODE_GROUP)
        list_leaves (child, list);
      else if (rk_form_node_get_node_type (child) == RK_NODE_LEAF &&
               rk_form_node_get_control (child) != NULL && !rk_addition_is (child))
        g_ptr_array_add (list, g_steal_pointer (&child));
    }
}

GPtrArray *
rk_row_list_fields (RkFormNode *row)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  list_leaves (row, list);
  return list;
}

/* "Kind 2 › Huisdier 1": the rows it is in too. */
static void
show_trail (RkRowEditor *self)
{
  RkFormInstance *instance = rk_response_get_instance (rk_autosave_get_response (self->autosave));
  g_autofree char *trail = rk_row_dup_trail (instance, self->row);

  gtk_label_set_label (self->trail, trail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, trail, -1);
}

GtkWidget *
rk_row_editor_new (RkAutosave *autosave, RkQuestion *repeat, RkFormNode *row)
{
  RkRowEditor *self = g_object_new (RK_TYPE_ROW_EDITOR, NULL);

  self->autosave = g_object_ref (autosave);
  self->row = g_object_ref (row);
  self->section = rk_section_new_for_row (repeat, row);
  self->view = rk_section_view_new (autosave, self->section, RK_SHOW_INNER, RK_ALL_PAGES);
  gtk_box_insert_child_after (self->box, self->view,
                              gtk_widget_get_first_child (GTK_WIDGET (self->box)));
  g_signal_connect_swapped (self->section, "notify::title", G_CALLBACK (show_trail), self);
  show_trail (self);
  set_narrow (RK_QUESTION_WIDGET (self), FALSE);
  rk_section_view_fill (RK_SECTION_VIEW (self->view));
  return GTK_WIDGET (self);
}

void
rk_row_editor_set_place (RkRowEditor *self, guint index, guint n, gboolean removable)
{
  g_return_if_fail (RK_IS_ROW_EDITOR (self));
  gtk_widget_set_visible (gtk_widget_get_parent (self->previous), n > 1);
  gtk_widget_set_visible (gtk_widget_get_parent (self->next), n > 1);
  gtk_widget_set_sensitive (self->previous, index > 0);
  gtk_widget_set_sensitive (self->next, index + 1 < n);
  gtk_widget_set_visible (gtk_widget_get_parent (self->remove), removable);
}

gboolean
rk_row_editor_show_field (RkRowEditor *self, RkFormNode *field)
{
  GListModel *questions;

  g_return_val_if_fail (RK_IS_ROW_EDITOR (self), FALSE);
  questions = rk_section_get_questions (self->section);
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (RkQuestion) question = g_list_model_get_item (questions, i);
      g_autoptr (GPtrArray) leaves = rk_question_list_leaves (question);
      gboolean found = g_ptr_array_find (leaves, field, NULL);
      RkQuestionCard *card;

      for (RkFormNode *node = field; node != NULL && !found; node = rk_form_node_get_parent (node))
        found = node == rk_question_get_node (question);
      card = found ? rk_section_view_find (RK_SECTION_VIEW (self->view), question) : NULL;
      if (card != NULL)
        return rk_question_card_show_field (card, field);
    }
  return FALSE;
}
