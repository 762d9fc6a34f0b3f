/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-architecture-diff.h"
#include "rk-architecture-use-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_SUGGESTIONS 3

/* --- life ------------------------------------------------------------------------------------- */

static void
edit_free (RkConceptEdit *edit)
{
  g_free (edit->field);
  g_free (edit->before);
  g_free (edit->after);
  g_free (edit);
}

static void
change_free (RkConceptChange *change)
{
  g_free (change->key);
  g_free (change->type);
  g_free (change->name);
  g_ptr_array_unref (change->edits);
  g_free (change);
}

static void
orphan_free (RkOrphan *orphan)
{
  g_free (orphan->key);
  g_free (orphan->name);
  g_ptr_array_unref (orphan->application_ids);
  g_ptr_array_unref (orphan->application_names);
  g_ptr_array_unref (orphan->suggestions);
  g_free (orphan);
}

static GPtrArray *
new_changes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
}

static RkArchitectureDiff *
diff_new (RkArchitecture *from, RkArchitecture *to)
{
  RkArchitectureDiff *self = g_new0 (RkArchitectureDiff, 1);

  self->from_id = from != NULL ? g_strdup (from->id) : NULL;
  self->from_name = from != NULL ? g_strdup (from->name) : NULL;
  self->to_id = g_strdup (to->id);
  self->to_name = g_strdup (to->name);
  self->added = new_changes ();
  self->changed = new_changes ();
  self->vanished = new_changes ();
  self->moved = new_changes ();
  self->orphans = g_ptr_array_new_with_free_func ((GDestroyNotify) orphan_free);
  self->renamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
rk_architecture_diff_free (RkArchitectureDiff *self)
{
  g_clear_pointer (&self->summary, rk_archimate_summary_free);
  g_hash_table_unref (self->renamed);
  g_ptr_array_unref (self->orphans);
  g_ptr_array_unref (self->moved);
  g_ptr_array_unref (self->vanished);
  g_ptr_array_unref (self->changed);
  g_ptr_array_unref (self->added);
  g_free (self->from_id);
  g_free (self->from_name);
  g_free (self->to_id);
  g_free (self->to_name);
  g_free (self);
}

gboolean
rk_architecture_diff_is_empty (const RkArchitectureDiff *self)
{
  return self->added->len + self->changed->len + self->vanished->len + self->moved->len +
             self->n_views_added + self->n_views_vanished ==
         0;
}

/* --- matching --------------------------------------------------------------------------------- */

/* Pairs of concepts that are the same: old -> new and new -> old. */
typedef struct
{
  RkArchitecture *from, *to;
  GHashTable *forward, *backward;
} Match;

static void
match_clear (Match *match)
{
  g_hash_table_unref (match->forward);
  g_hash_table_unref (match->backward);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Match, match_clear)

static void
pair (Match *match, const RkConcept *before, const RkConcept *after)
{
  if (before == NULL || g_hash_table_contains (match->forward, before) ||
      g_hash_table_contains (match->backward, after))
    return;
  g_hash_table_insert (match->forward, (gpointer) before, (gpointer) after);
  g_hash_table_insert (match->backward, (gpointer) after, (gpointer) before);
}

/* First all keys, then what is left by identifier. */
static void
match_all (Match *match, RkArchitecture *from, RkArchitecture *to)
{
  match->from = from;
  match->to = to;
  match->forward = g_hash_table_new (NULL, NULL);
  match->backward = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < to->concepts->len; i++)
    {
      const RkConcept *after = to->concepts->pdata[i];

      pair (match, g_hash_table_lookup (from->by_key, after->key), after);
    }
  for (guint i = 0; i < to->concepts->len; i++)
    {
      const RkConcept *after = to->concepts->pdata[i];

      if (!g_hash_table_contains (match->backward, after))
        pair (match, g_hash_table_lookup (from->by_identifier, after->identifier), after);
    }
}

/* Keys that differ between the two of a pair: (transfer full). */
static void
collect_renamed (Match *match, GHashTable *renamed)
{
  for (guint i = 0; i < match->from->concepts->len; i++)
    {
      const RkConcept *before = match->from->concepts->pdata[i];
      const RkConcept *after = g_hash_table_lookup (match->forward, before);

      if (after != NULL && !g_str_equal (before->key, after->key))
        g_hash_table_insert (renamed, g_strdup (before->key), g_strdup (after->key));
    }
}

