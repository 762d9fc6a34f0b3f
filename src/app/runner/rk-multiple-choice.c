/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-multiple-choice.h"

#include "rk-choice-columns.h"
#include "rk-choice-row.h"
#include "rk-choice-rows.h"
#include "rk-choice-search.h"
#include "rk-toast.h"
#include "rk-words.h"

#include <glib/gi18n.h>

struct _RkMultipleChoice
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *node;
  GtkBox *box;
  RkChoiceRows *rows;
  RkPicker *picker; /* (nullable): adds one of many */
  GtkLabel *counter;
  GtkLabel *limit; /* message at the maximum */
  guint maximum;   /* 0: none */
};

static void
show_counter (RkMultipleChoice *self)
{
  guint chosen = rk_words_count (rk_form_node_get_stored_value (self->node));
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->counter), self->maximum > 0);
  if (self->maximum == 0)
    return;
  /* Translators: how many options are chosen and how many may be: "3 of at most 4 chosen". */
  text = g_strdup_printf (_ ("%u of at most %u chosen"), chosen, self->maximum);
  gtk_label_set_label (self->counter, text);
}

static void
update (RkQuestionWidget *widget)
{
  RkMultipleChoice *self = RK_MULTIPLE_CHOICE (widget);

  rk_choice_rows_update (self->rows);
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
  g_autoptr (GPtrArray) words = rk_words_split (list);
  g_autoptr (GString) kept = g_string_new (NULL);
  gboolean exclusive = is_exclusive (self, value);

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);

      if (g_str_equal (word, value) || (!exclusive && !is_exclusive (self, word)))
        rk_words_append (kept, word);
    }
  return g_string_free (g_steal_pointer (&kept), FALSE);
}

/* Stores @list, of which @value came last. */
static void
add (RkMultipleChoice *self, const char *list, const char *value)
{
  g_autofree char *kept = without_excluded (self, list, value);
  gboolean unticked = is_exclusive (self, value) && rk_words_count (kept) < rk_words_count (list);

  rk_autosave_choose (self->autosave, self->node, kept);
  if (unticked)
    rk_toast_show_undo (GTK_WIDGET (self),
                        rk_response_get_store (rk_autosave_get_response (self->autosave)),
                        _ ("The other choices were taken away"));
}

/* Whether @value may come beside what is chosen; says so when it may not. */
static gboolean
has_room (RkMultipleChoice *self, const char *value)
{
  guint chosen = rk_words_count (rk_form_node_get_stored_value (self->node));
  gboolean full = self->maximum > 0 && chosen >= self->maximum && !is_exclusive (self, value);

  show_limit (self, full);
  return !full;
}

static void
toggled_cb (RkMultipleChoice *self, GtkCheckButton *button)
{
  const char *value = rk_choice_row_get_value (GTK_WIDGET (button));
  g_autofree char *list = rk_choice_rows_dup_chosen (self->rows);

  if (!gtk_check_button_get_active (button))
    {
      show_limit (self, FALSE);
      rk_autosave_choose (self->autosave, self->node, list);
    }
  else if (has_room (self, value))
    add (self, list, value);
  update (RK_QUESTION_WIDGET (self));
}

static void
chosen_cb (RkMultipleChoice *self, RkPickerItem *item)
{
  const char *value = item != NULL ? rk_picker_item_get_id (item) : "";
  const char *before = rk_form_node_get_stored_value (self->node);
  g_autofree char *list =
      *before != '\0' ? g_strdup_printf ("%s %s", before, value) : g_strdup (value);

  if (*value != '\0' && !rk_words_contain (before, value) && has_room (self, value))
    add (self, list, value);
  rk_picker_set_selected (self->picker, NULL);
  update (RK_QUESTION_WIDGET (self));
}

static void
leave (RkQuestionWidget *widget)
{
  show_limit (RK_MULTIPLE_CHOICE (widget), FALSE);
}

static gboolean
focus_first (RkQuestionWidget *widget)
{
  RkMultipleChoice *self = RK_MULTIPLE_CHOICE (widget);

  return self->picker != NULL ? gtk_widget_grab_focus (rk_picker_get_entry (self->picker))
                              : rk_choice_rows_focus (self->rows);
}

static GtkAccessible *
get_accessible (RkQuestionWidget *widget)
{
  RkMultipleChoice *self = RK_MULTIPLE_CHOICE (widget);

  return self->picker != NULL ? GTK_ACCESSIBLE (rk_picker_get_entry (self->picker))
                              : rk_choice_rows_get_accessible (self->rows);
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->focus_first = focus_first;
  iface->leave = leave;
  iface->update = update;
  iface->get_accessible = get_accessible;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkMultipleChoice, rk_multiple_choice, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                      question_widget_init))

static void
rk_multiple_choice_dispose (GObject *object)
{
  RkMultipleChoice *self = RK_MULTIPLE_CHOICE (object);

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
  gtk_widget_class_bind_template_child (widget_class, RkMultipleChoice, box);
  gtk_widget_class_bind_template_child (widget_class, RkMultipleChoice, counter);
  gtk_widget_class_bind_template_child (widget_class, RkMultipleChoice, limit);
}

static void
rk_multiple_choice_init (RkMultipleChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_picker (RkMultipleChoice *self)
{
  self->picker = RK_PICKER (rk_picker_new ());
  rk_picker_set_placeholder (self->picker, _ ("Type a part of the name to add one"));
  rk_picker_set_search (self->picker, rk_choice_search_find, rk_choice_search_new (self->node),
                        g_object_unref);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (rk_picker_get_entry (self->picker)), 48);
  g_signal_connect_swapped (self->picker, "chosen", G_CALLBACK (chosen_cb), self);
  gtk_box_prepend (self->box, GTK_WIDGET (self->picker));
}

GtkWidget *
rk_multiple_choice_new (RkAutosave *autosave, RkFormNode *node, gboolean searched)
{
  RkMultipleChoice *self = g_object_new (RK_TYPE_MULTIPLE_CHOICE, NULL);
  const char *maximum = rk_form_node_get_attribute (node, "max-choices");

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  self->maximum =
      maximum != NULL ? g_ascii_strtoull (maximum, NULL, 10) : rk_form_node_get_max_choices (node);
  self->rows = RK_CHOICE_ROWS (
      rk_choice_rows_new (autosave, node, searched ? RK_ROWS_CHOSEN : RK_ROWS_CHECK));
  gtk_box_prepend (self->box, GTK_WIDGET (self->rows));
  if (searched)
    add_picker (self);
  g_signal_connect_swapped (self->rows, "toggled", G_CALLBACK (toggled_cb), self);
  show_counter (self);
  return GTK_WIDGET (self);
}
