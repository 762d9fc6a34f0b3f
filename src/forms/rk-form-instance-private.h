/* SPDX-License-Identifier: EUPL-1.2 */
/* Inside of a live instance, for the files of this module only.
 *
 * A cell is a live node: small, made for every node of the tree. The GObject that views bind to is
 * made only when somebody asks for it. The stored value stands in the XML and nowhere else. */
#pragma once

#include "rk-form-instance.h"
#include "rk-form-private.h"

G_BEGIN_DECLS

typedef struct _RkCell RkCell;

/* Choices on offer to a cell. */
typedef struct
{
  guint ref_count;
  GPtrArray *values; /* (element-type utf8), owned strings */
  GPtrArray *items;  /* (element-type xmlNode), borrowed; NULL entries are not used */
  GHashTable *index; /* value → position + 1; made for long lists */
} RkChoiceSet;

struct _RkCell
{
  RkDef *def;
  RkCell *parent;
  xmlNode *xml;         /* of a repeat range: the comment that keeps its place */
  GPtrArray *children;  /* group, row: by slot of the definition, NULL where absent; range: rows */
  RkFormNode *object;   /* (nullable), owned */
  char *shown;          /* (nullable): the value, where it differs from what is stored */
  RkChoiceSet *choices; /* (nullable): valid while known */
  GPtrArray *choice_list; /* (nullable) (element-type RkChoice): with labels */
  char *computed;         /* (nullable): the result that was overwritten; it stands until another */
  char *label, *hint;
  guint position; /* of a row among its siblings, from 0 */
  guint dirty;    /* aspects that wait in the queue */
  guint known;    /* aspects on demand whose result stands */
  guint is_row : 1;
  guint own_relevant : 1;
  guint relevant : 1;
  guint own_readonly : 1;
  guint required : 1;
  guint satisfied : 1; /* the constraint */
  guint touched : 1;
  guint restored : 1;   /* a saved answer in place of a calculated one */
  guint over_limit : 1; /* jr:count asked for more rows than there can be */
};

#define RK_ASPECT_BIT(aspect) (1u << (aspect))

struct _RkFormInstance
{
  GObject parent_instance;
  RkForm *form;
  xmlDoc *doc;
  xmlDoc *last_saved; /* (nullable): what was saved before */
  RkCell *root;
  guint language;

  gint64 now_us;
  GTimeZone *tz;
  GRand *random; /* NULL: real randomness */
  GHashTable *properties;
  RkXPathHost host;
  RkXPathIndex *index; /* of the lists of the form, which do not change */
  RkCell *evaluating;  /* for texts that expressions ask for */
  char *asked_text;    /* (nullable): the id of the last one */
  guint64 evaluations;
  guint nesting;          /* evaluations that wait for a text or list that they asked for */
  gint64 budget;          /* work that is left for the operation */
  gint64 budget_given;    /* to it */
  guint64 work;           /* of the operations before */
  GPtrArray *problems;    /* (element-type RkFormMessage) */
  guint64 *versions;      /* per node of the definition: raised when a value of it changes */
  guint64 changes;        /* how often anything changed */
  GHashTable *shared;     /* list that is the same for many questions → RkSharedList */
  guint64 rows_version;   /* raised when rows come and go */
  GHashTable *aggregates; /* call of an expression → its result and for which version */

  GPtrArray **queue; /* per order: cells; NULL for those that went away */
  guint *heads;      /* per order: how many of them are taken */
  guint n_orders;
  guint n_cells;     /* of the tree */
  gsize text_bytes;  /* of all answers */
  guint8 *woken;     /* per computation: all its cells wait, and none was computed since */
  guint first_dirty; /* lowest order that may hold cells */
  GPtrArray *touched;
  GPtrArray *fired; /* cells whose value changed, for actions */
  guint frozen;
  gboolean running;
  gboolean loading;
  gboolean restored; /* while loading: the rows and what they hold existed before */
};

/* rk-form-maximum.c */
guint rk_cell_get_max_choices (const RkCell *cell);

