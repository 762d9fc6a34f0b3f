/* SPDX-License-Identifier: EUPL-1.2 */
/* The frame of the runner: which section is open, where the focus is, what the header says. Only
 * the open section has widgets, and in "everything under each other" those near the view. */
#include "config.h"

#include "rk-runner-page-private.h"

#include "rk-audit.h"
#include "rk-focus-air.h"
#include "rk-note-popover.h"
#include "rk-questions.h"
#include "rk-section-row.h"
#include "rk-status-label.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

#define REVEAL_DELAY_MS 30
#define REVEAL_TRIES 60

G_DEFINE_FINAL_TYPE (RkRunnerPage, rk_runner_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_MODE = 1,
  PROP_LANGUAGE
} RkRunnerPageProps;
static GParamSpec *props[PROP_LANGUAGE + 1];

/* What the menu and the workspace call them. */
static const char *const mode_names[] = { "section", "all", "open", "pages" };

/* --- finding ---------------------------------------------------------------------------------- */

static RkSectionView *
find_view (RkRunnerPage *self, RkSection *section)
{
  for (guint i = 0; i < self->views->len; i++)
    if (rk_section_view_get_section (g_ptr_array_index (self->views, i)) == section)
      return g_ptr_array_index (self->views, i);
  return NULL;
}

RkQuestionCard *
rk_runner_page_find_card (RkRunnerPage *self, const char *question_id)
{
  g_autoptr (RkSection) section = NULL;
  g_autoptr (RkQuestion) question = rk_questions_find (self->sections, question_id, &section);
  RkSectionView *view = section != NULL ? find_view (self, section) : NULL;

  return view != NULL ? rk_section_view_find (view, question) : NULL;
}

/* The field with the focus is left as if the focus went away: nothing typed stays behind. */
void
rk_runner_page_leave_card (RkRunnerPage *self)
{
  RkQuestionCard *card =
      self->question_id != NULL ? rk_runner_page_find_card (self, self->question_id) : NULL;

  if (card != NULL)
    rk_question_card_leave (card);
  rk_autosave_flush (self->autosave);
}

/* --- sections --------------------------------------------------------------------------------- */

static void
question_focused_cb (RkRunnerPage *self, RkQuestion *question)
{
  g_autoptr (RkSection) section = NULL;
  g_autoptr (RkQuestion) found =
      rk_questions_find (self->sections, rk_question_get_id (question), &section);

  rk_response_visit (self->response, rk_question_get_node (question));
  g_free (self->question_id);
  self->question_id = g_strdup (rk_question_get_id (question));
  if (section != NULL && section != self->current)
    {
      g_set_object (&self->current, section);
      rk_runner_frame_show (self);
    }
  rk_runner_state_touch (self);
}

/* A popover that goes with its button while it is open leaves the window without keys. */
static void
close_popovers (GtkWidget *widget)
{
  if (GTK_IS_POPOVER (widget) && gtk_widget_get_visible (widget))
    gtk_popover_popdown (GTK_POPOVER (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    close_popovers (child);
}

static void
clear_views (RkRunnerPage *self)
{
  GtkWidget *child;

  close_popovers (GTK_WIDGET (self->views_box));
  g_ptr_array_set_size (self->views, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->views_box))) != NULL)
    gtk_box_remove (self->views_box, child);
}

/* What lies above the view may grow without moving what one looks at. */
static void
grown_cb (RkRunnerPage *self, GtkWidget *place, int height)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t bounds;

  if (height == 0 || !gtk_widget_compute_bounds (place, GTK_WIDGET (self->scroller), &bounds) ||
      bounds.origin.y >= 0)
    return;
  gtk_adjustment_set_upper (adjustment, gtk_adjustment_get_upper (adjustment) + height);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + height);
}

