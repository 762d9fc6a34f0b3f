/* SPDX-License-Identifier: EUPL-1.2 */
/* The elements and attributes of the exchange format, in both its versions. */
#include "config.h"
#include "rk-archimate-reader-private.h"

/* @old: (nullable): how version 2.1 calls it; "" when it has no such element */
static const struct
{
  Tag parent;
  const char *name;
  const char *old;
  Tag tag;
} rules[] = {
  { TAG_NONE, "model", NULL, TAG_MODEL },
  { TAG_MODEL, "name", NULL, TAG_NAME },
  { TAG_MODEL, "documentation", NULL, TAG_DOCUMENTATION },
  { TAG_MODEL, "metadata", NULL, TAG_METADATA },
  { TAG_MODEL, "properties", NULL, TAG_PROPERTIES },
  { TAG_MODEL, "elements", NULL, TAG_ELEMENTS },
  { TAG_MODEL, "relationships", NULL, TAG_RELATIONSHIPS },
  { TAG_MODEL, "organizations", "organization", TAG_ORGANIZATIONS },
  { TAG_MODEL, "propertyDefinitions", "propertydefs", TAG_DEFINITIONS },
  { TAG_MODEL, "views", NULL, TAG_VIEWS },
  { TAG_PROPERTIES, "property", NULL, TAG_PROPERTY },
  { TAG_PROPERTY, "value", NULL, TAG_VALUE },
  { TAG_ELEMENTS, "element", NULL, TAG_ELEMENT },
  { TAG_ELEMENT, "name", "label", TAG_NAME },
  { TAG_ELEMENT, "documentation", NULL, TAG_DOCUMENTATION },
  { TAG_ELEMENT, "properties", NULL, TAG_PROPERTIES },
  { TAG_RELATIONSHIPS, "relationship", NULL, TAG_RELATIONSHIP },
  { TAG_RELATIONSHIP, "name", "label", TAG_NAME },
  { TAG_RELATIONSHIP, "documentation", NULL, TAG_DOCUMENTATION },
  { TAG_RELATIONSHIP, "properties", NULL, TAG_PROPERTIES },
  { TAG_ORGANIZATIONS, "item", NULL, TAG_ITEM },
  { TAG_ITEM, "label", NULL, TAG_LABEL },
  { TAG_ITEM, "documentation", NULL, TAG_DOCUMENTATION },
  { TAG_ITEM, "item", NULL, TAG_ITEM },
  { TAG_DEFINITIONS, "propertyDefinition", "propertydef", TAG_DEFINITION },
  { TAG_DEFINITION, "name", NULL, TAG_NAME },
  { TAG_DEFINITION, "documentation", NULL, TAG_DOCUMENTATION },
  { TAG_VIEWS, "viewpoints", "", TAG_VIEWPOINTS },
  { TAG_VIEWS, "diagrams", "", TAG_DIAGRAMS },
  { TAG_VIEWS, "", "view", TAG_VIEW },
  { TAG_DIAGRAMS, "view", "", TAG_VIEW },
  { TAG_VIEW, "name", "label", TAG_NAME },
  { TAG_VIEW, "documentation", NULL, TAG_DOCUMENTATION },
  { TAG_VIEW, "properties", NULL, TAG_PROPERTIES },
  { TAG_VIEW, "node", NULL, TAG_NODE },
  { TAG_VIEW, "connection", NULL, TAG_CONNECTION },
  { TAG_NODE, "label", NULL, TAG_LABEL },
  { TAG_NODE, "documentation", NULL, TAG_DOCUMENTATION },
  { TAG_NODE, "style", NULL, TAG_STYLE },
  { TAG_NODE, "viewRef", "", TAG_VIEW_REF },
  { TAG_NODE, "node", NULL, TAG_NODE },
  { TAG_CONNECTION, "label", NULL, TAG_LABEL },
  { TAG_CONNECTION, "documentation", NULL, TAG_DOCUMENTATION },
  { TAG_CONNECTION, "style", NULL, TAG_STYLE },
  { TAG_CONNECTION, "viewRef", "", TAG_VIEW_REF },
  { TAG_CONNECTION, "sourceAttachment", "", TAG_SOURCE_ATTACHMENT },
  { TAG_CONNECTION, "bendpoint", NULL, TAG_BENDPOINT },
  { TAG_CONNECTION, "targetAttachment", "", TAG_TARGET_ATTACHMENT },
};