GHashTable *
rk_architecture_find_renamed (RkArchitecture *from, RkArchitecture *to)
{
  GHashTable *renamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (Match) match;

  match_all (&match, from, to);
  collect_renamed (&match, renamed);
  return renamed;
}

/* --- differences ------------------------------------------------------------------------------ */

static RkConceptChange *
add_change (GPtrArray *changes, const RkConcept *concept)
{
  RkConceptChange *change = g_new0 (RkConceptChange, 1);

  change->key = g_strdup (concept->key);
  change->type = g_strdup (concept->type);
  change->name = g_strdup (concept->name);
  change->is_component = concept->is_component;
  change->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) edit_free);
  g_ptr_array_add (changes, change);
  return change;
}

static void
add_edit (GPtrArray *edits, const char *field, const char *before, const char *after)
{
  RkConceptEdit *edit;

  if (g_strcmp0 (before, after) == 0)
    return;
  edit = g_new0 (RkConceptEdit, 1);
  edit->field = g_strdup (field);
  edit->before = g_strdup (before);
  edit->after = g_strdup (after);
  g_ptr_array_add (edits, edit);
}

/* The properties of all elements: identifier -> one text, a line per property. (transfer full) */
static GHashTable *
load_properties (RkArchitecture *self)
{
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *identifier = NULL;
  gint64 owner = 0;
  g_autoptr (sqlite3_stmt) stmt = rk_sql_prepare (
      rk_store_get_database (self->store), NULL,
      "SELECT owner, coalesce (d.name, p.definition), p.value, c.identifier"
      " FROM archimate_property AS p JOIN archimate_concept AS c ON c.number = p.owner"
      " LEFT JOIN (SELECT identifier, min (name) AS name FROM archimate_definition"
      "  WHERE number BETWEEN ?1 AND ?2 GROUP BY identifier) AS d ON d.identifier = p.definition"
      " WHERE p.owner BETWEEN ?1 AND ?2 AND c.relation = 0 ORDER BY p.owner, p.place, p.part",
      "ii", self->first, self->last);

  while (stmt != NULL && rk_sql_next (stmt, NULL))
    {
      const RkConcept *concept = g_hash_table_lookup (self->by_identifier, rk_sql_text (stmt, 3));
      const char *value = rk_sql_text (stmt, 2);

      if (sqlite3_column_int64 (stmt, 0) != owner && identifier != NULL)
        g_hash_table_insert (found, (char *) identifier, g_strdup (text->str));
      if (sqlite3_column_int64 (stmt, 0) != owner)
        g_string_truncate (text, 0);
      owner = sqlite3_column_int64 (stmt, 0);
      identifier = concept != NULL ? concept->identifier : NULL;
      g_string_append_printf (text, "%s: %s\n", rk_sql_text (stmt, 1), value != NULL ? value : "");
    }
  if (identifier != NULL)
    g_hash_table_insert (found, (char *) identifier, g_strdup (text->str));
  return found;
}

/* Lines of one text that the other lacks: (transfer full) (nullable). */
static char *
take_own_lines (const char *text, const char *other)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_auto (GStrv) others = g_strsplit (other != NULL ? other : "", "\n", -1);
  g_autoptr (GString) own = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && !g_strv_contains ((const char *const *) others, lines[i]))
      g_string_append_printf (own, "%s%s", own->len > 0 ? "\n" : "", lines[i]);
  return own->len > 0 ? g_strdup (own->str) : NULL;
}

static void
compare_pair (const RkConcept *before, const RkConcept *after, GHashTable *old_properties,
              GHashTable *new_properties, GPtrArray *changed)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) edit_free);
  const char *was = g_hash_table_lookup (old_properties, before->identifier);
  const char *is = g_hash_table_lookup (new_properties, after->identifier);
  RkConceptChange *change;

  add_edit (edits, _ ("Name"), before->name, after->name);
  add_edit (edits, _ ("Type"), before->type, after->type);
  add_edit (edits, _ ("Description"), before->documentation, after->documentation);
  if (g_strcmp0 (was, is) != 0)
    {
      g_autofree char *gone = take_own_lines (was, is);
      g_autofree char *come = take_own_lines (is, was);

      add_edit (edits, _ ("Properties"), gone, come);
    }
  if (edits->len == 0)
    return;
  change = add_change (changed, after);
  g_ptr_array_unref (change->edits);
  change->edits = g_steal_pointer (&edits);
}

