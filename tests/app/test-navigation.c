/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-navigation.h"

static void
count_cb (RkNavigation *navigation, int *count)
{
  (*count)++;
}

static void
test_back_returns_to_the_origin (void)
{
  g_autoptr (RkNavigation) navigation = rk_navigation_new ("overview");

  rk_navigation_push (navigation, "results:1");
  rk_navigation_push (navigation, "runner:1");
  g_assert_cmpstr (rk_navigation_get_location (navigation), ==, "runner:1");
  g_assert_true (rk_navigation_back (navigation));
  g_assert_cmpstr (rk_navigation_get_location (navigation), ==, "results:1");
  g_assert_true (rk_navigation_forward (navigation));
  g_assert_cmpstr (rk_navigation_get_location (navigation), ==, "runner:1");
  rk_navigation_back (navigation);
  rk_navigation_back (navigation);
  g_assert_cmpstr (rk_navigation_get_location (navigation), ==, "overview");
  g_assert_false (rk_navigation_back (navigation));
}

static void
test_entries_keep_their_own_stack (void)
{
  g_autoptr (RkNavigation) navigation = rk_navigation_new ("overview");

  rk_navigation_choose (navigation, "surveys");
  rk_navigation_push (navigation, "results:1");
  rk_navigation_choose (navigation, "overview");
  g_assert_cmpstr (rk_navigation_get_location (navigation), ==, "overview");
  g_assert_false (rk_navigation_can_go_back (navigation));
  rk_navigation_choose (navigation, "surveys");
  g_assert_cmpstr (rk_navigation_get_location (navigation), ==, "results:1");
  rk_navigation_choose (navigation, "surveys");
  g_assert_cmpstr (rk_navigation_get_location (navigation), ==, "surveys");
}

static void
test_pushing_forgets_forward (void)
{
  g_autoptr (RkNavigation) navigation = rk_navigation_new ("overview");

  rk_navigation_push (navigation, "results:1");
  rk_navigation_back (navigation);
  rk_navigation_push (navigation, "results:2");
  g_assert_false (rk_navigation_can_go_forward (navigation));
}

static void
test_same_location_is_not_pushed_twice (void)
{
  g_autoptr (RkNavigation) navigation = rk_navigation_new ("overview");
  int count = 0;

  g_signal_connect (navigation, "changed", G_CALLBACK (count_cb), &count);
  rk_navigation_push (navigation, "results:1");
  rk_navigation_push (navigation, "results:1");
  g_assert_cmpint (count, ==, 1);
  rk_navigation_back (navigation);
  g_assert_cmpstr (rk_navigation_get_location (navigation), ==, "overview");
}

static void
test_forget_takes_it_off_everywhere (void)
{
  g_autoptr (RkNavigation) navigation = rk_navigation_new ("overview");

  rk_navigation_push (navigation, "runner:1");
  rk_navigation_push (navigation, "results:1");
  g_assert_true (rk_navigation_holds (navigation, "runner:1"));
  rk_navigation_forget (navigation, "runner:1");
  g_assert_false (rk_navigation_holds (navigation, "runner:1"));
  rk_navigation_back (navigation);
  g_assert_cmpstr (rk_navigation_get_location (navigation), ==, "overview");
}

static void
test_restores_what_it_saved (void)
{
  g_autoptr (RkNavigation) navigation = rk_navigation_new ("overview");
  g_autoptr (RkNavigation) other = rk_navigation_new ("overview");
  g_autofree char *text = NULL;

  rk_navigation_choose (navigation, "surveys");
  rk_navigation_push (navigation, "runner:1");
  text = rk_navigation_save (navigation);
  g_assert_cmpstr (text, ==, "surveys|runner:1");
  rk_navigation_restore (other, text);
  g_assert_cmpstr (rk_navigation_get_location (other), ==, "runner:1");
  rk_navigation_back (other);
  g_assert_cmpstr (rk_navigation_get_location (other), ==, "surveys");
  rk_navigation_restore (other, "");
  rk_navigation_restore (other, "runner:1");
  g_assert_cmpstr (rk_navigation_get_location (other), ==, "surveys");
}

static void
test_location_has_kind_and_argument (void)
{
  g_assert_true (rk_location_is ("results:1", "results"));
  g_assert_true (rk_location_is ("surveys", "surveys"));
  g_assert_false (rk_location_is ("surveys", "survey"));
  g_assert_cmpstr (rk_location_get_argument ("results:a:b"), ==, "a:b");
  g_assert_cmpstr (rk_location_get_argument ("surveys"), ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/navigation/back-returns-to-the-origin", test_back_returns_to_the_origin);
  g_test_add_func ("/navigation/entries-keep-their-own-stack", test_entries_keep_their_own_stack);
  g_test_add_func ("/navigation/pushing-forgets-forward", test_pushing_forgets_forward);
  g_test_add_func ("/navigation/same-location-is-not-pushed-twice",
                   test_same_location_is_not_pushed_twice);
  g_test_add_func ("/navigation/forget-takes-it-off-everywhere",
                   test_forget_takes_it_off_everywhere);
  g_test_add_func ("/navigation/restores-what-it-saved", test_restores_what_it_saved);
  g_test_add_func ("/navigation/location-has-kind-and-argument",
                   test_location_has_kind_and_argument);
  return g_test_run ();
}
