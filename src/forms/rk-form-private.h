/* SPDX-License-Identifier: EUPL-1.2 */
/* Inside of a form definition, for the files of this module only.
 *
 * A definition node (RkDef) stands for all live nodes with one path; what a form computes for it is
 * an RkComp. The graph orders the computations, so that a live instance evaluates each once. */
#pragma once

#include "rk-form.h"
#include "rk-xpath.h"

G_BEGIN_DECLS

#define RK_XFORMS_NS "http://www.w3.org/2002/xforms"
#define RK_JAVAROSA_NS "http://openrosa.org/javarosa"

#define RK_FORM_MAX_BYTES (64 * 1024 * 1024)
#define RK_FORM_MAX_DEPTH 256
#define RK_FORM_MAX_ROWS 1000
#define RK_FORM_MAX_NODES 1000000           /* elements and attributes of one file */
#define RK_FORM_MAX_DEFS 50000              /* different paths of a form */
#define RK_FORM_MAX_PATH 2000               /* characters of one */
#define RK_FORM_MAX_CELLS 150000            /* nodes of a live instance */
#define RK_FORM_MAX_VALUE (1024 * 1024)     /* bytes of one answer or label */
#define RK_FORM_MAX_TEXT (64 * 1024 * 1024) /* bytes of all answers together */

typedef struct _RkDef RkDef;
typedef struct _RkBind RkBind;
typedef struct _RkText RkText;

/* --- computations ----------------------------------------------------------------------------- */

/* What can be computed for a node. Those up to RK_LAST_ORDERED change what others read, and are
 * evaluated in the order of the graph; the rest is evaluated when somebody asks. */
typedef enum
{
  RK_ASPECT_RELEVANT,
  RK_ASPECT_COUNT,
  RK_ASPECT_CALCULATE,
  RK_ASPECT_CHOICES,
  RK_ASPECT_READONLY,
  RK_ASPECT_REQUIRED,
  RK_ASPECT_CONSTRAINT,
  RK_ASPECT_LABEL,
  RK_ASPECT_HINT,
  RK_N_ASPECTS
} RkAspect;
#define RK_LAST_ORDERED RK_ASPECT_CHOICES

typedef struct
{
  RkAspect aspect;
  RkDef *def;
  RkXPath *xpath; /* NULL for choices, label and hint: the control knows */
  guint order;    /* among the ordered ones */
  guint index;    /* in the form */
  RkXPathReads reads;
  gboolean across;        /* reads in other rows than its own */
  gboolean reads_below;   /* a relevance that reads what it decides on: FALSE to begin with */
  GPtrArray *paths;       /* what it reads, as paths; resolved by the graph */
  GPtrArray *label_paths; /* what only the labels in it read */
  GPtrArray *questions;   /* those whose choices it asks by name */
  int line;
} RkComp;

/* That @comp reads the node in whose list this stands; @wide: not only in its own row. */
typedef struct
{
  RkComp *comp;
  gboolean wide;
} RkDependent;

/* --- texts ------------------------------------------------------------------------------------ */

/* A label, hint or message as written: a text with outputs, an itext id, or an expression. */
typedef struct
{
  RkText *text;
  char *itext_id;
  RkXPath *xpath;
} RkLabel;

/* A piece of a text: literal, or an output to fill in. */
typedef struct
{
  char *literal;
  RkXPath *output;
} RkSegment;

/* --- the body --------------------------------------------------------------------------------- */

typedef struct
{
  char *value;
  RkLabel *label;
  xmlNode *element;
} RkItem;

typedef struct
{
  RkXPath *nodeset;
  RkXPath *value;
  RkXPath *label;    /* (nullable) */
  char *value_child; /* (nullable): name of the child element, when it is as simple as that */
} RkItemset;

/* A control with what views do not need to see. */
typedef struct
{
  RkControl public;
  RkLabel *label;     /* (nullable) */
  RkLabel *hint;      /* (nullable) */
  GPtrArray *items;   /* (nullable) (element-type RkItem) */
  RkItemset *itemset; /* (nullable) */
  RkXPath *count;     /* (nullable): jr:count */
  gboolean fixed;     /* jr:noAddRemove */
} RkControlDef;

/* --- actions ---------------------------------------------------------------------------------- */

