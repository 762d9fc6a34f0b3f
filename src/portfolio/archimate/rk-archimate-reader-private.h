/* SPDX-License-Identifier: EUPL-1.2 */
/* The parts of one reading: the elements of XML (reader), what is being put together (thing), what
 * is kept verbatim (fragment) and what can only be looked at in the end (check). */
#pragma once

#include "rk-archimate-private.h"

#include <libxml/parser.h>

G_BEGIN_DECLS

/* Elements of XML that are understood. */
typedef enum
{
  TAG_NONE,
  TAG_MODEL,
  TAG_NAME,
  TAG_DOCUMENTATION,
  TAG_PROPERTIES,
  TAG_PROPERTY,
  TAG_VALUE,
  TAG_METADATA,
  TAG_ELEMENTS,
  TAG_ELEMENT,
  TAG_RELATIONSHIPS,
  TAG_RELATIONSHIP,
  TAG_ORGANIZATIONS,
  TAG_ITEM,
  TAG_LABEL,
  TAG_DEFINITIONS,
  TAG_DEFINITION,
  TAG_VIEWS,
  TAG_VIEWPOINTS,
  TAG_DIAGRAMS,
  TAG_VIEW,
  TAG_NODE,
  TAG_CONNECTION,
  TAG_STYLE,
  TAG_VIEW_REF,
  TAG_BENDPOINT,
  TAG_SOURCE_ATTACHMENT,
  TAG_TARGET_ATTACHMENT,
  N_TAGS
} Tag;

/* What is known of an identifier. One that is only referred to has no class. */
typedef struct
{
  const char *id;
  guint line; /* where it occurs first */
  Tag class;
  gint16 rule; /* place in the table of relations */
  gboolean as_property;
  gboolean is_component;
  guint seen; /* the last view that counted it */
  gint64 number;
} Known;

/* Texts of something that is being put together. */
typedef enum
{
  FIELD_IDENTIFIER,
  FIELD_TYPE,
  FIELD_SOURCE,
  FIELD_TARGET,
  FIELD_REFERENCE,
  FIELD_VIEWPOINT,
  FIELD_NAME, /* or the first label */
  FIELD_NAME_LANG,
  FIELD_DOCUMENTATION,
  FIELD_DOCUMENTATION_LANG,
  FIELD_VIEW_REF,
  FIELD_X,
  FIELD_Y,
  FIELD_W,
  FIELD_H,
  N_FIELDS
} Field;

/* An element, relation, view … between its start and its end tag. */
typedef struct
{
  Tag tag;
  gint64 number;
  gint64 parent;
  guint line;
  GString *pool;      /* the texts, each ended by a zero */
  gsize at[N_FIELDS]; /* place in the pool + 1; 0: not there */
  gsize length[N_FIELDS];
  GString *attributes; /* those that are kept verbatim */
  GString *points;     /* of a connection */
  gint64 style;
  gint64 n_texts, n_properties, n_kept; /* places given */
  guint n_nodes;
  gboolean is_or; /* a junction of ArchiMate 2 */
} Thing;

typedef struct
{
  const char *id;
  Known *source, *target;
  char letter;
  guint line;
} Relation;

typedef struct
{
  Known *concept;
  guint view;
} Shown;

typedef struct
{
  Known *known;
  char *name;
} Definition;

/* Statements, prepared once. */
typedef enum
{
  INSERT_CONCEPT,
  INSERT_DEFINITION,
  INSERT_PROPERTY,
  INSERT_TEXT,
  INSERT_ITEM,
  INSERT_VIEW,
  INSERT_NODE,
  INSERT_CONNECTION,
  INSERT_STYLE,
  INSERT_KEPT,
  N_INSERTS
} Insert;

typedef struct
{
  Tag tag;
} Frame;

