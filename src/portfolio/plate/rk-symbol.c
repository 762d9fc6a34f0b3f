/* SPDX-License-Identifier: EUPL-1.2 */
/* Signs are drawn in a square of 16 by 16: M starts a line, L goes on, Z closes it, O is a circle
 * (middle and radius). Types that look alike share one. */
#include "config.h"
#include "rk-symbol.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define BUSINESS 0xffffb5
#define APPLICATION 0xb5ffff
#define TECHNOLOGY 0xc9e7b7
#define MOTIVATION 0xccccff
#define STRATEGY 0xf5deaa
#define IMPLEMENTATION 0xffe0e0
#define NEUTRAL 0xffffff

/* The beginning of the name of a type tells the layer, its end the sign. */
static const struct
{
  const char *name;
  guint32 fill;
  RkOutline outline;
} layers[] = {
  { "Business", BUSINESS },
  { "Contract", BUSINESS },
  { "Representation", BUSINESS },
  { "Product", BUSINESS },
  { "Application", APPLICATION },
  { "DataObject", APPLICATION },
  { "Technology", TECHNOLOGY },
  { "Node", TECHNOLOGY },
  { "Device", TECHNOLOGY },
  { "SystemSoftware", TECHNOLOGY },
  { "Path", TECHNOLOGY },
  { "CommunicationNetwork", TECHNOLOGY },
  { "Artifact", TECHNOLOGY },
  { "Equipment", TECHNOLOGY },
  { "Facility", TECHNOLOGY },
  { "DistributionNetwork", TECHNOLOGY },
  { "Material", TECHNOLOGY },
  { "Stakeholder", MOTIVATION, RK_OUTLINE_CUT },
  { "Driver", MOTIVATION, RK_OUTLINE_CUT },
  { "Assessment", MOTIVATION, RK_OUTLINE_CUT },
  { "Goal", MOTIVATION, RK_OUTLINE_CUT },
  { "Outcome", MOTIVATION, RK_OUTLINE_CUT },
  { "Principle", MOTIVATION, RK_OUTLINE_CUT },
  { "Requirement", MOTIVATION, RK_OUTLINE_CUT },
  { "Constraint", MOTIVATION, RK_OUTLINE_CUT },
  { "Meaning", MOTIVATION, RK_OUTLINE_CUT },
  { "Value", MOTIVATION, RK_OUTLINE_CUT },
  { "Resource", STRATEGY },
  { "Capability", STRATEGY, RK_OUTLINE_ROUND },
  { "CourseOfAction", STRATEGY, RK_OUTLINE_ROUND },
  { "ValueStream", STRATEGY, RK_OUTLINE_ROUND },
  { "WorkPackage", IMPLEMENTATION, RK_OUTLINE_ROUND },
  { "Deliverable", IMPLEMENTATION },
  { "ImplementationEvent", IMPLEMENTATION, RK_OUTLINE_ROUND },
  { "Plateau", 0xe0ffe0 },
  { "Gap", 0xe0ffe0 },
  { "Location", 0xfbb875 },
  { "Grouping", NEUTRAL, RK_OUTLINE_GROUP },
  { "AndJunction", 0x000000, RK_OUTLINE_JUNCTION },
  { "OrJunction", NEUTRAL, RK_OUTLINE_CIRCLE },
};

static const char *const behaviour[] = { "Process", "Function", "Interaction", "Event", "Service" };

