/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-release-page.h"

#include "rk-adaptive-bin.h"
#include "rk-architecture.h"
#include "rk-banner.h"
#include "rk-empty.h"
#include "rk-page.h"
#include "rk-release-change.h"
#include "rk-release-orphan.h"
#include "rk-toast.h"
#include "rk-workspace-kinds.h"

#include <glib/gi18n.h>

struct _RkReleasePage
{
  AdwBin parent_instance;
  RkStore *store;
  char *id;
  RkArchitectureDiff *diff; /* (nullable): not there yet */
  GPtrArray *places;        /* (nullable): of RkReleasePlace, of the new release */

  RkAdaptiveBin *bin;
  RkBanner *banner;
  GtkStack *stack;
  GtkWidget *orphans_box;
  GtkListBox *orphans;
  GtkBox *panes;
  GtkStack *tabs;
  GtkScrolledWindow *details;
  GtkLabel *summary;
};

G_DEFINE_FINAL_TYPE (RkReleasePage, rk_release_page, ADW_TYPE_BIN)

/* --- comparing, in a thread ------------------------------------------------------------------- */

typedef struct
{
  char *path;
  RkStoreFlags flags;
  char *id;
} Job;

typedef struct
{
  RkArchitectureDiff *diff;
  GPtrArray *places;
} Result;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job->id);
  g_free (job);
}

static void
place_free (gpointer data)
{
  RkReleasePlace *place = data;

  g_free (place->key);
  g_free (place->name);
  g_free (place);
}

static void
result_free (gpointer data)
{
  Result *result = data;

  g_clear_pointer (&result->diff, rk_architecture_diff_free);
  g_clear_pointer (&result->places, g_ptr_array_unref);
  g_free (result);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const RkReleasePlace *one = *(RkReleasePlace *const *) a;
  const RkReleasePlace *two = *(RkReleasePlace *const *) b;

  return g_utf8_collate (one->name, two->name);
}

static GPtrArray *
list_places (RkArchitecture *architecture)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (place_free);
  GPtrArray *components = rk_architecture_list_components (architecture);

  for (guint i = 0; i < components->len; i++)
    {
      const RkConcept *concept = g_ptr_array_index (components, i);
      RkReleasePlace *place = g_new0 (RkReleasePlace, 1);

      place->key = g_strdup (concept->key);
      place->name = g_strdup (concept->name);
      g_ptr_array_add (places, place);
    }
  g_ptr_array_sort (places, compare_places);
  return places;
}

static void
compare_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  g_autoptr (RkStore) store = rk_workspace_open (job->path, job->flags, &error);
  g_autoptr (RkArchitecture) architecture = NULL;
  Result *result = g_new0 (Result, 1);

  if (store != NULL && (architecture = rk_architecture_open (store, job->id, &error)) != NULL &&
      (result->diff = rk_architecture_compare (store, NULL, job->id, &error)) != NULL)
    {
      result->places = list_places (architecture);
      g_task_return_pointer (task, result, result_free);
      return;
    }
  result_free (result);
  if (error == NULL)
    error = g_error_new_literal (RK_ERROR, RK_ERROR_NOT_FOUND,
                                 _ ("This reference architecture is not there any more."));
  g_task_return_error (task, error);
}

/* --- tabs ------------------------------------------------------------------------------------ */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (NULL), *kind = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (kind), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (kind), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (kind, "rk-caption");
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), kind);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  RkReleaseChange *change = gtk_list_item_get_item (item);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", rk_release_change_get_name (change),
                                             rk_release_change_get_kind (change));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)),
                       rk_release_change_get_name (change));
  gtk_widget_set_tooltip_text (box, rk_release_change_get_name (change));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)),
                       rk_release_change_get_kind (change));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_details (RkReleasePage *self)
{
  GtkWidget *tab = gtk_stack_get_visible_child (self->tabs);
  GtkListView *list;
  GtkSingleSelection *selection;
  RkReleaseChange *change;

  gtk_scrolled_window_set_child (self->details, NULL);
  if (tab == NULL || !GTK_IS_SCROLLED_WINDOW (tab)) /* an empty one */
    return;
  list = GTK_LIST_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (tab)));
  selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (list));
  change = gtk_single_selection_get_selected_item (selection);
  if (change != NULL)
    gtk_scrolled_window_set_child (self->details, rk_release_change_make_details (change));
}

