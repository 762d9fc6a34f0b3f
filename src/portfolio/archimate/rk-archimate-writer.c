/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-archimate-writer-private.h"

#include <glib/gi18n-lib.h>

static void
plot_free (RkArchimatePlot *plot)
{
  g_free (plot->element);
  g_free (plot);
}

void
rk_archimate_addition_plot (RkArchimateAddition *self, const char *concept, const char *element,
                            int red, int green, int blue)
{
  GPtrArray *plots = g_hash_table_lookup (self->plots, concept);
  RkArchimatePlot *plot = g_new0 (RkArchimatePlot, 1);

  if (plots == NULL)
    {
      plots = g_ptr_array_new_with_free_func ((GDestroyNotify) plot_free);
      g_hash_table_insert (self->plots, g_strdup (concept), plots);
    }
  plot->element = g_strdup (element);
  plot->red = red;
  plot->green = green;
  plot->blue = blue;
  g_ptr_array_add (plots, plot);
}

RkArchimateAddition *
rk_archimate_addition_new (void)
{
  RkArchimateAddition *self = g_new0 (RkArchimateAddition, 1);

  self->properties = g_string_new (NULL);
  self->elements = g_string_new (NULL);
  self->relations = g_string_new (NULL);
  self->items = g_string_new (NULL);
  self->definitions = g_string_new (NULL);
  self->views = g_string_new (NULL);
  self->plots =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
rk_archimate_addition_free (RkArchimateAddition *self)
{
  g_string_free (self->properties, TRUE);
  g_string_free (self->elements, TRUE);
  g_string_free (self->relations, TRUE);
  g_string_free (self->items, TRUE);
  g_string_free (self->definitions, TRUE);
  g_string_free (self->views, TRUE);
  g_hash_table_unref (self->plots);
  g_free (self->plot_suffix);
  g_free (self->plot_note);
  g_free (self->identifier);
  g_free (self->name);
  g_free (self);
}

void
rk_archimate_indent (GString *out, guint depth)
{
  for (guint i = 0; i < depth; i++)
    g_string_append (out, "  ");
}

void
rk_archimate_write_attribute (GString *out, const char *name, const char *value)
{
  if (value != NULL)
    rk_archimate_append_attribute (out, name, value, -1);
}

void
rk_archimate_write_text (GString *out, guint depth, const char *tag, const char *lang,
                         const char *text)
{
  if (text == NULL)
    return;
  rk_archimate_indent (out, depth);
  g_string_append_printf (out, "<%s", tag);
  rk_archimate_write_attribute (out, "xml:lang", lang);
  g_string_append_c (out, '>');
  rk_archimate_append_text (out, text, -1);
  g_string_append_printf (out, "</%s>\n", tag);
}

static gboolean
fail (const char *path, GError *cause, GError **error)
{
  g_set_error (error, RK_ERROR, RK_ERROR_FAILED,
               /* Translators: the path of a file, a technical reason. */
               _ ("The model could not be saved as “%s”: %s. Choose another place."), path,
                  cause->message);
  g_error_free (cause);
  return FALSE;
}

gboolean
rk_archimate_write_file (const char *path, RkArchimateWriteFunc function, gpointer data,
                         GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) abandon = g_cancellable_new ();
  GError *local_error = NULL;
  g_autoptr (GFileOutputStream) stream =
      g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, &local_error);

  if (stream == NULL)
    return fail (path, local_error, error);
  if (!function (G_OUTPUT_STREAM (stream), data, error))
    {
      /* Closing a cancelled stream leaves what was there. */
      g_cancellable_cancel (abandon);
      g_output_stream_close (G_OUTPUT_STREAM (stream), abandon, NULL);
      return FALSE;
    }
  return g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &local_error) ||
         fail (path, local_error, error);
}
