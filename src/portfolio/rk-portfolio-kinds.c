/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-portfolio-kinds.h"
#include "rk-archimate-private.h"

#include <glib/gi18n-lib.h>

#define NAMED (RK_FIELD_REQUIRED | RK_FIELD_SEARCHABLE | RK_FIELD_INDEXED)

const RkEnumValue rk_lifecycle_statuses[] = {
  { "planned", N_ ("Planned") },
  { "in_use", N_ ("In use") },
  { "phasing_out", N_ ("Phasing out") },
  { "retired", N_ ("Retired") },
  { NULL },
};

static const RkEnumValue organisation_types[] = {
  { "municipality", N_ ("Municipality") },
  { "collaboration", N_ ("Collaboration of municipalities") },
  { "government", N_ ("Other government") },
  { "other", N_ ("Other organisation") },
  { NULL },
};

static const RkField organisation_fields[] = {
  { "name", N_ ("Name"), RK_FIELD_TEXT, NAMED },
  { "type", N_ ("Type"), RK_FIELD_ENUM, RK_FIELD_INDEXED, organisation_types },
  { "object_id", N_ ("Object ID"), RK_FIELD_TEXT, RK_FIELD_INDEXED },
  { "nis", N_ ("NIS code"), RK_FIELD_TEXT },
  { "kbo", N_ ("KBO number"), RK_FIELD_TEXT },
  { "ovo", N_ ("OVO code"), RK_FIELD_TEXT },
  { "size_class", N_ ("Size class"), RK_FIELD_TEXT },
  { "parent", N_ ("Part of"), RK_FIELD_REFERENCE, RK_FIELD_INDEXED, .target = "organisation" },
  { "valid_from", N_ ("Exists from"), RK_FIELD_DATE },
  { "valid_to", N_ ("Exists until"), RK_FIELD_DATE },
  { "merged_into", N_ ("Merged into"), RK_FIELD_REFERENCE, RK_FIELD_PLAIN,
    .target = "organisation" },
  { "notes", N_ ("Notes"), RK_FIELD_LONG_TEXT, RK_FIELD_SEARCHABLE },
  { NULL },
};

const RkKind rk_kind_organisation = {
  .name = "organisation",
  .label = N_ ("organisation"),
  .label_plural = N_ ("organisations"),
  .title_field = "name",
  .fields = organisation_fields,
};

static const RkField supplier_fields[] = {
  { "name", N_ ("Name"), RK_FIELD_TEXT, NAMED },
  { "object_id", N_ ("Object ID"), RK_FIELD_TEXT, RK_FIELD_INDEXED },
  { "kbo", N_ ("KBO number"), RK_FIELD_TEXT },
  { "country", N_ ("Country"), RK_FIELD_TEXT },
  { "parent_company", N_ ("Parent company"), RK_FIELD_TEXT },
  { "parent_country", N_ ("Country of the parent company"), RK_FIELD_TEXT },
  { "website", N_ ("Website"), RK_FIELD_TEXT },
  { "contact", N_ ("Contact"), RK_FIELD_TEXT, RK_FIELD_CONFIDENTIAL },
  { "email", N_ ("E-mail"), RK_FIELD_TEXT, RK_FIELD_CONFIDENTIAL },
  { "phone", N_ ("Telephone"), RK_FIELD_TEXT, RK_FIELD_CONFIDENTIAL },
  { "notes", N_ ("Notes"), RK_FIELD_LONG_TEXT, RK_FIELD_SEARCHABLE | RK_FIELD_CONFIDENTIAL },
  { NULL },
};

const RkKind rk_kind_supplier = {
  .name = "supplier",
  .label = N_ ("supplier"),
  .label_plural = N_ ("suppliers"),
  .title_field = "name",
  .fields = supplier_fields,
};

static const RkEnumValue licences[] = {
  { "proprietary", N_ ("Proprietary") },
  { "open_source", N_ ("Open source") },
  { NULL },
};

static const RkEnumValue deliveries[] = {
  { "saas", N_ ("Online service (SaaS)") },
  { "on_premise", N_ ("On own servers") },
  { "hybrid", N_ ("Both") },
  { NULL },
};

