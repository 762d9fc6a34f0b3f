/* SPDX-License-Identifier: EUPL-1.2 */
#include "plate-fixture.h"

#include <glib/gstdio.h>

#include <string.h>

/* --- the model that comes with the program ------------------------------------------------------
 */

static void
test_own_model_is_sound (Fixture *f, gconstpointer data)
{
  g_autofree char *path = own_model ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RkArchimateSummary) summary = NULL;
  g_autoptr (RkArchitecture) architecture = NULL;
  GPtrArray *components;

  g_clear_object (&f->store);
  g_assert_cmpint (g_remove (f->path), ==, 0);
  f->store = rk_store_open (f->path, rk_portfolio_kinds, RK_STORE_CREATE, &error);
  g_assert_no_error (error);
  summary =
      rk_archimate_import (f->store, path, NULL, RK_ARCHIMATE_IMPORT_USE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rk_archimate_summary_count_warnings (summary), ==, 0);
  g_assert_cmpuint (summary->n_components, ==, 136);
  g_assert_cmpuint (summary->n_views, ==, 12);
  architecture = rk_architecture_open (f->store, NULL, &error);
  components = rk_architecture_list_components (architecture);
  for (guint i = 0; i < components->len; i++)
    {
      const RkConcept *concept = components->pdata[i];

      g_assert_true (g_str_has_prefix (concept->key, "RC."));
      g_assert_nonnull (concept->documentation);
      g_assert_nonnull (rk_architecture_get_domain (architecture, concept->key));
    }
}

/* --- legend -------------------------------------------------------------------------------------
 */

static void
check_row (RkPlateDrawing *drawing, const char *letter, guint places, guint applications)
{
  const RkLegendRow *row = find_row (drawing, letter);

  g_assert_nonnull (row);
  g_assert_cmpuint (row->places, ==, places);
  g_assert_cmpuint (row->applications, ==, applications);
}

static void
test_legend_counts_what_is_there (Fixture *f, gconstpointer data)
{
  g_autoptr (RkPlateDrawing) drawing = draw_lens (f, PLATE, RK_LENS_STATUS);
  guint n = rk_plate_drawing_get_n_components (drawing);

  check_row (drawing, "I", 3, 2); /* the two fits of a1 on one component are one place */
  check_row (drawing, "P", 1, 1);
  check_row (drawing, "U", 1, 1);
  check_row (drawing, "X", 1, 1);
  check_row (drawing, "?", 1, 1);
  check_row (drawing, "gap", n - 5, 0);
  check_row (drawing, "overlap", 1, 0);
  g_assert_cmpuint (rk_plate_drawing_get_n_covered (drawing), ==, 2);
}

/* Every place of the landscape that is on the plate is in exactly one row, with every lens. */
static void
test_every_lens_counts_every_place (Fixture *f, gconstpointer data)
{
  for (guint lens = 0; lens < RK_N_LENSES; lens++)
    {
      g_autoptr (RkPlateDrawing) drawing = draw_lens (f, PLATE, (RkLens) lens);
      guint n, sum = 0, chips = 0;
      const RkLegendRow *rows = rk_plate_drawing_get_legend (drawing, &n);

      for (guint i = 0; i < n; i++)
        {
          sum += rows[i].sign == RK_SIGN_CHIP ? rows[i].places : 0;
          g_assert_cmpuint (strlen (rows[i].label), >, 0);
          for (guint k = 0; k < i; k++)
            g_assert_false (
                rows[i].sign == RK_SIGN_CHIP && rows[k].sign == RK_SIGN_CHIP &&
                (g_str_equal (rows[i].letter, rows[k].letter) ||
                 (rows[i].colour == rows[k].colour && rows[i].pattern == rows[k].pattern)));
        }
      for (guint i = 0; i < rk_plate_drawing_get_n_boxes (drawing); i++)
        chips += rk_plate_drawing_get_box (drawing, i)->n_chips;
      g_assert_cmpuint (sum, ==, 7);
      g_assert_cmpuint (chips, ==, 7);
      g_assert_cmpuint (find_row (drawing, "gap")->places, ==,
                        rk_plate_drawing_get_n_components (drawing) - 5);
    }
}

