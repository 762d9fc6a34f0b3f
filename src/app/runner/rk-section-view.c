/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-section-view.h"

#include "rk-addition.h"

#include <glib/gi18n.h>

#define ESTIMATED_HEIGHT 240 /* of a card that was never made */
#define FADE_MS 150

struct _RkSectionView
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkSection *section;
  RkSectionShow show;
  GtkBox *box;
  GtkWidget *nothing;
  GPtrArray *holders; /* of GtkRevealer, one per question that may show */
  RkSizeClass size_class;
  gboolean filled, show_open;
};

G_DEFINE_FINAL_TYPE (RkSectionView, rk_section_view, ADW_TYPE_BIN)

static guint focused_signal;

#define QUESTION_KEY "rk-question"
#define HEADING_KEY "rk-heading"

static RkQuestion *
get_question (GtkWidget *holder)
{
  return g_object_get_data (G_OBJECT (holder), QUESTION_KEY);
}

static void
focused_cb (RkSectionView *self, RkQuestionCard *card)
{
  g_signal_emit (self, focused_signal, 0, rk_question_card_get_question (card));
}

/* The card is made when its question first shows. */
static void
make_card (RkSectionView *self, GtkWidget *holder)
{
  GtkWidget *card = rk_question_card_new (self->autosave, get_question (holder));

  rk_question_card_set_size_class (RK_QUESTION_CARD (card), self->size_class);
  if (self->show_open)
    rk_question_card_show_open (RK_QUESTION_CARD (card), TRUE);
  g_signal_connect_swapped (card, "focused", G_CALLBACK (focused_cb), self);
  gtk_revealer_set_child (GTK_REVEALER (holder), card);
}

static void
show_nothing (RkSectionView *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->holders->len; i++)
    any = any || rk_question_get_visible (get_question (g_ptr_array_index (self->holders, i)));
  gtk_widget_set_visible (self->nothing, !any);
}

/* The heading of a group stands above its first question that shows, which may change. */
static void
show_heading (GtkWidget *holder)
{
  GtkWidget *heading = g_object_get_data (G_OBJECT (holder), HEADING_KEY);
  RkQuestion *question = get_question (holder);
  g_auto (GStrv) headings = rk_question_dup_headings (question);
  const char *text = headings[0];

  gtk_label_set_label (GTK_LABEL (heading), text != NULL ? text : "");
  gtk_widget_set_visible (heading, text != NULL && *text != '\0');
}

static void
show_holder (RkSectionView *self, GtkWidget *holder)
{
  gboolean visible = rk_question_get_visible (get_question (holder));

  if (visible && self->filled && gtk_revealer_get_child (GTK_REVEALER (holder)) == NULL)
    make_card (self, holder);
  gtk_widget_set_visible (holder, visible);
  gtk_revealer_set_reveal_child (GTK_REVEALER (holder), visible);
}

static void
visible_cb (RkSectionView *self, GParamSpec *pspec, RkQuestion *question)
{
  for (guint i = 0; i < self->holders->len; i++)
    {
      GtkWidget *holder = g_ptr_array_index (self->holders, i);

      if (get_question (holder) == question)
        show_holder (self, holder);
      show_heading (holder);
    }
  show_nothing (self);
}

static void
rk_section_view_dispose (GObject *object)
{
  RkSectionView *self = RK_SECTION_VIEW (object);

  for (guint i = 0; self->holders != NULL && i < self->holders->len; i++)
    g_signal_handlers_disconnect_by_data (get_question (g_ptr_array_index (self->holders, i)),
                                          self);
  g_clear_pointer (&self->holders, g_ptr_array_unref);
  g_clear_object (&self->section);
  g_clear_object (&self->autosave);
  G_OBJECT_CLASS (rk_section_view_parent_class)->dispose (object);
}

static void
rk_section_view_class_init (RkSectionViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_section_view_dispose;
  focused_signal = g_signal_new ("focused", RK_TYPE_SECTION_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, RK_TYPE_QUESTION);
}

static void
rk_section_view_init (RkSectionView *self)
{
  self->holders = g_ptr_array_new_with_free_func (g_object_unref);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  self->nothing = g_object_new (GTK_TYPE_LABEL, "visible", FALSE, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->nothing, "rk-secondary");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

static GtkWidget *
add_heading (RkSectionView *self, const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->box, label);
  return label;
}

static void
add_holder (RkSectionView *self, RkQuestion *question)
{
  GtkWidget *heading = add_heading (self, "", "title-4");
  GtkWidget *holder =
      g_object_new (GTK_TYPE_REVEALER, "transition-type", GTK_REVEALER_TRANSITION_TYPE_CROSSFADE,
                    "transition-duration", FADE_MS, NULL);

  g_object_set_data_full (G_OBJECT (holder), QUESTION_KEY, g_object_ref (question), g_object_unref);
  g_object_set_data (G_OBJECT (holder), HEADING_KEY, heading);
  g_ptr_array_add (self->holders, g_object_ref_sink (holder));
  gtk_box_append (self->box, holder);
  g_signal_connect_swapped (question, "notify::visible", G_CALLBACK (visible_cb), self);
}

