/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-banner.h"

#include "rk-wrap-box.h"

struct _RkBanner
{
  AdwBin parent_instance;
  RkBannerKind kind;

  GtkRevealer *revealer;
  GtkWidget *box;
  GtkImage *icon;
  GtkLabel *status, *alert; /* one of them is seen */
  GtkButton *button;
  GtkLabel *remedy; /* in the button */
};

G_DEFINE_FINAL_TYPE (RkBanner, rk_banner, ADW_TYPE_BIN)

static const char *const kind_classes[] = { "info", "warning", "error" };
static const char *const kind_icons[] = { "rk-info-symbolic", "rk-warning-symbolic",
                                          "rk-error-symbolic" };

/* A warning interrupts who listens; information waits. */
static GtkLabel *
get_label (RkBanner *self)
{
  return self->kind == RK_BANNER_INFO ? self->status : self->alert;
}

static void
set_kind (RkBanner *self, RkBannerKind kind)
{
  gtk_widget_remove_css_class (self->box, kind_classes[self->kind]);
  gtk_widget_add_css_class (self->box, kind_classes[kind]);
  gtk_image_set_from_icon_name (self->icon, kind_icons[kind]);
  self->kind = kind;
  gtk_widget_set_visible (GTK_WIDGET (self->status), get_label (self) == self->status);
  gtk_widget_set_visible (GTK_WIDGET (self->alert), get_label (self) == self->alert);
}

static void
rk_banner_class_init (RkBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/widgets/rk-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, RkBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, RkBanner, box);
  gtk_widget_class_bind_template_child (widget_class, RkBanner, icon);
  gtk_widget_class_bind_template_child (widget_class, RkBanner, status);
  gtk_widget_class_bind_template_child (widget_class, RkBanner, alert);
  gtk_widget_class_bind_template_child (widget_class, RkBanner, button);
  gtk_widget_class_bind_template_child (widget_class, RkBanner, remedy);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rk_banner_init (RkBanner *self)
{
  g_type_ensure (RK_TYPE_WRAP_BOX);
  gtk_widget_init_template (GTK_WIDGET (self));
  set_kind (self, RK_BANNER_INFO);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
rk_banner_new (void)
{
  return g_object_new (RK_TYPE_BANNER, NULL);
}

void
rk_banner_show (RkBanner *self, RkBannerKind kind, const char *text, const char *button_label,
                const char *detailed_action)
{
  g_return_if_fail (RK_IS_BANNER (self));
  if (rk_banner_is_shown (self) && kind < self->kind)
    return;
  set_kind (self, kind);
  gtk_label_set_label (get_label (self), text);
  gtk_widget_set_visible (GTK_WIDGET (self->button), button_label != NULL);
  if (button_label != NULL)
    {
      gtk_label_set_label (self->remedy, button_label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      button_label, -1);
    }
  if (detailed_action != NULL)
    gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->button), detailed_action);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

void
rk_banner_hide (RkBanner *self)
{
  g_return_if_fail (RK_IS_BANNER (self));
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  /* what is not shown is not read aloud either */
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

gboolean
rk_banner_is_shown (RkBanner *self)
{
  g_return_val_if_fail (RK_IS_BANNER (self), FALSE);
  return gtk_revealer_get_reveal_child (self->revealer);
}

const char *
rk_banner_get_text (RkBanner *self)
{
  g_return_val_if_fail (RK_IS_BANNER (self), NULL);
  return gtk_label_get_label (get_label (self));
}
