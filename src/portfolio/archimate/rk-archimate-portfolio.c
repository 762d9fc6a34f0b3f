/* SPDX-License-Identifier: EUPL-1.2 */
/* The words of the mapping are those of the Softwarecatalogus, in Dutch whatever the language of
 * the interface: other programs look for them. */
#include "config.h"
#include "rk-archimate-portfolio.h"
#include "rk-archimate-builder-private.h"
#include "rk-lifecycle.h"
#include "rk-portfolio-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define COMPONENT "ApplicationComponent"

typedef struct
{
  RkStore *store;
  RkLevel level;
  RkArchitecture *architecture; /* (nullable) */
  RkArchimateBuilder *builder;
  RkArchimatePortfolio *counts;
  char *today;
  const char *municipality; /* (nullable): its identifier */
  GHashTable *products;     /* id → RkRecord */
  GHashTable *used;         /* ids of versions that an application is */
  GError *error;
} Portfolio;

/* --- records ---------------------------------------------------------------------------------- */

/* The records of a kind that may leave: (transfer full). */
static GPtrArray *
list (Portfolio *self, const RkKind *kind)
{
  g_autoptr (GPtrArray) all = NULL;
  GPtrArray *shown = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->error == NULL && rk_level_shows_kind (self->level, kind))
    all = rk_store_list (self->store, kind->name, NULL, NULL, &self->error, NULL);
  for (guint i = 0; all != NULL && i < all->len; i++)
    if (rk_level_shows_record (self->level, all->pdata[i]))
      g_ptr_array_add (shown, g_object_ref (all->pdata[i]));
  return shown;
}

/* A field that may leave: (nullable). */
static const char *
get (Portfolio *self, RkRecord *record, const char *name)
{
  const RkKind *kind = rk_record_get_kind (record);
  int i = rk_kind_find_field (kind, name);

  return i >= 0 && rk_level_shows_field (self->level, kind, &kind->fields[i])
             ? rk_record_get (record, name)
             : NULL;
}

/* Pairs of a value of ours and the word of the mapping, ended by NULL. */
static const char *
translate (const char *const *words, const char *value)
{
  for (guint i = 0; value != NULL && words[i] != NULL; i += 2)
    if (g_str_equal (words[i], value))
      return words[i + 1];
  return NULL;
}

static void
property (Portfolio *self, const char *name, const char *value)
{
  rk_archimate_builder_property (self->builder, name, value);
}

static void
object_id (Portfolio *self, RkRecord *record)
{
  const char *id = get (self, record, "object_id");

  property (self, "Object ID", id != NULL ? id : rk_record_get_id (record));
}

/* The day of a time. */
static void
day (Portfolio *self, const char *name, const char *time)
{
  g_autofree char *date = g_strndup (time != NULL ? time : "", strlen ("2026-01-01"));

  property (self, name, date);
}

static gboolean
relate (Portfolio *self, const char *types, const char *source, const char *target,
        const char *name)
{
  return rk_archimate_builder_relate (self->builder, types, source, target, name);
}

static const char *
find (Portfolio *self, const char *id)
{
  return rk_archimate_builder_find (self->builder, id);
}

/* The identifier of the concept that a place names: (nullable). */
static const char *
find_component (Portfolio *self, const char *key)
{
  const RkConcept *concept = self->architecture != NULL && key != NULL
                                 ? rk_architecture_find (self->architecture, key)
                                 : NULL;

  return concept != NULL ? concept->identifier : NULL;
}

/* --- who -------------------------------------------------------------------------------------- */

static void
add_suppliers (Portfolio *self)
{
  g_autoptr (GPtrArray) suppliers = list (self, &rk_kind_supplier);

  for (guint i = 0; i < suppliers->len; i++)
    {
      RkRecord *record = suppliers->pdata[i];

      property (self, "GEMMA type", "Leverancier");
      object_id (self, record);
      property (self, "KBO-nummer", get (self, record, "kbo"));
      property (self, "Land", get (self, record, "country"));
      property (self, "URL", get (self, record, "website"));
      rk_archimate_builder_element (self->builder, "Leveranciers", "BusinessActor",
                                    rk_record_get_id (record), get (self, record, "name"),
                                    get (self, record, "notes"));
    }
}

