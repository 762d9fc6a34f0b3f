/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading workbooks: what a person sees in the cells, and nothing else. */
#include "rk-error.h"
#include "rk-xlsx.h"
#include "workbook.h"

#define ROW(cells) "<sheetData><row r=\"1\">" cells "</row></sheetData>"
#define STRINGS(items) "<sst xmlns=\"" WORKBOOK_MAIN "\">" items "</sst>"
#define STYLES                                                                                     \
  "<styleSheet xmlns=\"" WORKBOOK_MAIN "\"><numFmts count=\"4\">"                                  \
  "<numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy hh:mm\"/>"                                     \
  "<numFmt numFmtId=\"165\" formatCode=\"0.00&quot; dagen&quot;\"/>"                               \
  "<numFmt numFmtId=\"166\" formatCode=\"[Red]0.0\"/>"                                             \
  "<numFmt numFmtId=\"167\" formatCode=\"[h]:mm:ss\"/></numFmts>"                                  \
  "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"                                             \
  "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"                       \
  "<xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"167\"/><xf numFmtId=\"21\"/>"        \
  "</cellXfs></styleSheet>"

/* The cell at the left of the first row of a sheet that holds @cells. */
static void
assert_cell_full (const char *cells, const char *strings, const char *expected, int line)
{
  g_autoptr (GBytes) bytes = workbook_from_sheet (cells, strings, STYLES);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkXlsx) book = rk_xlsx_new (bytes, "test.xlsx", &error);
  const RkSheet *sheet;
  const char *text;

  g_assert_no_error (error);
  sheet = rk_xlsx_get_sheet (book, 0);
  text = rk_sheet_get_n_rows (sheet) > 0 ? rk_sheet_get (sheet, 0, 0) : NULL;
  if (g_strcmp0 (text, expected) != 0)
    g_error ("line %d: “%s” is not “%s”", line, text, expected);
}
#define assert_cell(cell, expected) assert_cell_full (ROW (cell), NULL, (expected), __LINE__)
#define assert_number(number, expected)                                                            \
  assert_cell ("<c r=\"A1\"><v>" number "</v></c>", (expected))
#define assert_styled(style, number, expected)                                                     \
  assert_cell ("<c r=\"A1\" s=\"" style "\"><v>" number "</v></c>", (expected))

static void
test_numbers_are_plain_decimals (void)
{
  assert_number ("1", "1");
  assert_number ("1.0", "1");
  assert_number ("-12", "-12");
  assert_number ("0", "0");
  assert_number ("-0", "0");
  assert_number ("0.1", "0.1");
  assert_number ("0.10000000000000001", "0.1");
  assert_number ("0.30000000000000004", "0.30000000000000004");
  assert_number ("1.5E-3", "0.0015");
  assert_number ("1E10", "10000000000");
  assert_number ("123456.789", "123456.789");
  assert_number ("-2.5", "-2.5");
  assert_number ("x", NULL);
}

static void
test_booleans_and_formulas (void)
{
  assert_cell ("<c r=\"A1\" t=\"b\"><v>1</v></c>", "TRUE");
  assert_cell ("<c r=\"A1\" t=\"b\"><v>0</v></c>", "FALSE");
  assert_cell ("<c r=\"A1\" t=\"str\"><f>CONCAT(\"a\")</f><v>a b</v></c>", "a b");
  assert_cell ("<c r=\"A1\"><f>1+1</f><v>2</v></c>", "2");
  assert_cell ("<c r=\"A1\" t=\"inlineStr\"><is><r><t>een </t></r><r><t>twee</t></r></is></c>",
               "een twee");
  assert_cell ("<c r=\"A1\" t=\"inlineStr\"><is><t>   </t></is></c>", NULL);
  assert_cell ("<c r=\"A1\"/>", NULL);
}

