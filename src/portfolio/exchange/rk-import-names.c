/* SPDX-License-Identifier: EUPL-1.2 */
/* Words are compared folded (rk-text.h): case, accents and punctuation do not count. Dutch stands
 * in the tables themselves, because a list is Dutch whatever the language of the interface. */
#include "config.h"
#include "rk-import-names.h"

#include "rk-portfolio-kinds.h"
#include "rk-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- subjects --------------------------------------------------------------------------------- */

static const char *const oslo[] = { "type", "oslo", NULL };

const RkImportSubject rk_import_lists[] = {
  { "standards-register", N_ ("Register of standards (OSLO)"), &rk_kind_standard, oslo },
  { "building-block-usage", N_ ("Use of building blocks, from their owner"), &rk_kind_adoption,
    NULL },
  { "software-catalogue", N_ ("Software catalogue"), &rk_kind_application, NULL },
  { NULL },
};

gboolean
rk_import_subject_find (const char *name, RkImportSubject *subject)
{
  for (const RkImportSubject *list = rk_import_lists; list->name != NULL; list++)
    if (g_str_equal (list->name, name))
      {
        *subject = *list;
        return TRUE;
      }
  for (guint i = 0; rk_portfolio_kinds[i] != NULL; i++)
    if (g_str_equal (rk_portfolio_kinds[i]->name, name) &&
        rk_portfolio_kinds[i] != &rk_kind_architecture)
      {
        *subject =
            (RkImportSubject){ rk_portfolio_kinds[i]->name, rk_portfolio_kinds[i]->label_plural,
                               rk_portfolio_kinds[i], NULL };
        return TRUE;
      }
  return FALSE;
}

gboolean
rk_import_takes_components (const RkKind *kind)
{
  return kind == &rk_kind_application || kind == &rk_kind_product;
}

/* --- names of columns ------------------------------------------------------------------------- */

