/* SPDX-License-Identifier: EUPL-1.2 */
/* Selects: what is on offer, and what becomes of a choice that no longer is. */
#include "config.h"
#include "test-form-helper.h"

#define MODEL                                                                                      \
  "<instance id=\"l\"><root>"                                                                      \
  "<item><n>x</n><k>1</k><t>Ex</t></item><item><n>y</n><k>2</k><t>Why</t></item>"                  \
  "<item><n>z</n><k>2</k><t>Zed</t></item></root></instance>"                                      \
  "<bind nodeset=\"/data/seen\" calculate=\"concat('[', /data/one, '|', /data/many, ']')\"/>"      \
  "<bind nodeset=\"/data/name\" calculate=\"jr:choice-name(/data/one, '/data/one')\"/>"
#define DATA "<data id=\"f\"><k/><one/><many/><order/><seen/><name/></data>"
#define ITEMSET                                                                                    \
  "<itemset nodeset=\"instance('l')/root/item[/data/k = '' or k = /data/k]\">"                     \
  "<value ref=\"n\"/><label ref=\"t\"/></itemset>"
#define BODY                                                                                       \
  "<input ref=\"/data/k\"/><select1 ref=\"/data/one\">" ITEMSET "</select1>"                       \
  "<select ref=\"/data/many\">" ITEMSET "</select>"                                                \
  "<odk:rank ref=\"/data/order\">" ITEMSET "</odk:rank>"

static void
test_unknown_choice_empties (void)
{
  g_autoptr (RkFormInstance) self = instance_new (DATA, MODEL, BODY);

  set (self, "/data/one", "y");
  assert_value (self, "/data/one", "y");
  assert_value (self, "/data/name", "Why");
  set (self, "/data/one", "q");
  assert_value (self, "/data/one", "");
  assert_value (self, "/data/name", "");
}

static void
test_many_keep_the_order_of_the_list (void)
{
  g_autoptr (RkFormInstance) self = instance_new (DATA, MODEL, BODY);

  set (self, "/data/many", "z q x z");
  assert_value (self, "/data/many", "x z");
  set (self, "/data/order", "z x");
  assert_value (self, "/data/order", "z x y");
  set (self, "/data/order", "");
  assert_value (self, "/data/order", "");
}

static void
test_withdrawn_choice_is_hidden_and_comes_back (void)
{
  g_autoptr (RkFormInstance) self = instance_new (DATA, MODEL, BODY);
  RkFormNode *one = node_at (self, "/data/one");

  set (self, "/data/one", "x");
  set (self, "/data/many", "x y");
  assert_value (self, "/data/seen", "[x|x y]");
  set (self, "/data/k", "2");
  assert_value (self, "/data/one", "");
  assert_value (self, "/data/seen", "[|y]");
  g_assert_cmpstr (rk_form_node_get_stored_value (one), ==, "x");
  set (self, "/data/k", "");
  assert_value (self, "/data/seen", "[x|x y]");
}

static void
test_inline_items_have_labels (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      DATA, "",
      "<input ref=\"/data/k\"/><select1 ref=\"/data/one\"><item><label>Yes <output value=\""
      "/data/k\"/></label><value> y </value></item><item><value>n</value></item></select1>");
  RkFormNode *one = node_at (self, "/data/one");
  GPtrArray *choices = rk_form_node_get_choices (one);

  g_assert_cmpuint (choices->len, ==, 2);
  g_assert_cmpstr (((RkChoice *) g_ptr_array_index (choices, 0))->value, ==, "y");
  g_assert_cmpstr (((RkChoice *) g_ptr_array_index (choices, 1))->label, ==, "n");
  set (self, "/data/k", "!");
  choices = rk_form_node_get_choices (one);
  g_assert_cmpstr (((RkChoice *) g_ptr_array_index (choices, 0))->label, ==, "Yes !");
}

