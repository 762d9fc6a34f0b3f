/* SPDX-License-Identifier: EUPL-1.2 */
/* XPath 1.0 with the functions and semantics of ODK XForms, compiled once and evaluated on xmlNode.
 *
 * Ours and not libxml2's, because an expression must tell which nodes it reads, if() must be lazy,
 * date strings are numbers in arithmetic, and "/" and current() mean the form's primary instance
 * wherever the context node is (forms NOTES, 5.2). */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

#define RK_XPATH_ERROR (rk_xpath_error_quark ())
GQuark rk_xpath_error_quark (void);
typedef enum
{
  RK_XPATH_ERROR_SYNTAX,   /* at compile time */
  RK_XPATH_ERROR_FUNCTION, /* unknown function, at compile time */
  RK_XPATH_ERROR_ARITY,    /* wrong number of arguments, at compile time */
  RK_XPATH_ERROR_PREFIX,   /* unknown namespace prefix, at compile time */
  RK_XPATH_ERROR_TYPE,     /* a value of the wrong type, at run time */
  RK_XPATH_ERROR_LIMIT     /* too deep, too long, too many nodes: at compile or run time */
} RkXPathError;

typedef enum
{
  RK_XPATH_NUMBER,
  RK_XPATH_STRING,
  RK_XPATH_BOOLEAN,
  RK_XPATH_NODE_SET
} RkXPathType;

/* A result. Clear with rk_xpath_value_clear().
 *
 * The result of today(), date() and the like is a string that knows its moment: @is_date is set and
 * @number holds the days since the epoch (NaN when it is no moment). A number with @is_date is such
 * a number of days, which reads as whole days. */
typedef struct
{
  RkXPathType type;
  gboolean is_date;
  double number;
  gboolean boolean;
  char *string;     /* owned, only for strings */
  GPtrArray *nodes; /* owned, of borrowed xmlNode; only for node-sets. In document order, but for
                     * randomize() */
} RkXPathValue;

void rk_xpath_value_clear (RkXPathValue *value);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RkXPathValue, rk_xpath_value_clear)

/* What an expression asks of the form around it. Every member may be NULL; then the XPath answer on
 * the bare tree holds. */
typedef struct
{
  /* The text of a node as expressions see it: "" when it is not relevant. (transfer none): valid
   * until the tree changes. NULL: the string value of the tree. */
  const char *(*node_text) (xmlNode *node, gpointer user_data);
  /* Root element of the secondary instance @id: (nullable) (transfer none). */
  xmlNode *(*instance) (const char *id, gpointer user_data);
  /* Text of an itext id in the current language: (transfer full) (nullable). */
  char *(*itext) (const char *id, gpointer user_data);
  /* Name of the current language, as the form calls it: (nullable) (transfer none). */
  const char *(*language) (gpointer user_data);
  /* Label of the choice @value of the question at @path (a quoted path as the form writes it), seen
   * from @context: (transfer full) (nullable). */
  char *(*choice_name) (const char *value, const char *path, xmlNode *context, gpointer user_data);
  /* Whether @element is an instance of a repeat (then its position counts in absolute paths). */
  gboolean (*is_repeat) (xmlNode *element, gpointer user_data);
  /* Looks up the only child of @parent with the unprefixed @name, for parents with many children.
   * FALSE: not known; then the children are walked. @child may be NULL: there is none. */
  gboolean (*only_child) (xmlNode *parent, const char *name, xmlNode **child, gpointer user_data);
  /* The place of @element among the instances of its repeat, from 1; 0 when it is not known. */
  guint (*row_number) (xmlNode *element, gpointer user_data);
  /* The instance @number of the repeat @name (unprefixed) in @parent: FALSE when there is no such
   * repeat; @row may be NULL: there are not so many. */
  gboolean (*nth_row) (xmlNode *parent, const char *name, double number, xmlNode **row,
                       gpointer user_data);
  /* A number of its own for all that the values of the nodes at @path (names only) are now; 0 when
   * it is not known, or not worth it. For results over many rows that many rows ask for. */
  guint64 (*version) (const char *path, gpointer user_data);
  gpointer user_data;
} RkXPathHost;

/* Remembers which items of a long list hold a text, so that `item[name = X]` over a secondary
 * instance looks up instead of walking. Whoever owns the secondary instances owns one; they must
 * not change while it lives. Not thread-safe. */
typedef struct _RkXPathIndex RkXPathIndex;
RkXPathIndex *rk_xpath_index_new (void);
void rk_xpath_index_free (RkXPathIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkXPathIndex, rk_xpath_index_free)

