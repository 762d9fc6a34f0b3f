/* SPDX-License-Identifier: EUPL-1.2 */
/* The pictures and sounds of a form, as widgets. Whatever a file holds, it is only ever shown: one
 * that is missing or no picture leaves its words. */
#pragma once

#include "rk-response.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The picture in the file @name of the form of @response, read once: (transfer full) (nullable). */
GdkTexture *rk_form_picture_load (RkResponse *response, const char *name);
/* A link that opens the sound or film @name outside the program. */
GtkWidget *rk_form_sound_link_new (RkResponse *response, const char *name, gboolean film);

G_END_DECLS
