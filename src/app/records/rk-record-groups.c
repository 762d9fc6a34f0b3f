/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-record-groups.h"

#include <glib/gi18n.h>

static const struct
{
  const char *kind;
  const char *field; /* where the group begins */
  const char *title;
} groups[] = {
  { "organisation", "valid_from", N_ ("Existence") },
  { "supplier", "parent_company", N_ ("Company") },
  { "supplier", "contact", N_ ("Contact") },
  { "product", "licence", N_ ("Licence and delivery") },
  { "product_version", "developed_on", N_ ("Dates") },
  { "application", "owner", N_ ("Ownership and use") },
  { "application", "hosting", N_ ("Hosting and data") },
  { "application", "availability", N_ ("Security") },
  { "application", "data_owner", N_ ("Data layer") },
  { "application", "process_owner", N_ ("Process layer") },
  { "application", "application_owner", N_ ("Application layer") },
  { "application", "vloca", N_ ("Other information") },
  { "contract", "start_date", N_ ("Term") },
  { "contract", "cost", N_ ("Cost") },
  { "contract", "ownership_arranged", N_ ("Arrangements") },
  { "interface", "type", N_ ("How it works") },
  { "interface", "data", N_ ("What goes over it") },
  { "standard", "published_on", N_ ("Publication") },
  { "dataset", "authentic_source", N_ ("Origin and rules") },
};

const char *
rk_record_group_title (const RkKind *kind, const RkField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_str_equal (groups[i].kind, kind->name) && g_str_equal (groups[i].field, field->name))
      return _ (groups[i].title);
  return field == kind->fields ? _ ("General") : NULL;
}
