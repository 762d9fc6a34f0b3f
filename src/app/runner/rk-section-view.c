/* SPDX-License-Identifier: EUPL-1.2 */
/* A section of hundreds of questions is there at once: each has a place, and the places near the
 * view get their cards first. */
#include "config.h"

#include "rk-section-view.h"

#include "rk-addition.h"
#include "rk-cards-layout.h"

#include <glib/gi18n.h>

#define ESTIMATED_HEIGHT 200 /* of a card that was never made */
#define SPACING 18
#define FADE_MS 150
#define FIRST_CARDS 6 /* what one sees of a section that opens */
#define MAX_CARDS 200 /* further ones are made when one comes near */
#define SLICE_US 6000 /* of a frame, for cards nobody waits for */

typedef struct
{
  RkQuestion *question;
  GtkWidget *holder;  /* a revealer, empty while the card is not made */
  GtkWidget *heading; /* (nullable): labels of the groups that open here */
} Place;

struct _RkSectionView
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkSection *section;
  RkSectionShow show;
  int page;
  GtkWidget *box;
  RkCardsLayout *layout;
  GtkWidget *title; /* (nullable) */
  GtkWidget *nothing;
  GArray *places; /* of Place, one per question that may show */
  RkSizeClass size_class;
  guint idle, made;
  gboolean filled, show_open;
};

G_DEFINE_FINAL_TYPE (RkSectionView, rk_section_view, ADW_TYPE_BIN)

static guint focused_signal, grown_signal;

static Place *
get_place (RkSectionView *self, guint index)
{
  return &g_array_index (self->places, Place, index);
}

static RkQuestionCard *
get_card (const Place *place)
{
  return (RkQuestionCard *) gtk_revealer_get_child (GTK_REVEALER (place->holder));
}

/* --- cards ------------------------------------------------------------------------------------ */

static void
focused_cb (RkSectionView *self, RkQuestionCard *card)
{
  g_signal_emit (self, focused_signal, 0, rk_question_card_get_question (card));
}

/* A card that has but a part of the row is as small as in a narrow window. */
static RkSizeClass
get_card_class (RkSectionView *self, const Place *place)
{
  guint units = rk_question_get_width (place->question);

  return units > 0 && 2 * units <= rk_question_get_columns (place->question) ? RK_SIZE_S
                                                                             : self->size_class;
}

static void
make_card (RkSectionView *self, Place *place)
{
  GtkWidget *card = rk_question_card_new (self->autosave, place->question);
  int width = gtk_widget_get_width (place->holder), before, after;

  before = gtk_widget_get_height (place->holder);
  rk_question_card_set_size_class (RK_QUESTION_CARD (card), get_card_class (self, place));
  if (self->show_open)
    rk_question_card_show_open (RK_QUESTION_CARD (card), TRUE);
  if ((self->show & RK_SHOW_INNER) != 0)
    rk_question_card_set_inner (RK_QUESTION_CARD (card));
  g_signal_connect_swapped (card, "focused", G_CALLBACK (focused_cb), self);
  gtk_revealer_set_child (GTK_REVEALER (place->holder), card);
  gtk_widget_set_size_request (place->holder, -1, -1);
  self->made++;
  if (before == 0 || width == 0)
    return;
  gtk_widget_measure (place->holder, GTK_ORIENTATION_VERTICAL, width, NULL, &after, NULL, NULL);
  g_signal_emit (self, grown_signal, 0, place->holder, after - before);
}

static gboolean
needs_card (RkSectionView *self, const Place *place)
{
  return self->filled && get_card (place) == NULL && gtk_widget_get_visible (place->holder);
}

