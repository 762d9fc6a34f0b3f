/* SPDX-License-Identifier: EUPL-1.2 */
/* Sheets as tables: the first line tells what the columns are, the others are cleaned of what
 * spreadsheet programs put in by themselves (curly quotes, hard blanks). */
#include "config.h"
#include "rk-xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
column_free (RkXfColumn *column)
{
  g_free (column->header);
  g_free (column->key);
  g_free (column->language);
  g_free (column);
}

static void
row_free (RkXfRow *row)
{
  for (guint i = 0; i < row->table->columns->len; i++)
    g_free (row->cells[i]);
  g_free (row->cells);
  g_free (row);
}

void
rk_xf_table_free (RkXfTable *table)
{
  g_ptr_array_unref (table->rows);
  g_ptr_array_unref (table->columns);
  g_free (table->name);
  g_free (table);
}

/* --- cleaning --------------------------------------------------------------------------------- */

static gboolean
is_blank (gunichar c)
{
  return c == ' ' || c == 0xa0 || c == 0xfeff || c == 0x200b;
}

static gunichar
straight (gunichar c)
{
  if (c == 0x2018 || c == 0x2019)
    return '\'';
  return c == 0x201c || c == 0x201d ? '"' : c;
}

/* @text without blanks around it, with plain blanks; @quotes: and plain quotes; @collapse: one
 * blank between words. NULL when nothing is left. (transfer full) */
static char *
clean_text (const char *text, gboolean quotes, gboolean collapse)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) plain = g_string_sized_new (strlen (valid));

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar u = g_utf8_get_char (c);

      if (u == 0xfeff || u == '\r')
        continue;
      if (u < 0x20 && u != '\n' && u != '\t')
        continue;
      if (is_blank (u))
        u = ' ';
      if (collapse && u == ' ' && plain->len > 0 && plain->str[plain->len - 1] == ' ')
        continue;
      g_string_append_unichar (plain, quotes ? straight (u) : u);
    }
  g_strstrip (plain->str);
  return *plain->str != '\0' ? g_strdup (plain->str) : NULL;
}

/* --- headers ---------------------------------------------------------------------------------- */

static char *
to_snake_case (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_auto (GStrv) words = g_strsplit_set (lower, " \t\n", -1);
  g_autoptr (GString) snake = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_string_append_printf (snake, "%s%s", snake->len > 0 ? "_" : "", *word);
  return g_string_free (g_steal_pointer (&snake), FALSE);
}

/* The parts of a header between :: (or :), those of jr: together. (element-type utf8) */
static GPtrArray *
split_header (const char *header, gboolean double_colon)
{
  GPtrArray *tokens = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts =
      g_strsplit (header, double_colon || strstr (header, "::") != NULL ? "::" : ":", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      char *token = g_strdup (g_strstrip (*part));

      if (g_str_equal (token, "jr") && part[1] != NULL)
        {
          g_free (token);
          token = g_strconcat ("jr:", g_strstrip (part[1]), NULL);
          part++;
        }
      g_ptr_array_add (tokens, token);
    }
  return tokens;
}

/* Replaces the first token by what it is an alias of, which may be two. */
static gboolean
dealias (const char *sheet, GPtrArray *tokens)
{
  g_autofree char *snake = to_snake_case (g_ptr_array_index (tokens, 0));
  const char *key = rk_xf_header_alias (sheet, snake);
  const char *known = key == NULL ? rk_xf_header_known (sheet, snake) : NULL;
  g_auto (GStrv) parts = NULL;

  if (key == NULL && known == NULL)
    return FALSE;
  parts = g_strsplit (key != NULL ? key : known, "::", 2);
  g_free (g_ptr_array_index (tokens, 0));
  g_ptr_array_index (tokens, 0) = g_strdup (parts[0]);
  if (parts[1] != NULL)
    g_ptr_array_insert (tokens, 1, g_strdup (parts[1]));
  return TRUE;
}

/* How many tokens are the key; what follows is a language. */
static guint
key_length (GPtrArray *tokens)
{
  const char *first = g_ptr_array_index (tokens, 0);
  const char *second = tokens->len > 1 ? g_ptr_array_index (tokens, 1) : "";

  if (g_str_equal (first, "label") || g_str_equal (first, "hint") ||
      g_str_equal (first, "guidance_hint"))
    return 1;
  if (g_str_equal (first, "media") ||
      (g_str_equal (first, "bind") &&
       (g_str_equal (second, "jr:constraintMsg") || g_str_equal (second, "jr:requiredMsg") ||
        g_str_equal (second, "jr:noAppErrorString"))))
    return 2;
  return tokens->len;
}

