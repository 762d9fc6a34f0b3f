/* SPDX-License-Identifier: EUPL-1.2 */
/* Small forms for tests: written as instance, model and body, and read back. */
#pragma once

#include "rk-form-instance.h"
#include "rk-xpath.h"

#include <string.h>

/* The whole form around an instance, what follows it in the model, and a body. */
static inline char *
form_text (const char *instance, const char *model, const char *body)
{
  return g_strconcat ("<h:html xmlns=\"http://www.w3.org/2002/xforms\" "
                      "xmlns:h=\"http://www.w3.org/1999/xhtml\" "
                      "xmlns:jr=\"http://openrosa.org/javarosa\" "
                      "xmlns:odk=\"http://www.opendatakit.org/xforms\" "
                      "xmlns:rk=\"urn:regiekamer:xforms\">\n"
                      "<h:head><h:title>Test form</h:title><model>\n<instance>",
                      instance, "</instance>\n", model, "</model></h:head>\n<h:body>", body,
                      "</h:body></h:html>", NULL);
}

static inline RkForm *
form_from_text (const char *text, GPtrArray *messages, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return rk_form_new (bytes, "test.xml", NULL, messages, error);
}

static inline RkForm *
form_new (const char *instance, const char *model, const char *body)
{
  g_autofree char *text = form_text (instance, model, body);
  g_autoptr (GError) error = NULL;
  RkForm *form = form_from_text (text, NULL, &error);

  g_assert_no_error (error);
  return form;
}

static inline RkFormInstance *
instance_new (const char *instance, const char *model, const char *body)
{
  g_autoptr (RkForm) form = form_new (instance, model, body);
  g_autoptr (GError) error = NULL;
  RkFormInstance *self = rk_form_instance_new (form, NULL, &error);

  g_assert_no_error (error);
  return self;
}

static inline RkFormNode *
node_at (RkFormInstance *self, const char *path)
{
  RkFormNode *node = rk_form_instance_find (self, path);

  if (node == NULL)
    g_error ("There is no %s.", path);
  return node;
}

static inline RkReject
set (RkFormInstance *self, const char *path, const char *text)
{
  return rk_form_instance_set_value (self, node_at (self, path), text);
}

#define assert_value(self, path, value)                                                            \
  g_assert_cmpstr (rk_form_node_get_value (node_at (self, path)), ==, value)
#define assert_relevant(self, path, yes)                                                           \
  g_assert_cmpint (rk_form_node_get_relevant (node_at (self, path)), ==, yes)
