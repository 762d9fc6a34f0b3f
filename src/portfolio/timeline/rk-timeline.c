/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-timeline.h"

#include "rk-format.h"

#include <glib/gi18n-lib.h>

struct _RkTimeline
{
  RkLandscape *landscape;
  GArray *rows; /* RkTimelineRow */
  guint n_hidden;
};

static void
clear_row (gpointer data)
{
  g_free (((RkTimelineRow *) data)->tail);
}

/* --- rows ------------------------------------------------------------------------------------ */

/* Without a date of its own a contract begins with what it is for. */
static const char *
find_start (const RkLandContract *contract)
{
  const char *first = contract->start_date;

  for (guint i = 0; contract->start_date == NULL && i < contract->applications->len; i++)
    {
      const RkLandApplication *application = g_ptr_array_index (contract->applications, i);

      if (application->start_date != NULL &&
          (first == NULL || strcmp (application->start_date, first) < 0))
        first = application->start_date;
    }
  return first;
}

static const char *
find_domain (const RkLandContract *contract)
{
  const RkLandApplication *first =
      contract->applications->len > 0 ? g_ptr_array_index (contract->applications, 0) : NULL;

  return first != NULL && first->domain != NULL ? first->domain : _ ("No domain");
}

static const char *
find_group (const RkTimelineRow *row, RkTimelineOrder order)
{
  const RkLandContract *contract = row->contract;

  if (row->end == NULL)
    return _ ("End unknown");
  if (contract->term.ended)
    return _ ("Ended");
  switch (order)
    {
    case RK_TIMELINE_BY_SUPPLIER:
      return contract->supplier != NULL ? contract->supplier->name : _ ("No supplier");
    case RK_TIMELINE_BY_DOMAIN: return find_domain (contract);
    case RK_TIMELINE_BY_NOTICE:
    default: return "";
    }
}

static RkTimelineRow
make_row (const RkLandContract *contract, RkTimelineOrder order)
{
  RkTimelineRow row = { .contract = contract,
                        .start = find_start (contract),
                        .notice = contract->term.notice,
                        .end = contract->term.end };

  if (row.end != NULL && contract->tacit == 1 && contract->renewal_months > 0)
    row.tail = rk_date_add_months (row.end, contract->renewal_months);
  row.group = find_group (&row, order);
  return row;
}

/* Whether what one can still do about it lies before @until. */
static gboolean
is_near (const RkTimelineRow *row, const char *until)
{
  return until == NULL || row->end == NULL || strcmp (row->end, until) <= 0 ||
         (row->notice != NULL && strcmp (row->notice, until) <= 0);
}

/* --- order ----------------------------------------------------------------------------------- */

/* Unknown first, ended last. */
static int
get_rank (const RkTimelineRow *row)
{
  return row->end == NULL ? 0 : row->contract->term.ended ? 2 : 1;
}

/* What one has to do first: give notice, else find a successor. */
static const char *
get_moment (const RkTimelineRow *row)
{
  return row->notice != NULL ? row->notice : row->end;
}

static int
compare_folded (const char *a, const char *b)
{
  g_autofree char *x = g_utf8_casefold (a, -1);
  g_autofree char *y = g_utf8_casefold (b, -1);

  return strcmp (x, y);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const RkTimelineRow *x = a, *y = b;
  int order = get_rank (x) - get_rank (y);

  if (order == 0)
    order = compare_folded (x->group, y->group);
  if (order == 0)
    order = g_strcmp0 (get_moment (x), get_moment (y));
  if (order == 0)
    order = compare_folded (x->contract->name, y->contract->name);
  return order != 0 ? order : strcmp (x->contract->id, y->contract->id);
}

/* --- timeline -------------------------------------------------------------------------------- */

