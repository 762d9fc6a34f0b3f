/* SPDX-License-Identifier: EUPL-1.2 */
/* The column parameters: name=value pairs, whose meaning depends on the type of question. */
#include "config.h"
#include "rk-xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const RkXfColumn *
column_of (const RkXfRow *row)
{
  return rk_xf_row_column (row, "parameters");
}

/* --- reading ---------------------------------------------------------------------------------- */

/* "a = 1" as "a=1". */
static char *
join_equals (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\s*=\\s*", 0, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, "=", 0, NULL);
}

static char *
dup_value (const char *key, const char *value)
{
  static const char *const as_written[] = {
    "label", "value", "seed", "app", "tick_labelset", NULL
  };
  g_autofree char *plain = g_strstrip (g_strdup (value));

  if (g_strv_contains (as_written, key))
    return g_steal_pointer (&plain);
  return g_ascii_strdown (plain, -1);
}

/* (element-type utf8 utf8) */
static GHashTable *
parse (RkXf *self, const RkXfRow *row)
{
  GHashTable *parameters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *text = rk_xf_row_get (row, "parameters");
  g_autofree char *joined = join_equals (text != NULL ? text : "");
  const char *separators = strchr (joined, ';') != NULL   ? ";"
                           : strchr (joined, ',') != NULL ? ","
                                                          : " \t\n";
  g_auto (GStrv) parts = g_strsplit_set (joined, separators, -1);

  for (char **part = parts; *part != NULL; part++)
    {
      char *pair = g_strstrip (*part);
      char *equals = strchr (pair, '=');
      g_autofree char *key = NULL;

      if (*pair == '\0')
        continue;
      if (equals == NULL)
        {
          rk_xf_error (self, "bad-parameter", row, column_of (row),
                       /* Translators: what was written. */
                       _ ("“%s” is no parameter. Write name=value, such as start=1 end=5."), pair);
          continue;
        }
      *equals = '\0';
      key = g_ascii_strdown (g_strstrip (pair), -1);
      g_hash_table_replace (parameters, g_strdup (key), dup_value (key, equals + 1));
    }
  return parameters;
}

/* Reports what is not among @allowed, words between blanks. */
static void
check_allowed (RkXf *self, const RkXfRow *row, GHashTable *parameters, const char *allowed)
{
  g_auto (GStrv) names = g_strsplit (allowed, " ", -1);
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (parameters), (GCompareFunc) strcmp);

  for (const GList *l = keys; l != NULL; l = l->next)
    {
      if (g_strv_contains ((const char *const *) names, l->data))
        continue;
      if (*allowed == '\0')
        rk_xf_error (self, "bad-parameter", row, column_of (row),
                     /* Translators: name of a parameter. */
                     _ ("This type of question has no parameter “%s”. Empty the cell."),
                        (const char *) l->data);
      else
        rk_xf_error (self, "bad-parameter", row, column_of (row),
                     /* Translators: name of a parameter, those that can be used. */
                     _ ("This type of question has no parameter “%s”. Use %s."),
                        (const char *) l->data, allowed);
    }
}

/* --- values ----------------------------------------------------------------------------------- */

static gboolean
is_number (const char *text, double *number)
{
  char *end;
  double value = g_ascii_strtod (text, &end);

  if (*text == '\0' || *end != '\0' || !isfinite (value))
    return FALSE;
  if (number != NULL)
    *number = value;
  return TRUE;
}

static gboolean
is_integer (const char *text)
{
  double value;

  return is_number (text, &value) && value == floor (value) && strpbrk (text, ".eE") == NULL;
}

/* The number under @key: FALSE after having reported that it is none. */
static gboolean
take_number (RkXf *self, const RkXfRow *row, GHashTable *parameters, const char *key,
             gboolean integer, const char **text)
{
  *text = g_hash_table_lookup (parameters, key);
  if (*text == NULL)
    return FALSE;
  if (integer ? is_integer (*text) : is_number (*text, NULL))
    return TRUE;
  if (integer)
    rk_xf_error (self, "bad-parameter", row, column_of (row),
                 /* Translators: name of a parameter, its value. */
                 _ ("The parameter %s must be a whole number, not “%s”."), key, *text);
  else
    rk_xf_error (self, "bad-parameter", row, column_of (row),
                 /* Translators: name of a parameter, its value. */
                 _ ("The parameter %s must be a number, not “%s”."), key, *text);
  return FALSE;
}

