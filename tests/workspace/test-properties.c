/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-profile.h"
#include "rk-questionnaire.h"
#include "rk-response.h"
#include "rk-workspace-kinds.h"
#include "rk-workspace-properties.h"

/* What was chosen once is not asked again. */
static void
test_a_survey_knows_its_administration (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "w.regiekamer", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkStore) store = NULL;
  g_autoptr (RkQuestionnaire) questionnaire = rk_questionnaire_find (NULL, "BDR", &error);
  g_autoptr (GHashTable) properties = NULL;
  g_autoptr (RkResponse) response = NULL;
  g_autofree char *id = NULL;
  RkFormNode *node;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  store = rk_workspace_open (path, RK_STORE_CREATE, &error);
  g_assert_no_error (error);
  g_assert_true (rk_profile_set_administration (store, &error, "Aalst", "gemeente", "41002", NULL));
  rk_store_set_author (store, "An Verhelst");
  properties = rk_workspace_dup_properties (store);
  g_assert_cmpstr (g_hash_table_lookup (properties, "username"), ==, "An Verhelst");
  id = rk_response_start (store, questionnaire, "2026", properties, &error);
  g_assert_no_error (error);
  response = rk_response_open (store, id, &error);
  node = rk_form_instance_find (rk_response_get_instance (response), "/BDR/BDR_S0/BDR_P01");
  g_assert_cmpstr (rk_form_node_get_value (node), ==, "gemeente");
  node = rk_form_instance_find (rk_response_get_instance (response), "/BDR/BDR_S0/BDR_P02");
  g_assert_cmpstr (rk_form_node_get_value (node), ==, "41002");
}

static void
test_nothing_is_made_up (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "w.regiekamer", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkStore) store = NULL;
  g_autoptr (GHashTable) properties = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  store = rk_workspace_open (path, RK_STORE_CREATE, &error);
  g_assert_no_error (error);
  rk_store_set_author (store, "");
  properties = rk_workspace_dup_properties (store);
  g_assert_cmpuint (g_hash_table_size (properties), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/properties/a-survey-knows-its-administration",
                   test_a_survey_knows_its_administration);
  g_test_add_func ("/properties/nothing-is-made-up", test_nothing_is_made_up);
  return g_test_run ();
}