/* The new concept that the old parent has become: whether the parent is still the same. */
static void
compare_place (Match *match, const RkConcept *before, const RkConcept *after, GPtrArray *moved)
{
  const RkConcept *old_parent =
      before->parent_key != NULL ? rk_architecture_find (match->from, before->parent_key) : NULL;
  const RkConcept *new_parent =
      after->parent_key != NULL ? rk_architecture_find (match->to, after->parent_key) : NULL;
  const RkConcept *follows =
      old_parent != NULL ? g_hash_table_lookup (match->forward, old_parent) : NULL;
  RkConceptChange *change;

  if (follows == new_parent && (follows != NULL || old_parent == NULL))
    return;
  change = add_change (moved, after);
  add_edit (change->edits, _ ("Part of"), old_parent != NULL ? old_parent->name : NULL,
                              new_parent != NULL ? new_parent->name : NULL);
  if (change->edits->len == 0) /* another one of the same name */
    add_edit (change->edits, _ ("Part of"), old_parent != NULL ? old_parent->key : NULL,
                                new_parent != NULL ? new_parent->key : NULL);
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const RkConceptChange *first = *(RkConceptChange *const *) a;
  const RkConceptChange *second = *(RkConceptChange *const *) b;

  if (first->is_component != second->is_component)
    return first->is_component ? -1 : 1;
  return g_utf8_collate (first->name, second->name);
}

static guint
count_missing (GPtrArray *views, GPtrArray *among)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint missing = 0;

  for (guint i = 0; i < among->len; i++)
    g_hash_table_add (ids, (char *) ((RkViewInfo *) among->pdata[i])->id);
  for (guint i = 0; i < views->len; i++)
    missing += !g_hash_table_contains (ids, ((RkViewInfo *) views->pdata[i])->id);
  return missing;
}

static void
compare_concepts (RkArchitectureDiff *self, Match *match)
{
  g_autoptr (GHashTable) old_properties = load_properties (match->from);
  g_autoptr (GHashTable) new_properties = load_properties (match->to);

  for (guint i = 0; i < match->to->concepts->len; i++)
    {
      const RkConcept *after = match->to->concepts->pdata[i];
      const RkConcept *before = g_hash_table_lookup (match->backward, after);

      if (before == NULL)
        {
          add_change (self->added, after);
          continue;
        }
      compare_pair (before, after, old_properties, new_properties, self->changed);
      compare_place (match, before, after, self->moved);
    }
  for (guint i = 0; i < match->from->concepts->len; i++)
    if (!g_hash_table_contains (match->forward, match->from->concepts->pdata[i]))
      add_change (self->vanished, match->from->concepts->pdata[i]);
}

/* --- orphans ---------------------------------------------------------------------------------- */

/* How alike two names are: the share of pairs of letters that both have, from 0 to 1. */
static double
measure_likeness (const char *a, const char *b)
{
  g_autofree char *first = g_utf8_casefold (a, -1);
  g_autofree char *second = g_utf8_casefold (b, -1);
  gsize n = strlen (first), m = strlen (second);
  guint common = 0;

  if (n < 2 || m < 2)
    return g_str_equal (first, second) ? 1 : 0;
  for (gsize i = 0; i + 1 < n; i++)
    {
      const char pair_of[] = { first[i], first[i + 1], '\0' };

      common += strstr (second, pair_of) != NULL;
    }
  return 2.0 * common / (double) (n + m - 2);
}

typedef struct
{
  const RkConcept *concept;
  double likeness;
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *first = a, *second = b;

  if (first->likeness != second->likeness)
    return first->likeness > second->likeness ? -1 : 1;
  return g_strcmp0 (first->concept->key, second->concept->key);
}

static void
suggest (RkArchitecture *to, RkOrphan *orphan)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < to->components->len; i++)
    {
      const RkConcept *concept = to->components->pdata[i];
      Candidate candidate = { concept, measure_likeness (orphan->name, concept->name) };

      if (candidate.likeness > 0.3)
        g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < MIN (candidates->len, MAX_SUGGESTIONS); i++)
    g_ptr_array_add (orphan->suggestions,
                     g_strdup (g_array_index (candidates, Candidate, i).concept->key));
}

static RkOrphan *
get_orphan (RkArchitectureDiff *self, GHashTable *by_key, const char *key, const char *name)
{
  RkOrphan *orphan = g_hash_table_lookup (by_key, key);

  if (orphan != NULL)
    return orphan;
  orphan = g_new0 (RkOrphan, 1);
  orphan->key = g_strdup (key);
  orphan->name = g_strdup (name != NULL ? name : key);
  orphan->application_ids = g_ptr_array_new_with_free_func (g_free);
  orphan->application_names = g_ptr_array_new_with_free_func (g_free);
  orphan->suggestions = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->orphans, orphan);
  g_hash_table_insert (by_key, orphan->key, orphan);
  return orphan;
}

