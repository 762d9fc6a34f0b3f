/* SPDX-License-Identifier: EUPL-1.2 */
/* What a chart draws is checked on pixels, what it says on its roles, labels and table. */
#include "charts-sample.h"
#include "rk-band-scale.h"
#include "rk-line-chart.h"
#include "rk-score-bar.h"
#include "rk-why.h"

#include <adwaita.h>
#include <time.h>

static const RkScaleBand bands[] = {
  { 0, "Zeer beperkte regie" }, { 25, "Beperkte regie" }, { 45, "Gedeeltelijke regie" },
  { 60, "Goede regie" },        { 80, "Sterke regie" },
};

/* --- helpers --------------------------------------------------------------------------------- */

static cairo_surface_t *
draw_plot (RkPlot *plot, RkPalette palette, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  rk_palette_use (palette, RK_COLOUR_SURFACE, cr);
  cairo_paint (cr);
  rk_plot_draw (plot, palette, cr, width, height);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  gsize offset = (gsize) y * (gsize) cairo_image_surface_get_stride (surface) + (gsize) x * 4;

  return *(const guint32 *) (const void *) (data + offset) & 0xffffff;
}

static guint32
rgb_of (RkPalette palette, RkColour colour)
{
  GdkRGBA c;

  rk_palette_get (palette, colour, &c);
  return (guint32) (c.red * 255 + 0.5) << 16 | (guint32) (c.green * 255 + 0.5) << 8 |
         (guint32) (c.blue * 255 + 0.5);
}

static guint
count_pixels (cairo_surface_t *surface, guint32 rgb)
{
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      n += pixel_at (surface, x, y) == rgb;
  return n;
}

/* The own values; @third replaces that of the third axis, which is not known in the sample. */
static RkPlot *
make_radar_with (gboolean known, double third)
{
  RkRadarAxis axes[G_N_ELEMENTS (sample_bars)];

  for (guint i = 0; i < G_N_ELEMENTS (axes); i++)
    {
      axes[i].label = sample_bars[i].name;
      memcpy (axes[i].values, sample_bars[i].values, sizeof axes[i].values);
      if (!known)
        axes[i].values[0] = NAN;
      else if (i == 2)
        axes[i].values[0] = third;
    }
  return rk_radar_chart_new (axes, G_N_ELEMENTS (axes), sample_series, 2);
}

static RkPlot *
make_radar (gboolean known)
{
  return make_radar_with (known, NAN);
}

static RkDataTable *
make_table (void)
{
  RkDataTable *table = rk_data_table_new ("Score per thema");

  rk_data_table_add_column (table, "Thema", RK_COLUMN_TEXT);
  rk_data_table_add_column (table, "2026", RK_COLUMN_NUMBER);
  rk_data_table_add_column (table, "Verschil", RK_COLUMN_NUMBER);
  rk_data_table_add_row (table, (const char *const[]){ "Leveranciers", "46,3", "+7,5" });
  rk_data_table_add_row (table, (const char *const[]){ "Een; \"twee\"", "onbekend", "" });
  rk_data_table_add_row (table, (const char *const[]){ "=SUM(A1)", "1,0", "−1,4" });
  return table;
}

static GtkWidget *
show (GtkWidget *child, int width)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), width, 600);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return window;
}

