/* SPDX-License-Identifier: EUPL-1.2 */
/* The page of results over the example administration, and over a form it has never seen. */
#include "rk-banner.h"
#include "rk-card.h"
#include "rk-chart.h"
#include "rk-compare-button.h"
#include "rk-example.h"
#include "rk-format.h"
#include "rk-radar-chart.h"
#include "rk-results-page.h"
#include "rk-results-words.h"
#include "rk-survey-list.h"
#include "rk-theme-page.h"
#include "rk-workspace-kinds.h"

#include <glib/gstdio.h>

typedef struct
{
  char *path;
  RkStore *store;
  RkResponse *response;
  GtkWidget *window;
} Page;

/* --- helpers --------------------------------------------------------------------------------- */

static void
collect_typed (GtkWidget *root, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    g_ptr_array_add (found, root);
  for (GtkWidget *c = gtk_widget_get_first_child (root); c; c = gtk_widget_get_next_sibling (c))
    collect_typed (c, type, found);
}

static GPtrArray *
find_all (GtkWidget *root, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect_typed (root, type, found);
  return found;
}

static gboolean
shows_text (GtkWidget *root, const char *text)
{
  g_autoptr (GPtrArray) labels = find_all (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (strstr (gtk_label_get_text (g_ptr_array_index (labels, i)), text) != NULL)
      return TRUE;
  return FALSE;
}

static void
settle (GtkWidget *window)
{
  gtk_test_widget_wait_for_draw (window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
show (Page *f, GtkWidget *page, int width)
{
  f->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (f->window), FALSE);
  gtk_window_set_child (GTK_WINDOW (f->window), page);
  gtk_window_set_default_size (GTK_WINDOW (f->window), width, 700);
  gtk_window_present (GTK_WINDOW (f->window));
  settle (f->window);
}

static RkResponse *
open_response (RkStore *store, const char *id)
{
  g_autoptr (GError) error = NULL;
  RkResponse *response = rk_response_open (store, id, &error);

  g_assert_no_error (error);
  return response;
}

/* The newest response to @form_id with @status. */
static RkResponse *
open_from_list (RkStore *store, const char *form_id, const char *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = rk_survey_list (store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const RkSurveyRow *row = g_ptr_array_index (rows, i);

      if (g_ascii_strcasecmp (row->form_id, form_id) == 0 && g_str_equal (row->status, status))
        return open_response (store, row->id);
    }
  g_assert_not_reached ();
}

static void
set_up (Page *f, gconstpointer data)
{
  f->path = g_build_filename (g_get_user_data_dir (), "x.regiekamer", NULL);
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
}

/* Made once: no test writes in it. */
static char *example_path;

static void
set_up_example (Page *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->store = rk_workspace_open (example_path, RK_STORE_OPEN_EXISTING, &error);
  g_assert_no_error (error);
}

static void
make_example (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkStore) store = NULL;

  example_path = g_build_filename (folder, "example.regiekamer", NULL);
  store = rk_example_create (example_path, &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
set_up_other (Page *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *form = g_build_filename (g_getenv ("RK_SOURCE_ROOT"), "tests", "survey",
                                            "fixtures", "other.xml", NULL);
  g_autofree char *id = NULL;
  g_autoptr (RkQuestionnaire) questionnaire = NULL;

  set_up (f, data);
  f->store = rk_workspace_open (f->path, RK_STORE_CREATE, &error);
  g_assert_no_error (error);
  questionnaire = rk_questionnaire_find (f->store, form, &error);
  g_assert_no_error (error);
  id = rk_response_start (f->store, questionnaire, "2026", NULL, &error);
  g_assert_no_error (error);
  f->response = open_response (f->store, id);
}

static void
tear_down (Page *f, gconstpointer data)
{
  if (f->window != NULL)
    gtk_window_destroy (GTK_WINDOW (f->window));
  g_clear_object (&f->response);
  g_clear_object (&f->store);
  g_free (f->path);
}

/* --- the page -------------------------------------------------------------------------------- */

static void
test_open_survey_is_provisional (Page *f, gconstpointer data)
{
  RkResultsPage *page;
  g_autoptr (GPtrArray) banners = NULL;
  g_autofree char *subtitle = NULL;

  f->response = open_from_list (f->store, "BDR", "open");
  page = rk_results_page_new (f->response);
  show (f, GTK_WIDGET (page), 1040);
  banners = find_all (GTK_WIDGET (page), RK_TYPE_BANNER);
  g_assert_true (rk_banner_is_shown (g_ptr_array_index (banners, 0)));
  g_assert_true (g_str_has_prefix (rk_banner_get_text (g_ptr_array_index (banners, 0)),
                                   "Provisional score: "));
  g_assert_true (shows_text (GTK_WIDGET (page), "provisional"));
  subtitle = rk_results_page_dup_subtitle (page);
  g_assert_cmpstr (subtitle, ==, "provisional");
}

static void
test_submitted_survey_is_not (Page *f, gconstpointer data)
{
  RkResultsPage *page;
  g_autoptr (GPtrArray) banners = NULL;
  g_autofree char *subtitle = NULL;

  f->response = open_from_list (f->store, "BDR", "submitted");
  page = rk_results_page_new (f->response);
  show (f, GTK_WIDGET (page), 1040);
  banners = find_all (GTK_WIDGET (page), RK_TYPE_BANNER);
  g_assert_false (rk_banner_is_shown (g_ptr_array_index (banners, 0)));
  g_assert_false (shows_text (GTK_WIDGET (page), "provisional"));
  subtitle = rk_results_page_dup_subtitle (page);
  g_assert_true (g_str_has_prefix (subtitle, "Submitted on "));
  g_assert_true (g_str_has_suffix (subtitle, " · read-only"));
}

/* Every theme of the form has its bar, and the profile reads each of them. */
static void
test_charts_show_the_themes_of_the_form (Page *f, gconstpointer data)
{
  g_autoptr (RkResults) results = NULL;
  g_autoptr (GPtrArray) plots = NULL;
  RkResultsPage *page;
  GPtrArray *themes;

  f->response = open_from_list (f->store, "BDR", "open");
  results = rk_results_new (f->response, NULL);
  themes = rk_results_get_themes (results);
  page = rk_results_page_new (f->response);
  show (f, GTK_WIDGET (page), 1040);
  plots = find_all (GTK_WIDGET (page), RK_TYPE_PLOT);
  for (guint i = 0; i < plots->len; i++)
    {
      RkPlot *plot = g_ptr_array_index (plots, i);

      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (plot), GTK_ACCESSIBLE_ROLE_IMG);
      g_assert_true (
          gtk_test_accessible_has_property (GTK_ACCESSIBLE (plot), GTK_ACCESSIBLE_PROPERTY_LABEL));
    }
  for (guint t = 0; t < themes->len; t++)
    {
      const RkTheme *theme = g_ptr_array_index (themes, t);
      g_autofree char *score = rk_format_score (theme->score);
      g_autofree char *words = g_strdup_printf ("%s: ", theme->short_label);
      gboolean read = FALSE;

      g_assert_true (shows_text (GTK_WIDGET (page), score));
      for (guint i = 0; i < plots->len; i++)
        for (guint m = 0; m < rk_plot_get_n_marks (g_ptr_array_index (plots, i)); m++)
          read |=
              g_str_has_prefix (rk_plot_get_mark_label (g_ptr_array_index (plots, i), m), words);
      g_assert_true (read);
    }
}

static void
test_gains_open_their_question (Page *f, gconstpointer data)
{
  g_autoptr (RkResults) results = NULL;
  g_autoptr (GPtrArray) gains = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  RkResultsPage *page;
  guint found = 0;

  f->response = open_from_list (f->store, "BDR", "open");
  results = rk_results_new (f->response, NULL);
  gains = rk_results_list_gains (results, 4);
  page = rk_results_page_new (f->response);
  show (f, GTK_WIDGET (page), 1040);
  rows = find_all (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW);
  g_assert_cmpuint (rows->len, ==, gains->len);
  for (guint i = 0; i < rows->len; i++)
    {
      GtkActionable *row = g_ptr_array_index (rows, i);
      const RkScoredQuestion *question = g_ptr_array_index (gains, i);
      const char *response, *id;

      g_assert_cmpstr (gtk_actionable_get_action_name (row), ==, "win.open-question");
      g_variant_get (gtk_actionable_get_action_target_value (row), "(&s&s)", &response, &id);
      g_assert_cmpstr (response, ==, rk_response_get_id (f->response));
      g_assert_cmpstr (id, ==, question->id);
      found++;
    }
  g_assert_cmpuint (found, >, 0);
}

static void
test_earlier_year_stands_beside (Page *f, gconstpointer data)
{
  RkResultsPage *page;

  f->response = open_from_list (f->store, "BDR", "open");
  page = rk_results_page_new (f->response);
  show (f, GTK_WIDGET (page), 1040);
  g_assert_true (shows_text (GTK_WIDGET (page), "compared with 2025"));
  g_assert_true (shows_text (GTK_WIDGET (page), "Our administration 2025"));
  g_assert_false (shows_text (GTK_WIDGET (page), "Next year you see"));
}

static void
test_third_series_on_request (Page *f, gconstpointer data)
{
  RkResultsPage *page;
  g_autoptr (GPtrArray) buttons = NULL;
  g_autoptr (GPtrArray) checks = NULL;

  f->response = open_from_list (f->store, "BDR", "open");
  page = rk_results_page_new (f->response);
  show (f, GTK_WIDGET (page), 1040);
  g_assert_false (shows_text (GTK_WIDGET (page), "Our administration 2024"));
  buttons = find_all (GTK_WIDGET (page), RK_TYPE_COMPARE_BUTTON);
  buttons->pdata[0] = gtk_widget_get_first_child (buttons->pdata[0]);
  gtk_menu_button_popup (buttons->pdata[0]);
  settle (f->window);
  checks = find_all (buttons->pdata[0], GTK_TYPE_CHECK_BUTTON);
  g_assert_cmpuint (checks->len, ==, 2);
  g_assert_true (gtk_check_button_get_active (checks->pdata[0]));
  gtk_check_button_set_active (checks->pdata[1], TRUE);
  g_assert_false (shows_text (GTK_WIDGET (page), "Our administration 2024")); /* while choosing */
  gtk_menu_button_popdown (buttons->pdata[0]);
  settle (f->window);
  g_assert_true (shows_text (GTK_WIDGET (page), "Our administration 2024"));
  g_assert_true (shows_text (GTK_WIDGET (page), "Our administration 2025"));
}

static void
test_all_charts_become_tables_at_once (Page *f, gconstpointer data)
{
  RkResultsPage *page;
  g_autoptr (GPtrArray) charts = NULL;

  f->response = open_from_list (f->store, "BDR", "open");
  page = rk_results_page_new (f->response);
  show (f, GTK_WIDGET (page), 1040);
  charts = find_all (GTK_WIDGET (page), RK_TYPE_CHART);
  g_assert_cmpuint (charts->len, >=, 3);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "results.as-tables", NULL));
  settle (f->window);
  for (guint i = 0; i < charts->len; i++)
    g_assert_true (rk_chart_shows_table (g_ptr_array_index (charts, i)));
}

