/* SPDX-License-Identifier: EUPL-1.2 */
/* What a concept is part of, and the domain that all of that lies in.
 *
 * A model says so by composition and aggregation. A concept may be part of several: a grouping goes
 * before anything else, composition before aggregation, what comes first in the model before what
 * comes later. */
#include "config.h"
#include "rk-architecture-private.h"

#include <string.h>

/* How well a relation says what its target is part of; 0: not at all. */
static guint
weigh (const RkRelation *relation, const RkConcept *source)
{
  guint weight = 0;

  if (g_str_equal (relation->type, "Composition"))
    weight = 2;
  else if (g_str_equal (relation->type, "Aggregation"))
    weight = 1;
  return weight > 0 && g_str_equal (source->type, "Grouping") ? weight + 2 : weight;
}

void
rk_architecture_find_parents (RkArchitecture *self)
{
  g_autoptr (GHashTable) weights = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->relations->len; i++)
    {
      const RkRelation *relation = &g_array_index (self->relations, RkRelation, i);
      const RkConcept *source = g_hash_table_lookup (self->by_identifier, relation->source);
      RkConcept *target = g_hash_table_lookup (self->by_identifier, relation->target);
      guint weight = source != NULL && target != NULL ? weigh (relation, source) : 0;

      if (weight == 0 || source == target ||
          weight <= GPOINTER_TO_UINT (g_hash_table_lookup (weights, target)))
        continue;
      g_hash_table_insert (weights, target, GUINT_TO_POINTER (weight));
      target->parent_key = source->key;
    }
}

/* The outermost grouping around the concept: (nullable). A model can go round in circles. */
static const RkConcept *
find_domain (RkArchitecture *self, const RkConcept *concept)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  const RkConcept *domain = NULL;

  while (concept != NULL && g_hash_table_add (seen, (gpointer) concept))
    {
      if (g_str_equal (concept->type, "Grouping"))
        domain = concept;
      concept = concept->parent_key != NULL
                    ? g_hash_table_lookup (self->by_key, concept->parent_key)
                    : NULL;
    }
  return domain;
}

static void
load_domains (RkArchitecture *self)
{
  g_autoptr (GHashTable) with_component = g_hash_table_new (NULL, NULL);

  self->domains = g_hash_table_new (g_str_hash, g_str_equal);
  self->domain_names = g_ptr_array_new ();
  for (guint i = 0; i < self->concepts->len; i++)
    {
      const RkConcept *concept = g_ptr_array_index (self->concepts, i);
      const RkConcept *domain = find_domain (self, concept);

      if (domain == NULL || domain == concept)
        continue;
      g_hash_table_insert (self->domains, (char *) concept->key, (char *) domain->name);
      if (concept->is_component)
        g_hash_table_add (with_component, (gpointer) domain);
    }
  for (guint i = 0; i < self->concepts->len; i++)
    {
      const RkConcept *concept = g_ptr_array_index (self->concepts, i);

      if (g_hash_table_contains (with_component, concept))
        g_ptr_array_add (self->domain_names, (char *) concept->name);
    }
}

const char *
rk_architecture_get_domain (RkArchitecture *self, const char *key)
{
  const RkConcept *concept;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);
  if (self->domains == NULL)
    load_domains (self);
  concept = rk_architecture_find (self, key);
  return concept != NULL ? g_hash_table_lookup (self->domains, concept->key) : NULL;
}

GPtrArray *
rk_architecture_list_domains (RkArchitecture *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  if (self->domains == NULL)
    load_domains (self);
  return self->domain_names;
}
