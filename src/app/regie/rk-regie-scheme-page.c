/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-regie-scheme-page.h"

#include "rk-change.h"
#include "rk-format.h"
#include "rk-regie-page.h"
#include "rk-regie.h"
#include "rk-toast.h"

#include <glib/gi18n.h>
#include <math.h>

typedef enum
{
  FIELD_DATA,
  FIELD_PROCESS,
  FIELD_APPLICATION,
  FIELD_COVERAGE,
  FIELD_ANSWERS,
  FIELD_DEPENDENT,
  FIELD_SHARED,
  FIELD_CONTROL,
  N_FIELDS
} Field;

static const struct
{
  const char *name;
  const char *label;
} fields[N_FIELDS] = {
  { "weight_data", N_ ("Weight of the data layer") },
  { "weight_process", N_ ("Weight of the process layer") },
  { "weight_application", N_ ("Weight of the application layer") },
  { "min_coverage", N_ ("Answered at least, in percent") },
  { "min_answers", N_ ("Answers in each layer, at least") },
  { "band_dependent", N_ ("“Dependent” from") },
  { "band_shared", N_ ("“Shared control” from") },
  { "band_control", N_ ("“In control” from") },
};

struct _RkRegieSchemePage
{
  AdwBin parent_instance;
  RkStore *store;
  GtkWidget *entries[N_FIELDS];
  GtkWidget *message, *save, *version;
  int next_version;
};

G_DEFINE_FINAL_TYPE (RkRegieSchemePage, rk_regie_scheme_page, ADW_TYPE_BIN)

static gboolean
read_fields (RkRegieSchemePage *self, double *numbers)
{
  for (guint i = 0; i < N_FIELDS; i++)
    if (!rk_parse_number (gtk_editable_get_text (GTK_EDITABLE (self->entries[i])), &numbers[i]) ||
        numbers[i] < 0 || numbers[i] > 100)
      return FALSE;
  return TRUE;
}

/* What is wrong with them, or NULL: (transfer full). */
static char *
find_fault (RkRegieSchemePage *self, double *numbers)
{
  double sum;

  if (!read_fields (self, numbers))
    return g_strdup (_ ("Fill in numbers from 0 to 100."));
  sum = numbers[FIELD_DATA] + numbers[FIELD_PROCESS] + numbers[FIELD_APPLICATION];
  if (fabs (sum - 100) > 0.001)
    {
      g_autofree char *text = rk_format_number (sum, -1);

      /* Translators: a number. */
      return g_strdup_printf (_ ("The three weights together are %s. They must be 100."), text);
    }
  if (numbers[FIELD_DEPENDENT] >= numbers[FIELD_SHARED] ||
      numbers[FIELD_SHARED] >= numbers[FIELD_CONTROL])
    return g_strdup (_ ("Each limit must be higher than the one before."));
  if (numbers[FIELD_ANSWERS] < 1 || numbers[FIELD_ANSWERS] > 5 ||
      fmod (numbers[FIELD_ANSWERS], 1) != 0)
    return g_strdup (_ ("A layer has five questions: choose 1 to 5 answers."));
  return NULL;
}

static void
check (RkRegieSchemePage *self)
{
  double numbers[N_FIELDS];
  g_autofree char *fault = find_fault (self, numbers);

  gtk_label_set_label (GTK_LABEL (self->message), fault != NULL ? fault : "");
  gtk_widget_set_visible (self->message, fault != NULL);
  gtk_widget_set_sensitive (self->save, fault == NULL && !rk_store_is_read_only (self->store));
}

static void
fill (RkRegieSchemePage *self)
{
  g_autoptr (RkRegieScheme) scheme = rk_regie_scheme_load (self->store, NULL);
  g_autofree char *version = NULL;

  if (scheme == NULL)
    return;
  {
    const double numbers[N_FIELDS] = { 100 * scheme->weights[0], 100 * scheme->weights[1],
                                       100 * scheme->weights[2], 100 * scheme->min_coverage,
                                       scheme->min_answers,      scheme->bands[0],
                                       scheme->bands[1],         scheme->bands[2] };

    for (guint i = 0; i < N_FIELDS; i++)
      {
        g_autofree char *text = rk_format_number (numbers[i], -1);

        gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), text);
      }
  }
  self->next_version = (int) g_ascii_strtoll (scheme->version, NULL, 10) + 1;
  /* Translators: the version of the weights. */
  version = g_strdup_printf (_ ("Version %s is in use. Answers remember the version that they were "
                                "given under."),
                                scheme->version);
  gtk_label_set_label (GTK_LABEL (self->version), version);
  check (self);
}

static void
save_cb (RkRegieSchemePage *self)
{
  g_autoptr (RkChange) change = rk_change_new (self->store, _ ("Weights of control"));
  g_autofree char *id = rk_store_new_id ();
  g_autofree char *version = g_strdup_printf ("%d", self->next_version);
  g_autoptr (GError) error = NULL;

  rk_change_set (change, "regie_scheme", id, "version", version, NULL);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *number =
          rk_parse_decimal (gtk_editable_get_text (GTK_EDITABLE (self->entries[i])));

      rk_change_set_field (change, "regie_scheme", id, fields[i].name, number);
    }
  if (rk_change_apply (change, &error))
    {
      rk_toast_show (GTK_WIDGET (self), _ ("New weights kept"), NULL, NULL);
      fill (self);
    }
  else
    rk_toast_show (GTK_WIDGET (self), error->message, NULL, NULL);
}

static GtkWidget *
make_content (RkRegieSchemePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Weights and limits"));
  self->version = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  self->message = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  self->save = gtk_button_new_with_label (_ ("Keep as a new version"));
  gtk_widget_add_css_class (self->version, "rk-secondary");
  gtk_widget_add_css_class (self->message, "rk-error-text");
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_widget_set_halign (self->save, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), self->version);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      self->entries[i] = adw_entry_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entries[i]), _ (fields[i].label));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->entries[i]);
      g_signal_connect_swapped (self->entries[i], "changed", G_CALLBACK (check), self);
    }
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), self->message);
  gtk_box_append (GTK_BOX (box), self->save);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_cb), self);
  return box;
}

static void
rk_regie_scheme_page_dispose (GObject *object)
{
  g_clear_object (&RK_REGIE_SCHEME_PAGE (object)->store);
  G_OBJECT_CLASS (rk_regie_scheme_page_parent_class)->dispose (object);
}

static void
rk_regie_scheme_page_class_init (RkRegieSchemePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_regie_scheme_page_dispose;
}

static void
rk_regie_scheme_page_init (RkRegieSchemePage *self)
{
}

GtkWidget *
rk_regie_scheme_page_new (RkStore *store)
{
  RkRegieSchemePage *self = g_object_new (RK_TYPE_REGIE_SCHEME_PAGE, NULL);

  self->store = g_object_ref (store);
  adw_bin_set_child (ADW_BIN (self), rk_regie_wrap_page (make_content (self)));
  fill (self);
  return GTK_WIDGET (self);
}
