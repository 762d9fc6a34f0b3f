/* SPDX-License-Identifier: EUPL-1.2 */
/* Two kinds with every type of field, for the tests of core. */
#pragma once

#include "rk-change.h"
#include "rk-store.h"

static const RkEnumValue plant_growths[] = {
  { "herb", "Herb" },
  { "shrub", "Shrub" },
  { "tree", "Tree" },
  { NULL },
};
static const RkField plant_fields[] = {
  { "name", "Name", RK_FIELD_TEXT, RK_FIELD_REQUIRED | RK_FIELD_SEARCHABLE | RK_FIELD_INDEXED },
  { "remark", "Remark", RK_FIELD_LONG_TEXT, RK_FIELD_SEARCHABLE },
  { "height", "Height", RK_FIELD_INTEGER, RK_FIELD_PLAIN },
  { "price", "Price", RK_FIELD_MONEY, RK_FIELD_PLAIN, NULL, NULL, "cost" },
  { "currency", "Currency", RK_FIELD_TEXT, RK_FIELD_PLAIN, NULL, NULL, "cost" },
  { "planted_on", "Planted on", RK_FIELD_DATE, RK_FIELD_PLAIN },
  { "watered_at", "Watered at", RK_FIELD_TIME, RK_FIELD_PLAIN },
  { "evergreen", "Evergreen", RK_FIELD_BOOLEAN, RK_FIELD_PLAIN },
  { "growth", "Growth", RK_FIELD_ENUM, RK_FIELD_PLAIN, plant_growths },
  { "garden", "Garden", RK_FIELD_REFERENCE, RK_FIELD_INDEXED, NULL, "garden" },
  { "uses", "Uses", RK_FIELD_ENUM_SET, RK_FIELD_PLAIN, plant_growths },
  { NULL },
};
static const RkKind plant = { "plant", "Plant", "Plants", "name", plant_fields };

static const RkField garden_fields[] = {
  { "name", "Name", RK_FIELD_TEXT, RK_FIELD_REQUIRED | RK_FIELD_SEARCHABLE },
  { "order", "Order", RK_FIELD_INTEGER, RK_FIELD_PLAIN },
  { NULL },
};
static const RkKind garden = { "garden", "Garden", "Gardens", "name", garden_fields };

static const RkKind *const test_kinds[] = { &plant, &garden, NULL };

/* A fresh path for a workspace in a folder of its own: (transfer full). */
static inline char *
test_path (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "XXXXXX", NULL);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_nonnull (g_mkdtemp (folder));
  return g_build_filename (folder, "test.regiekamer", NULL);
}

static inline RkStore *
test_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  RkStore *store = rk_store_open (path, test_kinds, RK_STORE_CREATE, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

/* Sets one field in one step. */
static inline void
test_set (RkStore *store, const char *kind, const char *id, const char *field, const char *value)
{
  g_autoptr (RkChange) change = rk_change_new (store, "Set");
  g_autoptr (GError) error = NULL;

  rk_change_set (change, kind, id, field, value, NULL);
  rk_change_apply (change, &error);
  g_assert_no_error (error);
}

/* The value of a field: (transfer full) (nullable), also NULL when the record is not there. */
static inline char *
test_value (RkStore *store, const char *kind, const char *id, const char *field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkRecord) record = rk_store_get (store, kind, id, &error);

  g_assert_no_error (error);
  return record != NULL ? g_strdup (rk_record_get (record, field)) : NULL;
}

#define test_assert_value(store, kind, id, field, expected)                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *value_ = test_value (store, kind, id, field);                                 \
    g_assert_cmpstr (value_, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END
