/* SPDX-License-Identifier: EUPL-1.2 */
/* The landscape: everything that plates and analyses need, read once, as it is on a date.
 *
 * A landscape does not change after it was loaded and holds no store: it may go to a thread. What
 * is not known stays unknown: NULL for texts and records, NAN for amounts, -1 for numbers,
 * RK_LIFECYCLE_UNKNOWN for a status. A reference to a record that is not there is unknown too. */
#pragma once

#include "rk-lifecycle.h"
#include "rk-store.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;
  const char *name;
  const char *country;
  const char *parent_company;
  const char *parent_country;
} RkLandSupplier;

typedef struct
{
  const char *id;
  const char *name;
  const char *type;   /* value of the field: "oslo" … */
  const char *status; /* value of the field */
} RkLandStandard;

/* A product and a standard. */
typedef struct
{
  const char *id;
  const RkLandStandard *standard; /* never NULL */
  const char *claim;              /* "claimed", "proven", "refuted" */
} RkLandClaim;

typedef struct
{
  const char *id;
  const char *name;
  const RkLandSupplier *supplier;
  const char *licence;
  const char *delivery;
  GStrv components;  /* keys that it is suitable for; may be NULL */
  GPtrArray *claims; /* of RkLandClaim */
} RkLandProduct;

typedef struct
{
  const char *id;
  const char *label;
  const RkLandProduct *product;
  const char *status;
  const char *end_of_support;
} RkLandVersion;

typedef struct _RkLandApplication RkLandApplication;

/* An application fills in a component. @status is that of the application, but planned before the
 * first day of the fit and retired after its last. */
typedef struct
{
  const char *id;
  RkLandApplication *application; /* never NULL */
  const char *component;          /* the key */
  const char *component_name;     /* as it was when it was chosen */
  double weight;                  /* 1 when nothing is said */
  RkLifecycle status;
} RkLandFit;

typedef struct
{
  const char *id;
  const char *name;
  const RkLandSupplier *supplier;
  GPtrArray *applications; /* of RkLandApplication */
  int framework;           /* 1, 0, -1 */
  const char *start_date;
  const char *end_date; /* as agreed */
  int notice_months;
  int tacit;
  int renewal_months;
  RkContractTerm term; /* on the date */
  double cost;
  const char *cost_period;
  int ownership_arranged;
  int exit_arranged;
} RkLandContract;

typedef enum
{
  RK_LAND_INTERFACE_UNKNOWN,
  RK_LAND_INTERFACE_STANDARD,
  RK_LAND_INTERFACE_CUSTOM
} RkLandInterfaceType;

typedef struct
{
  const char *id;
  const char *name;
  RkLandApplication *source; /* NULL: outside, or unknown */
  const char *source_name;   /* of what lies outside */
  RkLandApplication *target;
  const char *target_name;
  const char *direction; /* "forward", "backward", "both" */
  RkLandInterfaceType type;
  const RkLandStandard *standard;
  const char *transport;
  const char *frequency;
  const char *data;
  RkLifecycle status; /* on the date */
} RkLandInterface;

typedef struct
{
  const char *id;
  const char *component; /* key */
  const RkLandStandard *standard;
  const char *obligation; /* "required", "recommended" */
} RkLandRequirement;

typedef struct
{
  const char *id;
  const char *name;
} RkLandBlock;

typedef struct
{
  const char *id;
  const RkLandBlock *block;       /* never NULL */
  RkLandApplication *application; /* NULL: the administration as a whole */
  const char *status;             /* "not_applicable", "not_used", "planned", "in_use" */
  const char *official_status;
} RkLandAdoption;

/* The answer to a question about control ("D1") or to a principle ("PR.B01"). */
typedef struct
{
  const char *id;
  RkLandApplication *application; /* NULL, only with principles: the administration as a whole */
  const char *question;
  const char *value;
  const char *reason;
} RkLandAnswer;

struct _RkLandApplication
{
  guint index; /* in the array of applications */
  const char *id;
  const char *name;
  const RkLandProduct *product;
  const RkLandVersion *version;
  const RkLandSupplier *supplier; /* its own, or that of the product */
  RkLifecycle status;             /* on the date */
  const char *start_date;
  const char *end_date;
  RkLandApplication *successor;
  const char *domain; /* its own, or that of its component in the architecture in use */
  const char *owner;
  const char *department;
  int users;
  int criticality; /* 1 to 4; -1 */
  double annual_cost;
  const char *hosting;
  const char *hosting_country;
  const char *hosting_provider;
  const char *key_owner;
  int personal_data;
  int availability;
  int integrity;
  int confidentiality;
  int external;
  double satisfaction; /* mean grade, 1 to 5 */
  guint n_ratings;
  double regie;                   /* 0 to 100; NAN: no total (rk-regie.h) */
  const RkLandContract *contract; /* the running one that ends first; one without an end last */
  GPtrArray *fits;                /* of RkLandFit, also those of other dates */
  GPtrArray *contracts;           /* of RkLandContract */
  GPtrArray *interfaces;          /* of RkLandInterface, at either end */
  GPtrArray *answers;             /* of RkLandAnswer about control */
  GPtrArray *adoptions;           /* of RkLandAdoption */
};

/* To be read only. Each array is in the order of making. */
typedef struct
{
  const char *date;
  GPtrArray *suppliers;
  GPtrArray *standards;
  GPtrArray *products;
  GPtrArray *versions;
  GPtrArray *applications;
  GPtrArray *fits;
  GPtrArray *contracts;
  GPtrArray *interfaces;
  GPtrArray *requirements;
  GPtrArray *blocks;
  GPtrArray *adoptions;
  GPtrArray *principles; /* of RkLandAnswer */
} RkLandscape;

/**
 * rk_landscape_load:
 * @date: (nullable): an ISO date; NULL: today
 *
 * Errors: RK_ERROR_INVALID for a text that is no date; those of the store.
 *
 * Returns: (transfer full)
 */
RkLandscape *rk_landscape_load (RkStore *store, const char *date, GError **error);
RkLandscape *rk_landscape_ref (RkLandscape *self);
void rk_landscape_unref (RkLandscape *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkLandscape, rk_landscape_unref)

RkLandApplication *rk_landscape_find_application (RkLandscape *self, const char *id);
RkLandSupplier *rk_landscape_find_supplier (RkLandscape *self, const char *id);
RkLandContract *rk_landscape_find_contract (RkLandscape *self, const char *id);
RkLandInterface *rk_landscape_find_interface (RkLandscape *self, const char *id);
/* The fits of the component with this key, of RkLandFit: (transfer none) (nullable). */
GPtrArray *rk_landscape_get_fits (RkLandscape *self, const char *component);
/* The keys of all components that have a fit, sorted: (transfer full) (element-type utf8). */
GPtrArray *rk_landscape_list_components (RkLandscape *self);
/* The name that a fit remembers of the component: (nullable). */
const char *rk_landscape_get_component_name (RkLandscape *self, const char *component);

G_END_DECLS
