/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-sender.h"

#include "rk-odk-keyring.h"

#include <glib/gi18n.h>
#include <string.h>

#define FIRST_PAUSE_S 60
#define LONGEST_PAUSE_S (30 * 60)
/* A line that has just come back is not always ready. */
#define LINE_BACK_S 2

struct _RkSender
{
  GObject parent_instance;
  RkStore *store; /* NULL: closed */
  GCancellable *cancellable;
  GNetworkMonitor *monitor;
  GSource *wake;     /* looks for what is next */
  char *current;     /* (nullable): the submission that is under way */
  char *server;      /* (nullable): where it goes */
  GHashTable *tried; /* ids that wait for the next round */
  GHashTable *rests; /* server -> gint64: it wants to be left alone until then (monotonic) */
  guint pause_s;     /* until that round */
};

G_DEFINE_FINAL_TYPE (RkSender, rk_sender, G_TYPE_OBJECT)

static guint tried_signal;

static void
wake_after (RkSender *self, guint seconds)
{
  g_source_set_ready_time (self->wake, g_get_monotonic_time () + (gint64) seconds * G_USEC_PER_SEC);
}

/* --- after an attempt ------------------------------------------------------------------------- */

/* What concerns the server concerns everything that goes there. */
static void
put_off_others (RkSender *self, const char *server)
{
  g_autoptr (GPtrArray) items = rk_exchange_list (self->store, NULL, NULL);

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const RkExchangeItem *item = g_ptr_array_index (items, i);

      if (g_strcmp0 (item->server, server) == 0)
        g_hash_table_add (self->tried, g_strdup (item->id));
    }
}

static void
let_rest (RkSender *self, const char *server, guint seconds)
{
  gint64 until = g_get_monotonic_time () + (gint64) seconds * G_USEC_PER_SEC;

  g_hash_table_replace (self->rests, g_strdup (server), g_memdup2 (&until, sizeof until));
}

static gboolean
is_resting (RkSender *self, const char *server)
{
  const gint64 *until = g_hash_table_lookup (self->rests, server);

  return until != NULL && *until > g_get_monotonic_time ();
}

static void
conclude (RkSender *self, const RkOdkReceipt *receipt, const GError *why)
{
  g_autofree char *id = g_steal_pointer (&self->current);
  g_autofree char *server = g_steal_pointer (&self->server);
  g_autoptr (GError) error = NULL;

  if (self->store == NULL)
    return;
  g_hash_table_add (self->tried, g_strdup (id));
  if (why != NULL && !g_error_matches (why, RK_ODK_ERROR, RK_ODK_ERROR_REFUSED))
    put_off_others (self, server);
  if (receipt != NULL && receipt->rest_s > 0)
    let_rest (self, server, receipt->rest_s);
  if (!rk_exchange_note (self->store, id, receipt, why, &error))
    g_warning ("%s", error->message);
  g_signal_emit (self, tried_signal, 0, id, why);
  wake_after (self, 0);
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RkSender) self = data;
  g_autoptr (RkOdkReceipt) receipt = NULL;
  g_autoptr (GError) why = NULL;

  rk_odk_send_finish (result, &receipt, &why);
  conclude (self, receipt, why);
}

/* --- one attempt ------------------------------------------------------------------------------ */

static gboolean
wants_password (RkRecord *server)
{
  const char *user = rk_record_get (server, "user");

  return (user != NULL && *user != '\0') || strstr (rk_record_get (server, "url"), "/key/") != NULL;
}

static void
password_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RkSender) self = data;
  g_autofree char *password = rk_odk_keyring_lookup_finish (result);
  g_autoptr (RkRecord) server = NULL;
  g_autoptr (RkOdkAccount) account = NULL;
  RkOdkSubmission *submission;
  g_autoptr (GError) why = NULL;

  if (self->store == NULL)
    return;
  server = rk_exchange_find_server (self->store, self->server, NULL);
  if (server == NULL)
    {
      put_off_others (self, self->server);
      g_clear_pointer (&self->current, g_free);
      wake_after (self, 0);
      return;
    }
  if (password == NULL && wants_password (server))
    {
      /* Translators: the name of a server */
      g_set_error (&why, RK_ODK_ERROR, RK_ODK_ERROR_SIGN_IN,
                   _ ("The password for the server %s is not known on this computer. Sign in "
                      "there, and send the answers again."),
                      rk_record_get (server, "name"));
      conclude (self, NULL, why);
      return;
    }
  account = rk_exchange_new_account (server, password);
  submission = rk_exchange_take (self->store, self->current, &why);
  if (submission == NULL)
    conclude (self, NULL, why);
  else
    rk_odk_send_async (account, submission, NULL, NULL, self->cancellable, sent_cb,
                       g_object_ref (self));
}

static void
begin (RkSender *self, const RkExchangeItem *item)
{
  g_autoptr (RkRecord) server = rk_exchange_find_server (self->store, item->server, NULL);
  const char *url = server != NULL ? rk_record_get (server, "url") : NULL;

  if (url == NULL ||
      (!g_network_monitor_get_network_available (self->monitor) && !rk_odk_address_is_local (url)))
    {
      put_off_others (self, item->server);
      wake_after (self, 0);
      return;
    }
  self->current = g_strdup (item->id);
  g_free (self->server);
  self->server = g_strdup (item->server);
  rk_odk_keyring_lookup_async (url, rk_record_get (server, "user"), self->cancellable,
                               password_found_cb, g_object_ref (self));
}

