/* SPDX-License-Identifier: EUPL-1.2 */
/* Inside of the conversion of XLSForms.
 *
 * Sheets become tables (columns known by one name, whatever they are called), tables become a tree
 * of elements and lists of choices, and those are written as an XForm. Each cell keeps its place,
 * so that whatever is wrong with it, then or later, can be said where it stands. */
#pragma once

#include "rk-form.h"
#include "rk-xlsx.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

/* --- tables ----------------------------------------------------------------------------------- */

typedef struct
{
  char *header;   /* as written */
  char *key;      /* "label", "bind::relevant", "media::image" … */
  char *language; /* (nullable) */
  guint index;    /* in the sheet */
} RkXfColumn;

typedef struct
{
  char *name;         /* of the sheet, as written */
  GPtrArray *columns; /* (element-type RkXfColumn) */
  GPtrArray *rows;    /* (element-type RkXfRow); the first line is not among them */
} RkXfTable;

typedef struct
{
  const RkXfTable *table;
  guint number; /* as a person sees it */
  char **cells; /* by column of the table; NULL where empty */
} RkXfRow;

/* --- texts ------------------------------------------------------------------------------------ */

/* A text for people, in one or more languages. */
typedef struct
{
  char *language; /* NULL: none was given */
  char *text;
  const RkXfColumn *column; /* (nullable) */
} RkXfPhrase;

typedef struct
{
  GPtrArray *phrases; /* (element-type RkXfPhrase); empty: no text */
} RkXfText;

/* --- elements --------------------------------------------------------------------------------- */

typedef enum
{
  RK_XF_ROOT,
  RK_XF_GROUP,
  RK_XF_REPEAT,
  RK_XF_QUESTION,
  RK_XF_META,     /* the group of what describes the response */
  RK_XF_EXTERNAL, /* only a list in a file beside the form */
  RK_XF_ATTRIBUTE /* of the entity */
} RkXfKind;

typedef enum
{
  RK_XF_IMAGE,
  RK_XF_BIG_IMAGE,
  RK_XF_AUDIO,
  RK_XF_VIDEO,
  RK_XF_N_MEDIA
} RkXfMedia;

/* What a type of question brings: one line of a static table. */
typedef struct
{
  const char *name;
  const char *control;    /* (nullable): "input", "select1" …; NULL: nothing to see */
  const char *type;       /* (nullable): of the bind */
  const char *mediatype;  /* (nullable) */
  const char *preload;    /* (nullable) */
  const char *params;     /* (nullable) */
  const char *constraint; /* (nullable) */
  const char *hint;       /* (nullable) */
  gboolean fixed;         /* readonly: a note */
} RkXfType;

/* A rule or attribute as the sheet writes it: ${name} is not yet replaced. */
typedef struct
{
  char *name;
  char *value;
  const RkXfColumn *column; /* (nullable): it follows from something else */
} RkXfRule;

typedef struct _RkXfElement RkXfElement;
struct _RkXfElement
{
  RkXfKind kind;
  const RkXfType *type; /* of questions */
  char *name;
  const RkXfRow *row; /* (nullable): made by the conversion */
  RkXfElement *parent;
  GPtrArray *children; /* (element-type RkXfElement) */
  RkXfText label, hint, guidance;
  RkXfText constraint_message, required_message, no_app_message;
  RkXfText media[RK_XF_N_MEDIA];
  GPtrArray *binds;     /* (element-type RkXfRule): relevant, calculate, odk:quality … */
  GPtrArray *controls;  /* attributes of the control */
  GPtrArray *instances; /* attributes of the node */
  char *default_value;
  gboolean dynamic;    /* the default is an expression */
  GPtrArray *triggers; /* (element-type utf8): names of questions */
  char *list;          /* (nullable): of choices, a file, or ${question} */
  char *choice_filter;
  char *seed;
  char *value_ref, *label_ref; /* of a list in a file */
  gboolean randomize;
  gboolean search;    /* the choices stand in the question, for search() */
  const char *action; /* (nullable): odk:setgeopoint, odk:recordaudio */
  const char *action_event;
  char *action_quality;
};

/* --- choices ---------------------------------------------------------------------------------- */

typedef struct
{
  char *name;
  const RkXfRow *row; /* (nullable) */
  RkXfText label;
  RkXfText media[RK_XF_N_MEDIA];
  GPtrArray *extra; /* (element-type RkXfRule): other columns, as elements */
} RkXfChoice;

typedef struct
{
  char *name;
  GPtrArray *choices; /* (element-type RkXfChoice) */
  gboolean itext;     /* its labels stand among the translations */
  gboolean inlined;   /* in the questions themselves: search() */
} RkXfList;

/* --- the whole -------------------------------------------------------------------------------- */

typedef struct _RkXfItext RkXfItext;