static RkSectionView *
add_view (RkRunnerPage *self, RkSection *section, RkSectionShow show)
{
  GtkWidget *view = rk_section_view_new (self->autosave, section, show, self->page);

  rk_section_view_set_size_class (RK_SECTION_VIEW (view),
                                  rk_adaptive_bin_get_size_class (self->content));
  if (g_hash_table_contains (self->left, rk_section_get_id (section)))
    rk_section_view_show_open (RK_SECTION_VIEW (view), TRUE);
  g_signal_connect_swapped (view, "focused", G_CALLBACK (question_focused_cb), self);
  g_signal_connect_swapped (view, "grown", G_CALLBACK (grown_cb), self);
  g_ptr_array_add (self->views, view);
  gtk_box_append (self->views_box, view);
  return RK_SECTION_VIEW (view);
}

/* What is near the view has widgets; in "everything", sections far away only have their height. */
static void
fill_near (RkRunnerPage *self)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self->scroller));

  for (guint i = 0; i < self->views->len; i++)
    {
      GtkWidget *view = g_ptr_array_index (self->views, i);
      graphene_rect_t bounds;
      double top, bottom;

      if (!gtk_widget_compute_bounds (view, GTK_WIDGET (self->scroller), &bounds))
        continue;
      top = bounds.origin.y;
      bottom = top + bounds.size.height;
      if (bottom > -height && top < 2 * height)
        {
          rk_section_view_fill (RK_SECTION_VIEW (view));
          rk_section_view_fill_between (RK_SECTION_VIEW (view), GTK_WIDGET (self->scroller),
                                        -height, 2 * height);
        }
      else if (self->mode == RK_RUNNER_ALL && (bottom < -3 * height || top > 4 * height) &&
               gtk_widget_get_focus_child (view) == NULL)
        rk_section_view_drop (RK_SECTION_VIEW (view));
    }
}

static void
build_views (RkRunnerPage *self)
{
  clear_views (self);
  if (self->mode != RK_RUNNER_ALL)
    {
      rk_section_view_fill (
          add_view (self, self->current,
                    self->mode == RK_RUNNER_OPEN ? RK_SHOW_OPEN_ONLY : RK_SHOW_ALL));
      return;
    }
  for (guint i = 0; i < g_list_model_get_n_items (self->sections); i++)
    {
      g_autoptr (RkSection) section = g_list_model_get_item (self->sections, i);
      RkSectionView *view = add_view (self, section, RK_SHOW_TITLE);

      if (section == self->current)
        rk_section_view_fill (view);
    }
}

static void
scroll_to (RkRunnerPage *self, double value)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), value);
}

static double
get_scroll (RkRunnerPage *self)
{
  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));
}

static gboolean
focus_question (RkRunnerPage *self)
{
  RkQuestionCard *card =
      self->question_id != NULL ? rk_runner_page_find_card (self, self->question_id) : NULL;

  return card != NULL && rk_question_card_focus (card);
}

static void
reveal_card (RkRunnerPage *self, const graphene_rect_t *bounds)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self->scroller)), top = bounds->origin.y;
  double bottom = top + MIN (bounds->size.height, height - RK_FOCUS_AIR);

  if (top < get_scroll (self) || bottom > get_scroll (self) + height)
    scroll_to (self, top - RK_FOCUS_AIR);
}

/* Focusing scrolls, but not when the focus was there already or nothing had a size yet: so once
 * more when the card has its size. */
static gboolean
reveal_cb (gpointer data)
{
  RkRunnerPage *self = data;
  RkQuestionCard *card =
      self->question_id != NULL ? rk_runner_page_find_card (self, self->question_id) : NULL;
  graphene_rect_t bounds;

  if (card != NULL && --self->reveal_tries > 0 &&
      (gtk_widget_get_height (GTK_WIDGET (card)) < RK_FOCUS_AIR ||
       !gtk_widget_compute_bounds (GTK_WIDGET (card), GTK_WIDGET (self->views_box), &bounds)))
    return G_SOURCE_CONTINUE;
  self->reveal_timer = 0;
  if (self->restored_scroll >= 0)
    scroll_to (self, self->restored_scroll);
  self->restored_scroll = -1;
  if (card != NULL && self->reveal_tries > 0)
    reveal_card (self, &bounds);
  rk_focus_air_show (self->scroller);
  fill_near (self);
  return G_SOURCE_REMOVE;
}

