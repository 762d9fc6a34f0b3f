/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-fetch-item.h"

#include "rk-text.h"

#include <glib/gi18n.h>

struct _RkFetchItem
{
  GObject parent_instance;
  RkOdkForm *form;
  RkExchangeHave have;
  gboolean chosen;
  char *folded;
};

G_DEFINE_FINAL_TYPE (RkFetchItem, rk_fetch_item, G_TYPE_OBJECT)

static guint changed_signal;

static void
rk_fetch_item_finalize (GObject *object)
{
  RkFetchItem *self = RK_FETCH_ITEM (object);

  rk_odk_form_free (self->form);
  g_free (self->folded);
  G_OBJECT_CLASS (rk_fetch_item_parent_class)->finalize (object);
}

static void
rk_fetch_item_class_init (RkFetchItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rk_fetch_item_finalize;
  changed_signal = g_signal_new ("changed", RK_TYPE_FETCH_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
rk_fetch_item_init (RkFetchItem *self)
{
}

RkFetchItem *
rk_fetch_item_new (const RkOdkForm *form, RkExchangeHave have)
{
  RkFetchItem *self = g_object_new (RK_TYPE_FETCH_ITEM, NULL);
  g_autofree char *text = g_strjoin (" ", form->name, form->form_id, form->version, NULL);

  self->form = rk_odk_form_copy (form);
  self->have = have;
  self->folded = rk_text_fold (text);
  return self;
}

const RkOdkForm *
rk_fetch_item_get_form (RkFetchItem *self)
{
  return self->form;
}

RkExchangeHave
rk_fetch_item_get_have (RkFetchItem *self)
{
  return self->have;
}

void
rk_fetch_item_set_have (RkFetchItem *self, RkExchangeHave have)
{
  if (self->have == have)
    return;
  self->have = have;
  g_signal_emit (self, changed_signal, 0);
}

gboolean
rk_fetch_item_is_chosen (RkFetchItem *self)
{
  return self->chosen;
}

void
rk_fetch_item_set_chosen (RkFetchItem *self, gboolean chosen)
{
  if (self->chosen == chosen)
    return;
  self->chosen = chosen;
  g_signal_emit (self, changed_signal, 0);
}

char *
rk_fetch_item_dup_caption (RkFetchItem *self)
{
  if (*self->form->version == '\0')
    return g_strdup (self->form->form_id);
  /* Translators: the version of a questionnaire */
  return g_strdup_printf (_ ("version %s"), self->form->version);
}

const char *
rk_fetch_item_get_have_words (RkFetchItem *self)
{
  switch (self->have)
    {
    case RK_EXCHANGE_SAME: return _ ("in the workspace");
    case RK_EXCHANGE_CHANGED: return _ ("newer version available");
    default: return "";
    }
}

gboolean
rk_fetch_item_matches (RkFetchItem *self, const char *folded)
{
  return rk_text_find (self->folded, folded) >= 0;
}
