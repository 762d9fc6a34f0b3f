/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading a model, from front to back.
 *
 * The parser tells of each element as it comes; nothing of the file is held beyond what is being
 * put together. A document type is refused, so that there are no entities; there is no network. */
#include "config.h"
#include "rk-archimate-reader-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <libxml/parserInternals.h>
#include <string.h>

#define MAX_DEPTH 200
#define MAX_TEXT (10 * 1024 * 1024)
#define ARCHI_URI "http://www.archimatetool.com/archimate"

/* --- errors ----------------------------------------------------------------------------------- */

guint
reader_get_line (Reader *self)
{
  return self->ctxt->input != NULL ? (guint) MAX (self->ctxt->input->line, 0) : 0;
}

static void G_GNUC_PRINTF (3, 4) refuse (Reader *self, RkError code, const char *format, ...)
{
  va_list args;

  if (self->error != NULL)
    return;
  va_start (args, format);
  self->error = g_error_new_valist (RK_ERROR, (int) code, format, args);
  va_end (args);
}

void
reader_refuse_size (Reader *self)
{
  refuse (
      self, RK_ERROR_TOO_LARGE,
      /* Translators: the name of a file, the number of a line. */
      _ ("“%s” was not imported: the part before line %u is larger than a model can be. Nothing "
             "has changed. Export the model again."),
         self->reading->name, reader_get_line (self));
}

void
reader_warn (Reader *self, RkArchimateWarningKind kind, const char *subject, const char *detail)
{
  rk_archimate_summary_warn (self->summary, kind, reader_get_line (self), subject, detail);
}

void
reader_insert (Reader *self, Insert insert)
{
  if (self->error == NULL)
    rk_sql_run (self->inserts[insert], &self->error);
  else
    sqlite3_reset (self->inserts[insert]);
}

Known *
reader_get_known (Reader *self, const char *id)
{
  Known *known = g_hash_table_lookup (self->known, id);

  if (known != NULL)
    return known;
  known = g_new0 (Known, 1);
  known->id = g_string_chunk_insert (self->names, id);
  known->line = reader_get_line (self);
  g_hash_table_insert (self->known, (char *) known->id, known);
  return known;
}

/* --- the root --------------------------------------------------------------------------------- */

static gboolean
check_root (Reader *self, const char *name, const char *uri)
{
  if (g_str_equal (uri, ARCHI_URI))
    refuse (self, RK_ERROR_FOREIGN,
            /* Translators: the name of a file; the menu is that of the program Archi. */
            _ ("“%s” is a model of Archi itself. Open it in Archi, choose File ▸ Export ▸ Model to "
               "Open Exchange File, and import that file here."),
               self->reading->name);
  else if (!g_str_equal (name, "model") ||
           (!g_str_equal (uri, RK_ARCHIMATE_URI) && !g_str_equal (uri, RK_ARCHIMATE_URI_2)))
    refuse (
        self, RK_ERROR_FOREIGN,
        /* Translators: the name of a file, the name of an element of XML. */
        _ ("“%s” is no ArchiMate model: it begins with “%s”. Choose a file in the Open Exchange "
               "format."),
           self->reading->name, name);
  else
    self->summary->version = g_str_equal (uri, RK_ARCHIMATE_URI) ? 3 : 2;
  return self->error == NULL;
}

/* The places of schemas of other formats: pairs of a name and a place. */
static void
keep_locations (Reader *self, const char *value, gsize length)
{
  g_autofree char *text = g_strndup (value, length);
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (found, words[i]);
  for (guint i = 0; i + 1 < found->len; i += 2)
    if (!g_str_has_prefix (found->pdata[i], RK_ARCHIMATE_URI_2))
      g_string_append_printf (self->locations, " %s %s", (char *) found->pdata[i],
                              (char *) found->pdata[i + 1]);
  g_ptr_array_unref (found);
}

/* --- attributes ------------------------------------------------------------------------------- */

static gboolean
is_attribute (const xmlChar **attribute, const char *name, const char *uri)
{
  return g_str_equal ((const char *) attribute[0], name) &&
         g_strcmp0 (fragment_get_attribute_uri (attribute), uri) == 0;
}

