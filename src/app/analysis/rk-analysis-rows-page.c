/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-analysis-rows-page.h"

#include "rk-adaptive-bin.h"
#include "rk-analysis-card.h"
#include "rk-analysis-drawing.h"
#include "rk-analysis-records.h"
#include "rk-card.h"
#include "rk-choose-file.h"
#include "rk-refresh.h"
#include "rk-toast.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_ROWS 200 /* that are shown; the file has all of them */

struct _RkAnalysisRowsPage
{
  AdwBin parent_instance;
  RkStore *store;
  char *name;     /* of the analysis */
  char *selector; /* (nullable): what came after the slash */
  char *title;
  RkAnalysis *analysis; /* (nullable): as it is shown */
  GtkBox *content;
};

G_DEFINE_FINAL_TYPE (RkAnalysisRowsPage, rk_analysis_rows_page, ADW_TYPE_BIN)

/* --- which rows ------------------------------------------------------------------------------ */

static gboolean
is_selected (RkAnalysisRowsPage *self, const RkAnalysisRow *row, const char *column,
             const char *value)
{
  const char *text = rk_analysis_row_get_text (self->analysis, row, column);

  switch (self->selector[0])
    {
    case '@': return text != NULL && rk_drawing_count_quarters (text) == atoi (value);
    case '<': return text != NULL && rk_drawing_count_quarters (text) < atoi (value);
    default: return g_strcmp0 (text != NULL ? text : _ ("Unknown"), value) == 0;
    }
}

/* (transfer container) */
static GPtrArray *
select_rows (RkAnalysisRowsPage *self)
{
  g_auto (GStrv) words =
      self->selector != NULL ? g_strsplit (self->selector + 1, "=", 2) : g_new0 (char *, 1);
  gboolean all =
      g_strv_length (words) < 2 || rk_analysis_find_column (self->analysis, words[0]) < 0;
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < self->analysis->rows->len; i++)
    {
      RkAnalysisRow *row = g_ptr_array_index (self->analysis->rows, i);

      if (all || is_selected (self, row, words[0], words[1]))
        g_ptr_array_add (rows, row);
    }
  return rows;
}

static const RkAnalysisUnknown *
find_unknown (RkAnalysisRowsPage *self)
{
  for (guint i = 0; i < self->analysis->unknowns->len; i++)
    {
      const RkAnalysisUnknown *unknown = g_ptr_array_index (self->analysis->unknowns, i);

      if (g_str_equal (unknown->name, self->selector + 1))
        return unknown;
    }
  return NULL;
}

/* --- what is shown --------------------------------------------------------------------------- */

static void
append_text (RkAnalysisRowsPage *self, const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "max-width-chars", 100, "halign", GTK_ALIGN_START, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->content, label);
}

static void
append_table (RkAnalysisRowsPage *self, RkDataTable *table)
{
  GtkWidget *card = rk_card_new ();

  rk_card_set_label (RK_CARD (card), self->title);
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (table));
  gtk_box_append (self->content, card);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RkAnalysisRowsPage) self = data;
  g_autofree char *path = rk_choose_file_finish (result);
  g_autofree char *csv = NULL, *text = NULL, *name = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL || self->analysis == NULL)
    return;
  csv = rk_analysis_to_csv (self->analysis);
  name = g_path_get_basename (path);
  if (g_file_set_contents_full (path, csv, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    /* Translators: %s is the name of a file. */
    text = g_strdup_printf (_ ("Table saved as %s"), name);
  else
    /* Translators: the name of a file, and the cause. */
    text = g_strdup_printf (_ ("The table could not be saved as %s: %s"), name, error->message);
  rk_toast_show (GTK_WIDGET (self), text, NULL, NULL);
}

static void
save_csv_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RkAnalysisRowsPage *self = RK_ANALYSIS_ROWS_PAGE (widget);
  g_autofree char *file = g_strconcat (self->name, ".csv", NULL);

  rk_choose_file_async (widget, RK_CHOOSE_SAVE,
                        _ ("Save the table"), "export", file,
                           _ ("CSV files"), "*.csv", file_chosen_cb, g_object_ref (self));
}

static void
append_save (RkAnalysisRowsPage *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("As CSV…"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "analysis-rows.save-csv");
  gtk_box_append (self->content, button);
}

static void
show_rows (RkAnalysisRowsPage *self)
{
  g_autoptr (GPtrArray) rows = select_rows (self);
  g_autofree char *count = rows->len > MAX_ROWS
      /* Translators: two numbers of rows. */
      ? g_strdup_printf (_ ("The first %u of %u rows; the file has them all."), MAX_ROWS, rows->len)
      : g_strdup_printf (ngettext ("%u row", "%u rows", rows->len), rows->len);

  if (self->selector == NULL)
    append_text (self, self->analysis->sentence, "title-4");
  else
    append_text (self, self->title, "title-4");
  append_text (self, count, "rk-caption");
  append_save (self);
  append_table (self, rk_analysis_rows_table (self->analysis, rows, self->store));
  append_text (self, self->analysis->why, "rk-secondary");
}

