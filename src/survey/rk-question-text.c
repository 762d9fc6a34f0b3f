/* SPDX-License-Identifier: EUPL-1.2 */
/* Answers in words: labels instead of codes, numbers with their unit. */
#include "config.h"
#include "rk-question-private.h"
#include "rk-value-text.h"

#include "rk-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
rk_choice_dup_column (const RkChoice *choice, const char *column)
{
  g_autofree char *attribute = NULL;
  xmlChar *text = NULL;
  char *copy;

  g_return_val_if_fail (choice != NULL && column != NULL, NULL);
  if (choice->item == NULL)
    return g_strdup ("");
  for (xmlNode *node = choice->item->children; node != NULL && text == NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, column) == 0)
      text = xmlNodeGetContent (node);
  if (text == NULL)
    text = xmlGetNsProp (choice->item, BAD_CAST column, BAD_CAST RK_FORM_NS);
  copy = g_strdup (text != NULL ? (char *) text : "");
  xmlFree (text);
  return copy;
}

/* --- one leaf --------------------------------------------------------------------------------- */

/* The label of a choice; the value itself when it is no longer on offer. */
static const char *
find_label (RkFormNode *leaf, const char *value)
{
  GPtrArray *choices = rk_form_node_get_choices (leaf);

  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      const RkChoice *choice = g_ptr_array_index (choices, i);

      if (g_str_equal (choice->value, value))
        return choice->label != NULL && *choice->label != '\0' ? choice->label : value;
    }
  return value;
}