/* The type of a concept, without a prefix. */
static void
set_type (Thing *thing, const char *value, gsize length)
{
  const char *colon = memchr (value, ':', length);

  if (colon != NULL)
    {
      length -= (gsize) (colon + 1 - value);
      value = colon + 1;
    }
  thing_set (thing, FIELD_TYPE, value, length);
}

static void
warn_part (Reader *self, const char *part, Tag within)
{
  const Thing *thing = reader_get_thing (self);
  const char *id = thing != NULL ? thing_get (thing, FIELD_IDENTIFIER) : NULL;

  reader_warn (self, RK_ARCHIMATE_UNKNOWN_PART, part, id != NULL ? id : grammar_get_name (within));
}

static void
read_attribute (Reader *self, Thing *thing, const xmlChar **attribute)
{
  const char *value = (const char *) attribute[3];
  gsize length = (gsize) (attribute[4] - attribute[3]);
  int field = ATTRIBUTE_UNKNOWN;

  if (is_attribute (attribute, "type", RK_ARCHIMATE_XSI))
    {
      set_type (thing, value, length);
      return;
    }
  if (is_attribute (attribute, "schemaLocation", RK_ARCHIMATE_XSI))
    {
      keep_locations (self, value, length);
      return;
    }
  if (attribute[1] == NULL)
    field = grammar_find_attribute (thing->tag, (const char *) attribute[0]);
  if (field < N_FIELDS)
    {
      thing_set (thing, (Field) field, value, length);
      return;
    }
  fragment_append_attribute (self, thing->attributes, attribute);
  if (field == ATTRIBUTE_UNKNOWN)
    warn_part (self, (const char *) attribute[0], thing->tag);
}

static void
open_thing (Reader *self, Tag tag, int n_attributes, const xmlChar **attributes)
{
  Thing *view = reader_get_thing (self);
  Thing *thing = reader_open_thing (self, tag);

  fragment_begin (self, NULL, FALSE);
  for (int i = 0; i < n_attributes; i++)
    read_attribute (self, thing, attributes + 5 * i);
  for (guint i = self->n_things; tag == TAG_NODE && i > 0; i--)
    {
      view = g_ptr_array_index (self->things, i - 1);
      if (view->tag == TAG_VIEW)
        view->n_nodes++;
    }
}

/* --- elements that are part of a thing -------------------------------------------------------- */

static void
read_language (Reader *self, Tag tag, int n_attributes, const xmlChar **attributes)
{
  g_string_truncate (self->text, 0);
  self->has_lang = FALSE;
  for (int i = 0; i < n_attributes; i++)
    {
      const xmlChar **attribute = attributes + 5 * i;

      if (is_attribute (attribute, "lang", RK_ARCHIMATE_XML))
        {
          self->has_lang = TRUE;
          g_string_truncate (self->lang, 0);
          g_string_append_len (self->lang, (const char *) attribute[3],
                               attribute[4] - attribute[3]);
        }
      else
        warn_part (self, (const char *) attribute[0], tag);
    }
}

static void
begin_property (Reader *self, int n_attributes, const xmlChar **attributes)
{
  g_string_truncate (self->definition, 0);
  self->n_parts = 0;
  for (int i = 0; i < n_attributes; i++)
    {
      const xmlChar **attribute = attributes + 5 * i;

      if (is_attribute (attribute, "propertyDefinitionRef", NULL) ||
          is_attribute (attribute, "identifierref", NULL))
        g_string_append_len (self->definition, (const char *) attribute[3],
                             attribute[4] - attribute[3]);
      else
        warn_part (self, (const char *) attribute[0], TAG_PROPERTY);
    }
  reader_get_known (self, self->definition->str)->as_property = TRUE;
}

static void
end_property (Reader *self)
{
  if (self->n_parts == 0)
    reader_add_value (self, NULL);
  reader_get_thing (self)->n_properties++;
  self->summary->n_properties++;
}

