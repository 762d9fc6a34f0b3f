/* SPDX-License-Identifier: EUPL-1.2 */
/* Answers by question id: all or none, and the same out as in. */
#include "survey-fixture.h"

#define EVERYTHING                                                                                 \
  "{\"tuin.opp\":120,\"tuin.diepte\":12.5,\"tuin.soort\":\"ander\","                               \
  "\"tuin.soort_ander_tekst\":\"zand\",\"tuin.water\":\"1\",\"tuin.aanleg\":\"2020-04-01\","       \
  "\"tuin.keuze\":[\"roos\",\"lis\"],\"tuin.stel\":{\"a\":\"2\",\"b\":\"x\"},"                     \
  "\"tuin.top\":[\"lis\",\"roos\"],"                                                               \
  "\"bed\":[{\"naam\":\"rozen\",\"aantal\":4,\"plant\":[{\"soort\":\"wild\"}]},"                   \
  "{\"naam\":\"lissen\"}],\"tuin.nota\":\"Regel een\\nen \\\"twee\\\"\"}"

static void
test_out_is_what_came_in (Fixture *f, gconstpointer data)
{
  g_autofree char *out = NULL, *again = NULL;

  apply (f->response, EVERYTHING);
  out = collect (f->response);
  g_assert_cmpstr (out, ==, EVERYTHING);
  restart (f);
  again = collect (f->response);
  g_assert_cmpstr (again, ==, EVERYTHING);
}

static void
test_one_file_is_one_step (Fixture *f, gconstpointer data)
{
  g_autofree char *out = NULL;

  apply (f->response, EVERYTHING);
  g_assert_true (rk_store_undo (f->store, NULL, NULL));
  out = collect (f->response);
  g_assert_cmpstr (out, ==, "{}");
}

