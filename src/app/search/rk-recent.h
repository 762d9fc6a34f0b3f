/* SPDX-License-Identifier: EUPL-1.2 */
/* The last pages that were opened in this workspace. */
#pragma once

#include "rk-store.h"

G_BEGIN_DECLS

typedef struct
{
  char *location; /* of the window: "results:ID" */
  char *title;
} RkRecent;

/* Puts @location first; the ninth goes. */
void rk_recent_add (RkStore *store, const char *location, const char *title);
/* Newest first: (transfer full) (element-type RkRecent). */
GPtrArray *rk_recent_list (RkStore *store);

G_END_DECLS