/* Attributes by the tags that have them; the names of both versions do not collide. */
static const struct
{
  Tag tag;
  const char *name;
  int field;
} attributes[] = {
  { TAG_MODEL, "identifier", FIELD_IDENTIFIER },
  { TAG_MODEL, "version", ATTRIBUTE_VERBATIM },
  { TAG_ELEMENT, "identifier", FIELD_IDENTIFIER },
  { TAG_RELATIONSHIP, "identifier", FIELD_IDENTIFIER },
  { TAG_RELATIONSHIP, "source", FIELD_SOURCE },
  { TAG_RELATIONSHIP, "target", FIELD_TARGET },
  { TAG_RELATIONSHIP, "accessType", ATTRIBUTE_VERBATIM },
  { TAG_RELATIONSHIP, "modifier", ATTRIBUTE_VERBATIM },
  { TAG_RELATIONSHIP, "isDirected", ATTRIBUTE_VERBATIM },
  { TAG_ITEM, "identifierRef", FIELD_REFERENCE },
  { TAG_ITEM, "identifierref", FIELD_REFERENCE },
  { TAG_ITEM, "identifier", FIELD_IDENTIFIER },
  { TAG_DEFINITION, "identifier", FIELD_IDENTIFIER },
  { TAG_DEFINITION, "type", FIELD_TYPE },
  { TAG_DEFINITION, "name", FIELD_NAME },
  { TAG_VIEW, "identifier", FIELD_IDENTIFIER },
  { TAG_VIEW, "viewpoint", FIELD_VIEWPOINT },
  { TAG_VIEW, "viewpointRef", ATTRIBUTE_VERBATIM },
  { TAG_NODE, "identifier", FIELD_IDENTIFIER },
  { TAG_NODE, "elementRef", FIELD_REFERENCE },
  { TAG_NODE, "elementref", FIELD_REFERENCE },
  { TAG_NODE, "x", FIELD_X },
  { TAG_NODE, "y", FIELD_Y },
  { TAG_NODE, "w", FIELD_W },
  { TAG_NODE, "h", FIELD_H },
  { TAG_NODE, "type", FIELD_TYPE },
  { TAG_NODE, "conceptRef", ATTRIBUTE_VERBATIM },
  { TAG_NODE, "xpathPart", ATTRIBUTE_VERBATIM },
  { TAG_CONNECTION, "identifier", FIELD_IDENTIFIER },
  { TAG_CONNECTION, "relationshipRef", FIELD_REFERENCE },
  { TAG_CONNECTION, "relationshipref", FIELD_REFERENCE },
  { TAG_CONNECTION, "source", FIELD_SOURCE },
  { TAG_CONNECTION, "target", FIELD_TARGET },
};

/* A name that the parser interned is told by its address; the parent is mixed in. */
static gpointer
make_key (Tag parent, const xmlChar *name)
{
  return GSIZE_TO_POINTER (GPOINTER_TO_SIZE (name) * N_TAGS + parent);
}

static void
add_rule (GHashTable *grammar, xmlDict *dict, Tag parent, const char *name, Tag tag)
{
  if (name != NULL && *name != '\0')
    g_hash_table_insert (grammar, make_key (parent, xmlDictLookup (dict, BAD_CAST name, -1)),
                         GINT_TO_POINTER (tag));
}

GHashTable *
grammar_new (xmlDict *dict, guint version)
{
  GHashTable *grammar = g_hash_table_new (NULL, NULL);

  /* In version 2.1 the names of 3 are understood as well: an export has those. */
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      add_rule (grammar, dict, rules[i].parent, rules[i].name, rules[i].tag);
      if (version == 2)
        add_rule (grammar, dict, rules[i].parent, rules[i].old, rules[i].tag);
    }
  return grammar;
}

Tag
grammar_find (GHashTable *grammar, Tag parent, const xmlChar *name)
{
  return (Tag) GPOINTER_TO_INT (g_hash_table_lookup (grammar, make_key (parent, name)));
}

const char *
grammar_get_name (Tag tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].tag == tag && *rules[i].name != '\0')
      return rules[i].name;
  return "";
}

int
grammar_find_attribute (Tag tag, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    if (attributes[i].tag == tag && g_str_equal (attributes[i].name, name))
      return attributes[i].field;
  return ATTRIBUTE_UNKNOWN;
}
