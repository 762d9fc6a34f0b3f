/* SPDX-License-Identifier: EUPL-1.2 */
/* What one can ask the window about ODK servers, and what goes there by itself. */
#include "config.h"
#include "rk-window-private.h"

#include "rk-ask.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

/* --- what goes there by itself ---------------------------------------------------------------- */

static void
tell_sent (RkWindow *self, const char *submission)
{
  g_autoptr (RkRecord) record = rk_store_get (self->store, "submission", submission, NULL);
  g_autofree char *name =
      record != NULL ? rk_odk_address_dup_name (rk_record_get (record, "address")) : NULL;
  /* Translators: the name of a server */
  g_autofree char *text = name != NULL ? g_strdup_printf (_ ("Sent to %s"), name) : NULL;

  if (text != NULL)
    rk_toast_show (GTK_WIDGET (self), text, NULL, NULL);
}

/* Why not, with what the server itself says of it. */
static void
tell_refused (RkWindow *self, RkRecord *submission, const GError *why)
{
  const char *said = rk_record_get (submission, "message");
  g_autoptr (GError) whole = NULL;

  if (said != NULL && g_strcmp0 (said, why->message) != 0)
    /* Translators: a sentence, then the words of a server */
    whole =
        g_error_new (why->domain, why->code, _ ("%s The server says: “%s”."), why->message, said);
  rk_window_complain (self, whole != NULL ? whole : why);
}

/* What cannot go now goes later by itself: nothing that is wrong. */
static void
tell_waiting (RkWindow *self, RkRecord *submission)
{
  g_autofree char *name = rk_odk_address_dup_name (rk_record_get (submission, "address"));
  /* Translators: the name of a server */
  g_autofree char *text = g_strdup_printf (_ ("The server %s does not answer. Your answers stay "
                                              "here, and are sent later by themselves."),
                                              name);

  rk_banner_show (self->banner, RK_BANNER_INFO, text, _ ("Close"), "win.dismiss");
}

/* Only what the person asked for a moment ago is told; the rest is in the list. */
static void
tried_cb (RkWindow *self, const char *submission, const GError *why)
{
  g_autoptr (RkRecord) record = NULL;
  gboolean asked;

  if (self->store == NULL)
    return;
  record = rk_store_get (self->store, "submission", submission, NULL);
  asked = record != NULL && g_strcmp0 (rk_record_get (record, "response"), self->sending) == 0;
  if (!asked)
    return;
  g_clear_pointer (&self->sending, g_free);
  if (why == NULL)
    tell_sent (self, submission);
  else if (g_error_matches (why, RK_ODK_ERROR, RK_ODK_ERROR_SIGN_IN))
    {
      g_autoptr (GVariant) target =
          g_variant_ref_sink (g_variant_new_string (rk_record_get (record, "server")));
      g_autofree char *action = g_action_print_detailed_name ("win.fetch-questionnaires", target);

      rk_banner_show (self->banner, RK_BANNER_ERROR, why->message, _ ("Sign in…"), action);
    }
  else if (rk_odk_error_is_passing (why))
    tell_waiting (self, record);
  else
    tell_refused (self, record, why);
}

void
rk_window_start_sender (RkWindow *self)
{
  rk_window_stop_sender (self);
  self->sender = rk_sender_new (self->store);
  g_signal_connect_object (self->sender, "tried", G_CALLBACK (tried_cb), self, G_CONNECT_SWAPPED);
}

void
rk_window_stop_sender (RkWindow *self)
{
  g_clear_pointer (&self->sending, g_free);
  if (self->sender != NULL)
    rk_sender_close (self->sender);
  g_clear_object (&self->sender);
}

/* --- actions ---------------------------------------------------------------------------------- */

static void
fetch_questionnaires_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;
  g_autofree char *location = g_strconcat ("fetch:", g_variant_get_string (parameter, NULL), NULL);

  if (self->store == NULL)
    return;
  rk_banner_hide (self->banner);
  rk_navigation_choose (self->navigation, "surveys");
  rk_navigation_push (self->navigation, location);
}

static void
send_response (RkWindow *self, const char *id)
{
  g_autoptr (GError) error = NULL;

  if (self->sender == NULL)
    return;
  rk_banner_hide (self->banner);
  if (!rk_sender_send (self->sender, id, &error))
    {
      rk_window_complain (self, error);
      return;
    }
  g_free (self->sending);
  self->sending = g_strdup (id);
}

typedef struct
{
  RkWindow *window;
  char *id;
} Question;

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;

  if (rk_ask_finish (result))
    send_response (question->window, question->id);
  g_object_unref (question->window);
  g_free (question->id);
  g_free (question);
}

/* Answers leave this computer only after the person has said so, once per survey. */
static void
ask_to_send (RkWindow *self, const char *id, const char *server_name)
{
  Question *question = g_new0 (Question, 1);
  /* Translators: the name of a server */
  g_autofree char *heading = g_strdup_printf (_ ("Send to %s?"), server_name);

  question->window = g_object_ref (self);
  question->id = g_strdup (id);
  rk_ask_async (GTK_WIDGET (self), heading,
                _ ("All answers of this survey and the files with them go to the server. Notes, "
                   "and who filled in what, stay on this computer."),
                   _ ("Send"), FALSE, asked_cb, question);
}

static void
send_response_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *server_name = NULL;

  if (self->store == NULL)
    return;
  items = rk_exchange_list (self->store, id, NULL);
  server_name = rk_exchange_dup_target_name (self->store, id);
  if (server_name != NULL && items != NULL && items->len == 0)
    ask_to_send (self, id, server_name);
  else
    send_response (self, id);
}

void
rk_window_add_server_actions (RkWindow *self)
{
  static const GActionEntry entries[] = {
    { "fetch-questionnaires", fetch_questionnaires_action, "s" },
    { "send-response", send_response_action, "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
