/* SPDX-License-Identifier: EUPL-1.2 */
/* The types of questions, and what each brings. */
#include "config.h"
#include "rk-xlsform-private.h"

#include <string.h>

#define UPLOAD(word, media)                                                                        \
  {                                                                                                \
    word, "upload", "binary", media                                                                \
  }
#define INPUT(word, kind)                                                                          \
  {                                                                                                \
    word, "input", kind                                                                            \
  }
#define PROPERTY(word, property)                                                                   \
  {                                                                                                \
    word, NULL, "string", NULL, "property", property                                               \
  }
#define STAMP(word, moment)                                                                        \
  {                                                                                                \
    word, NULL, "dateTime", NULL, "timestamp", moment                                              \
  }
#define DAYS(word, limit)                                                                          \
  {                                                                                                \
    word, "input", "int", NULL, NULL, NULL, "0 <= . and . <= " limit,                              \
        "Enter a number 0-" limit "."                                                              \
  }

static const RkXfType types[] = {
  INPUT ("text", "string"),
  INPUT ("string", "string"),
  INPUT ("q string", "string"),
  INPUT ("add text prompt", "string"),
  INPUT ("integer", "int"),
  INPUT ("int", "int"),
  INPUT ("q int", "int"),
  INPUT ("add integer prompt", "int"),
  INPUT ("decimal", "decimal"),
  INPUT ("q decimal", "decimal"),
  INPUT ("add decimal prompt", "decimal"),
  { "range", "range", "int" },
  { "select one", "select1", "string" },
  { "select all that apply", "select", "string" },
  { "rank", "odk:rank", "odk:rank" },
  { "note", "input", "string", .fixed = TRUE },
  { "q note", "input", "string", .fixed = TRUE },
  { "add note prompt", "input", "string", .fixed = TRUE },
  INPUT ("geopoint", "geopoint"),
  INPUT ("gps", "geopoint"),
  INPUT ("location", "geopoint"),
  INPUT ("q geopoint", "geopoint"),
  INPUT ("q location", "geopoint"),
  INPUT ("add location prompt", "geopoint"),
  INPUT ("geotrace", "geotrace"),
  INPUT ("q geotrace", "geotrace"),
  INPUT ("geoshape", "geoshape"),
  INPUT ("q geoshape", "geoshape"),
  INPUT ("date", "date"),
  INPUT ("q date", "date"),
  INPUT ("add date prompt", "date"),
  INPUT ("time", "time"),
  INPUT ("dateTime", "dateTime"),
  INPUT ("datetime", "dateTime"),
  INPUT ("date time", "dateTime"),
  INPUT ("q date time", "dateTime"),
  INPUT ("q dateTime", "dateTime"),
  INPUT ("add date time prompt", "dateTime"),
  INPUT ("add dateTime prompt", "dateTime"),
  UPLOAD ("image", "image/*"),
  UPLOAD ("photo", "image/*"),
  UPLOAD ("q picture", "image/*"),
  UPLOAD ("q image", "image/*"),
  UPLOAD ("add image prompt", "image/*"),
  UPLOAD ("add photo prompt", "image/*"),
  UPLOAD ("audio", "audio/*"),
  UPLOAD ("q audio", "audio/*"),
  UPLOAD ("add audio prompt", "audio/*"),
  UPLOAD ("video", "video/*"),
  UPLOAD ("q video", "video/*"),
  UPLOAD ("add video prompt", "video/*"),
  UPLOAD ("file", "application/*"),
  UPLOAD ("add file prompt", "application/*"),
  UPLOAD ("osm", "osm/*"),
  INPUT ("barcode", "barcode"),
  INPUT ("q barcode", "barcode"),
  INPUT ("add barcode prompt", "barcode"),
  { "calculate", NULL, "string" },
  { "q calculate", NULL, "string" },
  { "add calculate prompt", NULL, "string" },
  { "hidden", NULL, "string" },
  { "acknowledge", "trigger", "string" },
  { "q acknowledge", "trigger", "string" },
  { "add acknowledge prompt", "trigger", "string" },
  { "trigger", "trigger", "string" },
  { "background-audio", NULL, "binary" },
  { "start-geopoint", NULL, "geopoint" },
  { "background-geopoint", NULL, "geopoint" },
  { "audit", NULL, "binary" },
  { "xml-external" },
  { "csv-external" },
  STAMP ("start", "start"),
  STAMP ("start time", "start"),
  STAMP ("get start time", "start"),
  STAMP ("end", "end"),
  STAMP ("end time", "end"),
  STAMP ("get end time", "end"),
  { "today", NULL, "date", NULL, "date", "today" },
  { "get today", NULL, "date", NULL, "date", "today" },
  PROPERTY ("deviceid", "deviceid"),
  PROPERTY ("device id", "deviceid"),
  PROPERTY ("get device id", "deviceid"),
  PROPERTY ("imei", "deviceid"),
  PROPERTY ("uri:deviceid", "uri:deviceid"),
  PROPERTY ("username", "username"),
  PROPERTY ("uri:username", "uri:username"),
  PROPERTY ("email", "email"),
  PROPERTY ("uri:email", "uri:email"),
  PROPERTY ("phonenumber", "phonenumber"),
  PROPERTY ("get phone number", "phonenumber"),
  PROPERTY ("uri:phonenumber", "uri:phonenumber"),
  PROPERTY ("subscriberid", "subscriberid"),
  PROPERTY ("subscriber id", "subscriberid"),
  PROPERTY ("get subscriber id", "subscriberid"),
  PROPERTY ("uri:subscriberid", "uri:subscriberid"),
  PROPERTY ("simserial", "simserial"),
  PROPERTY ("sim id", "simserial"),
  PROPERTY ("get sim id", "simserial"),
  PROPERTY ("uri:simserial", "uri:simserial"),
  { "phone number", "input", "string", NULL, NULL, NULL, "regex(., '^\\d*$')",
    "Enter numbers only." },
  { "percentage", "input", "int", NULL, NULL, NULL, "0 <= . and . <= 100" },
  DAYS ("number of days in last month", "31"),
  DAYS ("number of days in last six months", "183"),
  DAYS ("number of days in last year", "365"),
};

const RkXfType *
rk_xf_type_find (const char *name)
{
  g_autofree char *spaced = g_strdelimit (g_strdup (name), "_", ' ');

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].name, name))
      return &types[i];
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_ascii_strcasecmp (types[i].name, name) == 0 ||
        g_ascii_strcasecmp (types[i].name, spaced) == 0)
      return &types[i];
  return NULL;
}

GPtrArray *
rk_xf_type_list (void)
{
  static const char *const sections[] = { "begin_group",          "end_group",
                                          "begin_repeat",         "end_repeat",
                                          "select_one",           "select_multiple",
                                          "select_one_from_file", "select_multiple_from_file" };
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_ptr_array_add (names, (gpointer) types[i].name);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    g_ptr_array_add (names, (gpointer) sections[i]);
  return names;
}