static void
test_dates_by_style_are_iso (void)
{
  assert_styled ("1", "46032", "2026-01-10");
  assert_styled ("2", "46032.40625", "2026-01-10T09:45:00");
  assert_styled ("2", "46032", "2026-01-10");
  assert_styled ("6", "0.75", "18:00:00");
  assert_styled ("1", "1", "1900-01-01");
  assert_styled ("1", "59", "1900-02-28");
  assert_styled ("1", "61", "1900-03-01");
  assert_styled ("3", "2.5", "2.5");
  assert_styled ("4", "7", "7");
  assert_styled ("5", "0.5", "12:00:00");
  assert_styled ("0", "46032", "46032");
  assert_styled ("1", "-5", "-5");
  assert_styled ("1", "99999999", "99999999");
  assert_styled ("99", "3", "3");
  assert_cell ("<c r=\"A1\" t=\"d\"><v>2026-01-10T00:00:00</v></c>", "2026-01-10");
}

static void
test_shared_texts_join_their_runs (void)
{
  static const char strings[] =
      STRINGS ("<si><t>gewoon</t></si>"
               "<si><r><rPr><b/></rPr><t>vet</t></r><r><t xml:space=\"preserve\"> en niet</t></r>"
               "</si><si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></si>"
               "<si><t>a_x000D_b_x005F_x0041_</t></si><si/>");

  assert_cell_full (ROW ("<c r=\"A1\" t=\"s\"><v>0</v></c>"), strings, "gewoon", __LINE__);
  assert_cell_full (ROW ("<c r=\"A1\" t=\"s\"><v>1</v></c>"), strings, "vet en niet", __LINE__);
  assert_cell_full (ROW ("<c r=\"A1\" t=\"s\"><v>2</v></c>"), strings, "東京", __LINE__);
  assert_cell_full (ROW ("<c r=\"A1\" t=\"s\"><v>3</v></c>"), strings, "a\rb_x0041_", __LINE__);
  assert_cell_full (ROW ("<c r=\"A1\" t=\"s\"><v>4</v></c>"), strings, NULL, __LINE__);
  assert_cell_full (ROW ("<c r=\"A1\" t=\"s\"><v>99</v></c>"), strings, NULL, __LINE__);
}

static RkXlsx *
read_sheet (const char *sheet)
{
  g_autoptr (GBytes) bytes = workbook_from_sheet (sheet, NULL, NULL);
  g_autoptr (GError) error = NULL;
  RkXlsx *book = rk_xlsx_new (bytes, "test.xlsx", &error);

  g_assert_no_error (error);
  return book;
}

static void
test_places_decide_and_gaps_are_kept (void)
{
  g_autoptr (RkXlsx) book =
      read_sheet ("<sheetData><row r=\"7\"><c r=\"AB7\"><v>2</v></c></row>"
                  "<row r=\"3\"><c r=\"B3\"><v>1</v></c><c><v>9</v></c></row><row/></sheetData>");
  const RkSheet *sheet = rk_xlsx_get_sheet (book, 0);

  g_assert_cmpuint (rk_sheet_get_n_rows (sheet), ==, 2);
  g_assert_cmpuint (rk_sheet_get_row_number (sheet, 0), ==, 3);
  g_assert_null (rk_sheet_get (sheet, 0, 0));
  g_assert_cmpstr (rk_sheet_get (sheet, 0, 1), ==, "1");
  g_assert_cmpstr (rk_sheet_get (sheet, 0, 2), ==, "9");
  g_assert_null (rk_sheet_get (sheet, 0, 500));
  g_assert_cmpuint (rk_sheet_get_row_number (sheet, 1), ==, 7);
  g_assert_cmpstr (rk_sheet_get (sheet, 1, 27), ==, "2");
  g_assert_cmpuint (rk_sheet_get_n_columns (sheet), ==, 28);
}

static void
test_failed_formulas_are_known (void)
{
  g_autoptr (RkXlsx) book =
      read_sheet (ROW ("<c r=\"A1\" t=\"e\"><v>#N/A</v></c><c r=\"B1\"><v>1</v></c>"));
  const RkSheet *sheet = rk_xlsx_get_sheet (book, 0);

  g_assert_cmpstr (rk_sheet_get (sheet, 0, 0), ==, "#N/A");
  g_assert_true (rk_sheet_is_error (sheet, 0, 0));
  g_assert_false (rk_sheet_is_error (sheet, 0, 1));
}

