/* SPDX-License-Identifier: EUPL-1.2 */
/* The members of the Union by code and name; of the rest, a list of countries where suppliers of
 * software have their seat, so that a spelling mistake does not make a member foreign. */
#include "config.h"
#include "rk-country.h"
#include "rk-text.h"

static const char *const members[] = {
  "AT Oostenrijk Austria", "BE België Belgium",     "BG Bulgarije Bulgaria",
  "CY Cyprus Cyprus",      "CZ Tsjechië Czechia",   "DE Duitsland Germany",
  "DK Denemarken Denmark", "EE Estland Estonia",    "ES Spanje Spain",
  "FI Finland Finland",    "FR Frankrijk France",   "GR Griekenland Greece",
  "HR Kroatië Croatia",    "HU Hongarije Hungary",  "IE Ierland Ireland",
  "IT Italië Italy",       "LT Litouwen Lithuania", "LU Luxemburg Luxembourg",
  "LV Letland Latvia",     "MT Malta Malta",        "NL Nederland Netherlands",
  "PL Polen Poland",       "PT Portugal Portugal",  "RO Roemenië Romania",
  "SE Zweden Sweden",      "SI Slovenië Slovenia",  "SK Slowakije Slovakia",
};

static const char *const others[] = {
  "US USA VS Verenigde-Staten United-States",
  "GB UK VK Verenigd-Koninkrijk United-Kingdom",
  "CH Zwitserland Switzerland",
  "NO Noorwegen Norway",
  "IS IJsland Iceland",
  "IN India India",
  "CN China China",
  "CA Canada Canada",
  "AU Australië Australia",
  "JP Japan Japan",
  "IL Israël Israel",
  "RU Rusland Russia",
  "TR Turkije Turkey",
  "UA Oekraïne Ukraine",
  "KR Zuid-Korea South-Korea",
  "SG Singapore Singapore",
  "NZ Nieuw-Zeeland New-Zealand",
  "BR Brazilië Brazil",
  "ZA Zuid-Afrika South-Africa",
  "AE Verenigde-Arabische-Emiraten United-Arab-Emirates",
  "HK Hongkong Hong-Kong",
  "RS Servië Serbia",
};

/* Folded name -> 1 inside, 2 outside. */
static void
add_names (GHashTable *places, const char *const *countries, guint n, guint place)
{
  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) names = g_strsplit (countries[i], " ", -1);

      for (guint j = 0; names[j] != NULL; j++)
        g_hash_table_insert (places, rk_text_fold (names[j]), GUINT_TO_POINTER (place));
    }
}

static GHashTable *
get_places (void)
{
  static GHashTable *places;

  if (g_once_init_enter (&places))
    {
      GHashTable *made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      add_names (made, members, G_N_ELEMENTS (members), 1);
      add_names (made, others, G_N_ELEMENTS (others), 2);
      g_once_init_leave (&places, made);
    }
  return places;
}

int
rk_country_is_in_union (const char *text)
{
  g_autofree char *folded = rk_text_fold (text != NULL ? text : "");

  switch (GPOINTER_TO_UINT (g_hash_table_lookup (get_places (), folded)))
    {
    case 1: return 1;
    case 2: return 0;
    default: return -1;
    }
}
