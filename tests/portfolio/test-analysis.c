/* SPDX-License-Identifier: EUPL-1.2 */
/* Each analysis on a small landscape, with figures that were computed by hand. */
#include "analysis-fixture.h"
#include "rk-country.h"
#include "rk-principles.h"

#include <string.h>

static void
put_application (Fixture *f, const char *id, const char *status, const char *component)
{
  g_autofree char *fit = g_strconcat ("fit-", id, NULL);

  fixture_put (f, "application", id, "name", id, "status", status);
  if (component != NULL)
    fixture_put (f, "fit", fit, "application", id, "component", component);
}

static void
test_gaps (Fixture *f, gconstpointer data)
{
  g_autoptr (RkAnalysisInput) input = NULL;
  g_autoptr (RkAnalysis) gaps = NULL;

  put_application (f, "used", "in_use", "c1");
  put_application (f, "leaving", "phasing_out", "c2");
  put_application (f, "coming", "planned", "c3");
  put_application (f, "gone", "retired", "c4");
  put_application (f, "unclear", NULL, "c5");
  put_application (f, "nowhere", "in_use", NULL);
  put_application (f, "elsewhere", "in_use", "not-in-the-model");
  input = fixture_load (f, TODAY);
  rk_analysis_input_set_scope (input, fixture_scope (6));
  gaps = rk_analysis_run ("gaps", input);
  assert_figure (gaps, "gaps", 4); /* c2, c3, c4, c6 */
  assert_figure (gaps, "components", 6);
  assert_figure (gaps, "filled", 1);
  assert_figure (gaps, "coverage", 100.0 / 6);
  g_assert_null (rk_analysis_find_row (gaps, "c1"));
  g_assert_null (rk_analysis_find_row (gaps, "c5"));
  assert_text (gaps, "c2", "state", "Only phasing out");
  assert_text (gaps, "c2", "domain", "Even");
  assert_text (gaps, "c4", "state", "No application");
  assert_cell (gaps, "c3", "planned", 1);
  assert_records (gaps, "c3", "coming");
  assert_records (gaps, "c4", "");
  g_assert_cmpuint (count_unknown (gaps, "status"), ==, 1);
  g_assert_cmpuint (count_unknown (gaps, "place"), ==, 2);
}

static void
test_no_architecture_is_no_coverage (Fixture *f, gconstpointer data)
{
  g_autoptr (RkAnalysis) gaps = NULL;

  put_application (f, "used", "in_use", "c1");
  gaps = fixture_analyse (f, "gaps");
  assert_figure (gaps, "gaps", NAN);
  assert_figure (gaps, "coverage", NAN);
  g_assert_false (gaps->enough);
}

static void
test_overlaps (Fixture *f, gconstpointer data)
{
  g_autoptr (RkAnalysis) overlaps = NULL;

  fixture_put (f, "product", "p1", "name", "P1");
  put_application (f, "a1", "in_use", "c1");
  put_application (f, "a2", "in_use", "c1");
  put_application (f, "a3", "in_use", "c2");
  put_application (f, "a4", "in_use", "c2");
  put_application (f, "a5", "phasing_out", "c2");
  put_application (f, "a6", "in_use", "c2");
  put_application (f, "a7", "in_use", "c3"); /* two is the least */
  put_application (f, "a8", "in_use", "c3");
  fixture_put (f, "application", "a1", "product", "p1");
  fixture_put (f, "application", "a2", "product", "p1"); /* the same product: no overlap */
  fixture_put (f, "application", "a3", "annual_cost", "100");
  fixture_put (f, "application", "a4", "annual_cost", "50.5");
  overlaps = fixture_analyse (f, "overlaps");
  assert_figure (overlaps, "overlaps", 2);
  assert_figure (overlaps, "applications", 5);
  assert_figure (overlaps, "cost", 150.5);
  assert_cell (overlaps, "c2", "products", 3);
  assert_cell (overlaps, "c2", "cost", 150.5);
  assert_records (overlaps, "c2", "a3 a4 a6");
  g_assert_cmpuint (count_unknown (overlaps, "cost"), ==, 3);
}

