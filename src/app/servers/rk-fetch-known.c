/* SPDX-License-Identifier: EUPL-1.2 */
/* The servers that are known: choosing one, and forgetting one. */
#include "config.h"
#include "rk-fetch-page-private.h"

#include "rk-ask.h"
#include "rk-odk-keyring.h"

#include <glib/gi18n.h>

static RkRecord *
get_chosen (RkFetchPage *self)
{
  guint i = gtk_drop_down_get_selected (self->known);

  return i < self->servers->len ? g_ptr_array_index (self->servers, i) : NULL;
}

static void
show_known (RkFetchPage *self)
{
  RkRecord *server = get_chosen (self);
  const char *user = server != NULL ? rk_record_get (server, "user") : NULL;

  gtk_editable_set_text (GTK_EDITABLE (self->address),
                         server != NULL ? rk_record_get (server, "url") : "");
  gtk_editable_set_text (GTK_EDITABLE (self->user), user != NULL ? user : "");
  gtk_editable_set_text (self->password, "");
  gtk_check_button_set_active (self->open_check,
                               server != NULL &&
                                   g_strcmp0 (rk_record_get (server, "allow_http"), "true") == 0);
  gtk_widget_set_visible (self->forget_button, server != NULL);
}

static void
fill_known (RkFetchPage *self, const char *chosen)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_clear_pointer (&self->servers, g_ptr_array_unref);
  self->servers = rk_exchange_list_servers (self->store, NULL);
  if (self->servers == NULL)
    self->servers = g_ptr_array_new ();
  for (guint i = 0; i < self->servers->len; i++)
    {
      RkRecord *server = g_ptr_array_index (self->servers, i);

      gtk_string_list_append (names, rk_record_get (server, "name"));
      if (g_str_equal (rk_record_get_id (server), chosen))
        selected = i;
    }
  gtk_string_list_append (names, _ ("Another server…"));
  gtk_drop_down_set_model (self->known, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->known, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->known), self->servers->len > 0);
  show_known (self);
}

/* --- forgetting ------------------------------------------------------------------------------- */

typedef struct
{
  RkFetchPage *page;
  RkRecord *server;
} Question;

static void
forget (RkFetchPage *self, RkRecord *server)
{
  g_autoptr (GError) error = NULL;

  if (!rk_exchange_forget_server (self->store, rk_record_get_id (server), &error))
    {
      rk_fetch_page_complain (self, error);
      return;
    }
  rk_odk_keyring_forget (rk_record_get (server, "url"));
  fill_known (self, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->address));
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;

  if (rk_ask_finish (result) && question->page->store != NULL)
    forget (question->page, question->server);
  g_object_unref (question->page);
  g_object_unref (question->server);
  g_free (question);
}

/* How many surveys wait to be sent there. */
static guint
count_waiting (RkFetchPage *self, RkRecord *server)
{
  g_autoptr (GPtrArray) items = rk_exchange_list (self->store, NULL, NULL);
  guint n = 0;

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const RkExchangeItem *item = g_ptr_array_index (items, i);

      n += item->state == RK_EXCHANGE_QUEUED &&
           g_strcmp0 (item->server, rk_record_get_id (server)) == 0;
    }
  return n;
}

static char *
describe_loss (guint waiting)
{
  g_autofree char *held =
      g_strdup_printf (ngettext ("%u survey still waits to be sent there, and will not be sent.",
                                 "%u surveys still wait to be sent there, and will not be sent.",
                                 waiting),
                       waiting);
  const char *always = _ ("The password is removed from this computer. The questionnaires and the "
                          "surveys stay.");

  return waiting > 0 ? g_strconcat (always, " ", held, NULL) : g_strdup (always);
}

static void
forget_cb (RkFetchPage *self)
{
  RkRecord *server = get_chosen (self);
  Question *question;
  g_autofree char *heading = NULL, *body = NULL;

  if (server == NULL || self->cancellable != NULL)
    return;
  question = g_new0 (Question, 1);
  question->page = g_object_ref (self);
  question->server = g_object_ref (server);
  /* Translators: the name of a server */
  heading = g_strdup_printf (_ ("Forget the server %s?"), rk_record_get (server, "name"));
  body = describe_loss (count_waiting (self, server));
  rk_ask_async (GTK_WIDGET (self), heading, body, _ ("Forget"), TRUE, asked_cb, question);
}

/* --- for the page ----------------------------------------------------------------------------- */

void
rk_fetch_known_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RkFetchPage, known);
  gtk_widget_class_bind_template_child (widget_class, RkFetchPage, forget_button);
  gtk_widget_class_bind_template_callback (widget_class, forget_cb);
}

void
rk_fetch_known_start (RkFetchPage *self, const char *chosen)
{
  /* The button within the list has no name of its own. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (
                                      gtk_widget_get_first_child (GTK_WIDGET (self->known))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Known servers"), -1);
  fill_known (self, chosen);
  g_signal_connect_object (self->known, "notify::selected", G_CALLBACK (show_known), self,
                           G_CONNECT_SWAPPED);
}
