/* SPDX-License-Identifier: EUPL-1.2 */
/* The sheet settings: one row about the form as a whole. */
#include "config.h"
#include "rk-xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *prefix, *uri;
} well_known[] = {
  { "h", "http://www.w3.org/1999/xhtml" },       { "ev", "http://www.w3.org/2001/xml-events" },
  { "xsd", "http://www.w3.org/2001/XMLSchema" }, { "jr", "http://openrosa.org/javarosa" },
  { "orx", "http://openrosa.org/xforms" },       { "odk", "http://www.opendatakit.org/xforms" },
};

const char *
rk_xf_setting (RkXf *self, const char *key)
{
  const RkXfRow *row = self->settings != NULL && self->settings->rows->len > 0
                           ? g_ptr_array_index (self->settings->rows, 0)
                           : NULL;

  return rk_xf_row_get (row, key);
}

gboolean
rk_xf_setting_is_on (RkXf *self, const char *key)
{
  const char *value = rk_xf_setting (self, key);

  return value != NULL && rk_xf_truth (value) == 1;
}

/* prefix="uri" pairs, between blanks. */
static void
load_namespaces (RkXf *self, const char *text)
{
  g_auto (GStrv) pairs = g_strsplit_set (text, " \t\n", -1);
  const RkXfRow *row = g_ptr_array_index (self->settings->rows, 0);

  for (char **pair = pairs; *pair != NULL; pair++)
    {
      char *equals = strchr (*pair, '=');
      g_autofree char *uri = NULL;

      if (**pair == '\0')
        continue;
      if (equals != NULL)
        *equals = '\0';
      if (equals == NULL || !rk_xf_is_name (*pair) || strchr (*pair, ':') != NULL)
        {
          rk_xf_error (self, "bad-namespace", row, rk_xf_row_column (row, "namespaces"),
                       _ ("A namespace is written as prefix=\"address\", such as "
                          "rk=\"urn:example\"."));
          continue;
        }
      uri = g_strdelimit (g_strdup (equals + 1), "\"'", ' ');
      if (!g_hash_table_contains (self->prefixes, *pair))
        g_hash_table_insert (self->prefixes, g_strdup (*pair), g_strdup (g_strstrip (uri)));
    }
}

/* The name of a form that does not give one: that of its file. */
static char *
stem_of (const char *file)
{
  const char *dot = strrchr (file, '.');

  return dot != NULL && dot > file ? g_strndup (file, dot - file) : g_strdup (file);
}

static void
check_root_name (RkXf *self)
{
  const char *name = rk_xf_setting (self, "name");
  const RkXfRow *row;

  if (name == NULL || (rk_xf_is_name (name) && strchr (name, ':') == NULL))
    return;
  row = g_ptr_array_index (self->settings->rows, 0);
  rk_xf_error (self, "bad-name", row, rk_xf_row_column (row, "name"),
               /* Translators: a name. */
               _ ("“%s” cannot be a name. A name begins with a letter or _ and goes on with "
                  "letters, digits, - . and _."),
                  name);
}

static void
set_root_attribute (RkXf *self, const char *name, const char *value)
{
  if (value != NULL)
    rk_xf_rules_set (self->root->instances, name, value, NULL);
}

/* attribute::name: what the sheet puts on the root of the answers. */
static void
load_root_attributes (RkXf *self)
{
  const RkXfRow *row = self->settings != NULL && self->settings->rows->len > 0
                           ? g_ptr_array_index (self->settings->rows, 0)
                           : NULL;

  for (guint i = 0; row != NULL && i < row->table->columns->len; i++)
    {
      const RkXfColumn *column = g_ptr_array_index (row->table->columns, i);

      if (row->cells[i] != NULL && g_str_has_prefix (column->key, "attribute::"))
        rk_xf_rules_set (self->root->instances, column->key + strlen ("attribute::"), row->cells[i],
                         column);
    }
}

void
rk_xf_settings_load (RkXf *self)
{
  g_autofree char *stem = stem_of (self->file);
  const char *id = rk_xf_setting (self, "id_string");
  const char *name = rk_xf_setting (self, "name");
  const char *language = rk_xf_setting (self, "default_language");

  for (guint i = 0; i < G_N_ELEMENTS (well_known); i++)
    g_hash_table_insert (self->prefixes, g_strdup (well_known[i].prefix),
                         g_strdup (well_known[i].uri));
  self->default_language = g_strdup (language != NULL ? language : "default");
  check_root_name (self);
  if (name == NULL || !rk_xf_is_name (name))
    name = "data";
  self->root = rk_xf_element_new (RK_XF_ROOT, name, NULL);
  load_root_attributes (self);
  set_root_attribute (self, "id", id != NULL ? id : stem);
  set_root_attribute (self, "version", rk_xf_setting (self, "version"));
  set_root_attribute (self, "odk:prefix", rk_xf_setting (self, "prefix"));
  set_root_attribute (self, "odk:delimiter", rk_xf_setting (self, "delimiter"));
  if (rk_xf_setting (self, "namespaces") != NULL)
    load_namespaces (self, rk_xf_setting (self, "namespaces"));
  if (rk_xf_setting_is_on (self, "omit_instanceID") && rk_xf_setting (self, "public_key") != NULL)
    {
      const RkXfRow *row = g_ptr_array_index (self->settings->rows, 0);

      rk_xf_error (self, "no-instance-id", row, rk_xf_row_column (row, "omit_instanceID"),
                   _ ("A form with a public key needs an instanceID. Leave omit_instanceID out."));
    }
}