/* --- what is next ----------------------------------------------------------------------------- */

static gboolean
look_cb (gpointer data)
{
  RkSender *self = data;
  g_autoptr (GPtrArray) items = NULL;
  gboolean waiting = FALSE;

  if (self->store == NULL || self->current != NULL || rk_store_is_read_only (self->store))
    return G_SOURCE_CONTINUE;
  items = rk_exchange_list (self->store, NULL, NULL);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const RkExchangeItem *item = g_ptr_array_index (items, i);

      if (item->state != RK_EXCHANGE_QUEUED)
        continue;
      if (!g_hash_table_contains (self->tried, item->id) && !is_resting (self, item->server))
        {
          begin (self, item);
          return G_SOURCE_CONTINUE;
        }
      waiting = TRUE;
    }
  g_hash_table_remove_all (self->tried);
  if (waiting)
    wake_after (self, self->pause_s);
  self->pause_s = waiting ? MIN (2 * self->pause_s, LONGEST_PAUSE_S) : FIRST_PAUSE_S;
  return G_SOURCE_CONTINUE;
}

static void
network_cb (RkSender *self, gboolean available)
{
  if (!available || self->store == NULL)
    return;
  g_hash_table_remove_all (self->tried);
  self->pause_s = FIRST_PAUSE_S;
  wake_after (self, LINE_BACK_S);
}

static gboolean
dispatch_wake (GSource *source, GSourceFunc callback, gpointer data)
{
  g_source_set_ready_time (source, -1);
  return callback (data);
}

/* --- the object ------------------------------------------------------------------------------- */

static void
rk_sender_dispose (GObject *object)
{
  rk_sender_close (RK_SENDER (object));
  G_OBJECT_CLASS (rk_sender_parent_class)->dispose (object);
}

static void
rk_sender_finalize (GObject *object)
{
  RkSender *self = RK_SENDER (object);

  g_source_unref (self->wake);
  g_object_unref (self->cancellable);
  g_hash_table_unref (self->tried);
  g_hash_table_unref (self->rests);
  g_free (self->current);
  g_free (self->server);
  G_OBJECT_CLASS (rk_sender_parent_class)->finalize (object);
}

static void
rk_sender_class_init (RkSenderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_sender_dispose;
  G_OBJECT_CLASS (klass)->finalize = rk_sender_finalize;
  tried_signal = g_signal_new ("tried", RK_TYPE_SENDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_POINTER);
}

static void
rk_sender_init (RkSender *self)
{
  static GSourceFuncs functions = { NULL, NULL, dispatch_wake, NULL, NULL, NULL };

  self->pause_s = FIRST_PAUSE_S;
  self->tried = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->cancellable = g_cancellable_new ();
  self->monitor = g_network_monitor_get_default ();
  self->wake = g_source_new (&functions, sizeof (GSource));
  g_source_set_callback (self->wake, look_cb, self, NULL);
  g_source_attach (self->wake, NULL);
}

RkSender *
rk_sender_new (RkStore *store)
{
  RkSender *self = g_object_new (RK_TYPE_SENDER, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (self->monitor, "network-changed", G_CALLBACK (network_cb), self,
                           G_CONNECT_SWAPPED);
  if (!rk_store_is_read_only (store))
    wake_after (self, LINE_BACK_S);
  return self;
}

void
rk_sender_close (RkSender *self)
{
  g_return_if_fail (RK_IS_SENDER (self));
  g_cancellable_cancel (self->cancellable);
  g_source_destroy (self->wake);
  g_clear_object (&self->store);
}

gboolean
rk_sender_send (RkSender *self, const char *id, GError **error)
{
  g_autoptr (RkResponse) response = NULL;
  g_autofree char *server = NULL, *submission = NULL;

  g_return_val_if_fail (RK_IS_SENDER (self) && self->store != NULL, FALSE);
  response = rk_response_open (self->store, id, error);
  if (response == NULL)
    return FALSE;
  server = rk_exchange_find_target (self->store, id, error);
  if (server == NULL)
    {
      if (error != NULL && *error == NULL)
        /* Translators: the title of a survey */
        g_set_error (error, RK_ERROR, RK_ERROR_NOT_FOUND,
                     _ ("The questionnaire of “%s” did not come from a server that Regiekamer "
                        "knows: there is nowhere to send it."),
                        rk_response_get_title (response));
      return FALSE;
    }
  submission = rk_exchange_queue (response, server, error);
  if (submission == NULL)
    return FALSE;
  g_hash_table_remove (self->tried, submission); /* the person wants it now */
  g_hash_table_remove (self->rests, server);
  wake_after (self, 0);
  return TRUE;
}

void
rk_sender_retry (RkSender *self)
{
  g_return_if_fail (RK_IS_SENDER (self));
  if (self->store == NULL)
    return;
  g_hash_table_remove_all (self->tried);
  g_hash_table_remove_all (self->rests);
  self->pause_s = FIRST_PAUSE_S;
  wake_after (self, 0);
}