static gboolean
fill_cb (gpointer data)
{
  RkSectionView *self = data;
  gint64 end = g_get_monotonic_time () + SLICE_US;

  for (guint i = 0; i < self->places->len && self->made < MAX_CARDS; i++)
    if (needs_card (self, get_place (self, i)))
      {
        make_card (self, get_place (self, i));
        if (g_get_monotonic_time () >= end)
          return G_SOURCE_CONTINUE;
      }
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

/* What nobody sees yet waits until the window is drawn. */
static void
fill_soon (RkSectionView *self)
{
  if (self->idle == 0 && self->filled && (self->show & RK_SHOW_TITLE) == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, fill_cb, self, NULL);
}

static void
fill_first (RkSectionView *self)
{
  guint n = 0;

  for (guint i = 0; i < self->places->len && n < FIRST_CARDS; i++)
    {
      Place *place = get_place (self, i);

      if (needs_card (self, place))
        make_card (self, place);
      n += gtk_widget_get_visible (place->holder);
    }
  fill_soon (self);
}

/* --- what shows ------------------------------------------------------------------------------- */

static void
show_nothing (RkSectionView *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->places->len && !any; i++)
    any = gtk_widget_get_visible (get_place (self, i)->holder);
  gtk_widget_set_visible (self->nothing, !any);
}

static GtkWidget *
new_heading (const char *text, const char *css_class)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                    PANGO_WRAP_WORD_CHAR, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* The headings are those labels that are there, in that order. */
static gboolean
says (GtkWidget *box, char **headings)
{
  GtkWidget *label = gtk_widget_get_first_child (box);

  for (; *headings != NULL && label != NULL; headings++)
    {
      if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), *headings) != 0)
        return FALSE;
      label = gtk_widget_get_next_sibling (label);
    }
  return *headings == NULL && label == NULL;
}

static void
fill_heading (const Place *place, char **headings)
{
  guint depth = rk_question_get_heading_depth (place->question);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (place->heading)) != NULL)
    gtk_box_remove (GTK_BOX (place->heading), child);
  for (guint i = 0; headings[i] != NULL; i++)
    gtk_box_append (GTK_BOX (place->heading),
                    new_heading (headings[i], depth + i == 0 ? "title-4" : "rk-subheading"));
}

/* The labels of groups stand above the first question of theirs that shows, which may change. */
static void
show_heading (Place *place)
{
  g_auto (GStrv) headings = NULL;

  if (!rk_question_opens_group (place->question))
    {
      if (place->heading != NULL)
        gtk_widget_set_visible (place->heading, FALSE);
      return;
    }
  headings = rk_question_dup_headings (place->question);
  if (place->heading == NULL && headings[0] == NULL)
    return;
  if (place->heading == NULL)
    {
      place->heading = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      gtk_widget_insert_before (place->heading, gtk_widget_get_parent (place->holder),
                                place->holder);
    }
  if (!says (place->heading, headings))
    fill_heading (place, headings);
  gtk_widget_set_visible (place->heading, headings[0] != NULL);
}

static void
show_holder (Place *place)
{
  gboolean visible = rk_question_get_visible (place->question);

  if (gtk_widget_get_visible (place->holder) == visible)
    return;
  gtk_widget_set_visible (place->holder, visible);
  gtk_revealer_set_reveal_child (GTK_REVEALER (place->holder), visible);
}

static void
set_css_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* The lines of a summary that show make one card: no room and no line between them. */
static void
join_summary (RkSectionView *self)
{
  GtkWidget *above = NULL;

  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = get_place (self, i);
      gboolean line = rk_question_is_in_summary (place->question);
      gboolean joined = line && above != NULL &&
                        (place->heading == NULL || !gtk_widget_get_visible (place->heading));

      if (!gtk_widget_get_visible (place->holder))
        continue;
      rk_cards_layout_set_joined (place->holder, joined);
      set_css_class (place->holder, "rk-joined", joined);
      set_css_class (place->holder, "rk-followed", FALSE);
      if (joined)
        gtk_widget_add_css_class (above, "rk-followed");
      above = line ? place->holder : NULL;
    }
}

