/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-empty.h"

struct _RkEmpty
{
  AdwBin parent_instance;

  AdwStatusPage *page;
  GtkButton *button;
  GtkButton *link;
  GtkWidget *expander;
  GtkLabel *details;
};

G_DEFINE_FINAL_TYPE (RkEmpty, rk_empty, ADW_TYPE_BIN)

typedef enum
{
  PROP_ICON_NAME = 1,
  PROP_TITLE,
  PROP_DESCRIPTION,
  PROP_BUTTON_LABEL,
  PROP_BUTTON_ACTION,
  PROP_LINK_LABEL,
  PROP_LINK_ACTION
} RkEmptyProps;
static GParamSpec *props[PROP_LINK_ACTION + 1];

static void
set_label (GtkButton *button, const char *label)
{
  gtk_widget_set_visible (GTK_WIDGET (button), label != NULL && *label != '\0');
  if (label != NULL)
    gtk_button_set_label (button, label);
}

static void
set_action (GtkButton *button, const char *detailed_action)
{
  if (detailed_action != NULL)
    gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), detailed_action);
}

static void
rk_empty_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RkEmpty *self = RK_EMPTY (object);
  const char *text = g_value_get_string (value);

  switch ((RkEmptyProps) id)
    {
    case PROP_ICON_NAME: adw_status_page_set_icon_name (self->page, text); break;
    case PROP_TITLE: adw_status_page_set_title (self->page, text != NULL ? text : ""); break;
    case PROP_DESCRIPTION: adw_status_page_set_description (self->page, text); break;
    case PROP_BUTTON_LABEL: set_label (self->button, text); break;
    case PROP_BUTTON_ACTION: set_action (self->button, text); break;
    case PROP_LINK_LABEL: set_label (self->link, text); break;
    case PROP_LINK_ACTION: set_action (self->link, text); break;
    }
}

/* On a page that scrolls it has its full height, and no scroll area of its own. */
static void
rk_empty_root (GtkWidget *widget)
{
  RkEmpty *self = RK_EMPTY (widget);
  GtkWidget *scroller = gtk_widget_get_first_child (GTK_WIDGET (self->page));
  gboolean within = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW) != NULL;

  GTK_WIDGET_CLASS (rk_empty_parent_class)->root (widget);
  if (GTK_IS_SCROLLED_WINDOW (scroller))
    gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                    within ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
}

static void
rk_empty_class_init (RkEmptyClass *klass)
{
  static const char *const names[] = { "icon-name",     "title",      "description", "button-label",
                                       "button-action", "link-label", "link-action" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = rk_empty_set_property;
  widget_class->root = rk_empty_root;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    props[i + 1] =
        g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (props), props);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/widgets/rk-empty.ui");
  gtk_widget_class_bind_template_child (widget_class, RkEmpty, page);
  gtk_widget_class_bind_template_child (widget_class, RkEmpty, button);
  gtk_widget_class_bind_template_child (widget_class, RkEmpty, link);
  gtk_widget_class_bind_template_child (widget_class, RkEmpty, expander);
  gtk_widget_class_bind_template_child (widget_class, RkEmpty, details);
}

static void
rk_empty_init (RkEmpty *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rk_empty_new (const char *icon_name, const char *title, const char *description)
{
  return g_object_new (RK_TYPE_EMPTY, "icon-name", icon_name, "title", title, "description",
                       description, NULL);
}

void
rk_empty_set_button (RkEmpty *self, const char *label, const char *detailed_action)
{
  g_return_if_fail (RK_IS_EMPTY (self));
  set_label (self->button, label);
  set_action (self->button, detailed_action);
}

void
rk_empty_set_link (RkEmpty *self, const char *label, const char *detailed_action)
{
  g_return_if_fail (RK_IS_EMPTY (self));
  set_label (self->link, label);
  set_action (self->link, detailed_action);
}

void
rk_empty_set_details (RkEmpty *self, const char *text)
{
  g_return_if_fail (RK_IS_EMPTY (self));
  gtk_widget_set_visible (self->expander, text != NULL);
  gtk_label_set_label (self->details, text != NULL ? text : "");
}