/* For one subject first, then for all (NULL). Words between '|', folded. */
static const struct
{
  const char *subject, *target, *words;
} columns[] = {
  { "standards-register", "name", "titel|standaard|standard" },
  { "standards-register", "category", "type|soort" },
  { "standards-register", "published_on", "publicatiedatum|publicationdate|datum" },
  { "standards-register", "organisation", "verantwoordelijke|verantwoordelijke organisatie" },
  { "standards-register", "url", "repository|uri" },
  { "building-block-usage", "official_status", "status|implementatiestatus|officiele status" },
  { "building-block-usage", "official_date", "datum|date|statusdatum|sinds" },
  { "building-block-usage", "organisation", "organisatie|bestuur|organisation|gemeente|nis" },
  { "software-catalogue", "product", "pakket|pakketnaam|naam pakket|naam product" },
  { "software-catalogue", "version", "pakketversie|naam pakketversie" },
  { "software-catalogue", "components", "referentiecomponenten|referentiecomponent" },
  { "application", "name", "toepassing|applicatie|applicatienaam|software|systeem|app" },
  { "application", "product", "pakket|pakketnaam|oplossing" },
  { "application", "version", "versie|pakketversie|release" },
  { "product", "name", "pakket|pakketnaam|product|oplossing" },
  { "product_version", "label", "versie|pakketversie|release" },
  { "supplier", "name", "leverancier|firma|bedrijf|vendor" },
  { "contract", "name", "contract|overeenkomst" },
  { "contract", "contract_number", "contractnummer|nummer|referentie" },
  { "standard", "name", "standaard|titel" },
  { "building_block", "name", "bouwsteen" },
  { "dataset", "name", "dataset|gegevensset|register" },
  { "interface", "name", "koppeling" },
  { "interface", "source", "van|bron|bronsysteem|zender|from" },
  { "interface", "target", "naar|doel|doelsysteem|ontvanger|to" },
  { "interface", "type", "soort" },
  { "interface", "data", "gegevens|berichten" },
  { "organisation", "name", "organisatie|bestuur|gemeente" },
  { NULL, "name", "naam|benaming|titel|title" },
  { NULL, "supplier", "leverancier|fabrikant|aanbieder|firma|vendor" },
  { NULL, "product", "product|pakket|oplossing" },
  { NULL, "application", "toepassing|applicatie" },
  { NULL, "applications", "toepassingen|applicaties|toepassing|applicatie" },
  { NULL, "standard", "standaard" },
  { NULL, "building_block", "bouwsteen" },
  { NULL, "component", "referentiecomponent|component" },
  { NULL, "components", "referentiecomponenten|referentiecomponent|component" },
  { NULL, "status", "gebruiksstatus|fase|levensfase|stand" },
  { NULL, "start_date",
    "startdatum|begindatum|start|begin|in gebruik sinds|in gebruik vanaf|ingebruikname|vanaf" },
  { NULL, "end_date", "einddatum|einde|einde gebruik|in gebruik tot|tot|einde contract|end" },
  { NULL, "since", "sinds|datum" },
  { NULL, "description", "beschrijving|omschrijving|doel|toelichting|gebruik" },
  { NULL, "owner", "eigenaar|verantwoordelijke|beheerder" },
  { NULL, "department", "dienst|afdeling|team" },
  { NULL, "domain", "domein|beleidsdomein" },
  { NULL, "users", "gebruikers|aantal gebruikers" },
  { NULL, "criticality", "belang|kriticiteit|kritikaliteit|bedrijfskritisch" },
  { NULL, "annual_cost", "kost|jaarlijkse kost|jaarkost|kostprijs|kosten per jaar|cost|price" },
  { NULL, "cost", "kost|kostprijs|bedrag|prijs|price" },
  { NULL, "cost_period", "kost per|periode" },
  { NULL, "hosting_country", "land van de gegevens|land" },
  { NULL, "hosting_provider", "hostingpartner|hoster" },
  { NULL, "personal_data", "persoonsgegevens|gdpr|avg" },
  { NULL, "availability", "beschikbaarheid" },
  { NULL, "integrity", "integriteit" },
  { NULL, "confidentiality", "vertrouwelijkheid" },
  { NULL, "notice_months", "opzegtermijn|opzegtermijn maanden|opzeg" },
  { NULL, "tacit_renewal", "stilzwijgende verlenging|stilzwijgend" },
  { NULL, "framework", "raamovereenkomst|raamcontract" },
  { NULL, "delivery", "levering|leveringsvorm" },
  { NULL, "licence", "licentie|license" },
  { NULL, "technology", "technologie" },
  { NULL, "direction", "richting" },
  { NULL, "transport", "protocol|techniek" },
  { NULL, "frequency", "frequentie" },
  { NULL, "intermediary", "tussenschakel|bus|servicebus" },
  { NULL, "data", "gegevens" },
  { NULL, "url", "website|webpagina|link|weblink|webadres" },
  { NULL, "website", "url|webpagina|link|webadres" },
  { NULL, "contact", "contactpersoon" },
  { NULL, "email", "e mail|mail|e mailadres" },
  { NULL, "phone", "telefoon|tel|telefoonnummer" },
  { NULL, "country", "land" },
  { NULL, "kbo", "kbo nummer|ondernemingsnummer|btw nummer" },
  { NULL, "nis", "nis code|niscode" },
  { NULL, "ovo", "ovo code|ovo nummer" },
  { NULL, "object_id", "objectid|object id|guid" },
  { NULL, "version", "versie" },
  { NULL, "type", "soort" },
  { NULL, "category", "categorie" },
  { NULL, "organisation", "organisatie" },
  { NULL, "notes", "opmerkingen|opmerking|nota|notities|remarks" },
  { NULL, "remark", "opmerking|remark" },
  { NULL, "grade", "tevredenheid|score|waardering" },
  { NULL, "end_of_support", "einde ondersteuning|end of life|eol" },
  { NULL, "published_on", "publicatiedatum" },
  { NULL, "legal_basis", "rechtsgrond|wettelijke basis" },
  { NULL, "retention_months", "bewaartermijn" },
};

/* Whether @folded is one of the words between '|'. */
static gboolean
is_word (const char *words, const char *folded)
{
  gsize length = strlen (folded);

  for (const char *p = words; p != NULL; p = strchr (p, '|') != NULL ? strchr (p, '|') + 1 : NULL)
    if (strncmp (p, folded, length) == 0 && (p[length] == '|' || p[length] == '\0'))
      return TRUE;
  return FALSE;
}

static gboolean
is_called (const char *name, const char *folded)
{
  g_autofree char *other = rk_text_fold (name);

  return *folded != '\0' && g_str_equal (other, folded);
}

static gboolean
has_target (const RkKind *kind, const char *target)
{
  return rk_kind_find_field (kind, target) >= 0 ||
         (g_str_equal (target, RK_IMPORT_COMPONENTS) && rk_import_takes_components (kind)) ||
         (g_str_equal (target, "organisation") && kind == &rk_kind_adoption);
}

