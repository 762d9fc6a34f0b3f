/* SPDX-License-Identifier: EUPL-1.2 */
/* What other processes, a sudden end and a full disk do to a workspace: nothing. */
#include "test-kinds.h"

#include "rk-workspace.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define CHANGES 300

typedef struct
{
  char *path;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->path = test_path ();
  g_object_unref (test_open (f->path));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_free (f->path);
}

static void
assert_clean (const char *path)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  rk_workspace_check (path, test_kinds, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (problems->len > 0 ? problems->pdata[0] : NULL, ==, NULL);
}

static void
wait_for (pid_t child)
{
  int status;

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

/* --- two writers ----------------------------------------------------------------------------- */

static void
write_many (RkStore *store, const char *name)
{
  for (guint i = 0; i < CHANGES; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s%u", name, i);

      test_set (store, "plant", id, "name", id);
      test_set (store, "garden", "shared", "name", id);
    }
}

static void
count_cb (RkStore *store, const char *kind, const char *id, GHashTable *seen)
{
  g_hash_table_add (seen, g_strdup (id));
}

static gboolean
saw_all (GHashTable *seen, const char *name)
{
  for (guint i = 0; i < CHANGES; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s%u", name, i);

      if (!g_hash_table_contains (seen, id))
        return FALSE;
    }
  return TRUE;
}

static gboolean
stop_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
test_two_processes_lose_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (RkStore) store = NULL;
  g_autofree char *shared = NULL;
  gboolean late = FALSE;
  guint timeout;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      store = test_open (f->path);
      write_many (store, "child");
      g_clear_object (&store);
      _exit (0);
    }
  store = test_open (f->path);
  g_signal_connect (store, "changed", G_CALLBACK (count_cb), seen);
  write_many (store, "parent");
  wait_for (child);
  timeout = g_timeout_add (2500, stop_cb,
                           &late); /* told within a second, with some air for a slow machine */
  while (!late && !saw_all (seen, "child"))
    {
      if (g_hash_table_contains (seen, ""))
        break;
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_false (late);
  g_source_remove (timeout);
  g_assert_cmpint (rk_store_count (store, "plant", NULL, NULL, NULL), ==, 2 * CHANGES);
  shared = test_value (store, "garden", "shared", "name");
  g_assert_true (g_str_has_suffix (shared, "299"));
  g_clear_object (&store);
  assert_clean (f->path);
}

/* A long read does not hold up a writer, and sees one moment. */
static void
test_readers_do_not_block_writers (Fixture *f, gconstpointer data)
{
  g_autoptr (RkStore) store = test_open (f->path);
  int ready[2];
  int written[2];
  char byte = 0;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  g_assert_cmpint (pipe (written), ==, 0);
  g_clear_object (&store);
  child = fork ();
  if (child == 0)
    {
      gint64 start;

      g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
      store = test_open (f->path);
      start = g_get_monotonic_time ();
      test_set (store, "garden", "g1", "name", "written meanwhile");
      g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
      g_clear_object (&store);
      g_assert_cmpint (write (written[1], "x", 1), ==, 1);
      _exit (0);
    }
  store = test_open (f->path);
  {
    g_autofree char *target = g_strconcat (f->path, ".copy", NULL);
    g_autofree char *backup = NULL;

    g_assert_cmpint (write (ready[1], "x", 1), ==, 1);
    backup = rk_workspace_backup (store, target, NULL);
    g_assert_nonnull (backup);
    g_assert_cmpint (read (written[0], &byte, 1), ==, 1);
  }
  test_assert_value (store, "garden", "g1", "name", "written meanwhile");
  wait_for (child);
}

