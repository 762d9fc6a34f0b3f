/* SPDX-License-Identifier: EUPL-1.2 */
/* How the choices of a question are shown: what its appearance says, and what their number asks
 * for. Words of before ODK's present list ("horizontal", "compact") mean what XLSForm says. */
#pragma once

#include "rk-form-node.h"

G_BEGIN_DECLS

typedef enum
{
  RK_CHOICE_LIST,    /* one under the other */
  RK_CHOICE_COLUMNS, /* equal columns */
  RK_CHOICE_PACK,    /* each as wide as it is */
  RK_CHOICE_LIKERT,  /* one row of points with their names below */
  RK_CHOICE_PICKER   /* an entry that searches */
} RkChoiceShape;

typedef struct
{
  RkChoiceShape shape;
  guint columns;      /* of COLUMNS; 0: as many as fit */
  gboolean by_column; /* down first, then to the right */
  gboolean bare;      /* without the round or square button */
  gboolean quick;     /* a choice goes on to the next question */
} RkChoiceLook;

RkChoiceLook rk_choice_look_of (RkFormNode *node);

G_END_DECLS