typedef struct
{
  sqlite3 *db;
  sqlite3_stmt *inserts[N_INSERTS];
  xmlParserCtxt *ctxt;
  RkArchimateSummary *summary;
  const RkArchimateReading *reading;
  GError *error;
  gint64 first, next;  /* numbers */
  GArray *frames;      /* of Frame */
  GHashTable *grammar; /* see rk-archimate-grammar.c */
  GPtrArray *things;   /* of Thing: pool; the first n_things are open */
  guint n_things;
  GHashTable *known; /* identifier -> Known */
  GStringChunk *names;
  GArray *relations;   /* of Relation */
  GArray *shown;       /* of Shown */
  GArray *definitions; /* of Definition */
  GArray *views;       /* of gint64: their numbers */
  GString *text;       /* of the name, value … at hand */
  GString *lang;
  gboolean has_lang;
  /* the property at hand */
  GString *definition;
  gint64 n_parts;
  gint64 n_organizations;
  /* what is captured verbatim */
  GString *capture;
  guint capture_depth; /* 0: nothing */
  Tag capture_tag;
  gboolean capture_text;
  gboolean capture_open; /* its last start tag is not closed yet */
  const char *capture_position;
  GArray *scopes;           /* prefixes that are bound within */
  GPtrArray *root_prefixes; /* pairs of prefix and URI that the root binds */
  GHashTable *styles;       /* XML -> number */
  GHashTable *old_types;    /* that were told about */
  char *namespaces;         /* of the root, to write back */
  GString *locations;       /* of schemas of other formats */
  gboolean at_end;
} Reader;

/* --- rk-archimate-reader.c -------------------------------------------------------------------- */

guint reader_get_line (Reader *self);
void reader_warn (Reader *self, RkArchimateWarningKind kind, const char *subject,
                  const char *detail);
/* What is known of @id, made when it is new. */
Known *reader_get_known (Reader *self, const char *id);
/* Runs an insert of which everything is bound; an error stops the reading. */
void reader_insert (Reader *self, Insert insert);
/* Stops the reading: some part is too large. */
void reader_refuse_size (Reader *self);

/* --- rk-archimate-grammar.c ------------------------------------------------------------------- */

/* Which elements stand in which, by names that the parser interns. */
GHashTable *grammar_new (xmlDict *dict, guint version);
/* The element @name in @parent; TAG_NONE: it is not understood. */
Tag grammar_find (GHashTable *grammar, Tag parent, const xmlChar *name);
/* How a tag is called in version 3. */
const char *grammar_get_name (Tag tag);

/* What becomes of an attribute: a field, or kept verbatim, or not understood (then it is kept as
 * well when it can be). */
#define ATTRIBUTE_VERBATIM N_FIELDS
#define ATTRIBUTE_UNKNOWN (N_FIELDS + 1)
int grammar_find_attribute (Tag tag, const char *name);

/* --- rk-archimate-thing.c --------------------------------------------------------------------- */

void thing_free (Thing *thing);
/* The innermost open one: (nullable). */
Thing *reader_get_thing (Reader *self);
Thing *reader_open_thing (Reader *self, Tag tag);
void reader_close_thing (Reader *self);
void thing_set (Thing *thing, Field field, const char *text, gsize length);
/* (nullable) */
const char *thing_get (const Thing *thing, Field field);
/* A name, label or documentation that has ended. */
void reader_add_text (Reader *self, Field field, const char *name);
/* A value of the property at hand; @text NULL: the property ended without one. */
void reader_add_value (Reader *self, const char *text);
/* Prepares the inserts. */
gboolean reader_prepare (Reader *self, GError **error);

/* --- rk-archimate-fragment.c ------------------------------------------------------------------ */

/* The namespace of an attribute: (nullable). "xsi" is understood where nobody has bound it. */
const char *fragment_get_attribute_uri (const xmlChar **attribute);
/* Appends the attributes to @out that @tag does not understand or that are kept as they are. */
void fragment_append_attribute (Reader *self, GString *out, const xmlChar **attribute);
/* Remembers what the root binds; returns the declarations to write back: (transfer full). */
char *fragment_bind_root (Reader *self, int n_namespaces, const xmlChar **namespaces);
/* Starts to keep an element verbatim; @position: where it goes back. */
void fragment_begin (Reader *self, const char *position, gboolean with_text);
void fragment_start (Reader *self, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int n_namespaces, const xmlChar **namespaces, int n_attributes,
                     const xmlChar **attributes);
void fragment_text (Reader *self, const char *text, gsize length);
/* Ends an element; TRUE: it was the whole. */
gboolean fragment_end (Reader *self, const xmlChar *name, const xmlChar *prefix,
                       const xmlChar *uri);

/* --- rk-archimate-check.c --------------------------------------------------------------------- */

/* After the end: references, relations, keys, the index for searching. */
gboolean reader_finish (Reader *self, const char *architecture, GError **error);

G_END_DECLS
