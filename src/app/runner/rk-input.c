/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-input.h"

#include "rk-date-field.h"
#include "rk-fixed-value.h"
#include "rk-level-choice.h"
#include "rk-long-text.h"
#include "rk-multiple-choice.h"
#include "rk-number-entry.h"
#include "rk-picker-choice.h"
#include "rk-place-field.h"
#include "rk-range-scale.h"
#include "rk-single-choice.h"
#include "rk-text-field.h"
#include "rk-trace-field.h"
#include "rk-trigger-check.h"
#include "rk-upload-field.h"

/* More choices than this are found by typing. */
#define MAX_RADIOS 7

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
    case RK_DATA_STRING:
    case RK_DATA_BOOLEAN: break;
    }
  return new_text (autosave, node);
}

static GtkWidget *
new_select1 (RkAutosave *autosave, RkFormNode *node, const RkControl *control)
{
  if (rk_control_has_appearance (control, "rk-level"))
    return rk_level_choice_new (autosave, node);
  if (rk_form_node_get_choices (node)->len > MAX_RADIOS)
    return rk_picker_choice_new (autosave, node);
  return rk_single_choice_new (autosave, node);
}

GtkWidget *
rk_input_new (RkAutosave *autosave, RkFormNode *node)
{
  const RkControl *control = rk_form_node_get_control (node);

  if (control == NULL || rk_form_node_is_calculated (node) || rk_form_node_get_readonly (node))
    return rk_fixed_value_new (autosave, node);
  switch (control->type)
    {
    case RK_CONTROL_SELECT1: return new_select1 (autosave, node, control);
    case RK_CONTROL_SELECT: return rk_multiple_choice_new (autosave, node);
    case RK_CONTROL_RANGE: return rk_range_scale_new (autosave, node);
    case RK_CONTROL_TRIGGER: return rk_trigger_check_new (autosave, node);
    case RK_CONTROL_UPLOAD: return rk_upload_field_new (autosave, node);
    case RK_CONTROL_INPUT:
    case RK_CONTROL_RANK:
    case RK_CONTROL_GROUP:
    case RK_CONTROL_REPEAT: break;
    }
  return new_by_type (autosave, node);
}
