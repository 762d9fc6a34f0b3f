/* SPDX-License-Identifier: EUPL-1.2 */
/* What the files of the XPath engine share: the compiled tree, the state of an evaluation and the
 * helpers with which functions read their arguments. Nobody outside rk-xpath*.c includes it. */
#pragma once

#include "rk-xpath.h"

G_BEGIN_DECLS

#define RK_XPATH_MAX_TEXT (64 * 1024)
#define RK_XPATH_MAX_DEPTH 200
#define RK_XPATH_MAX_NODES (1u << 20)                 /* in one node-set */
#define RK_XPATH_MAX_STRING (8u << 20)                /* bytes of one string */
#define RK_XPATH_MAX_WORK G_GINT64_CONSTANT (5000000) /* nodes visited in one evaluation */

typedef struct _RkXPathExpr RkXPathExpr;
typedef struct _RkXPathFunction RkXPathFunction;
typedef struct _RkXPathState RkXPathState;

typedef enum
{
  RK_AXIS_CHILD,
  RK_AXIS_ATTRIBUTE,
  RK_AXIS_SELF,
  RK_AXIS_PARENT,
  RK_AXIS_DESCENDANT,
  RK_AXIS_DESCENDANT_OR_SELF,
  RK_AXIS_ANCESTOR,
  RK_AXIS_ANCESTOR_OR_SELF,
  RK_AXIS_FOLLOWING_SIBLING,
  RK_AXIS_PRECEDING_SIBLING,
  RK_AXIS_FOLLOWING,
  RK_AXIS_PRECEDING,
  RK_AXIS_NAMESPACE
} RkXPathAxis;

typedef enum
{
  RK_TEST_NAME,    /* name or prefix:name */
  RK_TEST_ANY,     /* "*" */
  RK_TEST_NS,      /* prefix:* */
  RK_TEST_NODE,    /* node() */
  RK_TEST_TEXT,    /* text() */
  RK_TEST_COMMENT, /* comment() */
  RK_TEST_PI       /* processing-instruction('name') */
} RkXPathTest;

typedef struct
{
  RkXPathAxis axis;
  RkXPathTest test;
  char *name;        /* (nullable): local name, or target of a processing instruction */
  char *prefix;      /* (nullable): as written */
  char *uri;         /* (nullable): namespace; NULL for a name without prefix */
  char *default_uri; /* (nullable): a GRefString; for a name without prefix: beside no namespace,
                      * this one; NULL: any that needs no prefix */
  GPtrArray *predicates; /* (nullable) (element-type RkXPathExpr) */
} RkXPathStep;

typedef enum
{
  RK_EXPR_NUMBER,
  RK_EXPR_STRING,
  RK_EXPR_CALL,
  RK_EXPR_PATH,   /* steps from @args[0], from the root or from the context node */
  RK_EXPR_FILTER, /* @args[0] with predicates */
  RK_EXPR_NEGATE,
  RK_EXPR_CHAIN /* operators of one level from left to right: @args with @ops between them */
} RkXPathKind;

typedef enum
{
  RK_OP_NONE,
  RK_OP_OR,
  RK_OP_AND,
  RK_OP_EQUAL,
  RK_OP_NOT_EQUAL,
  RK_OP_LESS,
  RK_OP_LESS_EQUAL,
  RK_OP_GREATER,
  RK_OP_GREATER_EQUAL,
  RK_OP_ADD,
  RK_OP_SUBTRACT,
  RK_OP_MULTIPLY,
  RK_OP_DIVIDE,
  RK_OP_MODULO,
  RK_OP_UNION
} RkXPathOp;

/* How an absolute path chooses among the repeat instances around current(). */
typedef enum
{
  RK_REPEATS_OWN,  /* the instance around current(); all when the path ends at the repeat itself */
  RK_REPEATS_ALL,  /* all instances of the last repeat of the path: count(), sum() … */
  RK_REPEATS_SELF, /* the instance around current(), also at the end: position() */
  RK_REPEATS_EVERY /* all instances of every repeat: the first argument of indexed-repeat() */
} RkXPathRepeats;

