/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-component-chooser.h"

#include "rk-architecture.h"
#include "rk-card.h"
#include "rk-change.h"
#include "rk-picker.h"
#include "rk-suggest.h"
#include "rk-text.h"
#include "rk-toast.h"
#include "rk-wrap-box.h"

#include <glib/gi18n.h>

#define SUGGESTIONS 3
#define MAX_MATCHES 100

struct _RkComponentChooser
{
  AdwBin parent_instance;
  RkStore *store;
  char *application;
  RkArchitecture *architecture; /* (nullable): none is in use */
  GHashTable *placed;           /* keys that it is on already */
  RkPicker *picker;
};

G_DEFINE_FINAL_TYPE (RkComponentChooser, rk_component_chooser, ADW_TYPE_BIN)

static guint closed_signal;

/* --- choosing -------------------------------------------------------------------------------- */

static void
place (RkComponentChooser *self, const RkConcept *concept)
{
  g_autofree char *id = rk_store_new_id ();
  g_autofree char *label = NULL;
  g_autoptr (RkChange) change = NULL;
  g_autoptr (GError) error = NULL;

  /* Translators: the name of a step; %s is the name of a reference component */
  label = g_strdup_printf (_ ("Place on %s"), concept->name);
  change = rk_change_new (self->store, label);
  rk_change_set (change, "fit", id, "application", self->application, "component", concept->key,
                 "component_name", concept->name, NULL);
  if (!rk_change_apply (change, &error))
    {
      rk_toast_show (GTK_WIDGET (self), error->message, NULL, NULL);
      return;
    }
  g_signal_emit (self, closed_signal, 0);
}

static void
place_key (RkComponentChooser *self, const char *key)
{
  const RkConcept *concept = rk_architecture_find (self->architecture, key);

  if (concept != NULL)
    place (self, concept);
}

static void
chosen_cb (RkComponentChooser *self, RkPickerItem *item)
{
  place_key (self, rk_picker_item_get_id (item));
}

static void
suggestion_cb (RkComponentChooser *self, GtkWidget *button)
{
  place_key (self, g_object_get_data (G_OBJECT (button), "rk-key"));
}

static void
cancel_cb (RkComponentChooser *self)
{
  g_signal_emit (self, closed_signal, 0);
}

/* --- finding --------------------------------------------------------------------------------- */

static GListModel *
search_cb (const char *text, gpointer data)
{
  RkComponentChooser *self = data;
  GListStore *items = g_list_store_new (RK_TYPE_PICKER_ITEM);
  GPtrArray *components = rk_architecture_list_components (self->architecture);
  g_autofree char *folded = rk_text_fold (text);

  /* those that begin with it, then those with a word that does, then the rest */
  for (int rank = 0; rank <= 2; rank++)
    for (guint i = 0; i < components->len; i++)
      {
        const RkConcept *concept = g_ptr_array_index (components, i);
        g_autofree char *name = rk_text_fold (concept->name);

        if (rk_text_find (name, folded) == rank &&
            g_list_model_get_n_items (G_LIST_MODEL (items)) < MAX_MATCHES)
          {
            g_autoptr (RkPickerItem) item =
                rk_picker_item_new (concept->key, concept->name,
                                    rk_architecture_get_domain (self->architecture, concept->key));
            g_list_store_append (items, item);
          }
      }
  return G_LIST_MODEL (items);
}

/* What tells most about the application: its name, its product, what it is used for. */
static GStrv
dup_texts (RkComponentChooser *self)
{
  g_autoptr (RkRecord) record = rk_store_get (self->store, "application", self->application, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *product = record != NULL ? rk_record_get (record, "product") : NULL;
  g_autoptr (RkRecord) bought =
      product != NULL ? rk_store_get (self->store, "product", product, NULL) : NULL;

  if (record != NULL)
    g_strv_builder_add (builder, rk_record_get_title (record));
  if (bought != NULL)
    g_strv_builder_add (builder, rk_record_get_title (bought));
  if (record != NULL && rk_record_get (record, "description") != NULL)
    g_strv_builder_add (builder, rk_record_get (record, "description"));
  if (record != NULL && rk_record_get (record, "domain") != NULL)
    g_strv_builder_add (builder, rk_record_get (record, "domain"));
  return g_strv_builder_end (builder);
}

/* Components that it is not on yet: (transfer container) (element-type RkConcept). */
static GPtrArray *
list_free (RkComponentChooser *self)
{
  GPtrArray *components = rk_architecture_list_components (self->architecture);
  GPtrArray *free_ones = g_ptr_array_new ();

  for (guint i = 0; i < components->len; i++)
    {
      const RkConcept *concept = g_ptr_array_index (components, i);

      if (!g_hash_table_contains (self->placed, concept->key))
        g_ptr_array_add (free_ones, (gpointer) concept);
    }
  return free_ones;
}

static void
add_suggestion (RkComponentChooser *self, GtkWidget *box, const RkConcept *concept)
{
  GtkWidget *button = gtk_button_new_with_label (concept->name);
  const char *domain = rk_architecture_get_domain (self->architecture, concept->key);
  /* Translators: the name of a reference component */
  g_autofree char *label = g_strdup_printf (_ ("Place it on %s"), concept->name);

  gtk_widget_add_css_class (button, "rk-chip");
  gtk_widget_set_tooltip_text (button,
                               concept->documentation != NULL ? concept->documentation : domain);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "rk-key", g_strdup (concept->key), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (suggestion_cb), self, G_CONNECT_SWAPPED);
  rk_wrap_box_append (RK_WRAP_BOX (box), button);
}

