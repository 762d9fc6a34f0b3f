/* SPDX-License-Identifier: EUPL-1.2 */
/* A workspace with our own architecture and a small landscape on it. */
#pragma once

#include "portfolio-fixture.h"
#include "rk-archimate-import.h"
#include "rk-own-plate.h"
#include "rk-plate-sheet.h"

#define TODAY "2026-11-23"

static inline void
import_model (RkStore *store, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkArchimateSummary) summary =
      rk_archimate_import (store, path, NULL, RK_ARCHIMATE_IMPORT_USE, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
}

static inline char *
own_model (void)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "architecture", "regiekamer.xml", NULL);
}

/* Applications on the components of the plate of services: one of each status, one component twice
 * by different products and one twice by the same. */
static inline void
plate_put_landscape (Fixture *f)
{
  fixture_put (f, "product", "p1", "name", "KassaPlus");
  fixture_put (f, "product", "p2", "name", "Zwemkassa");
  fixture_put (f, "application", "a1", "name", "KassaPlus", "product", "p1", "status", "in_use",
               "annual_cost", "1000");
  fixture_put (f, "application", "a2", "name", "Kassa Zwembad", "product", "p2", "status", "in_use",
               "annual_cost", "250000");
  fixture_put (f, "application", "a3", "name", "KlantBeeld", "status", "planned", "start_date",
               "2027-02-01");
  fixture_put (f, "application", "a4", "name", "E-Loket", "status", "phasing_out", "end_date",
               "2027-06-30");
  fixture_put (f, "application", "a5", "name", "ScanStraat", "status", "retired");
  fixture_put (f, "application", "a6", "name", "Uitleenbalie");
  fixture_put (f, "fit", "f1", "application", "a1", "component", "RC.FO.KASSA");
  fixture_put (f, "fit", "f2", "application", "a2", "component", "RC.FO.KASSA");
  fixture_put (f, "fit", "f3", "application", "a3", "component", "RC.FO.EFORM");
  fixture_put (f, "fit", "f4", "application", "a4", "component", "RC.FO.EFORM");
  fixture_put (f, "fit", "f5", "application", "a5", "component", "RC.MO.SCAN");
  fixture_put (f, "fit", "f6", "application", "a6", "component", "RC.FO.EINCL");
  fixture_put (f, "fit", "f7", "application", "a1", "component", "RC.FO.BETAAL");
  fixture_put (f, "fit", "f8", "application", "a1", "component", "RC.FO.BETAAL");
}

/* The workspace is made once; every test has a copy. */
static inline void
plate_set_up (Fixture *f, gconstpointer data)
{
  static char *made;
  static gsize length;
  g_autofree char *model = own_model ();
  g_autoptr (GError) error = NULL;

  fixture_set_up (f, data);
  if (made == NULL)
    {
      import_model (f->store, model);
      plate_put_landscape (f);
      g_clear_object (&f->store); /* leaves one whole file */
      g_file_get_contents (f->path, &made, &length, &error);
    }
  g_clear_object (&f->store);
  if (error == NULL)
    g_file_set_contents (f->path, made, (gssize) length, &error);
  g_assert_no_error (error);
  f->store = rk_store_open (f->path, rk_portfolio_kinds, RK_STORE_OPEN_EXISTING, &error);
  g_assert_no_error (error);
}

static inline RkPlateDrawing *
draw (Fixture *f, const char *plate, RkPlateOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkArchitecture) architecture = rk_architecture_open (f->store, NULL, &error);
  g_autoptr (RkLandscape) landscape = rk_landscape_load (f->store, TODAY, &error);
  g_autoptr (RkView) view = NULL;

  g_assert_no_error (error);
  view = rk_plate_open (f->store, architecture, plate, &error);
  g_assert_no_error (error);
  options->landscape = landscape;
  return rk_plate_drawing_new (view, architecture, options);
}

static inline RkPlateDrawing *
draw_lens (Fixture *f, const char *plate, RkLens lens)
{
  RkPlateOptions options = { .lens = lens };

  return draw (f, plate, &options);
}

static inline int
find_box (RkPlateDrawing *drawing, const char *key)
{
  for (guint i = 0; i < rk_plate_drawing_get_n_boxes (drawing); i++)
    if (g_strcmp0 (rk_plate_drawing_get_box (drawing, i)->key, key) == 0)
      return (int) i;
  return -1;
}

/* The row with this letter; gap and overlap are "gap" and "overlap". */
static inline const RkLegendRow *
find_row (RkPlateDrawing *drawing, const char *letter)
{
  guint n;
  const RkLegendRow *rows = rk_plate_drawing_get_legend (drawing, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (rows[i].sign == RK_SIGN_GAP       ? "gap"
                     : rows[i].sign == RK_SIGN_OVERLAP ? "overlap"
                                                       : rows[i].letter,
                     letter))
      return &rows[i];
  return NULL;
}

#define PLATE "plaat-dienstverlening"
