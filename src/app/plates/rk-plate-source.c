/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-plate-source.h"

#include "rk-own-plate.h"
#include "rk-paint.h"
#include "rk-portfolio-kinds.h"
#include "rk-workspace-kinds.h"

#include <glib/gi18n.h>

/* What a person waits for comes before the pictures of a list, and of those the last one asked for
 * first: that is where the list was scrolled to. */
typedef enum
{
  JOB_DRAW,
  JOB_LIST,
  JOB_COMPONENTS,
  JOB_PICTURE
} JobKind;

typedef struct
{
  JobKind kind;
  guint serial;
  char *plate;
  RkLens lens;
  RkPlateMoment moment;
  char *date; /* (nullable) */
  RkPalette palette;
  int width, height, factor;
} Job;

/* What only the thread touches. */
typedef struct
{
  char *path;
  RkStoreFlags flags;
  RkStore *store;               /* (nullable) */
  RkArchitecture *architecture; /* (nullable) */
  char *source;                 /* (nullable): its name and release */
  RkLandscape *now, *then;      /* (nullable) */
  char *then_date;              /* (nullable) */
} Session;

/* Pictures in memory: 150 kB each at the usual size. */
#define MAX_PICTURES 160

struct _RkPlateSource
{
  GObject parent_instance;
  GThreadPool *pool;
  Session session;
  guint serial;
  GQueue pictures;                         /* of RkPlateItem that have one, the newest last */
  int landscape_stale, architecture_stale; /* atomic */
};

G_DEFINE_FINAL_TYPE (RkPlateSource, rk_plate_source, G_TYPE_OBJECT)

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->plate);
  g_free (job->date);
  g_free (job);
}

void
rk_plate_list_free (RkPlateList *list)
{
  g_free (list->architecture);
  g_ptr_array_unref (list->items);
  g_free (list);
}

void
rk_plate_answer_free (RkPlateAnswer *answer)
{
  g_clear_object (&answer->drawing);
  g_free (answer->name);
  g_free (answer->source);
  g_free (answer);
}

static void
component_free (gpointer data)
{
  RkPlateComponent *component = data;

  g_free (component->key);
  g_free (component->name);
  g_free (component->domain);
  g_free (component);
}

/* --- in the thread: what is kept ------------------------------------------------------------- */

static void
forget_landscapes (Session *session)
{
  g_clear_pointer (&session->now, rk_landscape_unref);
  g_clear_pointer (&session->then, rk_landscape_unref);
}

static void
forget_architecture (Session *session)
{
  g_clear_pointer (&session->architecture, rk_architecture_unref);
  g_clear_pointer (&session->source, g_free);
}

/* "Reference architecture 1.0". */
static char *
make_source (RkStore *store, RkArchitecture *architecture)
{
  g_autoptr (RkRecord) record =
      rk_store_get (store, "architecture", rk_architecture_get_id (architecture), NULL);
  const char *name = rk_architecture_get_name (architecture);
  const char *release = record != NULL ? rk_record_get (record, "release") : NULL;

  if (release == NULL || g_str_has_suffix (name, release))
    return g_strdup (name);
  return g_strdup_printf ("%s %s", name, release);
}

