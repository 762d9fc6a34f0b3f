/* SPDX-License-Identifier: EUPL-1.2 */
/* One statement per kind, in an order in which what is referred to comes first; every reference is
 * a look-up in the hash table of its kind. Texts live in one chunk, so that freeing is cheap. */
#include "config.h"
#include "rk-landscape.h"
#include "rk-architecture.h"
#include "rk-regie.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  RkLandscape open; /* what others see; first, so that one is the other */
  gatomicrefcount references;
  GStringChunk *texts;
  GPtrArray *answers;       /* of RkLandAnswer about control */
  GHashTable *kinds;        /* name of the kind -> (id -> struct) */
  GHashTable *by_component; /* key -> GPtrArray of RkLandFit */
} Landscape;

/* --- reading values -------------------------------------------------------------------------- */

static const char *
read_text (Landscape *self, RkRecord *record, const char *field)
{
  const char *text = rk_record_get (record, field);

  return text != NULL ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

static double
read_number (RkRecord *record, const char *field)
{
  const char *text = rk_record_get (record, field);

  return text != NULL ? g_ascii_strtod (text, NULL) : NAN;
}

static int
read_int (RkRecord *record, const char *field)
{
  gint64 number = rk_record_get_int (record, field, -1);

  return (int) CLAMP (number, -1, G_MAXINT);
}

static int
read_boolean (RkRecord *record, const char *field)
{
  const char *text = rk_record_get (record, field);

  return text == NULL ? -1 : g_str_equal (text, "true");
}

static GHashTable *
index_of (Landscape *self, const char *kind)
{
  GHashTable *index = g_hash_table_lookup (self->kinds, kind);

  if (index == NULL)
    {
      index = g_hash_table_new (g_str_hash, g_str_equal);
      g_hash_table_insert (self->kinds, (gpointer) kind, index);
    }
  return index;
}

static gpointer
find (Landscape *self, const char *kind, const char *id)
{
  GHashTable *index = g_hash_table_lookup (self->kinds, kind);

  return index != NULL && id != NULL ? g_hash_table_lookup (index, id) : NULL;
}

static gpointer
read_reference (Landscape *self, RkRecord *record, const char *field, const char *kind)
{
  return find (self, kind, rk_record_get (record, field));
}

/* Keeps @item, of which the id is known by now. */
static void
keep (Landscape *self, GPtrArray *array, const char *kind, const char *id, gpointer item)
{
  g_ptr_array_add (array, item);
  g_hash_table_insert (index_of (self, kind), (gpointer) id, item);
}

static const char *
read_id (Landscape *self, RkRecord *record)
{
  return g_string_chunk_insert_const (self->texts, rk_record_get_id (record));
}

/* --- kinds ----------------------------------------------------------------------------------- */

static void
read_supplier (Landscape *self, RkRecord *record)
{
  RkLandSupplier *supplier = g_new0 (RkLandSupplier, 1);

  supplier->id = read_id (self, record);
  supplier->name = read_text (self, record, "name");
  supplier->country = read_text (self, record, "country");
  supplier->parent_company = read_text (self, record, "parent_company");
  supplier->parent_country = read_text (self, record, "parent_country");
  keep (self, self->open.suppliers, "supplier", supplier->id, supplier);
}

static void
read_standard (Landscape *self, RkRecord *record)
{
  RkLandStandard *standard = g_new0 (RkLandStandard, 1);

  standard->id = read_id (self, record);
  standard->name = read_text (self, record, "name");
  standard->type = read_text (self, record, "type");
  standard->status = read_text (self, record, "status");
  keep (self, self->open.standards, "standard", standard->id, standard);
}

static void
read_product (Landscape *self, RkRecord *record)
{
  RkLandProduct *product = g_new0 (RkLandProduct, 1);
  const char *components = rk_record_get (record, "components");

  product->id = read_id (self, record);
  product->name = read_text (self, record, "name");
  product->supplier = read_reference (self, record, "supplier", "supplier");
  product->licence = read_text (self, record, "licence");
  product->delivery = read_text (self, record, "delivery");
  product->components = components != NULL ? g_strsplit (components, " ", -1) : NULL;
  product->claims = g_ptr_array_new_with_free_func (g_free);
  keep (self, self->open.products, "product", product->id, product);
}

static void
read_version (Landscape *self, RkRecord *record)
{
  RkLandVersion *version = g_new0 (RkLandVersion, 1);

  version->id = read_id (self, record);
  version->label = read_text (self, record, "label");
  version->product = read_reference (self, record, "product", "product");
  version->status = read_text (self, record, "status");
  version->end_of_support = read_text (self, record, "end_of_support");
  keep (self, self->open.versions, "product_version", version->id, version);
}

static void
read_claim (Landscape *self, RkRecord *record)
{
  RkLandProduct *product = read_reference (self, record, "product", "product");
  RkLandStandard *standard = read_reference (self, record, "standard", "standard");
  RkLandClaim *claim;

  if (product == NULL || standard == NULL)
    return;
  claim = g_new0 (RkLandClaim, 1);
  claim->id = read_id (self, record);
  claim->standard = standard;
  claim->claim = read_text (self, record, "claim");
  g_ptr_array_add (product->claims, claim);
}

static void
read_where_it_runs (Landscape *self, RkLandApplication *application, RkRecord *record)
{
  application->hosting = read_text (self, record, "hosting");
  application->hosting_country = read_text (self, record, "hosting_country");
  application->hosting_provider = read_text (self, record, "hosting_provider");
  application->key_owner = read_text (self, record, "key_owner");
  application->personal_data = read_boolean (record, "personal_data");
  application->availability = read_int (record, "availability");
  application->integrity = read_int (record, "integrity");
  application->confidentiality = read_int (record, "confidentiality");
  application->external = read_boolean (record, "external");
}

static void
read_application (Landscape *self, RkRecord *record)
{
  RkLandApplication *application = g_new0 (RkLandApplication, 1);

  application->index = self->open.applications->len;
  application->id = read_id (self, record);
  application->name = read_text (self, record, "name");
  application->product = read_reference (self, record, "product", "product");
  application->version = read_reference (self, record, "version", "product_version");
  application->supplier = read_reference (self, record, "supplier", "supplier");
  if (application->supplier == NULL && application->product != NULL)
    application->supplier = application->product->supplier;
  application->start_date = read_text (self, record, "start_date");
  application->end_date = read_text (self, record, "end_date");
  application->status =
      rk_lifecycle_at (rk_lifecycle_from_text (rk_record_get (record, "status")),
                       application->start_date, application->end_date, self->open.date);
  application->domain = read_text (self, record, "domain");
  application->owner = read_text (self, record, "owner");
  application->department = read_text (self, record, "department");
  application->users = read_int (record, "users");
  application->criticality = read_int (record, "criticality");
  application->annual_cost = read_number (record, "annual_cost");
  read_where_it_runs (self, application, record);
  application->satisfaction = NAN;
  application->regie = NAN;
  application->fits = g_ptr_array_new ();
  application->contracts = g_ptr_array_new ();
  application->interfaces = g_ptr_array_new ();
  application->answers = g_ptr_array_new ();
  application->adoptions = g_ptr_array_new ();
  keep (self, self->open.applications, "application", application->id, application);
}

/* Only now are all applications there. */
static void
read_successor (Landscape *self, RkRecord *record)
{
  RkLandApplication *application = find (self, "application", rk_record_get_id (record));

  application->successor = read_reference (self, record, "successor", "application");
}

static RkLifecycle
find_fit_status (Landscape *self, RkLandFit *fit, RkRecord *record)
{
  const char *start = rk_record_get (record, "start_date");
  const char *end = rk_record_get (record, "end_date");

  if (fit->application->status == RK_LIFECYCLE_RETIRED ||
      (end != NULL && strcmp (end, self->open.date) < 0))
    return RK_LIFECYCLE_RETIRED;
  if (start != NULL && strcmp (start, self->open.date) > 0)
    return RK_LIFECYCLE_PLANNED;
  return fit->application->status;
}

static void
read_fit (Landscape *self, RkRecord *record)
{
  RkLandApplication *application = read_reference (self, record, "application", "application");
  const char *component = read_text (self, record, "component");
  GPtrArray *fits;
  RkLandFit *fit;

  if (application == NULL || component == NULL)
    return;
  fit = g_new0 (RkLandFit, 1);
  fit->id = read_id (self, record);
  fit->application = application;
  fit->component = component;
  fit->component_name = read_text (self, record, "component_name");
  fit->weight = read_number (record, "weight");
  if (isnan (fit->weight) || fit->weight < 0)
    fit->weight = 1;
  fit->status = find_fit_status (self, fit, record);
  keep (self, self->open.fits, "fit", fit->id, fit);
  g_ptr_array_add (application->fits, fit);
  fits = g_hash_table_lookup (self->by_component, component);
  if (fits == NULL)
    {
      fits = g_ptr_array_new ();
      g_hash_table_insert (self->by_component, (gpointer) component, fits);
    }
  g_ptr_array_add (fits, fit);
}

/* The contract that asks for attention first: that which runs and ends first. */
static gboolean
comes_before (const RkLandContract *a, const RkLandContract *b)
{
  if (b == NULL || a->term.ended != b->term.ended)
    return b == NULL || b->term.ended;
  if (a->term.ended)
    return g_strcmp0 (a->term.end, b->term.end) > 0; /* the last one there was */
  if (a->term.end == NULL || b->term.end == NULL)
    return b->term.end == NULL && a->term.end != NULL;
  return strcmp (a->term.end, b->term.end) < 0;
}

static void
connect_contract (Landscape *self, RkLandContract *contract, const char *ids)
{
  g_auto (GStrv) words = g_strsplit (ids != NULL ? ids : "", " ", -1);
  gboolean begun =
      contract->start_date == NULL || strcmp (contract->start_date, self->open.date) <= 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      RkLandApplication *application = find (self, "application", words[i]);

      if (application == NULL)
        continue;
      g_ptr_array_add (contract->applications, application);
      g_ptr_array_add (application->contracts, contract);
      if (begun && comes_before (contract, application->contract))
        application->contract = contract;
    }
}

