/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl form run: a form, a script of operations, and what comes of it. */
#include "config.h"
#include "cli-form-state.h"
#include "cli.h"
#include "rk-json.h"
#include "rk-xlsform.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *attachments;
  char *clock;
  char *zone;
  char **properties;
  gint64 seed;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->attachments);
  g_free (options->clock);
  g_free (options->zone);
  g_strfreev (options->properties);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* --- surroundings ----------------------------------------------------------------------------- */

static void
clear_environment (RkFormEnvironment *environment)
{
  g_clear_pointer (&environment->tz, g_time_zone_unref);
  g_clear_pointer (&environment->properties, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RkFormEnvironment, clear_environment)

static gboolean
take_clock (RkFormEnvironment *environment, const Options *options)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) clock = NULL;

  if (options->clock == NULL)
    return TRUE;
  clock = g_date_time_new_from_iso8601 (options->clock, utc);
  if (clock == NULL)
    {
      cli_complain (_ ("“%s” is not a moment. Write it as 2026-01-15T09:30:00Z."), options->clock);
      return FALSE;
    }
  environment->now_us =
      g_date_time_to_unix (clock) * G_USEC_PER_SEC + g_date_time_get_microsecond (clock);
  return TRUE;
}

static gboolean
take_zone (RkFormEnvironment *environment, const Options *options)
{
  if (options->zone == NULL)
    return TRUE;
  environment->tz = g_time_zone_new_identifier (options->zone);
  if (environment->tz == NULL)
    cli_complain (_ ("There is no time zone “%s”. Write for example Europe/Brussels."),
                     options->zone);
  return environment->tz != NULL;
}

static gboolean
take_properties (RkFormEnvironment *environment, const Options *options)
{
  environment->properties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (char **p = options->properties; p != NULL && *p != NULL; p++)
    {
      const char *equals = strchr (*p, '=');

      if (equals == NULL)
        {
          cli_complain (_ ("“%s” is not a property. Write NAME=VALUE."), *p);
          return FALSE;
        }
      g_hash_table_insert (environment->properties, g_strndup (*p, equals - *p),
                           g_strdup (equals + 1));
    }
  return TRUE;
}

static gboolean
take_environment (RkFormEnvironment *environment, const Options *options)
{
  environment->seeded = options->seed >= 0;
  environment->seed = (guint32) options->seed;
  return take_clock (environment, options) && take_zone (environment, options) &&
         take_properties (environment, options);
}

/* --- operations ------------------------------------------------------------------------------- */

static char *
reject_text (RkReject reject, RkFormNode *node)
{
  switch (reject)
    {
    case RK_REJECT_NONE: return NULL;
    case RK_REJECT_NO_SUCH_NODE: return g_strdup ("no-such-node");
    case RK_REJECT_READONLY: return g_strdup ("readonly");
    case RK_REJECT_NOT_RELEVANT: return g_strdup ("not-relevant");
    case RK_REJECT_NO_SUCH_REPEAT: return g_strdup ("no-such-repeat");
    case RK_REJECT_NOT_USER_CONTROLLED: return g_strdup ("repeat-not-user-controlled");
    case RK_REJECT_NO_SUCH_INSTANCE: return g_strdup ("no-such-instance");
    case RK_REJECT_NO_SUCH_LANGUAGE: return g_strdup ("no-such-language");
    case RK_REJECT_LIMIT: return g_strdup ("limit");
    default: return cli_form_dup_not_settable (node);
    }
}

static gboolean
is_upload (RkFormNode *node)
{
  const RkControl *control = rk_form_node_get_control (node);

  return control != NULL && control->type == RK_CONTROL_UPLOAD;
}

static char *
do_set (RkFormInstance *instance, const char *path, const char *value)
{
  RkFormNode *node = rk_form_instance_find (instance, path);
  RkReject reject;

  if (node == NULL || rk_form_node_get_node_type (node) == RK_NODE_REPEAT)
    return g_strdup ("no-such-node");
  if (!is_upload (node))
    reject = rk_form_instance_set_value (instance, node, value);
  else if (rk_form_node_get_readonly (node))
    reject = RK_REJECT_READONLY;
  else
    reject = rk_form_node_get_relevant (node) ? RK_REJECT_NOT_SETTABLE : RK_REJECT_NOT_RELEVANT;
  return reject_text (reject, node);
}

static char *
do_add (RkFormInstance *instance, const char *path)
{
  RkFormNode *node = rk_form_instance_find (instance, path);

  if (node == NULL)
    return g_strdup ("no-such-repeat");
  return reject_text (rk_form_instance_add_row (instance, node, NULL), node);
}

