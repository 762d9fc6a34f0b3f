/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-merge.h"
#include "rk-field-words.h"
#include "rk-references.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What makes two records of a kind the same fact: at most one may be left. */
static const struct
{
  const char *kind;
  const char *fields[3];
} identities[] = {
  { "fit", { "application", "component" } },
  { "regie_answer", { "application", "question" } },
  { "adoption", { "application", "building_block" } },
  { "principle_answer", { "application", "principle" } },
  { "product_standard", { "product", "standard" } },
  { "component_standard", { "component", "standard" } },
};

typedef struct
{
  RkStore *store;
  const RkKind *kind;
  const char *keep;       /* id */
  const char *const *ids; /* all of them */
  RkChange *change;
  GHashTable *changed;  /* "kind id" → GHashTable of field → value, of what refers to them */
  GPtrArray *referrers; /* of RkRecord, once each, in the order they were found */
} Merge;

static void
merge_clear (Merge *self)
{
  g_clear_pointer (&self->change, rk_change_free);
  g_hash_table_unref (self->changed);
  g_ptr_array_unref (self->referrers);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merge, merge_clear)

/* --- the record that stays ------------------------------------------------------------------- */

void
rk_merge_choice_free (RkMergeChoice *choice)
{
  g_ptr_array_unref (choice->values);
  g_free (choice);
}

static RkRecord *
read_record (RkStore *store, const char *kind, const char *id, GError **error)
{
  RkRecord *record = rk_store_get (store, kind, id, error);

  if (record == NULL && error != NULL && *error == NULL)
    g_set_error (error, RK_ERROR, RK_ERROR_NOT_FOUND,
                 _ ("Nothing was merged: “%s” is no longer there."), id);
  return record;
}

/* The records, in the order of @ids. */
static GPtrArray *
read_records (RkStore *store, const char *kind, const char *const *ids, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_strv_length ((char **) ids);

  if (n < 2 || n > RK_MERGE_MAX)
    {
      g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                   _ ("Nothing was merged: choose 2 to %d that are the same."), RK_MERGE_MAX);
      return NULL;
    }
  for (guint i = 0; i < n; i++)
    {
      GError *cause = NULL;
      RkRecord *record = read_record (store, kind, ids[i], &cause);
      g_autofree char *name = NULL;

      if (record == NULL)
        {
          g_propagate_error (error, cause);
          return NULL;
        }
      g_ptr_array_add (records, record);
      if (!g_strv_contains (ids + i + 1, ids[i]))
        continue;
      name = rk_record_dup_name (store, record);
      g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                   /* Translators: the name of an application or another record. */
                   _ ("Nothing was merged: “%s” was named twice. Name each of them once."), name);
      return NULL;
    }
  return g_steal_pointer (&records);
}

/* Whether @field of the kept record would name one of the merged: a successor of itself. */
static gboolean
names_itself (const RkKind *kind, const RkField *field, const char *value, const char *const *ids)
{
  return field->type == RK_FIELD_REFERENCE && g_strcmp0 (field->target, kind->name) == 0 &&
         value != NULL && g_strv_contains (ids, value);
}

static RkMergeChoice *
find_choice (const RkKind *kind, const RkField *field, GPtrArray *records, const char *const *ids)
{
  RkMergeChoice *choice = g_new0 (RkMergeChoice, 1);

  choice->field = field;
  choice->values = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < records->len; i++)
    {
      const char *value = rk_record_get (g_ptr_array_index (records, i), field->name);

      if (value != NULL && !names_itself (kind, field, value, ids) &&
          !g_ptr_array_find_with_equal_func (choice->values, value, g_str_equal, NULL))
        g_ptr_array_add (choice->values, g_strdup (value));
    }
  return choice;
}

GPtrArray *
rk_merge_list_choices (RkStore *store, const char *kind, const char *const *ids, GError **error)
{
  g_autoptr (GPtrArray) records = NULL;
  GPtrArray *choices;
  const RkKind *description;

  g_return_val_if_fail (RK_IS_STORE (store) && ids != NULL, NULL);
  records = read_records (store, kind, ids, error);
  if (records == NULL)
    return NULL;
  description = rk_store_get_kind (store, kind);
  choices = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_merge_choice_free);
  for (const RkField *field = description->fields; field->name != NULL; field++)
    {
      RkMergeChoice *choice = find_choice (description, field, records, ids);

      if (choice->values->len > 1)
        g_ptr_array_add (choices, choice);
      else
        rk_merge_choice_free (choice);
    }
  return choices;
}

