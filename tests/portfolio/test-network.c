/* SPDX-License-Identifier: EUPL-1.2 */
/* Measures of graphs and of concentration, beside the plainest way to compute them. */
#include "rk-hhi.h"
#include "rk-network.h"

#include <math.h>

#define NEAR 1e-9
#define MAX_NODES 14

static void
join (RkNetwork *network, guint a, guint b)
{
  rk_network_add_edge (network, a, b);
  rk_network_add_edge (network, b, a);
}

/* 0 - 1 - 2 - 3, with 1 - 4 - 3 beside: 1 carries three pairs with 0, and half of 2-4. */
static void
test_betweenness_by_hand (void)
{
  g_autoptr (RkNetwork) network = rk_network_new (5);
  g_autofree double *betweenness = NULL;
  g_autofree gboolean *points = NULL;

  join (network, 0, 1);
  join (network, 1, 2);
  join (network, 2, 3);
  join (network, 1, 4);
  join (network, 4, 3);
  betweenness = rk_network_betweenness (network);
  points = rk_network_articulation_points (network);
  g_assert_cmpfloat_with_epsilon (betweenness[0] / 2, 0, NEAR);
  g_assert_cmpfloat_with_epsilon (betweenness[1] / 2, 3.5, NEAR);
  g_assert_cmpfloat_with_epsilon (betweenness[2] / 2, 1, NEAR);
  g_assert_cmpfloat_with_epsilon (betweenness[3] / 2, 0.5, NEAR);
  g_assert_cmpfloat_with_epsilon (betweenness[4] / 2, 1, NEAR);
  g_assert_true (points[1]);
  g_assert_false (points[0] || points[2] || points[3] || points[4]);
}

static void
test_an_edge_counts_once (void)
{
  g_autoptr (RkNetwork) network = rk_network_new (2);

  g_assert_true (rk_network_add_edge (network, 0, 1));
  g_assert_false (rk_network_add_edge (network, 0, 1));
  g_assert_false (rk_network_add_edge (network, 1, 1));
  g_assert_cmpuint (rk_network_get_neighbours (network, 0)->len, ==, 1);
  g_assert_cmpuint (rk_network_get_neighbours (network, 1)->len, ==, 0);
}

static void
test_reach_counts_steps (void)
{
  g_autoptr (RkNetwork) network = rk_network_new (5);
  g_autoptr (GArray) two = NULL, none = NULL, all = NULL;

  for (guint i = 0; i < 4; i++)
    rk_network_add_edge (network, i, i + 1);
  rk_network_add_edge (network, 2, 0);
  two = rk_network_reach (network, 0, 2);
  none = rk_network_reach (network, 4, 2);
  all = rk_network_reach (network, 2, 9);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpuint (g_array_index (two, guint, 1), ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (all->len, ==, 4);
}

/* A long chain has no place on the stack of the program. */
static void
test_a_long_chain (void)
{
  guint n = 200000;
  g_autoptr (RkNetwork) network = rk_network_new (n);
  g_autofree gboolean *points = NULL;

  for (guint i = 0; i + 1 < n; i++)
    join (network, i, i + 1);
  points = rk_network_articulation_points (network);
  g_assert_false (points[0] || points[n - 1]);
  g_assert_true (points[1] && points[n / 2]);
}

/* --- beside naive implementations ------------------------------------------------------------ */

typedef struct
{
  guint n;
  gboolean edges[MAX_NODES][MAX_NODES];
  int distances[MAX_NODES][MAX_NODES];
  double paths[MAX_NODES][MAX_NODES];
} Naive;

/* Distances by Floyd and Warshall, numbers of shortest paths by their definition. */
static void
measure (Naive *g)
{
  for (guint a = 0; a < g->n; a++)
    for (guint b = 0; b < g->n; b++)
      g->distances[a][b] = a == b ? 0 : g->edges[a][b] ? 1 : 1000;
  for (guint k = 0; k < g->n; k++)
    for (guint a = 0; a < g->n; a++)
      for (guint b = 0; b < g->n; b++)
        g->distances[a][b] = MIN (g->distances[a][b], g->distances[a][k] + g->distances[k][b]);
  for (guint a = 0; a < g->n; a++)
    for (int distance = 0; distance < (int) g->n; distance++)
      for (guint b = 0; b < g->n; b++)
        {
          if (g->distances[a][b] != distance)
            continue;
          g->paths[a][b] = distance == 0;
          for (guint c = 0; c < g->n; c++)
            if (g->edges[c][b] && g->distances[a][c] == distance - 1)
              g->paths[a][b] += g->paths[a][c];
        }
}

static double
naive_betweenness (const Naive *g, guint v)
{
  double sum = 0;

  for (guint a = 0; a < g->n; a++)
    for (guint b = 0; b < g->n; b++)
      if (a != b && a != v && b != v && g->distances[a][b] < 1000 &&
          g->distances[a][v] + g->distances[v][b] == g->distances[a][b])
        sum += g->paths[a][v] * g->paths[v][b] / g->paths[a][b];
  return sum;
}

static guint
count_parts (const Naive *g, guint without)
{
  gboolean seen[MAX_NODES] = { FALSE };
  guint parts = 0;

  for (guint start = 0; start < g->n; start++)
    {
      guint stack[MAX_NODES], n = 0;

      if (seen[start] || start == without)
        continue;
      parts++;
      seen[start] = TRUE;
      stack[n++] = start;
      while (n > 0)
        {
          guint node = stack[--n];

          for (guint next = 0; next < g->n; next++)
            if (g->edges[node][next] && !seen[next] && next != without)
              {
                seen[next] = TRUE;
                stack[n++] = next;
              }
        }
    }
  return parts;
}

static gboolean
has_edges (const Naive *g, guint node)
{
  for (guint i = 0; i < g->n; i++)
    if (g->edges[node][i])
      return TRUE;
  return FALSE;
}

static void
compare_with_naive (GRand *random)
{
  Naive g = { .n = (guint) g_rand_int_range (random, 1, MAX_NODES + 1) };
  g_autoptr (RkNetwork) network = rk_network_new (g.n);
  double density = g_rand_double (random);
  g_autofree double *betweenness = NULL;
  g_autofree gboolean *points = NULL;
  guint whole;

  for (guint a = 0; a < g.n; a++)
    for (guint b = 0; b < a; b++)
      if (g_rand_double (random) < density)
        {
          g.edges[a][b] = g.edges[b][a] = TRUE;
          join (network, a, b);
        }
  measure (&g);
  whole = count_parts (&g, MAX_NODES);
  betweenness = rk_network_betweenness (network);
  points = rk_network_articulation_points (network);
  for (guint i = 0; i < g.n; i++)
    {
      gboolean falls_apart = has_edges (&g, i) && count_parts (&g, i) > whole;
      g_autoptr (GArray) reached = rk_network_reach (network, i, 2);
      guint near = 0;

      for (guint j = 0; j < g.n; j++)
        near += i != j && g.distances[i][j] <= 2;
      g_assert_cmpfloat_with_epsilon (betweenness[i], naive_betweenness (&g, i), 1e-6);
      g_assert_cmpint (points[i], ==, falls_apart);
      g_assert_cmpuint (reached->len, ==, near);
    }
}

static void
test_random_graphs (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 300; i++)
    compare_with_naive (random);
}