static void
reveal_soon (RkRunnerPage *self)
{
  self->reveal_tries = REVEAL_TRIES;
  if (self->reveal_timer == 0)
    self->reveal_timer = g_timeout_add (REVEAL_DELAY_MS, reveal_cb, self);
}

/* The first control of the open section. */
static void
focus_section (RkRunnerPage *self)
{
  RkSectionView *view = find_view (self, self->current);

  /* Nothing to answer (submitted, or nothing asked): the bar below. */
  if (view == NULL || !rk_section_view_focus_first (view))
    gtk_widget_grab_focus (self->next);
}

/* The page to show: the one asked for, while that has questions; else the first. */
static int
find_page (RkRunnerPage *self, RkSection *section, int page)
{
  if (self->mode != RK_RUNNER_PAGES)
    return RK_ALL_PAGES;
  if (page != RK_ALL_PAGES && rk_questions_step_page (section, page - 1, 1) == page)
    return page;
  return MAX (rk_questions_step_page (section, -1, 1), 0);
}

void
rk_runner_page_show_page (RkRunnerPage *self, RkSection *section, int page, gboolean focus)
{
  int shown = find_page (self, section, page);
  gboolean other = section != self->current || shown != self->page;

  if (other || self->views->len == 0)
    {
      rk_runner_page_leave_card (self);
      g_set_object (&self->current, section);
      self->page = shown;
      if (self->mode != RK_RUNNER_ALL || self->views->len == 0)
        build_views (self);
      else
        rk_section_view_fill (find_view (self, section));
      if (self->mode != RK_RUNNER_ALL)
        scroll_to (self, 0);
    }
  gtk_stack_set_visible_child_name (self->stack, "questions");
  adw_leaflet_set_visible_child (self->leaflet, self->content_box);
  if (focus)
    {
      focus_section (self);
      reveal_soon (self);
    }
  rk_runner_frame_show (self);
  if (other)
    rk_announce (GTK_WIDGET (self), rk_section_get_title (section));
  rk_runner_state_touch (self);
}

/* The page that is open; when it is open already it stays as it is. */
void
rk_runner_page_show_section (RkRunnerPage *self, RkSection *section, gboolean focus)
{
  rk_runner_page_show_page (self, section, section == self->current ? self->page : RK_ALL_PAGES,
                            focus);
}

/* The page to go to inside the section: -1 when that is over. */
static int
find_next_page (RkRunnerPage *self, int step)
{
  return self->mode == RK_RUNNER_PAGES ? rk_questions_step_page (self->current, self->page, step)
                                       : -1;
}

gboolean
rk_runner_page_can_step (RkRunnerPage *self, int step)
{
  g_autoptr (RkSection) section = NULL;

  if (self->current == NULL || find_next_page (self, step) >= 0)
    return self->current != NULL;
  section = rk_questions_step_section (self->sections, self->current, step);
  return section != NULL;
}

void
rk_runner_page_step_section (RkRunnerPage *self, int step)
{
  int page = find_next_page (self, step);
  g_autoptr (RkSection) section = NULL;

  if (page >= 0)
    {
      rk_runner_page_show_page (self, self->current, page, TRUE);
      return;
    }
  if (step > 0)
    g_hash_table_add (self->left, g_strdup (rk_section_get_id (self->current)));
  section = rk_questions_step_section (self->sections, self->current, step);
  if (section != NULL)
    rk_runner_page_show_page (self, section,
                              step > 0 ? RK_ALL_PAGES
                                       : rk_questions_step_page (section, G_MAXINT, -1),
                              TRUE);
  else if (step > 0)
    rk_runner_page_show_review (self);
}

void
rk_runner_page_set_mode (RkRunnerPage *self, RkRunnerMode mode)
{
  g_autoptr (RkQuestion) question = rk_questions_find (self->sections, self->question_id, NULL);

  rk_runner_page_leave_card (self);
  self->mode = mode;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODE]);
  self->page = find_page (self, self->current,
                          question != NULL ? (int) rk_question_get_page (question) : RK_ALL_PAGES);
  build_views (self);
  rk_runner_page_show_section (self, self->current, FALSE);
  if (!focus_question (self))
    focus_section (self);
}