static void
test_end_of_life (Fixture *f, gconstpointer data)
{
  g_autoptr (RkAnalysis) ends = NULL;

  fixture_put (f, "product", "p1", "name", "P");
  fixture_put (f, "product_version", "v1", "product", "p1", "label", "1", "end_of_support",
               "2028-05-22"); /* the last day before 18 months */
  fixture_put (f, "product_version", "v2", "product", "p1", "label", "2", "end_of_support",
               "2028-05-23");
  fixture_put (f, "application", "support", "name", "A", "status", "in_use", "version", "v1");
  fixture_put (f, "application", "later", "name", "B", "status", "in_use", "version", "v2");
  fixture_put (f, "application", "no-successor", "name", "C", "status", "phasing_out", "end_date",
               "2027-01-01");
  fixture_put (f, "application", "successor", "name", "D", "status", "in_use", "end_date",
               "2027-01-01", "successor", "later");
  fixture_put (f, "application", "contract", "name", "E", "status", "in_use", "end_date",
               "2035-01-01");
  fixture_put (f, "contract", "k1", "name", "K", "applications", "contract", "end_date",
               "2030-06-30");
  fixture_put (f, "application", "renewed", "name", "F", "status", "in_use", "end_date",
               "2035-01-01");
  fixture_put (f, "contract", "k2", "name", "K", "applications", "renewed", "end_date",
               "2030-06-30", "tacit_renewal", "true");
  fixture_put (f, "application", "unknown", "name", "G", "status", "in_use");
  fixture_put (f, "application", "retired", "name", "H", "status", "retired", "version", "v1");
  ends = fixture_analyse (f, "end-of-life");
  assert_figure (ends, "applications", 3);
  assert_figure (ends, "support", 1);
  assert_figure (ends, "use", 1);
  assert_figure (ends, "contract", 1);
  assert_text (ends, "support", "date", "2028-05-22");
  assert_text (ends, "contract", "date", "2030-06-30");
  assert_cell (ends, "no-successor", "days", 39);
  g_assert_cmpstr (((RkAnalysisRow *) ends->rows->pdata[0])->key, ==, "no-successor");
  g_assert_cmpuint (count_unknown (ends, "end"), ==, 1);
}

static void
test_contracts (Fixture *f, gconstpointer data)
{
  g_autoptr (RkAnalysis) contracts = NULL;

  fixture_put (f, "supplier", "s1", "name", "Nordale");
  fixture_put (f, "contract", "k1", "name", "Soon", "supplier", "s1", "end_date", "2027-07-31",
               "notice_months", "6");
  fixture_put (f, "contract", "k2", "name", "Rolled", "end_date", "2020-07-31", "notice_months",
               "3", "tacit_renewal", "true", "renewal_months", "12");
  fixture_put (f, "contract", "k3", "name", "No notice", "end_date", "2027-01-31");
  fixture_put (f, "contract", "k4", "name", "No end");
  fixture_put (f, "contract", "k5", "name", "Ended", "end_date", "2026-01-31");
  fixture_put (f, "contract", "k6", "name", "Far", "end_date", "2030-12-31", "notice_months", "0");
  contracts = fixture_analyse (f, "contracts");
  assert_figure (contracts, "contracts", 5);
  assert_figure (contracts, "within_6_months", 3);
  assert_figure (contracts, "within_a_year", 3);
  assert_figure (contracts, "renewed", 1);
  assert_text (contracts, "k1", "notice", "2027-01-31");
  assert_text (contracts, "k1", "quarter", "2027-Q1");
  assert_text (contracts, "k1", "supplier", "Nordale");
  assert_text (contracts, "k2", "end", "2027-07-31");
  assert_text (contracts, "k2", "notice", "2027-04-30");
  assert_cell (contracts, "k2", "renewals", 7);
  assert_text (contracts, "k2", "quarter", "2027-Q2");
  assert_text (contracts, "k3", "notice", NULL);
  assert_text (contracts, "k3", "quarter", "2027-Q1");
  assert_text (contracts, "k6", "quarter", "2030-Q4");
  g_assert_null (rk_analysis_find_row (contracts, "k5"));
  g_assert_cmpuint (count_unknown (contracts, "end"), ==, 1);
  g_assert_cmpuint (count_unknown (contracts, "notice"), ==, 1);
}

