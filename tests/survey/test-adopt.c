/* SPDX-License-Identifier: EUPL-1.2 */
/* Starting from an earlier response: what still fits is taken, what does not is named. */
#include "survey-fixture.h"

#include "rk-response-file.h"

#include <string.h>

#define HEAD                                                                                       \
  "<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml' "          \
  "xmlns:jr='http://openrosa.org/javarosa'><h:head><h:title>Jaarlijks</h:title><model>"
#define CHOICE(value) "<item><label>" value "!</label><value>" value "</value></item>"

static const char before_xml[] = HEAD
    "<instance><data id='jaar' version='1'><deel><naam/><aantal/><soort/><dingen/><vraag/>"
    "<weg/><som/><foto/></deel><rij jr:template=''><wat/><hoe/></rij>"
    "<meta><instanceID/></meta></data></instance>"
    "<bind nodeset='/data/deel/aantal' type='int'/><bind nodeset='/data/deel/foto' "
    "type='binary'/><bind nodeset='/data/deel/som' calculate='1 + 1'/>"
    "<bind nodeset='/data/meta/instanceID' jr:preload='uid'/></model></h:head><h:body>"
    "<group ref='/data/deel'><label>Deel</label><input ref='/data/deel/naam'><label>Naam"
    "</label></input><input ref='/data/deel/aantal'><label>Aantal</label></input>"
    "<select1 ref='/data/deel/soort'><label>Soort</label>" CHOICE ("a") CHOICE (
        "b") "</select1><select ref='/data/deel/dingen'><label>Dingen</label>" CHOICE ("x")
        CHOICE ("y") CHOICE (
            "z") "</select><input ref='/data/deel/vraag'><label>Vraag</label></input>"
                 "<input ref='/data/deel/weg'><label>Weg</label></input>"
                 "<input ref='/data/deel/som'><label>Som</label></input>"
                 "<upload ref='/data/deel/foto' mediatype='image/*'><label>Foto</label></upload>"
                 "</group><group ref='/data/rij'><label>Rijen</label><repeat "
                 "nodeset='/data/rij'><input ref='/data/rij/wat'><label>Wat</label></input>"
                 "<select1 ref='/data/rij/hoe'><label>Hoe</label>" CHOICE ("p")
                     CHOICE ("q") "</select1></repeat></group></h:body></h:html>";

/* "naam" moved to another part, "vraag" is a number, "weg" is gone, "nieuw" is new; the choices
 * "b", "y" and "q" are gone; the rows stand in a part. */
static const char after_xml[] = HEAD
    "<instance><info id='jaar' version='2'><wie><naam/></wie><deel><aantal/><soort/><dingen/>"
    "<vraag/><nieuw/><som/><foto/></deel><lijst><rij jr:template=''><wat/><hoe/></rij></lijst>"
    "<meta><instanceID/></meta></info></instance>"
    "<bind nodeset='/info/deel/aantal' type='int'/><bind nodeset='/info/deel/vraag' type='int'/>"
    "<bind nodeset='/info/deel/som' calculate='2 + 2'/><bind nodeset='/info/deel/foto' "
    "type='binary'/><bind nodeset='/info/meta/instanceID' jr:preload='uid'/></model></h:head>"
    "<h:body><group ref='/info/wie'><label>Wie</label><input ref='/info/wie/naam'><label>Naam"
    "</label></input></group><group ref='/info/deel'><label>Deel</label>"
    "<input ref='/info/deel/aantal'><label>Aantal</label></input>"
    "<select1 ref='/info/deel/soort'><label>Soort</label>" CHOICE ("a") CHOICE (
        "c") "</select1><select ref='/info/deel/dingen'><label>Dingen</label>" CHOICE ("z")
        CHOICE (
            "x") "</select><input ref='/info/deel/vraag'><label>Vraag</label></input>"
                 "<input ref='/info/deel/nieuw'><label>Nieuw</label></input>"
                 "<input ref='/info/deel/som'><label>Som</label></input>"
                 "<upload ref='/info/deel/foto' mediatype='image/*'><label>Foto</label></upload>"
                 "</group><group ref='/info/lijst'><label>Lijst</label><group "
                 "ref='/info/lijst/rij'>"
                 "<label>Rijen</label><repeat nodeset='/info/lijst/rij'><input "
                 "ref='/info/lijst/rij/wat'><label>Wat</label></input><select1 "
                 "ref='/info/lijst/rij/hoe'><label>Hoe</label>" CHOICE (
                     "p") "</select1></repeat></group></group></h:body></h:html>";