static void
test_narrow_page_fits (Page *f, gconstpointer data)
{
  RkResultsPage *page;
  g_autoptr (GPtrArray) cards = NULL;

  f->response = open_from_list (f->store, "BDR", "open");
  page = rk_results_page_new (f->response);
  show (f, GTK_WIDGET (page), 400);
  settle (f->window);
  cards = find_all (GTK_WIDGET (page), RK_TYPE_CARD);
  for (guint i = 0; i < cards->len; i++)
    {
      graphene_rect_t area;

      g_assert_true (
          gtk_widget_compute_bounds (g_ptr_array_index (cards, i), GTK_WIDGET (page), &area));
      g_assert_cmpfloat (area.origin.x, >=, 0);
      g_assert_cmpfloat (area.origin.x + area.size.width, <=, gtk_widget_get_width (f->window));
    }
}

/* --- a form of somebody else ----------------------------------------------------------------- */

static void
test_unknown_form_says_what_is_missing (Page *f, gconstpointer data)
{
  RkResultsPage *page = rk_results_page_new (f->response);

  show (f, GTK_WIDGET (page), 1040);
  g_assert_true (shows_text (GTK_WIDGET (page), "Tuinindex"));
  g_assert_true (shows_text (GTK_WIDGET (page), "unknown"));
  g_assert_true (
      shows_text (GTK_WIDGET (page), "Not enough data: 0 themes have a score, 2 needed"));
  g_assert_true (shows_text (GTK_WIDGET (page), "Not enough data: 0 of "));
  g_assert_false (shows_text (GTK_WIDGET (page), "0,0"));
  g_assert_false (shows_text (GTK_WIDGET (page), "Profile over")); /* no radar of two */
}

