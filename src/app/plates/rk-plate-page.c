/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-plate-page-private.h"

#include "rk-change.h"
#include "rk-format.h"
#include "rk-page.h"
#include "rk-plot.h"
#include "rk-refresh.h"
#include "rk-status-label.h"
#include "rk-toast.h"
#include "rk-wrap-box.h"

#include <glib/gi18n.h>
#include <string.h>

#define PATIENCE 300   /* milliseconds without a spinner */
#define SAVE_PAUSE 400 /* milliseconds after the last move */
#define SIDE_WIDTH 256
#define SHEET_HEIGHT 300

G_DEFINE_FINAL_TYPE (RkPlatePage, rk_plate_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  PROP_AS_LIST
} RkPlatePageProps;
static GParamSpec *props[PROP_AS_LIST + 1];

static gboolean
save_cb (gpointer data)
{
  RkPlatePage *self = data;

  self->save_id = 0;
  rk_plate_page_save (self);
  return G_SOURCE_REMOVE;
}

void
rk_plate_page_queue_save (RkPlatePage *self)
{
  if (self->drawing == NULL)
    return;
  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add (SAVE_PAUSE, save_cb, self);
}

/* --- layout ---------------------------------------------------------------------------------- */

/* At S the buttons stand on the last line of the tools; else at the end of the bar. */
static void
place_buttons (RkPlatePage *self, gboolean narrow)
{
  GtkWidget *wanted = narrow ? self->tools : self->toolbar;

  if (gtk_widget_get_parent (self->buttons) == wanted)
    return;
  g_object_ref (self->buttons);
  gtk_widget_unparent (self->buttons);
  if (narrow)
    rk_wrap_box_append (RK_WRAP_BOX (self->tools), self->buttons);
  else
    gtk_box_append (GTK_BOX (self->toolbar), self->buttons);
  g_object_unref (self->buttons);
}

/* L: the legend stands beside the plate; else it is a sheet that comes from below. */
static void
arrange (RkPlatePage *self)
{
  RkSizeClass size = rk_adaptive_bin_get_size_class (self->bin);
  gboolean wide = size >= RK_SIZE_L, sheet = !wide;
  int width = (int) (SIDE_WIDTH * rk_text_scale (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->flap),
                                  wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  adw_flap_set_fold_policy (self->flap, ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_reveal_flap (self->flap, wide);
  gtk_widget_set_size_request (self->side, wide ? width : -1, sheet ? SHEET_HEIGHT : -1);
  gtk_widget_set_visible (self->map_box, wide);
  gtk_widget_set_visible (GTK_WIDGET (self->legend_button), sheet);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), size != RK_SIZE_S);
  place_buttons (self, size == RK_SIZE_S);
  gtk_widget_set_visible (self->zoom_out, size != RK_SIZE_S);
  gtk_widget_set_visible (self->zoom_in, size != RK_SIZE_S);
  gtk_widget_set_visible (self->zoom, size != RK_SIZE_S);
  adw_button_content_set_label (self->export_content, size >= RK_SIZE_L ? _ ("Export") : "");
}

static void
fill_hint (RkPlatePage *self)
{
  guint n = rk_plate_drawing_get_n_components (self->drawing);
  /* Translators: a hint under a plate: what the keys do. */
  const char *keys = _ ("arrows: move · Enter: open · + and −: zoom");
  g_autofree char *count =
      g_strdup_printf (ngettext ("%u reference component", "%u reference components", n), n);
  g_autofree char *text = n > 0 ? g_strdup_printf ("%s · %s", count, keys) : g_strdup (keys);

  gtk_label_set_label (self->hint, text);
}

static void
scale_changed_cb (RkPlatePage *self)
{
  g_autofree char *text = rk_format_percent (100 * rk_plate_canvas_get_zoom (self->canvas), 0);
  g_autofree char *name = g_strdup_printf (_ ("Zoom: %s"), text);

  gtk_label_set_label (self->zoom_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->zoom), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/* --- loading --------------------------------------------------------------------------------- */

static void
set_texts (RkPlatePage *self, const char *title, const char *subtitle)
{
  if (g_strcmp0 (self->title, title) == 0 && g_strcmp0 (self->subtitle, subtitle) == 0)
    return;
  g_free (self->title);
  g_free (self->subtitle);
  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}

static gboolean
is_list_shown (RkPlatePage *self)
{
  return self->stack != NULL &&
         g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "list") == 0;
}

