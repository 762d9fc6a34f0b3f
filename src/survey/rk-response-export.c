/* SPDX-License-Identifier: EUPL-1.2 */
/* A response in open formats: the XForms submission, JSON, CSV.
 *
 * CSV follows RFC 4180 (commas, CRLF, quotes where needed) in UTF-8 with a byte order mark: without
 * the mark spreadsheets take it for another encoding and break every accent. */
#include "config.h"
#include "rk-answers.h"
#include "rk-archive.h"
#include "rk-blob.h"
#include "rk-json.h"
#include "rk-response-private.h"
#include "rk-value-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- JSON ------------------------------------------------------------------------------------- */

static void
set_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (object, name, text);
}

typedef struct
{
  RkResponse *self;
  JsonObject *notes;
} NoteExport;

static void
add_note (RkQuestion *question, gpointer user_data)
{
  NoteExport *export = user_data;
  g_autofree char *note = rk_response_dup_note (export->self, question);
  g_autofree char *assignee = rk_response_dup_assignee (export->self, question);
  JsonObject *object;

  if (*note == '\0' && *assignee == '\0')
    return;
  object = json_object_new ();
  set_text (object, "notitie", note);
  set_text (object, "ingevuld_door", assignee);
  json_object_set_object_member (export->notes, rk_question_get_id (question), object);
}

static gint
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(RkLeaf **) a)->path, (*(RkLeaf **) b)->path);
}

/* Texts that fit no type are not among the answers; they are not lost either. */
static JsonObject *
collect_raw (RkResponse *self)
{
  JsonObject *object = json_object_new ();
  g_autoptr (GPtrArray) leaves = g_ptr_array_new ();
  GHashTableIter iter;
  RkLeaf *leaf;

  g_hash_table_iter_init (&iter, self->leaves);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &leaf))
    if (leaf->raw != NULL && leaf->node != NULL)
      g_ptr_array_add (leaves, leaf);
  g_ptr_array_sort (leaves, compare_paths);
  for (guint i = 0; i < leaves->len; i++)
    {
      leaf = g_ptr_array_index (leaves, i);
      json_object_set_string_member (object, rk_form_node_get_path (leaf->node), leaf->raw);
    }
  return object;
}

