/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-why.h"

struct _RkWhy
{
  GtkWidget parent_instance;
  GtkWidget *button, *inputs;
  GtkPopover *popover;
  GtkLabel *formula, *missing;
};

G_DEFINE_FINAL_TYPE (RkWhy, rk_why, GTK_TYPE_WIDGET)

static void
row_activated_cb (RkWhy *self)
{
  gtk_popover_popdown (self->popover);
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (RK_WHY (widget)->button, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (RK_WHY (widget)->button, width, height, baseline, NULL);
  gtk_popover_present (RK_WHY (widget)->popover);
}

static void
dispose (GObject *object)
{
  RkWhy *self = RK_WHY (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->popover)));
  G_OBJECT_CLASS (rk_why_parent_class)->dispose (object);
}

static void
rk_why_class_init (RkWhyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/widgets/rk-why.ui");
  gtk_widget_class_bind_template_child (widget_class, RkWhy, button);
  gtk_widget_class_bind_template_child (widget_class, RkWhy, inputs);
  gtk_widget_class_bind_template_child (widget_class, RkWhy, popover);
  gtk_widget_class_bind_template_child (widget_class, RkWhy, formula);
  gtk_widget_class_bind_template_child (widget_class, RkWhy, missing);
  gtk_widget_class_bind_template_callback (widget_class, rk_why_popup);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
rk_why_init (RkWhy *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

RkWhy *
rk_why_new (const char *label)
{
  RkWhy *self = g_object_new (RK_TYPE_WHY, NULL);

  gtk_button_set_label (GTK_BUTTON (self->button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  return self;
}

void
rk_why_set_formula (RkWhy *self, const char *sentence)
{
  g_return_if_fail (RK_IS_WHY (self));

  gtk_label_set_label (self->formula, sentence);
}

void
rk_why_add_input (RkWhy *self, const char *label, const char *value, const char *action,
                  GVariant *target)
{
  GtkWidget *box, *name, *number, *row;
  g_autofree char *spoken = NULL;

  g_return_if_fail (RK_IS_WHY (self));

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  name = g_object_new (GTK_TYPE_LABEL, "label", label, "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE,
                       NULL);
  number = gtk_label_new (value);
  spoken = g_strdup_printf ("%s: %s", label, value);
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->inputs), row);
  gtk_widget_set_visible (self->inputs, TRUE);
}

void
rk_why_set_missing (RkWhy *self, const char *sentence)
{
  g_return_if_fail (RK_IS_WHY (self));

  gtk_label_set_label (self->missing, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), *sentence != '\0');
}

void
rk_why_popup (RkWhy *self)
{
  g_return_if_fail (RK_IS_WHY (self));

  gtk_popover_popup (self->popover);
}
