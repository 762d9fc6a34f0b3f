/* SPDX-License-Identifier: EUPL-1.2 */
/* What a calculated node is made of in the end: the answers that its expression reads, straight or
 * through other calculations. */
#include "config.h"
#include "rk-form-private.h"

typedef struct
{
  RkForm *form;
  gboolean *seen;   /* per node, by index */
  gboolean *source; /* per node: somebody answers it */
} Search;

/* A question, or a repeat whose rows are counted. What only says something is no source. */
static gboolean
is_source (const RkDef *def)
{
  return def->type == RK_DEF_REPEAT || (def->type == RK_DEF_LEAF && def->control != NULL &&
                                        !def->is_note && def->comps[RK_ASPECT_CALCULATE] == NULL);
}

static void
follow_reads (GQueue *waiting, const Search *search, const RkComp *comp)
{
  for (guint i = 0; comp != NULL && i < comp->paths->len; i++)
    {
      RkDef *def =
          rk_form_find_def (search->form, g_ptr_array_index (comp->paths, i), search->form->model);

      if (def == NULL || search->seen[def->index])
        continue;
      search->seen[def->index] = TRUE;
      search->source[def->index] = is_source (def);
      if (!search->source[def->index])
        g_queue_push_tail (waiting, def);
    }
}

GPtrArray *
rk_form_list_sources (RkForm *self, const char *nodeset)
{
  GPtrArray *sources = g_ptr_array_new ();
  g_autofree gboolean *seen = NULL;
  g_autofree gboolean *source = NULL;
  g_auto (GQueue) waiting = G_QUEUE_INIT;
  Search search;
  RkDef *def;

  g_return_val_if_fail (RK_IS_FORM (self) && nodeset != NULL, sources);

  search.form = self;
  search.seen = seen = g_new0 (gboolean, self->defs->len);
  search.source = source = g_new0 (gboolean, self->defs->len);
  for (def = rk_form_get_def (self, nodeset); def != NULL; def = g_queue_pop_head (&waiting))
    {
      seen[def->index] = TRUE;
      follow_reads (&waiting, &search, def->comps[RK_ASPECT_CALCULATE]);
      follow_reads (&waiting, &search, def->comps[RK_ASPECT_RELEVANT]);
    }
  for (guint i = 0; i < self->defs->len; i++)
    if (source[i])
      g_ptr_array_add (sources, ((RkDef *) g_ptr_array_index (self->defs, i))->nodeset);
  return sources;
}
