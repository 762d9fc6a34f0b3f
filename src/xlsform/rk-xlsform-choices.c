/* SPDX-License-Identifier: EUPL-1.2 */
/* The sheets choices and external_choices: lists of what can be chosen. */
#include "config.h"
#include "rk-xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const media_keys[RK_XF_N_MEDIA] = { "media::image", "media::big-image",
                                                       "media::audio", "media::video" };

static void
choice_free (RkXfChoice *choice)
{
  g_free (choice->name);
  rk_xf_text_clear (&choice->label);
  for (guint i = 0; i < RK_XF_N_MEDIA; i++)
    rk_xf_text_clear (&choice->media[i]);
  g_ptr_array_unref (choice->extra);
  g_free (choice);
}

void
rk_xf_list_free (RkXfList *list)
{
  g_free (list->name);
  g_ptr_array_unref (list->choices);
  g_free (list);
}

RkXfList *
rk_xf_list_find (RkXf *self, const char *name)
{
  return g_hash_table_lookup (self->list_by_name, name);
}

static RkXfList *
ensure_list (RkXf *self, const char *name)
{
  RkXfList *list = rk_xf_list_find (self, name);

  if (list != NULL)
    return list;
  list = g_new0 (RkXfList, 1);
  list->name = g_strdup (name);
  list->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);
  g_ptr_array_add (self->lists, list);
  g_hash_table_insert (self->list_by_name, list->name, list);
  return list;
}

static RkXfChoice *
choice_new (RkXfList *list, const char *name, const RkXfRow *row)
{
  RkXfChoice *choice = g_new0 (RkXfChoice, 1);

  choice->name = g_strdup (name);
  choice->row = row;
  choice->extra = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_xf_rule_free);
  g_ptr_array_add (list->choices, choice);
  return choice;
}

/* Columns of the sheet's own become elements; so they have to be names. */
static void
load_extra (RkXfChoice *choice, const RkXfRow *row)
{
  for (guint i = 0; i < row->table->columns->len; i++)
    {
      const RkXfColumn *column = g_ptr_array_index (row->table->columns, i);

      if (row->cells[i] == NULL || rk_xf_header_known ("choices", column->key) != NULL ||
          strstr (column->key, "::") != NULL || !rk_xf_is_name (column->key))
        continue;
      g_ptr_array_add (choice->extra, rk_xf_rule_new (column->key, row->cells[i], column));
    }
}

static void
check_label (RkXf *self, const RkXfChoice *choice)
{
  gboolean shown = !rk_xf_text_is_empty (&choice->label);

  for (guint i = 0; i < RK_XF_N_MEDIA; i++)
    shown |= !rk_xf_text_is_empty (&choice->media[i]);
  if (!shown)
    rk_xf_warn (self, "no-label", choice->row, rk_xf_table_find (choice->row->table, "label"),
                /* Translators: the name of a choice. */
                _ ("The choice “%s” has no label, so that people see nothing there."),
                   choice->name);
  if (rk_xf_text_is_empty (&choice->media[RK_XF_IMAGE]) &&
      !rk_xf_text_is_empty (&choice->media[RK_XF_BIG_IMAGE]))
    rk_xf_error (self, "big-image", choice->row, rk_xf_row_column (choice->row, "media::big-image"),
                 _ ("A big image needs an image too. Fill in the column “image”."));
}

static void
load_row (RkXf *self, const RkXfRow *row, GHashTable *seen)
{
  const char *list_name = rk_xf_row_get (row, "list name");
  const char *name = rk_xf_row_get (row, "name");
  g_autofree char *key = NULL;
  RkXfChoice *choice;
  RkXfList *list;

  if (list_name == NULL)
    {
      if (name != NULL)
        rk_xf_warn (self, "no-list", row, rk_xf_table_find (row->table, "list name"),
                    _ ("The row names no list and is passed over."));
      return;
    }
  list = ensure_list (self, list_name);
  if (name == NULL)
    {
      rk_xf_error (self, "no-name", row, rk_xf_table_find (row->table, "name"),
                   _ ("The choice has no name. Fill in the name under which its answer is kept."));
      return;
    }
  key = g_strconcat (list_name, "\n", name, NULL);
  if (!g_hash_table_add (seen, g_steal_pointer (&key)) &&
      !rk_xf_setting_is_on (self, "allow_choice_duplicates"))
    rk_xf_error (self, "duplicate-choice", row, rk_xf_row_column (row, "name"),
                 /* Translators: the name of a choice, the name of a list, a setting. */
                 _ ("The name “%s” stands twice in the list “%s”. Give it another name, or put "
                    "“yes” under %s in the sheet settings."),
                    name, list_name, "allow_choice_duplicates");
  choice = choice_new (list, name, row);
  rk_xf_row_get_text (self, row, "label", &choice->label);
  for (guint i = 0; i < RK_XF_N_MEDIA; i++)
    {
      rk_xf_row_get_text (self, row, media_keys[i], &choice->media[i]);
      list->itext |= !rk_xf_text_is_empty (&choice->media[i]);
    }
  list->itext |=
      rk_xf_text_is_translated (&choice->label) || rk_xf_text_has_reference (&choice->label);
  load_extra (choice, row);
  check_label (self, choice);
}

