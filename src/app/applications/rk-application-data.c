/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-application-data.h"

#include "rk-application-list.h"
#include "rk-card.h"
#include "rk-component-chooser.h"
#include "rk-format.h"
#include "rk-record-group.h"
#include "rk-regie-editor.h"
#include "rk-refresh.h"
#include "rk-regie.h"
#include "rk-score-bar.h"

#include <glib/gi18n.h>
#include <math.h>

/* A notice date within half a year asks for attention. */
#define NOTICE_DAYS 183
#define LOAD_PAUSE_MS 700

struct _RkApplicationData
{
  AdwBin parent_instance;
  RkStore *store;
  char *id; /* (nullable) */
  guint load_id;
  GtkBox *box;
  RkRecordEditor *editor;
  GtkWidget *notice; /* the callout */
  GtkLabel *notice_text;
  GtkWidget *notice_link;
  char *contract; /* (nullable): what the callout is about */
  GtkLabel *score;
  RkScoreBar *layers[RK_REGIE_N_LAYERS];
  GtkLabel *coverage;
  RkRecordGroup *places;
  AdwBin *chooser;
};

G_DEFINE_FINAL_TYPE (RkApplicationData, rk_application_data, ADW_TYPE_BIN)

/* --- what follows from the landscape --------------------------------------------------------- */

static void
show_notice (RkApplicationData *self, const RkLandContract *contract)
{
  const char *notice = contract != NULL ? contract->term.notice : NULL;
  g_autofree char *date = rk_format_date (notice, RK_FORMAT_SENTENCE);
  g_autofree char *text = NULL;
  int days = -1;
  gboolean soon = rk_days_until (notice, NULL, &days) && days >= 0 && days <= NOTICE_DAYS;

  gtk_widget_set_visible (self->notice, soon);
  if (!soon)
    return;
  /* Translators: the last day to give notice */
  text = g_strdup_printf (_ ("Notice can be given until %s"), date);
  gtk_label_set_label (self->notice_text, text);
  g_free (self->contract);
  self->contract = g_strdup (contract->id);
}

/* «14 of 15 questions answered» */
static void
show_coverage (RkApplicationData *self, const RkRegieScore *score)
{
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; i < RK_REGIE_N_QUESTIONS; i++)
    n += score->applicable[i];
  text = g_strdup_printf (ngettext ("%u of %u question answered", "%u of %u questions answered", n),
                          score->n_answered, n);
  gtk_label_set_label (self->coverage, text);
}

static void
show_score (RkApplicationData *self, RkLandscape *landscape, const RkLandApplication *application,
            const RkRegieScheme *scheme)
{
  g_autoptr (RkRegie) regie = rk_regie_new (landscape, scheme);
  g_autofree char *number = NULL;
  g_autofree char *band = NULL;
  g_autofree char *title = NULL;
  RkRegieScore score;

  rk_regie_score (regie, application, &score);
  number = rk_format_number (score.total, 0);
  band = g_utf8_strdown (rk_regie_get_band_label (score.band), -1);
  /* Translators: a score from 0 to 100, and what it means */
  title = isfinite (score.total) ? g_strdup_printf (_ ("Control score %s: %s"), number, band)
                                 : g_strdup (_ ("Control score unknown"));
  gtk_label_set_label (self->score, title);
  for (guint i = 0; i < RK_REGIE_N_LAYERS; i++)
    rk_score_bar_set_score (self->layers[i], score.layers[i]);
  show_coverage (self, &score);
}

static void
load (GtkWidget *widget)
{
  RkApplicationData *self = RK_APPLICATION_DATA (widget);
  g_autoptr (RkLandscape) landscape = rk_landscape_load (self->store, NULL, NULL);
  const RkLandApplication *application =
      landscape != NULL ? rk_landscape_find_application (landscape, self->id) : NULL;
  g_autoptr (RkRegieScheme) scheme = rk_regie_scheme_load (self->store, NULL);

  show_notice (self, application != NULL ? application->contract : NULL);
  if (application != NULL && scheme != NULL)
    show_score (self, landscape, application, scheme);
}

static gboolean
load_cb (gpointer data)
{
  RkApplicationData *self = data;

  self->load_id = 0;
  load (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* Walking through very many applications does not wait for the figures of each. */
static void
load_in_time (GtkWidget *widget)
{
  RkApplicationData *self = RK_APPLICATION_DATA (widget);

  if (!rk_application_figures_take_long (self->store))
    load (widget);
  else if (self->load_id == 0)
    self->load_id = g_timeout_add (LOAD_PAUSE_MS, load_cb, self);
}

static void
show_contract_cb (RkApplicationData *self)
{
  if (self->contract != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ss)", "contract",
                                self->contract);
}

/* --- parts ----------------------------------------------------------------------------------- */

static void
add_notice (RkApplicationData *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->notice = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->notice_text = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  self->notice_link = gtk_button_new_with_label (_ ("Show the contract"));
  gtk_widget_set_halign (self->notice_link, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->notice_link, "flat");
  gtk_widget_add_css_class (self->notice_link, "rk-callout-link");
  gtk_widget_add_css_class (GTK_WIDGET (self->notice_text), "heading");
  gtk_widget_add_css_class (self->notice, "rk-callout");
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->notice_text));
  gtk_box_append (GTK_BOX (words), self->notice_link);
  gtk_box_append (GTK_BOX (self->notice), gtk_image_new_from_icon_name ("rk-calendar-symbolic"));
  gtk_box_append (GTK_BOX (self->notice), words);
  gtk_widget_set_valign (gtk_widget_get_first_child (self->notice), GTK_ALIGN_START);
  gtk_widget_set_visible (self->notice, FALSE);
  g_signal_connect_object (self->notice_link, "clicked", G_CALLBACK (show_contract_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->box, self->notice);
}

