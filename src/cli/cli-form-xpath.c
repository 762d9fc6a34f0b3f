/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl form xpath: evaluates expressions one by one over documents of their own, for comparison
 * with other programs. */
#include "config.h"
#include "cli.h"
#include "rk-json.h"
#include "rk-xpath.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <math.h>
#include <string.h>

#define XFORMS_NS "http://www.w3.org/2002/xforms"

/* One case while it is evaluated. */
typedef struct
{
  xmlDoc *doc;
  xmlNode *context;
  xmlNode *root; /* NULL: the document */
  const char *default_uri;
} Case;

static void
clear_case (Case *self)
{
  g_clear_pointer (&self->doc, xmlFreeDoc);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, clear_case)

static const char *
get_text (JsonObject *object, const char *member)
{
  return json_object_get_string_member_with_default (object, member, "");
}

/* Whether @node is counted by a step of kind @kind: "*", "text()", "comment()" … */
static gboolean
is_kind (const xmlNode *node, const char *kind)
{
  if (g_str_equal (kind, "*"))
    return node->type == XML_ELEMENT_NODE;
  if (g_str_equal (kind, "text()"))
    return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
  if (g_str_equal (kind, "comment()"))
    return node->type == XML_COMMENT_NODE;
  return g_str_equal (kind, "processing-instruction()") && node->type == XML_PI_NODE;
}

static xmlNode *
find_attribute (xmlNode *element, const char *name)
{
  const char *colon = strchr (name, ':');

  for (xmlAttr *a = element->properties; a != NULL; a = a->next)
    {
      const char *prefix = a->ns != NULL ? (const char *) a->ns->prefix : NULL;
      gsize n = colon != NULL ? colon - name : 0;

      if (g_str_equal ((const char *) a->name, colon != NULL ? colon + 1 : name) &&
          (prefix == NULL ? colon == NULL : strlen (prefix) == n && !strncmp (prefix, name, n)))
        return (xmlNode *) a;
    }
  return NULL;
}

/* One step: "*[2]", "text()[1]" or "@name". */
static xmlNode *
follow_step (xmlNode *node, const char *step)
{
  const char *bracket = strrchr (step, '[');
  g_autofree char *kind = NULL;
  gint64 left;

  if (*step == '@')
    return node->type == XML_ELEMENT_NODE ? find_attribute (node, step + 1) : NULL;
  if (bracket == NULL)
    return NULL;
  kind = g_strndup (step, bracket - step);
  left = g_ascii_strtoll (bracket + 1, NULL, 10);
  for (xmlNode *n = node->children; n != NULL; n = n->next)
    if (is_kind (n, kind) && --left == 0)
      return n;
  return NULL;
}

static xmlNode *
find_node (xmlDoc *doc, const char *path, GError **error)
{
  g_auto (GStrv) steps = g_strsplit (path, "/", -1);
  xmlNode *node = *path == '/' ? (xmlNode *) doc : NULL;

  for (guint i = 1; node != NULL && steps[i] != NULL; i++)
    if (*steps[i] != '\0')
      node = follow_step (node, steps[i]);
  if (node == NULL)
    /* Translators: %s is the path of a node in a document. */
    g_set_error (error, RK_XPATH_ERROR, RK_XPATH_ERROR_TYPE, _ ("There is no node “%s”."), path);
  return node;
}

static const char *
get_kind (const xmlNode *node)
{
  switch ((int) node->type)
    {
    case XML_ELEMENT_NODE: return "*";
    case XML_COMMENT_NODE: return "comment()";
    case XML_PI_NODE: return "processing-instruction()";
    default: return "text()";
    }
}

static void
prepend_step (GString *path, const xmlNode *node)
{
  g_autofree char *step = NULL;
  guint n = 1;

  if (node->type == XML_ATTRIBUTE_NODE)
    {
      gboolean prefixed = node->ns != NULL && node->ns->prefix != NULL;

      step = g_strdup_printf ("/@%s%s%s", prefixed ? (const char *) node->ns->prefix : "",
                              prefixed ? ":" : "", node->name);
    }
  else
    {
      for (const xmlNode *p = node->prev; p != NULL; p = p->prev)
        n += is_kind (p, get_kind (node));
      step = g_strdup_printf ("/%s[%u]", get_kind (node), n);
    }
  g_string_prepend (path, step);
}

