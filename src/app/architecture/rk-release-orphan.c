/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-release-orphan.h"

#include <glib/gi18n.h>

#define NAMES 4 /* of applications that are told */

struct _RkReleaseOrphan
{
  GtkListBoxRow parent_instance;
  const RkOrphan *orphan;
  GPtrArray *keys; /* of char, borrowed, in the order of the drop-down; the first is NULL */
  GtkDropDown *goal;
};

G_DEFINE_FINAL_TYPE (RkReleaseOrphan, rk_release_orphan, GTK_TYPE_LIST_BOX_ROW)

static guint chosen;

static void
finalize (GObject *object)
{
  g_ptr_array_unref (RK_RELEASE_ORPHAN (object)->keys);
  G_OBJECT_CLASS (rk_release_orphan_parent_class)->finalize (object);
}

static void
rk_release_orphan_class_init (RkReleaseOrphanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
  chosen = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                         NULL, G_TYPE_NONE, 0);
}

static void
rk_release_orphan_init (RkReleaseOrphan *self)
{
  self->keys = g_ptr_array_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

static void
goal_chosen_cb (RkReleaseOrphan *self)
{
  g_signal_emit (self, chosen, 0);
}

static void
add_place (RkReleaseOrphan *self, GtkStringList *names, const RkReleasePlace *place)
{
  if (g_ptr_array_find_with_equal_func (self->keys, place->key, g_str_equal, NULL))
    return;
  g_ptr_array_add (self->keys, place->key);
  gtk_string_list_append (names, place->name);
}

static gboolean
is_suggested (const RkOrphan *orphan, const char *key)
{
  for (guint i = 0; i < orphan->suggestions->len; i++)
    if (g_str_equal (g_ptr_array_index (orphan->suggestions, i), key))
      return TRUE;
  return FALSE;
}

/* Later, what is suggested, and then all. */
static GtkStringList *
make_choices (RkReleaseOrphan *self, GPtrArray *places)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  g_ptr_array_add (self->keys, (gpointer) "");
  gtk_string_list_append (names, _ ("Choose later"));
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < places->len; i++)
      {
        const RkReleasePlace *place = g_ptr_array_index (places, i);

        if (pass == 1 || is_suggested (self->orphan, place->key))
          add_place (self, names, place);
      }
  return names;
}

static char *
join_names (const RkOrphan *orphan)
{
  GString *text = g_string_new (NULL);
  guint n = orphan->application_names->len;

  for (guint i = 0; i < MIN (n, NAMES); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            (char *) g_ptr_array_index (orphan->application_names, i));
  if (n > NAMES)
    g_string_append (text, "…");
  return g_string_free (text, FALSE);
}

GtkWidget *
rk_release_orphan_new (const RkOrphan *orphan, GPtrArray *places)
{
  RkReleaseOrphan *self = g_object_new (RK_TYPE_RELEASE_ORPHAN, NULL);
  guint n = orphan->application_ids->len;
  g_autofree char *text = NULL;
  g_autofree char *names = join_names (orphan);
  g_autofree char *spoken = NULL;
  g_autoptr (GtkExpression) expression =
      gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label, *caption;

  self->orphan = orphan;
  /* Translators: the name of a reference component that is not in the new release. */
  text = g_strdup_printf (ngettext ("%s disappears. %u application is on it.",
                                    "%s disappears. %u applications are on it.", n),
                          orphan->name, n);
  label = gtk_label_new (text);
  caption = gtk_label_new (names);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_widget_add_css_class (caption, "rk-caption");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), label);
  gtk_box_append (GTK_BOX (texts), caption);
  self->goal = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (make_choices (self, places)),
                                                 g_steal_pointer (&expression)));
  gtk_drop_down_set_enable_search (self->goal, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->goal), GTK_ALIGN_CENTER);
  /* Translators: %s is the name of a reference component that disappears. */
  spoken = g_strdup_printf (_ ("Move the applications of %s to"), orphan->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->goal), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (
                                      gtk_widget_get_first_child (GTK_WIDGET (self->goal))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_object (self->goal, "notify::selected", G_CALLBACK (goal_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->goal));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  return GTK_WIDGET (self);
}

const char *
rk_release_orphan_get_key (RkReleaseOrphan *self)
{
  g_return_val_if_fail (RK_IS_RELEASE_ORPHAN (self), NULL);

  return self->orphan->key;
}

const char *
rk_release_orphan_get_goal (RkReleaseOrphan *self)
{
  guint selected;

  g_return_val_if_fail (RK_IS_RELEASE_ORPHAN (self), NULL);

  selected = gtk_drop_down_get_selected (self->goal);
  return selected > 0 && selected < self->keys->len ? g_ptr_array_index (self->keys, selected)
                                                    : NULL;
}

guint
rk_release_orphan_get_n_applications (RkReleaseOrphan *self)
{
  g_return_val_if_fail (RK_IS_RELEASE_ORPHAN (self), 0);

  return self->orphan->application_ids->len;
}
