/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-steady-bin.h"

struct _RkSteadyBin
{
  AdwBin parent_instance;
  int width; /* 0: that of the child */
};

G_DEFINE_FINAL_TYPE (RkSteadyBin, rk_steady_bin, ADW_TYPE_BIN)

static void
rk_steady_bin_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  int width = RK_STEADY_BIN (widget)->width;

  if (child == NULL)
    return;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    for_size = -1;
  else if (width > 0)
    for_size = width;
  gtk_widget_measure (child, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && width > 0)
    *minimum = *natural = MAX (width, *minimum);
}

static void
rk_steady_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static GtkSizeRequestMode
rk_steady_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
rk_steady_bin_class_init (RkSteadyBinClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = rk_steady_bin_measure;
  widget_class->size_allocate = rk_steady_bin_size_allocate;
  widget_class->get_request_mode = rk_steady_bin_get_request_mode;
}

static void
rk_steady_bin_init (RkSteadyBin *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL); /* measured by us */
}

void
rk_steady_bin_set_width (RkSteadyBin *self, int width)
{
  g_return_if_fail (RK_IS_STEADY_BIN (self) && width >= 0);
  self->width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
