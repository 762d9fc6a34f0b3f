/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-multiple-choice.h"

#include "rk-addition.h"
#include "rk-choice-columns.h"
#include "rk-choice-row.h"
#include "rk-answer-field.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

/* From here on two columns, when there is room. */
#define MANY_CHOICES 12

struct _RkMultipleChoice
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *node;
  GtkWidget *columns; /* of boxes of rows */
  GtkLabel *counter;
  GtkLabel *limit; /* message at the maximum */
  guint maximum;   /* 0: none */
  gulong choices_id;
  gboolean filling, narrow;
};

typedef void (*RowFunc) (RkMultipleChoice *self, GtkWidget *row, gpointer data);

static void
foreach_row (RkMultipleChoice *self, RowFunc func, gpointer data)
{
  for (GtkWidget *column = gtk_widget_get_first_child (self->columns); column != NULL;
       column = gtk_widget_get_next_sibling (column))
    for (GtkWidget *row = gtk_widget_get_first_child (column); row != NULL;
         row = gtk_widget_get_next_sibling (row))
      if (GTK_IS_CHECK_BUTTON (row))
        func (self, row, data);
}

static gboolean
holds (const char *list, const char *value)
{
  g_auto (GStrv) words = g_strsplit_set (list, " \t\n", -1);

  return g_strv_contains ((const char *const *) words, value);
}

static void
add_value (RkMultipleChoice *self, GtkWidget *row, gpointer data)
{
  GString *list = data;

  if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (row)))
    return;
  if (list->len > 0)
    g_string_append_c (list, ' ');
  g_string_append (list, rk_choice_row_get_value (row));
}

static guint
count_chosen (const char *list)
{
  g_auto (GStrv) words = g_strsplit_set (list, " \t\n", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += *words[i] != '\0';
  return n;
}

static void
show_counter (RkMultipleChoice *self)
{
  guint chosen = count_chosen (rk_form_node_get_stored_value (self->node));
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->counter), self->maximum > 0);
  if (self->maximum == 0)
    return;
  /* Translators: how many options are chosen and how many may be: "3 of at most 4 chosen". */
  text = g_strdup_printf (_ ("%u of at most %u chosen"), chosen, self->maximum);
  gtk_label_set_label (self->counter, text);
}

static void
show_row (RkMultipleChoice *self, GtkWidget *row, gpointer data)
{
  GtkWidget *next = gtk_widget_get_next_sibling (row);
  gboolean on = holds (data, rk_choice_row_get_value (row));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (row), on);
  if (next != NULL && GTK_IS_REVEALER (next))
    gtk_revealer_set_reveal_child (GTK_REVEALER (next), on);
}

static void
update (RkQuestionWidget *widget)
{
  RkMultipleChoice *self = RK_MULTIPLE_CHOICE (widget);

  self->filling = TRUE;
  foreach_row (self, show_row, (gpointer) rk_form_node_get_stored_value (self->node));
  self->filling = FALSE;
  show_counter (self);
}

static void
show_limit (RkMultipleChoice *self, gboolean reached)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->limit), reached);
  if (!reached)
    return;
  /* Translators: %u is the largest number of options one may choose. */
  text =
      g_strdup_printf (ngettext ("You can choose at most %u. Take one away first.",
                                 "You can choose at most %u. Take one away first.", self->maximum),
                       self->maximum);
  gtk_label_set_label (self->limit, text);
}

static gboolean
is_exclusive (RkMultipleChoice *self, const char *value)
{
  const RkChoice *choice = rk_choices_find (rk_form_node_get_choices (self->node), value);

  return choice != NULL && rk_choice_is_exclusive (choice);
}

/* What remains of @list beside @value: nothing beside an exclusive choice, and no exclusive choice
 * beside another. */
static char *
without_excluded (RkMultipleChoice *self, const char *list, const char *value)
{
  g_auto (GStrv) words = g_strsplit_set (list, " \t\n", -1);
  g_autoptr (GString) kept = g_string_new (NULL);
  gboolean exclusive = is_exclusive (self, value);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean keep = g_str_equal (words[i], value) ||
                      (!exclusive && *words[i] != '\0' && !is_exclusive (self, words[i]));

      if (keep)
        g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", words[i]);
    }
  return g_string_free (g_steal_pointer (&kept), FALSE);
}

static void
store (RkMultipleChoice *self, GtkCheckButton *row)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *kept = NULL;
  const char *value = rk_choice_row_get_value (GTK_WIDGET (row));
  gboolean unticked;

  foreach_row (self, add_value, list);
  if (!gtk_check_button_get_active (row))
    {
      rk_autosave_choose (self->autosave, self->node, list->str);
      return;
    }
  kept = without_excluded (self, list->str, value);
  unticked = is_exclusive (self, value) && !g_str_equal (kept, list->str);
  rk_autosave_choose (self->autosave, self->node, kept);
  if (unticked)
    rk_toast_show (GTK_WIDGET (self), _ ("The other choices were taken away"), _ ("Undo"),
                                                                                  "win.undo");
}

