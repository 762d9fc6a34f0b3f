/* SPDX-License-Identifier: EUPL-1.2 */
/* What a person enters: answers, half-typed texts, rows. */
#include "config.h"
#include "rk-response-private.h"

#include "rk-format.h"
#include "rk-sort-key.h"
#include "rk-value-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- what was typed --------------------------------------------------------------------------- */

static gboolean
is_typed_number (RkFormNode *node)
{
  const RkControl *control = rk_form_node_get_control (node);
  RkDataType type = rk_form_node_get_data_type (node);

  return (type == RK_DATA_INT || type == RK_DATA_DECIMAL) &&
         (control == NULL || control->type == RK_CONTROL_INPUT ||
          control->type == RK_CONTROL_RANGE);
}

/* A choice as people type it: its whole label, or the value itself; NULL when it is none of them.
 */
static char *
read_choice (RkFormNode *node, const char *text)
{
  GPtrArray *choices = rk_form_node_get_choices (node);
  g_autofree char *wanted = g_utf8_casefold (text, -1);

  for (guint i = 0; i < choices->len; i++)
    {
      const RkChoice *choice = g_ptr_array_index (choices, i);
      g_autofree char *label = g_utf8_casefold (choice->label, -1);

      if (g_str_equal (label, wanted) || g_str_equal (choice->value, text))
        return g_strdup (choice->value);
    }
  return NULL;
}

static gboolean
is_one_choice (RkFormNode *node)
{
  const RkControl *control = rk_form_node_get_control (node);

  return control != NULL && control->type == RK_CONTROL_SELECT1;
}

/* Whether the form asks to answer with @word, such as only a year. */
static gboolean
is_asked_as (RkFormNode *node, const char *word)
{
  const RkControl *control = rk_form_node_get_control (node);

  return control != NULL && rk_control_has_appearance (control, word);
}

static char *
read_date (RkFormNode *node, const char *text)
{
  if (is_asked_as (node, "month-year"))
    return rk_parse_month (text, NULL);
  if (is_asked_as (node, "year"))
    return rk_parse_year (text, NULL);
  return rk_parse_date (text, NULL);
}

/* A text of digits stays as it is typed: "0470" is not 470. */
static char *
read_digits (const char *text)
{
  gboolean digits =
      strspn (text, "0123456789 .,+-") == strlen (text) && strpbrk (text, "0123456789") != NULL;

  return digits ? g_strdup (text) : NULL;
}

static char *
read_by_type (RkFormNode *node, RkDataType type, const char *stripped, const char *text)
{
  g_autofree char *time = NULL;

  switch (type)
    {
    case RK_DATA_DATE: return read_date (node, stripped);
    case RK_DATA_TIME:
      time = rk_parse_time (stripped);
      return time != NULL ? g_steal_pointer (&time) : g_strdup (text);
    case RK_DATA_STRING:
      return is_asked_as (node, "numbers") ? read_digits (stripped) : g_strdup (text);
    default: return g_strdup (text);
    }
}

char *
rk_response_read_text (RkFormNode *node, const char *text)
{
  RkDataType type = rk_form_node_get_data_type (node);
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (*stripped == '\0')
    return g_strdup ("");
  if (is_one_choice (node))
    return read_choice (node, stripped);
  if (is_typed_number (node))
    {
      g_autofree char *number = rk_parse_decimal (stripped);

      /* The engine would cut "12,5" to 12: in a whole number that is not what was meant. */
      if (number != NULL && type == RK_DATA_INT && strchr (number, '.') != NULL)
        return NULL;
      return g_steal_pointer (&number);
    }
  return read_by_type (node, type, stripped, text);
}

gboolean
rk_response_fits (RkResponse *self, RkFormNode *node, const char *value)
{
  g_autofree char *encoded = NULL;

  if (*value == '\0')
    return TRUE;
  encoded = rk_form_instance_encode (self->instance, node, value);
  return *encoded != '\0';
}

static gboolean
text_fits (RkResponse *self, RkFormNode *node, const char *text)
{
  g_autofree char *value = rk_response_read_text (node, text);

  return value != NULL && rk_response_fits (self, node, value);
}

