/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-row-editor.h"

#include "rk-addition.h"
#include "rk-answer-field.h"

#include <glib/gi18n.h>

struct _RkRowEditor
{
  AdwBin parent_instance;
  GtkBox *fields;
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
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (RK_ROW_EDITOR (widget)->fields));

  /* A field is a box of label, hint and control: the control is last. */
  return first != NULL &&
         rk_question_widget_focus_first (RK_QUESTION_WIDGET (gtk_widget_get_last_child (first)));
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
rk_row_editor_class_init (RkRowEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/runner/rk-row-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, RkRowEditor, fields);
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

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_field (RkRowEditor *self, RkAutosave *autosave, RkFormNode *node)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *field = rk_answer_field_new (autosave, node);
  const char *label = rk_form_node_get_label (node);
  const char *hint = rk_form_node_get_hint (node);

  gtk_box_append (GTK_BOX (box), new_label (label != NULL ? label : "", "heading"));
  if (hint != NULL)
    gtk_box_append (GTK_BOX (box), new_label (hint, "rk-hint"));
  gtk_box_append (GTK_BOX (box), field);
  rk_answer_field_set_label (RK_ANSWER_FIELD (field), label != NULL ? label : "");
  rk_answer_field_set_description (RK_ANSWER_FIELD (field), hint);
  g_object_bind_property (node, "relevant", box, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (self->fields, box);
}

GtkWidget *
rk_row_editor_new (RkAutosave *autosave, RkFormNode *node)
{
  RkRowEditor *self = g_object_new (RK_TYPE_ROW_EDITOR, NULL);
  g_autoptr (GPtrArray) fields = rk_row_list_fields (node);

  for (guint i = 0; i < fields->len; i++)
    add_field (self, autosave, g_ptr_array_index (fields, i));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Fields of this row"), -1);
  return GTK_WIDGET (self);
}