/* --- why ------------------------------------------------------------------------------------- */

static double
sum_contributions (RkDataTable *table)
{
  double sum = 0, value;

  for (guint row = 0; row < rk_data_table_get_n_rows (table); row++)
    if (rk_parse_number (rk_data_table_get_cell (table, row, 4), &value))
      sum += value;
  return sum;
}

static void
test_contributions_add_up_to_the_score (Page *f, gconstpointer data)
{
  g_autoptr (RkResults) results = NULL;
  GPtrArray *themes;

  f->response = open_from_list (f->store, "BDR", "open");
  results = rk_results_new (f->response, NULL);
  themes = rk_results_get_themes (results);
  for (guint i = 0; i < themes->len; i++)
    {
      const RkTheme *theme = g_ptr_array_index (themes, i);
      g_autoptr (GtkWidget) page =
          g_object_ref_sink (GTK_WIDGET (rk_theme_page_new (f->response, theme->id)));
      g_autoptr (GPtrArray) tables = find_all (page, RK_TYPE_DATA_TABLE);
      RkDataTable *table = g_ptr_array_index (tables, 0);
      g_autofree char *missing = rk_words_missing (theme->questions);

      g_assert_cmpuint (rk_data_table_get_n_rows (table), ==, theme->counting);
      g_assert_cmpfloat_with_epsilon (sum_contributions (table), theme->score,
                                      0.05 * theme->counting + 0.001);
      g_assert_cmpuint (tables->len, ==, *missing != '\0' ? 2 : 1);
      if (*missing != '\0')
        g_assert_true (shows_text (page, missing));
    }
}

