/* SPDX-License-Identifier: EUPL-1.2 */
/* Lists beside the form: CSV, GeoJSON and XML, found by name, never trusted. */
#include "config.h"
#include "test-form-helper.h"

#include <glib/gstdio.h>

#define DATA "<data id=\"f\"><a/></data>"
#define BODY                                                                                       \
  "<select1 ref=\"/data/a\"><itemset nodeset=\"instance('l')/root/item\"><value ref=\"name\"/>"    \
  "<label ref=\"label\"/></itemset></select1>"

static char *
write_file (const char *name, const char *text)
{
  char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

/* The form with a list from the file @name, which holds @text. */
static RkForm *
form_with_list (const char *name, const char *text, GPtrArray *messages, GError **error)
{
  g_autofree char *list = write_file (name, text);
  g_autofree char *model = g_strdup_printf ("<instance id=\"l\" src=\"jr://file/%s\"/>", name);
  g_autofree char *xml = form_text (DATA, model, BODY);
  g_autofree char *path = write_file ("form.xml", xml);

  return rk_form_new_from_file (path, NULL, messages, error);
}

static void
assert_choices (RkForm *form, const char *first_value, const char *first_label, guint n)
{
  g_autoptr (RkFormInstance) self = rk_form_instance_new (form, NULL, NULL);
  GPtrArray *choices = rk_form_node_get_choices (node_at (self, "/data/a"));

  g_assert_cmpuint (choices->len, ==, n);
  g_assert_cmpstr (((RkChoice *) g_ptr_array_index (choices, 0))->value, ==, first_value);
  g_assert_cmpstr (((RkChoice *) g_ptr_array_index (choices, 0))->label, ==, first_label);
}

static void
test_reads_csv (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form =
      form_with_list ("list.csv",
                      "\xef\xbb\xbfname,label\r\n1,\"Gent, \"\"de\"\" stad\"\r\n2,Aalst\r\n\r\n",
                      NULL, &error);
  g_autoptr (RkForm) semicolons =
      form_with_list ("semi.csv", "name;label\n1;\"two\nlines\"\n", NULL, &error);

  g_assert_no_error (error);
  assert_choices (form, "1", "Gent, \"de\" stad", 2);
  assert_choices (semicolons, "1", "two\nlines", 1);
  g_assert_cmpstr (rk_form_get_attachments (form)[0], ==, "list.csv");
}

static void
test_reads_geojson (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form = form_with_list (
      "list.geojson",
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":"
      "{\"type\":\"Point\",\"coordinates\":[3.72,51.05]},\"properties\":{\"name\":\"g\","
      "\"label\":\"Gent\",\"n\":3}}]}",
      NULL, &error);
  g_autoptr (RkFormInstance) self = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  assert_choices (form, "g", "Gent", 1);
  self = rk_form_instance_new (form, NULL, NULL);
  rk_form_instance_evaluate_string (
      self, NULL, "concat(instance('l')/root/item/geometry, '|', instance('l')/root/item/n)", &text,
      &error);
  g_assert_cmpstr (text, ==, "51.05 3.72 0 0|3");
}

/* As the specification writes GeoJSON for queries: traces, shapes, an id of the feature itself, and
 * no child for what is null. */
static void
test_geojson_follows_the_specification (void)
{
  static const char *const expected[][2] = {
    { "count(instance('l')/root/item)", "3" },
    { "instance('l')/root/item[name='p']/geometry", "51.05 3.72 12.5 0" },
    { "instance('l')/root/item[name='t']/geometry", "51.05 3.72 0 0; 51.06 3.73 0 0" },
    { "instance('l')/root/item[name='s']/geometry", "51 3 0 0; 51 4 0 0; 52 4 0 0; 51 3 0 0" },
    { "instance('l')/root/item[name='p']/id", "top" },
    { "instance('l')/root/item[name='t']/id", "own" },
    { "count(instance('l')/root/item/gone)", "0" },
    { "instance('l')/root/item[name='p']/yes", "true" },
    { "pulldata('l', 'label', 'name', 't')", "Trace" },
    { "pulldata('l', 'label', 'n', 3)", "Point" },
    { "pulldata('l', 'label', 'name', 'nobody')", "" },
    { "pulldata('nowhere', 'label', 'name', 't')", "" },
    { "distance(instance('l')/root/item[name='t']/geometry) > 1300", "true" },
    { "area(instance('l')/root/item[name='s']/geometry) > 1000000", "true" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form = form_with_list (
      "list.geojson",
      "{\"type\":\"FeatureCollection\",\"features\":["
      "{\"type\":\"Feature\",\"id\":\"top\",\"geometry\":{\"type\":\"Point\",\"coordinates\":"
      "[3.72,51.05,12.5]},\"properties\":{\"name\":\"p\",\"label\":\"Point\",\"id\":\"own\","
      "\"gone\":null,\"yes\":true,\"n\":3}},"
      "{\"type\":\"Feature\",\"geometry\":{\"type\":\"LineString\",\"coordinates\":"
      "[[3.72,51.05],[3.73,51.06]]},\"properties\":{\"name\":\"t\",\"label\":\"Trace\","
      "\"id\":\"own\"}},"
      "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
      "[[[3,51],[4,51],[4,52],[3,51]]]},\"properties\":{\"name\":\"s\",\"label\":\"Shape\"}}]}",
      NULL, &error);
  g_autoptr (RkFormInstance) self = NULL;

  g_assert_no_error (error);
  self = rk_form_instance_new (form, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *text = NULL;

      g_test_message ("%s", expected[i][0]);
      g_assert_true (rk_form_instance_evaluate_string (self, NULL, expected[i][0], &text, &error));
      g_assert_cmpstr (text, ==, expected[i][1]);
    }
}

/* A value of a CSV file by its key, as pulldata() gives it. */
static void
test_pulldata_reads_csv (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form =
      form_with_list ("list.csv", "nis,name,label,büro é\n44021,a,Gent,x\n31005,b,Brugge,\n", NULL,
                      &error);
  g_autoptr (RkFormInstance) self = NULL;
  g_autofree char *found = NULL, *empty = NULL, *column = NULL;

  g_assert_no_error (error);
  self = rk_form_instance_new (form, NULL, NULL);
  rk_form_instance_evaluate_string (self, NULL, "pulldata('l', 'label', 'nis', 31005)", &found,
                                    &error);
  rk_form_instance_evaluate_string (self, NULL, "pulldata('l', 'nope', 'nis', '31005')", &empty,
                                    &error);
  rk_form_instance_evaluate_string (self, NULL, "name(instance('l')/root/item[1]/*[4])", &column,
                                    &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, "Brugge");
  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (column, ==, "büro_é");
}

static void
test_reads_xml (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form =
      form_with_list ("list.xml", "<root><item><name>x</name><label>Ex</label></item></root>", NULL,
                      &error);

  g_assert_no_error (error);
  assert_choices (form, "x", "Ex", 1);
}

static void
test_bad_lists_are_refused_by_name (void)
{
  g_autofree char *deep = g_strnfill (1000000, '[');
  const char *bad[][2] = {
    { "bad.xml", "<root>" },
    { "bomb.xml", "<!DOCTYPE r [<!ENTITY a \"b\">]><r>&a;</r>" },
    { "bad.geojson", "{" },
    { "other.geojson", "[1]" },
    { "scalar.geojson", "{\"features\":3}" },
    { "deep.geojson", deep },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RkForm) form = form_with_list (bad[i][0], bad[i][1], NULL, &error);

      g_assert_null (form);
      g_assert_nonnull (strstr (error->message, bad[i][0]));
    }
}

/* Odd contents must not break anything. */
static void
test_odd_lists_are_read_as_they_are (void)
{
  const char *odd[][2] = {
    { "empty.csv", "" },
    { "head.csv", "name,label" },
    { "short.csv", "name,label,more\n1\n2,x,y,z\n" },
    { "names.csv", "1st name,,a b\n1,2,3\n" },
    { "quote.csv", "name,label\n\"never closed" },
    { "bytes.csv", "name,label\n\xff\xfe,\x01\n" },
    { "null.geojson", "{\"features\":[null,{},{\"geometry\":null,\"properties\":null},"
                      "{\"geometry\":{\"type\":\"Point\",\"coordinates\":[]}},"
                      "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[1]},\"id\":[1]}]}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RkForm) form = form_with_list (odd[i][0], odd[i][1], NULL, &error);
      g_autoptr (RkFormInstance) self = NULL;

      g_assert_no_error (error);
      self = rk_form_instance_new (form, NULL, NULL);
      g_assert_nonnull (rk_form_node_get_choices (node_at (self, "/data/a")));
    }
}

/* A name with a path in it finds nothing outside the folders of the form. */
static void
test_names_do_not_lead_elsewhere (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text =
      form_text (DATA, "<instance id=\"l\" src=\"jr://file/..%2f..%2f..%2f..%2fetc%2fpasswd\"/>",
                 BODY);
  g_autofree char *path = write_file ("escape.xml", text);
  g_autoptr (RkForm) form = rk_form_new_from_file (path, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (rk_form_get_attachments (form)[0], "MISSING:"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/form-external/reads-csv", test_reads_csv);
  g_test_add_func ("/form-external/reads-geojson", test_reads_geojson);
  g_test_add_func ("/form-external/geojson-follows-the-specification",
                   test_geojson_follows_the_specification);
  g_test_add_func ("/form-external/pulldata-reads-csv", test_pulldata_reads_csv);
  g_test_add_func ("/form-external/reads-xml", test_reads_xml);
  g_test_add_func ("/form-external/bad-lists-are-refused-by-name",
                   test_bad_lists_are_refused_by_name);
  g_test_add_func ("/form-external/odd-lists-are-read-as-they-are",
                   test_odd_lists_are_read_as_they_are);
  g_test_add_func ("/form-external/names-do-not-lead-elsewhere", test_names_do_not_lead_elsewhere);
  return g_test_run ();
}
