/* SPDX-License-Identifier: EUPL-1.2 */
/* What every control for an answer can do, whatever its shape. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_QUESTION_WIDGET (rk_question_widget_get_type ())
G_DECLARE_INTERFACE (RkQuestionWidget, rk_question_widget, RK, QUESTION_WIDGET, GtkWidget)

struct _RkQuestionWidgetInterface
{
  GTypeInterface parent;
  /* Puts the focus where one starts answering. FALSE: there is nothing to focus. */
  gboolean (*focus_first) (RkQuestionWidget *self);
  /* The focus has left: what was typed is complete now, and may be judged. */
  void (*leave) (RkQuestionWidget *self);
  /* Shows what the answer is now; never what is being typed. */
  void (*update) (RkQuestionWidget *self);
  /* Below size class M: one thing under the other. */
  void (*set_narrow) (RkQuestionWidget *self, gboolean narrow);
  /* The part that carries the name and the state for assistive technology. */
  GtkAccessible *(*get_accessible) (RkQuestionWidget *self);
  /* Marks what is required and still open, quietly. */
  void (*show_open) (RkQuestionWidget *self, gboolean show);
  /* After submitting: can be read, and text copied, but not changed. */
  void (*set_frozen) (RkQuestionWidget *self, gboolean frozen);
};

gboolean rk_question_widget_focus_first (RkQuestionWidget *self);
void rk_question_widget_leave (RkQuestionWidget *self);
void rk_question_widget_update (RkQuestionWidget *self);
void rk_question_widget_set_narrow (RkQuestionWidget *self, gboolean narrow);
GtkAccessible *rk_question_widget_get_accessible (RkQuestionWidget *self);
void rk_question_widget_show_open (RkQuestionWidget *self, gboolean show);
void rk_question_widget_set_frozen (RkQuestionWidget *self, gboolean frozen);

G_END_DECLS
