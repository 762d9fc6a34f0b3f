/* SPDX-License-Identifier: EUPL-1.2 */
/* What people call the fields and values of the portfolio, in Dutch and in English: so that a list
 * that was never meant for this program is understood without asking. */
#pragma once

#include "rk-kind.h"

G_BEGIN_DECLS

/* Something that a file can hold: one row is one record of @kind. Beside each kind itself there are
 * lists that others publish.
 *
 * @name: of the kind, or of the list: "standards-register"
 * @label: source string, marked N_()
 * @fixed: (nullable): fields with the value that every row gets: name, value … NULL */
typedef struct
{
  const char *name;
  const char *label;
  const RkKind *kind;
  const char *const *fixed;
} RkImportSubject;

/* The lists of others; ended by one without a name. Kinds are subjects by their own name. */
extern const RkImportSubject rk_import_lists[];

/* Looks among the kinds and the lists: FALSE when there is none by that name. */
gboolean rk_import_subject_find (const char *name, RkImportSubject *subject);

/* Beside its fields a row may hold the id of its record, and for an application or a product the
 * reference components on which it stands. */
#define RK_IMPORT_ID "id"
#define RK_IMPORT_COMPONENTS "components"

/* The field (or one of the above) that a column with this name holds: (nullable) (transfer none).
 */
const char *rk_import_find_target (const RkImportSubject *subject, const char *column);
/* What the column is called that stands beside a reference and holds the name of what it leads to:
 * "supplier_name", or "source_title" where "source_name" is a field by itself. (transfer full) */
char *rk_import_dup_beside (const RkKind *kind, const RkField *field);
/* Whether a row of @subject may have components beside its fields. */
gboolean rk_import_takes_components (const RkKind *kind);

/* The value of an enum that @text names: (nullable) (transfer none) when there is none; "" when
 * @text says that it is unknown. */
const char *rk_import_find_value (const RkField *field, const char *text);
/* "true", "false", "" (unknown) or NULL (no truth value). */
const char *rk_import_find_truth (const char *text);

G_END_DECLS
