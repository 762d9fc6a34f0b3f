/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-matrix-steps.h"

#include "rk-answer-field.h"
#include "rk-wrap-box.h"

#include <glib/gi18n.h>

struct _RkMatrixSteps
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  GPtrArray *statements; /* of RkFormNode: relevant when the matrix was opened */
  guint index;

  GtkLabel *position, *statement;
  AdwBin *answer; /* holds an RkAnswerField */
  GtkWidget *previous, *next;
};

static void
show_step (RkMatrixSteps *self)
{
  RkFormNode *node = g_ptr_array_index (self->statements, self->index);
  const char *label = rk_form_node_get_label (node);
  GtkWidget *field = rk_answer_field_new (self->autosave, node);
  /* Translators: which statement of a matrix this is: "statement 4 of 5". */
  g_autofree char *position =
      g_strdup_printf (_ ("statement %u of %u"), self->index + 1, self->statements->len);

  gtk_label_set_label (self->position, position);
  gtk_label_set_label (self->statement, label != NULL ? label : "");
  rk_answer_field_set_label (RK_ANSWER_FIELD (field), label != NULL ? label : "");
  adw_bin_set_child (self->answer, field);
  gtk_widget_set_sensitive (self->previous, self->index > 0);
  gtk_widget_set_sensitive (self->next, self->index + 1 < self->statements->len);
}

static gboolean
focus_first (RkQuestionWidget *widget)
{
  RkMatrixSteps *self = RK_MATRIX_STEPS (widget);
  GtkWidget *field = adw_bin_get_child (self->answer);

  return field != NULL && rk_question_widget_focus_first (RK_QUESTION_WIDGET (field));
}

static void
go (RkMatrixSteps *self, int step)
{
  self->index += step;
  show_step (self);
  focus_first (RK_QUESTION_WIDGET (self));
}

static void
previous_cb (RkMatrixSteps *self)
{
  go (self, -1);
}

static void
next_cb (RkMatrixSteps *self)
{
  go (self, 1);
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->focus_first = focus_first;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkMatrixSteps, rk_matrix_steps, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                      question_widget_init))

static void
rk_matrix_steps_dispose (GObject *object)
{
  RkMatrixSteps *self = RK_MATRIX_STEPS (object);

  g_clear_object (&self->autosave);
  g_clear_pointer (&self->statements, g_ptr_array_unref);
  G_OBJECT_CLASS (rk_matrix_steps_parent_class)->dispose (object);
}

static void
rk_matrix_steps_class_init (RkMatrixStepsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_matrix_steps_dispose;
  g_type_ensure (RK_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/runner/rk-matrix-steps.ui");
  gtk_widget_class_bind_template_child (widget_class, RkMatrixSteps, position);
  gtk_widget_class_bind_template_child (widget_class, RkMatrixSteps, statement);
  gtk_widget_class_bind_template_child (widget_class, RkMatrixSteps, answer);
  gtk_widget_class_bind_template_child (widget_class, RkMatrixSteps, previous);
  gtk_widget_class_bind_template_child (widget_class, RkMatrixSteps, next);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
rk_matrix_steps_init (RkMatrixSteps *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
is_open (RkFormNode *node)
{
  return *rk_form_node_get_stored_value (node) == '\0';
}

/* Opens on the first statement that is open. */
static void
collect (RkMatrixSteps *self, GPtrArray *statements)
{
  gboolean found = FALSE;

  for (guint i = 0; i < statements->len; i++)
    {
      RkFormNode *statement = g_ptr_array_index (statements, i);

      if (!rk_form_node_get_relevant (statement))
        continue;
      if (!found && is_open (statement))
        {
          found = TRUE;
          self->index = self->statements->len;
        }
      g_ptr_array_add (self->statements, g_object_ref (statement));
    }
}

GtkWidget *
rk_matrix_steps_new (RkAutosave *autosave, GPtrArray *statements)
{
  RkMatrixSteps *self = g_object_new (RK_TYPE_MATRIX_STEPS, NULL);

  self->autosave = g_object_ref (autosave);
  self->statements = g_ptr_array_new_with_free_func (g_object_unref);
  collect (self, statements);
  if (self->statements->len > 0)
    show_step (self);
  return GTK_WIDGET (self);
}