struct _RkXPathExpr
{
  RkXPathKind kind;
  guint offset;                    /* in the text, for messages */
  double number;                   /* NUMBER */
  char *text;                      /* STRING */
  const RkXPathFunction *function; /* CALL */
  GPtrArray *args;                 /* (nullable) (element-type RkXPathExpr) */
  GByteArray *ops;                 /* CHAIN: one less than @args */
  GPtrArray *predicates;           /* FILTER */
  GArray *steps;                   /* PATH: RkXPathStep */
  gboolean absolute;               /* PATH */
  gboolean streams;                /* PATH: can be walked in document order without a sort */
  RkXPathRepeats repeats;          /* PATH */
  gboolean fixed;                  /* the same for all nodes that a predicate is tried on */
  gboolean random;                 /* left to chance */
  gboolean own;                    /* asks for current(), somewhere in it */
  char *place;                     /* CALL (nullable): the one plain path that an aggregate reads */
};

/* The beginning of an expression, for a message: (transfer full). */
char *rk_xpath_shorten (const char *text);
void rk_xpath_expr_free (RkXPathExpr *expr);
RkXPathExpr *rk_xpath_parse (const char *text, gboolean late, RkXPathNamespaceFunc namespaces,
                             gpointer user_data, GError **error);
void rk_xpath_mark_fixed (RkXPathExpr *expr);
const RkXPathExpr *rk_xpath_get_expr (const RkXPath *self);

/* One evaluation. The first error stays; values computed after it are thrown away. */
struct _RkXPathState
{
  const RkXPathContext *context;
  const RkXPathHost *host; /* never NULL */
  xmlNode *current;
  xmlNode *root; /* the node "/" stands for */
  GTimeZone *tz;
  gboolean owns_tz;
  gint64 work;     /* what may still be visited */
  xmlNode *placed; /* the element whose place was asked last, and its place: */
  double place;    /* a predicate asks for the same one again and again */
  GError *error;
};

/* The context of an expression: its node, and its place among those a predicate is tried on. */
typedef struct
{
  RkXPathState *state;
  xmlNode *node;
  guint position;
  guint size;
} RkXPathFocus;

typedef void (*RkXPathCall) (const RkXPathFocus *focus, const RkXPathExpr *call,
                             RkXPathValue *result);

struct _RkXPathFunction
{
  const char *name; /* "jr:itext" for the namespace of JavaRosa */
  int min_args;
  int max_args; /* -1: any number */
  RkXPathCall call;
  RkXPathReads reads;     /* beside what its arguments read */
  RkXPathRepeats repeats; /* of its arguments that are paths */
  gboolean pairs;         /* node, then pairs of a repeat and its index: indexed-repeat() */
  gboolean reads_context; /* reads the context node when there are no arguments */
  gboolean aggregates;    /* one number for all nodes of its argument */
};

/* (nullable): no such function. */
const RkXPathFunction *rk_xpath_find_function (const char *name);
extern const RkXPathFunction rk_xpath_string_functions[];
extern const RkXPathFunction rk_xpath_number_functions[];
extern const RkXPathFunction rk_xpath_node_functions[];
extern const RkXPathFunction rk_xpath_date_functions[];
extern const RkXPathFunction rk_xpath_select_functions[];
extern const RkXPathFunction rk_xpath_geo_functions[];
extern const RkXPathFunction rk_xpath_misc_functions[];

/* Errors of an evaluation. */
void rk_xpath_fail (RkXPathState *state, int code, const char *format, ...) G_GNUC_PRINTF (3, 4);
/* Counts @amount of work: FALSE when there has been too much or an error. */
gboolean rk_xpath_work (RkXPathState *state, gint64 amount);

/* Evaluation. @result is overwritten. */
void rk_xpath_eval (const RkXPathFocus *focus, const RkXPathExpr *expr, RkXPathValue *result);
double rk_xpath_eval_number (const RkXPathFocus *focus, const RkXPathExpr *expr);
gboolean rk_xpath_eval_boolean (const RkXPathFocus *focus, const RkXPathExpr *expr);
char *rk_xpath_eval_string (const RkXPathFocus *focus, const RkXPathExpr *expr);
/* (transfer full): nodes in document order; a type error naming @what when it is no node-set. */
GPtrArray *rk_xpath_eval_nodes (const RkXPathFocus *focus, const RkXPathExpr *expr,
                                const char *what);
gboolean rk_xpath_compare (RkXPathState *state, RkXPathOp op, const RkXPathValue *a,
                           const RkXPathValue *b);

/* Computes an aggregate, or takes the result that stands. */
void rk_xpath_eval_aggregate (const RkXPathFocus *focus, const RkXPathExpr *call,
                              RkXPathValue *result);

