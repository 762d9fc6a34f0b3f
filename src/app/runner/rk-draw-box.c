/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-draw-box.h"

#include "rk-draw-pad.h"
#include "rk-wrap-box.h"

#include <glib/gi18n.h>

#define WIDTH 560

struct _RkDrawBox
{
  AdwBin parent_instance;
  RkDrawPad *pad;
  GtkWidget *box, *tools, *actions;
  GtkWidget *name; /* (nullable): an entry */
};

G_DEFINE_FINAL_TYPE (RkDrawBox, rk_draw_box, ADW_TYPE_BIN)

enum
{
  SIGNAL_KEPT,
  SIGNAL_CANCELLED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
keep_cb (RkDrawBox *self)
{
  g_autoptr (GBytes) png = rk_draw_pad_dup_png (self->pad);

  g_signal_emit (self, signals[SIGNAL_KEPT], 0, png);
}

static void
cancel_cb (RkDrawBox *self)
{
  g_signal_emit (self, signals[SIGNAL_CANCELLED], 0);
}

static void
clear_cb (RkDrawBox *self)
{
  if (self->name != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->name), "");
  rk_draw_pad_clear (self->pad);
}

static void
undo_cb (RkDrawBox *self)
{
  rk_draw_pad_undo (self->pad);
}

static void
name_changed_cb (RkDrawBox *self)
{
  rk_draw_pad_write (self->pad, gtk_editable_get_text (GTK_EDITABLE (self->name)));
}

static void
name_entered_cb (RkDrawBox *self)
{
  if (!rk_draw_pad_get_empty (self->pad))
    keep_cb (self);
}

static void
colour_cb (RkDrawBox *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    rk_draw_pad_set_colour (self->pad, g_object_get_data (G_OBJECT (button), "colour"));
}

static void
rk_draw_box_class_init (RkDrawBoxClass *klass)
{
  signals[SIGNAL_KEPT] = g_signal_new ("kept", RK_TYPE_DRAW_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_BYTES);
  signals[SIGNAL_CANCELLED] = g_signal_new ("cancelled", RK_TYPE_DRAW_BOX, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_button (RkDrawBox *self, GtkWidget *row, const char *label, void (*clicked) (RkDrawBox *))
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked), self);
  rk_wrap_box_append (RK_WRAP_BOX (row), button);
  return button;
}

static void
rk_draw_box_init (RkDrawBox *self)
{
  GtkWidget *keep;

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->tools = rk_wrap_box_new ();
  self->actions = rk_wrap_box_new ();
  self->pad = RK_DRAW_PAD (rk_draw_pad_new (WIDTH, 360));
  gtk_widget_set_halign (GTK_WIDGET (self->pad), GTK_ALIGN_FILL);
  gtk_box_append (GTK_BOX (self->box), self->tools);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->pad));
  gtk_box_append (GTK_BOX (self->box), self->actions);
  add_button (self, self->tools, _ ("Take back last line"), undo_cb);
  add_button (self, self->tools, _ ("Wipe"), clear_cb);
  keep = add_button (self, self->actions, _ ("Use"), keep_cb);
  add_button (self, self->actions, _ ("Do not use"), cancel_cb);
  g_object_bind_property (self->pad, "empty", keep, "sensitive",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

static void
add_colours (RkDrawBox *self)
{
  static const struct
  {
    const char *name, *colour;
  } colours[] = {
    { N_ ("Black"), "#1a1a1a" },
    { N_ ("Blue"), "#1a5fb4" },
    { N_ ("Red"), "#c01c28" },
  };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkToggleButton *first = NULL;

  gtk_widget_add_css_class (row, "linked");
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_ (colours[i].name));

      g_object_set_data (G_OBJECT (button), "colour", (gpointer) colours[i].colour);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (colour_cb), self);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), first == NULL);
      first = first != NULL ? first : GTK_TOGGLE_BUTTON (button);
      gtk_box_append (GTK_BOX (row), button);
    }
  gtk_widget_insert_after (row, self->tools, NULL);
}

/* A signature by keyboard: the name in writing. */
static void
add_name (RkDrawBox *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ ("Or type your name"));

  self->name = gtk_entry_new ();
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->name), 32);
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Or type your name"), -1);
  g_signal_connect_swapped (self->name, "changed", G_CALLBACK (name_changed_cb), self);
  g_signal_connect_swapped (self->name, "activate", G_CALLBACK (name_entered_cb), self);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), self->name);
  gtk_box_insert_child_after (GTK_BOX (self->box), row, GTK_WIDGET (self->pad));
}

GtkWidget *
rk_draw_box_new (RkDrawKind kind)
{
  RkDrawBox *self = g_object_new (RK_TYPE_DRAW_BOX, NULL);

  if (kind == RK_DRAW_SIGNATURE)
    {
      rk_draw_pad_set_sheet (self->pad, WIDTH, 200);
      add_name (self);
    }
  else
    add_colours (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pad), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kind == RK_DRAW_SIGNATURE ? _ ("Sheet to sign on")
                                                            : _ ("Sheet to draw on"), -1);
  return GTK_WIDGET (self);
}

void
rk_draw_box_set_background (RkDrawBox *self, GdkPixbuf *background)
{
  g_return_if_fail (RK_IS_DRAW_BOX (self));
  rk_draw_pad_set_background (self->pad, background);
}
