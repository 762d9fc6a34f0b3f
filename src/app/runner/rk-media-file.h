/* SPDX-License-Identifier: EUPL-1.2 */
/* The files that came with the questionnaire: pictures, sound and film in its texts. */
#pragma once

#include "rk-response.h"

G_BEGIN_DECLS

/* The content of the file @name of the questionnaire of @response: (transfer full) (nullable). */
GBytes *rk_media_file_dup (RkResponse *response, const char *name);

G_END_DECLS