static const RkField product_fields[] = {
  { "name", N_ ("Name"), RK_FIELD_TEXT, NAMED },
  { "supplier", N_ ("Supplier"), RK_FIELD_REFERENCE, RK_FIELD_INDEXED, .target = "supplier" },
  { "object_id", N_ ("Object ID"), RK_FIELD_TEXT, RK_FIELD_INDEXED },
  { "description", N_ ("Description"), RK_FIELD_LONG_TEXT, RK_FIELD_SEARCHABLE },
  { "url", N_ ("Web page"), RK_FIELD_TEXT },
  { "licence", N_ ("Licence"), RK_FIELD_ENUM, RK_FIELD_PLAIN, licences },
  { "licence_name", N_ ("Name of the licence"), RK_FIELD_TEXT },
  { "delivery", N_ ("Delivery"), RK_FIELD_ENUM, RK_FIELD_PLAIN, deliveries },
  { "technology", N_ ("Supported technology"), RK_FIELD_TEXT },
  { "components", N_ ("Suitable for components"), RK_FIELD_REFERENCE_SET },
  { "draft", N_ ("Draft, not checked by the supplier"), RK_FIELD_BOOLEAN },
  { NULL },
};

const RkKind rk_kind_product = {
  .name = "product",
  .label = N_ ("product"),
  .label_plural = N_ ("products"),
  .title_field = "name",
  .fields = product_fields,
};

static const RkEnumValue version_statuses[] = {
  { "development", N_ ("In development") },
  { "test", N_ ("In test") },
  { "distribution", N_ ("Distributed") },
  { "end_of_support", N_ ("End of support") },
  { NULL },
};

static const RkField product_version_fields[] = {
  { "product", N_ ("Product"), RK_FIELD_REFERENCE, RK_FIELD_REQUIRED | RK_FIELD_INDEXED,
    .target = "product" },
  { "label", N_ ("Version"), RK_FIELD_TEXT, RK_FIELD_REQUIRED | RK_FIELD_SEARCHABLE },
  { "object_id", N_ ("Object ID"), RK_FIELD_TEXT, RK_FIELD_INDEXED },
  { "status", N_ ("Status"), RK_FIELD_ENUM, RK_FIELD_PLAIN, version_statuses },
  { "developed_on", N_ ("Start of development"), RK_FIELD_DATE },
  { "tested_on", N_ ("Start of test"), RK_FIELD_DATE },
  { "distributed_on", N_ ("Start of distribution"), RK_FIELD_DATE },
  { "end_of_support", N_ ("End of support"), RK_FIELD_DATE, RK_FIELD_INDEXED },
  { "notice", N_ ("Notice of compatibility and safety"), RK_FIELD_LONG_TEXT },
  { NULL },
};

const RkKind rk_kind_product_version = {
  .name = "product_version",
  .label = N_ ("version"),
  .label_plural = N_ ("versions"),
  .title_field = "label",
  .fields = product_version_fields,
};

static const RkEnumValue hostings[] = {
  { "on_premise", N_ ("On own servers") },
  { "shared_government", N_ ("With another government") },
  { "supplier_belgium", N_ ("With the supplier, in Belgium") },
  { "cloud_eu", N_ ("Cloud within the European Union") },
  { "cloud_outside_eu", N_ ("Cloud outside the European Union") },
  { NULL },
};

static const RkEnumValue criticalities[] = {
  { "1", N_ ("1 · Limited") },
  { "2", N_ ("2 · Moderate") },
  { "3", N_ ("3 · High") },
  { "4", N_ ("4 · Vital") },
  { NULL },
};

static const RkEnumValue security_levels[] = {
  { "0", N_ ("0 · None") },
  { "1", N_ ("1 · Low") },
  { "2", N_ ("2 · Medium") },
  { "3", N_ ("3 · High") },
  { NULL },
};