/* The app reads columns of its own from the item: kind, score. */
static void
test_choice_leads_to_its_item (void)
{
  g_autoptr (RkFormInstance) self = instance_new (DATA, MODEL, BODY);
  GPtrArray *choices = rk_form_node_get_choices (node_at (self, "/data/one"));
  const RkChoice *choice = g_ptr_array_index (choices, 2);

  g_assert_cmpstr ((const char *) choice->item->name, ==, "item");
  g_assert_cmpstr ((const char *) choice->item->children->children->content, ==, "z");
}

static void
test_rows_can_be_choices (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id=\"f\"><r><v/><l/></r><one/></data>", "",
      "<repeat nodeset=\"/data/r\"><input ref=\"/data/r/v\"/><input ref=\"/data/r/l\"/></repeat>"
      "<select1 ref=\"/data/one\"><itemset nodeset=\"/data/r[v != '']\"><value ref=\"v\"/>"
      "<label ref=\"l\"/></itemset></select1>");
  RkFormNode *one = node_at (self, "/data/one");
  GPtrArray *choices;

  g_assert_cmpuint (rk_form_node_get_choices (one)->len, ==, 0);
  set (self, "/data/r[1]/v", "a");
  rk_form_instance_add_row (self, node_at (self, "/data/r"), NULL);
  set (self, "/data/r[2]/v", "b");
  set (self, "/data/r[2]/l", "Bee");
  choices = rk_form_node_get_choices (one);
  g_assert_cmpuint (choices->len, ==, 2);
  g_assert_cmpstr (((RkChoice *) g_ptr_array_index (choices, 1))->label, ==, "Bee");
  set (self, "/data/one", "b");
  rk_form_instance_remove_row (self, node_at (self, "/data/r[2]"));
  assert_value (self, "/data/one", "");
}

/* Options of an ordered top five leave out what was chosen before. */
static void
test_choice_that_depends_on_choices (void)
{
  const char *item = "<itemset nodeset=\"instance('l')/root/item[n != /data/one]\">"
                     "<value ref=\"n\"/><label ref=\"t\"/></itemset>";
  g_autofree char *body = g_strconcat ("<select1 ref=\"/data/one\">"
                                       "<itemset nodeset=\"instance('l')/root/item\">"
                                       "<value ref=\"n\"/></itemset></select1>"
                                       "<select1 ref=\"/data/many\">",
                                       item, "</select1>", NULL);
  g_autoptr (RkFormInstance) self = instance_new (DATA, MODEL, body);

  set (self, "/data/one", "x");
  set (self, "/data/many", "y");
  assert_value (self, "/data/seen", "[x|y]");
  set (self, "/data/one", "y");
  assert_value (self, "/data/seen", "[y|]");
}

/* A label may tell what follows from the very choice: it only says something. */
static void
test_label_may_read_what_follows (void)
{
  g_autoptr (RkFormInstance) self = instance_new (
      "<data id=\"f\"><one/><total/><name/></data>",
      "<bind nodeset=\"/data/total\" calculate=\"concat('chose ', /data/one)\"/>"
      "<bind nodeset=\"/data/name\" calculate=\"jr:choice-name('a', '/data/one')\"/>",
      "<select1 ref=\"/data/one\"><item><label>A (<output value=\"/data/total\"/>)</label>"
      "<value>a</value></item><item><label>B</label><value>b</value></item></select1>");

  set (self, "/data/one", "b");
  assert_value (self, "/data/name", "A (chose b)");
  set (self, "/data/one", "a");
  assert_value (self, "/data/name", "A (chose a)");
}

static guint
max_choices (const char *constraint)
{
  g_autofree char *model =
      g_strdup_printf ("%s<bind nodeset=\"/data/many\" constraint=\"%s\"/>", MODEL, constraint);
  g_autoptr (RkFormInstance) self = instance_new (DATA, model, BODY);

  return rk_form_node_get_max_choices (node_at (self, "/data/many"));
}

