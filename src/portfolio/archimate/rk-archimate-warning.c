/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-archimate-private.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *label;
  const char *text; /* with the subject and the detail */
} kinds[RK_ARCHIMATE_N_WARNING_KINDS] = {
  [RK_ARCHIMATE_NOT_ALLOWED] = { "relation-not-allowed",
                                 N_ ("Relations that ArchiMate does not allow"),
                                 /* Translators: an identifier, then for instance "Flow: Goal →
                                    Device". */
                                 N_ ("ArchiMate does not allow the relation “%s” (%s).") },
  [RK_ARCHIMATE_UNKNOWN_PART] = { "unknown-part", N_ ("Parts that were not understood"),
                                  /* Translators: the name of a part of a file, then what it stands
                                     in. */
                                  N_ ("“%s” in “%s” was not understood. It is kept, and comes "
                                      "along in an export.") },
  [RK_ARCHIMATE_UNKNOWN_TYPE] = { "unknown-type", N_ ("Types that ArchiMate does not have"),
                                  /* Translators: an identifier, then the name of a type. */
                                  N_ ("“%s” has the type “%s”, which ArchiMate does not have.") },
  [RK_ARCHIMATE_DANGLING] = { "dangling-reference", N_ ("References to what is not in the file"),
                              /* Translators: an identifier; the second is empty. */
                              N_ ("The file refers to “%s”, which is not in it.%s") },
  [RK_ARCHIMATE_DUPLICATE] = { "duplicate-identifier", N_ ("Identifiers that occur more than once"),
                               /* Translators: an identifier, then the name of what should be
                                  unique. */
                               N_ ("“%s” occurs more than once (%s). The first one counts.") },
  [RK_ARCHIMATE_NO_DEFINITION] = { "missing-definition", N_ ("Properties without a definition"),
                                   /* Translators: an identifier; the second is empty. */
                                   N_ ("The property “%s” is not defined in the file.%s") },
  [RK_ARCHIMATE_BAD_NUMBER] = { "bad-number", N_ ("Measures that are no numbers"),
                                /* Translators: an identifier, then a value. */
                                N_ ("“%s” has a measure that is no number: “%s”.") },
  [RK_ARCHIMATE_NO_IDENTIFIER] = { "missing-identifier", N_ ("Parts without an identifier"),
                                   /* Translators: the name of a part of a file, then the identifier
                                      that it got. */
                                   N_ ("A “%s” has no identifier. It is called “%s” here.") },
  [RK_ARCHIMATE_OLD_TYPE] = { "old-type", N_ ("Types of ArchiMate 2"),
                              /* Translators: the old name of a type, then the new one. */
                              N_ ("The type “%s” of ArchiMate 2 has become “%s”.") },
};

static void
warning_free (RkArchimateWarning *warning)
{
  g_free (warning->subject);
  g_free (warning->detail);
  g_free (warning);
}

RkArchimateSummary *
rk_archimate_summary_new (void)
{
  RkArchimateSummary *self = g_new0 (RkArchimateSummary, 1);

  self->id = g_strdup ("");
  self->name = g_strdup ("");
  self->warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) warning_free);
  return self;
}

void
rk_archimate_summary_free (RkArchimateSummary *self)
{
  g_ptr_array_unref (self->warnings);
  g_free (self->id);
  g_free (self->name);
  g_free (self->release);
  g_free (self->released_on);
  g_free (self);
}

guint
rk_archimate_summary_count_warnings (const RkArchimateSummary *self)
{
  guint count = 0;

  for (guint i = 0; i < RK_ARCHIMATE_N_WARNING_KINDS; i++)
    count += self->counts[i];
  return count;
}

const char *
rk_archimate_warning_get_name (RkArchimateWarningKind kind)
{
  return kinds[kind].name;
}

const char *
rk_archimate_warning_get_label (RkArchimateWarningKind kind)
{
  return _ (kinds[kind].label);
}

char *
rk_archimate_warning_to_text (const RkArchimateWarning *warning)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_autofree char *text = g_strdup_printf (_ (kinds[warning->kind].text), warning->subject,
                                              warning->detail != NULL ? warning->detail : "");
#pragma GCC diagnostic pop

  if (warning->line == 0)
    return g_steal_pointer (&text);
  /* Translators: the number of a line of a file, then a sentence about it. */
  return g_strdup_printf (_ ("Line %u: %s"), warning->line, text);
}