static char *
do_remove (RkFormInstance *instance, const char *path)
{
  const char *bracket = strrchr (path, '[');
  g_autofree char *range = bracket != NULL ? g_strndup (path, bracket - path) : NULL;
  RkFormNode *repeat = range != NULL ? rk_form_instance_find (instance, range) : NULL;
  RkFormNode *row;

  if (repeat == NULL || rk_form_node_get_node_type (repeat) != RK_NODE_REPEAT)
    return g_strdup ("no-such-repeat");
  if (!rk_form_node_is_user_controlled (repeat))
    return g_strdup ("repeat-not-user-controlled");
  row = rk_form_instance_find (instance, path);
  if (row == NULL)
    return g_strdup ("no-such-instance");
  return reject_text (rk_form_instance_remove_row (instance, row), row);
}

/* Does one operation; the reason why not: (transfer full) (nullable). */
static char *
do_operation (RkFormInstance *instance, JsonObject *op)
{
  const char *kind = json_object_get_string_member_with_default (op, "op", "set");
  const char *path = json_object_get_string_member_with_default (op, "path", "");
  const char *value = json_object_get_string_member_with_default (op, "value", "");

  if (g_str_equal (kind, "set"))
    return do_set (instance, path, value);
  if (g_str_equal (kind, "add-repeat"))
    return do_add (instance, path);
  if (g_str_equal (kind, "remove-repeat"))
    return do_remove (instance, path);
  return reject_text (rk_form_instance_set_language (instance, value), NULL);
}

static void
do_operations (RkFormInstance *instance, JsonArray *ops)
{
  for (guint i = 0; i < json_array_get_length (ops); i++)
    {
      JsonObject *op = json_array_get_object_element (ops, i);
      g_autofree char *reason = do_operation (instance, op);

      json_object_remove_member (op, "rejected");
      if (reason != NULL)
        json_object_set_string_member (op, "rejected", reason);
    }
}

/* --- the script ------------------------------------------------------------------------------- */

static gboolean
is_known_operation (JsonNode *node)
{
  static const char *const kinds[] = { "set", "add-repeat", "remove-repeat", "language", NULL };
  const char *members[] = { "op", "path", "value" };
  JsonObject *op = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  for (guint i = 0; op != NULL && i < G_N_ELEMENTS (members); i++)
    {
      JsonNode *member = json_object_get_member (op, members[i]);

      if (member != NULL && json_node_get_value_type (member) != G_TYPE_STRING)
        return FALSE;
    }
  return op != NULL &&
         g_strv_contains (kinds, json_object_get_string_member_with_default (op, "op", "set"));
}

static gboolean
check_operations (JsonArray *ops, const char *path, GError **error)
{
  for (guint i = 0; i < json_array_get_length (ops); i++)
    if (!is_known_operation (json_array_get_element (ops, i)))
      {
        g_set_error (error, RK_FORM_ERROR, RK_FORM_ERROR_INVALID,
                     /* Translators: number of an operation, file name. */
                     _ ("Operation %u of “%s” is not one of set, add-repeat, remove-repeat and "
                        "language, with texts for path and value. Correct it."),
                        i + 1, path);
        return FALSE;
      }
  return TRUE;
}

/* The operations of the file at @path: (transfer full). */
static JsonArray *
load_operations (const char *path, GError **error)
{
  g_autoptr (JsonNode) document = rk_json_parse_file (path, error);
  JsonNode *root = document;

  if (document == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  if (JSON_NODE_HOLDS_OBJECT (root))
    root = json_object_get_member (json_node_get_object (root), "ops");
  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root))
    {
      g_set_error (error, RK_FORM_ERROR, RK_FORM_ERROR_INVALID,
                   _ ("“%s” holds no list of operations. Write [ … ] or { \"ops\": [ … ] }."),
                      path);
      return NULL;
    }
  if (!check_operations (json_node_get_array (root), path, error))
    return NULL;
  return json_array_ref (json_node_get_array (root));
}

/* --- the answer ------------------------------------------------------------------------------- */

static JsonArray *
strings_to_json (const char *const *strings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; strings[i] != NULL; i++)
    json_array_add_string_element (array, strings[i]);
  return array;
}

/* A count that was cut is said aloud. */
static void
complain_of_limits (RkFormNode *node)
{
  GListModel *children = rk_form_node_get_children (node);

  if (rk_form_node_is_over_limit (node))
    {
      g_autofree char *message = rk_form_node_dup_violation_message (node);

      cli_complain ("%s: %s", rk_form_node_get_path (node), message);
    }
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (RkFormNode) child = g_list_model_get_item (children, i);

      complain_of_limits (child);
    }
}

