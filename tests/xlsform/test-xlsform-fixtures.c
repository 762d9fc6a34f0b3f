/* SPDX-License-Identifier: EUPL-1.2 */
/* Whole forms of our own: converted, filled in, and what follows from the answers. */
#include "xlsform-fixture.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  RkFormInstance *instance;
  GPtrArray *messages;
} Fixture;

static void
set_up (Fixture *f, gconstpointer name)
{
  g_autofree char *source = g_strdup_printf ("%s.md", (const char *) name);
  g_autofree char *md = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "xlsform", "fixtures", source, NULL);
  g_autofree char *workbook = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RkForm) form = NULL;
  g_autoptr (GError) error = NULL;
  RkFormEnvironment environment = { .now_us = G_GINT64_CONSTANT (1768469400000000),
                                    .seeded = TRUE };

  f->messages = messages_new ();
  f->folder = g_dir_make_tmp ("rk-xlsform-XXXXXX", &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &md, NULL, &error);
  g_assert_no_error (error);
  bytes = workbook_from_md (md);
  workbook = g_build_filename (f->folder, "form.xlsx", NULL);
  g_file_set_contents (workbook, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  form = rk_xlsform_open (workbook, path, f->messages, &error);
  if (g_str_equal (name, "fouten"))
    {
      g_assert_error (error, RK_FORM_ERROR, RK_FORM_ERROR_INVALID);
      return;
    }
  g_assert_no_error (error);
  f->instance = rk_form_instance_new (form, &environment, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer name)
{
  g_autofree char *workbook = g_build_filename (f->folder, "form.xlsx", NULL);

  g_clear_object (&f->instance);
  g_ptr_array_unref (f->messages);
  g_remove (workbook);
  g_rmdir (f->folder);
  g_free (f->folder);
}

static RkFormNode *
node_at (Fixture *f, const char *path)
{
  RkFormNode *node = rk_form_instance_find (f->instance, path);

  if (node == NULL)
    g_error ("There is no %s.", path);
  return node;
}

static void
set (Fixture *f, const char *path, const char *value)
{
  g_assert_cmpint (rk_form_instance_set_value (f->instance, node_at (f, path), value), ==,
                   RK_REJECT_NONE);
}

#define assert_value(f, path, expected)                                                            \
  g_assert_cmpstr (rk_form_node_get_value (node_at ((f), (path))), ==, (expected))

static void
assert_label (Fixture *f, const char *path, const char *expected)
{
  g_assert_cmpstr (rk_form_node_get_label (node_at (f, path)), ==, expected);
}

/* --- satisfaction ----------------------------------------------------------------------------- */

static void
test_satisfaction_speaks_two_languages (Fixture *f, gconstpointer data)
{
  RkForm *form = rk_form_instance_get_form (f->instance);
  const char *const *languages = rk_form_get_languages (form);

  g_assert_cmpuint (f->messages->len, ==, 0);
  g_assert_cmpstr (rk_form_get_id (form), ==, "tevredenheid-onthaal");
  g_assert_cmpstr (rk_form_get_version (form), ==, "2026-1");
  g_assert_cmpstr (rk_form_get_title (form), ==, "Tevredenheid onthaal");
  g_assert_cmpstr (languages[0], ==, "Nederlands (nl)");
  g_assert_cmpstr (languages[1], ==, "Français (fr)");
  g_assert_null (languages[2]);
  assert_label (f, "/data/bezoek/datum", "Wanneer kwam u langs?");
  rk_form_instance_set_language (f->instance, "Français (fr)");
  assert_label (f, "/data/bezoek/datum", "Quand êtes-vous venu ?");
}

static void
test_satisfaction_asks_each_service (Fixture *f, gconstpointer data)
{
  g_assert_false (rk_form_node_get_relevant (node_at (f, "/data/beoordeling")));
  set (f, "/data/bezoek/diensten", "bibliotheek omgeving");
  assert_value (f, "/data/aantal", "2");
  assert_value (f, "/data/beoordeling[1]/naam", "Omgeving");
  assert_value (f, "/data/beoordeling[2]/naam", "Bibliotheek");
  assert_label (f, "/data/beoordeling[2]/cijfer", "Welk cijfer geeft u aan Bibliotheek?");
  set (f, "/data/beoordeling[1]/cijfer", "2");
  set (f, "/data/beoordeling[2]/cijfer", "5");
  g_assert_true (rk_form_node_get_relevant (node_at (f, "/data/beoordeling[1]/waarom")));
  g_assert_false (rk_form_node_get_relevant (node_at (f, "/data/beoordeling[2]/waarom")));
  assert_value (f, "/data/gemiddelde", "3.5");
}

static void
test_satisfaction_asks_which_other (Fixture *f, gconstpointer data)
{
  g_assert_false (rk_form_node_get_relevant (node_at (f, "/data/bezoek/kanaal_other")));
  set (f, "/data/bezoek/kanaal", "other");
  g_assert_true (rk_form_node_get_relevant (node_at (f, "/data/bezoek/kanaal_other")));
  assert_label (f, "/data/bezoek/kanaal_other", "Geef aan welke.");
  rk_form_instance_set_language (f->instance, "Français (fr)");
  assert_label (f, "/data/bezoek/kanaal_other", "Précisez.");
}

static void
test_satisfaction_is_named_by_its_day (Fixture *f, gconstpointer data)
{
  set (f, "/data/bezoek/datum", "2026-01-10");
  assert_value (f, "/data/meta/instanceName", "Onthaal 2026-01-10");
  set (f, "/data/bezoek/datum", "2030-01-10");
  g_assert_cmpint (rk_form_node_get_violation (node_at (f, "/data/bezoek/datum")), ==,
                   RK_VIOLATION_CONSTRAINT);
}

/* --- inventory -------------------------------------------------------------------------------- */

static void
test_inventory_filters_by_province (Fixture *f, gconstpointer data)
{
  set (f, "/data/plaats/gemeente", "gent");
  assert_value (f, "/data/plaats/gemeente", "");
  set (f, "/data/plaats/gemeente", "menen");
  assert_value (f, "/data/plaats/gemeente", "menen");
}

static void
test_inventory_adds_up (Fixture *f, gconstpointer data)
{
  g_autofree char *message = NULL;

  set (f, "/data/aantal_lokalen", "2");
  set (f, "/data/lokaal[1]/lokaal_naam", "Refter");
  set (f, "/data/lokaal[1]/maten/lengte", "8");
  set (f, "/data/lokaal[1]/maten/breedte", "5");
  assert_value (f, "/data/lokaal[1]/maten/oppervlakte", "40");
  set (f, "/data/lokaal[1]/maten/breedte", "9");
  message = rk_form_node_dup_violation_message (node_at (f, "/data/lokaal[1]/maten/breedte"));
  g_assert_cmpstr (message, ==, "De breedte is hoogstens 8.0 m.");
  rk_form_instance_add_row (f->instance, node_at (f, "/data/lokaal[2]/stuk"), NULL);
  set (f, "/data/lokaal[2]/stuk[1]/stuk_staat", "stuk");
  set (f, "/data/lokaal[2]/stuk[1]/stuk_aantal", "3");
  set (f, "/data/lokaal[2]/stuk[1]/stuk_prijs", "400");
  assert_value (f, "/data/lokaal[2]/lokaal_kost", "1200");
  assert_value (f, "/data/totaal", "1200");
  assert_value (f, "/data/stukken", "2");
  g_assert_true (rk_form_node_get_relevant (node_at (f, "/data/besluit")));
  assert_label (f, "/data/lokaal[1]/stuk[1]/stuk_naam", "Wat staat er in Refter?");
}

/* --- incident --------------------------------------------------------------------------------- */

static void
test_incident_fills_in_by_itself (Fixture *f, gconstpointer data)
{
  assert_value (f, "/data/vandaag", "2026-01-15");
  assert_value (f, "/data/bron", "regiekamer");
  g_assert_cmpstr (rk_form_node_get_value (node_at (f, "/data/wanneer")), !=, "");
  assert_value (f, "/data/gewijzigd", "");
  set (f, "/data/soort", "lek");
  g_assert_cmpstr (rk_form_node_get_value (node_at (f, "/data/gewijzigd")), !=, "");
}

static void
test_incident_chooses_from_answers (Fixture *f, gconstpointer data)
{
  rk_form_instance_add_row (f->instance, node_at (f, "/data/betrokkene"), NULL);
  assert_value (f, "/data/betrokkene[1]/nummer", "1");
  assert_value (f, "/data/betrokkene[2]/nummer", "2");
  set (f, "/data/betrokkene[1]/naam", "An");
  set (f, "/data/betrokkene[2]/naam", "Bram");
  set (f, "/data/melder", "Bram");
  assert_value (f, "/data/melder", "Bram");
  set (f, "/data/soort", "lek");
  set (f, "/data/wanneer", "2026-01-10T10:00:00");
  assert_label (f, "/data/nota", "Gemeld op 2026-01-10T10:00:00 door **Bram**: hoog is de ernst.");
}

/* --- visit ------------------------------------------------------------------------------------ */

static void
test_visit_names_missing_files_where_they_are_read (Fixture *f, gconstpointer data)
{
  const RkFormMessage *school = g_ptr_array_index (f->messages, 1);

  g_assert_cmpuint (f->messages->len, ==, 2);
  g_assert_cmpint (school->severity, ==, RK_FORM_SEVERITY_WARNING);
  g_assert_cmpstr (school->sheet, ==, "survey");
  g_assert_cmpint (school->line, ==, 4);
  g_assert_cmpstr (school->column, ==, "type");
}

static void
test_visit_makes_an_entity (Fixture *f, gconstpointer data)
{
  g_autofree char *xml = NULL;

  set (f, "/data/bezoeker", "An");
  set (f, "/data/aanwezig", "12");
  xml = rk_form_instance_to_xml (f->instance, TRUE);
  g_assert_nonnull (strstr (xml, "dataset=\"bezoeken\""));
  g_assert_nonnull (strstr (xml, "<label> An</label>"));
}

/* --- faults ----------------------------------------------------------------------------------- */

static void
test_all_faults_are_told_at_once (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *sheet, *column, *code;
    int row;
  } expected[] = {
    { "survey", "type", "unknown-type", 2 },
    { "survey", "relevant", "unknown-name", 3 },
    { "survey", "constraint", "xpath-syntax", 4 },
    { "survey", "name", "duplicate-name", 5 },
    { "survey", "type", "unknown-list", 6 },
    { "survey", "name", "bad-name", 8 },
    { "survey", "label", "no-label", 9 },
    { "survey", "calculation", "no-calculation", 10 },
    { "survey", "parameters", "bad-parameter", 11 },
    { "survey", "type", "unclosed", 12 },
    { "survey", "calculation", "unknown-function", 13 },
    { "survey", "type", "unopened", 14 },
    { "survey", "calculation", "cycle", 16 },
    { "survey", "label", "bad-reference", 17 },
    { "survey", "type", "no-type", 18 },
    { "survey", "name", "no-name", 19 },
    { "survey", "trigger", "bad-trigger", 20 },
    { "survey", "parameters", "bad-parameter", 21 },
    { "choices", "name", "duplicate-choice", 3 },
    { "choices", "name", "blank-in-choice", 4 },
    { "choices", "name", "no-name", 5 },
    { "survey", "lable", "unknown-column", 1 },
    { "choices", "label", "no-label", 6 },
  };

  for (guint i = 0; i < f->messages->len; i++)
    {
      const RkFormMessage *message = g_ptr_array_index (f->messages, i);

      g_test_message ("%s %d %s %s: %s", message->sheet, message->line, message->column,
                      message->code, message->message);
      g_assert_cmpuint (i, <, G_N_ELEMENTS (expected));
      g_assert_cmpstr (message->code, ==, expected[i].code);
      g_assert_cmpstr (message->sheet, ==, expected[i].sheet);
      g_assert_cmpint (message->line, ==, expected[i].row);
      g_assert_cmpstr (message->column, ==, expected[i].column);
    }
  g_assert_cmpuint (f->messages->len, ==, G_N_ELEMENTS (expected));
}

