/* SPDX-License-Identifier: EUPL-1.2 */
/* The second step: which column is which field. */
#include "config.h"

#include "rk-import-page-private.h"

#include <glib/gi18n.h>

#define SAMPLES 3

/* The first values of each column: (transfer full) (element-type GString). */
static GPtrArray *
read_samples (RkRows *rows)
{
  guint n = rk_rows_get_n_columns (rows);
  GPtrArray *samples = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (samples, g_string_new (NULL));
  if (!rk_rows_rewind (rows, NULL))
    return samples;
  for (guint row = 0; row < SAMPLES && rk_rows_next (rows, NULL); row++)
    for (guint i = 0; i < n; i++)
      {
        GString *text = samples->pdata[i];
        g_autofree char *value = g_strdelimit (g_strdup (rk_rows_get (rows, i)), "\r\n\t", ' ');

        if (*value != '\0')
          g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", value);
      }
  return samples;
}

static void
show_sign (GtkWidget *row, gboolean known)
{
  GtkWidget *sign = g_object_get_data (G_OBJECT (row), "rk-sign");

  gtk_label_set_label (GTK_LABEL (sign), known ? "✓" : "?");
  gtk_accessible_update_property (GTK_ACCESSIBLE (sign), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  known ? _ ("Taken over") : _ ("Not taken over"), -1);
}

/* Shows what the import made of the choices: a field belongs to one column. */
static void
show_targets (RkImportPage *self)
{
  g_autofree const char **targets = rk_import_list_targets (self->import);

  self->filling = TRUE;
  for (guint i = 0; i < rk_rows_get_n_columns (rk_import_get_rows (self->import)); i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->columns, (int) i);
      GtkDropDown *choice = g_object_get_data (G_OBJECT (row), "rk-choice");
      const char *target = rk_import_get_target (self->import, i);
      guint selected = 0;

      for (guint t = 0; target != NULL && targets[t] != NULL; t++)
        if (g_str_equal (targets[t], target))
          selected = t + 1;
      gtk_drop_down_set_selected (choice, selected);
      show_sign (GTK_WIDGET (row), target != NULL);
    }
  self->filling = FALSE;
}

static void
chosen_cb (GtkDropDown *choice, GParamSpec *pspec, RkImportPage *self)
{
  g_autofree const char **targets = NULL;
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (choice), "rk-column"));
  guint selected = gtk_drop_down_get_selected (choice);

  if (self->filling || self->import == NULL)
    return;
  targets = rk_import_list_targets (self->import);
  rk_import_set_target (self->import, column, selected > 0 ? targets[selected - 1] : NULL);
  show_targets (self);
}

static GtkStringList *
list_labels (RkImportPage *self)
{
  g_autofree const char **targets = rk_import_list_targets (self->import);
  GtkStringList *labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _ ("Do not take over"));
  for (guint i = 0; targets[i] != NULL; i++)
    gtk_string_list_append (labels, rk_import_get_target_label (self->import, targets[i]));
  return labels;
}

static void
add_column (RkImportPage *self, guint column, const char *sample)
{
  const char *name = rk_rows_get_column (rk_import_get_rows (self->import), column);
  /* Translators: the name of a column of a file */
  g_autofree char *label = g_strdup_printf (_ ("Field for the column “%s”"), name);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *choice =
      gtk_drop_down_new (G_LIST_MODEL (list_labels (self)),
                         gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  GtkWidget *sign = gtk_label_new (NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sample);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice), TRUE);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_label_set_width_chars (GTK_LABEL (sign), 2);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (choice), "rk-column", GUINT_TO_POINTER (column));
  g_object_set_data (G_OBJECT (row), "rk-choice", choice);
  g_object_set_data (G_OBJECT (row), "rk-sign", sign);
  g_signal_connect (choice, "notify::selected", G_CALLBACK (chosen_cb), self);
  rk_import_page_name_parts (choice, label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), sign);
  gtk_list_box_append (self->columns, row);
}

void
rk_import_page_fill_columns (RkImportPage *self)
{
  RkRows *rows = rk_import_get_rows (self->import);
  g_autoptr (GPtrArray) samples = read_samples (rows);
  GtkListBoxRow *old;

  self->filling = TRUE;
  while ((old = gtk_list_box_get_row_at_index (self->columns, 0)) != NULL)
    gtk_list_box_remove (self->columns, GTK_WIDGET (old));
  for (guint i = 0; i < rk_rows_get_n_columns (rows); i++)
    {
      GString *sample = samples->pdata[i];

      add_column (self, i, sample->str);
      g_string_free (sample, TRUE);
    }
  show_targets (self);
}
