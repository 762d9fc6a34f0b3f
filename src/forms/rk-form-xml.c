/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading XML that nobody vouches for: no network, no DTD, no entities, bounded size and depth. */
#include "config.h"
#include "rk-form-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)

#define OPTIONS                                                                                    \
  (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA |                 \
   XML_PARSE_BIG_LINES)

#define MAX_ATTRIBUTES 1000  /* of one element */
#define LONG_TAG (16 * 1024) /* bytes below which a tag cannot have too many */

/* Elements whose text says nothing: what stands between their children only lays them out. */
static const char *const layout_parents[] = {
  "html",  "head", "model",  "itext",  "translation", "text",  "body",
  "group", "item", "repeat", "select", "select1",     "input", "upload",
};

/* What is found while reading. */
typedef struct
{
  guint nodes;
  gboolean doctype;
  int line;                                                     /* of the document type */
  const xmlChar *layout_parents[G_N_ELEMENTS (layout_parents)]; /* as the parser names them */
} Reading;

/* A document type has no business in a form, and is the way in for entity bombs. */
static void
refuse_doctype_cb (void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
  xmlParserCtxt *context = data;

  ((Reading *) context->_private)->doctype = TRUE;
  ((Reading *) context->_private)->line = context->input->line;
  xmlStopParser (context);
}

/* What comes after the first fault follows from it. */
static void
stop_at_error_cb (void *data, xmlErrorPtr error)
{
  if (error->level >= XML_ERR_FATAL)
    xmlStopParser (data);
}

/* Line ends within the start tag that ends at the cursor. No value in it may hold a "<". */
static int
count_lines_of_tag (const xmlParserInput *input)
{
  const xmlChar *c = input->cur;
  int n = 0;

  for (; c > input->base && *c != '<'; c--)
    n += *c == '\n';
  return *c == '<' ? n : 0;
}

/* An element stands where its tag begins; the parser would say where the tag ends.
 *
 * A node takes far more memory than it takes characters to write one. */
static void
start_element_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                  int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
                  const xmlChar **attributes)
{
  xmlParserCtxt *context = data;
  Reading *reading = context->_private;
  int lines = count_lines_of_tag (context->input);

  reading->nodes += 1 + (guint) n_namespaces + (guint) n_attributes;
  if (reading->nodes > RK_FORM_MAX_NODES)
    {
      xmlStopParser (context);
      return;
    }
  context->input->line -= lines;
  xmlSAX2StartElementNs (data, name, prefix, uri, n_namespaces, namespaces, n_attributes,
                         n_defaulted, attributes);
  context->input->line += lines;
}

/* Whether a tag of @length characters from @tag on has more attributes than any form has. */
static gboolean
has_too_many_attributes (const char *tag, gsize length)
{
  guint n = 0;
  char quote = '\0';

  for (gsize i = 1; i < length && n <= MAX_ATTRIBUTES && (quote != '\0' || tag[i] != '>'); i++)
    if (quote != '\0')
      quote = tag[i] == quote ? '\0' : quote;
    else if (tag[i] == '"' || tag[i] == '\'')
      quote = tag[i];
    else
      n += tag[i] == '=';
  return n > MAX_ATTRIBUTES;
}

/* The parser compares each attribute of a tag with all others: a tag with a million of them would
 * keep it busy for ever, before anybody is asked. A tag ends before the next "<". */
static gboolean
has_monstrous_tag (const char *text, gsize length)
{
  const char *end = text + length;
  const char *tag = memchr (text, '<', length);

  while (tag != NULL)
    {
      const char *next = memchr (tag + 1, '<', (gsize) (end - tag - 1));
      gsize n = (gsize) ((next != NULL ? next : end) - tag);

      if (n > LONG_TAG && tag[1] != '!' && tag[1] != '?' && has_too_many_attributes (tag, n))
        return TRUE;
      tag = next;
    }
  return FALSE;
}

static gboolean
is_layout_parent (const Reading *reading, const xmlNode *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (layout_parents); i++)
    if (element->name == reading->layout_parents[i])
      return TRUE;
  return FALSE;
}

static gboolean
is_blank (const xmlChar *text, int length)
{
  for (int i = 0; i < length; i++)
    if (text[i] != ' ' && text[i] != '\n' && text[i] != '\t' && text[i] != '\r')
      return FALSE;
  return TRUE;
}

/* Half the nodes of an indented form are its indentation. In instances it stays: there it may be an
 * answer. */
static void
skip_layout_cb (void *data, const xmlChar *text, int length)
{
  xmlParserCtxt *context = data;
  gboolean in_instance =
      context->nodeNr > 3 && xmlStrEqual (context->nodeTab[3]->name, BAD_CAST "instance");

  if (in_instance || context->node == NULL || !is_blank (text, length) ||
      !is_layout_parent (context->_private, context->node))
    xmlSAX2Characters (data, text, length);
}

