/* SPDX-License-Identifier: EUPL-1.2 */
/* The test server as a program, for tests that are not in C: prints its address, then does what the
 * lines on its input say and answers each with a line. It ends with its input. */
#include "openrosa-server.h"

#include <stdio.h>
#include <string.h>

static const char *const fault_names[] = { "none", "500",    "drop",  "slow",     "md5",
                                           "413",  "400",    "409",   "portal",   "elsewhere",
                                           "here", "circle", "huge",  "entities", "outside",
                                           "many", "busy",   "limit", "storage",  NULL };

static void
say_bytes (GBytes *bytes)
{
  g_autofree char *text = NULL;
  gsize size;
  gconstpointer data;

  if (bytes == NULL)
    {
      puts ("-");
      return;
    }
  data = g_bytes_get_data (bytes, &size);
  text = g_base64_encode (data, size);
  puts (text);
  g_bytes_unref (bytes);
}

static void
set_fault (TestServer *server, const char *name, const char *path, const char *times)
{
  for (guint i = 0; fault_names[i] != NULL; i++)
    if (g_str_equal (fault_names[i], name))
      test_server_set_fault (server, (TestFault) i, path,
                             (guint) g_ascii_strtoull (times, NULL, 10));
  puts ("ok");
}

static void
obey (TestServer *server, char **words)
{
  guint n = g_strv_length (words);

  if (n == 4 && g_str_equal (words[0], "fault"))
    set_fault (server, words[1], words[2], words[3]);
  else if (n == 2 && g_str_equal (words[0], "version"))
    {
      test_server_set_version (server, words[1]);
      puts ("ok");
    }
  else if (n == 2 && g_str_equal (words[0], "line"))
    {
      test_server_set_line (server, words[1]);
      puts ("ok");
    }
  else if (n == 3 && g_str_equal (words[0], "count"))
    printf ("%u\n", test_server_count (server, words[1], words[2]));
  else if (n == 1 && g_str_equal (words[0], "submissions"))
    printf ("%u\n", test_server_count_submissions (server));
  else if (n == 1 && g_str_equal (words[0], "xml"))
    say_bytes (test_server_dup_xml (server));
  else if (n == 2 && g_str_equal (words[0], "file"))
    say_bytes (test_server_dup_file (server, words[1]));
  else
    puts ("?");
}

int
main (int argc, char **argv)
{
  g_autoptr (TestServer) server = NULL;
  TestServerFlags flags = TEST_SERVER_OPEN;
  char line[1000];

  for (int i = 1; i < argc; i++)
    flags |= g_str_equal (argv[i], "--digest")  ? TEST_SERVER_DIGEST
             : g_str_equal (argv[i], "--basic") ? TEST_SERVER_BASIC
                                                : TEST_SERVER_OPEN;
  server = test_server_new (flags);
  printf ("%s\n", test_server_get_url (server));
  fflush (stdout);
  while (fgets (line, sizeof line, stdin) != NULL)
    {
      g_auto (GStrv) words = g_strsplit (g_strchomp (line), " ", -1);

      obey (server, words);
      fflush (stdout);
    }
  return 0;
}
