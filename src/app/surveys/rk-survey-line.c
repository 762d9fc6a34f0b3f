/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-survey-line.h"

#include "rk-adaptive-bin.h"
#include "rk-format.h"
#include "rk-steady-bin.h"
#include "rk-survey-words.h"
#include "rk-wrap-box.h"

#include <glib/gi18n.h>
#include <math.h>

struct _RkSurveyLine
{
  GtkListBoxRow parent_instance;
  RkAdaptiveBin *adaptive; /* the one around us, while we are in a window */

  GtkOrientable *box;
  GtkImage *icon;
  GtkLabel *title;
  GtkWidget *concept;
  GtkLabel *caption;
  GtkWidget *side;
  GtkLabel *overdue;
  GtkLabel *score;
  GtkLabel *percent;
  GtkProgressBar *progress;
  GtkButton *button;
  GtkWidget *arrow;
  GtkMenuButton *menu;
};

G_DEFINE_FINAL_TYPE (RkSurveyLine, rk_survey_line, GTK_TYPE_LIST_BOX_ROW)

static void
narrow_cb (RkSurveyLine *self)
{
  /* An arrow alone stays behind the words. */
  gboolean narrow = rk_adaptive_bin_get_size_class (self->adaptive) == RK_SIZE_S &&
                    !gtk_widget_get_visible (self->arrow);

  gtk_orientable_set_orientation (self->box,
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self->side), narrow ? 6 : 12);
  gtk_widget_set_hexpand (GTK_WIDGET (self->progress), narrow);
  gtk_widget_set_hexpand (GTK_WIDGET (self->score), narrow);
  gtk_widget_set_size_request (GTK_WIDGET (self->progress), narrow ? 48 : 120, -1);
  gtk_label_set_width_chars (self->percent, narrow ? -1 : 5);
  /* With large text the words of the button give way, so that the menu stays in sight. */
  if (GTK_IS_LABEL (gtk_button_get_child (self->button)))
    gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (self->button)),
                             narrow ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
}

static void
rk_survey_line_root (GtkWidget *widget)
{
  RkSurveyLine *self = RK_SURVEY_LINE (widget);
  GtkWidget *around;

  GTK_WIDGET_CLASS (rk_survey_line_parent_class)->root (widget);
  around = gtk_widget_get_ancestor (widget, RK_TYPE_ADAPTIVE_BIN);
  if (around == NULL)
    return;
  self->adaptive = RK_ADAPTIVE_BIN (around);
  g_signal_connect_object (around, "notify::narrow", G_CALLBACK (narrow_cb), self,
                           G_CONNECT_SWAPPED);
  narrow_cb (self);
}

static void
rk_survey_line_unroot (GtkWidget *widget)
{
  RkSurveyLine *self = RK_SURVEY_LINE (widget);

  if (self->adaptive != NULL)
    g_signal_handlers_disconnect_by_func (self->adaptive, narrow_cb, self);
  self->adaptive = NULL;
  GTK_WIDGET_CLASS (rk_survey_line_parent_class)->unroot (widget);
}

/* The keys that open the menu of what one is on, everywhere on the desktop. */
static gboolean
popup_menu (GtkWidget *widget, GVariant *args, gpointer data)
{
  RkSurveyLine *self = RK_SURVEY_LINE (widget);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->menu)))
    return GDK_EVENT_PROPAGATE;
  gtk_menu_button_popup (self->menu);
  return GDK_EVENT_STOP;
}