/* Opens what is not open yet. A workspace without an architecture is no error. */
static gboolean
prepare (RkPlateSource *self, GError **error)
{
  Session *session = &self->session;
  g_autoptr (GError) local = NULL;

  if (g_atomic_int_compare_and_exchange (&self->architecture_stale, TRUE, FALSE))
    forget_architecture (session);
  if (g_atomic_int_compare_and_exchange (&self->landscape_stale, TRUE, FALSE))
    forget_landscapes (session);
  if (session->store == NULL)
    session->store = rk_workspace_open (session->path, session->flags, error);
  if (session->store == NULL)
    return FALSE;
  if (session->architecture != NULL)
    return TRUE;
  session->architecture = rk_architecture_open (session->store, NULL, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (session->architecture != NULL)
    session->source = make_source (session->store, session->architecture);
  return TRUE;
}

static gboolean
load_landscapes (Session *session, const Job *job, GError **error)
{
  if (session->now == NULL)
    session->now = rk_landscape_load (session->store, NULL, error);
  if (session->now == NULL)
    return FALSE;
  if (job->moment == RK_PLATE_NOW)
    return TRUE;
  if (g_strcmp0 (session->then_date, job->date) != 0)
    {
      g_clear_pointer (&session->then, rk_landscape_unref);
      g_free (session->then_date);
      session->then_date = g_strdup (job->date);
    }
  if (session->then == NULL)
    session->then = rk_landscape_load (session->store, job->date, error);
  return session->then != NULL;
}

static RkView *
load_view (Session *session, const char *plate, GError **error)
{
  const char *id = strchr (plate, '/') != NULL ? strchr (plate, '/') + 1 : "";
  g_auto (GStrv) keys = NULL;

  if (session->architecture == NULL)
    {
      g_set_error_literal (error, RK_ERROR, RK_ERROR_NOT_FOUND,
                           _ ("This workspace has no reference architecture."));
      return NULL;
    }
  if (g_str_has_prefix (plate, "own/"))
    return rk_plate_open (session->store, session->architecture, id, error);
  if (g_str_has_prefix (plate, "view/"))
    return rk_architecture_load_view (session->architecture, id, error);
  keys = g_strsplit (id, " ", -1);
  return rk_own_plate_new (session->architecture, "draft", "", (const char *const *) keys);
}

static RkPlateDrawing *
make_drawing (Session *session, const Job *job, GError **error)
{
  g_autoptr (RkView) view = load_view (session, job->plate, error);
  RkPlateOptions options = { .lens = job->lens, .moment = job->moment };

  if (view == NULL || !load_landscapes (session, job, error))
    return NULL;
  options.landscape = session->now;
  options.then = session->then;
  return rk_plate_drawing_new (view, session->architecture, &options);
}

/* --- in the thread: answers ------------------------------------------------------------------ */

static void
add_own (Session *session, RkPlateList *list)
{
  g_autoptr (GPtrArray) records = rk_store_list (session->store, "plate", NULL, "name", NULL, NULL);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      RkRecord *record = g_ptr_array_index (records, i);
      g_autofree char *id = g_strconcat ("own/", rk_record_get_id (record), NULL);
      g_auto (GStrv) keys = g_strsplit (rk_record_get (record, "components") != NULL
                                            ? rk_record_get (record, "components")
                                            : "",
                                        " ", -1);

      g_ptr_array_add (list->items, rk_plate_item_new (id, rk_record_get (record, "name"),
                                                       _ ("Own plate"), g_strv_length (keys)));
    }
}

static RkPlateList *
make_list (Session *session)
{
  RkPlateList *list = g_new0 (RkPlateList, 1);
  GPtrArray *views;

  list->items = g_ptr_array_new_with_free_func (g_object_unref);
  if (session->architecture == NULL)
    return list;
  list->architecture = g_strdup (rk_architecture_get_id (session->architecture));
  add_own (session, list);
  views = rk_architecture_list_views (session->architecture);
  for (guint i = 0; i < views->len; i++)
    {
      const RkViewInfo *info = g_ptr_array_index (views, i);
      g_autofree char *id = g_strconcat ("view/", info->id, NULL);

      g_ptr_array_add (list->items,
                       rk_plate_item_new (id, info->name, session->source, info->n_components));
    }
  return list;
}

static RkPlateAnswer *
make_answer (Session *session, const Job *job, GError **error)
{
  g_autoptr (RkPlateAnswer) answer = g_new0 (RkPlateAnswer, 1);

  answer->drawing = make_drawing (session, job, error);
  if (answer->drawing == NULL)
    return NULL;
  answer->name = g_strdup (rk_view_get_name (rk_plate_drawing_get_view (answer->drawing)));
  answer->source = g_strdup (session->source);
  return g_steal_pointer (&answer);
}

static int
compare_components (gconstpointer a, gconstpointer b)
{
  const RkPlateComponent *one = *(RkPlateComponent *const *) a;
  const RkPlateComponent *two = *(RkPlateComponent *const *) b;
  int order = (*one->domain == '\0') - (*two->domain == '\0'); /* without a domain: last */

  if (order == 0)
    order = g_utf8_collate (one->domain, two->domain);
  return order != 0 ? order : g_utf8_collate (one->name, two->name);
}