static void
test_a_constraint_tells_how_many (void)
{
  g_assert_cmpuint (max_choices ("count-selected(.) &lt;= 3"), ==, 3);
  g_assert_cmpuint (max_choices ("count-selected(.) &lt; 3"), ==, 2);
  g_assert_cmpuint (max_choices ("4 &gt;= count-selected(.)"), ==, 4);
  g_assert_cmpuint (max_choices (
                        "count-selected(.) &gt; 0 and (count-selected(.) &lt; 6 and . != 'x')"),
                    ==, 5);
  g_assert_cmpuint (max_choices ("count-selected(.) &lt;= 3 or . = 'x'"), ==, 0);
  g_assert_cmpuint (max_choices ("count-selected(../one) &lt;= 3"), ==, 0);
  g_assert_cmpuint (max_choices ("count-selected(.) &gt;= 3"), ==, 0);
}

#define ITEXT                                                                                      \
  "<itext><translation lang=\"nl\">"                                                               \
  "<text id=\"a\"><value>Aap</value><value form=\"image\">jr://images/aap.png</value></text>"      \
  "<text id=\"b\"><value form=\"audio\">jr://audio/b.mp3</value></text>"                           \
  "</translation><translation lang=\"en\">"                                                        \
  "<text id=\"a\"><value>Ape</value><value form=\"image\">jr://images/ape.png</value></text>"      \
  "</translation></itext>"

static void
assert_media (RkFormNode *node, guint i, const char *kind, const char *expected)
{
  g_autofree char *name =
      rk_form_node_dup_choice_media (node, g_ptr_array_index (rk_form_node_get_choices (node), i),
                                     kind);

  g_assert_cmpstr (name, ==, expected);
}

static void
check_media (const char *model, const char *items)
{
  g_autofree char *whole_model = g_strconcat (ITEXT, model, NULL);
  g_autofree char *body = g_strconcat ("<select1 ref=\"/data/one\"><label ref=\"jr:itext('a')\"/>",
                                       items, "</select1>", NULL);
  g_autoptr (RkFormInstance) self = instance_new (DATA, whole_model, body);
  RkFormNode *one = node_at (self, "/data/one");
  g_autofree char *own = rk_form_node_dup_media (one, "image");

  g_assert_cmpstr (own, ==, "aap.png");
  assert_media (one, 0, "image", "aap.png");
  assert_media (one, 0, "audio", NULL);
  assert_media (one, 1, "audio", "b.mp3");
  rk_form_instance_set_language (self, "en");
  assert_media (one, 0, "image", "ape.png");
  assert_media (one, 1, "audio", "b.mp3"); /* only there in the first language */
  g_assert_cmpstr (((RkChoice *) g_ptr_array_index (rk_form_node_get_choices (one), 0))->label, ==,
                   "Ape");
}

static void
test_pictures_go_with_labels (void)
{
  check_media ("", "<item><label ref=\"jr:itext('a')\"/><value>1</value></item>"
                   "<item><label ref=\"jr:itext('b')\"/><value>2</value></item>");
  check_media ("<instance id=\"m\"><root><item><n>1</n><t>a</t></item>"
               "<item><n>2</n><t>b</t></item></root></instance>",
               "<itemset nodeset=\"instance('m')/root/item\"><value ref=\"n\"/>"
               "<label ref=\"jr:itext(t)\"/></itemset>");
}

#define LETTERS                                                                                    \
  "<instance id=\"l\"><root><item><n>a</n><k>x</k></item><item><n>b</n><k>x</k></item>"            \
  "<item><n>c</n><k>y</k></item></root></instance>"
#define LETTER_SET                                                                                 \
  "<itemset nodeset=\"instance('l')/root/item[k = /data/k or /data/k = 'all']\"><value "           \
  "ref=\"n\"/>"                                                                                    \
  "<label ref=\"n\"/></itemset>"

