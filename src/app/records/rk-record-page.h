/* SPDX-License-Identifier: EUPL-1.2 */
/* A record of any kind on a page of its own: its fields, what belongs to it, and its history. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_RECORD_PAGE (rk_record_page_get_type ())
G_DECLARE_FINAL_TYPE (RkRecordPage, rk_record_page, RK, RECORD_PAGE, AdwBin)

/* @location: "record:KIND/ID". NULL: there is no such record. */
GtkWidget *rk_record_page_new (RkStore *store, const char *kind, const char *id);
/* A first tab, shown to begin with: what the record means for the administration. */
void rk_record_page_add_overview (RkRecordPage *self, GtkWidget *overview);
/* What the header says: (transfer full). */
char *rk_record_page_dup_title (RkRecordPage *self);
char *rk_record_page_dup_subtitle (RkRecordPage *self);

G_END_DECLS