/* Arguments of a call. */
#define rk_xpath_arg(call, i) ((const RkXPathExpr *) g_ptr_array_index ((call)->args, i))
#define rk_xpath_n_args(call) ((call)->args != NULL ? (call)->args->len : 0)
double rk_xpath_arg_number (const RkXPathFocus *focus, const RkXPathExpr *call, guint i);
char *rk_xpath_arg_string (const RkXPathFocus *focus, const RkXPathExpr *call, guint i);
/* The text of argument 0, or of the context node when there is none. */
char *rk_xpath_arg_text (const RkXPathFocus *focus, const RkXPathExpr *call);
/* The texts of all arguments from @first on; node-sets give one per node. */
GPtrArray *rk_xpath_arg_texts (const RkXPathFocus *focus, const RkXPathExpr *call, guint first);

/* Results. */
void rk_xpath_return_number (RkXPathValue *result, double number);
void rk_xpath_return_boolean (RkXPathValue *result, gboolean boolean);
void rk_xpath_return_string (RkXPathValue *result, char *string);    /* (transfer full) */
void rk_xpath_return_nodes (RkXPathValue *result, GPtrArray *nodes); /* (transfer full) */
void rk_xpath_return_moment (RkXPathState *state, RkXPathValue *result, double days);

/* Values. */
double rk_xpath_text_to_number (RkXPathState *state, const char *text);
double rk_xpath_to_number (RkXPathState *state, const RkXPathValue *value);
gboolean rk_xpath_to_boolean (const RkXPathValue *value);
char *rk_xpath_to_string (RkXPathState *state, const RkXPathValue *value);

/* Nodes. */
void rk_xpath_state_init (RkXPathState *state, const RkXPathContext *context);
void rk_xpath_state_clear (RkXPathState *state);
/* The text of a node; @owned receives what to free, if anything. */
const char *rk_xpath_node_text (RkXPathState *state, xmlNode *node, char **owned);
char *rk_xpath_dup_node_text (RkXPathState *state, xmlNode *node);
xmlNode *rk_xpath_node_parent (xmlNode *node);
gboolean rk_xpath_node_is_below (xmlNode *node, xmlNode *ancestor); /* or the same */
void rk_xpath_sort_nodes (RkXPathState *state, GPtrArray *nodes);
void rk_xpath_eval_path (const RkXPathFocus *focus, const RkXPathExpr *path, GPtrArray *nodes);
/* The first node of a path that streams: (nullable). */
xmlNode *rk_xpath_eval_first (const RkXPathFocus *focus, const RkXPathExpr *path);
/* Keeps the nodes for which the predicates from the @first on hold. */
void rk_xpath_filter (const RkXPathFocus *focus, GPtrArray *predicates, guint first,
                      GPtrArray *nodes);
gboolean rk_xpath_counts_positions (const RkXPathExpr *expr);
/* Looks up the row that a child step asks for by its number: FALSE when it does not apply. */
gboolean rk_xpath_row_step (const RkXPathFocus *focus, xmlNode *parent, const RkXPathStep *step,
                            GPtrArray *nodes);
/* The nodes of @path in the row @number of @repeat, which is in no other repeat: FALSE when that
 * cannot be looked up. */
gboolean rk_xpath_eval_row (const RkXPathFocus *focus, const RkXPathExpr *repeat, double number,
                            const RkXPathExpr *path, GPtrArray *nodes);
gboolean rk_xpath_test_matches (const RkXPathStep *step, const xmlNode *node);

/* Dates. */
gint64 rk_xpath_now (RkXPathState *state); /* microseconds */
/* Days since the epoch of a date or date-time text; NaN when it is none. @lenient: one-digit months
 * and days. */
double rk_xpath_parse_moment (RkXPathState *state, const char *text, gboolean lenient);

/* The items of @step below @parent whose child named as @key has the text @text: (nullable)
 * (transfer none) (element-type xmlNode); NULL when there are none. */
GPtrArray *rk_xpath_index_find (RkXPathIndex *self, xmlNode *parent, const RkXPathStep *step,
                                const RkXPathStep *key, const char *text);
/* Narrows a child step with a predicate like `[name = X]` by the index: FALSE when it does not
 * apply. */
gboolean rk_xpath_index_step (const RkXPathFocus *focus, xmlNode *parent, const RkXPathStep *step,
                              GPtrArray *nodes);

G_END_DECLS
