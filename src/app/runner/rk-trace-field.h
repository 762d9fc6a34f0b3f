/* SPDX-License-Identifier: EUPL-1.2 */
/* A line or an area as a list of points: typed or pasted, one under the other. */
#pragma once

#include "rk-typed-field.h"

G_BEGIN_DECLS

#define RK_TYPE_TRACE_FIELD (rk_trace_field_get_type ())
G_DECLARE_FINAL_TYPE (RkTraceField, rk_trace_field, RK, TRACE_FIELD, RkTypedField)

GtkWidget *rk_trace_field_new (RkAutosave *autosave, RkFormNode *node);

G_END_DECLS
