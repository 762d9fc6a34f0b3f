/* SPDX-License-Identifier: EUPL-1.2 */
/* The second step: what the server has, and fetching what was chosen. */
#include "config.h"
#include "rk-fetch-page-private.h"

#include "rk-fetch-row.h"
#include "rk-text.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

/* With fewer one sees them all. */
#define MANY_FORMS 8

/* --- the list --------------------------------------------------------------------------------- */

static guint
count_chosen (RkFetchPage *self)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (RkFetchItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      n += rk_fetch_item_is_chosen (item);
    }
  return n;
}

static void
show_chosen (RkFetchPage *self)
{
  guint n = count_chosen (self);
  g_autofree char *text = n == 0
      ? g_strdup (_ ("Choose what you want to fetch."))
      : g_strdup_printf (ngettext ("%u questionnaire chosen", "%u questionnaires chosen", n), n);

  if (self->queue != NULL)
    return;
  gtk_label_set_label (self->status, text);
  gtk_widget_set_sensitive (self->fetch_button, n > 0);
}

static gboolean
filter_cb (gpointer item, gpointer data)
{
  const RkFetchPage *self = data;

  return self->folded == NULL || rk_fetch_item_matches (item, self->folded);
}

static void
show_nothing (RkFetchPage *self)
{
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  g_autofree char *text = NULL;

  if (all == 0)
    text = g_strdup (_ ("This server has no questionnaires for you."));
  else
    /* Translators: what was searched for */
    text = g_strdup_printf (_ ("Nothing found for “%s”. Check the spelling, or search for a part "
                               "of the word."),
                               gtk_editable_get_text (self->search));
  gtk_label_set_label (self->nothing, text);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), shown == 0);
  gtk_widget_set_visible (self->scroller, shown > 0);
}

static void
search_cb (RkFetchPage *self)
{
  g_free (self->folded);
  self->folded = rk_text_fold (gtk_editable_get_text (self->search));
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->shown), GTK_FILTER_CHANGE_DIFFERENT);
  show_nothing (self);
}

static void
activate_cb (RkFetchPage *self, guint position)
{
  g_autoptr (RkFetchItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  if (item != NULL && self->queue == NULL)
    rk_fetch_item_set_chosen (item, !rk_fetch_item_is_chosen (item));
}

static void
other_server_cb (RkFetchPage *self)
{
  rk_banner_hide (self->banner);
  gtk_stack_set_visible_child_name (self->steps, "server");
  gtk_widget_grab_focus (GTK_WIDGET (self->address));
}

void
rk_fetch_list_show (RkFetchPage *self, GPtrArray *forms)
{
  g_autofree char *name = rk_odk_address_dup_name (self->account->url);

  g_list_store_remove_all (self->items);
  for (guint i = 0; i < forms->len; i++)
    {
      const RkOdkForm *form = g_ptr_array_index (forms, i);
      g_autoptr (RkFetchItem) item =
          rk_fetch_item_new (form, rk_exchange_compare (self->store, self->server, form));

      g_signal_connect_object (item, "changed", G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
      g_list_store_append (self->items, item);
    }
  gtk_label_set_label (self->server_name, name);
  gtk_editable_set_text (self->search, "");
  gtk_widget_set_visible (GTK_WIDGET (self->search), forms->len > MANY_FORMS);
  show_nothing (self);
  show_chosen (self);
  gtk_stack_set_visible_child_name (self->steps, "list");
  gtk_widget_grab_focus (forms->len > MANY_FORMS ? GTK_WIDGET (self->search)
                                                 : GTK_WIDGET (self->list));
}

/* --- fetching --------------------------------------------------------------------------------- */

static void
set_fetching (RkFetchPage *self, gboolean fetching)
{
  gtk_widget_set_visible (GTK_WIDGET (self->progress), fetching);
  gtk_widget_set_visible (self->cancel_button, fetching);
  if (fetching)
    gtk_widget_grab_focus (self->cancel_button); /* before what has it cannot keep it */
  gtk_widget_set_visible (self->fetch_button, !fetching);
  gtk_widget_set_sensitive (self->other_button, !fetching);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), !fetching);
  gtk_progress_bar_set_fraction (self->progress, 0);
}

static void
tell_done (RkFetchPage *self)
{
  g_autofree char *text =
      g_strdup_printf (ngettext ("%u questionnaire added", "%u questionnaires added", self->added),
                       self->added);
  g_autoptr (RkStore) store = g_object_ref (self->store);
  g_autoptr (RkFetchPage) kept = g_object_ref (self);
  GtkWidget *window;

  /* The toast goes with the page that one comes to: this one is left. */
  window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  if (self->added > 0 && self->failed == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "surveys");
  if (self->added == 1) /* undo takes back one step */
    rk_toast_show_undo (window, store, text);
  else if (self->added > 1)
    rk_toast_show (window, text, NULL, NULL);
}