static void
rk_survey_line_class_init (RkSurveyLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->root = rk_survey_line_root;
  widget_class->unroot = rk_survey_line_unroot;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, popup_menu, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, popup_menu, NULL);
  g_type_ensure (RK_TYPE_STEADY_BIN);
  g_type_ensure (RK_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/surveys/rk-survey-line.ui");
  gtk_widget_class_bind_template_child (widget_class, RkSurveyLine, box);
  gtk_widget_class_bind_template_child (widget_class, RkSurveyLine, icon);
  gtk_widget_class_bind_template_child (widget_class, RkSurveyLine, title);
  gtk_widget_class_bind_template_child (widget_class, RkSurveyLine, concept);
  gtk_widget_class_bind_template_child (widget_class, RkSurveyLine, caption);
  gtk_widget_class_bind_template_child (widget_class, RkSurveyLine, side);
  gtk_widget_class_bind_template_child (widget_class, RkSurveyLine, overdue);
  gtk_widget_class_bind_template_child (widget_class, RkSurveyLine, score);
  gtk_widget_class_bind_template_child (widget_class, RkSurveyLine, percent);
  gtk_widget_class_bind_template_child (widget_class, RkSurveyLine, progress);
  gtk_widget_class_bind_template_child (widget_class, RkSurveyLine, button);
  gtk_widget_class_bind_template_child (widget_class, RkSurveyLine, arrow);
  gtk_widget_class_bind_template_child (widget_class, RkSurveyLine, menu);
}

static void
rk_survey_line_init (RkSurveyLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
append_item (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

static void
fill_menu (RkSurveyLine *self, const RkSurveyRow *row, RkSurveyLineFlags flags)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  gboolean submitted = g_strcmp0 (row->status, "submitted") == 0;

  if (!submitted && (flags & RK_SURVEY_LINE_EARLIER) != 0)
    append_item (menu, _ ("Take over the answers of last year…"), "win.adopt", row->id);
  if (!submitted)
    append_item (menu, _ ("Look at the results so far"), "win.results", row->id);
  if (submitted)
    append_item (menu, _ ("Look at the answers"), "win.open-response", row->id);
  append_item (menu, _ ("Discard"), "win.discard-response", row->id);
  gtk_menu_button_set_menu_model (self->menu, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->menu), (flags & RK_SURVEY_LINE_MENU) != 0);
}

