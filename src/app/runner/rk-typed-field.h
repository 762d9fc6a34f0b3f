/* SPDX-License-Identifier: EUPL-1.2 */
/* A control in which one types: every key is a draft on disk, leaving it makes an answer, and what
 * arrives from elsewhere shows when nobody is typing. What differs between such controls is only
 * how a text is shown and what stands in the control. */
#pragma once

#include "rk-autosave.h"
#include "rk-question-widget.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_TYPED_FIELD (rk_typed_field_get_type ())
G_DECLARE_DERIVABLE_TYPE (RkTypedField, rk_typed_field, RK, TYPED_FIELD, AdwBin)

struct _RkTypedFieldClass
{
  AdwBinClass parent_class;
  /* What stands in the control, as the answer to enter: (transfer full). By default the text of the
   * entry. */
  char *(*dup_typed) (RkTypedField *self);
  /* Shows the draft or the answer @text. By default in the entry. */
  void (*show) (RkTypedField *self, const char *text);
  /* The control can be read and copied, not changed; what lies beside its entry. */
  void (*freeze) (RkTypedField *self, gboolean frozen);
};

/* The part that gets the focus and the accessible name; a GtkEntry is followed by itself. */
void rk_typed_field_set_entry (RkTypedField *self, GtkWidget *entry);
GtkWidget *rk_typed_field_get_entry (RkTypedField *self);
/* Ties the control to @node and shows what is there: the last step of making one. */
void rk_typed_field_open (RkTypedField *self, RkAutosave *autosave, RkFormNode *node);
RkAutosave *rk_typed_field_get_autosave (RkTypedField *self); /* (transfer none) */
RkFormNode *rk_typed_field_get_node (RkTypedField *self);     /* (transfer none) */

/* Something was typed in a part that is not the entry. */
void rk_typed_field_touch (RkTypedField *self);
/* Whether the program writes in the control now, not a person. */
gboolean rk_typed_field_is_filling (RkTypedField *self);
/* An answer that is complete and was not typed here: a day picked, a place pasted. */
void rk_typed_field_enter (RkTypedField *self, const char *text);
/* What was typed is complete: Enter was pressed, or the focus left. */
void rk_typed_field_complete (RkTypedField *self);
/* Shows the answer as it is now, unless somebody is typing another one. */
void rk_typed_field_refresh (RkTypedField *self);

G_END_DECLS
