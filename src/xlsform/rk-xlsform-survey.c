/* SPDX-License-Identifier: EUPL-1.2 */
/* The sheet survey: rows become a tree of groups, repeats and questions. */
#include "config.h"
#include "rk-xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DEPTH 60

/* A group or repeat that has begun, and what stands in it so far. */
typedef struct
{
  RkXfElement *element;
  GHashTable *names; /* in lower case → as written */
} Scope;

typedef struct
{
  RkXf *form;
  GPtrArray *scopes;   /* (element-type Scope) */
  GHashTable *repeats; /* names, which have to differ everywhere */
  char *table_list;    /* (nullable): "" until its first list is known */
} Walk;

static Scope *
scope_new (RkXfElement *element)
{
  Scope *scope = g_new0 (Scope, 1);

  scope->element = element;
  scope->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return scope;
}

static void
scope_free (Scope *scope)
{
  g_hash_table_unref (scope->names);
  g_free (scope);
}

static Scope *
current_scope (Walk *walk)
{
  return g_ptr_array_index (walk->scopes, walk->scopes->len - 1);
}

/* --- names ------------------------------------------------------------------------------------ */

static gboolean
check_name (Walk *walk, const RkXfRow *row, const char *name)
{
  const RkXfColumn *column = rk_xf_row_column (row, "name");
  const char *colon = strchr (name, ':');
  g_autofree char *prefix = colon != NULL ? g_strndup (name, colon - name) : NULL;

  if (!rk_xf_is_name (name))
    rk_xf_error (walk->form, "bad-name", row, column,
                 /* Translators: a name. */
                 _ ("“%s” cannot be a name. A name begins with a letter or _ and goes on with "
                    "letters, digits, - . and _."),
                    name);
  else if (prefix != NULL && !g_hash_table_contains (walk->form->prefixes, prefix))
    rk_xf_error (walk->form, "bad-name", row, column,
                 /* Translators: a name with a colon, then what stands before the colon. */
                 _ ("The name “%s” begins with “%s:”, which the settings do not declare. Leave the "
                    "colon out."),
                    name, prefix);
  else if (g_str_equal (name, "meta") && walk->scopes->len == 1)
    rk_xf_error (walk->form, "bad-name", row, column,
                 _ ("The name “meta” is kept for data about the response. Choose another name."));
  else
    return TRUE;
  return FALSE;
}

/* Whether @name is new among what stands beside it. */
static gboolean
claim_name (Walk *walk, const RkXfRow *row, const char *name)
{
  Scope *scope = current_scope (walk);
  g_autofree char *lower = g_utf8_strdown (name, -1);
  const char *taken = g_hash_table_lookup (scope->names, lower);

  if (taken != NULL && g_str_equal (taken, name))
    {
      rk_xf_error (walk->form, "duplicate-name", row, rk_xf_row_column (row, "name"),
                   /* Translators: a name. */
                   _ ("The name “%s” stands twice in the same group. Give one of the two another "
                      "name."),
                      name);
      return FALSE;
    }
  if (taken != NULL)
    rk_xf_warn (walk->form, "similar-name", row, rk_xf_row_column (row, "name"),
                /* Translators: two names. */
                _ ("The names “%s” and “%s” differ only in capitals, which other programs do not "
                   "always tell apart."),
                   name, taken);
  g_hash_table_replace (scope->names, g_steal_pointer (&lower), g_strdup (name));
  return TRUE;
}

/* The name of the row; made up when it may be: (transfer full) (nullable). */
static char *
dup_name (Walk *walk, const RkXfRow *row, const char *type)
{
  const char *given = rk_xf_row_get (row, "name");

  if (given == NULL && g_ascii_strcasecmp (type, "note") == 0)
    return g_strdup_printf ("generated_note_name_%u", row->number);
  if (given == NULL)
    {
      rk_xf_error (walk->form, "no-name", row, rk_xf_table_find (row->table, "name"),
                   _ ("The row has no name. Fill in the name under which its answer is kept."));
      return NULL;
    }
  return check_name (walk, row, given) && claim_name (walk, row, given) ? g_strdup (given) : NULL;
}

