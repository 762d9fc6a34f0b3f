/* SPDX-License-Identifier: EUPL-1.2 */
/* The columns of the table of applications. */
#pragma once

#include "rk-record-table.h"

G_BEGIN_DECLS

extern const RkTableSpec rk_application_table;

G_END_DECLS
