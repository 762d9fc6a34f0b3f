/* SPDX-License-Identifier: EUPL-1.2 */
/* A form definition: an ODK XForm, parsed, checked and compiled. Immutable and shared by all its
 * instances; it knows no storage and no widgets. */
#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

#define RK_FORM_ERROR (rk_form_error_quark ())
GQuark rk_form_error_quark (void);
typedef enum
{
  RK_FORM_ERROR_NOT_XML,
  RK_FORM_ERROR_NOT_FORM,
  RK_FORM_ERROR_INVALID, /* a form, but one that cannot run; the message names the place */
  RK_FORM_ERROR_TOO_LARGE
} RkFormError;

/* Namespace of our own attributes (content conventions): unit, confidential, warning … */
#define RK_FORM_NS "urn:regiekamer:xforms"
#define RK_ODK_NS "http://www.opendatakit.org/xforms"
#define RK_ORX_NS "http://openrosa.org/xforms"

typedef enum
{
  RK_FORM_SEVERITY_ERROR,
  RK_FORM_SEVERITY_WARNING
} RkFormSeverity;

/* One finding of the check: what, where. */
typedef struct
{
  RkFormSeverity severity;
  const char *code; /* static: "cycle", "unknown-function", "xpath-syntax" … */
  int line;         /* 0: unknown; of a spreadsheet: the row */
  char *sheet;      /* (nullable): of a spreadsheet */
  char *column;     /* (nullable): of that sheet, as its header names it */
  char *ref;        /* (nullable): nodeset of the bind or control */
  char *message;    /* whole sentence, translated */
} RkFormMessage;
void rk_form_message_free (RkFormMessage *message);
/* Where it stands, in words: "line 12", or "sheet survey, row 12, column relevant". (transfer full)
 * (nullable): nowhere in particular */
char *rk_form_message_dup_place (const RkFormMessage *message);

#define RK_TYPE_FORM (rk_form_get_type ())
G_DECLARE_FINAL_TYPE (RkForm, rk_form, RK, FORM, GObject)

/**
 * rk_form_new:
 * @bytes: the XML
 * @name: where it came from, for messages
 * @folders: (nullable): folders in which attachments are looked up by base name, ended by NULL
 * @messages: (nullable): receives every finding (element-type RkFormMessage), errors too
 *
 * Limits: 64 MiB, depth 256, no entities, no network. On failure @error carries the first error
 * finding as a sentence.
 *
 * Returns: (transfer full)
 */
RkForm *rk_form_new (GBytes *bytes, const char *name, const char *const *folders,
                     GPtrArray *messages, GError **error);
/* Finds the content of an attachment by its base name: (transfer full); NULL when it is not there.
 */
typedef GBytes *(*RkFormLoader) (const char *name, gpointer data);
/* The same with attachments that @loader finds instead of folders; only called during the call. */
RkForm *rk_form_new_with_loader (GBytes *bytes, const char *name, RkFormLoader loader,
                                 gpointer data, GPtrArray *messages, GError **error);
RkForm *rk_form_new_from_file (const char *path, const char *extra_folder, GPtrArray *messages,
                               GError **error);
/* Where rk_form_new_from_file() looks for attachments, in this order: the folder of the form, its
 * "attachments", "NAME-media", @extra_folder (nullable): (transfer full). */
char **rk_form_list_folders (const char *path, const char *extra_folder);

/* The bytes of a form file, when it is not too large: (transfer full). */
GBytes *rk_form_load_bytes (const char *path, GError **error);
const char *rk_form_get_id (RkForm *self);
const char *rk_form_get_version (RkForm *self); /* "" when there is none */
const char *rk_form_get_title (RkForm *self);
GBytes *rk_form_get_bytes (RkForm *self);
/* Languages, the default first and else in document order, ended by NULL; {"", NULL} without
 * translations. */
const char *const *rk_form_get_languages (RkForm *self);
/* Base names of attachments in document order, "MISSING:name" for the absent. */
const char *const *rk_form_get_attachments (RkForm *self);
/* Base names of all files that the form refers to by jr://…, each once, in document order: lists,
 * pictures, sound, film: (transfer full) (element-type utf8). */
GPtrArray *rk_form_list_media (RkForm *self);
/* Root element of the secondary instance @id: (nullable) (transfer none). */
xmlNode *rk_form_get_instance (RkForm *self, const char *id);
/* Whether any label or hint has more than words: pictures, sound, film, guidance. */
gboolean rk_form_has_media (RkForm *self);
/* Whether it looks at the instance that was saved before (jr://instance/last-saved). */
gboolean rk_form_reads_last_saved (RkForm *self);
/* Attribute of ours on the bind of @nodeset (path without positions): (nullable) (transfer none).
 */
const char *rk_form_get_bind_attribute (RkForm *self, const char *nodeset, const char *name);
/* The same for an attribute in the namespace @ns. */
const char *rk_form_get_bind_attribute_ns (RkForm *self, const char *nodeset, const char *ns,
                                           const char *name);
/* The nodesets a person answers that the calculation of @nodeset depends on, also through other
 * calculations, in form order; a repeat when its rows are counted. Empty for what is not
 * calculated. (transfer container) (element-type utf8) */
GPtrArray *rk_form_list_sources (RkForm *self, const char *nodeset);

typedef enum
{
  RK_CONTROL_GROUP,
  RK_CONTROL_REPEAT,
  RK_CONTROL_INPUT,
  RK_CONTROL_SELECT1,
  RK_CONTROL_SELECT,
  RK_CONTROL_RANK,
  RK_CONTROL_RANGE,
  RK_CONTROL_TRIGGER,
  RK_CONTROL_UPLOAD
} RkControlType;

/* One element of the form's body; a tree, owned by the form. */
typedef struct _RkControl RkControl;
struct _RkControl
{
  RkControlType type;
  char *nodeset;    /* absolute path without positions; NULL for a group without ref */
  char *appearance; /* "" when there is none; words between blanks */
  char *mediatype;  /* of an upload; else NULL */
  char *intent;     /* another app that should answer; NULL */
  int rows;         /* lines asked for a text; 0: not said */
  double range_start, range_end, range_step;
  int line;
  const RkControl *parent; /* NULL for the body itself */
  GPtrArray *children;     /* (element-type RkControl); empty for leaves */
};
/* The body as a group, its appearance the style of the form ("pages", "theme-grid"): (transfer
 * none). */
const RkControl *rk_form_get_body (RkForm *self);
gboolean rk_control_has_appearance (const RkControl *control, const char *word);

typedef enum
{
  RK_DATA_STRING,
  RK_DATA_INT,
  RK_DATA_DECIMAL,
  RK_DATA_BOOLEAN,
  RK_DATA_DATE,
  RK_DATA_TIME,
  RK_DATA_DATE_TIME,
  RK_DATA_GEOPOINT,
  RK_DATA_GEOTRACE,
  RK_DATA_GEOSHAPE,
  RK_DATA_BINARY
} RkDataType;

G_END_DECLS