/* The box with this node id: -1: it is not there. */
static int
find_box (RkPlatePage *self, const char *id)
{
  guint n = rk_plate_drawing_get_n_boxes (self->drawing);

  for (guint i = 0; id != NULL && i < n; i++)
    if (g_str_equal (rk_plate_drawing_get_box (self->drawing, i)->id, id))
      return (int) i;
  return -1;
}

static void
show_selection (RkPlatePage *self)
{
  rk_plate_selection_show (self->selection, self->drawing, rk_plate_canvas_get_box (self->canvas));
}

static void
search (RkPlatePage *self)
{
  const char *text = gtk_editable_get_text (self->search);

  g_clear_pointer (&self->matches, g_array_unref);
  g_free (self->searched);
  self->searched = g_strdup (text);
  if (*text != '\0' && self->drawing != NULL)
    self->matches = rk_plate_drawing_search (self->drawing, text);
  if (self->drawing != NULL)
    rk_plate_canvas_set_matches (self->canvas, self->matches);
}

static void
show_drawing (RkPlatePage *self, RkPlateDrawing *drawing)
{
  gboolean first = self->drawing == NULL;
  int old = rk_plate_canvas_get_box (self->canvas);
  g_autofree char *stood_on =
      !first && old >= 0 ? g_strdup (rk_plate_drawing_get_box (self->drawing, (guint) old)->id)
                         : NULL;

  g_set_object (&self->drawing, drawing);
  rk_plate_canvas_set_drawing (self->canvas, drawing, !first);
  rk_plate_legend_set_drawing (self->legend, drawing,
                               rk_plate_page_get_moment (self) == RK_PLATE_DIFFERENCE
                               ? _ ("difference")
                               : rk_lens_get_label (rk_plate_page_get_lens (self)));
  rk_plate_canvas_set_rows (self->canvas, rk_plate_legend_get_rows (self->legend));
  if (is_list_shown (self))
    rk_plate_table_set_drawing (self->table, drawing);
  if (first)
    rk_plate_page_look_back (self);
  else if (old >= 0)
    rk_plate_canvas_set_box (self->canvas, find_box (self, stood_on));
  search (self);
  show_selection (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->minimap));
  fill_hint (self);
  scale_changed_cb (self);
  if (!is_list_shown (self))
    gtk_stack_set_visible_child_name (self->stack, "plate");
  if (first && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
stop_waiting (RkPlatePage *self)
{
  g_clear_handle_id (&self->spinner_id, g_source_remove);
  gtk_spinner_stop (self->spinner);
}

static void
show_failure (RkPlatePage *self, const GError *error)
{
  if (self->drawing != NULL)
    {
      rk_banner_show (self->banner, RK_BANNER_ERROR, error->message, NULL, NULL);
      return;
    }
  g_object_set (self->failed, "icon-name", "rk-plate-symbolic", "title",
                _ ("This plate cannot be shown"), "description", error->message, NULL);
  rk_empty_set_button (self->failed, _ ("To all plates"), "win.show-page::plates");
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RkPlatePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RkPlateAnswer) answer = rk_plate_source_draw_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->source == NULL)
    return;
  stop_waiting (self);
  if (answer == NULL)
    {
      show_failure (self, error);
      return;
    }
  rk_banner_hide (self->banner);
  set_texts (self, answer->name, answer->source);
  show_drawing (self, answer->drawing);
}

static gboolean
spin_cb (gpointer data)
{
  RkPlatePage *self = data;

  self->spinner_id = 0;
  gtk_spinner_start (self->spinner);
  return G_SOURCE_REMOVE;
}

void
rk_plate_page_load (RkPlatePage *self)
{
  RkPlateRequest request = { .plate = self->plate,
                             .lens = rk_plate_page_get_lens (self),
                             .moment = rk_plate_page_get_moment (self),
                             .date = self->date };

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (self->drawing == NULL && self->spinner_id == 0)
    self->spinner_id = g_timeout_add (PATIENCE, spin_cb, self);
  rk_plate_source_draw_async (self->source, &request, self->cancellable, drawn_cb,
                              g_object_ref (self));
}

static void
refresh (GtkWidget *widget)
{
  rk_plate_page_load (RK_PLATE_PAGE (widget));
}

/* --- search ---------------------------------------------------------------------------------- */

/* "3 of 12", or how many there are. */
static void
show_match (RkPlatePage *self)
{
  guint n = self->matches != NULL ? self->matches->len : 0;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->matches_label), self->matches != NULL);
  if (self->match < n)
    /* Translators: which of the results of a search one looks at, and how many there are. */
    text = g_strdup_printf (_ ("%u of %u"), self->match + 1, n);
  else
    text = g_strdup_printf (ngettext ("%u result", "%u results", n), n);
  gtk_label_set_label (self->matches_label, text);
}

