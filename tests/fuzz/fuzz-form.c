/* SPDX-License-Identifier: EUPL-1.2 */
/* A whole form: any XML is refused in words or becomes a live instance, which then stands random
 * operations, and ends as a submission that is XML again. */
#include "fuzz.h"
#include "rk-form-instance.h"

#include <libxml/parser.h>
#include <string.h>

#define OPERATIONS 24
#define MAX_NODES 400 /* that one operation chooses from */

static const char *const answers[] = {
  "",
  "1",
  "0",
  "-1",
  "3",
  "1000",
  "471234567",
  "1.5",
  "NaN",
  "yes",
  "no",
  "a b c",
  "OK",
  "2026-01-15",
  "2026-02-30",
  "2026-01-15T09:30:00.000+01:00",
  "09:30:00",
  "50.85 4.35 0 0",
  "50 4 0 0;51 4 0 0;51 5 0 0;50 4 0 0",
  "uuid:1",
  "<&>\"'",
  "\xc3\xa9\xe2\x82\xac",
};

static void
collect (RkFormNode *node, GPtrArray *nodes)
{
  GListModel *children = rk_form_node_get_children (node);

  g_ptr_array_add (nodes, g_object_ref (node));
  for (guint i = 0; i < g_list_model_get_n_items (children) && nodes->len < MAX_NODES; i++)
    {
      g_autoptr (RkFormNode) child = g_list_model_get_item (children, i);

      collect (child, nodes);
    }
}

/* Asks a node for everything that a view asks. */
static void
look_at (RkFormNode *node)
{
  g_autofree char *message = rk_form_node_dup_violation_message (node);

  g_assert_nonnull (rk_form_node_get_path (node));
  g_assert_nonnull (rk_form_node_get_value (node));
  g_assert_true (rk_form_node_get_label (node) == NULL ||
                 g_utf8_validate (rk_form_node_get_label (node), -1, NULL));
  rk_form_node_get_hint (node);
  rk_form_node_get_choices (node);
  rk_form_node_get_required (node);
  rk_form_node_get_readonly (node);
}

static const char *
pick_answer (RkFormNode *node, GRand *random)
{
  GPtrArray *choices = rk_form_node_get_choices (node);

  if (choices->len > 0 && g_rand_int_range (random, 0, 4) > 0)
    return ((RkChoice *) choices->pdata[g_rand_int_range (random, 0, (gint32) choices->len)])
        ->value;
  return answers[g_rand_int_range (random, 0, G_N_ELEMENTS (answers))];
}

static void
operate (RkFormInstance *instance, RkFormNode *node, GRand *random)
{
  const char *const *languages = rk_form_get_languages (rk_form_instance_get_form (instance));
  RkFormNode *row = NULL;

  switch (rk_form_node_get_node_type (node))
    {
    case RK_NODE_REPEAT:
      if (rk_form_instance_add_row (instance, node, &row) == RK_REJECT_NONE)
        g_assert_nonnull (row);
      break;
    case RK_NODE_ROW:
      if (g_rand_boolean (random))
        rk_form_instance_remove_row (instance, node);
      else
        rk_form_instance_move_row (instance, node, (guint) g_rand_int_range (random, 0, 3));
      break;
    case RK_NODE_LEAF:
      rk_form_instance_set_value (instance, node, pick_answer (node, random));
      break;
    default:
      rk_form_instance_set_language (
          instance,
          languages[g_rand_int_range (random, 0, (gint32) g_strv_length ((char **) languages))]);
    }
}

static void
check_submission (RkFormInstance *instance)
{
  g_autofree char *xml = rk_form_instance_to_xml (instance, TRUE);
  xmlDoc *doc =
      xmlReadMemory (xml, (int) strlen (xml), NULL, NULL,
                     XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE);

  g_assert_nonnull (doc);
  xmlFreeDoc (doc);
}

static void
live (RkForm *form, GRand *random)
{
  RkFormEnvironment environment = { .now_us = 1, .seeded = TRUE, .seed = 1 };
  g_autoptr (GTimeZone) tz = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RkFormInstance) instance = NULL;

  environment.tz = tz;
  instance = rk_form_instance_new (form, &environment, &error);
  g_assert ((instance != NULL) != (error != NULL));
  for (guint i = 0; instance != NULL && i < OPERATIONS; i++)
    {
      g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (g_object_unref);

      collect (rk_form_instance_get_root (instance), nodes);
      if (i == 0 || i == OPERATIONS - 1)
        g_ptr_array_foreach (nodes, (GFunc) (void (*) (void)) look_at, NULL);
      operate (instance, nodes->pdata[g_rand_int_range (random, 0, (gint32) nodes->len)], random);
    }
  if (instance != NULL)
    check_submission (instance);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GPtrArray) messages =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rk_form_message_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form = rk_form_new (bytes, "fuzz.xml", NULL, messages, &error);
  GRand *random = g_rand_new_with_seed (g_bytes_hash (bytes));

  g_assert ((form != NULL) != (error != NULL));
  g_assert_true (form != NULL || messages->len > 0);
  if (form != NULL)
    live (form, random);
  g_rand_free (random);
  return 0;
}
