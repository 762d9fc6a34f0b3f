/* SPDX-License-Identifier: EUPL-1.2 */
/* How long a form takes in the window: until its first section is drawn, until a key press has had
 * its effect, until its labels are in another language, until a table has moved a line, and until a
 * table with close to a thousand rows is there and has another row.
 *
 *   bench-runner [FORM.xml]   prints "name value unit" lines; without a form one is made, with 900
 *                             questions in thirty groups, in two languages, and a matrix of 40 rows
 *
 * "work" is what the program does before it waits again, "drawn" ends with the frame that shows it,
 * whose beginning the clock of the display decides. */
#include "config.h"

#include "rk-runner-page.h"
#include "rk-workspace-kinds.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#define GROUPS 30
#define QUESTIONS 30 /* in a group */
#define STATEMENTS 40
#define KEYS 40
#define SWITCHES 10
#define LINES 60
#define ROWS 990 /* a form has at most a thousand */
#define ADDED 9

/* --- measuring -------------------------------------------------------------------------------- */

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

static void
print (const char *name, GArray *times)
{
  qsort (times->data, times->len, sizeof (double), compare_doubles);
  g_print ("runner-%s %.2f ms median\n", name, g_array_index (times, double, times->len / 2));
  g_print ("runner-%s-slowest %.2f ms\n", name, g_array_index (times, double, times->len - 1));
}