static void
chooser_closed_cb (RkApplicationData *self)
{
  rk_record_group_focus_add (self->places);
  adw_bin_set_child (self->chooser, NULL);
}

static void
add_place_cb (RkApplicationData *self)
{
  GtkWidget *chooser = rk_component_chooser_new (self->store, self->id);

  g_signal_connect_object (chooser, "closed", G_CALLBACK (chooser_closed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->chooser, chooser);
  gtk_widget_child_focus (chooser, GTK_DIR_TAB_FORWARD);
}

static void
add_places (RkApplicationData *self)
{
  GtkWidget *group =
      rk_record_group_new (self->store, "fit", "application", self->id, _ ("Reference components"));

  self->places = RK_RECORD_GROUP (group);
  rk_record_group_set_own_add (RK_RECORD_GROUP (group));
  rk_record_group_hide_field (RK_RECORD_GROUP (group), "component");
  rk_record_group_hide_field (RK_RECORD_GROUP (group), "component_name");
  g_signal_connect_object (group, "add", G_CALLBACK (add_place_cb), self, G_CONNECT_SWAPPED);
  self->chooser = ADW_BIN (adw_bin_new ());
  gtk_box_append (self->box, group);
  gtk_box_append (self->box, GTK_WIDGET (self->chooser));
}

static GtkWidget *
make_score_heading (RkApplicationData *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *why = gtk_button_new_with_label (_ ("Why?"));

  self->score = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->score), "heading");
  gtk_widget_add_css_class (why, "flat");
  gtk_widget_add_css_class (why, "rk-link");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (why), "application.show-tab");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (why), "s", "regie");
  gtk_accessible_update_property (GTK_ACCESSIBLE (why), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Why this score?"), -1);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->score));
  gtk_box_append (GTK_BOX (line), why);
  return line;
}

static void
add_score (RkApplicationData *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *card = rk_card_new ();
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  for (int i = 0; i < RK_REGIE_N_LAYERS; i++)
    {
      GtkWidget *label =
          g_object_new (GTK_TYPE_LABEL, "label", rk_regie_get_layer_label ((RkRegieLayer) i),
                        "xalign", 0.0, "wrap", TRUE, NULL);

      self->layers[i] = RK_SCORE_BAR (rk_score_bar_new (TRUE, 0));
      gtk_grid_attach (GTK_GRID (grid), label, 0, i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->layers[i]), 1, i, 1, 1);
    }
  self->coverage = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->coverage), "rk-caption");
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->coverage), 0, RK_REGIE_N_LAYERS, 2, 1);
  rk_card_set_label (RK_CARD (card), _ ("Control score"));
  gtk_box_append (GTK_BOX (card), grid);
  gtk_box_append (GTK_BOX (box), make_score_heading (self));
  gtk_box_append (GTK_BOX (box), card);
  gtk_box_append (self->box, box);
}

static void
add_groups (RkApplicationData *self)
{
  static const struct
  {
    const char *kind;
    const char *title;
    const char *summary;
    const char *description;
  } groups[] = {
    { "rating", N_ ("Satisfaction"), "aspect", NULL },
    { "adoption", N_ ("Building blocks"), "status", NULL },
    { "dataset_flow", N_ ("Data in its six steps"), "remark",
      N_ ("In which step of its life a dataset passes through this application.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      GtkWidget *group = rk_record_group_new (self->store, groups[i].kind, "application", self->id,
                                              _ (groups[i].title));

      rk_record_group_set_summary (RK_RECORD_GROUP (group), groups[i].summary);
      if (groups[i].description != NULL)
        rk_record_group_set_description (RK_RECORD_GROUP (group), _ (groups[i].description));
      gtk_box_append (self->box, group);
    }
}

/* --- class ----------------------------------------------------------------------------------- */

static void
rk_application_data_dispose (GObject *object)
{
  g_clear_handle_id (&RK_APPLICATION_DATA (object)->load_id, g_source_remove);
  G_OBJECT_CLASS (rk_application_data_parent_class)->dispose (object);
}

static void
rk_application_data_finalize (GObject *object)
{
  RkApplicationData *self = RK_APPLICATION_DATA (object);

  g_clear_object (&self->store);
  g_free (self->id);
  g_free (self->contract);
  G_OBJECT_CLASS (rk_application_data_parent_class)->finalize (object);
}

static void
rk_application_data_class_init (RkApplicationDataClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_application_data_dispose;
  G_OBJECT_CLASS (klass)->finalize = rk_application_data_finalize;
}

static void
rk_application_data_init (RkApplicationData *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

GtkWidget *
rk_application_data_new (RkStore *store, const char *id)
{
  RkApplicationData *self;

  g_return_val_if_fail (RK_IS_STORE (store), NULL);
  self = g_object_new (RK_TYPE_APPLICATION_DATA, NULL);
  self->store = g_object_ref (store);
  self->id = g_strdup (id);
  self->editor = RK_RECORD_EDITOR (rk_record_editor_new (store, "application", id));
  if (id != NULL)
    {
      add_notice (self);
      add_places (self);
      add_score (self);
    }
  gtk_box_append (self->box, GTK_WIDGET (self->editor));
  if (id == NULL)
    return GTK_WIDGET (self);
  add_groups (self);
  rk_refresh_on_change (GTK_WIDGET (self), store, load_in_time);
  return GTK_WIDGET (self);
}

RkRecordEditor *
rk_application_data_get_editor (RkApplicationData *self)
{
  g_return_val_if_fail (RK_IS_APPLICATION_DATA (self), NULL);
  return self->editor;
}
