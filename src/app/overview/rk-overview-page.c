/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-overview-page.h"

#include "rk-adaptive-bin.h"
#include "rk-card-order.h"
#include "rk-format.h"
#include "rk-portfolio-cards.h"
#include "rk-score-card.h"
#include "rk-refresh.h"
#include "rk-survey-line.h"
#include "rk-survey-words.h"
#include "rk-workspace-analysis.h"

#include <glib/gi18n.h>
#include <math.h>

struct _RkOverviewPage
{
  AdwBin parent_instance;
  RkStore *store;
  GPtrArray *made; /* of GtkWidget: the cards, in order */
  gboolean all;    /* all points are shown */

  RkAdaptiveBin *adaptive;
  GtkLabel *count;
  GtkListBox *attention;
  GtkButton *all_button;
  GtkWidget *figures;
  GtkLabel *today;
  GtkGrid *cards;
  GtkButton *hidden_button;
};

G_DEFINE_FINAL_TYPE (RkOverviewPage, rk_overview_page, ADW_TYPE_BIN)

static guint
get_max_points (RkOverviewPage *self)
{
  if (self->all)
    return G_MAXUINT;
  return rk_adaptive_bin_get_size_class (self->adaptive) == RK_SIZE_S ? 4 : 5;
}

static void
clear_attention (RkOverviewPage *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->attention, 0)) != NULL)
    gtk_list_box_remove (self->attention, GTK_WIDGET (row));
}

/* What a workspace without any survey begins with. */
static void
show_first_steps (RkOverviewPage *self)
{
  GtkWidget *first = rk_survey_line_new_plain (
      NULL, _ ("Fill in the survey of digital control"),
               _ ("See how much control your administration has over its digital operation."),
                  FALSE, _ ("Begin"), "win.start-survey::BDR");

  rk_survey_line_suggest (RK_SURVEY_LINE (first));
  gtk_list_box_append (self->attention, first);
  gtk_list_box_append (self->attention, rk_survey_line_new_plain (
                                            "rk-chart-symbolic",
                                            _ ("Look at the other questionnaires"),
                                               _ ("Measure how mature and how secure your ICT is."),
                                                  FALSE, NULL, "win.show-page::surveys"));
  gtk_list_box_append (self->attention,
                       rk_survey_line_new_plain (
                           "rk-add-symbolic",
                           _ ("Add your first applications"),
                              _ ("See what is missing, what is there twice and what ends when."),
                                 FALSE, NULL, "win.show-page::applications"));
  gtk_list_box_append (self->attention,
                       rk_survey_line_new_plain ("rk-eye-symbolic",
                                                 _ ("Choose a plate"),
                                                    _ ("See your applications on the reference "
                                                       "architecture."),
                                                       FALSE, NULL, "win.show-page::plates"));
  gtk_label_set_label (self->count, "");
}

static void
show_nothing (RkOverviewPage *self)
{
  gtk_list_box_append (self->attention,
                       rk_survey_line_new_plain ("rk-check-symbolic",
                                                 _ ("Nothing needs your attention now."), NULL,
                                                    FALSE, NULL, "win.show-page::surveys"));
  gtk_label_set_label (self->count, "");
}

/* Surveys first, then what the portfolio asks, each with the most urgent first. */
static void
show_points (RkOverviewPage *self, GPtrArray *open, GPtrArray *points)
{
  guint n = open->len + points->len, shown = MIN (n, get_max_points (self));
  g_autofree char *count =
      g_strdup_printf (ngettext ("%u point", "%u points, most urgent first", n), n);
  g_autofree char *all =
      g_strdup_printf (ngettext ("Show all %u point", "Show all %u points", n), n);

  for (guint i = 0; i < shown; i++)
    gtk_list_box_append (self->attention,
                         i < open->len ? rk_survey_line_new (g_ptr_array_index (open, i),
                                                             i == 0 ? RK_SURVEY_LINE_SUGGESTED : 0)
                                       : rk_portfolio_point_make_line (
                                             g_ptr_array_index (points, i - open->len)));
  gtk_label_set_label (self->count, count);
  gtk_button_set_label (self->all_button, all);
  gtk_widget_set_visible (GTK_WIDGET (self->all_button), shown < n);
}

