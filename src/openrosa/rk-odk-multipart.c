/* SPDX-License-Identifier: EUPL-1.2 */
/* A submission as multipart/form-data: the XML first, then the files under their own names.
 *
 * Written by hand because names are as browsers write them (UTF-8, only quotes and line ends
 * escaped): servers look a file up by the very name that is in the XML. */
#include "config.h"
#include "rk-odk-private.h"

#include <string.h>

/* What a part costs beside its content and its name, generously. */
#define PART_OVERHEAD 300

RkOdkFile *
rk_odk_file_new (const char *name, const char *type, GBytes *bytes)
{
  RkOdkFile *file = g_new0 (RkOdkFile, 1);

  file->name = g_strdup (name);
  file->type = g_strdup (type);
  file->bytes = g_bytes_ref (bytes);
  return file;
}

void
rk_odk_file_free (RkOdkFile *file)
{
  g_free (file->name);
  g_free (file->type);
  g_bytes_unref (file->bytes);
  g_free (file);
}

static goffset
measure (const RkOdkFile *file)
{
  return (goffset) (g_bytes_get_size (file->bytes) + 6 * strlen (file->name) + PART_OVERHEAD);
}

guint
rk_odk_multipart_fit (GBytes *xml, GPtrArray *files, guint first, goffset limit)
{
  goffset size = (goffset) g_bytes_get_size (xml) + 3 * PART_OVERHEAD;
  guint n = 0;

  while (first + n < files->len)
    {
      size += measure (g_ptr_array_index (files, first + n));
      if (size > limit && n > 0)
        break;
      n++;
    }
  return n;
}

/* As WHATWG writes the name of a part. */
static void
append_name (GByteArray *body, const char *key, const char *name)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "; %s=\"", key);
  for (; *name != '\0'; name++)
    if (*name == '"')
      g_string_append (text, "%22");
    else if (*name == '\r')
      g_string_append (text, "%0D");
    else if (*name == '\n')
      g_string_append (text, "%0A");
    else
      g_string_append_c (text, *name);
  g_string_append_c (text, '"');
  g_byte_array_append (body, (const guint8 *) text->str, (guint) text->len);
}

static void
append_text (GByteArray *body, const char *text)
{
  g_byte_array_append (body, (const guint8 *) text, (guint) strlen (text));
}

/* Only what may stand in a header: a type from elsewhere adds no lines. */
static gboolean
is_plain_type (const char *type)
{
  return type != NULL && *type != '\0' &&
         strspn (type, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/.+-_") ==
             strlen (type);
}

static void
append_part (GByteArray *body, const char *boundary, const char *name, const char *filename,
             const char *type, GBytes *content)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (content, &size);

  append_text (body, "--");
  append_text (body, boundary);
  append_text (body, "\r\nContent-Disposition: form-data");
  append_name (body, "name", name);
  if (filename != NULL)
    append_name (body, "filename", filename);
  if (filename != NULL)
    {
      append_text (body, "\r\nContent-Type: ");
      append_text (body, is_plain_type (type) ? type : "application/octet-stream");
    }
  append_text (body, "\r\n\r\n");
  g_byte_array_append (body, data, (guint) size);
  append_text (body, "\r\n");
}

GBytes *
rk_odk_multipart_new (GBytes *xml, GPtrArray *files, guint first, guint n, gboolean more,
                      char **type)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *boundary = g_strconcat ("Regiekamer-", uuid, NULL);
  GByteArray *body = g_byte_array_new ();

  append_part (body, boundary, "xml_submission_file", "submission.xml", "text/xml", xml);
  for (guint i = first; i < first + n; i++)
    {
      const RkOdkFile *file = g_ptr_array_index (files, i);
      append_part (body, boundary, file->name, file->name, file->type, file->bytes);
    }
  if (more)
    {
      g_autoptr (GBytes) yes = g_bytes_new_static ("yes", 3);
      append_part (body, boundary, "*isIncomplete*", NULL, NULL, yes);
    }
  append_text (body, "--");
  append_text (body, boundary);
  append_text (body, "--\r\n");
  *type = g_strdup_printf ("multipart/form-data; boundary=%s", boundary);
  return g_byte_array_free_to_bytes (body);
}
