/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-chart.h"

#include "rk-choose-file.h"
#include "rk-toast.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* White around a copied picture. */
#define MARGIN 12

struct _RkChart
{
  GtkWidget parent_instance;
  GtkWidget *box, *extras, *toggle, *menu, *body, *legend;
  GtkLabel *title, *sentence;
  AdwBin *lead, *drawing, *table;
  GtkStack *stack;
  RkPlot *plot; /* (nullable): inside drawing */
  RkDataTable *data;
  char *words;
  gboolean as_table, has_room, wanted_room;
  guint idle;
};

G_DEFINE_FINAL_TYPE (RkChart, rk_chart, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_AS_TABLE = 1
} RkChartProps;
static GParamSpec *props[PROP_AS_TABLE + 1];

static void
update_stack (RkChart *self)
{
  gtk_stack_set_visible_child_name (self->stack, rk_chart_shows_table (self) ? "table" : "drawing");
  gtk_button_set_label (GTK_BUTTON (self->toggle),
                        self->as_table ? _ ("As chart") : _ ("As table"));
  gtk_widget_set_visible (self->toggle, self->has_room && self->data != NULL &&
                                            gtk_widget_get_first_child (self->extras) == NULL);
}

static void
update_sentence (RkChart *self)
{
  int mark = self->plot != NULL ? rk_plot_get_mark (self->plot) : -1;
  const char *text = mark >= 0 ? rk_plot_get_mark_label (self->plot, (guint) mark) : self->words;

  gtk_label_set_label (self->sentence, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), text != NULL && *text != '\0');
}

/* --- taking it along ------------------------------------------------------------------------- */

/* What one sees, on the colour of a card. */
static GdkTexture *
paint_body (RkChart *self)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (self->body);
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (self->body));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  float width = (float) gtk_widget_get_width (self->body);
  float height = (float) gtk_widget_get_height (self->body);
  g_autoptr (GskRenderNode) node = NULL;
  GdkRGBA surface;

  rk_palette_get (rk_palette_current (), RK_COLOUR_SURFACE, &surface);
  gtk_snapshot_append_color (snapshot, &surface,
                             &GRAPHENE_RECT_INIT (0, 0, width + 2 * MARGIN, height + 2 * MARGIN));
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (MARGIN, MARGIN));
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  return gsk_renderer_render_texture (renderer, node, NULL);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkChart *self = RK_CHART (widget);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);

  if (rk_chart_shows_table (self))
    {
      g_autofree char *csv = rk_data_table_to_csv (self->data);

      gdk_clipboard_set_text (clipboard, csv);
      rk_toast_show (widget, _ ("Table copied"), NULL, NULL);
    }
  else
    {
      g_autoptr (GdkTexture) texture = paint_body (self);

      gdk_clipboard_set_texture (clipboard, texture);
      rk_toast_show (widget, _ ("Picture copied"), NULL, NULL);
    }
}

gboolean
rk_chart_save_table (RkChart *self, const char *path, GError **error)
{
  g_autofree char *csv = NULL;

  g_return_val_if_fail (RK_IS_CHART (self) && self->data != NULL, FALSE);

  csv = rk_data_table_to_csv (self->data);
  return g_file_set_contents_full (path, csv, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RkChart) self = data;
  g_autofree char *path = rk_choose_file_finish (result);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  name = g_path_get_basename (path);
  if (rk_chart_save_table (self, path, &error))
    /* Translators: %s is the name of a file. */
    text = g_strdup_printf (_ ("Table saved as %s"), name);
  else
    /* Translators: the name of a file, and the cause. */
    text = g_strdup_printf (_ ("The table could not be saved as %s: %s"), name, error->message);
  rk_toast_show (GTK_WIDGET (self), text, NULL, NULL);
}

static void
csv_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkChart *self = RK_CHART (widget);
  g_autofree char *file = g_strconcat (gtk_label_get_label (self->title), ".csv", NULL);

  rk_choose_file_async (widget, RK_CHOOSE_SAVE,
                        _ ("Save the table"), "export", file,
                           _ ("CSV files"), "*.csv", file_chosen_cb, g_object_ref (self));
}

/* --- widget ---------------------------------------------------------------------------------- */

