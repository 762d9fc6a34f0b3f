/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl portfolio compare: what a newer release would change. */
#include "config.h"
#include "cli-portfolio.h"
#include "rk-architecture-diff.h"

#include <glib/gi18n-lib.h>

static JsonArray *
describe_changes (GPtrArray *changes)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < changes->len; i++)
    {
      const RkConceptChange *change = g_ptr_array_index (changes, i);
      JsonObject *object = json_object_new ();
      JsonArray *edits = json_array_new ();

      json_object_set_string_member (object, "key", change->key);
      json_object_set_string_member (object, "type", change->type);
      json_object_set_string_member (object, "name", change->name);
      json_object_set_boolean_member (object, "component", change->is_component);
      for (guint j = 0; j < change->edits->len; j++)
        {
          const RkConceptEdit *edit = g_ptr_array_index (change->edits, j);
          JsonObject *entry = json_object_new ();

          json_object_set_string_member (entry, "field", edit->field);
          cli_portfolio_set_text (entry, "before", edit->before);
          cli_portfolio_set_text (entry, "after", edit->after);
          json_array_add_object_element (edits, entry);
        }
      json_object_set_array_member (object, "edits", edits);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
describe_words (GPtrArray *words)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < words->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (words, i));
  return array;
}

static JsonArray *
describe_orphans (GPtrArray *orphans)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < orphans->len; i++)
    {
      const RkOrphan *orphan = g_ptr_array_index (orphans, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "key", orphan->key);
      json_object_set_string_member (object, "name", orphan->name);
      json_object_set_array_member (object, "applications",
                                    describe_words (orphan->application_names));
      json_object_set_array_member (object, "suggestions", describe_words (orphan->suggestions));
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
print_json (const RkArchitectureDiff *diff)
{
  JsonObject *object = json_object_new ();

  cli_portfolio_set_text (object, "from", diff->from_name);
  json_object_set_string_member (object, "to", diff->to_name);
  json_object_set_array_member (object, "new", describe_changes (diff->added));
  json_object_set_array_member (object, "changed", describe_changes (diff->changed));
  json_object_set_array_member (object, "vanished", describe_changes (diff->vanished));
  json_object_set_array_member (object, "moved", describe_changes (diff->moved));
  json_object_set_int_member (object, "views_new", diff->n_views_added);
  json_object_set_int_member (object, "views_vanished", diff->n_views_vanished);
  json_object_set_array_member (object, "orphans", describe_orphans (diff->orphans));
  if (diff->summary != NULL)
    cli_portfolio_describe_summary (object, diff->summary);
  cli_survey_print_object (object);
}

static void
print_changes (const char *title, GPtrArray *changes)
{
  g_print ("%s: %u\n", title, changes->len);
  for (guint i = 0; i < changes->len; i++)
    {
      const RkConceptChange *change = g_ptr_array_index (changes, i);

      g_print ("  %s (%s)\n", change->name, change->type);
    }
}

static void
print_lines (const RkArchitectureDiff *diff)
{
  print_changes (_ ("New"), diff->added);
  print_changes (_ ("Changed"), diff->changed);
  print_changes (_ ("Vanished"), diff->vanished);
  print_changes (_ ("Moved"), diff->moved);
  for (guint i = 0; i < diff->orphans->len; i++)
    {
      const RkOrphan *orphan = g_ptr_array_index (diff->orphans, i);

      /* Translators: a place on the reference architecture, a number. */
      g_print (ngettext ("“%s” vanishes. %u application stands on it.\n",
                         "“%s” vanishes. %u applications stand on it.\n",
                         orphan->application_ids->len),
               orphan->name, orphan->application_ids->len);
    }
  if (rk_architecture_diff_is_empty (diff))
    g_print ("%s\n", _ ("This release is the same as what you have."));
}

int
cli_portfolio_compare (CliContext *context, int argc, char **argv)
{
  g_autoptr (RkArchitectureDiff) diff = NULL;
  g_autoptr (RkStore) store = NULL;
  GError *error = NULL;

  if (!cli_parse (context, NULL, &argc, &argv) || argc != 2)
    return cli_wrong_usage ("portfolio", "compare");
  store = cli_portfolio_open_store (context, RK_STORE_OPEN_EXISTING, &error);
  if (store != NULL)
    diff = rk_architecture_compare_file (store, argv[1], NULL, NULL, NULL, &error);
  if (diff == NULL)
    return cli_fail (context, CLI_FAILED, error);
  if (context->json)
    print_json (diff);
  else
    print_lines (diff);
  return CLI_DONE;
}
