/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "cli-portfolio.h"

#include <glib/gi18n-lib.h>

RkStore *
cli_portfolio_open_store (CliContext *context, RkStoreFlags flags, GError **error)
{
  return cli_survey_open_store (context, flags, error);
}

static void
fail_none (GError **error)
{
  g_set_error_literal (error, RK_ERROR, RK_ERROR_NOT_FOUND,
                       _ ("No reference architecture is in use. Import one first: rkctl portfolio "
                          "import MODEL.xml"));
}

RkArchitecture *
cli_portfolio_open_architecture (RkStore *store, const char *id, GError **error)
{
  GError *local_error = NULL;
  RkArchitecture *architecture = rk_architecture_open (store, id, &local_error);

  if (architecture == NULL && local_error == NULL)
    fail_none (error);
  else if (architecture == NULL)
    g_propagate_error (error, local_error);
  return architecture;
}

char *
cli_portfolio_find_architecture (RkStore *store, const char *id, GError **error)
{
  GError *local_error = NULL;
  char *current;

  if (id != NULL)
    return g_strdup (id);
  current = rk_architecture_dup_current (store, &local_error);
  if (current == NULL && local_error == NULL)
    fail_none (error);
  else if (current == NULL)
    g_propagate_error (error, local_error);
  return current;
}

void
cli_portfolio_print_file (const char *path)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "path", path);
  json_object_set_string_member (object, "format", "archimate");
  cli_survey_print_object (object);
}

void
cli_portfolio_set_text (JsonObject *object, const char *name, const char *text)
{
  if (text == NULL)
    json_object_set_null_member (object, name);
  else
    json_object_set_string_member (object, name, text);
}

gboolean
cli_portfolio_refuse_value (const char *option, const char *value, const char *allowed,
                            GError **error)
{
  g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
               /* Translators: what was typed, an option of the command, a list of words. */
               _ ("“%s” cannot be given to %s. Choose one of: %s."), value, option, allowed);
  return FALSE;
}

static JsonObject *
describe_kind (const RkArchimateSummary *summary, RkArchimateWarningKind kind)
{
  JsonObject *object = json_object_new ();
  JsonArray *lines = json_array_new ();

  json_object_set_string_member (object, "kind", rk_archimate_warning_get_name (kind));
  json_object_set_string_member (object, "label", rk_archimate_warning_get_label (kind));
  json_object_set_int_member (object, "count", summary->counts[kind]);
  for (guint i = 0; i < summary->warnings->len; i++)
    {
      const RkArchimateWarning *warning = g_ptr_array_index (summary->warnings, i);
      g_autofree char *text = NULL;

      if (warning->kind != kind)
        continue;
      text = rk_archimate_warning_to_text (warning);
      json_array_add_string_element (lines, text);
    }
  json_object_set_array_member (object, "messages", lines);
  return object;
}

void
cli_portfolio_describe_summary (JsonObject *object, const RkArchimateSummary *summary)
{
  JsonArray *kinds = json_array_new ();

  json_object_set_int_member (object, "format_version", summary->version);
  json_object_set_int_member (object, "elements", summary->n_elements);
  json_object_set_int_member (object, "relations", summary->n_relations);
  json_object_set_int_member (object, "views", summary->n_views);
  json_object_set_int_member (object, "nodes", summary->n_nodes);
  json_object_set_int_member (object, "connections", summary->n_connections);
  json_object_set_int_member (object, "properties", summary->n_properties);
  json_object_set_int_member (object, "components", summary->n_components);
  json_object_set_int_member (object, "warnings", rk_archimate_summary_count_warnings (summary));
  for (guint i = 0; i < RK_ARCHIMATE_N_WARNING_KINDS; i++)
    if (summary->counts[i] > 0)
      json_array_add_object_element (kinds, describe_kind (summary, (RkArchimateWarningKind) i));
  json_object_set_array_member (object, "warning_kinds", kinds);
}
