/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-colour.h"

#define N_PALETTES (RK_PALETTE_PRINT + 1)

static void
check (RkPalette palette, guint32 text, guint32 fill, double least)
{
  if (rk_colour_contrast (text, fill) < least)
    g_error ("palette %d: #%06x on #%06x is %.2f", palette, text, fill,
             rk_colour_contrast (text, fill));
}

static void
test_contrast_is_that_of_the_rule (void)
{
  g_assert_cmpfloat_with_epsilon (rk_colour_contrast (0x000000, 0xffffff), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (rk_colour_contrast (0xffffff, 0x000000), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (rk_colour_contrast (0x777777, 0xffffff), 4.478, 1e-3);
  g_assert_cmphex (rk_colour_text_on (0x0b5345), ==, 0xffffff);
  g_assert_cmphex (rk_colour_text_on (0xd7ecec), ==, 0x000000);
}

static void
test_mix (void)
{
  g_assert_cmphex (rk_colour_mix (0x123456, 0xffffff, 1), ==, 0x123456);
  g_assert_cmphex (rk_colour_mix (0x123456, 0xabcdef, 0), ==, 0xabcdef);
  g_assert_cmphex (rk_colour_mix (0x000000, 0xff8001, 0.5), ==, 0x804001);
}

/* Text on a chip of a status, and on the tint of every other row of a legend. */
static void
test_chips_can_be_read (void)
{
  for (RkPalette p = 0; p < N_PALETTES; p++)
    {
      guint32 surface = rk_colour_get (p, RK_COLOUR_SURFACE),
              text = rk_colour_get (p, RK_COLOUR_TEXT);

      for (guint i = 0; i < 5; i++)
        check (p, rk_colour_get (p, RK_COLOUR_ON_CHIP_IN_USE + i),
               rk_colour_get (p, RK_COLOUR_CHIP_IN_USE + i), 4.5);
      for (RkColour c = RK_COLOUR_IN_USE; c <= RK_COLOUR_HEAT_5; c++)
        {
          guint32 fill = rk_colour_get (p, c);

          check (p, rk_colour_text_on (fill), fill, 4.5);
          if (!rk_palette_is_high_contrast (p))
            check (p, text, rk_colour_mix (fill, surface, 0.2), 4.5);
        }
    }
}

/* Labels on the boxes, and the frames that say something. */
static void
test_boxes_can_be_read (void)
{
  static const RkColour grounds[] = { RK_COLOUR_PLATE, RK_COLOUR_DOMAIN, RK_COLOUR_COMPONENT,
                                      RK_COLOUR_SURFACE };

  for (RkPalette p = 0; p < N_PALETTES; p++)
    for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
      {
        guint32 ground = rk_colour_get (p, grounds[i]);

        check (p, rk_colour_get (p, RK_COLOUR_TEXT), ground, 7);
        check (p, rk_colour_get (p, RK_COLOUR_SECONDARY), ground, 4.5);
        check (p, rk_colour_get (p, RK_COLOUR_UNKNOWN), ground, 3); /* the dashes of a gap */
        check (p, rk_colour_get (p, RK_COLOUR_FOCUS), ground, 3);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/colour/contrast-is-that-of-the-rule", test_contrast_is_that_of_the_rule);
  g_test_add_func ("/colour/mix", test_mix);
  g_test_add_func ("/colour/chips-can-be-read", test_chips_can_be_read);
  g_test_add_func ("/colour/boxes-can-be-read", test_boxes_can_be_read);
  return g_test_run ();
}
