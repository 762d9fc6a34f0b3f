/* SPDX-License-Identifier: EUPL-1.2 */
/* XML that is kept verbatim: what is not understood, and what need not be (styles, metadata).
 *
 * A fragment stands on its own in an exported file, of which the root binds no prefix to the
 * exchange format, "xsi", and what the root of the source bound. Any other prefix is bound where
 * the fragment uses it. */
#include "config.h"
#include "rk-archimate-reader-private.h"

#include <string.h>

/* A fragment that large is no addition to a model. */
#define OTHER_XSI "xsi-other"
#define MAX_FRAGMENT (8 * 1024 * 1024)

typedef struct
{
  guint depth;
  char *prefix; /* "" for none */
  char *uri;
} Scope;

static void
scope_clear (Scope *scope)
{
  g_free (scope->prefix);
  g_free (scope->uri);
}

static const char *
get_uri (const xmlChar *uri)
{
  const char *text = uri != NULL ? (const char *) uri : "";

  return g_str_equal (text, RK_ARCHIMATE_URI_2) ? RK_ARCHIMATE_URI : text;
}

static const char *
find_binding (Reader *self, const char *prefix)
{
  for (guint i = self->scopes->len; i > 0; i--)
    {
      const Scope *scope = &g_array_index (self->scopes, Scope, i - 1);

      if (g_str_equal (scope->prefix, prefix))
        return scope->uri;
    }
  if (*prefix == '\0')
    return RK_ARCHIMATE_URI;
  if (g_str_equal (prefix, "xml"))
    return RK_ARCHIMATE_XML;
  if (g_str_equal (prefix, "xsi"))
    return RK_ARCHIMATE_XSI;
  for (guint i = 0; i < self->root_prefixes->len; i += 2)
    if (g_str_equal (self->root_prefixes->pdata[i], prefix))
      return self->root_prefixes->pdata[i + 1];
  return NULL;
}

/* Declares @prefix in @out unless it is bound so already. */
static void
declare (Reader *self, GString *out, const char *prefix, const char *uri)
{
  g_autofree char *name = *prefix != '\0' ? g_strconcat ("xmlns:", prefix, NULL) : NULL;
  Scope scope = { self->capture_depth, NULL, NULL };

  if (g_strcmp0 (find_binding (self, prefix), uri) == 0)
    return;
  rk_archimate_append_attribute (out, name != NULL ? name : "xmlns", uri, -1);
  scope.prefix = g_strdup (prefix);
  scope.uri = g_strdup (uri);
  g_array_append_val (self->scopes, scope);
}

char *
fragment_bind_root (Reader *self, int n_namespaces, const xmlChar **namespaces)
{
  GString *out = g_string_new (NULL);

  for (int i = 0; i < n_namespaces; i++)
    {
      const char *prefix = (const char *) namespaces[2 * i];
      const char *uri = get_uri (namespaces[2 * i + 1]);
      g_autofree char *name = NULL;

      if (prefix == NULL || g_str_equal (uri, RK_ARCHIMATE_URI) ||
          (g_str_equal (prefix, "xsi") && g_str_equal (uri, RK_ARCHIMATE_XSI)))
        continue;
      /* What we write has "xsi" in its own meaning. */
      if (g_str_equal (prefix, "xsi"))
        prefix = OTHER_XSI;
      name = g_strconcat ("xmlns:", prefix, NULL);
      rk_archimate_append_attribute (out, name, uri, -1);
      g_ptr_array_add (self->root_prefixes, g_strdup (prefix));
      g_ptr_array_add (self->root_prefixes, g_strdup (uri));
    }
  return g_string_free (out, FALSE);
}

/* --- names ------------------------------------------------------------------------------------ */

static void
append_name (GString *out, const char *prefix, const xmlChar *name)
{
  if (*prefix != '\0')
    g_string_append_printf (out, "%s:", prefix);
  g_string_append (out, (const char *) name);
}

/* The exchange format itself goes without a prefix. */
static const char *
get_prefix (const xmlChar *prefix, const char *uri)
{
  return prefix == NULL || g_str_equal (uri, RK_ARCHIMATE_URI) ? "" : (const char *) prefix;
}