static GPtrArray *
make_components (Session *session)
{
  GPtrArray *components = g_ptr_array_new_with_free_func (component_free);
  GPtrArray *concepts = session->architecture != NULL
                            ? rk_architecture_list_components (session->architecture)
                            : NULL;

  for (guint i = 0; concepts != NULL && i < concepts->len; i++)
    {
      const RkConcept *concept = g_ptr_array_index (concepts, i);
      const char *domain = rk_architecture_get_domain (session->architecture, concept->key);
      RkPlateComponent *component = g_new0 (RkPlateComponent, 1);

      component->key = g_strdup (concept->key);
      component->name = g_strdup (concept->name);
      component->domain = g_strdup (domain != NULL ? domain : "");
      g_ptr_array_add (components, component);
    }
  g_ptr_array_sort (components, compare_components);
  return components;
}

typedef struct
{
  GBytes *pixels;
  int width, height;
  gsize stride;
  guint covered, components;
} Picture;

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_bytes_unref (picture->pixels);
  g_free (picture);
}

static Picture *
make_picture (Session *session, const Job *job, GError **error)
{
  g_autoptr (RkPlateDrawing) drawing = make_drawing (session, job, error);
  Picture *picture;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_rectangle_t area;
  double scale;

  if (drawing == NULL)
    return NULL;
  picture = g_new0 (Picture, 1);
  rk_plate_drawing_get_extents (drawing, &area);
  scale = MIN (job->width / MAX (area.width, 1), job->height / MAX (area.height, 1)) * job->factor;
  picture->width = MAX ((int) (area.width * scale), 1);
  picture->height = MAX ((int) (area.height * scale), 1);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, picture->width, picture->height);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -area.x, -area.y);
  rk_plate_drawing_draw_map (drawing, cr, job->palette);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  picture->stride = (gsize) cairo_image_surface_get_stride (surface);
  picture->pixels = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                                picture->stride * (gsize) picture->height,
                                                (GDestroyNotify) cairo_surface_destroy, surface);
  picture->covered = rk_plate_drawing_get_n_covered (drawing);
  picture->components = rk_plate_drawing_get_n_components (drawing);
  return picture;
}

static gpointer
make_result (Session *session, const Job *job, GDestroyNotify *destroy, GError **error)
{
  switch (job->kind)
    {
    case JOB_LIST: *destroy = (GDestroyNotify) rk_plate_list_free; return make_list (session);
    case JOB_COMPONENTS:
      *destroy = (GDestroyNotify) g_ptr_array_unref;
      return make_components (session);
    case JOB_PICTURE: *destroy = picture_free; return make_picture (session, job, error);
    case JOB_DRAW:
    default:
      *destroy = (GDestroyNotify) rk_plate_answer_free;
      return make_answer (session, job, error);
    }
}

static void
run_job (gpointer data, gpointer pool_data)
{
  GTask *task = data;
  RkPlateSource *self = pool_data;
  const Job *job = g_task_get_task_data (task);
  GDestroyNotify destroy = NULL;
  GError *error = NULL;
  gpointer result = NULL;

  if (!g_task_return_error_if_cancelled (task))
    {
      if (prepare (self, &error))
        result = make_result (&self->session, job, &destroy, &error);
      if (result != NULL)
        g_task_return_pointer (task, result, destroy);
      else
        g_task_return_error (task, error);
    }
  g_object_unref (task);
}

/* --- from outside ---------------------------------------------------------------------------- */

static int
compare_jobs (gconstpointer a, gconstpointer b, gpointer data)
{
  const Job *one = g_task_get_task_data (G_TASK (a)), *two = g_task_get_task_data (G_TASK (b));

  if (one->kind != two->kind)
    return one->kind < two->kind ? -1 : 1;
  if (one->kind == JOB_PICTURE)
    return one->serial > two->serial ? -1 : 1;
  return one->serial < two->serial ? -1 : 1;
}

static void
push_job (RkPlateSource *self, Job *job, GCancellable *cancellable, GAsyncReadyCallback callback,
          gpointer data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);

  job->serial = self->serial++;
  g_task_set_task_data (task, job, job_free);
  g_thread_pool_push (self->pool, task, NULL);
}

static void
changed_cb (RkPlateSource *self, const char *kind)
{
  if (*kind == '\0' || g_str_equal (kind, rk_kind_architecture.name))
    g_atomic_int_set (&self->architecture_stale, TRUE);
  g_atomic_int_set (&self->landscape_stale, TRUE);
}

