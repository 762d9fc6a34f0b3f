/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-ranking.h"

#include "rk-choice-columns.h"
#include "rk-choice-row.h"
#include "rk-choice-search.h"
#include "rk-ranking-row.h"
#include "rk-status-label.h"
#include "rk-words.h"

#include <glib/gi18n.h>

struct _RkRanking
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *node;  /* the group of places, or one leaf that holds the whole order */
  GPtrArray *places; /* of RkFormNode: the places; empty for a leaf */
  GPtrArray *order;  /* of char*: the values placed, best first */
  char *shown;       /* (nullable): what the rows were made from */
  char *written;     /* (nullable): what a leaf was given, of which @order may be the begin */

  GtkListBox *placed, *rest;
  GtkLabel *full, *rest_title;
  GtkWidget *nothing;
  GtkWidget *no_choices;
  guint maximum;
  gboolean entering;
};

/* The places that are choices; a group may hold additions too. */
static GPtrArray *
list_places (RkFormNode *node)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *children;

  if (rk_form_node_get_node_type (node) == RK_NODE_LEAF)
    return places;
  children = rk_form_node_get_children (node);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (RkFormNode) child = g_list_model_get_item (children, i);
      const RkControl *control = rk_form_node_get_control (child);

      if (control != NULL && control->type == RK_CONTROL_SELECT1)
        g_ptr_array_add (places, g_steal_pointer (&child));
    }
  return places;
}

/* All that can be ordered: the choices of the first place, before any is taken. */
static GPtrArray *
get_choices (RkRanking *self)
{
  return rk_form_node_get_choices (self->places->len > 0 ? g_ptr_array_index (self->places, 0)
                                                         : self->node);
}

static gboolean
find_value (RkRanking *self, const char *value, guint *index)
{
  return g_ptr_array_find_with_equal_func (self->order, value, g_str_equal, index);
}

static void
read_places (RkRanking *self)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const char *value = rk_form_node_get_stored_value (g_ptr_array_index (self->places, i));

      if (*value != '\0' && !find_value (self, value, NULL))
        g_ptr_array_add (self->order, g_strdup (value));
    }
}

/* A rank always holds all that can be ranked. What a person did not place yet stands at its end,
 * and stays to be chosen for as long as nobody else wrote the order. */
static void
read_leaf (RkRanking *self)
{
  const char *value = rk_form_node_get_stored_value (self->node);

  if (g_strcmp0 (value, self->written) == 0)
    return;
  g_clear_pointer (&self->written, g_free);
  g_ptr_array_unref (self->order);
  self->order = rk_words_split (value);
}

static void
read_order (RkRanking *self)
{
  if (self->places->len == 0)
    {
      read_leaf (self);
      return;
    }
  g_ptr_array_set_size (self->order, 0);
  read_places (self);
}

/* What is placed, then the others as the form lists them; "" when nothing is. */
static char *
join_order (RkRanking *self)
{
  GPtrArray *choices = get_choices (self);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->order->len; i++)
    rk_words_append (text, g_ptr_array_index (self->order, i));
  for (guint i = 0; self->order->len > 0 && i < choices->len; i++)
    {
      const RkChoice *choice = g_ptr_array_index (choices, i);

      if (!find_value (self, choice->value, NULL))
        rk_words_append (text, choice->value);
    }
  return g_string_free (text, FALSE);
}

/* Every place anew, as one step: the choices of a later place depend on the earlier ones. */
static void
write_places (RkRanking *self)
{
  RkResponse *response = rk_autosave_get_response (self->autosave);
  g_autoptr (GError) error = NULL;
  gboolean ok = TRUE;

  rk_response_begin (response, _ ("Change the ranking"));
  for (guint i = 0; ok && i < self->places->len; i++)
    ok = rk_response_enter_value (response, g_ptr_array_index (self->places, i),
                                  i < self->order->len ? g_ptr_array_index (self->order, i) : "",
                                  &error);
  ok = rk_response_end (response, error == NULL ? &error : NULL) && ok;
  rk_autosave_report (self->autosave, ok, error);
}

