/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-welcome-page.h"

#include "rk-adaptive-bin.h"
#include "rk-card.h"
#include "rk-municipality.h"
#include "rk-picker.h"
#include "rk-profile.h"
#include "rk-status-label.h"

#include <glib/gi18n.h>

#define KBO_DIGITS 10

struct _RkWelcomePage
{
  AdwBin parent_instance;

  RkAdaptiveBin *adaptive;
  GtkWidget *choose_box;
  RkPicker *picker;
  GtkWidget *begin;
  GtkWidget *manual;
  GtkEditable *name_entry;
  GtkWidget *type_box;
  GtkDropDown *type_drop;
  GtkEditable *kbo_entry;
  GtkWidget *kbo_message;
  GtkWidget *begin_manual;
};

G_DEFINE_FINAL_TYPE (RkWelcomePage, rk_welcome_page, ADW_TYPE_BIN)

static RkPickerItem *
make_item (RkMunicipality *municipality)
{
  const char *former = rk_municipality_get_former_match (municipality);
  /* Translators: the province and the code of a municipality: "Provincie Vlaams-Brabant · NIS
   * 23106" */
  g_autofree char *place =
      g_strdup_printf (_ ("Province of %s · NIS %s"), rk_municipality_get_province (municipality),
                          rk_municipality_get_nis (municipality));
  g_autofree char *second = NULL;

  if (former != NULL)
    /* Translators: a former name, the name of today and the province of a municipality that merged:
     * "Galmaarden, nu Pajottegem · Provincie Vlaams-Brabant · NIS 23106" */
    second = g_strdup_printf (_ ("%s, now %s · %s"), former,
                                 rk_municipality_get_name (municipality), place);
  return rk_picker_item_new (rk_municipality_get_nis (municipality),
                             rk_municipality_get_name (municipality),
                             second != NULL ? second : place);
}

static GListModel *
search_municipalities (const char *text, gpointer data)
{
  g_autoptr (GListModel) found =
      *text == '\0' ? rk_municipality_list () : rk_municipality_search (text);
  GListStore *items = g_list_store_new (RK_TYPE_PICKER_ITEM);
  guint n = g_list_model_get_n_items (found);
  g_autofree char *count =
      g_strdup_printf (ngettext ("%u municipality found", "%u municipalities found", n), n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RkMunicipality) municipality = g_list_model_get_item (found, i);
      g_autoptr (RkPickerItem) item = make_item (municipality);

      g_list_store_append (items, item);
    }
  rk_announce (data, count);
  return G_LIST_MODEL (items);
}

static const RkEnumValue *
find_types (void)
{
  int at = rk_kind_find_field (&rk_kind_administration, "type");

  return at >= 0 ? rk_kind_administration.fields[at].values : NULL;
}

static void
fill_types (RkWelcomePage *self)
{
  const RkEnumValue *types = find_types ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (const RkEnumValue *type = types; type != NULL && type->value != NULL; type++)
    gtk_string_list_append (labels, _ (type->label));
  gtk_drop_down_set_model (self->type_drop, G_LIST_MODEL (labels));
  gtk_widget_set_visible (self->type_box, types != NULL);
}

/* The digits of a KBO number, or NULL when it is not one. An empty one is "". */
static char *
read_kbo (RkWelcomePage *self)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *c = gtk_editable_get_text (self->kbo_entry); *c != '\0'; c++)
    if (g_ascii_isdigit (*c))
      g_string_append_c (digits, *c);
    else if (strchr (". -/", *c) == NULL)
      return NULL;
  if (digits->len != 0 && digits->len != KBO_DIGITS)
    return NULL;
  return g_strdup (digits->str);
}

static char *
read_name (RkWelcomePage *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->name_entry)));
}

static void
update_cb (RkWelcomePage *self)
{
  g_autofree char *name = read_name (self);

  gtk_widget_set_sensitive (self->begin, rk_picker_get_selected (self->picker) != NULL);
  gtk_widget_set_sensitive (self->begin_manual, *name != '\0');
  gtk_widget_set_visible (self->kbo_message, FALSE);
}

static void
set_up (RkWelcomePage *self, const char *name, const char *type, const char *nis, const char *kbo)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.set-up", "(ssss)", name, type, nis, kbo);
}

