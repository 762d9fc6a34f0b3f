/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-analysis.h"
#include "rk-architecture.h"

#include <math.h>

RkScopeComponent *
rk_scope_component_new (const char *key, const char *name, const char *domain)
{
  RkScopeComponent *component = g_new0 (RkScopeComponent, 1);

  component->key = g_strdup (key);
  component->name = g_strdup (name);
  component->domain = g_strdup (domain);
  return component;
}

void
rk_scope_component_free (gpointer data)
{
  RkScopeComponent *component = data;

  g_free (component->key);
  g_free (component->name);
  g_free (component->domain);
  g_free (component);
}

static void
take_scope (RkAnalysisInput *self, GPtrArray *scope)
{
  g_clear_pointer (&self->scope, g_ptr_array_unref);
  g_hash_table_remove_all (self->scope_by_key);
  self->scope = scope;
  for (guint i = 0; i < scope->len; i++)
    {
      RkScopeComponent *component = g_ptr_array_index (scope, i);

      g_hash_table_insert (self->scope_by_key, component->key, component);
    }
}

/* Without an architecture the components that are known are those that have been named. */
static GPtrArray *
list_placed (RkLandscape *landscape)
{
  g_autoptr (GPtrArray) keys = rk_landscape_list_components (landscape);
  GPtrArray *scope = g_ptr_array_new_with_free_func (rk_scope_component_free);

  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      const char *name = rk_landscape_get_component_name (landscape, key);

      g_ptr_array_add (scope, rk_scope_component_new (key, name != NULL ? name : key, NULL));
    }
  return scope;
}

static void
score_applications (RkAnalysisInput *self)
{
  g_autoptr (RkRegie) regie = rk_regie_new (self->landscape, self->scheme);
  GPtrArray *applications = self->landscape->applications;

  self->scores = g_new0 (RkRegieScore, applications->len + 1);
  for (guint i = 0; i < applications->len; i++)
    rk_regie_score (regie, g_ptr_array_index (applications, i), &self->scores[i]);
}

static void
take_architecture (RkAnalysisInput *self, RkArchitecture *architecture)
{
  GPtrArray *components = rk_architecture_list_components (architecture);
  GPtrArray *scope = g_ptr_array_new_with_free_func (rk_scope_component_free);

  for (guint i = 0; i < components->len; i++)
    {
      const RkConcept *concept = g_ptr_array_index (components, i);

      g_ptr_array_add (scope, rk_scope_component_new (concept->key, concept->name,
                                                      rk_architecture_get_domain (architecture,
                                                                                  concept->key)));
    }
  rk_analysis_input_set_scope (self, scope);
}

RkAnalysisInput *
rk_analysis_input_load (RkStore *store, const char *date, GError **error)
{
  g_autoptr (RkLandscape) landscape = rk_landscape_load (store, date, error);
  g_autoptr (RkRegieScheme) scheme = landscape != NULL ? rk_regie_scheme_load (store, error) : NULL;
  g_autoptr (RkArchitecture) architecture = NULL;
  GError *local_error = NULL;
  RkAnalysisInput *self;

  if (scheme == NULL)
    return NULL;
  architecture = rk_architecture_open (store, NULL, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }
  self = g_new0 (RkAnalysisInput, 1);
  self->landscape = g_steal_pointer (&landscape);
  self->scheme = g_steal_pointer (&scheme);
  self->scope_by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->inhabitants = NAN;
  if (architecture != NULL)
    take_architecture (self, architecture);
  else
    take_scope (self, list_placed (self->landscape));
  score_applications (self);
  return self;
}

void
rk_analysis_input_set_scope (RkAnalysisInput *self, GPtrArray *scope)
{
  self->has_architecture = TRUE;
  take_scope (self, scope);
}

void
rk_analysis_input_set_inhabitants (RkAnalysisInput *self, double inhabitants, const char *date)
{
  self->inhabitants = inhabitants;
  g_free (self->inhabitants_on);
  self->inhabitants_on = g_strdup (date);
}

const char *
rk_analysis_input_get_component_name (RkAnalysisInput *self, const char *key)
{
  const RkScopeComponent *component = g_hash_table_lookup (self->scope_by_key, key);
  const char *name =
      component != NULL ? component->name : rk_landscape_get_component_name (self->landscape, key);

  return name != NULL ? name : key;
}

void
rk_analysis_input_free (RkAnalysisInput *self)
{
  rk_landscape_unref (self->landscape);
  rk_regie_scheme_free (self->scheme);
  g_ptr_array_unref (self->scope);
  g_hash_table_unref (self->scope_by_key);
  g_free (self->scores);
  g_free (self->inhabitants_on);
  g_free (self);
}