static void
add_empty_tab (RkReleasePage *self, const char *name, const char *title)
{
  GtkWidget *label = gtk_label_new (_ ("There are none."));
  g_autofree char *text = g_strdup_printf ("%s 0", title);

  gtk_widget_add_css_class (label, "rk-secondary");
  gtk_stack_add_titled (self->tabs, label, name, text);
}

static void
add_list_tab (RkReleasePage *self, const char *name, const char *title, GPtrArray *changes)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GListStore *store = g_list_store_new (RK_TYPE_RELEASE_CHANGE);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *selection = gtk_single_selection_new (G_LIST_MODEL (store));
  g_autofree char *text = g_strdup_printf ("%s %u", title, changes->len);
  GtkWidget *list;

  for (guint i = 0; i < changes->len; i++)
    {
      g_autoptr (RkReleaseChange) change = rk_release_change_new (g_ptr_array_index (changes, i));

      g_list_store_append (store, change);
    }
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect_object (selection, "notify::selected", G_CALLBACK (show_details), self,
                           G_CONNECT_SWAPPED);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_add_css_class (scroller, "rk-boxed");
  gtk_stack_add_titled (self->tabs, scroller, name, text);
}

/* The first one with something in it is shown. */
static void
add_tab (RkReleasePage *self, const char *name, const char *title, GPtrArray *changes)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->tabs);

  if (changes->len == 0)
    {
      add_empty_tab (self, name, title);
      return;
    }
  add_list_tab (self, name, title, changes);
  if (!GTK_IS_SCROLLED_WINDOW (shown))
    gtk_stack_set_visible_child_name (self->tabs, name);
}

/* --- what there is to decide ------------------------------------------------------------------ */

/* The applications that would have no place. */
static guint
count_without_place (RkReleasePage *self)
{
  guint n = 0;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->orphans, i)) != NULL; i++)
    if (rk_release_orphan_get_goal (RK_RELEASE_ORPHAN (row)) == NULL)
      n += rk_release_orphan_get_n_applications (RK_RELEASE_ORPHAN (row));
  return n;
}

static void
show_summary (RkReleasePage *self)
{
  guint n = count_without_place (self);
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup (_ ("All applications keep a place."));
  else
    text =
        g_strdup_printf (ngettext ("%u application would have no place. You can choose later.",
                                   "%u applications would have no place. You can choose later.", n),
                         n);
  gtk_label_set_label (self->summary, text);
}

static void
fill (RkReleasePage *self)
{
  const RkArchitectureDiff *diff = self->diff;

  for (guint i = 0; i < diff->orphans->len; i++)
    {
      GtkWidget *row = rk_release_orphan_new (g_ptr_array_index (diff->orphans, i), self->places);

      g_signal_connect_object (row, "chosen", G_CALLBACK (show_summary), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->orphans, row);
    }
  gtk_widget_set_visible (self->orphans_box, diff->orphans->len > 0);
  add_tab (self, "added", _ ("New"), diff->added);
  add_tab (self, "changed", _ ("Changed"), diff->changed);
  add_tab (self, "vanished", _ ("Disappeared"), diff->vanished);
  add_tab (self, "moved", _ ("Moved"), diff->moved);
  gtk_stack_set_visible_child_name (self->stack,
                                    rk_architecture_diff_is_empty (diff) ? "same" : "changes");
  show_details (self);
  show_summary (self);
}

static void
compared_cb (GObject *source, GAsyncResult *async, gpointer data)
{
  RkReleasePage *self = RK_RELEASE_PAGE (source);
  g_autoptr (GError) error = NULL;
  Result *result = g_task_propagate_pointer (G_TASK (async), &error);
  g_autofree char *subtitle = NULL;

  if (self->store == NULL)
    {
      g_clear_pointer (&result, result_free);
      return;
    }
  if (result == NULL)
    {
      rk_banner_show (self->banner, RK_BANNER_ERROR, error->message, NULL, NULL);
      return;
    }
  self->diff = g_steal_pointer (&result->diff);
  self->places = g_steal_pointer (&result->places);
  result_free (result);
  if (self->diff->from_name != NULL)
    /* Translators: the names of two releases of a reference architecture. */
    subtitle =
        g_strdup_printf (_ ("%s in the place of %s"), self->diff->to_name, self->diff->from_name);
  rk_page_set_subtitle (GTK_WIDGET (self), subtitle != NULL ? subtitle : self->diff->to_name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "release.use", TRUE);
  fill (self);
}

