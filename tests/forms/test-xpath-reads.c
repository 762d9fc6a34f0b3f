/* SPDX-License-Identifier: EUPL-1.2 */
/* What an expression may read: too much is allowed, too little is not. */
#include "test-xpath-helper.h"

static int
compare_text_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The reads as "path path … |flags", as seen from /data/rep/x. */
static char *
describe (const char *expression)
{
  static const char *const names[] = { "", "clock", "random", "position", "language", "any" };
  g_autoptr (GError) error = NULL;
  g_autoptr (RkXPath) xpath = rk_xpath_compile (expression, NULL, NULL, &error);
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (GPtrArray) questions = NULL;
  GString *text = g_string_new (NULL);
  RkXPathReads reads;

  g_assert_no_error (error);
  reads = rk_xpath_get_reads (xpath, "/data/rep/x", &paths, &questions);
  g_assert_cmpint ((reads & RK_XPATH_READ_NODES) != 0, ==, paths->len > 0);
  g_ptr_array_sort (paths, compare_text_cb);
  for (guint i = 0; i < paths->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", (char *) paths->pdata[i]);
  for (guint i = 0; i < questions->len; i++)
    g_string_append_printf (text, " ?%s", (char *) questions->pdata[i]);
  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    if (reads & (1 << i))
      g_string_append_printf (text, " |%s", names[i]);
  return g_string_free (text, FALSE);
}

static void
check_reads (const Expectation *list, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = describe (list[i].expression);

      if (g_strcmp0 (text, list[i].expected) == 0)
        continue;
      g_test_message ("%s: expected “%s”, got “%s”", list[i].expression, list[i].expected, text);
      g_test_fail ();
    }
}

static void
test_paths (void)
{
  static const Expectation list[] = {
    { "1 + 2", "" },
    { "/data/a", "/data/a" },
    { "../y + ../../a", "/data/a /data/rep/y" },
    { ". > 3", "/data/rep/x" },
    { "current()/../y", "/data/rep/y" },
    { "/data/a/@id", "/data/a/@id" },
    { "/data/a | /data/b", "/data/a /data/b" },
    { "if(/data/a, /data/b, ../c)", "/data/a /data/b /data/rep/c" },
    { "string-length() + string()", "/data/rep/x" },
    { "once(/data/a)", "/data/a /data/rep/x" },
    { "/data/g/*", "/data/g" },
    { "/data/g/*/z", "/data/g" },
    { "/data/g//z", "/data/g" },
    { "../*/..", "/data" },
    { "/data/g/text()", "/data/g" },
    { "-/data/a", "/data/a" },
    { "coalesce(../y, 0)", "/data/rep/y" },
    { "selected(../y, 'a') and not(/data/b = 1)", "/data/b /data/rep/y" },
  };

  check_reads (list, G_N_ELEMENTS (list));
}

static void
test_predicates_and_instances (void)
{
  static const Expectation list[] = {
    { "instance('l')/root/item", "" },
    { "instance('l')/root/item[name = 'a']/label", "" },
    { "instance('l')/root/item[name = /data/a]/label", "/data/a" },
    { "instance('l')/root/item[name = current()/../y]/label", "/data/rep/y" },
    { "instance(/data/which)/root", "/data/which" },
    { "/data/rep[k = /data/a]/v", "/data/a /data/rep /data/rep/k /data/rep/v" },
    { "/data/rep[2]/v", "/data/rep /data/rep/v |position" },
    { "/data/rep[position() = 1]/v", "/data/rep /data/rep/v |position" },
    { "/data/rep[/data/n + 1]/v", "/data/n /data/rep /data/rep/v |position" },
    { "(/data/rep/v)[1]", "/data/rep/v |position" },
    { "pulldata('l', 'a', 'b', /data/a)", "/data/a" },
    { "randomize(instance('l')/root/item, /data/seed)", "/data/seed |random" },
  };

  check_reads (list, G_N_ELEMENTS (list));
}

static void
test_functions (void)
{
  static const Expectation list[] = {
    { "count(/data/rep)", "/data/rep |position" },
    { "sum(/data/rep/v)", "/data/rep/v |position" },
    { "position(..)", "/data/rep |position" },
    { "position()", " |position" },
    { "indexed-repeat(/data/rep/v, /data/rep, ../i)",
      "/data/rep /data/rep/i /data/rep/v |position" },
    { "indexed-repeat(/data/rep/v, /data/rep, 1)/w",
      "/data/rep /data/rep/v /data/rep/v/w /data/rep/w |position" },
    { "today() > /data/a", "/data/a |clock" },
    { "now()", " |clock" },
    { "random()", " |random" },
    { "uuid()", " |random" },
    { "jr:itext(/data/a)", "/data/a |language" },
    { "jr:choice-name(../y, ' /data/a ')", "/data/rep/y ?/data/a |language" },
    { "jr:choice-name(../y, /data/b)", "/data/b /data/rep/y |language |any" },
    { "/data/orx:meta/orx:instanceID", "/data/orx:meta/orx:instanceID" },
    { "../following-sibling::rep", "/data |position" },
    { "id('a')", " |any" },
    { "//v", " |any" },
    { "/", " |any" },
    { "ancestor::rep/v", " |position |any" },
  };

  check_reads (list, G_N_ELEMENTS (list));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/xpath-reads/paths", test_paths);
  g_test_add_func ("/xpath-reads/predicates-and-instances", test_predicates_and_instances);
  g_test_add_func ("/xpath-reads/functions", test_functions);
  return g_test_run ();
}