/* Each of these names what is wrong, and leaves everything as it was. */
static void
assert_refused (Fixture *f, const char *text, const char *names)
{
  g_autoptr (JsonObject) answers = parse_answers (text);
  g_autofree char *before = collect (f->response), *after = NULL, *stored = NULL;
  g_autofree char *step = rk_store_peek_undo (f->store), *same = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (rk_answers_apply (f->response, answers, NULL, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_INVALID);
  g_test_message ("%s", error->message);
  if (strstr (error->message, names) == NULL)
    g_error ("“%s” is not named in: %s", names, error->message);
  after = collect (f->response);
  g_assert_cmpstr (before, ==, after);
  same = rk_store_peek_undo (f->store);
  g_assert_cmpstr (step, ==, same);
  restart (f);
  stored = collect (f->response);
  g_assert_cmpstr (before, ==, stored);
}

static void
test_what_is_unknown_is_refused (Fixture *f, gconstpointer data)
{
  apply (f->response, EVERYTHING);
  assert_refused (f, "{\"tuin.opp\": 1, \"tuin.zon\": 1}", "tuin.zon");
  assert_refused (f, "{\"tuin.opp\": 1, \"tuin.soort\": \"zand\"}", "zand");
  assert_refused (f, "{\"tuin.opp\": 1, \"tuin.keuze\": [\"roos\", \"tulp\"]}", "tulp");
  assert_refused (f, "{\"tuin.opp\": 1, \"tuin.stel\": {\"z\": \"1\"}}", "“z”");
  assert_refused (f, "{\"tuin.opp\": 1, \"tuin.stel\": {\"a\": \"7\"}}", "“7”");
  assert_refused (f, "{\"tuin.opp\": 1, \"tuin.top\": [\"lis\", \"lis\"]}", "lis");
  assert_refused (f, "{\"tuin.opp\": 1, \"tuin.top\": [\"lis\", \"roos\", \"aster\"]}", "2");
  assert_refused (f, "{\"tuin.opp\": 1, \"bed\": [{\"naam\": \"a\", \"geur\": \"b\"}]}", "geur");
  assert_refused (f, "{\"bed\": [{\"naam\": \"a\", \"plant\": [{\"s\": \"b\"}]}]}", "“s”");
  assert_refused (f, "{\"tuin.diepte\": 1, \"tuin.opp\": \"veel\"}", "veel");
  assert_refused (f, "{\"tuin.diepte\": 1, \"tuin.opp\": 1.5}", "1.5");
  assert_refused (f, "{\"tuin.opp\": [1]}", "tuin.opp");
  assert_refused (f, "{\"tuin.stel\": \"2\"}", "tuin.stel");
  assert_refused (f, "{\"bed\": {\"naam\": \"a\"}}", "bed");
  assert_refused (f, "{\"intro\": \"a\"}", "intro");
  assert_refused (f, "{\"tuin.aanleg\": \"2026-02-30\"}", "2026-02-30");
  assert_refused (f, "{\"tuin.aanleg\": \"30/2/2026\"}", "30 February 2026 does not exist");
  assert_refused (f, "{\"tuin.aanleg\": \"ooit\"}", "31/12/2027");
}

static void
test_a_date_is_read_as_people_write_it (Fixture *f, gconstpointer data)
{
  g_autofree char *out = NULL;

  apply (f->response, "{\"tuin.aanleg\":\"22/11/2026\"}");
  out = collect (f->response);
  g_assert_cmpstr (out, ==, "{\"tuin.aanleg\":\"2026-11-22\"}");
}

static void
test_a_refused_file_takes_nothing_away (Fixture *f, gconstpointer data)
{
  g_autoptr (JsonObject) answers = parse_answers ("{\"bed\": [], \"tuin.zon\": 1}");
  g_autofree char *out = NULL;

  apply (f->response, EVERYTHING);
  g_assert_false (rk_answers_apply (f->response, answers, NULL, NULL));
  enter_at (f->response, "/tuin/grond/tuin_opp", "120"); /* goes on in the same window */
  enter_at (f->response, "/tuin/planten/bed[2]/naam", "lissen");
  restart (f);
  out = collect (f->response);
  g_assert_cmpstr (out, ==, EVERYTHING);
}

static void
test_a_list_of_rows_is_the_whole_answer (Fixture *f, gconstpointer data)
{
  g_autoptr (JsonObject) out = NULL;
  g_autofree char *text = NULL;

  apply (f->response, EVERYTHING);
  apply (f->response, "{\"bed\": [{\"aantal\": 9}]}");
  restart (f);
  out = rk_answers_collect (f->response);
  text = json_to_string (json_object_get_member (out, "bed"), FALSE);
  g_assert_cmpstr (text, ==, "[{\"aantal\":9}]");
}

static void
test_the_unknown_is_refused_on_an_empty_form (Fixture *f, gconstpointer data)
{
  assert_refused (f, "{\"bed\": [{\"naam\": \"a\"}], \"tuin.zon\": 1}", "tuin.zon");
  assert_refused (f, "{\"tuin.opp\": 5, \"tuin.soort\": \"zand\"}", "zand");
}

static void
test_a_hidden_answer_is_kept_and_named (Fixture *f, gconstpointer data)
{
  g_autoptr (JsonObject) answers =
      parse_answers ("{\"tuin.soort\": \"klei\", \"tuin.water\": \"2\"}");
  g_autoptr (GPtrArray) hidden = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (rk_answers_apply (f->response, answers, &hidden, &error));
  g_assert_cmpuint (hidden->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (hidden, 0), ==, "tuin.water");
  g_assert_cmpstr (rk_form_node_get_value (node_at (f->response, "/tuin/score/water")), ==, "");
  restart (f);
  enter_at (f->response, "/tuin/grond/tuin_soort", "leem");
  g_assert_cmpstr (rk_form_node_get_value (node_at (f->response, "/tuin/grond/tuin_water")), ==,
                   "2");
  /* also what is hidden is looked at */
  enter_at (f->response, "/tuin/grond/tuin_soort", "klei");
  assert_refused (f, "{\"tuin.water\": \"9\"}", "9");
}

static void
test_null_clears (Fixture *f, gconstpointer data)
{
  g_autofree char *out = NULL;

  apply (f->response, EVERYTHING);
  apply (f->response, "{\"tuin.opp\": null, \"tuin.diepte\": null, \"tuin.soort\": null,"
                      " \"tuin.soort_ander_tekst\": null, \"tuin.water\": null,"
                      " \"tuin.aanleg\": null, \"tuin.keuze\": null, \"tuin.stel\": null,"
                      " \"tuin.top\": null, \"bed\": null, \"tuin.nota\": null}");
  out = collect (f->response);
  g_assert_cmpstr (out, ==, "{}");
  restart (f);
  g_clear_pointer (&out, g_free);
  out = collect (f->response);
  g_assert_cmpstr (out, ==, "{}");
  g_assert_cmpint (rk_store_count (f->store, "answer_row", NULL, NULL, NULL), ==, 0);
}

static void
test_numbers_keep_their_size (Fixture *f, gconstpointer data)
{
  static const double numbers[] = { 0, 0.5, 1e17, 1e20, 123456.789, 2e40 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (JsonObject) answers = json_object_new (), out = NULL;
      g_autoptr (GError) error = NULL;

      json_object_set_double_member (answers, "tuin.diepte", numbers[i]);
      g_assert_true (rk_answers_apply (f->response, answers, NULL, &error));
      restart (f);
      out = rk_answers_collect (f->response);
      g_assert_cmpfloat (json_object_get_double_member (out, "tuin.diepte"), ==, numbers[i]);
    }
}

static void
test_a_submitted_survey_refuses (Fixture *f, gconstpointer data)
{
  g_autoptr (JsonObject) answers = parse_answers ("{\"tuin.opp\": 5}");
  g_autoptr (GError) error = NULL;

  apply (f->response, "{\"tuin.opp\": 120, \"tuin.soort\": \"klei\","
                      " \"tuin.stel\": {\"a\": \"2\", \"b\": \"1\"}}");
  g_assert_true (rk_response_submit (f->response, NULL, &error));
  g_assert_false (rk_answers_apply (f->response, answers, NULL, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_FROZEN);
}

static char *export(Fixture *f, RkResponseFormat format)
{
  g_autoptr (GBytes) bytes = rk_response_export (f->response, format, NULL);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  return g_strndup (text, size);
}

static void
test_csv_quotes_what_needs_it (Fixture *f, gconstpointer data)
{
  g_autofree char *csv = NULL;

  apply (f->response, EVERYTHING);
  csv = export(f, RK_RESPONSE_CSV);
  g_assert_true (
      g_str_has_prefix (csv, "\357\273\277Question id,Row,Question,Part,Code,Answer\r\n"));
  g_assert_nonnull (strstr (csv, "\r\ntuin.opp,,Hoe groot is de tuin?,,120,120\302\240m²\r\n"));
  g_assert_nonnull (
      strstr (csv, "tuin.diepte,,Hoe diep is de teelaarde?,,12.5,\"12,5\302\240cm\""));
  g_assert_nonnull (strstr (csv, "tuin.stel,tuin_stel_b,Akkoord?,Ik maai.,x,Weet niet\r\n"));
  g_assert_nonnull (strstr (csv, "bed,1.1,Bedden,Soort,wild,wild\r\n"));
  g_assert_nonnull (strstr (csv, "\"Regel een\nen \"\"twee\"\"\""));
}

static void
test_json_and_xml_hold_the_answers (Fixture *f, gconstpointer data)
{
  g_autofree char *json = NULL, *xml = NULL, *again = NULL, *form = find_form ("other.xml");
  g_autofree char *id = NULL;
  g_autoptr (JsonObject) document = NULL;
  g_autoptr (RkResponse) copy = NULL;
  g_autoptr (GError) error = NULL;

  apply (f->response, EVERYTHING);
  json = export(f, RK_RESPONSE_JSON);
  document = parse_answers (json);
  g_assert_cmpstr (json_object_get_string_member (document, "vragenlijst"), ==, "tuinmeting");
  /* what goes out can come in again */
  id = start (f->store, form);
  copy = open_response (f->store, id);
  g_assert_true (rk_answers_apply (copy, json_object_get_object_member (document, "antwoorden"),
                                   NULL, &error));
  again = collect (copy);
  g_assert_cmpstr (again, ==, EVERYTHING);
  xml = export(f, RK_RESPONSE_XML);
  g_assert_nonnull (strstr (xml, "<tuin_opp>120</tuin_opp>"));
  g_assert_nonnull (strstr (xml, "<soort>wild</soort>"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/answers/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("out-is-what-came-in", test_out_is_what_came_in);
  ADD ("one-file-is-one-step", test_one_file_is_one_step);
  ADD ("what-is-unknown-is-refused", test_what_is_unknown_is_refused);
  ADD ("a-date-is-read-as-people-write-it", test_a_date_is_read_as_people_write_it);
  ADD ("a-refused-file-takes-nothing-away", test_a_refused_file_takes_nothing_away);
  ADD ("a-list-of-rows-is-the-whole-answer", test_a_list_of_rows_is_the_whole_answer);
  ADD ("the-unknown-is-refused-on-an-empty-form", test_the_unknown_is_refused_on_an_empty_form);
  ADD ("a-hidden-answer-is-kept-and-named", test_a_hidden_answer_is_kept_and_named);
  ADD ("null-clears", test_null_clears);
  ADD ("numbers-keep-their-size", test_numbers_keep_their_size);
  ADD ("a-submitted-survey-refuses", test_a_submitted_survey_refuses);
  ADD ("csv-quotes-what-needs-it", test_csv_quotes_what_needs_it);
  ADD ("json-and-xml-hold-the-answers", test_json_and_xml_hold_the_answers);
  return g_test_run ();
}
