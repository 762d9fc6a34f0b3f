/* SPDX-License-Identifier: EUPL-1.2 */
/* Submissions: frozen when they are queued, so that whatever is sent again is the same to the
 * byte, and a server tells a second copy from a second response. */
#include "config.h"
#include "rk-exchange.h"

#include "rk-blob.h"
#include "rk-change.h"
#include "rk-response-file.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

static const char *const state_names[] = { "queued", "sent", "refused" };

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

/* --- what is frozen --------------------------------------------------------------------------- */

static xmlNode *
find_instance_id (xmlNode *node)
{
  for (xmlNode *n = node->children; n != NULL; n = n->next)
    {
      xmlNode *found;

      if (n->type != XML_ELEMENT_NODE)
        continue;
      if (xmlStrEqual (n->name, BAD_CAST "instanceID") && xmlStrEqual (node->name, BAD_CAST "meta"))
        return n;
      found = find_instance_id (n);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
collect_leaves (xmlNode *node, GHashTable *leaves)
{
  gboolean is_leaf = TRUE;

  for (xmlNode *n = node->children; n != NULL; n = n->next)
    if (n->type == XML_ELEMENT_NODE)
      {
        collect_leaves (n, leaves);
        is_leaf = FALSE;
      }
  if (is_leaf)
    {
      xmlChar *text = xmlNodeGetContent (node);
      g_hash_table_add (leaves, g_strdup ((const char *) text));
      xmlFree (text);
    }
}

/* The files that the XML names, a line each: hash, type and name. What a hidden question holds does
 * not leave. */
static char *
list_files (RkResponse *response, xmlDoc *doc, GError **error)
{
  g_autoptr (GPtrArray) files = rk_response_list_files (response, error);
  g_autoptr (GHashTable) leaves = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *text;

  if (files == NULL)
    return NULL;
  collect_leaves (xmlDocGetRootElement (doc), leaves);
  text = g_string_new (NULL);
  for (guint i = 0; i < files->len; i++)
    {
      const RkResponseFile *file = g_ptr_array_index (files, i);

      if (g_hash_table_remove (leaves, file->name))
        g_string_append_printf (text, "%s %s %s\n", file->hash,
                                file->type != NULL && *file->type != '\0' ? file->type : "-",
                                file->name);
    }
  return g_string_free (text, FALSE);
}

/* The number of the instance; the form engine gives every instance one. */
static char *
dup_instance_id (xmlDoc *doc)
{
  xmlNode *node = find_instance_id (xmlDocGetRootElement (doc));
  xmlChar *text = node != NULL ? xmlNodeGetContent (node) : NULL;
  char *id = g_strdup ((const char *) text);

  xmlFree (text);
  return id;
}

typedef struct
{
  char *instance_id; /* (nullable) */
  char *content;     /* of the XML: a blob */
  char *files;
} Frozen;

static void
frozen_clear (Frozen *frozen)
{
  g_free (frozen->instance_id);
  g_free (frozen->content);
  g_free (frozen->files);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Frozen, frozen_clear)

static gboolean
freeze (RkResponse *response, Frozen *frozen, GError **error)
{
  g_autoptr (GBytes) xml = rk_response_export (response, RK_RESPONSE_XML, error);
  g_autoptr (xmlDoc) doc = NULL;
  gsize size = 0;
  const char *text = xml != NULL ? g_bytes_get_data (xml, &size) : NULL;
  if (xml == NULL)
    return FALSE;
  doc = xmlReadMemory (text, (int) MIN (size, G_MAXINT), NULL, NULL,
                       XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (doc == NULL || size > G_MAXINT)
    {
      /* Translators: the title of a survey */
      g_set_error (error, RK_ERROR, RK_ERROR_FAILED,
                   _ ("“%s” cannot be sent: its answers cannot be written as XML."),
                      rk_response_get_title (response));
      return FALSE;
    }
  frozen->files = list_files (response, doc, error);
  if (frozen->files == NULL)
    return FALSE;
  frozen->instance_id = dup_instance_id (doc);
  frozen->content = rk_blob_put (rk_response_get_store (response), xml, error);
  return frozen->content != NULL;
}

/* --- the queue -------------------------------------------------------------------------------- */

static gboolean
write_queued (RkResponse *response, RkRecord *server, const char *id, GError **error)
{
  RkStore *store = rk_response_get_store (response);
  g_autoptr (RkChange) change = rk_change_new (store, _ ("submission to a server"));
  g_auto (Frozen) frozen = { 0 };

  if (!freeze (response, &frozen, error))
    return FALSE;
  rk_change_set (change, "submission", id, "response", rk_response_get_id (response), "server",
                 rk_record_get_id (server), "address", rk_record_get (server, "url"), "instance_id",
                 frozen.instance_id, "state", "queued", "content", frozen.content, "files",
                 frozen.files, NULL);
  rk_change_set_aside (change);
  return rk_change_apply (change, error);
}

/* What was refused may go once more. */
static gboolean
queue_again (RkStore *store, const char *id, GError **error)
{
  g_autoptr (RkChange) change = rk_change_new (store, _ ("submission to a server"));

  rk_change_set (change, "submission", id, "state", "queued", NULL);
  rk_change_set_aside (change);
  return rk_change_apply (change, error);
}

char *
rk_exchange_queue (RkResponse *response, const char *server, GError **error)
{
  RkStore *store = rk_response_get_store (response);
  g_autoptr (RkRecord) target = rk_exchange_find_server (store, server, error);
  g_autoptr (RkRecord) known = NULL;
  g_autofree char *id = NULL;

  if (!rk_response_is_submitted (response))
    {
      /* Translators: the title of a survey */
      g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                   _ ("“%s” cannot be sent yet. Submit it first."),
                      rk_response_get_title (response));
      return NULL;
    }
  if (target == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, RK_ERROR, RK_ERROR_NOT_FOUND,
                     _ ("The server is no longer known. Add it again."));
      return NULL;
    }
  id = rk_store_name_id ("submission", rk_response_get_id (response), rk_record_get_id (target),
                         NULL);
  known = rk_store_get (store, "submission", id, NULL);
  if (known == NULL ? !write_queued (response, target, id, error)
                    : g_strcmp0 (rk_record_get (known, "state"), "refused") == 0 &&
                          !queue_again (store, id, error))
    return NULL;
  return g_steal_pointer (&id);
}

/* "hash type name" */
static gboolean
load_file (RkStore *store, const char *line, RkOdkSubmission *submission, GError **error)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 3);
  g_autoptr (GBytes) bytes = NULL;

  if (g_strv_length (words) != 3)
    return TRUE;
  bytes = rk_blob_get (store, words[0], error);
  if (bytes == NULL)
    return FALSE;
  g_ptr_array_add (submission->files,
                   rk_odk_file_new (words[2], g_str_equal (words[1], "-") ? NULL : words[1],
                                    bytes));
  return TRUE;
}