/* A ranking holds every item on offer: what was not ranked follows, what left is left out. */
static void
test_rank_holds_all_items (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new ("<data id=\"f\"><k>x</k><r/></data>", LETTERS,
                    "<input ref=\"/data/k\"/><odk:rank ref=\"/data/r\">" LETTER_SET "</odk:rank>");

  assert_value (self, "/data/r", "");
  set (self, "/data/r", "b a");
  assert_value (self, "/data/r", "b a");
  set (self, "/data/k", "all");
  assert_value (self, "/data/r", "b a c"); /* as the control shows it */
  set (self, "/data/k", "y");
  assert_value (self, "/data/r", ""); /* none of what was ranked is there */
  set (self, "/data/k", "x");
  assert_value (self, "/data/r", "b a"); /* it comes back */
  set (self, "/data/r", "b");
  assert_value (self, "/data/r", "b a");
  set (self, "/data/r", "b zz b a");
  assert_value (self, "/data/r", "b a");
  set (self, "/data/r", "zz");
  assert_value (self, "/data/r", "");
}

/* Of several choices only those are seen that are on offer; the others come back with their list,
 * unless there was another answer meanwhile. */
static void
test_part_of_an_answer_hides (void)
{
  g_autoptr (RkFormInstance) self =
      instance_new ("<data id=\"f\"><k>all</k><s/><one/><n/></data>",
                    LETTERS "<bind nodeset=\"/data/s\" required=\"true()\"/>"
                            "<bind nodeset=\"/data/n\" calculate=\"count-selected(/data/s)\"/>",
                    "<input ref=\"/data/k\"/><select ref=\"/data/s\">" LETTER_SET "</select>"
                    "<select1 ref=\"/data/one\">" LETTER_SET "</select1>");
  g_autofree char *xml = NULL;

  set (self, "/data/s", "c a");
  set (self, "/data/one", "c");
  assert_value (self, "/data/s", "a c");
  set (self, "/data/k", "x");
  assert_value (self, "/data/s", "a");
  assert_value (self, "/data/one", "");
  assert_value (self, "/data/n", "1");
  xml = rk_form_instance_to_xml (self, FALSE);
  g_assert_nonnull (strstr (xml, "<s>a</s>"));
  g_assert_null (strstr (xml, "<one>c"));
  set (self, "/data/k", "all");
  assert_value (self, "/data/s", "a c");
  assert_value (self, "/data/one", "c");
  set (self, "/data/k", "x");
  set (self, "/data/s", "b");
  set (self, "/data/k", "all");
  assert_value (self, "/data/s", "b");
  set (self, "/data/k", "nothing");
  g_assert_cmpint (rk_form_node_get_violation (node_at (self, "/data/s")), ==,
                   RK_VIOLATION_REQUIRED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/form-choices/unknown-choice-empties", test_unknown_choice_empties);
  g_test_add_func ("/form-choices/many-keep-the-order-of-the-list",
                   test_many_keep_the_order_of_the_list);
  g_test_add_func ("/form-choices/withdrawn-choice-is-hidden-and-comes-back",
                   test_withdrawn_choice_is_hidden_and_comes_back);
  g_test_add_func ("/form-choices/inline-items-have-labels", test_inline_items_have_labels);
  g_test_add_func ("/form-choices/choice-leads-to-its-item", test_choice_leads_to_its_item);
  g_test_add_func ("/form-choices/rows-can-be-choices", test_rows_can_be_choices);
  g_test_add_func ("/form-choices/choice-that-depends-on-choices",
                   test_choice_that_depends_on_choices);
  g_test_add_func ("/form-choices/label-may-read-what-follows", test_label_may_read_what_follows);
  g_test_add_func ("/form-choices/a-constraint-tells-how-many", test_a_constraint_tells_how_many);
  g_test_add_func ("/form-choices/pictures-go-with-labels", test_pictures_go_with_labels);
  g_test_add_func ("/form-choices/rank-holds-all-items", test_rank_holds_all_items);
  g_test_add_func ("/form-choices/part-of-an-answer-hides", test_part_of_an_answer_hides);
  return g_test_run ();
}
