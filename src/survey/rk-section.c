/* SPDX-License-Identifier: EUPL-1.2 */
/* Sections: the top-level groups of a form, with their progress. */
#include "config.h"
#include "rk-question-private.h"

#include <string.h>

#define MAX_TITLE 60   /* characters of a title that is made from a question */
#define MANY_LEAVES 40 /* a group with more questions, and most of the form, is divided */

struct _RkSection
{
  GObject parent_instance;
  RkFormInstance *instance;
  const RkControl *group; /* NULL: what stands between groups */
  RkFormNode *node;
  RkFormNode *row; /* (nullable): the row whose fields these are */
  GListStore *questions;
  char *id;
  char *title;
  gboolean alone; /* the title of the form is its title too */
  guint total;
  guint answered;
  guint shown;
};

G_DEFINE_FINAL_TYPE (RkSection, rk_section, G_TYPE_OBJECT)

typedef enum
{
  PROP_TOTAL = 1,
  PROP_ANSWERED,
  PROP_SHOWN,
  PROP_TITLE
} RkSectionProps;
static GParamSpec *props[PROP_TITLE + 1];

static void
update (RkSection *self, guint *field, guint value, RkSectionProps prop)
{
  if (*field == value)
    return;
  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

/* --- title ------------------------------------------------------------------------------------ */

/* The first line without the marks of headings and emphasis, cut at a word when it is long. */
static char *
dup_short (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", 2);
  g_autofree char *line = NULL, *start = NULL;
  char *end, *space;

  line = g_strdup (lines[0] != NULL ? lines[0] : "");
  g_strstrip (g_strdelimit (line, "#*_", ' '));
  if (g_utf8_strlen (line, -1) <= MAX_TITLE)
    return g_steal_pointer (&line);
  end = g_utf8_offset_to_pointer (line, MAX_TITLE);
  *end = '\0';
  space = strrchr (line, ' ');
  if (space != NULL)
    *space = '\0';
  return g_strconcat (line, "…", NULL);
}

/* What a question is about: the group that it opens, else its own words. */
static char *
dup_subject (RkSection *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->questions));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RkQuestion) question = g_list_model_get_item (G_LIST_MODEL (self->questions), i);
      g_auto (GStrv) headings = rk_question_dup_headings (question);
      g_autofree char *label = rk_question_dup_label (question);
      g_autofree char *text = dup_short (headings[0] != NULL ? headings[0] : label);

      if (*text != '\0')
        return g_steal_pointer (&text);
    }
  return g_strdup (rk_form_get_title (rk_form_instance_get_form (self->instance)));
}

static char *
dup_title (RkSection *self)
{
  RkFormNode *context =
      self->node != NULL ? self->node : rk_form_instance_get_root (self->instance);
  g_autofree char *label = NULL;

  if (self->row != NULL)
    return rk_row_dup_title (self->instance, self->row);
  if (self->group != NULL)
    label = rk_form_instance_dup_control_label (self->instance, self->group, context);
  if (label != NULL && *label != '\0')
    return g_steal_pointer (&label);
  if (self->alone)
    return g_strdup (rk_form_get_title (rk_form_instance_get_form (self->instance)));
  return dup_subject (self);
}

