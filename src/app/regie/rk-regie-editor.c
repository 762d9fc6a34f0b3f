/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-regie-editor.h"

#include "rk-card.h"
#include "rk-format.h"
#include "rk-regie-row.h"
#include "rk-score-bar.h"
#include "rk-why.h"

#include <glib/gi18n.h>
#include <math.h>

struct _RkRegieEditor
{
  AdwBin parent_instance;
  RkStore *store;
  char *application;
  guint idle_id;

  GtkWidget *total, *band, *reason, *next;
  GtkWidget *layers[RK_REGIE_N_LAYERS];
  GtkWidget *rows[RK_REGIE_N_QUESTIONS];
};

G_DEFINE_FINAL_TYPE (RkRegieEditor, rk_regie_editor, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* --- the score ------------------------------------------------------------------------------- */

static GtkWidget *
make_line (const char *name, GtkWidget *bar)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = make_label (name, NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), bar);
  return line;
}

static GtkWidget *
make_head (RkRegieEditor *self)
{
  GtkWidget *card = rk_card_new ();
  RkWhy *why = rk_why_new (_ ("Why this score?"));

  rk_card_set_label (RK_CARD (card), _ ("Control over this application"));
  gtk_box_set_spacing (GTK_BOX (card), 6);
  self->total = rk_score_bar_new (TRUE, 0);
  self->band = make_label ("", "title-4");
  self->reason = make_label ("", "rk-secondary");
  self->next = make_label ("", NULL);
  gtk_box_append (GTK_BOX (card), self->band);
  gtk_box_append (GTK_BOX (card), make_line (_ ("Control"), self->total));
  for (guint i = 0; i < RK_REGIE_N_LAYERS; i++)
    {
      self->layers[i] = rk_score_bar_new (TRUE, 0);
      gtk_box_append (GTK_BOX (card),
                      make_line (rk_regie_get_layer_label ((RkRegieLayer) i), self->layers[i]));
    }
  gtk_box_append (GTK_BOX (card), self->reason);
  gtk_box_append (GTK_BOX (card), self->next);
  rk_why_set_formula (why,
                      _ ("Each layer is the mean of its answers. The data layer weighs most. The "
                         "application layer never counts for more than the mean of the other two: "
                         "freedom of choice without control over data and rules is only "
                         "appearance."));
  rk_why_add_input (why, _ ("Weights and limits"), "", "win.open-location",
                            g_variant_new_string ("regie-scheme:"));
  gtk_widget_set_halign (GTK_WIDGET (why), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (why));
  return card;
}

static char *
describe_reason (const RkRegieScore *score, const RkRegieScheme *scheme)
{
  g_autofree char *needed = rk_format_percent (100 * scheme->min_coverage, 0);
  g_autofree char *answered = rk_format_percent (100 * score->coverage, 0);

  switch (score->reason)
    {
    case RK_REGIE_TOO_FEW_ANSWERS:
      /* Translators: two percentages. */
      return g_strdup_printf (_ ("No total yet: %s of the questions has an answer, and %s is "
                                 "needed."),
                                 answered, needed);
    case RK_REGIE_LAYER_TOO_THIN:
      return g_strdup_printf (_ ("No total yet: each layer needs at least %u answers."),
                                 scheme->min_answers);
    default:
      return g_strdup_printf (ngettext ("%u answer counts.", "%u answers count.",
                                        score->n_answered),
                              score->n_answered);
    }
}

/* What one could do next: the lowest answer in the weakest layer, and the one above it. */
static char *
describe_next (const RkRegieScore *score)
{
  const RkRegieQuestion *question;
  const RkRegieChoice *choice;

  if (score->next < 0)
    return g_strdup ("");
  question = &rk_regie_questions[score->next];
  choice = question->choices;
  while (choice->label != NULL && choice->value <= score->values[score->next])
    choice++;
  return g_strdup_printf (
      /* Translators: the name of a layer; a question in a few words; what would be better. */
      _ ("Next step, in the weakest layer (%s): %s. Better would be: %s."),
         rk_regie_get_layer_label ((RkRegieLayer) score->weakest), gettext (question->label),
         choice->label != NULL ? gettext (choice->label) : "–");
}

