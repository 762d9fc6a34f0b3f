/* SPDX-License-Identifier: EUPL-1.2 */
/* Functions on places: texts of "latitude longitude altitude accuracy", points between ";". */
#include "config.h"
#include "rk-xpath-private.h"

#include <math.h>
#include <string.h>

#define EARTH_RADIUS 6378100.0

typedef struct
{
  double latitude, longitude; /* degrees */
} Point;

static double
to_radians (double degrees)
{
  return degrees * G_PI / 180;
}

static gboolean
parse_point (const char *text, Point *point)
{
  char *end;

  point->latitude = g_ascii_strtod (text, &end);
  if (end == text || !g_ascii_isspace (*end))
    return FALSE;
  text = end;
  point->longitude = g_ascii_strtod (text, &end);
  return end != text && fabs (point->latitude) <= 90 && fabs (point->longitude) <= 180;
}

/* The points of all texts one after the other: (transfer full); NULL when one is no point, or a
 * text is empty. */
static GArray *
parse_points (GPtrArray *texts)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (Point));

  for (guint i = 0; i < texts->len; i++)
    {
      g_auto (GStrv) parts = g_strsplit (texts->pdata[i], ";", -1);

      if (*g_strstrip (texts->pdata[i]) == '\0')
        return NULL;
      for (guint j = 0; parts[j] != NULL; j++)
        {
          Point point;

          if (*g_strstrip (parts[j]) == '\0')
            continue;
          if (!parse_point (parts[j], &point))
            return NULL;
          g_array_append_val (points, point);
        }
    }
  return g_steal_pointer (&points);
}

/* On a sphere, as JavaRosa computes it. */
static double
get_distance (const Point *a, const Point *b)
{
  double lat_a = to_radians (a->latitude);
  double lat_b = to_radians (b->latitude);
  double half_lat = sin ((lat_b - lat_a) / 2);
  double half_lon = sin (to_radians (b->longitude - a->longitude) / 2);
  double h = half_lat * half_lat + cos (lat_a) * cos (lat_b) * half_lon * half_lon;

  return 2 * EARTH_RADIUS * asin (sqrt (MIN (h, 1)));
}

static double
to_cents (double x)
{
  return round (x * 100) / 100;
}

static void
call_distance (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autoptr (GPtrArray) texts = rk_xpath_arg_texts (focus, call, 0);
  g_autoptr (GArray) points = parse_points (texts);
  double sum = 0;

  for (guint i = 1; points != NULL && i < points->len; i++)
    sum += get_distance (&g_array_index (points, Point, i - 1), &g_array_index (points, Point, i));
  rk_xpath_return_number (result, points != NULL ? to_cents (sum) : NAN);
}

static void
call_area (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autoptr (GPtrArray) texts = rk_xpath_arg_texts (focus, call, 0);
  g_autoptr (GArray) points = parse_points (texts);
  double sum = 0;

  for (guint i = 0; points != NULL && points->len > 2 && i < points->len; i++)
    {
      const Point *a = &g_array_index (points, Point, i);
      const Point *b = &g_array_index (points, Point, (i + 1) % points->len);

      sum += to_radians (b->longitude - a->longitude) *
             (2 + sin (to_radians (a->latitude)) + sin (to_radians (b->latitude)));
    }
  rk_xpath_return_number (result, to_cents (fabs (sum * EARTH_RADIUS * EARTH_RADIUS / 2)));
}

/* Whether a ray to the east crosses the border an odd number of times: a point on the border in the
 * south or west is inside, as in JavaRosa. */
static gboolean
is_inside (const Point *point, GArray *shape)
{
  gboolean inside = FALSE;

  for (guint i = 0, j = shape->len - 1; i < shape->len; j = i++)
    {
      const Point *a = &g_array_index (shape, Point, i);
      const Point *b = &g_array_index (shape, Point, j);

      if ((a->latitude > point->latitude) != (b->latitude > point->latitude) &&
          point->longitude < (b->longitude - a->longitude) * (point->latitude - a->latitude) /
                                     (b->latitude - a->latitude) +
                                 a->longitude)
        inside = !inside;
    }
  return inside;
}

static void
call_geofence (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autofree char *text = rk_xpath_arg_string (focus, call, 0);
  g_autoptr (GPtrArray) texts = rk_xpath_arg_texts (focus, call, 1);
  g_autoptr (GArray) shape = parse_points (texts);
  Point point;
  gboolean closed = FALSE;

  if (shape != NULL && shape->len > 3)
    closed = memcmp (&g_array_index (shape, Point, 0),
                     &g_array_index (shape, Point, shape->len - 1), sizeof (Point)) == 0;
  rk_xpath_return_boolean (result, closed && parse_point (g_strstrip (text), &point) &&
                                       is_inside (&point, shape));
}

const RkXPathFunction rk_xpath_geo_functions[] = {
  { "area", 1, 1, call_area, .repeats = RK_REPEATS_ALL },
  { "distance", 1, -1, call_distance, .repeats = RK_REPEATS_ALL },
  { "geofence", 2, 2, call_geofence },
  { NULL },
};
