/* SPDX-License-Identifier: EUPL-1.2 */
/* The evaluator: any expression, at several places of a live form with nested repeats, lists,
 * translations and hidden answers. */
#include "fuzz.h"
#include "rk-form-instance.h"

#include <string.h>

static const char form_text[] =
    "<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml'"
    " xmlns:jr='http://openrosa.org/javarosa'><h:head><model><itext>"
    "<translation lang='nl'><text id='t'><value>Een <output value='/data/a'/></value></text>"
    "</translation><translation lang='fr'><text id='t'><value>Un</value></text></translation>"
    "</itext><instance><data id='f' k='1'><a>2</a><b>2026-01-15</b><c>x y</c><hidden>9</hidden>"
    "<rep><a>1</a><p>50.85 4.35 0 0</p><in><v>1.5</v></in><in><v/></in></rep>"
    "<rep><a>x</a><p/><in><v>2026-01-15T09:30:00.000+01:00</v></in></rep></data></instance>"
    "<instance id='l'><root><item><name>x</name><itextId>t</itextId></item>"
    "<item><name>y</name><itextId>u</itextId></item></root></instance>"
    "<bind nodeset='/data/hidden' relevant='false()'/></model></h:head><h:body>"
    "<select ref='/data/c'><itemset nodeset=\"instance('l')/root/item\"><value ref='name'/>"
    "<label ref='jr:itext(itextId)'/></itemset></select>"
    "<group ref='/data/rep'><repeat nodeset='/data/rep'><input ref='/data/rep/a'/>"
    "<group ref='/data/rep/in'><repeat nodeset='/data/rep/in'><input ref='/data/rep/in/v'/>"
    "</repeat></group></repeat></group></h:body></h:html>";

static RkFormInstance *
make_instance (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (form_text, strlen (form_text));
  g_autoptr (GTimeZone) tz = g_time_zone_new_identifier ("Europe/Brussels");
  RkFormEnvironment environment = { .now_us = 1, .tz = tz, .seeded = TRUE, .seed = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form = rk_form_new (bytes, "fuzz.xml", NULL, NULL, &error);
  RkFormInstance *instance;

  g_assert_no_error (error);
  instance = rk_form_instance_new (form, &environment, &error);
  g_assert_no_error (error);
  return instance;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const char *const places[] = { "/data", "/data/c", "/data/rep[2]/a",
                                        "/data/rep[1]/in[2]/v" };
  static RkFormInstance *instance = NULL;
  g_autofree char *expression = g_strndup ((const char *) data, size);

  if (instance == NULL)
    instance = make_instance ();
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      RkFormNode *node = rk_form_instance_find (instance, places[i]);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (node);
      if (rk_form_instance_evaluate_string (instance, node, expression, &text, &error))
        g_assert_true (text != NULL && error == NULL);
      else
        g_assert_true (error != NULL && g_utf8_validate (error->message, -1, NULL));
    }
  return 0;
}
