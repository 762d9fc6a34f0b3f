/* SPDX-License-Identifier: EUPL-1.2 */
/* From ${name} to the path of a question, as seen from where it is written.
 *
 * Within one repeat the path is relative, so that it means the same row; elsewhere it is absolute.
 * The blanks around it are pyxform's, and keep names from running into each other. */
#include "config.h"
#include "rk-xlsform-private.h"

#include "rk-xpath.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LAST_SAVED "__last-saved"

/* --- who is called what ----------------------------------------------------------------------- */

/* What the conversion adds about the response gives way to what the sheet calls so. */
static gboolean
is_named (RkXf *self, const RkXfElement *element)
{
  const RkXfElement *around = element;

  while (around != NULL && around->kind != RK_XF_META)
    around = around->parent;
  return around == NULL || (element->parent == self->meta && element->kind == RK_XF_QUESTION &&
                            !g_hash_table_contains (self->names, element->name));
}

static void
collect (RkXf *self, RkXfElement *element)
{
  if (is_named (self, element))
    g_hash_table_insert (self->names, element->name,
                         g_hash_table_contains (self->names, element->name) ? (gpointer) self
                                                                            : element);
  g_hash_table_replace (self->by_path, rk_xf_element_dup_path (element), element);
  for (guint i = 0; i < element->children->len; i++)
    collect (self, g_ptr_array_index (element->children, i));
}

void
rk_xf_names_collect (RkXf *self)
{
  collect (self, self->root);
  /* What a faulty row would have been called is not missing. */
  for (guint i = 0; i < self->survey->rows->len; i++)
    {
      const char *name = rk_xf_row_get (g_ptr_array_index (self->survey->rows, i), "name");

      if (name != NULL && !g_hash_table_contains (self->names, name))
        g_hash_table_insert (self->names, (gpointer) name, NULL);
    }
}

/* --- paths ------------------------------------------------------------------------------------ */

static gboolean
is_around (const RkXfElement *around, const RkXfElement *element)
{
  for (element = element->parent; element != NULL; element = element->parent)
    if (element == around)
      return TRUE;
  return FALSE;
}

/* The nearest section (only a repeat, when @repeat) around both: (nullable). */
static const RkXfElement *
find_common (const RkXfElement *one, const RkXfElement *other, gboolean repeat)
{
  for (one = one->parent; one != NULL; one = one->parent)
    if (repeat ? one->kind == RK_XF_REPEAT : rk_xf_element_is_section (one))
      if (is_around (one, other))
        return one;
  return NULL;
}

static guint
count_steps (const RkXfElement *from, const RkXfElement *around)
{
  guint n = 0;

  for (; from != around; from = from->parent)
    n++;
  return n;
}

/* "/group/name" from below @around. (transfer full) */
static char *
dup_path_below (const RkXfElement *element, const RkXfElement *around)
{
  GString *path = g_string_new (NULL);

  for (; element != around && element != NULL; element = element->parent)
    {
      g_string_prepend (path, element->name);
      g_string_prepend_c (path, '/');
    }
  return g_string_free (path, FALSE);
}

/* For a list of answers in a repeat the path goes by way of what stands around the repeat, so that
 * a filter can be put on its rows. */
static gboolean
goes_around (const RkXfElement *target, const RkXfElement *source, const RkXfElement *repeat)
{
  return repeat == rk_xf_element_get_repeat (target) &&
         (rk_xf_element_get_repeat (repeat) == NULL || rk_xf_element_get_repeat (source) != repeat);
}

static char *
dup_relative (const RkXfElement *target, const RkXfElement *source, gboolean use_current,
              gboolean reference_parent)
{
  const RkXfElement *repeat = find_common (source, target, TRUE);
  const RkXfElement *around;
  g_autofree char *below = NULL;
  GString *path;

  if (repeat == NULL)
    return NULL;
  around = reference_parent && goes_around (target, source, repeat)
               ? repeat->parent
               : find_common (source, target, FALSE);
  below = dup_path_below (target, around);
  path = g_string_new (use_current ? " current()/" : " ");
  for (guint i = count_steps (source, around); i > 0; i--)
    g_string_append (path, i > 1 ? "../" : "..");
  g_string_append_printf (path, "%s ", below);
  return g_string_free (path, FALSE);
}

