/* SPDX-License-Identifier: EUPL-1.2 */
/* The reference architecture: a model in the ArchiMate exchange format that was imported, as the
 * rest of the program reads it.
 *
 * A snapshot of one release. Concepts are in memory and found by key; a view is read when it is
 * asked for. Everything a snapshot gives is its own and stays the same for its life. */
#pragma once

#include "rk-store.h"

G_BEGIN_DECLS

typedef struct _RkArchitecture RkArchitecture;

/**
 * RkConcept:
 * @key: names it in mappings and survives a new release: its Object ID, else its identifier
 * @identifier: in the file
 * @type: of ArchiMate: "ApplicationComponent"
 * @name: in the language of the interface when the model has it; may be ""
 * @documentation: (nullable)
 * @role: (nullable): the model's own type: "Referentiecomponent"
 * @parent_key: (nullable): the concept that it is part of
 * @is_component: applications can be placed on it
 */
typedef struct
{
  const char *key;
  const char *identifier;
  const char *type;
  const char *name;
  const char *documentation;
  const char *role;
  const char *parent_key;
  gboolean is_component;
} RkConcept;

/* A property of a concept or a view. */
typedef struct
{
  char *name;
  char *value;
} RkProperty;

/* A relation as seen from one of its ends. @other is NULL when the other end is a relation. */
typedef struct
{
  const char *identifier;
  const char *type;
  const char *name;       /* (nullable) */
  const RkConcept *other; /* (nullable) */
  gboolean outgoing;
} RkConceptRelation;

typedef struct
{
  const char *id;
  const char *name;
  const char *viewpoint; /* (nullable) */
  guint n_nodes;
  guint n_components; /* different reference components on it */
} RkViewInfo;

/* --- opening ---------------------------------------------------------------------------------- */

/**
 * rk_architecture_open:
 * @id: (nullable): a record of the kind "architecture"; NULL: the one in use
 *
 * The store has to outlive the snapshot: views are read from it.
 *
 * Returns: (transfer full) (nullable): NULL without error when none is in use
 */
RkArchitecture *rk_architecture_open (RkStore *store, const char *id, GError **error);
RkArchitecture *rk_architecture_ref (RkArchitecture *self);
void rk_architecture_unref (RkArchitecture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkArchitecture, rk_architecture_unref)

/* The id of the record "architecture". */
const char *rk_architecture_get_id (RkArchitecture *self);
const char *rk_architecture_get_name (RkArchitecture *self);
/* The id of the record of the architecture in use: (transfer full) (nullable). */
char *rk_architecture_dup_current (RkStore *store, GError **error);

/* --- concepts --------------------------------------------------------------------------------- */

/* The concept with this key: (nullable). An identifier is understood as well. */
const RkConcept *rk_architecture_find (RkArchitecture *self, const char *key);
/* What applications are placed on, in the order of the model: the concepts that a property calls
 * reference component; in a model without any, every application component. (element-type
 * RkConcept) (transfer none) */
GPtrArray *rk_architecture_list_components (RkArchitecture *self);
/* Every element. (element-type RkConcept) (transfer none) */
GPtrArray *rk_architecture_list_concepts (RkArchitecture *self);
/* The name of the outermost grouping around the concept: (nullable). */
const char *rk_architecture_get_domain (RkArchitecture *self, const char *key);
/* The names of all domains that have a component, in the order of the model: (transfer none)
 * (element-type utf8). */
GPtrArray *rk_architecture_list_domains (RkArchitecture *self);
/* Properties of the element or view with this identifier or key, in order: (transfer full)
 * (element-type RkProperty). */
GPtrArray *rk_architecture_dup_properties (RkArchitecture *self, const char *key);
/* The relations of a concept: (transfer full) (element-type RkConceptRelation). */
GPtrArray *rk_architecture_dup_relations (RkArchitecture *self, const char *key);

/* --- views ------------------------------------------------------------------------------------ */

/* In the order of the model: (element-type RkViewInfo) (transfer none). */
GPtrArray *rk_architecture_list_views (RkArchitecture *self);
/* Views on which the concept stands: (transfer full) (element-type RkViewInfo, the list's own). */
GPtrArray *rk_architecture_find_views (RkArchitecture *self, const char *key, GError **error);

typedef enum
{
  RK_NODE_KIND_ELEMENT,   /* shows a concept */
  RK_NODE_KIND_CONTAINER, /* a group that is only drawn */
  RK_NODE_KIND_LABEL      /* a note */
} RkNodeKind;

/* A colour: 0 to 1 each. */
typedef struct
{
  double red, green, blue, alpha;
} RkViewColour;

/* How a node or connection is drawn; shared by all that look the same. Sizes are in points, 0 when
 * the model does not say. */
typedef struct
{
  double line_width;
  gboolean has_line, has_fill, has_text;
  RkViewColour line, fill, text;
  const char *font_name; /* (nullable) */
  double font_size;
  gboolean bold, italic, underline;
} RkViewStyle;

/**
 * RkViewNode:
 * @parent: index of the node that it stands in, or -1
 * @concept: (nullable): what it shows
 * @label: the text in it: that of the node, else the name of the concept; may be ""
 * @x: absolute, as @y
 * @style: (nullable): how the model draws it
 * @view_ref: (nullable): the view that it leads to
 */
typedef struct
{
  const char *id;
  int parent;
  RkNodeKind kind;
  const RkConcept *concept;
  const char *label;
  double x, y, width, height;
  const RkViewStyle *style;
  const char *view_ref;
} RkViewNode;

typedef struct
{
  double x, y;
} RkViewPoint;

/**
 * RkViewConnection:
 * @type: of the relation: "Flow"; NULL for a plain line
 * @source: identifier of a node or of a connection of this view; (nullable), as @target
 * @source_node: index of that node, or -1; as @target_node
 * @name: (nullable)
 */
typedef struct
{
  const char *id;
  const char *type;
  const char *source, *target;
  int source_node, target_node;
  const char *name;
  const RkViewStyle *style;
  const RkViewPoint *bendpoints;
  guint n_bendpoints;
} RkViewConnection;

typedef struct _RkView RkView;

/* The view with this identifier: (transfer full). It keeps the snapshot alive. */
RkView *rk_architecture_load_view (RkArchitecture *self, const char *id, GError **error);
/* A view that is in no file: a plate of one's own. @architecture (nullable). Texts are copied;
 * concepts are those of @architecture, styles must live as long as the view. The ends of a
 * connection are told by @source and @target. (transfer full) */
RkView *rk_view_new (RkArchitecture *architecture, const char *id, const char *name,
                     const RkViewNode *nodes, guint n_nodes, const RkViewConnection *connections,
                     guint n_connections);
RkView *rk_view_ref (RkView *self);
void rk_view_unref (RkView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkView, rk_view_unref)
const char *rk_view_get_id (RkView *self);
const char *rk_view_get_name (RkView *self);
const char *rk_view_get_documentation (RkView *self);    /* (nullable) */
RkArchitecture *rk_view_get_architecture (RkView *self); /* (nullable) */
/* In document order, depth first: what comes later is drawn over what came before. */
const RkViewNode *rk_view_get_nodes (RkView *self, guint *n_nodes);
const RkViewConnection *rk_view_get_connections (RkView *self, guint *n_connections);

G_END_DECLS