/* Searched by the end of the name; the first that ends it. */
static const struct
{
  const char *name;
  const char *lines;
} signs[] = {
  { "Actor", "O8,4,2.6 M8,6.6L8,11 M4,8.5L12,8.5 M4.5,15L8,11L11.5,15" },
  { "Role", "M4,4L12,4L13.5,6L13.5,10L12,12L4,12L2.5,10L2.5,6Z M12,4L10.5,6L10.5,10L12,12" },
  { "Stakeholder", "M4,4L12,4L13.5,6L13.5,10L12,12L4,12L2.5,10L2.5,6Z M12,4L10.5,6L10.5,10L12,12" },
  { "Collaboration", "O6,8,4 O10,8,4" },
  { "Interface", "O11,8,3.4 M1.5,8L7.6,8" },
  { "Process", "M1.5,6L9,6L9,3L14.5,8L9,13L9,10L1.5,10Z" },
  { "Function", "M2.5,14L2.5,6L8,2L13.5,6L13.5,14L8,10Z" },
  { "Interaction", "M7,3L5,3.6L3,6L3,10L5,12.4L7,13Z M9,3L11,3.6L13,6L13,10L11,12.4L9,13Z" },
  { "Event", "M2,4L11,4L13.4,5.5L14.2,8L13.4,10.5L11,12L2,12L4.5,8Z" },
  { "Service", "M5,4L11,4L13.4,5.5L14.2,8L13.4,10.5L11,12L5,12L2.6,10.5L1.8,8L2.6,5.5Z" },
  { "Object", "M2,3.5L14,3.5L14,12.5L2,12.5Z M2,6L14,6" },
  { "Contract", "M2,3.5L14,3.5L14,12.5L2,12.5Z M2,6L14,6 M2,10L14,10" },
  { "Representation", "M2,3.5L14,3.5L14,11L11,12.6L8,11L5,9.8L2,11Z M2,6L14,6" },
  { "Product", "M2,3.5L14,3.5L14,12.5L2,12.5Z M2,6L8,6L8,3.5" },
  { "Component",
    "M5,2L14,2L14,14L5,14L5,11 M5,9L5,7 M5,5L5,2 M2,5L8,5L8,7L2,7Z M2,9L8,9L8,11L2,11Z" },
  { "Node", "M2,6L5,3L14,3L14,10.5L11,13.5L2,13.5Z M2,6L11,6L11,13.5 M11,6L14,3" },
  { "Device", "M2.5,3L13.5,3L13.5,11L2.5,11Z M5,11L3,14L13,14L11,11" },
  { "SystemSoftware", "O7,9,4.5 O9.5,6.5,4.5" },
  { "Path",
    "M1.5,8L5,5.5 M1.5,8L5,10.5 M14.5,8L11,5.5 M14.5,8L11,10.5 M3,8L6,8 M7,8L9,8 M10,8L13,8" },
  { "Network", "O4,12,1.7 O12.5,12,1.7 O5,4,1.7 O13,4,1.7 M4.2,10.3L4.8,5.7 M5.7,12L10.8,12 "
               "M6.7,4L11.3,4 M12.6,10.3L12.9,5.7" },
  { "Artifact", "M3.5,2L10,2L13,5L13,14L3.5,14Z M10,2L10,5L13,5" },
  { "Driver", "O8,8,5 O8,8,0.8 M8,1L8,15 M1,8L15,8 M3,3L13,13 M13,3L3,13" },
  { "Assessment", "O9.5,6.5,4 M6.5,9.5L2.5,13.5" },
  { "Goal", "O8,8,6 O8,8,3.6 O8,8,1.2" },
  { "Outcome", "O7,9,5 O7,9,2 M7,9L14,2 M11,2L14,2L14,5" },
  { "Principle", "M3,2L13,2L13,14L3,14Z M8,4L8,9.5 M8,11.5L8,12.3" },
  { "Requirement", "M5,4L15,4L11,12L1,12Z" },
  { "Constraint", "M5,4L15,4L11,12L1,12Z M7.5,4L3.5,12" },
  { "Meaning", "O5,8.5,2.6 O8.5,6,3 O11.5,8.5,2.6 O8,10.5,2.4" },
  { "Value", "M5,4L11,4L13.6,5.6L14.6,8L13.6,10.4L11,12L5,12L2.4,10.4L1.4,8L2.4,5.6Z" },
  { "Resource", "M2,5L12.5,5L12.5,12L2,12Z M12.5,7L14.5,7L14.5,10L12.5,10 M4.5,7L4.5,10 M7,7L7,10 "
                "M9.5,7L9.5,10" },
  { "Capability", "M2,14L2,10L6,10L6,6L10,6L10,2L14,2L14,14Z M6,10L6,14 M10,6L10,14" },
  { "CourseOfAction", "O11,5.5,3.6 O11,5.5,1.4 M2,14L3,10L7.5,8" },
  { "ValueStream", "M1.5,4L10.5,4L14.5,8L10.5,12L1.5,12L5,8Z" },
  { "WorkPackage", "O8,7,5 M8,12L13.5,12 M11.5,10L13.5,12L11.5,14" },
  { "Deliverable", "M2,3.5L14,3.5L14,11L11,12.6L8,11L5,9.8L2,11Z" },
  { "Plateau", "M5,4L14,4 M3.5,8L12.5,8 M2,12L11,12" },
  { "Gap", "O8,8,4.6 M2,6.5L14,6.5 M2,9.5L14,9.5" },
  { "Equipment", "O7,9,4.4 O7,9,1.4 O12.4,4.4,2.4" },
  { "Facility", "M2,14L2,3L4.5,3L4.5,9L8,6.5L8,9L11.5,6.5L11.5,9L14.5,6.5L14.5,14Z" },
  { "Material", "M8,2L14,5L14,11L8,14L2,11L2,5Z M8,4.5L4,10 M4.5,10L11.5,10" },
  { "Location", "M8,15L4,8.5L4,5L6,2.4L8,1.8L10,2.4L12,5L12,8.5Z" },
};

