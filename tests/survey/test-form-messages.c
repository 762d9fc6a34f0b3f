/* SPDX-License-Identifier: EUPL-1.2 */
/* What the bevraging says about answers that cannot be right: in words, with the figures at hand,
 * and about nothing else. */
#include "rk-form-instance.h"

#define ROWS "/BDR/BDR_S1/BDR_A01"

static RkFormInstance *
start (void)
{
  const RkFormEnvironment environment = { 0 };
  g_autofree char *path =
      g_build_filename (g_getenv ("RK_SOURCE_ROOT"), "data", "forms", "bdr.xml", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form = rk_form_new_from_file (path, NULL, NULL, &error);
  RkFormInstance *instance;

  g_assert_no_error (error);
  instance = rk_form_instance_new (form, &environment, &error);
  g_assert_no_error (error);
  return instance;
}

static void
enter (RkFormInstance *instance, const char *path, const char *text)
{
  RkFormNode *node = rk_form_instance_find (instance, path);

  g_assert_nonnull (node);
  g_assert_cmpint (rk_form_instance_set_value (instance, node, text), ==, RK_REJECT_NONE);
}

/* @message NULL: nothing is wrong there. */
static void
expect (RkFormInstance *instance, const char *path, const char *message)
{
  RkFormNode *node = rk_form_instance_find (instance, path);
  g_autofree char *got = rk_form_node_get_violation (node) == RK_VIOLATION_CONSTRAINT
                             ? rk_form_node_dup_violation_message (node)
                             : NULL;

  g_assert_cmpstr (got, ==, message);
}

static void
test_a_part_is_not_more_than_the_whole (void)
{
  g_autoptr (RkFormInstance) instance = start ();

  enter (instance, "/BDR/BDR_S0/BDR_P04", "90");
  expect (instance, "/BDR/BDR_S0/BDR_P04", NULL); /* the whole is not known yet */
  enter (instance, "/BDR/BDR_S0/BDR_P03", "84.5");
  expect (instance, "/BDR/BDR_S0/BDR_P04",
          "Het aantal ICT-VTE kan niet hoger zijn dan het totale aantal VTE (84,5).");
  enter (instance, "/BDR/BDR_S0/BDR_P04", "84.5");
  expect (instance, "/BDR/BDR_S0/BDR_P04", NULL);
  enter (instance, "/BDR/BDR_S0/BDR_P03", "1234.5");
  enter (instance, "/BDR/BDR_S0/BDR_P04", "2000");
  expect (instance, "/BDR/BDR_S0/BDR_P04",
          "Het aantal ICT-VTE kan niet hoger zijn dan het totale aantal VTE (1.234,5).");
  enter (instance, "/BDR/BDR_S0/BDR_P04", "-1");
  expect (instance, "/BDR/BDR_S0/BDR_P04", "Vul een getal in van 0 tot 1.000.");
  enter (instance, "/BDR/BDR_S4/BDR_D05", "4");
  enter (instance, "/BDR/BDR_S4/BDR_D06", "5");
  expect (instance, "/BDR/BDR_S4/BDR_D06",
          "Dit aantal kan niet hoger zijn dan het totale aantal projecten (4).");
}

static void
test_a_range_is_told_with_its_limits (void)
{
  g_autoptr (RkFormInstance) instance = start ();

  enter (instance, "/BDR/BDR_S1/BDR_A03", "101");
  expect (instance, "/BDR/BDR_S1/BDR_A03", "Vul een percentage in van 0 tot 100.");
  enter (instance, "/BDR/BDR_S3/BDR_C01", "2001");
  expect (instance, "/BDR/BDR_S3/BDR_C01", "Vul een geheel getal in van 0 tot 2.000.");
  enter (instance, "/BDR/BDR_S3/BDR_C05", "-5");
  expect (instance, "/BDR/BDR_S3/BDR_C05", "Vul een bedrag in van 0 tot 1.000.000 euro.");
}

static void
test_a_domain_is_listed_once (void)
{
  g_autoptr (RkFormInstance) instance = start ();
  RkFormNode *repeat = rk_form_instance_find (instance, ROWS);

  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (rk_form_instance_add_row (instance, repeat, NULL), ==, RK_REJECT_NONE);
  enter (instance, ROWS "[1]/domein", "web");
  enter (instance, ROWS "[2]/domein", "geo");
  enter (instance, ROWS "[3]/domein", "geo");
  expect (instance, ROWS "[1]/domein", NULL);
  expect (instance, ROWS "[2]/domein", "Dit domein staat al in rij 3.");
  expect (instance, ROWS "[3]/domein", "Dit domein staat al in rij 2.");
  enter (instance, ROWS "[1]/einde", "203");
  expect (instance, ROWS "[1]/einde", "Vul een jaar in van 2020 tot 2050, bijvoorbeeld 2028.");
  enter (instance, ROWS "[3]/domein", "web");
  expect (instance, ROWS "[1]/domein", "Dit domein staat al in rij 3.");
  expect (instance, ROWS "[2]/domein", NULL);
}

static void
test_choices_have_limits (void)
{
  g_autoptr (RkFormInstance) instance = start ();

  enter (instance, "/BDR/BDR_S1/BDR_A06", "migratie koppelingen kennis markt");
  expect (instance, "/BDR/BDR_S1/BDR_A06", NULL);
  enter (instance, "/BDR/BDR_S1/BDR_A06", "migratie koppelingen kennis markt budget");
  expect (instance, "/BDR/BDR_S1/BDR_A06", "U kunt er hoogstens 4 kiezen. Haal er eerst een weg.");
  enter (instance, "/BDR/BDR_S1/BDR_A06", "migratie geen");
  expect (instance, "/BDR/BDR_S1/BDR_A06",
          "‘Geen drempels’ kan niet samen met een ander antwoord.");
  enter (instance, "/BDR/BDR_S1/BDR_A06", "geen");
  expect (instance, "/BDR/BDR_S1/BDR_A06", NULL);
}

static void
test_a_ranking_has_no_hole (void)
{
  g_autoptr (RkFormInstance) instance = start ();
  const char *second = "/BDR/BDR_S6/BDR_F02/BDR_F02_2";
  RkFormNode *node;
  GPtrArray *choices;

  enter (instance, second, "raam");
  expect (instance, second, "Vul eerst de plaats hierboven in.");
  enter (instance, "/BDR/BDR_S6/BDR_F02/BDR_F02_1", "cyber");
  expect (instance, second, NULL);
  node = rk_form_instance_find (instance, second);
  choices = rk_form_node_get_choices (node);
  g_assert_cmpuint (choices->len, ==, 7);
  for (guint i = 0; i < choices->len; i++)
    g_assert_cmpstr (((RkChoice *) choices->pdata[i])->value, !=, "cyber");
}

static void
test_municipalities_are_on_offer (void)
{
  g_autoptr (RkFormInstance) instance = start ();
  RkFormNode *node = rk_form_instance_find (instance, "/BDR/BDR_S0/BDR_P02");

  g_assert_false (rk_form_node_get_relevant (node));
  enter (instance, "/BDR/BDR_S0/BDR_P01", "gemeente_ocmw");
  g_assert_true (rk_form_node_get_relevant (node));
  g_assert_cmpuint (rk_form_node_get_choices (node)->len, ==, 285);
  enter (instance, "/BDR/BDR_S0/BDR_P01", "provincie");
  g_assert_false (rk_form_node_get_relevant (node));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/form-messages/a-part-is-not-more-than-the-whole",
                   test_a_part_is_not_more_than_the_whole);
  g_test_add_func ("/form-messages/a-range-is-told-with-its-limits",
                   test_a_range_is_told_with_its_limits);
  g_test_add_func ("/form-messages/a-domain-is-listed-once", test_a_domain_is_listed_once);
  g_test_add_func ("/form-messages/choices-have-limits", test_choices_have_limits);
  g_test_add_func ("/form-messages/a-ranking-has-no-hole", test_a_ranking_has_no_hole);
  g_test_add_func ("/form-messages/municipalities-are-on-offer", test_municipalities_are_on_offer);
  return g_test_run ();
}