static RkResponse *
begin (Fixture *f, const char *xml)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  g_autoptr (RkQuestionnaire) questionnaire =
      rk_questionnaire_add_bytes (f->store, bytes, NULL, NULL, &error);
  g_autofree char *id = NULL;

  g_assert_no_error (error);
  id = rk_response_start (f->store, questionnaire, "2026", NULL, &error);
  g_assert_no_error (error);
  return open_response (f->store, id);
}

/* A response with an answer to everything. */
static RkResponse *
begin_full (Fixture *f)
{
  RkResponse *response = begin (f, before_xml);
  g_autoptr (GBytes) picture = g_bytes_new_static ("\x89PNG\r\n\x1a\nx", 9);
  g_autoptr (GError) error = NULL;

  apply (response, "{\"naam\": \"Lier\", \"aantal\": 12, \"soort\": \"a\","
                   "\"dingen\": [\"x\", \"y\", \"z\"], \"vraag\": \"veel\", \"weg\": \"oud\","
                   "\"rij\": [{\"wat\": \"een\", \"hoe\": \"p\"}, {\"wat\": \"twee\","
                   "\"hoe\": \"q\"}]}");
  rk_response_attach_bytes (response, node_at (response, "/data/deel/foto"), picture, "foto.png",
                            &error);
  g_assert_no_error (error);
  return response;
}

static char *
join (GPtrArray *answers)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < answers->len; i++)
    {
      const RkAdoptedAnswer *answer = g_ptr_array_index (answers, i);

      g_string_append_printf (text, "%s=%s;", answer->id, answer->answer);
    }
  return g_string_free (text, FALSE);
}

static void
test_another_version_takes_what_fits (Fixture *f, gconstpointer data)
{
  g_autoptr (RkResponse) then = begin_full (f), now = begin (f, after_xml);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkAdoption) adoption = NULL;
  g_autoptr (GBytes) file = NULL;
  g_autofree char *missed = NULL, *summary = NULL;

  adoption = rk_response_adopt_from (now, rk_response_get_id (then), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (value_at (now, "/info/wie/naam"), ==, "Lier");
  g_assert_cmpstr (value_at (now, "/info/deel/aantal"), ==, "12");
  g_assert_cmpstr (value_at (now, "/info/deel/soort"), ==, "a");
  g_assert_cmpstr (value_at (now, "/info/deel/dingen"), ==, "z x");
  g_assert_cmpstr (value_at (now, "/info/deel/vraag"), ==, "");
  g_assert_cmpstr (value_at (now, "/info/deel/som"), ==, "4");
  g_assert_cmpstr (value_at (now, "/info/lijst/rij[1]/hoe"), ==, "p");
  g_assert_cmpstr (value_at (now, "/info/lijst/rij[2]/wat"), ==, "twee");
  g_assert_cmpstr (value_at (now, "/info/lijst/rij[2]/hoe"), ==, "");
  file = rk_response_dup_file (now, node_at (now, "/info/deel/foto"), &error);
  g_assert_cmpuint (g_bytes_get_size (file), ==, 9);
  g_assert_cmpstr (value_at (now, "/info/meta/instanceID"), !=,
                   value_at (then, "/data/meta/instanceID"));
  missed = join (adoption->missed);
  g_assert_cmpstr (missed, ==, "dingen=y!;vraag=veel;rij=q!;weg=oud;");
  g_assert_cmpuint (adoption->taken->len, ==, 6);
  summary = rk_adoption_dup_summary (adoption);
  g_assert_cmpstr (summary, ==, "6 answers taken over, 4 no longer fit: dingen, vraag, rij, weg.");
}