static const RkField application_fields[] = {
  { "name", N_ ("Name"), RK_FIELD_TEXT, NAMED },
  { "product", N_ ("Product"), RK_FIELD_REFERENCE, RK_FIELD_INDEXED, .target = "product" },
  { "version", N_ ("Version"), RK_FIELD_REFERENCE, RK_FIELD_INDEXED, .target = "product_version" },
  { "supplier", N_ ("Supplier"), RK_FIELD_REFERENCE, RK_FIELD_INDEXED, .target = "supplier" },
  { "status", N_ ("Status"), RK_FIELD_ENUM, RK_FIELD_INDEXED, rk_lifecycle_statuses },
  { "start_date", N_ ("In use from"), RK_FIELD_DATE, RK_FIELD_INDEXED },
  { "end_date", N_ ("In use until"), RK_FIELD_DATE, RK_FIELD_INDEXED },
  { "successor", N_ ("Successor"), RK_FIELD_REFERENCE, RK_FIELD_INDEXED, .target = "application" },
  { "object_id", N_ ("Object ID"), RK_FIELD_TEXT, RK_FIELD_INDEXED },
  { "description", N_ ("What it is used for"), RK_FIELD_LONG_TEXT, RK_FIELD_SEARCHABLE },
  { "owner", N_ ("Owner"), RK_FIELD_TEXT, RK_FIELD_SEARCHABLE },
  { "department", N_ ("Department"), RK_FIELD_TEXT, RK_FIELD_SEARCHABLE },
  { "domain", N_ ("Domain"), RK_FIELD_TEXT, RK_FIELD_SEARCHABLE | RK_FIELD_INDEXED },
  { "users", N_ ("Users"), RK_FIELD_INTEGER },
  { "criticality", N_ ("Criticality"), RK_FIELD_ENUM, RK_FIELD_INDEXED, criticalities },
  { "annual_cost", N_ ("Yearly cost"), RK_FIELD_MONEY, RK_FIELD_CONFIDENTIAL },
  { "hosting", N_ ("Hosting"), RK_FIELD_ENUM, RK_FIELD_INDEXED, hostings },
  { "hosting_country", N_ ("Country of the data"), RK_FIELD_TEXT },
  { "hosting_provider", N_ ("Hosting provider"), RK_FIELD_TEXT },
  { "key_owner", N_ ("Who holds the encryption keys"), RK_FIELD_TEXT },
  { "personal_data", N_ ("Personal data"), RK_FIELD_BOOLEAN, RK_FIELD_INDEXED },
  { "availability", N_ ("Availability"), RK_FIELD_ENUM, RK_FIELD_CONFIDENTIAL, security_levels },
  { "integrity", N_ ("Integrity"), RK_FIELD_ENUM, RK_FIELD_CONFIDENTIAL, security_levels },
  { "confidentiality", N_ ("Confidentiality"), RK_FIELD_ENUM, RK_FIELD_CONFIDENTIAL,
    security_levels },
  { "data_owner", N_ ("Owner of the data layer"), RK_FIELD_TEXT },
  { "data_form", N_ ("Form of the data layer"), RK_FIELD_TEXT },
  { "data_standard", N_ ("Standard of the data layer"), RK_FIELD_TEXT },
  { "process_owner", N_ ("Owner of the process layer"), RK_FIELD_TEXT },
  { "process_form", N_ ("Form of the process layer"), RK_FIELD_TEXT },
  { "process_standard", N_ ("Standard of the process layer"), RK_FIELD_TEXT },
  { "application_owner", N_ ("Owner of the application layer"), RK_FIELD_TEXT },
  { "application_form", N_ ("Form of the application layer"), RK_FIELD_TEXT },
  { "application_standard", N_ ("Standard of the application layer"), RK_FIELD_TEXT },
  { "vloca", N_ ("VLOCA component"), RK_FIELD_TEXT },
  { "external", N_ ("Run by another organisation"), RK_FIELD_BOOLEAN },
  { "notes", N_ ("Notes"), RK_FIELD_LONG_TEXT, RK_FIELD_SEARCHABLE | RK_FIELD_CONFIDENTIAL },
  { NULL },
};

const RkKind rk_kind_application = {
  .name = "application",
  .label = N_ ("application"),
  .label_plural = N_ ("applications"),
  .title_field = "name",
  .fields = application_fields,
};

/* An application fills in a reference component. The name is the one the component had when it was
 * chosen, so that one that vanished from the model still has one. */
static const RkField fit_fields[] = {
  { "application", N_ ("Application"), RK_FIELD_REFERENCE, RK_FIELD_REQUIRED | RK_FIELD_INDEXED,
    .target = "application" },
  { "component", N_ ("Reference component"), RK_FIELD_TEXT, RK_FIELD_REQUIRED | RK_FIELD_INDEXED },
  { "component_name", N_ ("Name of the component"), RK_FIELD_TEXT },
  { "weight", N_ ("Weight"), RK_FIELD_DECIMAL },
  { "start_date", N_ ("Applies from"), RK_FIELD_DATE },
  { "end_date", N_ ("Applies until"), RK_FIELD_DATE },
  { NULL },
};

const RkKind rk_kind_fit = {
  .name = "fit",
  .label = N_ ("place on the reference architecture"),
  .label_plural = N_ ("places on the reference architecture"),
  .title_field = "component_name",
  .fields = fit_fields,
};

static const RkEnumValue cost_periods[] = {
  { "month", N_ ("per month") },
  { "quarter", N_ ("per quarter") },
  { "year", N_ ("per year") },
  { "once", N_ ("once") },
  { NULL },
};

