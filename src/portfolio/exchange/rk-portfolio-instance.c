/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-portfolio-instance.h"

#include "rk-import-index.h"
#include "rk-import-names.h"
#include "rk-landscape.h"
#include "rk-portfolio-json.h"
#include "rk-portfolio-kinds.h"

#include <libxml/tree.h>
#include <math.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

typedef struct
{
  RkStore *store;
  RkLevel level;
  RkImportIndex *index;
  RkLandscape *landscape;
  xmlNode *root;
} Writing;

/* What XML cannot hold is left out of a text. */
static void
add (xmlNode *parent, const char *name, const char *text)
{
  g_autofree char *clean = g_strdup (text != NULL ? text : "");

  for (char *p = clean; *p != '\0'; p++)
    if ((guchar) *p < 0x20 && *p != '\n' && *p != '\t')
      *p = ' ';
  xmlNewTextChild (parent, NULL, BAD_CAST name, BAD_CAST clean);
}

static void
add_number (xmlNode *parent, const char *name, double value, const char *format)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  add (parent, name, isnan (value) ? NULL : g_ascii_formatd (buffer, sizeof buffer, format, value));
}

static char *
dup_names (Writing *writing, const RkField *field, const char *value)
{
  const RkKind *target = rk_store_get_kind (writing->store, field->target);
  g_auto (GStrv) ids = g_strsplit (value != NULL ? value : "", " ", -1);
  GString *names = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "; " : "",
                            rk_import_index_get_name (writing->index, target, ids[i], NULL));
  return g_string_free (names, FALSE);
}

/* --- what follows from other records ---------------------------------------------------------- */

static void
add_components (xmlNode *element, const RkLandApplication *application)
{
  g_autoptr (GString) keys = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < application->fits->len; i++)
    {
      const RkLandFit *fit = application->fits->pdata[i];

      g_string_append_printf (keys, "%s%s", i > 0 ? " " : "", fit->component);
      g_string_append_printf (names, "%s%s", i > 0 ? "; " : "",
                              fit->component_name != NULL ? fit->component_name : fit->component);
    }
  add (element, "components", keys->str);
  add (element, "component_names", names->str);
}

static void
add_application (Writing *writing, xmlNode *element, const char *id)
{
  const RkLandApplication *application = rk_landscape_find_application (writing->landscape, id);
  const RkLandContract *contract = application != NULL ? application->contract : NULL;
  gboolean own = rk_level_shows_kind (writing->level, &rk_kind_contract);

  if (application == NULL)
    return;
  add (element, "status_today", rk_lifecycle_to_text (application->status));
  add_components (element, application);
  add_number (element, "satisfaction", application->satisfaction, "%.1f");
  if (!own)
    return;
  add (element, "contract", contract != NULL ? contract->id : NULL);
  add (element, "contract_name", contract != NULL ? contract->name : NULL);
  add (element, "contract_end", contract != NULL ? contract->term.end : NULL);
  add (element, "contract_notice", contract != NULL ? contract->term.notice : NULL);
}

/* --- records ---------------------------------------------------------------------------------- */

static gboolean
add_record_cb (RkRecord *record, gpointer data, GError **error)
{
  Writing *writing = data;
  const RkKind *kind = rk_record_get_kind (record);
  xmlNode *element;

  if (!rk_level_shows_record (writing->level, record))
    return TRUE;
  element = xmlNewTextChild (writing->root, NULL, BAD_CAST kind->name, NULL);
  add (element, "id", rk_record_get_id (record));
  for (const RkField *field = kind->fields; field->name != NULL; field++)
    {
      const char *value = rk_record_get (record, field->name);
      g_autofree char *beside = rk_import_dup_beside (kind, field);
      g_autofree char *names = NULL;

      if (!rk_level_shows_field (writing->level, kind, field))
        continue;
      add (element, field->name, value);
      if (field->target == NULL)
        continue;
      names = dup_names (writing, field, value);
      add (element, beside, names);
    }
  if (g_str_equal (kind->name, rk_kind_application.name))
    add_application (writing, element, rk_record_get_id (record));
  return TRUE;
}

static gboolean
add_records (Writing *writing, GError **error)
{
  for (guint i = 0; rk_portfolio_kinds[i] != NULL; i++)
    if (rk_portfolio_json_has_kind (rk_portfolio_kinds[i]) &&
        rk_level_shows_kind (writing->level, rk_portfolio_kinds[i]) &&
        !rk_store_foreach (writing->store, rk_portfolio_kinds[i]->name, add_record_cb, writing,
                           error))
      return FALSE;
  return TRUE;
}

GBytes *
rk_portfolio_to_instance (RkStore *store, RkLevel level, GError **error)
{
  g_autoptr (RkImportIndex) index = rk_import_index_new (store);
  g_autoptr (RkLandscape) landscape = rk_landscape_load (store, NULL, error);
  g_autoptr (xmlDoc) doc = xmlNewDoc (BAD_CAST "1.0");
  xmlNode *root = xmlNewDocNode (doc, NULL, BAD_CAST "root", NULL);
  Writing writing = { store, level, index, landscape, root };
  xmlChar *text = NULL;
  int length = 0;

  xmlDocSetRootElement (doc, root);
  if (landscape == NULL)
    return NULL;
  if (!add_records (&writing, error))
    return NULL;
  xmlDocDumpFormatMemoryEnc (doc, &text, &length, "UTF-8", 1);
  return g_bytes_new_with_free_func (text, (gsize) length, xmlFree, text);
}