static void
show_score (RkRegieEditor *self, const RkRegieScore *score, const RkRegieScheme *scheme)
{
  g_autofree char *reason = describe_reason (score, scheme), *next = describe_next (score);

  rk_score_bar_set_score (RK_SCORE_BAR (self->total), score->total);
  for (guint i = 0; i < RK_REGIE_N_LAYERS; i++)
    rk_score_bar_set_score (RK_SCORE_BAR (self->layers[i]), score->layers[i]);
  gtk_label_set_label (GTK_LABEL (self->band), score->band >= 0
                                                   ? rk_regie_get_band_label (score->band)
                                                   : _ ("Control unknown"));
  gtk_label_set_label (GTK_LABEL (self->reason), reason);
  gtk_label_set_label (GTK_LABEL (self->next), next);
  gtk_widget_set_visible (self->next, *next != '\0');
  for (guint i = 0; i < RK_REGIE_N_QUESTIONS; i++)
    rk_regie_row_update (RK_REGIE_ROW (self->rows[i]), score);
}

static void
refresh (RkRegieEditor *self)
{
  g_autoptr (RkLandscape) landscape = rk_landscape_load (self->store, NULL, NULL);
  g_autoptr (RkRegieScheme) scheme = rk_regie_scheme_load (self->store, NULL);
  g_autoptr (RkRegie) regie = NULL;
  const RkLandApplication *application;
  RkRegieScore score;

  application =
      landscape != NULL ? rk_landscape_find_application (landscape, self->application) : NULL;
  gtk_widget_set_sensitive (GTK_WIDGET (self), application != NULL && scheme != NULL &&
                                                   !rk_store_is_read_only (self->store));
  if (application == NULL || scheme == NULL)
    return;
  regie = rk_regie_new (landscape, scheme);
  rk_regie_score (regie, application, &score);
  show_score (self, &score, scheme);
}

/* One step of a person can change many records: look once, afterwards. */
static gboolean
refresh_cb (gpointer data)
{
  RkRegieEditor *self = data;

  self->idle_id = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (RkRegieEditor *self)
{
  if (self->idle_id == 0)
    self->idle_id = g_idle_add (refresh_cb, self);
}

/* --- widget ---------------------------------------------------------------------------------- */

static GtkWidget *
make_layer (RkRegieEditor *self, RkRegieLayer layer)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), make_label (rk_regie_get_layer_label (layer), "heading"));
  for (guint i = 0; i < RK_REGIE_N_QUESTIONS; i++)
    if (rk_regie_questions[i].layer == layer)
      {
        self->rows[i] = rk_regie_row_new (self->store, self->application, i);
        gtk_box_append (GTK_BOX (box), self->rows[i]);
      }
  return box;
}

static void
rk_regie_editor_dispose (GObject *object)
{
  RkRegieEditor *self = RK_REGIE_EDITOR (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (rk_regie_editor_parent_class)->dispose (object);
}

static void
rk_regie_editor_finalize (GObject *object)
{
  g_free (RK_REGIE_EDITOR (object)->application);
  G_OBJECT_CLASS (rk_regie_editor_parent_class)->finalize (object);
}

static void
rk_regie_editor_class_init (RkRegieEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_regie_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = rk_regie_editor_finalize;
}

static void
rk_regie_editor_init (RkRegieEditor *self)
{
}

GtkWidget *
rk_regie_editor_new (RkStore *store, const char *application)
{
  RkRegieEditor *self = g_object_new (RK_TYPE_REGIE_EDITOR, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->store = g_object_ref (store);
  self->application = g_strdup (application);
  gtk_box_append (GTK_BOX (box), make_head (self));
  for (guint i = 0; i < RK_REGIE_N_LAYERS; i++)
    gtk_box_append (GTK_BOX (box), make_layer (self, (RkRegieLayer) i));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