static void
search_changed_cb (RkPlatePage *self)
{
  if (g_strcmp0 (gtk_editable_get_text (self->search), self->searched) == 0)
    return; /* Enter was earlier */
  search (self);
  self->match = G_MAXUINT;
  show_match (self);
  if (self->matches != NULL)
    rk_announce (GTK_WIDGET (self), gtk_label_get_label (self->matches_label));
}

static void
go_to_match (RkPlatePage *self, int by)
{
  int n, match;

  /* Enter may come before the entry told of the last letters. */
  search_changed_cb (self);
  n = self->matches != NULL ? (int) self->matches->len : 0;
  match = self->match < (guint) n ? (int) self->match + by : by > 0 ? 0 : n - 1;

  if (n == 0)
    return;
  self->match = (guint) ((match + n) % n);
  rk_plate_canvas_set_box (self->canvas, g_array_index (self->matches, int, self->match));
  show_match (self);
}

static void
next_match_cb (RkPlatePage *self)
{
  go_to_match (self, 1);
}

static void
previous_match_cb (RkPlatePage *self)
{
  go_to_match (self, -1);
}

static void
stop_search_cb (RkPlatePage *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (RK_PLATE_PAGE (widget)->search));
}

/* --- boxes ----------------------------------------------------------------------------------- */

static void
box_changed_cb (RkPlatePage *self)
{
  if (self->drawing == NULL)
    return;
  show_selection (self);
  rk_plate_page_queue_save (self);
}

static void
rows_changed_cb (RkPlatePage *self)
{
  guint64 rows = rk_plate_legend_get_rows (self->legend);

  rk_plate_canvas_set_rows (self->canvas, rows);
  rk_announce (GTK_WIDGET (self), rows == 0 ? _ ("All applications are shown.")
                                            : _ ("Only the applications of these rows are shown."));
}

/* On a sheet the chosen box is what one asked for; the legend stands above it. */
static gboolean
scroll_to_selection_cb (gpointer data)
{
  RkPlatePage *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->side_scroller);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (self->selection),
                                 gtk_widget_get_parent (GTK_WIDGET (self->selection)), &bounds))
    gtk_adjustment_set_value (adjustment, bounds.origin.y);
  return G_SOURCE_REMOVE;
}

static void
box_activated_cb (RkPlatePage *self, guint box)
{
  gboolean pointer = !gtk_widget_has_visible_focus (GTK_WIDGET (self->canvas));

  adw_flap_set_reveal_flap (self->flap, TRUE);
  if (!pointer)
    rk_plate_selection_focus (self->selection);
  if (rk_adaptive_bin_get_size_class (self->bin) < RK_SIZE_L)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, scroll_to_selection_cb, g_object_ref (self),
                     g_object_unref);
}

/* To the one record there is; when there are more, one chooses. */
static void
record_activated_cb (RkPlatePage *self, guint box)
{
  const RkPlateBox *at = rk_plate_drawing_get_box (self->drawing, box);

  if (at->view != NULL)
    {
      g_autofree char *plate = g_strconcat ("view/", at->view, NULL);

      rk_plate_page_open (GTK_WIDGET (self), plate);
      return;
    }
  if (at->n_chips == 1)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ss)", "application",
                                  at->chips[0].application);
      return;
    }
  adw_flap_set_reveal_flap (self->flap, TRUE);
  rk_plate_selection_focus (self->selection);
}

/* From the table back to the plate, on the box of the row. */
static void
table_box_cb (RkPlatePage *self, guint box)
{
  g_object_set (self, "as-list", FALSE, NULL);
  rk_plate_canvas_set_box (self->canvas, (int) box);
}

/* --- actions --------------------------------------------------------------------------------- */

static void
zoom_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rk_plate_canvas_zoom_by (RK_PLATE_PAGE (widget)->canvas, 1);
}

static void
zoom_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rk_plate_canvas_zoom_by (RK_PLATE_PAGE (widget)->canvas, -1);
}

static void
zoom_normal_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rk_plate_canvas_zoom_to (RK_PLATE_PAGE (widget)->canvas, 1);
}

static void
fit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rk_plate_canvas_fit (RK_PLATE_PAGE (widget)->canvas);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rk_plate_page_open (widget, g_variant_get_string (parameter, NULL));
}

static void
complain_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rk_banner_show (RK_PLATE_PAGE (widget)->banner, RK_BANNER_ERROR,
                  g_variant_get_string (parameter, NULL), NULL, NULL);
}

