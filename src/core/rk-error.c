/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-error.h"

G_DEFINE_QUARK (rk - error - quark, rk_error)