RkTimeline *
rk_timeline_new (RkLandscape *landscape, RkTimelineOrder order, const char *until)
{
  RkTimeline *self = g_new0 (RkTimeline, 1);

  self->landscape = rk_landscape_ref (landscape);
  self->rows = g_array_new (FALSE, FALSE, sizeof (RkTimelineRow));
  g_array_set_clear_func (self->rows, clear_row);
  for (guint i = 0; i < landscape->contracts->len; i++)
    {
      RkTimelineRow row = make_row (g_ptr_array_index (landscape->contracts, i), order);

      if (is_near (&row, until))
        g_array_append_val (self->rows, row);
      else
        {
          self->n_hidden++;
          clear_row (&row);
        }
    }
  g_array_sort (self->rows, compare_rows);
  return self;
}

void
rk_timeline_free (RkTimeline *self)
{
  g_array_unref (self->rows);
  rk_landscape_unref (self->landscape);
  g_free (self);
}

guint
rk_timeline_get_n_rows (RkTimeline *self)
{
  return self->rows->len;
}

const RkTimelineRow *
rk_timeline_get_row (RkTimeline *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);
  return &g_array_index (self->rows, RkTimelineRow, row);
}

const char *
rk_timeline_get_today (RkTimeline *self)
{
  return self->landscape->date;
}

guint
rk_timeline_get_n_hidden (RkTimeline *self)
{
  return self->n_hidden;
}

int
rk_timeline_find (RkTimeline *self, const char *contract)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (rk_timeline_get_row (self, i)->contract->id, contract))
      return (int) i;
  return -1;
}

/* --- words ----------------------------------------------------------------------------------- */

const char *
rk_timeline_row_get_mark (const RkTimelineRow *row, RkTimelineMark mark)
{
  switch (mark)
    {
    case RK_TIMELINE_START: return row->start;
    case RK_TIMELINE_NOTICE: return row->notice;
    case RK_TIMELINE_END: return row->end;
    case RK_TIMELINE_TAIL: return row->tail;
    default: g_return_val_if_reached (NULL);
    }
}

char *
rk_timeline_row_dup_mark_words (const RkTimelineRow *row, RkTimelineMark mark)
{
  static const char *const words[] = {
    [RK_TIMELINE_START] = N_ ("from %s"),
    [RK_TIMELINE_NOTICE] = N_ ("notice until %s"),
    [RK_TIMELINE_END] = N_ ("until %s"),
    [RK_TIMELINE_TAIL] = N_ ("without notice renewed until %s"),
  };
  const char *date = rk_timeline_row_get_mark (row, mark);
  g_autofree char *text = rk_format_date (date, RK_FORMAT_SENTENCE);

  if (date == NULL)
    return g_strdup (_ ("end unknown"));
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_ (words[mark]), text);
#pragma GCC diagnostic pop
}

static void
append (GString *text, const char *part)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
}

char *
rk_timeline_row_dup_words (const RkTimelineRow *row)
{
  GString *text = g_string_new (row->contract->name);
  g_autofree char *end = rk_timeline_row_dup_mark_words (row, RK_TIMELINE_END);
  g_autofree char *notice =
      row->notice != NULL ? rk_timeline_row_dup_mark_words (row, RK_TIMELINE_NOTICE) : NULL;

  if (row->contract->supplier != NULL)
    append (text, row->contract->supplier->name);
  append (text, end);
  if (notice != NULL)
    append (text, notice);
  if (row->contract->term.ended)
    append (text, _ ("ended"));
  else if (row->contract->tacit == 1)
    append (text, _ ("tacitly renewed"));
  return g_string_free (text, FALSE);
}

char *
rk_timeline_row_dup_renewed (const RkTimelineRow *row)
{
  g_autofree char *date = NULL;

  if (row->contract->term.renewals == 0)
    return NULL;
  if (row->end == NULL)
    return g_strdup (_ ("tacitly renewed, end unknown"));
  date = rk_format_date (row->end, RK_FORMAT_TABLE);
  return g_strdup_printf (_ ("renewed until %s"), date);
}