static void
read_contract (Landscape *self, RkRecord *record)
{
  RkLandContract *contract = g_new0 (RkLandContract, 1);

  contract->id = read_id (self, record);
  contract->name = read_text (self, record, "name");
  contract->supplier = read_reference (self, record, "supplier", "supplier");
  contract->applications = g_ptr_array_new ();
  contract->framework = read_boolean (record, "framework");
  contract->start_date = read_text (self, record, "start_date");
  contract->end_date = read_text (self, record, "end_date");
  contract->notice_months = read_int (record, "notice_months");
  contract->tacit = read_boolean (record, "tacit_renewal");
  contract->renewal_months = read_int (record, "renewal_months");
  contract->cost = read_number (record, "cost");
  contract->cost_period = read_text (self, record, "cost_period");
  contract->ownership_arranged = read_boolean (record, "ownership_arranged");
  contract->exit_arranged = read_boolean (record, "exit_arranged");
  rk_contract_term_at (&contract->term, contract->end_date, contract->notice_months,
                       contract->tacit, contract->renewal_months, self->open.date);
  connect_contract (self, contract, rk_record_get (record, "applications"));
  keep (self, self->open.contracts, "contract", contract->id, contract);
}

static RkLandInterfaceType
read_interface_type (RkRecord *record)
{
  const char *type = rk_record_get (record, "type");

  if (g_strcmp0 (type, "standard") == 0)
    return RK_LAND_INTERFACE_STANDARD;
  return g_strcmp0 (type, "custom") == 0 ? RK_LAND_INTERFACE_CUSTOM : RK_LAND_INTERFACE_UNKNOWN;
}

