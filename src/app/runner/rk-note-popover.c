/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-note-popover.h"

#include "rk-editable.h"

#include <glib/gi18n.h>

#define DRAFT_DELAY_MS 300

struct _RkNotePopover
{
  GtkPopover parent_instance;
  RkAutosave *autosave;
  RkQuestion *question;
  GtkWidget *view;
  GtkTextBuffer *buffer;
  guint timer;
  gboolean dirty, filling;
};

G_DEFINE_FINAL_TYPE (RkNotePopover, rk_note_popover, GTK_TYPE_POPOVER)

static char *
dup_scope (RkResponse *response)
{
  return g_strconcat ("note:", rk_response_get_id (response), NULL);
}

static gboolean
keep_draft (RkResponse *response, RkQuestion *question, const char *text, GError **error)
{
  g_autofree char *scope = dup_scope (response);

  return rk_store_set_draft (rk_response_get_store (response), scope, rk_question_get_id (question),
                             text, error);
}

static char *
dup_typed (RkNotePopover *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static gboolean
draft_cb (gpointer data)
{
  RkNotePopover *self = data;
  g_autofree char *text = dup_typed (self);
  g_autoptr (GError) error = NULL;
  gboolean ok;

  self->timer = 0;
  ok = keep_draft (rk_autosave_get_response (self->autosave), self->question, text, &error);
  rk_autosave_report (self->autosave, ok, error);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (RkNotePopover *self)
{
  if (self->filling)
    return;
  self->dirty = TRUE;
  if (self->timer == 0)
    self->timer = g_timeout_add (DRAFT_DELAY_MS, draft_cb, self);
}

/* The note itself first, then the draft may go: nothing is lost in between. */
static gboolean
store_note (RkAutosave *autosave, RkQuestion *question, const char *text)
{
  RkResponse *response = rk_autosave_get_response (autosave);
  g_autoptr (GError) error = NULL;
  gboolean ok = rk_response_set_note (response, question, text, &error) &&
                keep_draft (response, question, NULL, &error);

  rk_autosave_report (autosave, ok, error);
  return ok;
}

static void
closed_cb (RkNotePopover *self)
{
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (!self->dirty)
    return;
  self->dirty = FALSE;
  text = dup_typed (self);
  store_note (self->autosave, self->question, g_strstrip (text));
}

static void
rk_note_popover_dispose (GObject *object)
{
  RkNotePopover *self = RK_NOTE_POPOVER (object);

  if (self->autosave != NULL)
    closed_cb (self);
  g_clear_object (&self->autosave);
  g_clear_object (&self->question);
  G_OBJECT_CLASS (rk_note_popover_parent_class)->dispose (object);
}

static gboolean
close_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  gtk_popover_popdown (GTK_POPOVER (widget));
  return TRUE;
}

static void
rk_note_popover_class_init (RkNotePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_note_popover_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/runner/rk-note-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RkNotePopover, view);
  gtk_widget_class_bind_template_child (widget_class, RkNotePopover, buffer);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, close_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, close_cb, NULL);
}

static void
rk_note_popover_init (RkNotePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rk_note_popover_new (RkAutosave *autosave, RkQuestion *question)
{
  RkNotePopover *self = g_object_new (RK_TYPE_NOTE_POPOVER, NULL);
  g_autofree char *note = rk_response_dup_note (rk_autosave_get_response (autosave), question);

  self->autosave = g_object_ref (autosave);
  self->question = g_object_ref (question);
  self->filling = TRUE;
  rk_text_buffer_fill (self->buffer, note);
  self->filling = FALSE;
  return GTK_WIDGET (self);
}

static void
recover_section (RkAutosave *autosave, RkSection *section, GHashTable *drafts, char **last)
{
  GListModel *questions = rk_section_get_questions (section);

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (RkQuestion) question = g_list_model_get_item (questions, i);
      const char *text = g_hash_table_lookup (drafts, rk_question_get_id (question));

      if (text == NULL)
        continue;
      store_note (autosave, question, text);
      g_free (*last);
      *last = g_strdup (rk_question_get_id (question));
    }
}

char *
rk_note_popover_recover (RkAutosave *autosave)
{
  RkResponse *response = rk_autosave_get_response (autosave);
  g_autofree char *scope = dup_scope (response);
  g_autoptr (GHashTable) drafts =
      rk_store_get_drafts (rk_response_get_store (response), scope, NULL);
  GListModel *sections = rk_response_get_sections (response);

  char *last = NULL;

  if (drafts == NULL || g_hash_table_size (drafts) == 0)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (RkSection) section = g_list_model_get_item (sections, i);

      recover_section (autosave, section, drafts, &last);
    }
  return last;
}
