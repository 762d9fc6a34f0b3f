/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-autosave.h"

#include <glib/gi18n.h>

#define DRAFT_DELAY_MS 300
#define RETRY_DELAY_US (5 * G_USEC_PER_SEC)

typedef enum
{
  TYPED,   /* a draft */
  ENTERED, /* complete, as people write it */
  CHOSEN   /* complete, the value itself */
} Stage;

/* A text that is not on disk yet. */
typedef struct
{
  RkFormNode *node;
  char *text;
  Stage stage;
} Pending;

struct _RkAutosave
{
  GObject parent_instance;
  RkResponse *response;
  GHashTable *pending; /* RkFormNode → Pending */
  char *message;
  char *reason; /* (nullable): why the last writing failed */
  gboolean failed;
  guint timer;
  gint64 retry_at; /* monotonic; not before */
};

G_DEFINE_FINAL_TYPE (RkAutosave, rk_autosave, G_TYPE_OBJECT)

typedef enum
{
  PROP_FAILED = 1,
  PROP_MESSAGE
} RkAutosaveProps;
static GParamSpec *props[PROP_MESSAGE + 1];
static guint refused_signal;

static void
pending_free (Pending *pending)
{
  g_object_unref (pending->node);
  g_free (pending->text);
  g_free (pending);
}

static void
set_state (RkAutosave *self, gboolean failed, const char *message)
{
  if (self->failed != failed)
    {
      self->failed = failed;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FAILED]);
    }
  if (g_strcmp0 (self->message, message) != 0)
    {
      g_free (self->message);
      self->message = g_strdup (message);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MESSAGE]);
    }
}

static void
show_saved (RkAutosave *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%H.%M");
  /* Translators: %s is a time of day, "10.42". */
  g_autofree char *message = g_strdup_printf (_ ("Saved at %s"), time);

  set_state (self, FALSE, message);
}

/* Whether trying again later can help: the answer itself is fine, the disk is not. */
static gboolean
is_passing (const GError *error)
{
  return !g_error_matches (error, RK_ERROR, RK_ERROR_FROZEN) &&
         !g_error_matches (error, RK_ERROR, RK_ERROR_INVALID) &&
         !g_error_matches (error, RK_ERROR, RK_ERROR_NOT_FOUND);
}

/* The whole sentence; only a full disk is mended by making room. */
static char *
dup_reason (const GError *error)
{
  if (g_error_matches (error, RK_ERROR, RK_ERROR_FULL))
    return g_strdup (_ ("Your last answer is not on disk yet. Make room; Regiekamer tries again "
                        "every 5 seconds."));
  /* Translators: %s is a sentence that tells why. */
  return g_strdup_printf (_ ("Your last answer is not on disk yet. %s Regiekamer tries again every "
                             "5 seconds."),
                             error->message);
}

static void
show_failure (RkAutosave *self, const GError *error)
{
  g_free (self->reason);
  self->reason = dup_reason (error);
  if (g_error_matches (error, RK_ERROR, RK_ERROR_FULL))
    set_state (self, TRUE, _ ("Not saved: disk full"));
  else if (g_error_matches (error, RK_ERROR, RK_ERROR_BUSY))
    set_state (self, TRUE, _ ("Not saved: file in use"));
  else if (g_error_matches (error, RK_ERROR, RK_ERROR_READ_ONLY))
    set_state (self, TRUE, _ ("Not saved: file is read-only"));
  else
    set_state (self, TRUE, _ ("Not saved yet"));
}

static gboolean
write_pending (RkAutosave *self, Pending *pending, GError **error)
{
  switch (pending->stage)
    {
    case ENTERED: return rk_response_enter (self->response, pending->node, pending->text, error);
    case CHOSEN:
      return rk_response_enter_value (self->response, pending->node, pending->text, error);
    case TYPED: break;
    }
  return rk_response_draft (self->response, pending->node, pending->text, error);
}

/* Writes one text; keeps it for later when only the disk stands in the way. */
static gboolean
write_or_keep (RkAutosave *self, Pending *pending)
{
  g_autoptr (GError) error = NULL;

  if (write_pending (self, pending, &error))
    {
      pending_free (pending);
      return TRUE;
    }
  if (!is_passing (error))
    g_signal_emit (self, refused_signal, 0, error->message);
  else
    {
      show_failure (self, error);
      self->retry_at = g_get_monotonic_time () + RETRY_DELAY_US;
      if (!g_hash_table_contains (self->pending, pending->node)) /* nothing newer came */
        {
          g_hash_table_insert (self->pending, pending->node, pending);
          return FALSE;
        }
    }
  pending_free (pending);
  return g_hash_table_size (self->pending) == 0;
}

gboolean
rk_autosave_flush (RkAutosave *self)
{
  g_autoptr (GList) nodes = NULL;
  gboolean ok = TRUE;

  g_return_val_if_fail (RK_IS_AUTOSAVE (self), FALSE);
  nodes = g_hash_table_get_keys (self->pending);
  for (GList *l = nodes; l != NULL; l = l->next)
    {
      /* Taken out while it is written: writing makes nodes notify, which may come back here. */
      gpointer key = NULL, pending = NULL;

      if (g_hash_table_steal_extended (self->pending, l->data, &key, &pending))
        ok = write_or_keep (self, pending) && ok;
    }
  if (ok && nodes != NULL)
    show_saved (self);
  return ok;
}