static gboolean
find_orphans (RkArchitectureDiff *self, RkStore *store, RkArchitecture *from, RkArchitecture *to,
              GError **error)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  GError *local_error = NULL;
  g_autoptr (sqlite3_stmt) stmt = rk_sql_prepare (
      rk_store_get_database (store), &local_error,
      "SELECT component, component_name, a.id, a.name FROM fit JOIN application AS a"
      " ON a.id = application ORDER BY component_name, a.name",
      "");

  while (stmt != NULL && rk_sql_next (stmt, &local_error))
    {
      const char *key = rk_sql_text (stmt, 0);
      const char *now = g_hash_table_lookup (self->renamed, key);
      const RkConcept *before = from != NULL ? rk_architecture_find (from, key) : NULL;
      RkOrphan *orphan;

      if (g_hash_table_contains (to->by_key, now != NULL ? now : key))
        continue;
      orphan =
          get_orphan (self, by_key, key, before != NULL ? before->name : rk_sql_text (stmt, 1));
      g_ptr_array_add (orphan->application_ids, g_strdup (rk_sql_text (stmt, 2)));
      g_ptr_array_add (orphan->application_names, g_strdup (rk_sql_text (stmt, 3)));
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  for (guint i = 0; i < self->orphans->len; i++)
    suggest (to, self->orphans->pdata[i]);
  return TRUE;
}

/* --- public ----------------------------------------------------------------------------------- */

static RkArchitectureDiff *
compare (RkStore *store, RkArchitecture *from, RkArchitecture *to, GError **error)
{
  g_autoptr (RkArchitectureDiff) self = diff_new (from, to);

  if (from != NULL)
    {
      g_auto (Match) match;

      match_all (&match, from, to);
      collect_renamed (&match, self->renamed);
      compare_concepts (self, &match);
      self->n_views_added = count_missing (to->views, from->views);
      self->n_views_vanished = count_missing (from->views, to->views);
    }
  g_ptr_array_sort (self->added, compare_changes);
  g_ptr_array_sort (self->changed, compare_changes);
  g_ptr_array_sort (self->vanished, compare_changes);
  g_ptr_array_sort (self->moved, compare_changes);
  if (!find_orphans (self, store, from, to, error))
    return NULL;
  return g_steal_pointer (&self);
}

RkArchitectureDiff *
rk_architecture_compare (RkStore *store, const char *from, const char *to, GError **error)
{
  GError *local_error = NULL;
  g_autoptr (RkArchitecture) before = NULL;
  g_autoptr (RkArchitecture) after = NULL;

  g_return_val_if_fail (RK_IS_STORE (store) && to != NULL, NULL);
  before = rk_architecture_open (store, from, &local_error);
  if (local_error == NULL)
    after = rk_architecture_open (store, to, &local_error);
  if (after != NULL)
    return compare (store, before, after, error);
  g_propagate_error (error, local_error);
  return NULL;
}

typedef struct
{
  RkStore *store;
  RkArchimateSource *source;
  RkArchimateReading reading;
  RkArchitectureDiff *diff;
} Trial;

static gboolean
compare_cb (sqlite3 *db, RkChange *change, gpointer data, GError **error)
{
  Trial *trial = data;
  g_autofree char *id = rk_store_new_id ();
  g_autofree char *identifier = NULL;
  g_autoptr (RkArchimateSummary) summary =
      rk_archimate_read (db, trial->source, id, &trial->reading, &identifier, error);

  if (summary == NULL)
    return FALSE;
  trial->diff = rk_architecture_compare (trial->store, NULL, id, error);
  if (trial->diff == NULL)
    return FALSE;
  trial->diff->summary = g_steal_pointer (&summary);
  return TRUE;
}

RkArchitectureDiff *
rk_architecture_compare_file (RkStore *store, const char *path, RkArchimateProgress progress,
                              gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (RkArchimateSource) source = NULL;
  Trial trial = { .store = store };

  g_return_val_if_fail (RK_IS_STORE (store) && path != NULL, NULL);
  name = g_path_get_basename (path);
  source = rk_archimate_source_open (path, error);
  trial.source = source;
  trial.reading = (RkArchimateReading){ name, progress, data, cancellable };
  if (source == NULL || !rk_store_try_content (store, compare_cb, &trial, error))
    return NULL;
  return trial.diff;
}