static void
write_order (RkRanking *self)
{
  g_autofree char *text = NULL;

  self->entering = TRUE;
  if (self->places->len > 0)
    write_places (self);
  else
    {
      text = join_order (self);
      rk_autosave_choose (self->autosave, self->node, text);
      g_free (self->written);
      self->written = g_strdup (rk_form_node_get_stored_value (self->node));
    }
  self->entering = FALSE;
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
show_full (RkRanking *self)
{
  g_autofree char *text = NULL;

  if (self->maximum == 5)
    text = g_strdup (_ ("Your top five is complete."));
  else
    /* Translators: %u is how many can be placed. */
    text = g_strdup_printf (ngettext ("Your order is complete: %u place.",
                                      "Your order is complete: %u places.", self->maximum),
                            self->maximum);
  gtk_label_set_label (self->full, text);
  gtk_widget_set_visible (GTK_WIDGET (self->full),
                          self->maximum > 0 && self->order->len >= self->maximum);
  gtk_widget_set_visible (self->nothing, self->order->len == 0 && self->maximum > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->rest_title), self->order->len < self->maximum);
  gtk_label_set_label (self->rest_title, self->places->len == 0 && self->order->len > 0
                       ? _ ("Still to choose: as long as you do not, these come last")
                       : _ ("Still to choose"));
}

static void
fill_lists (RkRanking *self, GPtrArray *choices)
{
  clear_list (self->placed);
  clear_list (self->rest);
  for (guint i = 0; i < self->order->len; i++)
    {
      const char *value = g_ptr_array_index (self->order, i);
      const RkChoice *choice = rk_choices_find (choices, value);
      g_autofree char *words = choice != NULL ? rk_choice_dup_words (choice) : g_strdup (value);

      gtk_list_box_append (self->placed, rk_ranking_row_new (value, words, i + 1));
    }
  for (guint i = 0; i < choices->len; i++)
    {
      const RkChoice *choice = g_ptr_array_index (choices, i);
      g_autofree char *words = rk_choice_dup_words (choice);

      if (!find_value (self, choice->value, NULL))
        gtk_list_box_append (self->rest, rk_ranking_row_new (choice->value, words, 0));
    }
}

/* Tells whether the rows there are still are the right ones. */
static char *
describe (RkRanking *self, GPtrArray *choices)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->order->len; i++)
    g_string_append_printf (text, "%s\n", (char *) g_ptr_array_index (self->order, i));
  for (guint i = 0; i < choices->len; i++)
    {
      const RkChoice *choice = g_ptr_array_index (choices, i);

      g_string_append_printf (text, "\t%s\n%s\n", choice->value, choice->label);
    }
  return g_string_free (text, FALSE);
}

static void
show (RkRanking *self)
{
  GPtrArray *choices = get_choices (self);
  g_autofree char *wanted = describe (self, choices);

  if (g_strcmp0 (wanted, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&wanted);
  self->maximum = self->places->len > 0 ? self->places->len : choices->len;
  fill_lists (self, choices);
  show_full (self);
  gtk_widget_set_visible (self->no_choices, choices->len == 0);
}

static void
update (RkQuestionWidget *widget)
{
  RkRanking *self = RK_RANKING (widget);

  if (self->entering)
    return;
  read_order (self);
  show (self);
}

static void
focus_placed (RkRanking *self, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->placed, (int) index);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->rest, 0);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* After a change by a person: what moved is said aloud. */
static void
store (RkRanking *self, const char *value)
{
  const RkChoice *choice = rk_choices_find (get_choices (self), value);
  g_autofree char *label = choice != NULL ? rk_choice_dup_words (choice) : g_strdup (value);
  g_autofree char *text = NULL;
  guint index;

  write_order (self);
  show (self);
  if (find_value (self, value, &index))
    /* Translators: announced after a move: "Document management in place 2 of 5". */
    text = g_strdup_printf (_ ("%s in place %u of %u"), label, index + 1, self->order->len);
  else
    /* Translators: announced when something is taken out of a ranking. */
    text = g_strdup_printf (_ ("%s taken out of your order"), label);
  rk_announce (GTK_WIDGET (self), text);
}

/* The row of @value in the list of what is left; -1 when it is not there. */
static int
find_in_rest (RkRanking *self, const char *value)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rest, i)) != NULL; i++)
    if (g_strcmp0 (rk_ranking_row_get_value (RK_RANKING_ROW (row)), value) == 0)
      return i;
  return -1;
}