/* --- going over ------------------------------------------------------------------------------- */

static void
use_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkReleasePage *self = RK_RELEASE_PAGE (widget);
  g_autoptr (GHashTable) moves = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (RkStore) store = g_object_ref (self->store); /* the page goes */
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->orphans, i)) != NULL; i++)
    {
      const char *goal = rk_release_orphan_get_goal (RK_RELEASE_ORPHAN (row));

      if (goal != NULL)
        g_hash_table_insert (moves, (gpointer) rk_release_orphan_get_key (RK_RELEASE_ORPHAN (row)),
                             (gpointer) goal);
    }
  if (!rk_architecture_use (store, self->id, moves, &error))
    {
      rk_banner_show (self->banner, RK_BANNER_ERROR, error->message, NULL, NULL);
      return;
    }
  /* Translators: %s is the name of a reference architecture. */
  text = g_strdup_printf (_ ("%s is in use"), self->diff->to_name);
  gtk_widget_activate_action (window, "win.show-page", "s", "plates");
  rk_toast_show_undo (window, store, text);
}

/* --- widget ---------------------------------------------------------------------------------- */

/* S and M: what differs stands below the list. */
static void
arrange (RkReleasePage *self)
{
  gboolean wide = rk_adaptive_bin_get_size_class (self->bin) >= RK_SIZE_M;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->panes),
                                  wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
}

static void
dispose (GObject *object)
{
  RkReleasePage *self = RK_RELEASE_PAGE (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (rk_release_page_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  RkReleasePage *self = RK_RELEASE_PAGE (object);

  g_clear_pointer (&self->diff, rk_architecture_diff_free); /* the rows point into it */
  g_clear_pointer (&self->places, g_ptr_array_unref);
  G_OBJECT_CLASS (rk_release_page_parent_class)->finalize (object);
}

static void
rk_release_page_class_init (RkReleasePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RK_TYPE_ADAPTIVE_BIN);
  g_type_ensure (RK_TYPE_BANNER);
  g_type_ensure (RK_TYPE_EMPTY);
  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;
  gtk_widget_class_install_action (widget_class, "release.use", NULL, use_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "release.use", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/architecture/rk-release-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RkReleasePage, bin);
  gtk_widget_class_bind_template_child (widget_class, RkReleasePage, banner);
  gtk_widget_class_bind_template_child (widget_class, RkReleasePage, stack);
  gtk_widget_class_bind_template_child (widget_class, RkReleasePage, orphans_box);
  gtk_widget_class_bind_template_child (widget_class, RkReleasePage, orphans);
  gtk_widget_class_bind_template_child (widget_class, RkReleasePage, panes);
  gtk_widget_class_bind_template_child (widget_class, RkReleasePage, tabs);
  gtk_widget_class_bind_template_child (widget_class, RkReleasePage, details);
  gtk_widget_class_bind_template_child (widget_class, RkReleasePage, summary);
  gtk_widget_class_bind_template_callback (widget_class, arrange);
  gtk_widget_class_bind_template_callback (widget_class, show_details);
}

static void
rk_release_page_init (RkReleasePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "release.use", FALSE);
}

GtkWidget *
rk_release_page_new (RkStore *store, const char *id)
{
  RkReleasePage *self = g_object_new (RK_TYPE_RELEASE_PAGE, NULL);
  g_autoptr (GTask) task = g_task_new (self, NULL, compared_cb, NULL);
  Job *job = g_new0 (Job, 1);

  self->store = g_object_ref (store);
  self->id = g_strdup (id);
  job->path = g_strdup (rk_store_get_path (store));
  job->flags = rk_store_is_read_only (store) ? RK_STORE_READ_ONLY : RK_STORE_OPEN_EXISTING;
  job->id = g_strdup (id);
  g_task_set_source_tag (task, rk_release_page_new);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, compare_thread);
  return GTK_WIDGET (self);
}