/* Names that are given on purpose for @subject (NULL: for all). */
static const char *
find_synonym (const char *subject, const RkKind *kind, const char *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_strcmp0 (columns[i].subject, subject) == 0 && is_word (columns[i].words, folded) &&
        has_target (kind, columns[i].target))
      return columns[i].target;
  return NULL;
}

char *
rk_import_dup_beside (const RkKind *kind, const RkField *field)
{
  g_autofree char *name = g_strconcat (field->name, "_name", NULL);

  return rk_kind_find_field (kind, name) < 0 ? g_steal_pointer (&name)
                                             : g_strconcat (field->name, "_title", NULL);
}

/* A field's own name, in the file format and in both languages; "supplier_name" stands beside the
 * id of a supplier in what this program exports. */
static const char *
find_own (const RkKind *kind, const char *folded)
{
  for (const RkField *field = kind->fields; field->name != NULL; field++)
    {
      g_autofree char *beside = rk_import_dup_beside (kind, field);

      if (is_called (field->name, folded) || is_called (field->label, folded) ||
          is_called (_ (field->label), folded) ||
                     (field->target != NULL && is_called (beside, folded)))
        return field->name;
    }
  return NULL;
}

const char *
rk_import_find_target (const RkImportSubject *subject, const char *column)
{
  g_autofree char *folded = rk_text_fold (column);
  const char *target = find_synonym (subject->name, subject->kind, folded);

  if (*folded == '\0')
    return NULL;
  if (target == NULL && g_str_equal (folded, "id"))
    target = RK_IMPORT_ID;
  if (target == NULL)
    target = find_own (subject->kind, folded);
  if (target == NULL)
    target = find_synonym (subject->kind->name, subject->kind, folded);
  return target != NULL ? target : find_synonym (NULL, subject->kind, folded);
}

/* --- values ----------------------------------------------------------------------------------- */

/* By the name of the field; a value counts for the fields that have it. */
static const struct
{
  const char *field, *value, *words;
} values[] = {
  { "status", "in_use",
    "in gebruik|in productie|productie|gebruik|actief|gekozen|live|operationeel|active|i|"
    "aangesloten" },
  { "status", "planned", "gepland|toekomst|toekomstig|voorzien|in voorbereiding|p|in uitvoering" },
  { "status", "phasing_out", "uit te faseren|uitfaseren|wordt uitgefaseerd|afbouw|u" },
  { "status", "retired", "uitgefaseerd|gestopt|stopgezet|buiten gebruik|niet meer in gebruik|x" },
  { "status", "recognised", "erkendestandaard|erkende standaard|erkend" },
  { "status", "candidate", "kandidaatstandaard|kandidaat standaard|kandidaat" },
  { "status", "draft", "ontwerpstandaard|ontwerp standaard|ontwerp" },
  { "status", "working_note", "notawerkgroep|nota werkgroep|nota" },
  { "status", "none", "zonderstatus|zonder status|geen" },
  { "status", "withdrawn", "herroepenstandaard|herroepen standaard|herroepen|ingetrokken" },
  { "status", "not_used", "niet gebruikt|niet gekend|gekend|niet|nee" },
  { "status", "not_applicable", "niet van toepassing|nvt|n v t" },
  { "status", "development", "in ontwikkeling|ontwikkeling" },
  { "status", "test", "in test|teststatus" },
  { "status", "distribution", "verspreid|in distributie|distributie|verkrijgbaar" },
  { "status", "end_of_support", "einde ondersteuning|teruggetrokken" },
  { "licence", "proprietary", "proprietair|gesloten|commercieel|eigendom" },
  { "licence", "open_source", "opensource|open bron|vrije software" },
  { "delivery", "saas", "saas|online|online dienst|online dienst saas|cloud" },
  { "delivery", "on_premise", "op eigen servers|on premise|on premises|lokaal|eigen servers" },
  { "delivery", "hybrid", "hybride|beide|allebei" },
  { "hosting", "on_premise", "op eigen servers|on premise|on premises|lokaal|eigen servers" },
  { "hosting", "shared_government",
    "bij een ander bestuur|ander bestuur|intergemeentelijk|streek|intercommunale" },
  { "hosting", "supplier_belgium", "bij de leverancier in belgie|leverancier|belgie" },
  { "hosting", "cloud_eu", "cloud binnen de europese unie|cloud eu|eu|europa" },
  { "hosting", "cloud_outside_eu", "cloud buiten de europese unie|buiten eu|buiten europa" },
  { "criticality", "1", "laag|beperkt|low" },
  { "criticality", "2", "matig|gemiddeld|middel|medium" },
  { "criticality", "3", "hoog|high" },
  { "criticality", "4", "vitaal|kritiek|kritisch|zeer hoog|bedrijfskritisch|critical" },
  { "cost_period", "month", "per maand|maand|maandelijks|monthly" },
  { "cost_period", "quarter", "per kwartaal|kwartaal|driemaandelijks|quarterly" },
  { "cost_period", "year", "per jaar|jaar|jaarlijks|yearly" },
  { "cost_period", "once", "eenmalig" },
  { "direction", "forward", "van bron naar doel|heen|uit|uitgaand" },
  { "direction", "backward", "van doel naar bron|terug|in|inkomend" },
  { "direction", "both", "beide richtingen|beide|heen en terug|twee richtingen" },
  { "type", "standard", "standaard|norm|gestandaardiseerd" },
  { "type", "custom", "maatwerk|op maat" },
  { "type", "oslo", "oslo" },
  { "type", "source", "authentieke bron|bron" },
  { "type", "market", "marktstandaard|markt" },
  { "type", "municipality", "gemeente|stad|gemeente en ocmw" },
  { "type", "collaboration", "samenwerkingsverband|intercommunale|intergemeentelijk" },
  { "type", "government", "overheid|andere overheid|ocmw|provincie" },
  { "type", "other", "andere|ander" },
  { "transport", "web_service", "webservice|web service|api|rest|soap|xml" },
  { "transport", "message_queue", "wachtrij|berichtenwachtrij|mq" },
  { "transport", "file", "bestand|bestandsuitwisseling|ftp|sftp|csv" },
  { "transport", "database", "databank|databankkoppeling|dblink|sql" },
  { "transport", "portal", "portaal|opladen|upload" },
  { "transport", "other", "andere|ander" },
  { "claim", "claimed", "opgegeven|beweerd|volgens leverancier|claimt" },
  { "claim", "proven", "bewezen|getest|aangetoond" },
  { "claim", "refuted", "niet voldaan|weerlegd|niet gehaald" },
  { "obligation", "required", "verplicht|vereist" },
  { "obligation", "recommended", "aanbevolen" },
  { "step", "create", "creatie|ontstaan" },
  { "step", "use", "gebruik" },
  { "step", "share", "delen" },
  { "step", "store", "bewaren|opslag" },
  { "step", "archive", "archief|archiveren" },
  { "step", "destroy", "vernietiging|vernietigen" },
  { "value", "yes", "ja" },
  { "value", "partly", "deels|gedeeltelijk" },
  { "value", "no", "nee|neen" },
  { "value", "not_applicable", "niet van toepassing|nvt|n v t" },
  { "value", "unknown", "weet niet|onbekend" },
};

