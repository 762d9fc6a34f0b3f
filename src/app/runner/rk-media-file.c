/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-media-file.h"

#define KEY "rk-media-questionnaire"

/* Kept with the response: a section may show many pictures. */
static RkQuestionnaire *
get_questionnaire (RkResponse *response)
{
  RkQuestionnaire *kept = g_object_get_data (G_OBJECT (response), KEY);
  RkRecord *record = rk_response_get_record (response);

  if (kept != NULL)
    return kept;
  kept = rk_questionnaire_load (rk_response_get_store (response),
                                rk_record_get (record, "questionnaire"), NULL);
  if (kept != NULL)
    g_object_set_data_full (G_OBJECT (response), KEY, kept, g_object_unref);
  return kept;
}

GBytes *
rk_media_file_dup (RkResponse *response, const char *name)
{
  RkQuestionnaire *questionnaire;

  g_return_val_if_fail (RK_IS_RESPONSE (response) && name != NULL, NULL);
  questionnaire = get_questionnaire (response);
  return questionnaire != NULL ? rk_questionnaire_dup_media (questionnaire, name, NULL) : NULL;
}
