/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-principles.h"

#include "rk-principles-data.h"

#include <json-glib/json-glib.h>

#define RESOURCE "/io/github/regiekamer/Regiekamer/principles/principles.json"

static GPtrArray *
read_principles (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GBytes) bytes = g_resource_lookup_data (rk_principles_data_get_resource (), RESOURCE,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GPtrArray *principles = g_ptr_array_new ();
  JsonArray *list;

  if (bytes == NULL || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                                    (gssize) g_bytes_get_size (bytes), NULL))
    g_error ("The principles that come with the program cannot be read");
  list = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                       "principles");
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *object = json_array_get_object_element (list, i);
      RkPrinciple *principle = g_new0 (RkPrinciple, 1);

      principle->id = g_strdup (json_object_get_string_member (object, "id"));
      principle->group = g_strdup (json_object_get_string_member (object, "group"));
      principle->name = g_strdup (json_object_get_string_member (object, "name"));
      principle->question = g_strdup (json_object_get_string_member (object, "question"));
      principle->source = g_strdup (json_object_get_string_member (object, "source"));
      g_ptr_array_add (principles, principle);
    }
  return principles;
}

GPtrArray *
rk_principles_list (void)
{
  static GPtrArray *principles;

  if (g_once_init_enter (&principles))
    g_once_init_leave (&principles, read_principles ());
  return principles;
}
