/* SPDX-License-Identifier: EUPL-1.2 */
/* A place that is gone in a new release, and where the applications on it go. */
#pragma once

#include "rk-architecture-diff.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_RELEASE_ORPHAN (rk_release_orphan_get_type ())
G_DECLARE_FINAL_TYPE (RkReleaseOrphan, rk_release_orphan, RK, RELEASE_ORPHAN, GtkListBoxRow)

/* A place of the new release. */
typedef struct
{
  char *key;
  char *name;
} RkReleasePlace;

/* @orphan and @places (of RkReleasePlace, by name) must outlive it. Emits "chosen". */
GtkWidget *rk_release_orphan_new (const RkOrphan *orphan, GPtrArray *places);
const char *rk_release_orphan_get_key (RkReleaseOrphan *self);
/* The key of the place they go to: (nullable): later. */
const char *rk_release_orphan_get_goal (RkReleaseOrphan *self);
guint rk_release_orphan_get_n_applications (RkReleaseOrphan *self);

G_END_DECLS