static void
painted_cb (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

/* Until the next frame has been painted. */
static void
wait_for_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (window);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

/* Until there is nothing left to do. */
static void
come_to_rest (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

/* --- a form ----------------------------------------------------------------------------------- */

static void
append_texts (GString *form, const char *language)
{
  g_string_append_printf (form, "<translation lang='%s'>", language);
  for (guint i = 0; i < GROUPS * QUESTIONS; i++)
    g_string_append_printf (form, "<text id='q%u'><value>Question %u in %s</value></text>", i, i,
                            language);
  g_string_append (form, "</translation>");
}

static void
append_binds (GString *form)
{
  for (guint g = 0; g < GROUPS; g++)
    for (guint q = 0; q < QUESTIONS; q++)
      g_string_append_printf (form, "<bind nodeset='/big/g%u/q%u' type='%s' %s/>", g, q,
                              q % 3 == 0 ? "int" : "string",
                              q % 10 == 9 ? "relevant='../q0 > 5'" : "");
}

static void
append_controls (GString *form)
{
  for (guint g = 0; g < GROUPS; g++)
    {
      g_string_append_printf (form, "<group ref='/big/g%u'><label>Group %u</label>", g, g);
      for (guint q = 0; q < QUESTIONS; q++)
        g_string_append_printf (form,
                                q % 3 == 1
                                    ? "<select1 ref='/big/g%u/q%u'><label ref=\"jr:itext('q%u')\"/>"
                                      "<item><label>Yes</label><value>y</value></item>"
                                      "<item><label>No</label><value>n</value></item></select1>"
                                    : "<input ref='/big/g%u/q%u'>"
                                      "<label ref=\"jr:itext('q%u')\"/></input>",
                                g, q, g * QUESTIONS + q);
      g_string_append (form, "</group>");
    }
  g_string_append (form, "<group ref='/big/m' appearance='table-list'><label>Matrix</label>");
  for (guint s = 0; s < STATEMENTS; s++)
    {
      g_string_append_printf (form, "<select1 ref='/big/m/s%u'><label>Statement %u</label>", s, s);
      for (guint c = 0; c < 5; c++)
        g_string_append_printf (form, "<item><label>%u</label><value>%u</value></item>", c, c);
      g_string_append (form, "</select1>");
    }
  g_string_append (form, "</group>");
}

static char *
make_form (void)
{
  GString *form = g_string_new (
      "<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml' "
      "xmlns:jr='http://openrosa.org/javarosa'><h:head><h:title>Big</h:title><model><itext>");

  append_texts (form, "en");
  append_texts (form, "fr");
  g_string_append (form, "</itext><instance><big id='big'>");
  for (guint g = 0; g < GROUPS; g++)
    {
      g_string_append_printf (form, "<g%u>", g);
      for (guint q = 0; q < QUESTIONS; q++)
        g_string_append_printf (form, "<q%u/>", q);
      g_string_append_printf (form, "</g%u>", g);
    }
  g_string_append (form, "<m>");
  for (guint s = 0; s < STATEMENTS; s++)
    g_string_append_printf (form, "<s%u/>", s);
  g_string_append (form, "</m></big></instance>");
  append_binds (form);
  g_string_append (form, "</model></h:head><h:body>");
  append_controls (form);
  g_string_append (form, "</h:body></h:html>");
  return g_string_free (form, FALSE);
}

/* Two sections: a number that makes as many rows, and rows that one adds. */
static char *
make_rows_form (void)
{
  GString *form = g_string_new (
      "<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml' "
      "xmlns:jr='http://openrosa.org/javarosa'><h:head><h:title>Rows</h:title><model><instance>"
      "<rows id='rows'><a><n/><c><x/><y/></c></a><b>");

  for (guint i = 0; i < ROWS; i++)
    g_string_append_printf (form, "<r><name>Row %u</name><age/><total/><kind/></r>", i);
  g_string_append (
      form,
      "</b></rows></instance><bind nodeset='/rows/a/n' type='int'/>"
      "<bind nodeset='/rows/b/r/age' type='int' constraint='. &lt; 120'/>"
      "<bind nodeset='/rows/b/r/total' type='int' calculate='../age * 2'/></model></h:head><h:body>"
      "<group ref='/rows/a'><label>Counted</label>"
      "<input ref='/rows/a/n'><label>How many</label></input>"
      "<group ref='/rows/a/c'><label>Counted</label>"
      "<repeat nodeset='/rows/a/c' jr:count='/rows/a/n'><input ref='/rows/a/c/x'><label>X</label>"
      "</input><input ref='/rows/a/c/y'><label>Y</label></input></repeat></group></group>"
      "<group ref='/rows/b'><label>Own rows</label><group ref='/rows/b/r'><label>Rows</label>"
      "<repeat nodeset='/rows/b/r'><input ref='/rows/b/r/name'><label>Name</label></input>"
      "<input ref='/rows/b/r/age'><label>Age of <output value='../name'/></label></input>"
      "<select1 ref='/rows/b/r/kind'><label>Kind</label><item><label>One</label><value>1</value>"
      "</item><item><label>Two</label><value>2</value></item></select1></repeat></group></group>"
      "</h:body></h:html>");
  return g_string_free (form, FALSE);
}

/* --- what is measured ------------------------------------------------------------------------- */

typedef struct
{
  RkStore *store;
  RkResponse *response;
  GtkWidget *window;
  RkRunnerPage *page;
} Bench;

static void
open_form (Bench *bench, const char *path)
{
  g_autoptr (GPtrArray) messages = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RkQuestionnaire) questionnaire =
      rk_questionnaire_add (bench->store, path, messages, &error);
  g_autofree char *id = NULL;
  gint64 start;

  if (questionnaire != NULL)
    id = rk_response_start (bench->store, questionnaire, "2026", NULL, &error);
  if (id == NULL)
    g_error ("%s", error->message);
  start = g_get_monotonic_time ();
  bench->response = rk_response_open (bench->store, id, &error);
  g_assert_no_error (error);
  g_print ("runner-open-response %.2f ms\n", since_ms (start));
  start = g_get_monotonic_time ();
  bench->page = rk_runner_page_new (bench->response);
  gtk_window_set_child (GTK_WINDOW (bench->window), GTK_WIDGET (bench->page));
  g_print ("runner-first-section-made %.2f ms\n", since_ms (start));
  wait_for_frame (bench->window);
  g_print ("runner-first-section-drawn %.2f ms\n", since_ms (start));
  come_to_rest ();
}

/* The questions that take a text or number, of all sections. */
static GPtrArray *
list_entries (Bench *bench)
{
  GPtrArray *list = g_ptr_array_new ();
  GListModel *sections = rk_response_get_sections (bench->response);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (RkSection) section = g_list_model_get_item (sections, i);
      GListModel *questions = rk_section_get_questions (section);

      for (guint j = 0; j < g_list_model_get_n_items (questions); j++)
        {
          g_autoptr (RkQuestion) question = g_list_model_get_item (questions, j);
          RkQuestionType type = rk_question_get_question_type (question);

          if (rk_question_get_visible (question) &&
              (type == RK_QUESTION_NUMBER || type == RK_QUESTION_TEXT))
            g_ptr_array_add (list, rk_question_get_node (question));
        }
    }
  return list;
}

static void
measure_answers (Bench *bench)
{
  g_autoptr (GPtrArray) entries = list_entries (bench);
  g_autoptr (GArray) work = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) drawn = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; entries->len > 0 && i < KEYS; i++)
    {
      RkFormNode *node = g_ptr_array_index (entries, i % MIN (entries->len, 8));
      g_autofree char *text = g_strdup_printf ("%u", 1 + i % 9);
      gint64 start = g_get_monotonic_time ();
      double time;

      rk_response_draft (bench->response, node, text, NULL);
      time = since_ms (start);
      g_array_append_val (work, time);
      wait_for_frame (bench->window);
      time = since_ms (start);
      g_array_append_val (drawn, time);
    }
  print ("key-work", work);
  print ("key-drawn", drawn);
}