/* 1,000 on c1 (Odd) with weight 3 and c2 (Even) with weight 1; 200 without a place in "Text". */
static void
test_cost (Fixture *f, gconstpointer data)
{
  g_autoptr (RkAnalysisInput) input = NULL;
  g_autoptr (RkAnalysis) cost = NULL, components = NULL;

  fixture_put (f, "application", "a1", "name", "A", "status", "in_use", "annual_cost", "1000");
  fixture_put (f, "fit", "f1", "application", "a1", "component", "c1", "weight", "3");
  fixture_put (f, "fit", "f2", "application", "a1", "component", "c2");
  fixture_put (f, "fit", "f3", "application", "a1", "component", "c3", "end_date", "2020-01-01");
  fixture_put (f, "application", "a2", "name", "B", "status", "phasing_out", "annual_cost", "200",
               "domain", "Text");
  fixture_put (f, "application", "a3", "name", "C", "status", "in_use");
  fixture_put (f, "application", "a4", "name", "D", "status", "retired", "annual_cost", "9999");
  fixture_put (f, "application", "a5", "name", "E", "annual_cost", "7");
  fixture_put (f, "application", "a6", "name", "F", "status", "in_use", "annual_cost", "300");
  input = fixture_load (f, TODAY);
  rk_analysis_input_set_scope (input, fixture_scope (4));
  rk_analysis_input_set_inhabitants (input, 1000, NULL);
  cost = rk_analysis_run ("cost", input);
  assert_figure (cost, "total", 1500);
  assert_figure (cost, "per_inhabitant", 1.5);
  assert_figure (cost, "known", 75);
  assert_cell (cost, "Odd", "cost", 750);
  assert_cell (cost, "Even", "cost", 250);
  assert_cell (cost, "Text", "cost", 200);
  assert_cell (cost, "", "cost", 300);
  assert_cell (cost, "Odd", "share", 50);
  assert_cell (cost, "Odd", "per_inhabitant", 0.75);
  assert_records (cost, "Odd", "a1");
  g_assert_cmpuint (count_unknown (cost, "cost"), ==, 1);
  g_assert_cmpuint (count_unknown (cost, "status"), ==, 1);
  components = rk_analysis_run ("component-cost", input);
  assert_cell (components, "c1", "cost", 750);
  assert_cell (components, "c2", "cost", 250);
  assert_cell (components, "", "cost", 500);
}

static void
test_weights_of_nothing_are_equal (Fixture *f, gconstpointer data)
{
  g_autoptr (RkAnalysis) cost = NULL;

  fixture_put (f, "application", "a1", "name", "A", "status", "in_use", "annual_cost", "90");
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("f%d", i), *key = g_strdup_printf ("c%d", i);

      fixture_put (f, "fit", id, "application", "a1", "component", key, "weight", "0");
    }
  cost = fixture_analyse (f, "component-cost");
  assert_cell (cost, "c1", "cost", 30);
  assert_figure (cost, "per_inhabitant", NAN);
}

static void
put_supplied (Fixture *f, const char *id, const char *supplier, const char *domain,
              const char *cost, const char *criticality)
{
  fixture_put (f, "application", id, "name", id, "status", "in_use", "supplier", supplier, "domain",
               domain, "annual_cost", cost, "criticality", criticality);
}

