/* SPDX-License-Identifier: EUPL-1.2 */
/* What was acknowledged survives kill -9: this program starts itself as a typist, kills it in the
 * middle of a word, and reads what is left. */
#include "survey-fixture.h"

#include "rk-response-file.h"
#include "rk-workspace.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SENTENCE "Een zin die nooit af is. "

/* Types a character at a time, and says after each how much is on disk; enters a number between. */
static int
type_for_ever (const char *path, const char *id)
{
  g_autoptr (RkStore) store = open_store (path);
  g_autoptr (RkResponse) response = open_response (store, id);
  RkFormNode *note = node_at (response, "/tuin/planten/tuin_nota");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint n = 1; n < 100000; n++)
    {
      g_string_append_c (text, SENTENCE[n % strlen (SENTENCE)]);
      if (!rk_response_draft (response, note, text->str, NULL))
        return EXIT_FAILURE;
      if (n % 10 == 0)
        {
          g_autofree char *number = g_strdup_printf ("%u", n);

          enter_at (response, "/tuin/grond/tuin_opp", number);
        }
      printf ("%u\n", n);
      fflush (stdout);
    }
  return EXIT_SUCCESS;
}

/* Attaches a picture after a picture, and says after each which one. */
static int
attach_for_ever (const char *path, const char *id)
{
  g_autoptr (RkStore) store = open_store (path);
  g_autoptr (RkResponse) response = open_response (store, id);
  RkFormNode *photo = node_at (response, "/schade/foto");

  for (guint n = 1; n < 100000; n++)
    {
      g_autofree char *text = g_strdup_printf ("\x89PNG\r\n\x1a\n%060000u", n);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

      if (!rk_response_attach_bytes (response, photo, bytes, "foto.png", NULL))
        return EXIT_FAILURE;
      printf ("%u\n", n);
      fflush (stdout);
    }
  return EXIT_SUCCESS;
}

/* Reads acknowledgements until there are @wanted, kills, reads what still came. */
static guint
read_and_kill (GSubprocess *typist, guint wanted)
{
  GInputStream *pipe = g_subprocess_get_stdout_pipe (typist);
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (pipe);
  guint last = 0;
  gboolean killed = FALSE;
  char *line;

  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    {
      last = (guint) g_ascii_strtoull (line, NULL, 10);
      g_free (line);
      if (!killed && last >= wanted)
        g_subprocess_send_signal (typist, SIGKILL);
      killed |= last >= wanted;
    }
  return last;
}

/* This program again, in the part of @role. */
static GSubprocess *
begin (Fixture *f, const char *role)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GError) error = NULL;
  GSubprocess *other;

  g_clear_object (&f->response);
  other = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, role, f->path, f->id,
                            NULL);
  g_assert_no_error (error);
  return other;
}

static void
assert_sound (Fixture *f)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (rk_workspace_check (f->path, survey_test_kinds, problems, NULL));
  g_assert_cmpstr (problems->len > 0 ? problems->pdata[0] : NULL, ==, NULL);
}

static void
test_what_was_attached_survives (Fixture *f, gconstpointer data)
{
  for (guint round = 0; round < 3; round++)
    {
      g_autoptr (GSubprocess) other = begin (f, "--attach");
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *text = NULL;
      guint last = read_and_kill (other, 5 + 4 * round);

      g_subprocess_wait (other, NULL, NULL);
      g_assert_true (g_subprocess_get_if_signaled (other));
      restart (f);
      assert_sound (f);
      g_assert_cmpstr (value_at (f->response, "/schade/foto"), ==, "foto.png");
      bytes = rk_response_dup_file (f->response, node_at (f->response, "/schade/foto"), NULL);
      text = g_strndup ((const char *) g_bytes_get_data (bytes, NULL) + 8, 60000);
      g_assert_cmpuint (g_ascii_strtoull (text, NULL, 10), >=, last);
    }
}

static void
test_what_was_typed_survives (Fixture *f, gconstpointer data)
{
  for (guint round = 0; round < 3; round++)
    {
      g_autoptr (GSubprocess) typist = begin (f, "--type");
      g_autofree char *text = NULL;
      guint last, number;

      last = read_and_kill (typist, 25 + 13 * round);
      g_subprocess_wait (typist, NULL, NULL);
      g_assert_true (g_subprocess_get_if_signaled (typist));
      restart (f);
      text = rk_response_dup_text (f->response, node_at (f->response, "/tuin/planten/tuin_nota"));
      g_assert_cmpuint (strlen (text), >=, last);
      for (guint n = 0; text[n] != '\0'; n++)
        g_assert_cmpint (text[n], ==, SENTENCE[(n + 1) % strlen (SENTENCE)]);
      number = (guint) g_ascii_strtoull (value_at (f->response, "/tuin/grond/tuin_opp"), NULL, 10);
      g_assert_cmpuint (number, >=, last / 10 * 10);
    }
}

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--type"))
    return type_for_ever (argv[2], argv[3]);
  if (argc == 4 && g_str_equal (argv[1], "--attach"))
    return attach_for_ever (argv[2], argv[3]);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/kill/what-was-typed-survives", Fixture, NULL, set_up, test_what_was_typed_survives,
              tear_down);
  g_test_add ("/kill/what-was-attached-survives", Fixture, "files.xml", set_up,
              test_what_was_attached_survives, tear_down);
  return g_test_run ();
}
