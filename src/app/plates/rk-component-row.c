/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-component-row.h"

#include <string.h>

struct _RkComponentRow
{
  GtkListBoxRow parent_instance;
  const RkPlateComponent *component;
  char *folded; /* its name and that of its domain, without case */
  GtkCheckButton *check;
};

G_DEFINE_FINAL_TYPE (RkComponentRow, rk_component_row, GTK_TYPE_LIST_BOX_ROW)

static void
update_state (RkComponentRow *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               gtk_check_button_get_active (self->check)
                                   ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                   : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

static void
finalize (GObject *object)
{
  g_free (RK_COMPONENT_ROW (object)->folded);
  G_OBJECT_CLASS (rk_component_row_parent_class)->finalize (object);
}

static void
rk_component_row_class_init (RkComponentRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_CHECKBOX);
}

static void
rk_component_row_init (RkComponentRow *self)
{
  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  /* The row is what one clicks and stands on. */
  gtk_widget_set_can_target (GTK_WIDGET (self->check), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self->check), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->check));
  update_state (self);
}

GtkWidget *
rk_component_row_new (const RkPlateComponent *component)
{
  RkComponentRow *self = g_object_new (RK_TYPE_COMPONENT_ROW, NULL);
  g_autofree char *both = g_strconcat (component->name, "\n", component->domain, NULL);

  self->component = component;
  self->folded = g_utf8_casefold (both, -1);
  gtk_check_button_set_label (self->check, component->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  component->name, -1);
  return GTK_WIDGET (self);
}

const RkPlateComponent *
rk_component_row_get_component (RkComponentRow *self)
{
  g_return_val_if_fail (RK_IS_COMPONENT_ROW (self), NULL);

  return self->component;
}

void
rk_component_row_set_chosen (RkComponentRow *self, gboolean chosen)
{
  g_return_if_fail (RK_IS_COMPONENT_ROW (self));

  gtk_check_button_set_active (self->check, chosen);
  update_state (self);
}

gboolean
rk_component_row_is_chosen (RkComponentRow *self)
{
  g_return_val_if_fail (RK_IS_COMPONENT_ROW (self), FALSE);

  return gtk_check_button_get_active (self->check);
}

gboolean
rk_component_row_matches (RkComponentRow *self, const char *folded)
{
  g_return_val_if_fail (RK_IS_COMPONENT_ROW (self), FALSE);

  return strstr (self->folded, folded) != NULL;
}