/* --- begin and end ---------------------------------------------------------------------------- */

/* "begin group", "begin_repeat", "end group" …: the kind, and whether it begins. */
static gboolean
parse_section (const char *type, gboolean *begins, RkXfKind *kind)
{
  static const struct
  {
    const char *word;
    RkXfKind kind;
  } words[] = { { "group", RK_XF_GROUP },
                { "repeat", RK_XF_REPEAT },
                { "lgroup", RK_XF_REPEAT },
                { "looped group", RK_XF_REPEAT } };
  g_autofree char *lower = g_ascii_strdown (type, -1);
  const char *word = NULL;

  g_strdelimit (lower, "_", ' ');
  if (g_str_has_prefix (lower, "begin "))
    word = lower + strlen ("begin ");
  else if (g_str_has_prefix (lower, "end "))
    word = lower + strlen ("end ");
  *begins = word != NULL && *lower == 'b';
  for (guint i = 0; word != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (g_strstrip ((char *) word), words[i].word))
      {
        *kind = words[i].kind;
        return TRUE;
      }
  return FALSE;
}

static void
complain_unclosed (Walk *walk, const Scope *scope)
{
  const RkXfElement *element = scope->element;
  const RkXfColumn *column = rk_xf_row_column (element->row, "type");

  if (element->kind == RK_XF_REPEAT)
    rk_xf_error (walk->form, "unclosed", element->row, column,
                 /* Translators: the name of a repeat. */
                 _ ("The repeat “%s” begins here but does not end. Add a row of type “end_repeat” "
                    "after its last question."),
                    element->name);
  else
    rk_xf_error (walk->form, "unclosed", element->row, column,
                 /* Translators: the name of a group. */
                 _ ("The group “%s” begins here but does not end. Add a row of type “end_group” "
                    "after its last question."),
                    element->name);
}

static void
complain_unopened (Walk *walk, const RkXfRow *row, RkXfKind kind)
{
  rk_xf_error (walk->form, "unopened", row, rk_xf_row_column (row, "type"), "%s",
               kind == RK_XF_REPEAT
               ? _ ("A repeat ends here, but none has begun. Remove this row, or add a row of "
                        "type “begin_repeat” before its first question.")
               : _ ("A group ends here, but none has begun. Remove this row, or add a row of "
                        "type “begin_group” before its first question."));
}

static void
end_section (Walk *walk, const RkXfRow *row, RkXfKind kind)
{
  guint depth = walk->scopes->len - 1;

  while (depth > 0 && ((Scope *) g_ptr_array_index (walk->scopes, depth))->element->kind != kind)
    depth--;
  if (depth == 0)
    {
      complain_unopened (walk, row, kind);
      return;
    }
  while (walk->scopes->len - 1 > depth)
    {
      complain_unclosed (walk, current_scope (walk));
      g_ptr_array_set_size (walk->scopes, (int) walk->scopes->len - 1);
    }
  g_ptr_array_set_size (walk->scopes, (int) depth);
  g_clear_pointer (&walk->table_list, g_free);
}

static void
check_repeat_name (Walk *walk, const RkXfRow *row, const char *name)
{
  if (g_str_equal (name, walk->form->root->name))
    rk_xf_error (walk->form, "bad-name", row, rk_xf_row_column (row, "name"),
                 /* Translators: a name. */
                 _ ("A repeat cannot be called “%s”, as the whole form is. Choose another name."),
                    name);
  else if (!g_hash_table_add (walk->repeats, g_strdup (name)))
    rk_xf_error (walk->form, "duplicate-name", row, rk_xf_row_column (row, "name"),
                 /* Translators: a name. */
                 _ ("There is already a repeat “%s”. Repeats need names that differ in the whole "
                    "form."),
                    name);
}

