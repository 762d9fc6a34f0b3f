/* SPDX-License-Identifier: EUPL-1.2 */
/* The list is data (data/lists/municipalities.json), read once; objects of a search result are made
 * anew, because they remember which former name matched. */
#include "config.h"

#include "rk-municipality.h"

#include "rk-lists-data.h"
#include "rk-text.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define RESOURCE "/io/github/regiekamer/Regiekamer/lists/municipalities.json"

struct _RkMunicipality
{
  GObject parent_instance;
  const char *name; /* these live in the list that is read once */
  const char *nis;
  const char *province;
  int population;
  const char *former_match;
};

G_DEFINE_FINAL_TYPE (RkMunicipality, rk_municipality, G_TYPE_OBJECT)

/* One line of the list. */
typedef struct
{
  char *nis;
  char *name;
  char *province;
  int population;
  char *folded;
  char **former;        /* ended by NULL */
  char **former_folded; /* beside them */
} Entry;

/* A match of a search: how good, and through which former name. */
typedef struct
{
  const Entry *entry;
  const char *former;
  int rank;
} Match;

static void
rk_municipality_class_init (RkMunicipalityClass *klass)
{
}

static void
rk_municipality_init (RkMunicipality *self)
{
}

static Entry
read_entry (JsonObject *object)
{
  g_autoptr (GStrvBuilder) former = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) folded = g_strv_builder_new ();
  Entry entry = { .nis = g_strdup (json_object_get_string_member (object, "nis")),
                  .name = g_strdup (json_object_get_string_member (object, "name")),
                  .province = g_strdup (json_object_get_string_member (object, "province")),
                  .population = (int) json_object_get_int_member (object, "population") };

  if (json_object_has_member (object, "former"))
    {
      JsonArray *names = json_object_get_array_member (object, "former");

      for (guint i = 0; i < json_array_get_length (names); i++)
        {
          g_autofree char *fold = rk_text_fold (json_array_get_string_element (names, i));

          g_strv_builder_add (former, json_array_get_string_element (names, i));
          g_strv_builder_add (folded, fold);
        }
    }
  entry.folded = rk_text_fold (entry.name);
  entry.former = g_strv_builder_end (former);
  entry.former_folded = g_strv_builder_end (folded);
  return entry;
}

static char *population_date; /* read with the entries */

static GArray *
read_entries (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GBytes) bytes = g_resource_lookup_data (rk_lists_data_get_resource (), RESOURCE,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  JsonObject *root;
  JsonArray *list;

  if (bytes == NULL || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                                    (gssize) g_bytes_get_size (bytes), NULL))
    g_error ("The list of municipalities that comes with the program cannot be read");
  root = json_node_get_object (json_parser_get_root (parser));
  population_date = g_strdup (json_object_get_string_member (root, "population_date"));
  list = json_object_get_array_member (root, "municipalities");
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      Entry entry = read_entry (json_array_get_object_element (list, i));

      g_array_append_val (entries, entry);
    }
  return entries;
}

/* All entries, by name: (element-type Entry). */
static GArray *
get_entries (void)
{
  static GArray *entries;

  if (g_once_init_enter (&entries))
    g_once_init_leave (&entries, read_entries ());
  return entries;
}

static RkMunicipality *
make (const Entry *entry, const char *former)
{
  RkMunicipality *self = g_object_new (RK_TYPE_MUNICIPALITY, NULL);

  self->name = entry->name;
  self->nis = entry->nis;
  self->province = entry->province;
  self->population = entry->population;
  self->former_match = former;
  return self;
}

/* The name of today counts before a former one; FALSE: no match. */
static gboolean
match_entry (const Entry *entry, const char *folded, Match *match)
{
  int rank = rk_text_find (entry->folded, folded);

  *match = (Match){ entry, NULL, rank };
  if (rank >= 0)
    return TRUE;
  for (guint i = 0; entry->former[i] != NULL; i++)
    {
      rank = rk_text_find (entry->former_folded[i], folded);
      if (rank >= 0 && (match->former == NULL || rank < match->rank))
        *match = (Match){ entry, entry->former[i], rank };
    }
  return match->former != NULL;
}

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const Match *one = a, *other = b;

  if (one->rank != other->rank)
    return one->rank - other->rank;
  return strcmp (one->entry->folded, other->entry->folded);
}

const char *
rk_municipality_get_name (RkMunicipality *self)
{
  g_return_val_if_fail (RK_IS_MUNICIPALITY (self), NULL);
  return self->name;
}

const char *
rk_municipality_get_nis (RkMunicipality *self)
{
  g_return_val_if_fail (RK_IS_MUNICIPALITY (self), NULL);
  return self->nis;
}

const char *
rk_municipality_get_province (RkMunicipality *self)
{
  g_return_val_if_fail (RK_IS_MUNICIPALITY (self), NULL);
  return self->province;
}

int
rk_municipality_get_population (RkMunicipality *self)
{
  g_return_val_if_fail (RK_IS_MUNICIPALITY (self), 0);
  return self->population;
}

const char *
rk_municipality_get_population_date (void)
{
  get_entries ();
  return population_date;
}

const char *
rk_municipality_get_former_match (RkMunicipality *self)
{
  g_return_val_if_fail (RK_IS_MUNICIPALITY (self), NULL);
  return self->former_match;
}

GListModel *
rk_municipality_list (void)
{
  return rk_municipality_search ("");
}

GListModel *
rk_municipality_search (const char *text)
{
  g_autofree char *folded = rk_text_fold (text);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  GListStore *result = g_list_store_new (RK_TYPE_MUNICIPALITY);
  GArray *entries = get_entries ();

  for (guint i = 0; i < entries->len; i++)
    {
      Match match;

      if (match_entry (&g_array_index (entries, Entry, i), folded, &match))
        g_array_append_val (matches, match);
    }
  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < matches->len; i++)
    {
      const Match *match = &g_array_index (matches, Match, i);
      g_autoptr (RkMunicipality) item = make (match->entry, match->former);

      g_list_store_append (result, item);
    }
  return G_LIST_MODEL (result);
}

RkMunicipality *
rk_municipality_find (const char *nis)
{
  GArray *entries = get_entries ();

  for (guint i = 0; nis != NULL && i < entries->len; i++)
    if (g_str_equal (g_array_index (entries, Entry, i).nis, nis))
      return make (&g_array_index (entries, Entry, i), NULL);
  return NULL;
}