/* So is what could not be computed. */
static void
complain_of_problems (RkFormInstance *instance)
{
  GPtrArray *problems = rk_form_instance_get_problems (instance);

  for (guint i = 0; i < problems->len; i++)
    {
      const RkFormMessage *problem = g_ptr_array_index (problems, i);

      cli_complain ("%s: %s", problem->ref, problem->message);
    }
}

static JsonObject *
submission_to_json (RkFormInstance *instance)
{
  JsonObject *object = json_object_new ();
  g_autofree char *xml = rk_form_instance_to_xml (instance, TRUE);

  json_object_set_string_member (object, "status",
                                 rk_form_instance_is_valid (instance) ? "ready" : "pending");
  json_object_set_string_member (object, "xml", xml);
  return object;
}

static JsonNode *
run_to_json (RkFormInstance *instance, JsonArray *ops, const Options *options)
{
  RkForm *form = rk_form_instance_get_form (instance);
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_boolean_member (object, "ok", TRUE);
  json_object_set_string_member (object, "engine", "rkctl " RK_VERSION);
  if (options->clock != NULL)
    json_object_set_string_member (object, "clock", options->clock);
  if (options->zone != NULL)
    json_object_set_string_member (object, "tz", options->zone);
  json_object_set_array_member (object, "languages",
                                strings_to_json (rk_form_get_languages (form)));
  json_object_set_array_member (object, "attachments",
                                strings_to_json (rk_form_get_attachments (form)));
  json_object_set_member (object, "initial", cli_form_state (instance));
  do_operations (instance, ops);
  json_object_set_array_member (object, "ops", json_array_ref (ops));
  json_object_set_member (object, "final", cli_form_state (instance));
  complain_of_limits (rk_form_instance_get_root (instance));
  json_object_set_object_member (object, "submission", submission_to_json (instance));
  complain_of_problems (instance);
  json_node_take_object (node, object);
  return node;
}

/* Without --json: the operations that were refused, and the values that came out. */
static void
print_summary (JsonNode *result)
{
  JsonObject *object = json_node_get_object (result);
  JsonArray *ops = json_object_get_array_member (object, "ops");
  JsonObject *nodes =
      json_object_get_object_member (json_object_get_object_member (object, "final"), "nodes");
  g_autoptr (GList) names = json_object_get_members (nodes);

  for (guint i = 0; i < json_array_get_length (ops); i++)
    {
      JsonObject *op = json_array_get_object_element (ops, i);

      if (json_object_has_member (op, "rejected"))
        g_print (_ ("Operation %u was refused: %s\n"), i + 1,
                    json_object_get_string_member (op, "rejected"));
    }
  for (const GList *l = names; l != NULL; l = l->next)
    {
      JsonObject *state = json_object_get_object_member (nodes, l->data);
      const char *value = json_object_get_string_member_with_default (state, "value", "");

      if (*value != '\0')
        g_print ("%s = %s\n", (const char *) l->data, value);
    }
}

static int
run (CliContext *context, const char *form_path, const char *answers_path, const Options *options)
{
  g_auto (RkFormEnvironment) environment = { 0 };
  g_autoptr (RkForm) form = NULL;
  g_autoptr (RkFormInstance) instance = NULL;
  g_autoptr (JsonArray) ops = NULL;
  JsonNode *result;
  GError *error = NULL;

  if (!take_environment (&environment, options))
    return CLI_USAGE;
  form = rk_xlsform_open (form_path, options->attachments, NULL, &error);
  if (form != NULL)
    ops = load_operations (answers_path, &error);
  if (ops != NULL)
    instance = rk_form_instance_new (form, &environment, &error);
  if (instance == NULL)
    return cli_fail (context, error->domain == G_FILE_ERROR ? CLI_USAGE : CLI_FAILED, error);
  result = run_to_json (instance, ops, options);
  if (context->json)
    cli_print_json (result);
  else
    {
      print_summary (result);
      json_node_unref (result);
    }
  return CLI_DONE;
}

int
cli_form_run (CliContext *context, int argc, char **argv)
{
  g_auto (Options) options = { .seed = -1 };
  const GOptionEntry entries[] = {
    { "attachments", 0, 0, G_OPTION_ARG_FILENAME, &options.attachments, NULL, "DIR" },
    { "clock", 0, 0, G_OPTION_ARG_STRING, &options.clock, NULL, "ISO8601" },
    { "tz", 0, 0, G_OPTION_ARG_STRING, &options.zone, NULL, "NAME" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &options.seed, NULL, "N" },
    { "property", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.properties, NULL, "NAME=VALUE" },
    { NULL },
  };

  if (!cli_parse (context, entries, &argc, &argv))
    return CLI_USAGE;
  if (argc != 3)
    return cli_wrong_usage ("form", "run");
  return run (context, argv[1], argv[2], &options);
}
