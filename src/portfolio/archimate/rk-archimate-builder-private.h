/* SPDX-License-Identifier: EUPL-1.2 */
/* Building elements and relations of our own to go with a model that is written. */
#pragma once

#include "rk-archimate-writer-private.h"
#include "rk-architecture-private.h"

G_BEGIN_DECLS

typedef struct _RkArchimateBuilder RkArchimateBuilder;

/* @architecture: (nullable): what it goes with. */
RkArchimateBuilder *rk_archimate_builder_new (RkArchitecture *architecture);
void rk_archimate_builder_free (RkArchimateBuilder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkArchimateBuilder, rk_archimate_builder_free)
/* What has been built; the builder keeps nothing: (transfer full). */
RkArchimateAddition *rk_archimate_builder_steal (RkArchimateBuilder *self);
RkArchimateAddition *rk_archimate_builder_get (RkArchimateBuilder *self);
guint rk_archimate_builder_get_n_elements (RkArchimateBuilder *self);
guint rk_archimate_builder_get_n_relations (RkArchimateBuilder *self);

/* A property of the element or relation that follows; nothing when @value is NULL or "". */
void rk_archimate_builder_property (RkArchimateBuilder *self, const char *name, const char *value);
/* A property of the model. */
void rk_archimate_builder_model_property (RkArchimateBuilder *self, const char *name,
                                          const char *value);
/* An element in a folder; @id: of a record. Its identifier: (transfer none). */
const char *rk_archimate_builder_element (RkArchimateBuilder *self, const char *folder,
                                          const char *type, const char *id, const char *name,
                                          const char *documentation);
/* The identifier of the element that a record has become: (nullable). */
const char *rk_archimate_builder_find (RkArchimateBuilder *self, const char *id);
/* A relation between identifiers of ours or of the model. FALSE, and the properties are dropped,
 * when an end is not there or ArchiMate does not allow any of @types (words between blanks, tried
 * in order). */
gboolean rk_archimate_builder_relate (RkArchimateBuilder *self, const char *types,
                                      const char *source, const char *target, const char *name);

G_END_DECLS
