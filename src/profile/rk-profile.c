/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-profile.h"

#include "rk-municipality.h"
#include "rk-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const RkEnumValue rk_administration_types[] = {
  { .value = "gemeente_ocmw", .label = N_ ("Municipality and OCMW") },
  { .value = "gemeente", .label = N_ ("Municipality only") },
  { .value = "ocmw", .label = N_ ("OCMW only") },
  { .value = "igs", .label = N_ ("Intermunicipal partnership") },
  { .value = "agb", .label = N_ ("Autonomous municipal company") },
  { .value = "zone", .label = N_ ("Police or rescue zone") },
  { .value = "provincie", .label = N_ ("Province") },
  { .value = "ander", .label = N_ ("Other") },
  { .value = NULL },
};

static const RkField administration_fields[] = {
  { .name = "name",
    .label = N_ ("Name"),
    .type = RK_FIELD_TEXT,
    .flags = RK_FIELD_REQUIRED | RK_FIELD_SEARCHABLE },
  { .name = "type",
    .label = N_ ("Type"),
    .type = RK_FIELD_ENUM,
    .values = rk_administration_types },
  { .name = "nis", .label = N_ ("NIS code"), .type = RK_FIELD_TEXT },
  { .name = "kbo", .label = N_ ("KBO number"), .type = RK_FIELD_TEXT },
  { .name = "province", .label = N_ ("Province"), .type = RK_FIELD_TEXT },
  { .name = "inhabitants", .label = N_ ("Inhabitants"), .type = RK_FIELD_INTEGER },
  { .name = "example", .label = N_ ("Example"), .type = RK_FIELD_BOOLEAN },
  { .name = NULL },
};

const RkKind rk_kind_administration = {
  .name = "administration",
  .label = N_ ("administration"),
  .label_plural = N_ ("administrations"),
  .title_field = "name",
  .fields = administration_fields,
};

static const RkField person_fields[] = {
  { .name = "name",
    .label = N_ ("Name"),
    .type = RK_FIELD_TEXT,
    .flags = RK_FIELD_REQUIRED | RK_FIELD_SEARCHABLE },
  { .name = "department", .label = N_ ("Department"), .type = RK_FIELD_TEXT },
  { .name = NULL },
};

const RkKind rk_kind_person = {
  .name = "person",
  .label = N_ ("person"),
  .label_plural = N_ ("people"),
  .title_field = "name",
  .fields = person_fields,
};

RkRecord *
rk_profile_get_administration (RkStore *store, GError **error)
{
  g_autoptr (GPtrArray) all = rk_store_list (store, "administration", NULL, NULL, error, NULL);

  return all != NULL && all->len > 0 ? g_object_ref (all->pdata[0]) : NULL;
}

gint64
rk_profile_get_inhabitants (RkStore *store, const char **date)
{
  g_autoptr (RkRecord) administration = rk_profile_get_administration (store, NULL);
  const char *nis = administration != NULL ? rk_record_get (administration, "nis") : NULL;
  g_autoptr (RkMunicipality) municipality = NULL;
  gint64 own = administration != NULL ? rk_record_get_int (administration, "inhabitants", -1) : -1;

  *date = NULL;
  if (own > 0)
    return own;
  municipality = nis != NULL ? rk_municipality_find (nis) : NULL;
  if (municipality == NULL)
    return -1;
  *date = rk_municipality_get_population_date ();
  return rk_municipality_get_population (municipality);
}

/* "0207.501.234" of any way of writing it; NULL when it is none. */
static char *
parse_kbo (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
    else if (strchr (". ", *p) == NULL)
      return NULL;
  if (digits->len != 10 || digits->str[0] > '1')
    return NULL;
  return g_strdup_printf ("%.4s.%.3s.%.3s", digits->str, digits->str + 4, digits->str + 7);
}

gboolean
rk_profile_set_administration (RkStore *store, GError **error, const char *name, const char *type,
                               const char *nis, const char *kbo)
{
  g_autoptr (RkChange) change = rk_change_new (store, _ ("Administration"));
  g_autoptr (RkMunicipality) municipality = rk_municipality_find (nis);
  g_autoptr (GError) broken = NULL;
  g_autoptr (RkRecord) record = rk_profile_get_administration (store, &broken);
  g_autofree char *id = record ? g_strdup (rk_record_get_id (record)) : rk_store_new_id ();
  g_autofree char *number = NULL;

  if (broken != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&broken));
      return FALSE;
    }
  if (kbo != NULL && *kbo != '\0')
    {
      number = parse_kbo (kbo);
      if (number == NULL)
        {
          g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                       /* Translators: %s is what the person typed. */
                       _ ("“%s” is not a KBO number. Enter ten digits, for example "
                          "0207.501.234."),
                          kbo);
          return FALSE;
        }
    }
  rk_change_set (change, "administration", id, "name", name, NULL);
  rk_change_set_field (change, "administration", id, "type", type);
  rk_change_set_field (change, "administration", id, "nis", nis);
  rk_change_set_field (change, "administration", id, "kbo", number);
  rk_change_set_field (change, "administration", id, "province",
                       municipality != NULL ? rk_municipality_get_province (municipality) : NULL);
  return rk_change_apply (change, error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  g_autofree char *one = rk_text_fold (rk_record_get_title (*(RkRecord *const *) a));
  g_autofree char *other = rk_text_fold (rk_record_get_title (*(RkRecord *const *) b));

  return strcmp (one, other);
}

GPtrArray *
rk_profile_list_people (RkStore *store, GError **error)
{
  GPtrArray *people = rk_store_list (store, "person", NULL, NULL, error, NULL);

  if (people != NULL)
    g_ptr_array_sort (people, compare_names);
  return people;
}

char *
rk_profile_add_person (RkStore *store, const char *name, GError **error)
{
  g_autoptr (GPtrArray) people = rk_profile_list_people (store, error);
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  g_autofree char *folded = rk_text_fold (stripped);
  g_autofree char *id = rk_store_new_id ();
  g_autoptr (RkChange) change = NULL;

  if (people == NULL)
    return NULL;
  if (*folded == '\0')
    {
      g_set_error (error, RK_ERROR, RK_ERROR_INVALID, _ ("A person needs a name."));
      return NULL;
    }
  for (guint i = 0; i < people->len; i++)
    {
      g_autofree char *other = rk_text_fold (rk_record_get_title (people->pdata[i]));

      if (g_str_equal (folded, other))
        return g_strdup (rk_record_get_id (people->pdata[i]));
    }
  change = rk_change_new (store, _ ("New person"));
  rk_change_set (change, "person", id, "name", stripped, NULL);
  return rk_change_apply (change, error) ? g_steal_pointer (&id) : NULL;
}