/* The word under @key, one of @allowed (between blanks). */
static gboolean
take_word (RkXf *self, const RkXfRow *row, GHashTable *parameters, const char *key,
           const char *allowed, const char **text)
{
  g_auto (GStrv) words = g_strsplit (allowed, " ", -1);

  *text = g_hash_table_lookup (parameters, key);
  if (*text == NULL)
    return FALSE;
  if (g_strv_contains ((const char *const *) words, *text))
    return TRUE;
  rk_xf_error (self, "bad-parameter", row, column_of (row),
               /* Translators: name of a parameter, its value, the values that can be used. */
               _ ("The parameter %s cannot be “%s”. Use one of: %s."), key, *text, allowed);
  return FALSE;
}

/* --- by type ---------------------------------------------------------------------------------- */

static void
apply_text (RkXf *self, RkXfElement *element, GHashTable *parameters)
{
  const char *text;

  check_allowed (self, element->row, parameters, "rows");
  if (take_number (self, element->row, parameters, "rows", TRUE, &text))
    rk_xf_element_set_control (element, "rows", text, column_of (element->row));
}

static void
apply_image (RkXf *self, RkXfElement *element, GHashTable *parameters)
{
  const char *text;

  check_allowed (self, element->row, parameters, "max-pixels app");
  if (take_number (self, element->row, parameters, "max-pixels", TRUE, &text))
    rk_xf_element_set_bind (element, "orx:max-pixels", text, column_of (element->row));
  text = g_hash_table_lookup (parameters, "app");
  if (text != NULL)
    rk_xf_element_set_control (element, "intent", text, column_of (element->row));
}

static void
apply_audio (RkXf *self, RkXfElement *element, GHashTable *parameters)
{
  const char *text;

  check_allowed (self, element->row, parameters, "quality");
  if (element->action != NULL)
    {
      if (take_word (self, element->row, parameters, "quality", "voice-only low normal", &text))
        element->action_quality = g_strdup (text);
    }
  else if (take_word (self, element->row, parameters, "quality", "voice-only low normal external",
                      &text))
    rk_xf_element_set_bind (element, "odk:quality", text, column_of (element->row));
}

static void
apply_place (RkXf *self, RkXfElement *element, GHashTable *parameters)
{
  gboolean point = g_strcmp0 (element->type->type, "geopoint") == 0;
  const char *text;

  check_allowed (self, element->row, parameters,
                 point ? "allow-mock-accuracy capture-accuracy warning-accuracy"
                       : "allow-mock-accuracy incremental");
  if (take_word (self, element->row, parameters, "allow-mock-accuracy", "true false", &text))
    rk_xf_element_set_bind (element, "odk:allow-mock-accuracy", text, column_of (element->row));
  if (take_word (self, element->row, parameters, "incremental", "true false", &text))
    rk_xf_element_set_control (element, "odk:incremental", text, column_of (element->row));
  if (take_number (self, element->row, parameters, "capture-accuracy", FALSE, &text))
    rk_xf_element_set_control (element, "accuracyThreshold", text, column_of (element->row));
  if (take_number (self, element->row, parameters, "warning-accuracy", FALSE, &text))
    rk_xf_element_set_control (element, "unacceptableAccuracyThreshold", text,
                               column_of (element->row));
}

static gboolean
is_multiple (double value, double step)
{
  double times = value / step;

  return fabs (times - round (times)) < 1e-9;
}