static gboolean
mark_under_way (RkStore *store, const char *id, GError **error)
{
  g_autoptr (RkChange) change = rk_change_new (store, _ ("submission to a server"));

  rk_change_set (change, "submission", id, "lost", "true", NULL);
  rk_change_set_aside (change);
  return rk_change_apply (change, error);
}

RkOdkSubmission *
rk_exchange_take (RkStore *store, const char *id, GError **error)
{
  g_autoptr (RkRecord) record = rk_store_get (store, "submission", id, error);
  g_autoptr (RkOdkSubmission) submission = NULL;
  g_autoptr (GBytes) xml = NULL;
  g_auto (GStrv) lines = NULL;
  const char *files;

  if (record == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, RK_ERROR, RK_ERROR_NOT_FOUND,
                     _ ("What was to be sent is no longer in the workspace."));
      return NULL;
    }
  xml = rk_blob_get (store, rk_record_get (record, "content"), error);
  if (xml == NULL)
    return NULL;
  submission = rk_odk_submission_new (xml);
  submission->lost = g_strcmp0 (rk_record_get (record, "lost"), "true") == 0;
  files = rk_record_get (record, "files");
  lines = g_strsplit (files != NULL ? files : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!load_file (store, lines[i], submission, error))
      return NULL;
  return mark_under_way (store, id, error) ? g_steal_pointer (&submission) : NULL;
}

/* --- what came of it -------------------------------------------------------------------------- */

