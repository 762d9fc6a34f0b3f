/* SPDX-License-Identifier: EUPL-1.2 */
/* Files as answers.
 *
 * The answer to a question for a file is the file's name, which is unique in the response; the
 * content is a blob in the workspace. Answer and file are one step: undo takes both back. */
#pragma once

#include "rk-response.h"

G_BEGIN_DECLS

typedef struct
{
  char *node_path; /* with positions: "/data/child[2]/photo" */
  char *name;
  char *hash; /* of the blob */
  char *type; /* MIME */
  gint64 size;
  gboolean relevant; /* goes with the submission: its question is not hidden */
} RkResponseFile;
void rk_response_file_free (RkResponseFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkResponseFile, rk_response_file_free)

/* Makes the file at @path the answer to @node, in place of what was there. A name that is taken in
 * this response gets a number ("foto-1.jpg"). Errors: RK_ERROR_INVALID (not a kind of file that the
 * question asks for, not a question for a file, unreadable), RK_ERROR_TOO_LARGE (over 100 MB),
 * RK_ERROR_FROZEN, RK_ERROR_NOT_FOUND; then the former answer stays. Storage as
 * rk_response_enter(). */
gboolean rk_response_attach (RkResponse *self, RkFormNode *node, const char *path, GError **error);
/* In two steps, for a large file: whether it may be attached at all, before it is copied; then,
 * once the workspace has its content as the blob @hash. */
gboolean rk_response_check_file (RkResponse *self, RkFormNode *node, const char *path,
                                 GError **error);
gboolean rk_response_attach_kept (RkResponse *self, RkFormNode *node, const char *path,
                                  const char *hash, GError **error);
gboolean rk_response_attach_bytes (RkResponse *self, RkFormNode *node, GBytes *bytes,
                                   const char *name, GError **error);
/* Takes the answer away. */
gboolean rk_response_detach (RkResponse *self, RkFormNode *node, GError **error);

/* The file that is the answer to @node: (transfer full); NULL when there is none. */
RkResponseFile *rk_response_get_file (RkResponse *self, RkFormNode *node);
/* Its content: (transfer full); NULL without error when there is none. */
GBytes *rk_response_dup_file (RkResponse *self, RkFormNode *node, GError **error);
/* All files, in form order, also those of hidden questions: (transfer full) (element-type
 * RkResponseFile). */
GPtrArray *rk_response_list_files (RkResponse *self, GError **error);
/* The largest width or height in pixels that the question wants of a picture (orx:max-pixels of the
 * bind); 0: any. Who attaches a picture scales it down first. */
guint rk_response_get_max_pixels (RkResponse *self, RkFormNode *node);

G_END_DECLS