/* rk-form-cell.c */
RkCell *rk_cell_new_tree (RkForm *form, xmlDoc *doc);
RkCell *rk_cell_new_row (RkCell *range, xmlNode *element);
void rk_cell_free (RkFormInstance *instance, RkCell *self);
const char *rk_cell_get_stored (const RkCell *self);
const char *rk_cell_get_value (const RkCell *self);
/* Own relevance and that of what is above. Each row tells for itself, with or without its range. */
gboolean rk_cell_work_out_relevance (const RkCell *self);
void rk_cell_put (RkCell *self, const char *text);
char *rk_cell_dup_path (const RkCell *self);
RkCell *rk_cell_find (RkCell *root, const char *path);
/* Nearest cell at or above @self that is a row of @repeat: (nullable). */
RkCell *rk_cell_get_row (RkCell *self, const RkDef *repeat);
/* The deepest row around @from that nodes of @def stand in too, or @root. */
RkCell *rk_cell_get_scope (RkCell *root, RkCell *from, const RkDef *def);
/* Calls @func for all cells of @def at or under @scope, rows and their range alike. */
void rk_cell_foreach_of (RkCell *scope, const RkDef *def, void (*func) (RkCell *, gpointer),
                         gpointer data);
/* Calls @func for @self and all under it, above before below. */
void rk_cell_foreach (RkCell *self, void (*func) (RkCell *, gpointer), gpointer data);
/* Makes the copy @element fit to be live: no templates, comments or stray text. */
void rk_cell_clean (const RkDef *def, xmlNode *element);
/* Empties all leaves of @element: the defaults of a first row are its own. */
void rk_cell_blank (const RkDef *def, xmlNode *element);

/* rk-form-evaluate.c */
void rk_form_instance_init_host (RkFormInstance *self);
gboolean rk_form_instance_boolean (RkFormInstance *self, RkCell *cell, const RkXPath *xpath,
                                   gboolean fallback);
char *rk_form_instance_string (RkFormInstance *self, RkCell *cell, const RkXPath *xpath);
double rk_form_instance_number (RkFormInstance *self, RkCell *cell, const RkXPath *xpath);
/* Evaluates @xpath at @node; texts that it asks for are filled in as seen from @cell. FALSE when it
 * has no value; why stands among the problems. @context is filled, to convert the value with. */
gboolean rk_form_instance_evaluate (RkFormInstance *self, RkCell *cell, xmlNode *node,
                                    const RkXPath *xpath, RkXPathContext *context,
                                    RkXPathValue *value, GError **error);
char *rk_form_instance_text (RkFormInstance *self, RkCell *cell, const RkText *text);
char *rk_form_instance_label (RkFormInstance *self, RkCell *cell, xmlNode *context,
                              const RkLabel *label);
gboolean rk_cell_get_required (RkFormInstance *self, RkCell *cell);
gboolean rk_cell_get_readonly (RkFormInstance *self, RkCell *cell);
RkViolation rk_cell_get_violation (RkFormInstance *self, RkCell *cell);
const char *rk_cell_get_label (RkFormInstance *self, RkCell *cell);
char *rk_cell_dup_label_of_rows (RkFormInstance *self, RkCell *cell);
const char *rk_cell_get_hint (RkFormInstance *self, RkCell *cell);

/* rk-form-limits.c */
/* Keeps count of what stands in the tree: @cell and all below it come, @cell goes. */
void rk_form_instance_count_in (RkFormInstance *self, RkCell *cell);
void rk_form_instance_count_out (RkFormInstance *self, const RkCell *cell);
/* Whether one more row of @repeat, or @text as the answer of @cell, can be held; else it is a
 * problem. */
gboolean rk_form_instance_has_room (RkFormInstance *self, const RkDef *repeat);
gboolean rk_form_instance_fits (RkFormInstance *self, const RkCell *cell, const char *text);
/* Notes that a value of @def changed, for results that stand as long as none did. */
void rk_form_instance_bump (RkFormInstance *self, const RkDef *def);
/* Gives an operation the work it may take. */
void rk_form_instance_renew_budget (RkFormInstance *self);
/* Keeps what a limit left undone, to be told: each sentence once for all nodes of @def. */
void rk_form_instance_add_problem (RkFormInstance *self, const RkDef *def, const char *code,
                                   const char *message);