static RkExchangeState
judge (const GError *why)
{
  if (why == NULL)
    return RK_EXCHANGE_SENT;
  if (rk_odk_error_is_passing (why) || g_error_matches (why, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (why, RK_ODK_ERROR, RK_ODK_ERROR_NOT_ODK))
    return RK_EXCHANGE_QUEUED;
  return RK_EXCHANGE_REFUSED;
}

/* What the server says goes before what we make of it. */
static const char *
choose_message (const RkOdkReceipt *receipt, const GError *why)
{
  gboolean spoke = receipt != NULL && receipt->message != NULL;

  if (why == NULL || g_error_matches (why, RK_ODK_ERROR, RK_ODK_ERROR_REFUSED))
    return spoke ? receipt->message : why != NULL ? why->message : NULL;
  return why->domain == RK_ODK_ERROR || why->domain == RK_ERROR ? why->message : NULL;
}

gboolean
rk_exchange_note (RkStore *store, const char *id, const RkOdkReceipt *receipt, const GError *why,
                  GError **error)
{
  g_autoptr (RkRecord) record = rk_store_get (store, "submission", id, error);
  g_autoptr (RkChange) change = rk_change_new (store, _ ("submission to a server"));
  g_autoptr (GDateTime) clock = g_date_time_new_now_utc ();
  g_autofree char *now = g_date_time_format_iso8601 (clock);
  g_autofree char *attempts = NULL;
  RkExchangeState state = judge (why);

  if (record == NULL)
    return error == NULL || *error == NULL; /* discarded meanwhile */
  attempts = g_strdup_printf ("%" G_GINT64_FORMAT, rk_record_get_int (record, "attempts", 0) + 1);
  rk_change_set (change, "submission", id, "state", state_names[state], "attempts", attempts,
                 "tried_at", now, "message", choose_message (receipt, why), NULL);
  if (state == RK_EXCHANGE_SENT)
    rk_change_set (change, "submission", id, "sent_at", now, NULL);
  if (receipt != NULL)
    rk_change_set (change, "submission", id, "lost", receipt->lost ? "true" : NULL, NULL);
  rk_change_set_aside (change);
  return rk_change_apply (change, error);
}

/* --- looking ---------------------------------------------------------------------------------- */

void
rk_exchange_item_free (RkExchangeItem *item)
{
  g_free (item->id);
  g_free (item->response);
  g_free (item->title);
  g_free (item->server);
  g_free (item->server_name);
  g_free (item->instance_id);
  g_free (item->tried_at);
  g_free (item->sent_at);
  g_free (item->message);
  g_free (item);
}

static RkExchangeState
read_state (RkRecord *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_names); i++)
    if (g_strcmp0 (rk_record_get (record, "state"), state_names[i]) == 0)
      return (RkExchangeState) i;
  return RK_EXCHANGE_REFUSED;
}

static RkExchangeItem *
read_item (RkStore *store, RkRecord *record)
{
  RkExchangeItem *item = g_new0 (RkExchangeItem, 1);
  g_autoptr (RkRecord) response =
      rk_store_get (store, "response", rk_record_get (record, "response"), NULL);

  item->id = g_strdup (rk_record_get_id (record));
  item->response = g_strdup (rk_record_get (record, "response"));
  item->title = g_strdup (response != NULL ? rk_record_get_title (response) : "");
  item->server = g_strdup (rk_record_get (record, "server"));
  item->server_name = rk_odk_address_dup_name (rk_record_get (record, "address"));
  item->instance_id = g_strdup (rk_record_get (record, "instance_id"));
  item->state = read_state (record);
  item->attempts = (guint) rk_record_get_int (record, "attempts", 0);
  item->tried_at = g_strdup (rk_record_get (record, "tried_at"));
  item->sent_at = g_strdup (rk_record_get (record, "sent_at"));
  item->message = g_strdup (rk_record_get (record, "message"));
  return item;
}

GPtrArray *
rk_exchange_list (RkStore *store, const char *response, GError **error)
{
  g_autoptr (GPtrArray) records =
      rk_store_list (store, "submission", "?1 = '' OR response = ?1", NULL, error,
                     response != NULL ? response : "", NULL);
  GPtrArray *items;

  if (records == NULL)
    return NULL;
  items = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_exchange_item_free);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (items, read_item (store, g_ptr_array_index (records, i)));
  return items;
}