static char *
write_value (RkFormNode *node, const char *value)
{
  if (*value != '\0' && is_typed_number (node))
    {
      g_autofree char *plain = rk_value_trim_decimal (value);

      return rk_format_decimal (plain);
    }
  if (*value != '\0' && rk_form_node_get_data_type (node) == RK_DATA_DATE)
    return rk_format_date (value, RK_FORMAT_TABLE);
  return g_strdup (value);
}

/* --- answers ---------------------------------------------------------------------------------- */

/* The question a leaf belongs to, in words, cut to what fits in a menu. */
char *
rk_response_dup_step_label (RkResponse *self, RkFormNode *node)
{
  const char *label = NULL;
  g_autofree char *text = NULL;

  for (; node != NULL && (label == NULL || *label == '\0'); node = rk_form_node_get_parent (node))
    label = rk_form_node_get_label (node);
  if (label == NULL || *label == '\0')
    return g_strdup (_ ("Answer"));
  if (g_utf8_strlen (label, -1) > 40)
    {
      g_autofree char *start = g_utf8_substring (label, 0, 39);

      text = g_strconcat (g_strchomp (start), "…", NULL);
    }
  /* Translators: name of a step in undo; the label of a question. */
  return g_strdup_printf (_ ("answer to “%s”"), text != NULL ? text : label);
}

static gboolean
put_value (RkResponse *self, RkFormNode *node, const char *value, GError **error)
{
  switch (rk_form_instance_set_value (self->instance, node, value))
    {
    case RK_REJECT_NONE: return TRUE;
    case RK_REJECT_NOT_RELEVANT:
      /* The field was left because its question fell away: what was typed comes back with it. */
      rk_form_instance_restore_value (self->instance, node, value);
      return TRUE;
    case RK_REJECT_LIMIT:
      g_set_error (error, RK_ERROR, RK_ERROR_TOO_LARGE,
                   _ ("This answer is too long to be kept. Shorten it; the former answer stays."));
      return FALSE;
    default:
      g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                   _ ("This answer cannot be changed: the questionnaire fills it in itself."));
      return FALSE;
    }
}

static gboolean
enter (RkResponse *self, RkFormNode *node, const char *value, const char *text, GError **error)
{
  RkLeaf *leaf = rk_response_find_leaf (self, node);
  gboolean fits = value != NULL && rk_response_fits (self, node, value);
  g_autofree char *label = NULL;

  if (!rk_response_check_open (self, error))
    return FALSE;
  if (leaf == NULL)
    return TRUE; /* its row was removed while the field had the focus */
  if (!put_value (self, node, fits ? value : "", error))
    return FALSE;
  g_free (leaf->raw);
  leaf->raw = fits ? NULL : g_strdup (text);
  leaf->entered = TRUE;
  leaf->drafted |= leaf->draft != NULL;
  g_clear_pointer (&leaf->draft, g_free);
  label = rk_response_dup_step_label (self, node);
  return rk_response_save (self, label, error);
}

gboolean
rk_response_enter (RkResponse *self, RkFormNode *node, const char *text, GError **error)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (RK_IS_RESPONSE (self), FALSE);
  g_return_val_if_fail (RK_IS_FORM_NODE (node), FALSE);
  value = rk_response_read_text (node, text);
  return enter (self, node, value, text, error);
}

gboolean
rk_response_enter_value (RkResponse *self, RkFormNode *node, const char *value, GError **error)
{
  g_return_val_if_fail (RK_IS_RESPONSE (self), FALSE);
  g_return_val_if_fail (RK_IS_FORM_NODE (node), FALSE);
  return enter (self, node, value, value, error);
}

gboolean
rk_response_draft (RkResponse *self, RkFormNode *node, const char *text, GError **error)
{
  RkLeaf *leaf;
  g_autofree char *value = NULL;

  g_return_val_if_fail (RK_IS_RESPONSE (self), FALSE);
  if (!rk_response_check_open (self, error))
    return FALSE;
  leaf = rk_response_find_leaf (self, node);
  if (leaf == NULL)
    return TRUE;
  g_free (leaf->draft);
  leaf->draft = g_strdup (text);
  value = rk_response_read_text (node, text);
  if (value != NULL && rk_response_fits (self, node, value))
    rk_form_instance_set_value (self->instance, node, value);
  return rk_store_set_draft (self->store, self->id, leaf->path, text, error);
}

