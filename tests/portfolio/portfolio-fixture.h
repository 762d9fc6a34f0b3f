/* SPDX-License-Identifier: EUPL-1.2 */
/* A workspace with only the kinds of the portfolio, in a folder of its own. */
#pragma once

#include "rk-change.h"
#include "rk-portfolio-kinds.h"
#include "rk-store.h"

typedef struct
{
  char *path;
  RkStore *store;
} Fixture;

static inline void
fixture_set_up (Fixture *f, gconstpointer data)
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
fixture_tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->store);
  g_free (f->path);
}

static inline void
fixture_apply (RkChange *change)
{
  g_autoptr (GError) error = NULL;

  rk_change_apply (change, &error);
  g_assert_no_error (error);
}

/* Makes or changes one record: pairs of field and value. */
#define fixture_put(f, kind, id, ...)                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (RkChange) change_ = rk_change_new ((f)->store, "Put");                              \
                                                                                                   \
    rk_change_set (change_, kind, id, __VA_ARGS__, NULL);                                          \
    fixture_apply (change_);                                                                       \
  }                                                                                                \
  G_STMT_END

static inline void
fixture_remove (Fixture *f, const char *kind, const char *id)
{
  g_autoptr (RkChange) change = rk_change_new (f->store, "Remove");

  rk_change_delete (change, kind, id);
  fixture_apply (change);
}