typedef enum
{
  RK_EVENT_FIRST_LOAD = 1 << 0,
  RK_EVENT_LOAD = 1 << 1,
  RK_EVENT_NEW_REPEAT = 1 << 2,
  RK_EVENT_VALUE_CHANGED = 1 << 3
} RkEvents;

typedef struct
{
  RkEvents events;
  char *source; /* (nullable): nodeset of the control or repeat in which it stands */
  RkDef *target;
  RkXPath *nodes; /* which targets, seen from the source */
  RkXPath *value; /* (nullable) */
  char *literal;  /* when there is no expression */
} RkAction;

/* --- nodes ------------------------------------------------------------------------------------ */

typedef enum
{
  RK_DEF_GROUP,
  RK_DEF_REPEAT,
  RK_DEF_LEAF
} RkDefType;

struct _RkBind
{
  xmlNode *element;
  char *nodeset;
  RkDataType type;
  gboolean typed;              /* the type is written */
  RkLabel *constraint_message; /* (nullable) */
  RkLabel *required_message;   /* (nullable) */
  char *preload;               /* (nullable) */
  char *preload_params;        /* (nullable) */
};

struct _RkDef
{
  RkDefType type;
  gboolean is_attribute;
  gboolean is_set;    /* an action sets it */
  gboolean remembers; /* its calculation looks at what it was: once () */
  gboolean is_note;   /* an input that only says something */
  gboolean fires;     /* its changes set off actions */
  guint index;        /* in the form */
  guint slot;         /* among the children of the parent */
  guint depth;
  char *name; /* as written, with its prefix; "@name" for an attribute */
  char *nodeset;
  RkDef *parent;
  RkDef *repeat; /* nearest repeat at or above; NULL */
  GPtrArray *children;
  GHashTable *by_name;    /* (nullable): the children of a long list */
  xmlNode *element;       /* in the definition: the first of its path */
  xmlNode *last_parent;   /* around the last of its path */
  gboolean has_namesakes; /* occurs more than once in one parent, and is no repeat */
  xmlNode *template_row;  /* repeats: what a new row is copied from */
  gboolean has_template;  /* that is a jr:template */
  const RkBind *bind;     /* (nullable) */
  RkControlDef *control;  /* (nullable) */
  RkComp *comps[RK_N_ASPECTS];
  GArray *dependents; /* (element-type RkDependent) */
};

/* --- the form --------------------------------------------------------------------------------- */

struct _RkForm
{
  GObject parent_instance;
  GBytes *bytes;
  char *name;
  xmlDoc *doc;
  xmlNode *head, *model, *body_element, *primary;
  char *id, *version, *title;
  char *primary_id; /* (nullable): by which instance() calls the primary instance */

  GPtrArray *languages;      /* (element-type utf8), ended by NULL */
  GPtrArray *itext;          /* per language: id → RkText */
  gboolean has_media;        /* some text has more than words */
  GHashTable *itext_outputs; /* a set: each RkXPath that one of these texts shows */

  GPtrArray *folders;
  RkFormLoader loader; /* (nullable): instead of folders, while the form is read */
  gpointer loader_data;
  GPtrArray *attachments; /* (element-type utf8), ended by NULL */
  GHashTable *instances;  /* id → root element */
  GHashTable *last_saved; /* ids of those that are the instance saved before */
  GPtrArray *documents;   /* of external instances */

  RkDef *root;
  GPtrArray *defs;        /* document order */
  GHashTable *by_nodeset; /* nodeset → RkDef */
  GPtrArray *binds;       /* owned */
  GHashTable *bind_by_nodeset;
  GPtrArray *controls; /* owned, document order; [0] is the body */
  GPtrArray *actions;  /* owned */
  GPtrArray *comps;    /* owned */
  GPtrArray *ordered;  /* those with an order, in it */
  guint n_dependents;  /* of all nodes */
  GPtrArray *anywhere; /* those whose reads cannot be told */

  GHashTable *expressions; /* while loading: text and namespaces → RkXPath, which many share */
  GPtrArray *messages;     /* findings, until the form is done */
};

/* Adds a finding; errors refuse the form in the end. */
void rk_form_report (RkForm *self, RkFormSeverity severity, const char *code, int line,
                     const char *ref, const char *format, ...) G_GNUC_PRINTF (6, 7);
/* Compiles @text as it stands in @element; @what names the attribute in messages. NULL after having
 * reported. */
