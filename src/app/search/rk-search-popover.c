/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-search-popover.h"

#include "rk-search-hits.h"
#include "rk-status-label.h"
#include "rk-text.h"

#include <glib/gi18n.h>

#define HITS_PER_GROUP 5
#define WIDTH 560
#define HEIGHT 480
/* What the window keeps around the popover. */
#define AIR 36

struct _RkSearchPopover
{
  GtkPopover parent_instance;
  RkStore *store;
  RkHitIndex *index; /* (nullable): made when first needed, gone when the workspace changes */
  gboolean all[RK_N_HIT_GROUPS];
  guint idle_id;

  GtkWidget *box;
  GtkEditable *entry;
  GtkStack *stack;
  GtkWidget *scroller;
  GtkListBox *list;
  GtkLabel *nothing;
};

G_DEFINE_FINAL_TYPE (RkSearchPopover, rk_search_popover, GTK_TYPE_POPOVER)

static const char *
get_group_name (RkHitGroup group)
{
  static const char *const names[] = { N_ ("Recently viewed"),
                                       N_ ("Pages and actions"),
                                       N_ ("Applications"),
                                       N_ ("Suppliers"),
                                       N_ ("Interfaces"),
                                       N_ ("Contracts"),
                                       N_ ("Products"),
                                       N_ ("Reference components"),
                                       N_ ("Also in the portfolio"),
                                       N_ ("Surveys"),
                                       N_ ("Questions") };

  return _ (names[group]);
}

static void
forget_index (RkSearchPopover *self)
{
  g_clear_pointer (&self->index, rk_hit_index_free);
}

static RkHitIndex *
get_index (RkSearchPopover *self)
{
  if (self->index == NULL)
    self->index = rk_hit_index_new (self->store);
  return self->index;
}

/* --- rows ---------------------------------------------------------------------------------------
 */

/* @title as markup, with the part that matches bold. */
static char *
mark_match (const char *title, const char *folded)
{
  for (const char *start = title; *folded != '\0' && *start != '\0';
       start = g_utf8_next_char (start))
    {
      g_autofree char *rest = rk_text_fold (start);
      const char *end = start;

      if (!g_str_has_prefix (rest, folded) || !g_unichar_isalnum (g_utf8_get_char (start)))
        continue;
      while (*end != '\0')
        {
          g_autofree char *part = NULL;
          g_autofree char *own = NULL;

          end = g_utf8_next_char (end);
          part = g_strndup (start, (gsize) (end - start));
          own = rk_text_fold (part);
          if (strlen (own) >= strlen (folded))
            break;
        }
      {
        g_autofree char *before = g_markup_escape_text (title, start - title);
        g_autofree char *match = g_markup_escape_text (start, end - start);
        g_autofree char *after = g_markup_escape_text (end, -1);
        return g_strdup_printf ("%s<b>%s</b>%s", before, match, after);
      }
    }
  return g_markup_escape_text (title, -1);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                   "single-line-mode", TRUE, "hexpand", TRUE, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_row (const RkHit *hit, const char *folded)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = make_label (NULL);
  g_autofree char *markup = mark_match (hit->title, folded);
  g_autofree char *name = hit->place != NULL ? g_strdup_printf ("%s, %s", hit->title, hit->place)
                                             : g_strdup (hit->title);

  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_IMAGE, "icon-name", hit->icon, "accessible-role",
                                GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_label_set_markup (GTK_LABEL (title), markup);
  gtk_box_append (GTK_BOX (lines), title);
  if (hit->place != NULL)
    {
      GtkWidget *place = make_label ("rk-caption");
      gtk_label_set_label (GTK_LABEL (place), hit->place);
      gtk_box_append (GTK_BOX (lines), place);
    }
  gtk_box_append (GTK_BOX (box), lines);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row), "group", GUINT_TO_POINTER (hit->group));
  g_object_set_data_full (G_OBJECT (row), "action", g_strdup (hit->action), g_free);
  return row;
}

/* The row that shows the rest of a group. */
static GtkWidget *
make_more_row (RkHitGroup group, guint total)
{
  g_autofree char *label = g_strdup_printf (ngettext ("Show all %u", "Show all %u", total), total);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *child = make_label ("rk-link");

  gtk_label_set_label (GTK_LABEL (child), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (row), "group", GUINT_TO_POINTER (group));
  return row;
}

static RkHitGroup
get_group (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "group"));
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  GtkWidget *label;

  if (before != NULL && get_group (before) == get_group (row))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = make_label ("rk-caption");
  gtk_label_set_label (GTK_LABEL (label), get_group_name (get_group (row)));
  gtk_widget_add_css_class (label, "rk-hit-group");
  gtk_list_box_row_set_header (row, label);
}

/* --- searching
 * ------------------------------------------------------------------------------------ */

