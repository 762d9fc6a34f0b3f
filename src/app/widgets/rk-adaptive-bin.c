/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-adaptive-bin.h"

/* What a window may shrink to. */
#define MINIMUM_WIDTH 360
/* Below this width of the window, at text scale 1, the sidebar folds: we like to have the rest. */
#define FOLD_WIDTH 860
#define SIDEBAR_WIDTH 240

struct _RkAdaptiveBin
{
  GtkWidget parent_instance;
  GtkWidget *child;
  RkSizeClass size_class;
  RkSizeClass wanted;
  guint idle_id;
};

typedef enum
{
  PROP_CHILD = 1,
  PROP_SIZE_CLASS,
  PROP_NARROW,
  PROP_COMPACT
} RkAdaptiveBinProps;
static GParamSpec *props[PROP_COMPACT + 1];

static const char *const css_classes[] = { "s", "m", "l", "xl" };

static void rk_adaptive_bin_buildable_init (GtkBuildableIface *iface);
static GtkBuildableIface *parent_buildable;

G_DEFINE_FINAL_TYPE_WITH_CODE (RkAdaptiveBin, rk_adaptive_bin, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      rk_adaptive_bin_buildable_init))

GType
rk_size_class_get_type (void)
{
  static const GEnumValue values[] = {
    { RK_SIZE_S, "RK_SIZE_S", "s" },
    { RK_SIZE_M, "RK_SIZE_M", "m" },
    { RK_SIZE_L, "RK_SIZE_L", "l" },
    { RK_SIZE_XL, "RK_SIZE_XL", "xl" },
    { 0, NULL, NULL },
  };
  static GType type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("RkSizeClass", values));
  return type;
}

RkSizeClass
rk_size_class_for_width (int width, double text_scale)
{
  double units = width / text_scale;

  return units < 600 ? RK_SIZE_S : units < 900 ? RK_SIZE_M : units < 1400 ? RK_SIZE_L : RK_SIZE_XL;
}

static double
read_text_scale (GtkWidget *widget)
{
  int dpi;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / 1024.0 / 96.0 : 1.0;
}

static void
set_size_class (RkAdaptiveBin *self, RkSizeClass size_class)
{
  RkSizeClass old = self->size_class;

  if (old == size_class)
    return;
  self->size_class = size_class;
  gtk_widget_remove_css_class (GTK_WIDGET (self), css_classes[old]);
  gtk_widget_add_css_class (GTK_WIDGET (self), css_classes[size_class]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SIZE_CLASS]);
  if ((old == RK_SIZE_S) != (size_class == RK_SIZE_S))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
  if ((old <= RK_SIZE_M) != (size_class <= RK_SIZE_M))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPACT]);
}

static gboolean
apply_size_class_cb (gpointer data)
{
  RkAdaptiveBin *self = data;

  self->idle_id = 0;
  set_size_class (self, self->wanted);
  return G_SOURCE_REMOVE;
}

static void
rk_adaptive_bin_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  RkAdaptiveBin *self = RK_ADAPTIVE_BIN (widget);
  int child_min = 0, child_nat = 0;

  /* Width never follows from height here; a label that wraps would search for it, line by line. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    for_size = -1;
  if (self->child != NULL && orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    {
      /* too narrow for this layout: measured as it will be laid out until the class has changed */
      int width = 0;
      gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      for_size = MAX (for_size, width);
    }
  if (self->child != NULL)
    gtk_widget_measure (self->child, orientation, for_size, &child_min, &child_nat, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int wish = (int) (FOLD_WIDTH * read_text_scale (widget)) - SIDEBAR_WIDTH;

      child_min = MIN (child_min, MINIMUM_WIDTH);
      child_nat = MAX (MIN (child_nat, wish), child_min);
    }
  *minimum = child_min;
  *natural = child_nat;
}