static void
test_covered_cells_are_not_seen (void)
{
  g_autoptr (RkXlsx) book =
      read_sheet ("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>"
                  "<row r=\"2\"><c r=\"A2\"><v>3</v></c><c r=\"C2\"><v>4</v></c></row></sheetData>"
                  "<mergeCells><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"x\"/></mergeCells>");
  const RkSheet *sheet = rk_xlsx_get_sheet (book, 0);

  g_assert_cmpstr (rk_sheet_get (sheet, 0, 0), ==, "1");
  g_assert_null (rk_sheet_get (sheet, 0, 1));
  g_assert_null (rk_sheet_get (sheet, 1, 0));
  g_assert_cmpstr (rk_sheet_get (sheet, 1, 2), ==, "4");
}

static void
test_hidden_sheets_and_1904_count (void)
{
  Workbook *writer = workbook_new (1024 * 1024);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RkXlsx) book = NULL;

  workbook_add (writer, "xl/workbook.xml",
                "<workbook xmlns=\"" WORKBOOK_MAIN "\" xmlns:r=\"" WORKBOOK_OFFICE
                "\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"Eén\" r:id=\"a\"/>"
                "<sheet name=\"twee\" state=\"hidden\" r:id=\"b\"/></sheets></workbook>");
  workbook_add (writer, "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"" WORKBOOK_RELATIONS
                "\"><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"/xl/Bladen/Een.xml\"/>"
                "<Relationship Id=\"b\" Type=\"x/worksheet\" Target=\"../xl/b.xml\"/>"
                "<Relationship Id=\"s\" Type=\"x/styles\" Target=\"styles.xml\"/></Relationships>");
  workbook_add (writer, "xl/styles.xml", STYLES);
  workbook_add (writer, "xl/bladen/een.xml",
                "<worksheet xmlns=\"" WORKBOOK_MAIN
                "\">" ROW ("<c r=\"A1\" s=\"1\"><v>44570</v></c>") "</worksheet>");
  workbook_add (writer, "xl/b.xml", "<worksheet xmlns=\"" WORKBOOK_MAIN "\"/>");
  bytes = workbook_finish (writer);
  book = rk_xlsx_new (bytes, "test.xlsx", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rk_xlsx_get_n_sheets (book), ==, 2);
  g_assert_cmpstr (rk_sheet_get_name (rk_xlsx_get_sheet (book, 0)), ==, "Eén");
  g_assert_cmpstr (rk_sheet_get (rk_xlsx_get_sheet (book, 0), 0, 0), ==, "2026-01-10");
  g_assert_cmpstr (rk_sheet_get_name (rk_xlsx_get_sheet (book, 1)), ==, "twee");
  g_assert_cmpuint (rk_sheet_get_n_rows (rk_xlsx_get_sheet (book, 1)), ==, 0);
}

/* --- what is refused -------------------------------------------------------------------------- */

static void
assert_refused (GBytes *bytes, RkError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkXlsx) book = rk_xlsx_new (bytes, "test.xlsx", &error);

  g_assert_null (book);
  g_assert_error (error, RK_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, ".xlsx"));
}

static void
test_other_files_are_refused (void)
{
  static const char *const files[] = { "",         "PK",
                                       "geen zip", "\xd0\xcf\x11\xe0\xa1\xb1",
                                       "PK\3\4",   "<?xml version=\"1.0\"?><a/>" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (files[i], strlen (files[i]));

      assert_refused (bytes, RK_ERROR_INVALID);
    }
}

static void
test_a_zip_of_something_else_is_refused (void)
{
  Workbook *writer = workbook_new (4096);
  g_autoptr (GBytes) bytes = NULL;

  workbook_add (writer, "word/document.xml", "<document/>");
  bytes = workbook_finish (writer);
  assert_refused (bytes, RK_ERROR_INVALID);
}

