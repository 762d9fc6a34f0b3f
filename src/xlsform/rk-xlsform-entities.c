/* SPDX-License-Identifier: EUPL-1.2 */
/* The sheet entities: which record of another list a response makes or changes. */
#include "config.h"
#include "rk-xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static RkXfElement *
add_attribute (RkXfElement *entity, const char *name, const char *value, const RkXfRow *row)
{
  RkXfElement *attribute = rk_xf_element_new (RK_XF_ATTRIBUTE, name, entity);

  attribute->row = row;
  attribute->default_value = g_strdup (value);
  return attribute;
}

static void
set_calculation (RkXfElement *element, const char *expression, const RkXfColumn *column)
{
  rk_xf_element_set_bind (element, "calculate", expression, column);
  rk_xf_element_set_bind (element, "readonly", "true()", NULL);
  rk_xf_element_set_bind (element, "type", "string", NULL);
}

static gboolean
check_dataset (RkXf *self, const RkXfRow *row)
{
  const char *dataset = rk_xf_row_get (row, "dataset");
  const RkXfColumn *column = rk_xf_row_column (row, "dataset");

  if (dataset == NULL)
    rk_xf_error (self, "no-dataset", row, column,
                 /* Translators: the name of a column. */
                 _ ("The column “%s” is missing or empty. Fill in the name of the list."),
                    "list_name");
  else if (!rk_xf_is_name (dataset) || g_str_has_prefix (dataset, "__") ||
           strchr (dataset, '.') != NULL)
    rk_xf_error (self, "bad-name", row, column,
                 /* Translators: a name. */
                 _ ("“%s” cannot be the name of a list of entities. Use letters, digits, - and _, "
                    "and do not begin with __."),
                    dataset);
  else
    return TRUE;
  return FALSE;
}

/* What goes together: an id for changes, a label for what is new. */
static gboolean
check_conditions (RkXf *self, const RkXfRow *row)
{
  const char *id = rk_xf_row_get (row, "entity_id");

  if (rk_xf_row_get (row, "update_if") != NULL && id == NULL)
    rk_xf_error (self, "no-entity-id", row, rk_xf_row_column (row, "update_if"),
                 _ ("To change an entity, fill in the column entity_id."));
  else if (id != NULL && rk_xf_row_get (row, "create_if") != NULL &&
           rk_xf_row_get (row, "update_if") == NULL)
    rk_xf_error (self, "no-update-if", row, rk_xf_row_column (row, "create_if"),
                 _ ("With an entity_id and create_if, also fill in the column update_if."));
  else if (id == NULL && rk_xf_row_get (row, "label") == NULL)
    rk_xf_error (self, "no-label", row, rk_xf_row_column (row, "label"),
                 _ ("A new entity needs a label. Fill in the column label."));
  else
    return TRUE;
  return FALSE;
}

/* Which version of an entity is changed. */
static void
add_versions (RkXfElement *entity, const RkXfRow *row, const char *id)
{
  static const struct
  {
    const char *name, *from;
  } versions[] = { { "baseVersion", "__version" },
                   { "trunkVersion", "__trunkVersion" },
                   { "branchId", "__branchId" } };

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autofree char *expression =
          g_strdup_printf ("instance('%s')/root/item[name=%s]/%s", rk_xf_row_get (row, "dataset"),
                           id, versions[i].from);

      set_calculation (add_attribute (entity, versions[i].name, "", row), expression,
                       rk_xf_row_column (row, "entity_id"));
    }
}

static void
add_id (RkXfElement *entity, const RkXfRow *row, const char *id, gboolean creates)
{
  RkXfElement *attribute = add_attribute (entity, "id", "", row);

  rk_xf_element_set_bind (attribute, "readonly", "true()", NULL);
  rk_xf_element_set_bind (attribute, "type", "string", NULL);
  if (id != NULL)
    rk_xf_element_set_bind (attribute, "calculate", id, rk_xf_row_column (row, "entity_id"));
  if (creates)
    {
      g_clear_pointer (&attribute->default_value, g_free);
      attribute->default_value = g_strdup ("uuid()");
      attribute->dynamic = TRUE;
    }
}

/* Where the entity stands: with the response, or with each row of a repeat. */
static RkXfElement *
find_place (RkXf *self, const RkXfRow *row)
{
  const char *text = rk_xf_row_get (row, "repeat");
  g_autofree char *name = text != NULL ? rk_xf_dup_only_reference (text) : NULL;
  g_autoptr (GPtrArray) pending = g_ptr_array_new ();

  if (text == NULL)
    return self->meta;
  g_ptr_array_add (pending, self->root);
  while (name != NULL && pending->len > 0)
    {
      RkXfElement *element = g_ptr_array_steal_index (pending, pending->len - 1);

      if (element->kind == RK_XF_REPEAT && g_str_equal (element->name, name) &&
          rk_xf_element_get_repeat (element) == NULL)
        return rk_xf_element_new (RK_XF_META, "meta", element);
      for (guint i = 0; i < element->children->len; i++)
        g_ptr_array_add (pending, g_ptr_array_index (element->children, i));
    }
  rk_xf_error (self, "bad-repeat", row, rk_xf_row_column (row, "repeat"),
               /* Translators: what was written. */
               _ ("“%s” is no repeat of the sheet survey that stands in no other repeat. Write it "
                  "as ${name}."),
                  text);
  return NULL;
}

static void
load_entity (RkXf *self, const RkXfRow *row)
{
  const char *id = rk_xf_row_get (row, "entity_id");
  const char *create_if = rk_xf_row_get (row, "create_if");
  const char *update_if = rk_xf_row_get (row, "update_if");
  const char *label = rk_xf_row_get (row, "label");
  RkXfElement *place = find_place (self, row);
  RkXfElement *entity, *attribute;

  if (place == NULL)
    return;
  entity = rk_xf_element_new (RK_XF_META, "entity", place);
  add_attribute (entity, "dataset", rk_xf_row_get (row, "dataset"), row);
  if (create_if != NULL || id == NULL)
    {
      attribute = add_attribute (entity, "create", "1", row);
      if (create_if != NULL)
        set_calculation (attribute, create_if, rk_xf_row_column (row, "create_if"));
    }
  if (id != NULL)
    {
      attribute = add_attribute (entity, "update", "1", row);
      if (update_if != NULL)
        set_calculation (attribute, update_if, rk_xf_row_column (row, "update_if"));
      add_versions (entity, row, id);
    }
  add_id (entity, row, id, create_if != NULL || id == NULL);
  if (label != NULL)
    {
      RkXfElement *child = rk_xf_element_new (RK_XF_QUESTION, "label", entity);

      child->type = rk_xf_type_find ("calculate");
      child->row = row;
      set_calculation (child, label, rk_xf_row_column (row, "label"));
    }
  self->entities_version = place == self->meta ? "2024.1.0" : "2025.1.0";
}

void
rk_xf_entities_load (RkXf *self)
{
  const RkXfRow *first = NULL;

  for (guint i = 0; self->entities != NULL && i < self->entities->rows->len; i++)
    {
      const RkXfRow *row = g_ptr_array_index (self->entities->rows, i);

      if (rk_xf_row_is_empty (row))
        continue;
      if (first != NULL)
        rk_xf_error (self, "second-entity", row, NULL,
                     _ ("A form can declare one entity only. Remove this row."));
      else
        first = row;
    }
  if (first != NULL && check_dataset (self, first) && check_conditions (self, first))
    load_entity (self, first);
}