/* The number of rows: a reference as it is, an expression by way of a question of its own. */
static void
load_count (Walk *walk, RkXfElement *repeat)
{
  const RkXfRule *count = rk_xf_rules_find (repeat->controls, "jr:count");
  g_autofree char *reference = NULL, *name = NULL, *to = NULL;
  RkXfElement *counter;

  if (count == NULL)
    return;
  reference = rk_xf_dup_only_reference (count->value);
  if (reference != NULL)
    return;
  name = g_strconcat (repeat->name, "_count", NULL);
  to = g_strconcat ("${", name, "}", NULL);
  counter = rk_xf_element_new (RK_XF_QUESTION, name, NULL);
  counter->type = rk_xf_type_find ("calculate");
  counter->row = repeat->row;
  counter->parent = repeat->parent;
  g_ptr_array_insert (repeat->parent->children, (int) repeat->parent->children->len - 1, counter);
  rk_xf_element_set_bind (counter, "readonly", "true()", NULL);
  rk_xf_element_set_bind (counter, "calculate", count->value, count->column);
  rk_xf_element_set_control (repeat, "jr:count", to, count->column);
}

/* Several selects under one line of labels: the labels of the group go to a note of their own. */
static void
load_table_list (Walk *walk, RkXfElement *group)
{
  const RkXfRule *rule = rk_xf_rules_find (group->controls, "appearance");
  g_auto (GStrv) words = g_strsplit (rule != NULL ? rule->value : "", " ", -1);
  g_autoptr (GString) rest = g_string_new ("field-list");
  g_autofree char *name = NULL;
  RkXfElement *note;

  if (!g_strv_contains ((const char *const *) words, "table-list"))
    return;
  g_free (walk->table_list);
  walk->table_list = g_strdup ("");
  for (char **word = words; *word != NULL; word++)
    if (**word != '\0' && !g_str_equal (*word, "table-list"))
      g_string_append_printf (rest, " %s", *word);
  rk_xf_element_set_control (group, "appearance", rest->str, rule->column);
  if (rk_xf_text_is_empty (&group->label) && rk_xf_text_is_empty (&group->hint))
    return;
  name = g_strdup_printf ("generated_table_list_label_%u", group->row->number);
  note = rk_xf_element_new (RK_XF_QUESTION, name, group);
  note->type = rk_xf_type_find ("note");
  note->row = group->row;
  note->label = group->label;
  note->hint = group->hint;
  group->label = (RkXfText){ 0 };
  group->hint = (RkXfText){ 0 };
}

static void
check_section (Walk *walk, const RkXfElement *element)
{
  const RkXfRule *required = rk_xf_rules_find (element->binds, "required");

  if (required != NULL && rk_xf_truth (required->value) != 0)
    rk_xf_error (walk->form, "required-group", element->row, required->column,
                 _ ("A group or repeat cannot be required. Make the questions in it required."));
  if (element->kind == RK_XF_REPEAT && rk_xf_text_is_empty (&element->label))
    rk_xf_warn (walk->form, "no-label", element->row,
                rk_xf_table_find (element->row->table, "label"),
                /* Translators: a name. */
                _ ("The repeat “%s” has no label, so that people do not see what its rows are."),
                   element->name);
}

static void
begin_section (Walk *walk, const RkXfRow *row, const char *type, RkXfKind kind)
{
  g_autofree char *name = dup_name (walk, row, type);
  RkXfElement *element;

  /* Its end must still find it. */
  if (name == NULL)
    name = g_strdup_printf ("unnamed_%u", row->number);
  if (walk->scopes->len > MAX_DEPTH)
    {
      rk_xf_error (walk->form, "too-deep", row, rk_xf_row_column (row, "type"),
                   /* Translators: a number. */
                   _ ("Groups stand in groups more than %d deep. Use fewer."), MAX_DEPTH);
      return;
    }
  element = rk_xf_element_new (kind, name, current_scope (walk)->element);
  element->row = row;
  rk_xf_columns_load (walk->form, element);
  check_section (walk, element);
  if (kind == RK_XF_REPEAT)
    {
      check_repeat_name (walk, row, name);
      load_count (walk, element);
    }
  load_table_list (walk, element);
  g_ptr_array_add (walk->scopes, scope_new (element));
}

