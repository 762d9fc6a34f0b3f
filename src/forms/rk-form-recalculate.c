/* SPDX-License-Identifier: EUPL-1.2 */
/* Keeps an instance at rest: what changed marks its readers, and the marked are computed in the
 * order of the graph until none is left. */
#include "config.h"
#include "rk-form-instance-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More evaluations than this per cell within one operation mean that it will not come to rest. */
#define MAX_ROUNDS 64
/* Actions that set each other off stop after so many. */
#define MAX_FIRED 1000

/* --- marking ---------------------------------------------------------------------------------- */

void
rk_form_instance_touch (RkFormInstance *self, RkCell *cell)
{
  if (cell->object == NULL || cell->touched)
    return;
  cell->touched = TRUE;
  g_ptr_array_add (self->touched, cell);
}

static void
enqueue (RkFormInstance *self, RkCell *cell, const RkComp *comp)
{
  if ((cell->dirty & RK_ASPECT_BIT (comp->aspect)) != 0)
    return;
  cell->dirty |= RK_ASPECT_BIT (comp->aspect);
  g_ptr_array_add (self->queue[comp->order], cell);
  self->first_dirty = MIN (self->first_dirty, comp->order);
}

static void
touch_below (RkCell *cell, gpointer self)
{
  rk_form_instance_touch (self, cell);
}

void
rk_form_instance_mark (RkFormInstance *self, RkCell *cell, const RkComp *comp)
{
  if (comp->aspect == RK_ASPECT_COUNT && cell->is_row)
    return;
  if (comp->aspect <= RK_LAST_ORDERED)
    enqueue (self, cell, comp);
  if ((cell->known & RK_ASPECT_BIT (comp->aspect)) == 0)
    return;
  cell->known &= ~RK_ASPECT_BIT (comp->aspect);
  if (comp->aspect == RK_ASPECT_READONLY)
    rk_cell_foreach (cell, touch_below, self);
  else
    rk_form_instance_touch (self, cell);
}

typedef struct
{
  RkFormInstance *self;
  const RkComp *comp;
  const RkCell *except;
} Marking;

static void
mark_cell (RkCell *cell, gpointer data)
{
  const Marking *marking = data;

  if (cell != marking->except || marking->comp->aspect != RK_ASPECT_CALCULATE)
    rk_form_instance_mark (marking->self, cell, marking->comp);
}

/* Marks all cells of @comp but @except. A thousand rows that change one after the other wake all
 * who read them once, not a thousand times. */
static void
mark_everywhere (RkFormInstance *self, const RkComp *comp, const RkCell *except)
{
  Marking marking = { self, comp, except };

  if (self->woken[comp->index])
    return;
  rk_cell_foreach_of (self->root, comp->def, mark_cell, &marking);
  self->woken[comp->index] =
      except == NULL || except->def != comp->def || comp->aspect != RK_ASPECT_CALCULATE;
}

static void
mark_dependents (RkFormInstance *self, RkCell *cell)
{
  for (guint i = 0; i < cell->def->dependents->len; i++)
    {
      const RkDependent *dependent = &g_array_index (cell->def->dependents, RkDependent, i);
      RkCell *scope =
          dependent->wide ? self->root : rk_cell_get_scope (self->root, cell, dependent->comp->def);
      Marking marking = { self, dependent->comp, cell };

      if (scope == self->root)
        mark_everywhere (self, dependent->comp, cell);
      else
        rk_cell_foreach_of (scope, dependent->comp->def, mark_cell, &marking);
    }
}

/* The constraint reads the value of its own node, always. */
static void
forget_own_results (RkFormInstance *self, RkCell *cell)
{
  cell->known &= ~RK_ASPECT_BIT (RK_ASPECT_CONSTRAINT);
  rk_form_instance_touch (self, cell);
}

void
rk_form_instance_value_changed (RkFormInstance *self, RkCell *cell)
{
  rk_form_instance_bump (self, cell->def);
  forget_own_results (self, cell);
  mark_dependents (self, cell);
  for (guint i = 0; i < self->form->anywhere->len; i++)
    {
      const RkComp *comp = g_ptr_array_index (self->form->anywhere, i);

      if (comp->def != cell->def)
        mark_everywhere (self, comp, cell);
    }
  if (cell->def->fires && !self->loading)
    g_ptr_array_add (self->fired, cell);
}

static void
store (RkFormInstance *self, RkCell *cell, const char *text)
{
  g_autofree char *before = g_strdup (rk_cell_get_value (cell));

  if (g_str_equal (rk_cell_get_stored (cell), text))
    return;
  if (!rk_form_instance_fits (self, cell, text))
    text = "";
  self->text_bytes -= strlen (rk_cell_get_stored (cell));
  rk_cell_put (cell, text);
  self->text_bytes += strlen (rk_cell_get_stored (cell));
  if (rk_cell_is_select (cell))
    rk_cell_filter_value (self, cell);
  if (!g_str_equal (before, rk_cell_get_value (cell)))
    rk_form_instance_value_changed (self, cell);
}

