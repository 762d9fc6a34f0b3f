/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-input.h"

#include "rk-choice-input.h"
#include "rk-date-field.h"
#include "rk-fixed-value.h"
#include "rk-long-text.h"
#include "rk-number-entry.h"
#include "rk-place-field.h"
#include "rk-range-picker.h"
#include "rk-range-rating.h"
#include "rk-range-scale.h"
#include "rk-range-steps.h"
#include "rk-ranking.h"
#include "rk-text-field.h"
#include "rk-trace-field.h"
#include "rk-trigger-check.h"
#include "rk-upload-field.h"
#include "rk-yes-no.h"

/* A range with more steps than this is a scale whatever the form says. */
#define MAX_STARS 10
#define MAX_LISTED 1000

static GtkWidget *
new_text (RkAutosave *autosave, RkFormNode *node)
{
  const RkControl *control = rk_form_node_get_control (node);

  if (control != NULL && rk_control_has_appearance (control, "multiline"))
    return rk_long_text_new (autosave, node);
  return rk_text_field_new (autosave, node);
}

static GtkWidget *
new_by_type (RkAutosave *autosave, RkFormNode *node)
{
  switch (rk_form_node_get_data_type (node))
    {
    case RK_DATA_INT:
    case RK_DATA_DECIMAL: return rk_number_entry_new (autosave, node);
    case RK_DATA_DATE:
    case RK_DATA_TIME:
    case RK_DATA_DATE_TIME: return rk_date_field_new (autosave, node);
    case RK_DATA_GEOPOINT: return rk_place_field_new (autosave, node);
    case RK_DATA_GEOTRACE:
    case RK_DATA_GEOSHAPE: return rk_trace_field_new (autosave, node);
    case RK_DATA_BINARY: return rk_upload_field_new (autosave, node);
    case RK_DATA_BOOLEAN: return rk_yes_no_new (autosave, node);
    case RK_DATA_STRING: break;
    }
  return new_text (autosave, node);
}

static GtkWidget *
new_range (RkAutosave *autosave, RkFormNode *node, const RkControl *control)
{
  guint steps = rk_range_count_steps (control);

  if (rk_control_has_appearance (control, "rating") && steps <= MAX_STARS)
    return rk_range_rating_new (autosave, node);
  if (rk_control_has_appearance (control, "picker") && steps <= MAX_LISTED)
    return rk_range_picker_new (autosave, node);
  return rk_range_scale_new (autosave, node);
}

GtkWidget *
rk_input_new (RkAutosave *autosave, RkFormNode *node)
{
  const RkControl *control = rk_form_node_get_control (node);

  if (control == NULL || rk_form_node_is_calculated (node) || rk_form_node_is_note (node))
    return rk_fixed_value_new (autosave, node);
  switch (control->type)
    {
    case RK_CONTROL_SELECT1:
    case RK_CONTROL_SELECT: return rk_choice_input_new (autosave, node);
    case RK_CONTROL_RANK: return rk_ranking_new (autosave, node);
    case RK_CONTROL_RANGE: return new_range (autosave, node, control);
    case RK_CONTROL_TRIGGER: return rk_trigger_check_new (autosave, node);
    case RK_CONTROL_UPLOAD: return rk_upload_field_new (autosave, node);
    case RK_CONTROL_INPUT:
    case RK_CONTROL_GROUP:
    case RK_CONTROL_REPEAT: break;
    }
  return new_by_type (autosave, node);
}
