/* SPDX-License-Identifier: EUPL-1.2 */
/* A response that is open: opening, saving, and following the workspace. */
#include "config.h"
#include "rk-blob.h"
#include "rk-response-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (RkResponse, rk_response, G_TYPE_OBJECT)

typedef enum
{
  PROP_SUBMITTED = 1
} RkResponseProps;
static GParamSpec *props[PROP_SUBMITTED + 1];

static guint note_changed_signal;

static void
free_leaf (gpointer data)
{
  RkLeaf *leaf = data;

  g_clear_object (&leaf->node);
  g_free (leaf->path);
  g_free (leaf->id);
  g_free (leaf->value);
  g_free (leaf->stored_raw);
  g_free (leaf->raw);
  g_free (leaf->draft);
  rk_response_free_leaf_files (leaf);
  g_free (leaf);
}

static void
free_row (gpointer data)
{
  RkRow *row = data;

  g_clear_object (&row->node);
  g_free (row->id);
  g_free (row->path);
  g_free (row->position);
  g_free (row->stored_position);
  g_free (row);
}

/* --- following the workspace ------------------------------------------------------------------ */

static void
take_record (RkResponse *self, RkRecord *record)
{
  gboolean submitted = rk_response_is_submitted (self);

  g_set_object (&self->record, record);
  if (rk_response_is_submitted (self) != submitted)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBMITTED]);
}

void
rk_response_refresh_record (RkResponse *self)
{
  g_autoptr (RkRecord) record = rk_store_get (self->store, "response", self->id, NULL);

  if (record != NULL) /* discarded elsewhere: what is open stays readable */
    take_record (self, record);
}

static void
emit_note_changed (RkQuestion *question, gpointer user_data)
{
  RkResponse *self = user_data;

  g_signal_emit (self, note_changed_signal, 0, question);
}

static gboolean
is_ours (RkResponse *self, RkRecord *record)
{
  return record != NULL && g_strcmp0 (rk_record_get (record, "response"), self->id) == 0;
}

/* The row with this id: (nullable). */
static RkRow *
find_row (RkResponse *self, const char *id)
{
  GHashTableIter iter;
  RkRow *row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &row))
    if (g_str_equal (row->id, id))
      return row;
  return NULL;
}

static void
reload (RkResponse *self)
{
  g_autoptr (GError) error = NULL;

  rk_response_refresh_record (self);
  if (!rk_response_load (self, &error))
    g_info ("The answers could not be read again: %s", error->message);
}

static void
follow_answer (RkResponse *self, const char *id)
{
  RkLeaf *leaf = g_hash_table_lookup (self->by_id, id);
  g_autoptr (RkRecord) record = rk_store_get (self->store, "answer", id, NULL);

  if (leaf != NULL)
    rk_response_load_leaf (self, leaf, record);
  else if (is_ours (self, record))
    reload (self);
}

/* Of our own changes there is nothing to load: the row stands where it was put. */
static gboolean
is_in_place (RkRow *row, RkRecord *record)
{
  const char *position = rk_record_get (record, "position");

  if (row == NULL || g_strcmp0 (row->position, position) != 0)
    return FALSE;
  g_free (row->stored_position);
  row->stored_position = g_strdup (position);
  return TRUE;
}

static void
follow_row (RkResponse *self, const char *id)
{
  g_autoptr (RkRecord) record = rk_store_get (self->store, "answer_row", id, NULL);
  RkRow *row = find_row (self, id);

  if (is_ours (self, record) ? !is_in_place (row, record) : record == NULL && row != NULL)
    reload (self);
}

static void
store_changed_cb (RkResponse *self, const char *kind, const char *id)
{
  if (*kind == '\0')
    {
      reload (self);
      rk_response_visit_questions (self, emit_note_changed, self);
    }
  else if (g_str_equal (kind, "answer"))
    follow_answer (self, id);
  else if (g_str_equal (kind, "answer_row"))
    follow_row (self, id);
  else if (g_str_equal (kind, "response_file"))
    rk_response_follow_file (self, id);
  else if (g_str_equal (kind, "response") && g_str_equal (id, self->id))
    rk_response_refresh_record (self);
  else if (g_str_equal (kind, "question_note"))
    rk_response_visit_questions (self, emit_note_changed, self);
  rk_response_update_figures (self);
}