static void
show_all (RkSectionView *self)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      show_holder (get_place (self, i));
      show_heading (get_place (self, i));
    }
  join_summary (self);
  show_nothing (self);
}

/* The instance is at rest: questions have come and gone, and labels may have changed. What comes is
 * mostly little, and there at once. */
static void
settled_cb (RkSectionView *self)
{
  gint64 end = g_get_monotonic_time () + SLICE_US;
  gboolean more = FALSE;

  show_all (self);
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = get_place (self, i);

      if (!needs_card (self, place))
        continue;
      more = more || g_get_monotonic_time () >= end;
      if (!more)
        make_card (self, place);
    }
  if (more)
    fill_soon (self);
}

static void
show_title (RkSectionView *self)
{
  gtk_label_set_label (GTK_LABEL (self->title), rk_section_get_title (self->section));
}

/* --- life ------------------------------------------------------------------------------------- */

static void
clear_place (gpointer data)
{
  Place *place = data;

  g_clear_object (&place->question);
}

static void
rk_section_view_dispose (GObject *object)
{
  RkSectionView *self = RK_SECTION_VIEW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->autosave != NULL)
    g_signal_handlers_disconnect_by_data (rk_response_get_instance (
                                              rk_autosave_get_response (self->autosave)),
                                          self);
  if (self->section != NULL)
    g_signal_handlers_disconnect_by_data (self->section, self);
  g_clear_pointer (&self->places, g_array_unref);
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
  grown_signal = g_signal_new ("grown", RK_TYPE_SECTION_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 2, GTK_TYPE_WIDGET, G_TYPE_INT);
}

static void
rk_section_view_init (RkSectionView *self)
{
  GtkLayoutManager *layout = rk_cards_layout_new (SPACING);

  self->places = g_array_new (FALSE, TRUE, sizeof (Place));
  g_array_set_clear_func (self->places, clear_place);
  self->layout = RK_CARDS_LAYOUT (layout);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_layout_manager (self->box, layout);
  self->nothing = g_object_new (GTK_TYPE_LABEL, "visible", FALSE, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->nothing, "rk-secondary");
  adw_bin_set_child (ADW_BIN (self), self->box);
}

static void
add_place (RkSectionView *self, RkQuestion *question)
{
  Place place = { g_object_ref (question), NULL, NULL };

  place.holder = g_object_new (GTK_TYPE_REVEALER, "transition-type",
                               GTK_REVEALER_TRANSITION_TYPE_CROSSFADE, "transition-duration",
                               FADE_MS, "visible", FALSE, "height-request", ESTIMATED_HEIGHT, NULL);
  rk_cards_layout_set_units (place.holder, rk_question_get_width (question),
                             rk_question_get_columns (question));
  gtk_box_append (GTK_BOX (self->box), place.holder);
  g_array_append_val (self->places, place);
}

static gboolean
is_wanted (RkSectionView *self, RkQuestion *question)
{
  if (rk_addition_is (rk_question_get_node (question)))
    return FALSE;
  if (self->page != RK_ALL_PAGES && (int) rk_question_get_page (question) != self->page)
    return FALSE;
  if ((self->show & RK_SHOW_OPEN_ONLY) == 0)
    return TRUE;
  return rk_question_counts (question) && !rk_question_get_answered (question);
}

static void
add_places (RkSectionView *self)
{
  GListModel *questions = rk_section_get_questions (self->section);

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (RkQuestion) question = g_list_model_get_item (questions, i);

      if (is_wanted (self, question))
        add_place (self, question);
    }
}

static void
add_title (RkSectionView *self)
{
  self->title = new_heading (rk_section_get_title (self->section), "title-2");
  gtk_box_append (GTK_BOX (self->box), self->title);
  g_signal_connect_swapped (self->section, "notify::title", G_CALLBACK (show_title), self);
}

