/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-audit-private.h"

#include "rk-log.h"
#include "rk-response-private.h"

#include <string.h>

/* A question that is being visited, with what its answer was. */
typedef struct
{
  RkFormNode *node;
  char *value;
} Watched;

struct _RkAudit
{
  RkResponse *response; /* which owns it */
  gboolean tracks_changes, identifies_user, gives_reasons;
  gboolean entered; /* somebody is at it */
  char *event;      /* of the interval that is open; NULL: none */
  char *path;
  gint64 start;
  GPtrArray *watched; /* of the interval (element-type Watched) */
  GPtrArray *waiting; /* lines that could not be written yet (element-type utf8) */
};

static void
free_watched (gpointer data)
{
  Watched *watched = data;

  g_object_unref (watched->node);
  g_free (watched->value);
  g_free (watched);
}

static gboolean
is_on (RkResponse *response, RkFormNode *audit, const char *name)
{
  RkForm *form = rk_form_instance_get_form (response->instance);
  const char *text =
      rk_form_get_bind_attribute_ns (form, rk_form_node_get_nodeset (audit), RK_ODK_NS, name);

  return text != NULL && !g_str_equal (text, "false") && *text != '\0';
}

RkAudit *
rk_audit_new (RkResponse *response)
{
  RkFormNode *node = rk_response_find_meta (response, "audit");
  RkAudit *self;

  if (node == NULL)
    return NULL;
  self = g_new0 (RkAudit, 1);
  self->response = response;
  self->tracks_changes = is_on (response, node, "track-changes");
  self->identifies_user = is_on (response, node, "identify-user");
  self->gives_reasons = is_on (response, node, "track-changes-reasons");
  self->watched = g_ptr_array_new_with_free_func (free_watched);
  self->waiting = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
rk_audit_free (RkAudit *self)
{
  g_ptr_array_unref (self->watched);
  g_ptr_array_unref (self->waiting);
  g_free (self->event);
  g_free (self->path);
  g_free (self);
}

/* --- lines ------------------------------------------------------------------------------------ */

static char *
dup_scope (const char *response)
{
  return g_strconcat ("audit/", response, NULL);
}

static void
add_cell (GString *line, const char *text)
{
  if (line->len > 0)
    g_string_append_c (line, ',');
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (line, text);
      return;
    }
  g_string_append_c (line, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *c);
    }
  g_string_append_c (line, '"');
}

static void
add_moment (GString *line, gint64 moment)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, moment);

  add_cell (line, moment > 0 ? text : "");
}

static gint64
get_now (void)
{
  return g_get_real_time () / 1000;
}

/* What a full disk refuses is written with the next. */
static void
flush (RkAudit *self)
{
  RkStore *store = self->response->store;
  g_autofree char *scope = dup_scope (self->response->id);

  while (self->waiting->len > 0 && !rk_store_is_read_only (store) &&
         rk_store_log (store, scope, g_ptr_array_index (self->waiting, 0), NULL))
    g_ptr_array_remove_index (self->waiting, 0);
}

static void
add_line (RkAudit *self, const char *event, const char *path, gint64 start, gint64 end,
          const char *old_value, const char *new_value, const char *reason)
{
  GString *line = g_string_new (NULL);

  add_cell (line, event);
  add_cell (line, path);
  add_moment (line, start);
  add_moment (line, end);
  if (self->tracks_changes)
    {
      add_cell (line, old_value);
      add_cell (line, new_value);
    }
  if (self->identifies_user)
    add_cell (line, rk_store_get_author (self->response->store));
  if (self->gives_reasons)
    add_cell (line, reason != NULL ? reason : "");
  g_ptr_array_add (self->waiting, g_string_free (line, FALSE));
}

static void
add_moment_line (RkAudit *self, const char *event, RkFormNode *node, const char *reason)
{
  add_line (self, event, node != NULL ? rk_form_node_get_path (node) : "", get_now (), 0, "", "",
            reason);
  flush (self);
}

/* --- intervals -------------------------------------------------------------------------------- */

static const char *
get_path (const Watched *watched)
{
  return rk_form_node_get_path (watched->node);
}

/* The line of the interval, and in a group one for each question that changed. */
static void
close_interval (RkAudit *self)
{
  gint64 now = get_now ();
  gboolean one = g_strcmp0 (self->event, "question") == 0;

  if (self->event == NULL)
    return;
  if (!one)
    add_line (self, self->event, self->path, self->start, now, "", "", NULL);
  for (guint i = 0; i < self->watched->len; i++)
    {
      const Watched *watched = g_ptr_array_index (self->watched, i);
      const char *value = rk_form_node_get_value (watched->node);
      gboolean changed = !g_str_equal (value, watched->value);

      if (one || (changed && self->tracks_changes))
        add_line (self, "question", one ? self->path : get_path (watched), self->start, now,
                  changed ? watched->value : "", changed ? value : "", NULL);
    }
  g_ptr_array_set_size (self->watched, 0);
  g_clear_pointer (&self->event, g_free);
  g_clear_pointer (&self->path, g_free);
  flush (self);
}

