/* SPDX-License-Identifier: EUPL-1.2 */
/* What a plate tells about the applications on it: a lens puts every place of an application on
 * the plate in one row of the legend, by colour and pattern and letter. */
#pragma once

#include "rk-colour.h"

G_BEGIN_DECLS

typedef enum
{
  RK_LENS_STATUS,
  RK_LENS_COVERAGE,
  RK_LENS_REGIE,
  RK_LENS_SATISFACTION,
  RK_LENS_CONTRACT_END,
  RK_LENS_COST,
  RK_LENS_STANDARDS,
  RK_LENS_BUILDING_BLOCKS,
  RK_N_LENSES
} RkLens;

/* "status", "coverage", "regie", "satisfaction", "contract-end", "cost", "standards",
 * "building-blocks": as the command line and settings write it. */
const char *rk_lens_get_name (RkLens lens);
gboolean rk_lens_parse (const char *name, RkLens *lens);
/* For people: "status", "contract end" …, in the language of the program. */
const char *rk_lens_get_label (RkLens lens);

/* What stands before the words of a row of the legend. */
typedef enum
{
  RK_SIGN_CHIP,   /* square with letter */
  RK_SIGN_GAP,    /* dashed box */
  RK_SIGN_OVERLAP /* double line */
} RkPlateSign;

typedef struct
{
  RkPlateSign sign;
  const char *letter; /* "I", "1", "?"; "" for a box */
  const char *label;  /* translated */
  RkColour colour;    /* of the square */
  RkPattern pattern;
  guint places;       /* how often on the plate: boxes times applications; of a box: boxes */
  guint applications; /* how many different ones; of a box: 0 */
} RkLegendRow;

G_END_DECLS
