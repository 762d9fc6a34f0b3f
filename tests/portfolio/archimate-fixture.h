/* SPDX-License-Identifier: EUPL-1.2 */
/* A workspace of its own for each test of models, and the models of the fixtures. */
#pragma once

#include "rk-archimate-import.h"
#include "rk-architecture.h"
#include "rk-change.h"
#include "rk-portfolio-kinds.h"

typedef struct
{
  char *path;
  RkStore *store;
} Fixture;

static inline void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "XXXXXX", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_nonnull (g_mkdtemp (folder));
  f->path = g_build_filename (folder, "test.regiekamer", NULL);
  f->store = rk_store_open (f->path, rk_portfolio_kinds, RK_STORE_CREATE, &error);
  g_assert_no_error (error);
}

static inline void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->store);
  g_free (f->path);
}

/* A file of the fixtures: (transfer full). */
static inline char *
fixture_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "portfolio", "fixtures", "archimate", name, NULL);
}

static inline RkArchimateSummary *
import_path (RkStore *store, const char *path, RkArchimateImportFlags flags)
{
  g_autoptr (GError) error = NULL;
  RkArchimateSummary *summary =
      rk_archimate_import (store, path, NULL, flags, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (summary);
  return summary;
}

static inline RkArchimateSummary *
import_fixture (RkStore *store, const char *name)
{
  g_autofree char *path = fixture_path (name);

  return import_path (store, path, RK_ARCHIMATE_IMPORT_USE);
}

/* Imports @xml; the error must be @code and say @words. Nothing may have changed. */
static inline void
refuse_text (RkStore *store, const char *xml, gssize length, int code, const char *words)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, length < 0 ? strlen (xml) : (gsize) length);
  g_autoptr (GError) error = NULL;
  g_autofree char *undo = rk_store_peek_undo_id (store);
  g_autofree char *after = NULL;

  g_assert_null (
      rk_archimate_import_bytes (store, bytes, "test.xml", RK_ARCHIMATE_IMPORT_USE, &error));
  g_assert_error (error, RK_ERROR, code);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
  after = rk_store_peek_undo_id (store);
  g_assert_cmpstr (undo, ==, after);
}
