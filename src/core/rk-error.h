/* SPDX-License-Identifier: EUPL-1.2 */
/* What can go wrong with a workspace, as a person would tell the cases apart.
 *
 * The message of an RK_ERROR is a whole sentence for a person, in the language of the interface:
 * what could not be done, to what, why, and what to do next. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RK_ERROR (rk_error_quark ())
GQuark rk_error_quark (void);

/**
 * RkError:
 * @RK_ERROR_FOREIGN: the file is not a workspace of ours
 * @RK_ERROR_NEWER: the file was made by a newer version
 * @RK_ERROR_DAMAGED: the file is a workspace, but it is damaged
 * @RK_ERROR_READ_ONLY: the file can only be read
 * @RK_ERROR_NOT_FOUND: there is no such file, record, form or question
 * @RK_ERROR_INVALID: what was given does not fit (an answer, an argument, a document)
 * @RK_ERROR_FROZEN: what should change has been submitted and is fixed
 * @RK_ERROR_TOO_LARGE: what was given exceeds a limit that protects the program
 * @RK_ERROR_BUSY: another program holds the file
 * @RK_ERROR_FULL: the disk is full
 * @RK_ERROR_FAILED: anything else; the cause is in the message
 */
typedef enum
{
  RK_ERROR_FOREIGN,
  RK_ERROR_NEWER,
  RK_ERROR_DAMAGED,
  RK_ERROR_READ_ONLY,
  RK_ERROR_NOT_FOUND,
  RK_ERROR_INVALID,
  RK_ERROR_FROZEN,
  RK_ERROR_TOO_LARGE,
  RK_ERROR_BUSY,
  RK_ERROR_FULL,
  RK_ERROR_FAILED
} RkError;

G_END_DECLS
