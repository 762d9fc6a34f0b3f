/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-survey-words.h"

#include "rk-format.h"

#include <glib/gi18n.h>
#include <string.h>

char *
rk_survey_words_title (const RkSurveyRow *row)
{
  if (row->period == NULL || *row->period == '\0' || strstr (row->title, row->period) != NULL)
    return g_strdup (row->title);
  return g_strdup_printf ("%s %s", row->title, row->period);
}

double
rk_survey_words_share (const RkSurveyRow *row)
{
  return row->total > 0 ? (double) row->answered / row->total : 0;
}

char *
rk_survey_words_progress (const RkSurveyRow *row)
{
  if (row->answered == 0)
    return g_strdup (_ ("not begun yet"));
  /* Translators: how many questions of how many have an answer */
  return g_strdup_printf (ngettext ("%u of %u question answered", "%u of %u questions answered",
                                    row->total),
                          row->answered, row->total);
}

int
rk_survey_words_days (const RkSurveyRow *row, GDateTime *now)
{
  int days;

  if (row->deadline == NULL || !rk_days_until (row->deadline, now, &days))
    return G_MAXINT;
  return days;
}

char *
rk_survey_words_deadline (const RkSurveyRow *row, GDateTime *now)
{
  int days = rk_survey_words_days (row, now);
  g_autofree char *date = NULL;

  if (days == G_MAXINT)
    return NULL;
  date = rk_format_date (row->deadline, RK_FORMAT_SENTENCE);
  if (days < 0)
    /* Translators: a date */
    return g_strdup_printf (_ ("the deadline was %s"), date);
  if (days == 0)
    return g_strdup (_ ("today is the last day"));
  /* Translators: days that are left, then the last date */
  return g_strdup_printf (ngettext ("%d day left, until %s", "%d days left, until %s",
                                    (gulong) days),
                          days, date);
}

char *
rk_survey_words_overdue (const RkSurveyRow *row, GDateTime *now)
{
  int days = rk_survey_words_days (row, now);

  if (days >= 0)
    return NULL;
  return g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong) -days), -days);
}

char *
rk_survey_words_submitted (const RkSurveyRow *row)
{
  g_autofree char *date = rk_format_date (row->submitted_at, RK_FORMAT_SENTENCE);
  g_autoptr (GString) words = g_string_new (NULL);

  if (row->submitted_by != NULL && *row->submitted_by != '\0')
    /* Translators: a date, then the name of a person */
    g_string_printf (words, _ ("submitted on %s by %s"), date, row->submitted_by);
  else
    /* Translators: a date */
    g_string_printf (words, _ ("submitted on %s"), date);
  if (row->version > 1)
    {
      g_string_append (words, " · ");
      /* Translators: the second, third … version of a survey that was opened again */
      g_string_append_printf (words, _ ("version %u"), row->version);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

char *
rk_survey_words_exchange (const RkExchangeItem *item)
{
  g_autofree char *date = rk_format_date (item->sent_at, RK_FORMAT_SENTENCE);

  if (item->state == RK_EXCHANGE_SENT)
    /* Translators: the name of a server, then a date */
    return g_strdup_printf (_ ("sent to %s on %s"), item->server_name, date);
  if (item->state == RK_EXCHANGE_REFUSED && item->message != NULL)
    /* Translators: why a server did not take it: its own words, or a sentence */
    return g_strdup_printf (_ ("refused: %s"), item->message);
  if (item->state == RK_EXCHANGE_REFUSED)
    /* Translators: the name of a server */
    return g_strdup_printf (_ ("refused by %s"), item->server_name);
  if (item->attempts == 0)
    /* Translators: the name of a server */
    return g_strdup_printf (_ ("on its way to %s"), item->server_name);
  /* Translators: the name of a server */
  return g_strdup_printf (_ ("waits for a connection with %s"), item->server_name);
}

static int
compare_urgency (gconstpointer a, gconstpointer b, gpointer now)
{
  const RkSurveyRow *first = *(RkSurveyRow *const *) a;
  const RkSurveyRow *second = *(RkSurveyRow *const *) b;
  int days = rk_survey_words_days (first, now);
  int other = rk_survey_words_days (second, now);

  return days < other ? -1 : days > other;
}

GPtrArray *
rk_survey_words_list_open (GPtrArray *rows, GDateTime *now)
{
  GPtrArray *open = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      RkSurveyRow *row = g_ptr_array_index (rows, i);
      if (g_strcmp0 (row->status, "submitted") != 0)
        g_ptr_array_add (open, row);
    }
  g_ptr_array_sort_with_data (open, compare_urgency, now);
  return open;
}

char *
rk_survey_words_period (GPtrArray *rows, const char *form_id, GDateTime *now)
{
  g_autoptr (GDateTime) clock = now != NULL ? g_date_time_ref (now) : g_date_time_new_now_local ();
  int year = g_date_time_get_year (clock);
  g_autofree char *this_year = g_strdup_printf ("%d", year);

  for (guint i = 0; i < rows->len; i++)
    {
      const RkSurveyRow *row = g_ptr_array_index (rows, i);
      if (g_ascii_strcasecmp (row->form_id, form_id) == 0 &&
          g_strcmp0 (row->period, this_year) == 0)
        return g_strdup_printf ("%d", year + 1);
    }
  return g_steal_pointer (&this_year);
}

gboolean
rk_survey_words_is_open (GPtrArray *rows, const char *form_id)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const RkSurveyRow *row = g_ptr_array_index (rows, i);
      if (g_ascii_strcasecmp (row->form_id, form_id) == 0 &&
          g_strcmp0 (row->status, "submitted") != 0)
        return TRUE;
    }
  return FALSE;
}