static void
fill_attention (RkOverviewPage *self, GPtrArray *rows, GPtrArray *points)
{
  g_autoptr (GPtrArray) open = rk_survey_words_list_open (rows, NULL);

  clear_attention (self);
  gtk_widget_set_visible (GTK_WIDGET (self->all_button), FALSE);
  if (open->len + points->len > 0)
    show_points (self, open, points);
  else if (rows->len == 0)
    show_first_steps (self);
  else
    show_nothing (self);
}

/* Puts the cards in one, two or three columns. */
static void
lay_out_cards (RkOverviewPage *self)
{
  RkSizeClass size = rk_adaptive_bin_get_size_class (self->adaptive);
  int columns = size == RK_SIZE_S ? 1 : size == RK_SIZE_M ? 2 : 3;

  for (guint i = 0; i < self->made->len; i++)
    {
      GtkWidget *card = g_ptr_array_index (self->made, i);

      if (gtk_widget_get_parent (card) != NULL)
        gtk_grid_remove (self->cards, card);
      gtk_grid_attach (self->cards, card, (int) i % columns, (int) i / columns, 1, 1);
    }
}

static int
compare_period (gconstpointer a, gconstpointer b)
{
  const RkSurveyRow *first = *(RkSurveyRow *const *) a;
  const RkSurveyRow *second = *(RkSurveyRow *const *) b;

  return g_strcmp0 (first->period, second->period);
}

/* The surveys on this form that have a score, oldest first: (transfer container). */
static GPtrArray *
list_scored (GPtrArray *rows, const char *form_id)
{
  GPtrArray *scored = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      RkSurveyRow *row = g_ptr_array_index (rows, i);
      if (g_strcmp0 (row->form_id, form_id) == 0 && !isnan (row->index))
        g_ptr_array_add (scored, row);
    }
  g_ptr_array_sort (scored, compare_period);
  return scored;
}

/* The forms that have a score, newest survey first: (transfer container) (element-type utf8). */
static GPtrArray *
list_scored_forms (GPtrArray *rows)
{
  GPtrArray *forms = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      const RkSurveyRow *row = g_ptr_array_index (rows, i);
      if (!isnan (row->index) &&
          !g_ptr_array_find_with_equal_func (forms, row->form_id, g_str_equal, NULL))
        g_ptr_array_add (forms, row->form_id);
    }
  return forms;
}

static void
show_hidden (RkOverviewPage *self, guint n_hidden)
{
  g_autofree char *label =
      g_strdup_printf (ngettext ("Show %u hidden card", "Show %u hidden cards", n_hidden),
                       n_hidden);

  gtk_button_set_label (self->hidden_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->hidden_button), n_hidden > 0);
}

/* The cards there are: (transfer container) (element-type utf8). */
static GPtrArray *
list_cards (GPtrArray *rows, RkAnalysisInput *input)
{
  GPtrArray *ids = list_scored_forms (rows);

  if (input != NULL && input->landscape->applications->len > 0)
    g_ptr_array_add (ids, (gpointer) RK_CARD_APPLICATIONS);
  if (input != NULL && input->landscape->contracts->len > 0)
    g_ptr_array_add (ids, (gpointer) RK_CARD_CONTRACTS);
  return ids;
}

static GtkWidget *
make_card (const char *id, GPtrArray *rows, RkAnalysisInput *input)
{
  g_autoptr (GPtrArray) scored = NULL;

  if (g_str_equal (id, RK_CARD_APPLICATIONS))
    return rk_applications_card_new (input);
  if (g_str_equal (id, RK_CARD_CONTRACTS))
    return rk_contracts_card_new (input);
  scored = list_scored (rows, id);
  return rk_score_card_new (scored);
}

static void
fill_cards (RkOverviewPage *self, GPtrArray *rows, RkAnalysisInput *input)
{
  g_autoptr (GPtrArray) ids = list_cards (rows, input);
  guint n_hidden;
  g_autoptr (GPtrArray) shown = rk_card_order_apply (self->store, ids, &n_hidden);

  for (guint i = 0; i < self->made->len; i++)
    gtk_grid_remove (self->cards, g_ptr_array_index (self->made, i));
  g_ptr_array_set_size (self->made, 0);
  for (guint i = 0; i < shown->len; i++)
    g_ptr_array_add (self->made, make_card (g_ptr_array_index (shown, i), rows, input));
  lay_out_cards (self);
  show_hidden (self, n_hidden);
  gtk_widget_set_visible (self->figures, ids->len > 0);
}