/* By number 2, 1, 1: shares 50, 25, 25. By cost 60, 30, 10. Critical: only s1 and s3. */
static void
test_suppliers (Fixture *f, gconstpointer data)
{
  g_autoptr (RkAnalysis) suppliers = NULL, domains = NULL;

  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%d", i);

      fixture_put (f, "supplier", id, "name", id);
    }
  put_supplied (f, "a1", "s1", "D", "40", "4");
  put_supplied (f, "a2", "s1", "D", "20", "1");
  put_supplied (f, "a3", "s2", "D", "30", "2");
  put_supplied (f, "a4", "s3", "E", "10", "3");
  put_supplied (f, "a5", NULL, NULL, NULL, NULL);
  suppliers = fixture_analyse (f, "suppliers");
  assert_figure (suppliers, "hhi_applications", 3750);
  assert_figure (suppliers, "hhi_cost", 4600);
  assert_figure (suppliers, "hhi_critical", 5000);
  assert_figure (suppliers, "top3", 100);
  assert_figure (suppliers, "cost_known", 80);
  assert_cell (suppliers, "s1", "share", 50);
  assert_cell (suppliers, "s1", "cost_share", 60);
  assert_cell (suppliers, "s1", "critical", 1);
  assert_records (suppliers, "s1", "a1 a2");
  g_assert_cmpuint (count_unknown (suppliers, "supplier"), ==, 1);
  g_assert_cmpuint (count_unknown (suppliers, "cost"), ==, 1);
  domains = fixture_analyse (f, "supplier-domains");
  assert_cell (domains, "D", "hhi", 10000 * (4.0 / 9 + 1.0 / 9));
  assert_text (domains, "D", "largest", "s1");
  assert_cell (domains, "D", "share", 200.0 / 3);
  assert_cell (domains, "E", "hhi", 10000);
  assert_figure (domains, "high", 1); /* E has one application: that says nothing */
  assert_figure (domains, "judged", 1);
  g_assert_cmpuint (count_unknown (domains, "domain"), ==, 1);
}

static void
put_interface (Fixture *f, const char *id, const char *source, const char *target,
               const char *direction, const char *type)
{
  fixture_put (f, "interface", id, "source", source, "target", target, "direction", direction,
               "type", type);
}

/* a → b → c → d, and a ↔ e; f is planned. */
static void
put_network (Fixture *f)
{
  static const char *const criticality[] = { "1", "2", "3", "4", NULL };

  for (int i = 0; i < 5; i++)
    {
      g_autofree char *id = g_strdup_printf ("%c", 'a' + i);

      fixture_put (f, "application", id, "name", id, "status", "in_use", "criticality",
                   criticality[i]);
    }
  fixture_put (f, "application", "f", "name", "f", "status", "planned");
  put_interface (f, "i1", "a", "b", "forward", "standard");
  put_interface (f, "i2", "c", "b", "backward", "custom");
  put_interface (f, "i3", "c", "d", NULL, NULL);
  put_interface (f, "i4", "a", "e", "both", "custom");
  put_interface (f, "i5", "a", "f", "forward", "custom");
  put_interface (f, "i6", "a", "b", "forward", "standard");
  fixture_put (f, "interface", "i7", "source", "e", "target", "d", "status", "retired");
}

static void
test_hubs (Fixture *f, gconstpointer data)
{
  g_autoptr (RkAnalysis) hubs = NULL;

  put_network (f);
  hubs = fixture_analyse (f, "hubs");
  assert_cell (hubs, "a", "degree", 2);
  assert_cell (hubs, "a", "interfaces", 4);
  assert_cell (hubs, "a", "custom", 50);
  assert_cell (hubs, "a", "betweenness", 3); /* e with b, c and d */
  assert_cell (hubs, "b", "betweenness", 4);
  assert_text (hubs, "b", "single_point", "Yes");
  assert_text (hubs, "d", "single_point", "No");
  assert_figure (hubs, "single_points", 3);
  assert_figure (hubs, "interfaces", 6);
  assert_figure (hubs, "custom", 60);
  g_assert_null (rk_analysis_find_row (hubs, "f"));
  g_assert_cmpuint (count_unknown (hubs, "type"), ==, 1);
}

static void
test_impact (Fixture *f, gconstpointer data)
{
  g_autoptr (RkAnalysis) impact = NULL;

  put_network (f);
  impact = fixture_analyse (f, "impact");
  assert_cell (impact, "a", "reached", 3); /* b and e, then c */
  assert_cell (impact, "a", "direct", 2);
  assert_cell (impact, "a", "weight", 5);
  assert_cell (impact, "a", "unknown", 1);
  assert_cell (impact, "b", "weight", 7);
  assert_cell (impact, "c", "weight", 4);
  assert_records (impact, "b", "c d");
  g_assert_null (rk_analysis_find_row (impact, "d"));
  assert_cell (impact, "e", "reached", 2);
  assert_figure (impact, "largest", 2); /* b weighs most */
  g_assert_cmpuint (count_unknown (impact, "criticality"), ==, 1);
}

