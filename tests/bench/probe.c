/* SPDX-License-Identifier: EUPL-1.2 */
/* Measures the first frame of any GTK 4 program: preloaded, it waits for the first window that is
 * presented, and after its first painted frame writes the time since the program was started and
 * the peak memory, and ends the program.
 *
 * RK_PROBE_START: monotonic time of the start in microseconds; RK_PROBE_FILE: where to write. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void gtk_window_present (GtkWindow *window);

static long
read_peak_kib (void)
{
  FILE *status = fopen ("/proc/self/status", "r");
  char line[256];
  long kib = 0;

  while (status != NULL && fgets (line, sizeof line, status) != NULL)
    if (sscanf (line, "VmHWM: %ld kB", &kib) == 1)
      break;
  if (status != NULL)
    fclose (status);
  return kib;
}

static void
after_paint_cb (GdkFrameClock *clock, gpointer data)
{
  gint64 start = g_ascii_strtoll (g_getenv ("RK_PROBE_START"), NULL, 10);
  FILE *out = fopen (g_getenv ("RK_PROBE_FILE"), "w");

  if (out == NULL)
    _exit (1);
  fprintf (out, "%.1f %ld\n", (g_get_monotonic_time () - start) / 1000.0, read_peak_kib ());
  fclose (out);
  _exit (0);
}

void
gtk_window_present (GtkWindow *window)
{
  static gboolean watching;
  void (*present) (GtkWindow *) = (void (*) (GtkWindow *)) dlsym (RTLD_NEXT, "gtk_window_present");

  present (window);
  if (watching || g_getenv ("RK_PROBE_FILE") == NULL)
    return;
  watching = TRUE;
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                    G_CALLBACK (after_paint_cb), NULL);
}
