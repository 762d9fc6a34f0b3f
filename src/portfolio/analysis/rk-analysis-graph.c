/* SPDX-License-Identifier: EUPL-1.2 */
/* Through which applications everything passes, and what a failure drags along. */
#include "config.h"
#include "rk-analysis-private.h"
#include "rk-network.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HOPS 2

/* Planned and retired ones pass nothing on; of an unknown status we cannot say so. */
static gboolean
is_there (RkLifecycle status)
{
  return status != RK_LIFECYCLE_PLANNED && status != RK_LIFECYCLE_RETIRED;
}

static gboolean
connects (const RkLandInterface *link)
{
  return is_there (link->status) && link->source != NULL && link->target != NULL &&
         is_there (link->source->status) && is_there (link->target->status);
}

static guint
count_interfaces (const RkLandApplication *application, guint *custom, guint *known)
{
  guint n = 0;

  *custom = *known = 0;
  for (guint i = 0; i < application->interfaces->len; i++)
    {
      const RkLandInterface *link = g_ptr_array_index (application->interfaces, i);

      if (!is_there (link->status))
        continue;
      n++;
      *known += link->type != RK_LAND_INTERFACE_UNKNOWN;
      *custom += link->type == RK_LAND_INTERFACE_CUSTOM;
    }
  return n;
}

static void
add_interface_unknowns (RkAnalysis *self, RkAnalysisInput *input)
{
  RkAnalysisUnknown *no_type = rk_analysis_unknown_new ("type", "interface");
  RkAnalysisUnknown *no_end = rk_analysis_unknown_new ("end", "interface");

  for (guint i = 0; i < input->landscape->interfaces->len; i++)
    {
      const RkLandInterface *link = g_ptr_array_index (input->landscape->interfaces, i);

      if (!is_there (link->status))
        continue;
      if (link->type == RK_LAND_INTERFACE_UNKNOWN)
        rk_analysis_unknown_add (no_type, link->id);
      if ((link->source == NULL && link->source_name == NULL) ||
          (link->target == NULL && link->target_name == NULL))
        rk_analysis_unknown_add (no_end, link->id);
    }
  rk_analysis_add_unknown (
      self, no_type,
      g_strdup_printf (ngettext ("Of %u interface it is unknown whether it follows a standard.",
                                 "Of %u interfaces it is unknown whether they follow a standard.",
                                 no_type->records->len),
                       no_type->records->len));
  rk_analysis_add_unknown (self, no_end,
                           g_strdup_printf (ngettext ("Of %u interface one end is unknown.",
                                                      "Of %u interfaces one end is unknown.",
                                                      no_end->records->len),
                                            no_end->records->len));
}

/* --- hubs ------------------------------------------------------------------------------------ */

static RkNetwork *
make_network (RkAnalysisInput *input)
{
  RkNetwork *graph = rk_network_new (input->landscape->applications->len);

  for (guint i = 0; i < input->landscape->interfaces->len; i++)
    {
      const RkLandInterface *link = g_ptr_array_index (input->landscape->interfaces, i);

      if (!connects (link))
        continue;
      rk_network_add_edge (graph, link->source->index, link->target->index);
      rk_network_add_edge (graph, link->target->index, link->source->index);
    }
  return graph;
}

static void
add_hub_row (RkAnalysis *self, const RkLandApplication *application, guint degree,
             double betweenness, gboolean point)
{
  RkAnalysisRow *row =
      rk_analysis_add_row (self, "application", application->id, application->name);
  guint custom, known, n = count_interfaces (application, &custom, &known);

  rk_analysis_row_add_number (row, degree);
  rk_analysis_row_add_number (row, n);
  rk_analysis_row_add_number (row, betweenness);
  rk_analysis_row_add_text (row, point ? _ ("Yes") : _ ("No"));
  rk_analysis_row_add_number (row, known > 0 ? 100.0 * custom / known : NAN);
  for (guint i = 0; i < application->interfaces->len; i++)
    {
      const RkLandInterface *link = g_ptr_array_index (application->interfaces, i);

      if (is_there (link->status))
        rk_analysis_row_add_record (row, "interface", link->id);
    }
}