/* Satisfaction 4 is 75; one of two components suits: 50; together 62.5. Support over a year and a
 * half is 100, one of two standards 50, interfaces 0, no regie: 50. */
static void
test_time (Fixture *f, gconstpointer data)
{
  g_autoptr (RkAnalysis) time = NULL;

  fixture_put (f, "standard", "t1", "name", "T1");
  fixture_put (f, "standard", "t2", "name", "T2");
  fixture_put (f, "product", "p1", "name", "P", "components", "c1");
  fixture_put (f, "product_version", "v1", "product", "p1", "label", "1", "end_of_support",
               "2030-01-01");
  fixture_put (f, "product_standard", "s1", "product", "p1", "standard", "t1", "claim", "claimed");
  fixture_put (f, "product_standard", "s2", "product", "p1", "standard", "t2", "claim", "refuted");
  fixture_put (f, "component_standard", "r1", "component", "c1", "standard", "t1", "obligation",
               "required");
  fixture_put (f, "component_standard", "r2", "component", "c1", "standard", "t2", "obligation",
               "required");
  fixture_put (f, "application", "a1", "name", "A", "status", "in_use", "product", "p1", "version",
               "v1");
  fixture_put (f, "fit", "f1", "application", "a1", "component", "c1");
  fixture_put (f, "fit", "f2", "application", "a1", "component", "c2");
  fixture_put (f, "rating", "r1", "application", "a1", "grade", "4");
  fixture_put (f, "interface", "i1", "source", "a1", "target_name", "X", "type", "custom");
  fixture_put (f, "application", "a2", "name", "B", "status", "in_use");
  fixture_put (f, "rating", "r2", "application", "a2", "grade", "1");
  time = fixture_analyse (f, "time");
  assert_cell (time, "a1", "functional", 62.5);
  assert_cell (time, "a1", "technical", 50);
  assert_text (time, "a1", "advice", "Invest");
  assert_cell (time, "a1", "regie", NAN);
  assert_figure (time, "invest", 1);
  assert_figure (time, "eliminate", 0);
  g_assert_null (rk_analysis_find_row (time, "a2"));
  g_assert_cmpuint (count_unknown (time, "axis"), ==, 1);
}

static void
answer_all (Fixture *f, const char *application, const char *value)
{
  g_autoptr (RkChange) change = rk_change_new (f->store, "Answers");

  for (guint i = 0; i < RK_REGIE_N_QUESTIONS; i++)
    {
      const char *question = rk_regie_questions[i].id;
      g_autofree char *id = rk_store_name_id ("regie", application, question, NULL);

      rk_change_set (change, "regie_answer", id, "application", application, "question", question,
                     "value", rk_regie_questions[i].computed ? "not_applicable" : value, NULL);
    }
  for (guint i = 0; i < 2; i++) /* two of five would be too few */
    {
      const char *question = i == 0 ? "A1" : "A3";
      g_autofree char *id = rk_store_name_id ("regie", application, question, NULL);

      rk_change_set (change, "regie_answer", id, "value", "unknown", NULL);
    }
  fixture_apply (change);
}