static void
read_view_ref (Reader *self, int n_attributes, const xmlChar **attributes)
{
  Thing *thing = reader_get_thing (self);
  const char *before = thing_get (thing, FIELD_VIEW_REF);

  for (int i = 0; i < n_attributes; i++)
    {
      const xmlChar **attribute = attributes + 5 * i;
      g_autofree char *id =
          g_strndup ((const char *) attribute[3], (gsize) (attribute[4] - attribute[3]));
      g_autofree char *both = before != NULL ? g_strconcat (before, " ", id, NULL) : g_strdup (id);

      if (!is_attribute (attribute, "ref", NULL))
        continue;
      reader_get_known (self, id);
      thing_set (thing, FIELD_VIEW_REF, both, strlen (both));
    }
}

/* A point as text: "x,y", with "s" or "t" before an attachment. */
static void
read_point (Reader *self, Tag tag, int n_attributes, const xmlChar **attributes)
{
  GString *points = reader_get_thing (self)->points;
  const char *measures[2] = { NULL };
  int lengths[2] = { 0 };

  for (int i = 0; i < n_attributes; i++)
    for (int j = 0; j < 2; j++)
      if (is_attribute (attributes + 5 * i, j == 0 ? "x" : "y", NULL))
        {
          measures[j] = (const char *) attributes[5 * i + 3];
          lengths[j] = (int) (attributes[5 * i + 4] - attributes[5 * i + 3]);
        }
  if (points->len > 0)
    g_string_append_c (points, ' ');
  if (tag != TAG_BENDPOINT)
    g_string_append_c (points, tag == TAG_SOURCE_ATTACHMENT ? 's' : 't');
  for (int j = 0; j < 2; j++)
    {
      gsize from = points->len + (j > 0);

      if (j > 0)
        g_string_append_c (points, ',');
      g_string_append_len (points, measures[j], lengths[j]);
      for (gsize i = from; i < points->len; i++)
        if (strchr (" ,\t\r\n", points->str[i]) != NULL)
          points->str[i] = '_'; /* no number anyway */
    }
}

/* --- what is kept ----------------------------------------------------------------------------- */

/* Where in its owner something unknown goes back (NULL: nowhere): foreign elements stand after the
 * documentation, anything else at the end. */
static const char *
find_position (Reader *self, Tag parent, const xmlChar *name, const xmlChar *uri)
{
  const Thing *thing = reader_get_thing (self);
  gboolean foreign = uri != NULL && !g_str_equal ((const char *) uri, RK_ARCHIMATE_URI) &&
                     !g_str_equal ((const char *) uri, RK_ARCHIMATE_URI_2);

  switch (parent)
    {
    case TAG_ELEMENTS:
    case TAG_RELATIONSHIPS:
    case TAG_ORGANIZATIONS:
    case TAG_DEFINITIONS:
    case TAG_VIEWS:
    case TAG_DIAGRAMS: return grammar_get_name (parent);
    default: break;
    }
  /* Misplaced in a text, it would mean something else when it stood in the owner. */
  if (!foreign && parent != thing->tag &&
      grammar_find (self->grammar, thing->tag, name) != TAG_NONE)
    return NULL;
  if (thing->tag == TAG_ITEM || thing->tag == TAG_NODE || thing->tag == TAG_CONNECTION)
    return "end";
  return foreign ? "any" : "end";
}

static void
keep (Reader *self)
{
  Thing *thing = reader_get_thing (self);
  sqlite3_stmt *stmt = self->inserts[INSERT_KEPT];

  sqlite3_bind_int64 (stmt, 1, thing->number);
  sqlite3_bind_int64 (stmt, 2, thing->n_kept++);
  sqlite3_bind_text (stmt, 3, self->capture_position, -1, SQLITE_STATIC);
  sqlite3_bind_text64 (stmt, 4, self->capture->str, self->capture->len, SQLITE_STATIC, SQLITE_UTF8);
  reader_insert (self, INSERT_KEPT);
}