static void
test_scope_fades_and_does_not_count (Fixture *f, gconstpointer data)
{
  const char *const scope[] = { "RC.FO.KASSA", "RC.FO.CHAT", NULL };
  RkPlateOptions options = { .lens = RK_LENS_STATUS, .scope = scope };
  g_autoptr (RkPlateDrawing) drawing = draw (f, PLATE, &options);

  check_row (drawing, "I", 2, 2);
  check_row (drawing, "U", 0, 0);
  check_row (drawing, "gap", 1, 0);
  g_assert_true (
      rk_plate_drawing_get_box (drawing, (guint) find_box (drawing, "RC.FO.KASSA"))->in_scope);
  g_assert_false (
      rk_plate_drawing_get_box (drawing, (guint) find_box (drawing, "RC.FO.EFORM"))->in_scope);
  g_assert_false (
      rk_plate_drawing_get_box (drawing, (guint) find_box (drawing, "RC.FO.CALL"))->gap);
}

static void
test_gap_and_overlap (Fixture *f, gconstpointer data)
{
  g_autoptr (RkPlateDrawing) drawing = draw_lens (f, PLATE, RK_LENS_STATUS);
  const RkPlateBox *till =
      rk_plate_drawing_get_box (drawing, (guint) find_box (drawing, "RC.FO.KASSA"));
  const RkPlateBox *payment =
      rk_plate_drawing_get_box (drawing, (guint) find_box (drawing, "RC.FO.BETAAL"));
  const RkPlateBox *chat =
      rk_plate_drawing_get_box (drawing, (guint) find_box (drawing, "RC.FO.CHAT"));
  const RkPlateBox *holder = rk_plate_drawing_get_box (drawing, (guint) till->parent);

  g_assert_true (till->overlap);
  g_assert_false (till->gap);
  g_assert_cmpuint (till->n_chips, ==, 2);
  g_assert_cmpstr (till->chips[0].name, ==, "Kassa Zwembad"); /* by name within a status */
  g_assert_false (payment->overlap);
  g_assert_cmpuint (payment->n_chips, ==, 1);
  g_assert_true (chat->gap);
  g_assert_cmpint (holder->kind, ==, RK_PLATE_BOX_HOLDER);
  g_assert_cmpuint (holder->n_in_use, ==, 3);
}

/* --- lenses -------------------------------------------------------------------------------------
 */

static const RkPlateChip *
find_chip (RkPlateDrawing *drawing, const char *key, const char *application)
{
  const RkPlateBox *box = rk_plate_drawing_get_box (drawing, (guint) find_box (drawing, key));

  for (guint i = 0; i < box->n_chips; i++)
    if (g_str_equal (box->chips[i].application, application))
      return &box->chips[i];
  g_assert_not_reached ();
}

static void
check_chip (RkPlateDrawing *drawing, const char *key, const char *application, const char *letter,
            const char *value)
{
  const RkPlateChip *chip = find_chip (drawing, key, application);
  guint n;

  g_assert_cmpstr (rk_plate_drawing_get_legend (drawing, &n)[chip->row].letter, ==, letter);
  if (value != NULL)
    g_assert_cmpstr (chip->value, ==, value);
}

static void
test_cost_in_five_parts (Fixture *f, gconstpointer data)
{
  g_autoptr (RkPlateDrawing) drawing = draw_lens (f, PLATE, RK_LENS_COST);

  check_chip (drawing, "RC.FO.KASSA", "a1", "1", "€\302\2401.000");
  check_chip (drawing, "RC.FO.KASSA", "a2", "2", "€\302\240250.000");
  check_chip (drawing, "RC.FO.EFORM", "a4", "?", "");
  check_chip (drawing, "RC.MO.SCAN", "a5", "X", "");
}