static const RkField contract_fields[] = {
  { "name", N_ ("Name"), RK_FIELD_TEXT, NAMED },
  { "contract_number", N_ ("Number"), RK_FIELD_TEXT, RK_FIELD_SEARCHABLE },
  { "supplier", N_ ("Supplier"), RK_FIELD_REFERENCE, RK_FIELD_INDEXED, .target = "supplier" },
  { "applications", N_ ("Applications"), RK_FIELD_REFERENCE_SET, RK_FIELD_PLAIN,
    .target = "application" },
  { "framework", N_ ("Framework agreement"), RK_FIELD_BOOLEAN },
  { "start_date", N_ ("Start"), RK_FIELD_DATE },
  { "end_date", N_ ("End"), RK_FIELD_DATE, RK_FIELD_INDEXED },
  { "notice_months", N_ ("Notice period in months"), RK_FIELD_INTEGER },
  { "tacit_renewal", N_ ("Tacit renewal"), RK_FIELD_BOOLEAN },
  { "renewal_months", N_ ("Renewed for months"), RK_FIELD_INTEGER },
  { "cost", N_ ("Cost"), RK_FIELD_MONEY, RK_FIELD_CONFIDENTIAL, .group = "cost" },
  { "cost_period", N_ ("Cost is"), RK_FIELD_ENUM, RK_FIELD_CONFIDENTIAL, cost_periods,
    .group = "cost" },
  { "ownership_arranged", N_ ("Ownership of the data is arranged"), RK_FIELD_BOOLEAN },
  { "exit_arranged", N_ ("Exit is arranged"), RK_FIELD_BOOLEAN },
  { "document", N_ ("Where the document is"), RK_FIELD_TEXT, RK_FIELD_CONFIDENTIAL },
  { "notes", N_ ("Notes"), RK_FIELD_LONG_TEXT, RK_FIELD_SEARCHABLE | RK_FIELD_CONFIDENTIAL },
  { NULL },
};

const RkKind rk_kind_contract = {
  .name = "contract",
  .label = N_ ("contract"),
  .label_plural = N_ ("contracts"),
  .title_field = "name",
  .fields = contract_fields,
};

static const RkEnumValue directions[] = {
  { "forward", N_ ("From source to target") },
  { "backward", N_ ("From target to source") },
  { "both", N_ ("Both ways") },
  { NULL },
};

static const RkEnumValue interface_types[] = {
  { "standard", N_ ("Standard") },
  { "custom", N_ ("Custom") },
  { NULL },
};

static const RkEnumValue transports[] = {
  { "web_service", N_ ("Web service (API)") },
  { "message_queue", N_ ("Message queue") },
  { "file", N_ ("File transfer") },
  { "database", N_ ("Database link") },
  { "portal", N_ ("Upload to a portal") },
  { "other", N_ ("Other") },
  { NULL },
};

/* One end may lie outside: then it has a name instead of a record. */
static const RkField interface_fields[] = {
  { "name", N_ ("Name"), RK_FIELD_TEXT, RK_FIELD_SEARCHABLE | RK_FIELD_INDEXED },
  { "source", N_ ("From"), RK_FIELD_REFERENCE, RK_FIELD_INDEXED, .target = "application" },
  { "source_name", N_ ("From, outside"), RK_FIELD_TEXT, RK_FIELD_SEARCHABLE },
  { "target", N_ ("To"), RK_FIELD_REFERENCE, RK_FIELD_INDEXED, .target = "application" },
  { "target_name", N_ ("To, outside"), RK_FIELD_TEXT, RK_FIELD_SEARCHABLE },
  { "direction", N_ ("Direction"), RK_FIELD_ENUM, RK_FIELD_PLAIN, directions },
  { "type", N_ ("Type"), RK_FIELD_ENUM, RK_FIELD_INDEXED, interface_types },
  { "standard", N_ ("Standard"), RK_FIELD_REFERENCE, RK_FIELD_INDEXED, .target = "standard" },
  { "transport", N_ ("Transport"), RK_FIELD_ENUM, RK_FIELD_PLAIN, transports },
  { "intermediary", N_ ("Intermediary"), RK_FIELD_TEXT },
  { "status", N_ ("Status"), RK_FIELD_ENUM, RK_FIELD_INDEXED, rk_lifecycle_statuses },
  { "since", N_ ("Since"), RK_FIELD_DATE },
  { "data", N_ ("Data"), RK_FIELD_TEXT, RK_FIELD_SEARCHABLE },
  { "frequency", N_ ("Frequency"), RK_FIELD_TEXT },
  { "personal_data", N_ ("Personal data"), RK_FIELD_BOOLEAN },
  { "shared_with_peers", N_ ("Colleagues may see it"), RK_FIELD_BOOLEAN },
  { "object_id", N_ ("Object ID"), RK_FIELD_TEXT, RK_FIELD_INDEXED },
  { "notes", N_ ("Notes"), RK_FIELD_LONG_TEXT, RK_FIELD_SEARCHABLE | RK_FIELD_CONFIDENTIAL },
  { NULL },
};