static GtkWidget *
find_typed (GtkWidget *root, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *c = gtk_widget_get_first_child (root); c; c = gtk_widget_get_next_sibling (c))
    {
      GtkWidget *found = find_typed (c, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* --- palette --------------------------------------------------------------------------------- */

static const RkPalette all_palettes[] = { RK_PALETTE_LIGHT, RK_PALETTE_DARK,
                                          RK_PALETTE_CONTRAST_LIGHT, RK_PALETTE_CONTRAST_DARK,
                                          RK_PALETTE_PRINT };

static double
contrast (RkPalette palette, RkColour a, RkColour b)
{
  GdkRGBA first, second;

  rk_palette_get (palette, a, &first);
  rk_palette_get (palette, b, &second);
  return rk_palette_contrast (&first, &second);
}

static void
test_palette_has_contrast (void)
{
  for (guint p = 0; p < G_N_ELEMENTS (all_palettes); p++)
    {
      RkPalette palette = all_palettes[p];

      g_assert_cmpfloat (contrast (palette, RK_COLOUR_TEXT, RK_COLOUR_SURFACE), >=, 4.5);
      g_assert_cmpfloat (contrast (palette, RK_COLOUR_SECONDARY, RK_COLOUR_SURFACE), >=, 4.5);
      g_assert_cmpfloat (contrast (palette, RK_COLOUR_FRAME, RK_COLOUR_SURFACE), >=, 3);
      for (RkColour c = RK_COLOUR_IN_USE; c <= RK_COLOUR_CATEGORY_6; c++)
        g_assert_cmpfloat (contrast (palette, c, RK_COLOUR_SURFACE), >=, 3);
      for (RkColour c = RK_COLOUR_OWN; c <= RK_COLOUR_PEERS; c++)
        g_assert_cmpfloat (contrast (palette, c, RK_COLOUR_SURFACE), >=, 3);
      for (int i = 0; i <= RK_COLOUR_CHIP_UNKNOWN - RK_COLOUR_CHIP_IN_USE; i++)
        g_assert_cmpfloat (contrast (palette, (RkColour) (RK_COLOUR_ON_CHIP_IN_USE + i),
                                     (RkColour) (RK_COLOUR_CHIP_IN_USE + i)),
                           >=, 4.5);
    }
}

static void
test_text_on_a_fill_reads (void)
{
  for (guint p = 0; p < G_N_ELEMENTS (all_palettes); p++)
    for (RkColour c = RK_COLOUR_IN_USE; c < RK_N_COLOURS; c++)
      {
        GdkRGBA fill, text;

        rk_palette_get (all_palettes[p], c, &fill);
        rk_palette_get_text_on (all_palettes[p], c, &text);
        g_assert_cmpfloat (rk_palette_contrast (&fill, &text), >=, 4.5);
      }
}

static void
test_fewer_bands_keep_the_ends (void)
{
  g_assert_cmpint (rk_palette_band (0, 4), ==, RK_COLOUR_BAND_1);
  g_assert_cmpint (rk_palette_band (1, 4), ==, RK_COLOUR_BAND_1 + 1);
  g_assert_cmpint (rk_palette_band (2, 4), ==, RK_COLOUR_BAND_1 + 3);
  g_assert_cmpint (rk_palette_band (3, 4), ==, RK_COLOUR_BAND_5);
  g_assert_cmpint (rk_palette_band (2, 5), ==, RK_COLOUR_BAND_1 + 2);
  g_assert_cmpint (rk_palette_band (9, 3), ==, RK_COLOUR_BAND_5);
}

/* --- plots ----------------------------------------------------------------------------------- */

static void
test_marker_stands_at_the_value (void)
{
  g_autoptr (RkPlot) plot =
      g_object_ref_sink (rk_band_scale_new (bands, G_N_ELEMENTS (bands), 100, 53.1, FALSE));
  cairo_surface_t *surface = draw_plot (plot, RK_PALETTE_LIGHT, 400, 60);

  g_assert_cmphex (pixel_at (surface, 212, 30), ==, rgb_of (RK_PALETTE_LIGHT, RK_COLOUR_TEXT));
  g_assert_cmphex (pixel_at (surface, 50, 30), ==, rgb_of (RK_PALETTE_LIGHT, RK_COLOUR_BAND_1));
  g_assert_cmphex (pixel_at (surface, 370, 30), ==, rgb_of (RK_PALETTE_LIGHT, RK_COLOUR_BAND_5));
  g_assert_cmpuint (rk_plot_get_n_marks (plot), ==, 5);
  g_assert_cmpstr (rk_plot_get_mark_label (plot, 2), ==, "3: Gedeeltelijke regie, 45 to 60");
  cairo_surface_destroy (surface);
}

static void
test_no_value_has_no_marker (void)
{
  g_autoptr (RkPlot) plot =
      g_object_ref_sink (rk_band_scale_new (bands, G_N_ELEMENTS (bands), 100, NAN, FALSE));
  cairo_surface_t *surface = draw_plot (plot, RK_PALETTE_LIGHT, 400, 60);

  for (int x = 0; x < 400; x++)
    g_assert_cmphex (pixel_at (surface, x, 8), ==, 0xffffff);
  cairo_surface_destroy (surface);
}

static void
test_unknown_is_a_gap_never_zero (void)
{
  g_autoptr (RkPlot) known = g_object_ref_sink (make_radar (TRUE));
  g_autoptr (RkPlot) unknown = g_object_ref_sink (make_radar (FALSE));
  g_autoptr (RkPlot) zero = g_object_ref_sink (make_radar_with (TRUE, 0));
  guint32 own = rgb_of (RK_PALETTE_LIGHT, RK_COLOUR_OWN);
  cairo_surface_t *with = draw_plot (known, RK_PALETTE_LIGHT, 360, 360);
  cairo_surface_t *without = draw_plot (unknown, RK_PALETTE_LIGHT, 360, 360);
  cairo_surface_t *with_zero = draw_plot (zero, RK_PALETTE_LIGHT, 360, 360);

  g_assert_cmpuint (count_pixels (with, own), >, 100);
  g_assert_cmpuint (count_pixels (without, own), ==, 0);
  /* Zero would have drawn two more lines, to the middle and back. */
  g_assert_cmpuint (count_pixels (with, own) + 100, <, count_pixels (with_zero, own));
  g_assert_cmpuint (rk_plot_get_n_marks (known), ==, G_N_ELEMENTS (sample_bars));
  g_assert_cmpstr (rk_plot_get_mark_label (known, 0), ==,
                   "Leveranciers: Ons bestuur 2026 46,3; Ons bestuur 2025 38,8");
  g_assert_cmpstr (rk_plot_get_mark_label (known, 2), ==,
                   "Integratie: Ons bestuur 2026 unknown; Ons bestuur 2025 35,5");
  cairo_surface_destroy (with);
  cairo_surface_destroy (without);
  cairo_surface_destroy (with_zero);
}

static void
test_line_says_what_is_provisional (void)
{
  const RkLinePoint points[] = { { "2024", 41.2 }, { "2025", NAN }, { "2026", 53.14, TRUE } };
  g_autoptr (RkPlot) plot = g_object_ref_sink (rk_line_chart_new (points, 3));
  cairo_surface_t *surface = draw_plot (plot, RK_PALETTE_DARK, 300, 130);

  g_assert_cmpuint (rk_plot_get_n_marks (plot), ==, 3);
  g_assert_cmpstr (rk_plot_get_mark_label (plot, 1), ==, "2025: unknown");
  g_assert_cmpstr (rk_plot_get_mark_label (plot, 2), ==, "2026: 53,1, provisional");
  cairo_surface_destroy (surface);
}

/* Of the processor's time, the best of some: a busy machine must not fail it. */
static void
test_drawing_fits_in_a_frame (void)
{
  g_autoptr (RkPlot) plot = g_object_ref_sink (make_radar (TRUE));
  clock_t best = CLOCKS_PER_SEC;

#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("the sanitizer takes the time");
  return;
#endif
  for (int i = 0; i < 20; i++)
    {
      clock_t start = clock ();

      cairo_surface_destroy (draw_plot (plot, RK_PALETTE_LIGHT, 400, 400));
      best = MIN (best, clock () - start);
    }
  g_test_message ("radar in %d µs", (int) (best * G_USEC_PER_SEC / CLOCKS_PER_SEC));
  g_assert_cmpint (best * 1000 / CLOCKS_PER_SEC, <, 16);
}

static gboolean
press (GtkWidget *plot, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (plot);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (item))
        {
          g_signal_emit_by_name (item, "key-pressed", key, 0, 0, &handled);
          return handled;
        }
    }
  return FALSE;
}