static void
set_kept (Merge *self, GPtrArray *records, GHashTable *chosen)
{
  for (const RkField *field = self->kind->fields; field->name != NULL; field++)
    {
      RkMergeChoice *choice = find_choice (self->kind, field, records, self->ids);
      const char *value = choice->values->len > 0 ? g_ptr_array_index (choice->values, 0) : NULL;

      if (chosen != NULL && g_hash_table_contains (chosen, field->name))
        value = g_hash_table_lookup (chosen, field->name);
      if (names_itself (self->kind, field, value, self->ids))
        value = NULL;
      rk_change_set_field (self->change, self->kind->name, self->keep, field->name, value);
      rk_merge_choice_free (choice);
    }
}

/* --- what refers to them --------------------------------------------------------------------- */

static GHashTable *
get_changes (Merge *self, RkRecord *record)
{
  char *key =
      g_strdup_printf ("%s %s", rk_record_get_kind (record)->name, rk_record_get_id (record));
  GHashTable *changes = g_hash_table_lookup (self->changed, key);

  if (changes != NULL)
    {
      g_free (key);
      return changes;
    }
  changes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_hash_table_insert (self->changed, key, changes);
  g_ptr_array_add (self->referrers, g_object_ref (record));
  return changes;
}

/* The value of a field once the references are moved. */
static const char *
get_new (Merge *self, RkRecord *record, const char *field)
{
  g_autofree char *key =
      g_strdup_printf ("%s %s", rk_record_get_kind (record)->name, rk_record_get_id (record));
  GHashTable *changes = g_hash_table_lookup (self->changed, key);

  if (changes != NULL && g_hash_table_contains (changes, field))
    return g_hash_table_lookup (changes, field);
  return rk_record_get (record, field);
}

static gboolean
is_merged (Merge *self, RkRecord *record)
{
  return rk_record_get_kind (record) == self->kind &&
         g_strv_contains (self->ids, rk_record_get_id (record));
}

static gboolean
collect (Merge *self, const char *id, GError **error)
{
  g_autoptr (GPtrArray) referrers = rk_references_list (self->store, self->kind->name, id, error);

  if (referrers == NULL)
    return FALSE;
  for (guint i = 0; i < referrers->len; i++)
    {
      const RkReferrer *referrer = g_ptr_array_index (referrers, i);
      const char *field = referrer->field->name;
      GHashTable *changes;

      if (is_merged (self, referrer->record))
        continue;
      changes = get_changes (self, referrer->record);
      g_hash_table_insert (changes, (char *) field,
                           referrer->field->type == RK_FIELD_REFERENCE
                               ? g_strdup (self->keep)
                               : rk_reference_set_replace (get_new (self, referrer->record, field),
                                                           id, self->keep));
    }
  return TRUE;
}

static const char *const *
find_identity (const RkKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (identities); i++)
    if (g_str_equal (identities[i].kind, kind->name))
      return identities[i].fields;
  return NULL;
}

/* What the record says, apart from its id, in one text: NULL when any number of them may be there.
 */