/* The element after @node in document order: (nullable). */
static xmlNode *
get_next_element (xmlNode *node)
{
  xmlNode *next = xmlFirstElementChild (node);

  while (next == NULL && node != NULL && node->type == XML_ELEMENT_NODE)
    {
      next = xmlNextElementSibling (node);
      node = node->parent;
    }
  return next;
}

static gboolean
declares (const xmlNode *element, const xmlNs *ns)
{
  const xmlNs *own = element->nsDef;

  while (own != NULL && own != ns)
    own = own->next;
  return own != NULL;
}

/* A namespace node does not know its element. */
static void
describe_namespace (xmlDoc *doc, const xmlNs *ns, GString *path)
{
  xmlNode *element = xmlDocGetRootElement (doc);

  while (element != NULL && !declares (element, ns))
    element = get_next_element (element);
  for (const xmlNode *n = element; n != NULL && n->parent != NULL; n = n->parent)
    prepend_step (path, n);
  g_string_append_printf (path, "/@xmlns%s%s", ns->prefix != NULL ? ":" : "",
                          ns->prefix != NULL ? (const char *) ns->prefix : "");
}

static void
describe_node (Case *self, xmlNode *node, JsonObject *object)
{
  GString *path = g_string_new (NULL);
  xmlChar *text = NULL;

  if (node->type == XML_NAMESPACE_DECL)
    {
      describe_namespace (self->doc, (xmlNs *) node, path);
      text = xmlStrdup (((xmlNs *) node)->href);
    }
  else
    {
      for (const xmlNode *n = node; n->parent != NULL; n = n->parent)
        prepend_step (path, n);
      text = node->type != XML_DOCUMENT_NODE ? xmlNodeGetContent (node) : NULL;
    }
  json_object_set_string_member (object, "path", path->len > 0 ? path->str : "/");
  if (text != NULL)
    json_object_set_string_member (object, "string", (const char *) text);
  xmlFree (text);
  g_string_free (path, TRUE);
}

static void
set_number (JsonObject *result, double number)
{
  json_object_set_string_member (result, "type", "number");
  if (isfinite (number) && !(number == 0 && signbit (number)))
    json_object_set_double_member (result, "value", number);
  else
    json_object_set_string_member (result, "value",
                                   isnan (number)  ? "NaN"
                                   : number == 0   ? "-0"
                                   : number > 0.0f ? "Infinity"
                                                   : "-Infinity");
}

static void
set_nodes (Case *self, JsonObject *result, GPtrArray *nodes, gboolean ordered)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    {
      JsonObject *object = json_object_new ();

      describe_node (self, nodes->pdata[i], object);
      json_array_add_object_element (array, object);
    }
  json_object_set_string_member (result, "type", "node-set");
  json_object_set_boolean_member (result, "ordered", ordered);
  json_object_set_array_member (result, "value", array);
}

static void
set_single_node (Case *self, JsonObject *result, GPtrArray *nodes)
{
  JsonObject *object;

  json_object_set_string_member (result, "type", "single-node");
  if (nodes->len == 0)
    {
      json_object_set_null_member (result, "value");
      return;
    }
  object = json_object_new ();
  describe_node (self, nodes->pdata[0], object);
  json_object_set_object_member (result, "value", object);
}

static void
set_text (JsonObject *result, const RkXPathValue *value, const RkXPathContext *context)
{
  g_autofree char *text = rk_xpath_value_to_string (value, context);

  json_object_set_string_member (result, "type", "string");
  json_object_set_string_member (result, "value", text);
}

static void
set_boolean (JsonObject *result, gboolean boolean)
{
  json_object_set_string_member (result, "type", "boolean");
  json_object_set_boolean_member (result, "value", boolean);
}

static const char *
get_natural_type (const RkXPathValue *value)
{
  switch (value->type)
    {
    case RK_XPATH_NUMBER: return "number";
    case RK_XPATH_BOOLEAN: return "boolean";
    case RK_XPATH_NODE_SET: return "ordered-node-iterator";
    default: return "string";
    }
}