static void
refresh_title (RkSection *self)
{
  g_autofree char *title = dup_title (self);

  if (g_strcmp0 (title, self->title) == 0)
    return;
  g_free (self->title);
  self->title = g_steal_pointer (&title);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

/* --- progress --------------------------------------------------------------------------------- */

/* Numbers the visible questions and shows the labels of a group at its first visible one. */
static void
refresh (RkSection *self)
{
  guint total = 0, answered = 0, shown = 0;
  g_autoptr (RkQuestion) last = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->questions)); i++)
    {
      g_autoptr (RkQuestion) question = g_list_model_get_item (G_LIST_MODEL (self->questions), i);
      gboolean visible = rk_question_get_visible (question);
      gboolean counts = visible && rk_question_counts (question);

      shown += visible;
      total += counts;
      answered += counts && rk_question_get_answered (question);
      rk_question_place (question, counts ? total : 0,
                         !visible       ? G_MAXUINT
                         : last != NULL ? rk_question_count_shared_groups (question, last)
                                        : 0);
      if (visible)
        g_set_object (&last, question);
    }
  update (self, &self->shown, shown, PROP_SHOWN);
  update (self, &self->total, total, PROP_TOTAL);
  update (self, &self->answered, answered, PROP_ANSWERED);
  refresh_title (self);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RkSection *self = RK_SECTION (object);

  switch ((RkSectionProps) id)
    {
    case PROP_TOTAL: g_value_set_uint (value, self->total); break;
    case PROP_ANSWERED: g_value_set_uint (value, self->answered); break;
    case PROP_SHOWN: g_value_set_uint (value, self->shown); break;
    case PROP_TITLE: g_value_set_string (value, self->title); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
finalize (GObject *object)
{
  RkSection *self = RK_SECTION (object);

  g_clear_object (&self->instance);
  g_clear_object (&self->node);
  g_clear_object (&self->row);
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
  props[PROP_SHOWN] = g_param_spec_uint ("shown", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
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

guint
rk_section_get_shown (RkSection *self)
{
  g_return_val_if_fail (RK_IS_SECTION (self), 0);
  return self->shown;
}

/* --- building --------------------------------------------------------------------------------- */

typedef struct
{
  RkFormInstance *instance;
  GListStore *sections;
  RkSection *loose; /* (nullable): of what stands between groups */
  guint leaves;     /* of the whole form */
} Build;

static guint
count_leaves (const RkControl *control)
{
  guint n = 0;

  for (guint i = 0; i < control->children->len; i++)
    n += count_leaves (g_ptr_array_index (control->children, i));
  return control->children->len > 0 ? n : control->type != RK_CONTROL_GROUP;
}

/* A group that holds most of a long form, in groups of its own, is no section but many. */
static gboolean
is_divided (Build *build, const RkControl *group)
{
  guint leaves = count_leaves (group), groups = 0;

  for (guint i = 0; i < group->children->len; i++)
    groups += !rk_control_is_question (g_ptr_array_index (group->children, i));
  return groups > 1 && leaves > MANY_LEAVES && 2 * leaves > build->leaves &&
         !rk_control_has_appearance (group, "field-list");
}

static RkSection *
new_section (Build *build, const RkControl *group)
{
  RkSection *self = g_object_new (RK_TYPE_SECTION, NULL);
  RkFormNode *node = NULL;

  if (group != NULL && group->nodeset != NULL)
    node = rk_form_instance_find (build->instance, group->nodeset);
  self->instance = g_object_ref (build->instance);
  self->group = group;
  self->node = node != NULL ? g_object_ref (node) : NULL;
  return self;
}

RkSection *
rk_section_new_for_row (RkQuestion *repeat, RkFormNode *row)
{
  RkSection *self = g_object_new (RK_TYPE_SECTION, NULL);

  g_return_val_if_fail (RK_IS_QUESTION (repeat), NULL);
  g_return_val_if_fail (RK_IS_FORM_NODE (row), NULL);
  self->instance = g_object_ref (rk_question_get_instance (repeat));
  self->row = g_object_ref (row);
  self->id = g_strdup (rk_form_node_get_path (row));
  rk_question_build (self->instance, rk_question_get_control (repeat), row, self->questions);
  refresh (self);
  g_signal_connect_object (self->instance, "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  return self;
}

static gboolean
is_taken (GListStore *sections, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (sections)); i++)
    {
      g_autoptr (RkSection) section = g_list_model_get_item (G_LIST_MODEL (sections), i);

      if (g_str_equal (section->id, id))
        return TRUE;
    }
  return FALSE;
}

/* A section is known by the name of its group, else by its first question. */
static char *
make_id (RkSection *self, GListStore *sections)
{
  g_autoptr (RkQuestion) first = g_list_model_get_item (G_LIST_MODEL (self->questions), 0);

  if (self->node != NULL && !is_taken (sections, rk_form_node_get_name (self->node)))
    return g_strdup (rk_form_node_get_name (self->node));
  return g_strconcat ("#", rk_form_node_get_nodeset (rk_question_get_node (first)), NULL);
}

static void
append_section (Build *build, RkSection *section)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (section->questions)) == 0)
    return;
  section->id = make_id (section, build->sections);
  section->alone =
      section->group == NULL && g_list_model_get_n_items (G_LIST_MODEL (build->sections)) == 0;
  refresh (section);
  g_signal_connect_object (build->instance, "changed", G_CALLBACK (refresh), section,
                           G_CONNECT_SWAPPED);
  g_list_store_append (build->sections, section);
}

static void
end_loose (Build *build)
{
  if (build->loose != NULL)
    append_section (build, build->loose);
  g_clear_object (&build->loose);
}

static gboolean
has_groups (const RkControl *parent)
{
  for (guint i = 0; i < parent->children->len; i++)
    if (!rk_control_is_question (g_ptr_array_index (parent->children, i)))
      return TRUE;
  return FALSE;
}

/* Among groups a repeat is a section too: what follows it is not about its rows. */
static gboolean
stands_alone (const RkControl *control)
{
  return rk_control_is_repeat (control) && has_groups (control->parent);
}

/* @label: what stands loose in @parent is called after it. */
static void
build_sections (Build *build, const RkControl *parent, const RkControl *label)
{
  for (guint i = 0; i < parent->children->len; i++)
    {
      const RkControl *control = g_ptr_array_index (parent->children, i);
      g_autoptr (RkSection) section = NULL;

      if (rk_control_is_question (control))
        {
          if (stands_alone (control))
            end_loose (build);
          if (build->loose == NULL)
            build->loose = new_section (build, stands_alone (control) ? NULL : label);
          rk_question_build_control (build->instance, control, build->loose->questions);
          if (stands_alone (control))
            end_loose (build);
          continue;
        }
      end_loose (build);
      if (is_divided (build, control))
        {
          build_sections (build, control, control);
          end_loose (build);
          continue;
        }
      section = new_section (build, control);
      rk_question_build (build->instance, control, NULL, section->questions);
      append_section (build, section);
    }
}

GListModel *
rk_section_list_new (RkFormInstance *instance)
{
  g_autoptr (GListStore) sections = g_list_store_new (RK_TYPE_SECTION);
  const RkControl *body = rk_form_get_body (rk_form_instance_get_form (instance));
  Build build = { .instance = instance, .sections = sections, .leaves = count_leaves (body) };

  build_sections (&build, body, NULL);
  end_loose (&build);
  return G_LIST_MODEL (g_steal_pointer (&sections));
}