static void
begin_manually (RkWelcomePage *self)
{
  const RkEnumValue *types = find_types ();
  guint at = gtk_drop_down_get_selected (self->type_drop);
  g_autofree char *name = read_name (self);
  g_autofree char *kbo = read_kbo (self);

  gtk_widget_set_visible (self->kbo_message, kbo == NULL);
  if (kbo == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->kbo_entry));
  else if (*name != '\0')
    set_up (self, name, types != NULL && at != GTK_INVALID_LIST_POSITION ? types[at].value : "", "",
            kbo);
}

static void
begin_cb (RkWelcomePage *self)
{
  RkPickerItem *item = rk_picker_get_selected (self->picker);
  const RkEnumValue *types = find_types ();

  if (gtk_widget_get_visible (self->manual))
    begin_manually (self);
  else if (item != NULL)
    set_up (self, rk_picker_item_get_title (item), types != NULL ? types[0].value : "",
            rk_picker_item_get_id (item), "");
}

static void
show_manual (RkWelcomePage *self, gboolean manual)
{
  gtk_widget_set_visible (self->choose_box, !manual);
  gtk_widget_set_visible (self->manual, manual);
  gtk_widget_grab_focus (manual ? GTK_WIDGET (self->name_entry)
                                : rk_picker_get_entry (self->picker));
}

static void
chosen_cb (RkWelcomePage *self, RkPickerItem *item)
{
  if (item == NULL)
    {
      if (rk_picker_get_selected (self->picker) == NULL)
        gtk_editable_set_text (self->name_entry, rk_picker_get_text (self->picker));
      show_manual (self, TRUE);
    }
  update_cb (self);
}

static void
choose_again_cb (RkWelcomePage *self)
{
  show_manual (self, FALSE);
}

static void
narrow_cb (RkWelcomePage *self)
{
  gboolean narrow = rk_adaptive_bin_get_size_class (self->adaptive) == RK_SIZE_S;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->choose_box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static gboolean
rk_welcome_page_grab_focus (GtkWidget *widget)
{
  RkWelcomePage *self = RK_WELCOME_PAGE (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->manual)
                                    ? GTK_WIDGET (self->name_entry)
                                    : rk_picker_get_entry (self->picker));
}

static void
rk_welcome_page_class_init (RkWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = rk_welcome_page_grab_focus;
  g_type_ensure (RK_TYPE_ADAPTIVE_BIN);
  g_type_ensure (RK_TYPE_CARD);
  g_type_ensure (RK_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/welcome/rk-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RkWelcomePage, adaptive);
  gtk_widget_class_bind_template_child (widget_class, RkWelcomePage, choose_box);
  gtk_widget_class_bind_template_child (widget_class, RkWelcomePage, picker);
  gtk_widget_class_bind_template_child (widget_class, RkWelcomePage, begin);
  gtk_widget_class_bind_template_child (widget_class, RkWelcomePage, manual);
  gtk_widget_class_bind_template_child (widget_class, RkWelcomePage, name_entry);
  gtk_widget_class_bind_template_child (widget_class, RkWelcomePage, type_box);
  gtk_widget_class_bind_template_child (widget_class, RkWelcomePage, type_drop);
  gtk_widget_class_bind_template_child (widget_class, RkWelcomePage, kbo_entry);
  gtk_widget_class_bind_template_child (widget_class, RkWelcomePage, kbo_message);
  gtk_widget_class_bind_template_child (widget_class, RkWelcomePage, begin_manual);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_again_cb);
}

static void
rk_welcome_page_init (RkWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rk_picker_set_search (self->picker, search_municipalities, self, NULL);
  rk_picker_set_label (self->picker, _ ("Your municipality"));
  rk_picker_set_placeholder (self->picker, _ ("Name of your municipality"));
  rk_picker_set_extra (self->picker, _ ("Fill in another administration yourself"));
  fill_types (self);
  g_signal_connect_swapped (self->adaptive, "notify::narrow", G_CALLBACK (narrow_cb), self);
}

GtkWidget *
rk_welcome_page_new (void)
{
  return g_object_new (RK_TYPE_WELCOME_PAGE, NULL);
}