typedef struct
{
  const char *file; /* name, for messages */
  GPtrArray *messages;
  gboolean failed; /* an error was reported */
  RkXfTable *survey, *choices, *settings, *external, *entities;
  GHashTable *setting; /* (element-type utf8 RkXfRule): by key */
  gboolean clean;      /* collapse blanks in the sheet survey */
  char *default_language;
  GPtrArray *lists; /* (element-type RkXfList) */
  GHashTable *list_by_name;
  RkXfElement *root;
  RkXfElement *meta;            /* (nullable) */
  const char *entities_version; /* (nullable) */
  GHashTable *names;    /* name → RkXfElement, or the form itself when it stands for several */
  GHashTable *by_path;  /* path → RkXfElement */
  GHashTable *prefixes; /* of namespaces → uri */
  RkXfItext *itext;
  GHashTable *triggered; /* name of a question → what is set when it changes (GPtrArray) */
  GHashTable *instances; /* ids that are declared → their source, "" for inside the form */
  gboolean last_saved;
} RkXf;

/* Notes a finding. @row 0: the sheet as a whole; @column (nullable). */
void rk_xf_report (RkXf *self, RkFormSeverity severity, const char *code, const char *sheet,
                   guint row, const char *column, const char *format, ...) G_GNUC_PRINTF (7, 8);
/* An error in the cell of @row under @column (nullable). */
void rk_xf_error (RkXf *self, const char *code, const RkXfRow *row, const RkXfColumn *column,
                  const char *format, ...) G_GNUC_PRINTF (5, 6);
void rk_xf_warn (RkXf *self, const char *code, const RkXfRow *row, const RkXfColumn *column,
                 const char *format, ...) G_GNUC_PRINTF (5, 6);

/* rk-xlsform-table.c */
void rk_xf_tables_load (RkXf *self, const RkXlsx *book);
void rk_xf_table_free (RkXfTable *table);
const RkXfColumn *rk_xf_table_find (const RkXfTable *table, const char *key);
/* (nullable) (transfer none) */
const char *rk_xf_row_get (const RkXfRow *row, const char *key);
const RkXfColumn *rk_xf_row_column (const RkXfRow *row, const char *key);
gboolean rk_xf_row_is_empty (const RkXfRow *row);
/* All cells under @key, in every language, in the order of the columns. */
void rk_xf_row_get_text (RkXf *self, const RkXfRow *row, const char *key, RkXfText *text);

/* rk-xlsform-headers.c */
/* The key that a header of @sheet stands for: (nullable). */
const char *rk_xf_header_alias (const char *sheet, const char *normalised);
/* The key that is called so itself, in any case: (nullable). */
const char *rk_xf_header_known (const char *sheet, const char *key);
/* All names of columns, for suggestions: (transfer container). */
GPtrArray *rk_xf_header_list (const char *sheet);

/* rk-xlsform-text.c */
void rk_xf_text_clear (RkXfText *text);
void rk_xf_text_copy (RkXfText *to, const RkXfText *from);
void rk_xf_text_set (RkXfText *text, const char *language, const char *words,
                     const RkXfColumn *column);
gboolean rk_xf_text_is_empty (const RkXfText *text);
gboolean rk_xf_text_is_translated (const RkXfText *text);
gboolean rk_xf_text_has_reference (const RkXfText *text);
/* yes, no, true() …: 1, 0, or -1 for anything else. */
int rk_xf_truth (const char *text);
/* true() or false() for the words of rk_xf_truth(), else @text itself. */
const char *rk_xf_condition (const char *text);
gboolean rk_xf_is_name (const char *text);
/* The one among @names that looks most like @name: (nullable). */
const char *rk_xf_nearest (const char *name, GPtrArray *names);

/* rk-xlsform-expression.c */
/* Whether a default is to be computed. */
gboolean rk_xf_is_dynamic (const char *text, const char *type);
/* The name in a text that is nothing but ${name}: (transfer full) (nullable). */
char *rk_xf_dup_only_reference (const char *text);
gboolean rk_xf_has_reference (const char *text);
/* Finds the ${name} at or after *@start: its place, name and whether it is of the last response. */
gboolean rk_xf_next_reference (const char *text, gsize *start, gsize *end, char **name,
                               gboolean *last_saved);
/* Whether @text writes ${…} wrongly somewhere. */
gboolean rk_xf_reference_is_broken (const char *text);
/* Where an expression that begins with instance( stands in a label; FALSE: nowhere after *@end. */
gboolean rk_xf_next_instance (const char *text, gsize *start, gsize *end);

/* Finds the name of a column at or after *@start: one that is not part of a path. */
gboolean rk_xf_next_name (const char *text, gsize *start, gsize *end);

/* rk-xlsform-type.c */
const RkXfType *rk_xf_type_find (const char *name);
/* All names, for suggestions: (transfer container) */
GPtrArray *rk_xf_type_list (void);

/* rk-xlsform-element.c */
RkXfElement *rk_xf_element_new (RkXfKind kind, const char *name, RkXfElement *parent);
void rk_xf_element_free (RkXfElement *element);
void rk_xf_element_set_bind (RkXfElement *element, const char *name, const char *value,
                             const RkXfColumn *column);
