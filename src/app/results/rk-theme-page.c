/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-theme-page.h"

#include "rk-adaptive-bin.h"
#include "rk-data-table.h"
#include "rk-empty.h"
#include "rk-focus-path.h"
#include "rk-format.h"
#include "rk-indicator-why.h"
#include "rk-results-words.h"
#include "rk-score-bar.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

struct _RkThemePage
{
  AdwBin parent_instance;
  RkResponse *response;
  char *id, *title;
  GtkBox *content;
  gboolean stale; /* answers changed while nobody saw it */
  guint idle;
};

G_DEFINE_FINAL_TYPE (RkThemePage, rk_theme_page, ADW_TYPE_BIN)

/* --- parts ----------------------------------------------------------------------------------- */

/* Name and number, and how many questions stand behind it. */
static GtkWidget *
make_head (const RkTheme *theme)
{
  g_autofree char *coverage = rk_words_coverage (theme);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *bar = rk_score_bar_new (TRUE, 1),
            *caption = rk_why_label_new (coverage, "rk-secondary");

  rk_score_bar_set_score (RK_SCORE_BAR (bar), theme->score);
  gtk_widget_add_css_class (bar, "rk-head-score");
  gtk_box_append (GTK_BOX (box), rk_why_label_new (theme->label, "title-2"));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), caption);
  return box;
}

static GtkWidget *
make_rule (const RkTheme *theme)
{
  g_autofree char *sum = rk_words_theme_sum (theme);
  g_autofree char *weight = rk_words_weight (theme->weight);
  g_autofree char *share = NULL;
  GtkWidget *card = rk_why_card_new (_ ("How this score is made"));

  gtk_box_append (GTK_BOX (card),
                  rk_why_label_new (_ ("The score of a theme is the weighted mean of the scores of its "
                                 "questions: each score times its weight, divided by the sum of "
                                 "the weights. What does not count is left out; it is never zero."),
                      NULL));
  if (*sum != '\0')
    gtk_box_append (GTK_BOX (card), rk_why_label_new (sum, "numeric"));
  /* Translators: %s is a weight, "0,25". */
  share = g_strdup_printf (_ ("In the index this theme has weight %s."), weight);
  gtk_box_append (GTK_BOX (card), rk_why_label_new (share, "rk-secondary"));
  return card;
}

static void
set_row_question (RkThemePage *self, RkDataTable *table, guint row, const RkScoredQuestion *q)
{
  rk_data_table_set_row_action (table, row, "win.open-question",
                                g_variant_new ("(ss)", rk_response_get_id (self->response), q->id));
}

static GtkWidget *
make_counting (RkThemePage *self, const RkTheme *theme)
{
  const char *title = _ ("Questions that count");
  GtkWidget *card = rk_why_card_new (title);
  RkDataTable *table = rk_data_table_new (title);

  rk_data_table_add_column (table, _ ("Question"), RK_COLUMN_TEXT);
  rk_data_table_add_column (table, _ ("Answer"), RK_COLUMN_TEXT);
  rk_data_table_add_column (table, _ ("Score"), RK_COLUMN_NUMBER);
  rk_data_table_add_column (table, _ ("Weight"), RK_COLUMN_NUMBER);
  rk_data_table_add_column (table, _ ("Contribution"), RK_COLUMN_NUMBER);
  for (guint i = 0; i < theme->questions->len; i++)
    {
      const RkScoredQuestion *q = g_ptr_array_index (theme->questions, i);
      g_autofree char *score = rk_format_score (q->score);
      g_autofree char *weight = rk_words_weight (q->weight);
      g_autofree char *part =
          isnan (q->contribution) ? g_strdup ("–") : rk_format_score (q->contribution);
      const char *cells[] = { q->label, q->answer, score, weight, part };

      if (q->counts == RK_COUNTS)
        set_row_question (self, table, rk_data_table_add_row (table, cells), q);
    }
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (table));
  return card;
}

static GtkWidget *
make_missing (RkThemePage *self, const RkTheme *theme)
{
  g_autofree char *sentence = rk_words_missing (theme->questions);
  GtkWidget *card;
  RkDataTable *table;

  if (*sentence == '\0')
    return NULL;
  card = rk_why_card_new (_ ("What does not count"));
  gtk_box_append (GTK_BOX (card), rk_why_label_new (sentence, "rk-secondary"));
  table = rk_data_table_new (_ ("What does not count"));
  rk_data_table_add_column (table, _ ("Question"), RK_COLUMN_TEXT);
  rk_data_table_add_column (table, _ ("Reason"), RK_COLUMN_TEXT);
  for (int reason = RK_COUNTS + 1; reason <= RK_COUNTS_NOT_HIDDEN; reason++)
    for (guint i = 0; i < theme->questions->len; i++)
      {
        const RkScoredQuestion *q = g_ptr_array_index (theme->questions, i);
        const char *cells[] = { q->label, rk_words_reason (reason) };

        if ((int) q->counts == reason)
          {
            guint row = rk_data_table_add_row (table, cells);

            if (reason != RK_COUNTS_NOT_HIDDEN)
              set_row_question (self, table, row, q);
          }
      }
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (table));
  return card;
}

