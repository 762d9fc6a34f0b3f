/* SPDX-License-Identifier: EUPL-1.2 */
/* Sections: the top-level groups of a form, with their progress. */
#include "config.h"
#include "rk-question-private.h"

struct _RkSection
{
  GObject parent_instance;
  RkFormNode *node;
  GListStore *questions;
  char *id;
  char *title;
  guint total;
  guint answered;
};

G_DEFINE_FINAL_TYPE (RkSection, rk_section, G_TYPE_OBJECT)

typedef enum
{
  PROP_TOTAL = 1,
  PROP_ANSWERED
} RkSectionProps;
static GParamSpec *props[PROP_ANSWERED + 1];

static void
update (RkSection *self, guint *field, guint value, RkSectionProps prop)
{
  if (*field == value)
    return;
  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

/* Numbers the visible questions and shows the heading of a group at its first visible one. */
static void
refresh (RkSection *self)
{
  guint total = 0, answered = 0;
  const char *last_heading = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->questions)); i++)
    {
      g_autoptr (RkQuestion) question = g_list_model_get_item (G_LIST_MODEL (self->questions), i);
      gboolean visible = rk_question_get_visible (question);
      gboolean counts = visible && rk_question_counts (question);
      const char *heading = rk_question_get_group_heading (question);

      total += counts;
      answered += counts && rk_question_get_answered (question);
      rk_question_place (question, counts ? total : 0,
                         visible && g_strcmp0 (heading, last_heading) != 0);
      if (visible)
        last_heading = heading;
    }
  update (self, &self->total, total, PROP_TOTAL);
  update (self, &self->answered, answered, PROP_ANSWERED);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RkSection *self = RK_SECTION (object);

  switch ((RkSectionProps) id)
    {
    case PROP_TOTAL: g_value_set_uint (value, self->total); break;
    case PROP_ANSWERED: g_value_set_uint (value, self->answered); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
finalize (GObject *object)
{
  RkSection *self = RK_SECTION (object);

  g_clear_object (&self->node);
  g_clear_object (&self->questions);
  g_free (self->id);
  g_free (self->title);
  G_OBJECT_CLASS (rk_section_parent_class)->finalize (object);
}

static void
rk_section_class_init (RkSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = get_property;
  object_class->finalize = finalize;
  props[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_ANSWERED] = g_param_spec_uint ("answered", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
rk_section_init (RkSection *self)
{
  self->questions = g_list_store_new (RK_TYPE_QUESTION);
}

const char *
rk_section_get_id (RkSection *self)
{
  g_return_val_if_fail (RK_IS_SECTION (self), NULL);
  return self->id;
}

const char *
rk_section_get_title (RkSection *self)
{
  g_return_val_if_fail (RK_IS_SECTION (self), NULL);
  return self->title;
}

RkFormNode *
rk_section_get_node (RkSection *self)
{
  g_return_val_if_fail (RK_IS_SECTION (self), NULL);
  return self->node;
}

GListModel *
rk_section_get_questions (RkSection *self)
{
  g_return_val_if_fail (RK_IS_SECTION (self), NULL);
  return G_LIST_MODEL (self->questions);
}

guint
rk_section_get_total (RkSection *self)
{
  g_return_val_if_fail (RK_IS_SECTION (self), 0);
  return self->total;
}

guint
rk_section_get_answered (RkSection *self)
{
  g_return_val_if_fail (RK_IS_SECTION (self), 0);
  return self->answered;
}

/* --- building --------------------------------------------------------------------------------- */

/* A group that is a question itself (a matrix, a repeat) is no section. */
static gboolean
is_section (const RkControl *control)
{
  if (control->type != RK_CONTROL_GROUP || rk_matrix_is_group (control) ||
      rk_control_has_appearance (control, "rk-ranking"))
    return FALSE;
  return control->children->len != 1 ||
         ((RkControl *) g_ptr_array_index (control->children, 0))->type != RK_CONTROL_REPEAT;
}

static RkSection *
new_section (RkFormInstance *instance, const RkControl *group)
{
  RkSection *self = g_object_new (RK_TYPE_SECTION, NULL);
  RkFormNode *root = rk_form_instance_get_root (instance), *node = NULL;

  if (group != NULL && group->nodeset != NULL)
    node = rk_form_instance_find (instance, group->nodeset);
  if (group != NULL)
    self->title = rk_form_instance_dup_control_label (instance, group, node != NULL ? node : root);
  if (self->title == NULL || *self->title == '\0')
    {
      g_free (self->title);
      self->title = g_strdup (rk_form_get_title (rk_form_instance_get_form (instance)));
    }
  self->node = node != NULL ? g_object_ref (node) : NULL;
  self->id = g_strdup (rk_form_node_get_name (node != NULL ? node : root));
  return self;
}

static void
append_section (GListStore *sections, RkFormInstance *instance, RkSection *section)
{
  refresh (section);
  g_signal_connect_object (instance, "changed", G_CALLBACK (refresh), section, G_CONNECT_SWAPPED);
  if (g_list_model_get_n_items (G_LIST_MODEL (section->questions)) > 0)
    g_list_store_append (sections, section);
}

GListModel *
rk_section_list_new (RkFormInstance *instance)
{
  g_autoptr (GListStore) sections = g_list_store_new (RK_TYPE_SECTION);
  const RkControl *body = rk_form_get_body (rk_form_instance_get_form (instance));
  g_autoptr (RkSection) loose = NULL;

  for (guint i = 0; i < body->children->len; i++)
    {
      const RkControl *control = g_ptr_array_index (body->children, i);
      g_autoptr (RkSection) section = NULL;

      if (!is_section (control))
        {
          if (loose == NULL)
            loose = new_section (instance, NULL);
          rk_question_build_control (instance, control, loose->questions);
          continue;
        }
      if (loose != NULL)
        append_section (sections, instance, loose);
      g_clear_object (&loose);
      section = new_section (instance, control);
      rk_question_build (instance, control, NULL, section->questions);
      append_section (sections, instance, section);
    }
  if (loose != NULL)
    append_section (sections, instance, loose);
  return G_LIST_MODEL (g_steal_pointer (&sections));
}