static void
read_interface (Landscape *self, RkRecord *record)
{
  RkLandInterface *link = g_new0 (RkLandInterface, 1);

  link->id = read_id (self, record);
  link->name = read_text (self, record, "name");
  link->source = read_reference (self, record, "source", "application");
  link->source_name = read_text (self, record, "source_name");
  link->target = read_reference (self, record, "target", "application");
  link->target_name = read_text (self, record, "target_name");
  link->direction = read_text (self, record, "direction");
  link->type = read_interface_type (record);
  link->standard = read_reference (self, record, "standard", "standard");
  link->transport = read_text (self, record, "transport");
  link->frequency = read_text (self, record, "frequency");
  link->data = read_text (self, record, "data");
  link->status = rk_lifecycle_at (rk_lifecycle_from_text (rk_record_get (record, "status")),
                                  rk_record_get (record, "since"), NULL, self->open.date);
  keep (self, self->open.interfaces, "interface", link->id, link);
  if (link->source != NULL)
    g_ptr_array_add (link->source->interfaces, link);
  if (link->target != NULL && link->target != link->source)
    g_ptr_array_add (link->target->interfaces, link);
}

static void
read_requirement (Landscape *self, RkRecord *record)
{
  RkLandStandard *standard = read_reference (self, record, "standard", "standard");
  RkLandRequirement *requirement;

  if (standard == NULL)
    return;
  requirement = g_new0 (RkLandRequirement, 1);
  requirement->id = read_id (self, record);
  requirement->component = read_text (self, record, "component");
  requirement->standard = standard;
  requirement->obligation = read_text (self, record, "obligation");
  g_ptr_array_add (self->open.requirements, requirement);
}