/* --- where a reference stands ----------------------------------------------------------------- */

/* Whether @at stands in a predicate of a list that the expression reads. */
static gboolean
is_in_list_predicate (const char *text, gsize at)
{
  guint depth = 0;

  if (strstr (text, "instance(") == NULL)
    return FALSE;
  for (gsize i = 0; i < at; i++)
    {
      depth += text[i] == '[';
      depth -= text[i] == ']' && depth > 0;
    }
  return depth > 0;
}

/* The argument of indexed-repeat() in which @at stands, from 0; -1 when it stands in none. */
static int
find_indexed_argument (const char *text, gsize at)
{
  const char *call = text;

  while ((call = strstr (call, "indexed-repeat(")) != NULL)
    {
      gsize start = (gsize) (call - text) + strlen ("indexed-repeat(");
      int depth = 0, argument = 0;
      gsize i;

      for (i = start; text[i] != '\0' && depth >= 0 && i < at; i++)
        {
          depth += text[i] == '(' || text[i] == '[';
          depth -= text[i] == ')' || text[i] == ']';
          argument += text[i] == ',' && depth == 0;
        }
      if (at >= start && depth >= 0 && i == at)
        return argument;
      call++;
    }
  return -1;
}

/* indexed-repeat() names the question and the repeats by their full paths. */
static gboolean
is_absolute (const char *text, gsize at)
{
  int argument = find_indexed_argument (text, at);

  return argument == 0 || (argument > 0 && argument % 2 == 1);
}

/* --- replacing -------------------------------------------------------------------------------- */

static void
complain_unknown (RkXf *self, const char *name, const RkXfRow *row, const RkXfColumn *column)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *nearest;
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (names, key);
  g_ptr_array_sort_with_data (names, (GCompareDataFunc) (void (*) (void)) g_strcmp0, NULL);
  nearest = rk_xf_nearest (name, names);
  if (nearest != NULL)
    rk_xf_error (self, "unknown-name", row, column,
                 /* Translators: two names of questions. */
                 _ ("There is no question “%s”. Do you mean “${%s}”?"), name, nearest);
  else
    rk_xf_error (self, "unknown-name", row, column,
                 /* Translators: the name of a question. */
                 _ ("There is no question “%s”. Use a name of the column name."), name);
}

static const RkXfElement *
find_target (RkXf *self, const char *name, const RkXfRow *row, const RkXfColumn *column)
{
  gpointer found = NULL;

  if (!g_hash_table_lookup_extended (self->names, name, NULL, &found))
    complain_unknown (self, name, row, column);
  else if (found == (gpointer) self)
    {
      rk_xf_error (self, "ambiguous-name", row, column,
                   /* Translators: a name. */
                   _ ("Several questions are called “%s”, so that ${%s} is not clear. Give them "
                      "different names."),
                      name, name);
      return NULL;
    }
  return found;
}

static char *
dup_replacement (RkXf *self, const char *text, gsize at, const RkXfElement *target,
                 const RkXfElement *context, gboolean last_saved, gboolean use_current,
                 gboolean reference_parent)
{
  g_autofree char *path = rk_xf_element_dup_path (target);
  char *relative = NULL;

  if (last_saved)
    {
      self->last_saved = TRUE;
      return g_strdup_printf (" instance('" LAST_SAVED "')%s ", path);
    }
  if (context != NULL && !is_absolute (text, at))
    relative = dup_relative (target, context, use_current || is_in_list_predicate (text, at),
                             reference_parent);
  return relative != NULL ? relative : g_strdup_printf (" %s ", path);
}

char *
rk_xf_resolve (RkXf *self, const char *text, const RkXfElement *context, const RkXfRow *row,
               const RkXfColumn *column, gboolean use_current, gboolean reference_parent)
{
  g_autoptr (GString) resolved = g_string_new (NULL);
  gboolean good = TRUE;
  gsize last = 0, start = 0, end;
  gboolean last_saved;
  char *name = NULL;

  for (; rk_xf_next_reference (text, &start, &end, &name, &last_saved); start = last = end)
    {
      g_autofree char *owned = name;
      const RkXfElement *target = find_target (self, name, row, column);
      g_autofree char *path = NULL;

      good &= target != NULL;
      if (target == NULL)
        continue;
      path = dup_replacement (self, text, start, target, context, last_saved, use_current,
                              reference_parent);
      g_string_append_len (resolved, text + last, (gssize) (start - last));
      g_string_append (resolved, path);
    }
  if (!good)
    return NULL;
  g_string_append (resolved, text + last);
  return g_string_free (g_steal_pointer (&resolved), FALSE);
}

