/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-own-plate.h"

#include "rk-error.h"
#include "rk-layout.h"
#include "rk-portfolio-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Width over height: a sheet of paper. */
#define RATIO 1.414

/* --- composing -------------------------------------------------------------------------------- */

typedef struct
{
  RkArchitecture *architecture;
  const char *id;
  GHashTable *chosen; /* key → itself; what is placed is removed */
  GArray *nodes;      /* RkViewNode */
  GStringChunk *texts;
} Composer;

static int
add_node (Composer *self, int parent, RkNodeKind kind, const RkConcept *concept, const char *label)
{
  g_autofree char *id = g_strdup_printf ("%s.%u", self->id, self->nodes->len);
  RkViewNode node = { .id = g_string_chunk_insert (self->texts, id),
                      .parent = parent,
                      .kind = kind,
                      .concept = concept,
                      .label = g_string_chunk_insert (self->texts, label) };

  g_array_append_val (self->nodes, node);
  return (int) self->nodes->len - 1;
}

/* The chosen components of one domain (NULL: of none), in the order of the model. */
static void
add_domain (Composer *self, const char *domain)
{
  GPtrArray *components = rk_architecture_list_components (self->architecture);
  int box = -1;

  for (guint i = 0; i < components->len; i++)
    {
      const RkConcept *concept = components->pdata[i];

      if (!g_hash_table_contains (self->chosen, concept->key) ||
          g_strcmp0 (rk_architecture_get_domain (self->architecture, concept->key), domain) != 0)
        continue;
      if (box < 0)
        box = add_node (self, -1, RK_NODE_KIND_CONTAINER, NULL,
                        domain != NULL ? domain : _ ("Without domain"));
      add_node (self, box, RK_NODE_KIND_ELEMENT, concept, concept->name);
      g_hash_table_remove (self->chosen, concept->key);
    }
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
add_vanished (Composer *self)
{
  g_autofree char **keys = (char **) g_hash_table_get_keys_as_array (self->chosen, NULL);
  guint n = g_hash_table_size (self->chosen);
  int box;

  if (n == 0)
    return;
  qsort (keys, n, sizeof *keys, compare_keys);
  box = add_node (self, -1, RK_NODE_KIND_CONTAINER, NULL, _ ("No longer in the model"));
  for (guint i = 0; i < n; i++)
    add_node (self, box, RK_NODE_KIND_LABEL, NULL, keys[i]);
}

static void
lay_out (GArray *nodes)
{
  g_autofree RkLayoutBox *boxes = g_new0 (RkLayoutBox, nodes->len + 1);

  for (guint i = 0; i < nodes->len; i++)
    {
      const RkViewNode *node = &g_array_index (nodes, RkViewNode, i);

      boxes[i].parent = node->parent;
      boxes[i].holds_boxes = node->kind == RK_NODE_KIND_CONTAINER;
    }
  rk_layout_plate (boxes, nodes->len, RATIO);
  for (guint i = 0; i < nodes->len; i++)
    {
      RkViewNode *node = &g_array_index (nodes, RkViewNode, i);

      node->x = boxes[i].x;
      node->y = boxes[i].y;
      node->width = boxes[i].width;
      node->height = boxes[i].height;
    }
}

RkView *
rk_own_plate_new (RkArchitecture *architecture, const char *id, const char *name,
                  const char *const *components)
{
  Composer self = { architecture, id };
  GPtrArray *domains;
  RkView *view;

  g_return_val_if_fail (architecture != NULL && id != NULL && name != NULL, NULL);
  self.chosen = g_hash_table_new (g_str_hash, g_str_equal);
  self.nodes = g_array_new (FALSE, FALSE, sizeof (RkViewNode));
  self.texts = g_string_chunk_new (1024);
  for (; components != NULL && *components != NULL; components++)
    g_hash_table_add (self.chosen, (gpointer) *components);
  domains = rk_architecture_list_domains (architecture);
  for (guint i = 0; i < domains->len; i++)
    add_domain (&self, domains->pdata[i]);
  add_domain (&self, NULL);
  add_vanished (&self);
  lay_out (self.nodes);
  view = rk_view_new (architecture, id, name, (const RkViewNode *) (gpointer) self.nodes->data,
                      self.nodes->len, NULL, 0);
  g_hash_table_unref (self.chosen);
  g_array_unref (self.nodes);
  g_string_chunk_free (self.texts);
  return view;
}

/* --- opening ---------------------------------------------------------------------------------- */

static gboolean
is_same (const char *a, const char *b, gboolean exact)
{
  g_autofree char *x = exact ? NULL : g_utf8_casefold (a, -1);
  g_autofree char *y = exact ? NULL : g_utf8_casefold (b, -1);

  return exact ? g_str_equal (a, b) : g_str_equal (x, y);
}

/* The id of the view that is called @what: (nullable). */
static const char *
find_view (RkArchitecture *architecture, const char *what)
{
  GPtrArray *views = rk_architecture_list_views (architecture);

  for (guint i = 0; i < views->len; i++)
    if (g_str_equal (((RkViewInfo *) views->pdata[i])->id, what))
      return what;
  for (int exact = 1; exact >= 0; exact--)
    for (guint i = 0; i < views->len; i++)
      {
        const RkViewInfo *view = views->pdata[i];

        if (is_same (view->name, what, exact == 1))
          return view->id;
      }
  return NULL;
}

static RkRecord *
find_record (GPtrArray *plates, const char *what)
{
  for (guint i = 0; i < plates->len; i++)
    if (g_str_equal (rk_record_get_id (plates->pdata[i]), what))
      return plates->pdata[i];
  for (int exact = 1; exact >= 0; exact--)
    for (guint i = 0; i < plates->len; i++)
      if (is_same (rk_record_get_title (plates->pdata[i]), what, exact == 1))
        return plates->pdata[i];
  return NULL;
}

RkView *
rk_plate_open (RkStore *store, RkArchitecture *architecture, const char *what, GError **error)
{
  g_autoptr (GPtrArray) plates = NULL;
  g_auto (GStrv) components = NULL;
  const char *id, *keys;
  RkRecord *plate;

  g_return_val_if_fail (RK_IS_STORE (store) && architecture != NULL && what != NULL, NULL);
  id = find_view (architecture, what);
  if (id != NULL)
    return rk_architecture_load_view (architecture, id, error);
  plates = rk_store_list (store, "plate", NULL, "name", error, NULL);
  if (plates == NULL)
    return NULL;
  plate = find_record (plates, what);
  if (plate == NULL)
    {
      g_set_error (error, RK_ERROR, RK_ERROR_NOT_FOUND,
                   /* Translators: what was given as a plate; the name of a model. */
                   _ ("There is no plate “%s” in “%s”, and none of your own. Choose one from the "
                      "list of plates."),
                      what, rk_architecture_get_name (architecture));
      return NULL;
    }
  keys = rk_record_get (plate, "components");
  components = g_strsplit (keys != NULL ? keys : "", " ", -1);
  return rk_own_plate_new (architecture, rk_record_get_id (plate), rk_record_get_title (plate),
                           (const char *const *) components);
}
