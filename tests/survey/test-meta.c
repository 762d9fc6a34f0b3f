/* SPDX-License-Identifier: EUPL-1.2 */
/* What a response says about itself stays what it is, and what was saved before is at hand. */
#include "survey-fixture.h"

#include <string.h>

#define META "/data/orx:meta/"
#define LINDE "c0ffee00-0000-4000-8000-000000000001"

static char *
dup_xml (RkResponse *response)
{
  g_autoptr (GBytes) bytes = rk_response_export (response, RK_RESPONSE_XML, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_says (RkResponse *response, const char *words)
{
  g_autofree char *xml = dup_xml (response);

  if (strstr (xml, words) == NULL)
    g_error ("“%s” does not say “%s”", xml, words);
}

static void
assert_says_not (RkResponse *response, const char *words)
{
  g_autofree char *xml = dup_xml (response);

  if (strstr (xml, words) != NULL)
    g_error ("“%s” says “%s”", xml, words);
}

/* The value of the attribute @name of the entity in the submission. */
static char *
dup_attribute (RkResponse *response, const char *name)
{
  g_autofree char *xml = dup_xml (response);
  g_autofree char *pattern = g_strdup_printf ("<entity [^>]*\\b%s=\"([^\"]*)\"", name);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (!g_regex_match (regex, xml, 0, &match))
    g_error ("“%s” has no attribute “%s”", xml, name);
  return g_match_info_fetch (match, 1);
}

#define assert_attribute(response, name, expected)                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *attribute_ = dup_attribute (response, name);                                  \
    g_assert_cmpstr (attribute_, ==, expected);                                                    \
  }                                                                                                \
  G_STMT_END

static void
submit (RkResponse *response)
{
  g_autoptr (GError) error = NULL;

  rk_response_submit (response, NULL, &error);
  g_assert_no_error (error);
}

static void
test_the_number_stays_for_life (Fixture *f, gconstpointer data)
{
  g_autofree char *id = g_strdup (value_at (f->response, META "orx:instanceID"));

  g_assert_true (g_str_has_prefix (id, "uuid:"));
  g_assert_cmpuint (strlen (id), ==, strlen ("uuid:") + 36);
  for (guint i = 0; i < 3; i++)
    {
      restart (f);
      g_assert_cmpstr (value_at (f->response, META "orx:instanceID"), ==, id);
      enter_at (f->response, "/data/straat", i % 2 ? "Kerkstraat" : "Molenstraat");
    }
  submit (f->response);
  restart (f);
  assert_says (f->response, id);
}

static void
test_a_new_version_names_the_former (Fixture *f, gconstpointer data)
{
  g_autofree char *first = g_strdup (value_at (f->response, META "orx:instanceID"));
  g_autofree char *next = NULL, *third = NULL, *second = NULL;
  g_autoptr (RkResponse) reopened = NULL, last = NULL;
  g_autofree char *deprecated = g_strdup_printf ("<orx:deprecatedID>%s</orx:deprecatedID>", first);
  g_autofree char *later = NULL;

  assert_says_not (f->response, "deprecatedID");
  submit (f->response);
  next = rk_response_reopen (f->response, NULL);
  reopened = open_response (f->store, next);
  second = g_strdup (value_at (reopened, META "orx:instanceID"));
  g_assert_cmpstr (second, !=, first);
  assert_says (reopened, deprecated);
  assert_says (reopened, second);
  submit (reopened);
  g_clear_object (&reopened);
  reopened = open_response (f->store, next);
  g_assert_cmpstr (value_at (reopened, META "orx:instanceID"), ==, second);
  third = rk_response_reopen (reopened, NULL);
  last = open_response (f->store, third);
  later = g_strdup_printf ("<orx:deprecatedID>%s</orx:deprecatedID>", second);
  assert_says (last, later);
}

static void
test_the_form_names_the_response (Fixture *f, gconstpointer data)
{
  g_assert_cmpstr (rk_response_get_title (f->response), ==, "Bomen 2026");
  enter_at (f->response, "/data/straat", "Kerkstraat");
  g_assert_cmpstr (rk_response_get_title (f->response), ==, "Bomen 2026 – Boom in Kerkstraat");
  restart (f);
  g_assert_cmpstr (rk_response_get_title (f->response), ==, "Bomen 2026 – Boom in Kerkstraat");
  g_assert_true (rk_store_undo (f->store, NULL, NULL));
  g_assert_cmpstr (rk_response_get_title (f->response), ==, "Bomen 2026");
}

static void
test_begin_and_end_are_noted (Fixture *f, gconstpointer data)
{
  g_autofree char *begun = g_strdup (value_at (f->response, META "orx:timeStart"));
  g_autoptr (GDateTime) start = g_date_time_new_from_iso8601 (begun, NULL);
  g_autoptr (GDateTime) end = NULL;
  g_autofree char *next = NULL;
  g_autoptr (RkResponse) reopened = NULL;

  g_assert_nonnull (start);
  restart (f);
  g_assert_cmpstr (value_at (f->response, META "orx:timeStart"), ==, begun);
  g_assert_cmpstr (value_at (f->response, META "orx:timeEnd"), ==, "");
  submit (f->response);
  restart (f);
  end = g_date_time_new_from_iso8601 (value_at (f->response, META "orx:timeEnd"), NULL);
  g_assert_nonnull (end);
  g_assert_cmpint (g_date_time_compare (end, start), >=, 0);
  next = rk_response_reopen (f->response, NULL);
  reopened = open_response (f->store, next);
  g_assert_cmpstr (value_at (reopened, META "orx:timeEnd"), ==, "");
}

/* --- last saved ------------------------------------------------------------------------------- */

static void
test_the_first_time_there_is_nothing_before (Fixture *f, gconstpointer data)
{
  g_assert_cmpstr (value_at (f->response, "/data/straat"), ==, "");
}

static void
test_the_next_begins_with_what_was_saved_last (Fixture *f, gconstpointer data)
{
  g_autofree char *form = find_form ("meta.xml"), *older = NULL, *id = NULL;
  g_autoptr (RkResponse) before = NULL, now = NULL;

  older = start (f->store, form);
  before = open_response (f->store, older);
  enter_at (before, "/data/straat", "Oudestraat");
  enter_at (f->response, "/data/straat", "Kerkstraat");
  enter_at (f->response, "/data/hoogte", "12");
  id = start (f->store, form);
  now = open_response (f->store, id);
  g_assert_cmpstr (value_at (now, "/data/straat"), ==, "Kerkstraat");
  g_assert_cmpstr (value_at (now, "/data/vorige"), ==, "12");
  g_assert_cmpstr (value_at (now, "/data/hoogte"), ==, "");
  /* what it began with does not change with the other */
  enter_at (f->response, "/data/straat", "Molenstraat");
  g_clear_object (&now);
  g_clear_object (&f->response);
  g_assert_true (rk_response_discard (f->store, f->id, NULL));
  now = open_response (f->store, id);
  g_assert_cmpstr (value_at (now, "/data/straat"), ==, "Kerkstraat");
  g_assert_true (rk_store_undo (f->store, NULL, NULL));
  f->response = open_response (f->store, f->id);
}

/* --- entities --------------------------------------------------------------------------------- */

static void
test_a_new_entity_keeps_its_id (Fixture *f, gconstpointer data)
{
  g_autofree char *id = dup_attribute (f->response, "id");

  g_assert_cmpuint (strlen (id), ==, 36);
  enter_at (f->response, "/data/straat", "Kerkstraat");
  restart (f);
  assert_attribute (f->response, "id", id);
  assert_attribute (f->response, "create", "1");
  assert_attribute (f->response, "dataset", "bomen");
  assert_says (f->response, "<label>Kerkstraat</label>");
  submit (f->response);
  restart (f);
  assert_attribute (f->response, "id", id);
}

static void
test_an_update_names_the_version_it_knew (Fixture *f, gconstpointer data)
{
  enter_at (f->response, "/data/boom", "Linde");
  restart (f);
  assert_attribute (f->response, "id", LINDE);
  assert_attribute (f->response, "update", "1");
  assert_attribute (f->response, "create", "");
  assert_attribute (f->response, "baseVersion", "3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/meta/" name, Fixture, "meta.xml", set_up, func, tear_down)
  ADD ("the-number-stays-for-life", test_the_number_stays_for_life);
  ADD ("a-new-version-names-the-former", test_a_new_version_names_the_former);
  ADD ("the-form-names-the-response", test_the_form_names_the_response);
  ADD ("begin-and-end-are-noted", test_begin_and_end_are_noted);
  ADD ("the-first-time-there-is-nothing-before", test_the_first_time_there_is_nothing_before);
  ADD ("the-next-begins-with-what-was-saved-last", test_the_next_begins_with_what_was_saved_last);
  ADD ("a-new-entity-keeps-its-id", test_a_new_entity_keeps_its_id);
  ADD ("an-update-names-the-version-it-knew", test_an_update_names_the_version_it_knew);
  return g_test_run ();
}