/* Nodes of one look share a style. */
static void
keep_style (Reader *self)
{
  gint64 *number = g_hash_table_lookup (self->styles, self->capture->str);
  sqlite3_stmt *stmt = self->inserts[INSERT_STYLE];

  if (number == NULL)
    {
      number = g_new (gint64, 1);
      *number = self->next++;
      g_hash_table_insert (self->styles, g_strdup (self->capture->str), number);
      sqlite3_bind_int64 (stmt, 1, *number);
      sqlite3_bind_text (stmt, 2, self->capture->str, -1, SQLITE_STATIC);
      reader_insert (self, INSERT_STYLE);
    }
  reader_get_thing (self)->style = *number;
}

static void
end_capture (Reader *self, Tag tag)
{
  if (self->error != NULL)
    return;
  if (tag == TAG_STYLE)
    keep_style (self);
  else if (self->capture_position != NULL)
    keep (self);
}

/* --- the parser ------------------------------------------------------------------------------- */

static Tag
get_parent (Reader *self)
{
  return self->frames->len > 0 ? g_array_index (self->frames, Frame, self->frames->len - 1).tag
                               : TAG_NONE;
}

static Tag
find_tag (Reader *self, const xmlChar *name, const xmlChar *uri)
{
  const char *space = uri != NULL ? (const char *) uri : "";

  if (self->frames->len == 0)
    {
      if (!check_root (self, (const char *) name, space))
        return TAG_NONE;
      self->grammar = grammar_new (self->ctxt->dict, self->summary->version);
      return TAG_MODEL;
    }
  if (!g_str_equal (space, RK_ARCHIMATE_URI_2) && !g_str_equal (space, RK_ARCHIMATE_URI))
    return TAG_NONE;
  return grammar_find (self->grammar, get_parent (self), name);
}

/* The elements that only hold others have no place for attributes. */
static void
warn_attributes (Reader *self, Tag tag, int n_attributes, const xmlChar **attributes)
{
  for (int i = 0; i < n_attributes; i++)
    warn_part (self, (const char *) attributes[5 * i], tag);
}

static void
begin (Reader *self, Tag tag, int n_attributes, const xmlChar **attributes)
{
  switch (tag)
    {
    case TAG_MODEL:
    case TAG_ELEMENT:
    case TAG_RELATIONSHIP:
    case TAG_ITEM:
    case TAG_DEFINITION:
    case TAG_VIEW:
    case TAG_NODE:
    case TAG_CONNECTION: open_thing (self, tag, n_attributes, attributes); break;
    case TAG_NAME:
    case TAG_DOCUMENTATION:
    case TAG_LABEL:
    case TAG_VALUE: read_language (self, tag, n_attributes, attributes); break;
    case TAG_PROPERTY: begin_property (self, n_attributes, attributes); break;
    case TAG_VIEW_REF: read_view_ref (self, n_attributes, attributes); break;
    case TAG_BENDPOINT:
    case TAG_SOURCE_ATTACHMENT:
    case TAG_TARGET_ATTACHMENT: read_point (self, tag, n_attributes, attributes); break;
    case TAG_ORGANIZATIONS: self->n_organizations++; G_GNUC_FALLTHROUGH;
    default: warn_attributes (self, tag, n_attributes, attributes);
    }
}

static gboolean
is_captured (Tag tag)
{
  return tag == TAG_NONE || tag == TAG_STYLE || tag == TAG_METADATA || tag == TAG_VIEWPOINTS;
}

static void
start_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
          int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
          const xmlChar **attributes)
{
  Reader *self = data;
  Frame frame = { TAG_NONE };

  if (self->error != NULL || !self->ctxt->wellFormed)
    return;
  if (self->frames->len + self->capture_depth >= MAX_DEPTH)
    {
      refuse (
          self, RK_ERROR_INVALID,
          /* Translators: the name of a file, the number of a line. */
          _ ("“%s” was not imported: at line %u too many parts stand inside each other. Nothing "
                 "has changed. Export the model again."),
             self->reading->name, reader_get_line (self));
      return;
    }
  if (self->capture_depth == 0)
    {
      frame.tag = find_tag (self, name, uri);
      if (self->error != NULL)
        return;
      if (frame.tag == TAG_MODEL)
        self->namespaces = fragment_bind_root (self, n_namespaces, namespaces);
      if (frame.tag == TAG_NONE)
        warn_part (self, (const char *) name, get_parent (self));
      if (!is_captured (frame.tag))
        {
          g_array_append_val (self->frames, frame);
          begin (self, frame.tag, n_attributes, attributes);
          return;
        }
      fragment_begin (self,
                      frame.tag == TAG_NONE ? find_position (self, get_parent (self), name, uri)
                                            : grammar_get_name (frame.tag),
                      frame.tag != TAG_STYLE);
      self->capture_tag = frame.tag;
    }
  fragment_start (self, name, prefix, uri, n_namespaces, namespaces, n_attributes, attributes);
}