/* Who uses the workspace, as long as the landscape may be seen at all. */
static void
add_municipality (Portfolio *self)
{
  g_autoptr (GPtrArray) records = NULL;
  RkRecord *record;

  if (rk_store_get_kind (self->store, "administration") == NULL ||
      !rk_level_shows_kind (self->level, &rk_kind_application))
    return;
  records = rk_store_list (self->store, "administration", NULL, NULL, &self->error, NULL);
  if (records == NULL || records->len == 0)
    return;
  record = records->pdata[0];
  property (self, "GEMMA type", "Gemeente");
  property (self, "Object ID", rk_record_get_id (record));
  property (self, "NIS-code", rk_record_get (record, "nis"));
  self->municipality = rk_archimate_builder_element (self->builder, "Besturen", "BusinessActor",
                                                     rk_record_get_id (record),
                                                     rk_record_get (record, "name"), NULL);
}

static void
add_organisations (Portfolio *self)
{
  g_autoptr (GPtrArray) records = list (self, &rk_kind_organisation);

  for (guint i = 0; i < records->len; i++)
    {
      RkRecord *record = records->pdata[i];
      gboolean is_collaboration = g_strcmp0 (get (self, record, "type"), "collaboration") == 0;

      property (self, "GEMMA type", is_collaboration ? "Samenwerkingsverband" : "Gemeente");
      object_id (self, record);
      property (self, "NIS-code", get (self, record, "nis"));
      rk_archimate_builder_element (self->builder, "Besturen",
                                    is_collaboration ? "BusinessCollaboration" : "BusinessActor",
                                    rk_record_get_id (record), get (self, record, "name"),
                                    get (self, record, "notes"));
    }
  for (guint i = 0; i < records->len; i++)
    relate (self, "Aggregation", find (self, get (self, records->pdata[i], "parent")),
            find (self, rk_record_get_id (records->pdata[i])), NULL);
}

/* --- what ------------------------------------------------------------------------------------- */

static const char *const version_words[] = {
  "development",    "in ontwikkeling",     "test", "in test", "distribution", "distributie",
  "end_of_support", "einde ondersteuning", NULL,
};

static void
version_properties (Portfolio *self, RkRecord *version)
{
  property (self, "Versie-aanduiding", get (self, version, "label"));
  property (self, "Pakketversie Status", translate (version_words, get (self, version, "status")));
  property (self, "Start ontwikkeling", get (self, version, "developed_on"));
  property (self, "Start test", get (self, version, "tested_on"));
  property (self, "Start distributie", get (self, version, "distributed_on"));
  property (self, "Einde ondersteuning", get (self, version, "end_of_support"));
}

static void
add_products (Portfolio *self)
{
  g_autoptr (GPtrArray) records = list (self, &rk_kind_product);

  for (guint i = 0; i < records->len; i++)
    {
      RkRecord *record = records->pdata[i];
      const char *element;

      property (self, "SWC type", "Pakket");
      object_id (self, record);
      property (self, "URL", get (self, record, "url"));
      property (self, "Ondersteunde technologie", get (self, record, "technology"));
      day (self, "Mutatiedatum pakket", rk_record_get_updated_at (record));
      element = rk_archimate_builder_element (self->builder, "Pakketten", COMPONENT,
                                              rk_record_get_id (record), get (self, record, "name"),
                                              get (self, record, "description"));
      relate (self, "Association", find (self, get (self, record, "supplier")), element, "levert");
      g_hash_table_insert (self->products, g_strdup (rk_record_get_id (record)),
                           g_object_ref (record));
    }
}

/* Relations of a product to what it is suitable for. */
static void
add_suitable (Portfolio *self)
{
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->products);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    {
      const char *keys = get (self, record, "components");
      g_auto (GStrv) words = g_strsplit (keys != NULL ? keys : "", " ", -1);

      for (guint i = 0; keys != NULL && words[i] != NULL; i++)
        if (!relate (self, "Specialization Assignment Association",
                     find (self, rk_record_get_id (record)), find_component (self, words[i]),
                     "is geschikt voor"))
          self->counts->n_left_out++;
    }
}

static void
add_versions (Portfolio *self)
{
  g_autoptr (GPtrArray) records = list (self, &rk_kind_product_version);

  for (guint i = 0; i < records->len; i++)
    {
      RkRecord *record = records->pdata[i];
      const char *product = get (self, record, "product");
      RkRecord *of = product != NULL ? g_hash_table_lookup (self->products, product) : NULL;
      g_autofree char *name = NULL;
      const char *element;

      if (g_hash_table_contains (self->used, rk_record_get_id (record)))
        continue;
      name = g_strjoin (" ", of != NULL ? get (self, of, "name") : "", get (self, record, "label"),
                        NULL);
      property (self, "GEMMA type", "Pakketversie");
      object_id (self, record);
      property (self, "Naam", g_strstrip (name));
      version_properties (self, record);
      element = rk_archimate_builder_element (self->builder, "Pakketversies", COMPONENT,
                                              rk_record_get_id (record), name, NULL);
      relate (self, "Composition", find (self, product), element, NULL);
    }
}