RkXPath *rk_form_compile (RkForm *self, const char *text, xmlNode *element, const char *what,
                          const char *ref);

/* Helpers for reading elements. */
gboolean rk_xml_is (const xmlNode *node, const char *ns, const char *name);
char *rk_xml_dup_attribute (xmlNode *node, const char *ns, const char *name);
xmlNode *rk_xml_next_element (xmlNode *node); /* @node or the next sibling that is an element */
int rk_xml_line (const xmlNode *node);
/* Absolute path of @ref as written under @parent_nodeset, without predicates: (nullable). */
char *rk_form_resolve_ref (const char *ref, const char *parent_nodeset);

/* rk-form-instances.c: secondary instances. */
void rk_form_load_instances (RkForm *self);
/* The base name of what "jr://…/NAME" refers to: (transfer full). */
char *rk_form_dup_media_name (const char *src);
/* rk-form-external.c: CSV and GeoJSON as XML. */
xmlDoc *rk_form_csv_to_xml (const char *text, gsize length, GError **error);
xmlDoc *rk_form_geojson_to_xml (const char *text, gsize length, GError **error);
/* rk-form-xml.c: reading what nobody vouches for. */
/* The content of a file that is one, and not too large; @name is for messages. (transfer full) */
char *rk_form_read_file (const char *path, const char *name, gsize *length, GError **error);
xmlDoc *rk_form_parse_xml (const char *text, gsize length, const char *name, GError **error);
/* The same for a form, without the text that only lays it out. */
xmlDoc *rk_form_parse_form (const char *text, gsize length, const char *name, int *line,
                            GError **error);

/* rk-form-media.c: adds to @texts what the itext @text has beside words. */
void rk_form_load_text_media (RkForm *self, GHashTable *texts, xmlNode *text, const char *id);

/* rk-form-itext.c: texts. */
void rk_form_load_itext (RkForm *self);
RkText *rk_form_text_new (RkForm *self, xmlNode *element, const char *ref);
void rk_form_text_free (RkText *self);
GPtrArray *rk_form_text_get_segments (const RkText *self);
/* Whether @text is only the "-" that stands for a translation that is missing. */
gboolean rk_form_is_no_text (const char *text);
/* The text @id in @language, else in the default one: (nullable) (transfer none). */
const RkText *rk_form_lookup_text (RkForm *self, guint language, const char *id);
/* @element: a label or hint, with ref or content. */
RkLabel *rk_form_label_new (RkForm *self, xmlNode *element, const char *ref);
/* @text: an attribute: literal, or jr:itext ('id'). */
RkLabel *rk_form_label_new_message (RkForm *self, const char *text, xmlNode *element,
                                    const char *ref);
void rk_form_label_free (RkLabel *label);
/* Calls @func for each expression that fills in @label, in any language. */
void rk_form_label_foreach (RkForm *self, const RkLabel *label,
                            void (*func) (const RkXPath *xpath, gpointer data), gpointer data);

/* The same for all texts in all languages: FALSE, having done nothing, when they are too many. */
gboolean rk_form_itext_foreach (RkForm *self, void (*func) (const RkXPath *xpath, gpointer data),
                                gpointer data);

/* rk-form-def.c: the tree of definition nodes. */
/* FALSE, having said so, when there are too many. */
gboolean rk_form_load_defs (RkForm *self);
RkDef *rk_form_get_def (RkForm *self, const char *nodeset);
/* As above, and tolerant of prefixes: what a bind or control names. */
RkDef *rk_form_find_def (RkForm *self, const char *nodeset, xmlNode *where);
RkDef *rk_def_get_child (const RkDef *self, const char *name, gssize length);
void rk_def_free (RkDef *self);

/* rk-form-bind.c */
void rk_form_load_binds (RkForm *self);
void rk_bind_free (RkBind *self);
void rk_form_add_comp (RkForm *self, RkDef *def, RkAspect aspect, RkXPath *xpath, int line);
void rk_comp_free (RkComp *self);

/* rk-form-body.c */
void rk_form_load_body (RkForm *self);
void rk_control_def_free (RkControlDef *self);

/* rk-form-actions.c */
void rk_form_load_actions (RkForm *self);
void rk_action_free (RkAction *self);

/* rk-form-graph.c: resolves reads, orders computations, refuses cycles. */
void rk_form_link (RkForm *self);

G_END_DECLS