static void
test_satisfaction (Fixture *f, gconstpointer data)
{
  g_autoptr (RkPlateDrawing) drawing = NULL;

  fixture_put (f, "rating", "r1", "application", "a1", "grade", "4");
  fixture_put (f, "rating", "r2", "application", "a1", "grade", "5");
  drawing = draw_lens (f, PLATE, RK_LENS_SATISFACTION);
  check_chip (drawing, "RC.FO.KASSA", "a1", "5", "★ 4,5");
  check_chip (drawing, "RC.FO.KASSA", "a2", "?", "");
}

static void
test_end_of_contract (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *end, *letter;
  } cases[] = {
    { "2026-11-22", "0" },  { "2026-11-23", "6" },  { "2027-05-23", "6" }, { "2027-05-24", "12" },
    { "2027-11-23", "12" }, { "2028-11-23", "24" }, { "2028-11-24", "+" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RkPlateDrawing) drawing = NULL;

      fixture_put (f, "contract", "c1", "name", "Kassa", "applications", "a1", "end_date",
                   cases[i].end);
      drawing = draw_lens (f, PLATE, RK_LENS_CONTRACT_END);
      check_chip (drawing, "RC.FO.KASSA", "a1", cases[i].letter, NULL);
      check_chip (drawing, "RC.FO.KASSA", "a2", "?", "");
    }
}

/* The forms ask for two building blocks in the model; one of them is used. */
static void
test_building_blocks_of_the_model (Fixture *f, gconstpointer data)
{
  g_autoptr (RkPlateDrawing) drawing = NULL;

  fixture_put (f, "building_block", "b1", "name", "acm/idm");
  fixture_put (f, "adoption", "ad1", "application", "a3", "building_block", "b1", "status",
               "in_use");
  drawing = draw_lens (f, PLATE, RK_LENS_BUILDING_BLOCKS);
  check_chip (drawing, "RC.FO.EFORM", "a3", "½", "1/2");
  check_chip (drawing, "RC.FO.EFORM", "a4", "?", "");
  check_chip (drawing, "RC.FO.KASSA", "a1", "–", "");
}

static void
test_standards_claimed (Fixture *f, gconstpointer data)
{
  g_autoptr (RkPlateDrawing) drawing = NULL;

  fixture_put (f, "standard", "s1", "name", "OSLO Betalen");
  fixture_put (f, "standard", "s2", "name", "OSLO Persoon");
  fixture_put (f, "component_standard", "cs1", "component", "RC.FO.KASSA", "standard", "s1",
               "obligation", "required");
  fixture_put (f, "component_standard", "cs2", "component", "RC.FO.KASSA", "standard", "s2",
               "obligation", "recommended");
  fixture_put (f, "product_standard", "ps1", "product", "p1", "standard", "s1", "claim", "claimed");
  fixture_put (f, "product_standard", "ps2", "product", "p2", "standard", "s1", "claim", "refuted");
  drawing = draw_lens (f, PLATE, RK_LENS_STANDARDS);
  check_chip (drawing, "RC.FO.KASSA", "a1", "½", "1/2");
  check_chip (drawing, "RC.FO.KASSA", "a2", "0", "0/2");
  check_chip (drawing, "RC.FO.BETAAL", "a1", "–", "");
}

static void
test_two_dates (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkLandscape) then = rk_landscape_load (f->store, "2028-01-01", &error);
  RkPlateOptions options = { .moment = RK_PLATE_DIFFERENCE, .then = then };
  g_autoptr (RkPlateDrawing) drawing = NULL, later = NULL;

  g_assert_no_error (error);
  drawing = draw (f, PLATE, &options);
  check_chip (drawing, "RC.FO.EFORM", "a3", "+", "01/02/2027");
  check_chip (drawing, "RC.FO.EFORM", "a4", "−", "30/06/2027");
  check_chip (drawing, "RC.FO.KASSA", "a1", "=", "");
  check_chip (drawing, "RC.FO.EINCL", "a6", "?", "");
  check_row (drawing, "+", 1, 1);
  check_row (drawing, "−", 1, 1);
  check_row (drawing, "~", 0, 0);
  check_row (drawing, "=", 3, 2);
  g_assert_true (rk_plate_drawing_get_box (drawing, (guint) find_box (drawing, "RC.MO.SCAN"))->gap);
  options.moment = RK_PLATE_THEN;
  later = draw (f, PLATE, &options);
  check_chip (later, "RC.FO.EFORM", "a3", "I", "");
  check_chip (later, "RC.FO.EFORM", "a4", "X", "");
}

