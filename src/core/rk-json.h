/* SPDX-License-Identifier: EUPL-1.2 */
/* JSON from files that nobody vouches for: bounded in size and in depth, which json-glib is not;
 * and JSON to be read. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define RK_JSON_MAX_BYTES (64 * 1024 * 1024)
#define RK_JSON_MAX_DEPTH 128

/* Errors: RK_ERROR_TOO_LARGE, RK_ERROR_INVALID, those of json-glib. An empty text is an error.
 * (transfer full) */
JsonNode *rk_json_parse (const char *text, gsize length, GError **error);
/* The same from a file, refused by its size before it is read; file errors too. (transfer full) */
JsonNode *rk_json_parse_file (const char *path, GError **error);
/* @node laid out to be read, each number in the fewest digits that mean the same: (transfer full).
 */
char *rk_json_to_text (JsonNode *node);

G_END_DECLS