/* 3 answers in the application layer: A2 as answered, A1 25 and A3 100. */
static void
test_regie (Fixture *f, gconstpointer data)
{
  g_autoptr (RkAnalysis) regie = NULL;

  fixture_put (f, "product", "p1", "name", "P", "components", "c1");
  fixture_put (f, "product", "p2", "name", "Q", "components", "c1");
  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%d", i), *fit = g_strdup_printf ("f%d", i);

      fixture_put (f, "application", id, "name", id, "status", "in_use", "product", "p1",
                   "criticality",
                   i == 1   ? "3"
                   : i == 2 ? "1"
                            : NULL);
      fixture_put (f, "fit", fit, "application", id, "component", "c1");
    }
  fixture_put (f, "contract", "k1", "name", "K", "applications", "a1 a2 a3", "notice_months", "1");
  answer_all (f, "a1", "25");
  answer_all (f, "a2", "100");
  answer_all (f, "a3", "100");
  put_application (f, "a4", "in_use", NULL);
  regie = fixture_analyse (f, "regie");
  /* a1: 25 everywhere and 50 capped to 25: 25. a2: 100, 100 and 75: 95. */
  assert_cell (regie, "a1", "regie", 25);
  assert_cell (regie, "a2", "regie", 95);
  assert_cell (regie, "a2", "application", 75);
  assert_figure (regie, "regie", (3 * 25 + 95) / 4.0);
  assert_figure (regie, "critical_low", 100);
  assert_figure (regie, "scored", 3);
  assert_figure (regie, "dependent", 1);
  assert_figure (regie, "in_control", 2);
  assert_cell (regie, "a4", "regie", NAN);
  assert_text (regie, "a4", "band", NULL);
  g_assert_cmpuint (count_unknown (regie, "total"), ==, 1);
  g_assert_cmpuint (count_unknown (regie, "criticality"), ==, 1);
}

static void
test_building_blocks (Fixture *f, gconstpointer data)
{
  static const char *const statuses[] = { "in_use", "planned", "not_used", "not_applicable" };
  g_autoptr (RkAnalysis) blocks = NULL;

  fixture_put (f, "building_block", "b1", "name", "MAGDA");
  fixture_put (f, "building_block", "b2", "name", "eBox");
  fixture_put (f, "building_block", "b3", "name", "Nothing noted");
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i), *adoption = g_strdup_printf ("d%u", i);

      put_application (f, id, "in_use", NULL);
      fixture_put (f, "adoption", adoption, "building_block", "b1", "application", id, "status",
                   statuses[i]);
    }
  fixture_put (f, "adoption", "whole", "building_block", "b2", "status", "in_use",
               "official_status", "planned");
  blocks = fixture_analyse (f, "building-blocks");
  assert_cell (blocks, "b1", "adoption", 100.0 / 3);
  assert_cell (blocks, "b1", "not_applicable", 1);
  assert_cell (blocks, "b2", "adoption", NAN);
  assert_text (blocks, "b2", "own", "In use");
  assert_text (blocks, "b2", "official", "Planned");
  assert_records (blocks, "b2", "whole");
  assert_figure (blocks, "used", 2);
  assert_figure (blocks, "blocks", 3);
  g_assert_cmpuint (count_unknown (blocks, "status"), ==, 1);
}

static void
test_principles (Fixture *f, gconstpointer data)
{
  g_autoptr (RkAnalysis) principles = NULL;

  g_assert_cmpuint (rk_principles_list ()->len, ==, 41);
  put_application (f, "a1", "in_use", NULL);
  fixture_put (f, "principle_answer", "q1", "principle", "PR.B01", "value", "yes", "reason",
               "Because");
  fixture_put (f, "principle_answer", "q2", "principle", "PR.B01", "application", "a1", "value",
               "no");
  fixture_put (f, "principle_answer", "q3", "principle", "PR.B02", "value", "partly");
  fixture_put (f, "principle_answer", "q4", "principle", "PR.B03", "value", "not_applicable");
  fixture_put (f, "principle_answer", "q5", "principle", "PR.B04", "application", "gone", "value",
               "yes");
  principles = fixture_analyse (f, "principles");
  assert_figure (principles, "principles", 41);
  assert_figure (principles, "answered", 3);
  assert_figure (principles, "followed", 50);
  assert_cell (principles, "PR.B01", "followed", 50);
  assert_text (principles, "PR.B01", "own", "Yes");
  assert_text (principles, "PR.B01", "reason", "Because");
  assert_records (principles, "PR.B01", "q1 q2");
  assert_cell (principles, "PR.B03", "followed", NAN);
  g_assert_cmpuint (count_unknown (principles, "answer"), ==, 38);
}

/* What is there is not nothing. */
static void
test_small_shares (void)
{
  g_autofree char *none = rk_analysis_format_number (RK_VALUE_PERCENT, 0);
  g_autofree char *little = rk_analysis_format_number (RK_VALUE_PERCENT, 0.6);
  g_autofree char *one = rk_analysis_format_number (RK_VALUE_PERCENT, 1);

  g_assert_true (g_str_has_prefix (none, "0"));
  g_assert_true (g_str_has_prefix (little, "< 1"));
  g_assert_true (g_str_has_prefix (one, "1"));
}