/* --- finding ------------------------------------------------------------------------------------
 */

static void
test_hit_finds_the_innermost (Fixture *f, gconstpointer data)
{
  g_autoptr (RkPlateDrawing) drawing = draw_lens (f, "plaat-alle", RK_LENS_STATUS);
  cairo_rectangle_t all;

  for (guint i = 0; i < rk_plate_drawing_get_n_boxes (drawing); i++)
    {
      const RkPlateBox *box = rk_plate_drawing_get_box (drawing, i);

      if (box->kind == RK_PLATE_BOX_HOLDER)
        g_assert_cmpint (rk_plate_drawing_hit (drawing, box->bounds.x + 1, box->bounds.y + 1), ==,
                         i);
      else
        g_assert_cmpint (rk_plate_drawing_hit (drawing, box->bounds.x + box->bounds.width / 2,
                                               box->bounds.y + box->bounds.height / 2),
                         ==, i);
    }
  rk_plate_drawing_get_extents (drawing, &all);
  g_assert_cmpint (rk_plate_drawing_hit (drawing, all.x - 1, all.y), ==, -1);
  g_assert_cmpint (rk_plate_drawing_hit (drawing, all.x + all.width + 1, all.y), ==, -1);
}

static void
test_keys_reach_every_component (Fixture *f, gconstpointer data)
{
  g_autoptr (RkPlateDrawing) drawing = draw_lens (f, PLATE, RK_LENS_STATUS);
  int first = rk_plate_drawing_next (drawing, -1, 1), at = first, n = 0;

  for (; at >= 0; at = rk_plate_drawing_next (drawing, at, 1))
    n++;
  g_assert_cmpint (n, ==, rk_plate_drawing_get_n_components (drawing));
  at = rk_plate_drawing_step (drawing, first, 1, 0);
  g_assert_cmpint (at, !=, first);
  g_assert_cmpint (rk_plate_drawing_step (drawing, at, -1, 0), ==, first);
  g_assert_cmpint (rk_plate_drawing_step (drawing, first, 0, -1), ==, first);
  g_assert_cmpint (rk_plate_drawing_step (drawing, -1, 0, 1), ==, first);
}

static void
test_search_and_words (Fixture *f, gconstpointer data)
{
  g_autoptr (RkPlateDrawing) drawing = draw_lens (f, PLATE, RK_LENS_STATUS);
  g_autoptr (GArray) found = rk_plate_drawing_search (drawing, " kassaPLUS ");
  g_autoptr (GArray) nothing = rk_plate_drawing_search (drawing, " ");
  g_autofree char *words = NULL;

  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpint (g_array_index (found, int, 0), ==, find_box (drawing, "RC.FO.KASSA"));
  words = rk_plate_drawing_describe (drawing, (guint) find_box (drawing, "RC.FO.KASSA"));
  g_assert_nonnull (
      strstr (words, "Kassasysteem, overlap, 2 applications: Kassa Zwembad (In use)"));
  g_assert_nonnull (strstr (words, " of 41"));
}

/* --- drawing ------------------------------------------------------------------------------------
 */

/* How many pixels the frame of @drawing has of the colour of what is in use. */
static guint
count_green (RkPlateDrawing *drawing, double scale, int focus)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1280, 860);
  cairo_t *cr = cairo_create (surface);
  guint32 green = rk_colour_get (RK_PALETTE_LIGHT, RK_COLOUR_CHIP_IN_USE);
  const guint32 *pixels;
  guint n = 0;

  rk_plate_drawing_draw (drawing, cr, &(RkPlateState){ RK_PALETTE_LIGHT, scale, focus });
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (surface);
  for (guint i = 0; i < 1280 * 860; i++)
    n += (pixels[i] & 0xffffff) == green ? 1 : 0;
  cairo_surface_destroy (surface);
  return n;
}