static void
count_mark_cb (RkPlot *plot, guint mark, guint *activated)
{
  *activated = mark + 1;
}

static void
test_arrows_walk_and_enter_opens (void)
{
  RkPlot *plot = make_radar (TRUE);
  guint activated = 0;
  GtkWidget *window;

  g_signal_connect (plot, "mark-activated", G_CALLBACK (count_mark_cb), &activated);
  window = show (GTK_WIDGET (plot), 400);
  g_assert_true (press (GTK_WIDGET (plot), GDK_KEY_Right));
  g_assert_true (press (GTK_WIDGET (plot), GDK_KEY_Down));
  g_assert_cmpint (rk_plot_get_mark (plot), ==, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (plot), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       rk_plot_get_mark_label (plot, 1));
  g_assert_true (press (GTK_WIDGET (plot), GDK_KEY_Return));
  g_assert_cmpuint (activated, ==, 2);
  g_assert_true (press (GTK_WIDGET (plot), GDK_KEY_End));
  g_assert_true (press (GTK_WIDGET (plot), GDK_KEY_Right));
  g_assert_cmpint (rk_plot_get_mark (plot), ==, 4);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- chart and table ------------------------------------------------------------------------- */

static void
test_chart_is_an_image_with_a_sentence_and_a_table (void)
{
  RkChart *chart = rk_chart_new ("Profiel");
  RkPlot *plot = make_radar (TRUE);
  GtkWidget *window, *list;

  rk_chart_set_drawing (chart, GTK_WIDGET (plot), plot);
  rk_chart_set_table (chart, make_table ());
  rk_chart_set_sentence (chart, "Hoogste thema Wetgeving en cyber 66,2.");
  window = show (GTK_WIDGET (chart), 480);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (plot), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (plot), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Hoogste thema Wetgeving en cyber 66,2.");
  g_assert_false (rk_chart_shows_table (chart));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (plot), "chart.as-table", NULL));
  g_assert_true (rk_chart_shows_table (chart));
  list = find_typed (GTK_WIDGET (rk_chart_get_table (chart)), GTK_TYPE_LIST_BOX);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_ROLE_TABLE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Score per thema");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_without_room_the_table_takes_over (void)
{
  RkChart *chart = rk_chart_new ("Profiel");
  RkPlot *plot = make_radar (TRUE);
  GtkWidget *window;

  rk_chart_set_drawing (chart, GTK_WIDGET (plot), plot);
  rk_chart_set_table (chart, make_table ());
  window = show (GTK_WIDGET (chart), 240);
  g_assert_true (rk_chart_shows_table (chart));
  g_assert_false (rk_chart_get_as_table (chart));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_narrow_table_becomes_lines (void)
{
  RkDataTable *wide = make_table (), *narrow = make_table ();
  GtkWidget *first = show (GTK_WIDGET (wide), 600), *second = show (GTK_WIDGET (narrow), 200);

  g_assert_false (rk_data_table_get_compact (wide));
  g_assert_true (rk_data_table_get_compact (narrow));
  gtk_window_destroy (GTK_WINDOW (first));
  gtk_window_destroy (GTK_WINDOW (second));
}

static void
test_csv_quotes_and_disarms (void)
{
  g_autoptr (RkDataTable) table = g_object_ref_sink (make_table ());
  g_autofree char *csv = rk_data_table_to_csv (table);

  g_assert_cmpstr (csv, ==,
                   "Thema;2026;Verschil\r\n"
                   "Leveranciers;46,3;+7,5\r\n"
                   "\"Een; \"\"twee\"\"\";onbekend;\r\n"
                   "'=SUM(A1);1,0;−1,4\r\n");
}

static void
test_bars_name_their_figures (void)
{
  RkThemeBars *bars = rk_theme_bars_new (sample_series, 2);
  GtkWidget *window, *plot;

  for (guint i = 0; i < G_N_ELEMENTS (sample_bars); i++)
    rk_theme_bars_add (bars, &sample_bars[i]);
  window = show (GTK_WIDGET (bars), 600);
  plot = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (bars)));
  do /* the scale comes first */
    plot = gtk_widget_get_next_sibling (plot);
  while (!RK_IS_PLOT (plot));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (plot), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (plot), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Leveranciers: Ons bestuur 2026 46,3; Ons bestuur 2025 38,8");
  g_object_set (bars, "narrow", TRUE, NULL);
  gtk_test_widget_wait_for_draw (window);
  g_assert_false (rk_theme_bars_focus (bars, 5));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_unknown_score_bar_says_so (void)
{
  g_autoptr (GtkWidget) bar = g_object_ref_sink (rk_score_bar_new (TRUE, 0));

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "unknown");
  rk_score_bar_set_score (RK_SCORE_BAR (bar), 41.5);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, "42");
}

