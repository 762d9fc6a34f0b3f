/* SPDX-License-Identifier: EUPL-1.2 */
/* Pictures, sound, film and guidance beside the words of labels, hints and choices. */
#include "test-form-helper.h"

#define MODEL                                                                                      \
  "<itext><translation lang=\"nl\">"                                                               \
  "<text id=\"q\"><value>Vraag</value><value form=\"image\">jr://images/plan.png</value>"          \
  "<value form=\"big-image\">jr://images/plan-groot.png</value>"                                   \
  "<value form=\"audio\">jr://audio/vraag.mp3</value>"                                             \
  "<value form=\"video\">jr://video/uitleg.mp4</value></text>"                                     \
  "<text id=\"h\"><value>Korte hint</value><value form=\"guidance\">Voor <output "                 \
  "value=\"/d/b\"/></value></text>"                                                                \
  "<text id=\"g\"><value>Deel</value><value form=\"image\">../../etc/deel.png</value></text>"      \
  "<text id=\"ja\"><value form=\"image\">jr://images/ja.png</value></text>"                        \
  "<text id=\"k1\"><value>Een</value></text>"                                                      \
  "<text id=\"k2\"><value form=\"image\">jr://images/twee.png</value></text>"                      \
  "</translation><translation lang=\"en\">"                                                        \
  "<text id=\"q\"><value>Vraag</value><value form=\"image\">jr://images/map.png</value></text>"    \
  "</translation></itext>"                                                                         \
  "<instance id=\"k\"><root><item><n>1</n><t>k1</t></item><item><n>2</n><t>k2</t></item></root>"   \
  "</instance><bind nodeset=\"/d/a\" type=\"string\"/>"

#define BODY                                                                                       \
  "<input ref=\"/d/a\"><label ref=\"jr:itext('q')\"/><hint ref=\"jr:itext('h')\"/></input>"        \
  "<input ref=\"/d/b\"><label ref=\"jr:itext(concat('', 'q'))\"/></input>"                         \
  "<group><label ref=\"jr:itext('g')\"/><select1 ref=\"/d/c\"><label>Kies</label><item><label "    \
  "ref=\"jr:itext('ja')\"/><value>ja</value></item><itemset "                                      \
  "nodeset=\"instance('k')/root/item\"><value ref=\"n\"/><label "                                  \
  "ref=\"jr:itext(t)\"/></itemset></select1></group>"

static void
check (char *found, const char *wanted)
{
  g_assert_cmpstr (found, ==, wanted);
  g_free (found);
}

static void
test_labels_have_media (void)
{
  g_autoptr (RkFormInstance) self = instance_new ("<d id=\"m\"><a/><b>An</b><c/></d>", MODEL, BODY);
  RkFormNode *a = node_at (self, "/d/a"), *b = node_at (self, "/d/b");

  g_assert_true (rk_form_has_media (rk_form_instance_get_form (self)));
  check (rk_form_node_dup_media (a, "image"), "plan.png");
  check (rk_form_node_dup_media (a, "big-image"), "plan-groot.png");
  check (rk_form_node_dup_media (a, "audio"), "vraag.mp3");
  check (rk_form_node_dup_media (a, "video"), "uitleg.mp4");
  check (rk_form_node_dup_media (a, "guidance"), NULL);
  check (rk_form_node_dup_hint_media (a, "guidance"), "Voor An");
  check (rk_form_node_dup_hint_media (b, "guidance"), NULL);
  check (rk_form_node_dup_media (b, "image"), "plan.png");
  g_assert_cmpstr (rk_form_node_get_label (a), ==, "Vraag");
  g_assert_cmpstr (rk_form_node_get_hint (a), ==, "Korte hint");
}

static void
test_media_follow_the_language (void)
{
  g_autoptr (RkFormInstance) self = instance_new ("<d id=\"m\"><a/><b/><c/></d>", MODEL, BODY);
  RkFormNode *a = node_at (self, "/d/a");

  rk_form_instance_set_language (self, "en");
  check (rk_form_node_dup_media (a, "image"), "map.png");
  /* What the other language does not say, the first one does. */
  check (rk_form_node_dup_media (a, "audio"), "vraag.mp3");
}

static const RkChoice *
choice (RkFormNode *node, guint position)
{
  return g_ptr_array_index (rk_form_node_get_choices (node), position);
}

static void
test_choices_and_groups_have_media (void)
{
  g_autoptr (RkFormInstance) self = instance_new ("<d id=\"m\"><a/><b/><c/></d>", MODEL, BODY);
  RkFormNode *c = node_at (self, "/d/c");
  const RkControl *body = rk_form_get_body (rk_form_instance_get_form (self));

  g_assert_cmpuint (rk_form_node_get_choices (c)->len, ==, 3);
  check (rk_form_node_dup_choice_media (c, choice (c, 0), "image"), "ja.png");
  check (rk_form_node_dup_choice_media (c, choice (c, 1), "image"), NULL);
  check (rk_form_node_dup_choice_media (c, choice (c, 2), "image"), "twee.png");
  /* Only the name counts: a form cannot point outside its own files. */
  check (rk_form_instance_dup_control_media (self, g_ptr_array_index (body->children, 2), NULL,
                                             "image"),
         "deel.png");
}

static void
test_inputs_say_how_they_are_typed (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new ("<d id=\"m\"><a/><b/></d>", "",
                    "<input ref=\"/d/a\" rows=\"8\" intent=\"ex:org.app(x=1)\"/>"
                    "<secret ref=\"/d/b\"><label>Sleutel</label></secret>");
  const RkControl *a = rk_form_node_get_control (node_at (self, "/d/a"));
  const RkControl *b = rk_form_node_get_control (node_at (self, "/d/b"));

  g_assert_cmpint (a->rows, ==, 8);
  g_assert_cmpstr (a->intent, ==, "ex:org.app(x=1)");
  g_assert_null (b->intent);
  g_assert_true (rk_control_has_appearance (b, "masked"));
  g_assert_false (rk_form_has_media (rk_form_instance_get_form (self)));
  check (rk_form_node_dup_media (node_at (self, "/d/b"), "image"), NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/form-media/labels-have-media", test_labels_have_media);
  g_test_add_func ("/form-media/media-follow-the-language", test_media_follow_the_language);
  g_test_add_func ("/form-media/choices-and-groups-have-media", test_choices_and_groups_have_media);
  g_test_add_func ("/form-media/inputs-say-how-they-are-typed", test_inputs_say_how_they_are_typed);
  return g_test_run ();
}
