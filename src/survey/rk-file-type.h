/* SPDX-License-Identifier: EUPL-1.2 */
/* What kind of file something is, and what a file may be called. */
#pragma once

#include "rk-store.h"

G_BEGIN_DECLS

/* The MIME type of the blob @hash called @name, from its first bytes and else from its name:
 * (transfer full). */
char *rk_file_type_guess (RkStore *store, const char *hash, const char *name);
/* The same for what is not kept yet. */
char *rk_file_type_guess_bytes (GBytes *bytes, const char *name);
char *rk_file_type_guess_path (const char *path);
/* Whether @type is one that @accepted allows: "image/jpeg" and a list such as
 * "image/jpeg, application/pdf" or "image/" followed by an asterisk. "" and NULL allow everything.
 */
gboolean rk_file_type_is_accepted (const char *type, const char *accepted);
/* @name as a file may be called anywhere: no folder, no control characters, valid UTF-8, not too
 * long: (transfer full), never "". */
char *rk_file_name_clean (const char *name);
/* "foto.jpg", 2 → "foto-2.jpg": (transfer full). */
char *rk_file_name_number (const char *name, guint number);

G_END_DECLS
