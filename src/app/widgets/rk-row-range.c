/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-row-range.h"

#include "rk-format.h"

#include <glib/gi18n.h>

static void
find_range (GtkScrolledWindow *scroller, guint n, guint *first, guint *last)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  double upper = gtk_adjustment_get_upper (adjustment);
  double row = n > 0 ? upper / n : 0;
  double top = gtk_adjustment_get_value (adjustment);
  double bottom = top + gtk_adjustment_get_page_size (adjustment);

  *first = row > 0 ? (guint) (top / row + 0.5) + 1 : 1;
  *last = row > 0 ? (guint) (bottom / row + 0.5) : n;
  *first = CLAMP (*first, 1, MAX (n, 1));
  *last = CLAMP (*last, MIN (*first, n), n);
}

char *
rk_row_range_dup_count (guint n, const char *one, const char *many)
{
  g_autofree char *count = rk_format_number (n, 0);
  g_autofree char *what = g_utf8_strdown (n == 1 ? one : many, -1);

  /* Translators: a number, and what is counted: "25 suppliers" */
  return g_strdup_printf (_ ("%s %s"), count, what);
}

char *
rk_row_range_dup (GtkScrolledWindow *scroller, guint n, const char *one, const char *many)
{
  g_autofree char *all = rk_row_range_dup_count (n, one, many), *from = NULL, *to = NULL;
  guint first, last;

  if (n < 2)
    return g_steal_pointer (&all);
  find_range (scroller, n, &first, &last);
  from = rk_format_number (first, 0);
  to = rk_format_number (last, 0);
  /* Translators: the rows that one sees: "1 to 15 of 25 suppliers" */
  return g_strdup_printf (_ ("%s to %s of %s"), from, to, all);
}

void
rk_row_range_watch (GtkScrolledWindow *scroller, GCallback changed, gpointer data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);

  g_signal_connect_object (adjustment, "value-changed", changed, data, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", changed, data, G_CONNECT_SWAPPED);
}
