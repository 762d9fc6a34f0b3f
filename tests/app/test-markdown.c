/* SPDX-License-Identifier: EUPL-1.2 */
/* The Markdown of labels: what it looks like, and that no text whatever breaks it. */
#include "rk-markdown.h"

#include <gtk/gtk.h>

static void
test_what_forms_write (void)
{
  static const char *const cases[][2] = {
    { "Dit is **vet** en *schuin*.", "Dit is <b>vet</b> en <i>schuin</i>." },
    { "__vet__ en _schuin_ en ***beide***", "<b>vet</b> en <i>schuin</i> en <b><i>beide</i></b>" },
    { "*een **twee** drie*", "<i>een <b>twee</b> drie</i>" },
    { "- een\n* twee\n  + drie", "• een\n• twee\n• drie" },
    { "1. een\n2. twee", "1. een\n2. twee" },
    { "# Titel\ntekst", "<span size=\"x-large\" weight=\"bold\">Titel</span>\ntekst" },
    { "## Titel *schuin*", "<span size=\"large\" weight=\"bold\">Titel <i>schuin</i></span>" },
    { "#1 in de lijst", "#1 in de lijst" },
    { "a < b & c", "a &lt; b &amp; c" },
    { "&lt;b&gt; &amp; &nbsp;&#233;&#x20AC; &onbekend; &#0;",
      "&lt;b&gt; &amp; \u00a0é€ &amp;onbekend; &amp;#0;" },
    { "[hier](https://x.be/?a=1&b=2)",
      "<a href=\"https://x.be/?a=1&amp;b=2\" title=\"https://x.be/?a=1&amp;b=2\">hier</a>" },
    { "[**vet**](mailto:an@x.be)",
      "<a href=\"mailto:an@x.be\" title=\"mailto:an@x.be\"><b>vet</b></a>" },
    { "[x](javascript:alert)", "[x](javascript:alert)" },
    { "[x](file:///etc/passwd)", "[x](file:///etc/passwd)" },
    { "[x](https://a\" onclick=\"b)", "[x](https://a&quot; onclick=&quot;b)" },
    { "2 * 3 * 4", "2 * 3 * 4" },
    { "een_naam_hier", "een_naam_hier" },
    { "\\*geen\\* schuin", "*geen* schuin" },
    { "een<br/>twee<BR>drie", "een\ntwee\ndrie" },
    { "<span style=\"color:red\">let op</span>", "<span foreground=\"red\">let op</span>" },
    { "<span style='color: #0a0; font-family: serif'>groen</span>",
      "<span foreground=\"#0a0\" face=\"serif\">groen</span>" },
    { "<span style=\"color:black\">gewoon</span>", "<span>gewoon</span>" },
    { "<span style=\"color:url(x)\">gewoon</span>", "<span>gewoon</span>" },
    { "<span><span style=\"color:red\">a</span>b</span>",
      "<span><span foreground=\"red\">a</span>b</span>" },
    { "<b>vet</b> <em>schuin</em> <b>open", "<b>vet</b> <i>schuin</i> &lt;b&gt;open" },
    { "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;" },
    { "<img src=\"https://x.be/a.png\">", "&lt;img src=&quot;https://x.be/a.png&quot;&gt;" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markup = rk_markdown_to_markup (cases[i][0]);

      g_assert_cmpstr (markup, ==, cases[i][1]);
    }
}

static void
test_the_words_alone (void)
{
  g_autofree char *text =
      rk_markdown_to_text ("## **Kaart** van [Gent](https://gent.be) &amp; <i>rand</i>");

  g_assert_cmpstr (text, ==, "Kaart van Gent & rand");
}

/* A label takes the markup without complaint (a warning ends this program), and shows the words. */
static void
check_valid (GtkLabel *label, const char *text)
{
  g_autofree char *markup = rk_markdown_to_markup (text);
  g_autofree char *words = rk_markdown_to_text (text);
  g_autofree char *shown = NULL;

  gtk_label_set_markup (label, markup);
  shown = g_strchomp (g_strdup (gtk_label_get_text (label)));
  if (!g_str_equal (shown, words))
    {
      g_autofree char *input = g_strescape (text, NULL), *out = g_strescape (markup, NULL);
      g_autofree char *got = g_strescape (shown, NULL), *wanted = g_strescape (words, NULL);

      g_error ("\"%s\" became \"%s\", which shows \"%s\", not \"%s\"", input, out, got, wanted);
    }
}

static void
test_any_text_is_valid_markup (void)
{
  static const char *const pieces[] = { "*",
                                        "**",
                                        "_",
                                        "__",
                                        "#",
                                        "# ",
                                        "\n",
                                        " ",
                                        "a",
                                        "é",
                                        "<",
                                        ">",
                                        "&",
                                        ";",
                                        "[",
                                        "](",
                                        ")",
                                        "\\",
                                        "<b>",
                                        "</b>",
                                        "<i>",
                                        "</i>",
                                        "<br>",
                                        "<span>",
                                        "</span>",
                                        "- ",
                                        "* ",
                                        "&lt;",
                                        "&#1;",
                                        "&#xD800;",
                                        "\x01",
                                        "\xff",
                                        "\"",
                                        "'",
                                        "https://x",
                                        "[a](https://b)",
                                        "<span style=\"color:red;font-family:a\">",
                                        "<p>",
                                        "</p>",
                                        "<span style='color:\"'>",
                                        "</",
                                        "<h1>",
                                        "</h1>",
                                        "&amp",
                                        "…" };
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (gint32 n = g_rand_int_range (random, 0, 40); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      check_valid (GTK_LABEL (label), text->str);
    }
  g_object_unref (label);
}

/* A hostile label costs no more than a long one. */
static void
test_hostile_text_takes_no_time (void)
{
  static const char *const pieces[] = { "*",  "**a",   "<b>",     "[",   "[a](",
                                        "&a", "<span", "</span>", "_a ", "<b><i>" };
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *markup = NULL;

      while (text->len < 20000)
        g_string_append (text, pieces[i]);
      markup = rk_markdown_to_markup (text->str);
      g_assert_nonnull (markup);
    }
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/markdown/what-forms-write", test_what_forms_write);
  g_test_add_func ("/markdown/the-words-alone", test_the_words_alone);
  g_test_add_func ("/markdown/any-text-is-valid-markup", test_any_text_is_valid_markup);
  g_test_add_func ("/markdown/hostile-text-takes-no-time", test_hostile_text_takes_no_time);
  return g_test_run ();
}
