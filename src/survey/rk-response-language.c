/* SPDX-License-Identifier: EUPL-1.2 */
/* The language a response is filled in in: that of the last time, else of the last time with this
 * form, else that of the program, else the default of the form. */
#include "config.h"
#include "rk-form-language.h"
#include "rk-response-private.h"

static char *
dup_response_key (RkResponse *self)
{
  return g_strconcat ("survey/language/", self->id, NULL);
}

static char *
dup_form_key (RkResponse *self)
{
  return g_strconcat ("survey/form-language/",
                      rk_form_get_id (rk_form_instance_get_form (self->instance)), NULL);
}

static gboolean
choose_kept (RkResponse *self, char *key)
{
  g_autofree char *own = key;
  g_autofree char *language = rk_store_get_state (self->store, own);

  return language != NULL &&
         rk_form_instance_set_language (self->instance, language) == RK_REJECT_NONE;
}

void
rk_response_choose_language (RkResponse *self)
{
  const char *const *languages = rk_form_get_languages (rk_form_instance_get_form (self->instance));
  const char *language;

  if (languages[0] == NULL || languages[1] == NULL)
    return;
  if (choose_kept (self, dup_response_key (self)) || choose_kept (self, dup_form_key (self)))
    return;
  language = rk_form_language_find (languages, g_get_language_names ());
  if (language != NULL)
    rk_form_instance_set_language (self->instance, language);
}

gboolean
rk_response_set_language (RkResponse *self, const char *language)
{
  g_autofree char *own = NULL, *form = NULL;

  g_return_val_if_fail (RK_IS_RESPONSE (self), FALSE);
  if (rk_form_instance_set_language (self->instance, language) != RK_REJECT_NONE)
    return FALSE;
  own = dup_response_key (self);
  form = dup_form_key (self);
  /* A language that could not be kept is no loss of answers: nothing to say about it. */
  rk_store_set_state (self->store, own, language, NULL);
  rk_store_set_state (self->store, form, language, NULL);
  return TRUE;
}