/* --- questions -------------------------------------------------------------------------------- */

/* What people call a type in Dutch or French, which may look like another one in English. */
static const char *
translate_type (const char *word)
{
  static const char *const words[][2] = {
    { "afbeelding", "image" },
    { "berekening", "calculate" },
    { "bestand", "file" },
    { "calcul", "calculate" },
    { "datum", "date" },
    { "entier", "integer" },
    { "fichier", "file" },
    { "foto", "image" },
    { "geheel getal", "integer" },
    { "geluid", "audio" },
    { "getal", "integer" },
    { "groep", "begin_group" },
    { "groupe", "begin_group" },
    { "herhaling", "begin_repeat" },
    { "heure", "time" },
    { "keuze", "select_one" },
    { "kommagetal", "decimal" },
    { "lieu", "geopoint" },
    { "locatie", "geopoint" },
    { "meerkeuze", "select_multiple" },
    { "nombre", "integer" },
    { "nota", "note" },
    { "plaats", "geopoint" },
    { "schaal", "range" },
    { "tekst", "text" },
    { "texte", "text" },
    { "tijd", "time" },
  };
  g_autofree char *lower = g_utf8_strdown (word, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i][0], lower))
      return words[i][1];
  return NULL;
}

static void
complain_type (Walk *walk, const RkXfRow *row, const char *type)
{
  g_autoptr (GPtrArray) names = rk_xf_type_list ();
  g_auto (GStrv) words = g_strsplit (type, " ", 2);
  g_autofree char *first = words[1] != NULL ? g_strconcat (words[0], NULL) : g_strdup (type);
  const char *nearest = translate_type (type);

  if (nearest == NULL)
    nearest = translate_type (first);
  if (nearest == NULL)
    nearest = rk_xf_nearest (type, names);
  if (nearest == NULL)
    nearest = rk_xf_nearest (first, names);
  if (nearest != NULL)
    rk_xf_error (walk->form, "unknown-type", row, rk_xf_row_column (row, "type"),
                 /* Translators: a type of question that is not known, and one that is. */
                 _ ("There is no type of question “%s”. Do you mean “%s”?"), type, nearest);
  else
    rk_xf_error (walk->form, "unknown-type", row, rk_xf_row_column (row, "type"),
                 /* Translators: a type of question. */
                 _ ("There is no type of question “%s”. Use for example text, integer, date or "
                    "select_one."),
                    type);
}

static gboolean
is_shown (const RkXfElement *element)
{
  gboolean shown = !rk_xf_text_is_empty (&element->label) || !rk_xf_text_is_empty (&element->hint);

  for (guint i = 0; i < RK_XF_N_MEDIA; i++)
    shown |= !rk_xf_text_is_empty (&element->media[i]);
  return shown;
}

/* A question that nobody sees needs no label; the others do. */
static void
check_label (Walk *walk, RkXfElement *element)
{
  gboolean computed =
      element->triggers != NULL || rk_xf_rules_find (element->binds, "calculate") != NULL;
  const RkXfRule *appearance = rk_xf_rules_find (element->controls, "appearance");

  if (element->type->control == NULL || computed || is_shown (element))
    return;
  if (appearance != NULL && g_str_equal (appearance->value, "label"))
    return;
  rk_xf_error (walk->form, "no-label", element->row,
               rk_xf_table_find (element->row->table, "label"),
               /* Translators: a name. */
               _ ("The question “%s” has no label. Write what people should read."), element->name);
}

