/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-settings.h"

#include "rk-language.h"

static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autofree char *folder = rk_language_find_build_folder ("data/desktop");
  g_autoptr (GSettingsSchemaSource) built = NULL;

  if (folder != NULL)
    built = g_settings_schema_source_new_from_directory (folder, source, TRUE, NULL);
  if (built != NULL)
    source = built;
  return source != NULL ? g_settings_schema_source_lookup (source, APP_ID, TRUE) : NULL;
}

GSettings *
rk_settings_get (void)
{
  static GSettings *settings;

  if (settings == NULL)
    {
      g_autoptr (GSettingsSchema) schema = find_schema ();

      if (schema == NULL)
        g_error ("The settings schema %s is not installed", APP_ID);
      settings = g_settings_new_full (schema, NULL, NULL);
    }
  return settings;
}