/* --- callbacks -------------------------------------------------------------------------------- */

static void
row_activated_cb (RkRunnerPage *self, GtkListBoxRow *row)
{
  RkSection *section = rk_section_row_get_section (RK_SECTION_ROW (row));

  rk_response_note_event (self->response, RK_AUDIT_JUMP, rk_section_get_node (section), NULL);
  rk_runner_page_show_section (self, section, TRUE);
}

static void
scrolled_cb (RkRunnerPage *self)
{
  fill_near (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    rk_runner_state_touch (self);
}

static void
size_class_cb (RkRunnerPage *self)
{
  RkSizeClass size_class = rk_adaptive_bin_get_size_class (self->content);

  for (guint i = 0; i < self->views->len; i++)
    rk_section_view_set_size_class (g_ptr_array_index (self->views, i), size_class);
  if (self->current != NULL)
    rk_runner_frame_show_buttons (self);
}

/* A question that came or went can be the only one of the next page or section. */
static void
changed_cb (RkRunnerPage *self)
{
  rk_runner_progress_show (self);
  if (self->current != NULL)
    rk_runner_frame_follow (self);
}

/* --- life ------------------------------------------------------------------------------------- */

/* A note that was being typed when the program stopped is open again, to go on typing. */
static void
open_note_again (RkRunnerPage *self)
{
  g_autofree char *id = g_steal_pointer (&self->note_id);
  RkQuestionCard *card = id != NULL ? rk_runner_page_find_card (self, id) : NULL;

  if (card != NULL)
    rk_question_card_open_note (card);
}

static gboolean
focus_place_cb (gpointer data)
{
  RkRunnerPage *self = data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      if (!focus_question (self))
        focus_section (self);
      gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), TRUE);
      open_note_again (self);
    }
  g_object_unref (self);
  return G_SOURCE_REMOVE;
}

/* In an idle: the window around it puts the focus somewhere too. */
static void
rk_runner_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rk_runner_page_parent_class)->map (widget);
  g_idle_add (focus_place_cb, g_object_ref (widget));
  reveal_soon (RK_RUNNER_PAGE (widget));
}

static void
rk_runner_page_unmap (GtkWidget *widget)
{
  RkRunnerPage *self = RK_RUNNER_PAGE (widget);

  rk_runner_page_leave_card (self);
  rk_runner_state_write (self);
  GTK_WIDGET_CLASS (rk_runner_page_parent_class)->unmap (widget);
}

static void
set_mode_by_name (RkRunnerPage *self, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (mode_names); i++)
    if (g_strcmp0 (mode_names[i], name) == 0 && self->current != NULL &&
        self->mode != (RkRunnerMode) i)
      rk_runner_page_set_mode (self, i);
}

/* The cards say the same in other words: they stay. */
static void
set_language (RkRunnerPage *self, const char *language)
{
  RkFormInstance *instance = rk_response_get_instance (self->response);

  if (language == NULL || g_strcmp0 (rk_form_instance_get_language (instance), language) == 0)
    return;
  rk_runner_page_leave_card (self);
  rk_response_set_language (self->response, language);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LANGUAGE]);
  if (self->current == NULL)
    return;
  rk_runner_frame_show (self);
  g_idle_add (focus_place_cb, g_object_ref (self)); /* after the menu, which takes the focus away */
}

