/* SPDX-License-Identifier: EUPL-1.2 */
/* sum(), count() and the like over all rows of a repeat. A thousand rows that each ask for the same
 * sum ask once: the result stands until one of the values changes. */
#include "config.h"
#include "rk-xpath-private.h"

typedef struct
{
  guint64 version;
  double number;
} Result;

/* The version of what @call reads now; 0: its result is not kept. */
static guint64
get_version (const RkXPathFocus *focus, const RkXPathExpr *call)
{
  const RkXPathHost *host = focus->state->host;

  if (host->version == NULL || focus->state->context->aggregates == NULL)
    return 0;
  return host->version (call->place, host->user_data);
}

void
rk_xpath_eval_aggregate (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  guint64 version = get_version (focus, call);
  GHashTable *results = focus->state->context->aggregates;
  Result *kept = version > 0 ? g_hash_table_lookup (results, call) : NULL;

  if (kept != NULL && kept->version == version)
    {
      rk_xpath_return_number (result, kept->number);
      return;
    }
  call->function->call (focus, call, result);
  if (version == 0 || focus->state->error != NULL || result->type != RK_XPATH_NUMBER ||
      result->is_date)
    return;
  kept = g_new (Result, 1);
  kept->version = version;
  kept->number = result->number;
  g_hash_table_replace (results, (gpointer) call, kept);
}
