/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-error.h"
#include "rk-json.h"

#include <string.h>

static void
test_reads_what_is_json (void)
{
  const char *text = "{\"a\":[1,\"[[[\\\"]\"]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = rk_json_parse (text, strlen (text), &error);

  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
}

static void
test_refuses_deep_nesting (void)
{
  const char openings[] = { '[', '{' };

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      g_autofree char *text = g_strnfill (3000000, openings[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (rk_json_parse (text, strlen (text), &error));
      g_assert_error (error, RK_ERROR, RK_ERROR_INVALID);
    }
}

/* In a comment a quote does not open a string: what follows it would go unseen. */
static void
test_refuses_nesting_behind_a_comment (void)
{
  static const char *const starts[] = { "/* \" */", "// \"\n", "'\"'" };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autofree char *brackets = g_strnfill (3000000, '[');
      g_autofree char *text = g_strconcat (starts[i], brackets, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (rk_json_parse (text, strlen (text), &error));
      g_assert_error (error, RK_ERROR, RK_ERROR_INVALID);
    }
}

static void
test_refuses_what_is_none (void)
{
  static const char *const texts[] = { "", " ", "[", "nope", "{\"a\":}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (rk_json_parse (texts[i], strlen (texts[i]), &error));
      g_assert_nonnull (error);
    }
}

static void
test_missing_file_is_a_file_error (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rk_json_parse_file ("/nonexistent.json", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
test_writes_numbers_as_people_do (void)
{
  const char *source = "{\"index\":57.4,\"third\":0.3333333333333333,\"tiny\":-1.5e-9,\"whole\":12,"
                       "\"text\":\"57.399999999999999 \\\"1.10\"}";
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = rk_json_parse (source, strlen (source), &error);
  g_autoptr (JsonNode) again = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = rk_json_to_text (node);
  g_assert_nonnull (strstr (text, ": 57.4,"));
  g_assert_nonnull (strstr (text, ": 0.3333333333333333,"));
  g_assert_nonnull (strstr (text, ": -1.5e-09,"));
  g_assert_nonnull (strstr (text, ": 12,"));
  g_assert_nonnull (strstr (text, "\"57.399999999999999 \\\"1.10\""));
  again = rk_json_parse (text, strlen (text), &error);
  g_assert_true (json_node_equal (node, again));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/json/reads-what-is-json", test_reads_what_is_json);
  g_test_add_func ("/json/refuses-deep-nesting", test_refuses_deep_nesting);
  g_test_add_func ("/json/refuses-nesting-behind-a-comment", test_refuses_nesting_behind_a_comment);
  g_test_add_func ("/json/refuses-what-is-none", test_refuses_what_is_none);
  g_test_add_func ("/json/missing-file-is-a-file-error", test_missing_file_is_a_file_error);
  g_test_add_func ("/json/writes-numbers-as-people-do", test_writes_numbers_as_people_do);
  return g_test_run ();
}