/* --- applications ----------------------------------------------------------------------------- */

static const char *const status_words[] = {
  "planned",        "Gepland", "in_use",       "In productie", "phasing_out",
  "Uit te faseren", "retired", "Uitgefaseerd", NULL,
};

static void
application_properties (Portfolio *self, RkRecord *record)
{
  const char *start = get (self, record, "start_date"), *end = get (self, record, "end_date");
  RkLifecycle status = rk_lifecycle_at (rk_lifecycle_from_text (get (self, record, "status")),
                                        start, end, self->today);
  const char *external = get (self, record, "external");

  property (self, "GEMMA type", "Pakketversie");
  object_id (self, record);
  property (self, "Naam", get (self, record, "name"));
  property (self, "Gebruik status", translate (status_words, rk_lifecycle_to_text (status)));
  property (self, "Gebruik datum", start);
  property (self, "Gebruik einddatum", end);
  day (self, "Gebruik mutatiedatum", rk_record_get_updated_at (record));
  if (external != NULL)
    property (self, "Extern pakket", g_str_equal (external, "true") ? "ja" : "nee");
}

static void
add_application (Portfolio *self, RkRecord *record, GHashTable *served)
{
  const char *product = find (self, get (self, record, "product"));
  const char *version = get (self, record, "version");
  g_autoptr (RkRecord) of =
      version != NULL ? rk_store_get (self->store, "product_version", version, NULL) : NULL;
  const char *element;

  application_properties (self, record);
  if (of != NULL)
    {
      version_properties (self, of);
      g_hash_table_add (self->used, g_strdup (version));
    }
  element = rk_archimate_builder_element (self->builder, "Toepassingen", COMPONENT,
                                          rk_record_get_id (record), get (self, record, "name"),
                                          get (self, record, "description"));
  if (product != NULL)
    relate (self, "Composition", product, element, NULL);
  else
    relate (self, "Association", find (self, get (self, record, "supplier")), element, "levert");
  if (g_hash_table_add (served, (gpointer) (product != NULL ? product : element)))
    relate (self, "Serving", product != NULL ? product : element, self->municipality,
            "gebruikt door");
}

static void
add_applications (Portfolio *self)
{
  g_autoptr (GPtrArray) records = list (self, &rk_kind_application);
  g_autoptr (GHashTable) served = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    add_application (self, records->pdata[i], served);
}

/* The colour of a box by its status, legible without colour by the property. */
static void
plot (Portfolio *self, const char *concept, RkRecord *application)
{
  static const int colours[RK_N_LIFECYCLES][3] = {
    [RK_LIFECYCLE_UNKNOWN] = { 255, 255, 255 }, [RK_LIFECYCLE_PLANNED] = { 198, 219, 239 },
    [RK_LIFECYCLE_IN_USE] = { 199, 233, 192 },  [RK_LIFECYCLE_PHASING_OUT] = { 253, 208, 162 },
    [RK_LIFECYCLE_RETIRED] = { 217, 217, 217 },
  };
  RkLifecycle status = rk_lifecycle_at (rk_lifecycle_from_text (get (self, application, "status")),
                                        get (self, application, "start_date"),
                                        get (self, application, "end_date"), self->today);

  rk_archimate_addition_plot (rk_archimate_builder_get (self->builder), concept,
                              find (self, rk_record_get_id (application)), colours[status][0],
                              colours[status][1], colours[status][2]);
}

static void
add_places (Portfolio *self)
{
  g_autoptr (GPtrArray) records = list (self, &rk_kind_fit);

  for (guint i = 0; i < records->len; i++)
    {
      const char *concept = find_component (self, get (self, records->pdata[i], "component"));
      const char *id = get (self, records->pdata[i], "application");
      g_autoptr (RkRecord) application = NULL;

      if (!relate (self, "Specialization Assignment Realization Association", find (self, id),
                   concept, "wordt gebruikt voor"))
        {
          self->counts->n_left_out++;
          continue;
        }
      application = rk_store_get (self->store, "application", id, NULL);
      if (application != NULL)
        plot (self, concept, application);
    }
}

/* --- standards -------------------------------------------------------------------------------- */

