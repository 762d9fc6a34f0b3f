/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl form check and form run, as a person or another program calls them. */
#include "config.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>

typedef struct
{
  int status;
  char *output;
  char *errors;
} Answer;

static void
answer_clear (Answer *answer)
{
  g_free (answer->output);
  g_free (answer->errors);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

/* Runs rkctl with @words, ended by NULL, in English. */
static Answer
run (const char *const *words)
{
  g_autofree char *rkctl =
      g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "..", "src", "cli", "rkctl", NULL);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "LANGUAGE", "en", TRUE);
  g_autoptr (GError) error = NULL;
  Answer answer = { 0 };

  environment = g_environ_setenv (environment, "LC_ALL", "en_US.UTF-8", TRUE);
  g_ptr_array_add (argv, rkctl);
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (argv, (char *) words[i]);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, environment, G_SPAWN_DEFAULT, NULL, NULL,
                &answer.output, &answer.errors, &answer.status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (answer.status));
  answer.status = WEXITSTATUS (answer.status);
  return answer;
}

static char *
write_file (const char *name, const char *text)
{
  char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static char *
write_form (const char *model)
{
  g_autofree char *text = g_strconcat (
      "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\">\n"
      "<h:head><model><instance><data id=\"f\"><a/><b/></data></instance>\n",
      model, "</model></h:head><h:body><input ref=\"/data/a\"/></h:body></h:html>", NULL);

  return write_file ("form.xml", text);
}

static JsonObject *
parse (JsonParser *parser, const char *text)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static void
test_check_accepts (void)
{
  g_autofree char *form = write_form ("<bind nodeset=\"/data/zz\"/>");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_auto (Answer) answer = run ((const char *[]){ "form", "check", form, "--json", NULL });
  JsonObject *object = parse (parser, answer.output);

  g_assert_cmpint (answer.status, ==, 0);
  g_assert_true (json_object_get_boolean_member (object, "ok"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "messages")), ==,
                    1);
  g_assert_nonnull (strstr (answer.errors, "form.xml:3: warning: A bind names /data/zz"));
}

static void
test_check_refuses_with_line_and_place (void)
{
  g_autofree char *form = write_form ("<bind nodeset=\"/data/b\" calculate=\"nope(1)\"/>");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_auto (Answer) answer = run ((const char *[]){ "form", "check", form, "--json", NULL });
  JsonObject *object = parse (parser, answer.output);
  JsonObject *message =
      json_array_get_object_element (json_object_get_array_member (object, "messages"), 0);

  g_assert_cmpint (answer.status, ==, 1);
  g_assert_false (json_object_get_boolean_member (object, "ok"));
  g_assert_cmpstr (json_object_get_string_member (message, "severity"), ==, "error");
  g_assert_cmpstr (json_object_get_string_member (message, "code"), ==, "unknown-function");
  g_assert_cmpint (json_object_get_int_member (message, "line"), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (message, "ref"), ==, "/data/b");
  g_assert_nonnull (strstr (answer.errors, "form.xml:3: error: The “calculate” of /data/b"));
}

static void
test_check_of_bad_files (void)
{
  g_autofree char *empty = write_file ("empty.xml", "");
  g_auto (Answer) missing = run ((const char *[]){ "form", "check", "/nonexistent.xml", NULL });
  g_auto (Answer) nothing = run ((const char *[]){ "form", "check", NULL });
  g_auto (Answer) not_xml = run ((const char *[]){ "form", "check", empty, NULL });

  g_assert_cmpint (missing.status, ==, 2);
  g_assert_cmpstr (missing.errors, !=, "");
  g_assert_cmpint (nothing.status, ==, 2);
  g_assert_cmpint (not_xml.status, ==, 1);
  g_assert_nonnull (strstr (not_xml.errors, "empty.xml"));
}

