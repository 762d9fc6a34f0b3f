/* SPDX-License-Identifier: EUPL-1.2 */
/* What a row of the sheet survey says, whatever its type: texts, rules, default, triggers. */
#include "config.h"
#include "rk-xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
load_texts (RkXf *self, RkXfElement *element)
{
  const RkXfRow *row = element->row;

  rk_xf_row_get_text (self, row, "label", &element->label);
  rk_xf_row_get_text (self, row, "hint", &element->hint);
  rk_xf_row_get_text (self, row, "guidance_hint", &element->guidance);
  rk_xf_row_get_text (self, row, "bind::jr:constraintMsg", &element->constraint_message);
  rk_xf_row_get_text (self, row, "bind::jr:requiredMsg", &element->required_message);
  rk_xf_row_get_text (self, row, "bind::jr:noAppErrorString", &element->no_app_message);
  rk_xf_row_get_text (self, row, "media::image", &element->media[RK_XF_IMAGE]);
  rk_xf_row_get_text (self, row, "media::big-image", &element->media[RK_XF_BIG_IMAGE]);
  rk_xf_row_get_text (self, row, "media::audio", &element->media[RK_XF_AUDIO]);
  rk_xf_row_get_text (self, row, "media::video", &element->media[RK_XF_VIDEO]);
  if (rk_xf_text_is_empty (&element->media[RK_XF_IMAGE]) &&
      !rk_xf_text_is_empty (&element->media[RK_XF_BIG_IMAGE]))
    rk_xf_error (self, "big-image", row, rk_xf_row_column (row, "media::big-image"),
                 _ ("A big image needs an image too. Fill in the column “image”."));
}

static gboolean
is_message (const char *name)
{
  return g_str_equal (name, "jr:constraintMsg") || g_str_equal (name, "jr:requiredMsg") ||
         g_str_equal (name, "jr:noAppErrorString");
}

/* The prefix of an attribute has to be one that the form declares. */
static gboolean
check_attribute (RkXf *self, const RkXfRow *row, const RkXfColumn *column, const char *name)
{
  const char *colon = strchr (name, ':');
  g_autofree char *prefix = colon != NULL ? g_strndup (name, colon - name) : NULL;

  if (rk_xf_is_name (name) && (prefix == NULL || g_hash_table_contains (self->prefixes, prefix) ||
                               g_str_equal (prefix, "entities")))
    return TRUE;
  rk_xf_error (self, "bad-attribute", row, column,
               /* Translators: the name of an attribute. */
               _ ("“%s” cannot be an attribute. Use letters, digits, - and _; what stands before a "
                  "colon has to be declared under “namespaces” in the sheet settings."),
                  name);
  return FALSE;
}

static void
load_rules (RkXf *self, RkXfElement *element)
{
  static const struct
  {
    const char *prefix;
    gsize offset;
  } kinds[] = {
    { "bind::", G_STRUCT_OFFSET (RkXfElement, binds) },
    { "control::", G_STRUCT_OFFSET (RkXfElement, controls) },
    { "instance::", G_STRUCT_OFFSET (RkXfElement, instances) },
  };
  const RkXfRow *row = element->row;

  for (guint i = 0; i < row->table->columns->len; i++)
    {
      const RkXfColumn *column = g_ptr_array_index (row->table->columns, i);

      for (guint k = 0; row->cells[i] != NULL && k < G_N_ELEMENTS (kinds); k++)
        {
          const char *name = column->key + strlen (kinds[k].prefix);

          if (!g_str_has_prefix (column->key, kinds[k].prefix) || is_message (name) ||
              !check_attribute (self, row, column, name))
            continue;
          rk_xf_rules_set (G_STRUCT_MEMBER (GPtrArray *, element, kinds[k].offset), name,
                           row->cells[i], column);
        }
    }
  if (rk_xf_row_get (row, "intent") != NULL)
    rk_xf_element_set_control (element, "intent", rk_xf_row_get (row, "intent"),
                               rk_xf_row_column (row, "intent"));
}

/* A file that a default names stands among the images of the form. */
static char *
dup_default (const RkXfElement *element, const char *text)
{
  if (element->type == NULL || g_strcmp0 (element->type->mediatype, "image/*") != 0 ||
      strstr (text, "jr://images/") != NULL)
    return g_strdup (text);
  return g_strconcat ("jr://images/", text, NULL);
}

static void
load_default (RkXfElement *element)
{
  const char *text = rk_xf_row_get (element->row, "default");

  if (text == NULL || element->type == NULL)
    return;
  element->dynamic = rk_xf_is_dynamic (text, element->type->name);
  if (element->dynamic)
    element->default_value = g_strdup (text);
  else
    element->default_value = dup_default (element, text);
}

/* One question or several, between commas. A group has no value to set. */
static void
load_triggers (RkXf *self, RkXfElement *element)
{
  const char *text = rk_xf_row_get (element->row, "trigger");
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ",", -1);

  if (element->kind != RK_XF_QUESTION)
    return;
  for (char **part = parts; *part != NULL; part++)
    {
      char *name = rk_xf_dup_only_reference (*part);

      if (name == NULL && text != NULL)
        rk_xf_error (self, "bad-trigger", element->row, rk_xf_row_column (element->row, "trigger"),
                     _ ("A trigger names a question, such as ${name}; several stand between "
                        "commas."));
      if (name == NULL)
        continue;
      if (element->triggers == NULL)
        element->triggers = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (element->triggers, name);
    }
}

void
rk_xf_columns_load (RkXf *self, RkXfElement *element)
{
  const char *filter = rk_xf_row_get (element->row, "choice_filter");

  load_texts (self, element);
  load_rules (self, element);
  load_default (element);
  load_triggers (self, element);
  element->choice_filter = g_strdup (filter);
}