static void
say_hubs (RkAnalysis *self, guint n_points)
{
  const RkAnalysisRow *row = self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : NULL;

  if (row == NULL)
    {
      self->enough = FALSE;
      rk_analysis_take_sentence (self, g_strdup (_ ("Note which applications exchange data to see this.")));
      return;
    }
  rk_analysis_take_sentence (
      self,
      g_strdup_printf (
          /* Translators: a name; two numbers. */
          ngettext ("“%s” exchanges data with %.0f others. Without %u application the network "
                    "falls apart.",
                    "“%s” exchanges data with %.0f others. Without one of %u applications the "
                    "network falls apart.",
                    n_points),
          row->label, rk_analysis_row_get_number (self, row, "degree"), n_points));
}

void
rk_analysis_compute_hubs (RkAnalysis *self, RkAnalysisInput *input)
{
  GPtrArray *applications = input->landscape->applications;
  g_autoptr (RkNetwork) graph = make_network (input);
  g_autofree double *betweenness = rk_network_betweenness (graph);
  g_autofree gboolean *points = rk_network_articulation_points (graph);
  guint n_points = 0, n_links = 0, n_known = 0, n_custom = 0;

  rk_analysis_add_column (self, "degree", _ ("Connected applications"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "interfaces", _ ("Interfaces"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "betweenness", _ ("Shortest paths through it"), RK_VALUE_NUMBER);
  rk_analysis_add_column (self, "single_point",
                          _ ("Network falls apart without it"), RK_VALUE_TEXT);
  rk_analysis_add_column (self, "custom", _ ("Custom"), RK_VALUE_PERCENT);
  for (guint i = 0; i < applications->len; i++)
    {
      guint degree = rk_network_get_neighbours (graph, i)->len;

      if (degree == 0)
        continue;
      n_points += points[i];
      add_hub_row (self, g_ptr_array_index (applications, i), degree, betweenness[i] / 2,
                   points[i]);
    }
  for (guint i = 0; i < input->landscape->interfaces->len; i++)
    {
      const RkLandInterface *link = g_ptr_array_index (input->landscape->interfaces, i);

      n_links += is_there (link->status);
      n_known += is_there (link->status) && link->type != RK_LAND_INTERFACE_UNKNOWN;
      n_custom += is_there (link->status) && link->type == RK_LAND_INTERFACE_CUSTOM;
    }
  rk_analysis_sort_rows (self, "degree");
  rk_analysis_add_figure (self, "single_points",
                          _ ("Applications without which it falls apart"), RK_VALUE_COUNT,
                             self->rows->len > 0 ? n_points : NAN);
  rk_analysis_add_figure (self, "interfaces", _ ("Interfaces"), RK_VALUE_COUNT, n_links);
  rk_analysis_add_figure (self, "custom",
                          _ ("Custom"), RK_VALUE_PERCENT,
                             n_known > 0 ? 100.0 * n_custom / n_known : NAN);
  add_interface_unknowns (self, input);
  self->why =
      g_strdup (_ ("Two applications are connected when at least one interface runs between "
                           "them. The network falls apart without an application when two others "
                           "are then no longer connected, not even through others."));
  say_hubs (self, n_points);
}

/* --- impact ---------------------------------------------------------------------------------- */

/* A failure follows the data: from where they come to where they go. */
static RkNetwork *
make_flow (RkAnalysisInput *input)
{
  RkNetwork *graph = rk_network_new (input->landscape->applications->len);

  for (guint i = 0; i < input->landscape->interfaces->len; i++)
    {
      const RkLandInterface *link = g_ptr_array_index (input->landscape->interfaces, i);

      if (!connects (link))
        continue;
      if (g_strcmp0 (link->direction, "backward") != 0)
        rk_network_add_edge (graph, link->source->index, link->target->index);
      if (g_strcmp0 (link->direction, "backward") == 0 || g_strcmp0 (link->direction, "both") == 0)
        rk_network_add_edge (graph, link->target->index, link->source->index);
    }
  return graph;
}

static void
add_impact_row (RkAnalysis *self, GPtrArray *applications, const RkLandApplication *application,
                GArray *reached, guint direct)
{
  RkAnalysisRow *row =
      rk_analysis_add_row (self, "application", application->id, application->name);
  guint weight = 0, unknown = 0;

  for (guint i = 0; i < reached->len; i++)
    {
      const RkLandApplication *hit =
          g_ptr_array_index (applications, g_array_index (reached, guint, i));

      if (hit->criticality > 0)
        weight += (guint) hit->criticality;
      else
        unknown++;
      rk_analysis_row_add_record (row, "application", hit->id);
    }
  rk_analysis_row_add_number (row, unknown < reached->len ? weight : NAN);
  rk_analysis_row_add_number (row, reached->len);
  rk_analysis_row_add_number (row, direct);
  rk_analysis_row_add_number (row, unknown);
  rk_analysis_row_add_number (row, application->criticality > 0 ? application->criticality : NAN);
}

static void
say_impact (RkAnalysis *self)
{
  const RkAnalysisRow *row = self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : NULL;
  double reached = row != NULL ? rk_analysis_row_get_number (self, row, "reached") : 0;

  self->enough = row != NULL;
  if (row == NULL)
    rk_analysis_take_sentence (self,
                               g_strdup (_ ("Note which applications exchange data to see this.")));
  else
    rk_analysis_take_sentence (
        self, g_strdup_printf (
                  /* Translators: a name; a number. */
                  ngettext ("When “%s” fails, %.0f other application is hit within two steps.",
                            "When “%s” fails, %.0f other applications are hit within two steps.",
                            (gulong) reached),
                  row->label, reached));
}

void
rk_analysis_compute_impact (RkAnalysis *self, RkAnalysisInput *input)
{
  GPtrArray *applications = input->landscape->applications;
  g_autoptr (RkNetwork) graph = make_flow (input);
  RkAnalysisUnknown *unknown = rk_analysis_unknown_new ("criticality", "application");

  rk_analysis_add_column (self, "weight",
                          _ ("Criticality of what is hit, added up"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "reached", _ ("Applications that are hit"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "direct", _ ("Of which directly"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "unknown",
                          _ ("Of which the criticality is unknown"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "criticality", _ ("Its own criticality"), RK_VALUE_COUNT);
  for (guint i = 0; i < applications->len; i++)
    {
      const RkLandApplication *application = g_ptr_array_index (applications, i);
      g_autoptr (GArray) reached = rk_network_reach (graph, i, HOPS);

      if (reached->len > 0)
        add_impact_row (self, applications, application, reached,
                        rk_network_get_neighbours (graph, i)->len);
      if (application->interfaces->len > 0 && application->criticality < 1 &&
          is_there (application->status))
        rk_analysis_unknown_add (unknown, application->id);
    }
  rk_analysis_sort_rows (self, "weight");
  rk_analysis_add_figure (self, "largest",
                          _ ("Most applications hit by one failure"), RK_VALUE_COUNT,
                             self->rows->len > 0
                                 ? rk_analysis_row_get_number (self,
                                                               g_ptr_array_index (self->rows, 0),
                                                               "reached")
                                 : NAN);
  rk_analysis_add_figure (self, "applications",
                          _ ("Applications that hit others"), RK_VALUE_COUNT, self->rows->len);
  rk_analysis_add_unknown (
      self, unknown,
      g_strdup_printf (ngettext ("The criticality of %u application is unknown.",
                                 "The criticality of %u applications is unknown.",
                                 unknown->records->len),
                       unknown->records->len));
  add_interface_unknowns (self, input);
  self->why = g_strdup (_ ("What is hit are the applications that get their data from it, directly "
                           "or through one other. They are weighed by their criticality, from 1 to "
                           "4."));
  say_impact (self);
}