static void
load_sensor (Walk *walk, RkXfElement *element)
{
  const char *type = element->type->name;

  if (g_str_equal (type, "start-geopoint"))
    {
      element->action = "odk:setgeopoint";
      element->action_event = "odk-instance-first-load";
    }
  else if (g_str_equal (type, "background-audio"))
    {
      element->action = "odk:recordaudio";
      element->action_event = "odk-instance-load";
    }
  else if (g_str_equal (type, "background-geopoint"))
    {
      element->action = "odk:setgeopoint";
      element->action_event = "xforms-value-changed";
      if (element->triggers == NULL)
        rk_xf_error (walk->form, "no-trigger", element->row,
                     rk_xf_table_find (element->row->table, "trigger"),
                     _ ("This type needs a trigger: the question after whose answer the place is "
                        "noted, such as ${name}."));
      if (rk_xf_rules_find (element->binds, "calculate") != NULL)
        rk_xf_error (walk->form, "no-calculation", element->row,
                     rk_xf_row_column (element->row, "bind::calculate"),
                     _ ("This type cannot have a calculation. Empty the cell."));
    }
}

static void
load_audit (Walk *walk, const RkXfRow *row, const RkXfType *type)
{
  const char *name = rk_xf_row_get (row, "name");
  RkXfElement *audit;

  if (name != NULL && !g_str_equal (name, "audit"))
    rk_xf_error (walk->form, "bad-name", row, rk_xf_row_column (row, "name"),
                 _ ("An audit has no name of its own. Empty the cell."));
  audit = rk_xf_element_new (RK_XF_QUESTION, "audit", walk->form->meta);
  audit->type = type;
  audit->row = row;
  rk_xf_columns_load (walk->form, audit);
  rk_xf_parameters_apply (walk->form, audit);
}

static void
load_question (Walk *walk, const RkXfRow *row, const RkXfType *type)
{
  g_autofree char *name = NULL;
  RkXfElement *element;

  if (g_str_equal (type->name, "audit"))
    {
      load_audit (walk, row, type);
      return;
    }
  name = dup_name (walk, row, type->name);
  if (name == NULL)
    return;
  element = rk_xf_element_new (g_str_has_suffix (type->name, "-external") ? RK_XF_EXTERNAL
                                                                          : RK_XF_QUESTION,
                               name, current_scope (walk)->element);
  element->type = type;
  element->row = row;
  rk_xf_columns_load (walk->form, element);
  if (element->kind == RK_XF_EXTERNAL)
    return;
  if (g_str_equal (type->name, "calculate") && !element->dynamic &&
      rk_xf_rules_find (element->binds, "calculate") == NULL)
    rk_xf_error (walk->form, "no-calculation", row,
                 rk_xf_table_find (row->table, "bind::calculate"),
                 _ ("The calculation is missing. Fill in the column “calculation”."));
  if (g_str_equal (type->name, "osm"))
    rk_xf_warn (walk->form, "osm", row, rk_xf_row_column (row, "type"),
                _ ("Questions about OpenStreetMap only work in ODK Collect; here a file can be "
                   "attached."));
  load_sensor (walk, element);
  rk_xf_parameters_apply (walk->form, element);
  check_label (walk, element);
}

/* --- rows ------------------------------------------------------------------------------------- */

static gboolean
is_disabled (Walk *walk, const RkXfRow *row)
{
  const char *disabled = rk_xf_row_get (row, "disabled");

  return disabled != NULL && rk_xf_truth (disabled) == 1;
}

static void
load_select (Walk *walk, const RkXfRow *row, const char *type)
{
  g_autofree char *name = dup_name (walk, row, type);
  RkXfElement *parent = current_scope (walk)->element;
  guint before = parent->children->len;

  if (name == NULL)
    return;
  rk_xf_select_load (walk->form, parent, row, type, &walk->table_list);
  for (guint i = before; i < parent->children->len; i++)
    {
      RkXfElement *element = g_ptr_array_index (parent->children, i);

      if (g_str_equal (element->name, name))
        check_label (walk, element);
    }
}