/* --- keeping up ------------------------------------------------------------------------------ */

static RkTheme *
find_theme (RkThemePage *self, RkResults *results)
{
  GPtrArray *themes = rk_results_get_themes (results);

  for (guint i = 0; i < themes->len; i++)
    {
      RkTheme *theme = g_ptr_array_index (themes, i);

      if (g_str_equal (theme->id, self->id))
        return theme;
    }
  return NULL;
}

static RkIndicator *
find_indicator (RkThemePage *self, RkResults *results)
{
  GPtrArray *indicators = rk_results_get_indicators (results);

  if (!g_str_has_prefix (self->id, RK_WHY_INDICATOR))
    return NULL;
  for (guint i = 0; i < indicators->len; i++)
    {
      RkIndicator *indicator = g_ptr_array_index (indicators, i);

      if (g_str_equal (indicator->id, self->id + strlen (RK_WHY_INDICATOR)))
        return indicator;
    }
  return NULL;
}

static void
fill_theme (RkThemePage *self, const RkTheme *theme)
{
  GtkWidget *missing = make_missing (self, theme);

  gtk_box_append (self->content, make_head (theme));
  gtk_box_append (self->content, make_rule (theme));
  if (theme->counting > 0)
    gtk_box_append (self->content, make_counting (self, theme));
  if (missing != NULL)
    gtk_box_append (self->content, missing);
}

static void
fill (RkThemePage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkResults) results = rk_results_new (self->response, &error);
  const RkTheme *theme = results != NULL ? find_theme (self, results) : NULL;
  const RkIndicator *indicator = results != NULL ? find_indicator (self, results) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);
  g_free (self->title);
  if (theme != NULL)
    {
      /* Translators: %s is the name of a theme. */
      self->title = g_strdup_printf (_ ("Why this score? %s"), theme->short_label);
      fill_theme (self, theme);
      return;
    }
  if (indicator != NULL)
    {
      /* Translators: %s is the name of a figure. */
      self->title = g_strdup_printf (_ ("Why this figure? %s"), indicator->label);
      rk_indicator_why_fill (self->content, indicator, rk_response_get_id (self->response));
      return;
    }
  self->title = g_strdup (_ ("No results"));
  gtk_box_append (self->content,
                  rk_empty_new ("rk-chart-symbolic", self->title,
                                error != NULL ? error->message
                                              : _ ("This survey has no such figure.")));
}

static gboolean
fill_cb (gpointer data)
{
  RkThemePage *self = data;
  GArray *place = rk_focus_path_save (GTK_WIDGET (self));

  self->idle = 0;
  fill (self);
  rk_focus_path_restore (GTK_WIDGET (self), place);
  return G_SOURCE_REMOVE;
}

/* A page that nobody sees waits. */
static void
queue_fill (RkThemePage *self)
{
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->stale && self->idle == 0)
    self->idle = g_idle_add (fill_cb, self);
}

static void
map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rk_theme_page_parent_class)->map (widget);
  if (RK_THEME_PAGE (widget)->stale)
    queue_fill (RK_THEME_PAGE (widget));
}

/* --- widget ---------------------------------------------------------------------------------- */

static void
dispose (GObject *object)
{
  RkThemePage *self = RK_THEME_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->response);
  G_OBJECT_CLASS (rk_theme_page_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  RkThemePage *self = RK_THEME_PAGE (object);

  g_free (self->id);
  g_free (self->title);
  G_OBJECT_CLASS (rk_theme_page_parent_class)->finalize (object);
}

static void
rk_theme_page_class_init (RkThemePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RK_TYPE_ADAPTIVE_BIN);
  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;
  widget_class->map = map;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/results/rk-theme-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RkThemePage, content);
}

static void
rk_theme_page_init (RkThemePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

RkThemePage *
rk_theme_page_new (RkResponse *response, const char *id)
{
  RkThemePage *self = g_object_new (RK_TYPE_THEME_PAGE, NULL);

  self->response = g_object_ref (response);
  self->id = g_strdup (id);
  g_signal_connect_object (rk_response_get_instance (response), "changed", G_CALLBACK (queue_fill),
                           self, G_CONNECT_SWAPPED);
  fill (self);
  return self;
}

char *
rk_theme_page_dup_title (RkThemePage *self)
{
  g_return_val_if_fail (RK_IS_THEME_PAGE (self), NULL);

  return g_strdup (self->title);
}
