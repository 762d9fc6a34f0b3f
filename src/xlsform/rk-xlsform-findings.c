/* SPDX-License-Identifier: EUPL-1.2 */
/* Findings, and where they stand: those of the conversion, and those of the engine about its
 * result, which are put back on the sheet. */
#include "config.h"
#include "rk-xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Nobody reads more, and looking for what was said before takes longer with each. */
#define MAX_FINDINGS 500

static void
add (RkXf *self, RkFormSeverity severity, const char *code, const char *sheet, guint row,
     const char *column, const char *ref, char *text)
{
  RkFormMessage *message;

  self->failed |= severity == RK_FORM_SEVERITY_ERROR;
  if (self->messages->len >= MAX_FINDINGS)
    {
      g_free (text);
      return;
    }
  message = g_new0 (RkFormMessage, 1);
  message->severity = severity;
  message->code = code;
  message->line = (int) row;
  message->sheet = g_strdup (sheet);
  message->column = g_strdup (column);
  message->ref = g_strdup (ref);
  message->message = text;
  g_ptr_array_add (self->messages, message);
}

void
rk_xf_report (RkXf *self, RkFormSeverity severity, const char *code, const char *sheet, guint row,
              const char *column, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  add (self, severity, code, sheet, row, column, NULL, g_strdup_vprintf (format, args));
  va_end (args);
}

/* The same thing is not said twice of one cell. */
static gboolean
is_said (RkXf *self, const char *code, const RkXfRow *row, const RkXfColumn *column,
         const char *text)
{
  for (guint i = 0; i < self->messages->len; i++)
    {
      const RkFormMessage *message = g_ptr_array_index (self->messages, i);

      if (message->line == (int) row->number && g_str_equal (message->code, code) &&
          g_strcmp0 (message->sheet, row->table->name) == 0 &&
          g_strcmp0 (message->column, column != NULL ? column->header : NULL) == 0 &&
          g_str_equal (message->message, text))
        return TRUE;
    }
  return FALSE;
}

static void
report_cell (RkXf *self, RkFormSeverity severity, const char *code, const RkXfRow *row,
             const RkXfColumn *column, char *text)
{
  if (row == NULL)
    add (self, severity, code, NULL, 0, NULL, NULL, text);
  else if (is_said (self, code, row, column, text))
    g_free (text);
  else
    add (self, severity, code, row->table->name, row->number,
         column != NULL ? column->header : NULL, NULL, text);
}

void
rk_xf_error (RkXf *self, const char *code, const RkXfRow *row, const RkXfColumn *column,
             const char *format, ...)
{
  va_list args;

  va_start (args, format);
  report_cell (self, RK_FORM_SEVERITY_ERROR, code, row, column, g_strdup_vprintf (format, args));
  va_end (args);
}

void
rk_xf_warn (RkXf *self, const char *code, const RkXfRow *row, const RkXfColumn *column,
            const char *format, ...)
{
  va_list args;

  va_start (args, format);
  report_cell (self, RK_FORM_SEVERITY_WARNING, code, row, column, g_strdup_vprintf (format, args));
  va_end (args);
}

/* --- what the engine finds -------------------------------------------------------------------- */

/* The column from which a finding most likely stems: a cycle runs over the rules. */
static const RkXfColumn *
guess_column (const RkXfElement *element, const char *code)
{
  static const char *const rules[] = { "calculate", "relevant", "constraint", "required",
                                       "readonly" };

  if (g_str_has_suffix (code, "-attachment") || g_str_has_suffix (code, "-instance"))
    return rk_xf_row_column (element->row, "type");
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      const RkXfRule *rule = rk_xf_rules_find (element->binds, rules[i]);

      if (rule != NULL && rule->column != NULL)
        return rule->column;
    }
  return NULL;
}

/* The question that reads the file which a message names. */
static const RkXfElement *
find_reader (const RkXfElement *element, const char *text)
{
  if (element->row != NULL && element->list != NULL && strchr (element->list, '.') != NULL &&
      strstr (text, element->list) != NULL)
    return element;
  if (element->kind == RK_XF_EXTERNAL && strstr (text, element->name) != NULL)
    return element;
  for (guint i = 0; i < element->children->len; i++)
    {
      const RkXfElement *reader = find_reader (g_ptr_array_index (element->children, i), text);

      if (reader != NULL)
        return reader;
    }
  return NULL;
}

/* Whether the conversion has already found fault with the row. */
static gboolean
is_faulty (RkXf *self, const RkXfRow *row)
{
  for (guint i = 0; i < self->messages->len; i++)
    {
      const RkFormMessage *message = g_ptr_array_index (self->messages, i);

      if (message->severity == RK_FORM_SEVERITY_ERROR && message->line == (int) row->number &&
          g_strcmp0 (message->sheet, row->table->name) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What the conversion has already said of the cell itself. */
static gboolean
is_about_expression (const RkFormMessage *finding)
{
  static const char *const codes[] = { "xpath-syntax",   "unknown-function", "arity",
                                       "unknown-prefix", "xpath-limit",      NULL };

  return g_strv_contains (codes, finding->code);
}

/* Names a question as the sheet does, instead of by its path. */
static gboolean
name_path_cb (const GMatchInfo *match, GString *text, gpointer data)
{
  const RkXf *self = data;
  g_autofree char *path = g_match_info_fetch (match, 0);
  const RkXfElement *element = g_hash_table_lookup (self->by_path, path);

  g_string_append (text, element != NULL ? element->name : path);
  return FALSE;
}

static char *
dup_in_names (RkXf *self, const char *message)
{
  g_autofree char *root = g_regex_escape_string (self->root->name, -1);
  g_autofree char *pattern = g_strdup_printf ("/%s(/[\\w.:-]*\\w)+", root);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);

  return g_regex_replace_eval (regex, message, -1, 0, 0, name_path_cb, self, NULL);
}

static void
map_finding (RkXf *self, const RkFormMessage *finding)
{
  const RkXfElement *element =
      finding->ref != NULL ? g_hash_table_lookup (self->by_path, finding->ref) : NULL;
  const RkXfColumn *column = NULL;

  if (element == NULL && g_str_has_suffix (finding->code, "-attachment"))
    element = find_reader (self->root, finding->message);
  if (is_about_expression (finding) && self->failed)
    return;
  if (element != NULL && element->row != NULL)
    {
      if (is_faulty (self, element->row))
        return;
      column = guess_column (element, finding->code);
    }
  if (element == NULL || element->row == NULL)
    add (self, finding->severity, finding->code, NULL, 0, NULL, finding->ref,
         dup_in_names (self, finding->message));
  else
    add (self, finding->severity, finding->code, element->row->table->name, element->row->number,
         column != NULL ? column->header : NULL, finding->ref,
         dup_in_names (self, finding->message));
}

void
rk_xf_findings_map (RkXf *self, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    map_finding (self, g_ptr_array_index (findings, i));
}
