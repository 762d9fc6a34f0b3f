/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-compare-button.h"

#include "rk-format.h"
#include "rk-survey-list.h"

#include <glib/gi18n.h>

struct _RkCompareButton
{
  GtkWidget parent_instance;
  RkComparison *comparison;
  GtkWidget *button;
  GPtrArray *checks; /* of GtkCheckButton, as the list of earlier responses */
  gboolean changed;
  char *problem;
};

G_DEFINE_FINAL_TYPE (RkCompareButton, rk_compare_button, GTK_TYPE_WIDGET)

static guint compared;

/* At the limit the others wait, and say why. */
static void
update_checks (RkCompareButton *self)
{
  gboolean full = rk_comparison_get_n_series (self->comparison) >= RK_MAX_SERIES;

  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkWidget *check = g_ptr_array_index (self->checks, i);
      gboolean waits = full && !rk_comparison_is_compared (self->comparison, i);

      gtk_widget_set_sensitive (check, !waits);
      gtk_widget_set_tooltip_text (
          check, waits ? _ ("At most three series fit in one chart. Take one away first.") : NULL);
    }
}

static void
toggled_cb (RkCompareButton *self, GtkCheckButton *check)
{
  g_autoptr (GError) error = NULL;
  guint i;

  if (!g_ptr_array_find (self->checks, check, &i))
    return;
  if (!rk_comparison_set_compared (self->comparison, i, gtk_check_button_get_active (check),
                                   &error))
    {
      g_free (self->problem);
      self->problem = error != NULL ? g_strdup (error->message) : NULL;
      gtk_check_button_set_active (check, FALSE);
    }
  self->changed = TRUE;
  update_checks (self);
}

static void
closed_cb (RkCompareButton *self)
{
  g_autofree char *problem = g_steal_pointer (&self->problem);

  if (!self->changed)
    return;
  self->changed = FALSE;
  g_signal_emit (self, compared, 0, problem);
}

static char *
describe_row (const RkSurveyRow *row)
{
  g_autofree char *score = rk_format_score (row->index);
  g_autofree char *day = rk_format_date (row->submitted_at, RK_FORMAT_SENTENCE);

  /* Translators: a year, a score, and the date of submission. */
  return g_strdup_printf (_ ("%s: %s, submitted on %s"), row->period != NULL ? row->period : "",
                             score, day);
}

static GtkWidget *
make_list (RkCompareButton *self)
{
  GPtrArray *earlier = rk_comparison_get_earlier (self->comparison);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (guint i = 0; i < earlier->len; i++)
    {
      g_autofree char *text = describe_row (g_ptr_array_index (earlier, i));
      GtkWidget *check = gtk_check_button_new_with_label (text);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   rk_comparison_is_compared (self->comparison, i));
      g_ptr_array_add (self->checks, check);
      g_signal_connect_swapped (check, "toggled", G_CALLBACK (toggled_cb), self);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  update_checks (self);
  return scrolled;
}

static void
dispose (GObject *object)
{
  RkCompareButton *self = RK_COMPARE_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->comparison);
  G_OBJECT_CLASS (rk_compare_button_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  RkCompareButton *self = RK_COMPARE_BUTTON (object);

  g_ptr_array_unref (self->checks);
  g_free (self->problem);
  G_OBJECT_CLASS (rk_compare_button_parent_class)->finalize (object);
}

static gboolean
grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (RK_COMPARE_BUTTON (widget)->button);
}

static void
rk_compare_button_class_init (RkCompareButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;
  widget_class->grab_focus = grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  compared = g_signal_new ("compared", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                           NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
rk_compare_button_init (RkCompareButton *self)
{
  self->checks = g_ptr_array_new ();
}

GtkWidget *
rk_compare_button_new (RkComparison *comparison)
{
  RkCompareButton *self = g_object_new (RK_TYPE_COMPARE_BUTTON, NULL);
  GtkWidget *popover = gtk_popover_new ();

  self->comparison = g_object_ref (comparison);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), _ ("Compare"));
  gtk_popover_set_child (GTK_POPOVER (popover), make_list (self));
  g_signal_connect_swapped (popover, "closed", G_CALLBACK (closed_cb), self);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Compare with earlier years"), -1);
  gtk_widget_set_tooltip_text (self->button, _ ("Compare with earlier years"));
  return GTK_WIDGET (self);
}
