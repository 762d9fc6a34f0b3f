/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-portfolio-json.h"

#include "rk-portfolio-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FORMAT "regiekamer-portfolio"
#define VERSION 1

/* Members of the document that are no kind. */
static const char *const header[] = {
  "format", "version", "level", "exported_at", "left_out", NULL
};

gboolean
rk_portfolio_json_has_kind (const RkKind *kind)
{
  return kind != &rk_kind_architecture;
}

/* --- ids -------------------------------------------------------------------------------------- */

static char *
resolve_id (const char *kind, const char *word)
{
  return g_uuid_string_is_valid (word) ? g_strdup (word)
                                       : rk_store_name_id ("portfolio", kind, word, NULL);
}

static const char *
get_text (JsonObject *record, const char *member)
{
  JsonNode *node = json_object_get_member (record, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
                 json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

/* An answer about an application is known by what it answers. */
static char *
dup_id (const RkKind *kind, JsonObject *record)
{
  const char *id = get_text (record, "id");
  const char *application = get_text (record, "application");
  const char *question = get_text (record, "question");

  if (kind == &rk_kind_regie_answer && application != NULL && question != NULL)
    {
      g_autofree char *resolved = resolve_id ("application", application);

      return rk_store_name_id ("regie", resolved, question, NULL);
    }
  if (id == NULL)
    return rk_store_new_id ();
  return *id != '\0' ? resolve_id (kind->name, id) : NULL;
}

/* --- values ----------------------------------------------------------------------------------- */

static char *
number_to_text (JsonNode *node)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", json_node_get_double (node)));
}

/* (nullable): what is neither text, number nor truth value. */
static char *
scalar_to_text (const RkField *field, JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;

  if (type == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "true" : "false");
  if (type == G_TYPE_INT64 || type == G_TYPE_DOUBLE)
    return number_to_text (node);
  if (type != G_TYPE_STRING)
    return NULL;
  if (field->target != NULL && *json_node_get_string (node) != '\0')
    return resolve_id (field->target, json_node_get_string (node));
  return json_node_dup_string (node);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* A set as it is stored: its words sorted, each once. */
static char *
array_to_text (const RkField *field, JsonArray *array)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      char *word = scalar_to_text (field, json_array_get_element (array, i));

      if (word != NULL)
        g_ptr_array_add (words, word);
    }
  g_ptr_array_sort (words, compare_words);
  for (guint i = 0; i < words->len; i++)
    if (i == 0 || !g_str_equal (words->pdata[i], words->pdata[i - 1]))
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", (char *) words->pdata[i]);
  return g_string_free (text, FALSE);
}

static gboolean
read_value (const RkField *field, JsonNode *node, char **text, GError **error)
{
  gboolean is_set = field->type == RK_FIELD_REFERENCE_SET || field->type == RK_FIELD_ENUM_SET;

  *text = NULL;
  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  *text = is_set && JSON_NODE_HOLDS_ARRAY (node) ? array_to_text (field, json_node_get_array (node))
                                                 : scalar_to_text (field, node);
  if (*text == NULL)
    {
      /* Translators: %s is the name of a field. */
      g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                   _ ("“%s” holds a list or a group of values where one value is expected."),
                      field->name);
      return FALSE;
    }
  return **text == '\0' || rk_field_check (field, *text, error);
}

/* --- records ---------------------------------------------------------------------------------- */

typedef struct
{
  RkChange *change;
  GPtrArray *warnings;
} Reading;

/* What only a newer version knows is kept as it is, to be handed on. */
static void
keep_extra (Reading *reading, const RkKind *kind, const char *id, JsonObject *record)
{
  g_autoptr (GList) members = json_object_get_members (record);
  JsonNode *known = json_object_get_member (record, "extra");
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *extra = known != NULL && JSON_NODE_HOLDS_OBJECT (known)
                          ? json_object_ref (json_node_get_object (known))
                          : json_object_new ();

  for (GList *l = members; l != NULL; l = l->next)
    if (!g_str_equal (l->data, "id") && !g_str_equal (l->data, "extra") &&
        rk_kind_find_field (kind, l->data) < 0)
      json_object_set_member (extra, l->data,
                              json_node_copy (json_object_get_member (record, l->data)));
  if (json_object_get_size (extra) > 0)
    {
      g_autofree char *json = NULL;

      json_node_set_object (node, extra);
      json = json_to_string (node, FALSE);
      rk_change_set_extra (reading->change, kind->name, id, json);
    }
  json_object_unref (extra);
}