/* --- object ----------------------------------------------------------------------------------- */

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((RkResponseProps) id)
    {
    case PROP_SUBMITTED:
      g_value_set_boolean (value, rk_response_is_submitted (RK_RESPONSE (object)));
      break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dispose (GObject *object)
{
  RkResponse *self = RK_RESPONSE (object);

  if (self->figures_source != 0)
    {
      g_clear_handle_id (&self->figures_source, g_source_remove);
      rk_response_write_figures (self);
    }
  G_OBJECT_CLASS (rk_response_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  RkResponse *self = RK_RESPONSE (object);

  g_clear_object (&self->sections);
  g_clear_pointer (&self->repeats, g_hash_table_unref);
  g_clear_pointer (&self->by_node, g_hash_table_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->leaves, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->gone, g_ptr_array_unref);
  g_clear_pointer (&self->audit, rk_audit_free);
  g_clear_object (&self->instance);
  g_clear_object (&self->record);
  g_clear_object (&self->store);
  g_free (self->label);
  g_free (self->id);
  G_OBJECT_CLASS (rk_response_parent_class)->finalize (object);
}

static void
rk_response_class_init (RkResponseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = get_property;
  object_class->dispose = dispose;
  object_class->finalize = finalize;
  props[PROP_SUBMITTED] = g_param_spec_boolean ("submitted", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  note_changed_signal = g_signal_new ("note-changed", RK_TYPE_RESPONSE, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, RK_TYPE_QUESTION);
}

static void
rk_response_init (RkResponse *self)
{
  self->leaves = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_leaf);
  self->by_node = g_hash_table_new (NULL, NULL);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->rows = g_hash_table_new_full (NULL, NULL, NULL, free_row);
  self->repeats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->gone = g_ptr_array_new_with_free_func (free_row);
}

RkResponse *
rk_response_new (RkStore *store, const char *id, RkForm *form, gboolean restored,
                 GHashTable *properties, const char *last_saved, GError **error)
{
  g_autoptr (RkResponse) self = g_object_new (RK_TYPE_RESPONSE, NULL);
  g_autoptr (GBytes) before = last_saved != NULL ? rk_blob_get (store, last_saved, NULL) : NULL;
  g_autofree char *xml =
      before != NULL ? g_strndup (g_bytes_get_data (before, NULL), g_bytes_get_size (before))
                     : NULL;
  RkFormEnvironment environment = { .properties = properties,
                                    .restored = restored,
                                    .last_saved = xml };

  self->store = g_object_ref (store);
  self->id = g_strdup (id);
  self->instance = rk_form_instance_new (form, &environment, error);
  if (self->instance == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

RkResponse *
rk_response_open (RkStore *store, const char *id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (RkRecord) record = rk_store_get (store, "response", id, &local_error);
  g_autoptr (RkQuestionnaire) questionnaire = NULL;
  g_autoptr (RkResponse) self = NULL;
  RkForm *form;

  if (record == NULL)
    {
      if (local_error == NULL)
        g_set_error (&local_error, RK_ERROR, RK_ERROR_NOT_FOUND,
                     _ ("There is no survey “%s” in this workspace. Look up its id in the list of "
                        "surveys."),
                        id);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  questionnaire = rk_questionnaire_load (store, rk_record_get (record, "questionnaire"), error);
  if (questionnaire == NULL)
    return NULL;
  form = rk_questionnaire_get_form (questionnaire, error);
  if (form == NULL)
    return NULL;
  self = rk_response_new (store, id, form, TRUE, NULL, rk_record_get (record, "last_saved"), error);
  if (self == NULL)
    return NULL;
  self->record = g_steal_pointer (&record);
  rk_response_choose_language (self);
  self->discarding = TRUE; /* the defaults of the form, where the workspace has something else */
  if (!rk_response_load (self, error) || !rk_response_load_drafts (self, error))
    return NULL;
  self->discarding = FALSE;
  self->audit = rk_audit_new (self);
  self->sections = rk_section_list_new (self->instance);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return g_steal_pointer (&self);
}

/* --- saving ----------------------------------------------------------------------------------- */

/* Looks in the workspace and not at what was read: somebody else can have submitted it just now. */
gboolean
rk_response_check_open (RkResponse *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (RkRecord) record = rk_store_get (self->store, "response", self->id, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (record == NULL)
    {
      /* Translators: the title of a survey. */
      g_set_error (error, RK_ERROR, RK_ERROR_NOT_FOUND,
                   _ ("“%s” has been discarded. Undo that to go on filling it in."),
                      rk_response_get_title (self));
      return FALSE;
    }
  take_record (self, record);
  if (!rk_response_is_submitted (self))
    return TRUE;
  /* Translators: the title of a survey. */
  g_set_error (error, RK_ERROR, RK_ERROR_FROZEN,
               _ ("“%s” has been submitted and cannot change any more. Reopen it as a new version "
                  "to change answers."),
                  rk_response_get_title (self));
  return FALSE;
}

gboolean
rk_response_save (RkResponse *self, const char *label, GError **error)
{
  g_autoptr (RkChange) change = NULL;
  gboolean saved;

  if (self->depth > 0)
    return TRUE;
  change = rk_change_new (self->store, label);
  rk_response_collect (self, change);
  rk_response_add_figures (self, self->id, change);
  rk_response_collect_title (self, self->id, rk_response_get_title (self), change);
  /* The store tells us of our own change too, in one stream with those of others: it finds every
   * answer as it is. */
  saved = rk_change_apply (change, error);
  if (saved)
    rk_response_mark_saved (self);
  return saved;
}

void
rk_response_begin (RkResponse *self, const char *label)
{
  g_return_if_fail (RK_IS_RESPONSE (self));
  if (self->depth++ > 0)
    return;
  g_free (self->label);
  self->label = g_strdup (label);
  rk_form_instance_freeze (self->instance);
}

gboolean
rk_response_end (RkResponse *self, GError **error)
{
  g_return_val_if_fail (RK_IS_RESPONSE (self), FALSE);
  g_return_val_if_fail (self->depth > 0, FALSE);
  if (--self->depth > 0)
    return TRUE;
  rk_form_instance_thaw (self->instance);
  return rk_response_save (self, self->label, error);
}

/* --- looking ---------------------------------------------------------------------------------- */

const char *
rk_response_get_id (RkResponse *self)
{
  g_return_val_if_fail (RK_IS_RESPONSE (self), NULL);
  return self->id;
}

RkStore *
rk_response_get_store (RkResponse *self)
{
  g_return_val_if_fail (RK_IS_RESPONSE (self), NULL);
  return self->store;
}

RkRecord *
rk_response_get_record (RkResponse *self)
{
  g_return_val_if_fail (RK_IS_RESPONSE (self), NULL);
  return self->record;
}

RkFormInstance *
rk_response_get_instance (RkResponse *self)
{
  g_return_val_if_fail (RK_IS_RESPONSE (self), NULL);
  return self->instance;
}

GListModel *
rk_response_get_sections (RkResponse *self)
{
  g_return_val_if_fail (RK_IS_RESPONSE (self), NULL);
  return self->sections;
}

const char *
rk_response_get_title (RkResponse *self)
{
  g_return_val_if_fail (RK_IS_RESPONSE (self), NULL);
  return rk_record_get_title (self->record);
}

gboolean
rk_response_is_submitted (RkResponse *self)
{
  g_return_val_if_fail (RK_IS_RESPONSE (self), FALSE);
  return self->record != NULL &&
         g_strcmp0 (rk_record_get (self->record, "status"), "submitted") == 0;
}

void
rk_response_visit_questions (RkResponse *self, RkQuestionVisit visit, gpointer user_data)
{
  for (guint s = 0; s < g_list_model_get_n_items (self->sections); s++)
    {
      g_autoptr (RkSection) section = g_list_model_get_item (self->sections, s);
      GListModel *questions = rk_section_get_questions (section);

      for (guint q = 0; q < g_list_model_get_n_items (questions); q++)
        {
          g_autoptr (RkQuestion) question = g_list_model_get_item (questions, q);

          visit (question, user_data);
        }
    }
}

static void
count_required_open (RkQuestion *question, gpointer count)
{
  if (rk_question_get_visible (question) && rk_question_counts (question) &&
      rk_question_get_required (question) && !rk_question_get_answered (question))
    (*(guint *) count)++;
}

void
rk_response_get_progress (RkResponse *self, guint *answered, guint *total, guint *required_open)
{
  guint all = 0, done = 0, open = 0;

  g_return_if_fail (RK_IS_RESPONSE (self));
  for (guint s = 0; s < g_list_model_get_n_items (self->sections); s++)
    {
      g_autoptr (RkSection) section = g_list_model_get_item (self->sections, s);

      all += rk_section_get_total (section);
      done += rk_section_get_answered (section);
    }
  rk_response_visit_questions (self, count_required_open, &open);
  if (answered != NULL)
    *answered = done;
  if (total != NULL)
    *total = all;
  if (required_open != NULL)
    *required_open = open;
}
