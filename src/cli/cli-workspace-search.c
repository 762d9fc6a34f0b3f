/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl workspace search: where words stand, in everything that can be searched. */
#include "config.h"
#include "cli-workspace.h"
#include "rk-search.h"

#define HITS_PER_KIND 100

/* The context without the marks around what matched. */
static char *
strip_marks (const char *context)
{
  char *text = g_strdup (context);
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    if (*from != '\002' && *from != '\003')
      *to++ = *from;
  *to = '\0';
  return text;
}

static void
print_hits (CliContext *context, GPtrArray *hits)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < hits->len; i++)
    {
      const RkSearchHit *hit = g_ptr_array_index (hits, i);
      g_autofree char *text = strip_marks (hit->context);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "kind", hit->kind->name);
      json_object_set_string_member (object, "id", hit->id);
      json_object_set_string_member (object, "title", hit->title);
      json_object_set_string_member (object, "context", text);
      json_array_add_object_element (array, object);
      if (!context->json)
        g_print ("%s %s: %s\n", hit->kind->name, hit->id, text);
    }
  json_node_take_array (node, array);
  if (context->json)
    cli_print_json (node);
  else
    json_node_unref (node);
}

int
cli_workspace_search (CliContext *context, int argc, char **argv)
{
  g_autofree char *path = NULL;
  g_autoptr (RkStore) store = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  GError *error = NULL;

  if (!cli_parse (context, NULL, &argc, &argv))
    return CLI_USAGE;
  if (argc != 2)
    return cli_wrong_usage ("workspace", "search");
  path = cli_workspace_dup_path (context);
  store = rk_workspace_open (path, RK_STORE_READ_ONLY, &error);
  if (store != NULL)
    hits = rk_search (store, argv[1], NULL, HITS_PER_KIND, &error);
  if (hits == NULL)
    return cli_fail (context, CLI_FAILED, error);
  print_hits (context, hits);
  return CLI_DONE;
}
