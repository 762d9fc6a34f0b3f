/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-file-type.h"

#include "rk-blob.h"

#include <string.h>

#define SNIFF_BYTES 4096
#define MAX_NAME 120

/* How files begin that questions ask for. The program knows them itself: what counts as a picture
 * must not depend on what else is installed. */
static const struct
{
  gsize offset;
  const char *bytes;
  const char *type;
} beginnings[] = {
  { 0, "\x89PNG\r\n\x1a\n", "image/png" },
  { 0, "\xff\xd8\xff", "image/jpeg" },
  { 0, "GIF8", "image/gif" },
  { 8, "WEBP", "image/webp" },
  { 0, "II*", "image/tiff" },
  { 4, "ftypheic", "image/heic" },
  { 4, "ftypheix", "image/heic" },
  { 4, "ftypmif1", "image/heif" },
  { 4, "ftypavif", "image/avif" },
  { 4, "ftypM4A", "audio/mp4" },
  { 4, "ftypqt", "video/quicktime" },
  { 4, "ftyp", "video/mp4" },
  { 0, "\x1a\x45\xdf\xa3", "video/webm" },
  { 8, "AVI ", "video/x-msvideo" },
  { 8, "WAVE", "audio/x-wav" },
  { 0, "ID3", "audio/mpeg" },
  { 0, "\xff\xfb", "audio/mpeg" },
  { 0, "OggS", "audio/ogg" },
  { 0, "fLaC", "audio/flac" },
  { 0, "#!AMR", "audio/amr" },
  { 0, "%PDF-", "application/pdf" },
};

static const char *
find_beginning (const guchar *data, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      gsize n = strlen (beginnings[i].bytes), offset = beginnings[i].offset;

      if (length >= offset + n && memcmp (data + offset, beginnings[i].bytes, n) == 0)
        return beginnings[i].type;
    }
  return NULL;
}

/* A piece that breaks off within a character is text too. */
static gboolean
is_text (const guchar *data, gsize length)
{
  const char *end = (const char *) data;

  if (length == 0 || memchr (data, '\0', length) != NULL)
    return FALSE;
  g_utf8_validate ((const char *) data, (gssize) length, &end);
  return (gsize) (end - (const char *) data) + 4 > length;
}

/* What the name stands for among texts; any other name is plain text to the program: a text that
 * is called foto.jpg is no picture. */
static const char *
name_text (const char *name)
{
  static const char *const texts[][2] = {
    { ".csv", "text/csv" },
    { ".html", "text/html" },
    { ".htm", "text/html" },
    { ".json", "application/json" },
    { ".geojson", "application/geo+json" },
    { ".xml", "application/xml" },
    { ".svg", "image/svg+xml" },
  };
  g_autofree char *folded = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_has_suffix (folded, texts[i][0]))
      return texts[i][1];
  return "text/plain";
}

static char *
guess (const guchar *data, gsize length, const char *name)
{
  const char *known = find_beginning (data, length);
  g_autofree char *content = NULL;
  char *type;

  if (known != NULL)
    return g_strdup (known);
  if (is_text (data, length))
    return g_strdup (name_text (name));
  content = g_content_type_guess (name, length > 0 ? data : NULL, length, NULL);
  type = g_content_type_get_mime_type (content);
  return type != NULL ? type : g_strdup ("application/octet-stream");
}

char *
rk_file_type_guess_bytes (GBytes *bytes, const char *name)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  return guess (data, MIN (length, SNIFF_BYTES), name);
}

char *
rk_file_type_guess_path (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree guchar *start = g_malloc (SNIFF_BYTES);
  gsize length = 0;

  if (stream != NULL)
    g_input_stream_read_all (G_INPUT_STREAM (stream), start, SNIFF_BYTES, &length, NULL, NULL);
  return guess (start, length, name);
}

typedef struct
{
  guchar bytes[SNIFF_BYTES];
  gsize length;
} Start;

/* Takes the first piece and stops. */
static gboolean
start_cb (gconstpointer data, gsize length, gpointer user_data, GError **error)
{
  Start *start = user_data;

  start->length = MIN (length, SNIFF_BYTES);
  memcpy (start->bytes, data, start->length);
  return FALSE;
}

char *
rk_file_type_guess (RkStore *store, const char *hash, const char *name)
{
  g_autofree Start *start = g_new0 (Start, 1);

  rk_blob_read (store, hash, start_cb, start, NULL);
  return guess (start->bytes, start->length, name);
}

gboolean
rk_file_type_is_accepted (const char *type, const char *accepted)
{
  g_auto (GStrv) patterns = g_strsplit_set (accepted != NULL ? accepted : "", ", ;\t\n", -1);
  gboolean any = FALSE;

  for (guint i = 0; patterns[i] != NULL; i++)
    {
      const char *pattern = patterns[i];
      gsize length = strlen (pattern);

      if (length == 0)
        continue;
      any = TRUE;
      if (g_str_equal (pattern, "*/*") || g_ascii_strcasecmp (pattern, type) == 0)
        return TRUE;
      if (g_str_has_suffix (pattern, "/*") && g_ascii_strncasecmp (pattern, type, length - 1) == 0)
        return TRUE;
    }
  return !any;
}

char *
rk_file_name_clean (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *c = composed; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar ch = g_utf8_get_char (c);

      if (ch == '/' || ch == '\\')
        g_string_truncate (clean, 0); /* what stood before was a folder */
      else
        g_string_append_unichar (clean, g_unichar_isprint (ch) && strchr (":*?\"<>|", *c) == NULL
                                            ? ch
                                            : '_');
    }
  g_strstrip (clean->str);
  clean->len = strlen (clean->str);
  while (*clean->str == '.')
    g_string_erase (clean, 0, 1);
  if (clean->len > MAX_NAME) /* the end tells what kind of file it is */
    {
      const char *from = clean->str + clean->len - MAX_NAME;

      while ((*from & 0xc0) == 0x80)
        from++;
      g_string_erase (clean, 0, from - clean->str);
    }
  return clean->len > 0 ? g_string_free (g_steal_pointer (&clean), FALSE) : g_strdup ("file");
}

char *
rk_file_name_number (const char *name, guint number)
{
  const char *dot = strrchr (name, '.');
  int stem = dot != NULL && dot > name ? (int) (dot - name) : (int) strlen (name);

  return g_strdup_printf ("%.*s-%u%s", stem, name, number, name + stem);
}
