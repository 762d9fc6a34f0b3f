/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-results-page.h"

#include "rk-adaptive-bin.h"
#include "rk-banner.h"
#include "rk-compare-button.h"
#include "rk-empty.h"
#include "rk-focus-path.h"
#include "rk-format.h"
#include "rk-pair-layout.h"
#include "rk-radar-chart.h"
#include "rk-results-cards.h"
#include "rk-side-layout.h"
#include "rk-theme-bars.h"

#include <glib/gi18n.h>

/* Least width of the index and of the profile beside each other, and of the left column. */
#define PAIR_WIDTH 330
#define LEFT_WIDTH 384
/* A profile with this many axes has names beside it, and needs more. */
#define MANY_AXES 7
#define WIDE_LEFT_WIDTH 448

struct _RkResultsPage
{
  AdwBin parent_instance;
  RkResponse *response;
  RkComparison *comparison; /* (nullable): no scores, or they cannot be read */
  RkAdaptiveBin *bin;
  RkBanner *banner;
  GtkBox *columns, *left, *pair, *right;
  GPtrArray *cards;  /* of GtkWidget, as they are shown now */
  RkThemeBars *bars; /* (nullable): in one of the cards */
  RkCompareButton *compare;
  gboolean as_tables, stale;
  guint idle;
};

G_DEFINE_FINAL_TYPE (RkResultsPage, rk_results_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_AS_TABLES = 1
} RkResultsPageProps;
static GParamSpec *props[PROP_AS_TABLES + 1];

/* --- layout ---------------------------------------------------------------------------------- */

static void
clear_box (GtkBox *box, GtkWidget *keep)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (child != keep)
        gtk_box_remove (box, child);
      child = next;
    }
}

static void
clear_cards (RkResultsPage *self)
{
  GtkWidget *parent;

  parent = self->compare != NULL ? gtk_widget_get_parent (GTK_WIDGET (self->compare)) : NULL;
  if (parent != NULL)
    gtk_box_remove (GTK_BOX (parent), GTK_WIDGET (self->compare)); /* it outlives its card */
  self->bars = NULL;
  g_ptr_array_set_size (self->cards, 0);
  clear_box (self->pair, NULL);
  clear_box (self->left, GTK_WIDGET (self->pair));
  clear_box (self->right, NULL);
}

static int
get_left_width (RkResultsPage *self)
{
  guint n = self->comparison != NULL
                ? rk_results_get_themes (rk_comparison_get_own (self->comparison))->len
                : 0;
  int width = n >= MANY_AXES && n <= RK_RADAR_MAX_AXES ? WIDE_LEFT_WIDTH : LEFT_WIDTH;

  return (int) (width * rk_text_scale (GTK_WIDGET (self)));
}

/* L: two columns; else one, with the profile beside the index where there is room for both. */
static void
arrange (RkResultsPage *self)
{
  RkSizeClass size = rk_adaptive_bin_get_size_class (self->bin);
  int left = get_left_width (self);
  gboolean wide = size >= RK_SIZE_L;

  rk_side_layout_set_first_width (RK_SIDE_LAYOUT (
                                      gtk_widget_get_layout_manager (GTK_WIDGET (self->columns))),
                                  wide ? left : 0);
  if (self->bars != NULL)
    rk_theme_bars_set_narrow (self->bars, size == RK_SIZE_S);
}

static void
add_card (RkResultsPage *self, GtkWidget *parent, GtkWidget *card)
{
  RkChart *chart;

  if (card == NULL)
    return;
  chart = rk_card_get_chart (card);
  if (chart != NULL && self->as_tables)
    rk_chart_set_as_table (chart, TRUE);
  g_ptr_array_add (self->cards, card);
  gtk_box_append (GTK_BOX (parent), card);
}

static void
show_state (RkResultsPage *self)
{
  g_autofree char *text = NULL;
  g_autofree char *action = NULL;
  guint answered, total, required;

  rk_banner_hide (self->banner);
  if (rk_response_is_submitted (self->response))
    return;
  rk_response_get_progress (self->response, &answered, &total, &required);
  /* Translators: the numbers of questions answered and of all questions. */
  text = g_strdup_printf (ngettext ("Provisional score: %u of %u question answered.",
                                    "Provisional score: %u of %u questions answered.", total),
                          answered, total);
  action = g_strdup_printf ("win.open-response::%s", rk_response_get_id (self->response));
  rk_banner_show (self->banner, RK_BANNER_INFO, text, _ ("Continue filling in"), action);
}

