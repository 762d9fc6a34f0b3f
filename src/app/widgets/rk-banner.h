/* SPDX-License-Identifier: EUPL-1.2 */
/* A bar above a page that says what is the matter with it, with at most one remedy. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  RK_BANNER_INFO,
  RK_BANNER_WARNING,
  RK_BANNER_ERROR
} RkBannerKind;

#define RK_TYPE_BANNER (rk_banner_get_type ())
G_DECLARE_FINAL_TYPE (RkBanner, rk_banner, RK, BANNER, AdwBin)

GtkWidget *rk_banner_new (void);
/**
 * rk_banner_show:
 * @text: one sentence or two
 * @button_label: (nullable): the remedy
 * @detailed_action: (nullable): what the button does: "win.reopen::ID"
 *
 * A worse message stays when a milder one comes.
 */
void rk_banner_show (RkBanner *self, RkBannerKind kind, const char *text, const char *button_label,
                     const char *detailed_action);
void rk_banner_hide (RkBanner *self);
gboolean rk_banner_is_shown (RkBanner *self);
const char *rk_banner_get_text (RkBanner *self);

G_END_DECLS