/* (nullable): nothing is alike. */
static GtkWidget *
make_suggestions (RkComponentChooser *self)
{
  g_autoptr (GPtrArray) components = list_free (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = dup_texts (self);
  g_auto (GStrv) names = NULL;
  g_autoptr (GArray) suggestions = NULL;
  GtkWidget *box;

  for (guint i = 0; i < components->len; i++)
    g_strv_builder_add (builder, ((RkConcept *) g_ptr_array_index (components, i))->name);
  names = g_strv_builder_end (builder);
  suggestions = rk_suggest ((const char *const *) texts, (const char *const *) names, SUGGESTIONS);
  if (suggestions->len == 0)
    return NULL;
  box = rk_wrap_box_new ();
  for (guint i = 0; i < suggestions->len; i++)
    add_suggestion (self, box,
                    g_ptr_array_index (components,
                                       g_array_index (suggestions, RkSuggestion, i).index));
  return box;
}

/* --- building -------------------------------------------------------------------------------- */

static void
rk_component_chooser_dispose (GObject *object)
{
  RkComponentChooser *self = RK_COMPONENT_CHOOSER (object);

  if (self->picker != NULL)
    rk_picker_set_search (self->picker, NULL, NULL, NULL);
  self->picker = NULL;
  g_clear_object (&self->store);
  g_clear_pointer (&self->architecture, rk_architecture_unref);
  g_clear_pointer (&self->application, g_free);
  g_clear_pointer (&self->placed, g_hash_table_unref);
  G_OBJECT_CLASS (rk_component_chooser_parent_class)->dispose (object);
}

static void
rk_component_chooser_class_init (RkComponentChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_component_chooser_dispose;
  closed_signal = g_signal_new ("closed", RK_TYPE_COMPONENT_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
}

static void
rk_component_chooser_init (RkComponentChooser *self)
{
  self->placed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static GtkWidget *
make_text (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "use-markup", TRUE, "xalign", 0.0,
                                   "wrap", TRUE, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_picker (RkComponentChooser *self, GtkBox *box)
{
  GtkWidget *suggestions = make_suggestions (self);

  if (suggestions != NULL)
    {
      gtk_box_append (box, make_text (_ ("Suggestions by name"), "rk-caption"));
      gtk_box_append (box, suggestions);
    }
  self->picker = RK_PICKER (rk_picker_new ());
  rk_picker_set_search (self->picker, search_cb, self, NULL);
  rk_picker_set_label (self->picker, _ ("Reference component"));
  rk_picker_set_placeholder (self->picker, _ ("Search a reference component"));
  g_signal_connect_object (self->picker, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, GTK_WIDGET (self->picker));
}

static void
build (RkComponentChooser *self)
{
  GtkWidget *card = rk_card_new ();
  GtkBox *box = GTK_BOX (card);
  GtkWidget *cancel = gtk_button_new_with_label (_ ("Cancel"));

  rk_card_set_label (RK_CARD (card), _ ("Component or product?"));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (box), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (box, 9);
  gtk_box_append (box, make_text (_ ("Component or product?"), "heading"));
  gtk_box_append (box, make_text (_ ("A reference component is a function, such as "
                                     "<i>Appointment register</i>. A product is what you buy, such "
                                     "as <i>Appointment guide</i>."),
                                     NULL));
  if (self->architecture != NULL)
    add_picker (self, box);
  else
    gtk_box_append (box, make_text (_ ("There is no reference architecture yet. Load one on the "
                                       "page with the plates."),
                                       "rk-warn-text"));
  gtk_widget_set_halign (cancel, GTK_ALIGN_START);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, cancel);
  adw_bin_set_child (ADW_BIN (self), card);
}

GtkWidget *
rk_component_chooser_new (RkStore *store, const char *application)
{
  RkComponentChooser *self = g_object_new (RK_TYPE_COMPONENT_CHOOSER, NULL);
  g_autoptr (GPtrArray) fits =
      rk_store_list (store, "fit", "application = ?1", NULL, NULL, application, NULL);

  self->store = g_object_ref (store);
  self->application = g_strdup (application);
  self->architecture = rk_architecture_open (store, NULL, NULL);
  for (guint i = 0; fits != NULL && i < fits->len; i++)
    g_hash_table_add (self->placed,
                      g_strdup (rk_record_get (g_ptr_array_index (fits, i), "component")));
  build (self);
  return GTK_WIDGET (self);
}
