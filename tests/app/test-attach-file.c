/* SPDX-License-Identifier: EUPL-1.2 */
/* A picture is made as small as the form wants before it is kept. */
#include "rk-attach-file.h"
#include "rk-image.h"
#include "rk-workspace-kinds.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#define FOTO "/schade/foto"
#define VERSLAG "/schade/verslag"
#define LARGE (60 * 1024 * 1024)

typedef struct
{
  RkStore *store;
  RkResponse *response;
  RkFormNode *node;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *form = g_build_filename (g_getenv ("RK_SOURCE_ROOT"), "tests", "survey",
                                            "fixtures", "files.xml", NULL);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "a.regiekamer", NULL);
  g_autofree char *id = NULL;
  g_autoptr (RkQuestionnaire) questionnaire = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  f->store = rk_workspace_open (path, RK_STORE_CREATE, &error);
  g_assert_no_error (error);
  questionnaire = rk_questionnaire_find (f->store, form, &error);
  g_assert_no_error (error);
  id = rk_response_start (f->store, questionnaire, NULL, NULL, &error);
  g_assert_no_error (error);
  f->response = rk_response_open (f->store, id, &error);
  g_assert_no_error (error);
  f->node = rk_form_instance_find (rk_response_get_instance (f->response), FOTO);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->response);
  g_clear_object (&f->store);
}

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
attach (Fixture *f, const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  rk_attach_file_async (f->response, f->node, path, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return rk_attach_finish (result, error);
}

static char *
make_picture (const char *name, const char *format, int width, int height)
{
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GError) error = NULL;

  gdk_pixbuf_fill (picture, 0x336699ff);
  gdk_pixbuf_save (picture, path, format, &error, NULL);
  g_assert_no_error (error);
  return path;
}

static void
assert_picture (Fixture *f, const char *format, int width, int height)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GBytes) bytes = rk_response_dup_file (f->response, f->node, NULL);
  g_autofree char *name = NULL;
  GdkPixbuf *picture;

  g_assert_nonnull (bytes);
  g_assert_true (gdk_pixbuf_loader_write_bytes (loader, bytes, NULL));
  g_assert_true (gdk_pixbuf_loader_close (loader, NULL));
  picture = gdk_pixbuf_loader_get_pixbuf (loader);
  name = gdk_pixbuf_format_get_name (gdk_pixbuf_loader_get_format (loader));
  g_assert_cmpstr (name, ==, format);
  g_assert_cmpint (gdk_pixbuf_get_width (picture), ==, width);
  g_assert_cmpint (gdk_pixbuf_get_height (picture), ==, height);
}

static void
test_large_pictures_are_made_smaller (Fixture *f, gconstpointer data)
{
  g_autofree char *wide = make_picture ("wijd.png", "png", 3000, 1500);
  g_autofree char *tall = make_picture ("hoog.jpg", "jpeg", 900, 1800);
  g_autoptr (GError) error = NULL;

  g_assert_true (attach (f, wide, &error));
  g_assert_no_error (error);
  assert_picture (f, "png", 1024, 512);
  g_assert_true (attach (f, tall, &error));
  assert_picture (f, "jpeg", 512, 1024);
  g_assert_cmpstr (rk_form_node_get_stored_value (f->node), ==, "hoog.jpg");
}

static void
test_what_is_small_enough_stays_as_it_is (Fixture *f, gconstpointer data)
{
  g_autofree char *path = make_picture ("klein.png", "png", 1024, 10);
  g_autofree char *content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;

  g_assert_true (attach (f, path, NULL));
  bytes = rk_response_dup_file (f->response, f->node, NULL);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), content, length);
}

/* A header may claim any size: nothing of that size is made. */
static void
test_enormous_pictures_are_not_decoded (Fixture *f, gconstpointer data)
{
  static const guchar png[] = { 0x89, 'P',  'N', 'G', '\r', '\n', 0x1a, '\n', 0,    0,    0,
                                13,   'I',  'H', 'D', 'R',  0,    0,    0x75, 0x30, 0,    0,
                                0x75, 0x30, 8,   2,   0,    0,    0,    0x12, 0x34, 0x56, 0x78 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (png, sizeof png);
  g_autoptr (GBytes) same = rk_image_scale_down (bytes, 100);
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (same == bytes);
  pixbuf = rk_image_decode (bytes, 96, &error);
  g_assert_null (pixbuf);
  g_assert_nonnull (error);
}

/* Bytes of all kinds give a picture or an error, never a crash. */
static void
test_broken_pictures_are_refused (Fixture *f, gconstpointer data)
{
  g_autofree char *path = make_picture ("heel.png", "png", 64, 64);
  g_autofree char *content = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *broken = g_memdup2 (content, length);
      gsize kept = (gsize) g_rand_int_range (random, 1, (gint32) length);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GdkPixbuf) pixbuf = NULL;
      g_autoptr (GError) error = NULL;

      broken[g_rand_int_range (random, 0, (gint32) length)] ^= (char) g_rand_int (random);
      bytes = g_bytes_new (broken, i % 2 == 0 ? kept : length);
      pixbuf = rk_image_decode (bytes, 96, &error);
      g_assert_true ((pixbuf != NULL) != (error != NULL));
    }
}

static gboolean
tick_cb (gpointer ticks)
{
  (*(guint *) ticks)++;
  return G_SOURCE_CONTINUE;
}

/* The window goes on drawing while a large file is read and kept. */
static void
test_a_large_file_holds_nobody_up (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "verslag.txt", NULL);
  g_autofree char *content = g_strnfill (LARGE, 'a');
  g_autoptr (RkResponseFile) file = NULL;
  g_autoptr (GError) error = NULL;
  guint ticks = 0, timer;

  f->node = rk_form_instance_find (rk_response_get_instance (f->response), VERSLAG);
  g_assert_true (g_file_set_contents (path, content, LARGE, NULL));
  timer = g_timeout_add (2, tick_cb, &ticks);
  g_assert_true (attach (f, path, &error));
  g_assert_no_error (error);
  g_source_remove (timer);
  g_assert_cmpuint (ticks, >=, 5);
  file = rk_response_get_file (f->response, f->node);
  g_assert_cmpint (file->size, ==, LARGE);
}

static void
test_no_picture_is_refused_in_words (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "foto.jpg", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "just words", -1, NULL));
  g_assert_false (attach (f, path, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  /* Pictures are known by the types that are installed: isolated.sh gives a home of its own. */
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/attach-file/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("large-pictures-are-made-smaller", test_large_pictures_are_made_smaller);
  ADD ("what-is-small-enough-stays-as-it-is", test_what_is_small_enough_stays_as_it_is);
  ADD ("enormous-pictures-are-not-decoded", test_enormous_pictures_are_not_decoded);
  ADD ("broken-pictures-are-refused", test_broken_pictures_are_refused);
  ADD ("a-large-file-holds-nobody-up", test_a_large_file_holds_nobody_up);
  ADD ("no-picture-is-refused-in-words", test_no_picture_is_refused_in_words);
  return g_test_run ();
}