static void
add_standards (Portfolio *self)
{
  g_autoptr (GPtrArray) records = list (self, &rk_kind_standard);

  for (guint i = 0; i < records->len; i++)
    {
      RkRecord *record = records->pdata[i];
      const char *version = get (self, record, "version");

      property (self, "GEMMA type", version != NULL ? "Standaardversie" : "Standaard");
      object_id (self, record);
      property (self, "Versie-aanduiding", version);
      property (self, "Beheerder", get (self, record, "organisation"));
      property (self, "URL", get (self, record, "url"));
      rk_archimate_builder_element (self->builder, "Standaarden", "Constraint",
                                    rk_record_get_id (record), get (self, record, "name"),
                                    get (self, record, "description"));
    }
}

static void
add_conformities (Portfolio *self)
{
  static const char *const words[] = {
    "claimed", "geclaimd", "proven", "bewezen", "refuted", "niet voldaan", NULL,
  };
  static const char *const roles[] = { "required", "Verplicht", "recommended", "Aanbevolen", NULL };
  g_autoptr (GPtrArray) claims = list (self, &rk_kind_product_standard);
  g_autoptr (GPtrArray) obligations = list (self, &rk_kind_component_standard);

  for (guint i = 0; i < claims->len; i++)
    {
      RkRecord *record = claims->pdata[i];

      property (self, "Compliancy", translate (words, get (self, record, "claim")));
      relate (self, "Realization Association", find (self, get (self, record, "product")),
              find (self, get (self, record, "standard")), "ondersteunt");
    }
  for (guint i = 0; i < obligations->len; i++)
    {
      RkRecord *record = obligations->pdata[i];
      const char *role = translate (roles, get (self, record, "obligation"));

      property (self, "Verbindingsrol", role);
      relate (self, "Realization Association",
              find_component (self, get (self, record, "component")),
              find (self, get (self, record, "standard")), role);
    }
}

/* --- interfaces ------------------------------------------------------------------------------- */

static const char *const directions[] = {
  "forward", "left_to_right", "backward", "right_to_left", "both", "bidirection", NULL,
};
static const char *const types[] = { "standard", "norm", "custom", "custom", NULL };
static const char *const transports[] = {
  "web_service",
  "Webservices",
  "message_queue",
  "Message Queue",
  "file",
  "Bestandsoverdracht",
  "database",
  "Database koppeling",
  "portal",
  "Upload naar portaal",
  NULL,
};
static const char *const interface_statuses[] = {
  "planned", "In ontwikkeling",     "in_use", "distributie", "phasing_out", "einde ondersteuning",
  "retired", "einde ondersteuning", NULL,
};

/* One end: an application, or somebody outside, of whom one element is made. */
static const char *
find_end (Portfolio *self, RkRecord *record, const char *field, const char *outside,
          gboolean *external)
{
  const char *element = find (self, get (self, record, field));
  const char *name = get (self, record, outside);
  g_autofree char *id = NULL;

  if (element != NULL || name == NULL)
    return element;
  *external = TRUE;
  id = rk_store_name_id ("archimate-outside", name, NULL);
  element = find (self, id);
  if (element != NULL)
    return element;
  property (self, "GEMMA type", "Buitengemeentelijke voorziening");
  property (self, "Object ID", id);
  return rk_archimate_builder_element (self->builder, "Buitengemeentelijk", COMPONENT, id, name,
                                       NULL);
}

static void
interface_properties (Portfolio *self, RkRecord *record, gboolean external)
{
  const char *type = translate (types, get (self, record, "type"));
  g_autoptr (RkRecord) standard = NULL;
  const char *id = get (self, record, "standard");

  property (self, "GEMMA type", "Koppeling");
  property (self, "GEMMA subtype", external ? "Buitengemeentelijk" : "Binnengemeentelijk");
  object_id (self, record);
  property (self, "Datum", get (self, record, "since"));
  property (self, "Intermediair", get (self, record, "intermediary"));
  property (self, "Richting", translate (directions, get (self, record, "direction")));
  property (self, "Type", type != NULL ? type : "unknown");
  standard = id != NULL ? rk_store_get (self->store, "standard", id, NULL) : NULL;
  if (standard != NULL)
    {
      property (self, "Standaardversie", rk_record_get (standard, "name"));
      property (self, "Standaardversie ID", id);
    }
  property (self, "Status", translate (interface_statuses, get (self, record, "status")));
  property (self, "Transportprotocol", translate (transports, get (self, record, "transport")));
}

static void
add_interfaces (Portfolio *self)
{
  g_autoptr (GPtrArray) records = list (self, &rk_kind_interface);

  for (guint i = 0; i < records->len; i++)
    {
      RkRecord *record = records->pdata[i];
      gboolean external = FALSE;
      const char *source = find_end (self, record, "source", "source_name", &external);
      const char *target = find_end (self, record, "target", "target_name", &external);
      const char *name = get (self, record, "name");

      interface_properties (self, record, external);
      if (!relate (self, "Flow", source, target,
                   name != NULL ? name
                   : external   ? "buitengemeentelijke koppeling"
                                : "binnengemeentelijke koppeling"))
        self->counts->n_left_out++;
    }
}