const RkKind rk_kind_interface = {
  .name = "interface",
  .label = N_ ("interface"),
  .label_plural = N_ ("interfaces"),
  .title_field = "name",
  .fields = interface_fields,
};

static const RkEnumValue standard_statuses[] = {
  { "recognised", N_ ("Recognised") },
  { "candidate", N_ ("Candidate") },
  { "draft", N_ ("Draft") },
  { "working_note", N_ ("Note of a working group") },
  { "none", N_ ("Without status") },
  { "withdrawn", N_ ("Withdrawn") },
  { NULL },
};

static const RkEnumValue standard_types[] = {
  { "oslo", N_ ("OSLO") },
  { "source", N_ ("Authentic source") },
  { "market", N_ ("Market standard") },
  { NULL },
};

static const RkField standard_fields[] = {
  { "name", N_ ("Name"), RK_FIELD_TEXT, NAMED },
  { "version", N_ ("Version"), RK_FIELD_TEXT },
  { "object_id", N_ ("Object ID"), RK_FIELD_TEXT, RK_FIELD_INDEXED },
  { "type", N_ ("Type"), RK_FIELD_ENUM, RK_FIELD_INDEXED, standard_types },
  { "category", N_ ("Category"), RK_FIELD_TEXT },
  { "status", N_ ("Status"), RK_FIELD_ENUM, RK_FIELD_INDEXED, standard_statuses },
  { "published_on", N_ ("Published on"), RK_FIELD_DATE },
  { "date_text", N_ ("Date as the source writes it"), RK_FIELD_TEXT },
  { "organisation", N_ ("Responsible organisation"), RK_FIELD_TEXT, RK_FIELD_SEARCHABLE },
  { "url", N_ ("Web page"), RK_FIELD_TEXT },
  { "description", N_ ("Description"), RK_FIELD_LONG_TEXT, RK_FIELD_SEARCHABLE },
  { NULL },
};

const RkKind rk_kind_standard = {
  .name = "standard",
  .label = N_ ("standard"),
  .label_plural = N_ ("standards"),
  .title_field = "name",
  .fields = standard_fields,
};

static const RkEnumValue claims[] = {
  { "claimed", N_ ("Claimed") },
  { "proven", N_ ("Proven") },
  { "refuted", N_ ("Not met when tested") },
  { NULL },
};

static const RkField product_standard_fields[] = {
  { "product", N_ ("Product"), RK_FIELD_REFERENCE, RK_FIELD_REQUIRED | RK_FIELD_INDEXED,
    .target = "product" },
  { "standard", N_ ("Standard"), RK_FIELD_REFERENCE, RK_FIELD_REQUIRED | RK_FIELD_INDEXED,
    .target = "standard" },
  { "claim", N_ ("Conformity"), RK_FIELD_ENUM, RK_FIELD_REQUIRED, claims },
  { "evidence", N_ ("Evidence"), RK_FIELD_TEXT },
  { "tested_on", N_ ("Tested on"), RK_FIELD_DATE },
  { NULL },
};

const RkKind rk_kind_product_standard = {
  .name = "product_standard",
  .label = N_ ("conformity to a standard"),
  .label_plural = N_ ("conformities to standards"),
  .title_field = "claim",
  .fields = product_standard_fields,
};

static const RkEnumValue obligations[] = {
  { "required", N_ ("Required") },
  { "recommended", N_ ("Recommended") },
  { NULL },
};

static const RkField component_standard_fields[] = {
  { "component", N_ ("Reference component"), RK_FIELD_TEXT, RK_FIELD_REQUIRED | RK_FIELD_INDEXED },
  { "standard", N_ ("Standard"), RK_FIELD_REFERENCE, RK_FIELD_REQUIRED | RK_FIELD_INDEXED,
    .target = "standard" },
  { "obligation", N_ ("Obligation"), RK_FIELD_ENUM, RK_FIELD_REQUIRED, obligations },
  { NULL },
};

const RkKind rk_kind_component_standard = {
  .name = "component_standard",
  .label = N_ ("standard of a component"),
  .label_plural = N_ ("standards of components"),
  .title_field = "component",
  .fields = component_standard_fields,
};