/* What is wrong, in words for who has to correct the file: the parser's own are for programmers,
 * and English. */
static const char *
explain_fault (int code)
{
  switch (code)
    {
    case XML_ERR_OK:
    case XML_ERR_DOCUMENT_EMPTY: return _ ("The file holds no XML.");
    case XML_ERR_DOCUMENT_END:
      return _ ("Something stands before or after the document, or its end is missing.");
    case XML_ERR_TAG_NAME_MISMATCH:
      return _ ("An element ends under another name than the one it began with.");
    case XML_ERR_TAG_NOT_FINISHED: return _ ("An element begins but does not end.");
    case XML_ERR_LT_IN_ATTRIBUTE:
    case XML_ERR_NAME_REQUIRED:
      return _ ("A < or & stands loose. In text they are written as &lt; and &amp;.");
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
      return _ ("After an & stands no name that XML knows. In text & is written as &amp;.");
    case XML_ERR_ATTRIBUTE_NOT_STARTED:
    case XML_ERR_ATTRIBUTE_NOT_FINISHED:
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
    case XML_ERR_GT_REQUIRED:
    case XML_ERR_SPACE_REQUIRED:
      return _ ("A tag is not finished, or the value of an attribute does not stand between "
                "quotes.");
    case XML_ERR_ATTRIBUTE_REDEFINED: return _ ("An attribute stands twice in the same element.");
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_CHARREF: return _ ("The text has a character that XML does not allow.");
    case XML_ERR_INVALID_ENCODING:
    case XML_ERR_UNKNOWN_ENCODING:
    case XML_ERR_UNSUPPORTED_ENCODING:
    case XML_I18N_CONV_FAILED:
      return _ ("The text is not written in the encoding that it names. Save it as UTF-8.");
    case XML_ERR_INTERNAL_ERROR: /* its limits */
      return _ ("Elements stand in each other to a depth of more than 256, or a piece of text is "
                "too long.");
    case XML_NS_ERR_UNDEFINED_NAMESPACE: return _ ("A prefix before a colon is not declared.");
    default: return _ ("What stands there is not written as XML requires.");
    }
}

static void
set_parse_error (const xmlParserCtxt *context, gsize length, const char *name, GError **error)
{
  const char *fault =
      length > 0 ? explain_fault (context->lastError.code) : _ ("The file is empty.");

  g_set_error (error, RK_FORM_ERROR, RK_FORM_ERROR_NOT_XML,
               /* Translators: file name, line number, a sentence that says what is wrong there. */
               _ ("“%s” is not well-formed XML (line %d). %s Correct the file, or export it "
                  "again."),
                  name, MAX (1, context->lastError.line), fault);
}

static void
set_too_large (const char *name, GError **error)
{
  g_set_error (error, RK_FORM_ERROR, RK_FORM_ERROR_TOO_LARGE,
               _ ("“%s” is larger than 64 MiB and is not read. Choose a smaller file."), name);
}

char *
rk_form_read_file (const char *path, const char *name, gsize *length, GError **error)
{
  char *text = NULL;
  GStatBuf info;

  if (g_stat (path, &info) == 0 && info.st_size > RK_FORM_MAX_BYTES)
    set_too_large (name, error);
  else if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                 /* a device or pipe may never end */
                 _ ("“%s” is not a file with contents. Choose a file."), name);
  else
    g_file_get_contents (path, &text, length, error);
  return text;
}

