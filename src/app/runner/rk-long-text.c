/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-long-text.h"

#include "rk-editable.h"

#include "rk-format.h"

#include <glib/gi18n.h>

#define MIN_LINES 3
#define MAX_LINES 12
#define COUNTER_FROM 0.8 /* of the maximum */

struct _RkLongText
{
  AdwBin parent_instance;
  RkAutosave *autosave;
  RkFormNode *node;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkScrolledWindow *scroller;
  GtkLabel *counter;
  guint maximum;    /* 0: none is given */
  gboolean dirty;   /* typed since it was last entered */
  gboolean filling; /* the program writes in the buffer, not a person */
};

static char *
dup_typed (RkLongText *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
show_counter (RkLongText *self)
{
  guint count = gtk_text_buffer_get_char_count (self->buffer);
  gboolean near = self->maximum > 0 && count >= COUNTER_FROM * self->maximum;

  gtk_widget_set_visible (GTK_WIDGET (self->counter), near);
  if (near)
    {
      g_autofree char *used = rk_format_number (count, 0);
      g_autofree char *maximum = rk_format_number (self->maximum, 0);
      /* Translators: how much is typed and how much fits: "1.310 of 1.500 characters". */
      g_autofree char *text = g_strdup_printf (_ ("%s of %s characters"), used, maximum);

      gtk_label_set_label (self->counter, text);
    }
}

static void
changed_cb (RkLongText *self)
{
  g_autofree char *text = NULL;

  show_counter (self);
  if (self->filling)
    return;
  self->dirty = TRUE;
  text = dup_typed (self);
  rk_autosave_type (self->autosave, self->node, text);
}

static void
leave (RkQuestionWidget *widget)
{
  RkLongText *self = RK_LONG_TEXT (widget);
  g_autofree char *text = NULL;

  if (!self->dirty)
    return;
  self->dirty = FALSE;
  text = dup_typed (self);
  rk_autosave_enter (self->autosave, self->node, text);
}

static void
update (RkQuestionWidget *widget)
{
  RkLongText *self = RK_LONG_TEXT (widget);
  g_autofree char *typed = NULL, *text = NULL;

  if (self->dirty)
    return;
  typed = dup_typed (self);
  text = rk_autosave_dup_text (self->autosave, self->node);
  if (g_str_equal (text, typed))
    {
      /* Ctrl+Z is the workspace's again. */
      gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
      gtk_text_buffer_set_enable_undo (self->buffer, TRUE);
      return;
    }
  self->filling = TRUE;
  rk_text_buffer_fill (self->buffer, text);
  self->filling = FALSE;
}

static gboolean
focus_first (RkQuestionWidget *widget)
{
  RkLongText *self = RK_LONG_TEXT (widget);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (self->buffer, &end);
  gtk_text_buffer_place_cursor (self->buffer, &end);
  return gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static GtkAccessible *
get_accessible (RkQuestionWidget *widget)
{
  return GTK_ACCESSIBLE (RK_LONG_TEXT (widget)->view);
}

static void
question_widget_init (RkQuestionWidgetInterface *iface)
{
  iface->focus_first = focus_first;
  iface->leave = leave;
  iface->update = update;
  iface->get_accessible = get_accessible;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkLongText, rk_long_text, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (RK_TYPE_QUESTION_WIDGET,
                                                      question_widget_init))

static void
rk_long_text_dispose (GObject *object)
{
  RkLongText *self = RK_LONG_TEXT (object);

  g_clear_object (&self->autosave);
  g_clear_object (&self->node);
  G_OBJECT_CLASS (rk_long_text_parent_class)->dispose (object);
}

static void
rk_long_text_class_init (RkLongTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_long_text_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/runner/rk-long-text.ui");
  gtk_widget_class_bind_template_child (widget_class, RkLongText, view);
  gtk_widget_class_bind_template_child (widget_class, RkLongText, buffer);
  gtk_widget_class_bind_template_child (widget_class, RkLongText, scroller);
  gtk_widget_class_bind_template_child (widget_class, RkLongText, counter);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

/* Heights in lines of the font in use, so that they follow the text size. */
static void
size_in_lines (RkLongText *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), "A");
  int line;

  pango_layout_get_pixel_size (layout, NULL, &line);
  gtk_scrolled_window_set_min_content_height (self->scroller, MIN_LINES * line + 18);
  gtk_scrolled_window_set_max_content_height (self->scroller, MAX_LINES * line + 18);
}

static void
rk_long_text_init (RkLongText *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  size_in_lines (self);
}

GtkWidget *
rk_long_text_new (RkAutosave *autosave, RkFormNode *node)
{
  RkLongText *self = g_object_new (RK_TYPE_LONG_TEXT, NULL);
  const char *maximum = rk_form_node_get_attribute (node, "max-length");
  g_autofree char *text = NULL;

  self->autosave = g_object_ref (autosave);
  self->node = g_object_ref (node);
  self->maximum = maximum != NULL ? g_ascii_strtoull (maximum, NULL, 10) : 0;
  update (RK_QUESTION_WIDGET (self));
  text = rk_autosave_dup_text (autosave, node);
  self->dirty = !g_str_equal (text, rk_form_node_get_stored_value (node));
  return GTK_WIDGET (self);
}