static void
load_row (Walk *walk, const RkXfRow *row)
{
  const char *type = rk_xf_row_get (row, "type");
  const RkXfType *known;
  gboolean begins;
  RkXfKind kind;

  if (rk_xf_row_is_empty (row) || is_disabled (walk, row))
    return;
  if (type == NULL)
    {
      if (rk_xf_row_get (row, "name") != NULL || rk_xf_row_get (row, "label") != NULL)
        rk_xf_error (walk->form, "no-type", row, rk_xf_table_find (row->table, "type"),
                     _ ("The row has no type. Fill in what kind of question it is."));
      return;
    }
  if (parse_section (type, &begins, &kind))
    {
      if (begins)
        begin_section (walk, row, type, kind);
      else
        end_section (walk, row, kind);
      return;
    }
  known = rk_xf_type_find (type);
  if (known != NULL && (known->control == NULL || (!g_str_has_prefix (known->control, "select") &&
                                                   !g_str_equal (known->control, "odk:rank"))))
    load_question (walk, row, known);
  else if (g_ascii_strncasecmp (type, "select", 6) == 0 || known != NULL ||
           g_ascii_strncasecmp (type, "rank", 4) == 0 || strstr (type, "select") != NULL)
    load_select (walk, row, type);
  else
    complain_type (walk, row, type);
}

/* What describes the response: an id, a name, who changed what. */
static void
load_meta (RkXf *self)
{
  const char *instance_name = rk_xf_setting (self, "instance_name");
  const char *preload = rk_xf_setting (self, "instance_id");
  RkXfElement *element;

  if (!rk_xf_setting_is_on (self, "omit_instanceID"))
    {
      element = rk_xf_element_new (RK_XF_QUESTION, "instanceID", self->meta);
      element->type = rk_xf_type_find ("calculate");
      rk_xf_element_set_bind (element, "readonly", "true()", NULL);
      rk_xf_element_set_bind (element, "jr:preload", preload != NULL ? preload : "uid", NULL);
    }
  if (instance_name != NULL)
    {
      const RkXfRow *row = g_ptr_array_index (self->settings->rows, 0);

      element = rk_xf_element_new (RK_XF_QUESTION, "instanceName", self->meta);
      element->type = rk_xf_type_find ("calculate");
      element->row = row;
      rk_xf_element_set_bind (element, "calculate", instance_name,
                              rk_xf_row_column (row, "instance_name"));
    }
}

static gboolean
check_columns (RkXf *self)
{
  if (rk_xf_table_find (self->survey, "type") == NULL)
    {
      rk_xf_report (self, RK_FORM_SEVERITY_ERROR, "no-column", self->survey->name, 1, NULL,
                    /* Translators: the name of a column. */
                    _ ("The column “%s” is missing. Add it."), "type");
      return FALSE;
    }
  return TRUE;
}

void
rk_xf_survey_load (RkXf *self)
{
  g_autoptr (GPtrArray) scopes = g_ptr_array_new_with_free_func ((GDestroyNotify) scope_free);
  g_autoptr (GHashTable) repeats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Walk walk = { self, scopes, repeats };

  if (!check_columns (self))
    return;
  self->meta = rk_xf_element_new (RK_XF_META, "meta", NULL);
  self->meta->parent = self->root;
  g_ptr_array_add (scopes, scope_new (self->root));
  for (guint i = 0; i < self->survey->rows->len; i++)
    load_row (&walk, g_ptr_array_index (self->survey->rows, i));
  for (guint i = scopes->len - 1; i > 0; i--)
    complain_unclosed (&walk, g_ptr_array_index (scopes, i));
  g_clear_pointer (&walk.table_list, g_free);
  if (self->root->children->len == 0 && !self->failed)
    rk_xf_report (self, RK_FORM_SEVERITY_ERROR, "empty-form", self->survey->name, 0, NULL,
                  _ ("The form asks nothing. Write the questions there, a row for each."));
  load_meta (self);
  rk_xf_entities_load (self);
  g_ptr_array_add (self->root->children, self->meta);
}