void
rk_form_instance_store (RkFormInstance *self, RkCell *cell, const char *text)
{
  if (cell->def->comps[RK_ASPECT_CALCULATE] != NULL && cell->computed == NULL && !self->loading)
    cell->computed = g_strdup (rk_cell_get_stored (cell));
  store (self, cell, text);
}

static void
mark_all_of (RkCell *cell, gpointer data)
{
  RkFormInstance *self = data;
  const RkComp *relevance = cell->def->comps[RK_ASPECT_RELEVANT];

  if (relevance != NULL && relevance->reads_below)
    cell->own_relevant = FALSE;
  cell->relevant = rk_cell_work_out_relevance (cell);
  for (guint i = 0; i <= RK_LAST_ORDERED; i++)
    if (cell->def->comps[i] != NULL)
      rk_form_instance_mark (self, cell, cell->def->comps[i]);
}

void
rk_form_instance_mark_new (RkFormInstance *self, RkCell *cell)
{
  rk_cell_foreach (cell, mark_all_of, self);
}

static void
mark_positioned (RkCell *cell, gpointer data)
{
  for (guint i = 0; i < RK_N_ASPECTS; i++)
    {
      const RkComp *comp = cell->def->comps[i];

      if (comp != NULL && (comp->reads & RK_XPATH_READ_POSITION) != 0)
        rk_form_instance_mark (data, cell, comp);
    }
}

/* Whether @def stands under @repeat, or is it. */
static gboolean
is_in_repeat (const RkDef *def, const RkDef *repeat)
{
  while (def != NULL && def != repeat)
    def = def->parent;
  return def != NULL;
}

/* Wakes who reads @def in several rows of @range. What reads in its own row only does not notice.
 */
static void
mark_readers_of_rows (RkFormInstance *self, RkCell *range, const RkDef *def)
{
  for (guint i = 0; i < def->dependents->len; i++)
    {
      const RkDependent *dependent = &g_array_index (def->dependents, RkDependent, i);
      const RkComp *comp = dependent->comp;
      Marking marking = { self, comp, NULL };

      if (dependent->wide)
        mark_everywhere (self, comp, NULL);
      else if (!is_in_repeat (comp->def, range->def))
        rk_cell_foreach_of (rk_cell_get_scope (self->root, range, comp->def), comp->def, mark_cell,
                            &marking);
    }
}

void
rk_form_instance_rows_changed (RkFormInstance *self, RkCell *range)
{
  GPtrArray *defs = self->form->defs;

  rk_form_instance_touch (self, range);
  rk_cell_foreach (range, mark_positioned, self);
  for (guint i = range->def->index; i < defs->len; i++)
    {
      const RkDef *def = g_ptr_array_index (defs, i);

      if (is_in_repeat (def, range->def))
        mark_readers_of_rows (self, range, def);
    }
  for (guint i = 0; i < self->form->anywhere->len; i++)
    mark_everywhere (self, g_ptr_array_index (self->form->anywhere, i), NULL);
}

static void
leave_queue (RkFormInstance *self, const RkCell *cell, guint order)
{
  GPtrArray *cells = self->queue[order];

  for (guint i = self->heads[order]; i < cells->len; i++)
    if (cells->pdata[i] == cell)
      cells->pdata[i] = NULL;
}

void
rk_form_instance_forget (RkFormInstance *self, RkCell *cell)
{
  rk_form_instance_count_out (self, cell);
  for (guint i = 0; cell->dirty != 0 && i <= RK_LAST_ORDERED; i++)
    if ((cell->dirty & RK_ASPECT_BIT (i)) != 0)
      leave_queue (self, cell, cell->def->comps[i]->order);
  if (cell->touched)
    g_ptr_array_remove_fast (self->touched, cell);
  while (g_ptr_array_remove_fast (self->fired, cell))
    continue;
}

/* --- computing -------------------------------------------------------------------------------- */

static void
update_relevance (RkFormInstance *self, RkCell *cell)
{
  gboolean relevant = rk_cell_work_out_relevance (cell);
  gboolean is_leaf = cell->def->type == RK_DEF_LEAF;
  gboolean is_range = cell->def->type == RK_DEF_REPEAT && !cell->is_row;

  if (relevant == cell->relevant && !is_range)
    return;
  cell->relevant = relevant;
  self->changes++;
  forget_own_results (self, cell);
  if (is_leaf && *rk_cell_get_stored (cell) != '\0')
    rk_form_instance_value_changed (self, cell);
  if (is_leaf && relevant && cell->def->comps[RK_ASPECT_CALCULATE] != NULL)
    {
      g_clear_pointer (&cell->computed, g_free);
      rk_form_instance_mark (self, cell, cell->def->comps[RK_ASPECT_CALCULATE]);
    }
  for (guint i = 0; cell->children != NULL && i < cell->children->len; i++)
    if (g_ptr_array_index (cell->children, i) != NULL)
      update_relevance (self, g_ptr_array_index (cell->children, i));
}

