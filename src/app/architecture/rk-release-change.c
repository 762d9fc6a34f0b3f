/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-release-change.h"

#include <glib/gi18n.h>
#include <string.h>

struct _RkReleaseChange
{
  GObject parent_instance;
  const RkConceptChange *change;
};

G_DEFINE_FINAL_TYPE (RkReleaseChange, rk_release_change, G_TYPE_OBJECT)

static void
rk_release_change_class_init (RkReleaseChangeClass *klass)
{
}

static void
rk_release_change_init (RkReleaseChange *self)
{
}

RkReleaseChange *
rk_release_change_new (const RkConceptChange *change)
{
  RkReleaseChange *self = g_object_new (RK_TYPE_RELEASE_CHANGE, NULL);

  self->change = change;
  return self;
}

const char *
rk_release_change_get_name (RkReleaseChange *self)
{
  g_return_val_if_fail (RK_IS_RELEASE_CHANGE (self), NULL);

  return self->change->name;
}

const char *
rk_release_change_get_kind (RkReleaseChange *self)
{
  g_return_val_if_fail (RK_IS_RELEASE_CHANGE (self), NULL);

  return self->change->is_component ? _ ("Reference component") : self->change->type;
}

/* --- differences of texts --------------------------------------------------------------------- */

/* How many bytes both have in common at the beginning, up to the beginning of a word. */
static gsize
get_common_start (const char *a, const char *b)
{
  gsize common = 0, i = 0;

  while (a[i] != '\0' && a[i] == b[i])
    {
      i++;
      if (a[i - 1] == ' ' || a[i - 1] == '\n')
        common = i;
    }
  return a[i] == b[i] ? i : common;
}

/* The same at the end, as far as it lies after @start in both. */
static gsize
get_common_end (const char *a, const char *b, gsize start)
{
  gsize length_a = strlen (a), length_b = strlen (b), common = 0, i = 0;

  while (i < length_a - start && i < length_b - start && a[length_a - i - 1] == b[length_b - i - 1])
    {
      i++;
      if (a[length_a - i] == ' ' || a[length_a - i] == '\n')
        common = i;
    }
  return common;
}

static char *
mark (const char *text, gsize start, gsize end, const char *tag)
{
  gsize length = strlen (text);
  g_autofree char *before = g_markup_escape_text (text, (gssize) start);
  g_autofree char *middle = g_markup_escape_text (text + start, (gssize) (length - end - start));
  g_autofree char *after = g_markup_escape_text (text + length - end, (gssize) end);

  if (*middle == '\0')
    return g_strconcat (before, after, NULL);
  return g_strdup_printf ("%s<%s>%s</%s>%s", before, tag, middle, tag, after);
}

void
rk_release_mark_difference (const char *before, const char *after, char **before_markup,
                            char **after_markup)
{
  gsize start = get_common_start (before, after);
  gsize end = get_common_end (before, after, start);

  *before_markup = mark (before, start, end, "s");
  *after_markup = mark (after, start, end, "u");
}

/* --- details --------------------------------------------------------------------------------- */

static void
add_text (GtkBox *box, const char *heading, const char *markup)
{
  GtkWidget *caption = gtk_label_new (heading);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "rk-caption");
  gtk_label_set_markup (GTK_LABEL (label), *markup != '\0' ? markup : "–");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (box, caption);
  gtk_box_append (box, label);
}

static void
add_edit (GtkBox *box, const RkConceptEdit *edit)
{
  GtkWidget *heading = gtk_label_new (edit->field);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  rk_release_mark_difference (edit->before != NULL ? edit->before : "",
                              edit->after != NULL ? edit->after : "", &before, &after);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_set_margin_top (heading, 12);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (box, heading);
  add_text (box, _ ("Before"), before);
  add_text (box, _ ("After"), after);
}

GtkWidget *
rk_release_change_make_details (RkReleaseChange *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title, *kind;

  g_return_val_if_fail (RK_IS_RELEASE_CHANGE (self), NULL);

  title = gtk_label_new (self->change->name);
  kind = gtk_label_new (rk_release_change_get_kind (self));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "title-4");
  gtk_label_set_xalign (GTK_LABEL (kind), 0);
  gtk_widget_add_css_class (kind, "rk-caption");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), kind);
  for (guint i = 0; i < self->change->edits->len; i++)
    add_edit (GTK_BOX (box), g_ptr_array_index (self->change->edits, i));
  return box;
}
