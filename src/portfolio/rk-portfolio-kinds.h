/* SPDX-License-Identifier: EUPL-1.2 */
/* The fields of what an administration knows about its applications (NOTES of the portfolio: the
 * terms of the Dutch Softwarecatalogus and of ArchiMate, in English).
 *
 * A *product* is what one buys; an *application* is the use of a product by the administration; a
 * *reference component* is a function of the reference architecture. A reference component is no
 * record: it is named by its key (rk_architecture_get_key() of a concept), which survives a new
 * release of the model. */
#pragma once

#include "rk-kind.h"

G_BEGIN_DECLS

extern const RkKind rk_kind_organisation;
extern const RkKind rk_kind_supplier;
extern const RkKind rk_kind_product;
extern const RkKind rk_kind_product_version;
extern const RkKind rk_kind_application;
extern const RkKind rk_kind_fit;
extern const RkKind rk_kind_contract;
extern const RkKind rk_kind_interface;
extern const RkKind rk_kind_standard;
extern const RkKind rk_kind_product_standard;
extern const RkKind rk_kind_component_standard;
extern const RkKind rk_kind_building_block;
extern const RkKind rk_kind_adoption;
extern const RkKind rk_kind_rating;
extern const RkKind rk_kind_regie_answer;
extern const RkKind rk_kind_regie_scheme;
extern const RkKind rk_kind_dataset;
extern const RkKind rk_kind_dataset_flow;
extern const RkKind rk_kind_principle_answer;
extern const RkKind rk_kind_architecture;
extern const RkKind rk_kind_plate;
extern const RkKind rk_kind_diagram;

/* All of them, in an order in which what is referred to comes first; ended by NULL. */
extern const RkKind *const rk_portfolio_kinds[];

/* The life of an application or an interface: "planned", "in_use", "phasing_out", "retired"; ended
 * by a NULL value. No status is "unknown". */
extern const RkEnumValue rk_lifecycle_statuses[];

G_END_DECLS
