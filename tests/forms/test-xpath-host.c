/* SPDX-License-Identifier: EUPL-1.2 */
/* What an expression asks of the form around it: relevance, instances, repeats, texts. */
#include "test-xpath-helper.h"

static const char form[] =
    "<model><instance><data>"
    "<secret>x</secret><wanted>b</wanted><g><secret>z</secret><open>o</open></g>"
    "<out><n>1</n><in><v>11</v></in><in><v>12</v></in><total/></out>"
    "<out><n>2</n><in><v>21</v></in><in><v>22</v></in><in><v>23</v></in><total/></out>"
    "<out><n>3</n><total/></out>"
    "</data></instance>"
    "<instance id='list'><root>"
    "<item><name>a</name><label>A</label></item>"
    "<item><name>b</name><label>B</label></item>"
    "<item><name>b</name><label>B2</label></item>"
    "</root></instance></model>";

typedef struct
{
  xmlDoc *doc;
  xmlNode *instances[2]; /* the <instance> elements */
  RkXPathHost host;
  RkXPathContext context;
} Fixture;

static const char *
node_text_cb (xmlNode *node, gpointer data)
{
  return g_str_equal ((const char *) node->name, "secret") ? "" : NULL;
}

static xmlNode *
instance_cb (const char *id, gpointer data)
{
  Fixture *f = data;

  return g_str_equal (id, "list") ? xmlFirstElementChild (f->instances[1]) : NULL;
}

static char *
itext_cb (const char *id, gpointer data)
{
  return g_strdup_printf ("text of %s", id);
}

static char *
choice_name_cb (const char *value, const char *path, xmlNode *context, gpointer data)
{
  return g_strdup_printf ("%s at %s seen from %s", value, path, context->name);
}

static gboolean
is_repeat_cb (xmlNode *element, gpointer data)
{
  return g_str_equal ((const char *) element->name, "out") ||
         g_str_equal ((const char *) element->name, "in");
}

static void
set_up (Fixture *f, gconstpointer unused)
{
  f->doc = parse_xml (form);
  f->instances[0] = xmlFirstElementChild (xmlDocGetRootElement (f->doc));
  f->instances[1] = xmlNextElementSibling (f->instances[0]);
  f->host = (RkXPathHost){ .node_text = node_text_cb,
                           .instance = instance_cb,
                           .itext = itext_cb,
                           .choice_name = choice_name_cb,
                           .is_repeat = is_repeat_cb,
                           .user_data = f };
  f->context = (RkXPathContext){ .context = xmlFirstElementChild (f->instances[0]),
                                 .root = f->instances[0],
                                 .host = &f->host };
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  xmlFreeDoc (f->doc);
}

#define CHECK(...)                                                                                 \
  do                                                                                               \
    {                                                                                              \
      const Expectation list[] = { __VA_ARGS__ };                                                  \
      check_all (&f->context, list, G_N_ELEMENTS (list));                                          \
    }                                                                                              \
  while (0)

static void
test_text_comes_from_the_form (Fixture *f, gconstpointer unused)
{
  CHECK ({ "/data/secret", "" }, { "/data/secret = ''", "true" }, { "/data/wanted", "b" },
         { "string-length(/data/secret)", "0" }, { "string(/data/g)", "o" },
         { "count(/data/secret)", "1" }, { "count-non-empty(/data/*[position() < 3])", "1" },
         { "concat(/data/secret, 'y')", "y" }, { "jr:itext('hello')", "text of hello" },
         { "jr:choice-name('b', ' /data/wanted ')", "b at  /data/wanted  seen from data" });
}

static void
test_secondary_instances (Fixture *f, gconstpointer unused)
{
  CHECK ({ "instance('list')/root/item[2]/label", "B" },
         { "count(instance('list')/root/item[name = /data/wanted])", "2" },
         { "instance('list')/root/item[name = current()/wanted]/label", "B" },
         { "instance('list')/root/item[/data/wanted = name][2]/label", "B2" },
         { "instance('list')/root/item[name = 'b' and label = 'B2']/label", "B2" },
         { "count(instance('list')/root/item[name = 'b' and position() = 3])", "1" },
         { "count(instance('list')/root/item[name = 1])", "0" },
         { "count(instance('list')/root/item[name = /data/none])", "0" },
         { "count(instance('list')/root/item[name = /data/out/n])", "0" },
         { "count(instance('list')/root/item[name = 'z'])", "0" },
         { "count(instance('list')/root/item[name != 'b'])", "1" },
         { "pulldata('list', 'label', 'name', /data/wanted)", "B" },
         { "pulldata('list', 'label', 'name', 'z')", "" },
         { "pulldata('list', 'none', 'name', 'b')", "" }, { "instance('other')", "!4" });
}

static void
test_index_changes_nothing (Fixture *f, gconstpointer unused)
{
  g_autoptr (RkXPathIndex) index = rk_xpath_index_new ();

  f->context.index = index;
  for (guint i = 0; i < 2; i++) /* building it, then using it */
    test_secondary_instances (f, NULL);
}

static xmlNode *
find (Fixture *f, const char *expression)
{
  g_autoptr (RkXPath) xpath = rk_xpath_compile (expression, NULL, NULL, NULL);
  RkXPathContext context = { .context = f->instances[0], .root = f->instances[0] };
  g_auto (RkXPathValue) value = { 0 };

  g_assert_true (rk_xpath_evaluate (xpath, &context, &value, NULL));
  g_assert_cmpuint (value.nodes->len, ==, 1);
  return value.nodes->pdata[0];
}