static void
fill (RkResultsPage *self)
{
  GtkWidget *card, *pair = GTK_WIDGET (self->pair), *left = GTK_WIDGET (self->left);
  GtkWidget *right = GTK_WIDGET (self->right);

  clear_cards (self);
  add_card (self, pair, rk_index_card_new (self->comparison));
  add_card (self, pair, rk_profile_card_new (self->comparison));
  add_card (self, left, rk_evolution_card_new (self->comparison));
  card = rk_themes_card_new (self->comparison,
                             rk_comparison_get_earlier (self->comparison)->len > 0
                                 ? GTK_WIDGET (self->compare)
                                 : NULL,
                             &self->bars);
  add_card (self, right, card);
  add_card (self, right, rk_gains_card_new (self->comparison));
  add_card (self, right, rk_indicators_card_new (self->comparison));
  show_state (self);
  arrange (self);
}

static void
show_empty (RkResultsPage *self, const char *text)
{
  GtkWidget *empty = rk_empty_new ("rk-chart-symbolic", _ ("No results"), text);
  g_autofree char *action =
      g_strdup_printf ("win.open-response::%s", rk_response_get_id (self->response));

  rk_empty_set_button (RK_EMPTY (empty), _ ("Open the survey"), action);
  clear_cards (self);
  gtk_box_append (self->right, empty);
}

/* --- keeping up ------------------------------------------------------------------------------ */

static gboolean
refresh_cb (gpointer data)
{
  RkResultsPage *self = data;
  GArray *place = rk_focus_path_save (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;

  self->idle = 0;
  if (rk_comparison_refresh (self->comparison, &error))
    fill (self);
  rk_focus_path_restore (GTK_WIDGET (self), place);
  if (error != NULL)
    rk_banner_show (self->banner, RK_BANNER_ERROR, error->message, NULL, NULL);
  return G_SOURCE_REMOVE;
}

/* A page that nobody sees waits, so that it never slows down typing elsewhere. */
static void
queue_refresh (RkResultsPage *self)
{
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->stale && self->idle == 0 && self->comparison != NULL)
    self->idle = g_idle_add (refresh_cb, self);
}

static void
map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rk_results_page_parent_class)->map (widget);
  if (RK_RESULTS_PAGE (widget)->stale)
    queue_refresh (RK_RESULTS_PAGE (widget));
}

static void
compared_cb (RkResultsPage *self, const char *problem)
{
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->compare));
  if (problem != NULL)
    rk_banner_show (self->banner, RK_BANNER_ERROR, problem, NULL, NULL);
}

/* --- actions --------------------------------------------------------------------------------- */

static void
theme_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkResultsPage *self = RK_RESULTS_PAGE (widget);

  gtk_widget_activate_action (widget, "win.theme", "(ss)", rk_response_get_id (self->response),
                              g_variant_get_string (parameter, NULL));
}

static void
focus_theme_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkResultsPage *self = RK_RESULTS_PAGE (widget);

  if (self->bars != NULL)
    rk_theme_bars_focus (self->bars, (guint) g_variant_get_int32 (parameter));
}

