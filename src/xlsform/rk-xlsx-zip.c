/* SPDX-License-Identifier: EUPL-1.2 */
/* The parts of a workbook: a zip of XML documents, of which no more is unpacked than it may take.
 */
#include "config.h"
#include "rk-error.h"
#include "rk-xlsx-private.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ENTRIES 4096
#define MAX_PART (64 * 1024 * 1024)
#define MAX_TOTAL (160 * 1024 * 1024)
#define CHUNK (64 * 1024)

typedef struct archive Archive;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

static gboolean
is_wanted (const char *name)
{
  return g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".rels");
}

static gboolean
fail_too_large (const char *name, GError **error)
{
  g_set_error (error, RK_ERROR, RK_ERROR_TOO_LARGE,
               /* Translators: file name. */
               _ ("“%s” holds more than a questionnaire can and is not read. Remove the sheets and "
                  "rows that are not needed, and save it again."),
                  name);
  return FALSE;
}

static gboolean
fail_damaged (const char *name, GError **error)
{
  g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
               /* Translators: file name. */
               _ ("“%s” is damaged or is no Excel workbook (.xlsx). Open it in a spreadsheet "
                  "program and save it as .xlsx again."),
                  name);
  return FALSE;
}

/* The content of the entry at which @zip stands: NULL with *@too_large, or when it is damaged. */
static GBytes *
read_entry (Archive *zip, gsize room, gboolean *too_large)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  la_ssize_t n;

  while ((n = archive_read_data (zip, chunk, CHUNK)) > 0)
    {
      if (content->len + (gsize) n > MIN (room, MAX_PART))
        {
          *too_large = TRUE;
          return NULL;
        }
      g_byte_array_append (content, chunk, (guint) n);
    }
  if (n < 0)
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

static gboolean
read_parts (Archive *zip, GHashTable *parts, const char *name, GError **error)
{
  struct archive_entry *entry;
  gsize room = MAX_TOTAL;
  int rc;

  for (guint n = 0; (rc = archive_read_next_header (zip, &entry)) >= ARCHIVE_WARN; n++)
    {
      const char *path = rc == ARCHIVE_EOF ? NULL : archive_entry_pathname (entry);
      g_autofree char *key = path != NULL ? g_ascii_strdown (path, -1) : NULL;
      g_autoptr (GBytes) content = NULL;
      gboolean too_large = n >= MAX_ENTRIES;

      if (rc == ARCHIVE_EOF)
        break;
      if (key != NULL && is_wanted (key) && !too_large)
        {
          content = read_entry (zip, room, &too_large);
          if (content == NULL && !too_large)
            return fail_damaged (name, error);
        }
      if (too_large)
        return fail_too_large (name, error);
      if (content == NULL)
        continue;
      room -= g_bytes_get_size (content);
      g_hash_table_replace (parts, g_strdup (*key == '/' ? key + 1 : key),
                            g_steal_pointer (&content));
    }
  return rc == ARCHIVE_EOF || fail_damaged (name, error);
}

GHashTable *
rk_xlsx_unzip (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (Archive) zip = archive_read_new ();
  g_autoptr (GHashTable) parts =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  archive_read_support_format_zip (zip);
  if (archive_read_open_memory (zip, data, size) != ARCHIVE_OK)
    {
      fail_damaged (name, error);
      return NULL;
    }
  if (!read_parts (zip, parts, name, error))
    return NULL;
  return g_steal_pointer (&parts);
}

/* --- a part ----------------------------------------------------------------------------------- */

xmlTextReader *
rk_xlsx_read_part (GHashTable *parts, const char *part)
{
  g_autofree char *key = part != NULL ? g_ascii_strdown (part, -1) : NULL;
  GBytes *bytes = key != NULL ? g_hash_table_lookup (parts, key) : NULL;
  gsize size;
  const char *data;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &size);
  if (size == 0)
    return NULL;
  return xmlReaderForMemory (data, (int) size, NULL, NULL,
                             XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                 XML_PARSE_NOCDATA);
}

gboolean
rk_xlsx_next (xmlTextReader *reader, gboolean *broken)
{
  for (;;)
    {
      int rc = xmlTextReaderRead (reader);
      int type = rc == 1 ? xmlTextReaderNodeType (reader) : XML_READER_TYPE_NONE;

      /* A document type is the way in for entity bombs; a workbook has none. */
      if (rc < 0 || type == XML_READER_TYPE_DOCUMENT_TYPE)
        *broken = TRUE;
      if (rc != 1 || *broken)
        return FALSE;
      if (type == XML_READER_TYPE_ELEMENT || type == XML_READER_TYPE_END_ELEMENT ||
          type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
          type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE)
        return TRUE;
    }
}

static gboolean
is_at (xmlTextReader *reader, int type, const char *name)
{
  return xmlTextReaderNodeType (reader) == type &&
         g_strcmp0 ((const char *) xmlTextReaderConstLocalName (reader), name) == 0;
}

gboolean
rk_xlsx_at (xmlTextReader *reader, const char *name)
{
  return is_at (reader, XML_READER_TYPE_ELEMENT, name);
}

gboolean
rk_xlsx_at_end (xmlTextReader *reader, const char *name)
{
  return is_at (reader, XML_READER_TYPE_END_ELEMENT, name);
}

char *
rk_xlsx_dup_attribute (xmlTextReader *reader, const char *name)
{
  char *value = NULL;

  for (int rc = xmlTextReaderMoveToFirstAttribute (reader); rc == 1 && value == NULL;
       rc = xmlTextReaderMoveToNextAttribute (reader))
    if (g_strcmp0 ((const char *) xmlTextReaderConstLocalName (reader), name) == 0)
      value = g_strdup ((const char *) xmlTextReaderConstValue (reader));
  xmlTextReaderMoveToElement (reader);
  return value;
}
