/* SPDX-License-Identifier: EUPL-1.2 */
/* Whatever a file holds, it is converted or refused with a reason: no crash, no endless work. */
#include <time.h>

#include "rk-error.h"
#include "xlsform-fixture.h"

#define ROUNDS 400

static GRand *
rand_new (void)
{
  guint32 seed = g_test_rand_int ();
  const char *given = g_getenv ("RK_TEST_SEED");

  if (given != NULL)
    seed = (guint32) g_ascii_strtoull (given, NULL, 10);
  g_test_message ("RK_TEST_SEED=%u", seed);
  g_print ("# seed %u\n", seed);
  return g_rand_new_with_seed (seed);
}

/* Either a form, or an error that says something. */
static void
convert (GBytes *bytes)
{
  g_autoptr (GPtrArray) messages = messages_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form = rk_xlsform_new (bytes, "test.xlsx", NULL, messages, &error);

  g_assert_true ((form == NULL) == (error != NULL));
  if (error != NULL)
    g_assert_cmpuint (strlen (error->message), >, 10);
  for (guint i = 0; form != NULL && i < messages->len; i++)
    g_assert_cmpint (((RkFormMessage *) g_ptr_array_index (messages, i))->severity, ==,
                     RK_FORM_SEVERITY_WARNING);
}

static GBytes *
load_fixture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "xlsform", "fixtures", name, NULL);
  g_autofree char *md = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &md, NULL, &error);
  g_assert_no_error (error);
  return workbook_from_md (md);
}

static void
test_damaged_files_are_refused (void)
{
  g_autoptr (GRand) rand = rand_new ();
  g_autoptr (GBytes) whole = load_fixture ("inventaris.md");
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);

  for (guint i = 0; i < ROUNDS; i++)
    {
      gsize length = i % 2 == 0 ? size : (gsize) g_rand_int_range (rand, 0, (gint32) size);
      g_autofree guint8 *copy = g_malloc (length + 1);
      g_autoptr (GBytes) bytes = NULL;

      memcpy (copy, data, length);
      for (guint k = 0; length > 0 && i % 2 == 0 && k < 1 + i % 7; k++)
        copy[g_rand_int_range (rand, 0, (gint32) length)] = (guint8) g_rand_int (rand);
      bytes = g_bytes_new (copy, length);
      convert (bytes);
    }
}

static void
test_random_bytes_are_refused (void)
{
  g_autoptr (GRand) rand = rand_new ();

  for (guint i = 0; i < ROUNDS; i++)
    {
      gsize length = (gsize) g_rand_int_range (rand, 4, 600);
      g_autofree guint8 *data = g_malloc (length);
      g_autoptr (GBytes) bytes = NULL;

      for (gsize k = 0; k < length; k++)
        data[k] = (guint8) g_rand_int (rand);
      memcpy (data, "PK\3\4", 4);
      bytes = g_bytes_new (data, length);
      convert (bytes);
    }
}

/* --- sheets of random words ------------------------------------------------------------------- */

static const char *
pick (GRand *rand, const char *const *words)
{
  return words[g_rand_int_range (rand, 0, (gint32) g_strv_length ((char **) words))];
}

static const char *const headers[] = { "type",
                                       "name",
                                       "label",
                                       "label::nl",
                                       "label::fr (fr)",
                                       "hint",
                                       "relevant",
                                       "calculation",
                                       "constraint",
                                       "required",
                                       "appearance",
                                       "parameters",
                                       "default",
                                       "choice_filter",
                                       "repeat_count",
                                       "trigger",
                                       "media::image",
                                       "image::nl",
                                       "bind::x",
                                       "instance::y",
                                       "body::z:q",
                                       "disabled",
                                       "read_only",
                                       "guidance_hint::nl",
                                       "save_to",
                                       "big-image",
                                       "constraint_message::nl",
                                       "list_name",
                                       "::",
                                       NULL };
static const char *const types[] = { "text",
                                     "integer",
                                     "begin group",
                                     "end group",
                                     "begin repeat",
                                     "end repeat",
                                     "select_one l",
                                     "select_multiple m",
                                     "rank l",
                                     "select_one ${a}",
                                     "note",
                                     "calculate",
                                     "range",
                                     "image",
                                     "audit",
                                     "start",
                                     "hidden",
                                     "osm",
                                     "select_one_from_file a.csv",
                                     "csv-external",
                                     "background-geopoint",
                                     "select_one l or_other",
                                     "geopoint",
                                     "begin_group",
                                     "x",
                                     "",
                                     NULL };
