/* SPDX-License-Identifier: EUPL-1.2 */
/* The third step: what will become of each row, and what is wrong. */
#include "config.h"

#include "rk-import-page-private.h"

#include "rk-choose-file.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

static const RkImportOutcome outcomes[] = { RK_IMPORT_NEW, RK_IMPORT_CHANGED, RK_IMPORT_UNCHANGED,
                                            RK_IMPORT_FAULTY };

/* --- rows ------------------------------------------------------------------------------------- */

/* "Status: Planned → In use" on a line each. */
static char *
dup_differences (const RkImportRow *row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < row->differences->len; i++)
    {
      const RkImportDifference *difference = row->differences->pdata[i];
      const char *label =
          difference->field != NULL ? _ (difference->field->label) : _ ("Reference component");

      g_string_append (text, i > 0 ? "\n" : "");
      if (difference->old != NULL)
        /* Translators: the name of a field, its value, and what it becomes. */
        g_string_append_printf (text, _ ("%s: %s → %s"), label, difference->old, difference->now);
      else
        g_string_append_printf (text, "%s: %s", label, difference->now);
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
new_row (const char *title, const char *subtitle, int lines)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), lines);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  return row;
}

/* A cell as a person corrects it. */
typedef struct
{
  RkImportPage *page;
  guint line, column;
} Cell;

static gboolean
check_cb (gpointer page)
{
  rk_import_page_check (page);
  return G_SOURCE_REMOVE;
}

static void
corrected_cb (GtkEntry *entry, Cell *cell)
{
  RkImportPage *page = cell->page;

  rk_import_set_cell (page->import, cell->line, cell->column,
                      gtk_editable_get_text (GTK_EDITABLE (entry)));
  /* The entry goes: first the focus leaves it. */
  gtk_widget_grab_focus (GTK_WIDGET (page->back));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, check_cb, g_object_ref (page), g_object_unref);
}

static void
free_cell (gpointer cell, GClosure *closure)
{
  g_free (cell);
}

static void
add_fault (RkImportPage *self, GtkListBox *list, const RkImportRow *row, const RkImportFault *fault)
{
  RkRows *rows = rk_import_get_rows (self->import);
  gboolean cell = fault->column != RK_IMPORT_NO_COLUMN;
  g_autofree char *title = cell
      /* Translators: the number of a line and the name of a column. */
      ? g_strdup_printf (_ ("Line %u, %s"), row->line, rk_rows_get_column (rows, fault->column))
      : g_strdup_printf (_ ("Line %u"), row->line);
  GtkWidget *line = new_row (title, fault->message, 0);
  GtkWidget *entry;
  Cell *place;

  if (cell)
    {
      place = g_new0 (Cell, 1);
      *place = (Cell){ self, row->line, fault->column };
      entry = gtk_entry_new ();
      gtk_editable_set_text (GTK_EDITABLE (entry), fault->value != NULL ? fault->value : "");
      gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, fault->message, -1);
      g_signal_connect_data (entry, "activate", G_CALLBACK (corrected_cb), place, free_cell, 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (line), entry);
    }
  gtk_list_box_append (list, line);
}

static void
merge_cb (GtkCheckButton *check, GParamSpec *pspec, RkImportPage *self)
{
  guint line = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "rk-line"));

  rk_import_set_choice (self->import, line,
                        gtk_check_button_get_active (check) ? RK_IMPORT_MERGE : RK_IMPORT_AS_FOUND);
}

/* A name that is almost there already: the same thing, or not? */
static void
add_similar (RkImportPage *self, GtkListBox *list, const RkImportRow *row)
{
  g_autofree char *subtitle =
      /* Translators: the name of a record that is there. */
      g_strdup_printf (_ ("Almost the same name as “%s”."), row->similar);
  g_autofree char *label = g_strdup_printf (_ ("Merge with %s"), row->similar);
  GtkWidget *line = new_row (row->title, subtitle, 0);
  GtkWidget *check = gtk_check_button_new_with_label (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), row->outcome != RK_IMPORT_NEW);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (check), "rk-line", GUINT_TO_POINTER (row->line));
  g_signal_connect (check, "notify::active", G_CALLBACK (merge_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), check);
  gtk_list_box_append (list, line);
}

static void
add_row (RkImportPage *self, GtkListBox *list, const RkImportRow *row, gboolean faults)
{
  g_autofree char *differences = NULL;
  g_autofree char *title = NULL;

  for (guint i = 0; faults && i < row->faults->len; i++)
    add_fault (self, list, row, row->faults->pdata[i]);
  if (faults && row->similar != NULL)
    add_similar (self, list, row);
  if (faults)
    return;
  differences = dup_differences (row);
  title = *row->title != '\0' ? g_strdup (row->title) : g_strdup_printf (_ ("Line %u"), row->line);
  gtk_list_box_append (list, new_row (title, differences, 8));
}

