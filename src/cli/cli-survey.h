/* SPDX-License-Identifier: EUPL-1.2 */
/* What the commands of the group "survey" share. */
#pragma once

#include "cli.h"
#include "rk-response-adopt.h"

G_BEGIN_DECLS

/* The workspace of the command: (transfer full). With RK_STORE_CREATE a missing file is made, and
 * the folder of the app's own workspace too. */
RkStore *cli_survey_open_store (CliContext *context, RkStoreFlags flags, GError **error);
/* The response @id of that workspace: (transfer full). */
RkResponse *cli_survey_open (CliContext *context, const char *id, RkStoreFlags flags,
                             GError **error);
/* Prints {"id": @id}. */
void cli_survey_print_id (const char *id);
/* Tells what was taken over into the response @id. */
void cli_survey_print_adoption (CliContext *context, const char *id, const RkAdoption *adoption);
/* @object as a document: prints and takes it. */
void cli_survey_print_object (JsonObject *object);
/* A member that is null when @number is NaN. */
void cli_survey_set_number (JsonObject *object, const char *name, double number);

G_END_DECLS