static const char *const cells[] = { "a",
                                     "b",
                                     "c",
                                     "${a}",
                                     "${b} + 1",
                                     "${last-saved#c}",
                                     "1",
                                     "yes",
                                     "no",
                                     "now()",
                                     "${",
                                     "}",
                                     "concat(${a}, '",
                                     "table-list",
                                     "start=1 end=2",
                                     "randomize=true, seed=${a}",
                                     "indexed-repeat(${a}, ${b}, ${c})",
                                     "instance('l')/root/item[name = ${a}]/label",
                                     "search('x')",
                                     "é 東 \\n <&>\"'",
                                     "[[[((",
                                     "pulldata('l', 'a', 'b', ${c})",
                                     "once(random())",
                                     "count(${a}) > 1",
                                     "",
                                     "",
                                     "",
                                     "",
                                     NULL };

static void
append_sheet (GRand *rand, GString *md, const char *title, guint rows)
{
  guint columns = (guint) g_rand_int_range (rand, 2, 12);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_string_append_printf (md, "| %s |\n|", title);
  for (guint c = 0; c < columns; c++)
    {
      const char *name = c == 0   ? (g_str_equal (title, "survey") ? "type" : "list_name")
                         : c == 1 ? "name"
                                  : pick (rand, headers);

      g_ptr_array_add (names, (gpointer) name);
      g_string_append_printf (md, " | %s", name);
    }
  g_string_append (md, " |\n");
  for (guint r = 0; r < rows; r++)
    {
      g_string_append (md, "|");
      for (guint c = 0; c < columns; c++)
        g_string_append_printf (md, " | %s",
                                c == 0 ? (g_str_equal (title, "survey") ? pick (rand, types) : "l")
                                       : pick (rand, cells));
      g_string_append (md, " |\n");
    }
}

static void
test_random_sheets_are_converted_or_refused (void)
{
  g_autoptr (GRand) rand = rand_new ();

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GString) md = g_string_new (NULL);
      g_autoptr (GBytes) bytes = NULL;

      append_sheet (rand, md, "survey", (guint) g_rand_int_range (rand, 0, 25));
      if (i % 3 > 0)
        append_sheet (rand, md, "choices", (guint) g_rand_int_range (rand, 0, 8));
      if (i % 5 == 0)
        append_sheet (rand, md, "entities", 1);
      if (i % 7 == 0)
        append_sheet (rand, md, "settings", 1);
      bytes = workbook_from_md (md->str);
      convert (bytes);
    }
}

/* Many rows take time in proportion. */
static void
test_large_forms_are_quick (void)
{
  g_autoptr (GString) md = g_string_new ("| survey |\n| | type | name | label | relevant |\n"
                                         "| | integer | q0 | Q | |\n");
  g_autoptr (GBytes) bytes = NULL;
  clock_t start;
  double seconds;

  for (guint i = 1; i <= 1000; i++)
    g_string_append_printf (md, "| | integer | q%u | Question ${q%u} | ${q%u} > 1 |\n", i, i - 1,
                            i - 1);
  g_string_append (md,
                   "| | select_one l | c | C | |\n| choices |\n| | list_name | name | label |\n");
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (md, "| | l | c%u | Choice %u |\n", i, i);
  bytes = workbook_from_md (md->str);
  /* Of the processor, as tests run beside others. */
  start = clock ();
  convert (bytes);
  seconds = (double) (clock () - start) / CLOCKS_PER_SEC;
  g_test_message ("%.2f s", seconds);
  g_assert_cmpfloat (seconds, <, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/xlsform/random/damaged-files-are-refused", test_damaged_files_are_refused);
  g_test_add_func ("/xlsform/random/random-bytes-are-refused", test_random_bytes_are_refused);
  g_test_add_func ("/xlsform/random/random-sheets-are-converted-or-refused",
                   test_random_sheets_are_converted_or_refused);
  g_test_add_func ("/xlsform/random/large-forms-are-quick", test_large_forms_are_quick);
  return g_test_run ();
}
