/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-response-offer.h"

#include "rk-questionnaire-private.h"
#include "rk-response-private.h"
#include "rk-text.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <string.h>

#define ATTRIBUTE "offer"
#define SOURCE "portfolio.xml"
#define MAX_EXPRESSION 1000
#define MAX_OFFERS 1000

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlXPathContext, xmlXPathFreeContext)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlXPathObject, xmlXPathFreeObject)

struct _RkOffer
{
  xmlDoc **doc; /* shared by all offers of a list */
  xmlNode *record;
  char *name;
  char *detail;
};

static void
free_shared (gpointer doc)
{
  xmlFreeDoc (*(xmlDoc **) doc);
}

void
rk_offer_free (RkOffer *offer)
{
  g_rc_box_release_full (offer->doc, free_shared);
  g_free (offer->name);
  g_free (offer->detail);
  g_free (offer);
}

const char *
rk_offer_get_name (RkOffer *offer)
{
  return offer->name;
}

const char *
rk_offer_get_detail (RkOffer *offer)
{
  return offer->detail;
}

/* --- XPath ------------------------------------------------------------------------------------ */

/* A fault in an expression of a form offers nothing; it is not for the person who fills it in. */
static void
ignore_cb (void *data, xmlError *error)
{
}

static xmlXPathObject *
evaluate (xmlXPathContext *context, xmlNode *node, const char *expression)
{
  if (strlen (expression) > MAX_EXPRESSION)
    return NULL;
  xmlXPathSetContextNode (node, context);
  return xmlXPathEval (BAD_CAST expression, context);
}

/* (transfer full): "" also for what is no number. */
static char *
evaluate_text (xmlXPathContext *context, xmlNode *node, const char *expression)
{
  g_autoptr (xmlXPathObject) result = evaluate (context, node, expression);
  xmlChar *text = result != NULL ? xmlXPathCastToString (result) : NULL;
  char *copy = g_strdup (
      text != NULL && strcmp ((const char *) text, "NaN") != 0 ? (const char *) text : "");

  xmlFree (text);
  return g_strstrip (copy);
}

static xmlDoc *
load_source (RkStore *store)
{
  g_autoptr (GBytes) bytes = rk_questionnaire_supply (store, SOURCE);
  gsize length = 0;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  if (text == NULL || length > G_MAXINT)
    return NULL;
  return xmlReadMemory (text, (int) length, SOURCE, NULL,
                        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE);
}

/* --- the fields of a row ---------------------------------------------------------------------- */

typedef void (*LeafFunc) (RkFormNode *leaf, gpointer data);

static void
visit_leaves (RkFormNode *node, LeafFunc function, gpointer data)
{
  GListModel *children;

  if (rk_form_node_get_node_type (node) == RK_NODE_REPEAT)
    return; /* rows in rows are not offered */
  if (rk_form_node_get_node_type (node) == RK_NODE_LEAF)
    {
      function (node, data);
      return;
    }
  children = rk_form_node_get_children (node);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (RkFormNode) child = g_list_model_get_item (children, i);

      visit_leaves (child, function, data);
    }
}

/* What each row says in the fields that are offered, folded. */
static void
note_said_cb (RkFormNode *leaf, gpointer said)
{
  const char *value = rk_form_node_get_stored_value (leaf);

  if (rk_form_node_get_attribute (leaf, ATTRIBUTE) != NULL && *value != '\0')
    g_hash_table_add (said, rk_text_fold (value));
}

static GHashTable *
list_said (RkFormNode *repeat)
{
  GHashTable *said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *rows = rk_form_node_get_children (repeat);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (RkFormNode) row = g_list_model_get_item (rows, i);

      visit_leaves (row, note_said_cb, said);
    }
  return said;
}

/* --- offering --------------------------------------------------------------------------------- */

static RkOffer *
offer_new (xmlDoc **doc, xmlXPathContext *context, xmlNode *record)
{
  RkOffer *offer = g_new0 (RkOffer, 1);

  offer->doc = g_rc_box_acquire (doc);
  offer->record = record;
  offer->name = evaluate_text (context, record, "name");
  offer->detail = evaluate_text (context, record, "supplier_name");
  return offer;
}

static void
add_offers (GPtrArray *offers, xmlDoc **doc, RkFormNode *repeat)
{
  g_autoptr (xmlXPathContext) context = xmlXPathNewContext (*doc);
  g_autoptr (GHashTable) said = list_said (repeat);
  g_autoptr (xmlXPathObject) found = NULL;

  context->error = ignore_cb;
  found = evaluate (context, xmlDocGetRootElement (*doc),
                    rk_form_node_get_attribute (repeat, ATTRIBUTE));
  if (found == NULL || found->type != XPATH_NODESET || found->nodesetval == NULL)
    return;
  for (int i = 0; i < found->nodesetval->nodeNr && offers->len < MAX_OFFERS; i++)
    {
      RkOffer *offer = offer_new (doc, context, found->nodesetval->nodeTab[i]);
      g_autofree char *folded = rk_text_fold (offer->name);

      if (*folded != '\0' && !g_hash_table_contains (said, folded))
        g_ptr_array_add (offers, offer);
      else
        rk_offer_free (offer);
    }
}