static void
finish (Reader *self, Tag tag)
{
  switch (tag)
    {
    case TAG_ELEMENT:
    case TAG_RELATIONSHIP:
    case TAG_ITEM:
    case TAG_DEFINITION:
    case TAG_VIEW:
    case TAG_NODE:
    case TAG_CONNECTION: reader_close_thing (self); break;
    case TAG_NAME: reader_add_text (self, FIELD_NAME, "name"); break;
    case TAG_LABEL: reader_add_text (self, FIELD_NAME, "label"); break;
    case TAG_DOCUMENTATION: reader_add_text (self, FIELD_DOCUMENTATION, "documentation"); break;
    case TAG_VALUE: reader_add_value (self, self->text->str); break;
    case TAG_PROPERTY: end_property (self); break;
    default: break;
    }
}

static void
end_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  Reader *self = data;
  Tag tag;

  if (self->error != NULL)
    return;
  if (self->capture_depth > 0)
    {
      if (fragment_end (self, name, prefix, uri))
        end_capture (self, self->capture_tag);
      return;
    }
  if (self->frames->len == 0)
    return;
  tag = get_parent (self);
  g_array_set_size (self->frames, self->frames->len - 1);
  finish (self, tag);
}

static void
text_cb (void *data, const xmlChar *text, int length)
{
  Reader *self = data;
  Tag tag;

  if (self->error != NULL)
    return;
  if (self->capture_depth > 0)
    {
      fragment_text (self, (const char *) text, (gsize) length);
      return;
    }
  tag = get_parent (self);
  if (tag != TAG_NAME && tag != TAG_DOCUMENTATION && tag != TAG_LABEL && tag != TAG_VALUE)
    return;
  g_string_append_len (self->text, (const char *) text, length);
  if (self->text->len > MAX_TEXT)
    reader_refuse_size (self);
}

static void
document_type_cb (void *data, const xmlChar *name, const xmlChar *external_id,
                  const xmlChar *system_id)
{
  Reader *self = data;

  refuse (
      self, RK_ERROR_INVALID,
      /* Translators: the name of a file, the number of a line. */
      _ ("“%s” was not imported: at line %u it has a document type (DOCTYPE), which a model does "
             "not need and which can do harm. Nothing has changed. Ask who made the file for one "
             "without it."),
         self->reading->name, reader_get_line (self));
}

static void
silent_cb (void *data, xmlError *error)
{
}

/* --- the file --------------------------------------------------------------------------------- */

static gboolean
is_cut_off (Reader *self, int code)
{
  return self->at_end && (self->frames->len > 0 || self->things->len == 0) &&
         (code == XML_ERR_DOCUMENT_END || code == XML_ERR_TAG_NOT_FINISHED ||
          code == XML_ERR_GT_REQUIRED || code == XML_ERR_DOCUMENT_EMPTY);
}

/* What is wrong with the XML, in words. */
static const char *
explain (int code)
{
  switch (code)
    {
    case XML_ERR_TAG_NAME_MISMATCH:
      /* Translators: the name of a file, the number of a line. */
      return _ ("“%s” was not imported: it is no correct XML. At line %u a part is closed that is "
                "not the one that is open. Nothing has changed. Export the model again, or ask who "
                "made the file.");
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_ENCODING:
    case XML_ERR_UNSUPPORTED_ENCODING:
    case XML_ERR_UNKNOWN_ENCODING:
    case XML_I18N_CONV_FAILED:
      /* Translators: the name of a file, the number of a line. */
      return _ ("“%s” was not imported: line %u has characters that do not belong in it, or another "
                "encoding than the file says. Nothing has changed. Export the model as UTF-8.");
    default:
      /* Translators: the name of a file, the number of a line. */
      return _ ("“%s” was not imported: it is no correct XML at line %u. Nothing has changed. "
                "Export the model again, or ask who made the file.");
    }
}

