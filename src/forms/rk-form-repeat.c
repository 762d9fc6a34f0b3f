/* SPDX-License-Identifier: EUPL-1.2 */
/* Rows of repeats: the user's, and those that jr:count asks for. */
#include "config.h"
#include "rk-form-instance-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The last element of @range, behind which a new row goes. */
static xmlNode *
last_element (const RkCell *range)
{
  const RkCell *last = range;

  if (range->children->len > 0)
    last = g_ptr_array_index (range->children, range->children->len - 1);
  return last->xml;
}

RkCell *
rk_form_instance_insert_row (RkFormInstance *self, RkCell *range)
{
  guint position = range->children->len;
  xmlNode *element;
  RkCell *row;

  if (!rk_form_instance_has_room (self, range->def))
    return NULL;
  element = xmlDocCopyNode (range->def->template_row, self->doc, 1);
  rk_cell_clean (range->def, element);
  if (!range->def->has_template)
    rk_cell_blank (range->def, element);
  xmlAddNextSibling (last_element (range), element);
  row = rk_cell_new_row (range, element);
  rk_cell_encode_defaults (row);
  rk_form_instance_count_in (self, row);
  self->rows_version++;
  self->changes++;
  rk_form_instance_mark_new (self, row);
  if (range->object != NULL)
    rk_form_node_rows_changed (range->object, position, 0, 1);
  return row;
}

static void
renumber (RkCell *range)
{
  for (guint i = 0; i < range->children->len; i++)
    ((RkCell *) g_ptr_array_index (range->children, i))->position = i;
}

void
rk_form_instance_delete_row (RkFormInstance *self, RkCell *row)
{
  RkCell *range = row->parent;
  xmlNode *element = row->xml;
  guint position = row->position;

  g_ptr_array_remove_index (range->children, position);
  renumber (range);
  rk_cell_free (self, row);
  self->rows_version++;
  self->changes++;
  xmlUnlinkNode (element);
  xmlFreeNode (element);
  if (range->object != NULL)
    rk_form_node_rows_changed (range->object, position, 1, 0);
}

/* The limit keeps one wrong answer from filling the memory. */
void
rk_form_instance_set_count (RkFormInstance *self, RkCell *range, double count)
{
  guint wanted = count > 0 ? (guint) MIN (count, RK_FORM_MAX_ROWS) : 0;

  if (isnan (count) && !self->loading)
    return; /* while it is no number, rows and their answers stay */
  if (range->over_limit != (count > RK_FORM_MAX_ROWS))
    rk_form_instance_touch (self, range);
  range->over_limit = count > RK_FORM_MAX_ROWS;
  if (range->children->len == wanted)
    return;
  while (range->children->len < wanted)
    {
      RkCell *row = rk_form_instance_insert_row (self, range);

      if (row == NULL)
        break;
      if (!self->restored)
        rk_form_instance_fire_new_row (self, row);
    }
  while (range->children->len > wanted)
    rk_form_instance_delete_row (self,
                                 g_ptr_array_index (range->children, range->children->len - 1));
  rk_form_instance_rows_changed (self, range);
}

/* --- the user's ------------------------------------------------------------------------------- */

static gboolean
is_range (const RkCell *cell)
{
  return cell != NULL && cell->def->type == RK_DEF_REPEAT && !cell->is_row;
}

static gboolean
is_controlled (const RkCell *range)
{
  const RkControlDef *control = range->def->control;

  return range->def->comps[RK_ASPECT_COUNT] != NULL || (control != NULL && control->fixed);
}

RkReject
rk_form_instance_add_row (RkFormInstance *self, RkFormNode *repeat, RkFormNode **row)
{
  RkCell *range = rk_form_node_get_cell (repeat);
  RkCell *added;

  g_return_val_if_fail (RK_IS_FORM_INSTANCE (self), RK_REJECT_NO_SUCH_REPEAT);
  if (!is_range (range))
    return RK_REJECT_NO_SUCH_REPEAT;
  if (is_controlled (range))
    return RK_REJECT_NOT_USER_CONTROLLED;
  if (range->children->len >= RK_FORM_MAX_ROWS)
    return RK_REJECT_LIMIT;
  added = rk_form_instance_insert_row (self, range);
  if (added == NULL)
    return RK_REJECT_LIMIT;
  rk_form_instance_rows_changed (self, range);
  rk_form_instance_fire_new_row (self, added);
  if (row != NULL)
    *row = rk_cell_get_object (self, added);
  rk_form_instance_settle (self);
  return RK_REJECT_NONE;
}

RkReject
rk_form_instance_remove_row (RkFormInstance *self, RkFormNode *row)
{
  RkCell *cell = rk_form_node_get_cell (row);
  RkCell *range = cell != NULL ? cell->parent : NULL;

  g_return_val_if_fail (RK_IS_FORM_INSTANCE (self), RK_REJECT_NO_SUCH_INSTANCE);
  if (cell == NULL || !cell->is_row)
    return RK_REJECT_NO_SUCH_INSTANCE;
  if (is_controlled (range))
    return RK_REJECT_NOT_USER_CONTROLLED;
  rk_form_instance_delete_row (self, cell);
  rk_form_instance_rows_changed (self, range);
  rk_form_instance_settle (self);
  return RK_REJECT_NONE;
}

RkReject
rk_form_instance_move_row (RkFormInstance *self, RkFormNode *row, guint position)
{
  RkCell *cell = rk_form_node_get_cell (row);
  RkCell *range;
  RkCell *before;
  guint from;

  g_return_val_if_fail (RK_IS_FORM_INSTANCE (self), RK_REJECT_NO_SUCH_INSTANCE);
  if (cell == NULL || !cell->is_row || position >= cell->parent->children->len)
    return RK_REJECT_NO_SUCH_INSTANCE;
  range = cell->parent;
  from = cell->position;
  if (from == position)
    return RK_REJECT_NONE;
  g_ptr_array_steal_index (range->children, from);
  g_ptr_array_insert (range->children, (int) position, cell);
  renumber (range);
  before = position > 0 ? g_ptr_array_index (range->children, position - 1) : range;
  xmlAddNextSibling (before->xml, cell->xml);
  self->rows_version++;
  self->changes++;
  rk_form_instance_rows_changed (self, range);
  if (range->object != NULL)
    {
      rk_form_node_rows_changed (range->object, from, 1, 0);
      rk_form_node_rows_changed (range->object, position, 0, 1);
    }
  rk_form_instance_settle (self);
  return RK_REJECT_NONE;
}