GPtrArray *
rk_response_list_offers (RkResponse *self, RkFormNode *repeat)
{
  GPtrArray *offers = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_offer_free);
  xmlDoc **doc;

  g_return_val_if_fail (RK_IS_RESPONSE (self) && RK_IS_FORM_NODE (repeat), offers);
  if (rk_form_node_get_attribute (repeat, ATTRIBUTE) == NULL ||
      !rk_form_node_is_user_controlled (repeat))
    return offers;
  doc = g_rc_box_new0 (xmlDoc *);
  *doc = load_source (self->store);
  if (*doc != NULL)
    add_offers (offers, doc, repeat);
  g_rc_box_release_full (doc, free_shared);
  return offers;
}

/* --- taking ----------------------------------------------------------------------------------- */

typedef struct
{
  RkResponse *response;
  xmlXPathContext *context;
  xmlNode *record;
} Taking;

/* The one option whose value is a word of @text: "Burgerzaken" chooses "burgerzaken". (transfer
 * full) (nullable) */
static char *
find_option (RkFormNode *leaf, const char *text)
{
  GPtrArray *choices = rk_form_node_get_choices (leaf);
  g_autofree char *folded = rk_text_fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  const char *found = NULL;
  guint n = 0;

  for (guint i = 0; i < choices->len; i++)
    {
      const RkChoice *choice = choices->pdata[i];
      g_autofree char *value = rk_text_fold (choice->value);

      if (!g_strv_contains ((const char *const *) words, value))
        continue;
      found = choice->value;
      n++;
    }
  return n == 1 ? g_strdup (found) : NULL;
}

static gboolean
takes_offers (RkFormNode *leaf)
{
  return rk_form_node_get_control (leaf) != NULL && !rk_form_node_is_calculated (leaf) &&
         !rk_form_node_get_readonly (leaf);
}

static void
take_cb (RkFormNode *leaf, gpointer data)
{
  Taking *taking = data;
  RkFormInstance *instance = taking->response->instance;
  const char *expression = rk_form_node_get_attribute (leaf, ATTRIBUTE);
  g_autofree char *text = NULL;
  g_autofree char *value = NULL;

  if (expression == NULL || !takes_offers (leaf))
    return;
  text = evaluate_text (taking->context, taking->record, expression);
  value = rk_response_read_text (leaf, text);
  if (value == NULL && rk_form_node_get_control (leaf)->type == RK_CONTROL_SELECT1)
    value = find_option (leaf, text);
  if (value == NULL || *value == '\0' || !rk_response_fits (taking->response, leaf, value))
    return;
  rk_form_instance_set_value (instance, leaf, value);
  if (rk_form_node_get_violation (leaf) != RK_VIOLATION_NONE)
    rk_form_instance_set_value (instance, leaf, "");
}

static gboolean
take_offer (RkResponse *self, RkFormNode *repeat, RkOffer *offer, GError **error)
{
  g_autoptr (xmlXPathContext) context = xmlXPathNewContext (*offer->doc);
  Taking taking = { self, context, offer->record };
  RkFormNode *row = NULL;

  context->error = ignore_cb;
  if (rk_response_refuse_row (rk_form_instance_add_row (self->instance, repeat, &row), error))
    return FALSE;
  rk_response_look (self);
  rk_response_note_event (self, RK_AUDIT_ADD_REPEAT, row, NULL);
  visit_leaves (row, take_cb, &taking);
  return TRUE;
}

gboolean
rk_response_take_offers (RkResponse *self, RkFormNode *repeat, GPtrArray *offers, GError **error)
{
  GError *local_error = NULL;

  g_return_val_if_fail (RK_IS_RESPONSE (self) && RK_IS_FORM_NODE (repeat), FALSE);
  if (!rk_response_check_open (self, error))
    return FALSE;
  for (guint i = 0; i < offers->len && local_error == NULL; i++)
    take_offer (self, repeat, offers->pdata[i], &local_error);
  if (local_error == NULL)
    return rk_response_save (self, _ ("rows from the portfolio"), error);
  rk_response_save (self, _ ("rows from the portfolio"), NULL); /* those for which there was room */
  g_propagate_error (error, local_error);
  return FALSE;
}