static void
test_principles_have_names_and_ids (void)
{
  GPtrArray *principles = rk_principles_list ();
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < principles->len; i++)
    {
      const RkPrinciple *principle = g_ptr_array_index (principles, i);

      g_assert_true (g_hash_table_add (ids, principle->id));
      g_assert_true (*principle->name != '\0' && *principle->group != '\0');
      g_assert_true (g_str_has_suffix (principle->question, "?"));
    }
}

static void
test_sovereignty (Fixture *f, gconstpointer data)
{
  g_autoptr (RkAnalysis) sovereignty = NULL;

  fixture_put (f, "supplier", "s1", "name", "Flemish", "country", "BE");
  fixture_put (f, "supplier", "s2", "name", "Daughter", "country", "België", "parent_company",
               "Inc", "parent_country", "Verenigde Staten");
  fixture_put (f, "supplier", "s3", "name", "Parent unknown", "country", "BE", "parent_company",
               "Who");
  fixture_put (f, "application", "a1", "name", "A", "status", "in_use", "supplier", "s1", "hosting",
               "on_premise");
  fixture_put (f, "application", "a2", "name", "B", "status", "in_use", "supplier", "s2", "hosting",
               "cloud_eu", "personal_data", "true");
  fixture_put (f, "application", "a3", "name", "C", "status", "in_use", "supplier", "s3", "hosting",
               "cloud_outside_eu");
  fixture_put (f, "application", "a4", "name", "D", "status", "in_use");
  /* the country of the data is more precise than the kind of hosting */
  fixture_put (f, "application", "a5", "name", "E", "status", "in_use", "hosting", "cloud_eu",
               "hosting_country", "USA");
  fixture_put (f, "contract", "k1", "name", "K", "applications", "a2", "exit_arranged", "false");
  sovereignty = fixture_analyse (f, "sovereignty");
  assert_figure (sovereignty, "outside", 2);
  assert_figure (sovereignty, "foreign", 1);
  assert_figure (sovereignty, "outside_personal", 1);
  assert_figure (sovereignty, "no_exit", 1);
  assert_figure (sovereignty, "applications", 5);
  assert_cell (sovereignty, "a2", "risks", 2);
  assert_text (sovereignty, "a3", "law", NULL);
  assert_text (sovereignty, "a4", "place", NULL);
  g_assert_cmpuint (count_unknown (sovereignty, "place"), ==, 1);
  g_assert_cmpuint (count_unknown (sovereignty, "law"), ==, 3);
  g_assert_cmpuint (count_unknown (sovereignty, "exit"), ==, 4);
}

