/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-regie-row.h"

#include "rk-options-row.h"
#include "rk-format.h"
#include "rk-regie-answers.h"
#include "rk-toast.h"

#include <glib/gi18n.h>
#include <math.h>

struct _RkRegieRow
{
  GtkBox parent_instance;
  RkStore *store;
  char *application;
  guint question;
  gboolean filling; /* what changes now comes from the workspace */
  GtkWidget *combo, *evidence;
  GtkStringList *choices;
};

G_DEFINE_FINAL_TYPE (RkRegieRow, rk_regie_row, GTK_TYPE_BOX)

static const RkRegieQuestion *
get_question (RkRegieRow *self)
{
  return &rk_regie_questions[self->question];
}

static guint
count_choices (RkRegieRow *self)
{
  guint n = 0;

  while (!get_question (self)->computed && get_question (self)->choices[n].label != NULL)
    n++;
  return n;
}

/* "" (no answer), the values, "unknown", "not_applicable"; of a computed one only "" and the last.
 * (transfer full) (nullable) */
static char *
dup_value (RkRegieRow *self, guint selected)
{
  guint n = count_choices (self);

  if (selected == 0)
    return NULL;
  if (get_question (self)->computed)
    return g_strdup ("not_applicable");
  if (selected <= n)
    return g_strdup_printf ("%d", get_question (self)->choices[selected - 1].value);
  return g_strdup (selected == n + 1 ? "unknown" : "not_applicable");
}

static guint
find_selected (RkRegieRow *self, const char *value)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->choices));

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *one = dup_value (self, i);

      if (g_strcmp0 (one, value) == 0)
        return i;
    }
  return 0;
}

static void
save (RkRegieRow *self, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  if (!rk_regie_answer_set (self->store, self->application, get_question (self)->id, field, value,
                            &error))
    rk_toast_show (GTK_WIDGET (self), error->message, NULL, NULL);
}

static void
selected_cb (RkRegieRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->combo));
  g_autofree char *value = NULL;

  if (self->filling || selected == GTK_INVALID_LIST_POSITION)
    return;
  value = dup_value (self, selected);
  save (self, "value", value);
}

static void
evidence_left_cb (RkRegieRow *self)
{
  g_autoptr (RkRecord) record =
      rk_regie_answer_find (self->store, self->application, get_question (self)->id);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->evidence));
  const char *stored = record != NULL ? rk_record_get (record, "evidence") : NULL;

  if (record != NULL && g_strcmp0 (stored != NULL ? stored : "", text) != 0)
    save (self, "evidence", text);
}

/* The first choice says what there is without an answer: nothing, or what was computed. */
static void
name_first_choice (RkRegieRow *self, const RkRegieScore *score)
{
  double value = score->values[self->question];
  g_autofree char *number = rk_format_number (value, 0);
  g_autofree char *text = NULL;
  const char *replacement[] = { NULL, NULL };
  const char *now = gtk_string_list_get_string (self->choices, 0);

  if (!get_question (self)->computed)
    return;
  /* The value of what does not apply is not computed: its words stay. */
  if (isnan (value))
    text = g_strdup (_ ("Computed: unknown"));
  else
    /* Translators: the words for a value; the value, 0 to 100. */
    text = g_strdup_printf (_ ("Computed: %s (%s)"),
                               rk_regie_get_choice_label (self->question, value), number);
  if (g_str_equal (now, text))
    return;
  replacement[0] = text;
  gtk_string_list_splice (self->choices, 0, 1, replacement);
}

void
rk_regie_row_update (RkRegieRow *self, const RkRegieScore *score)
{
  g_autoptr (RkRecord) record = NULL;
  const char *value, *evidence;

  g_return_if_fail (RK_IS_REGIE_ROW (self));

  record = rk_regie_answer_find (self->store, self->application, get_question (self)->id);
  value = record != NULL ? rk_record_get (record, "value") : NULL;
  evidence = record != NULL ? rk_record_get (record, "evidence") : NULL;
  self->filling = TRUE;
  name_first_choice (self, score);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->combo), find_selected (self, value));
  if (!(gtk_widget_get_state_flags (self->evidence) & GTK_STATE_FLAG_FOCUS_WITHIN) &&
      g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->evidence)),
                 evidence != NULL ? evidence : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->evidence), evidence != NULL ? evidence : "");
  gtk_widget_set_visible (self->evidence, value != NULL && !get_question (self)->computed);
  self->filling = FALSE;
}

static GtkStringList *
make_choices (RkRegieRow *self)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, get_question (self)->computed ? _ ("Computed: unknown")
                                                                 : _ ("No answer yet"));
  for (guint i = 0; i < count_choices (self); i++)
    gtk_string_list_append (choices, gettext (get_question (self)->choices[i].label));
  if (!get_question (self)->computed)
    gtk_string_list_append (choices, _ ("Do not know"));
  gtk_string_list_append (choices, _ ("Not applicable"));
  return choices;
}

static void
make_combo (RkRegieRow *self)
{
  self->combo = rk_options_row_new (gettext (get_question (self)->label),
                                    gettext (get_question (self)->question), self->choices);
  g_signal_connect_swapped (self->combo, "notify::selected", G_CALLBACK (selected_cb), self);
}

static void
make_evidence (RkRegieRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  /* Translators: a few words for a question: "Data model". */
  g_autofree char *label =
      g_strdup_printf (_ ("Evidence for “%s”"), gettext (get_question (self)->label));

  self->evidence = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->evidence),
                                 _ ("Evidence, or where it is"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->evidence), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (evidence_left_cb), self);
  gtk_widget_add_controller (self->evidence, focus);
}

static void
rk_regie_row_finalize (GObject *object)
{
  RkRegieRow *self = RK_REGIE_ROW (object);

  g_object_unref (self->store);
  g_object_unref (self->choices);
  g_free (self->application);
  G_OBJECT_CLASS (rk_regie_row_parent_class)->finalize (object);
}

static void
rk_regie_row_class_init (RkRegieRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rk_regie_row_finalize;
}

static void
rk_regie_row_init (RkRegieRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
rk_regie_row_new (RkStore *store, const char *application, guint question)
{
  RkRegieRow *self = g_object_new (RK_TYPE_REGIE_ROW, NULL);
  GtkWidget *list = gtk_list_box_new ();

  self->store = g_object_ref (store);
  self->application = g_strdup (application);
  self->question = question;
  self->choices = make_choices (self);
  make_combo (self);
  make_evidence (self);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gettext (rk_regie_questions[question].label), -1);
  gtk_list_box_append (GTK_LIST_BOX (list), self->combo);
  gtk_list_box_append (GTK_LIST_BOX (list), self->evidence);
  gtk_box_append (GTK_BOX (self), list);
  return GTK_WIDGET (self);
}
