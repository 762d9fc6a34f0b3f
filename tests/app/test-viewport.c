/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-viewport.h"

#include <math.h>

static void
assert_near (double a, double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-6);
}

static void
test_zoom_keeps_the_point_under_the_pointer (void)
{
  for (guint i = 0; i < 1000; i++)
    {
      RkViewport view = { g_test_rand_double_range (-500, 500),
                          g_test_rand_double_range (-500, 500), g_test_rand_double_range (0.1, 3) };
      double x = g_test_rand_double_range (0, 800), y = g_test_rand_double_range (0, 600);
      double scale = g_test_rand_double_range (0.01, 6);
      RkViewport zoomed = rk_viewport_zoom (view, scale, x, y);

      assert_near (view.x + x / view.scale, zoomed.x + x / zoomed.scale);
      assert_near (view.y + y / view.scale, zoomed.y + y / zoomed.scale);
      assert_near (zoomed.scale, CLAMP (scale, RK_VIEWPORT_MIN_SCALE, RK_VIEWPORT_MAX_SCALE));
    }
}

static void
test_fit_shows_the_whole_plate (void)
{
  const cairo_rectangle_t plate = { 40, -30, 1600, 500 };
  const cairo_rectangle_t small = { 0, 0, 100, 50 };
  RkViewport view = rk_viewport_fit (&plate, 800, 600, 16, 1);
  cairo_rectangle_t there = rk_viewport_map (view, &plate);

  assert_near (there.x, 16);
  assert_near (there.width, 768);
  assert_near (there.y + there.height / 2, 300);
  assert_near (rk_viewport_fit (&small, 800, 600, 16, 1).scale, 1);
  /* A view that is not laid out yet does not break anything. */
  g_assert_cmpfloat (rk_viewport_fit (&plate, 0, 0, 16, 1).scale, >=, RK_VIEWPORT_MIN_SCALE);
}

static void
test_clamp_never_loses_the_plate (void)
{
  const cairo_rectangle_t plate = { 0, 0, 1000, 100 };
  RkViewport far = { 99999, -99999, 1 };
  RkViewport view = rk_viewport_clamp (far, &plate, 400, 300, 24);
  cairo_rectangle_t there = rk_viewport_map (view, &plate);

  assert_near (there.x + there.width, 400 - 24);
  assert_near (there.y + there.height / 2, 150); /* smaller than the view: in its middle */
  far.x = -99999;
  view = rk_viewport_clamp (far, &plate, 400, 300, 24);
  assert_near (rk_viewport_map (view, &plate).x, 24);
}

static void
test_reveal_moves_as_little_as_it_can (void)
{
  const cairo_rectangle_t inside = { 100, 100, 50, 50 }, below = { 100, 700, 50, 50 };
  const cairo_rectangle_t large = { 50, 60, 5000, 5000 };
  RkViewport view = { 0, 0, 2 };
  RkViewport moved = rk_viewport_reveal (view, &inside, 800, 600, 24);
  cairo_rectangle_t there;

  assert_near (moved.x, 0);
  assert_near (moved.y, 0);
  moved = rk_viewport_reveal (view, &below, 800, 600, 24);
  there = rk_viewport_map (moved, &below);
  assert_near (moved.x, 0);
  assert_near (there.y + there.height, 600 - 24);
  there = rk_viewport_map (rk_viewport_reveal (view, &large, 800, 600, 24), &large);
  assert_near (there.x, 24);
  assert_near (there.y, 24);
}

static void
test_between_goes_from_one_view_to_the_other (void)
{
  RkViewport from = { 0, 0, 1 };
  RkViewport to = rk_viewport_zoom (from, 3, 200, 100);

  for (int i = 0; i <= 10; i++)
    {
      RkViewport view = rk_viewport_between (from, to, i / 10.0);

      /* what both have under the pointer is there all the way */
      assert_near (view.x + 200 / view.scale, 200);
      assert_near (view.y + 100 / view.scale, 100);
      assert_near (view.scale, pow (3, i / 10.0));
    }
  to = (RkViewport){ 100, 50, 1 };
  assert_near (rk_viewport_between (from, to, 0.5).x, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/viewport/zoom-keeps-the-point-under-the-pointer",
                   test_zoom_keeps_the_point_under_the_pointer);
  g_test_add_func ("/viewport/fit-shows-the-whole-plate", test_fit_shows_the_whole_plate);
  g_test_add_func ("/viewport/clamp-never-loses-the-plate", test_clamp_never_loses_the_plate);
  g_test_add_func ("/viewport/reveal-moves-as-little-as-it-can",
                   test_reveal_moves_as_little_as_it_can);
  g_test_add_func ("/viewport/between-goes-from-one-view-to-the-other",
                   test_between_goes_from_one_view_to_the_other);
  return g_test_run ();
}