static void
clear_list (RkSearchPopover *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
fill_list (RkSearchPopover *self, GPtrArray *hits, const guint *totals, const char *text)
{
  g_autofree char *folded = rk_text_fold (text);
  guint in_group = 0;

  clear_list (self);
  for (guint i = 0; i < hits->len; i++)
    {
      const RkHit *hit = g_ptr_array_index (hits, i);
      const RkHit *next = i + 1 < hits->len ? g_ptr_array_index (hits, i + 1) : NULL;

      in_group++;
      if (totals == NULL || in_group <= HITS_PER_GROUP || self->all[hit->group])
        gtk_list_box_append (self->list, make_row (hit, folded));
      if (next != NULL && next->group == hit->group)
        continue;
      if (totals != NULL && totals[hit->group] > HITS_PER_GROUP && !self->all[hit->group])
        gtk_list_box_append (self->list, make_more_row (hit->group, totals[hit->group]));
      in_group = 0;
    }
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
tell_count (RkSearchPopover *self, guint n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u result", "%u results", n), n);

  rk_announce (gtk_widget_get_parent (GTK_WIDGET (self)), text);
}

static void
search (RkSearchPopover *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_autoptr (GPtrArray) hits = NULL;
  guint totals[RK_N_HIT_GROUPS] = { 0 };

  if (self->store == NULL)
    return;
  if (*text == '\0')
    hits = rk_hit_list_start (get_index (self), self->store);
  else
    hits = rk_hit_search (get_index (self), text, G_MAXUINT, totals);
  fill_list (self, hits, *text != '\0' ? totals : NULL, text);
  if (hits->len == 0)
    {
      g_autofree char *nothing = g_strdup_printf (
          /* Translators: what was searched for */
          _ ("Nothing found for ‘%s’. Check the spelling or search for a part of the word."), text);
      gtk_label_set_label (self->nothing, nothing);
    }
  gtk_stack_set_visible_child_name (self->stack, hits->len > 0 ? "hits" : "nothing");
  if (*text != '\0')
    tell_count (self, hits->len);
}

static void
search_cb (RkSearchPopover *self)
{
  memset (self->all, 0, sizeof self->all);
  search (self);
}

static void
row_activated_cb (RkSearchPopover *self, GtkListBoxRow *row)
{
  g_autofree char *action = g_strdup (g_object_get_data (G_OBJECT (row), "action"));
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (action == NULL)
    {
      self->all[get_group (row)] = TRUE;
      search (self);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self));
  if (g_action_parse_detailed_name (action, &name, &target, NULL))
    gtk_widget_activate_action_variant (parent, name, target);
}

static void
activate_cb (RkSearchPopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    row_activated_cb (self, row);
}

static void
stop_cb (RkSearchPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* The focus stays in the entry: a person may go on typing at any moment. */
static void
move_selection (RkSearchPopover *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  row = gtk_list_box_get_row_at_index (self->list,
                                       row != NULL ? gtk_list_box_row_get_index (row) + by : 0);
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y - AIR,
                               bounds.origin.y + bounds.size.height);
}

static gboolean
key_pressed_cb (RkSearchPopover *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down: move_selection (self, 1); return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up: move_selection (self, -1); return GDK_EVENT_STOP;
    default: return GDK_EVENT_PROPAGATE;
    }
}

/* The window may be narrower than we like to be. */
static void
fit_window (RkSearchPopover *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_widget_set_size_request (self->box, MIN (WIDTH, gtk_widget_get_width (window) - AIR),
                               MIN (HEIGHT, gtk_widget_get_height (window) - 3 * AIR));
}

static gboolean
fill_cb (gpointer data)
{
  RkSearchPopover *self = data;

  self->idle_id = 0;
  search (self);
  return G_SOURCE_REMOVE;
}

static void
rk_search_popover_map (GtkWidget *widget)
{
  RkSearchPopover *self = RK_SEARCH_POPOVER (widget);

  fit_window (self);
  GTK_WIDGET_CLASS (rk_search_popover_parent_class)->map (widget);
  gtk_editable_select_region (self->entry, 0, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  if (self->idle_id == 0)
    self->idle_id = g_idle_add (fill_cb, self);
}

static void
rk_search_popover_dispose (GObject *object)
{
  RkSearchPopover *self = RK_SEARCH_POPOVER (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  rk_search_popover_set_store (self, NULL);
  G_OBJECT_CLASS (rk_search_popover_parent_class)->dispose (object);
}

static void
rk_search_popover_class_init (RkSearchPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_search_popover_dispose;
  widget_class->map = rk_search_popover_map;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/search/rk-search-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RkSearchPopover, box);
  gtk_widget_class_bind_template_child (widget_class, RkSearchPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, RkSearchPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, RkSearchPopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, RkSearchPopover, list);
  gtk_widget_class_bind_template_child (widget_class, RkSearchPopover, nothing);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
rk_search_popover_init (RkSearchPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
}

GtkWidget *
rk_search_popover_new (void)
{
  return g_object_new (RK_TYPE_SEARCH_POPOVER, NULL);
}

void
rk_search_popover_set_store (RkSearchPopover *self, RkStore *store)
{
  g_return_if_fail (RK_IS_SEARCH_POPOVER (self));
  forget_index (self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, forget_index, self);
  g_set_object (&self->store, store);
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (forget_index), self, G_CONNECT_SWAPPED);
}
