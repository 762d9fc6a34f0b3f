/* SPDX-License-Identifier: EUPL-1.2 */
/* What the two steps of the page share. */
#pragma once

#include "rk-banner.h"
#include "rk-exchange.h"
#include "rk-fetch-item.h"
#include "rk-fetch-page.h"

G_BEGIN_DECLS

struct _RkFetchPage
{
  AdwBin parent_instance;
  RkStore *store;            /* NULL: the page has gone */
  GPtrArray *servers;        /* of RkRecord: those that are known */
  RkOdkAccount *account;     /* (nullable): who we are at the server whose list is shown */
  char *server;              /* (nullable): its record */
  GCancellable *cancellable; /* (nullable): of what is under way */
  gboolean typed;            /* the password came from the person, not from the keyring */

  GListStore *items; /* of RkFetchItem */
  GtkFilterListModel *shown;
  char *folded;     /* what is searched for */
  GPtrArray *queue; /* (nullable): of RkFetchItem: to fetch, while that is under way */
  guint position;   /* in the queue */
  guint added;
  guint failed;

  RkBanner *banner;
  GtkStack *steps;
  GtkWidget *card;
  GtkDropDown *known;
  GtkWidget *forget_button;
  GtkEntry *address;
  GtkWidget *open_box;
  GtkCheckButton *open_check;
  GtkEntry *user;
  GtkEditable *password;
  GtkWidget *connect_button;
  GtkSpinner *spinner;
  GtkWidget *stop_button;
  GtkLabel *server_name;
  GtkWidget *other_button;
  GtkEditable *search;
  GtkLabel *nothing;
  GtkWidget *scroller;
  GtkListView *list;
  GtkLabel *status;
  GtkProgressBar *progress;
  GtkWidget *cancel_button;
  GtkWidget *fetch_button;
};

/* Says above the page what failed; a cancelled operation is nothing that failed. */
void rk_fetch_page_complain (RkFetchPage *self, const GError *error);

/* --- rk-fetch-known.c ------------------------------------------------------------------------- */

void rk_fetch_known_bind (GtkWidgetClass *widget_class);
/* Offers the servers that are known, first of all the one with the record @chosen. */
void rk_fetch_known_start (RkFetchPage *self, const char *chosen);

/* --- rk-fetch-list.c -------------------------------------------------------------------------- */

void rk_fetch_list_bind (GtkWidgetClass *widget_class);
void rk_fetch_list_init (RkFetchPage *self);
/* Shows @forms (element-type RkOdkForm), which self->server gave. */
void rk_fetch_list_show (RkFetchPage *self, GPtrArray *forms);

G_END_DECLS