/* NULL when there are none. */
static JsonArray *
describe_files (RkResponse *self)
{
  g_autoptr (GPtrArray) files = rk_response_list_files (self, NULL);
  JsonArray *array = files->len > 0 ? json_array_new () : NULL;

  for (guint i = 0; i < files->len; i++)
    {
      const RkResponseFile *file = g_ptr_array_index (files, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "pad", file->node_path);
      json_object_set_string_member (object, "naam", file->name);
      json_object_set_string_member (object, "sha256", file->hash);
      set_text (object, "type", file->type);
      json_object_set_int_member (object, "grootte", file->size);
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
set_object_unless_empty (JsonObject *object, const char *name, JsonObject *member)
{
  if (json_object_get_size (member) > 0)
    json_object_set_object_member (object, name, member);
  else
    json_object_unref (member);
}

/* By name; by path what has its name in common with another, or stands in a row. */
static void
add_calculated (RkFormNode *leaf, gpointer user_data)
{
  JsonObject *object = user_data;
  const char *name = rk_form_node_get_name (leaf);
  g_autofree char *row = rk_response_dup_row_number (leaf);

  if (*row != '\0' || json_object_has_member (object, name))
    name = rk_form_node_get_path (leaf);
  json_object_set_string_member (object, name, rk_form_node_get_value (leaf));
}

static char *
write_json (RkResponse *self)
{
  JsonObject *calculated = json_object_new ();
  JsonObject *object = json_object_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  RkForm *form = rk_form_instance_get_form (self->instance);
  g_autofree char *receipt = rk_response_dup_receipt (self);
  NoteExport notes = { self, json_object_new () };
  JsonArray *files = describe_files (self);

  json_node_take_object (root, object);
  json_object_set_string_member (object, "schema", "antwoorden/1");
  json_object_set_string_member (object, "id", self->id);
  json_object_set_string_member (object, "vragenlijst", rk_form_get_id (form));
  set_text (object, "vragenlijst_versie", rk_form_get_version (form));
  set_text (object, "titel", rk_response_get_title (self));
  set_text (object, "periode", rk_record_get (self->record, "period"));
  set_text (object, "status", rk_record_get (self->record, "status"));
  json_object_set_int_member (object, "versie", rk_record_get_int (self->record, "version", 1));
  set_text (object, "ingediend_op", rk_record_get (self->record, "submitted_at"));
  set_text (object, "ingediend_door", rk_record_get (self->record, "submitted_by"));
  set_text (object, "bewijs", receipt);
  set_text (object, "hash", rk_record_get (self->record, "hash"));
  json_object_set_object_member (object, "antwoorden", rk_answers_collect (self));
  rk_response_visit_calculated (self, add_calculated, calculated);
  set_object_unless_empty (object, "berekend", calculated);
  if (files != NULL)
    json_object_set_array_member (object, "bestanden", files);
  rk_response_visit_questions (self, add_note, &notes);
  set_object_unless_empty (object, "notities", notes.notes);
  set_object_unless_empty (object, "niet_passend", collect_raw (self));
  return rk_json_to_text (root);
}

/* --- CSV -------------------------------------------------------------------------------------- */

typedef struct
{
  RkResponse *self;
  GString *out;
} Csv;

static void
add_cell (GString *out, const char *text, gboolean last)
{
  if (strpbrk (text, ",\"\r\n") == NULL)
    g_string_append (out, text);
  else
    {
      g_string_append_c (out, '"');
      for (; *text != '\0'; text++)
        g_string_append_printf (out, *text == '"' ? "\"\"" : "%c", *text);
      g_string_append_c (out, '"');
    }
  g_string_append (out, last ? "\r\n" : ",");
}

/* The answer as programs read it: the value, a number without needless zeros. */
static char *
dup_code (RkFormNode *leaf)
{
  const char *value = rk_form_node_get_stored_value (leaf);

  return rk_form_node_get_data_type (leaf) == RK_DATA_DECIMAL ? rk_value_trim_decimal (value)
                                                              : g_strdup (value);
}

/* The answer in words; of a file its name, and the checksum that tells which content it is. */
static char *
dup_words (Csv *csv, RkFormNode *leaf)
{
  g_autoptr (RkResponseFile) file = rk_response_get_file (csv->self, leaf);

  if (file == NULL)
    return rk_value_dup_text (leaf);
  return g_strdup_printf ("%s (SHA-256 %s)", file->name, file->hash);
}

/* @row: "", the number of the row of a table, or the name of the statement of a matrix; @part: ""
 * or the statement or field. */
static void
add_line (Csv *csv, const char *id, const char *row, const char *label, const char *part,
          RkFormNode *leaf)
{
  g_autofree char *words = dup_words (csv, leaf);
  g_autofree char *value = dup_code (leaf);

  if (*value == '\0')
    return;
  add_cell (csv->out, id, FALSE);
  add_cell (csv->out, row, FALSE);
  add_cell (csv->out, label, FALSE);
  add_cell (csv->out, part, FALSE);
  add_cell (csv->out, value, FALSE);
  add_cell (csv->out, words, TRUE);
}

static void
add_leaves (Csv *csv, const char *id, const char *row, const char *label, RkQuestion *question,
            gboolean is_field)
{
  g_autoptr (GPtrArray) leaves = rk_question_list_leaves (question);
  RkFormNode *node = rk_question_get_node (question);
  gboolean is_matrix = rk_question_get_question_type (question) == RK_QUESTION_MATRIX;
  g_autofree char *name = rk_question_dup_label (question);

  for (guint i = 0; i < leaves->len; i++)
    {
      RkFormNode *leaf = g_ptr_array_index (leaves, i);
      const char *part = rk_form_node_get_label (leaf);

      if (leaf == node)
        part = is_field ? name : "";
      add_line (csv, id, is_matrix && !is_field ? rk_form_node_get_name (leaf) : row, label,
                part != NULL ? part : rk_form_node_get_name (leaf), leaf);
    }
}

static void
add_rows (Csv *csv, RkQuestion *question, const char *outer, const char *id, const char *label)
{
  GListModel *rows = rk_form_node_get_children (rk_question_get_node (question));

  for (guint r = 0; r < g_list_model_get_n_items (rows); r++)
    {
      g_autoptr (RkFormNode) row = g_list_model_get_item (rows, r);
      g_autoptr (GListModel) fields = rk_question_list_fields (question, row);
      g_autofree char *number = g_strdup_printf ("%s%s%u", outer, *outer != '\0' ? "." : "", r + 1);

      for (guint f = 0; f < g_list_model_get_n_items (fields); f++)
        {
          g_autoptr (RkQuestion) field = g_list_model_get_item (fields, f);
          GPtrArray *additions = rk_question_get_additions (field);

          if (rk_question_get_question_type (field) == RK_QUESTION_REPEAT)
            add_rows (csv, field, number, id, label);
          else if (rk_question_counts (field))
            add_leaves (csv, id, number, label, field, TRUE);
          for (guint a = 0; a < additions->len; a++)
            add_leaves (csv, id, number, label, g_ptr_array_index (additions, a), TRUE);
        }
    }
}

static void
add_question (RkQuestion *question, gpointer user_data)
{
  Csv *csv = user_data;
  const char *id = rk_question_get_id (question);
  g_autofree char *label = rk_question_dup_label (question);
  GPtrArray *additions = rk_question_get_additions (question);

  if (rk_question_get_question_type (question) == RK_QUESTION_REPEAT)
    add_rows (csv, question, "", id, label);
  else if (rk_question_counts (question))
    add_leaves (csv, id, "", label, question, FALSE);
  for (guint i = 0; i < additions->len; i++)
    add_question (g_ptr_array_index (additions, i), csv);
}

static void
add_calculated_line (RkFormNode *leaf, gpointer user_data)
{
  Csv *csv = user_data;
  const char *label = rk_form_node_get_label (leaf);
  g_autofree char *row = rk_response_dup_row_number (leaf);

  /* Translators: of a value that the questionnaire fills in itself. */
  add_line (csv, rk_form_node_get_name (leaf), row, label != NULL ? label : "",
            _ ("calculated"), leaf);
}

static char *
write_csv (RkResponse *self)
{
  g_autoptr (GString) out = g_string_new ("\357\273\277");
  Csv csv = { self, out };

  add_cell (out, _ ("Question id"), FALSE);
  add_cell (out, _ ("Row"), FALSE);
  add_cell (out, _ ("Question"), FALSE);
  add_cell (out, _ ("Part"), FALSE);
  add_cell (out, _ ("Code"), FALSE);
  add_cell (out, _ ("Answer"), TRUE);
  rk_response_visit_questions (self, add_question, &csv);
  rk_response_visit_calculated (self, add_calculated_line, &csv);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* --- the whole -------------------------------------------------------------------------------- */

GBytes *
rk_response_export (RkResponse *self, RkResponseFormat format, GError **error)
{
  char *text;

  g_return_val_if_fail (RK_IS_RESPONSE (self), NULL);
  switch (format)
    {
    case RK_RESPONSE_XML: text = rk_response_dup_submission (self); break;
    case RK_RESPONSE_JSON: text = write_json (self); break;
    default: text = write_csv (self);
    }
  return g_bytes_new_take (text, strlen (text));
}

static gboolean
write_cb (gconstpointer data, gsize length, gpointer archive, GError **error)
{
  return rk_archive_write (archive, data, length, error);
}

gboolean
rk_response_export_all (RkResponse *self, const char *target, GError **error)
{
  g_autoptr (RkArchive) archive = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *xml = NULL;

  g_return_val_if_fail (RK_IS_RESPONSE (self) && target != NULL, FALSE);
  archive = rk_archive_new (target, error);
  files = rk_response_list_files (self, error);
  xml = rk_response_dup_submission (self);
  if (archive == NULL || files == NULL || !rk_archive_begin (archive, "submission.xml", error) ||
      !rk_archive_write (archive, xml, strlen (xml), error))
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    {
      const RkResponseFile *file = g_ptr_array_index (files, i);

      if (file->relevant && (!rk_archive_begin_file (archive, file->name, file->size, error) ||
                             !rk_blob_read (self->store, file->hash, write_cb, archive, error)))
        return FALSE;
    }
  return rk_archive_finish (archive, error);
}