static void
rk_adaptive_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RkAdaptiveBin *self = RK_ADAPTIVE_BIN (widget);
  int minimum = 0;

  self->wanted = rk_size_class_for_width (width, read_text_scale (widget));
  if (self->wanted != self->size_class && self->idle_id == 0)
    self->idle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, apply_size_class_cb, self, NULL);
  if (self->child == NULL || !gtk_widget_should_layout (self->child))
    return;
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (self->child, MAX (width, minimum), height, baseline, NULL);
}

static GtkSizeRequestMode
rk_adaptive_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
rk_adaptive_bin_compute_expand (GtkWidget *widget, gboolean *hexpand, gboolean *vexpand)
{
  RkAdaptiveBin *self = RK_ADAPTIVE_BIN (widget);

  *hexpand = TRUE;
  *vexpand =
      self->child != NULL && gtk_widget_compute_expand (self->child, GTK_ORIENTATION_VERTICAL);
}

static void
rk_adaptive_bin_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child,
                           const char *type)
{
  if (GTK_IS_WIDGET (child))
    rk_adaptive_bin_set_child (RK_ADAPTIVE_BIN (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
rk_adaptive_bin_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = rk_adaptive_bin_add_child;
}

static void
rk_adaptive_bin_dispose (GObject *object)
{
  RkAdaptiveBin *self = RK_ADAPTIVE_BIN (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (rk_adaptive_bin_parent_class)->dispose (object);
}

static void
rk_adaptive_bin_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RkAdaptiveBin *self = RK_ADAPTIVE_BIN (object);

  switch ((RkAdaptiveBinProps) id)
    {
    case PROP_CHILD: g_value_set_object (value, self->child); break;
    case PROP_SIZE_CLASS: g_value_set_enum (value, self->size_class); break;
    case PROP_NARROW: g_value_set_boolean (value, self->size_class == RK_SIZE_S); break;
    case PROP_COMPACT: g_value_set_boolean (value, self->size_class <= RK_SIZE_M); break;
    }
}

static void
rk_adaptive_bin_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHILD)
    rk_adaptive_bin_set_child (RK_ADAPTIVE_BIN (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rk_adaptive_bin_class_init (RkAdaptiveBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rk_adaptive_bin_dispose;
  object_class->get_property = rk_adaptive_bin_get_property;
  object_class->set_property = rk_adaptive_bin_set_property;
  widget_class->measure = rk_adaptive_bin_measure;
  widget_class->size_allocate = rk_adaptive_bin_size_allocate;
  widget_class->get_request_mode = rk_adaptive_bin_get_request_mode;
  widget_class->compute_expand = rk_adaptive_bin_compute_expand;

  props[PROP_CHILD] =
      g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_SIZE_CLASS] = g_param_spec_enum ("size-class", NULL, NULL, RK_TYPE_SIZE_CLASS,
                                              RK_SIZE_L, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
rk_adaptive_bin_init (RkAdaptiveBin *self)
{
  self->size_class = self->wanted = RK_SIZE_L;
  gtk_widget_add_css_class (GTK_WIDGET (self), css_classes[RK_SIZE_L]);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
rk_adaptive_bin_new (void)
{
  return g_object_new (RK_TYPE_ADAPTIVE_BIN, NULL);
}

void
rk_adaptive_bin_set_child (RkAdaptiveBin *self, GtkWidget *child)
{
  g_return_if_fail (RK_IS_ADAPTIVE_BIN (self));
  if (self->child == child)
    return;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHILD]);
}

GtkWidget *
rk_adaptive_bin_get_child (RkAdaptiveBin *self)
{
  g_return_val_if_fail (RK_IS_ADAPTIVE_BIN (self), NULL);
  return self->child;
}

RkSizeClass
rk_adaptive_bin_get_size_class (RkAdaptiveBin *self)
{
  g_return_val_if_fail (RK_IS_ADAPTIVE_BIN (self), RK_SIZE_L);
  return self->size_class;
}
