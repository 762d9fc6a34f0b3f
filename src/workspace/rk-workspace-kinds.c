/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-workspace-kinds.h"
#include "rk-odk-kinds.h"
#include "rk-portfolio-instance.h"
#include "rk-portfolio-kinds.h"
#include "rk-profile.h"
#include "rk-questionnaire.h"
#include "rk-survey-kinds.h"

const RkKind *const rk_workspace_kinds[] = {
  &rk_kind_administration,
  &rk_kind_person,
  &rk_kind_questionnaire,
  &rk_kind_form_file,
  &rk_kind_response,
  &rk_kind_answer,
  &rk_kind_answer_row,
  &rk_kind_question_note,
  &rk_kind_response_file,
  &rk_kind_odk_server,
  &rk_kind_odk_form,
  &rk_kind_submission,
  &rk_kind_organisation,
  &rk_kind_supplier,
  &rk_kind_product,
  &rk_kind_product_version,
  &rk_kind_application,
  &rk_kind_fit,
  &rk_kind_contract,
  &rk_kind_standard,
  &rk_kind_interface,
  &rk_kind_product_standard,
  &rk_kind_component_standard,
  &rk_kind_building_block,
  &rk_kind_adoption,
  &rk_kind_rating,
  &rk_kind_regie_answer,
  &rk_kind_regie_scheme,
  &rk_kind_dataset,
  &rk_kind_dataset_flow,
  &rk_kind_principle_answer,
  &rk_kind_architecture,
  &rk_kind_plate,
  &rk_kind_diagram,
  NULL,
};

/* What forms may ask of the workspace: instance('portfolio'). */
static GBytes *
supply_cb (RkStore *store, const char *name)
{
  return g_str_equal (name, RK_PORTFOLIO_INSTANCE)
             ? rk_portfolio_to_instance (store, RK_LEVEL_FULL, NULL)
             : NULL;
}

RkStore *
rk_workspace_open (const char *path, RkStoreFlags flags, GError **error)
{
  rk_questionnaire_set_source (supply_cb);
  return rk_store_open (path, rk_workspace_kinds, flags, error);
}
