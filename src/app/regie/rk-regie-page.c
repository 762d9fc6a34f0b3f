/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-regie-page.h"

#include "rk-adaptive-bin.h"
#include "rk-regie-editor.h"

GtkWidget *
rk_regie_wrap_page (GtkWidget *content)
{
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 1008, "tightening-threshold",
                                   1008, "child", content, NULL);
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy",
                                      GTK_POLICY_NEVER, "vexpand", TRUE, "child", clamp, NULL);

  gtk_widget_add_css_class (content, "rk-page");
  return g_object_new (RK_TYPE_ADAPTIVE_BIN, "child", scroller, NULL);
}

GtkWidget *
rk_regie_page_new (RkStore *store, const char *application)
{
  return rk_regie_wrap_page (rk_regie_editor_new (store, application));
}