static RkXfColumn *
column_new (const char *sheet, char *header, guint index, gboolean double_colon)
{
  RkXfColumn *column = g_new0 (RkXfColumn, 1);
  g_autoptr (GPtrArray) tokens = split_header (header, double_colon);
  gboolean known = dealias (sheet, tokens);
  guint n = MIN (key_length (tokens), tokens->len);
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (GString) language = g_string_new (NULL);

  for (guint i = 0; i < tokens->len; i++)
    {
      GString *to = i < n ? key : language;

      g_string_append_printf (to, "%s%s",
                              i == 0 || i == n ? "" : "::", (char *) g_ptr_array_index (tokens, i));
    }
  column->header = header;
  column->index = index;
  column->key = known ? g_strdup (key->str) : g_strdup (header);
  column->language = known && language->len > 0 ? g_strdup (language->str) : NULL;
  return column;
}

static gboolean
has_double_colon (const RkSheet *sheet)
{
  for (guint c = 0; c < rk_sheet_get_n_columns (sheet); c++)
    {
      const char *header = rk_sheet_get (sheet, 0, c);

      if (header != NULL && strstr (header, "::") != NULL)
        return TRUE;
    }
  return FALSE;
}

/* A column that is called almost as one that we know is a slip of the pen. */
static void
suggest_header (RkXf *self, const RkXfTable *table, const char *sheet, const RkXfColumn *column)
{
  g_autofree char *snake = to_snake_case (column->header);
  g_autoptr (GPtrArray) names = rk_xf_header_list (sheet);
  const char *nearest = rk_xf_nearest (snake, names);

  if (nearest != NULL)
    rk_xf_report (self, RK_FORM_SEVERITY_WARNING, "unknown-column", table->name, 1, column->header,
                  /* Translators: a column that is not known, and one that is. */
                  _ ("The column “%s” is not known and is passed over. Do you mean “%s”?"),
                     column->header, nearest);
}

static void
add_column (RkXf *self, RkXfTable *table, const char *sheet, RkXfColumn *column)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const RkXfColumn *other = g_ptr_array_index (table->columns, i);

      if (!g_str_equal (other->key, column->key) ||
          g_strcmp0 (other->language, column->language) != 0)
        continue;
      rk_xf_report (self, RK_FORM_SEVERITY_ERROR, "duplicate-column", table->name, 1,
                    column->header,
                    /* Translators: two headers of columns. */
                    _ ("The columns “%s” and “%s” mean the same. Remove or rename one of them."),
                       other->header, column->header);
    }
  if (!g_str_has_suffix (sheet, "choices") && rk_xf_header_known (sheet, column->key) == NULL &&
      strstr (column->key, "::") == NULL)
    suggest_header (self, table, sheet, column);
  g_ptr_array_add (table->columns, column);
}

static void
load_columns (RkXf *self, RkXfTable *table, const char *sheet, const RkSheet *source)
{
  gboolean double_colon = has_double_colon (source);

  for (guint c = 0; c < rk_sheet_get_n_columns (source); c++)
    {
      const char *text = rk_sheet_get (source, 0, c);
      char *header = text != NULL ? clean_text (text, FALSE, TRUE) : NULL;

      if (header != NULL)
        add_column (self, table, sheet, column_new (sheet, header, c, double_colon));
    }
}

/* --- rows ------------------------------------------------------------------------------------- */

static gboolean
is_plain_column (const RkXfColumn *column)
{
  return g_str_equal (column->key, "type") || g_str_equal (column->key, "name") ||
         g_str_equal (column->key, "list name") || g_str_equal (column->key, "dataset");
}