static void
add_warning (RkArchimateSummary *self, RkArchimateWarningKind kind, guint line, const char *subject,
             const char *detail)
{
  RkArchimateWarning *warning = g_new0 (RkArchimateWarning, 1);

  warning->kind = kind;
  warning->line = line;
  warning->subject = g_strdup (subject);
  warning->detail = g_strdup (detail);
  g_ptr_array_add (self->warnings, warning);
}

void
rk_archimate_summary_warn (RkArchimateSummary *self, RkArchimateWarningKind kind, guint line,
                           const char *subject, const char *detail)
{
  if (++self->counts[kind] <= RK_ARCHIMATE_MAX_WARNINGS)
    add_warning (self, kind, line, subject, detail);
}

static int
compare_warnings (gconstpointer a, gconstpointer b)
{
  const RkArchimateWarning *first = *(RkArchimateWarning *const *) a;
  const RkArchimateWarning *second = *(RkArchimateWarning *const *) b;

  if (first->kind != second->kind)
    return (int) first->kind - (int) second->kind;
  if (first->line != second->line)
    return first->line < second->line ? -1 : 1;
  return g_strcmp0 (first->subject, second->subject);
}

void
rk_archimate_summary_sort (RkArchimateSummary *self)
{
  g_ptr_array_sort (self->warnings, compare_warnings);
}

gboolean
rk_archimate_summary_write (RkArchimateSummary *self, sqlite3 *db, gint64 model, GError **error)
{
  for (guint i = 0; i < self->warnings->len; i++)
    {
      const RkArchimateWarning *warning = g_ptr_array_index (self->warnings, i);
      g_autoptr (sqlite3_stmt) stmt = rk_sql_prepare (
          db, error,
          "INSERT INTO archimate_warning (model, place, kind, count, line, subject, detail)"
          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
          "iisiiss", model, (gint64) i, kinds[warning->kind].name,
          (gint64) self->counts[warning->kind], (gint64) warning->line, warning->subject,
          warning->detail);

      if (stmt == NULL || !rk_sql_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static void
load_warning (RkArchimateSummary *self, sqlite3_stmt *stmt)
{
  const char *name = rk_sql_text (stmt, 0);

  for (guint i = 0; i < RK_ARCHIMATE_N_WARNING_KINDS; i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      {
        add_warning (self, (RkArchimateWarningKind) i, (guint) sqlite3_column_int (stmt, 2),
                     rk_sql_text (stmt, 3), rk_sql_text (stmt, 4));
        self->counts[i] = (guint) sqlite3_column_int (stmt, 1);
      }
}

static void
load_counts (RkArchimateSummary *self, sqlite3_stmt *stmt)
{
  guint *const counts[] = { &self->version,      &self->n_elements,  &self->n_relations,
                            &self->n_views,      &self->n_nodes,     &self->n_connections,
                            &self->n_properties, &self->n_components };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    *counts[i] = (guint) sqlite3_column_int (stmt, (int) i + 2);
}

RkArchimateSummary *
rk_archimate_load_summary (RkStore *store, const char *architecture, GError **error)
{
  g_autoptr (RkArchimateSummary) self = rk_archimate_summary_new ();
  sqlite3 *db = rk_store_get_database (store);
  GError *local_error = NULL;
  g_autoptr (sqlite3_stmt) model = rk_sql_prepare (
      db, error,
      "SELECT number, name, version, n_elements, n_relations, n_views, n_nodes, n_connections,"
      " n_properties, n_components FROM archimate_model WHERE architecture = ?1",
      "s", architecture);
  g_autoptr (sqlite3_stmt) stmt = NULL;

  if (model == NULL || !rk_sql_next (model, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, local_error);
      else if (model != NULL)
        g_set_error_literal (error, RK_ERROR, RK_ERROR_NOT_FOUND,
                             _ ("The contents of this reference architecture are no longer in the "
                                "workspace. Import its file again."));
      return NULL;
    }
  g_free (self->id);
  self->id = g_strdup (architecture);
  g_free (self->name);
  self->name = g_strdup (rk_sql_text (model, 1) != NULL ? rk_sql_text (model, 1) : "");
  load_counts (self, model);
  stmt = rk_sql_prepare (db, &local_error,
                         "SELECT kind, count, line, subject, detail FROM archimate_warning"
                         " WHERE model = ?1 ORDER BY place",
                         "i", sqlite3_column_int64 (model, 0));
  while (stmt != NULL && rk_sql_next (stmt, &local_error))
    load_warning (self, stmt);
  if (local_error == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, local_error);
  return NULL;
}