static void
read_block (Landscape *self, RkRecord *record)
{
  RkLandBlock *block = g_new0 (RkLandBlock, 1);

  block->id = read_id (self, record);
  block->name = read_text (self, record, "name");
  keep (self, self->open.blocks, "building_block", block->id, block);
}

static void
read_adoption (Landscape *self, RkRecord *record)
{
  RkLandBlock *block = read_reference (self, record, "building_block", "building_block");
  RkLandAdoption *adoption;

  if (block == NULL)
    return;
  adoption = g_new0 (RkLandAdoption, 1);
  adoption->id = read_id (self, record);
  adoption->block = block;
  adoption->application = read_reference (self, record, "application", "application");
  adoption->status = read_text (self, record, "status");
  adoption->official_status = read_text (self, record, "official_status");
  g_ptr_array_add (self->open.adoptions, adoption);
  if (adoption->application != NULL)
    g_ptr_array_add (adoption->application->adoptions, adoption);
}

static void
read_rating (Landscape *self, RkRecord *record)
{
  RkLandApplication *application = read_reference (self, record, "application", "application");
  int grade = read_int (record, "grade");

  if (application == NULL || grade < 1)
    return;
  application->satisfaction =
      application->n_ratings == 0
          ? grade
          : application->satisfaction +
                (grade - application->satisfaction) / (application->n_ratings + 1);
  application->n_ratings++;
}

static RkLandAnswer *
read_answer (Landscape *self, RkRecord *record, const char *question, const char *reason)
{
  RkLandAnswer *answer = g_new0 (RkLandAnswer, 1);

  answer->id = read_id (self, record);
  answer->application = read_reference (self, record, "application", "application");
  answer->question = read_text (self, record, question);
  answer->value = read_text (self, record, "value");
  answer->reason = read_text (self, record, reason);
  return answer;
}

static void
read_regie_answer (Landscape *self, RkRecord *record)
{
  RkLandAnswer *answer = read_answer (self, record, "question", "evidence");

  g_ptr_array_add (self->answers, answer);
  if (answer->application != NULL)
    g_ptr_array_add (answer->application->answers, answer);
}

static void
read_principle_answer (Landscape *self, RkRecord *record)
{
  if (rk_record_get (record, "application") == NULL ||
      read_reference (self, record, "application", "application") != NULL)
    g_ptr_array_add (self->open.principles, read_answer (self, record, "principle", "reason"));
}