static void
set_action (RkSurveyLine *self, const char *label, const char *action, const char *id)
{
  gtk_button_set_label (self->button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", id);
}

static void
show_open (RkSurveyLine *self, const RkSurveyRow *row, const char *title)
{
  g_autofree char *progress = rk_survey_words_progress (row);
  g_autofree char *deadline = rk_survey_words_deadline (row, NULL);
  g_autofree char *late = rk_survey_words_overdue (row, NULL);
  g_autofree char *caption =
      deadline != NULL ? g_strdup_printf ("%s · %s", progress, deadline) : g_strdup (progress);
  double share = rk_survey_words_share (row);
  g_autofree char *percent = rk_format_percent (share * 100, 0);
  /* Translators: the name of a row for a screen reader: title, share in percent, deadline */
  g_autofree char *name =
      g_strdup_printf (_ ("%s, %s filled in, %s"), title, percent,
                          deadline != NULL ? deadline : _ ("without a deadline"));

  gtk_label_set_label (self->caption, caption);
  gtk_label_set_label (self->percent, percent);
  gtk_progress_bar_set_fraction (self->progress, share);
  gtk_label_set_label (self->overdue, late != NULL ? late : "");
  gtk_widget_set_visible (GTK_WIDGET (self->overdue), late != NULL);
  set_action (self, row->answered > 0 ? _ ("Continue filling in")
                                      : _ ("Begin"), "win.open-response", row->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_submitted (RkSurveyLine *self, const RkSurveyRow *row, const char *title)
{
  g_autofree char *submitted = rk_survey_words_submitted (row);
  g_autofree char *caption = row->band_label != NULL
                                 ? g_strdup_printf ("%s · %s", row->band_label, submitted)
                                 : g_strdup (submitted);
  g_autofree char *score = isnan (row->index) ? g_strdup ("") : rk_format_score (row->index);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", title, score, caption);

  gtk_label_set_label (self->caption, caption);
  gtk_label_set_label (self->score, score);
  gtk_widget_set_visible (GTK_WIDGET (self->score), *score != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->percent), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  set_action (self, _ ("Look at the results"), "win.results", row->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

GtkWidget *
rk_survey_line_new (const RkSurveyRow *row, RkSurveyLineFlags flags)
{
  RkSurveyLine *self = g_object_new (RK_TYPE_SURVEY_LINE, NULL);
  g_autofree char *title = rk_survey_words_title (row);

  gtk_label_set_label (self->title, title);
  gtk_widget_set_visible (self->concept, row->concept);
  if (g_strcmp0 (row->status, "submitted") == 0)
    show_submitted (self, row, title);
  else
    show_open (self, row, title);
  if ((flags & RK_SURVEY_LINE_SUGGESTED) != 0)
    rk_survey_line_suggest (self);
  fill_menu (self, row, flags);
  return GTK_WIDGET (self);
}

GtkWidget *
rk_survey_line_new_plain (const char *icon_name, const char *title, const char *caption,
                          gboolean concept, const char *button_label, const char *detailed_action)
{
  RkSurveyLine *self = g_object_new (RK_TYPE_SURVEY_LINE, NULL);
  g_autofree char *name =
      caption != NULL ? g_strdup_printf ("%s, %s", title, caption) : g_strdup (title);

  if (icon_name != NULL)
    gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->caption, caption != NULL ? caption : "");
  gtk_widget_set_visible (GTK_WIDGET (self->caption), caption != NULL);
  if (caption == NULL)
    gtk_label_set_yalign (self->title, 0.5);
  gtk_widget_set_visible (self->concept, concept);
  gtk_widget_set_visible (GTK_WIDGET (self->percent), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->button), button_label != NULL);
  gtk_widget_set_visible (self->arrow, button_label == NULL);
  if (button_label != NULL)
    gtk_button_set_label (self->button, button_label);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->button), detailed_action);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self), detailed_action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

static void
offer_sending (RkSurveyLine *self, const char *id, const RkExchangeItem *item,
               const char *server_name)
{
  GMenu *menu = G_MENU (gtk_menu_button_get_menu_model (self->menu));
  g_autoptr (GMenu) first = g_menu_new ();
  g_autofree char *label = NULL;

  if (item != NULL && item->state == RK_EXCHANGE_SENT)
    return;
  /* Translators: the name of a server */
  label = g_strdup_printf (item == NULL ? _ ("Send to %s") : _ ("Send to %s again"), server_name);
  append_item (first, label, "win.send-response", id);
  g_menu_prepend_section (menu, NULL, G_MENU_MODEL (first));
}

void
rk_survey_line_show_exchange (RkSurveyLine *self, const char *id, const RkExchangeItem *item,
                              const char *server_name)
{
  g_autofree char *words = item != NULL ? rk_survey_words_exchange (item) : NULL;
  g_autofree char *caption = NULL, *name = NULL;

  g_return_if_fail (RK_IS_SURVEY_LINE (self));
  if (server_name != NULL)
    offer_sending (self, id, item, server_name);
  if (words == NULL)
    return;
  caption = g_strdup_printf ("%s · %s", gtk_label_get_label (self->caption), words);
  name = g_strdup_printf ("%s, %s, %s", gtk_label_get_label (self->title),
                          gtk_label_get_label (self->score), caption);
  gtk_label_set_label (self->caption, caption);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (item->state != RK_EXCHANGE_REFUSED)
    return;
  gtk_label_set_label (self->overdue, _ ("not sent"));
  gtk_widget_set_visible (GTK_WIDGET (self->overdue), TRUE);
}

void
rk_survey_line_offer (RkSurveyLine *self, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_return_if_fail (RK_IS_SURVEY_LINE (self));
  append_item (menu, label, action, target);
  gtk_menu_button_set_menu_model (self->menu, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->menu), TRUE);
}

void
rk_survey_line_suggest (RkSurveyLine *self)
{
  g_return_if_fail (RK_IS_SURVEY_LINE (self));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "suggested-action");
}
