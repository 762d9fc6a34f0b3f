/* SPDX-License-Identifier: EUPL-1.2 */
#define _GNU_SOURCE /* memfd_create() */
#include "config.h"
#include "rk-layout-process.h"

#include <errno.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

/* Where the program stands: beside the one that runs, in the build tree, or installed. The
 * environment goes before, for the tests. (transfer full) (nullable) */
static char *
find_program (void)
{
  static const char *const places[] = { "rk-layout", "../portfolio/graph/rk-layout",
                                        "../libexec/regiekamer/rk-layout" };
  const char *wanted = g_getenv ("RK_LAYOUT");
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;

  if (wanted != NULL)
    return g_strdup (wanted);
  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (places); i++)
    {
      char *path = g_build_filename (folder, places[i], NULL);
      if (g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
        return path;
      g_free (path);
    }
  return g_strdup (RK_LAYOUT_INSTALLED);
}

/* "SEED NODES EDGES", a line "width height" per node, a line "source target" per edge. */
static GString *
write_request (RkGraphLayout *self, guint seed)
{
  RkGraph *graph = rk_graph_layout_get_graph (self);
  GString *text = g_string_new (NULL);
  guint n_edges = rk_graph_get_n_edges (graph);

  g_string_append_printf (text, "%u %u %u\n", seed, rk_graph_get_n_nodes (graph), n_edges);
  for (guint i = 0; i < rk_graph_get_n_nodes (graph); i++)
    {
      RkGraphBox box = rk_graph_layout_get_box (self, i);
      g_string_append_printf (text, "%d %d\n", (int) box.width + RK_GRAPH_GAP,
                              (int) box.height + RK_GRAPH_GAP);
    }
  for (guint i = 0; i < n_edges; i++)
    {
      const RkGraphEdge *edge = rk_graph_get_edge (graph, i);
      g_string_append_printf (text, "%u %u\n", edge->source, edge->target);
    }
  return text;
}

/* A line "x y" per node. */
static gboolean
read_reply (GBytes *reply, guint n_nodes, RkGraphPoint *points)
{
  gsize size;
  const char *data = g_bytes_get_data (reply, &size);
  g_autofree char *text = g_strndup (data != NULL ? data : "", data != NULL ? size : 0);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  if (g_strv_length (lines) != n_nodes + 1)
    return FALSE;
  for (guint i = 0; i < n_nodes; i++)
    {
      int x, y;
      if (sscanf (lines[i], "%d %d", &x, &y) != 2)
        return FALSE;
      points[i] = (RkGraphPoint){ x, y };
    }
  return TRUE;
}

/* What @request says, to be read by the process: no pipe, which would end us when the process has
 * gone before it read all. -1: it could not be kept. */
static int
open_request (GString *request, GError **error)
{
  int fd = memfd_create ("graph", MFD_CLOEXEC);

  if (fd >= 0 && write (fd, request->str, request->len) == (gssize) request->len &&
      lseek (fd, 0, SEEK_SET) == 0)
    return fd;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s", g_strerror (errno));
  if (fd >= 0)
    close (fd);
  return -1;
}

static GSubprocess *
start (int request, GError **error)
{
  g_autofree char *program = find_program ();
  const char *const arguments[] = { program, NULL };
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);

  g_subprocess_launcher_take_stdin_fd (launcher, request);
  return g_subprocess_launcher_spawnv (launcher, arguments, error);
}

gboolean
rk_layout_process_run (RkGraphLayout *self, guint seed, RkGraphPoint *points,
                       GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) request = write_request (self, seed);
  int fd = open_request (request, error);
  g_autoptr (GSubprocess) process = fd >= 0 ? start (fd, error) : NULL;
  g_autoptr (GBytes) reply = NULL;

  if (process == NULL)
    return FALSE;
  if (!g_subprocess_communicate (process, NULL, cancellable, &reply, NULL, error))
    {
      g_subprocess_force_exit (process);
      return FALSE;
    }
  if (!g_subprocess_wait_check (process, cancellable, error))
    return FALSE;
  if (!read_reply (reply, rk_graph_get_n_nodes (rk_graph_layout_get_graph (self)), points))
    {
      g_set_error_literal (error, RK_ERROR, RK_ERROR_FAILED, "No arrangement was given");
      return FALSE;
    }
  return TRUE;
}