/* --- lists ------------------------------------------------------------------------------------ */

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static char *
dup_title (RkImportOutcome outcome, guint n)
{
  switch (outcome)
    {
    /* Translators: the names of four lists, each with how many rows are in it. */
    case RK_IMPORT_NEW: return g_strdup_printf (_ ("New %u"), n);
    case RK_IMPORT_CHANGED: return g_strdup_printf (_ ("Changed %u"), n);
    case RK_IMPORT_UNCHANGED: return g_strdup_printf (_ ("Unchanged %u"), n);
    default: return g_strdup_printf (_ ("Faults %u"), n);
    }
}

static void
fill_list (RkImportPage *self, guint i)
{
  GPtrArray *rows = rk_import_job_get_rows (self->job, outcomes[i]);
  gboolean faults = outcomes[i] == RK_IMPORT_FAULTY;
  guint n = rk_import_count (self->import, outcomes[i]);
  GtkWidget *child = gtk_widget_get_parent (GTK_WIDGET (self->lists[i]));
  g_autofree char *title = NULL;

  clear (self->lists[i]);
  for (guint r = 0; r < rows->len; r++)
    add_row (self, self->lists[i], rows->pdata[r], faults);
  if (n > rows->len)
    {
      g_autofree char *more =
          g_strdup_printf (ngettext ("and %u more", "and %u more", n - rows->len), n - rows->len);

      gtk_list_box_append (self->lists[i], new_row (more, "", 1));
    }
  /* What is only to be looked at stands among the faults too. */
  title = dup_title (outcomes[i], faults ? MAX (n, rows->len) : n);
  gtk_stack_page_set_title (gtk_stack_get_page (self->outcomes, child), title);
}

/* "Also made: 12 suppliers, 40 products." */
static void
show_made (RkImportPage *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const RkKind *kind;
  guint count;

  for (guint i = 0; (kind = rk_import_get_made (self->import, i, &count)) != NULL; i++)
    g_string_append_printf (text, "%s%u %s", i > 0 ? ", " : "", count,
                            count == 1 ? _ (kind->label) : _ (kind->label_plural));
  if (text->len > 0)
    {
      /* Translators: %s is a list: "12 suppliers, 40 products". */
      g_autofree char *sentence =
          g_strdup_printf (_ ("Because the rows refer to them, these are made too: %s."),
                              text->str);

      gtk_label_set_label (self->made, sentence);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->made), text->len > 0);
}

void
rk_import_page_fill_review (RkImportPage *self)
{
  guint n = rk_import_count (self->import, RK_IMPORT_NEW) +
            rk_import_count (self->import, RK_IMPORT_CHANGED);
  guint faulty = rk_import_count (self->import, RK_IMPORT_FAULTY);
  const RkKind *kind = rk_import_get_subject (self->import)->kind;
  /* Translators: the button: a number and a kind of record: "Take over 202 applications". */
  g_autofree char *label =
      g_strdup_printf (_ ("Take over %u %s"), n, n == 1 ? _ (kind->label) : _ (kind->label_plural));

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    fill_list (self, i);
  show_made (self);
  gtk_widget_set_visible (self->whole_row, faulty > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->save_faults),
                          *rk_import_job_get_faults (self->job) != '\0');
  gtk_button_set_label (self->next, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.next", n > 0);
}

/* --- the list of faults ----------------------------------------------------------------------- */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RkImportPage) self = data;
  g_autofree char *path = rk_choose_file_finish (result);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL || self->job == NULL)
    return;
  text = g_strdup_printf ("%s;%s;%s;%s\r\n%s",
                          _ ("Line"), _ ("Column"), _ ("Value"),
                                                       _ ("What to do"),
                                                          rk_import_job_get_faults (self->job));
  if (!g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    rk_banner_show (self->banner, RK_BANNER_ERROR, error->message, NULL, NULL);
  else
    rk_toast_show (GTK_WIDGET (self), _ ("List of faults saved"), NULL, NULL);
}

void
rk_import_page_save_faults (RkImportPage *self)
{
  rk_choose_file_async (GTK_WIDGET (self), RK_CHOOSE_SAVE,
                        _ ("Save the list of faults"), "export",
                           _ ("faults.csv"), _ ("CSV file"), "*.csv", saved_cb,
                                                g_object_ref (self));
}
