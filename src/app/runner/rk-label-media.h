/* SPDX-License-Identifier: EUPL-1.2 */
/* What a question has beside the words of its label and hint: pictures, sound, film, guidance. */
#pragma once

#include <adwaita.h>

#include "rk-response.h"

G_BEGIN_DECLS

#define RK_TYPE_LABEL_MEDIA (rk_label_media_get_type ())
G_DECLARE_FINAL_TYPE (RkLabelMedia, rk_label_media, RK, LABEL_MEDIA, AdwBin)

/* For @node; follows the language and is hidden while there is nothing. */
GtkWidget *rk_label_media_new (RkResponse *response, RkFormNode *node);

G_END_DECLS
