/* SPDX-License-Identifier: EUPL-1.2 */
/* How long a large model takes, beside a bare reading of the same file in the same run.
 *
 *   bench-archimate FOLDER [MODEL.xml]   prints "name value unit" lines
 *
 * Without a model one of about 17 MB is made. The bare reading is xmlTextReader of libxml2 over all
 * elements and attributes. Both go in turn, so that what else the machine does meets both. */
#include "config.h"
#include "rk-archimate-export.h"
#include "rk-archimate-import.h"
#include "rk-architecture.h"
#include "rk-portfolio-kinds.h"

#include <glib/gstdio.h>
#include <libxml/xmlreader.h>
#include <stdlib.h>
#include <string.h>

#define ROUNDS 5

static double
since_ms (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *times)
{
  qsort (times, ROUNDS, sizeof (double), compare_doubles);
  return times[ROUNDS / 2];
}

static void
print (const char *name, double value, const char *unit)
{
  g_print ("archimate-%s %.2f %s\n", name, value, unit);
}

/* The most memory that the process has had. */
static double
get_peak_mib (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmHWM:");
  return line != NULL ? g_ascii_strtod (line + strlen ("VmHWM:"), NULL) / 1024 : 0;
}

/* --- a model of our own ----------------------------------------------------------------------- */

static void
make_elements (GString *out)
{
  g_string_append (out, "<elements>\n");
  for (guint i = 0; i < 3000; i++)
    {
      g_string_append_printf (out,
                              "<element identifier=\"id-e%06u\" xsi:type=\"%s\">\n"
                              "<name xml:lang=\"nl\">Onderdeel %u van de architectuur</name>\n"
                              "<documentation xml:lang=\"nl\">",
                              i, i % 3 == 0 ? "ApplicationComponent" : "BusinessFunction", i);
      for (guint j = 0; j < 12; j++)
        g_string_append_printf (out, "Zin %u over onderdeel %u en wat het doet. ", j, i);
      g_string_append (out, "</documentation>\n<properties>\n");
      for (guint j = 0; j < 8; j++)
        g_string_append_printf (out,
                                "<property propertyDefinitionRef=\"p%u\">\n"
                                "<value xml:lang=\"nl\">waarde %u-%u</value>\n</property>\n",
                                j, i, j);
      g_string_append (out, "</properties>\n</element>\n");
    }
  g_string_append (out, "</elements>\n<relationships>\n");
  for (guint i = 0; i < 6000; i++)
    g_string_append_printf (out,
                            "<relationship identifier=\"id-r%06u\" source=\"id-e%06u\""
                            " target=\"id-e%06u\" xsi:type=\"Association\"/>\n",
                            i, i % 3000, i * 7 % 3000);
  g_string_append (out, "</relationships>\n<propertyDefinitions>\n");
  for (guint i = 0; i < 8; i++)
    g_string_append_printf (
        out,
        "<propertyDefinition identifier=\"p%u\" type=\"string\"><name>Eigenschap "
        "%u</name></propertyDefinition>\n",
        i, i);
  g_string_append (out, "</propertyDefinitions>\n");
}

static void
make_node (GString *out, guint view, guint node)
{
  g_string_append_printf (
      out,
      "<node identifier=\"id-n%u-%u\" elementRef=\"id-e%06u\" xsi:type=\"Element\" x=\"%u\""
      " y=\"%u\" w=\"120\" h=\"55\">\n<style>\n<fillColor r=\"%u\" g=\"255\" b=\"255\" "
      "a=\"100\"/>\n"
      "<lineColor r=\"92\" g=\"92\" b=\"92\" a=\"100\"/>\n<font name=\"Segoe UI\" size=\"9\">\n"
      "<color r=\"0\" g=\"0\" b=\"0\"/>\n</font>\n</style>\n</node>\n",
      view, node, (view * 50 + node) % 3000, node % 20 * 140, node / 20 * 80, node % 8 * 30);
}

static void
make_views (GString *out)
{
  g_string_append (out, "<views>\n<diagrams>\n");
  for (guint i = 0; i < 420; i++)
    {
      guint nodes = i == 0 ? 568 : 60;

      g_string_append_printf (out,
                              "<view identifier=\"id-v%u\" xsi:type=\"Diagram\">\n<name>Plaat %u"
                              "</name>\n",
                              i, i);
      for (guint j = 0; j < nodes; j++)
        make_node (out, i, j);
      for (guint j = 0; j < 24; j++)
        g_string_append_printf (
            out,
            "<connection identifier=\"id-c%u-%u\" relationshipRef=\"id-r%06u\""
            " xsi:type=\"Relationship\" source=\"id-n%u-%u\" target=\"id-n%u-%u\">\n<style>\n"
            "<lineColor r=\"0\" g=\"0\" b=\"0\"/>\n</style>\n<bendpoint x=\"%u\" y=\"40\"/>\n"
            "</connection>\n",
            i, j, (i * 24 + j) % 6000, i, j, i, j + 1, j * 10);
      g_string_append (out, "</view>\n");
    }
  g_string_append (out, "</diagrams>\n</views>\n");
}

