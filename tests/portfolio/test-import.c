/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-import.h"

#include "rk-change.h"
#include "rk-portfolio-kinds.h"

#include <string.h>

typedef struct
{
  char *folder;
  RkStore *store;
  GString *faults; /* "line:column:message\n" of the last look */
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("rk-import-XXXXXX", NULL);
  path = g_build_filename (f->folder, "test.regiekamer", NULL);
  f->store = rk_store_open (path, rk_portfolio_kinds, RK_STORE_CREATE, &error);
  g_assert_no_error (error);
  f->faults = g_string_new (NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_string_free (f->faults, TRUE);
  g_object_unref (f->store);
  g_free (f->folder);
}

static RkImport *
open_list (Fixture *f, const char *subject_name, const char *text)
{
  g_autofree char *path = g_build_filename (f->folder, "list.csv", NULL);
  g_autoptr (GError) error = NULL;
  RkImportSubject subject;
  RkRows *rows;

  g_assert_true (rk_import_subject_find (subject_name, &subject));
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  rows = rk_rows_open (path, &error);
  g_assert_no_error (error);
  return rk_import_new (f->store, &subject, rows);
}

static void
note_faults_cb (const RkImportRow *row, double fraction, gpointer data)
{
  for (guint i = 0; i < row->faults->len; i++)
    {
      RkImportFault *fault = row->faults->pdata[i];

      g_string_append_printf (data, "%u:%d:%s%s: %s\n", row->line, (int) fault->column,
                              fault->is_warning ? "~" : "",
                              fault->value != NULL ? fault->value : "", fault->message);
    }
}

static void
check (Fixture *f, RkImport *import)
{
  g_autoptr (GError) error = NULL;

  g_string_truncate (f->faults, 0);
  g_assert_true (rk_import_check (import, f->store, note_faults_cb, f->faults, NULL, &error));
  g_assert_no_error (error);
}

static void
apply (Fixture *f, RkImport *import)
{
  g_autoptr (GError) error = NULL;

  g_string_truncate (f->faults, 0);
  g_assert_true (
      rk_import_apply (import, f->store, FALSE, note_faults_cb, f->faults, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_counts (RkImport *import, guint n_new, guint changed, guint unchanged, guint faulty,
               guint left_out)
{
  g_assert_cmpuint (rk_import_count (import, RK_IMPORT_NEW), ==, n_new);
  g_assert_cmpuint (rk_import_count (import, RK_IMPORT_CHANGED), ==, changed);
  g_assert_cmpuint (rk_import_count (import, RK_IMPORT_UNCHANGED), ==, unchanged);
  g_assert_cmpuint (rk_import_count (import, RK_IMPORT_FAULTY), ==, faulty);
  g_assert_cmpuint (rk_import_count (import, RK_IMPORT_LEFT_OUT), ==, left_out);
}

static gint64
count (Fixture *f, const char *kind)
{
  return rk_store_count (f->store, kind, NULL, NULL, NULL);
}

static RkRecord *
find (Fixture *f, const char *kind, const char *name)
{
  g_autoptr (GPtrArray) list = rk_store_list (f->store, kind, "name = ?1", NULL, NULL, name, NULL);

  g_assert_cmpuint (list->len, ==, 1);
  return g_object_ref (list->pdata[0]);
}

static void
assert_field (Fixture *f, const char *kind, const char *name, const char *field,
              const char *expected)
{
  g_autoptr (RkRecord) record = find (f, kind, name);

  g_assert_cmpstr (rk_record_get (record, field), ==, expected);
}

/* --- the promises ------------------------------------------------------------------------------
 */

static const char applications[] =
    "Toepassing;Leverancier;Pakket;Versie;Gebruiksstatus;In gebruik sinds;Jaarlijkse kost;"
    "Persoonsgegevens;Belang;Onbekende kolom\r\n"
    "BurgerPunt;Nordale Software;BurgerPunt;7.2;In productie;1/3/2019;€ 48.500,00;ja;vitaal;x\r\n"
    "Rustoord;nordale software;Rustoord;3.3;uit te faseren;2012-11-01 00:00:00;5100;nee;2;y\r\n"
    "Parkeerrecht;Mobilio;;;onbekend;;;;;\r\n";

static void
test_a_dutch_list_is_understood (Fixture *f, gconstpointer data)
{
  g_autoptr (RkImport) import = open_list (f, "application", applications);
  guint made = 0;

  g_assert_null (rk_import_get_target (import, 9));
  check (f, import);
  g_assert_cmpstr (f->faults->str, ==, "");
  assert_counts (import, 3, 0, 0, 0, 0);
  g_assert_cmpint (count (f, "application"), ==, 0); /* only looked at */
  g_assert_cmpint (count (f, "supplier"), ==, 0);
  g_assert_true (rk_import_get_made (import, 0, &made) == &rk_kind_supplier);
  g_assert_cmpuint (made, ==, 2); /* one of them is named twice */

  apply (f, import);
  assert_counts (import, 3, 0, 0, 0, 0);
  g_assert_cmpint (count (f, "supplier"), ==, 2);
  g_assert_cmpint (count (f, "product"), ==, 2);
  g_assert_cmpint (count (f, "product_version"), ==, 2);
  assert_field (f, "application", "BurgerPunt", "status", "in_use");
  assert_field (f, "application", "BurgerPunt", "start_date", "2019-03-01");
  assert_field (f, "application", "BurgerPunt", "annual_cost", "48500");
  assert_field (f, "application", "BurgerPunt", "personal_data", "true");
  assert_field (f, "application", "BurgerPunt", "criticality", "4");
  assert_field (f, "application", "Rustoord", "status", "phasing_out");
  assert_field (f, "application", "Rustoord", "start_date", "2012-11-01");
  assert_field (f, "application", "Rustoord", "personal_data", "false");
  assert_field (f, "application", "Parkeerrecht", "status", NULL);
}

static void
test_what_is_made_belongs_together (Fixture *f, gconstpointer data)
{
  g_autoptr (RkImport) import = open_list (f, "application", applications);
  g_autoptr (RkRecord) application = NULL;
  g_autoptr (RkRecord) product = NULL;
  g_autoptr (RkRecord) version = NULL;

  apply (f, import);
  application = find (f, "application", "BurgerPunt");
  product = find (f, "product", "BurgerPunt");
  version =
      rk_store_get (f->store, "product_version", rk_record_get (application, "version"), NULL);
  g_assert_cmpstr (rk_record_get (application, "product"), ==, rk_record_get_id (product));
  g_assert_cmpstr (rk_record_get (product, "supplier"), ==,
                   rk_record_get (application, "supplier"));
  g_assert_cmpstr (rk_record_get (version, "product"), ==, rk_record_get_id (product));
  g_assert_cmpstr (rk_record_get (version, "label"), ==, "7.2");
}

static void
test_it_is_one_step (Fixture *f, gconstpointer data)
{
  g_autoptr (RkImport) import = open_list (f, "application", applications);
  g_autofree char *label = NULL;

  apply (f, import);
  g_assert_true (rk_store_undo (f->store, &label, NULL));
  g_assert_cmpstr (label, ==, "import of applications");
  g_assert_cmpint (count (f, "application"), ==, 0);
  g_assert_cmpint (count (f, "supplier"), ==, 0);
  g_assert_true (rk_store_redo (f->store, NULL, NULL));
  assert_field (f, "application", "Rustoord", "status", "phasing_out");
}

static void
keep_differences_cb (const RkImportRow *row, double fraction, gpointer data)
{
  for (guint i = 0; i < row->differences->len; i++)
    {
      RkImportDifference *difference = row->differences->pdata[i];

      g_string_append_printf (data, "%s %s: %s → %s\n", row->title, difference->field->name,
                              difference->old != NULL ? difference->old : "–", difference->now);
    }
}

static void
test_again_changes_only_what_differs (Fixture *f, gconstpointer data)
{
  g_autoptr (RkImport) first = open_list (f, "application", applications);
  g_autoptr (RkImport) again = NULL;
  g_autoptr (RkImport) other = NULL;
  g_autoptr (GString) differences = g_string_new (NULL);

  apply (f, first);
  again = open_list (f, "application", applications);
  apply (f, again);
  assert_counts (again, 0, 0, 3, 0, 0);
  other = open_list (f, "application",
                     "naam,leverancier,status,einddatum\nburgerpunt,Quendo,,31/7/2027\n"
                     "Rustoord,,uitgefaseerd,\n");
  g_assert_true (rk_import_check (other, f->store, keep_differences_cb, differences, NULL, NULL));
  assert_counts (other, 0, 2, 0, 0, 0);
  g_assert_cmpstr (differences->str, ==,
                   "burgerpunt name: BurgerPunt → burgerpunt\n"
                   "burgerpunt supplier: Nordale Software → Quendo\n"
                   "burgerpunt end_date: – → 31/07/2027\n"
                   "Rustoord status: Phasing out → Retired\n");
  apply (f, other);
  assert_field (f, "application", "burgerpunt", "status", "in_use"); /* the empty cell */
}

static void
test_faults_say_where_and_what_to_do (Fixture *f, gconstpointer data)
{
  g_autoptr (RkImport) import =
      open_list (f, "contract",
                 "name,supplier,start_date,notice_months,cost,tacit_renewal,applications\n"
                 "A,Quendo,31/2/2026,6,1,yes,\n"
                 ",Quendo,,,,,\n"
                 "B,Quendo,,half a year,a lot,perhaps,\n"
                 "C,Quendo,,,,,Nergens\n"
                 "D,Ravel,,1,2.5,no,,,more\n"
                 "E,Ravel,,1,2.5,no,\n");

  check (f, import);
  assert_counts (import, 1, 0, 0, 5, 0);
  g_assert_cmpstr (
      f->faults->str, ==,
      "2:2:31/2/2026: Enter a date, for example 31/12/2027.\n"
      "3:0:: “Name” is missing. Fill it in.\n"
      "4:3:half a year: Enter a whole number, for example 12.\n"
      "4:4:a lot: Enter a number, for example 1250.50.\n"
      "4:5:perhaps: Enter yes or no.\n"
      "5:6:Nergens: There is no application named “Nergens”. Add it first, or correct the name.\n"
      "6:-1:: The row has more cells than there are columns. Put quotes around a text that holds "
      "the separator.\n");
  apply (f, import);
  g_assert_cmpint (count (f, "contract"), ==, 1);
  g_assert_cmpint (count (f, "supplier"), ==, 1); /* faulty rows make nothing */
}

static void
test_all_or_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (RkImport) faulty = open_list (f, "contract", "naam;einde\nA;1/1/2027\nB;ooit\n");
  g_autoptr (GError) error = NULL;

  g_assert_false (rk_import_apply (faulty, f->store, TRUE, NULL, NULL, NULL, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_INVALID);
  g_assert_cmpint (count (f, "contract"), ==, 0);
}

static void
test_corrected_cells_count (Fixture *f, gconstpointer data)
{
  g_autoptr (RkImport) import =
      open_list (f, "contract", "naam;einde\nA;1/1/2027\nB;ooit\nC;nooit\n");

  check (f, import);
  assert_counts (import, 1, 0, 0, 2, 0);
  rk_import_set_cell (import, 3, 1, "31/12/2030");
  rk_import_set_choice (import, 4, RK_IMPORT_SKIP);
  apply (f, import);
  assert_counts (import, 2, 0, 0, 0, 1);
  assert_field (f, "contract", "B", "end_date", "2030-12-31");
}

static void
test_repeated_lines_are_said (Fixture *f, gconstpointer data)
{
  g_autoptr (RkImport) import =
      open_list (f, "supplier", "naam;land\nQuendo;België\nQUENDO;Nederland\n");

  apply (f, import);
  assert_counts (import, 1, 0, 0, 0, 1);
  g_assert_cmpstr (f->faults->str, ==,
                   "3:-1:~QUENDO: Line 2 is about the same. This line was left out.\n");
  assert_field (f, "supplier", "Quendo", "country", "België");
}

static void
keep_similar_cb (const RkImportRow *row, double fraction, gpointer data)
{
  if (row->similar != NULL)
    g_string_append_printf (data, "%s=%s ", row->title, row->similar);
}

static void
test_almost_the_same_name_is_asked (Fixture *f, gconstpointer data)
{
  g_autoptr (RkImport) first =
      open_list (f, "supplier", "naam\nOpenGemeente cv\nRavel IT\nMeridiaan\n");
  g_autoptr (RkImport) second = NULL;
  g_autoptr (GString) similar = g_string_new (NULL);

  apply (f, first);
  second = open_list (f, "supplier", "naam;land\nOpen Gemeente;België\nRavel-IT;B\nMeridaan;B\n");
  g_assert_true (rk_import_check (second, f->store, keep_similar_cb, similar, NULL, NULL));
  g_assert_cmpstr (similar->str, ==, "Open Gemeente=OpenGemeente cv ");
  assert_counts (second, 2, 1, 0, 0, 0);
  rk_import_set_choice (second, 2, RK_IMPORT_MERGE);
  apply (f, second);
  assert_field (f, "supplier", "OpenGemeente cv", "country", "België");
  g_assert_cmpint (count (f, "supplier"), ==, 4);
}

static void
test_columns_are_remembered (Fixture *f, gconstpointer data)
{
  static const char text[] = "Naam;Dingetje;Land\nA;1;B\n";
  g_autoptr (RkImport) first = open_list (f, "supplier", text);
  g_autoptr (RkImport) second = NULL;

  g_assert_null (rk_import_get_target (first, 1));
  g_assert_true (rk_import_set_target (first, 1, "kbo"));
  g_assert_true (rk_import_set_target (first, 2, NULL));
  g_assert_false (rk_import_set_target (first, 1, "no_such_field"));
  g_assert_true (rk_import_remember (first, f->store, NULL));
  second = open_list (f, "supplier", text);
  g_assert_cmpstr (rk_import_get_target (second, 0), ==, "name");
  g_assert_cmpstr (rk_import_get_target (second, 1), ==, "kbo");
  g_assert_null (rk_import_get_target (second, 2));
  g_assert_true (rk_import_set_target (second, 2, "kbo"));
  g_assert_null (rk_import_get_target (second, 1)); /* one column each */
}

static void
test_ends_outside_stay_names (Fixture *f, gconstpointer data)
{
  g_autoptr (RkImport) landscape = open_list (f, "application", "naam\nBurgerPunt\nGeo-Atlas\n");
  g_autoptr (RkImport) import = NULL;
  g_autoptr (RkImport) again = NULL;
  g_autoptr (GPtrArray) list = NULL;
  static const char text[] = "van;naar;soort;techniek;richting\n"
                             "BurgerPunt;Geo-Atlas;maatwerk;bestand;heen\n"
                             "Rijksregister;BurgerPunt;standaard;API;beide\n";

  apply (f, landscape);
  import = open_list (f, "interface", text);
  apply (f, import);
  g_assert_cmpstr (f->faults->str, ==, "");
  assert_counts (import, 2, 0, 0, 0, 0);
  list = rk_store_list (f->store, "interface", "source_name = 'Rijksregister'", NULL, NULL, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (rk_record_get (list->pdata[0], "transport"), ==, "web_service");
  again = open_list (f, "interface", text);
  apply (f, again);
  assert_counts (again, 0, 0, 2, 0, 0);
}

static void
test_components_are_placed (Fixture *f, gconstpointer data)
{
  static const char text[] = "Pakket,Pakketversie,Leverancier,Naam,Status,Referentiecomponenten\n"
                             "BurgerPunt,7,Nordale,BurgerPunt,In gebruik,\"Bevolking; rc.ident\"\n"
                             "BurgerPunt,7,Nordale,BurgerPunt,In gebruik,Attesten\n"
                             "Kassa,1,Kassaria,Kassa,gepland,Nergens\n";
  g_autoptr (GHashTable) components = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (RkImport) import = open_list (f, "software-catalogue", text);
  g_autoptr (RkImport) again = NULL;

  g_hash_table_insert (components, (gpointer) "bevolking", (gpointer) "RC.BEVOLK");
  g_hash_table_insert (components, (gpointer) "rc ident", (gpointer) "RC.IDENT");
  g_hash_table_insert (components, (gpointer) "attesten", (gpointer) "RC.ATTEST");
  g_hash_table_insert (names, (gpointer) "RC.IDENT", (gpointer) "Identiteit");
  rk_import_set_components (import, components, names);
  apply (f, import);
  assert_counts (import, 1, 0, 0, 1, 1);
  g_assert_cmpint (count (f, "fit"), ==, 3);
  g_assert_cmpint (rk_store_count (f->store, "fit", "component_name = 'Identiteit'", NULL, NULL),
                   ==, 1);
  g_assert_nonnull (strstr (f->faults->str, "4:5:Nergens: The reference architecture has no"));
  again = open_list (f, "software-catalogue", text);
  rk_import_set_components (again, components, names);
  apply (f, again);
  assert_counts (again, 0, 0, 1, 1, 1);
  g_assert_cmpint (count (f, "fit"), ==, 3);
}

static void
test_official_use_stands_beside_own (Fixture *f, gconstpointer data)
{
  g_autoptr (RkImport) own =
      open_list (f, "adoption", "bouwsteen;status;sinds\nMAGDA;gepland;1/1/2027\n");
  g_autoptr (RkImport) import = NULL;
  g_autoptr (GPtrArray) list = NULL;

  apply (f, own);
  assert_counts (own, 1, 0, 0, 0, 0);
  import = open_list (f, "building-block-usage",
                      "Bestuur,Bouwsteen,Status,Datum\n"
                      "Gemeente Voorbeeldem,MAGDA,in gebruik,2025-03-01\n"
                      "voorbeeldem,eBox,niet gekend,\n"
                      "Gemeente Elders,MAGDA,in gebruik,2024-01-01\n");
  rk_import_set_own_names (import,
                           (const char *const[]){ "Gemeente Voorbeeldem", "Voorbeeldem", NULL });
  apply (f, import);
  g_assert_cmpstr (f->faults->str, ==, "");
  assert_counts (import, 1, 1, 0, 0, 1);
  list = rk_store_list (f->store, "adoption", "status = 'planned'", NULL, NULL, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (rk_record_get (list->pdata[0], "official_status"), ==, "in_use");
  g_assert_cmpstr (rk_record_get (list->pdata[0], "official_date"), ==, "2025-03-01");
}

static void
test_dirty_dates_are_kept_as_text (Fixture *f, gconstpointer data)
{
  g_autoptr (RkImport) import = open_list (
      f, "standards-register",
      "titel,type,status,publicatiedatum,verantwoordelijke\n"
      "Applicatieprofiel Leermiddelen,Applicatieprofiel,KandidaatStandaard,2025-08-201,\n"
      "Vocabularium Adres,Vocabularium,ErkendeStandaard,2019-02-07,Digitaal Vlaanderen\n");

  apply (f, import);
  assert_counts (import, 2, 0, 0, 0, 0);
  g_assert_cmpuint (rk_import_count_warnings (import), ==, 1);
  g_assert_cmpstr (f->faults->str, ==,
                   "2:3:~2025-08-201: This is no date. It was kept as text; correct it later.\n");
  assert_field (f, "standard", "Applicatieprofiel Leermiddelen", "date_text", "2025-08-201");
  assert_field (f, "standard", "Applicatieprofiel Leermiddelen", "published_on", NULL);
  assert_field (f, "standard", "Applicatieprofiel Leermiddelen", "status", "candidate");
  assert_field (f, "standard", "Applicatieprofiel Leermiddelen", "type", "oslo");
  assert_field (f, "standard", "Vocabularium Adres", "published_on", "2019-02-07");
}

static void
test_json_lists_are_read_too (Fixture *f, gconstpointer data)
{
  g_autoptr (RkImport) import = open_list (
      f, "standards-register",
      "{\"numberOfTerms\": 0, \"standards\": [{\"standard\": \"\", \"publicationDate\": \"\","
      " \"status\": \"\"}, {\"standard\": \"Vocabularium Adres\", \"publicationDate\":"
      " \"2019-02-07\", \"status\": \"https://data.example/id/StandaardStatus/ErkendeStandaard\","
      " \"contributors\": []}]}");

  apply (f, import);
  assert_counts (import, 1, 0, 0, 1, 0);
  assert_field (f, "standard", "Vocabularium Adres", "status", "recognised");
}

static void
test_ids_lead_to_their_record (Fixture *f, gconstpointer data)
{
  g_autoptr (RkChange) change = rk_change_new (f->store, "test");
  g_autofree char *id = rk_store_new_id ();
  g_autofree char *text = g_strdup_printf ("id,name,object_id\n%s,New name,\n,Other,OBJ\n", id);
  g_autoptr (RkImport) import = NULL;

  rk_change_set (change, "supplier", id, "name", "Old name", NULL);
  rk_change_set (change, "supplier", "b", "name", "Another", "object_id", "OBJ", NULL);
  g_assert_true (rk_change_apply (change, NULL));
  import = open_list (f, "supplier", text);
  apply (f, import);
  assert_counts (import, 0, 2, 0, 0, 0);
  assert_field (f, "supplier", "New name", "object_id", NULL);
  assert_field (f, "supplier", "Other", "object_id", "OBJ");
}

/* What one step cannot hold is said, and nothing is written. */
static void
test_too_many_rows_are_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("naam\n");
  g_autoptr (RkImport) import = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= 250000; i++)
    g_string_append_printf (text, "s%u\n", i);
  import = open_list (f, "supplier", text->str);
  g_assert_false (rk_import_apply (import, f->store, FALSE, NULL, NULL, NULL, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_TOO_LARGE);
  g_assert_cmpint (count (f, "supplier"), ==, 0);
}

static void
test_the_real_register (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (RkImport) import = NULL;

  g_assert_true (g_file_get_contents (data, &text, NULL, NULL));
  import = open_list (f, "standards-register", text);
  apply (f, import);
  assert_counts (import, 250, 0, 0, 0, 0);
  g_assert_cmpuint (rk_import_count_warnings (import), ==, 3);
}

int
main (int argc, char **argv)
{
  static const char register_path[] = "/../shared/portfolio/data/flanders/oslo_standaarden.csv";
  g_autofree char *real = NULL;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, function) g_test_add ("/import/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("a-dutch-list-is-understood", test_a_dutch_list_is_understood);
  ADD ("what-is-made-belongs-together", test_what_is_made_belongs_together);
  ADD ("it-is-one-step", test_it_is_one_step);
  ADD ("again-changes-only-what-differs", test_again_changes_only_what_differs);
  ADD ("faults-say-where-and-what-to-do", test_faults_say_where_and_what_to_do);
  ADD ("all-or-nothing", test_all_or_nothing);
  ADD ("corrected-cells-count", test_corrected_cells_count);
  ADD ("repeated-lines-are-said", test_repeated_lines_are_said);
  ADD ("almost-the-same-name-is-asked", test_almost_the_same_name_is_asked);
  ADD ("columns-are-remembered", test_columns_are_remembered);
  ADD ("ends-outside-stay-names", test_ends_outside_stay_names);
  ADD ("components-are-placed", test_components_are_placed);
  ADD ("official-use-stands-beside-own", test_official_use_stands_beside_own);
  ADD ("dirty-dates-are-kept-as-text", test_dirty_dates_are_kept_as_text);
  ADD ("json-lists-are-read-too", test_json_lists_are_read_too);
  ADD ("ids-lead-to-their-record", test_ids_lead_to_their_record);
  if (g_test_slow ())
    ADD ("too-many-rows-are-refused", test_too_many_rows_are_refused);
#undef ADD
  real = g_strconcat (g_getenv ("RK_SOURCE_ROOT"), register_path, NULL);
  if (g_file_test (real, G_FILE_TEST_EXISTS))
    g_test_add ("/import/the-real-register", Fixture, real, set_up, test_the_real_register,
                tear_down);
  return g_test_run ();
}