RkOutline
rk_symbol_get_outline (const char *type)
{
  if (type == NULL)
    return RK_OUTLINE_SQUARE;
  for (guint i = 0; i < G_N_ELEMENTS (behaviour); i++)
    if (g_str_has_suffix (type, behaviour[i]))
      return RK_OUTLINE_ROUND;
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    if (g_str_has_prefix (type, layers[i].name))
      return layers[i].outline;
  return RK_OUTLINE_SQUARE;
}

guint32
rk_symbol_get_fill (const char *type)
{
  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (layers); i++)
    if (g_str_has_prefix (type, layers[i].name))
      return layers[i].fill;
  return NEUTRAL;
}

/* --- the sign --------------------------------------------------------------------------------- */

#define MAX_POINTS 24

typedef struct
{
  RkPen *pen;
  double x, y, unit;
  guint32 rgb;
  RkPoint points[MAX_POINTS];
  guint n;
} Sign;

static void
finish_line (Sign *sign, gboolean closed)
{
  RkShape shape = { .points = sign->points,
                    .n_points = sign->n,
                    .closed = closed,
                    .line = MAX (sign->unit, 0.8),
                    .colour = sign->rgb };

  if (sign->n > 1)
    rk_pen_shape (sign->pen, &shape);
  sign->n = 0;
}

static void
draw_circle (Sign *sign, double x, double y, double radius)
{
  double r = radius * sign->unit;
  RkShape shape = { .box = { sign->x + x * sign->unit - r, sign->y + y * sign->unit - r, 2 * r,
                             2 * r },
                    .radius = r,
                    .line = MAX (sign->unit, 0.8),
                    .colour = sign->rgb };

  rk_pen_shape (sign->pen, &shape);
}

static void
draw_lines (Sign *sign, const char *lines)
{
  double v[3] = { 0 };

  while (*lines != '\0')
    {
      char command = *lines++;
      guint n = command == 'O' ? 3 : command == 'M' || command == 'L' ? 2 : 0;

      for (guint i = 0; i < n; i++)
        {
          v[i] = g_ascii_strtod (lines, (char **) &lines);
          if (*lines == ',')
            lines++;
        }
      if (command == 'M')
        finish_line (sign, FALSE);
      if (n == 2 && sign->n < MAX_POINTS)
        sign->points[sign->n++] =
            (RkPoint){ sign->x + v[0] * sign->unit, sign->y + v[1] * sign->unit };
      if (command == 'Z')
        finish_line (sign, TRUE);
      if (command == 'O')
        {
          finish_line (sign, FALSE);
          draw_circle (sign, v[0], v[1], v[2]);
        }
    }
  finish_line (sign, FALSE);
}

void
rk_symbol_paint (RkPen *pen, const char *type, double x, double y, double size, guint32 rgb)
{
  Sign sign = { pen, x, y, size / 16, rgb };

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_suffix (type, signs[i].name))
      {
        draw_lines (&sign, signs[i].lines);
        return;
      }
}