/* --- concentration --------------------------------------------------------------------------- */

static void
test_concentration_by_hand (void)
{
  const double even[] = { 5, 5, 5, 5 }, skewed[] = { 6, 3, 1, 0 }, none[] = { 0, 0 };

  g_assert_cmpfloat_with_epsilon (rk_hhi (even, 4), 2500, NEAR);
  g_assert_cmpfloat_with_epsilon (rk_hhi (skewed, 4), 4600, 1e-6);
  g_assert_cmpfloat_with_epsilon (rk_hhi (even, 1), 10000, NEAR);
  g_assert_true (isnan (rk_hhi (none, 2)));
  g_assert_true (isnan (rk_hhi (none, 0)));
  g_assert_cmpfloat_with_epsilon (rk_top_share (skewed, 4, 1), 60, NEAR);
  g_assert_cmpfloat_with_epsilon (rk_top_share (skewed, 4, 3), 100, NEAR);
  g_assert_cmpfloat_with_epsilon (rk_top_share (even, 4, 3), 75, NEAR);
  g_assert_cmpint (rk_hhi_find_band (1499.9), ==, 0);
  g_assert_cmpint (rk_hhi_find_band (1500), ==, 1);
  g_assert_cmpint (rk_hhi_find_band (2500), ==, 1);
  g_assert_cmpint (rk_hhi_find_band (2500.1), ==, 2);
  g_assert_cmpint (rk_hhi_find_band (NAN), ==, -1);
}

/* Between all equal and one alone; merging two never lowers it. */
static void
test_concentration_has_bounds (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 1000; round++)
    {
      double amounts[20];
      guint n = (guint) g_rand_int_range (random, 2, 21);
      double before;

      for (guint i = 0; i < n; i++)
        amounts[i] = g_rand_double_range (random, 0.01, 100);
      before = rk_hhi (amounts, n);
      g_assert_cmpfloat (before, >=, 10000.0 / n - 1e-6);
      g_assert_cmpfloat (before, <=, 10000 + 1e-6);
      amounts[0] += amounts[n - 1];
      g_assert_cmpfloat (rk_hhi (amounts, n - 1), >=, before - 1e-6);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network/betweenness-by-hand", test_betweenness_by_hand);
  g_test_add_func ("/network/an-edge-counts-once", test_an_edge_counts_once);
  g_test_add_func ("/network/reach-counts-steps", test_reach_counts_steps);
  g_test_add_func ("/network/a-long-chain", test_a_long_chain);
  g_test_add_func ("/network/random-graphs", test_random_graphs);
  g_test_add_func ("/concentration/by-hand", test_concentration_by_hand);
  g_test_add_func ("/concentration/has-bounds", test_concentration_has_bounds);
  return g_test_run ();
}
