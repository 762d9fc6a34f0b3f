/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-built-in.h"

#include "rk-archimate-import.h"
#include "rk-architecture-data.h"

#define FILE_NAME "regiekamer.xml"
#define RESOURCE "/io/github/regiekamer/Regiekamer/architecture/" FILE_NAME

gboolean
rk_built_in_add_architecture (RkStore *store, GError **error)
{
  g_autoptr (GBytes) model = NULL;
  g_autoptr (RkArchimateSummary) summary = NULL;

  g_return_val_if_fail (RK_IS_STORE (store), FALSE);
  model = g_resource_lookup_data (rk_architecture_data_get_resource (), RESOURCE,
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (model == NULL)
    return FALSE;
  summary = rk_archimate_import_bytes (store, model, FILE_NAME, RK_ARCHIMATE_IMPORT_DEFAULT, error);
  return summary != NULL;
}
