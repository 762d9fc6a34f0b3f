/* SPDX-License-Identifier: EUPL-1.2 */
/* The tables of models. No index beside the primary keys: a model is written once, at once, and
 * read by ranges of numbers. */
#include "config.h"
#include "rk-archimate-private.h"

const RkContent rk_archimate_content[] = {
  /* numbers from "first" to "last" are its own; namespaces and attributes as the root has them */
  { "archimate_model",
    "CREATE TABLE archimate_model (number INTEGER PRIMARY KEY, architecture TEXT NOT NULL UNIQUE,"
    " first INTEGER NOT NULL, last INTEGER NOT NULL, version INTEGER NOT NULL, identifier TEXT,"
    " name TEXT, name_lang TEXT, namespaces TEXT, locations TEXT, attributes TEXT,"
    " n_elements INTEGER, n_relations INTEGER, n_views INTEGER, n_nodes INTEGER,"
    " n_connections INTEGER, n_properties INTEGER, n_components INTEGER, imported_at TEXT,"
    " documentation_lang TEXT, documentation TEXT)" },
  /* elements (relation = 0) and relations */
  { "archimate_concept",
    "CREATE TABLE archimate_concept (number INTEGER PRIMARY KEY, relation INTEGER NOT NULL,"
    " identifier TEXT NOT NULL, type TEXT, source TEXT, target TEXT, name TEXT, name_lang TEXT,"
    " attributes TEXT, documentation_lang TEXT, documentation TEXT)" },
  /* of elements: what they are called in mappings, and whether applications stand on them */
  { "archimate_key",
    "CREATE TABLE archimate_key (number INTEGER PRIMARY KEY, key TEXT NOT NULL, role TEXT,"
    " component INTEGER NOT NULL)" },
  { "archimate_definition",
    "CREATE TABLE archimate_definition (number INTEGER PRIMARY KEY, identifier TEXT NOT NULL,"
    " type TEXT, name TEXT, name_lang TEXT, attributes TEXT, documentation_lang TEXT,"
    " documentation TEXT)" },
  /* a property has a row per value; one without value has one row */
  { "archimate_property",
    "CREATE TABLE archimate_property (owner INTEGER NOT NULL, place INTEGER NOT NULL,"
    " part INTEGER NOT NULL, definition TEXT, lang TEXT, value TEXT,"
    " PRIMARY KEY (owner, place, part)) WITHOUT ROWID" },
  /* names, labels and documentation beyond the first, in other languages */
  { "archimate_text",
    "CREATE TABLE archimate_text (owner INTEGER NOT NULL, place INTEGER NOT NULL,"
    " field TEXT NOT NULL, lang TEXT, text TEXT NOT NULL, PRIMARY KEY (owner, place))"
    " WITHOUT ROWID" },
  /* folders; a parent below zero is the n-th list of folders */
  { "archimate_item",
    "CREATE TABLE archimate_item (number INTEGER PRIMARY KEY, parent INTEGER NOT NULL,"
    " identifier TEXT, reference TEXT, label TEXT, label_lang TEXT, attributes TEXT)" },
  /* what stands on the view has the numbers up to "last" */
  { "archimate_view",
    "CREATE TABLE archimate_view (number INTEGER PRIMARY KEY, last INTEGER NOT NULL,"
    " identifier TEXT NOT NULL, type TEXT, viewpoint TEXT, name TEXT, name_lang TEXT,"
    " n_nodes INTEGER NOT NULL, n_components INTEGER NOT NULL DEFAULT 0, attributes TEXT,"
    " documentation_lang TEXT, documentation TEXT)" },
  { "archimate_node",
    "CREATE TABLE archimate_node (number INTEGER PRIMARY KEY, parent INTEGER NOT NULL,"
    " identifier TEXT NOT NULL, type TEXT, concept TEXT, x, y, w, h, style INTEGER, label TEXT,"
    " label_lang TEXT, view_ref TEXT, attributes TEXT)" },
  { "archimate_connection",
    "CREATE TABLE archimate_connection (number INTEGER PRIMARY KEY, identifier TEXT NOT NULL,"
    " type TEXT, relation TEXT, source TEXT, target TEXT, style INTEGER, points TEXT, label TEXT,"
    " label_lang TEXT, view_ref TEXT, attributes TEXT)" },
  { "archimate_style",
    "CREATE TABLE archimate_style (number INTEGER PRIMARY KEY, xml TEXT NOT NULL)" },
  /* what is not understood, verbatim, and where in its owner it stands */
  { "archimate_kept",
    "CREATE TABLE archimate_kept (owner INTEGER NOT NULL, place INTEGER NOT NULL,"
    " position TEXT NOT NULL, xml TEXT NOT NULL, PRIMARY KEY (owner, place)) WITHOUT ROWID" },
  { "archimate_warning",
    "CREATE TABLE archimate_warning (model INTEGER NOT NULL, place INTEGER NOT NULL,"
    " kind TEXT NOT NULL, count INTEGER NOT NULL, line INTEGER, subject TEXT, detail TEXT,"
    " PRIMARY KEY (model, place)) WITHOUT ROWID" },
  /* the full-text index over elements, in all languages */
  { "archimate_searchable",
    "CREATE VIEW archimate_searchable AS SELECT number, name, documentation,"
    " (SELECT group_concat (text, char (10)) FROM archimate_text WHERE owner = number) AS other"
    " FROM archimate_concept WHERE relation = 0" },
  { "archimate_search",
    "CREATE VIRTUAL TABLE archimate_search USING fts5 (name, documentation, other,"
    " content='archimate_searchable', content_rowid='number',"
    " tokenize='unicode61 remove_diacritics 2')" },
  { NULL },
};