static char *
dup_identity (Merge *self, RkRecord *record)
{
  const RkKind *kind = rk_record_get_kind (record);
  const char *const *fields = find_identity (kind);
  g_autoptr (GString) text = NULL;

  if (fields == NULL)
    return NULL;
  text = g_string_new (kind->name);
  for (guint i = 0; fields[i] != NULL; i++)
    {
      const char *value = get_new (self, record, fields[i]);
      g_string_append_printf (text, "\n%s", value != NULL ? value : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* An interface of the merged applications with each other; one that went from one to itself stays.
 */
static gboolean
is_inner_interface (Merge *self, RkRecord *record)
{
  const char *source = rk_record_get_kind (record) == rk_store_get_kind (self->store, "interface")
                           ? rk_record_get (record, "source")
                           : NULL;
  const char *target = source != NULL ? rk_record_get (record, "target") : NULL;

  return target != NULL && !g_str_equal (source, target) && g_strv_contains (self->ids, source) &&
         g_strv_contains (self->ids, target);
}

/* What names an interface that goes, a step of a dataset, stays without it. */
static gboolean
let_go (Merge *self, RkRecord *interface, GError **error)
{
  g_autoptr (GPtrArray) referrers =
      rk_references_list (self->store, "interface", rk_record_get_id (interface), error);

  if (referrers == NULL)
    return FALSE;
  for (guint i = 0; i < referrers->len; i++)
    {
      const RkReferrer *referrer = g_ptr_array_index (referrers, i);
      GHashTable *changes = get_changes (self, referrer->record);

      g_hash_table_insert (changes, (char *) referrer->field->name, NULL);
    }
  return TRUE;
}

/* What it adds comes after those that were collected, and is no interface itself. */
static gboolean
let_go_of_inner_interfaces (Merge *self, GError **error)
{
  guint n = self->referrers->len;

  for (guint i = 0; i < n; i++)
    {
      RkRecord *record = g_ptr_array_index (self->referrers, i);

      if (is_inner_interface (self, record) && !let_go (self, record, error))
        return FALSE;
    }
  return TRUE;
}

/* The id of an answer follows from what it is about, so that it must be made anew. */
static char *
dup_derived_id (Merge *self, RkRecord *record)
{
  if (!g_str_equal (rk_record_get_kind (record)->name, "regie_answer"))
    return NULL;
  return rk_store_name_id ("regie", get_new (self, record, "application"),
                           rk_record_get (record, "question"), NULL);
}

static void
move (Merge *self, RkRecord *record)
{
  const RkKind *kind = rk_record_get_kind (record);
  const char *id = rk_record_get_id (record);
  g_autofree char *derived = dup_derived_id (self, record);

  if (derived == NULL || g_str_equal (derived, id))
    {
      for (const RkField *field = kind->fields; field->name != NULL; field++)
        if (get_new (self, record, field->name) != rk_record_get (record, field->name))
          rk_change_set_field (self->change, kind->name, id, field->name,
                               get_new (self, record, field->name));
      return;
    }
  rk_change_delete (self->change, kind->name, id);
  for (const RkField *field = kind->fields; field->name != NULL; field++)
    rk_change_set_field (self->change, kind->name, derived, field->name,
                         get_new (self, record, field->name));
}

/* Those of the record that stays were collected first, so that they win. */
static void
move_all (Merge *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->referrers->len; i++)
    {
      RkRecord *record = g_ptr_array_index (self->referrers, i);
      char *identity = dup_identity (self, record);
      gboolean twice = identity != NULL && !g_hash_table_add (seen, identity);

      if (twice || is_inner_interface (self, record))
        rk_change_delete (self->change, rk_record_get_kind (record)->name,
                          rk_record_get_id (record));
      else
        move (self, record);
    }
}

static char *
dup_label (RkStore *store, GPtrArray *records)
{
  g_autofree char *name = rk_record_dup_name (store, g_ptr_array_index (records, 0));

  /* Translators: the name of a step; %s is the name of what stays */
  return g_strdup_printf (_ ("Merge into %s"), name);
}

gboolean
rk_merge (RkStore *store, const char *kind, const char *const *ids, GHashTable *chosen,
          GError **error)
{
  g_autoptr (GPtrArray) records = NULL;
  g_auto (Merge) self = { .store = store, .keep = ids[0], .ids = ids };
  g_autofree char *label = NULL;

  g_return_val_if_fail (RK_IS_STORE (store), FALSE);
  self.kind = rk_store_get_kind (store, kind);
  self.changed =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  self.referrers = g_ptr_array_new_with_free_func (g_object_unref);
  records = read_records (store, kind, ids, error);
  if (records == NULL)
    return FALSE;
  label = dup_label (store, records);
  self.change = rk_change_new (store, label);
  for (guint i = 0; ids[i] != NULL; i++)
    if (!collect (&self, ids[i], error))
      return FALSE;
  if (!let_go_of_inner_interfaces (&self, error))
    return FALSE;
  set_kept (&self, records, chosen);
  move_all (&self);
  for (guint i = 1; ids[i] != NULL; i++)
    rk_change_delete (self.change, kind, ids[i]);
  return rk_change_apply (self.change, error);
}