static void
finalize (GObject *object)
{
  RkPlateSource *self = RK_PLATE_SOURCE (object);

  /* Every job holds the source: none is left. */
  g_thread_pool_free (self->pool, FALSE, TRUE);
  g_queue_clear_full (&self->pictures, g_object_unref);
  forget_landscapes (&self->session);
  forget_architecture (&self->session);
  g_clear_object (&self->session.store);
  g_free (self->session.then_date);
  g_free (self->session.path);
  G_OBJECT_CLASS (rk_plate_source_parent_class)->finalize (object);
}

static void
rk_plate_source_class_init (RkPlateSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
rk_plate_source_init (RkPlateSource *self)
{
  self->pool = g_thread_pool_new (run_job, self, 1, FALSE, NULL);
  g_thread_pool_set_sort_function (self->pool, compare_jobs, NULL);
}

static void
forget_source_cb (gpointer store, GObject *source)
{
  g_object_set_data (store, "rk-plate-source", NULL);
  g_object_unref (store);
}

RkPlateSource *
rk_plate_source_get (RkStore *store)
{
  RkPlateSource *self;

  g_return_val_if_fail (RK_IS_STORE (store), NULL);

  self = g_object_get_data (G_OBJECT (store), "rk-plate-source");
  if (self != NULL)
    return g_object_ref (self);
  self = g_object_new (RK_TYPE_PLATE_SOURCE, NULL);
  self->session.path = g_strdup (rk_store_get_path (store));
  self->session.flags = rk_store_is_read_only (store) ? RK_STORE_READ_ONLY : RK_STORE_OPEN_EXISTING;
  g_object_set_data (G_OBJECT (store), "rk-plate-source", self);
  g_object_weak_ref (G_OBJECT (self), forget_source_cb, g_object_ref (store));
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
rk_plate_source_list_async (RkPlateSource *self, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (RK_IS_PLATE_SOURCE (self));

  job->kind = JOB_LIST;
  push_job (self, job, cancellable, callback, data);
}

RkPlateList *
rk_plate_source_list_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
rk_plate_source_components_async (RkPlateSource *self, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data)
{
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (RK_IS_PLATE_SOURCE (self));

  job->kind = JOB_COMPONENTS;
  push_job (self, job, cancellable, callback, data);
}

GPtrArray *
rk_plate_source_components_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
rk_plate_source_draw_async (RkPlateSource *self, const RkPlateRequest *request,
                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (RK_IS_PLATE_SOURCE (self));

  job->kind = JOB_DRAW;
  job->plate = g_strdup (request->plate);
  job->lens = request->lens;
  job->moment = request->moment;
  job->date = g_strdup (request->date);
  push_job (self, job, cancellable, callback, data);
}

RkPlateAnswer *
rk_plate_source_draw_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
remember_picture (RkPlateSource *self, RkPlateItem *item)
{
  GList *link = g_queue_find (&self->pictures, item);

  if (link != NULL)
    g_queue_unlink (&self->pictures, link);
  else
    link = g_list_append (NULL, g_object_ref (item));
  g_queue_push_tail_link (&self->pictures, link);
  if (self->pictures.length > MAX_PICTURES)
    {
      g_autoptr (RkPlateItem) oldest = g_queue_pop_head (&self->pictures);

      rk_plate_item_forget_picture (oldest);
    }
}

static void
picture_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RkPlateItem) item = data;
  Picture *picture = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GdkTexture) texture = NULL;

  if (picture == NULL)
    {
      rk_plate_item_give_up (item);
      return;
    }
  texture = gdk_memory_texture_new (picture->width, picture->height, GDK_MEMORY_DEFAULT,
                                    picture->pixels, picture->stride);
  rk_plate_item_set_picture (item, texture, picture->covered, picture->components);
  remember_picture (RK_PLATE_SOURCE (source), item);
  picture_free (picture);
}

void
rk_plate_source_draw_item (RkPlateSource *self, RkPlateItem *item, RkPalette palette, int width,
                           int height, int factor, GCancellable *cancellable)
{
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (RK_IS_PLATE_SOURCE (self) && RK_IS_PLATE_ITEM (item));

  job->kind = JOB_PICTURE;
  job->plate = g_strdup (rk_plate_item_get_id (item));
  job->palette = palette;
  job->width = width;
  job->height = height;
  job->factor = factor;
  push_job (self, job, cancellable, picture_cb, g_object_ref (item));
}
