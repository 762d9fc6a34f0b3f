/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-release-change.h"

static void
assert_marked (const char *before, const char *after, const char *old, const char *new)
{
  g_autofree char *struck = NULL;
  g_autofree char *underlined = NULL;

  rk_release_mark_difference (before, after, &struck, &underlined);
  g_assert_cmpstr (struck, ==, old);
  g_assert_cmpstr (underlined, ==, new);
}

static void
test_words_that_differ_are_marked (void)
{
  assert_marked ("a b c", "a x c", "a <s>b</s> c", "a <u>x</u> c");
  assert_marked ("Cash register", "Cash desk", "Cash <s>register</s>", "Cash <u>desk</u>");
  assert_marked ("", "new", "", "<u>new</u>");
  assert_marked ("gone", "", "<s>gone</s>", "");
  assert_marked ("same", "same", "same", "same");
}

static void
test_markup_in_texts_is_text (void)
{
  assert_marked ("a <b> & c", "a <i> & c", "a <s>&lt;b&gt;</s> &amp; c",
                 "a <u>&lt;i&gt;</u> &amp; c");
}

/* Whatever the texts are, what is marked is valid markup and says the same. */
static void
test_no_letter_is_lost (void)
{
  static const char *const words[] = { "één ", "twee ", "drie\n", "vier ", "€ ", "<&> " };

  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GString) a = g_string_new (NULL);
      g_autoptr (GString) b = g_string_new (NULL);
      g_autofree char *struck = NULL;
      g_autofree char *underlined = NULL;
      g_autofree char *text = NULL;

      for (guint i = 0; i < 6; i++)
        {
          g_string_append (a, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
          if (g_test_rand_bit ())
            g_string_append (b, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
        }
      rk_release_mark_difference (a->str, b->str, &struck, &underlined);
      g_assert_true (pango_parse_markup (struck, -1, 0, NULL, &text, NULL, NULL));
      g_assert_cmpstr (text, ==, a->str);
      g_clear_pointer (&text, g_free);
      g_assert_true (pango_parse_markup (underlined, -1, 0, NULL, &text, NULL, NULL));
      g_assert_cmpstr (text, ==, b->str);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/release-change/words-that-differ-are-marked",
                   test_words_that_differ_are_marked);
  g_test_add_func ("/release-change/markup-in-texts-is-text", test_markup_in_texts_is_text);
  g_test_add_func ("/release-change/no-letter-is-lost", test_no_letter_is_lost);
  return g_test_run ();
}