/* rk-form-choices.c */
const RkChoiceSet *rk_cell_get_choices (RkFormInstance *self, RkCell *cell);
GPtrArray *rk_cell_get_choice_list (RkFormInstance *self, RkCell *cell);
void rk_choice_set_free (RkChoiceSet *set); /* gives up a reference */
int rk_choice_set_find (const RkChoiceSet *set, const char *value);
/* Lists that many questions have in common, for as long as nothing changes. */
GHashTable *rk_shared_lists_new (void);
/* How the words of a list answer are put: as given, in the order of the list, or as given and then
 * all the others (a ranking is never partial). */
typedef enum
{
  RK_WORDS_AS_GIVEN,
  RK_WORDS_BY_LIST,
  RK_WORDS_ALL
} RkWordOrder;
/* The words of @text that are on offer, each once: (transfer full). */
char *rk_choice_set_arrange (const RkChoiceSet *set, const char *text, RkWordOrder order);
/* Hides what is not on offer from the value; TRUE when the value seen changed. */
gboolean rk_cell_filter_value (RkFormInstance *self, RkCell *cell);
gboolean rk_cell_is_select (const RkCell *self);
char *rk_form_instance_choice_name (const char *value, const char *path, xmlNode *context,
                                    gpointer data);

/* rk-form-recalculate.c */
void rk_form_instance_mark (RkFormInstance *self, RkCell *cell, const RkComp *comp);
void rk_form_instance_mark_new (RkFormInstance *self, RkCell *cell);
void rk_form_instance_store (RkFormInstance *self, RkCell *cell, const char *text);
void rk_form_instance_value_changed (RkFormInstance *self, RkCell *cell);
void rk_form_instance_rows_changed (RkFormInstance *self, RkCell *range);
void rk_form_instance_touch (RkFormInstance *self, RkCell *cell);
void rk_form_instance_forget (RkFormInstance *self, RkCell *cell);
void rk_form_instance_settle (RkFormInstance *self);
void rk_form_instance_language_changed (RkFormInstance *self);

/* rk-form-repeat.c */
/* Make and remove rows; no row is made when there is no room. The caller says afterwards that the
 * rows of the range changed. */
RkCell *rk_form_instance_insert_row (RkFormInstance *self, RkCell *range);
void rk_form_instance_delete_row (RkFormInstance *self, RkCell *row);
void rk_form_instance_set_count (RkFormInstance *self, RkCell *range, double count);

/* rk-form-encode.c */
char *rk_form_encode (RkDataType type, const char *text);
char *rk_form_encode_range (const RkControl *control, RkDataType type, const char *text);
/* What the form itself puts in @cell, a default or a result, as it is stored: (transfer full). */
char *rk_cell_encode (const RkCell *cell, const char *text);
/* Stores the values that stand in the form for @top and what is under it as if they were entered.
 */
void rk_cell_encode_defaults (RkCell *top);

/* rk-form-events.c */
void rk_form_instance_first_load (RkFormInstance *self);
void rk_form_instance_every_load (RkFormInstance *self);
void rk_form_instance_fire_new_row (RkFormInstance *self, RkCell *row);
void rk_form_instance_fire_changed (RkFormInstance *self, RkCell *cell);
void rk_form_instance_stamp_end (RkFormInstance *self);

/* rk-form-node.c */
RkFormNode *rk_form_node_new (RkFormInstance *instance, RkCell *cell);
RkFormNode *rk_cell_get_object (RkFormInstance *self, RkCell *cell);
void rk_form_node_refresh (RkFormNode *self);
void rk_form_node_detach (RkFormNode *self);
RkCell *rk_form_node_get_cell (RkFormNode *self);
RkFormInstance *rk_form_node_get_instance (RkFormNode *self); /* (nullable) */
void rk_form_node_rows_changed (RkFormNode *self, guint position, guint removed, guint added);

G_END_DECLS
