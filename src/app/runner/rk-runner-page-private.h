/* SPDX-License-Identifier: EUPL-1.2 */
/* What the files of the runner page share. */
#pragma once

#include "rk-adaptive-bin.h"
#include "rk-autosave.h"
#include "rk-banner.h"
#include "rk-question-search.h"
#include "rk-review-page.h"
#include "rk-runner-page.h"
#include "rk-section-view.h"

G_BEGIN_DECLS

typedef enum
{
  RK_RUNNER_SECTION, /* one section at a time */
  RK_RUNNER_ALL,     /* everything under each other */
  RK_RUNNER_OPEN,    /* only what is open */
  RK_RUNNER_PAGES    /* one page of a section at a time */
} RkRunnerMode;

struct _RkRunnerPage
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkResponse *response;
  GListModel *sections; /* of RkSection, owned by the response */

  AdwLeaflet *leaflet;
  GtkWidget *pane, *content_box;
  RkAdaptiveBin *content;
  AdwWindowTitle *pane_title, *title;
  GtkListBox *rows;
  GtkLabel *answered_label, *percent_label, *required_label, *deadline_label, *change_label;
  GtkProgressBar *progress, *thin_progress;
  GtkWidget *saved_box, *saved_icon;
  GtkLabel *saved_label;
  GMenu *menu;
  RkBanner *banner;
  GtkStack *stack; /* "questions", "search", "review" */
  GtkScrolledWindow *scroller;
  GtkBox *views_box;
  RkQuestionSearch *search;
  RkReviewPage *review;
  GtkWidget *action_bar, *previous, *key_hint, *next_open, *next;
  GtkWidget *search_button;

  RkRunnerMode mode;
  GPtrArray *views;     /* of RkSectionView, in order */
  RkSection *current;   /* the open section */
  int page;             /* the open page of it, page by page; else RK_ALL_PAGES */
  char *question_id;    /* (nullable): where the focus was last */
  char *note_id;        /* (nullable): the note to open when the page shows */
  GHashTable *left;     /* set of ids of the sections that were left forward */
  gboolean from_review; /* back goes to the review */
  RkQuestion *changed;  /* (nullable): by the undo that is watched */
  gulong watch;
  guint answered, total; /* as last shown */
  guint state_timer;     /* the state is written when it fires */
  guint reveal_tries;
  guint reveal_timer;     /* the question is scrolled into view when it fires */
  double restored_scroll; /* -1: none */
};

/* rk-runner-page.c */
void rk_runner_page_show_section (RkRunnerPage *self, RkSection *section, gboolean focus);
/* Shows @page of @section; RK_ALL_PAGES: the first that has questions. */
void rk_runner_page_show_page (RkRunnerPage *self, RkSection *section, int page, gboolean focus);
void rk_runner_page_set_mode (RkRunnerPage *self, RkRunnerMode mode);
void rk_runner_page_step_section (RkRunnerPage *self, int step);
/* Whether there is a section or page to go to. */
gboolean rk_runner_page_can_step (RkRunnerPage *self, int step);
void rk_runner_page_show_questions (RkRunnerPage *self);
void rk_runner_page_leave_card (RkRunnerPage *self);
RkQuestionCard *rk_runner_page_find_card (RkRunnerPage *self, const char *question_id);

/* rk-runner-frame.c: what stands around the questions. */
void rk_runner_frame_show (RkRunnerPage *self);
/* After an answer: what it changes of that. */
void rk_runner_frame_follow (RkRunnerPage *self);
void rk_runner_frame_show_buttons (RkRunnerPage *self);
void rk_runner_frame_show_pane_title (RkRunnerPage *self);
void rk_runner_frame_size_pane (RkRunnerPage *self);
void rk_runner_frame_show_saved (RkRunnerPage *self);
void rk_runner_frame_show_refused (RkRunnerPage *self, const char *message);
void rk_runner_frame_show_frozen (RkRunnerPage *self);

/* rk-runner-state.c: section, question, scroll and mode, kept in the workspace. */
void rk_runner_state_touch (RkRunnerPage *self);
void rk_runner_state_write (RkRunnerPage *self);
void rk_runner_state_read (RkRunnerPage *self);

/* rk-runner-progress.c: the pane's footer and what is said about changes. */
void rk_runner_progress_show (RkRunnerPage *self);

/* rk-runner-actions.c */
void rk_runner_actions_install (GtkWidgetClass *klass);
void rk_runner_actions_add_shortcuts (RkRunnerPage *self);
void rk_runner_actions_update (RkRunnerPage *self);
/* A choice of language in the menu, when the questionnaire has several. */
void rk_runner_actions_add_languages (RkRunnerPage *self);

G_END_DECLS