static gboolean
tick_cb (gpointer data)
{
  RkAutosave *self = data;

  if (g_get_monotonic_time () >= self->retry_at)
    rk_autosave_flush (self);
  if (g_hash_table_size (self->pending) > 0)
    return G_SOURCE_CONTINUE;
  self->timer = 0;
  return G_SOURCE_REMOVE;
}

static void
schedule (RkAutosave *self)
{
  if (self->timer == 0 && g_hash_table_size (self->pending) > 0)
    self->timer = g_timeout_add (DRAFT_DELAY_MS, tick_cb, self);
}

static void
put (RkAutosave *self, RkFormNode *node, const char *text, Stage stage)
{
  Pending *pending = g_new0 (Pending, 1);

  pending->node = g_object_ref (node);
  pending->text = g_strdup (text);
  pending->stage = stage;
  g_hash_table_replace (self->pending, pending->node, pending);
}

void
rk_autosave_type (RkAutosave *self, RkFormNode *node, const char *text)
{
  g_return_if_fail (RK_IS_AUTOSAVE (self));
  put (self, node, text, TYPED);
  schedule (self);
}

void
rk_autosave_enter (RkAutosave *self, RkFormNode *node, const char *text)
{
  g_return_if_fail (RK_IS_AUTOSAVE (self));
  put (self, node, text, ENTERED);
  rk_autosave_flush (self);
  schedule (self);
}

void
rk_autosave_choose (RkAutosave *self, RkFormNode *node, const char *value)
{
  g_return_if_fail (RK_IS_AUTOSAVE (self));
  put (self, node, value, CHOSEN);
  rk_autosave_flush (self);
  schedule (self);
}

char *
rk_autosave_dup_text (RkAutosave *self, RkFormNode *node)
{
  Pending *pending;

  g_return_val_if_fail (RK_IS_AUTOSAVE (self), NULL);
  pending = g_hash_table_lookup (self->pending, node);
  return pending != NULL ? g_strdup (pending->text) : rk_response_dup_text (self->response, node);
}

gboolean
rk_autosave_has_draft (RkAutosave *self, RkFormNode *node)
{
  Pending *pending;

  g_return_val_if_fail (RK_IS_AUTOSAVE (self), FALSE);
  pending = g_hash_table_lookup (self->pending, node);
  return pending != NULL ? pending->stage == TYPED : rk_response_has_draft (self->response, node);
}

void
rk_autosave_report (RkAutosave *self, gboolean written, GError *error)
{
  g_return_if_fail (RK_IS_AUTOSAVE (self));
  if (written)
    {
      if (g_hash_table_size (self->pending) == 0)
        show_saved (self);
    }
  else if (error != NULL)
    g_signal_emit (self, refused_signal, 0, error->message);
}

static void
rk_autosave_dispose (GObject *object)
{
  RkAutosave *self = RK_AUTOSAVE (object);

  if (self->response != NULL)
    rk_autosave_flush (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_hash_table_remove_all (self->pending);
  g_clear_object (&self->response);
  G_OBJECT_CLASS (rk_autosave_parent_class)->dispose (object);
}

static void
rk_autosave_finalize (GObject *object)
{
  RkAutosave *self = RK_AUTOSAVE (object);

  g_hash_table_unref (self->pending);
  g_free (self->message);
  g_free (self->reason);
  G_OBJECT_CLASS (rk_autosave_parent_class)->finalize (object);
}

static void
rk_autosave_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RkAutosave *self = RK_AUTOSAVE (object);

  switch ((RkAutosaveProps) id)
    {
    case PROP_FAILED: g_value_set_boolean (value, self->failed); break;
    case PROP_MESSAGE: g_value_set_string (value, self->message); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rk_autosave_class_init (RkAutosaveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rk_autosave_dispose;
  object_class->finalize = rk_autosave_finalize;
  object_class->get_property = rk_autosave_get_property;
  props[PROP_FAILED] =
      g_param_spec_boolean ("failed", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_MESSAGE] =
      g_param_spec_string ("message", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  refused_signal = g_signal_new ("refused", RK_TYPE_AUTOSAVE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
rk_autosave_init (RkAutosave *self)
{
  self->pending = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) pending_free);
}

RkAutosave *
rk_autosave_new (RkResponse *response)
{
  RkAutosave *self = g_object_new (RK_TYPE_AUTOSAVE, NULL);

  self->response = g_object_ref (response);
  return self;
}

RkResponse *
rk_autosave_get_response (RkAutosave *self)
{
  g_return_val_if_fail (RK_IS_AUTOSAVE (self), NULL);
  return self->response;
}

gboolean
rk_autosave_get_failed (RkAutosave *self)
{
  g_return_val_if_fail (RK_IS_AUTOSAVE (self), FALSE);
  return self->failed;
}

const char *
rk_autosave_get_message (RkAutosave *self)
{
  g_return_val_if_fail (RK_IS_AUTOSAVE (self), NULL);
  return self->message;
}

const char *
rk_autosave_get_reason (RkAutosave *self)
{
  g_return_val_if_fail (RK_IS_AUTOSAVE (self), NULL);
  return self->failed ? self->reason : NULL;
}