static void
test_run_answers_in_json (void)
{
  g_autofree char *form = write_form ("<bind nodeset=\"/data/b\" calculate=\"/data/a * 2\"/>");
  g_autofree char *answers =
      write_file ("answers.json", "{\"ops\":[{\"path\":\"/data/a\",\"value\":\"21\"},"
                                  "{\"op\":\"set\",\"path\":\"/data/zz\",\"value\":\"1\"},"
                                  "{\"op\":\"set\",\"path\":\"/data/b\",\"value\":\"1\"},"
                                  "{\"op\":\"add-repeat\",\"path\":\"/data/r\"},"
                                  "{\"op\":\"language\",\"value\":\"fr\"}]}");
  static const char *const rejected[] = { NULL, "no-such-node", "not-settable:model-value",
                                          "no-such-repeat", "no-such-language" };
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_auto (Answer) answer = run ((const char *[]){
      "form", "run", form, answers, "--json", "--clock", "2026-01-15T09:30:00Z", "--tz",
      "Europe/Brussels", "--seed", "1", "--property", "deviceid=x", NULL });
  JsonObject *object = parse (parser, answer.output);
  JsonArray *ops = json_object_get_array_member (object, "ops");
  JsonObject *nodes =
      json_object_get_object_member (json_object_get_object_member (object, "final"), "nodes");

  g_assert_cmpint (answer.status, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rejected); i++)
    g_assert_cmpstr (json_object_get_string_member_with_default (json_array_get_object_element (ops,
                                                                                                i),
                                                                 "rejected", NULL),
                     ==, rejected[i]);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (nodes, "/data/b"),
                                                  "value"),
                   ==, "42");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (object,
                                                                                 "submission"),
                                                  "status"),
                   ==, "ready");
}

static void
test_run_refuses_bad_scripts (void)
{
  static const char *const scripts[] = { "",
                                         "{}",
                                         "[1]",
                                         "[{\"op\":\"dance\"}]",
                                         "[{\"path\":3,\"value\":\"1\"}]",
                                         "[{\"path\":null}]",
                                         "{\"ops\":{}}" };
  g_autofree char *form = write_form ("");

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *answers = write_file ("bad.json", scripts[i]);
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_auto (Answer) answer =
          run ((const char *[]){ "form", "run", form, answers, "--json", NULL });
      JsonObject *object = parse (parser, answer.output);

      g_test_message ("%s", scripts[i]);
      g_assert_cmpint (answer.status, ==, 1);
      g_assert_false (json_object_get_boolean_member (object, "ok"));
      g_assert_cmpstr (answer.errors, !=, "");
    }
}

static void
test_run_refuses_wrong_surroundings (void)
{
  static const char *const options[][2] = { { "--clock", "yesterday" },
                                            { "--tz", "Mars/Base" },
                                            { "--property", "deviceid" },
                                            { "--nonsense", "1" } };
  g_autofree char *form = write_form ("");
  g_autofree char *answers = write_file ("none.json", "[]");

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_auto (Answer) answer = run (
          (const char *[]){ "form", "run", form, answers, options[i][0], options[i][1], NULL });

      g_assert_cmpint (answer.status, ==, 2);
      g_assert_cmpstr (answer.errors, !=, "");
    }
}

/* What a limit leaves undone is said, with the path, and nothing else suffers. */
static void
test_run_says_what_was_not_computed (void)
{
  g_autofree char *form =
      write_form ("<bind nodeset=\"/data/b\" calculate=\"regex(/data/a, '^(a+)+$')\"/>");
  g_autofree char *script = write_file (
      "answers.json",
      "[{\"path\":\"/data/a\",\"value\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\"}]");
  const char *words[] = { "form", "run", form, script, "--json", NULL };
  g_auto (Answer) answer = run (words);
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_assert_cmpint (answer.status, ==, 0);
  g_assert_true (json_object_get_boolean_member (parse (parser, answer.output), "ok"));
  g_assert_nonnull (strstr (answer.errors, "/data/b: "));
  g_assert_nonnull (strstr (answer.errors, "too much work"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cli-form/check-accepts", test_check_accepts);
  g_test_add_func ("/cli-form/check-refuses-with-line-and-place",
                   test_check_refuses_with_line_and_place);
  g_test_add_func ("/cli-form/check-of-bad-files", test_check_of_bad_files);
  g_test_add_func ("/cli-form/run-answers-in-json", test_run_answers_in_json);
  g_test_add_func ("/cli-form/run-says-what-was-not-computed", test_run_says_what_was_not_computed);
  g_test_add_func ("/cli-form/run-refuses-bad-scripts", test_run_refuses_bad_scripts);
  g_test_add_func ("/cli-form/run-refuses-wrong-surroundings", test_run_refuses_wrong_surroundings);
  return g_test_run ();
}
