/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-question-widget.h"

G_DEFINE_INTERFACE (RkQuestionWidget, rk_question_widget, GTK_TYPE_WIDGET)

static gboolean
focus_child (RkQuestionWidget *self)
{
  return gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
do_nothing (RkQuestionWidget *self)
{
}

static void
ignore_flag (RkQuestionWidget *self, gboolean flag)
{
}

static void
set_insensitive (RkQuestionWidget *self, gboolean frozen)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), !frozen);
}

static GtkAccessible *
get_self (RkQuestionWidget *self)
{
  return GTK_ACCESSIBLE (self);
}

static void
rk_question_widget_default_init (RkQuestionWidgetInterface *iface)
{
  iface->focus_first = focus_child;
  iface->leave = do_nothing;
  iface->update = do_nothing;
  iface->set_narrow = ignore_flag;
  iface->get_accessible = get_self;
  iface->show_open = ignore_flag;
  iface->set_frozen = set_insensitive;
}

gboolean
rk_question_widget_focus_first (RkQuestionWidget *self)
{
  g_return_val_if_fail (RK_IS_QUESTION_WIDGET (self), FALSE);
  return RK_QUESTION_WIDGET_GET_IFACE (self)->focus_first (self);
}

void
rk_question_widget_leave (RkQuestionWidget *self)
{
  g_return_if_fail (RK_IS_QUESTION_WIDGET (self));
  RK_QUESTION_WIDGET_GET_IFACE (self)->leave (self);
}

void
rk_question_widget_update (RkQuestionWidget *self)
{
  g_return_if_fail (RK_IS_QUESTION_WIDGET (self));
  RK_QUESTION_WIDGET_GET_IFACE (self)->update (self);
}

void
rk_question_widget_set_narrow (RkQuestionWidget *self, gboolean narrow)
{
  g_return_if_fail (RK_IS_QUESTION_WIDGET (self));
  RK_QUESTION_WIDGET_GET_IFACE (self)->set_narrow (self, narrow);
}

GtkAccessible *
rk_question_widget_get_accessible (RkQuestionWidget *self)
{
  g_return_val_if_fail (RK_IS_QUESTION_WIDGET (self), NULL);
  return RK_QUESTION_WIDGET_GET_IFACE (self)->get_accessible (self);
}

void
rk_question_widget_show_open (RkQuestionWidget *self, gboolean show)
{
  g_return_if_fail (RK_IS_QUESTION_WIDGET (self));
  RK_QUESTION_WIDGET_GET_IFACE (self)->show_open (self, show);
}

void
rk_question_widget_set_frozen (RkQuestionWidget *self, gboolean frozen)
{
  g_return_if_fail (RK_IS_QUESTION_WIDGET (self));
  RK_QUESTION_WIDGET_GET_IFACE (self)->set_frozen (self, frozen);
}
