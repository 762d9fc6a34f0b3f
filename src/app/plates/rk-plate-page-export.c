/* SPDX-License-Identifier: EUPL-1.2 */
/* A plate as a file or on paper. Drawing large sheets takes a while: that happens in a thread. */
#include "config.h"
#include "rk-plate-page-private.h"

#include "rk-choose-file.h"
#include "rk-palette.h"
#include "rk-plate-sheet.h"
#include "rk-profile.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

#define PNG_SCALE 2 /* pixels for one length of the plate */

typedef enum
{
  FORMAT_SVG,
  FORMAT_PDF,
  FORMAT_PNG
} Format;

typedef struct
{
  Format format;
  RkPaper paper;
  RkPlateDrawing *drawing;
  char *owner; /* (nullable) */
  char *path;  /* (nullable): not chosen yet */
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_clear_object (&export->drawing);
  g_free (export->owner);
  g_free (export->path);
  g_free (export);
}

/* The name of the administration: (transfer full) (nullable). */
static char *
dup_owner (RkStore *store)
{
  g_autoptr (RkRecord) administration = rk_profile_get_administration (store, NULL);

  return administration != NULL ? g_strdup (rk_record_get_title (administration)) : NULL;
}

static GBytes *
make_bytes (const Export *export, RkPlateSheet *sheet, GError **error)
{
  switch (export->format)
    {
    case FORMAT_PDF: return rk_plate_sheet_to_pdf (sheet, export->paper, error);
    case FORMAT_PNG: return rk_plate_sheet_to_png (sheet, RK_PALETTE_PRINT, PNG_SCALE, error);
    case FORMAT_SVG:
    default: return rk_plate_sheet_to_svg (sheet, RK_PALETTE_PRINT);
    }
}

static void
export_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Export *export = data;
  g_autoptr (RkPlateSheet) sheet = rk_plate_sheet_new (export->drawing, export->owner);
  GError *error = NULL;
  g_autoptr (GBytes) bytes = make_bytes (export, sheet, &error);

  /* Only this person may read it: the plate tells what the administration has. */
  if (bytes != NULL && g_file_set_contents_full (export->path, g_bytes_get_data (bytes, NULL),
                                                 (gssize) g_bytes_get_size (bytes),
                                                 G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RkPlatePage *self = RK_PLATE_PAGE (source);
  const Export *export = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_path_get_basename (export->path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (self->store == NULL)
    return;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      /* Translators: %s is the name of a file. */
      text = g_strdup_printf (_ ("Plate saved as %s"), name);
      rk_toast_show (GTK_WIDGET (self), text, NULL, NULL);
      return;
    }
  /* Translators: the name of a file, and why. */
  text = g_strdup_printf (_ ("The plate could not be saved as %s: %s. Choose another place."), name,
                             error->message);
  rk_banner_show (self->banner, RK_BANNER_ERROR, text, NULL, NULL);
}

static void
export_to (RkPlatePage *self, Export *export)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, exported_cb, NULL);

  g_task_set_source_tag (task, export_to);
  g_task_set_task_data (task, export, export_free);
  g_task_run_in_thread (task, export_thread);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *export = data;

  export->path = rk_choose_file_finish (result);
  if (export->path != NULL)
    export_to (RK_PLATE_PAGE (source), export);
  else
    export_free (export);
}

/* A name that every file system takes. */
static char *
make_file_name (RkPlatePage *self, const char *ending)
{
  g_autofree char *name = g_strdup (self->title);

  g_strdelimit (name, "/\\:*?\"<>|", '-');
  return g_strconcat (name, ending, NULL);
}

static void
export_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const struct
  {
    const char *target, *ending, *pattern, *name;
    Format format;
    RkPaper paper;
  } kinds[] = {
    { "svg", ".svg", "*.svg", N_ ("Drawing (SVG)"), FORMAT_SVG, RK_PAPER_A4 },
    { "a4", " A4.pdf", "*.pdf", N_ ("Document (PDF)"), FORMAT_PDF, RK_PAPER_A4 },
    { "a3", " A3.pdf", "*.pdf", N_ ("Document (PDF)"), FORMAT_PDF, RK_PAPER_A3 },
    { "a0", " A0.pdf", "*.pdf", N_ ("Document (PDF)"), FORMAT_PDF, RK_PAPER_A0 },
    { "png", ".png", "*.png", N_ ("Picture (PNG)"), FORMAT_PNG, RK_PAPER_A4 },
  };
  RkPlatePage *self = RK_PLATE_PAGE (widget);
  const char *target = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds) && self->drawing != NULL; i++)
    if (g_str_equal (kinds[i].target, target))
      {
        Export *export = g_new0 (Export, 1);
        g_autofree char *name = make_file_name (self, kinds[i].ending);

        export->format = kinds[i].format;
        export->paper = kinds[i].paper;
        export->drawing = g_object_ref (self->drawing);
        export->owner = dup_owner (self->store);
        rk_choose_file_async (widget, RK_CHOOSE_SAVE,
                              _ ("Save the plate"), "plate", name,
                                 _ (kinds[i].name), kinds[i].pattern, chosen_cb, export);
      }
}

/* --- paper ----------------------------------------------------------------------------------- */

static void
draw_page_cb (RkPlateSheet *sheet, GtkPrintContext *context)
{
  rk_plate_sheet_draw (sheet, gtk_print_context_get_cairo_context (context), RK_PALETTE_PRINT, 0, 0,
                       gtk_print_context_get_width (context),
                       gtk_print_context_get_height (context));
}

static void
free_sheet (gpointer data, GClosure *closure)
{
  rk_plate_sheet_free (data);
}

static void
printed_cb (RkPlatePage *self, GtkPrintOperationResult result, GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  text = g_strdup_printf (_ ("The plate could not be printed: %s."), error->message);
  rk_banner_show (self->banner, RK_BANNER_ERROR, text, NULL, NULL);
}

static void
print_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RkPlatePage *self = RK_PLATE_PAGE (widget);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autofree char *owner = NULL;
  RkPlateSheet *sheet;
  cairo_rectangle_t area;
  GtkRoot *root = gtk_widget_get_root (widget);

  if (self->drawing == NULL)
    return;
  owner = dup_owner (self->store);
  sheet = rk_plate_sheet_new (self->drawing, owner);
  rk_plate_sheet_get_extents (sheet, &area);
  operation = gtk_print_operation_new ();
  setup = gtk_page_setup_new ();
  gtk_page_setup_set_orientation (setup, area.width > area.height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                                  : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, self->title);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), sheet, free_sheet,
                         G_CONNECT_SWAPPED);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}

void
rk_plate_page_install_exports (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "plate.export", "s", export_action);
  gtk_widget_class_install_action (klass, "plate.print", NULL, print_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_p, GDK_CONTROL_MASK, "plate.print", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_e, GDK_CONTROL_MASK, "plate.export", "s",
                                       "a3");
}
