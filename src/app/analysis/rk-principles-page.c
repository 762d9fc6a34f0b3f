/* SPDX-License-Identifier: EUPL-1.2 */
/* Each row is one principle: its question, an answer and a reason, kept when one leaves the field.
 */
#include "config.h"
#include "rk-principles-page.h"

#include "rk-adaptive-bin.h"
#include "rk-change.h"
#include "rk-options-row.h"
#include "rk-portfolio-kinds.h"
#include "rk-principles.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

/* In the order of the drop-down, after "no answer". */
static const char *const values[] = { NULL, "yes", "partly", "no", "not_applicable" };

struct _RkPrinciplesPage
{
  AdwBin parent_instance;
  RkStore *store;
  char *application; /* "" for the administration */
  GHashTable *rows;  /* id of the principle -> GtkWidget (AdwExpanderRow) */
  gboolean filling;  /* what changes now comes from the workspace */
  GtkBox *content;
};

G_DEFINE_FINAL_TYPE (RkPrinciplesPage, rk_principles_page, ADW_TYPE_BIN)

/* The same record for two colleagues who answer the same. */
static char *
make_id (RkPrinciplesPage *self, const char *principle)
{
  return rk_store_name_id ("principle", self->application, principle, NULL);
}

/* The answer may have come from elsewhere, under another id: (transfer full) (nullable). */
static RkRecord *
find_answer (RkPrinciplesPage *self, const char *principle)
{
  g_autoptr (GPtrArray) records =
      rk_store_list (self->store, "principle_answer",
                     "principle = ?1 AND coalesce (application, '') = ?2", NULL, NULL, principle,
                     self->application, NULL);

  return records != NULL && records->len > 0 ? g_object_ref (records->pdata[records->len - 1])
                                             : NULL;
}

static void
save (RkPrinciplesPage *self, const char *principle, const char *field, const char *value)
{
  g_autoptr (RkChange) change = rk_change_new (self->store, _ ("Answer about a principle"));
  g_autoptr (RkRecord) record = find_answer (self, principle);
  g_autofree char *id =
      record != NULL ? g_strdup (rk_record_get_id (record)) : make_id (self, principle);
  g_autofree char *today = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) error = NULL;

  today = g_date_time_format (now, "%Y-%m-%d");
  if (g_str_equal (field, "value") && value == NULL)
    {
      if (record == NULL)
        return;
      rk_change_delete (change, "principle_answer", id);
    }
  else
    rk_change_set (change, "principle_answer", id, "principle", principle, "application",
                   *self->application != '\0' ? self->application : NULL, "answered_on", today,
                   field, value, NULL);
  if (!rk_change_apply (change, &error))
    rk_toast_show (GTK_WIDGET (self), error->message, NULL, NULL);
}

static void
value_changed_cb (AdwComboRow *row, GParamSpec *pspec, RkPrinciplesPage *self)
{
  guint selected = adw_combo_row_get_selected (row);
  const char *principle = g_object_get_data (G_OBJECT (row), "rk-principle");

  if (!self->filling && selected < G_N_ELEMENTS (values))
    save (self, principle, "value", values[selected]);
}

/* Kept when one leaves the field. */
static void
reason_left_cb (GtkEventController *focus, RkPrinciplesPage *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (focus);
  const char *principle = g_object_get_data (G_OBJECT (row), "rk-principle");
  g_autoptr (RkRecord) record = find_answer (self, principle);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  const char *stored = record != NULL ? rk_record_get (record, "reason") : NULL;

  if (record != NULL && g_strcmp0 (stored != NULL ? stored : "", text) != 0)
    save (self, principle, "reason", text);
}