static char *
make_model (const char *folder)
{
  g_autoptr (GString) out = g_string_new (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<model"
      " xmlns=\"http://www.opengroup.org/xsd/archimate/3.0/\""
      " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" identifier=\"id-model\">\n"
      "<name>Groot</name>\n");
  char *path = g_build_filename (folder, "model.xml", NULL);

  make_elements (out);
  make_views (out);
  g_string_append (out, "</model>\n");
  g_assert_true (g_file_set_contents (path, out->str, (gssize) out->len, NULL));
  return path;
}

/* --- measuring -------------------------------------------------------------------------------- */

static double
read_bare (const char *path)
{
  gint64 start = g_get_monotonic_time ();
  xmlTextReader *reader = xmlReaderForFile (path, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
  gsize length = 0;

  while (xmlTextReaderRead (reader) == 1)
    while (xmlTextReaderMoveToNextAttribute (reader) == 1)
      length += (gsize) xmlStrlen (xmlTextReaderConstValue (reader));
  xmlFreeTextReader (reader);
  g_assert_cmpuint (length, >, 0);
  return since_ms (start);
}

static double
import_once (const char *folder, const char *path, guint round, RkStore **store)
{
  g_autofree char *name = g_strdup_printf ("%u.regiekamer", round);
  g_autofree char *workspace = g_build_filename (folder, name, NULL);
  g_autoptr (RkArchimateSummary) summary = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start;

  g_clear_object (store);
  *store = rk_store_open (workspace, rk_portfolio_kinds, RK_STORE_CREATE, &error);
  g_assert_no_error (error);
  start = g_get_monotonic_time ();
  summary = rk_archimate_import (*store, path, NULL, RK_ARCHIMATE_IMPORT_DEFAULT, NULL, NULL, NULL,
                                 &error);
  g_assert_no_error (error);
  return since_ms (start);
}

static const char *
find_densest (RkArchitecture *architecture)
{
  GPtrArray *views = rk_architecture_list_views (architecture);
  const RkViewInfo *densest = views->pdata[0];

  for (guint i = 1; i < views->len; i++)
    if (((RkViewInfo *) views->pdata[i])->n_nodes > densest->n_nodes)
      densest = views->pdata[i];
  return densest->id;
}

static void
measure_reading (RkStore *store)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RkArchitecture) architecture = rk_architecture_open (store, NULL, &error);
  g_autoptr (RkView) first = NULL;
  g_autoptr (RkView) view = NULL;
  const char *densest;

  print ("open", since_ms (start), "ms");
  densest = find_densest (architecture);
  start = g_get_monotonic_time ();
  first = rk_architecture_load_view (architecture, densest, &error);
  print ("densest-view-first", since_ms (start), "ms");
  start = g_get_monotonic_time ();
  view = rk_architecture_load_view (architecture, densest, &error);
  print ("densest-view", since_ms (start), "ms");
  g_assert_no_error (error);
}

static void
measure_export (RkStore *store, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "export.xml", NULL);
  g_autofree char *id = rk_architecture_dup_current (store, NULL);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  rk_archimate_export_file (store, id, path, NULL, &error);
  g_assert_no_error (error);
  print ("export", since_ms (start), "ms");
}

int
main (int argc, char **argv)
{
  double bare[ROUNDS], import[ROUNDS];
  g_autoptr (RkStore) store = NULL;
  g_autofree char *path = NULL;
  GStatBuf info;
  double before, ratio;

  if (argc < 2)
    return 2;
  path = argc > 2 ? g_strdup (argv[2]) : make_model (argv[1]);
  g_stat (path, &info);
  print ("model", (double) info.st_size / 1e6, "MB");
  before = get_peak_mib ();
  for (guint i = 0; i < ROUNDS; i++)
    {
      import[i] = import_once (argv[1], path, i, &store);
      bare[i] = read_bare (path);
    }
  ratio = median (import) / median (bare);
  print ("bare-reading", bare[ROUNDS / 2], "ms");
  print ("import", import[ROUNDS / 2], "ms");
  print ("import-of-bare", ratio, "times (target 5)");
  print ("memory", get_peak_mib (), "MiB (target 60)");
  print ("memory-before", before, "MiB");
  measure_reading (store);
  measure_export (store, argv[1]);
  return 0;
}