static void
test_rows_of_why_open_their_question (Page *f, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (RkResults) results = NULL;
  const RkTheme *theme;
  RkThemePage *page;
  guint opens = 0;

  f->response = open_from_list (f->store, "BDR", "open");
  results = rk_results_new (f->response, NULL);
  theme = g_ptr_array_index (rk_results_get_themes (results), 0);
  page = rk_theme_page_new (f->response, theme->id);
  show (f, GTK_WIDGET (page), 960);
  rows = find_all (GTK_WIDGET (page), GTK_TYPE_LIST_BOX_ROW);
  for (guint i = 0; i < rows->len; i++)
    {
      const char *action = gtk_actionable_get_action_name (g_ptr_array_index (rows, i));

      gtk_test_accessible_assert_role (g_ptr_array_index (rows, i), GTK_ACCESSIBLE_ROLE_ROW);
      opens += g_strcmp0 (action, "win.open-question") == 0;
    }
  g_assert_cmpuint (opens, >=, theme->counting);
}

/* --- figures --------------------------------------------------------------------------------- */

static void
answer (RkResponse *response, const char *path, const char *value)
{
  RkFormNode *node = rk_form_instance_find (rk_response_get_instance (response), path);
  g_autoptr (GError) error = NULL;

  rk_response_enter_value (response, node, value, &error);
  g_assert_no_error (error);
}

