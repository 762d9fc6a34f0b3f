/* SPDX-License-Identifier: EUPL-1.2 */
/* One application beside the table: who it is, and five tabs with all that is known of it. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_APPLICATION_DETAIL (rk_application_detail_get_type ())
G_DECLARE_FINAL_TYPE (RkApplicationDetail, rk_application_detail, RK, APPLICATION_DETAIL, AdwBin)

/* @id: NULL: a new application. Emits "created" (RkApplicationDetail *self, const char *id) when it
 * was made. */
GtkWidget *rk_application_detail_new (RkStore *store, const char *id);
/* F2: begins or ends changing. */
void rk_application_detail_edit (RkApplicationDetail *self);
/* The name of a new one was given: goes on with the field after it. */
void rk_application_detail_go_on (RkApplicationDetail *self);
gboolean rk_application_detail_is_editing (RkApplicationDetail *self);
/* "data", "interfaces", "contract", "regie", "history". */
void rk_application_detail_set_tab (RkApplicationDetail *self, const char *name);
const char *rk_application_detail_get_tab (RkApplicationDetail *self);

G_END_DECLS