static gboolean
describe_value (Case *self, JsonObject *result, const RkXPathValue *value,
                const RkXPathContext *context, const char *type, GError **error)
{
  if (g_str_equal (type, "any"))
    type = get_natural_type (value);
  if (g_str_equal (type, "number"))
    set_number (result, rk_xpath_value_to_number (value, context));
  else if (g_str_equal (type, "string"))
    set_text (result, value, context);
  else if (g_str_equal (type, "boolean"))
    set_boolean (result, rk_xpath_value_to_boolean (value, context));
  else if (value->type != RK_XPATH_NODE_SET)
    g_set_error_literal (error, RK_XPATH_ERROR, RK_XPATH_ERROR_TYPE,
                         _ ("The result of the expression is no list of nodes."));
  else if (g_str_has_suffix (type, "-iterator"))
    set_nodes (self, result, value->nodes, g_str_has_prefix (type, "ordered"));
  else
    set_single_node (self, result, value->nodes);
  return *error == NULL;
}

static const char *
find_namespace_cb (const char *prefix, gpointer data)
{
  Case *self = data;
  xmlNode *element = self->context;
  xmlNs *ns;

  if (*prefix == '\0')
    return self->default_uri;
  while (element != NULL && element->type != XML_ELEMENT_NODE)
    element =
        element->type == XML_DOCUMENT_NODE ? xmlDocGetRootElement (self->doc) : element->parent;
  ns = element != NULL ? xmlSearchNs (self->doc, element, BAD_CAST prefix) : NULL;
  return ns != NULL ? (const char *) ns->href : NULL;
}

/* The first element named @name with the id @id (NULL: any) from @from on, not beyond @top. */
static xmlNode *
find_element (xmlNode *from, const char *name, const char *id)
{
  for (xmlNode *n = from; n != NULL; n = get_next_element (n))
    {
      xmlChar *have = xmlGetNoNsProp (n, BAD_CAST "id");
      gboolean found = g_str_equal ((const char *) n->name, name) &&
                       (id == NULL || g_strcmp0 ((const char *) have, id) == 0);

      xmlFree (have);
      if (found)
        return n;
    }
  return NULL;
}

static xmlNode *
find_instance_cb (const char *id, gpointer data)
{
  Case *self = data;
  xmlNode *instance = find_element (xmlDocGetRootElement (self->doc), "instance", id);

  return instance != NULL ? xmlFirstElementChild (instance) : NULL;
}

static gboolean
is_default (xmlNode *translation)
{
  xmlChar *text = xmlGetNoNsProp (translation, BAD_CAST "default");
  gboolean found = text != NULL && *text != '\0' && !g_str_equal ((const char *) text, "false()");

  xmlFree (text);
  return found;
}

/* The value of a text that is for no other form than reading. */
static xmlNode *
find_plain_value (xmlNode *text)
{
  xmlNode *value = xmlFirstElementChild (text);

  while (value != NULL && xmlHasProp (value, BAD_CAST "form") != NULL)
    value = xmlNextElementSibling (value);
  return value;
}

static char *
find_itext_cb (const char *id, gpointer data)
{
  Case *self = data;
  xmlNode *itext = find_element (xmlDocGetRootElement (self->doc), "itext", NULL);
  xmlNode *translation = itext != NULL ? xmlFirstElementChild (itext) : NULL;
  xmlNode *found = NULL;
  g_autofree char *result = NULL;
  xmlChar *text;

  for (xmlNode *n = translation; n != NULL; n = xmlNextElementSibling (n))
    if (is_default (n))
      translation = n;
  for (xmlNode *n = translation != NULL ? xmlFirstElementChild (translation) : NULL; n != NULL;
       n = xmlNextElementSibling (n))
    if (find_element (n, "text", id) == n)
      found = find_plain_value (n);
  if (found == NULL)
    return NULL;
  text = xmlNodeGetContent (found);
  result = g_strdup ((const char *) text);
  xmlFree (text);
  return g_steal_pointer (&result);
}

