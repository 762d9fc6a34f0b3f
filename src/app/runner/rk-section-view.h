/* SPDX-License-Identifier: EUPL-1.2 */
/* The questions of one section under each other, or in the grid of the form. */
#pragma once

#include "rk-question-card.h"

G_BEGIN_DECLS

#define RK_TYPE_SECTION_VIEW (rk_section_view_get_type ())
G_DECLARE_FINAL_TYPE (RkSectionView, rk_section_view, RK, SECTION_VIEW, AdwBin)

typedef enum
{
  RK_SHOW_ALL = 0,
  RK_SHOW_TITLE = 1 << 0, /* the title above its questions; cards are made near the view alone */
  RK_SHOW_OPEN_ONLY = 1 << 1, /* only what was open when the view was made */
  RK_SHOW_INNER = 1 << 2      /* the fields of a row */
} RkSectionShow;

#define RK_ALL_PAGES (-1)

/* Empty until rk_section_view_fill(). @page: only the questions of that page; RK_ALL_PAGES. */
GtkWidget *rk_section_view_new (RkAutosave *autosave, RkSection *section, RkSectionShow show,
                                int page);
RkSection *rk_section_view_get_section (RkSectionView *self);
/* Makes the widgets of its first questions, and of the others while nothing else is to be done; or
 * drops them and keeps only their height. */
void rk_section_view_fill (RkSectionView *self);
void rk_section_view_drop (RkSectionView *self);
gboolean rk_section_view_is_filled (RkSectionView *self);
/* Makes the widgets of the questions that lie between @top and @bottom of @viewport. */
void rk_section_view_fill_between (RkSectionView *self, GtkWidget *viewport, double top,
                                   double bottom);
void rk_section_view_set_size_class (RkSectionView *self, RkSizeClass size_class);
/* Marks quietly what is required and open. */
void rk_section_view_show_open (RkSectionView *self, gboolean show);
/* Puts the focus in the first question that can have it. */
gboolean rk_section_view_focus_first (RkSectionView *self);
/* The card of @question, made when it was not there yet: (nullable) (transfer none). */
RkQuestionCard *rk_section_view_find (RkSectionView *self, RkQuestion *question);
/* Signal "focused" (RkSectionView *self, RkQuestion *question).
 * Signal "grown" (RkSectionView *self, GtkWidget *place, int height): a card took the place of what
 * was estimated, and will be that much higher. */

G_END_DECLS
