/* SPDX-License-Identifier: EUPL-1.2 */
/* A model: any bytes are refused in words or become a model of which every view can be drawn, that
 * can be removed again, and of which the export is a fixed point. */
#include "fuzz.h"
#include "rk-archimate-private.h"
#include "rk-archimate-writer-private.h"
#include "rk-architecture.h"
#include "rk-portfolio-kinds.h"

#include <stdlib.h>

typedef struct
{
  RkStore *store;
  GBytes *bytes;
  guint round;
} Run;

/* One workspace for all inputs: nothing stays in it. */
static RkStore *
get_store (void)
{
  static RkStore *store = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (store != NULL)
    return store;
  folder = g_dir_make_tmp ("fuzz-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, "fuzz.regiekamer", NULL);
  store = rk_store_open (path, rk_portfolio_kinds, RK_STORE_CREATE, &error);
  g_assert_no_error (error);
  return store;
}

/* Reads @bytes under @id: FALSE when they are refused. */
static gboolean
read_model (sqlite3 *db, GBytes *bytes, const char *id)
{
  g_autoptr (RkArchimateSource) source = rk_archimate_source_new (bytes);
  RkArchimateReading reading = { .name = "fuzz.xml" };
  g_autofree char *identifier = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RkArchimateSummary) summary =
      rk_archimate_read (db, source, id, &reading, &identifier, &error);

  g_assert ((summary != NULL) != (error != NULL));
  if (error != NULL)
    g_assert_true (error->domain == RK_ERROR && g_utf8_validate (error->message, -1, NULL));
  for (guint i = 0; summary != NULL && i < summary->warnings->len; i++)
    g_free (rk_archimate_warning_to_text (summary->warnings->pdata[i]));
  return summary != NULL;
}

static GBytes *
write_model (sqlite3 *db, const char *id)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  rk_archimate_write (db, id, NULL, NULL, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
look_at_view (RkArchitecture *architecture, const RkViewInfo *info)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkView) view = rk_architecture_load_view (architecture, info->id, &error);
  guint n_nodes, n_connections;
  const RkViewNode *nodes;

  g_assert_no_error (error);
  nodes = rk_view_get_nodes (view, &n_nodes);
  rk_view_get_connections (view, &n_connections);
  for (guint i = 0; i < n_nodes; i++)
    g_assert_cmpint (nodes[i].parent, <, (int) i);
}

static void
look (RkStore *store, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkArchitecture) architecture = rk_architecture_open (store, id, &error);
  GPtrArray *concepts, *views;

  g_assert_no_error (error);
  concepts = rk_architecture_list_concepts (architecture);
  views = rk_architecture_list_views (architecture);
  for (guint i = 0; i < concepts->len; i++)
    {
      const RkConcept *concept = concepts->pdata[i];
      g_autoptr (GPtrArray) properties =
          rk_architecture_dup_properties (architecture, concept->key);
      g_autoptr (GPtrArray) relations = rk_architecture_dup_relations (architecture, concept->key);

      rk_architecture_get_domain (architecture, concept->key);
    }
  for (guint i = 0; i < views->len; i++)
    look_at_view (architecture, views->pdata[i]);
}

static gboolean
run_cb (sqlite3 *db, RkChange *change, gpointer data, GError **error)
{
  Run *run = data;
  g_autofree char *first = g_strdup_printf ("%u-a", run->round);
  g_autofree char *second = g_strdup_printf ("%u-b", run->round);
  g_autoptr (GBytes) once = NULL;
  g_autoptr (GBytes) twice = NULL;

  if (!read_model (db, run->bytes, first))
    return TRUE;
  look (run->store, first);
  once = write_model (db, first);
  g_assert_true (rk_archimate_remove (db, first, NULL));
  g_assert_true (read_model (db, once, second));
  twice = write_model (db, second);
  if (!g_bytes_equal (once, twice))
    {
      g_printerr ("not a fixed point:\n%.*s\n---\n%.*s", (int) g_bytes_get_size (once),
                  (const char *) g_bytes_get_data (once, NULL), (int) g_bytes_get_size (twice),
                  (const char *) g_bytes_get_data (twice, NULL));
      abort ();
    }
  return TRUE;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static guint round = 0;
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  Run run = { get_store (), bytes, round++ };

  rk_store_try_content (run.store, run_cb, &run, &error);
  g_assert_no_error (error);
  return 0;
}
