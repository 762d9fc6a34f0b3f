/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-comparison.h"

#include "rk-survey-list.h"

#include <glib/gi18n.h>
#include <math.h>

struct _RkComparison
{
  GObject parent_instance;
  RkResponse *response;
  RkResults *own;
  char *period;
  GPtrArray *earlier; /* of RkSurveyRow */
  GPtrArray *results; /* of RkResults, NULL: not compared; as long as earlier */
  GPtrArray *labels, *short_labels;
};

G_DEFINE_FINAL_TYPE (RkComparison, rk_comparison, G_TYPE_OBJECT)

static void
clear_results (gpointer results)
{
  g_clear_object ((RkResults **) &results);
}

static char *
make_label (const char *period)
{
  if (period == NULL || *period == '\0')
    return g_strdup (_ ("Our administration"));
  /* Translators: %s is a year. */
  return g_strdup_printf (_ ("Our administration %s"), period);
}

static void
update_labels (RkComparison *self)
{
  g_ptr_array_set_size (self->labels, 0);
  g_ptr_array_set_size (self->short_labels, 0);
  g_ptr_array_add (self->labels, make_label (self->period));
  g_ptr_array_add (self->short_labels, g_strdup (self->period));
  for (guint i = 0; i < self->earlier->len; i++)
    if (g_ptr_array_index (self->results, i) != NULL)
      {
        const RkSurveyRow *row = g_ptr_array_index (self->earlier, i);

        g_ptr_array_add (self->labels, make_label (row->period));
        g_ptr_array_add (self->short_labels, g_strdup (row->period != NULL ? row->period : ""));
      }
}

static RkResults *
get_results (RkComparison *self, guint series)
{
  if (series == 0)
    return self->own;
  for (guint i = 0; i < self->results->len; i++)
    if (g_ptr_array_index (self->results, i) != NULL && --series == 0)
      return g_ptr_array_index (self->results, i);
  return NULL;
}

static void
finalize (GObject *object)
{
  RkComparison *self = RK_COMPARISON (object);

  g_clear_object (&self->response);
  g_clear_object (&self->own);
  g_free (self->period);
  g_clear_pointer (&self->earlier, g_ptr_array_unref);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->short_labels);
  G_OBJECT_CLASS (rk_comparison_parent_class)->finalize (object);
}

static void
rk_comparison_class_init (RkComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
rk_comparison_init (RkComparison *self)
{
  self->labels = g_ptr_array_new_with_free_func (g_free);
  self->short_labels = g_ptr_array_new_with_free_func (g_free);
}

RkComparison *
rk_comparison_new (RkResponse *response, GError **error)
{
  g_autoptr (RkComparison) self = NULL;
  g_autoptr (RkResults) own = rk_results_new (response, error);
  const char *period;

  if (own == NULL)
    return NULL;
  self = g_object_new (RK_TYPE_COMPARISON, NULL);
  self->response = g_object_ref (response);
  self->own = g_steal_pointer (&own);
  period = rk_record_get (rk_response_get_record (response), "period");
  self->period = g_strdup (period != NULL ? period : "");
  self->earlier = rk_survey_list_earlier (rk_response_get_store (response),
                                          rk_response_get_id (response), error);
  if (self->earlier == NULL)
    return NULL;
  self->results = g_ptr_array_new_with_free_func (clear_results);
  g_ptr_array_set_size (self->results, (int) self->earlier->len);
  update_labels (self);
  return g_steal_pointer (&self);
}

gboolean
rk_comparison_refresh (RkComparison *self, GError **error)
{
  g_autoptr (RkResults) own = NULL;

  g_return_val_if_fail (RK_IS_COMPARISON (self), FALSE);

  own = rk_results_new (self->response, error);
  if (own == NULL)
    return FALSE;
  g_set_object (&self->own, own);
  return TRUE;
}

GPtrArray *
rk_comparison_get_earlier (RkComparison *self)
{
  g_return_val_if_fail (RK_IS_COMPARISON (self), NULL);

  return self->earlier;
}

gboolean
rk_comparison_set_compared (RkComparison *self, guint i, gboolean compared, GError **error)
{
  g_autoptr (RkResponse) response = NULL;
  const RkSurveyRow *row;

  g_return_val_if_fail (RK_IS_COMPARISON (self) && i < self->earlier->len, FALSE);

  if (compared == rk_comparison_is_compared (self, i))
    return TRUE;
  if (!compared)
    g_clear_object ((RkResults **) &g_ptr_array_index (self->results, i));
  else
    {
      g_return_val_if_fail (rk_comparison_get_n_series (self) < RK_MAX_SERIES, FALSE);
      row = g_ptr_array_index (self->earlier, i);
      response = rk_response_open (rk_response_get_store (self->response), row->id, error);
      if (response == NULL)
        return FALSE;
      g_ptr_array_index (self->results, i) = rk_results_new (response, error);
    }
  update_labels (self);
  return !compared || rk_comparison_is_compared (self, i);
}

gboolean
rk_comparison_is_compared (RkComparison *self, guint i)
{
  g_return_val_if_fail (RK_IS_COMPARISON (self) && i < self->earlier->len, FALSE);

  return g_ptr_array_index (self->results, i) != NULL;
}

RkResults *
rk_comparison_get_own (RkComparison *self)
{
  g_return_val_if_fail (RK_IS_COMPARISON (self), NULL);

  return self->own;
}

RkResponse *
rk_comparison_get_response (RkComparison *self)
{
  g_return_val_if_fail (RK_IS_COMPARISON (self), NULL);

  return self->response;
}

const char *
rk_comparison_get_period (RkComparison *self)
{
  g_return_val_if_fail (RK_IS_COMPARISON (self), NULL);

  return self->period;
}

guint
rk_comparison_get_n_series (RkComparison *self)
{
  g_return_val_if_fail (RK_IS_COMPARISON (self), 0);

  return self->labels->len;
}

const char *
rk_comparison_get_label (RkComparison *self, guint series)
{
  g_return_val_if_fail (RK_IS_COMPARISON (self) && series < self->labels->len, NULL);

  return g_ptr_array_index (self->labels, series);
}

const char *
rk_comparison_get_short_label (RkComparison *self, guint series)
{
  g_return_val_if_fail (RK_IS_COMPARISON (self) && series < self->labels->len, NULL);

  return g_ptr_array_index (self->short_labels, series);
}

double
rk_comparison_get_index (RkComparison *self, guint series)
{
  g_return_val_if_fail (RK_IS_COMPARISON (self) && series < self->labels->len, NAN);

  return rk_results_get_index (get_results (self, series));
}

double
rk_comparison_get_score (RkComparison *self, guint series, const RkTheme *theme)
{
  GPtrArray *themes;

  g_return_val_if_fail (RK_IS_COMPARISON (self) && series < self->labels->len, NAN);

  themes = rk_results_get_themes (get_results (self, series));
  for (guint i = 0; i < themes->len; i++)
    {
      const RkTheme *other = g_ptr_array_index (themes, i);

      if (g_str_equal (other->id, theme->id))
        return other->score;
    }
  return NAN;
}