/* --- all of it ------------------------------------------------------------------------------- */

static const struct
{
  const char *kind;
  void (*read) (Landscape *self, RkRecord *record);
  void (*again) (Landscape *self, RkRecord *record); /* once all of the kind are known */
} readers[] = {
  { "supplier", read_supplier },
  { "standard", read_standard },
  { "product", read_product },
  { "product_version", read_version },
  { "product_standard", read_claim },
  { "application", read_application, read_successor },
  { "fit", read_fit },
  { "contract", read_contract },
  { "interface", read_interface },
  { "component_standard", read_requirement },
  { "building_block", read_block },
  { "adoption", read_adoption },
  { "rating", read_rating },
  { "regie_answer", read_regie_answer },
  { "principle_answer", read_principle_answer },
};

static void
free_product (gpointer data)
{
  RkLandProduct *product = data;

  g_strfreev (product->components);
  g_ptr_array_unref (product->claims);
  g_free (product);
}

static void
free_contract (gpointer data)
{
  RkLandContract *contract = data;

  g_ptr_array_unref (contract->applications);
  rk_contract_term_clear (&contract->term);
  g_free (contract);
}

static void
free_application (gpointer data)
{
  RkLandApplication *application = data;

  g_ptr_array_unref (application->fits);
  g_ptr_array_unref (application->contracts);
  g_ptr_array_unref (application->interfaces);
  g_ptr_array_unref (application->answers);
  g_ptr_array_unref (application->adoptions);
  g_free (application);
}

static Landscape *
make (const char *date)
{
  Landscape *self = g_new0 (Landscape, 1);
  RkLandscape *open = &self->open;

  g_atomic_ref_count_init (&self->references);
  self->texts = g_string_chunk_new (16 * 1024);
  self->answers = g_ptr_array_new_with_free_func (g_free);
  self->kinds =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);
  self->by_component =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  open->date = g_string_chunk_insert (self->texts, date);
  open->suppliers = g_ptr_array_new_with_free_func (g_free);
  open->standards = g_ptr_array_new_with_free_func (g_free);
  open->products = g_ptr_array_new_with_free_func (free_product);
  open->versions = g_ptr_array_new_with_free_func (g_free);
  open->applications = g_ptr_array_new_with_free_func (free_application);
  open->fits = g_ptr_array_new_with_free_func (g_free);
  open->contracts = g_ptr_array_new_with_free_func (free_contract);
  open->interfaces = g_ptr_array_new_with_free_func (g_free);
  open->requirements = g_ptr_array_new_with_free_func (g_free);
  open->blocks = g_ptr_array_new_with_free_func (g_free);
  open->adoptions = g_ptr_array_new_with_free_func (g_free);
  open->principles = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/* The domain of the component that weighs most, for an application of which nobody wrote one. */
static const char *
find_domain (Landscape *self, RkArchitecture *architecture, const RkLandApplication *application)
{
  const RkLandFit *heaviest = NULL;
  const char *domain;

  for (guint i = 0; i < application->fits->len; i++)
    {
      const RkLandFit *fit = g_ptr_array_index (application->fits, i);

      if (heaviest == NULL || fit->weight > heaviest->weight)
        heaviest = fit;
    }
  domain = heaviest != NULL ? rk_architecture_get_domain (architecture, heaviest->component) : NULL;
  return domain != NULL ? g_string_chunk_insert_const (self->texts, domain) : NULL;
}

