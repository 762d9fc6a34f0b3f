/* SPDX-License-Identifier: EUPL-1.2 */
/* The window notes where somebody is in a form that asks for a log of that. */
#include "runner-fixture.h"

#include "rk-audit.h"

#include <string.h>

/* The events of the log in order, with their node: "form start, question /data/naam". */
static char *
dup_events (Runner *f)
{
  g_autofree char *csv = rk_response_dup_audit (f->response);
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
  GString *events = g_string_new (NULL);

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", 3);

      g_string_append_printf (events, "%s%s%s%s", events->len > 0 ? ", " : "", cells[0],
                              *cells[1] != '\0' ? " " : "", cells[1]);
    }
  return g_string_free (events, FALSE);
}

static void
test_the_log_follows_the_focus (Runner *f, gconstpointer data)
{
  g_autofree char *events = NULL, *later = NULL;

  rk_runner_page_show_question (f->page, "naam");
  runner_spin (200);
  rk_runner_page_show_question (f->page, "b");
  runner_spin (200);
  rk_runner_page_show_review (f->page);
  runner_spin (100);
  runner_hide (f);
  events = dup_events (f);
  if (!g_str_has_prefix (events, "form start, question /data/naam") ||
      strstr (events, "question /data/deel/b") == NULL ||
      !g_str_has_suffix (events, "end screen, form save, form exit"))
    g_error ("The log tells “%s”", events);
  runner_restart (f);
  later = dup_events (f);
  g_assert_nonnull (strstr (later, "form exit, form resume"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add ("/runner-audit/the-log-follows-the-focus", Runner, "survey/fixtures/audit.xml",
              runner_set_up, test_the_log_follows_the_focus, runner_tear_down);
  return g_test_run ();
}
