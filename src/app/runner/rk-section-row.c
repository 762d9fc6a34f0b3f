/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-section-row.h"

#include "rk-progress-ring.h"

#include <glib/gi18n.h>

struct _RkSectionRow
{
  GtkListBoxRow parent_instance;
  RkSection *section;
  RkProgressRing *ring;
  GtkLabel *title, *progress;
};

G_DEFINE_FINAL_TYPE (RkSectionRow, rk_section_row, GTK_TYPE_LIST_BOX_ROW)

char *
rk_section_dup_progress (RkSection *section)
{
  guint answered = rk_section_get_answered (section), total = rk_section_get_total (section);

  if (total == 0)
    return g_strdup (_ ("nothing to fill in"));
  if (answered >= total)
    /* Translators: a section of which every question is answered: "8 of 8 · done". */
    return g_strdup_printf (_ ("%u of %u · done"), answered, total);
  return g_strdup_printf (_ ("%u of %u"), answered, total);
}

static void
show_progress (RkSectionRow *self)
{
  g_autofree char *progress = rk_section_dup_progress (self->section);
  g_autofree char *name =
      g_strdup_printf ("%s, %s", rk_section_get_title (self->section), progress);

  gtk_label_set_label (self->progress, progress);
  rk_progress_ring_set_share (self->ring, rk_section_get_answered (self->section),
                              rk_section_get_total (self->section));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_title (RkSectionRow *self)
{
  const char *title = rk_section_get_title (self->section);

  gtk_label_set_label (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  show_progress (self);
}

/* Skipped by the answers so far: there is nothing to read or fill in. */
static void
show_skipped (RkSectionRow *self)
{
  if (rk_section_get_shown (self->section) == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "rk-skipped");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "rk-skipped");
}

static void
rk_section_row_dispose (GObject *object)
{
  RkSectionRow *self = RK_SECTION_ROW (object);

  if (self->section != NULL)
    g_signal_handlers_disconnect_by_data (self->section, self);
  g_clear_object (&self->section);
  G_OBJECT_CLASS (rk_section_row_parent_class)->dispose (object);
}

static void
rk_section_row_class_init (RkSectionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RK_TYPE_PROGRESS_RING);
  G_OBJECT_CLASS (klass)->dispose = rk_section_row_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/runner/rk-section-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RkSectionRow, ring);
  gtk_widget_class_bind_template_child (widget_class, RkSectionRow, title);
  gtk_widget_class_bind_template_child (widget_class, RkSectionRow, progress);
}

static void
rk_section_row_init (RkSectionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rk_section_row_new (RkSection *section)
{
  RkSectionRow *self = g_object_new (RK_TYPE_SECTION_ROW, NULL);

  self->section = g_object_ref (section);
  g_signal_connect_swapped (section, "notify::title", G_CALLBACK (show_title), self);
  g_signal_connect_swapped (section, "notify::shown", G_CALLBACK (show_skipped), self);
  g_signal_connect_swapped (section, "notify::answered", G_CALLBACK (show_progress), self);
  g_signal_connect_swapped (section, "notify::total", G_CALLBACK (show_progress), self);
  show_title (self);
  show_skipped (self);
  return GTK_WIDGET (self);
}

RkSection *
rk_section_row_get_section (RkSectionRow *self)
{
  g_return_val_if_fail (RK_IS_SECTION_ROW (self), NULL);
  return self->section;
}