static char *
load_cell (RkXf *self, const RkXfTable *table, const RkSheet *source, guint r,
           const RkXfColumn *column, gboolean quotes, gboolean collapse)
{
  const char *text = rk_sheet_get (source, r, column->index);
  char *cell = text != NULL ? clean_text (text, quotes, collapse) : NULL;
  guint number = rk_sheet_get_row_number (source, r);

  if (cell != NULL && rk_sheet_is_error (source, r, column->index))
    rk_xf_report (self, RK_FORM_SEVERITY_ERROR, "cell-error", table->name, number, column->header,
                  /* Translators: what a spreadsheet shows for a failed formula, such as #N/A. */
                  _ ("The formula in this cell gives %s. Correct the formula or write the text "
                     "itself."),
                     cell);
  else if (cell != NULL && !is_plain_column (column) && rk_xf_reference_is_broken (cell))
    rk_xf_report (self, RK_FORM_SEVERITY_ERROR, "bad-reference", table->name, number,
                  column->header,
                  _ ("A reference is not complete. Write the name of a question between ${ and }, "
                     "such as ${name}."));
  return cell;
}

static void
load_rows (RkXf *self, RkXfTable *table, const RkSheet *source, gboolean quotes, gboolean collapse)
{
  for (guint r = 1; r < rk_sheet_get_n_rows (source); r++)
    {
      RkXfRow *row = g_new0 (RkXfRow, 1);

      row->table = table;
      row->number = rk_sheet_get_row_number (source, r);
      row->cells = g_new0 (char *, table->columns->len + 1);
      for (guint i = 0; i < table->columns->len; i++)
        row->cells[i] = load_cell (self, table, source, r, g_ptr_array_index (table->columns, i),
                                   quotes, collapse);
      g_ptr_array_add (table->rows, row);
    }
}

static RkXfTable *
table_new (const RkSheet *source)
{
  RkXfTable *table = g_new0 (RkXfTable, 1);

  table->name = g_strdup (rk_sheet_get_name (source));
  table->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  return table;
}

static const RkSheet *
find_sheet (const RkXlsx *book, const char *name)
{
  for (guint i = 0; i < rk_xlsx_get_n_sheets (book); i++)
    {
      const RkSheet *sheet = rk_xlsx_get_sheet (book, i);
      g_autofree char *title = g_strstrip (g_strdup (rk_sheet_get_name (sheet)));

      if (g_ascii_strcasecmp (title, name) == 0)
        return sheet;
    }
  return NULL;
}

static RkXfTable *
load_table (RkXf *self, const RkXlsx *book, const char *name)
{
  const RkSheet *source = find_sheet (book, name);
  gboolean survey = g_str_equal (name, "survey");
  gboolean clean = self->clean || !(survey || g_str_equal (name, "choices"));
  RkXfTable *table;

  if (source == NULL || rk_sheet_get_n_rows (source) == 0)
    return NULL;
  table = table_new (source);
  load_columns (self, table, name, source);
  load_rows (self, table, source, clean, clean && survey);
  return table;
}

/* --- which sheets ----------------------------------------------------------------------------- */

/* A sheet that is called almost as one that we look for is a slip of the pen, unless its name
 * begins with _. */
static const char *
find_misspelt (const RkXlsx *book, const char *name)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < rk_xlsx_get_n_sheets (book); i++)
    {
      const char *title = rk_sheet_get_name (rk_xlsx_get_sheet (book, i));

      if (*title != '_')
        g_ptr_array_add (titles, (gpointer) title);
    }
  return rk_xf_nearest (name, titles);
}

static void
warn_misspelt (RkXf *self, const RkXlsx *book, const char *name)
{
  const char *misspelt = find_misspelt (book, name);

  if (misspelt != NULL)
    rk_xf_report (self, RK_FORM_SEVERITY_WARNING, "unknown-sheet", misspelt, 0, NULL,
                  /* Translators: two names of sheets. */
                  _ ("The sheet “%s” is passed over. Do you mean “%s”? If not, put an underscore "
                     "before its name."),
                     misspelt, name);
}

static void
complain_of_survey (RkXf *self, const RkXlsx *book)
{
  const char *misspelt = find_misspelt (book, "survey");

  if (find_sheet (book, "survey") != NULL)
    rk_xf_report (self, RK_FORM_SEVERITY_ERROR, "empty-sheet", "survey", 0, NULL,
                  _ ("The sheet is empty. Write the questions there, a row for each."));
  else if (misspelt != NULL)
    rk_xf_report (self, RK_FORM_SEVERITY_ERROR, "no-survey", misspelt, 0, NULL,
                  /* Translators: the name of a sheet. */
                  _ ("There is no sheet “survey”. Rename the sheet “%s” to “survey”."), misspelt);
  else
    rk_xf_report (self, RK_FORM_SEVERITY_ERROR, "no-survey", NULL, 0, NULL,
                  _ ("There is no sheet “survey”, so this is no XLSForm. Choose another file, or "
                     "name the sheet with the questions “survey”."));
}