/* The steps of a range have to fit between its ends. */
static void
check_range (RkXf *self, RkXfElement *element, double start, double end, double step)
{
  const RkXfRow *row = element->row;

  if (step == 0)
    rk_xf_error (self, "bad-range", row, column_of (row), _ ("The step of a range cannot be 0."));
  else if (fabs (step) > fabs (end - start))
    rk_xf_error (self, "bad-range", row, column_of (row),
                 _ ("The step of a range cannot be larger than the range itself."));
  else if (start > end)
    rk_xf_warn (self, "bad-range", row, column_of (row),
                _ ("The range ends lower than it starts. Exchange start and end if that is not "
                   "meant."));
  else if (step < 0)
    rk_xf_warn (self, "bad-range", row, column_of (row),
                _ ("The step of a range is written without a minus."));
  else if (!is_multiple (end - start, step))
    rk_xf_warn (self, "bad-range", row, column_of (row),
                _ ("The end of the range does not fall on a step, so that it cannot be chosen."));
}

static void
apply_ticks (RkXf *self, RkXfElement *element, GHashTable *parameters, double start, double step)
{
  static const struct
  {
    const char *parameter, *attribute;
  } extra[] = { { "tick_interval", "odk:tick-interval" }, { "placeholder", "odk:placeholder" } };
  const RkXfRow *row = element->row;

  for (guint i = 0; i < G_N_ELEMENTS (extra); i++)
    {
      const char *text;
      double value;

      if (!take_number (self, row, parameters, extra[i].parameter, FALSE, &text))
        continue;
      value = g_ascii_strtod (text, NULL);
      if (step != 0 && !is_multiple (i == 0 ? value : value - start, step))
        rk_xf_error (self, "bad-range", row, column_of (row),
                     /* Translators: name of a parameter. */
                     _ ("The parameter %s does not fall on a step of the range."),
                        extra[i].parameter);
      rk_xf_element_set_control (element, extra[i].attribute, text, column_of (row));
    }
}

static void
apply_range (RkXf *self, RkXfElement *element, GHashTable *parameters)
{
  static const char *const names[] = { "start", "end", "step" };
  double values[] = { 1, 10, 1 };
  gboolean fractions = FALSE;

  check_allowed (self, element->row, parameters,
                 "start end step tick_interval placeholder tick_labelset");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *text;
      g_autofree char *preset = g_strdup_printf ("%.0f", values[i]);
      gboolean given = take_number (self, element->row, parameters, names[i], FALSE, &text);

      if (given)
        values[i] = g_ascii_strtod (text, NULL);
      fractions |= values[i] != floor (values[i]);
      rk_xf_element_set_control (element, names[i], given ? text : preset,
                                 column_of (element->row));
    }
  check_range (self, element, values[0], values[1], values[2]);
  apply_ticks (self, element, parameters, values[0], values[2]);
  if (fractions)
    rk_xf_element_set_bind (element, "type", "decimal", NULL);
}

static gboolean
is_column_name (const char *text)
{
  if (!g_ascii_isalpha (*text) && *text != '_')
    return FALSE;
  for (; *text != '\0'; text++)
    if (!g_ascii_isalnum (*text) && strchr ("-_.", *text) == NULL)
      return FALSE;
  return TRUE;
}

static char *
dup_column_name (RkXf *self, const RkXfElement *element, GHashTable *parameters, const char *key)
{
  const char *text = g_hash_table_lookup (parameters, key);

  if (text == NULL || is_column_name (text))
    return g_strdup (text);
  rk_xf_error (self, "bad-parameter", element->row, column_of (element->row),
               /* Translators: name of a parameter, its value. */
               _ ("The parameter %s cannot be “%s”: name a column, in letters, digits, - . and "
                  "_."),
                  key, text);
  return NULL;
}

static void
apply_select (RkXf *self, RkXfElement *element, GHashTable *parameters)
{
  gboolean from_file =
      strchr (element->list, '.') != NULL && rk_xf_list_find (self, element->list) == NULL;
  g_autofree char *reference = NULL;
  const char *seed, *randomize;

  check_allowed (self, element->row, parameters,
                 from_file ? "randomize seed value label" : "randomize seed");
  if (take_word (self, element->row, parameters, "randomize", "true false", &randomize))
    element->randomize = g_str_equal (randomize, "true");
  element->value_ref = dup_column_name (self, element, parameters, "value");
  element->label_ref = dup_column_name (self, element, parameters, "label");
  seed = g_hash_table_lookup (parameters, "seed");
  if (seed == NULL)
    return;
  reference = rk_xf_dup_only_reference (seed);
  if (!element->randomize)
    rk_xf_error (self, "bad-parameter", element->row, column_of (element->row),
                 _ ("A seed only has a meaning beside randomize=true. Add it."));
  else if (reference == NULL && !is_number (seed, NULL))
    rk_xf_error (self, "bad-parameter", element->row, column_of (element->row),
                 _ ("The parameter seed must be a number or a question, such as ${name}."));
  else
    element->seed = g_strdup (seed);
}