static gboolean
apply_room_cb (gpointer data)
{
  RkChart *self = data;

  self->idle = 0;
  self->has_room = self->wanted_room;
  update_stack (self);
  return G_SOURCE_REMOVE;
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (RK_CHART (widget)->box, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RkChart *self = RK_CHART (widget);

  self->wanted_room =
      self->plot == NULL || self->data == NULL || width >= rk_plot_get_min_width (self->plot);
  if (self->wanted_room != self->has_room && self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, apply_room_cb, self, NULL);
  gtk_widget_allocate (self->box, width, height, baseline, NULL);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((RkChartProps) id)
    {
    case PROP_AS_TABLE: g_value_set_boolean (value, RK_CHART (object)->as_table); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((RkChartProps) id)
    {
    case PROP_AS_TABLE:
      rk_chart_set_as_table (RK_CHART (object), g_value_get_boolean (value));
      break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dispose (GObject *object)
{
  RkChart *self = RK_CHART (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->plot != NULL)
    g_signal_handlers_disconnect_by_data (self->plot, self);
  g_clear_object (&self->plot);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (rk_chart_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  g_free (RK_CHART (object)->words);
  G_OBJECT_CLASS (rk_chart_parent_class)->finalize (object);
}

static void
rk_chart_class_init (RkChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->dispose = dispose;
  object_class->finalize = finalize;
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;

  props[PROP_AS_TABLE] =
      g_param_spec_boolean ("as-table", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  gtk_widget_class_install_property_action (widget_class, "chart.as-table", "as-table");
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "chart.csv", NULL, csv_action);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/widgets/rk-chart.ui");
  gtk_widget_class_bind_template_child (widget_class, RkChart, box);
  gtk_widget_class_bind_template_child (widget_class, RkChart, extras);
  gtk_widget_class_bind_template_child (widget_class, RkChart, toggle);
  gtk_widget_class_bind_template_child (widget_class, RkChart, menu);
  gtk_widget_class_bind_template_child (widget_class, RkChart, body);
  gtk_widget_class_bind_template_child (widget_class, RkChart, legend);
  gtk_widget_class_bind_template_child (widget_class, RkChart, title);
  gtk_widget_class_bind_template_child (widget_class, RkChart, sentence);
  gtk_widget_class_bind_template_child (widget_class, RkChart, lead);
  gtk_widget_class_bind_template_child (widget_class, RkChart, drawing);
  gtk_widget_class_bind_template_child (widget_class, RkChart, table);
  gtk_widget_class_bind_template_child (widget_class, RkChart, stack);
}

static void
rk_chart_init (RkChart *self)
{
  self->has_room = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

RkChart *
rk_chart_new (const char *title)
{
  RkChart *self = g_object_new (RK_TYPE_CHART, NULL);
  /* Translators: %s is the title of a chart. */
  g_autofree char *more = g_strdup_printf (_ ("More about “%s”"), title);
  /* Translators: %s is the title of a chart. */
  g_autofree char *table = g_strdup_printf (_ ("“%s” as table"), title);

  gtk_label_set_label (self->title, title);
  gtk_widget_set_tooltip_text (self->menu, more);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, more,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  table, -1);
  update_stack (self);
  return self;
}

void
rk_chart_set_drawing (RkChart *self, GtkWidget *drawing, RkPlot *plot)
{
  g_return_if_fail (RK_IS_CHART (self) && self->plot == NULL);

  adw_bin_set_child (self->drawing, drawing);
  g_set_object (&self->plot, plot);
  if (plot != NULL)
    g_signal_connect_swapped (plot, "notify::mark", G_CALLBACK (update_sentence), self);
}

void
rk_chart_set_table (RkChart *self, RkDataTable *table)
{
  g_return_if_fail (RK_IS_CHART (self));

  self->data = table;
  adw_bin_set_child (self->table, GTK_WIDGET (table));
  update_stack (self);
}

RkDataTable *
rk_chart_get_table (RkChart *self)
{
  g_return_val_if_fail (RK_IS_CHART (self), NULL);

  return self->data;
}

void
rk_chart_set_sentence (RkChart *self, const char *sentence)
{
  g_return_if_fail (RK_IS_CHART (self));

  g_free (self->words);
  self->words = g_strdup (sentence);
  if (self->plot != NULL)
    rk_plot_set_summary (self->plot, sentence);
  update_sentence (self);
}

void
rk_chart_add_legend (RkChart *self, RkSign sign, guint series, const char *label)
{
  GtkWidget *item;

  g_return_if_fail (RK_IS_CHART (self));

  item = g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "focusable", FALSE, "child",
                       rk_legend_item_new (sign, series, label), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_flow_box_append (GTK_FLOW_BOX (self->legend), item);
  gtk_widget_set_visible (self->legend, TRUE);
}

void
rk_chart_set_lead (RkChart *self, GtkWidget *lead)
{
  g_return_if_fail (RK_IS_CHART (self));

  adw_bin_set_child (self->lead, lead);
  gtk_widget_set_visible (GTK_WIDGET (self->lead), TRUE);
}

void
rk_chart_set_button (RkChart *self, GtkWidget *button)
{
  g_return_if_fail (RK_IS_CHART (self));

  gtk_box_append (GTK_BOX (self->extras), button);
  update_stack (self);
}

void
rk_chart_set_as_table (RkChart *self, gboolean as_table)
{
  g_return_if_fail (RK_IS_CHART (self));

  if (self->as_table == as_table)
    return;
  self->as_table = as_table;
  update_stack (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AS_TABLE]);
}

gboolean
rk_chart_get_as_table (RkChart *self)
{
  g_return_val_if_fail (RK_IS_CHART (self), FALSE);

  return self->as_table;
}

gboolean
rk_chart_shows_table (RkChart *self)
{
  g_return_val_if_fail (RK_IS_CHART (self), FALSE);

  return self->data != NULL && (self->as_table || !self->has_room);
}
