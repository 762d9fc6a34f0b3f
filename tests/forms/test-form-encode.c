/* SPDX-License-Identifier: EUPL-1.2 */
/* How entries are stored, by type. */
#include "config.h"
#include "test-form-helper.h"

typedef struct
{
  const char *type;
  const char *entered;
  const char *stored;
} Case;

static const Case cases[] = {
  { "string", "  two  blanks ", "  two  blanks " },
  { "select1", "free", "free" },
  { "int", "12", "12" },
  { "int", "1.7", "1" },
  { "int", "-1.7", "-1" },
  { "int", "abc", "" },
  { "int", "2147483647", "2147483647" },
  { "int", "-2147483648", "-2147483648" },
  { "int", "2147483648", "" },
  { "int", "99999999999", "" },
  { "int", "1,5", "" },
  { "xsd:int", "0x10", "" },
  { "int", "inf", "" },
  { "int", "nan", "" },
  { "decimal", "10", "10.0" },
  { "decimal", "1e3", "1000.0" },
  { "decimal", "-0.5", "-0.5" },
  { "decimal", "46.3", "46.3" },
  { "decimal", "1 000", "" },
  { "decimal", "1e999", "" },
  { "date", "2026-02-28", "2026-02-28" },
  { "date", "2026-02-30", "" },
  { "date", "2024-02-29", "2024-02-29" },
  { "date", "2026-01-15T10:00:00", "2026-01-15" },
  { "date", "15/01/2026", "" },
  { "time", "23:59:59", "23:59:59" },
  { "time", "09:30:00.000+01:00", "09:30:00.000+01:00" },
  { "time", "25:00", "" },
  { "dateTime", "2026-01-15T09:30:00+01:00", "2026-01-15T09:30:00+01:00" },
  { "dateTime", "2026-13-15T09:30:00", "" },
  { "time", "9:30", "" },
  { "time", "09:30", "09:30:00" },
  { "time", "09:30Z", "09:30:00Z" },
  { "dateTime", "2026-01-15T09:30", "2026-01-15T09:30:00" },
  { "dateTime", "2026-01-15T09:30:00.5+0100", "2026-01-15T09:30:00.5+01:00" },
  { "dateTime", "2026-01-15", "" },
  { "dateTime", "2026-01-15 09:30:00", "" },
  { "geopoint", "12 3.5", "12.0 3.5" },
  { "geopoint", "50.8 4.3 12 4.5", "50.8 4.3 12.0 4.5" },
  { "geopoint", "91 3", "" },
  { "geopoint", "9 181", "" },
  { "geopoint", "0 0", "" },
  { "geopoint", "1", "" },
  { "geopoint", "1 2 3 4 5", "" },
  { "geotrace", "1 2; 3 4;", "1.0 2.0;3.0 4.0" },
  { "geotrace", "1 2", "" },
  { "geotrace", "1 2; 3 4; 1 2 9 9", "" },
  { "geoshape", "1 2; 3 4", "" },
  { "geoshape", "1 2; 3 4; 5 6; 1 2 9 9", "1.0 2.0;3.0 4.0;5.0 6.0;1.0 2.0 9.0 9.0" },
  { "geoshape", "1 2; 3 4; 5 6", "1.0 2.0;3.0 4.0;5.0 6.0;1.0 2.0" },
};

static void
test_stores_by_type (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *bind =
          g_strdup_printf ("<bind nodeset=\"/data/a\" type=\"%s\"/>", cases[i].type);
      g_autoptr (RkFormInstance) self =
          instance_new ("<data id=\"f\"><a/></data>", bind, "<input ref=\"/data/a\"/>");

      set (self, "/data/a", cases[i].entered);
      g_test_message ("%s: %s", cases[i].type, cases[i].entered);
      assert_value (self, "/data/a", cases[i].stored);
    }
}

static void
test_range_holds_its_bounds (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new ("<data id=\"f\"><a/></data>", "<bind nodeset=\"/data/a\" type=\"decimal\"/>",
                    "<range ref=\"/data/a\" start=\"1\" end=\"5\" step=\"0.5\"/>");

  set (self, "/data/a", "5");
  assert_value (self, "/data/a", "5.0");
  set (self, "/data/a", "5.5");
  assert_value (self, "/data/a", "");
}

static void
test_trigger_takes_ok_only (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new ("<data id=\"f\"><a/></data>", "", "<trigger ref=\"/data/a\"/>");

  set (self, "/data/a", "OK");
  assert_value (self, "/data/a", "OK");
  set (self, "/data/a", "yes");
  assert_value (self, "/data/a", "");
}

static void
test_encode_does_not_store (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new ("<data id=\"f\"><a/></data>", "<bind nodeset=\"/data/a\" type=\"int\"/>",
                    "<input ref=\"/data/a\"/>");
  g_autofree char *encoded = rk_form_instance_encode (self, node_at (self, "/data/a"), "3.9");

  g_assert_cmpstr (encoded, ==, "3");
  assert_value (self, "/data/a", "");
}

/* What XML cannot hold is left out, so that the submission is always well-formed. */
static void
test_control_characters_are_left_out (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new ("<data id=\"f\"><a/></data>", "", "<input ref=\"/data/a\"/>");
  g_autofree char *xml = NULL;

  set (self, "/data/a", "x\001y\n\"<é&>");
  assert_value (self, "/data/a", "xy\n\"<é&>");
  xml = rk_form_instance_to_xml (self, FALSE);
  g_assert_nonnull (strstr (xml, "<a>xy\n\"&lt;é&amp;&gt;</a>"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/form-encode/stores-by-type", test_stores_by_type);
  g_test_add_func ("/form-encode/range-holds-its-bounds", test_range_holds_its_bounds);
  g_test_add_func ("/form-encode/trigger-takes-ok-only", test_trigger_takes_ok_only);
  g_test_add_func ("/form-encode/encode-does-not-store", test_encode_does_not_store);
  g_test_add_func ("/form-encode/control-characters-are-left-out",
                   test_control_characters_are_left_out);
  return g_test_run ();
}