/* --- who changed what, and where -------------------------------------------------------------- */

static void
apply_audit_place (RkXf *self, RkXfElement *element, GHashTable *parameters)
{
  static const char *const keys[] = { "location-priority", "location-min-interval",
                                      "location-max-age" };
  const char *texts[G_N_ELEMENTS (keys)] = { NULL };
  const RkXfRow *row = element->row;
  guint n = 0, good = 0;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    n += g_hash_table_contains (parameters, keys[i]);
  if (n == 0)
    return;
  if (n < G_N_ELEMENTS (keys))
    {
      rk_xf_error (self, "bad-parameter", row, column_of (row),
                   /* Translators: names of three parameters. */
                   _ ("To note places, an audit needs %s, %s and %s together."), keys[0], keys[1],
                      keys[2]);
      return;
    }
  good += take_word (self, row, parameters, keys[0], "no-power low-power balanced high-accuracy",
                     &texts[0]);
  good += take_number (self, row, parameters, keys[1], TRUE, &texts[1]);
  good += take_number (self, row, parameters, keys[2], TRUE, &texts[2]);
  if (good < G_N_ELEMENTS (keys))
    return;
  if (g_ascii_strtod (texts[1], NULL) < 0 ||
      g_ascii_strtod (texts[2], NULL) < g_ascii_strtod (texts[1], NULL))
    rk_xf_error (self, "bad-parameter", row, column_of (row),
                 /* Translators: names of two parameters. */
                 _ ("%s must be at least %s, and neither below 0."), keys[2], keys[1]);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *name = g_strconcat ("odk:", keys[i], NULL);

      rk_xf_element_set_bind (element, name, texts[i], column_of (row));
    }
}

static void
apply_audit (RkXf *self, RkXfElement *element, GHashTable *parameters)
{
  static const struct
  {
    const char *key, *allowed;
  } words[] = { { "track-changes", "true false" },
                { "identify-user", "true false" },
                { "track-changes-reasons", "on-form-edit" } };

  check_allowed (self, element->row, parameters,
                 "location-priority location-min-interval location-max-age track-changes "
                 "identify-user track-changes-reasons");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *name = g_strconcat ("odk:", words[i].key, NULL);
      const char *text;

      if (take_word (self, element->row, parameters, words[i].key, words[i].allowed, &text))
        rk_xf_element_set_bind (element, name, text, column_of (element->row));
    }
  apply_audit_place (self, element, parameters);
}

void
rk_xf_parameters_apply (RkXf *self, RkXfElement *element)
{
  const RkXfType *type = element->type;
  g_autoptr (GHashTable) parameters = parse (self, element->row);

  if (element->list != NULL)
    apply_select (self, element, parameters);
  else if (g_strcmp0 (type->control, "range") == 0)
    apply_range (self, element, parameters);
  else if (g_str_equal (type->name, "audit"))
    apply_audit (self, element, parameters);
  else if (g_strcmp0 (type->mediatype, "image/*") == 0)
    apply_image (self, element, parameters);
  else if (g_strcmp0 (type->mediatype, "audio/*") == 0 ||
           g_str_equal (type->name, "background-audio"))
    apply_audio (self, element, parameters);
  else if (type->type != NULL && g_str_has_prefix (type->type, "geo"))
    apply_place (self, element, parameters);
  else if (g_strcmp0 (type->control, "input") == 0 && g_strcmp0 (type->type, "string") == 0 &&
           !type->fixed)
    apply_text (self, element, parameters);
}