static void
test_absolute_paths_mean_this_repeat (Fixture *f, gconstpointer unused)
{
  f->context.context = find (f, "/data/out[2]/in[3]/v");
  CHECK ({ "/data/out/n", "2" }, { "/data/out/in/v", "23" }, { "/data/out/n * 10", "20" },
         { "concat(/data/out/n, '-')", "2-" }, { "/data/out[1]/n", "1" }, { "../../n", "2" },
         { "/data/out/in[1]/v", "21" }, { "count(/data/out)", "3" }, { "count(/data/out/in)", "3" },
         { "sum(/data/out/n)", "6" }, { "sum(/data/out/in/v)", "66" },
         { "position(/data/out)", "2" }, { "position(/data/out/in)", "3" }, { "position(..)", "3" },
         { "position(../..)", "2" }, { "count(/data/out/n)", "3" }, { "max(/data/out/n)", "3" },
         { "join(' ', /data/out/n)", "1 2 3" }, { "/data/out[n = 1]/in[2]/v", "12" },
         { "instance('list')/root/item[count(current()) = /data/out/n - 1]/label", "A" },
         { "indexed-repeat(/data/out/n, /data/out, 3)", "3" },
         { "indexed-repeat(/data/out/in/v, /data/out/in, 1)", "21" },
         { "indexed-repeat(/data/out/in/v, /data/out, 1, /data/out/in, 2)", "12" },
         { "indexed-repeat(/data/out/n, /data/out, /data/out/n - 1)", "1" });
}

static void
test_outside_repeats_absolute_paths_mean_all (Fixture *f, gconstpointer unused)
{
  f->context.context = find (f, "/data/wanted");
  CHECK ({ "count(/data/out/in)", "5" }, { "sum(/data/out/in/v)", "89" }, { "/data/out/n", "1" },
         { "/data/out/n = 3", "true" });
  f->context.context = find (f, "/data/out[3]/total");
  CHECK ({ "count(/data/out/in)", "0" }, { "sum(/data/out/in/v)", "0" });
}

/* Looking an item up in a long list costs the list once. */
static void
test_index_makes_lookups_cheap (void)
{
  enum
  {
    ITEMS = 3000,
    LOOKUPS = 2000
  };
  g_autoptr (GString) xml = g_string_new ("<model><instance><d><k>x</k></d></instance>"
                                          "<instance id='list'><root>");
  g_autoptr (RkXPathIndex) index = rk_xpath_index_new ();
  g_autoptr (RkXPath) xpath = NULL;
  Fixture f = { NULL };
  gint64 started;

  for (guint i = 0; i < ITEMS; i++)
    g_string_append_printf (xml, "<item><name>n%u</name><label>%u</label></item>", i, i);
  g_string_append (xml, "</root></instance></model>");
  f.doc = parse_xml (xml->str);
  f.instances[0] = xmlFirstElementChild (xmlDocGetRootElement (f.doc));
  f.instances[1] = xmlNextElementSibling (f.instances[0]);
  f.host.instance = instance_cb;
  f.host.user_data = &f;
  f.context = (RkXPathContext){
    .context = f.instances[0], .root = f.instances[0], .host = &f.host, .index = index
  };
  xpath = rk_xpath_compile ("instance('list')/root/item[name = /d/k]/label", NULL, NULL, NULL);
  started = g_get_monotonic_time ();
  for (guint i = 0; i < LOOKUPS; i++)
    {
      g_auto (RkXPathValue) value = { 0 };
      g_autofree char *text = g_strdup_printf ("n%u", i);
      g_autofree char *label = NULL;

      xmlNodeSetContent (xmlFirstElementChild (xmlFirstElementChild (f.instances[0])),
                         BAD_CAST text);
      g_assert_true (rk_xpath_evaluate (xpath, &f.context, &value, NULL));
      label = rk_xpath_value_to_string (&value, &f.context);
      g_assert_cmpstr (label, ==, text + 1);
    }
  g_test_message ("%.2f µs per lookup", (g_get_monotonic_time () - started) / (double) LOOKUPS);
  /* walking would cost millions of comparisons: far over a second */
  g_assert_cmpint (g_get_monotonic_time () - started, <, 1 * G_TIME_SPAN_SECOND);
  xmlFreeDoc (f.doc);
}

static void
test_counts_evaluations (Fixture *f, gconstpointer unused)
{
  guint64 n = 0;

  f->context.evaluations = &n;
  CHECK ({ "1", "1" }, { "count(/data/out[n > 1])", "2" });
  f->context.evaluations = NULL;
  g_assert_cmpuint (n, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/xpath-host/text-comes-from-the-form", test_text_comes_from_the_form);
  ADD ("/xpath-host/secondary-instances", test_secondary_instances);
  ADD ("/xpath-host/index-changes-nothing", test_index_changes_nothing);
  ADD ("/xpath-host/absolute-paths-mean-this-repeat", test_absolute_paths_mean_this_repeat);
  ADD ("/xpath-host/outside-repeats-absolute-paths-mean-all",
       test_outside_repeats_absolute_paths_mean_all);
  ADD ("/xpath-host/counts-evaluations", test_counts_evaluations);
  g_test_add_func ("/xpath-host/index-makes-lookups-cheap", test_index_makes_lookups_cheap);
  return g_test_run ();
}
