/* SPDX-License-Identifier: EUPL-1.2 */
/* The first step: where the server is, and who asks. */
#include "config.h"
#include "rk-fetch-page-private.h"

#include "rk-adaptive-bin.h"
#include "rk-card.h"
#include "rk-odk-keyring.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (RkFetchPage, rk_fetch_page, ADW_TYPE_BIN)

static guint signed_in_signal;

void
rk_fetch_page_complain (RkFetchPage *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  rk_banner_hide (self->banner);
  rk_banner_show (self->banner, RK_BANNER_ERROR, error->message, NULL, NULL);
}

static const char *
get_text (gpointer entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
set_busy (RkFetchPage *self, gboolean busy)
{
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (self->stop_button, busy);
  if (busy)
    gtk_widget_grab_focus (self->stop_button); /* before what has it cannot keep it */
  gtk_widget_set_sensitive (self->connect_button, !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->address), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->user), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->password), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->known), !busy);
  if (!busy)
    g_clear_object (&self->cancellable);
}

/* --- what came of it -------------------------------------------------------------------------- */

/* Only what worked is remembered. */
static gboolean
remember (RkFetchPage *self, GError **error)
{
  g_autofree char *id =
      rk_exchange_keep_server (self->store, self->account->url, self->account->user,
                               self->account->allow_http, error);

  if (id == NULL)
    return FALSE;
  g_free (self->server);
  self->server = g_steal_pointer (&id);
  if (self->typed)
    rk_odk_keyring_store (self->account->url, self->account->user, self->account->password);
  gtk_editable_set_text (GTK_EDITABLE (self->address), self->account->url); /* without its key */
  gtk_editable_set_text (self->password, "");
  g_signal_emit (self, signed_in_signal, 0);
  return TRUE;
}

static void
show_trouble (RkFetchPage *self, const GError *error)
{
  rk_fetch_page_complain (self, error);
  if (!g_error_matches (error, RK_ODK_ERROR, RK_ODK_ERROR_SIGN_IN))
    gtk_widget_grab_focus (GTK_WIDGET (self->address));
  else if (*get_text (self->user) == '\0')
    gtk_widget_grab_focus (GTK_WIDGET (self->user));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->password));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RkFetchPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) forms = rk_odk_list_forms_finish (result, &error);

  if (self->store == NULL)
    return;
  set_busy (self, FALSE);
  if (forms == NULL || !remember (self, &error))
    show_trouble (self, error);
  else
    rk_fetch_list_show (self, forms);
}

/* --- asking ----------------------------------------------------------------------------------- */

static void
ask_for_list (RkFetchPage *self)
{
  g_autoptr (RkRecord) server = rk_exchange_find_server (self->store, self->account->url, NULL);
  g_auto (GStrv) watched =
      rk_exchange_dup_known_forms (self->store, server != NULL ? rk_record_get_id (server) : NULL);

  rk_odk_list_forms_async (self->account, (const char *const *) watched, self->cancellable,
                           listed_cb, g_object_ref (self));
}

static void
password_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RkFetchPage) self = data;
  g_autofree char *password = rk_odk_keyring_lookup_finish (result);

  if (self->store == NULL)
    return;
  if (password != NULL)
    {
      g_free (self->account->password);
      self->account->password = g_steal_pointer (&password);
    }
  ask_for_list (self);
}

/* What was filled in, or NULL when the address is none. */
static RkOdkAccount *
read_account (RkFetchPage *self, GError **error)
{
  g_autofree char *key = NULL, *user = g_strstrip (g_strdup (get_text (self->user)));
  g_autofree char *url = rk_odk_address_read (get_text (self->address), &key, error);
  const char *password = get_text (self->password);
  RkOdkAccount *account;

  if (url == NULL)
    return NULL;
  account = rk_odk_account_new (url, key != NULL ? "" : user, key != NULL ? key : password);
  account->allow_http = gtk_check_button_get_active (self->open_check);
  return account;
}