/* What a person put in place of a result stands until there is another result. */
static void
calculate (RkFormInstance *self, RkCell *cell, const RkComp *comp)
{
  g_autofree char *text = NULL;
  g_autofree char *encoded = NULL;

  if (!cell->relevant)
    return;
  text = rk_form_instance_string (self, cell, comp->xpath);
  encoded = rk_cell_encode (cell, text);
  if (cell->restored && !g_str_equal (encoded, rk_cell_get_stored (cell)))
    {
      g_free (cell->computed);
      cell->computed = g_strdup (encoded);
    }
  if (g_strcmp0 (cell->computed, encoded) == 0)
    return;
  g_clear_pointer (&cell->computed, g_free);
  store (self, cell, encoded);
}

static void
compute (RkFormInstance *self, RkCell *cell, const RkComp *comp)
{
  switch (comp->aspect)
    {
    case RK_ASPECT_RELEVANT:
      cell->own_relevant = rk_form_instance_boolean (self, cell, comp->xpath, TRUE);
      update_relevance (self, cell);
      break;
    case RK_ASPECT_COUNT:
      rk_form_instance_set_count (self, cell, rk_form_instance_number (self, cell, comp->xpath));
      break;
    case RK_ASPECT_CALCULATE: calculate (self, cell, comp); break;
    case RK_ASPECT_CHOICES:
      if (rk_cell_filter_value (self, cell))
        rk_form_instance_value_changed (self, cell);
      break;
    default: g_assert_not_reached ();
    }
}

static RkCell *
take_next (RkFormInstance *self, const RkComp **comp)
{
  for (; self->first_dirty < self->n_orders; self->first_dirty++)
    {
      guint order = self->first_dirty;
      GPtrArray *cells = self->queue[order];

      *comp = g_ptr_array_index (self->form->ordered, order);
      self->woken[(*comp)->index] = FALSE;
      while (self->heads[order] < cells->len)
        if (cells->pdata[self->heads[order]++] != NULL)
          return cells->pdata[self->heads[order] - 1];
      g_ptr_array_set_size (cells, 0);
      self->heads[order] = 0;
    }
  return NULL;
}

/* Empties the queue. The limit holds for forms whose rows keep each other busy. */
static void
drain (RkFormInstance *self)
{
  guint64 start = self->evaluations;
  const RkComp *comp = NULL;
  RkCell *cell;

  while ((cell = take_next (self, &comp)) != NULL)
    {
      cell->dirty &= ~RK_ASPECT_BIT (comp->aspect);
      if (self->budget >= 0 &&
          self->evaluations - start < MAX_ROUNDS * (guint64) (100 + self->n_cells))
        compute (self, cell, comp);
      else
        rk_form_instance_add_problem (
            self, comp->def, "limit",
            _ ("The form takes too much work or does not come to rest; not all of it is "
               "computed."));
    }
}

static void
notify_touched (RkFormInstance *self)
{
  while (self->touched->len > 0)
    {
      RkCell *cell = g_ptr_array_steal_index (self->touched, self->touched->len - 1);
      g_autoptr (RkFormNode) node = g_object_ref (cell->object);

      cell->touched = FALSE;
      rk_form_node_refresh (node);
    }
}

void
rk_form_instance_settle (RkFormInstance *self)
{
  if (self->frozen > 0 || self->running)
    return;
  self->running = TRUE;
  if (!self->loading)
    rk_form_instance_renew_budget (self);
  drain (self);
  for (guint i = 0; self->fired->len > 0 && i < MAX_FIRED; i++)
    {
      rk_form_instance_fire_changed (self, g_ptr_array_steal_index (self->fired, 0));
      drain (self);
    }
  if (self->fired->len > 0)
    rk_form_instance_add_problem (
        self, ((RkCell *) g_ptr_array_index (self->fired, 0))->def, "limit",
        _ ("The actions of the form set each other off without end; the last ones are not done."));
  g_ptr_array_set_size (self->fired, 0);
  self->running = FALSE;
  if (self->loading)
    return;
  notify_touched (self);
  g_signal_emit_by_name (self, "changed");
}

static void
forget_texts (RkCell *cell, gpointer data)
{
  const guint texts = RK_ASPECT_BIT (RK_ASPECT_LABEL) | RK_ASPECT_BIT (RK_ASPECT_HINT);

  cell->known &= ~texts;
  g_clear_pointer (&cell->choice_list, g_ptr_array_unref);
  rk_form_instance_touch (data, cell);
}

void
rk_form_instance_language_changed (RkFormInstance *self)
{
  self->changes++;
  rk_cell_foreach (self->root, forget_texts, self);
  for (guint i = 0; i < self->form->comps->len; i++)
    {
      const RkComp *comp = g_ptr_array_index (self->form->comps, i);

      if ((comp->reads & RK_XPATH_READ_LANGUAGE) != 0)
        mark_everywhere (self, comp, NULL);
    }
}