static gboolean
read_record (Reading *reading, const RkKind *kind, JsonObject *record, GError **error)
{
  g_autofree char *id = dup_id (kind, record);

  if (id == NULL)
    {
      g_set_error (error, RK_ERROR, RK_ERROR_INVALID, _ ("The id is empty."));
      return FALSE;
    }
  rk_change_set (reading->change, kind->name, id, NULL);
  for (const RkField *field = kind->fields; field->name != NULL; field++)
    {
      JsonNode *node = json_object_get_member (record, field->name);
      g_autofree char *text = NULL;

      if (node == NULL)
        continue;
      if (!read_value (field, node, &text, error))
        return FALSE;
      rk_change_set_field (reading->change, kind->name, id, field->name, text);
    }
  keep_extra (reading, kind, id, record);
  return TRUE;
}

static gboolean
read_kind (Reading *reading, const RkKind *kind, JsonNode *records, GError **error)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (records) ? json_node_get_array (records) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (node) &&
          read_record (reading, kind, json_node_get_object (node), error))
        continue;
      if (error != NULL && *error == NULL)
        g_set_error (error, RK_ERROR, RK_ERROR_INVALID, _ ("It is not a JSON object."));
      /* Translators: the name of a kind in the file ("supplier") and a number: the third of them.
       */
      g_prefix_error (error, _ ("Record “%s” number %u cannot be read. "), kind->name, i + 1);
      return FALSE;
    }
  if (array != NULL)
    return TRUE;
  /* Translators: %s is the name of a kind in the file. */
  g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
               _ ("“%s” is not a list of records. Correct the file."), kind->name);
  return FALSE;
}

/* --- the document ----------------------------------------------------------------------------- */

/* A version that is no number is one that this program does not know. */
static gint64
get_version (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "version");

  if (node == NULL)
    return VERSION;
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64
             ? json_node_get_int (node)
             : G_MAXINT64;
}

static gboolean
check_header (JsonNode *root, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  const char *format = object != NULL ? get_text (object, "format") : NULL;

  if (g_strcmp0 (format, FORMAT) != 0)
    {
      g_set_error (error, RK_ERROR, RK_ERROR_FOREIGN,
                   _ ("The file is not a portfolio of Regiekamer. Choose a file that was made with "
                      "“Export”."));
      return FALSE;
    }
  if (get_version (object) <= VERSION)
    return TRUE;
  g_set_error (error, RK_ERROR, RK_ERROR_NEWER,
               _ ("The file was made by a newer version of Regiekamer. Install that version "
                  "first."));
  return FALSE;
}

static const RkKind *
find_kind (const char *name)
{
  for (guint i = 0; rk_portfolio_kinds[i] != NULL; i++)
    if (g_str_equal (rk_portfolio_kinds[i]->name, name) &&
        rk_portfolio_json_has_kind (rk_portfolio_kinds[i]))
      return rk_portfolio_kinds[i];
  return NULL;
}

gboolean
rk_portfolio_json_read (JsonNode *root, RkChange *change, GPtrArray *warnings, GError **error)
{
  Reading reading = { change, warnings };
  g_autoptr (GList) members = NULL;
  JsonObject *object;

  g_return_val_if_fail (root != NULL && change != NULL && warnings != NULL, FALSE);
  if (!check_header (root, error))
    return FALSE;
  object = json_node_get_object (root);
  members = json_object_get_members (object);
  for (GList *l = members; l != NULL; l = l->next)
    {
      const char *name = l->data;
      const RkKind *kind = find_kind (name);

      if (g_strv_contains (header, name))
        continue;
      if (kind == NULL)
        /* Translators: %s is the name of a kind in the file. */
        g_ptr_array_add (warnings, g_strdup_printf (_ ("“%s” is unknown and was left out."), name));
      else if (!read_kind (&reading, kind, json_object_get_member (object, name), error))
        return FALSE;
    }
  return TRUE;
}
