/* SPDX-License-Identifier: EUPL-1.2 */
/* How columns are called: one key for each, whatever the sheet calls it. */
#include "config.h"
#include "rk-xlsform-private.h"

#include <string.h>

/* From what a header may be called (in lower case, blanks as _) to its key. */
typedef struct
{
  const char *alias;
  const char *key;
} Alias;

static const Alias survey_aliases[] = {
  { "read_only", "bind::readonly" },
  { "readonly", "bind::readonly" },
  { "relevant", "bind::relevant" },
  { "relevance", "bind::relevant" },
  { "required", "bind::required" },
  { "constraint", "bind::constraint" },
  { "constraining_message", "bind::jr:constraintMsg" },
  { "constraint_message", "bind::jr:constraintMsg" },
  { "required_message", "bind::jr:requiredMsg" },
  { "requiredmsg", "bind::jr:requiredMsg" },
  { "noapperrorstring", "bind::jr:noAppErrorString" },
  { "no_app_error_string", "bind::jr:noAppErrorString" },
  { "calculation", "bind::calculate" },
  { "calculate", "bind::calculate" },
  { "save_to", "bind::entities:saveto" },
  { "appearance", "control::appearance" },
  { "count", "control::jr:count" },
  { "repeat_count", "control::jr:count" },
  { "jr:count", "control::jr:count" },
  { "autoplay", "control::autoplay" },
  { "rows", "control::rows" },
  { "body", "control" },
  { "caption", "label" },
  { "command", "type" },
  { "tag", "name" },
  { "value", "name" },
  { "image", "media::image" },
  { "big-image", "media::big-image" },
  { "audio", "media::audio" },
  { "video", "media::video" },
  { "compact_tag", "instance::odk:tag" },
  { NULL },
};

static const Alias choice_aliases[] = {
  { "caption", "label" },
  { "list_name", "list name" },
  { "value", "name" },
  { "image", "media::image" },
  { "big-image", "media::big-image" },
  { "audio", "media::audio" },
  { "video", "media::video" },
  { NULL },
};

static const Alias setting_aliases[] = {
  { "form_title", "title" },
  { "set_form_title", "title" },
  { "form_id", "id_string" },
  { "set_form_id", "id_string" },
  { NULL },
};

static const Alias entity_aliases[] = {
  { "list_name", "dataset" },
  { NULL },
};

/* Keys that need no alias. */
static const char *const survey_keys[] = {
  "type",          "name",       "label",     "hint",      "guidance_hint", "default",  "trigger",
  "choice_filter", "parameters", "disabled",  "bind",      "control",       "instance", "media",
  "intent",        "query",      "list_name", "sms_field", "sms_option",    NULL,
};
static const char *const choice_keys[] = {
  "list name", "name", "label", "media", "sms_option", NULL
};
static const char *const setting_keys[] = {
  "title",
  "id_string",
  "version",
  "style",
  "default_language",
  "public_key",
  "submission_url",
  "instance_name",
  "instance_id",
  "instance_xmlns",
  "namespaces",
  "allow_choice_duplicates",
  "clean_text_values",
  "omit_instanceID",
  "auto_send",
  "auto_delete",
  "client_editable",
  "name",
  "attribute",
  "prefix",
  "delimiter",
  "sms_keyword",
  "sms_separator",
  "sms_allow_media",
  "sms_date_format",
  "sms_datetime_format",
  "sms_response",
  "flat",
  "add_none_option",
  NULL,
};
static const char *const entity_keys[] = { "dataset",   "label",  "entity_id", "create_if",
                                           "update_if", "repeat", NULL };

static const struct
{
  const char *sheet;
  const Alias *aliases;
  const char *const *keys;
} sheets[] = {
  { "survey", survey_aliases, survey_keys },
  { "choices", choice_aliases, choice_keys },
  { "external_choices", choice_aliases, choice_keys },
  { "settings", setting_aliases, setting_keys },
  { "entities", entity_aliases, entity_keys },
};

const char *
rk_xf_header_alias (const char *sheet, const char *normalised)
{
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    if (g_str_equal (sheets[i].sheet, sheet))
      for (const Alias *alias = sheets[i].aliases; alias->alias != NULL; alias++)
        if (g_str_equal (alias->alias, normalised))
          return alias->key;
  return NULL;
}

/* The key as we write it, for @key in any case: (nullable). */
const char *
rk_xf_header_known (const char *sheet, const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    if (g_str_equal (sheets[i].sheet, sheet))
      for (guint k = 0; sheets[i].keys[k] != NULL; k++)
        if (g_ascii_strcasecmp (sheets[i].keys[k], key) == 0)
          return sheets[i].keys[k];
  return NULL;
}

GPtrArray *
rk_xf_header_list (const char *sheet)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    if (g_str_equal (sheets[i].sheet, sheet))
      {
        for (guint k = 0; sheets[i].keys[k] != NULL; k++)
          g_ptr_array_add (names, (gpointer) sheets[i].keys[k]);
        for (const Alias *alias = sheets[i].aliases; alias->alias != NULL; alias++)
          g_ptr_array_add (names, (gpointer) alias->alias);
      }
  return names;
}