static void
finish (RkFetchPage *self)
{
  g_clear_pointer (&self->queue, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  set_fetching (self, FALSE);
  show_chosen (self);
  tell_done (self);
}

static RkFetchItem *
get_current (RkFetchPage *self)
{
  return self->position < self->queue->len ? g_ptr_array_index (self->queue, self->position) : NULL;
}

static void
show_step (RkFetchPage *self, RkFetchItem *item)
{
  /* Translators: the name of a questionnaire, then which one of how many it is */
  g_autofree char *text =
      g_strdup_printf (_ ("Fetching “%s”: %u of %u"), rk_fetch_item_get_form (item)->name,
                          self->position + 1, self->queue->len);

  gtk_label_set_label (self->status, text);
}

static void
progress_cb (goffset done, goffset total, gpointer data)
{
  RkFetchPage *self = data;

  if (self->store == NULL || self->queue == NULL)
    return;
  if (total > 0)
    gtk_progress_bar_set_fraction (self->progress,
                                   ((double) self->position + (double) done / (double) total) /
                                       self->queue->len);
  else
    gtk_progress_bar_pulse (self->progress);
}

/* What is wrong with one questionnaire is not wrong with the next. */
static gboolean
goes_on_after (const GError *error)
{
  return error->domain == RK_ERROR || g_error_matches (error, RK_ODK_ERROR, RK_ODK_ERROR_DAMAGED) ||
         g_error_matches (error, RK_ODK_ERROR, RK_ODK_ERROR_TOO_LARGE) ||
         g_error_matches (error, RK_ODK_ERROR, RK_ODK_ERROR_REFUSED);
}

static gboolean
add (RkFetchPage *self, RkFetchItem *item, const RkOdkBundle *bundle, GError **error)
{
  g_autoptr (RkQuestionnaire) questionnaire =
      rk_exchange_add_form (self->store, self->server, rk_fetch_item_get_form (item), bundle, NULL,
                            error);

  if (questionnaire == NULL)
    return FALSE;
  self->added++;
  rk_fetch_item_set_have (item, RK_EXCHANGE_SAME);
  rk_fetch_item_set_chosen (item, FALSE);
  return TRUE;
}

static void
complain_about (RkFetchPage *self, RkFetchItem *item, const GError *error)
{
  g_autoptr (GError) whole = NULL;

  if (self->failed++ > 0)
    return; /* the first says enough; the others stay chosen */
  if (error->domain == RK_ERROR)
    /* Translators: the name of a questionnaire, then why: a sentence */
    whole = g_error_new (RK_ERROR, RK_ERROR_INVALID,
                         _ ("“%s” cannot be added. %s"), rk_fetch_item_get_form (item)->name,
                            error->message);
  rk_fetch_page_complain (self, whole != NULL ? whole : error);
}

/* Both the end of one and the beginning of the next; @result NULL: the beginning of the first. */
static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RkFetchPage) self = data;
  RkFetchItem *item;
  g_autoptr (GError) error = NULL;

  if (result != NULL)
    {
      g_autoptr (RkOdkBundle) bundle = rk_odk_fetch_form_finish (result, &error);

      if (self->store == NULL)
        return;
      item = get_current (self);
      if (bundle == NULL || !add (self, item, bundle, &error))
        complain_about (self, item, error);
      self->position++;
    }
  item = get_current (self);
  if (item == NULL || (error != NULL && !goes_on_after (error)))
    {
      finish (self);
      return;
    }
  show_step (self, item);
  rk_odk_fetch_form_async (self->account, rk_fetch_item_get_form (item), progress_cb, self,
                           self->cancellable, fetched_cb, g_object_ref (self));
}

static void
fetch_cb (RkFetchPage *self)
{
  if (self->queue != NULL || self->cancellable != NULL)
    return;
  rk_banner_hide (self->banner);
  self->queue = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (RkFetchItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (rk_fetch_item_is_chosen (item))
        g_ptr_array_add (self->queue, g_object_ref (item));
    }
  self->position = self->added = self->failed = 0;
  self->cancellable = g_cancellable_new ();
  set_fetching (self, TRUE);
  fetched_cb (NULL, NULL, g_object_ref (self));
}

/* --- its part of the widget ------------------------------------------------------------------- */

void
rk_fetch_list_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RkFetchPage, server_name);
  gtk_widget_class_bind_template_child (widget_class, RkFetchPage, other_button);
  gtk_widget_class_bind_template_child (widget_class, RkFetchPage, search);
  gtk_widget_class_bind_template_child (widget_class, RkFetchPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, RkFetchPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, RkFetchPage, list);
  gtk_widget_class_bind_template_child (widget_class, RkFetchPage, status);
  gtk_widget_class_bind_template_child (widget_class, RkFetchPage, progress);
  gtk_widget_class_bind_template_child (widget_class, RkFetchPage, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, RkFetchPage, fetch_button);
  gtk_widget_class_bind_template_callback (widget_class, other_server_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, fetch_cb);
}

void
rk_fetch_list_init (RkFetchPage *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;
  g_autoptr (GtkListItemFactory) factory = rk_fetch_row_factory_new ();
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (filter_cb, self, NULL));

  self->items = g_list_store_new (RK_TYPE_FETCH_ITEM);
  self->shown = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), filter);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (self->shown)));
  gtk_list_view_set_model (self->list, selection);
  gtk_list_view_set_factory (self->list, factory);
}