static GtkWidget *
make_value_row (RkPrinciplesPage *self, RkPrinciple *principle)
{
  const char *const labels[] = {
    _ ("No answer"), _ ("Yes"), _ ("Partly"), _ ("No"), _ ("Not applicable"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (labels);
  GtkWidget *row = rk_options_row_new (principle->name, principle->question, list);

  g_object_set_data (G_OBJECT (row), "rk-principle", principle->id);
  g_signal_connect (row, "notify::selected", G_CALLBACK (value_changed_cb), self);
  return row;
}

static GtkWidget *
make_reason_row (RkPrinciplesPage *self, RkPrinciple *principle)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *label = g_strdup_printf (_ ("Reason for “%s”"), principle->name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Reason"));
  g_object_set_data (G_OBJECT (row), "rk-principle", principle->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (focus, "leave", G_CALLBACK (reason_left_cb), self);
  gtk_widget_add_controller (row, focus);
  return row;
}

static void
make_rows (RkPrinciplesPage *self)
{
  GPtrArray *principles = rk_principles_list ();
  GtkWidget *group = NULL;
  const char *name = NULL;

  for (guint i = 0; i < principles->len; i++)
    {
      RkPrinciple *principle = g_ptr_array_index (principles, i);
      GtkWidget *value = make_value_row (self, principle);
      GtkWidget *reason = make_reason_row (self, principle);

      if (g_strcmp0 (name, principle->group) != 0)
        {
          name = principle->group;
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), name);
          gtk_box_append (self->content, group);
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), value);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), reason);
      g_object_set_data (G_OBJECT (value), "rk-reason", reason);
      g_hash_table_insert (self->rows, principle->id, value);
    }
}

static void
fill_row (RkPrinciplesPage *self, const char *principle, GtkWidget *row)
{
  g_autoptr (RkRecord) record = find_answer (self, principle);
  const char *value = record != NULL ? rk_record_get (record, "value") : NULL;
  const char *reason = record != NULL ? rk_record_get (record, "reason") : NULL;
  GtkWidget *entry = g_object_get_data (G_OBJECT (row), "rk-reason");
  guint selected = 0;

  for (guint i = 1; i < G_N_ELEMENTS (values); i++)
    if (g_strcmp0 (values[i], value) == 0)
      selected = i;
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  gtk_widget_set_visible (entry, selected > 0);
  /* What somebody is typing is theirs. */
  if (!(gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_FOCUS_WITHIN) &&
      g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), reason != NULL ? reason : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (entry), reason != NULL ? reason : "");
}

static void
refresh (RkPrinciplesPage *self)
{
  GHashTableIter iter;
  gpointer principle, row;

  self->filling = TRUE;
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &principle, &row))
    fill_row (self, principle, row);
  self->filling = FALSE;
}

static void
changed_cb (RkPrinciplesPage *self, const char *kind)
{
  if (*kind == '\0' || g_str_equal (kind, "principle_answer"))
    refresh (self);
}

static void
rk_principles_page_dispose (GObject *object)
{
  g_clear_object (&RK_PRINCIPLES_PAGE (object)->store);
  G_OBJECT_CLASS (rk_principles_page_parent_class)->dispose (object);
}

static void
rk_principles_page_finalize (GObject *object)
{
  g_free (RK_PRINCIPLES_PAGE (object)->application);
  g_hash_table_unref (RK_PRINCIPLES_PAGE (object)->rows);
  G_OBJECT_CLASS (rk_principles_page_parent_class)->finalize (object);
}

static void
rk_principles_page_class_init (RkPrinciplesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_principles_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = rk_principles_page_finalize;
  g_type_ensure (RK_TYPE_ADAPTIVE_BIN);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/analysis/rk-principles-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RkPrinciplesPage, content);
}

static void
rk_principles_page_init (RkPrinciplesPage *self)
{
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rk_principles_page_new (RkStore *store, const char *application)
{
  RkPrinciplesPage *self = g_object_new (RK_TYPE_PRINCIPLES_PAGE, NULL);

  self->store = g_object_ref (store);
  self->application = g_strdup (application);
  make_rows (self);
  refresh (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