static xmlDoc *
parse (const char *text, gsize length, const char *name, gboolean is_form, int *line,
       GError **error)
{
  g_autoptr (xmlParserCtxt) context = NULL;
  g_autoptr (xmlDoc) doc = NULL;
  Reading reading = { 0 };

  if (length > RK_FORM_MAX_BYTES)
    {
      set_too_large (name, error);
      return NULL;
    }
  if (length > 0 && has_monstrous_tag (text, length))
    {
      g_set_error (error, RK_FORM_ERROR, RK_FORM_ERROR_TOO_LARGE,
                   _ ("“%s” has an element with more than %d attributes and is not read."), name,
                      MAX_ATTRIBUTES);
      return NULL;
    }
  context = xmlNewParserCtxt ();
  context->_private = &reading;
  context->sax->internalSubset = refuse_doctype_cb;
  context->sax->startElementNs = start_element_cb;
  context->sax->serror = stop_at_error_cb;
  context->sax->comment = NULL;
  context->sax->processingInstruction = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (layout_parents); i++)
    reading.layout_parents[i] = xmlDictLookup (context->dict, BAD_CAST layout_parents[i], -1);
  if (is_form)
    context->sax->characters = context->sax->ignorableWhitespace = skip_layout_cb;
  doc = xmlCtxtReadMemory (context, text, (int) length, NULL, NULL, OPTIONS);
  context->myDoc = NULL;
  if (line != NULL)
    *line = reading.line > 0 ? reading.line : context->lastError.line;
  if (reading.nodes > RK_FORM_MAX_NODES)
    {
      g_set_error (error, RK_FORM_ERROR, RK_FORM_ERROR_TOO_LARGE,
                   _ ("“%s” has more than %d elements and attributes and is not read. Choose a "
                      "smaller file."),
                      name, RK_FORM_MAX_NODES);
      return NULL;
    }
  if (reading.doctype)
    {
      g_set_error (error, RK_FORM_ERROR, RK_FORM_ERROR_NOT_XML,
                   _ ("“%s” has a document type (DOCTYPE), which is not accepted because it can "
                      "overload the program. Remove the DOCTYPE from the file."),
                      name);
      return NULL;
    }
  if (doc == NULL || !context->wellFormed || xmlDocGetRootElement (doc) == NULL)
    {
      set_parse_error (context, length, name, error);
      return NULL;
    }
  return g_steal_pointer (&doc);
}

xmlDoc *
rk_form_parse_xml (const char *text, gsize length, const char *name, GError **error)
{
  return parse (text, length, name, FALSE, NULL, error);
}

xmlDoc *
rk_form_parse_form (const char *text, gsize length, const char *name, int *line, GError **error)
{
  return parse (text, length, name, TRUE, line, error);
}

gboolean
rk_xml_is (const xmlNode *node, const char *ns, const char *name)
{
  if (node == NULL || node->type != XML_ELEMENT_NODE || !g_str_equal (node->name, name))
    return FALSE;
  return node->ns != NULL && g_strcmp0 ((const char *) node->ns->href, ns) == 0;
}

char *
rk_xml_dup_attribute (xmlNode *node, const char *ns, const char *name)
{
  xmlChar *value = ns != NULL ? xmlGetNsProp (node, BAD_CAST name, BAD_CAST ns)
                              : xmlGetNoNsProp (node, BAD_CAST name);
  char *text = g_strdup ((const char *) value);

  xmlFree (value);
  return text;
}

xmlNode *
rk_xml_next_element (xmlNode *node)
{
  while (node != NULL && node->type != XML_ELEMENT_NODE)
    node = node->next;
  return node;
}

int
rk_xml_line (const xmlNode *node)
{
  return (int) MAX (0, xmlGetLineNo (node));
}

/* Appends the steps of @ref to @steps; FALSE when it is not a plain path. */
static gboolean
append_steps (GPtrArray *steps, const char *ref)
{
  g_auto (GStrv) parts = g_strsplit (ref, "/", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      char *step = g_strstrip (*part);

      if (*step == '\0' || g_str_equal (step, ".") || g_str_equal (step, "current()"))
        continue;
      if (strpbrk (step, "()*'\"=") != NULL)
        return FALSE;
      if (!g_str_equal (step, ".."))
        g_ptr_array_add (steps, g_strdup (step));
      else if (steps->len > 0)
        g_ptr_array_remove_index (steps, steps->len - 1);
      else
        return FALSE;
    }
  return TRUE;
}

/* @text without what stands between [ and ]. */
static char *
without_predicates (const char *text)
{
  GString *plain = g_string_new (NULL);
  int depth = 0;

  for (const char *c = text; *c != '\0'; c++)
    {
      depth += *c == '[';
      if (depth == 0)
        g_string_append_c (plain, *c);
      depth -= *c == ']' && depth > 0;
    }
  return g_string_free (plain, FALSE);
}

/* Most refs are absolute and written as plainly as the path they mean. */
static gboolean
is_plain_path (const char *ref)
{
  return *ref == '/' && strpbrk (ref, "[]()*'\"=. \t\r\n") == NULL && strstr (ref, "//") == NULL &&
         !g_str_has_suffix (ref, "/");
}

char *
rk_form_resolve_ref (const char *ref, const char *parent_nodeset)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *plain = g_strstrip (without_predicates (ref));
  GString *path;

  if (*plain == '\0')
    return NULL;
  if (is_plain_path (plain))
    return g_steal_pointer (&plain);
  if (*plain != '/' && parent_nodeset != NULL)
    append_steps (steps, parent_nodeset);
  if (!append_steps (steps, plain) || steps->len == 0)
    return NULL;
  path = g_string_new (NULL);
  for (guint i = 0; i < steps->len; i++)
    g_string_append_printf (path, "/%s", (char *) g_ptr_array_index (steps, i));
  return g_string_free (path, FALSE);
}
