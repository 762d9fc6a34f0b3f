/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-application-table.h"

#include "rk-application-list.h"
#include "rk-format.h"
#include "rk-lifecycle.h"

#include <glib/gi18n.h>

static const RkTableColumn columns[] = {
  { "name", N_ ("Application"), 0, 140, 0 },
  { "supplier_name", N_ ("Supplier"), 140, 0, 2 },
  { "status", N_ ("Status"), 156, 0, 0, RK_FIELD_TEXT, RK_CELL_STATUS },
  { "contract_end", N_ ("End of contract"), 124, 0, 1, RK_FIELD_DATE },
  { "regie", N_ ("Control"), 104, 0, 3, RK_FIELD_DECIMAL, RK_CELL_SCORE },
  { "components", N_ ("Components"), 160, 0, 4, .optional = TRUE },
  { "domain", N_ ("Domain"), 140, 0, 5, .optional = TRUE },
  { "annual_cost", N_ ("Yearly cost"), 110, 0, 6, RK_FIELD_MONEY, .optional = TRUE },
  { "users", N_ ("Users"), 90, 0, 7, RK_FIELD_INTEGER, .optional = TRUE },
  { "hosting", N_ ("Hosting"), 160, 0, 4, .optional = TRUE },
  { "criticality", N_ ("Criticality"), 110, 0, 5, .optional = TRUE },
  { "personal_data", N_ ("Personal data"), 120, 0, 4, .optional = TRUE },
  { "owner", N_ ("Owner"), 140, 0, 4, .optional = TRUE },
  { "department", N_ ("Department"), 140, 0, 4, .optional = TRUE },
  { "version_label", N_ ("Version"), 90, 0, 4, .optional = TRUE },
  { "notice_date", N_ ("Notice until"), 110, 0, 4, RK_FIELD_DATE, .optional = TRUE },
  { "end_date", N_ ("In use until"), 110, 0, 4, .optional = TRUE },
  { NULL },
};

static const char *const filters[] = { "status", "domain", NULL };

static const char *
get_supplier (RkRecord *record)
{
  const char *supplier = rk_record_get_derived (record, "supplier_name");

  return supplier != NULL ? supplier : _ ("supplier unknown");
}

/* «BurgerPunt, Nordale Software, in use, end 31 July 2027, control 42» */
static char *
dup_row_name (RkStore *store, RkRecord *record)
{
  const char *end = rk_record_get_derived (record, "contract_end");
  const char *regie = rk_record_get_derived (record, "regie");
  g_autofree char *date = rk_format_date (end, RK_FORMAT_SENTENCE);
  g_autofree char *score = rk_format_number (regie != NULL ? g_ascii_strtod (regie, NULL) : 0, 0);
  RkLifecycle status = rk_lifecycle_from_text (rk_record_get (record, "status"));
  g_autofree char *word = g_utf8_strdown (rk_lifecycle_get_label (status), -1);

  /* Translators: an application, its supplier, its status, the end of its contract, its score */
  return g_strdup_printf (_ ("%s, %s, %s, end %s, control %s"), rk_record_get_title (record), get_supplier (record), word,
      end != NULL ? date : _ ("unknown"), regie != NULL ? score : _ ("unknown"));
}

static char *
dup_second_line (RkStore *store, RkRecord *record)
{
  const char *end = rk_record_get_derived (record, "contract_end");
  g_autofree char *date = rk_format_date (end, RK_FORMAT_TABLE);

  if (end == NULL)
    return g_strdup (get_supplier (record));
  /* Translators: a supplier and the date on which its contract ends */
  return g_strdup_printf (_ ("%s · until %s"), get_supplier (record), date);
}

const RkTableSpec rk_application_table = {
  .name = "applications",
  .kind = "application",
  .derived = rk_application_columns,
  .columns = columns,
  .order = "name",
  .filters = filters,
  .search = N_ ("Filter on name"),
  .none = N_ ("No applications with these filters."),
  .sum = "annual_cost",
  .sum_label = N_ ("Yearly cost together"),
  .dup_row_name = dup_row_name,
  .dup_second_line = dup_second_line,
};