void rk_xf_element_set_control (RkXfElement *element, const char *name, const char *value,
                                const RkXfColumn *column);
const RkXfRule *rk_xf_rules_find (GPtrArray *rules, const char *name);
void rk_xf_rules_set (GPtrArray *rules, const char *name, const char *value,
                      const RkXfColumn *column);
RkXfRule *rk_xf_rule_new (const char *name, const char *value, const RkXfColumn *column);
void rk_xf_rule_free (RkXfRule *rule);
/* (transfer full) */
char *rk_xf_element_dup_path (const RkXfElement *element);
gboolean rk_xf_element_is_section (const RkXfElement *element);
/* The nearest repeat around @element: (nullable). */
RkXfElement *rk_xf_element_get_repeat (const RkXfElement *element);

/* rk-xlsform-choices.c */
void rk_xf_choices_load (RkXf *self);
RkXfList *rk_xf_list_find (RkXf *self, const char *name);
void rk_xf_list_free (RkXfList *list);
/* Adds the choice of something else. */
void rk_xf_list_add_other (RkXfList *list);
/* The languages in which it speaks: (transfer container). */
GPtrArray *rk_xf_list_languages (const RkXfList *list);
/* What to ask who chooses something else. */
const char *rk_xf_other_question (const char *language);

/* rk-xlsform-settings.c */
void rk_xf_settings_load (RkXf *self);
const char *rk_xf_setting (RkXf *self, const char *key);
gboolean rk_xf_setting_is_on (RkXf *self, const char *key);

/* rk-xlsform-survey.c */
void rk_xf_survey_load (RkXf *self);
/* rk-xlsform-columns.c: what a row says whatever its type. */
void rk_xf_columns_load (RkXf *self, RkXfElement *element);
/* rk-xlsform-select.c: a row of the type select… */
gboolean rk_xf_select_load (RkXf *self, RkXfElement *parent, const RkXfRow *row, const char *type,
                            char **table_list);
/* rk-xlsform-parameters.c: the column parameters of a question. */
void rk_xf_parameters_apply (RkXf *self, RkXfElement *element);
/* rk-xlsform-entities.c */
void rk_xf_entities_load (RkXf *self);

/* rk-xlsform-names.c */
void rk_xf_names_collect (RkXf *self);
/* @text with its ${name} replaced by paths as seen from @context: (transfer full) (nullable): NULL
 * after having reported what is wrong. */
char *rk_xf_resolve (RkXf *self, const char *text, const RkXfElement *context, const RkXfRow *row,
                     const RkXfColumn *column, gboolean use_current, gboolean reference_parent);
/* The same, and it has to be an expression that can be computed. */
char *rk_xf_resolve_expression (RkXf *self, const char *text, const RkXfElement *context,
                                const RkXfRow *row, const RkXfColumn *column, gboolean use_current,
                                gboolean reference_parent);
/* Reports an expression that cannot be computed. */
gboolean rk_xf_check_expression (RkXf *self, const char *expression, const RkXfRow *row,
                                 const RkXfColumn *column);

/* rk-xlsform-itext.c */
RkXfItext *rk_xf_itext_new (void);
void rk_xf_itext_free (RkXfItext *itext);
/* Notes @text under @id; @form: "" for the text itself, "guidance", "image" … */
void rk_xf_itext_add (RkXf *self, const char *id, const char *form, const RkXfText *text,
                      const RkXfElement *context, const RkXfRow *row);
gboolean rk_xf_itext_is_empty (const RkXfItext *itext);
void rk_xf_itext_write (RkXf *self, xmlNode *model);
/* Appends @words to @node, its references as <output>. */
void rk_xf_write_words (RkXf *self, xmlNode *node, const char *words, const RkXfElement *context,
                        const RkXfRow *row, const RkXfColumn *column);
void rk_xf_itext_collect (RkXf *self);
/* Whether the label of @element stands among the translations. */
gboolean rk_xf_label_is_itext (const RkXfElement *element);

/* rk-xlsform-model.c, rk-xlsform-bind.c, rk-xlsform-body.c */
void rk_xf_write_instance (RkXf *self, xmlNode *model);
void rk_xf_write_lists (RkXf *self, xmlNode *model);
void rk_xf_write_binds (RkXf *self, xmlNode *model);
void rk_xf_write_body (RkXf *self, xmlNode *body);
/* The actions of @element: of its repeat, or of the model. */
void rk_xf_write_actions (RkXf *self, xmlNode *parent, const RkXfElement *element,
                          gboolean in_repeat);
/* @name may have a prefix that the document declares. */
void rk_xf_set_attribute (xmlNode *node, const char *name, const char *value);
xmlNode *rk_xf_add_element (xmlNode *parent, const char *name);

/* rk-xlsform-advice.c: warns of what is hardly meant so. */
void rk_xf_advise (RkXf *self);

/* rk-xlsform-findings.c: what the engine finds in the result, put back on the sheet. */
void rk_xf_findings_map (RkXf *self, GPtrArray *findings);

G_END_DECLS