static void
refuse_xml (Reader *self)
{
  const xmlError *error = xmlCtxtGetLastError (self->ctxt);
  int code = error != NULL ? error->code : XML_ERR_OK;
  const char *format = is_cut_off (self, code)
      /* Translators: the name of a file, the number of a line. */
      ? _ ("“%s” was not imported: the file stops in the middle, at line %u. "
                                "Nothing has changed. Download or export it again.")
      : explain (code);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  refuse (self, RK_ERROR_INVALID, format, self->reading->name,
          error != NULL ? (guint) MAX (error->line, 0) : 0);
#pragma GCC diagnostic pop
}

static gboolean
feed (Reader *self, const char *data, gssize length, goffset done, goffset total)
{
  if (g_cancellable_set_error_if_cancelled (self->reading->cancellable, &self->error))
    return FALSE;
  self->at_end = length == 0;
  xmlParseChunk (self->ctxt, data, (int) length, length == 0);
  if (!self->ctxt->wellFormed || (self->at_end && self->things->len == 0 && self->error == NULL))
    {
      /* Of a root that is cut off, the parser tells what it has. */
      if (self->at_end && self->things->len == 0)
        g_clear_error (&self->error);
      refuse_xml (self);
    }
  if (self->error == NULL && self->reading->progress != NULL)
    self->reading->progress (done, total, self->reading->data);
  return self->error == NULL;
}

static gboolean
check_beginning (Reader *self, const char *data, gssize length)
{
  if (length >= 4 && memcmp (data, "PK\003\004", 4) == 0)
    refuse (
        self, RK_ERROR_FOREIGN,
        /* Translators: the name of a file; the menu is that of the program Archi. */
        _ ("“%s” is a compressed file: perhaps a model of Archi itself. Open it in Archi, choose "
               "File ▸ Export ▸ Model to Open Exchange File, and import that file here."),
           self->reading->name);
  else if (!rk_archimate_recognise (data, (gsize) MAX (length, 0)))
    refuse (self, RK_ERROR_FOREIGN,
            /* Translators: the name of a file. */
            _ ("“%s” is no ArchiMate model: it is empty, or no XML. Choose a file in the Open "
               "Exchange format."),
               self->reading->name);
  return self->error == NULL;
}

gboolean
rk_archimate_recognise (const void *data, gsize length)
{
  const guint8 *bytes = data;
  gsize i = length >= 3 && bytes[0] == 0xef && bytes[1] == 0xbb && bytes[2] == 0xbf ? 3 : 0;

  if (length >= 2 &&
      ((bytes[0] == 0xff && bytes[1] == 0xfe) || (bytes[0] == 0xfe && bytes[1] == 0xff) ||
       (bytes[0] == 0 && bytes[1] == '<') || (bytes[0] == '<' && bytes[1] == 0)))
    return TRUE; /* XML in UTF-16 */
  while (i < length && g_ascii_isspace (bytes[i]))
    i++;
  return i < length && bytes[i] == '<';
}

static gboolean
parse (Reader *self, RkArchimateSource *source)
{
  goffset total = rk_archimate_source_get_size (source);
  goffset done = 0;
  const char *data = NULL;
  gssize length = rk_archimate_source_read (source, &data, &self->error);

  if (length < 0 || !check_beginning (self, data, length))
    return FALSE;
  for (; length > 0; length = rk_archimate_source_read (source, &data, &self->error))
    {
      done += length;
      if (!feed (self, data, length, done, total))
        return FALSE;
    }
  return length == 0 && feed (self, "", 0, done, total);
}

static void G_GNUC_PRINTF (2, 3) quiet_cb (void *data, const char *format, ...) {}