/* Runs this program again as another program that writes and closes: --write PATH ID. */
static void
write_from_outside (const char *path, const char *id)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  const char *argv[] = { self, "--write", path, id, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

/* A second look at the file from this process must not drop the locks of the first: another program
 * would remove the log under our hands when it closes. */
static void
test_second_look_keeps_the_locks (Fixture *f, gconstpointer data)
{
  g_autoptr (RkStore) store = test_open (f->path);

  test_set (store, "garden", "g1", "name", "ours");
  assert_clean (f->path);
  write_from_outside (f->path, "g2");
  test_set (store, "garden", "g3", "name", "ours again");
  write_from_outside (f->path, "g4");
  test_assert_value (store, "garden", "g2", "name", "outside");
  test_assert_value (store, "garden", "g4", "name", "outside");
  g_clear_object (&store);
  store = test_open (f->path);
  test_assert_value (store, "garden", "g3", "name", "ours again");
  g_assert_cmpint (rk_store_count (store, "garden", NULL, NULL, NULL), ==, 4);
}

static gpointer
open_thread (gpointer path)
{
  return test_open (path);
}

/* The main loop does not look through a connection of another thread. */
static void
test_other_threads_look_for_themselves (Fixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (RkStore) store = NULL;
  gboolean late = FALSE;

  g_assert_true (g_main_context_acquire (NULL)); /* as a running main loop does */
  store = g_thread_join (g_thread_new ("open", open_thread, f->path));
  g_signal_connect (store, "changed", G_CALLBACK (count_cb), seen);
  write_from_outside (f->path, "g2");
  g_timeout_add (2200, stop_cb, &late);
  while (!late)
    g_main_context_iteration (NULL, TRUE);
  g_main_context_release (NULL);
  g_assert_cmpuint (g_hash_table_size (seen), ==, 0);
}

/* --- kill -9 --------------------------------------------------------------------------------- */

/* Reports each draft and change only after it was acknowledged. */
static void
write_until_killed (const char *path, guint round, int report)
{
  g_autoptr (RkStore) store = test_open (path);

  for (guint i = 0;; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u-%u", round, i);
      g_autofree char *line = g_strdup_printf ("%s\n", id);

      g_assert_true (rk_store_set_draft (store, "killed", id, id, NULL));
      test_set (store, "plant", id, "name", id);
      if (i % 7 == 3)
        g_assert_true (rk_store_undo (store, NULL, NULL) && rk_store_redo (store, NULL, NULL));
      if (write (report, line, strlen (line)) != (ssize_t) strlen (line))
        _exit (1);
    }
}

static void
collect_lines (FILE *stream, GPtrArray *lines, guint enough)
{
  char line[64];

  while (enough-- > 0 && fgets (line, sizeof line, stream) != NULL)
    g_ptr_array_add (lines, g_strndup (line, strcspn (line, "\n")));
}

static void
kill_one_round (const char *path, guint round, GPtrArray *acknowledged)
{
  g_autoptr (GRand) random = g_rand_new ();
  int fds[2];
  FILE *stream;
  pid_t child;
  int status;

  g_assert_cmpint (pipe (fds), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (fds[0]);
      write_until_killed (path, round, fds[1]);
    }
  close (fds[1]);
  stream = fdopen (fds[0], "r");
  collect_lines (stream, acknowledged, 20 + round * 10);
  g_usleep ((gulong) g_rand_int_range (random, 0, 5000));
  kill (child, SIGKILL);
  collect_lines (stream, acknowledged, G_MAXUINT);
  fclose (stream);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
}

static void
test_kill_loses_nothing_acknowledged (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) acknowledged = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) drafts = NULL;
  g_autoptr (RkStore) store = NULL;

  for (guint round = 0; round < 6; round++)
    {
      kill_one_round (f->path, round, acknowledged);
      assert_clean (f->path);
    }
  store = test_open (f->path);
  drafts = rk_store_get_drafts (store, "killed", NULL);
  g_assert_cmpuint (acknowledged->len, >, 200);
  for (guint i = 0; i < acknowledged->len; i++)
    {
      const char *id = acknowledged->pdata[i];

      test_assert_value (store, "plant", id, "name", id);
      g_assert_cmpstr (g_hash_table_lookup (drafts, id), ==, id);
    }
}