static gboolean
is_wanted (RkSectionView *self, RkQuestion *question)
{
  if (rk_addition_is (rk_question_get_node (question)))
    return FALSE;
  if ((self->show & RK_SHOW_OPEN_ONLY) == 0)
    return TRUE;
  return rk_question_counts (question) && !rk_question_get_answered (question);
}

static void
add_holders (RkSectionView *self)
{
  GListModel *questions = rk_section_get_questions (self->section);

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (RkQuestion) question = g_list_model_get_item (questions, i);

      if (is_wanted (self, question))
        add_holder (self, question);
    }
}

static void
show_all (RkSectionView *self)
{
  for (guint i = 0; i < self->holders->len; i++)
    {
      show_holder (self, g_ptr_array_index (self->holders, i));
      show_heading (g_ptr_array_index (self->holders, i));
    }
  show_nothing (self);
}

GtkWidget *
rk_section_view_new (RkAutosave *autosave, RkSection *section, RkSectionShow show)
{
  RkSectionView *self = g_object_new (RK_TYPE_SECTION_VIEW, NULL);

  self->autosave = g_object_ref (autosave);
  self->section = g_object_ref (section);
  self->show = show;
  if ((show & RK_SHOW_TITLE) != 0)
    add_heading (self, rk_section_get_title (section), "title-2");
  gtk_label_set_label (GTK_LABEL (self->nothing), (show & RK_SHOW_OPEN_ONLY) != 0
                       ? _ ("Everything in this section is filled in.")
                       : _ ("You need not fill in anything here."));
  gtk_box_append (self->box, self->nothing);
  add_holders (self);
  show_all (self);
  gtk_widget_set_size_request (GTK_WIDGET (self->box), -1,
                               (int) self->holders->len * ESTIMATED_HEIGHT);
  return GTK_WIDGET (self);
}

RkSection *
rk_section_view_get_section (RkSectionView *self)
{
  g_return_val_if_fail (RK_IS_SECTION_VIEW (self), NULL);
  return self->section;
}

void
rk_section_view_fill (RkSectionView *self)
{
  g_return_if_fail (RK_IS_SECTION_VIEW (self));
  if (self->filled)
    return;
  self->filled = TRUE;
  gtk_widget_set_size_request (GTK_WIDGET (self->box), -1, -1);
  show_all (self);
}

void
rk_section_view_drop (RkSectionView *self)
{
  g_return_if_fail (RK_IS_SECTION_VIEW (self));
  if (!self->filled)
    return;
  gtk_widget_set_size_request (GTK_WIDGET (self->box), -1,
                               gtk_widget_get_height (GTK_WIDGET (self->box)));
  self->filled = FALSE;
  for (guint i = 0; i < self->holders->len; i++)
    gtk_revealer_set_child (g_ptr_array_index (self->holders, i), NULL);
}

gboolean
rk_section_view_is_filled (RkSectionView *self)
{
  g_return_val_if_fail (RK_IS_SECTION_VIEW (self), FALSE);
  return self->filled;
}

static RkQuestionCard *
get_card (RkSectionView *self, guint index)
{
  return (RkQuestionCard *) gtk_revealer_get_child (g_ptr_array_index (self->holders, index));
}

void
rk_section_view_set_size_class (RkSectionView *self, RkSizeClass size_class)
{
  g_return_if_fail (RK_IS_SECTION_VIEW (self));
  if (self->size_class == size_class)
    return;
  self->size_class = size_class;
  for (guint i = 0; i < self->holders->len; i++)
    if (get_card (self, i) != NULL)
      rk_question_card_set_size_class (get_card (self, i), size_class);
}

void
rk_section_view_show_open (RkSectionView *self, gboolean show)
{
  g_return_if_fail (RK_IS_SECTION_VIEW (self));
  self->show_open = show;
  for (guint i = 0; i < self->holders->len; i++)
    if (get_card (self, i) != NULL)
      rk_question_card_show_open (get_card (self, i), show);
}

RkQuestionCard *
rk_section_view_find (RkSectionView *self, RkQuestion *question)
{
  g_return_val_if_fail (RK_IS_SECTION_VIEW (self), NULL);
  for (guint i = 0; i < self->holders->len; i++)
    {
      GtkWidget *holder = g_ptr_array_index (self->holders, i);

      if (get_question (holder) == question)
        return (RkQuestionCard *) gtk_revealer_get_child (GTK_REVEALER (holder));
    }
  return NULL;
}

/* Asks the cards one by one: a view that was just made has no positions to order the focus by. */
gboolean
rk_section_view_focus_first (RkSectionView *self)
{
  g_return_val_if_fail (RK_IS_SECTION_VIEW (self), FALSE);
  for (guint i = 0; i < self->holders->len; i++)
    {
      GtkWidget *holder = g_ptr_array_index (self->holders, i);
      GtkWidget *card = gtk_revealer_get_child (GTK_REVEALER (holder));

      if (card != NULL && gtk_widget_get_visible (holder) &&
          rk_question_card_focus (RK_QUESTION_CARD (card)))
        return TRUE;
    }
  return FALSE;
}
