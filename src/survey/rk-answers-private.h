/* SPDX-License-Identifier: EUPL-1.2 */
/* Answers of a file on their way into an instance. */
#pragma once

#include "rk-response-private.h"

G_BEGIN_DECLS

typedef struct
{
  RkResponse *response;
  RkFormInstance *instance;
  GHashTable *questions; /* id, element name and path → RkQuestion */
  GPtrArray *touched;    /* leaves that were given an answer */
  GPtrArray *names;      /* the id of each, for messages */
  const char *id;        /* of the question at hand */
  const char *folder;    /* (nullable): where files are that answers name */
} RkAnswersApply;

/* Puts one answer into the instance as it stands, without looking whether its choices are on offer:
 * that can depend on what is still to come. */
gboolean rk_answers_put (RkAnswersApply *apply, RkQuestion *question, JsonNode *json,
                         GError **error);
/* Adds and removes rows until there are @wanted. */
gboolean rk_answers_set_row_count (RkAnswersApply *apply, RkFormNode *repeat, guint wanted,
                                   GError **error);
gboolean rk_answers_is_choice (RkFormNode *leaf);
/* Sets the error for the question at hand; FALSE. */
gboolean rk_answers_refuse (RkAnswersApply *apply, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

G_END_DECLS