static const char *
find_default_namespace (Case *self)
{
  xmlNode *root = self->root != NULL ? self->root : xmlDocGetRootElement (self->doc);
  xmlNs *ns = root->type == XML_ELEMENT_NODE ? xmlSearchNs (self->doc, root, NULL) : NULL;

  return ns != NULL ? (const char *) ns->href : XFORMS_NS;
}

static gboolean
open_case (Case *self, JsonObject *object, GError **error)
{
  const char *xml = get_text (object, "contextXml");
  const char *root = get_text (object, "rootNode");

  self->doc = xmlReadMemory (xml, (int) MIN (strlen (xml), G_MAXINT), NULL, "UTF-8",
                             XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (self->doc == NULL)
    {
      g_set_error_literal (error, RK_XPATH_ERROR, RK_XPATH_ERROR_TYPE,
                           _ ("The document of this case is not XML."));
      return FALSE;
    }
  self->default_uri = XFORMS_NS;
  self->context = find_node (self->doc, get_text (object, "contextNode"), error);
  if (self->context != NULL && *root != '\0')
    self->root = find_node (self->doc, root, error);
  if (g_str_equal (get_text (object, "dialect"), "openrosa"))
    self->default_uri = find_default_namespace (self);
  return *error == NULL;
}

static gboolean
evaluate_case (JsonObject *object, JsonObject *result, GError **error)
{
  g_auto (Case) self = { NULL };
  RkXPathHost host = { .instance = find_instance_cb, .itext = find_itext_cb, .user_data = &self };
  RkXPathContext context = { .host = &host };
  g_autoptr (RkXPath) xpath = NULL;
  g_autoptr (GTimeZone) tz = g_time_zone_new_identifier (get_text (object, "timezone"));
  g_auto (RkXPathValue) value = { 0 };

  if (!open_case (&self, object, error))
    return FALSE;
  xpath = rk_xpath_compile_late (get_text (object, "expression"), find_namespace_cb, &self, error);
  context.context = self.context;
  context.root = self.root;
  context.tz = tz;
  return xpath != NULL && rk_xpath_evaluate (xpath, &context, &value, error) &&
         describe_value (&self, result, &value, &context, get_text (object, "requestedType"),
                         error);
}

static JsonObject *
answer_case (JsonNode *node)
{
  JsonObject *answer = json_object_new ();
  JsonObject *result = json_object_new ();
  g_autoptr (GError) error = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    g_set_error_literal (&error, RK_XPATH_ERROR, RK_XPATH_ERROR_TYPE,
                         _ ("A case must be a JSON object."));
  else
    {
      json_object_set_string_member (answer, "id", get_text (json_node_get_object (node), "id"));
      evaluate_case (json_node_get_object (node), result, &error);
    }
  if (error == NULL)
    json_object_set_object_member (answer, "result", json_object_ref (result));
  else
    json_object_set_string_member (answer, "error", error->message);
  json_object_unref (result);
  return answer;
}

static JsonNode *
answer_cases (JsonArray *cases)
{
  JsonArray *results = json_array_new ();
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; i < json_array_get_length (cases); i++)
    json_array_add_object_element (results, answer_case (json_array_get_element (cases, i)));
  json_object_set_array_member (object, "results", results);
  json_node_take_object (node, object);
  return node;
}

int
cli_form_xpath (CliContext *context, int argc, char **argv)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  GError *error = NULL;
  gsize length;

  if (!cli_parse (context, NULL, &argc, &argv) || argc != 2)
    return cli_wrong_usage ("form", "xpath");
  if (g_file_get_contents (argv[1], &text, &length, &error))
    root = rk_json_parse (text, length, &error);
  if (root == NULL)
    return cli_fail (context, CLI_USAGE, error);
  if (!JSON_NODE_HOLDS_ARRAY (root))
    {
      /* Translators: %s is the name of a file. */
      g_set_error (&error, RK_XPATH_ERROR, RK_XPATH_ERROR_TYPE,
                   _ ("The file “%s” holds no list of cases."), argv[1]);
      return cli_fail (context, CLI_USAGE, error);
    }
  cli_print_json (answer_cases (json_node_get_array (root)));
  return CLI_DONE;
}
