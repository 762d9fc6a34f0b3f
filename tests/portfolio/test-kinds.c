/* SPDX-License-Identifier: EUPL-1.2 */
/* What the tables of kinds promise to everything that is made from them. */
#include "rk-portfolio-kinds.h"

#include <glib.h>

static const RkKind *
find_kind (const char *name)
{
  for (guint i = 0; rk_portfolio_kinds[i] != NULL; i++)
    if (g_str_equal (rk_portfolio_kinds[i]->name, name))
      return rk_portfolio_kinds[i];
  return NULL;
}

static void
test_title_is_a_field (void)
{
  for (guint i = 0; rk_portfolio_kinds[i] != NULL; i++)
    g_assert_cmpint (rk_kind_find_field (rk_portfolio_kinds[i], rk_portfolio_kinds[i]->title_field),
                     >=, 0);
}

static void
test_references_lead_to_a_kind (void)
{
  for (guint i = 0; rk_portfolio_kinds[i] != NULL; i++)
    for (const RkField *field = rk_portfolio_kinds[i]->fields; field->name != NULL; field++)
      if (field->type == RK_FIELD_REFERENCE ||
          (field->type == RK_FIELD_REFERENCE_SET && field->target != NULL))
        g_assert_nonnull (find_kind (field->target));
}

static void
test_enums_have_values (void)
{
  for (guint i = 0; rk_portfolio_kinds[i] != NULL; i++)
    for (const RkField *field = rk_portfolio_kinds[i]->fields; field->name != NULL; field++)
      g_assert_cmpint (field->type == RK_FIELD_ENUM || field->type == RK_FIELD_ENUM_SET, ==,
                       field->values != NULL);
}

static void
test_no_field_is_a_column_of_every_kind (void)
{
  static const char *const fixed[] = { "number", "id", "created_at", "updated_at", "extra" };

  for (guint i = 0; rk_portfolio_kinds[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (fixed); j++)
      g_assert_cmpint (rk_kind_find_field (rk_portfolio_kinds[i], fixed[j]), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/portfolio-kinds/title-is-a-field", test_title_is_a_field);
  g_test_add_func ("/portfolio-kinds/references-lead-to-a-kind", test_references_lead_to_a_kind);
  g_test_add_func ("/portfolio-kinds/enums-have-values", test_enums_have_values);
  g_test_add_func ("/portfolio-kinds/no-field-is-a-column-of-every-kind",
                   test_no_field_is_a_column_of_every_kind);
  return g_test_run ();
}