static void
rk_runner_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RkRunnerPage *self = RK_RUNNER_PAGE (object);

  switch ((RkRunnerPageProps) id)
    {
    case PROP_MODE: set_mode_by_name (self, g_value_get_string (value)); break;
    case PROP_LANGUAGE: set_language (self, g_value_get_string (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rk_runner_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RkRunnerPage *self = RK_RUNNER_PAGE (object);

  switch ((RkRunnerPageProps) id)
    {
    case PROP_MODE: g_value_set_static_string (value, mode_names[self->mode]); break;
    case PROP_LANGUAGE:
      if (self->response != NULL)
        g_value_set_string (value, rk_form_instance_get_language (
                                       rk_response_get_instance (self->response)));
      break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  props[PROP_MODE] = g_param_spec_string ("mode", NULL, NULL, mode_names[0], flags);
  props[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
rk_runner_page_dispose (GObject *object)
{
  RkRunnerPage *self = RK_RUNNER_PAGE (object);

  g_clear_handle_id (&self->state_timer, g_source_remove);
  g_clear_handle_id (&self->reveal_timer, g_source_remove);
  if (self->response != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->response, self);
      g_signal_handlers_disconnect_by_data (rk_response_get_instance (self->response), self);
      g_signal_handlers_disconnect_by_data (self->autosave, self);
    }
  g_clear_pointer (&self->views, g_ptr_array_unref);
  g_clear_pointer (&self->left, g_hash_table_unref);
  g_clear_pointer (&self->question_id, g_free);
  g_clear_pointer (&self->note_id, g_free);
  g_clear_object (&self->current);
  g_clear_object (&self->changed);
  g_clear_object (&self->autosave);
  g_clear_object (&self->response);
  G_OBJECT_CLASS (rk_runner_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, pane);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, content_box);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, content);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, pane_title);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, title);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, rows);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, answered_label);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, percent_label);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, required_label);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, deadline_label);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, change_label);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, progress);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, thin_progress);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, saved_box);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, saved_icon);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, saved_label);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, banner);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, menu);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, views_box);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, search);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, review);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, action_bar);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, previous);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, key_hint);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, next_open);
  gtk_widget_class_bind_template_child (widget_class, RkRunnerPage, next);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, size_class_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "folded_cb",
                                                G_CALLBACK (rk_runner_frame_size_pane));
}

static void
rk_runner_page_class_init (RkRunnerPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RK_TYPE_ADAPTIVE_BIN);
  g_type_ensure (RK_TYPE_BANNER);
  g_type_ensure (RK_TYPE_QUESTION_SEARCH);
  g_type_ensure (RK_TYPE_REVIEW_PAGE);
  G_OBJECT_CLASS (klass)->dispose = rk_runner_page_dispose;
  G_OBJECT_CLASS (klass)->set_property = rk_runner_page_set_property;
  G_OBJECT_CLASS (klass)->get_property = rk_runner_page_get_property;
  install_properties (G_OBJECT_CLASS (klass));
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  widget_class->map = rk_runner_page_map;
  widget_class->unmap = rk_runner_page_unmap;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/runner/rk-runner-page.ui");
  bind_children (widget_class);
  rk_runner_actions_install (widget_class);
}

static void
rk_runner_page_init (RkRunnerPage *self)
{
  self->views = g_ptr_array_new ();
  self->page = RK_ALL_PAGES;
  self->left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  rk_runner_actions_add_shortcuts (self);
  rk_runner_frame_size_pane (self);
  rk_focus_air_install (self->scroller);
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed",
                            G_CALLBACK (scrolled_cb), self);
}

static void
add_rows (RkRunnerPage *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->sections); i++)
    {
      g_autoptr (RkSection) section = g_list_model_get_item (self->sections, i);

      gtk_list_box_append (self->rows, rk_section_row_new (section));
    }
}

static void
follow (RkRunnerPage *self)
{
  g_signal_connect_object (self, "map", G_CALLBACK (rk_response_begin_visit), self->response,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "unmap", G_CALLBACK (rk_response_end_visit), self->response,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->autosave, "notify", G_CALLBACK (rk_runner_frame_show_saved),
                            self);
  g_signal_connect_swapped (self->autosave, "refused", G_CALLBACK (rk_runner_frame_show_refused),
                            self);
  g_signal_connect_swapped (self->response, "notify::submitted",
                            G_CALLBACK (rk_runner_frame_show_frozen), self);
  g_signal_connect_swapped (rk_response_get_instance (self->response), "changed",
                            G_CALLBACK (changed_cb), self);
}

