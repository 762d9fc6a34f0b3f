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
  RkTypedField parent_instance;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkScrolledWindow *scroller;
  GtkLabel *placeholder, *counter;
  guint maximum; /* 0: none is given */
};

G_DEFINE_FINAL_TYPE (RkLongText, rk_long_text, RK_TYPE_TYPED_FIELD)

static char *
dup_typed (RkTypedField *field)
{
  RkLongText *self = RK_LONG_TEXT (field);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
show (RkTypedField *field, const char *text)
{
  RkLongText *self = RK_LONG_TEXT (field);
  g_autofree char *typed = dup_typed (field);

  if (!g_str_equal (text, typed))
    {
      rk_text_buffer_fill (self->buffer, text);
      return;
    }
  /* Ctrl+Z is the workspace's again. */
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_buffer_set_enable_undo (self->buffer, TRUE);
}

static void
freeze (RkTypedField *field, gboolean frozen)
{
  gtk_text_view_set_editable (RK_LONG_TEXT (field)->view, !frozen);
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
show_placeholder (RkLongText *self)
{
  gboolean empty = gtk_text_buffer_get_char_count (self->buffer) == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->placeholder),
                          empty && *gtk_label_get_label (self->placeholder) != '\0');
}

static void
changed_cb (RkLongText *self)
{
  show_counter (self);
  show_placeholder (self);
  rk_typed_field_touch (RK_TYPED_FIELD (self));
}

static void
rk_long_text_class_init (RkLongTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  RkTypedFieldClass *field_class = RK_TYPED_FIELD_CLASS (klass);

  field_class->dup_typed = dup_typed;
  field_class->show = show;
  field_class->freeze = freeze;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/runner/rk-long-text.ui");
  gtk_widget_class_bind_template_child (widget_class, RkLongText, view);
  gtk_widget_class_bind_template_child (widget_class, RkLongText, buffer);
  gtk_widget_class_bind_template_child (widget_class, RkLongText, scroller);
  gtk_widget_class_bind_template_child (widget_class, RkLongText, placeholder);
  gtk_widget_class_bind_template_child (widget_class, RkLongText, counter);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

/* Heights in lines of the font in use, so that they follow the text size. */
static void
size_in_lines (RkLongText *self, int rows)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), "A");
  int line;

  pango_layout_get_pixel_size (layout, NULL, &line);
  gtk_scrolled_window_set_max_content_height (self->scroller, MAX_LINES * line + 18);
  gtk_scrolled_window_set_min_content_height (self->scroller,
                                              CLAMP (rows, MIN_LINES, MAX_LINES) * line + 18);
}

static void
rk_long_text_init (RkLongText *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rk_typed_field_set_entry (RK_TYPED_FIELD (self), GTK_WIDGET (self->view));
}

GtkWidget *
rk_long_text_new (RkAutosave *autosave, RkFormNode *node)
{
  RkLongText *self = g_object_new (RK_TYPE_LONG_TEXT, NULL);
  const RkControl *control = rk_form_node_get_control (node);
  const char *maximum = rk_form_node_get_attribute (node, "max-length");
  const char *placeholder = rk_form_node_get_attribute (node, "placeholder");

  self->maximum = maximum != NULL ? g_ascii_strtoull (maximum, NULL, 10) : 0;
  gtk_label_set_label (self->placeholder, placeholder != NULL ? placeholder : "");
  size_in_lines (self, control != NULL ? control->rows : 0);
  rk_typed_field_open (RK_TYPED_FIELD (self), autosave, node);
  show_placeholder (self);
  return GTK_WIDGET (self);
}