static const char *
get_own_id (RkPlatePage *self)
{
  return g_str_has_prefix (self->plate, "own/") ? self->plate + strlen ("own/") : NULL;
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *location =
      g_strconcat ("plate-editor:", get_own_id (RK_PLATE_PAGE (widget)), NULL);

  gtk_widget_activate_action (widget, "win.open-location", "s", location);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkPlatePage *self = RK_PLATE_PAGE (widget);
  /* Translators: %s is the name of a plate. */
  g_autofree char *label = g_strdup_printf (_ ("Delete the plate %s"), self->title);
  g_autofree char *done = g_strdup_printf (_ ("Plate %s deleted"), self->title);
  g_autoptr (RkStore) store = g_object_ref (self->store); /* the page goes */
  g_autoptr (RkChange) change = rk_change_new (store, label);
  g_autoptr (GError) error = NULL;
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));

  rk_change_delete (change, "plate", get_own_id (self));
  if (!rk_change_apply (change, &error))
    {
      rk_banner_show (self->banner, RK_BANNER_ERROR, error->message, NULL, NULL);
      return;
    }
  gtk_widget_activate_action (window, "win.show-page", "s", "plates");
  rk_toast_show_undo (window, store, done);
}

/* From the plate to the legend and the chosen box, and on to the next pane of the window. */
static void
next_pane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkPlatePage *self = RK_PLATE_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  gboolean in_side = focus != NULL && gtk_widget_is_ancestor (focus, self->side);

  if (!in_side && gtk_widget_get_mapped (self->side) &&
      gtk_widget_child_focus (self->side, GTK_DIR_TAB_FORWARD))
    return;
  gtk_widget_activate_action (widget, "win.next-pane", NULL);
}

static void
set_as_list (RkPlatePage *self, gboolean as_list)
{
  if (self->drawing == NULL || is_list_shown (self) == as_list)
    return;
  if (as_list)
    rk_plate_table_set_drawing (self->table, self->drawing);
  gtk_stack_set_visible_child_name (self->stack, as_list ? "list" : "plate");
  gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AS_LIST]);
}

/* --- widget ---------------------------------------------------------------------------------- */

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RkPlatePage *self = RK_PLATE_PAGE (object);

  switch ((RkPlatePageProps) id)
    {
    case PROP_TITLE: g_value_set_string (value, self->title); break;
    case PROP_SUBTITLE: g_value_set_string (value, self->subtitle); break;
    case PROP_AS_LIST: g_value_set_boolean (value, is_list_shown (self)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((RkPlatePageProps) id)
    {
    case PROP_AS_LIST: set_as_list (RK_PLATE_PAGE (object), g_value_get_boolean (value)); break;
    case PROP_TITLE:
    case PROP_SUBTITLE:
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dispose (GObject *object)
{
  RkPlatePage *self = RK_PLATE_PAGE (object);

  if (self->save_id != 0)
    rk_plate_page_save (self);
  g_clear_handle_id (&self->save_id, g_source_remove);
  g_clear_handle_id (&self->spinner_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->matches, g_array_unref);
  g_clear_object (&self->drawing);
  g_clear_object (&self->source);
  g_clear_object (&self->store);
  g_clear_pointer (&self->plate, g_free);
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->wanted_box, g_free);
  g_clear_pointer (&self->searched, g_free);
  G_OBJECT_CLASS (rk_plate_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "plate.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (klass, "plate.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (klass, "plate.zoom-normal", NULL, zoom_normal_action);
  gtk_widget_class_install_action (klass, "plate.fit", NULL, fit_action);
  gtk_widget_class_install_action (klass, "plate.next-lens", NULL, rk_plate_page_next_lens);
  gtk_widget_class_install_action (klass, "plate.search", NULL, search_action);
  gtk_widget_class_install_action (klass, "plate.complain", "s", complain_action);
  gtk_widget_class_install_action (klass, "plate.edit", NULL, edit_action);
  gtk_widget_class_install_action (klass, "plate.delete", NULL, delete_action);
  gtk_widget_class_install_action (klass, "plate.next-pane", NULL, next_pane_action);
  gtk_widget_class_install_action (klass, "plates.open", "s", open_action);
  gtk_widget_class_install_property_action (klass, "plate.as-list", "as-list");
  gtk_widget_class_add_binding_action (klass, GDK_KEY_f, GDK_CONTROL_MASK, "plate.search", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_l, GDK_CONTROL_MASK, "plate.as-list", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F6, 0, "plate.next-pane", NULL);
  rk_plate_page_install_exports (klass);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, RkPlatePage, bin);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, banner);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, toolbar);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, tools);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, buttons);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, lens);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, now);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, then);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, difference);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, date_button);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, date_entry);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, calendar);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, search);
  gtk_widget_class_bind_template_child_full (klass, "matches", FALSE,
                                             G_STRUCT_OFFSET (RkPlatePage, matches_label));
  gtk_widget_class_bind_template_child (klass, RkPlatePage, zoom_box);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, zoom_out);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, zoom);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, zoom_in);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, zoom_label);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, own_menu);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, export_content);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, legend_button);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, stack);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, spinner);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, flap);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, side);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, side_scroller);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, map_box);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, canvas);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, hint);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, legend);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, selection);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, minimap);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, table);
  gtk_widget_class_bind_template_child (klass, RkPlatePage, failed);
  gtk_widget_class_bind_template_callback (klass, arrange);
  gtk_widget_class_bind_template_callback (klass, rk_plate_page_lens_chosen);
  gtk_widget_class_bind_template_callback (klass, rk_plate_page_moment_chosen);
  gtk_widget_class_bind_template_callback (klass, rk_plate_page_day_chosen);
  gtk_widget_class_bind_template_callback (klass, rk_plate_page_date_typed);
  gtk_widget_class_bind_template_callback (klass, search_changed_cb);
  gtk_widget_class_bind_template_callback (klass, next_match_cb);
  gtk_widget_class_bind_template_callback (klass, previous_match_cb);
  gtk_widget_class_bind_template_callback (klass, stop_search_cb);
  gtk_widget_class_bind_template_callback (klass, box_changed_cb);
  gtk_widget_class_bind_template_callback (klass, scale_changed_cb);
  gtk_widget_class_bind_template_callback (klass, rk_plate_page_queue_save);
  gtk_widget_class_bind_template_callback (klass, box_activated_cb);
  gtk_widget_class_bind_template_callback (klass, record_activated_cb);
  gtk_widget_class_bind_template_callback (klass, rows_changed_cb);
  gtk_widget_class_bind_template_callback (klass, table_box_cb);
}