static void
check_columns (RkXf *self, const RkXfTable *table)
{
  static const char *const needed[] = { "list name", "name" };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (rk_xf_table_find (table, needed[i]) == NULL)
      rk_xf_report (self, RK_FORM_SEVERITY_ERROR, "no-column", table->name, 1, NULL,
                    /* Translators: the name of a column. */
                    _ ("The column “%s” is missing. Add it."), i == 0 ? "list_name" : needed[i]);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const RkXfColumn *column = g_ptr_array_index (table->columns, i);

      if (rk_xf_header_known ("choices", column->key) == NULL &&
          strstr (column->key, "::") == NULL && !rk_xf_is_name (column->key))
        rk_xf_report (self, RK_FORM_SEVERITY_WARNING, "bad-column", table->name, 1, column->header,
                      /* Translators: the header of a column. */
                      _ ("The column “%s” is passed over. To use it in a choice filter, give it a "
                         "name of letters, digits and _, without blanks."),
                         column->header);
    }
}

static void
load_table (RkXf *self, const RkXfTable *table)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  check_columns (self, table);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const RkXfRow *row = g_ptr_array_index (table->rows, i);

      if (!rk_xf_row_is_empty (row))
        load_row (self, row, seen);
    }
}

void
rk_xf_choices_load (RkXf *self)
{
  if (self->choices != NULL)
    load_table (self, self->choices);
  if (self->external != NULL)
    load_table (self, self->external);
}

/* --- something else --------------------------------------------------------------------------- */

/* In the language that the code at the end of its name tells, such as "Nederlands (nl)". */
static const struct
{
  const char *code, *choice, *question;
} other_words[] = {
  { "", "Other", "Specify other." },
  { "(nl)", "Andere", "Geef aan welke." },
  { "(fr)", "Autre", "Précisez." },
  { "(de)", "Andere", "Bitte angeben." },
};

static guint
find_other_words (const char *language)
{
  for (guint i = 1; language != NULL && i < G_N_ELEMENTS (other_words); i++)
    if (g_str_has_suffix (language, other_words[i].code))
      return i;
  return 0;
}

const char *
rk_xf_other_question (const char *language)
{
  return other_words[find_other_words (language)].question;
}

static void
set_other (RkXfText *label, const char *language)
{
  rk_xf_text_set (label, language, other_words[find_other_words (language)].choice, NULL);
}

/* The languages in which the list speaks: (transfer container). */
GPtrArray *
rk_xf_list_languages (const RkXfList *list)
{
  GPtrArray *languages = g_ptr_array_new ();

  for (guint i = 0; i < list->choices->len; i++)
    {
      const RkXfText *label = &((RkXfChoice *) g_ptr_array_index (list->choices, i))->label;

      for (guint p = 0; rk_xf_text_is_translated (label) && p < label->phrases->len; p++)
        {
          RkXfPhrase *phrase = g_ptr_array_index (label->phrases, p);

          if (!g_ptr_array_find_with_equal_func (languages, phrase->language, g_str_equal, NULL))
            g_ptr_array_add (languages, phrase->language);
        }
    }
  return languages;
}

void
rk_xf_list_add_other (RkXfList *list)
{
  g_autoptr (GPtrArray) languages = rk_xf_list_languages (list);
  RkXfChoice *other;

  for (guint i = 0; i < list->choices->len; i++)
    if (g_str_equal (((RkXfChoice *) g_ptr_array_index (list->choices, i))->name, "other"))
      return;
  other = choice_new (list, "other", NULL);
  if (languages->len == 0)
    set_other (&other->label, NULL);
  for (guint i = 0; i < languages->len; i++)
    set_other (&other->label, g_ptr_array_index (languages, i));
}