static gboolean
is_open (RkFetchPage *self)
{
  g_autofree char *url = rk_odk_address_read (get_text (self->address), NULL, NULL);

  return url != NULL && rk_odk_address_is_open (url);
}

static void
connect_cb (RkFetchPage *self)
{
  g_autoptr (GError) error = NULL;
  RkOdkAccount *account;

  if (self->cancellable != NULL)
    return;
  rk_banner_hide (self->banner);
  account = read_account (self, &error);
  if (account == NULL)
    {
      show_trouble (self, error);
      return;
    }
  g_clear_pointer (&self->account, rk_odk_account_free);
  self->account = account;
  self->typed = *account->password != '\0';
  self->cancellable = g_cancellable_new ();
  set_busy (self, TRUE);
  if (self->typed)
    ask_for_list (self);
  else
    rk_odk_keyring_lookup_async (account->url, account->user, self->cancellable, password_found_cb,
                                 g_object_ref (self));
}

static void
stop_cb (RkFetchPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/* --- the fields ------------------------------------------------------------------------------- */

static void
address_changed_cb (RkFetchPage *self)
{
  gboolean open = is_open (self);

  gtk_widget_set_visible (self->open_box, open);
  if (!open)
    gtk_check_button_set_active (self->open_check, FALSE);
}

/* --- the widget ------------------------------------------------------------------------------- */

static void
rk_fetch_page_dispose (GObject *object)
{
  RkFetchPage *self = RK_FETCH_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (rk_fetch_page_parent_class)->dispose (object);
}

static void
rk_fetch_page_finalize (GObject *object)
{
  RkFetchPage *self = RK_FETCH_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->items);
  g_clear_pointer (&self->servers, g_ptr_array_unref);
  g_clear_pointer (&self->account, rk_odk_account_free);
  g_clear_pointer (&self->queue, g_ptr_array_unref);
  g_free (self->server);
  g_free (self->folded);
  G_OBJECT_CLASS (rk_fetch_page_parent_class)->finalize (object);
}

static void
rk_fetch_page_class_init (RkFetchPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_fetch_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = rk_fetch_page_finalize;
  signed_in_signal = g_signal_new ("signed-in", RK_TYPE_FETCH_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (RK_TYPE_ADAPTIVE_BIN);
  g_type_ensure (RK_TYPE_BANNER);
  g_type_ensure (RK_TYPE_CARD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/servers/rk-fetch-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RkFetchPage, banner);
  gtk_widget_class_bind_template_child (widget_class, RkFetchPage, steps);
  gtk_widget_class_bind_template_child (widget_class, RkFetchPage, card);
  gtk_widget_class_bind_template_child (widget_class, RkFetchPage, address);
  gtk_widget_class_bind_template_child (widget_class, RkFetchPage, open_box);
  gtk_widget_class_bind_template_child (widget_class, RkFetchPage, open_check);
  gtk_widget_class_bind_template_child (widget_class, RkFetchPage, user);
  gtk_widget_class_bind_template_child (widget_class, RkFetchPage, password);
  gtk_widget_class_bind_template_child (widget_class, RkFetchPage, connect_button);
  gtk_widget_class_bind_template_child (widget_class, RkFetchPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, RkFetchPage, stop_button);
  gtk_widget_class_bind_template_callback (widget_class, connect_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, address_changed_cb);
  rk_fetch_known_bind (widget_class);
  rk_fetch_list_bind (widget_class);
}

static void
rk_fetch_page_init (RkFetchPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rk_fetch_list_init (self);
}

GtkWidget *
rk_fetch_page_new (RkStore *store, const char *server)
{
  RkFetchPage *self = g_object_new (RK_TYPE_FETCH_PAGE, NULL);

  self->store = g_object_ref (store);
  rk_fetch_known_start (self, server);
  return GTK_WIDGET (self);
}