/* --- the model -------------------------------------------------------------------------------- */

static void
name_model (Portfolio *self)
{
  RkArchimateAddition *addition = rk_archimate_builder_get (self->builder);
  const char *base = self->architecture != NULL ? rk_architecture_get_id (self->architecture) : "";
  const char *name =
      self->architecture != NULL ? rk_architecture_get_name (self->architecture) : NULL;
  g_autofree char *id = rk_store_name_id ("archimate-portfolio", base, NULL);
  g_autoptr (RkRecord) record =
      self->architecture != NULL ? rk_store_get (self->store, "architecture", base, NULL) : NULL;
  const char *release = record != NULL ? rk_record_get (record, "release") : NULL;

  addition->identifier = g_strconcat ("id-", id, NULL);
  addition->name =
      name != NULL ? g_strconcat ("Toepassingen op ", name, NULL) : g_strdup ("Toepassingen");
  rk_archimate_builder_model_property (self->builder, "Exportdatum", self->today);
  rk_archimate_builder_model_property (self->builder, "Niveau", rk_level_to_text (self->level));
  rk_archimate_builder_model_property (self->builder, "Referentiearchitectuur", name);
  rk_archimate_builder_model_property (self->builder, "Referentiearchitectuur release", release);
  addition->plot_suffix = g_strdup (" – toepassingen");
  addition->plot_note =
      g_strconcat ("Stand op ", self->today, name != NULL ? ", " : "", name != NULL ? name : "",
                   release != NULL ? " " : "", release != NULL ? release : "", ".", NULL);
}

static void
build (Portfolio *self)
{
  name_model (self);
  add_suppliers (self);
  add_municipality (self);
  add_organisations (self);
  add_products (self);
  add_applications (self);
  add_versions (self);
  add_standards (self);
  add_suitable (self);
  add_places (self);
  add_conformities (self);
  add_interfaces (self);
  self->counts->n_elements = rk_archimate_builder_get_n_elements (self->builder);
  self->counts->n_relations = rk_archimate_builder_get_n_relations (self->builder);
}

typedef struct
{
  RkStore *store;
  RkLevel level;
  RkArchimatePortfolio *counts;
  GCancellable *cancellable;
} Task;

static gboolean
write_all (const Task *task, GOutputStream *stream, GError **error)
{
  Portfolio self = { .store = task->store, .level = task->level, .counts = task->counts };
  g_autoptr (RkArchimateAddition) addition = NULL;
  gboolean ok = FALSE;

  self.architecture = rk_architecture_open (task->store, NULL, &self.error);
  self.builder = rk_archimate_builder_new (self.architecture);
  self.today = rk_date_today ();
  self.products = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self.used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (self.error == NULL)
    build (&self);
  addition = rk_archimate_builder_steal (self.builder);
  if (self.error == NULL)
    ok = rk_archimate_write (rk_store_get_database (task->store),
                             self.architecture != NULL ? self.architecture->id : NULL, addition,
                             &task->counts->n_views, stream, task->cancellable, &self.error);
  g_clear_pointer (&self.builder, rk_archimate_builder_free);
  g_clear_pointer (&self.architecture, rk_architecture_unref);
  g_hash_table_unref (self.products);
  g_hash_table_unref (self.used);
  g_free (self.today);
  if (self.error != NULL)
    g_propagate_error (error, self.error);
  return ok;
}

static gboolean
export_cb (GOutputStream *stream, gpointer data, GError **error)
{
  const Task *task = data;
  sqlite3 *db = rk_store_get_database (task->store);
  gboolean ok;

  /* All of it from one moment. */
  if (!rk_sql_exec (db, "SAVEPOINT archimate", error))
    return FALSE;
  ok = write_all (task, stream, error);
  sqlite3_exec (db, "RELEASE archimate", NULL, NULL, NULL);
  return ok;
}

gboolean
rk_archimate_portfolio_export (RkStore *store, RkLevel level, const char *path,
                               RkArchimatePortfolio *counts, GCancellable *cancellable,
                               GError **error)
{
  RkArchimatePortfolio own = { 0 };
  Task task = { store, level, counts != NULL ? counts : &own, cancellable };

  g_return_val_if_fail (RK_IS_STORE (store) && path != NULL, FALSE);
  *task.counts = own;
  return rk_archimate_write_file (path, export_cb, &task, error);
}
