/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-picker.h"

#include "rk-editable.h"

/* A person types another letter rather than scroll further than this. */
#define MAX_ROWS 300

struct _RkPicker
{
  AdwBin parent_instance;
  RkPickerSearch search;
  gpointer search_data;
  GDestroyNotify search_destroy;
  RkPickerItem *selected;
  RkPickerItem *extra;
  gboolean quiet;   /* we set the text ourselves */
  guint at;         /* the row that Enter chooses */
  guint below;      /* the row that came below a pointer which did not move */
  gboolean pointed; /* the pointer has moved since the list opened or the last key */

  GtkEntry *entry;
  GtkPopover *popover;
  GtkWidget *scroller;
  GtkListView *list;
  GtkSingleSelection *selection;
  GListStore *rows;
};

G_DEFINE_FINAL_TYPE (RkPicker, rk_picker, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_CLEARED,
  SIGNAL_ACTIVATE,
  SIGNAL_TYPED,
  SIGNAL_UNMATCHED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
set_text (RkPicker *self, const char *text)
{
  self->quiet = TRUE;
  rk_editable_fill (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->quiet = FALSE;
}

static void
fill_rows (RkPicker *self, const char *text)
{
  g_autoptr (GListModel) found =
      self->search != NULL ? self->search (text, self->search_data) : NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; found != NULL && i < MIN (g_list_model_get_n_items (found), MAX_ROWS); i++)
    g_ptr_array_add (items, g_list_model_get_item (found, i));
  if (self->extra != NULL)
    g_ptr_array_add (items, g_object_ref (self->extra));
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       items->pdata, items->len);
}

static void
select_row (RkPicker *self, guint position)
{
  self->at = position;
  self->below = GTK_INVALID_LIST_POSITION;
  self->pointed = FALSE;
  gtk_single_selection_set_selected (self->selection, position);
}

/* The list selects the row that comes below the pointer, also when that only stands there while the
 * list opens or scrolls by a key: Enter would then choose what nobody pointed at. */
static void
selected_cb (RkPicker *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (self->pointed)
    self->at = position;
  else if (position != self->at && self->at < g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
    {
      self->below = position;
      gtk_single_selection_set_selected (self->selection, self->at);
    }
}

static void
pointer_moved_cb (RkPicker *self)
{
  if (self->pointed)
    return;
  self->pointed = TRUE;
  if (self->below != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, self->below);
}

static void
open_list (RkPicker *self, const char *text)
{
  fill_rows (self, text);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) == 0)
    {
      gtk_popover_popdown (self->popover);
      return;
    }
  select_row (self, 0);
  gtk_widget_set_size_request (self->scroller, gtk_widget_get_width (GTK_WIDGET (self->entry)), -1);
  gtk_popover_popup (self->popover);
  gtk_popover_present (self->popover); /* as high as its rows are now */
}

static gboolean
is_open (RkPicker *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->popover));
}

static void
choose (RkPicker *self, RkPickerItem *item)
{
  gtk_popover_popdown (self->popover);
  if (item != self->extra)
    rk_picker_set_selected (self, item);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, item == self->extra ? NULL : item);
}

static void
choose_position (RkPicker *self, guint position)
{
  g_autoptr (RkPickerItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (item != NULL)
    choose (self, item);
}

static void
restore (RkPicker *self)
{
  gtk_popover_popdown (self->popover);
  if (self->selected != NULL)
    set_text (self, rk_picker_item_get_title (self->selected));
}

/* The whole title typed is as good as a choice from the list. */
static gboolean
choose_exact (RkPicker *self, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  fill_rows (self, text);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (RkPickerItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      g_autofree char *title = g_utf8_casefold (rk_picker_item_get_title (item), -1);

      if (item != self->extra && g_str_equal (title, folded))
        {
          choose (self, item);
          return TRUE;
        }
    }
  return FALSE;
}

static void
text_changed_cb (RkPicker *self)
{
  if (self->quiet)
    return;
  open_list (self, rk_picker_get_text (self));
  g_signal_emit (self, signals[SIGNAL_TYPED], 0);
}

static void
icon_pressed_cb (RkPicker *self)
{
  if (is_open (self))
    gtk_popover_popdown (self->popover);
  else
    open_list (self, "");
}

static void
clicked_cb (RkPicker *self)
{
  if (!is_open (self))
    open_list (self, self->selected == NULL ? rk_picker_get_text (self) : "");
}

/* What is not in the list is the caller's to keep; else what was chosen comes back. */
static void
leave_unmatched (RkPicker *self, const char *text)
{
  g_autofree char *typed = g_strdup (text);
  gboolean kept = FALSE;

  g_signal_emit (self, signals[SIGNAL_UNMATCHED], 0, typed, &kept);
  if (!kept)
    restore (self);
}

void
rk_picker_leave (RkPicker *self)
{
  const char *text;

  g_return_if_fail (RK_IS_PICKER (self));
  text = rk_picker_get_text (self);
  gtk_popover_popdown (self->popover);
  if (self->selected != NULL && g_str_equal (text, rk_picker_item_get_title (self->selected)))
    return;
  if (*text == '\0')
    {
      g_clear_object (&self->selected);
      g_signal_emit (self, signals[SIGNAL_CLEARED], 0);
    }
  else if (!choose_exact (self, text))
    leave_unmatched (self, text);
}

static void
move_selection (RkPicker *self, int by)
{
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  int at = (int) self->at;

  if (!is_open (self))
    {
      open_list (self, self->selected == NULL ? rk_picker_get_text (self) : "");
      return;
    }
  at = CLAMP (at + by, 0, n - 1);
  select_row (self, (guint) at);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", (guint) at);
}

static gboolean
accept (RkPicker *self)
{
  if (is_open (self))
    choose_position (self, self->at);
  else
    g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (RkPicker *self, guint key, guint code, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down: move_selection (self, 1); return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up: move_selection (self, -1); return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down: move_selection (self, 7); return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up: move_selection (self, -7); return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter: return accept (self);
    case GDK_KEY_Escape:
      if (!is_open (self))
        return GDK_EVENT_PROPAGATE;
      restore (self);
      return GDK_EVENT_STOP;
    default: return GDK_EVENT_PROPAGATE;
    }
}

static void
row_activated_cb (RkPicker *self, guint position)
{
  choose_position (self, position);
}

static GtkWidget *
make_line (const char *css_class)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
setup_row_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), make_line (NULL));
  gtk_box_append (GTK_BOX (box), make_line ("rk-caption"));
  gtk_list_item_set_child (item, box);
}