static void
rk_plate_page_class_init (RkPlatePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RK_TYPE_ADAPTIVE_BIN);
  g_type_ensure (RK_TYPE_BANNER);
  g_type_ensure (RK_TYPE_EMPTY);
  g_type_ensure (RK_TYPE_WRAP_BOX);
  g_type_ensure (RK_TYPE_PLATE_CANVAS);
  g_type_ensure (RK_TYPE_PLATE_LEGEND);
  g_type_ensure (RK_TYPE_PLATE_MINIMAP);
  g_type_ensure (RK_TYPE_PLATE_SELECTION);
  g_type_ensure (RK_TYPE_PLATE_TABLE);
  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->dispose = dispose;

  props[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_SUBTITLE] =
      g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_AS_LIST] =
      g_param_spec_boolean ("as-list", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/plates/rk-plate-page.ui");
  bind_children (widget_class);
}

static void
rk_plate_page_init (RkPlatePage *self)
{
  self->match = G_MAXUINT;
  self->setting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->date = rk_plate_page_make_date ();
  rk_plate_minimap_set_canvas (self->minimap, self->canvas);
  rk_plate_page_set_up_lenses (self);
  arrange (self);
  rk_plate_page_show_date (self);
  self->setting = FALSE;
}

GtkWidget *
rk_plate_page_new (RkStore *store, const char *plate)
{
  RkPlatePage *self = g_object_new (RK_TYPE_PLATE_PAGE, NULL);

  self->store = g_object_ref (store);
  self->source = rk_plate_source_get (store);
  self->plate = g_strdup (plate);
  if (get_own_id (self) != NULL)
    rk_page_set_menu (GTK_WIDGET (self), self->own_menu);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plate.edit", get_own_id (self) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plate.delete", get_own_id (self) != NULL);
  rk_plate_selection_set_store (self->selection, store);
  self->setting = TRUE;
  rk_plate_page_restore (self);
  rk_plate_page_show_date (self);
  self->setting = FALSE;
  rk_refresh_on_change (GTK_WIDGET (self), store, refresh);
  return GTK_WIDGET (self);
}

void
rk_plate_page_open (GtkWidget *from, const char *plate)
{
  g_autofree char *escaped = g_uri_escape_string (plate, "/", FALSE);
  g_autofree char *location = g_strconcat ("plate:", escaped, NULL);

  gtk_widget_activate_action (from, "win.open-location", "s", location);
}
