/* SPDX-License-Identifier: EUPL-1.2 */
/* XLSForm: a form written as a spreadsheet, turned into an ODK XForm as pyxform does.
 *
 * All faults are found in one run, each with its sheet, row and column. README.md beside this file
 * lists where we differ from pyxform on purpose. */
#pragma once

#include "rk-form.h"

G_BEGIN_DECLS

/**
 * rk_xlsform_new:
 * @bytes: an .xlsx file
 * @name: where it came from, for messages
 * @folders: (nullable): folders in which attachments are looked up, ended by NULL
 * @messages: (nullable): receives every finding (element-type RkFormMessage), with sheet and
 * column, and the row as its line
 *
 * RK_FORM_ERROR_INVALID carries the first error finding as a sentence; RK_ERROR: no workbook.
 *
 * Returns: (transfer full): the form; its bytes are the XForm
 */
RkForm *rk_xlsform_new (GBytes *bytes, const char *name, const char *const *folders,
                        GPtrArray *messages, GError **error);

/* Opens a form, whether it is written as XForm or as XLSForm; otherwise as rk_form_new_from_file().
 */
RkForm *rk_xlsform_open (const char *path, const char *extra_folder, GPtrArray *messages,
                         GError **error);

G_END_DECLS
