/* SPDX-License-Identifier: EUPL-1.2 */
#include "archimate-fixture.h"
#include "rk-architecture-diff.h"

/* A release: concepts as triples of identifier, Object ID or NULL, name; NULL ends. */
#define HEAD                                                                                       \
  "<model xmlns=\"http://www.opengroup.org/xsd/archimate/3.0/\" xmlns:xsi="                        \
  "\"http://www.w3.org/2001/XMLSchema-instance\" identifier=\"m\"><name>%s</name><elements>"
#define TAIL                                                                                       \
  "<propertyDefinitions><propertyDefinition identifier=\"o\" type=\"string\"><name>Object ID"      \
  "</name></propertyDefinition></propertyDefinitions></model>"

typedef struct
{
  const char *identifier, *object_id, *name, *documentation, *parent;
} Part;

static const Part first[] = {
  { "id-g", NULL, "Domein A" },
  { "id-h", NULL, "Domein B" },
  { "id-1", "11", "Burgerzaken", "Oud.", "id-g" },
  { "id-2", NULL, "Afsprakenbeheer", NULL, "id-g" },
  { "id-3", "33", "Zaaksysteem", NULL, "id-g" },
  { "id-4", NULL, "Meldingen", NULL, "id-h" },
  { NULL },
};
/* 11 has another identifier and text; 2 is gone; 33 has moved; id-4 has got an Object ID. */
static const Part second[] = {
  { "id-g", NULL, "Domein A" },
  { "id-h", NULL, "Domein B" },
  { "id-new", "11", "Burgerzaken", "Nieuw.", "id-g" },
  { "id-3", "33", "Zaaksysteem", NULL, "id-h" },
  { "id-4", "44", "Meldingen", NULL, "id-h" },
  { "id-5", NULL, "Afspraken", NULL, "id-g" },
  { NULL },
};

static GBytes *
make_release (const char *name, const Part *parts)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) relations = g_string_new ("</elements><relationships>");
  gsize length;

  g_string_append_printf (text, HEAD, name);
  for (const Part *part = parts; part->identifier != NULL; part++)
    {
      g_string_append_printf (text, "<element identifier=\"%s\" xsi:type=\"%s\"><name>%s</name>",
                              part->identifier,
                              part->parent != NULL ? "ApplicationComponent" : "Grouping",
                              part->name);
      if (part->documentation != NULL)
        g_string_append_printf (text, "<documentation>%s</documentation>", part->documentation);
      if (part->object_id != NULL)
        g_string_append_printf (text,
                                "<properties><property propertyDefinitionRef=\"o\"><value>%s"
                                "</value></property></properties>",
                                part->object_id);
      g_string_append (text, "</element>");
      if (part->parent != NULL)
        g_string_append_printf (relations,
                                "<relationship identifier=\"r-%s\" source=\"%s\" target=\"%s\""
                                " xsi:type=\"Aggregation\"/>",
                                part->identifier, part->parent, part->identifier);
    }
  g_string_append_printf (text, "%s</relationships>" TAIL, relations->str);
  length = text->len;
  return g_bytes_new_take (g_string_free (g_steal_pointer (&text), FALSE), length);
}

static char *
import_release (RkStore *store, const char *name, const Part *parts, RkArchimateImportFlags flags)
{
  g_autoptr (GBytes) bytes = make_release (name, parts);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkArchimateSummary) summary =
      rk_archimate_import_bytes (store, bytes, name, flags, &error);

  g_assert_no_error (error);
  return g_strdup (summary->id);
}

static void
place_application (RkStore *store, const char *name, const char *component)
{
  g_autoptr (RkChange) change = rk_change_new (store, "Place");
  g_autoptr (GError) error = NULL;
  g_autofree char *fit = g_strconcat ("fit-", name, NULL);

  rk_change_set (change, "application", name, "name", name, NULL);
  rk_change_set (change, "fit", fit, "application", name, "component", component, "component_name",
                 component, NULL);
  rk_change_apply (change, &error);
  g_assert_no_error (error);
}

static void
assert_place (RkStore *store, const char *name, const char *component)
{
  g_autofree char *id = g_strconcat ("fit-", name, NULL);
  g_autoptr (RkRecord) fit = rk_store_get (store, "fit", id, NULL);

  g_assert_cmpstr (rk_record_get (fit, "component"), ==, component);
}

static const char *
get_key (GPtrArray *changes, guint i)
{
  g_assert_cmpuint (i, <, changes->len);
  return ((RkConceptChange *) changes->pdata[i])->key;
}

