/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-card.h"

struct _RkCard
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (RkCard, rk_card, GTK_TYPE_BOX)

enum
{
  PROP_LABEL = 1
};

static void
rk_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LABEL)
    rk_card_set_label (RK_CARD (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rk_card_class_init (RkCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = rk_card_set_property;
  g_object_class_install_property (object_class, PROP_LABEL,
                                   g_param_spec_string ("label", NULL, NULL, NULL,
                                                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rk_card_init (RkCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "rk-card");
}

GtkWidget *
rk_card_new (void)
{
  return g_object_new (RK_TYPE_CARD, NULL);
}

void
rk_card_set_label (RkCard *self, const char *label)
{
  g_return_if_fail (RK_IS_CARD (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : "", -1);
}