static const RkField building_block_fields[] = {
  { "name", N_ ("Name"), RK_FIELD_TEXT, NAMED },
  { "object_id", N_ ("Object ID"), RK_FIELD_TEXT, RK_FIELD_INDEXED },
  { "level", N_ ("Level"), RK_FIELD_TEXT },
  { "owner", N_ ("Owner"), RK_FIELD_TEXT },
  { "description", N_ ("Description"), RK_FIELD_LONG_TEXT, RK_FIELD_SEARCHABLE },
  { "url", N_ ("Web page"), RK_FIELD_TEXT },
  { NULL },
};

const RkKind rk_kind_building_block = {
  .name = "building_block",
  .label = N_ ("building block"),
  .label_plural = N_ ("building blocks"),
  .title_field = "name",
  .fields = building_block_fields,
};

static const RkEnumValue adoption_statuses[] = {
  { "not_applicable", N_ ("Not applicable") },
  { "not_used", N_ ("Not used") },
  { "planned", N_ ("Planned") },
  { "in_use", N_ ("In use") },
  { NULL },
};

/* Without an application it is about the administration as a whole. The official status comes from
 * a list of the owner of the block, beside what the administration says itself. */
static const RkField adoption_fields[] = {
  { "building_block", N_ ("Building block"), RK_FIELD_REFERENCE,
    RK_FIELD_REQUIRED | RK_FIELD_INDEXED, .target = "building_block" },
  { "application", N_ ("Application"), RK_FIELD_REFERENCE, RK_FIELD_INDEXED,
    .target = "application" },
  { "status", N_ ("Status"), RK_FIELD_ENUM, RK_FIELD_INDEXED, adoption_statuses },
  { "since", N_ ("Date"), RK_FIELD_DATE },
  { "source", N_ ("Source"), RK_FIELD_TEXT },
  { "official_status", N_ ("Official status"), RK_FIELD_ENUM, RK_FIELD_PLAIN, adoption_statuses,
    .group = "official" },
  { "official_date", N_ ("Date of the official status"), RK_FIELD_DATE, RK_FIELD_PLAIN,
    .group = "official" },
  { NULL },
};

const RkKind rk_kind_adoption = {
  .name = "adoption",
  .label = N_ ("use of a building block"),
  .label_plural = N_ ("uses of building blocks"),
  .title_field = "source",
  .fields = adoption_fields,
};

static const RkEnumValue grades[] = {
  { "1", N_ ("1 · Very dissatisfied") }, { "2", N_ ("2 · Dissatisfied") },
  { "3", N_ ("3 · Neutral") },           { "4", N_ ("4 · Satisfied") },
  { "5", N_ ("5 · Very satisfied") },    { NULL },
};

static const RkField rating_fields[] = {
  { "application", N_ ("Application"), RK_FIELD_REFERENCE, RK_FIELD_REQUIRED | RK_FIELD_INDEXED,
    .target = "application" },
  { "grade", N_ ("Satisfaction"), RK_FIELD_ENUM, RK_FIELD_REQUIRED, grades },
  { "aspect", N_ ("Aspect"), RK_FIELD_TEXT },
  { "remark", N_ ("Remark"), RK_FIELD_LONG_TEXT, RK_FIELD_CONFIDENTIAL },
  { "rated_by", N_ ("Rated by"), RK_FIELD_TEXT, RK_FIELD_CONFIDENTIAL },
  { "rated_on", N_ ("Rated on"), RK_FIELD_DATE },
  { NULL },
};

const RkKind rk_kind_rating = {
  .name = "rating",
  .label = N_ ("rating"),
  .label_plural = N_ ("ratings"),
  .title_field = "grade",
  .fields = rating_fields,
};

static const RkEnumValue regie_values[] = {
  { "0", N_ ("0") },
  { "25", N_ ("25") },
  { "50", N_ ("50") },
  { "75", N_ ("75") },
  { "100", N_ ("100") },
  { "unknown", N_ ("Do not know") },
  { "not_applicable", N_ ("Not applicable") },
  { NULL },
};

/* The questions and what their values mean are in the analysis (rk-regie.h). Its id is derived from
 * application and question, so that two colleagues answer the same record. */
static const RkField regie_answer_fields[] = {
  { "application", N_ ("Application"), RK_FIELD_REFERENCE, RK_FIELD_REQUIRED | RK_FIELD_INDEXED,
    .target = "application" },
  { "question", N_ ("Question"), RK_FIELD_TEXT, RK_FIELD_REQUIRED | RK_FIELD_INDEXED },
  { "value", N_ ("Answer"), RK_FIELD_ENUM, RK_FIELD_REQUIRED, regie_values },
  { "evidence", N_ ("Evidence"), RK_FIELD_TEXT, RK_FIELD_CONFIDENTIAL },
  { "answered_on", N_ ("Answered on"), RK_FIELD_DATE },
  { "answered_by", N_ ("Answered by"), RK_FIELD_TEXT },
  { "scheme_version", N_ ("Version of the questions"), RK_FIELD_TEXT },
  { NULL },
};