static void
test_crowd_has_chips_where_the_focus_is (Fixture *f, gconstpointer data)
{
  g_autoptr (RkChange) change = rk_change_new (f->store, "Crowd");
  g_autoptr (RkPlateDrawing) few = draw_lens (f, PLATE, RK_LENS_STATUS), many = NULL;
  int till = find_box (few, "RC.FO.KASSA");
  guint everywhere;

  g_assert_cmpuint (count_green (few, 1, till), ==, count_green (few, 1, -1));
  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i), *fit = g_strdup_printf ("mf%u", i);

      rk_change_set (change, "application", id, "name", "Veel", "status", "planned", NULL);
      rk_change_set (change, "fit", fit, "application", id, "component", "RC.MO.SUBS", NULL);
    }
  fixture_apply (change);
  many = draw_lens (f, PLATE, RK_LENS_STATUS);
  everywhere = count_green (many, 0, -1); /* on paper */
  g_assert_cmpuint (everywhere, >, 1000);
  g_assert_cmpuint (count_green (many, 1, -1), ==, 0);
  g_assert_cmpuint (count_green (many, 1, till), >, 0);
  g_assert_cmpuint (count_green (many, 1, till), <, everywhere);
}

/* --- plates of one's own ------------------------------------------------------------------------
 */

static void
test_own_plate (Fixture *f, gconstpointer data)
{
  g_autoptr (RkPlateDrawing) drawing = NULL;
  int till, gone = 0;

  fixture_put (f, "plate", "mine", "name", "Onze balie", "components",
               "RC.FO.EFORM RC.FO.KASSA RC.GONE RC.H04.BOEK");
  drawing = draw_lens (f, "onze BALIE", RK_LENS_STATUS);
  g_assert_cmpuint (rk_plate_drawing_get_n_components (drawing), ==, 3);
  g_assert_cmpuint (rk_plate_drawing_get_n_boxes (drawing), ==, 3 + 2 + 2);
  till = find_box (drawing, "RC.FO.KASSA");
  g_assert_cmpstr (rk_plate_drawing_get_box (
                       drawing, (guint) rk_plate_drawing_get_box (drawing, (guint) till)->parent)
                       ->name,
                   ==, "Frontoffice en kanalen");
  for (guint i = 0; i < rk_plate_drawing_get_n_boxes (drawing); i++)
    gone += g_str_equal (rk_plate_drawing_get_box (drawing, i)->name, "RC.GONE") ? 1 : 0;
  g_assert_cmpint (gone, ==, 1);
}

static void
test_unknown_plate_is_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkArchitecture) architecture = rk_architecture_open (f->store, NULL, &error);

  g_assert_null (rk_plate_open (f->store, architecture, "Bestaat niet", &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "Bestaat niet"));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/plate/" name, Fixture, NULL, plate_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("own-model-is-sound", test_own_model_is_sound);
  ADD ("legend-counts-what-is-there", test_legend_counts_what_is_there);
  ADD ("every-lens-counts-every-place", test_every_lens_counts_every_place);
  ADD ("scope-fades-and-does-not-count", test_scope_fades_and_does_not_count);
  ADD ("gap-and-overlap", test_gap_and_overlap);
  ADD ("cost-in-five-parts", test_cost_in_five_parts);
  ADD ("satisfaction", test_satisfaction);
  ADD ("end-of-contract", test_end_of_contract);
  ADD ("building-blocks-of-the-model", test_building_blocks_of_the_model);
  ADD ("standards-claimed", test_standards_claimed);
  ADD ("two-dates", test_two_dates);
  ADD ("hit-finds-the-innermost", test_hit_finds_the_innermost);
  ADD ("keys-reach-every-component", test_keys_reach_every_component);
  ADD ("search-and-words", test_search_and_words);
  ADD ("crowd-has-chips-where-the-focus-is", test_crowd_has_chips_where_the_focus_is);
  ADD ("own-plate", test_own_plate);
  ADD ("unknown-plate-is-refused", test_unknown_plate_is_refused);
  return g_test_run ();
}