static void
toggled_cb (RkMultipleChoice *self, GtkCheckButton *row)
{
  guint chosen;

  if (self->filling)
    return;
  chosen = count_chosen (rk_form_node_get_stored_value (self->node));
  if (gtk_check_button_get_active (row) && self->maximum > 0 && chosen >= self->maximum &&
      !is_exclusive (self, rk_choice_row_get_value (GTK_WIDGET (row))))
    show_limit (self, TRUE);
  else
    {
      show_limit (self, FALSE);
      store (self, row);
    }
  update (RK_QUESTION_WIDGET (self));
}

static void
add_text_field (RkMultipleChoice *self, GtkWidget *column, const RkChoice *choice)
{
  RkFormNode *text = rk_addition_find (self->node, choice->value);
  GtkWidget *revealer, *field;

  if (text == NULL)
    return;
  field = rk_answer_field_new (self->autosave, text);
  rk_answer_field_set_label (RK_ANSWER_FIELD (field), choice->label);
  gtk_widget_add_css_class (field, "rk-choice-text");
  revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (revealer), field);
  gtk_box_append (GTK_BOX (column), revealer);
}

static GtkWidget *
add_column (RkMultipleChoice *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (self->columns), column);
  return column;
}

static void
build (RkMultipleChoice *self)
{
  guint n_apart;
  g_autoptr (GPtrArray) choices = rk_choices_in_order (self->node, &n_apart);
  gboolean two = choices->len > MANY_CHOICES && !self->narrow;
  guint half = two ? (choices->len + 1) / 2 : choices->len;
  GtkWidget *column = NULL;

  while ((column = gtk_widget_get_first_child (self->columns)) != NULL)
    gtk_box_remove (GTK_BOX (self->columns), column);
  for (guint i = 0; i < choices->len; i++)
    {
      const RkChoice *choice = g_ptr_array_index (choices, i);
      GtkWidget *row = rk_choice_row_new (choice, FALSE);

      if (i == 0 || i == half)
        column = add_column (self);
      if (i > 0 && i == choices->len - n_apart)
        gtk_box_append (GTK_BOX (column), rk_choice_line_new ());
      gtk_box_append (GTK_BOX (column), row);
      g_signal_connect_swapped (row, "toggled", G_CALLBACK (toggled_cb), self);
      add_text_field (self, column, choice);
    }
  update (RK_QUESTION_WIDGET (self));
}

static void
set_narrow (RkQuestionWidget *widget, gboolean narrow)
{
  RkMultipleChoice *self = RK_MULTIPLE_CHOICE (widget);

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  if (rk_form_node_get_choices (self->node)->len > MANY_CHOICES)
    build (self);
}

static void
leave (RkQuestionWidget *widget)
{
  show_limit (RK_MULTIPLE_CHOICE (widget), FALSE);
}

static GtkAccessible *
get_accessible (RkQuestionWidget *widget)
{
  return GTK_ACCESSIBLE (RK_MULTIPLE_CHOICE (widget)->columns);
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->leave = leave;
  iface->update = update;
  iface->set_narrow = set_narrow;
  iface->get_accessible = get_accessible;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkMultipleChoice, rk_multiple_choice, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                      question_widget_init))

static void
rk_multiple_choice_dispose (GObject *object)
{
  RkMultipleChoice *self = RK_MULTIPLE_CHOICE (object);

  if (self->node != NULL)
    g_clear_signal_handler (&self->choices_id, self->node);
  g_clear_object (&self->autosave);
  g_clear_object (&self->node);
  G_OBJECT_CLASS (rk_multiple_choice_parent_class)->dispose (object);
}

static void
rk_multiple_choice_class_init (RkMultipleChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_multiple_choice_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/runner/rk-multiple-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, RkMultipleChoice, columns);
  gtk_widget_class_bind_template_child (widget_class, RkMultipleChoice, counter);
  gtk_widget_class_bind_template_child (widget_class, RkMultipleChoice, limit);
}

static void
rk_multiple_choice_init (RkMultipleChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rk_multiple_choice_new (RkAutosave *autosave, RkFormNode *node)
{
  RkMultipleChoice *self = g_object_new (RK_TYPE_MULTIPLE_CHOICE, NULL);
  const char *maximum = rk_form_node_get_attribute (node, "max-choices");

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  self->maximum = maximum != NULL ? g_ascii_strtoull (maximum, NULL, 10) : 0;
  self->choices_id = g_signal_connect_swapped (node, "choices-changed", G_CALLBACK (build), self);
  build (self);
  return GTK_WIDGET (self);
}