static void
show_today (RkOverviewPage *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *iso = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *date = rk_format_date (iso, RK_FORMAT_SENTENCE);
  /* Translators: a date */
  g_autofree char *text = g_strdup_printf (_ ("As of today, %s"), date);

  gtk_label_set_label (self->today, text);
}

static void
refresh (GtkWidget *widget)
{
  RkOverviewPage *self = RK_OVERVIEW_PAGE (widget);
  g_autoptr (GPtrArray) rows = rk_survey_list (self->store, NULL);
  g_autoptr (RkAnalysisInput) input = rk_workspace_load_analysis (self->store, NULL, NULL);
  g_autoptr (GPtrArray) points = rk_portfolio_points_list (input);

  if (rows == NULL)
    return;
  fill_attention (self, rows, points);
  fill_cards (self, rows, input);
  show_today (self);
}

static void
size_class_cb (RkOverviewPage *self)
{
  lay_out_cards (self);
}

/* --- which cards ------------------------------------------------------------------------------ */

static void
hide_card_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RkOverviewPage *self = RK_OVERVIEW_PAGE (widget);

  rk_card_order_hide (self->store, g_variant_get_string (parameter, NULL));
  refresh (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->hidden_button));
}

static void
move_card_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RkOverviewPage *self = RK_OVERVIEW_PAGE (widget);
  g_autoptr (GPtrArray) rows = rk_survey_list (self->store, NULL);
  g_autoptr (RkAnalysisInput) input = rk_workspace_load_analysis (self->store, NULL, NULL);
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GPtrArray) shown = NULL;
  const char *form_id;
  guint n_hidden;
  int by;

  if (rows == NULL)
    return;
  g_variant_get (parameter, "(&si)", &form_id, &by);
  ids = list_cards (rows, input);
  shown = rk_card_order_apply (self->store, ids, &n_hidden);
  rk_card_order_move (self->store, shown, form_id, by);
  refresh (widget);
}

static void
show_cards_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  rk_card_order_show_all (RK_OVERVIEW_PAGE (widget)->store);
  refresh (widget);
}

static void
show_all_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RkOverviewPage *self = RK_OVERVIEW_PAGE (widget);

  self->all = TRUE;
  refresh (widget);
  gtk_widget_child_focus (GTK_WIDGET (self->attention), GTK_DIR_TAB_FORWARD);
}

static void
rk_overview_page_dispose (GObject *object)
{
  RkOverviewPage *self = RK_OVERVIEW_PAGE (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->made, g_ptr_array_unref);
  G_OBJECT_CLASS (rk_overview_page_parent_class)->dispose (object);
}

static void
rk_overview_page_class_init (RkOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_overview_page_dispose;
  g_type_ensure (RK_TYPE_ADAPTIVE_BIN);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/overview/rk-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RkOverviewPage, adaptive);
  gtk_widget_class_bind_template_child (widget_class, RkOverviewPage, count);
  gtk_widget_class_bind_template_child (widget_class, RkOverviewPage, attention);
  gtk_widget_class_bind_template_child (widget_class, RkOverviewPage, all_button);
  gtk_widget_class_bind_template_child (widget_class, RkOverviewPage, figures);
  gtk_widget_class_bind_template_child (widget_class, RkOverviewPage, today);
  gtk_widget_class_bind_template_child (widget_class, RkOverviewPage, cards);
  gtk_widget_class_bind_template_child (widget_class, RkOverviewPage, hidden_button);
  gtk_widget_class_install_action (widget_class, "overview.hide-card", "s", hide_card_action);
  gtk_widget_class_install_action (widget_class, "overview.move-card", "(si)", move_card_action);
  gtk_widget_class_install_action (widget_class, "overview.show-all", NULL, show_all_action);
  gtk_widget_class_install_action (widget_class, "overview.show-cards", NULL, show_cards_action);
}

static void
rk_overview_page_init (RkOverviewPage *self)
{
  self->made = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->adaptive, "notify::size-class", G_CALLBACK (size_class_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
rk_overview_page_new (RkStore *store)
{
  RkOverviewPage *self = g_object_new (RK_TYPE_OVERVIEW_PAGE, NULL);

  self->store = g_object_ref (store);
  rk_refresh_on_change (GTK_WIDGET (self), store, refresh);
  return GTK_WIDGET (self);
}
