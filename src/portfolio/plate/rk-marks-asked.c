/* SPDX-License-Identifier: EUPL-1.2 */
/* Standards and building blocks: what a component asks for, in the model or in the landscape, and
 * how much of it an application has. They are the same when their names are, but for capitals. */
#include "config.h"
#include "rk-marks-private.h"

#include <string.h>

static gboolean
says (const char *text, const char *const *words)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  for (; folded != NULL && *words != NULL; words++)
    if (strstr (folded, *words) != NULL)
      return TRUE;
  return FALSE;
}

/* Adds the names of the concepts that @component is related to, and that their role or type calls
 * one of @words. */
static void
add_related (RkMarks *self, const char *component, const char *const *words, GHashTable *names)
{
  g_autoptr (GPtrArray) relations = NULL;

  if (self->architecture == NULL)
    return;
  relations = rk_architecture_dup_relations (self->architecture, component);
  for (guint i = 0; relations != NULL && i < relations->len; i++)
    {
      const RkConceptRelation *relation = relations->pdata[i];

      if (relation->other != NULL && says (relation->other->role, words))
        g_hash_table_add (names, g_utf8_casefold (relation->other->name, -1));
    }
}

static void
conclude (RkMarks *self, RkMark *mark, guint n, guint of)
{
  g_autofree char *value = g_strdup_printf ("%u/%u", n, of);

  mark->row = n == of ? 0 : n > 0 ? 1 : 2;
  mark->share = (double) n / of;
  mark->value = g_string_chunk_insert_const (self->texts, value);
}

static gboolean
holds (GHashTable *names, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_hash_table_contains (names, folded);
}

void
rk_marks_judge_standards (RkMarks *self, const RkLandFit *fit, RkMark *mark)
{
  static const char *const words[] = { "standaard", "standard", NULL };
  g_autoptr (GHashTable) asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const RkLandProduct *product = fit->application->product;
  guint met = 0;

  add_related (self, fit->component, words, asked);
  for (guint i = 0; i < self->landscape->requirements->len; i++)
    {
      const RkLandRequirement *requirement = self->landscape->requirements->pdata[i];

      if (g_str_equal (requirement->component, fit->component))
        g_hash_table_add (asked, g_utf8_casefold (requirement->standard->name, -1));
    }
  if (g_hash_table_size (asked) == 0)
    {
      mark->row = 3;
      return;
    }
  if (product == NULL || product->claims->len == 0)
    return;
  for (guint i = 0; i < product->claims->len; i++)
    {
      const RkLandClaim *claim = product->claims->pdata[i];
      g_autofree char *name = g_utf8_casefold (claim->standard->name, -1);

      if (g_strcmp0 (claim->claim, "refuted") != 0 && g_hash_table_contains (asked, name))
        met++;
    }
  conclude (self, mark, MIN (met, g_hash_table_size (asked)), g_hash_table_size (asked));
}

/* One adoption per building block counts: that of the application itself wins over that of the
 * administration as a whole. */
static const RkLandAdoption *
find_adoption (RkMarks *self, const RkLandApplication *application, const char *block)
{
  const RkLandAdoption *found = NULL;

  for (guint i = 0; i < self->landscape->adoptions->len; i++)
    {
      const RkLandAdoption *adoption = self->landscape->adoptions->pdata[i];
      g_autofree char *name = g_utf8_casefold (adoption->block->name, -1);

      if (!g_str_equal (name, block))
        continue;
      if (adoption->application == application)
        return adoption;
      if (adoption->application == NULL)
        found = adoption;
    }
  return found;
}

void
rk_marks_judge_blocks (RkMarks *self, const RkLandFit *fit, RkMark *mark)
{
  static const char *const words[] = { "bouwsteen", "building block", NULL };
  g_autoptr (GHashTable) asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const RkLandApplication *application = fit->application;
  guint known = 0, used = 0, of;
  GHashTableIter iter;
  gpointer name;

  add_related (self, fit->component, words, asked);
  for (guint i = 0; i < application->adoptions->len; i++)
    {
      const RkLandAdoption *adoption = application->adoptions->pdata[i];

      if (!holds (asked, adoption->block->name))
        g_hash_table_add (asked, g_utf8_casefold (adoption->block->name, -1));
    }
  of = g_hash_table_size (asked);
  g_hash_table_iter_init (&iter, asked);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      const RkLandAdoption *adoption = find_adoption (self, application, name);

      if (adoption == NULL || adoption->status == NULL)
        continue;
      if (g_str_equal (adoption->status, "not_applicable"))
        of--;
      else
        known++;
      used += g_str_equal (adoption->status, "in_use") ? 1 : 0;
    }
  if (of == 0)
    mark->row = 3;
  else if (known > 0)
    conclude (self, mark, used, of);
}