static void
test_it_is_one_step_and_lasts (Fixture *f, gconstpointer data)
{
  g_autoptr (RkResponse) then = begin_full (f), now = begin (f, after_xml), again = NULL;

  g_assert_cmpuint (adopt (now, rk_response_get_id (then)), ==, 6);
  again = open_response (f->store, rk_response_get_id (now));
  g_assert_cmpstr (value_at (again, "/info/lijst/rij[2]/wat"), ==, "twee");
  g_assert_cmpstr (value_at (again, "/info/deel/foto"), ==, "foto.png");
  g_assert_true (rk_store_undo (f->store, NULL, NULL));
  g_assert_cmpstr (value_at (now, "/info/wie/naam"), ==, "");
  g_assert_cmpstr (value_at (now, "/info/deel/foto"), ==, "");
  g_assert_null (rk_form_instance_find (rk_response_get_instance (now), "/info/lijst/rij[1]"));
}

static void
test_what_has_an_answer_keeps_it (Fixture *f, gconstpointer data)
{
  g_autoptr (RkResponse) then = begin_full (f), now = begin (f, after_xml);

  apply (now, "{\"naam\": \"Mol\", \"rij\": [{\"wat\": \"zelf\"}]}");
  g_assert_cmpuint (adopt (now, rk_response_get_id (then)), ==, 4);
  g_assert_cmpstr (value_at (now, "/info/wie/naam"), ==, "Mol");
  g_assert_cmpstr (value_at (now, "/info/lijst/rij[1]/wat"), ==, "zelf");
  g_assert_null (rk_form_instance_find (rk_response_get_instance (now), "/info/lijst/rij[2]"));
}

static void
test_a_preview_changes_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (RkResponse) then = begin_full (f), now = begin (f, after_xml);
  gint64 answers = rk_store_count (f->store, "answer", NULL, NULL, NULL);
  g_autoptr (RkAdoption) adoption =
      rk_response_preview_adoption (f->store, rk_response_get_id (now), rk_response_get_id (then),
                                    NULL);
  g_autofree char *taken = join (adoption->taken);
  g_autofree char *step = rk_store_peek_undo (f->store);

  g_assert_nonnull (strstr (taken, "naam=Lier;"));
  g_assert_nonnull (strstr (taken, "soort=a!;"));
  g_assert_cmpint (rk_store_count (f->store, "answer", NULL, NULL, NULL), ==, answers);
  g_assert_cmpstr (value_at (now, "/info/wie/naam"), ==, "");
  g_assert_true (g_str_has_prefix (step, "start of"));
}

static void
test_it_refuses_in_words (Fixture *f, gconstpointer data)
{
  g_autoptr (RkResponse) then = begin_full (f), now = begin (f, after_xml);
  g_autoptr (GError) unknown = NULL, frozen = NULL;

  g_assert_null (rk_response_adopt_from (now, "nergens", &unknown));
  g_assert_error (unknown, RK_ERROR, RK_ERROR_NOT_FOUND);
  g_assert_true (rk_response_submit (now, NULL, NULL));
  g_assert_null (rk_response_adopt_from (now, rk_response_get_id (then), &frozen));
  g_assert_error (frozen, RK_ERROR, RK_ERROR_FROZEN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/adopt/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("another-version-takes-what-fits", test_another_version_takes_what_fits);
  ADD ("it-is-one-step-and-lasts", test_it_is_one_step_and_lasts);
  ADD ("what-has-an-answer-keeps-it", test_what_has_an_answer_keeps_it);
  ADD ("a-preview-changes-nothing", test_a_preview_changes_nothing);
  ADD ("it-refuses-in-words", test_it_refuses_in_words);
  return g_test_run ();
}
