/* SPDX-License-Identifier: EUPL-1.2 */
/* The models of ../shared, when it stands beside the project: what the index counts is what an
 * import counts, exporting is a fixed point, and an export has no error of the schema that its
 * source lacks. */
#include "archimate-fixture.h"
#include "rk-archimate-export.h"

#include <libxml/catalog.h>
#include <libxml/xmlschemas.h>
#include <stdlib.h>
#include <string.h>

static char *folder;
static xmlSchema *schema;

/* One line of INDEX.tsv. */
typedef struct
{
  char *path;
  char *counts;
} Row;

static guint
get_count (const char *counts, const char *name)
{
  g_autofree char *wanted = g_strconcat (name, "=", NULL);
  const char *found = strstr (counts, wanted);

  g_assert_nonnull (found);
  return (guint) atoi (found + strlen (wanted));
}

static void
count_error (void *count, xmlError *error)
{
  (*(guint *) count)++;
}

/* Errors of the schema in a file. */
static guint
validate (const char *path)
{
  xmlSchemaValidCtxt *ctxt = xmlSchemaNewValidCtxt (schema);
  xmlDoc *doc = xmlReadFile (path, NULL, XML_PARSE_NONET);
  guint errors = 0;

  xmlSchemaSetValidStructuredErrors (ctxt, count_error, &errors);
  xmlSchemaValidateDoc (ctxt, doc);
  xmlFreeDoc (doc);
  xmlSchemaFreeValidCtxt (ctxt);
  return errors;
}

static char *
export_beside (Fixture *f, const char *id, const char *name)
{
  g_autofree char *beside = g_path_get_dirname (f->path);
  char *path = g_build_filename (beside, name, NULL);
  g_autoptr (GError) error = NULL;

  rk_archimate_export_file (f->store, id, path, NULL, &error);
  g_assert_no_error (error);
  return path;
}

static void
compare_files (const char *first, const char *second)
{
  g_autoptr (GMappedFile) a = g_mapped_file_new (first, FALSE, NULL);
  g_autoptr (GMappedFile) b = g_mapped_file_new (second, FALSE, NULL);

  g_assert_cmpmem (g_mapped_file_get_contents (a), g_mapped_file_get_length (a),
                   g_mapped_file_get_contents (b), g_mapped_file_get_length (b));
}

static void
refuse (Fixture *f, const Row *row)
{
  g_autoptr (GError) error = NULL;
  const char *line = strstr (row->counts, "line ");
  g_autofree char *words = g_strdup_printf ("line %d", line != NULL ? atoi (line + 5) : 0);

  g_assert_null (rk_archimate_import (f->store, row->path, NULL, RK_ARCHIMATE_IMPORT_USE, NULL,
                                      NULL, NULL, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_model (Fixture *f, gconstpointer data)
{
  const Row *row = data;
  g_autoptr (RkArchimateSummary) first = NULL;
  g_autoptr (RkArchimateSummary) second = NULL;
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;
  guint errors;

  if (g_str_has_prefix (row->counts, "ERR"))
    {
      refuse (f, row);
      return;
    }
  first = import_path (f->store, row->path, RK_ARCHIMATE_IMPORT_USE);
  g_assert_cmpuint (first->n_elements, ==, get_count (row->counts, "elements"));
  g_assert_cmpuint (first->n_relations, ==, get_count (row->counts, "relationships"));
  g_assert_cmpuint (first->n_views, ==, get_count (row->counts, "views"));
  g_assert_cmpuint (first->n_nodes, ==, get_count (row->counts, "nodes"));
  g_assert_cmpuint (first->n_connections, ==, get_count (row->counts, "connections"));
  once = export_beside (f, first->id, "once.xml");
  second = import_path (f->store, once, RK_ARCHIMATE_IMPORT_USE);
  twice = export_beside (f, second->id, "twice.xml");
  compare_files (once, twice);
  errors = first->version == 3 ? validate (once) : 0;
  if (errors > 0)
    g_assert_cmpuint (errors, <=, validate (row->path));
}

static void
add_tests (const char *index)
{
  g_auto (GStrv) lines = g_strsplit (index, "\n", -1);

  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);
      g_autofree char *name = NULL;
      Row *row;

      if (!g_str_has_prefix (lines[i], "ameff/") || g_strv_length (columns) < 9)
        continue;
      row = g_new0 (Row, 1);
      row->path = g_build_filename (folder, columns[0], NULL);
      row->counts = g_strdup (columns[8]);
      name = g_strconcat ("/archimate-shared/", columns[0], NULL);
      g_test_add_vtable (name, sizeof (Fixture), row, (GTestFixtureFunc) set_up,
                         (GTestFixtureFunc) test_model, (GTestFixtureFunc) tear_down);
    }
}

static void
load_schema (void)
{
  g_autofree char *catalog = g_build_filename (folder, "archimate-meta", "catalog.xml", NULL);
  g_autofree char *path =
      g_build_filename (folder, "archimate-meta", "archimate3_Diagram.xsd", NULL);
  xmlSchemaParserCtxt *ctxt;

  xmlLoadCatalog (catalog);
  ctxt = xmlSchemaNewParserCtxt (path);
  schema = xmlSchemaParse (ctxt);
  xmlSchemaFreeParserCtxt (ctxt);
  g_assert_nonnull (schema);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  g_autofree char *index = NULL;
  int result;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  folder =
      g_build_filename (g_getenv ("RK_SOURCE_ROOT") != NULL ? g_getenv ("RK_SOURCE_ROOT") : ".",
                        "..", "shared", "portfolio", "data", NULL);
  path = g_build_filename (folder, "INDEX.tsv", NULL);
  if (!g_file_get_contents (path, &index, NULL, NULL))
    return 0;
  load_schema ();
  add_tests (index);
  result = g_test_run ();
  xmlSchemaFree (schema);
  g_free (folder);
  return result;
}