/* --- expressions ------------------------------------------------------------------------------ */

static const char *
find_namespace (const char *prefix, gpointer data)
{
  RkXf *self = data;

  if (*prefix == '\0')
    return "http://www.w3.org/2002/xforms";
  return g_hash_table_lookup (self->prefixes, prefix);
}

/* @text with each reference as a word of the same length, so that a place in it is one in @text. */
static char *
dup_stand_in (const char *text)
{
  g_autofree char *copy = g_strdup (text);
  gsize start = 0, end;
  gboolean last_saved;
  char *name = NULL;

  for (; rk_xf_next_reference (text, &start, &end, &name, &last_saved); start = end)
    {
      g_free (name);
      memset (copy + start, 'x', end - start);
    }
  return g_steal_pointer (&copy);
}

/* Puts what was written back into @message, which quotes @stand_in or the rest of it, in the quotes
 * of the language. */
static char *
dup_as_written (const char *message, const char *stand_in, const char *text)
{
  static const char *const quotes[][2] = { { "“", "”" }, { "‘", "’" } };
  GString *words = g_string_new (message);

  for (gsize at = 0; text[at] != '\0'; at = (gsize) (g_utf8_next_char (text + at) - text))
    for (guint i = 0; i < G_N_ELEMENTS (quotes) && !g_str_equal (stand_in + at, text + at); i++)
      {
        g_autofree char *quoted = g_strconcat (quotes[i][0], stand_in + at, quotes[i][1], NULL);
        g_autofree char *written = g_strconcat (quotes[i][0], text + at, quotes[i][1], NULL);

        g_string_replace (words, quoted, written, 0);
      }
  return g_string_free (words, FALSE);
}

/* Longer ones are shortened where they are quoted. */
#define MAX_QUOTED 120

/* What is wrong with @text as its author wrote it: (transfer full) (nullable). */
static char *
dup_fault (RkXf *self, const char *text)
{
  g_autofree char *stand_in = dup_stand_in (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkXPath) xpath = NULL;
  const char *twice = strstr (stand_in, "==");

  if (g_utf8_strlen (text, -1) != g_utf8_strlen (stand_in, -1) ||
      g_utf8_strlen (text, -1) > MAX_QUOTED)
    return NULL;
  xpath = rk_xpath_compile (stand_in, find_namespace, self, &error);
  if (xpath != NULL)
    return NULL;
  if (twice != NULL && error->code == RK_XPATH_ERROR_SYNTAX)
    /* Translators: an expression, the number of a character. */
    return g_strdup_printf (_ ("The expression “%s” compares with == at character %d; one = is "
                               "enough."),
                               text, (int) g_utf8_pointer_to_offset (stand_in, twice) + 1);
  return dup_as_written (error->message, stand_in, text);
}

static gboolean
check_written (RkXf *self, const char *expression, const char *text, const RkXfRow *row,
               const RkXfColumn *column)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkXPath) xpath = rk_xpath_compile (expression, find_namespace, self, &error);
  g_autofree char *fault = NULL;

  if (xpath != NULL)
    return TRUE;
  fault = dup_fault (self, text);
  rk_xf_error (self, error->code == RK_XPATH_ERROR_FUNCTION ? "unknown-function" : "xpath-syntax",
               row, column, "%s", fault != NULL ? fault : error->message);
  return FALSE;
}

gboolean
rk_xf_check_expression (RkXf *self, const char *expression, const RkXfRow *row,
                        const RkXfColumn *column)
{
  return check_written (self, expression, expression, row, column);
}

char *
rk_xf_resolve_expression (RkXf *self, const char *text, const RkXfElement *context,
                          const RkXfRow *row, const RkXfColumn *column, gboolean use_current,
                          gboolean reference_parent)
{
  g_autofree char *resolved =
      rk_xf_resolve (self, text, context, row, column, use_current, reference_parent);

  if (resolved == NULL || !check_written (self, resolved, text, row, column))
    return NULL;
  return g_steal_pointer (&resolved);
}