static void
test_a_document_type_is_refused (void)
{
  g_autoptr (GBytes) bytes = NULL;
  Workbook *writer = workbook_new (1024 * 1024);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_add (names, (gpointer) "survey");
  workbook_add_frame (writer, names);
  workbook_add (writer, "xl/worksheets/sheet1.xml",
                "<!DOCTYPE worksheet [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
                "\"&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>"
                "<worksheet>" ROW ("<c t=\"str\"><v>&b;&c;</v></c>") "</worksheet>");
  bytes = workbook_finish (writer);
  assert_refused (bytes, RK_ERROR_INVALID);
}

static void
test_a_bomb_is_refused (void)
{
  g_autofree char *blanks = g_strnfill (80 * 1024 * 1024, ' ');
  Workbook *writer = workbook_new (4 * 1024 * 1024);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = NULL;

  g_ptr_array_add (names, (gpointer) "survey");
  workbook_add_frame (writer, names);
  workbook_add (writer, "xl/worksheets/sheet1.xml", blanks);
  bytes = workbook_finish (writer);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 1024 * 1024);
  assert_refused (bytes, RK_ERROR_TOO_LARGE);
}

static void
test_many_entries_are_refused (void)
{
  Workbook *writer = workbook_new (4 * 1024 * 1024);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *name = g_strdup_printf ("xl/%u.xml", i);
      workbook_add (writer, name, "<a/>");
    }
  bytes = workbook_finish (writer);
  assert_refused (bytes, RK_ERROR_TOO_LARGE);
}

static void
test_far_cells_are_refused_only_when_they_hold_something (void)
{
  g_autoptr (GBytes) far = workbook_from_sheet (ROW ("<c r=\"XFD1\"><v>1</v></c>"), NULL, NULL);
  g_autoptr (GBytes) low = workbook_from_sheet (
      "<sheetData><row r=\"900000\"><c r=\"A900000\"><v>1</v></c></row></sheetData>", NULL, NULL);
  g_autoptr (RkXlsx) book =
      read_sheet ("<sheetData><row r=\"1048576\"><c r=\"XFD1048576\" s=\"1\"/></row></sheetData>");

  assert_refused (far, RK_ERROR_TOO_LARGE);
  assert_refused (low, RK_ERROR_TOO_LARGE);
  g_assert_cmpuint (rk_sheet_get_n_rows (rk_xlsx_get_sheet (book, 0)), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/xlsx/numbers-are-plain-decimals", test_numbers_are_plain_decimals);
  g_test_add_func ("/xlsx/booleans-and-formulas", test_booleans_and_formulas);
  g_test_add_func ("/xlsx/dates-by-style-are-iso", test_dates_by_style_are_iso);
  g_test_add_func ("/xlsx/shared-texts-join-their-runs", test_shared_texts_join_their_runs);
  g_test_add_func ("/xlsx/places-decide-and-gaps-are-kept", test_places_decide_and_gaps_are_kept);
  g_test_add_func ("/xlsx/failed-formulas-are-known", test_failed_formulas_are_known);
  g_test_add_func ("/xlsx/covered-cells-are-not-seen", test_covered_cells_are_not_seen);
  g_test_add_func ("/xlsx/hidden-sheets-and-1904-count", test_hidden_sheets_and_1904_count);
  g_test_add_func ("/xlsx/other-files-are-refused", test_other_files_are_refused);
  g_test_add_func ("/xlsx/a-zip-of-something-else-is-refused",
                   test_a_zip_of_something_else_is_refused);
  g_test_add_func ("/xlsx/a-document-type-is-refused", test_a_document_type_is_refused);
  g_test_add_func ("/xlsx/a-bomb-is-refused", test_a_bomb_is_refused);
  g_test_add_func ("/xlsx/many-entries-are-refused", test_many_entries_are_refused);
  g_test_add_func ("/xlsx/far-cells-are-refused-only-when-they-hold-something",
                   test_far_cells_are_refused_only_when_they_hold_something);
  return g_test_run ();
}
