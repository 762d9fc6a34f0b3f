/* SPDX-License-Identifier: EUPL-1.2 */
/* Arranges a graph with Graphviz: numbers in, numbers out (rk-layout-process.c says which).
 *
 * A process of its own, because Graphviz keeps global state, is not safe among threads and may not
 * come back. It gives up by itself. */
#include <graphviz/gvc.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#define MAX_NODES 2000
#define MAX_EDGES 100000
#define MAX_SIZE 10000
/* Seconds that the work may take. */
#define PATIENCE 20
/* Above this the exact method is too slow. */
#define MANY_NODES 400

/* agsafeset() takes char *, also for what it only reads. */
static void
set (void *object, const char *name, const char *value)
{
  agsafeset (object, (char *) name, (char *) value, (char *) "");
}

static void
set_inches (void *object, const char *name, int pixels)
{
  char text[32];

  /* No %f: a decimal comma is no decimal point to Graphviz. */
  snprintf (text, sizeof text, "%d.%03d", pixels / 72, pixels % 72 * 1000 / 72);
  set (object, name, text);
}

static Agraph_t *
read_graph (Agnode_t **nodes, int *n_nodes)
{
  Agraph_t *graph;
  char text[32];
  int seed, n, n_edges;

  if (scanf ("%d %d %d", &seed, &n, &n_edges) != 3 || n < 0 || n > MAX_NODES || n_edges < 0 ||
      n_edges > MAX_EDGES)
    return NULL;
  graph = agopen ((char *) "graph", Agundirected, NULL);
  snprintf (text, sizeof text, "%d", seed);
  set (graph, "start", text);
  set (graph, "overlap", "prism");
  set (graph, "pack", "18");
  set (graph, "splines", "false");
  set (graph, "outputorder", "nodesfirst");
  for (int i = 0; i < n; i++)
    {
      int width, height;

      if (scanf ("%d %d", &width, &height) != 2 || width < 1 || height < 1 || width > MAX_SIZE ||
          height > MAX_SIZE)
        return NULL;
      snprintf (text, sizeof text, "%d", i);
      nodes[i] = agnode (graph, text, 1);
      set (nodes[i], "shape", "box");
      set (nodes[i], "fixedsize", "true");
      set (nodes[i], "label", "");
      set_inches (nodes[i], "width", width);
      set_inches (nodes[i], "height", height);
    }
  for (int i = 0; i < n_edges; i++)
    {
      int source, target;

      if (scanf ("%d %d", &source, &target) != 2 || source < 0 || target < 0 || source >= n ||
          target >= n)
        return NULL;
      if (source != target)
        set (agedge (graph, nodes[source], nodes[target], NULL, 1), "len", "1.8");
    }
  *n_nodes = n;
  return graph;
}

int
main (void)
{
  static Agnode_t *nodes[MAX_NODES];
  struct rlimit limit = { PATIENCE, PATIENCE };
  GVC_t *context = gvContext ();
  Agraph_t *graph;
  int n = 0;

  alarm (2 * PATIENCE);
  setrlimit (RLIMIT_CPU, &limit);
  graph = read_graph (nodes, &n);
  if (graph == NULL)
    return 2;
  if (gvLayout (context, graph, n > MANY_NODES ? "sfdp" : "neato") != 0)
    return 1;
  for (int i = 0; i < n; i++) /* Graphviz counts upwards */
    printf ("%d %d\n", (int) ND_coord (nodes[i]).x, -(int) ND_coord (nodes[i]).y);
  gvFreeLayout (context, graph);
  agclose (graph);
  gvFreeContext (context);
  return fflush (stdout) == 0 ? 0 : 1;
}