/* The row of @table that opens @target. */
static gboolean
has_target (GtkWidget *page, const char *action, const char *target)
{
  g_autoptr (GPtrArray) rows = find_all (page, GTK_TYPE_LIST_BOX_ROW);

  for (guint i = 0; i < rows->len; i++)
    {
      GtkActionable *row = g_ptr_array_index (rows, i);
      GVariant *value = gtk_actionable_get_action_target_value (row);
      g_autofree char *text = value != NULL ? g_variant_print (value, FALSE) : g_strdup ("");

      if (g_strcmp0 (gtk_actionable_get_action_name (row), action) == 0 &&
          strstr (text, target) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
test_figures_explain_themselves (Page *f, gconstpointer data)
{
  RkResultsPage *results = rk_results_page_new (f->response);
  g_autofree char *title = NULL;
  RkThemePage *page;

  show (f, GTK_WIDGET (results), 1040);
  g_assert_true (has_target (GTK_WIDGET (results), "results.theme", "'indicator/dichtheid'"));
  page = rk_theme_page_new (f->response, RK_WHY_INDICATOR "dichtheid");
  title = rk_theme_page_dup_title (page);
  g_assert_cmpstr (title, ==, "Why this figure? Bedden per are");
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (page));
  settle (f->window);
  g_assert_true (has_target (GTK_WIDGET (page), "win.open-question", "'tuin.opp'"));
  g_assert_true (has_target (GTK_WIDGET (page), "win.open-question", "'bed'"));
  g_assert_true (shows_text (GTK_WIDGET (page), "There is no value yet. Missing: not filled in"));
  answer (f->response, "/tuin/grond/tuin_opp", "200");
  settle (f->window);
  g_assert_true (shows_text (GTK_WIDGET (page), "Hoe groot is de tuin?"));
  g_assert_true (shows_text (GTK_WIDGET (page), "200\u00a0m²"));
  g_assert_false (shows_text (GTK_WIDGET (page), "There is no value yet."));
}

static void
test_unknown_figure_says_so (Page *f, gconstpointer data)
{
  RkThemePage *page = rk_theme_page_new (f->response, RK_WHY_INDICATOR "gone");

  show (f, GTK_WIDGET (page), 960);
  g_assert_true (shows_text (GTK_WIDGET (page), "This survey has no such figure."));
}

/* --- any number of themes -------------------------------------------------------------------- */

/* A form with @n themes of one question each. */
static char *
write_form (guint n)
{
  g_autoptr (GString) leaves = g_string_new (NULL);
  g_autoptr (GString) scores = g_string_new (NULL);
  g_autoptr (GString) binds = g_string_new (NULL);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autofree char *xml = NULL;
  char *path = g_strdup_printf ("%s/themes-%u.xml", g_get_user_data_dir (), n);

  for (guint i = 1; i <= n; i++)
    {
      g_string_append_printf (leaves, "<q%u/><s%u/>", i, i);
      g_string_append_printf (scores,
                              "<theme id='t%u' label='Theme %u' ref='/f/s%u' coverage='/f/one'/>"
                              "<question ref='/f/q%u' theme='t%u' score='/f/s%u' label='Q%u'/>",
                              i, i, i, i, i, i, i);
      g_string_append_printf (binds,
                              "<bind nodeset='/f/q%u' type='int'/>"
                              "<bind nodeset='/f/s%u' calculate='/f/q%u'/>",
                              i, i, i);
      g_string_append_printf (body, "<input ref='/f/q%u'><label>Q%u</label></input>", i, i);
    }
  xml = g_strdup_printf (
      "<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml'>"
      "<h:head><h:title>Themes</h:title><model><instance><f id='themes%u'>%s<one/><index/></f>"
      "</instance><instance id='rk-score'><root><index ref='/f/index' label='Index'/>%s</root>"
      "</instance>%s<bind nodeset='/f/one' calculate='1'/>"
      "<bind nodeset='/f/index' calculate='/f/s1'/></model></h:head><h:body>%s</h:body></h:html>",
      n, leaves->str, scores->str, binds->str, body->str);
  g_assert_true (g_file_set_contents (path, xml, -1, NULL));
  return path;
}

static void
set_up_themes (Page *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *form = NULL;
  g_autofree char *id = NULL;
  g_autoptr (RkQuestionnaire) questionnaire = NULL;

  set_up (f, data);
  g_unlink (f->path);
  f->store = rk_workspace_open (f->path, RK_STORE_CREATE, &error);
  g_assert_no_error (error);
  form = write_form (GPOINTER_TO_UINT (data));
  questionnaire = rk_questionnaire_find (f->store, form, &error);
  g_assert_no_error (error);
  id = rk_response_start (f->store, questionnaire, "2026", NULL, &error);
  g_assert_no_error (error);
  f->response = open_response (f->store, id);
  answer (f->response, "/f/q1", "60");
}

static RkChart *
find_themes (GtkWidget *page)
{
  g_autoptr (GPtrArray) charts = find_all (page, RK_TYPE_CHART);

  for (guint i = 0; i < charts->len; i++)
    if (shows_text (g_ptr_array_index (charts, i), "Score per theme"))
      return g_ptr_array_index (charts, i);
  g_assert_not_reached ();
}

static void
test_number_of_themes_decides (Page *f, gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  GtkWidget *page = GTK_WIDGET (rk_results_page_new (f->response));

  show (f, page, 1040);
  g_assert_cmpint (shows_text (page, "Profile over"), ==, n >= 5 && n <= 8);
  g_assert_cmpint (rk_chart_shows_table (find_themes (page)), ==, n > 20);
  g_assert_true (shows_text (page, "Next year you see your evolution here."));
}

/* --- taking a chart along -------------------------------------------------------------------- */

static void
read_text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
read_texture_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GdkTexture **) data = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_chart_is_copied_and_saved (Page *f, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (rk_results_page_new (f->response));
  GtkWidget *overlay = g_object_new (ADW_TYPE_TOAST_OVERLAY, "child", page, NULL);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (overlay);
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *copied = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "themes.csv", NULL);
  RkChart *chart;
  GStatBuf info;

  show (f, overlay, 1040);
  chart = find_themes (page);
  gtk_widget_activate_action (GTK_WIDGET (chart), "chart.copy", NULL);
  gdk_clipboard_read_texture_async (clipboard, NULL, read_texture_cb, &texture);
  while (texture == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (gdk_texture_get_width (texture), >, 200);
  rk_chart_set_as_table (chart, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (chart), "chart.copy", NULL);
  gdk_clipboard_read_text_async (clipboard, NULL, read_text_cb, &copied);
  while (copied == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_str_has_prefix (copied, "Theme;Score;Counts\r\nTheme 1;60,0;"));
  g_assert_true (rk_chart_save_table (chart, path, NULL));
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_cmpstr (saved, ==, copied);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
add_theme_tests (void)
{
  static const guint numbers[] = { 4, 5, 8, 9, 20, 21 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *name = g_strdup_printf ("/results/themes/%u", numbers[i]);

      g_test_add (name, Page, GUINT_TO_POINTER (numbers[i]), set_up_themes,
                  test_number_of_themes_decides, tear_down);
    }
  g_test_add ("/results/chart-is-copied-and-saved", Page, GUINT_TO_POINTER (5), set_up_themes,
              test_chart_is_copied_and_saved, tear_down);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  int failed;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  folder = g_dir_make_tmp ("rk-results-XXXXXX", NULL);
  make_example (folder);
#define ADD(name, prepare, test) g_test_add (name, Page, NULL, prepare, test, tear_down)
  ADD ("/results/open-survey-is-provisional", set_up_example, test_open_survey_is_provisional);
  ADD ("/results/submitted-survey-is-not", set_up_example, test_submitted_survey_is_not);
  ADD ("/results/charts-show-the-themes-of-the-form", set_up_example,
       test_charts_show_the_themes_of_the_form);
  ADD ("/results/gains-open-their-question", set_up_example, test_gains_open_their_question);
  ADD ("/results/earlier-year-stands-beside", set_up_example, test_earlier_year_stands_beside);
  ADD ("/results/third-series-on-request", set_up_example, test_third_series_on_request);
  ADD ("/results/all-charts-become-tables-at-once", set_up_example,
       test_all_charts_become_tables_at_once);
  ADD ("/results/narrow-page-fits", set_up_example, test_narrow_page_fits);
  ADD ("/results/unknown-form-says-what-is-missing", set_up_other,
       test_unknown_form_says_what_is_missing);
  ADD ("/why/figures-explain-themselves", set_up_other, test_figures_explain_themselves);
  ADD ("/why/unknown-figure-says-so", set_up_other, test_unknown_figure_says_so);
  ADD ("/why/contributions-add-up-to-the-score", set_up_example,
       test_contributions_add_up_to_the_score);
  ADD ("/why/rows-open-their-question", set_up_example, test_rows_of_why_open_their_question);
#undef ADD
  add_theme_tests ();
  failed = g_test_run ();
  remove_folder (folder);
  g_free (example_path);
  return failed;
}
