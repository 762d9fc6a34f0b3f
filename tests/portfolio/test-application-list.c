/* SPDX-License-Identifier: EUPL-1.2 */
/* What the list of applications shows beside their fields. */
#include "rk-application-list.h"
#include "rk-change.h"
#include "rk-list-model.h"
#include "rk-portfolio-kinds.h"

static RkStore *
make_store (void)
{
  g_autofree char *dir = g_dir_make_tmp ("rk-list-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "test.regiekamer", NULL);

  return rk_store_open (path, rk_portfolio_kinds, RK_STORE_CREATE, NULL);
}

static void
test_columns (void)
{
  g_autoptr (RkStore) store = make_store ();
  g_autoptr (RkChange) change = rk_change_new (store, "Make");
  g_autoptr (RkListModel) list = NULL;
  g_autoptr (RkRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  gboolean changed;

  rk_change_set (change, "supplier", "s", "name", "Nordale", NULL);
  rk_change_set (change, "product", "p", "name", "BurgerPunt", "supplier", "s", NULL);
  rk_change_set (change, "application", "a", "name", "BurgerPunt", "product", "p", NULL);
  rk_change_set (change, "contract", "c", "name", "C", "applications", "a", "end_date",
                 "2090-07-31", "notice_months", "6", NULL);
  rk_change_set (change, "fit", "f", "application", "a", "component", "C1", "component_name",
                 "Bevolking", NULL);
  rk_change_apply (change, &error);
  g_assert_no_error (error);

  g_assert_true (rk_application_figures_update (store, &changed, &error));
  g_assert_true (changed);
  g_assert_true (rk_application_figures_update (store, &changed, &error));
  g_assert_false (changed); /* nothing happened: a list stays as it is */

  list = rk_list_model_new (store, "application");
  rk_list_model_set_derived (list, rk_application_columns);
  record = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (rk_record_get_derived (record, "supplier_name"), ==, "Nordale");
  g_assert_cmpstr (rk_record_get_derived (record, "components"), ==, "Bevolking");
  g_assert_cmpstr (rk_record_get_derived (record, "contract_end"), ==, "2090-07-31");
  g_assert_cmpstr (rk_record_get_derived (record, "notice_date"), ==, "2090-01-31");
  g_assert_null (rk_record_get_derived (record, "regie")); /* nobody answered anything */
  g_assert_false (rk_application_figures_take_long (store));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/application-list/columns-and-figures", test_columns);
  return g_test_run ();
}