static gboolean
fill_domains (Landscape *self, RkStore *store, GError **error)
{
  GError *local_error = NULL;
  g_autoptr (RkArchitecture) architecture = rk_architecture_open (store, NULL, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  for (guint i = 0; architecture != NULL && i < self->open.applications->len; i++)
    {
      RkLandApplication *application = g_ptr_array_index (self->open.applications, i);

      if (application->domain == NULL)
        application->domain = find_domain (self, architecture, application);
    }
  return TRUE;
}

static gboolean
score_applications (RkLandscape *self, RkStore *store, GError **error)
{
  g_autoptr (RkRegieScheme) scheme = rk_regie_scheme_load (store, error);
  g_autoptr (RkRegie) regie = NULL;

  if (scheme == NULL)
    return FALSE;
  regie = rk_regie_new (self, scheme);
  for (guint i = 0; i < self->applications->len; i++)
    {
      RkLandApplication *application = g_ptr_array_index (self->applications, i);
      RkRegieScore score;

      rk_regie_score (regie, application, &score);
      application->regie = score.total;
    }
  return TRUE;
}

RkLandscape *
rk_landscape_load (RkStore *store, const char *date, GError **error)
{
  g_autoptr (RkLandscape) open = NULL;
  g_autofree char *today = NULL;
  Landscape *self;

  g_return_val_if_fail (RK_IS_STORE (store), NULL);

  if (date != NULL && !rk_date_is_valid (date))
    {
      g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                   _ ("“%s” is not a date. Write it as 2027-07-31."), date);
      return NULL;
    }
  if (date == NULL)
    date = today = rk_date_today ();
  self = make (date);
  open = &self->open;
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_autoptr (GPtrArray) records =
          rk_store_list (store, readers[i].kind, NULL, NULL, error, NULL);

      if (records == NULL)
        return NULL;
      for (guint j = 0; j < records->len; j++)
        readers[i].read (self, g_ptr_array_index (records, j));
      for (guint j = 0; readers[i].again != NULL && j < records->len; j++)
        readers[i].again (self, g_ptr_array_index (records, j));
    }
  return fill_domains (self, store, error) && score_applications (open, store, error)
             ? g_steal_pointer (&open)
             : NULL;
}

RkLandscape *
rk_landscape_ref (RkLandscape *self)
{
  g_atomic_ref_count_inc (&((Landscape *) self)->references);
  return self;
}

void
rk_landscape_unref (RkLandscape *open)
{
  Landscape *self = (Landscape *) open;

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (open->suppliers);
  g_ptr_array_unref (open->standards);
  g_ptr_array_unref (open->products);
  g_ptr_array_unref (open->versions);
  g_ptr_array_unref (open->applications);
  g_ptr_array_unref (open->fits);
  g_ptr_array_unref (open->contracts);
  g_ptr_array_unref (open->interfaces);
  g_ptr_array_unref (open->requirements);
  g_ptr_array_unref (open->blocks);
  g_ptr_array_unref (open->adoptions);
  g_ptr_array_unref (open->principles);
  g_ptr_array_unref (self->answers);
  g_hash_table_unref (self->kinds);
  g_hash_table_unref (self->by_component);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/* --- looking up ------------------------------------------------------------------------------ */

RkLandApplication *
rk_landscape_find_application (RkLandscape *self, const char *id)
{
  return find ((Landscape *) self, "application", id);
}

RkLandSupplier *
rk_landscape_find_supplier (RkLandscape *self, const char *id)
{
  return find ((Landscape *) self, "supplier", id);
}

RkLandContract *
rk_landscape_find_contract (RkLandscape *self, const char *id)
{
  return find ((Landscape *) self, "contract", id);
}

RkLandInterface *
rk_landscape_find_interface (RkLandscape *self, const char *id)
{
  return find ((Landscape *) self, "interface", id);
}

GPtrArray *
rk_landscape_get_fits (RkLandscape *self, const char *component)
{
  g_return_val_if_fail (component != NULL, NULL);

  return g_hash_table_lookup (((Landscape *) self)->by_component, component);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
rk_landscape_list_components (RkLandscape *self)
{
  GPtrArray *keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, ((Landscape *) self)->by_component);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_texts);
  return keys;
}

const char *
rk_landscape_get_component_name (RkLandscape *self, const char *component)
{
  GPtrArray *fits = rk_landscape_get_fits (self, component);

  for (guint i = 0; fits != NULL && i < fits->len; i++)
    {
      RkLandFit *fit = g_ptr_array_index (fits, i);

      if (fit->component_name != NULL)
        return fit->component_name;
    }
  return NULL;
}