#define ADD(path, name, func) g_test_add (path, Fixture, name, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/fixtures/satisfaction/speaks-two-languages", "tevredenheid",
       test_satisfaction_speaks_two_languages);
  ADD ("/fixtures/satisfaction/asks-each-service", "tevredenheid",
       test_satisfaction_asks_each_service);
  ADD ("/fixtures/satisfaction/asks-which-other", "tevredenheid",
       test_satisfaction_asks_which_other);
  ADD ("/fixtures/satisfaction/is-named-by-its-day", "tevredenheid",
       test_satisfaction_is_named_by_its_day);
  ADD ("/fixtures/inventory/filters-by-province", "inventaris", test_inventory_filters_by_province);
  ADD ("/fixtures/inventory/adds-up", "inventaris", test_inventory_adds_up);
  ADD ("/fixtures/incident/fills-in-by-itself", "incident", test_incident_fills_in_by_itself);
  ADD ("/fixtures/incident/chooses-from-answers", "incident", test_incident_chooses_from_answers);
  ADD ("/fixtures/visit/names-missing-files-where-they-are-read", "bezoek",
       test_visit_names_missing_files_where_they_are_read);
  ADD ("/fixtures/visit/makes-an-entity", "bezoek", test_visit_makes_an_entity);
  ADD ("/fixtures/faults/all-are-told-at-once", "fouten", test_all_faults_are_told_at_once);
  return g_test_run ();
}
