/* SPDX-License-Identifier: EUPL-1.2 */
/* What the commands of the group "openrosa" share: which server, and who asks. */
#pragma once

#include "cli-survey.h"
#include "rk-exchange.h"

G_BEGIN_DECLS

/* The options that say where and who. */
typedef struct
{
  char *server;        /* (nullable): --server URL */
  char *user;          /* (nullable): --user NAME */
  char *password_file; /* (nullable): --password-file FILE */
  gboolean allow_http; /* --allow-http */
} CliServer;

#define CLI_SERVER_OPTIONS(where)                                                                  \
  { "server", 0, 0, G_OPTION_ARG_STRING, &(where).server, NULL, NULL },                            \
      { "user", 0, 0, G_OPTION_ARG_STRING, &(where).user, NULL, NULL },                            \
      { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &(where).password_file, NULL, NULL },        \
  {                                                                                                \
    "allow-http", 0, 0, G_OPTION_ARG_NONE, &(where).allow_http, NULL, NULL                         \
  }

void cli_server_clear (CliServer *where);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliServer, cli_server_clear)

/* The account that the options name, else the only server of @store (nullable). The password is
 * that of the file, which only its owner may read, or the one of the keyring: (transfer full). */
RkOdkAccount *cli_server_open (const CliServer *where, RkStore *store, GError **error);
/* "queued", "sent" or "refused". */
const char *cli_server_state_name (RkExchangeState state);
/* A submission as JSON. */
JsonObject *cli_server_describe (const RkExchangeItem *item);
/* A submission as a line for people. */
void cli_server_print (const RkExchangeItem *item);

G_END_DECLS