const RkKind rk_kind_regie_answer = {
  .name = "regie_answer",
  .label = N_ ("answer about control"),
  .label_plural = N_ ("answers about control"),
  .title_field = "question",
  .fields = regie_answer_fields,
};

/* What the score is made with (rk-regie.h). A change is a new record, so that an answer can name
 * the version that it was given under; the one made last counts. */
static const RkField regie_scheme_fields[] = {
  { "version", N_ ("Version"), RK_FIELD_TEXT, RK_FIELD_REQUIRED },
  { "weight_data", N_ ("Weight of the data layer"), RK_FIELD_DECIMAL },
  { "weight_process", N_ ("Weight of the process layer"), RK_FIELD_DECIMAL },
  { "weight_application", N_ ("Weight of the application layer"), RK_FIELD_DECIMAL },
  { "min_coverage", N_ ("Answered at least, in percent"), RK_FIELD_DECIMAL },
  { "min_answers", N_ ("Answers in each layer, at least"), RK_FIELD_INTEGER },
  { "band_dependent", N_ ("“Dependent” from"), RK_FIELD_DECIMAL },
  { "band_shared", N_ ("“Shared control” from"), RK_FIELD_DECIMAL },
  { "band_control", N_ ("“In control” from"), RK_FIELD_DECIMAL },
  { NULL },
};

const RkKind rk_kind_regie_scheme = {
  .name = "regie_scheme",
  .label = N_ ("weights of control"),
  .label_plural = N_ ("weights of control"),
  .title_field = "version",
  .fields = regie_scheme_fields,
};

static const RkField dataset_fields[] = {
  { "name", N_ ("Name"), RK_FIELD_TEXT, NAMED },
  { "owner", N_ ("Owner"), RK_FIELD_TEXT, RK_FIELD_SEARCHABLE },
  { "description", N_ ("Description"), RK_FIELD_LONG_TEXT, RK_FIELD_SEARCHABLE },
  { "authentic_source", N_ ("Authentic source"), RK_FIELD_TEXT },
  { "standard", N_ ("Standard"), RK_FIELD_REFERENCE, RK_FIELD_PLAIN, .target = "standard" },
  { "personal_data", N_ ("Personal data"), RK_FIELD_BOOLEAN },
  { "legal_basis", N_ ("Legal basis"), RK_FIELD_TEXT },
  { "retention_months", N_ ("Retention in months"), RK_FIELD_INTEGER },
  { "final_destination", N_ ("Final destination"), RK_FIELD_TEXT },
  { NULL },
};

const RkKind rk_kind_dataset = {
  .name = "dataset",
  .label = N_ ("dataset"),
  .label_plural = N_ ("datasets"),
  .title_field = "name",
  .fields = dataset_fields,
};

static const RkEnumValue flow_steps[] = {
  { "create", N_ ("Creation") },
  { "use", N_ ("Use") },
  { "share", N_ ("Sharing") },
  { "store", N_ ("Keeping") },
  { "archive", N_ ("Archive") },
  { "destroy", N_ ("Destruction") },
  { NULL },
};

static const RkField dataset_flow_fields[] = {
  { "dataset", N_ ("Dataset"), RK_FIELD_REFERENCE, RK_FIELD_REQUIRED | RK_FIELD_INDEXED,
    .target = "dataset" },
  { "step", N_ ("Step"), RK_FIELD_ENUM, RK_FIELD_REQUIRED, flow_steps },
  { "application", N_ ("Application"), RK_FIELD_REFERENCE, RK_FIELD_INDEXED,
    .target = "application" },
  { "interface", N_ ("Interface"), RK_FIELD_REFERENCE, RK_FIELD_PLAIN, .target = "interface" },
  { "months", N_ ("After months"), RK_FIELD_INTEGER },
  { "remark", N_ ("Remark"), RK_FIELD_LONG_TEXT },
  { NULL },
};

const RkKind rk_kind_dataset_flow = {
  .name = "dataset_flow",
  .label = N_ ("step of a dataset"),
  .label_plural = N_ ("steps of datasets"),
  .title_field = "step",
  .fields = dataset_flow_fields,
};

static const RkEnumValue principle_values[] = {
  { "yes", N_ ("Yes") },
  { "partly", N_ ("Partly") },
  { "no", N_ ("No") },
  { "not_applicable", N_ ("Not applicable") },
  { NULL },
};