static void
test_countries (void)
{
  static const char *const inside[] = { "BE", "be", "België", "belgie", "Belgium", "Ierland" };
  static const char *const outside[] = { "US", "Verenigde Staten", "verenigde-staten", "UK" };
  static const char *const unknown[] = { "", "?", "Belgje", "Europa", "EU" };

  for (guint i = 0; i < G_N_ELEMENTS (inside); i++)
    g_assert_cmpint (rk_country_is_in_union (inside[i]), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
    g_assert_cmpint (rk_country_is_in_union (outside[i]), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_cmpint (rk_country_is_in_union (unknown[i]), ==, -1);
  g_assert_cmpint (rk_country_is_in_union (NULL), ==, -1);
}

static void
test_standards (Fixture *f, gconstpointer data)
{
  static const char *const claims[] = { "proven", "claimed", "refuted", NULL };
  g_autoptr (RkAnalysis) standards = NULL;

  fixture_put (f, "standard", "t1", "name", "OSLO");
  fixture_put (f, "component_standard", "r1", "component", "c1", "standard", "t1", "obligation",
               "required");
  fixture_put (f, "component_standard", "r2", "component", "nobody", "standard", "t1", "obligation",
               "required");
  for (guint i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i), *product = g_strdup_printf ("p%u", i),
                      *claim = g_strdup_printf ("s%u", i);

      fixture_put (f, "product", product, "name", product);
      put_application (f, id, "in_use", "c1");
      fixture_put (f, "application", id, "product", product);
      if (claims[i] != NULL)
        fixture_put (f, "product_standard", claim, "product", product, "standard", "t1", "claim",
                     claims[i]);
    }
  put_application (f, "a9", "retired", "c1");
  standards = fixture_analyse (f, "standards");
  assert_figure (standards, "asked", 4);
  assert_figure (standards, "covered", 50);
  assert_figure (standards, "proven", 25);
  assert_figure (standards, "products_claim", 1);
  assert_cell (standards, "r1", "refuted", 1);
  assert_cell (standards, "r1", "unknown", 1);
  g_assert_null (rk_analysis_find_row (standards, "r2"));
  g_assert_cmpuint (count_unknown (standards, "claim"), ==, 1);
}

/* An empty workspace: a sentence that says what to do, and no figure that pretends to be 0. */
static void
test_nothing_gives_a_first_step (Fixture *f, gconstpointer data)
{
  g_autoptr (RkAnalysisInput) input = fixture_load (f, TODAY);

  for (guint i = 0; rk_analyses[i].name != NULL; i++)
    {
      g_autoptr (RkAnalysis) analysis = rk_analysis_run (rk_analyses[i].name, input);
      const RkAnalysisFigure *figure = g_ptr_array_index (analysis->figures, 0);

      g_test_message ("%s: %s", analysis->name, analysis->sentence);
      g_assert_false (analysis->enough);
      g_assert_true (isnan (figure->value));
      g_assert_nonnull (analysis->sentence);
      g_assert_nonnull (analysis->why);
    }
}

static void
test_json_and_csv (Fixture *f, gconstpointer data)
{
  g_autoptr (RkAnalysis) suppliers = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *csv = NULL;
  JsonObject *object, *row;

  fixture_put (f, "supplier", "s1", "name", "=cmd|\"x\"");
  put_supplied (f, "a1", "s1", "D", "40.5", "4");
  suppliers = fixture_analyse (f, "suppliers");
  node = rk_analysis_to_json (suppliers, TODAY);
  object = json_node_get_object (node);
  g_assert_cmpstr (json_object_get_string_member (object, "name"), ==, "suppliers");
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (object, "figures"),
                                               "hhi_cost"),
                   ==, 10000);
  row = json_array_get_object_element (json_object_get_array_member (object, "rows"), 0);
  g_assert_cmpstr (json_object_get_string_member (row, "key"), ==, "s1");
  g_assert_cmpfloat (json_object_get_double_member (row, "cost"), ==, 40.5);
  g_assert_true (json_object_get_null_member (row, "regie"));
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (row, "records"),
                                               "count"),
                   ==, 1);
  csv = rk_analysis_to_csv (suppliers);
  g_assert_nonnull (strstr (csv, "\r\n\"'=cmd|\"\"x\"\"\";1;100;40,5;100;1;\r\n"));
}

static void
add (const char *name, void (*test) (Fixture *f, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/analysis/", name, NULL);

  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add ("gaps", test_gaps);
  add ("no-architecture-is-no-coverage", test_no_architecture_is_no_coverage);
  add ("overlaps", test_overlaps);
  add ("end-of-life", test_end_of_life);
  add ("contracts", test_contracts);
  add ("cost", test_cost);
  add ("weights-of-nothing-are-equal", test_weights_of_nothing_are_equal);
  add ("suppliers", test_suppliers);
  add ("hubs", test_hubs);
  add ("impact", test_impact);
  add ("time", test_time);
  add ("regie", test_regie);
  add ("building-blocks", test_building_blocks);
  add ("principles", test_principles);
  g_test_add_func ("/analysis/small-shares", test_small_shares);
  g_test_add_func ("/analysis/principles-have-names-and-ids", test_principles_have_names_and_ids);
  add ("sovereignty", test_sovereignty);
  g_test_add_func ("/analysis/countries", test_countries);
  add ("standards", test_standards);
  add ("nothing-gives-a-first-step", test_nothing_gives_a_first_step);
  add ("json-and-csv", test_json_and_csv);
  return g_test_run ();
}