static void
measure_languages (Bench *bench)
{
  RkForm *form = rk_form_instance_get_form (rk_response_get_instance (bench->response));
  const char *const *languages = rk_form_get_languages (form);
  g_autoptr (GArray) work = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) drawn = g_array_new (FALSE, FALSE, sizeof (double));

  if (languages[0] == NULL || languages[1] == NULL)
    return;
  for (guint i = 0; i < SWITCHES; i++)
    {
      gint64 start = g_get_monotonic_time ();
      double time;

      g_object_set (bench->page, "language", languages[(i + 1) % 2], NULL);
      time = since_ms (start);
      g_array_append_val (work, time);
      wait_for_frame (bench->window);
      time = since_ms (start);
      g_array_append_val (drawn, time);
    }
  print ("language-work", work);
  print ("language-drawn", drawn);
}

static GtkWidget *
find_scroller (GtkWidget *widget)
{
  GtkWidget *hit = NULL;

  if (GTK_IS_SCROLLED_WINDOW (widget) && gtk_widget_get_mapped (widget) &&
      gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && hit == NULL;
       child = gtk_widget_get_next_sibling (child))
    hit = find_scroller (child);
  return hit;
}

/* Through the last section line by line: there is the matrix of the form that is made here. */
static void
measure_scrolling (Bench *bench)
{
  GListModel *sections = rk_response_get_sections (bench->response);
  guint n = g_list_model_get_n_items (sections);
  g_autoptr (RkSection) last = g_list_model_get_item (sections, n - 1);
  GListModel *questions = rk_section_get_questions (last);
  g_autoptr (RkQuestion) question = g_list_model_get_item (questions, 0);
  g_autoptr (GArray) drawn = g_array_new (FALSE, FALSE, sizeof (double));
  GtkAdjustment *adjustment;

  rk_runner_page_show_question (bench->page, rk_question_get_id (question));
  come_to_rest ();
  adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (find_scroller (GTK_WIDGET (bench->page))));
  for (guint i = 0; i < LINES; i++)
    {
      gint64 start;
      double time;

      gtk_adjustment_set_value (adjustment, 24 * i);
      start = g_get_monotonic_time ();
      wait_for_frame (bench->window);
      time = since_ms (start);
      g_array_append_val (drawn, time);
    }
  print ("scroll-line-drawn", drawn);
}

/* The first question of section @index. */
static RkQuestion *
ref_first (Bench *bench, guint index)
{
  GListModel *sections = rk_response_get_sections (bench->response);
  g_autoptr (RkSection) section = g_list_model_get_item (sections, index);

  return g_list_model_get_item (rk_section_get_questions (section), 0);
}

static void
print_time (Bench *bench, const char *name, gint64 start)
{
  g_print ("runner-%s-work %.2f ms\n", name, since_ms (start));
  wait_for_frame (bench->window);
  g_print ("runner-%s-drawn %.2f ms\n", name, since_ms (start));
  come_to_rest ();
}

static void
measure_rows (Bench *bench)
{
  g_autoptr (RkQuestion) number = ref_first (bench, 0);
  g_autoptr (RkQuestion) table = ref_first (bench, 1);
  g_autoptr (GArray) work = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) drawn = g_array_new (FALSE, FALSE, sizeof (double));
  gint64 start = g_get_monotonic_time ();

  rk_response_draft (bench->response, rk_question_get_node (number), "1000", NULL);
  print_time (bench, "thousand-rows-counted", start);
  start = g_get_monotonic_time ();
  rk_runner_page_show_question (bench->page, rk_question_get_id (table));
  print_time (bench, "thousand-rows-opened", start);
  for (guint i = 0; i < ADDED; i++)
    {
      double time;

      start = g_get_monotonic_time ();
      rk_response_add_row (bench->response, rk_question_get_node (table), NULL, NULL);
      time = since_ms (start);
      g_array_append_val (work, time);
      wait_for_frame (bench->window);
      time = since_ms (start);
      g_array_append_val (drawn, time);
    }
  print ("row-added-work", work);
  print ("row-added-drawn", drawn);
}

static void
open_made (Bench *bench, const char *folder, const char *name, char *form)
{
  g_autofree char *owned = form, *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, form, -1, &error))
    g_error ("%s", error->message);
  open_form (bench, path);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("rk-bench-XXXXXX", NULL);
  g_autofree char *workspace = g_build_filename (folder, "w.regiekamer", NULL);
  g_autoptr (GError) error = NULL;
  Bench bench = { NULL };

  gtk_init ();
  adw_init ();
  bench.store = rk_workspace_open (workspace, RK_STORE_CREATE, &error);
  g_assert_no_error (error);
  bench.window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench.window), 1280, 800);
  gtk_window_present (GTK_WINDOW (bench.window));
  come_to_rest ();
  if (argc > 1)
    open_form (&bench, argv[1]);
  else
    open_made (&bench, folder, "big.xml", make_form ());
  measure_answers (&bench);
  measure_languages (&bench);
  measure_scrolling (&bench);
  if (argc < 2)
    {
      g_clear_object (&bench.response);
      open_made (&bench, folder, "rows.xml", make_rows_form ());
      measure_rows (&bench);
    }
  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_clear_object (&bench.response);
  g_clear_object (&bench.store);
  return 0;
}