/* Without an application it is about the administration as a whole. */
static const RkField principle_answer_fields[] = {
  { "principle", N_ ("Principle"), RK_FIELD_TEXT, RK_FIELD_REQUIRED | RK_FIELD_INDEXED },
  { "application", N_ ("Application"), RK_FIELD_REFERENCE, RK_FIELD_INDEXED,
    .target = "application" },
  { "value", N_ ("Answer"), RK_FIELD_ENUM, RK_FIELD_REQUIRED, principle_values },
  { "reason", N_ ("Reason"), RK_FIELD_LONG_TEXT, RK_FIELD_SEARCHABLE },
  { "answered_on", N_ ("Answered on"), RK_FIELD_DATE },
  { NULL },
};

const RkKind rk_kind_principle_answer = {
  .name = "principle_answer",
  .label = N_ ("answer about a principle"),
  .label_plural = N_ ("answers about principles"),
  .title_field = "principle",
  .fields = principle_answer_fields,
};

/* A release of a reference architecture. Its concepts and views stand in tables of their own
 * (archimate/), because an imported model is one step of history. */
static const RkField architecture_fields[] = {
  { "name", N_ ("Name"), RK_FIELD_TEXT, NAMED },
  { "identifier", N_ ("Identifier"), RK_FIELD_TEXT, RK_FIELD_INDEXED },
  { "release", N_ ("Release"), RK_FIELD_TEXT },
  { "released_on", N_ ("Released on"), RK_FIELD_DATE },
  { "file_name", N_ ("File"), RK_FIELD_TEXT },
  { "hash", N_ ("Checksum"), RK_FIELD_TEXT },
  { "current", N_ ("In use"), RK_FIELD_BOOLEAN, RK_FIELD_INDEXED },
  { "previous", N_ ("Replaces"), RK_FIELD_REFERENCE, RK_FIELD_PLAIN, .target = "architecture" },
  { "imported_at", N_ ("Imported on"), RK_FIELD_TIME },
  { NULL },
};

const RkKind rk_kind_architecture = {
  .name = "architecture",
  .label = N_ ("reference architecture"),
  .label_plural = N_ ("reference architectures"),
  .title_field = "name",
  .fields = architecture_fields,
  .content = rk_archimate_content,
};

/* A plate of one's own: chosen components, laid out by the program. */
static const RkField plate_fields[] = {
  { "name", N_ ("Name"), RK_FIELD_TEXT, NAMED },
  { "architecture", N_ ("Reference architecture"), RK_FIELD_REFERENCE, RK_FIELD_INDEXED,
    .target = "architecture" },
  { "components", N_ ("Components"), RK_FIELD_REFERENCE_SET },
  { NULL },
};

const RkKind rk_kind_plate = {
  .name = "plate",
  .label = N_ ("plate"),
  .label_plural = N_ ("plates"),
  .title_field = "name",
  .fields = plate_fields,
};

/* A saved drawing of interfaces: where each application stands is kept per drawing, as a JSON
 * object of id to [x, y]. */
static const RkField diagram_fields[] = {
  { "name", N_ ("Name"), RK_FIELD_TEXT, NAMED },
  { "centre", N_ ("Around"), RK_FIELD_REFERENCE, RK_FIELD_PLAIN, .target = "application" },
  { "centre_name", N_ ("Around, outside"), RK_FIELD_TEXT },
  { "hops", N_ ("Steps away"), RK_FIELD_INTEGER },
  { "positions", N_ ("Positions"), RK_FIELD_LONG_TEXT },
  { NULL },
};

const RkKind rk_kind_diagram = {
  .name = "diagram",
  .label = N_ ("diagram"),
  .label_plural = N_ ("diagrams"),
  .title_field = "name",
  .fields = diagram_fields,
};

const RkKind *const rk_portfolio_kinds[] = {
  &rk_kind_organisation,
  &rk_kind_supplier,
  &rk_kind_product,
  &rk_kind_product_version,
  &rk_kind_application,
  &rk_kind_fit,
  &rk_kind_contract,
  &rk_kind_standard,
  &rk_kind_interface,
  &rk_kind_product_standard,
  &rk_kind_component_standard,
  &rk_kind_building_block,
  &rk_kind_adoption,
  &rk_kind_rating,
  &rk_kind_regie_answer,
  &rk_kind_regie_scheme,
  &rk_kind_dataset,
  &rk_kind_dataset_flow,
  &rk_kind_principle_answer,
  &rk_kind_architecture,
  &rk_kind_plate,
  &rk_kind_diagram,
  NULL,
};