static void
show_records (RkAnalysisRowsPage *self, RkAnalysisInput *input, const char *heading,
              const char *kind, GPtrArray *ids)
{
  append_text (self, heading, "title-4");
  append_table (self, rk_analysis_records_table (input, self->store, kind, ids));
}

static void
set_title (RkAnalysisRowsPage *self, const char *title)
{
  g_free (self->title);
  self->title = g_strdup (title);
}

static gboolean
is_filter (const char *selector)
{
  return selector == NULL || strchr ("=@<", selector[0]) != NULL;
}

static void
fill (RkAnalysisRowsPage *self, RkAnalysisInput *input)
{
  const RkAnalysisUnknown *unknown = NULL;
  const RkAnalysisRow *row = NULL;

  if (!is_filter (self->selector))
    row = rk_analysis_find_row (self->analysis, self->selector);
  if (self->selector != NULL && self->selector[0] == '?')
    unknown = find_unknown (self);
  if (row != NULL)
    {
      set_title (self, row->label);
      show_records (self, input, row->label, row->records_kind, row->records);
    }
  else if (unknown != NULL)
    {
      set_title (self, _ ("Unknown"));
      show_records (self, input, unknown->sentence, unknown->kind, unknown->records);
    }
  else if (is_filter (self->selector))
    {
      const char *value = self->selector != NULL && self->selector[0] == '='
                              ? strchr (self->selector + 1, '=')
                              : NULL;

      set_title (self, value != NULL ? value + 1 : self->analysis->question);
      show_rows (self);
    }
  else
    append_text (self, _ ("There is nothing here any more: the applications have changed."),
                          "rk-secondary");
}

static void
refresh (GtkWidget *widget)
{
  RkAnalysisRowsPage *self = RK_ANALYSIS_ROWS_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkAnalysisInput) input = rk_workspace_load_analysis (self->store, NULL, &error);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);
  g_clear_pointer (&self->analysis, rk_analysis_free);
  if (input == NULL)
    {
      append_text (self, error->message, NULL);
      return;
    }
  self->analysis = rk_analysis_run (self->name, input);
  fill (self, input);
}

/* --- object ---------------------------------------------------------------------------------- */

static void
rk_analysis_rows_page_dispose (GObject *object)
{
  g_clear_object (&RK_ANALYSIS_ROWS_PAGE (object)->store);
  G_OBJECT_CLASS (rk_analysis_rows_page_parent_class)->dispose (object);
}

static void
rk_analysis_rows_page_finalize (GObject *object)
{
  RkAnalysisRowsPage *self = RK_ANALYSIS_ROWS_PAGE (object);

  g_clear_pointer (&self->analysis, rk_analysis_free);
  g_free (self->name);
  g_free (self->selector);
  g_free (self->title);
  G_OBJECT_CLASS (rk_analysis_rows_page_parent_class)->finalize (object);
}

static void
rk_analysis_rows_page_class_init (RkAnalysisRowsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_analysis_rows_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = rk_analysis_rows_page_finalize;
  g_type_ensure (RK_TYPE_ADAPTIVE_BIN);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/analysis/rk-analysis-rows-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RkAnalysisRowsPage, content);
  gtk_widget_class_install_action (widget_class, "analysis-rows.save-csv", NULL, save_csv_action);
}

static void
rk_analysis_rows_page_init (RkAnalysisRowsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

RkAnalysisRowsPage *
rk_analysis_rows_page_new (RkStore *store, const char *what)
{
  const char *slash = strchr (what, '/');
  g_autofree char *name =
      slash != NULL ? g_strndup (what, (gsize) (slash - what)) : g_strdup (what);
  RkAnalysisRowsPage *self;
  guint i = 0;

  while (rk_analyses[i].name != NULL && !g_str_equal (rk_analyses[i].name, name))
    i++;
  if (rk_analyses[i].name == NULL)
    return NULL;
  self = g_object_new (RK_TYPE_ANALYSIS_ROWS_PAGE, NULL);
  self->store = g_object_ref (store);
  self->name = g_steal_pointer (&name);
  self->selector = slash != NULL ? g_strdup (slash + 1) : NULL;
  refresh (GTK_WIDGET (self)); /* the title of the window comes from what is shown */
  rk_refresh_on_change (GTK_WIDGET (self), store, refresh);
  return self;
}

char *
rk_analysis_rows_page_dup_title (RkAnalysisRowsPage *self)
{
  g_return_val_if_fail (RK_IS_ANALYSIS_ROWS_PAGE (self), NULL);
  return g_strdup (self->title != NULL ? self->title : _ ("Analysis"));
}

char *
rk_analysis_rows_page_dup_subtitle (RkAnalysisRowsPage *self)
{
  g_return_val_if_fail (RK_IS_ANALYSIS_ROWS_PAGE (self), NULL);
  return g_strdup (self->analysis != NULL && self->selector != NULL ? self->analysis->question
                                                                    : "");
}