static char *
write_choices (RkFormNode *leaf, const char *value)
{
  g_auto (GStrv) values = g_strsplit (value, " ", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; values[i] != NULL; i++)
    if (*values[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "",
                              find_label (leaf, values[i]));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "12.0" as the engine keeps a decimal is 12 for people. */
char *
rk_value_trim_decimal (const char *value)
{
  char *copy = g_strdup (value);
  gsize length = strlen (copy);

  if (strchr (copy, '.') == NULL)
    return copy;
  while (copy[length - 1] == '0')
    copy[--length] = '\0';
  if (copy[length - 1] == '.')
    copy[--length] = '\0';
  return copy;
}

static char *
write_number (RkFormNode *leaf, const char *value)
{
  g_autofree char *plain = rk_value_trim_decimal (value);
  g_autofree char *number = rk_format_decimal (plain);
  const char *unit = rk_form_node_get_attribute (leaf, "unit");

  if (unit == NULL || *unit == '\0')
    return g_steal_pointer (&number);
  return g_strconcat (number, "\302\240", unit, NULL);
}

static char *
write_date (RkFormNode *leaf, const char *value)
{
  const RkControl *control = rk_form_node_get_control (leaf);

  if (control != NULL && strlen (value) >= 10 && rk_control_has_appearance (control, "month-year"))
    return g_strdup_printf ("%.2s/%.4s", value + 5, value);
  if (control != NULL && rk_control_has_appearance (control, "year"))
    return g_strndup (value, 4);
  return rk_format_date (value, RK_FORMAT_TABLE);
}

/* "09:30:00.000+01:00" → "09.30": what the clock said there. */
static char *
write_time (const char *value)
{
  if (strlen (value) < 5 || value[2] != ':')
    return g_strdup (value);
  return g_strdup_printf ("%.2s.%.2s", value, value + 3);
}

static char *
write_moment (const char *value)
{
  const char *separator = strchr (value, 'T');
  g_autofree char *day = separator != NULL ? g_strndup (value, separator - value) : NULL;
  g_autofree char *date = rk_format_date (day != NULL ? day : value, RK_FORMAT_TABLE);
  g_autofree char *time = separator != NULL ? write_time (separator + 1) : NULL;

  return time != NULL ? g_strdup_printf ("%s %s", date, time) : g_steal_pointer (&date);
}

/* "51,05; 3,72". */
static char *
write_place (const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, " ", 3);
  g_autofree char *latitude = NULL, *longitude = NULL;

  if (g_strv_length (parts) < 2)
    return g_strdup (value);
  latitude = rk_format_decimal (parts[0]);
  longitude = rk_format_decimal (parts[1]);
  return g_strdup_printf ("%s; %s", latitude, longitude);
}

static char *
write_points (const char *value, gboolean closed)
{
  guint n = closed ? 0 : 1;

  for (const char *c = value; *c != '\0'; c++)
    n += *c == ';';
  /* Translators: %u is the number of points of a line or an area. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u point on the map",
                                       "%u points on the map", n),
                          n);
}

static char *
write_typed (RkFormNode *leaf, const char *value)
{
  switch (rk_form_node_get_data_type (leaf))
    {
    case RK_DATA_INT:
    case RK_DATA_DECIMAL: return write_number (leaf, value);
    case RK_DATA_DATE: return write_date (leaf, value);
    case RK_DATA_TIME: return write_time (value);
    case RK_DATA_DATE_TIME: return write_moment (value);
    case RK_DATA_GEOPOINT: return write_place (value);
    case RK_DATA_GEOTRACE: return write_points (value, FALSE);
    case RK_DATA_GEOSHAPE: return write_points (value, TRUE);
    default: return g_strdup (value);
    }
}

char *
rk_value_dup_text (RkFormNode *leaf)
{
  const RkControl *control = rk_form_node_get_control (leaf);
  const char *value = rk_form_node_get_stored_value (leaf);

  if (*value == '\0')
    return g_strdup ("");
  switch (control != NULL ? control->type : RK_CONTROL_INPUT)
    {
    case RK_CONTROL_SELECT1: return g_strdup (find_label (leaf, value));
    case RK_CONTROL_SELECT:
    case RK_CONTROL_RANK: return write_choices (leaf, value);
    case RK_CONTROL_TRIGGER: return g_strdup (_ ("Read"));
    default: return write_typed (leaf, value);
    }
}

/* --- a question ------------------------------------------------------------------------------- */

/* "Statement: answer", a line for each that has one. */
static char *
write_matrix (GPtrArray *leaves)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < leaves->len; i++)
    {
      RkFormNode *leaf = g_ptr_array_index (leaves, i);
      const char *label = rk_form_node_get_label (leaf);
      const char *statement = label != NULL ? label : rk_form_node_get_name (leaf);
      int length = (int) strlen (statement);
      g_autofree char *answer = rk_value_dup_text (leaf);

      if (length > 0 && statement[length - 1] == '.')
        length--; /* a sentence goes on after the colon */
      if (*answer != '\0')
        g_string_append_printf (text, "%s%.*s: %s", text->len > 0 ? "\n" : "", length, statement,
                                answer);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "1. First; 2. Second". */
static char *
write_ranking (GPtrArray *leaves)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint place = 0;

  for (guint i = 0; i < leaves->len; i++)
    {
      g_autofree char *answer = rk_value_dup_text (g_ptr_array_index (leaves, i));

      if (*answer != '\0')
        g_string_append_printf (text, "%s%u. %s", place > 0 ? "; " : "", place + 1, answer);
      place += *answer != '\0';
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
write_rows (RkFormNode *repeat)
{
  guint rows = g_list_model_get_n_items (rk_form_node_get_children (repeat));

  if (rows == 0)
    return g_strdup ("");
  /* Translators: %u is the number of rows filled in in a table. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row", "%u rows", rows), rows);
}

static char *
append_additions (RkQuestion *question, char *text)
{
  GPtrArray *additions = rk_question_get_additions (question);
  GString *out = g_string_new (text);

  g_free (text);
  for (guint i = 0; i < additions->len; i++)
    {
      RkFormNode *leaf = rk_question_get_node (g_ptr_array_index (additions, i));
      g_autofree char *addition = rk_value_dup_text (leaf);

      if (*addition != '\0' && rk_form_node_get_relevant (leaf))
        g_string_append_printf (out, "%s%s", out->len > 0 ? " – " : "", addition);
    }
  return g_string_free (out, FALSE);
}

char *
rk_question_dup_answer_text (RkQuestion *self)
{
  g_autoptr (GPtrArray) leaves = NULL;
  RkFormNode *node;
  char *text;

  g_return_val_if_fail (RK_IS_QUESTION (self), NULL);
  node = rk_question_get_node (self);
  leaves = rk_question_list_leaves (self);
  switch (rk_question_get_question_type (self))
    {
    case RK_QUESTION_NOTE: return g_strdup ("");
    case RK_QUESTION_REPEAT: return write_rows (node);
    case RK_QUESTION_MATRIX: text = write_matrix (leaves); break;
    case RK_QUESTION_RANKING:
      text = rk_form_node_get_node_type (node) == RK_NODE_LEAF ? rk_value_dup_text (node)
                                                               : write_ranking (leaves);
      break;
    default: text = rk_value_dup_text (node);
    }
  return append_additions (self, text);
}