/* What decoding an encoding has to say goes round the handlers of the parser, in this thread. */
static gboolean
parse_quietly (Reader *self, RkArchimateSource *source)
{
  gboolean ok;

  xmlSetGenericErrorFunc (NULL, quiet_cb);
  ok = parse (self, source);
  xmlSetGenericErrorFunc (NULL, NULL);
  return ok;
}

static Reader *
reader_new (sqlite3 *db, const RkArchimateReading *reading)
{
  Reader *self = g_new0 (Reader, 1);
  xmlSAXHandler sax = { .initialized = XML_SAX2_MAGIC,
                        .startElementNs = start_cb,
                        .endElementNs = end_cb,
                        .characters = text_cb,
                        .ignorableWhitespace = text_cb,
                        .cdataBlock = text_cb,
                        .internalSubset = document_type_cb,
                        .serror = silent_cb };

  self->db = db;
  self->reading = reading;
  self->summary = rk_archimate_summary_new ();
  self->ctxt = xmlCreatePushParserCtxt (&sax, self, NULL, 0, NULL);
  /* NOENT: without it the parser hands on "&#38;" for "&" in attributes. There are no entities to
   * put in: what would declare them is refused. */
  xmlCtxtUseOptions (self->ctxt,
                     XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  self->frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  self->things = g_ptr_array_new_with_free_func ((GDestroyNotify) thing_free);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->names = g_string_chunk_new (64 * 1024);
  self->relations = g_array_new (FALSE, FALSE, sizeof (Relation));
  self->shown = g_array_new (FALSE, FALSE, sizeof (Shown));
  self->definitions = g_array_new (FALSE, FALSE, sizeof (Definition));
  self->views = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->text = g_string_new (NULL);
  self->lang = g_string_new (NULL);
  self->definition = g_string_new (NULL);
  self->capture = g_string_new (NULL);
  self->locations = g_string_new (NULL);
  self->root_prefixes = g_ptr_array_new_with_free_func (g_free);
  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->old_types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

static void
reader_free (Reader *self)
{
  for (guint i = 0; i < N_INSERTS; i++)
    sqlite3_finalize (self->inserts[i]);
  for (guint i = 0; i < self->definitions->len; i++)
    g_free (g_array_index (self->definitions, Definition, i).name);
  xmlFreeDoc (self->ctxt->myDoc); /* the parser keeps entities there before they are refused */
  xmlFreeParserCtxt (self->ctxt);
  g_clear_pointer (&self->summary, rk_archimate_summary_free);
  g_clear_error (&self->error);
  g_array_unref (self->frames);
  g_clear_pointer (&self->grammar, g_hash_table_unref);
  g_ptr_array_unref (self->things);
  g_hash_table_unref (self->known);
  g_string_chunk_free (self->names);
  g_array_unref (self->relations);
  g_array_unref (self->shown);
  g_array_unref (self->definitions);
  g_array_unref (self->views);
  g_string_free (self->text, TRUE);
  g_string_free (self->lang, TRUE);
  g_string_free (self->definition, TRUE);
  g_string_free (self->capture, TRUE);
  g_string_free (self->locations, TRUE);
  g_clear_pointer (&self->scopes, g_array_unref);
  g_ptr_array_unref (self->root_prefixes);
  g_hash_table_unref (self->styles);
  g_hash_table_unref (self->old_types);
  g_free (self->namespaces);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reader, reader_free)

RkArchimateSummary *
rk_archimate_read (sqlite3 *db, RkArchimateSource *source, const char *architecture,
                   const RkArchimateReading *reading, char **identifier, GError **error)
{
  g_autoptr (Reader) self = reader_new (db, reading);

  self->first = self->next =
      1 + rk_sql_number (db, "SELECT max (last) FROM archimate_model", 0, &self->error);
  if (self->error == NULL && reader_prepare (self, &self->error) && parse_quietly (self, source) &&
      reader_finish (self, architecture, &self->error))
    {
      *identifier = g_strdup (thing_get (self->things->pdata[0], FIELD_IDENTIFIER));
      return g_steal_pointer (&self->summary);
    }
  g_propagate_error (error, g_steal_pointer (&self->error));
  return NULL;
}