char *
rk_response_dup_text (RkResponse *self, RkFormNode *node)
{
  RkLeaf *leaf;

  g_return_val_if_fail (RK_IS_RESPONSE (self), NULL);
  leaf = rk_response_find_leaf (self, node);
  if (leaf != NULL && leaf->draft != NULL)
    return g_strdup (leaf->draft);
  if (leaf != NULL && leaf->raw != NULL)
    return g_strdup (leaf->raw);
  return write_value (node, rk_form_node_get_stored_value (node));
}

gboolean
rk_response_has_draft (RkResponse *self, RkFormNode *node)
{
  RkLeaf *leaf;

  g_return_val_if_fail (RK_IS_RESPONSE (self), FALSE);
  leaf = rk_response_find_leaf (self, node);
  return leaf != NULL && leaf->draft != NULL;
}

gboolean
rk_response_is_raw (RkResponse *self, RkFormNode *node)
{
  RkLeaf *leaf;

  g_return_val_if_fail (RK_IS_RESPONSE (self), FALSE);
  leaf = rk_response_find_leaf (self, node);
  if (leaf != NULL && leaf->draft != NULL)
    return !text_fits (self, node, leaf->draft);
  return leaf != NULL && leaf->raw != NULL;
}

/* --- rows ------------------------------------------------------------------------------------- */

gboolean
rk_response_refuse_row (RkReject reject, GError **error)
{
  if (reject == RK_REJECT_NONE)
    return FALSE;
  if (reject == RK_REJECT_LIMIT)
    g_set_error (error, RK_ERROR, RK_ERROR_TOO_LARGE,
                 _ ("No further row can be added: the list has as many rows as it can hold."));
  else
    g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                 _ ("The rows of this list follow from other answers. Change those instead."));
  return TRUE;
}

gboolean
rk_response_add_row (RkResponse *self, RkFormNode *repeat, RkFormNode **row, GError **error)
{
  RkFormNode *added = NULL;

  g_return_val_if_fail (RK_IS_RESPONSE (self), FALSE);
  if (!rk_response_check_open (self, error) ||
      rk_response_refuse_row (rk_form_instance_add_row (self->instance, repeat, &added), error))
    return FALSE;
  if (row != NULL)
    *row = added;
  rk_response_look (self);
  rk_response_note_event (self, RK_AUDIT_ADD_REPEAT, added, NULL);
  return rk_response_save (self, _ ("add a row"), error);
}

gboolean
rk_response_remove_row (RkResponse *self, RkFormNode *row, GError **error)
{
  g_autoptr (RkFormNode) kept = NULL;

  g_return_val_if_fail (RK_IS_RESPONSE (self), FALSE);
  if (!rk_response_check_open (self, error))
    return FALSE;
  if (!g_hash_table_contains (self->rows, row))
    return TRUE; /* somebody else removed it */
  kept = g_object_ref (row);
  if (rk_form_node_is_user_controlled (rk_form_node_get_parent (row)))
    rk_response_note_event (self, RK_AUDIT_DELETE_REPEAT, row, NULL);
  if (rk_response_refuse_row (rk_form_instance_remove_row (self->instance, row), error))
    return FALSE;
  rk_response_bury_row (self, row);
  return rk_response_save (self, _ ("remove a row"), error);
}

static const char *
find_position (RkResponse *self, GListModel *rows, guint position)
{
  g_autoptr (RkFormNode) node = g_list_model_get_item (rows, position);
  RkRow *row = node != NULL ? g_hash_table_lookup (self->rows, node) : NULL;

  return row != NULL ? row->position : NULL;
}

gboolean
rk_response_move_row (RkResponse *self, RkFormNode *row, guint position, GError **error)
{
  RkRow *known;
  GListModel *rows;

  g_return_val_if_fail (RK_IS_RESPONSE (self), FALSE);
  known = g_hash_table_lookup (self->rows, row);
  if (!rk_response_check_open (self, error))
    return FALSE;
  if (known == NULL)
    return TRUE;
  if (rk_response_refuse_row (rk_form_instance_move_row (self->instance, row, position), error))
    return FALSE;
  rows = rk_form_node_get_children (rk_form_node_get_parent (row));
  g_free (known->position);
  known->position =
      rk_sort_key_between (position > 0 ? find_position (self, rows, position - 1) : NULL,
                           find_position (self, rows, position + 1));
  return rk_response_save (self, _ ("move a row"), error);
}