RkRunnerPage *
rk_runner_page_new (RkResponse *response)
{
  RkRunnerPage *self;

  g_return_val_if_fail (RK_IS_RESPONSE (response), NULL);
  self = g_object_new (RK_TYPE_RUNNER_PAGE, NULL);
  self->response = g_object_ref (response);
  self->autosave = rk_autosave_new (response);
  self->sections = rk_response_get_sections (response);
  rk_question_search_set_response (self->search, response);
  rk_review_page_set_autosave (self->review, self->autosave);
  rk_runner_frame_show_pane_title (self);
  if (!rk_response_is_submitted (response))
    self->note_id = rk_note_popover_recover (self->autosave);
  follow (self);
  rk_runner_actions_add_languages (self);
  add_rows (self);
  rk_runner_state_read (self);
  if (self->current != NULL)
    {
      g_autoptr (RkQuestion) question = rk_questions_find (self->sections, self->question_id, NULL);

      self->page =
          find_page (self, self->current,
                     question != NULL ? (int) rk_question_get_page (question) : RK_ALL_PAGES);
      build_views (self);
      rk_runner_frame_show (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LANGUAGE]);
  rk_runner_progress_show (self);
  rk_runner_frame_show_frozen (self);
  adw_leaflet_set_visible_child (self->leaflet, self->content_box); /* what shows when narrow */
  return self;
}

RkResponse *
rk_runner_page_get_response (RkRunnerPage *self)
{
  g_return_val_if_fail (RK_IS_RUNNER_PAGE (self), NULL);
  return self->response;
}

void
rk_runner_page_show_question (RkRunnerPage *self, const char *question_id)
{
  g_autoptr (RkSection) section = NULL;
  g_autoptr (RkQuestion) question = NULL;

  g_return_if_fail (RK_IS_RUNNER_PAGE (self));
  question = rk_questions_find (self->sections, question_id, &section);
  if (question == NULL)
    return;
  /* "Only open questions" hides an answered one: then show the section whole. */
  if (self->mode == RK_RUNNER_OPEN && rk_question_get_answered (question))
    {
      self->mode = RK_RUNNER_SECTION;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODE]);
      clear_views (self);
    }
  self->from_review = FALSE;
  rk_runner_page_show_page (self, section, (int) rk_question_get_page (question), FALSE);
  g_free (self->question_id);
  self->question_id = g_strdup (question_id);
  self->restored_scroll = -1; /* this question is the place to be now */
  if (!focus_question (self))
    focus_section (self);
  reveal_soon (self);
}

void
rk_runner_page_show_field (RkRunnerPage *self, const char *question_id, RkFormNode *node)
{
  RkQuestionCard *card;

  g_return_if_fail (RK_IS_RUNNER_PAGE (self));
  rk_runner_page_show_question (self, question_id);
  card = rk_runner_page_find_card (self, question_id);
  if (card != NULL)
    rk_question_card_show_field (card, node);
}

void
rk_runner_page_show_questions (RkRunnerPage *self)
{
  self->from_review = FALSE;
  rk_runner_page_show_section (self, self->current, FALSE);
  if (!focus_question (self))
    focus_section (self);
}

gboolean
rk_runner_page_go_back (RkRunnerPage *self)
{
  g_return_val_if_fail (RK_IS_RUNNER_PAGE (self), FALSE);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "questions") != 0)
    rk_runner_page_show_questions (self);
  else if (self->from_review)
    rk_runner_page_show_review (self);
  else
    return FALSE;
  return TRUE;
}

void
rk_runner_page_show_review (RkRunnerPage *self)
{
  g_return_if_fail (RK_IS_RUNNER_PAGE (self));
  rk_runner_page_leave_card (self);
  rk_response_visit_end (self->response);
  self->from_review = FALSE;
  gtk_stack_set_visible_child_name (self->stack, "review");
  adw_leaflet_set_visible_child (self->leaflet, self->content_box);
  rk_runner_frame_show (self);
  rk_review_page_refresh (self->review);
}