static void
bind_row_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  RkPickerItem *shown = gtk_list_item_get_item (item);
  GtkWidget *title = gtk_widget_get_first_child (box);
  GtkWidget *subtitle = gtk_widget_get_last_child (box);

  const char *second = rk_picker_item_get_subtitle (shown);
  g_autofree char *name = second != NULL
                              ? g_strdup_printf ("%s, %s", rk_picker_item_get_title (shown), second)
                              : g_strdup (rk_picker_item_get_title (shown));

  gtk_widget_set_tooltip_text (box, name);
  gtk_label_set_label (GTK_LABEL (title), rk_picker_item_get_title (shown));
  gtk_label_set_label (GTK_LABEL (subtitle), second != NULL ? second : "");
  gtk_widget_set_visible (subtitle, second != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
rk_picker_dispose (GObject *object)
{
  RkPicker *self = RK_PICKER (object);

  if (self->search_destroy != NULL)
    self->search_destroy (self->search_data);
  self->search = NULL;
  self->search_destroy = NULL;
  g_clear_object (&self->selected);
  g_clear_object (&self->extra);
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  G_OBJECT_CLASS (rk_picker_parent_class)->dispose (object);
}

static void
rk_picker_class_init (RkPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_picker_dispose;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", RK_TYPE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, RK_TYPE_PICKER_ITEM);
  signals[SIGNAL_CLEARED] = g_signal_new ("cleared", RK_TYPE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TYPED] = g_signal_new ("typed", RK_TYPE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_UNMATCHED] = g_signal_new ("unmatched", RK_TYPE_PICKER, G_SIGNAL_RUN_LAST, 0,
                                            g_signal_accumulator_true_handled, NULL, NULL,
                                            G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", RK_TYPE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (RK_TYPE_PICKER_ITEM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/widgets/rk-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, RkPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, RkPicker, popover);
  gtk_widget_class_bind_template_child (widget_class, RkPicker, scroller);
  gtk_widget_class_bind_template_child (widget_class, RkPicker, list);
  gtk_widget_class_bind_template_child (widget_class, RkPicker, selection);
  gtk_widget_class_bind_template_child (widget_class, RkPicker, rows);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, icon_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, pointer_moved_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "focus_left_cb",
                                                G_CALLBACK (rk_picker_leave));
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
}

static void
rk_picker_init (RkPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
}

GtkWidget *
rk_picker_new (void)
{
  return g_object_new (RK_TYPE_PICKER, NULL);
}

void
rk_picker_set_search (RkPicker *self, RkPickerSearch search, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (RK_IS_PICKER (self));
  if (self->search_destroy != NULL)
    self->search_destroy (self->search_data);
  self->search = search;
  self->search_data = data;
  self->search_destroy = destroy;
}

void
rk_picker_set_label (RkPicker *self, const char *label)
{
  g_return_if_fail (RK_IS_PICKER (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

void
rk_picker_set_placeholder (RkPicker *self, const char *text)
{
  g_return_if_fail (RK_IS_PICKER (self));
  gtk_entry_set_placeholder_text (self->entry, text);
}

void
rk_picker_set_extra (RkPicker *self, const char *label)
{
  g_return_if_fail (RK_IS_PICKER (self));
  g_clear_object (&self->extra);
  if (label != NULL)
    self->extra = rk_picker_item_new (NULL, label, NULL);
}

RkPickerItem *
rk_picker_get_selected (RkPicker *self)
{
  g_return_val_if_fail (RK_IS_PICKER (self), NULL);
  return self->selected;
}

void
rk_picker_set_selected (RkPicker *self, RkPickerItem *item)
{
  g_return_if_fail (RK_IS_PICKER (self));
  g_set_object (&self->selected, item);
  set_text (self, item != NULL ? rk_picker_item_get_title (item) : "");
}

void
rk_picker_show_text (RkPicker *self, const char *text)
{
  g_return_if_fail (RK_IS_PICKER (self));
  g_clear_object (&self->selected);
  if (!g_str_equal (text, rk_picker_get_text (self)))
    set_text (self, text);
}

const char *
rk_picker_get_text (RkPicker *self)
{
  g_return_val_if_fail (RK_IS_PICKER (self), NULL);
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

GtkWidget *
rk_picker_get_entry (RkPicker *self)
{
  g_return_val_if_fail (RK_IS_PICKER (self), NULL);
  return GTK_WIDGET (self->entry);
}
