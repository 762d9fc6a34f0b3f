/* SPDX-License-Identifier: EUPL-1.2 */
#include "test-kinds.h"

#include <string.h>

static void
assert_fits (const char *name, const char *text, gboolean fits)
{
  g_autoptr (GError) error = NULL;
  const RkField *field = &plant_fields[rk_kind_find_field (&plant, name)];

  if (rk_field_check (field, text, &error) != fits)
    g_error ("“%s” in %s", text, name);
  if (fits)
    return;
  g_assert_error (error, RK_ERROR, RK_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, field->label));
}

static void
test_canonical_values_fit (void)
{
  static const char *const good[][2] = {
    { "name", "any\ntext ’é" },
    { "name", "" },
    { "height", "0" },
    { "height", "-12" },
    { "height", "9223372036854775807" },
    { "price", "0.50" },
    { "price", "-120" },
    { "price", "99999999999999999999.123456789" },
    { "planted_on", "2024-02-29" },
    { "watered_at", "2026-07-31T08:12:00Z" },
    { "watered_at", "2026-07-31T08:12:00.123Z" },
    { "evergreen", "true" },
    { "growth", "shrub" },
    { "garden", "019a0000-0000-7000-8000-000000000001" },
    { "uses", "herb" },
    { "uses", "herb shrub tree" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    assert_fits (good[i][0], good[i][1], TRUE);
  for (const RkField *field = plant_fields; field->name != NULL; field++)
    assert_fits (field->name, NULL, TRUE);
}

static void
test_anything_else_is_named (void)
{
  static const char *const bad[][2] = {
    { "name", "\xff" },
    { "height", "1.0" },
    { "height", "1 000" },
    { "height", "+1" },
    { "height", "-0" },
    { "height", "007" },
    { "height", "9223372036854775808" },
    { "height", "" },
    { "price", "12,5" },
    { "price", ".5" },
    { "price", "5." },
    { "price", "1e3" },
    { "price", "00.5" },
    { "price", "NaN" },
    { "planted_on", "2023-02-29" },
    { "planted_on", "31/07/2027" },
    { "planted_on", "2027-7-31" },
    { "planted_on", "2027-07-31 " },
    { "watered_at", "2026-07-31T08:12:00+02:00" },
    { "watered_at", "2026-07-31" },
    { "watered_at", "2026-07-31T25:12:00Z" },
    { "evergreen", "True" },
    { "growth", "grass" },
    { "growth", "herb shrub" },
    { "garden", "two words" },
    { "uses", "tree herb" },
    { "uses", "herb herb" },
    { "uses", "herb  tree" },
    { "uses", " herb" },
    { "uses", "grass" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_fits (bad[i][0], bad[i][1], FALSE);
}

static void
test_text_without_end_is_refused (void)
{
  g_autofree char *text = g_strnfill (64 * 1024 * 1024 + 1, 'x');
  g_autoptr (GError) error = NULL;

  g_assert_false (rk_field_check (&plant_fields[0], text, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/kind/canonical-values-fit", test_canonical_values_fit);
  g_test_add_func ("/kind/anything-else-is-named", test_anything_else_is_named);
  g_test_add_func ("/kind/text-without-end-is-refused", test_text_without_end_is_refused);
  return g_test_run ();
}