static void
test_differences (Fixture *f, gconstpointer data)
{
  g_autofree char *from = import_release (f->store, "Versie 1", first, RK_ARCHIMATE_IMPORT_USE);
  g_autofree char *to = import_release (f->store, "Versie 2", second, RK_ARCHIMATE_IMPORT_DEFAULT);
  g_autofree char *current = rk_architecture_dup_current (f->store, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkArchitectureDiff) diff = NULL;
  const RkConceptChange *change;
  const RkOrphan *orphan;

  g_assert_cmpstr (current, ==, from);
  place_application (f->store, "Afspraak+", "id-2");
  diff = rk_architecture_compare (f->store, NULL, to, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (diff->added->len, ==, 1);
  g_assert_cmpstr (get_key (diff->added, 0), ==, "id-5");
  g_assert_cmpuint (diff->vanished->len, ==, 1);
  g_assert_cmpstr (get_key (diff->vanished, 0), ==, "id-2");
  g_assert_cmpuint (diff->moved->len, ==, 1);
  g_assert_cmpstr (get_key (diff->moved, 0), ==, "33");
  g_assert_cmpuint (diff->changed->len, ==, 2);
  change = diff->changed->pdata[0];
  g_assert_cmpstr (change->key, ==, "11");
  g_assert_cmpstr (((RkConceptEdit *) change->edits->pdata[0])->before, ==, "Oud.");
  g_assert_cmpstr (g_hash_table_lookup (diff->renamed, "id-4"), ==, "44");
  g_assert_cmpuint (diff->orphans->len, ==, 1);
  orphan = diff->orphans->pdata[0];
  g_assert_cmpstr (orphan->name, ==, "Afsprakenbeheer");
  g_assert_cmpstr (orphan->application_names->pdata[0], ==, "Afspraak+");
  g_assert_cmpstr (orphan->suggestions->pdata[0], ==, "id-5");
}

static void
test_same (Fixture *f, gconstpointer data)
{
  g_autofree char *id = import_release (f->store, "Versie 1", first, RK_ARCHIMATE_IMPORT_USE);
  g_autoptr (RkArchitectureDiff) diff = rk_architecture_compare (f->store, id, id, NULL);

  g_assert_true (rk_architecture_diff_is_empty (diff));
}

/* Going over, back after a while, and forth again: applications stay on their places. */
static void
test_use (Fixture *f, gconstpointer data)
{
  g_autofree char *from = import_release (f->store, "Versie 1", first, RK_ARCHIMATE_IMPORT_USE);
  g_autofree char *to = import_release (f->store, "Versie 2", second, RK_ARCHIMATE_IMPORT_DEFAULT);
  g_autoptr (GHashTable) moves = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  g_autofree char *current = NULL;

  place_application (f->store, "burger", "11");
  place_application (f->store, "afspraak", "id-2");
  place_application (f->store, "melding", "id-4");
  place_application (f->store, "nergens", "weg");
  g_hash_table_insert (moves, (char *) "id-2", (char *) "id-5");
  g_assert_true (rk_architecture_use (f->store, to, moves, &error));
  assert_place (f->store, "burger", "11");
  assert_place (f->store, "afspraak", "id-5");
  assert_place (f->store, "melding", "44");
  assert_place (f->store, "nergens", "weg");

  g_assert_true (rk_architecture_use (f->store, from, NULL, &error));
  g_assert_no_error (error);
  assert_place (f->store, "burger", "11");
  assert_place (f->store, "afspraak", "id-2");
  assert_place (f->store, "melding", "id-4");

  g_assert_true (rk_store_undo (f->store, NULL, &error));
  assert_place (f->store, "afspraak", "id-5");
  g_assert_true (rk_store_undo (f->store, NULL, &error));
  assert_place (f->store, "afspraak", "id-2");
  assert_place (f->store, "melding", "id-4");
  current = rk_architecture_dup_current (f->store, NULL);
  g_assert_cmpstr (current, ==, from);
}

/* A new release that is used at once keeps the mappings as well, in the one step of the import. */
static void
test_import_follows (Fixture *f, gconstpointer data)
{
  g_autofree char *from = import_release (f->store, "Versie 1", first, RK_ARCHIMATE_IMPORT_USE);
  g_autofree char *to = NULL;
  g_autofree char *previous = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  guint days = 0;

  place_application (f->store, "melding", "id-4");
  to = import_release (f->store, "Versie 2", second, RK_ARCHIMATE_IMPORT_USE);
  assert_place (f->store, "melding", "44");
  previous = rk_architecture_dup_previous (f->store, &name, &days, &error);
  g_assert_cmpstr (previous, ==, from);
  g_assert_cmpstr (name, ==, "Versie 1");
  g_assert_cmpuint (days, ==, RK_ARCHITECTURE_BACK_DAYS);
  g_assert_true (rk_store_undo (f->store, NULL, &error));
  assert_place (f->store, "melding", "id-4");
  g_assert_null (rk_architecture_dup_previous (f->store, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
test_compare_file (Fixture *f, gconstpointer data)
{
  g_autofree char *from = import_release (f->store, "Versie 1", first, RK_ARCHIMATE_IMPORT_USE);
  g_autofree char *path = fixture_path ("small.xml");
  g_autoptr (GError) error = NULL;
  g_autoptr (RkArchitectureDiff) diff =
      rk_architecture_compare_file (f->store, path, NULL, NULL, NULL, &error);
  g_autofree char *current = rk_architecture_dup_current (f->store, NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (diff->vanished->len, ==, 6);
  g_assert_cmpuint (diff->added->len, ==, 6);
  g_assert_cmpuint (diff->summary->n_views, ==, 2);
  g_assert_cmpstr (current, ==, from);
  g_assert_cmpint (rk_store_count (f->store, "architecture", NULL, NULL, NULL), ==, 1);
  g_assert_false (rk_architecture_use (f->store, "nowhere", NULL, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/architecture/differences", Fixture, NULL, set_up, test_differences, tear_down);
  g_test_add ("/architecture/same", Fixture, NULL, set_up, test_same, tear_down);
  g_test_add ("/architecture/use", Fixture, NULL, set_up, test_use, tear_down);
  g_test_add ("/architecture/import-follows", Fixture, NULL, set_up, test_import_follows,
              tear_down);
  g_test_add ("/architecture/compare-file", Fixture, NULL, set_up, test_compare_file, tear_down);
  return g_test_run ();
}
