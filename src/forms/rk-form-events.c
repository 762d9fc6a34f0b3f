/* SPDX-License-Identifier: EUPL-1.2 */
/* What happens by itself: preloads when an instance is new, and the actions of events. */
#include "config.h"
#include "rk-form-instance-private.h"

/* --- moments ---------------------------------------------------------------------------------- */

static GDateTime *
now_in_zone (RkFormInstance *self)
{
  gint64 us = self->now_us != 0 ? self->now_us : g_get_real_time ();
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) exact = g_date_time_add (utc, us % G_USEC_PER_SEC);

  return self->tz != NULL ? g_date_time_to_timezone (exact, self->tz)
                          : g_date_time_to_local (exact);
}

static char *
timestamp (RkFormInstance *self)
{
  g_autoptr (GDateTime) now = now_in_zone (self);
  g_autofree char *seconds = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S");
  g_autofree char *offset = g_date_time_format (now, "%:z");

  return g_strdup_printf ("%s.%03d%s", seconds, g_date_time_get_microsecond (now) / 1000, offset);
}

static char *
today (RkFormInstance *self)
{
  g_autoptr (GDateTime) now = now_in_zone (self);

  return g_date_time_format (now, "%Y-%m-%d");
}

static char *
new_uuid (RkFormInstance *self)
{
  guint8 b[16];
  GString *text = g_string_new ("uuid:");

  if (self->random == NULL)
    {
      g_autofree char *uuid = g_uuid_string_random ();

      g_string_append (text, uuid);
      return g_string_free (text, FALSE);
    }
  for (guint i = 0; i < sizeof b; i++)
    b[i] = (guint8) g_rand_int_range (self->random, 0, 256);
  b[6] = (b[6] & 0x0f) | 0x40;
  b[8] = (b[8] & 0x3f) | 0x80;
  for (guint i = 0; i < sizeof b; i++)
    g_string_append_printf (text, i == 4 || i == 6 || i == 8 || i == 10 ? "-%02x" : "%02x", b[i]);
  return g_string_free (text, FALSE);
}

/* --- preloads --------------------------------------------------------------------------------- */

/* What a preload puts in its node at first load; NULL: nothing. */
static char *
preload_value (RkFormInstance *self, const RkBind *bind)
{
  const char *params = bind->preload_params != NULL ? bind->preload_params : "";

  if (g_str_equal (bind->preload, "uid"))
    return new_uuid (self);
  if (g_str_equal (bind->preload, "timestamp") && g_str_equal (params, "start"))
    return timestamp (self);
  if (g_str_equal (bind->preload, "date") && g_str_equal (params, "today"))
    return today (self);
  if (g_str_equal (bind->preload, "property") && self->properties != NULL)
    return g_strdup (g_hash_table_lookup (self->properties, params));
  return NULL;
}

static void
preload_cell (RkCell *cell, gpointer data)
{
  const RkBind *bind = cell->def->bind;
  g_autofree char *value = NULL;

  if (cell->def->type != RK_DEF_LEAF || bind == NULL || bind->preload == NULL)
    return;
  value = preload_value (data, bind);
  if (value != NULL)
    rk_form_instance_store (data, cell, value);
}

static void
stamp_cell (RkCell *cell, gpointer data)
{
  const RkBind *bind = cell->def->bind;
  g_autofree char *value = NULL;

  if (cell->def->type != RK_DEF_LEAF || bind == NULL ||
      g_strcmp0 (bind->preload, "timestamp") != 0 || g_strcmp0 (bind->preload_params, "end") != 0)
    return;
  value = timestamp (data);
  rk_form_instance_store (data, cell, value);
}

void
rk_form_instance_stamp_end (RkFormInstance *self)
{
  rk_cell_foreach (self->root, stamp_cell, self);
  rk_form_instance_settle (self);
}

/* --- actions ---------------------------------------------------------------------------------- */

static void
set_target (RkFormInstance *self, RkCell *cell, const RkAction *action)
{
  g_autofree char *text = NULL;
  g_autofree char *encoded = NULL;

  if (cell->def->type != RK_DEF_LEAF)
    return;
  text = action->value != NULL ? rk_form_instance_string (self, cell, action->value)
                               : g_strdup (action->literal);
  encoded = rk_cell_encode (cell, text);
  rk_form_instance_store (self, cell, encoded);
}

/* Runs an action for the targets that it names as seen from @source. */
static void
run_action (RkFormInstance *self, const RkAction *action, RkCell *source)
{
  RkXPathContext context = { 0 };
  g_auto (RkXPathValue) targets = { 0 };

  if (action->nodes == NULL ||
      !rk_form_instance_evaluate (self, source, source->xml, action->nodes, &context, &targets,
                                  NULL) ||
      targets.type != RK_XPATH_NODE_SET)
    return;
  for (guint i = 0; i < targets.nodes->len; i++)
    {
      const xmlNode *node = g_ptr_array_index (targets.nodes, i);

      if (node->_private != NULL)
        set_target (self, node->_private, action);
    }
}

static void
run_events (RkFormInstance *self, RkEvents event, RkCell *source)
{
  for (guint i = 0; i < self->form->actions->len; i++)
    {
      const RkAction *action = g_ptr_array_index (self->form->actions, i);

      if ((action->events & event) != 0 &&
          (source == self->root || g_strcmp0 (action->source, source->def->nodeset) == 0))
        run_action (self, action, source);
    }
}

void
rk_form_instance_first_load (RkFormInstance *self)
{
  rk_cell_foreach (self->root, preload_cell, self);
  run_events (self, RK_EVENT_FIRST_LOAD, self->root);
}

void
rk_form_instance_every_load (RkFormInstance *self)
{
  run_events (self, RK_EVENT_LOAD, self->root);
}

static void
fire_new_row (RkCell *cell, gpointer data)
{
  if (cell->is_row)
    run_events (data, RK_EVENT_NEW_REPEAT, cell);
}

/* The rows inside a new row are as new as the row itself. */
void
rk_form_instance_fire_new_row (RkFormInstance *self, RkCell *row)
{
  rk_cell_foreach (row, fire_new_row, self);
}

void
rk_form_instance_fire_changed (RkFormInstance *self, RkCell *cell)
{
  run_events (self, RK_EVENT_VALUE_CHANGED, cell);
}
