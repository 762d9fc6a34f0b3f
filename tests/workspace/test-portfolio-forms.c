/* SPDX-License-Identifier: EUPL-1.2 */
/* Forms that ask the workspace for its portfolio, and rows that it offers them. */
#include "rk-change.h"
#include "rk-example.h"
#include "rk-response-offer.h"
#include "rk-workspace-kinds.h"

static char *workspace;

static RkStore *
open_store (void)
{
  g_autoptr (GError) error = NULL;
  RkStore *store = rk_workspace_open (workspace, RK_STORE_OPEN_EXISTING, &error);

  g_assert_no_error (error);
  return store;
}

static RkResponse *
start (RkStore *store, RkQuestionnaire *questionnaire)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = rk_response_start (store, questionnaire, "2027", NULL, &error);
  RkResponse *response;

  g_assert_no_error (error);
  response = rk_response_open (store, id, &error);
  g_assert_no_error (error);
  return response;
}

static RkFormNode *
find_child (RkFormNode *node, const char *name)
{
  GListModel *children = rk_form_node_get_children (node);

  for (guint i = 0; children != NULL && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (RkFormNode) child = g_list_model_get_item (children, i);
      const char *path = rk_form_node_get_path (child);
      g_autofree char *base = g_path_get_basename (path);

      if (g_str_has_prefix (base, name) &&
          (base[strlen (name)] == '\0' || base[strlen (name)] == '['))
        return child; /* the list keeps it */
    }
  return NULL;
}

/* --- instance('portfolio') ---------------------------------------------------------------------
 */

static const char form[] =
    "<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml'>"
    "<h:head><h:title>Vraag</h:title><model><instance><data id='vraag' version='1'>"
    "<aantal/><kost/><leverancier/></data></instance>"
    "<instance id='portfolio' src='jr://file/portfolio.xml'/>"
    "<bind nodeset='/data/aantal' calculate=\"count(instance('portfolio')/root/application)\"/>"
    "<bind nodeset='/data/kost' calculate=\"instance('portfolio')/root/application[name = "
    "'BurgerPunt']/annual_cost\"/>"
    "<bind nodeset='/data/leverancier'/></model></h:head>"
    "<h:body><select1 ref='/data/leverancier'><label>Welke?</label><itemset "
    "nodeset=\"instance('portfolio')/root/supplier[country = 'Nederland']\"><value ref='id'/>"
    "<label ref='name'/></itemset></select1></h:body></h:html>";

static void
assert_value (RkResponse *response, const char *name, const char *expected)
{
  RkFormNode *node =
      find_child (rk_form_instance_get_root (rk_response_get_instance (response)), name);

  g_assert_nonnull (node);
  g_assert_cmpstr (rk_form_node_get_value (node), ==, expected);
}

static void
test_forms_query_the_portfolio (void)
{
  g_autoptr (RkStore) store = open_store ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (form, sizeof form - 1);
  g_autoptr (GPtrArray) messages =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rk_form_message_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkQuestionnaire) questionnaire =
      rk_questionnaire_add_bytes (store, bytes, NULL, messages, &error);
  g_autoptr (RkResponse) response = NULL;
  g_autoptr (RkResponse) again = NULL;
  g_autoptr (RkChange) change = rk_change_new (store, "test");
  RkFormNode *node;
  GPtrArray *choices;

  g_assert_no_error (error);
  response = start (store, questionnaire);
  assert_value (response, "aantal", "80");
  assert_value (response, "kost", "48500");
  node =
      find_child (rk_form_instance_get_root (rk_response_get_instance (response)), "leverancier");
  choices = rk_form_node_get_choices (node);
  g_assert_cmpuint (choices->len, ==, 1);
  g_assert_cmpstr (((RkChoice *) choices->pdata[0])->label, ==, "Mobilio");

  /* Opened again, the form sees the portfolio as it is then. */
  rk_change_set (change, "application", "new", "name", "New", NULL);
  g_assert_true (rk_change_apply (change, NULL));
  again = rk_response_open (store, rk_response_get_id (response), &error);
  g_assert_no_error (error);
  assert_value (again, "aantal", "81");
  g_assert_true (rk_store_undo (store, NULL, NULL));
}

/* --- rows from the portfolio -------------------------------------------------------------------
 */

static RkOffer *
find_offer (GPtrArray *offers, const char *name)
{
  for (guint i = 0; i < offers->len; i++)
    if (g_str_equal (rk_offer_get_name (offers->pdata[i]), name))
      return offers->pdata[i];
  return NULL;
}

static void
assert_cell (RkFormNode *row, const char *name, const char *expected)
{
  g_assert_cmpstr (rk_form_node_get_value (find_child (row, name)), ==, expected);
}

static void
test_applications_become_rows (void)
{
  g_autoptr (RkStore) store = open_store ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RkQuestionnaire) questionnaire = rk_questionnaire_find (store, "BDR", &error);
  g_autoptr (RkResponse) response = start (store, questionnaire);
  RkFormNode *root = rk_form_instance_get_root (rk_response_get_instance (response));
  RkFormNode *repeat = find_child (find_child (root, "BDR_S1"), "BDR_A01");
  GListModel *rows = rk_form_node_get_children (repeat);
  g_autoptr (GPtrArray) offers = rk_response_list_offers (response, repeat);
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_autoptr (RkFormNode) first = NULL;
  g_autoptr (RkFormNode) second = NULL;
  g_autoptr (RkFormNode) third = NULL;

  g_assert_nonnull (find_offer (offers, "BurgerPunt"));
  g_assert_cmpstr (rk_offer_get_detail (find_offer (offers, "BurgerPunt")), ==, "Nordale Software");
  g_assert_null (find_offer (offers, "ArchiefKluis")); /* planned */
  g_assert_null (find_offer (offers, "ScanStraat"));   /* retired */
  g_ptr_array_add (chosen, find_offer (offers, "BurgerPunt"));
  g_ptr_array_add (chosen, find_offer (offers, "Kassier BBC"));
  g_ptr_array_add (chosen, find_offer (offers, "Rustoord")); /* unique domain: not twice */
  g_assert_true (rk_response_take_offers (response, repeat, chosen, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 3);
  first = g_list_model_get_item (rows, 0);
  assert_cell (first, "toepassing", "BurgerPunt");
  assert_cell (first, "leverancier", "Nordale Software");
  assert_cell (first, "domein", "burgerzaken");
  assert_cell (first, "einde", "2027");
  assert_cell (first, "kost", "48500");
  assert_cell (first, "tevreden", "3");
  second = g_list_model_get_item (rows, 1);
  assert_cell (second, "domein", "financien");
  third = g_list_model_get_item (rows, 2);
  assert_cell (third, "domein", "");

  left = rk_response_list_offers (response, repeat);
  g_assert_cmpuint (left->len, ==, offers->len - 3);
  g_assert_null (find_offer (left, "BurgerPunt"));
  g_assert_true (rk_store_undo (store, NULL, NULL)); /* one step */
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 0);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  folder = g_dir_make_tmp ("rk-portfolio-forms-XXXXXX", &error);
  workspace = g_build_filename (folder, "example.regiekamer", NULL);
  g_object_unref (rk_example_create (workspace, &error));
  g_assert_no_error (error);
  g_test_add_func ("/portfolio-forms/forms-query-the-portfolio", test_forms_query_the_portfolio);
  g_test_add_func ("/portfolio-forms/applications-become-rows", test_applications_become_rows);
  return g_test_run ();
}