const char *
fragment_get_attribute_uri (const xmlChar **attribute)
{
  if (attribute[2] == NULL && g_strcmp0 ((const char *) attribute[1], "xsi") == 0)
    return RK_ARCHIMATE_XSI;
  return (const char *) attribute[2];
}

/* The prefix under which an attribute is written, bound in @out when need be. */
static const char *
bind_attribute (Reader *self, GString *out, const xmlChar **attribute)
{
  const char *uri = fragment_get_attribute_uri (attribute);
  const char *prefix = attribute[1] != NULL ? (const char *) attribute[1] : "";

  if (uri == NULL)
    return prefix;
  uri = get_uri (BAD_CAST uri);
  /* What we write has "xsi" in its own meaning. */
  if (self->capture_depth == 0 && g_str_equal (prefix, "xsi") &&
      !g_str_equal (uri, RK_ARCHIMATE_XSI))
    prefix = OTHER_XSI;
  declare (self, out, prefix, uri);
  return prefix;
}

void
fragment_append_attribute (Reader *self, GString *out, const xmlChar **attribute)
{
  g_autoptr (GString) name = g_string_new (NULL);

  append_name (name, bind_attribute (self, out, attribute), attribute[0]);
  rk_archimate_append_attribute (out, name->str, (const char *) attribute[3],
                                 attribute[4] - attribute[3]);
  /* Version 2.1 has "bold|italic". */
  if (self->summary->version == 2 && self->capture_tag == TAG_STYLE &&
      g_str_equal (name->str, "style"))
    g_strdelimit (out->str + out->len - (attribute[4] - attribute[3]) - 1, "|", ' ');
}

/* --- the fragment ----------------------------------------------------------------------------- */

void
fragment_begin (Reader *self, const char *position, gboolean with_text)
{
  if (self->scopes == NULL)
    {
      self->scopes = g_array_new (FALSE, FALSE, sizeof (Scope));
      g_array_set_clear_func (self->scopes, (GDestroyNotify) scope_clear);
    }
  g_array_set_size (self->scopes, 0);
  g_string_truncate (self->capture, 0);
  self->capture_position = position;
  self->capture_text = with_text;
  self->capture_open = FALSE;
}

static void
close_start (Reader *self)
{
  if (self->capture_open)
    g_string_append_c (self->capture, '>');
  self->capture_open = FALSE;
}

static void
check_size (Reader *self)
{
  if (self->capture->len > MAX_FRAGMENT && self->error == NULL)
    reader_refuse_size (self);
}

void
fragment_start (Reader *self, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                int n_namespaces, const xmlChar **namespaces, int n_attributes,
                const xmlChar **attributes)
{
  const char *own = get_uri (uri);
  const char *own_prefix = get_prefix (prefix, own);

  close_start (self);
  self->capture_depth++;
  g_string_append_c (self->capture, '<');
  append_name (self->capture, own_prefix, name);
  declare (self, self->capture, own_prefix, own);
  /* A value may name a prefix as well: all that the element binds stays bound. */
  for (int i = 0; i < n_namespaces; i++)
    if (namespaces[2 * i] != NULL)
      declare (self, self->capture, (const char *) namespaces[2 * i],
               get_uri (namespaces[2 * i + 1]));
  /* All bindings go before all attributes: that is how they come back. */
  for (int i = 0; i < n_attributes; i++)
    bind_attribute (self, self->capture, attributes + 5 * i);
  for (int i = 0; i < n_attributes; i++)
    fragment_append_attribute (self, self->capture, attributes + 5 * i);
  self->capture_open = TRUE;
  check_size (self);
}

void
fragment_text (Reader *self, const char *text, gsize length)
{
  if (!self->capture_text || length == 0)
    return;
  close_start (self);
  rk_archimate_append_text (self->capture, text, (gssize) length);
  check_size (self);
}

gboolean
fragment_end (Reader *self, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  if (self->capture_open)
    g_string_append (self->capture, "/>");
  else
    {
      g_string_append (self->capture, "</");
      append_name (self->capture, get_prefix (prefix, get_uri (uri)), name);
      g_string_append_c (self->capture, '>');
    }
  self->capture_open = FALSE;
  while (self->scopes->len > 0 &&
         g_array_index (self->scopes, Scope, self->scopes->len - 1).depth == self->capture_depth)
    g_array_set_size (self->scopes, self->scopes->len - 1);
  return --self->capture_depth == 0;
}