static void
set_as_tables (RkResultsPage *self, gboolean as_tables)
{
  self->as_tables = as_tables;
  for (guint i = 0; i < self->cards->len; i++)
    {
      RkChart *chart = rk_card_get_chart (g_ptr_array_index (self->cards, i));

      if (chart != NULL)
        rk_chart_set_as_table (chart, as_tables);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AS_TABLES]);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((RkResultsPageProps) id)
    {
    case PROP_AS_TABLES: g_value_set_boolean (value, RK_RESULTS_PAGE (object)->as_tables); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((RkResultsPageProps) id)
    {
    case PROP_AS_TABLES:
      set_as_tables (RK_RESULTS_PAGE (object), g_value_get_boolean (value));
      break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* --- widget ---------------------------------------------------------------------------------- */

static void
dispose (GObject *object)
{
  RkResultsPage *self = RK_RESULTS_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->compare);
  g_clear_object (&self->comparison);
  g_clear_object (&self->response);
  G_OBJECT_CLASS (rk_results_page_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  g_ptr_array_unref (RK_RESULTS_PAGE (object)->cards);
  G_OBJECT_CLASS (rk_results_page_parent_class)->finalize (object);
}

static void
rk_results_page_class_init (RkResultsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RK_TYPE_ADAPTIVE_BIN);
  g_type_ensure (RK_TYPE_BANNER);
  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->dispose = dispose;
  object_class->finalize = finalize;

  props[PROP_AS_TABLES] =
      g_param_spec_boolean ("as-tables", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  widget_class->map = map;
  gtk_widget_class_install_action (widget_class, "results.theme", "s", theme_action);
  gtk_widget_class_install_action (widget_class, "results.focus-theme", "i", focus_theme_action);
  gtk_widget_class_install_property_action (widget_class, "results.as-tables", "as-tables");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "results.as-tables", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK,
                                       "results.as-tables", NULL);
  for (int i = 0; i < 9; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + (guint) i, 0,
                                         "results.focus-theme", "i", i);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/results/rk-results-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RkResultsPage, bin);
  gtk_widget_class_bind_template_child (widget_class, RkResultsPage, banner);
  gtk_widget_class_bind_template_child (widget_class, RkResultsPage, columns);
  gtk_widget_class_bind_template_child (widget_class, RkResultsPage, left);
  gtk_widget_class_bind_template_child (widget_class, RkResultsPage, right);
  gtk_widget_class_bind_template_child (widget_class, RkResultsPage, pair);
  gtk_widget_class_bind_template_callback (widget_class, arrange);
}

static void
rk_results_page_init (RkResultsPage *self)
{
  self->cards = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->columns), rk_side_layout_new (18));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->pair), rk_pair_layout_new (PAIR_WIDTH, 18));
}

/* The newest earlier one is there from the start: that is what people ask first. */
static void
compare_with_newest (RkResultsPage *self)
{
  g_autoptr (GError) error = NULL;

  if (rk_comparison_get_earlier (self->comparison)->len > 0 &&
      !rk_comparison_set_compared (self->comparison, 0, TRUE, &error) && error != NULL)
    rk_banner_show (self->banner, RK_BANNER_ERROR, error->message, NULL, NULL);
}

RkResultsPage *
rk_results_page_new (RkResponse *response)
{
  RkResultsPage *self = g_object_new (RK_TYPE_RESULTS_PAGE, NULL);
  g_autoptr (GError) error = NULL;

  self->response = g_object_ref (response);
  self->comparison = rk_comparison_new (response, &error);
  if (self->comparison == NULL)
    {
      show_empty (self, error != NULL ? error->message
                                      : _ ("This questionnaire does not describe scores."));
      return self;
    }
  compare_with_newest (self);
  self->compare = RK_COMPARE_BUTTON (g_object_ref_sink (rk_compare_button_new (self->comparison)));
  g_signal_connect_swapped (self->compare, "compared", G_CALLBACK (compared_cb), self);
  g_signal_connect_object (rk_response_get_instance (response), "changed",
                           G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (response, "notify::submitted", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
  fill (self);
  return self;
}

RkResponse *
rk_results_page_get_response (RkResultsPage *self)
{
  g_return_val_if_fail (RK_IS_RESULTS_PAGE (self), NULL);

  return self->response;
}

char *
rk_results_page_dup_title (RkResultsPage *self)
{
  g_return_val_if_fail (RK_IS_RESULTS_PAGE (self), NULL);

  /* Translators: %s is the title of a survey. */
  return g_strdup_printf (_ ("Results: %s"), rk_response_get_title (self->response));
}

char *
rk_results_page_dup_subtitle (RkResultsPage *self)
{
  RkRecord *record;
  const char *by;
  g_autofree char *day = NULL;

  g_return_val_if_fail (RK_IS_RESULTS_PAGE (self), NULL);

  if (!rk_response_is_submitted (self->response))
    return g_strdup (_ ("provisional"));
  record = rk_response_get_record (self->response);
  by = rk_record_get (record, "submitted_by");
  day = rk_format_date (rk_record_get (record, "submitted_at"), RK_FORMAT_SENTENCE);
  if (by == NULL || *by == '\0')
    /* Translators: %s is a date. */
    return g_strdup_printf (_ ("Submitted on %s · read-only"), day);
  /* Translators: a date, and the name of a person. */
  return g_strdup_printf (_ ("Submitted on %s by %s · read-only"), day, by);
}
