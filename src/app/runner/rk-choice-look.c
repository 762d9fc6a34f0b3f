/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-choice-look.h"

#include <string.h>

/* More radios than this are found by typing, more ticks stand in two columns. */
#define MAX_RADIOS 7
#define MAX_IN_ONE_COLUMN 12
/* More than this are found by typing whatever they are: nobody reads them all. */
#define MAX_TICKS 60
#define MAX_BUTTONS 300
/* The statements of a matrix, one at a time, keep their options in sight. */
#define MAX_RADIOS_OF_STATEMENT 20
/* A row of points that people can tell apart. */
#define MAX_POINTS 11

/* The number behind "columns-" in "columns-3"; 0 when there is none. */
static guint
number_after (const char *word, const char *prefix)
{
  if (!g_str_has_prefix (word, prefix) || !g_ascii_isdigit (word[strlen (prefix)]))
    return 0;
  return CLAMP (g_ascii_strtoull (word + strlen (prefix), NULL, 10), 1, 10);
}

static void
take_word (RkChoiceLook *look, const char *word)
{
  guint columns = MAX (number_after (word, "columns-"), number_after (word, "compact-"));

  if (g_str_equal (word, "minimal") || g_str_equal (word, "autocomplete") ||
      g_str_has_prefix (word, "search"))
    look->shape = RK_CHOICE_PICKER;
  else if (look->shape == RK_CHOICE_PICKER)
    look->shape = RK_CHOICE_PICKER; /* searching goes before any grid */
  else if (g_str_equal (word, "likert"))
    look->shape = RK_CHOICE_LIKERT;
  else if (columns > 0 || g_str_equal (word, "columns") || g_str_equal (word, "horizontal"))
    look->shape = RK_CHOICE_COLUMNS;
  else if (g_str_equal (word, "columns-pack") || g_str_equal (word, "horizontal-compact") ||
           g_str_equal (word, "compact") || g_str_equal (word, "quickcompact"))
    look->shape = RK_CHOICE_PACK;
  look->columns = MAX (look->columns, columns);
  look->bare |= g_str_equal (word, "no-buttons") || g_str_has_prefix (word, "compact") ||
                g_str_equal (word, "quickcompact");
  look->quick |= g_str_equal (word, "quick") || g_str_equal (word, "quickcompact");
}

/* What the number of choices asks for when the form says nothing. */
static void
fit_number (RkChoiceLook *look, const RkControl *control, guint n, gboolean pictures)
{
  gboolean several = control->type == RK_CONTROL_SELECT;
  guint most = several                                               ? MAX_TICKS
               : rk_control_has_appearance (control, "list-nolabel") ? MAX_RADIOS_OF_STATEMENT
                                                                     : MAX_RADIOS;

  if (pictures)
    most = MAX_TICKS;
  if (n > most)
    look->shape = RK_CHOICE_PICKER;
  else if (pictures && n > MAX_RADIOS)
    look->shape = RK_CHOICE_COLUMNS;
  else if (several && n > MAX_IN_ONE_COLUMN)
    {
      look->shape = RK_CHOICE_COLUMNS;
      look->columns = 2;
      look->by_column = TRUE;
    }
}

/* A list that is searched shows words alone, so nobody need look further than that. */
static gboolean
has_pictures (RkFormNode *node)
{
  GPtrArray *choices = rk_form_node_get_choices (node);

  for (guint i = 0; i < MIN (choices->len, MAX_TICKS); i++)
    {
      g_autofree char *name =
          rk_form_node_dup_choice_media (node, g_ptr_array_index (choices, i), "image");

      if (name != NULL)
        return TRUE;
    }
  return FALSE;
}

RkChoiceLook
rk_choice_look_of (RkFormNode *node)
{
  const RkControl *control = rk_form_node_get_control (node);
  guint n = rk_form_node_get_choices (node)->len;
  g_auto (GStrv) words = g_strsplit_set (control->appearance, " \t\r\n", -1);
  RkChoiceLook look = { RK_CHOICE_LIST };

  for (guint i = 0; words[i] != NULL; i++)
    take_word (&look, words[i]);
  if (look.shape == RK_CHOICE_LIST)
    fit_number (&look, control, n, has_pictures (node));
  if (look.shape == RK_CHOICE_LIKERT && n > MAX_POINTS)
    look.shape = RK_CHOICE_COLUMNS;
  if (n > MAX_BUTTONS)
    look.shape = RK_CHOICE_PICKER;
  look.quick = look.quick && control->type == RK_CONTROL_SELECT1;
  return look;
}
