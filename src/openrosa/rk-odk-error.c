/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-odk-error.h"

G_DEFINE_QUARK (rk - odk - error - quark, rk_odk_error)

gboolean
rk_odk_error_is_passing (const GError *error)
{
  return g_error_matches (error, RK_ODK_ERROR, RK_ODK_ERROR_UNREACHABLE) ||
         g_error_matches (error, RK_ODK_ERROR, RK_ODK_ERROR_SERVER);
}