GtkWidget *
rk_section_view_new (RkAutosave *autosave, RkSection *section, RkSectionShow show, int page)
{
  RkSectionView *self = g_object_new (RK_TYPE_SECTION_VIEW, NULL);

  self->autosave = g_object_ref (autosave);
  self->section = g_object_ref (section);
  self->show = show;
  self->page = page;
  if ((show & RK_SHOW_TITLE) != 0)
    add_title (self);
  gtk_label_set_label (GTK_LABEL (self->nothing), (show & RK_SHOW_OPEN_ONLY) != 0
                       ? _ ("Everything in this section is filled in.")
                       : _ ("You need not fill in anything here."));
  gtk_box_append (GTK_BOX (self->box), self->nothing);
  add_places (self);
  show_all (self);
  g_signal_connect_swapped (rk_response_get_instance (rk_autosave_get_response (autosave)),
                            "changed", G_CALLBACK (settled_cb), self);
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
  fill_first (self);
}

void
rk_section_view_fill_between (RkSectionView *self, GtkWidget *viewport, double top, double bottom)
{
  g_return_if_fail (RK_IS_SECTION_VIEW (self));
  for (guint i = 0; self->filled && i < self->places->len; i++)
    {
      Place *place = get_place (self, i);
      graphene_rect_t bounds;

      if (needs_card (self, place) &&
          gtk_widget_compute_bounds (place->holder, viewport, &bounds) &&
          bounds.origin.y < bottom && bounds.origin.y + bounds.size.height > top)
        make_card (self, place);
    }
}

void
rk_section_view_drop (RkSectionView *self)
{
  g_return_if_fail (RK_IS_SECTION_VIEW (self));
  if (!self->filled)
    return;
  self->filled = FALSE;
  self->made = 0;
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = get_place (self, i);

      if (get_card (place) == NULL)
        continue;
      gtk_widget_set_size_request (place->holder, -1, gtk_widget_get_height (place->holder));
      gtk_revealer_set_child (GTK_REVEALER (place->holder), NULL);
    }
}

gboolean
rk_section_view_is_filled (RkSectionView *self)
{
  g_return_val_if_fail (RK_IS_SECTION_VIEW (self), FALSE);
  return self->filled;
}

void
rk_section_view_set_size_class (RkSectionView *self, RkSizeClass size_class)
{
  g_return_if_fail (RK_IS_SECTION_VIEW (self));
  if (self->size_class == size_class)
    return;
  self->size_class = size_class;
  rk_cards_layout_set_narrow (self->layout, size_class < RK_SIZE_L);
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = get_place (self, i);

      if (get_card (place) != NULL)
        rk_question_card_set_size_class (get_card (place), get_card_class (self, place));
    }
}

void
rk_section_view_show_open (RkSectionView *self, gboolean show)
{
  g_return_if_fail (RK_IS_SECTION_VIEW (self));
  self->show_open = show;
  for (guint i = 0; i < self->places->len; i++)
    if (get_card (get_place (self, i)) != NULL)
      rk_question_card_show_open (get_card (get_place (self, i)), show);
}

RkQuestionCard *
rk_section_view_find (RkSectionView *self, RkQuestion *question)
{
  g_return_val_if_fail (RK_IS_SECTION_VIEW (self), NULL);
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = get_place (self, i);

      if (place->question != question)
        continue;
      if (needs_card (self, place))
        make_card (self, place);
      return get_card (place);
    }
  return NULL;
}

/* Asks the cards one by one: a view that was just made has no positions to order the focus by. */
gboolean
rk_section_view_focus_first (RkSectionView *self)
{
  g_return_val_if_fail (RK_IS_SECTION_VIEW (self), FALSE);
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = get_place (self, i);

      if (needs_card (self, place))
        make_card (self, place);
      if (get_card (place) != NULL && gtk_widget_get_visible (place->holder) &&
          rk_question_card_focus (get_card (place)))
        return TRUE;
    }
  return FALSE;
}