static const char unknown_words[] = "onbekend|unknown|niet bekend|weet niet";

/* A status that is written as the address of a concept: its last word. */
static const char *
skip_address (const char *text)
{
  return g_str_has_prefix (text, "http") && strrchr (text, '/') != NULL ? strrchr (text, '/') + 1
                                                                        : text;
}

static const char *
find_synonymous_value (const RkField *field, const char *folded)
{
  const char *meaning = g_str_has_suffix (field->name, "_status") ? "status" : field->name;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (g_str_equal (values[i].field, meaning) && is_word (values[i].words, folded))
      for (const RkEnumValue *v = field->values; v->value != NULL; v++)
        if (g_str_equal (v->value, values[i].value))
          return v->value;
  return NULL;
}

const char *
rk_import_find_value (const RkField *field, const char *text)
{
  g_autofree char *folded = rk_text_fold (skip_address (text));
  const char *found;

  for (const RkEnumValue *v = field->values; v->value != NULL; v++)
    if (g_str_equal (v->value, text) || is_called (v->value, folded) ||
        is_called (v->label, folded) || is_called (_ (v->label), folded))
      return v->value;
  found = *folded != '\0' ? find_synonymous_value (field, folded) : NULL;
  if (found != NULL)
    return found;
  return *folded == '\0' || is_word (unknown_words, folded) ? "" : NULL;
}

const char *
rk_import_find_truth (const char *text)
{
  g_autofree char *folded = rk_text_fold (text);

  if (is_word ("true|yes|ja|j|y|1|x|waar|wel|oui", folded))
    return *folded != '\0' ? "true" : "";
  if (is_word ("false|no|nee|neen|n|0|onwaar|niet|non", folded))
    return "false";
  return *folded == '\0' || is_word (unknown_words, folded) ? "" : NULL;
}