/* Where and when an evaluation takes place. Zero-initialise, then fill. */
typedef struct
{
  xmlNode *context; /* the context node */
  xmlNode *current; /* current(); NULL: the same as @context */
  xmlNode *root;    /* what "/" stands above: the parent of the primary instance's root element, or
                     * NULL for the document of @context */
  const RkXPathHost *host;
  RkXPathIndex *index;    /* NULL: lists are walked */
  GTimeZone *tz;          /* NULL: the system's */
  gint64 now_us;          /* the clock, microseconds since the epoch; 0: the real clock */
  GRand *random;          /* NULL: real randomness */
  guint64 *evaluations;   /* (nullable): counts top-level evaluations */
  GHashTable *aggregates; /* (nullable): results over many rows, kept for as long as the expression
                           * lives; (owned by the caller) (key-type direct, values freed) */
  gint64 *budget;         /* (nullable): work that many evaluations have to do with, counted down */
} RkXPathContext;

typedef struct _RkXPath RkXPath;

/* Prefix → namespace lookup of the place where the expression stands: (nullable) (transfer none).
 * Asked for "" it gives the namespace that a name without prefix means beside none at all; NULL:
 * such a name means every node that is written without prefix. */
typedef const char *(*RkXPathNamespaceFunc) (const char *prefix, gpointer user_data);

/**
 * rk_xpath_compile:
 * @expression: the text
 * @namespaces: (nullable): resolves prefixes; the well-known ones (jr, orx, odk, h, xf …) are known
 *
 * Limits: 64 KiB of text, nesting of 200. Errors name the position in words.
 *
 * Returns: (transfer full)
 */
RkXPath *rk_xpath_compile (const char *expression, RkXPathNamespaceFunc namespaces,
                           gpointer user_data, GError **error);
/* The same, but a call of a function that does not exist, or with the wrong number of arguments, is
 * an error only where it is evaluated: XPath 1.0 leaves out what "or", "and" and if() do not need.
 * A form is never compiled so, for its author would not hear of the mistake. */
RkXPath *rk_xpath_compile_late (const char *expression, RkXPathNamespaceFunc namespaces,
                                gpointer user_data, GError **error);
RkXPath *rk_xpath_ref (RkXPath *self);
void rk_xpath_free (RkXPath *self); /* gives up a reference */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkXPath, rk_xpath_free)
const char *rk_xpath_get_text (const RkXPath *self);

/* FALSE with @error on a type or limit error; then @value needs no clearing. */
gboolean rk_xpath_evaluate (const RkXPath *self, const RkXPathContext *context, RkXPathValue *value,
                            GError **error);
/* Conversions of XPath 1.0 with OpenRosa's number formatting. */
double rk_xpath_value_to_number (const RkXPathValue *value, const RkXPathContext *context);
gboolean rk_xpath_value_to_boolean (const RkXPathValue *value, const RkXPathContext *context);
char *rk_xpath_value_to_string (const RkXPathValue *value, const RkXPathContext *context);
/* A number as XPath writes it, never with an exponent: (transfer full). */
char *rk_xpath_number_to_string (double number);

/* Reads of an expression, for the dependency graph. */
typedef enum
{
  RK_XPATH_READ_NODES = 1 << 0, /* reads the nodes named in @paths */
  RK_XPATH_READ_CLOCK = 1 << 1, /* now(), today() */
  RK_XPATH_READ_RANDOM = 1 << 2,
  RK_XPATH_READ_POSITION = 1 << 3, /* depends on order or number of repeat instances */
  RK_XPATH_READ_LANGUAGE = 1 << 4, /* jr:itext, jr:choice-name, format-date */
  RK_XPATH_READ_ANY = 1 << 5       /* reads that cannot be told beforehand (//, id(), indirect) */
} RkXPathReads;

/**
 * rk_xpath_get_reads:
 * @nodeset: absolute path of the node for which the expression is evaluated ("/data/rep/x")
 * @paths: (nullable) (out) (transfer full) (element-type utf8): absolute paths without predicates
 * of all primary instance nodes that the expression may read, also inside predicates; a path to a
 *   group or repeat stands for all below it where its text or count is used. Prefixes stand as
 *   the expression writes them. What the texts of READ_LANGUAGE read is for the caller to add: the
 *   outputs of an itext, the choices of @questions
 * @questions: (nullable) (out) (transfer full) (element-type utf8): likewise, the questions of
 * which the expression asks a choice name: it reads their choices, and not their answers
 */
RkXPathReads rk_xpath_get_reads (const RkXPath *self, const char *nodeset, GPtrArray **paths,
                                 GPtrArray **questions);

/* Whether an expression of a node in an instance of the repeat @row may read in other instances of
 * it too: it climbs out of its own, or chooses by a predicate. What counts positions is told by
 * RK_XPATH_READ_POSITION. */
gboolean rk_xpath_reads_across (const RkXPath *self, const char *nodeset, const char *row);

/* Whether an expression means the same at every node outside repeats, at one moment. */
gboolean rk_xpath_is_same_everywhere (const RkXPath *self);

G_END_DECLS
