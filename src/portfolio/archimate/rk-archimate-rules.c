/* SPDX-License-Identifier: EUPL-1.2 */
/* Which relations ArchiMate allows: the table of Archi, read once. */
#include "config.h"
#include "rk-archimate-private.h"
#include "rk-archimate-data.h"

#include <gio/gio.h>
#include <string.h>

#define RESOURCE "/io/github/regiekamer/Regiekamer/archimate/relationships.txt"
#define FIRST_CODE '!'

typedef struct
{
  GHashTable *places; /* type -> place + 1 */
  char **sets;        /* of letters */
  guint n_sets;
  GPtrArray *rows;  /* a code per target */
  GPtrArray *types; /* their names */
} Rules;

static const struct
{
  const char *type;
  char letter;
} relations[] = {
  { "Access", 'a' },         { "Composition", 'c' }, { "Flow", 'f' },        { "Aggregation", 'g' },
  { "Assignment", 'i' },     { "Influence", 'n' },   { "Association", 'o' }, { "Realization", 'r' },
  { "Specialization", 's' }, { "Triggering", 't' },  { "Serving", 'v' },
};

static const struct
{
  const char *old, *type;
} renamed[] = {
  { "AccessRelationship", "Access" },
  { "AggregationRelationship", "Aggregation" },
  { "AssignmentRelationship", "Assignment" },
  { "AssociationRelationship", "Association" },
  { "CommunicationPath", "Path" },
  { "CompositionRelationship", "Composition" },
  { "FlowRelationship", "Flow" },
  { "InfluenceRelationship", "Influence" },
  { "InfrastructureFunction", "TechnologyFunction" },
  { "InfrastructureInterface", "TechnologyInterface" },
  { "InfrastructureService", "TechnologyService" },
  { "Network", "CommunicationNetwork" },
  { "RealisationRelationship", "Realization" },
  { "RealizationRelationship", "Realization" },
  { "SpecialisationRelationship", "Specialization" },
  { "SpecializationRelationship", "Specialization" },
  { "TriggeringRelationship", "Triggering" },
  { "UsedByRelationship", "Serving" },
};

static void
add_place (Rules *rules, const char *type, guint place)
{
  g_hash_table_insert (rules->places, g_strdup (type), GUINT_TO_POINTER (place + 1));
}

static void
alias (Rules *rules, const char *type, const char *other)
{
  gpointer place = g_hash_table_lookup (rules->places, other);

  g_hash_table_insert (rules->places, g_strdup (type), place);
}

static Rules *
load_rules (void)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (rk_archimate_data_get_resource (), RESOURCE,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv) lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  Rules *rules = g_new0 (Rules, 1);

  rules->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  rules->rows = g_ptr_array_new ();
  rules->types = g_ptr_array_new ();
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *blank = strchr (lines[i], ' ');

      if (*lines[i] == '#' || blank == NULL)
        continue;
      *blank = '\0';
      if (g_str_equal (lines[i], "sets"))
        {
          rules->sets = g_strsplit (blank + 1, ",", -1);
          continue;
        }
      add_place (rules, lines[i], rules->rows->len);
      g_ptr_array_add (rules->rows, g_strdup (blank + 1));
      g_ptr_array_add (rules->types, g_strdup (lines[i]));
    }
  rules->n_sets = g_strv_length (rules->sets);
  alias (rules, "AndJunction", "Junction");
  alias (rules, "OrJunction", "Junction");
  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    alias (rules, relations[i].type, "Relationship");
  return rules;
}

static const Rules *
get_rules (void)
{
  static gsize loaded = 0;

  if (g_once_init_enter (&loaded))
    g_once_init_leave (&loaded, (gsize) load_rules ());
  return (const Rules *) loaded;
}

int
rk_archimate_rules_find (const char *type)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (get_rules ()->places, type)) - 1;
}

char
rk_archimate_rules_get_letter (const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    if (g_str_equal (relations[i].type, type))
      return relations[i].letter;
  return '\0';
}

const char *
rk_archimate_rules_get_relation (char letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    if (relations[i].letter == letter)
      return relations[i].type;
  return "";
}

const char *
rk_archimate_rules_get_type (int place)
{
  const Rules *rules = get_rules ();

  return place >= 0 && (guint) place < rules->types->len ? rules->types->pdata[place] : "";
}

gboolean
rk_archimate_rules_allow (int source, char letter, int target)
{
  const Rules *rules = get_rules ();
  guint set;

  if (source < 0 || target < 0 || letter == '\0')
    return FALSE;
  set = (guint) (((const char *) g_ptr_array_index (rules->rows, source))[target] - FIRST_CODE);
  return set < rules->n_sets && strchr (rules->sets[set], letter) != NULL;
}

const char *
rk_archimate_rules_modernise (const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (renamed); i++)
    if (g_str_equal (renamed[i].old, type))
      return renamed[i].type;
  return type;
}