/* The row at @index of what is left, else the last; FALSE when there is none. */
static gboolean
focus_rest (RkRanking *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rest, index);

  if (row == NULL && index > 0)
    row = gtk_list_box_get_row_at_index (self->rest, index - 1);
  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Puts @value on the 0-based @place; beyond the end is the end. */
static void
place_value (RkRanking *self, const char *value, guint place)
{
  int from = find_in_rest (self, value);
  guint index;

  if (find_value (self, value, &index))
    g_ptr_array_remove_index (self->order, index);
  else if (self->order->len >= self->maximum)
    {
      rk_announce (GTK_WIDGET (self), gtk_label_get_label (self->full));
      return;
    }
  index = MIN (place, self->order->len);
  g_ptr_array_insert (self->order, (int) index, g_strdup (value));
  store (self, value);
  /* From the list of what is left one goes on choosing there. */
  if (from < 0 || self->order->len >= self->maximum || !focus_rest (self, from))
    focus_placed (self, index);
}

static void
take_out (RkRanking *self, const char *value)
{
  guint index;

  if (!find_value (self, value, &index))
    return;
  g_ptr_array_remove_index (self->order, index);
  store (self, value);
  focus_placed (self, index < self->order->len ? index : MAX (self->order->len, 1) - 1);
}

static void
place_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *value = NULL;
  int place;

  g_variant_get (parameter, "(si)", &value, &place);
  if (place < 0)
    take_out (RK_RANKING (widget), value);
  else
    place_value (RK_RANKING (widget), value, (guint) place);
}

static gboolean
focus_first (RkQuestionWidget *widget)
{
  RkRanking *self = RK_RANKING (widget);

  focus_placed (self, 0);
  return TRUE;
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->focus_first = focus_first;
  iface->update = update;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkRanking, rk_ranking, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                      question_widget_init))

static void
rk_ranking_dispose (GObject *object)
{
  RkRanking *self = RK_RANKING (object);

  if (self->node != NULL)
    g_signal_handlers_disconnect_by_data (self->node, self);
  for (guint i = 0; self->places != NULL && i < self->places->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->places, i), self);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->order, g_ptr_array_unref);
  g_clear_pointer (&self->written, g_free);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->autosave);
  g_clear_object (&self->node);
  G_OBJECT_CLASS (rk_ranking_parent_class)->dispose (object);
}

static void
rk_ranking_class_init (RkRankingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_ranking_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/runner/rk-ranking.ui");
  gtk_widget_class_bind_template_child (widget_class, RkRanking, placed);
  gtk_widget_class_bind_template_child (widget_class, RkRanking, rest);
  gtk_widget_class_bind_template_child (widget_class, RkRanking, full);
  gtk_widget_class_bind_template_child (widget_class, RkRanking, rest_title);
  gtk_widget_class_bind_template_child (widget_class, RkRanking, nothing);
  gtk_widget_class_install_action (widget_class, "ranking.place", "(si)", place_action);
}

static void
rk_ranking_init (RkRanking *self)
{
  self->order = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->no_choices = rk_choice_nothing_new ();
  gtk_widget_set_visible (self->no_choices, FALSE);
  gtk_box_append (GTK_BOX (adw_bin_get_child (ADW_BIN (self))), self->no_choices);
}

GtkWidget *
rk_ranking_new (RkAutosave *autosave, RkFormNode *node)
{
  RkRanking *self = g_object_new (RK_TYPE_RANKING, NULL);

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  self->places = list_places (node);
  g_signal_connect_swapped (node, "notify::value", G_CALLBACK (update), self);
  g_signal_connect_swapped (node, "choices-changed", G_CALLBACK (update), self);
  for (guint i = 0; i < self->places->len; i++)
    g_signal_connect_swapped (g_ptr_array_index (self->places, i), "notify::value",
                              G_CALLBACK (update), self);
  if (self->places->len > 0)
    g_signal_connect_swapped (g_ptr_array_index (self->places, 0), "choices-changed",
                              G_CALLBACK (update), self);
  update (RK_QUESTION_WIDGET (self));
  return GTK_WIDGET (self);
}
