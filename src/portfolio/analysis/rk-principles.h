/* SPDX-License-Identifier: EUPL-1.2 */
/* The principles of the checklist: data of the project (data/principles), in Dutch. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *id; /* "PR.B01": what answers name */
  char *group;
  char *name;
  char *question; /* by which one tests it */
  char *source;
} RkPrinciple;

/* All of them, in order: (transfer none) (element-type RkPrinciple). */
GPtrArray *rk_principles_list (void);

G_END_DECLS