static void
watch (RkAudit *self, RkFormNode *node)
{
  GListModel *children;
  Watched *watched;

  if (rk_form_node_get_node_type (node) == RK_NODE_LEAF)
    {
      watched = g_new0 (Watched, 1);
      watched->node = g_object_ref (node);
      watched->value = g_strdup (rk_form_node_get_value (node));
      g_ptr_array_add (self->watched, watched);
      return;
    }
  children = rk_form_node_get_children (node);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (RkFormNode) child = g_list_model_get_item (children, i);

      watch (self, child);
    }
}

static void
open_interval (RkAudit *self, const char *event, RkFormNode *node)
{
  close_interval (self);
  self->event = g_strdup (event);
  self->path = g_strdup (node != NULL ? rk_form_node_get_path (node) : "");
  self->start = get_now ();
  if (node != NULL)
    watch (self, node);
}

/* --- what happens ----------------------------------------------------------------------------- */

static gboolean
has_log (RkAudit *self)
{
  g_autofree char *scope = dup_scope (self->response->id);
  g_autoptr (GPtrArray) lines = rk_store_list_log (self->response->store, scope, NULL);

  return lines != NULL && lines->len > 0;
}

void
rk_response_begin_visit (RkResponse *self)
{
  g_return_if_fail (RK_IS_RESPONSE (self));
  if (self->audit == NULL || self->audit->entered || rk_response_is_submitted (self))
    return;
  self->audit->entered = TRUE;
  add_moment_line (self->audit, has_log (self->audit) ? "form resume" : "form start", NULL, NULL);
}

void
rk_response_end_visit (RkResponse *self)
{
  g_return_if_fail (RK_IS_RESPONSE (self));
  if (self->audit == NULL || !self->audit->entered)
    return;
  close_interval (self->audit);
  add_moment_line (self->audit, "form save", NULL, NULL); /* all that was entered is on disk */
  add_moment_line (self->audit, "form exit", NULL, NULL);
  self->audit->entered = FALSE;
}

void
rk_response_visit (RkResponse *self, RkFormNode *node)
{
  RkAudit *audit;

  g_return_if_fail (RK_IS_RESPONSE (self));
  audit = self->audit;
  if (audit == NULL || !audit->entered)
    return;
  if (node == NULL)
    close_interval (audit);
  else if (g_strcmp0 (audit->path, rk_form_node_get_path (node)) != 0)
    open_interval (audit,
                   rk_form_node_get_node_type (node) == RK_NODE_LEAF ? "question"
                                                                     : "group questions",
                   node);
}

void
rk_response_visit_end (RkResponse *self)
{
  g_return_if_fail (RK_IS_RESPONSE (self));
  if (self->audit != NULL && self->audit->entered &&
      g_strcmp0 (self->audit->event, "end screen") != 0)
    open_interval (self->audit, "end screen", NULL);
}

void
rk_response_note_event (RkResponse *self, RkAuditEvent event, RkFormNode *node, const char *reason)
{
  static const char *const names[] = { "form save",  "form finalize", "jump",
                                       "add repeat", "delete repeat", "change reason" };

  g_return_if_fail (RK_IS_RESPONSE (self) && event < G_N_ELEMENTS (names));
  if (self->audit == NULL)
    return;
  close_interval (self->audit);
  add_moment_line (self->audit, names[event], node, reason);
}

char *
rk_response_dup_audit (RkResponse *self)
{
  RkAudit *audit;
  g_autofree char *scope = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  GString *csv;

  g_return_val_if_fail (RK_IS_RESPONSE (self), NULL);
  audit = self->audit;
  if (audit == NULL)
    return NULL;
  scope = dup_scope (self->id);
  lines = rk_store_list_log (self->store, scope, NULL);
  csv = g_string_new ("event,node,start,end");
  g_string_append (csv, audit->tracks_changes ? ",old-value,new-value" : "");
  g_string_append (csv, audit->identifies_user ? ",user" : "");
  g_string_append (csv, audit->gives_reasons ? ",change-reason\n" : "\n");
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    g_string_append_printf (csv, "%s\n", (char *) g_ptr_array_index (lines, i));
  for (guint i = 0; i < audit->waiting->len; i++)
    g_string_append_printf (csv, "%s\n", (char *) g_ptr_array_index (audit->waiting, i));
  return g_string_free (csv, FALSE);
}

gboolean
rk_audit_copy (RkStore *store, const char *from, const char *to, GError **error)
{
  g_autofree char *there = dup_scope (from), *here = dup_scope (to);
  g_autoptr (GPtrArray) lines = rk_store_list_log (store, there, error);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    if (!rk_store_log (store, here, g_ptr_array_index (lines, i), error))
      return FALSE;
  return lines != NULL;
}