void
rk_xf_tables_load (RkXf *self, const RkXlsx *book)
{
  self->settings = load_table (self, book, "settings");
  if (self->settings != NULL && self->settings->rows->len > 0)
    {
      const char *clean =
          rk_xf_row_get (g_ptr_array_index (self->settings->rows, 0), "clean_text_values");

      self->clean = clean == NULL || rk_xf_truth (clean) != 0;
    }
  self->survey = load_table (self, book, "survey");
  self->choices = load_table (self, book, "choices");
  self->external = load_table (self, book, "external_choices");
  self->entities = load_table (self, book, "entities");
  if (self->survey == NULL)
    complain_of_survey (self, book);
  if (self->settings == NULL && find_sheet (book, "settings") == NULL)
    warn_misspelt (self, book, "settings");
  if (self->choices == NULL && find_sheet (book, "choices") == NULL)
    warn_misspelt (self, book, "choices");
  if (self->entities == NULL && find_sheet (book, "entities") == NULL)
    warn_misspelt (self, book, "entities");
  if (find_sheet (book, "osm") != NULL)
    rk_xf_report (self, RK_FORM_SEVERITY_WARNING, "osm", "osm", 0, NULL,
                  _ ("The sheet is passed over: questions about OpenStreetMap only work in ODK "
                     "Collect."));
}

/* --- looking up ------------------------------------------------------------------------------- */

const RkXfColumn *
rk_xf_table_find (const RkXfTable *table, const char *key)
{
  for (guint i = 0; table != NULL && i < table->columns->len; i++)
    {
      const RkXfColumn *column = g_ptr_array_index (table->columns, i);

      if (g_str_equal (column->key, key))
        return column;
    }
  return NULL;
}

static int
find_cell (const RkXfRow *row, const char *key)
{
  for (guint i = 0; row != NULL && i < row->table->columns->len; i++)
    if (row->cells[i] != NULL &&
        g_str_equal (((RkXfColumn *) g_ptr_array_index (row->table->columns, i))->key, key))
      return (int) i;
  return -1;
}

const char *
rk_xf_row_get (const RkXfRow *row, const char *key)
{
  int i = find_cell (row, key);

  return i >= 0 ? row->cells[i] : NULL;
}

const RkXfColumn *
rk_xf_row_column (const RkXfRow *row, const char *key)
{
  int i = find_cell (row, key);

  if (i >= 0)
    return g_ptr_array_index (row->table->columns, i);
  return row != NULL ? rk_xf_table_find (row->table, key) : NULL;
}

gboolean
rk_xf_row_is_empty (const RkXfRow *row)
{
  for (guint i = 0; i < row->table->columns->len; i++)
    if (row->cells[i] != NULL)
      return FALSE;
  return TRUE;
}

void
rk_xf_row_get_text (RkXf *self, const RkXfRow *row, const char *key, RkXfText *text)
{
  const char *plain = NULL;
  const RkXfColumn *plain_column = NULL;

  for (guint i = 0; i < row->table->columns->len; i++)
    {
      const RkXfColumn *column = g_ptr_array_index (row->table->columns, i);

      if (row->cells[i] == NULL || !g_str_equal (column->key, key))
        continue;
      if (column->language != NULL)
        rk_xf_text_set (text, column->language, row->cells[i], column);
      else
        {
          plain = row->cells[i];
          plain_column = column;
        }
    }
  if (plain == NULL)
    return;
  /* Beside others, the text without a language is that of the default one. */
  if (rk_xf_text_is_empty (text))
    rk_xf_text_set (text, NULL, plain, plain_column);
  else
    {
      gboolean given = FALSE;

      for (guint i = 0; i < text->phrases->len; i++)
        given |= g_str_equal (((RkXfPhrase *) g_ptr_array_index (text->phrases, i))->language,
                              self->default_language);
      if (!given)
        rk_xf_text_set (text, self->default_language, plain, plain_column);
    }
}