static void
test_why_opens_with_its_inputs (void)
{
  RkWhy *why = rk_why_new ("Waarom deze score?");
  GtkWidget *window, *popover;

  rk_why_set_formula (why, "De index is het gewogen gemiddelde.");
  rk_why_add_input (why, "Leveranciers", "46,3", "sample.why", g_variant_new_string ("x"));
  rk_why_set_missing (why, "");
  window = show (GTK_WIDGET (why), 500);
  rk_why_popup (why);
  popover = find_typed (GTK_WIDGET (why), GTK_TYPE_POPOVER);
  g_assert_true (gtk_widget_get_visible (popover));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_typed (popover, GTK_TYPE_LIST_BOX_ROW)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Leveranciers: 46,3");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/palette/has-contrast", test_palette_has_contrast);
  g_test_add_func ("/palette/text-on-a-fill-reads", test_text_on_a_fill_reads);
  g_test_add_func ("/palette/fewer-bands-keep-the-ends", test_fewer_bands_keep_the_ends);
  g_test_add_func ("/plot/marker-stands-at-the-value", test_marker_stands_at_the_value);
  g_test_add_func ("/plot/no-value-has-no-marker", test_no_value_has_no_marker);
  g_test_add_func ("/plot/unknown-is-a-gap-never-zero", test_unknown_is_a_gap_never_zero);
  g_test_add_func ("/plot/line-says-what-is-provisional", test_line_says_what_is_provisional);
  g_test_add_func ("/plot/drawing-fits-in-a-frame", test_drawing_fits_in_a_frame);
  g_test_add_func ("/plot/arrows-walk-and-enter-opens", test_arrows_walk_and_enter_opens);
  g_test_add_func ("/chart/is-an-image-with-a-sentence-and-a-table",
                   test_chart_is_an_image_with_a_sentence_and_a_table);
  g_test_add_func ("/chart/without-room-the-table-takes-over",
                   test_without_room_the_table_takes_over);
  g_test_add_func ("/chart/bars-name-their-figures", test_bars_name_their_figures);
  g_test_add_func ("/chart/unknown-score-bar-says-so", test_unknown_score_bar_says_so);
  g_test_add_func ("/chart/why-opens-with-its-inputs", test_why_opens_with_its_inputs);
  g_test_add_func ("/table/narrow-becomes-lines", test_narrow_table_becomes_lines);
  g_test_add_func ("/table/csv-quotes-and-disarms", test_csv_quotes_and_disarms);
  return g_test_run ();
}