static void
copy_file (const char *from, const char *to, const char *suffix)
{
  g_autofree char *source = g_strconcat (from, suffix, NULL);
  g_autofree char *target = g_strconcat (to, suffix, NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (source, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (target, bytes, (gssize) length, NULL));
}

/* The first page of @from over that of @to, and nothing else: what a kill leaves that comes right
 * after the first write of a checkpoint. */
static void
move_first_page (const char *from, const char *to)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;
  FILE *file = fopen (to, "r+");

  g_assert_nonnull (file);
  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  g_assert_cmpuint (fwrite (bytes, 1, 4096, file), ==, 4096);
  g_assert_cmpint (fseek (file, 0, SEEK_END), ==, 0);
  g_assert_cmpint (ftell (file), <, (long) length); /* shorter than its header says now */
  fclose (file);
}

static void
test_kill_while_moving_the_log (Fixture *f, gconstpointer data)
{
  const guint few = 40; /* all of it is still in the log */
  g_autofree char *copy = g_strconcat (f->path, ".killed", NULL);
  g_autofree char *text = g_strnfill (3000, 'z');
  RkStore *store = test_open (f->path);

  for (guint i = 0; i < few; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      test_set (store, "plant", id, "name", id);
      test_set (store, "plant", id, "remark", text);
    }
  copy_file (f->path, copy, "");
  copy_file (f->path, copy, "-wal");
  g_object_unref (store); /* moves the log into the file */
  move_first_page (f->path, copy);
  assert_clean (copy);
  store = test_open (copy);
  g_assert_cmpint (rk_store_count (store, "plant", NULL, NULL, NULL), ==, few);
  g_object_unref (store);
}

/* --- a full disk ----------------------------------------------------------------------------- */

static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* Number of changes until the disk is full; also drafts say so then. */
static guint
fill_disk (RkStore *store)
{
  g_autofree char *text = g_strnfill (3000, 'x');

  for (guint i = 0;; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      g_autoptr (RkChange) change = rk_change_new (store, "Fill");
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (i, <, 5000);
      rk_change_set (change, "plant", id, "name", id, "remark", text, NULL);
      if (rk_change_apply (change, &error))
        continue;
      g_assert_error (error, RK_ERROR, RK_ERROR_FULL);
      g_assert_nonnull (strstr (error->message, "The disk is full"));
      return i;
    }
}

static void
test_full_disk_loses_nothing (Fixture *f, gconstpointer data)
{
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_autoptr (RkStore) store = test_open (f->path);
      g_autofree char *last = NULL;
      g_autofree char *text = g_strnfill (30000, 'y');
      g_autoptr (GError) error = NULL;
      guint written;

      signal (SIGXFSZ, SIG_IGN);
      limit_files (600 * 1024);
      written = fill_disk (store);
      g_assert_cmpuint (written, >, 5);
      g_assert_false (rk_store_set_draft (store, "a", "b", text, &error));
      g_assert_error (error, RK_ERROR, RK_ERROR_FULL);
      last = g_strdup_printf ("p%u", written - 1);
      test_assert_value (store, "plant", last, "name", last);
      g_assert_cmpint (rk_store_count (store, "plant", NULL, NULL, NULL), ==, written);
      limit_files (RLIM_INFINITY);
      test_set (store, "plant", "after", "name", "room again");
      g_assert_true (rk_store_set_draft (store, "a", "b", text, NULL));
      g_clear_object (&store);
      assert_clean (f->path);
      store = test_open (f->path);
      g_assert_cmpint (rk_store_count (store, "plant", NULL, NULL, NULL), ==, written + 1);
      g_clear_object (&store);
      _exit (0);
    }
  wait_for (child);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/processes/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--write"))
    {
      g_autoptr (RkStore) store = test_open (argv[2]);

      test_set (store, "garden", argv[3], "name", "outside");
      return 0;
    }
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("two-lose-nothing", test_two_processes_lose_nothing);
  ADD ("readers-do-not-block-writers", test_readers_do_not_block_writers);
  ADD ("second-look-keeps-the-locks", test_second_look_keeps_the_locks);
  ADD ("other-threads-look-for-themselves", test_other_threads_look_for_themselves);
  ADD ("kill-loses-nothing-acknowledged", test_kill_loses_nothing_acknowledged);
  ADD ("kill-while-moving-the-log", test_kill_while_moving_the_log);
  ADD ("full-disk-loses-nothing", test_full_disk_loses_nothing);
  return g_test_run ();
}
