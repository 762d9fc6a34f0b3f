/* SPDX-License-Identifier: EUPL-1.2 */
/* What becomes of each column and type: the XForm as pyxform's conventions have it. */
#include "xlsform-fixture.h"

typedef xmlDoc Doc;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Doc, xmlFreeDoc)

#define ROOT "/h:html/h:head/x:model/x:instance[1]/*"
#define BODY "/h:html/h:body"

/* --- types ------------------------------------------------------------------------------------ */

static void
test_types_bring_their_control_and_bind (void)
{
  static const struct
  {
    const char *type, *control, *bind, *mediatype, *preload;
  } types[] = {
    { "text", "input", "string" },
    { "integer", "input", "int" },
    { "decimal", "input", "decimal" },
    { "date", "input", "date" },
    { "time", "input", "time" },
    { "dateTime", "input", "dateTime" },
    { "datetime", "input", "dateTime" },
    { "geopoint", "input", "geopoint" },
    { "geotrace", "input", "geotrace" },
    { "geoshape", "input", "geoshape" },
    { "barcode", "input", "barcode" },
    { "note", "input", "string" },
    { "image", "upload", "binary", "image/*" },
    { "audio", "upload", "binary", "audio/*" },
    { "video", "upload", "binary", "video/*" },
    { "file", "upload", "binary", "application/*" },
    { "acknowledge", "trigger", "string" },
    { "trigger", "trigger", "string" },
    { "range", "range", "int" },
    { "select_one l", "select1", "string" },
    { "select_multiple l", "select", "string" },
    { "select one l", "select1", "string" },
    { "rank l", "rank", "odk:rank" },
    { "hidden", NULL, "string" },
    { "start", NULL, "dateTime", NULL, "timestamp" },
    { "end", NULL, "dateTime", NULL, "timestamp" },
    { "today", NULL, "date", NULL, "date" },
    { "deviceid", NULL, "string", NULL, "property" },
    { "username", NULL, "string", NULL, "property" },
    { "email", NULL, "string", NULL, "property" },
    { "phonenumber", NULL, "string", NULL, "property" },
    { "Text", "input", "string" },
    { "SELECT_ONE l", "select1", "string" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *md = g_strdup_printf ("| survey |\n| | type | name | label |\n"
                                             "| | %s | q | Q |\n| | text | z | Z |\n"
                                             "| choices |\n| | list_name | name | label |\n"
                                             "| | l | a | A |\n",
                                             types[i].type);
      g_autoptr (Doc) doc = xform_from_md (md);

      assert_xpath (doc, "local-name(" BODY "/*[@ref='/data/q'])",
                    types[i].control != NULL ? types[i].control : "");
      assert_xpath (doc, BIND ("q") "/@type", types[i].bind);
      assert_xpath (doc, BODY "/*[@ref='/data/q']/@mediatype", types[i].mediatype);
      assert_xpath (doc, BIND ("q") "/@jr:preload", types[i].preload);
      assert_xpath (doc, "boolean(" ROOT "/x:q)", "true");
    }
}

static void
test_notes_cannot_be_changed (void)
{
  g_autoptr (Doc) doc = xform_from_md ("| survey |\n| | type | name | label |\n"
                                       "| | note | | Nameless |\n");

  assert_xpath (doc, BIND ("generated_note_name_2") "/@readonly", "true()");
}

static void
test_what_is_not_seen_has_no_control (void)
{
  g_autoptr (Doc) doc =
      xform_from_md ("| survey |\n| | type | name | label | calculation | default |\n"
                     "| | calculate | a | | 1 + 1 | |\n"
                     "| | calculate | b | | | now() |\n"
                     "| | integer | c | | 2 | |\n"
                     "| | integer | d | D | 3 | |\n");

  assert_xpath (doc, "count(" BODY "/*)", "1");
  assert_xpath (doc, BODY "/x:input/@ref", "/data/d");
  assert_xpath (doc, BIND ("a") "/@calculate", "1 + 1");
  assert_xpath (doc, "//x:setvalue[@ref='/data/b' and @event='odk-instance-first-load']/@value",
                "now()");
}

static void
test_sensors_are_actions (void)
{
  g_autoptr (Doc) doc =
      xform_from_md ("| survey |\n| | type | name | label | trigger | parameters |\n"
                     "| | text | q | Q | | |\n"
                     "| | start-geopoint | a | | | |\n"
                     "| | background-geopoint | b | | ${q} | |\n"
                     "| | background-audio | c | | | quality=low |\n");

  assert_xpath (doc, "//x:model/odk:setgeopoint[@ref='/data/a']/@event", "odk-instance-first-load");
  assert_xpath (doc, BODY "/x:input[@ref='/data/q']/odk:setgeopoint[@ref='/data/b']/@event",
                "xforms-value-changed");
  assert_xpath (doc, "//x:model/odk:recordaudio[@ref='/data/c']/@event", "odk-instance-load");
  assert_xpath (doc, "//odk:recordaudio/@odk:quality", "low");
  assert_xpath (doc, BIND ("b") "/@type", "geopoint");
}

/* --- columns ---------------------------------------------------------------------------------- */

static void
test_columns_go_by_many_names (void)
{
  g_autoptr (Doc) doc = xform_from_md (
      "| survey |\n"
      "| | Type | NAME | caption | Read Only | relevance | Constraint | Constraint Message | "
      "Required | required_message | Calculation | Appearance | body::accuracy | bind::odk:x | "
      "instance::odk:y | autoplay |\n"
      "| | text | a | A | yes | 1 = 1 | . != '' | Fill in | TRUE | Needed | 'x' | multiline | 5 | "
      "6 | 7 | audio |\n"
      "| | text | b | B | ja | | | | nee | | | | | | | |\n");

  assert_xpath (doc, BIND ("a") "/@readonly", "true()");
  assert_xpath (doc, BIND ("a") "/@relevant", "1 = 1");
  assert_xpath (doc, BIND ("a") "/@constraint", ". != ''");
  assert_xpath (doc, BIND ("a") "/@jr:constraintMsg", "Fill in");
  assert_xpath (doc, BIND ("a") "/@required", "true()");
  assert_xpath (doc, BIND ("a") "/@jr:requiredMsg", "Needed");
  assert_xpath (doc, BIND ("a") "/@calculate", "'x'");
  assert_xpath (doc, BIND ("a") "/@odk:x", "6");
  assert_xpath (doc, BODY "/x:input[1]/@appearance", "multiline");
  assert_xpath (doc, BODY "/x:input[1]/@accuracy", "5");
  assert_xpath (doc, BODY "/x:input[1]/@autoplay", "audio");
  assert_xpath (doc, ROOT "/x:a/@odk:y", "7");
  assert_xpath (doc, BODY "/x:input[1]/x:label", "A");
  assert_xpath (doc, BIND ("b") "/@readonly", "true()");
  assert_xpath (doc, BIND ("b") "/@required", "false()");
}

static void
test_single_colons_still_work (void)
{
  g_autoptr (Doc) doc =
      xform_from_md ("| survey |\n| | type | name | label:English | media:image:English | "
                     "bind:jr:constraintMsg | jr:count |\n"
                     "| | text | a | Hello | a.png | No | |\n");

  assert_xpath (doc, "//x:translation[@lang='English']/x:text[@id='/data/a:label']/x:value[1]",
                "Hello");
  assert_xpath (doc, "//x:text[@id='/data/a:label']/x:value[@form='image']", "jr://images/a.png");
  assert_xpath (doc, BIND ("a") "/@jr:constraintMsg", "No");
}

static void
test_cells_are_cleaned (void)
{
  g_autoptr (Doc) doc =
      xform_from_md ("| survey |\n| | \xef\xbb\xbftype | name | label | relevant |\n"
                     "| |  text\xc2\xa0| a |  “Two”   words\\nand a line | ‘a’ = 'a' |\n");

  assert_xpath (doc, BODY "/x:input/x:label", "\"Two\" words\nand a line");
  assert_xpath (doc, BIND ("a") "/@relevant", "'a' = 'a'");
}

static void
test_cells_stay_as_they_are_when_asked (void)
{
  g_autoptr (Doc) doc = xform_from_md ("| survey |\n| | type | name | label |\n"
                                       "| | text | a | “Two”   words |\n"
                                       "| settings |\n| | clean_text_values |\n| | no |\n");

  assert_xpath (doc, BODY "/x:input/x:label", "“Two”   words");
}

static void
test_disabled_rows_are_left_out (void)
{
  g_autoptr (Doc) doc = xform_from_md ("| survey |\n| | type | name | label | disabled |\n"
                                       "| | text | a | A | yes |\n| | text | b | B | no |\n"
                                       "| | | | | |\n| | text | c | C | |\n");

  assert_xpath (doc, "count(" BODY "/x:input)", "2");
}

static void
test_defaults_are_texts_or_actions (void)
{
  static const struct
  {
    const char *type, *value;
    gboolean dynamic;
  } cases[] = {
    { "integer", "foo", FALSE },
    { "integer", "123", FALSE },
    { "text", "https://my-site.com", FALSE },
    { "text", "(https://mysite.com)", FALSE },
    { "text", "go to https://mysite.com", FALSE },
    { "text", "Repeat after me: '~!@#$%^&()_", FALSE },
    { "text", "not_func$", FALSE },
    { "text", "f-g", FALSE },
    { "text", "./f-4", FALSE },
    { "integer", "1-1", FALSE },
    { "date", "2022-03-14", FALSE },
    { "date", "-2022-03-14", FALSE },
    { "time", "01:02:55-07:00", FALSE },
    { "dateTime", "2022-03-14T01:02:55-07:00", FALSE },
    { "geopoint", "32.7377112 -117.1288399 14 5.01", FALSE },
    { "geotrace", "32.7 -117.1 14 5.01;32.7 -117.9 14 5.01", FALSE },
    { "integer", "random()", TRUE },
    { "text", "concat('my', \"str\")", TRUE },
    { "integer", "7 - 4", TRUE },
    { "text", "3 mod 3", TRUE },
    { "text", "2 + 3 * 4", TRUE },
    { "date", "concat('2022-03', '-14')", TRUE },
    { "text", "${z}", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *md = g_strdup_printf ("| survey |\n| | type | name | label | default |\n"
                                             "| | text | z | Z | |\n| | %s | q | Q | %s |\n",
                                             cases[i].type, cases[i].value);
      g_autoptr (Doc) doc = xform_from_md (md);

      g_test_message ("%s", cases[i].value);
      assert_xpath (doc, "string(" ROOT "/x:q)", cases[i].dynamic ? "" : cases[i].value);
      assert_xpath (doc, "count(//x:setvalue[@ref='/data/q'])", cases[i].dynamic ? "1" : "0");
    }
}

static void
test_image_defaults_stand_among_the_images (void)
{
  g_autoptr (Doc) doc = xform_from_md ("| survey |\n| | type | name | label | default |\n"
                                       "| | image | a | A | kaart.png |\n");

  assert_xpath (doc, ROOT "/x:a", "jr://images/kaart.png");
}

static void
test_parameters_become_attributes (void)
{
  g_autoptr (Doc) doc =
      xform_from_md ("| survey |\n| | type | name | label | parameters |\n"
                     "| | text | a | A | rows = 5 |\n"
                     "| | image | b | B | max-pixels=640 |\n"
                     "| | audio | c | C | quality=voice-only |\n"
                     "| | geopoint | d | D | capture-accuracy=2.5; warning-accuracy=10; "
                     "allow-mock-accuracy=true |\n"
                     "| | range | e | E | start=0, end=2, step=0.5 |\n"
                     "| | range | f | F | |\n"
                     "| | audit | | | track-changes=true identify-user=true |\n");

  assert_xpath (doc, BODY "/*[@ref='/data/a']/@rows", "5");
  assert_xpath (doc, BIND ("b") "/@orx:max-pixels", "640");
  assert_xpath (doc, BIND ("c") "/@odk:quality", "voice-only");
  assert_xpath (doc, BODY "/*[@ref='/data/d']/@accuracyThreshold", "2.5");
  assert_xpath (doc, BODY "/*[@ref='/data/d']/@unacceptableAccuracyThreshold", "10");
  assert_xpath (doc, BIND ("d") "/@odk:allow-mock-accuracy", "true");
  assert_xpath (doc, BIND ("e") "/@type", "decimal");
  assert_xpath (doc, BODY "/*[@ref='/data/e']/@step", "0.5");
  assert_xpath (doc, BIND ("f") "/@type", "int");
  assert_xpath (doc, BODY "/*[@ref='/data/f']/@end", "10");
  assert_xpath (doc, BIND ("meta/audit") "/@odk:track-changes", "true");
  assert_xpath (doc, BIND ("meta/audit") "/@type", "binary");
}

static void
test_triggers_set_values (void)
{
  g_autoptr (Doc) doc =
      xform_from_md ("| survey |\n| | type | name | label | trigger | calculation |\n"
                     "| | text | a | A | | |\n| | text | b | B | | |\n"
                     "| | dateTime | c | | ${a} | now() |\n"
                     "| | text | d | D | ${a}, ${b} | concat(${a}, ${b}) |\n"
                     "| | text | e | E | ${b} | |\n"
                     "| | begin group | g | G | ${a} | |\n| | text | f | F | | |\n"
                     "| | end group | | | | |\n");

  assert_xpath (doc, "count(" BODY "/x:input[@ref='/data/a']/x:setvalue)", "2");
  assert_xpath (doc, BODY "/x:input[@ref='/data/b']/x:setvalue[@ref='/data/d']/@value",
                "concat( /data/a ,  /data/b )");
  assert_xpath (doc, "count(//x:setvalue[@ref='/data/e']/@value)", "0");
  assert_xpath (doc, BIND ("c") "/@calculate", NULL);
  assert_xpath (doc, "count(" BODY "/*[@ref='/data/c'])", "0");
}

/* --- groups and repeats ----------------------------------------------------------------------- */

static void
test_groups_nest (void)
{
  g_autoptr (Doc) doc =
      xform_from_md ("| survey |\n| | type | name | label | relevant | appearance | hint |\n"
                     "| | begin group | g | G | 1 = 1 | field-list | H |\n"
                     "| | begin_group | h | | | | |\n"
                     "| | text | a | A | | | |\n"
                     "| | end_group | | | | | |\n| | end group | | | | | |\n");

  assert_xpath (doc, BODY "/x:group[@ref='/data/g']/@appearance", "field-list");
  assert_xpath (doc, BODY "/x:group/x:label", "G");
  assert_xpath (doc, BODY "/x:group/x:hint", "H");
  assert_xpath (doc, "count(//x:group[@ref='/data/g/h']/x:label)", "0");
  assert_xpath (doc, BODY "/x:group/x:group/x:input/@ref", "/data/g/h/a");
  assert_xpath (doc, BIND ("g") "/@relevant", "1 = 1");
  assert_xpath (doc, "count(" BIND ("g/h") ")", "0");
}

static void
test_repeats_have_templates (void)
{
  g_autoptr (Doc) doc = xform_from_md (
      "| survey |\n| | type | name | label | default | appearance |\n"
      "| | begin repeat | r | R | | field-list |\n"
      "| | integer | a | A | 12 | |\n"
      "| | begin repeat | s | S | | |\n| | text | b | B | | |\n| | end repeat | | | | |\n"
      "| | end repeat | | | | |\n");

  assert_xpath (doc, "count(" ROOT "/x:r[@jr:template=''])", "1");
  assert_xpath (doc, "count(" ROOT "/x:r[not(@jr:template)])", "1");
  assert_xpath (doc, ROOT "/x:r[@jr:template]/x:a", "12");
  assert_xpath (doc, ROOT "/x:r[not(@jr:template)]/x:a", "12");
  assert_xpath (doc, "count(" ROOT "/x:r[@jr:template]/x:s[@jr:template])", "1");
  assert_xpath (doc, "count(" ROOT "/x:r[not(@jr:template)]/x:s[not(@jr:template)])", "1");
  assert_xpath (doc, "count(" ROOT "//x:s)", "2");
  assert_xpath (doc, BODY "/x:group[@ref='/data/r']/x:label", "R");
  assert_xpath (doc, BODY "/x:group/x:repeat[@nodeset='/data/r']/@appearance", "field-list");
  assert_xpath (doc, BODY "/x:group/x:repeat/x:group/x:repeat/x:input/@ref", "/data/r/s/b");
}

static void
test_counts_of_rows (void)
{
  g_autoptr (Doc) doc = xform_from_md ("| survey |\n| | type | name | label | repeat_count |\n"
                                       "| | integer | n | N | |\n"
                                       "| | begin repeat | r | R | ${n} |\n"
                                       "| | text | a | A | |\n| | end repeat | | | |\n"
                                       "| | begin repeat | s | S | ${n} + 1 |\n"
                                       "| | text | b | B | |\n| | end repeat | | | |\n"
                                       "| | begin repeat | t | T | 3 |\n"
                                       "| | text | c | C | |\n| | end repeat | | | |\n");

  assert_xpath (doc, "//x:repeat[@nodeset='/data/r']/@jr:count", "/data/n");
  assert_xpath (doc, "//x:repeat[@nodeset='/data/s']/@jr:count", "/data/s_count");
  assert_xpath (doc, BIND ("s_count") "/@calculate", " /data/n  + 1");
  assert_xpath (doc, BIND ("s_count") "/@readonly", "true()");
  assert_xpath (doc, "//x:repeat[@nodeset='/data/t']/@jr:count", "/data/t_count");
}

static void
test_rows_begin_with_their_own_defaults (void)
{
  g_autoptr (Doc) doc = xform_from_md ("| survey |\n| | type | name | label | default |\n"
                                       "| | begin repeat | r | R | |\n"
                                       "| | begin group | g | G | |\n"
                                       "| | integer | a | A | random() |\n"
                                       "| | integer | b | B | ${a} |\n"
                                       "| | end group | | | |\n"
                                       "| | begin repeat | s | S | |\n"
                                       "| | integer | c | C | ${a} |\n"
                                       "| | end repeat | | | |\n| | end repeat | | | |\n");

  assert_xpath (doc, "//x:model/x:setvalue[@ref='/data/r/g/a']/@event", "odk-instance-first-load");
  assert_xpath (doc, "//x:repeat[@nodeset='/data/r']/x:setvalue[@ref='/data/r/g/b']/@event",
                "odk-new-repeat");
  assert_xpath (doc, "//x:repeat[@nodeset='/data/r']/x:setvalue[@ref='/data/r/g/b']/@value",
                " ../a ");
  assert_xpath (doc, "count(//x:repeat[@nodeset='/data/r']/x:setvalue)", "2");
  assert_xpath (doc, "//x:repeat[@nodeset='/data/r/s']/x:setvalue/@value", " ../../g/a ");
}

static void
test_table_lists (void)
{
  g_autoptr (Doc) doc = xform_from_md ("| survey |\n| | type | name | label | appearance |\n"
                                       "| | begin group | g | G | table-list minimal |\n"
                                       "| | select_one l | a | A | |\n"
                                       "| | select_one l | b | B | |\n"
                                       "| | end group | | | |\n| | select_one l | c | C | |\n"
                                       "| choices |\n| | list_name | name | label |\n"
                                       "| | l | x | X |\n");

  assert_xpath (doc, BODY "/x:group/@appearance", "field-list minimal");
  assert_xpath (doc, BODY "/x:group/x:input/x:label", "G");
  assert_xpath (doc, BODY "/x:group/x:select1[1]/@appearance", "label");
  assert_xpath (doc, BODY "/x:group/x:select1[1]/@ref",
                "/data/g/reserved_name_for_field_list_labels_3");
  assert_xpath (doc, BODY "/x:group/x:select1[2]/@appearance", "list-nolabel");
  assert_xpath (doc, BODY "/x:group/x:select1[3]/@appearance", "list-nolabel");
  assert_xpath (doc, BODY "/x:select1/@appearance", NULL);
}

/* --- references ------------------------------------------------------------------------------- */

static void
test_references_are_relative_within_a_repeat (void)
{
  g_autoptr (Doc) doc =
      xform_from_md ("| survey |\n| | type | name | label | relevant |\n"
                     "| | text | Z | Fruit | |\n"
                     "| | begin repeat | section3 | S | |\n"
                     "| | text | FF | F any | |\n| | text | F | F oat | |\n"
                     "| | begin group | sectionb | B | |\n| | text | G | G oat | |\n"
                     "| | text | H | H w ${Z} | ${G}='oat' |\n| | end group | | | |\n"
                     "| | begin repeat | sectionc | C | |\n| | text | I | I | |\n"
                     "| | text | J | J | ${I}='oat' |\n| | text | K | K | ${F}='oat' |\n"
                     "| | text | L | L | ${G}='oat' |\n| | end repeat | | | |\n"
                     "| | note | n | Noted ${FF} w ${H} | |\n"
                     "| | text | P | P | count(${section3}[F = ${F}]) > 1 |\n"
                     "| | end repeat | | | |\n"
                     "| | text | O | O | ${F} = ${Z} |\n");

  assert_xpath (doc, BIND ("section3/sectionb/H") "/@relevant", " ../G ='oat'");
  assert_xpath (doc, BIND ("section3/sectionc/J") "/@relevant", " ../I ='oat'");
  assert_xpath (doc, BIND ("section3/sectionc/K") "/@relevant", " ../../F ='oat'");
  assert_xpath (doc, BIND ("section3/sectionc/L") "/@relevant", " ../../sectionb/G ='oat'");
  assert_xpath (doc, BIND ("section3/P") "/@relevant", "count( /data/section3 [F =  ../F ]) > 1");
  assert_xpath (doc, BIND ("O") "/@relevant", " /data/section3/F  =  /data/Z ");
  assert_xpath (doc, "//x:input[@ref='/data/section3/sectionb/H']/x:label/x:output/@value",
                " /data/Z ");
  assert_xpath (doc, "//x:input[@ref='/data/section3/n']/x:label/x:output[1]/@value", " ../FF ");
  assert_xpath (doc, "//x:input[@ref='/data/section3/n']/x:label/x:output[2]/@value",
                " ../sectionb/H ");
  assert_xpath (doc, "string(//x:input[@ref='/data/section3/n']/x:label)", "Noted  w ");
}

static void
test_references_in_choice_filters_use_current (void)
{
  g_autoptr (Doc) doc =
      xform_from_md ("| survey |\n| | type | name | label | choice_filter | calculation |\n"
                     "| | select_one l | top | T | | |\n"
                     "| | select_one l | top2 | T | name != ${top} | |\n"
                     "| | begin repeat | r | R | | |\n| | select_one l | c | C | | |\n"
                     "| | select_one l | a | A | name = ${c} | |\n"
                     "| | begin group | g | G | | |\n| | select_one l | b | B | name = ${c} | |\n"
                     "| | calculate | d | | | instance('l')/root/item[name = ${c}]/label |\n"
                     "| | end group | | | | |\n| | end repeat | | | | |\n"
                     "| choices |\n| | list_name | name | label |\n| | l | x | X |\n");

  assert_xpath (doc, "//x:select1[@ref='/data/top2']/x:itemset/@nodeset",
                "instance('l')/root/item[name !=  /data/top ]");
  assert_xpath (doc, "//x:select1[@ref='/data/r/a']/x:itemset/@nodeset",
                "instance('l')/root/item[name =  current()/../c ]");
  assert_xpath (doc, "//x:select1[@ref='/data/r/g/b']/x:itemset/@nodeset",
                "instance('l')/root/item[name =  current()/../../c ]");
  assert_xpath (doc, BIND ("r/g/d") "/@calculate",
                "instance('l')/root/item[name =  current()/../../c ]/label");
}

static void
test_indexed_repeat_takes_whole_paths (void)
{
  g_autoptr (Doc) doc = xform_from_md (
      "| survey |\n| | type | name | label | calculation |\n"
      "| | begin repeat | person | P | |\n| | integer | pos | | position(..) |\n"
      "| | text | name | N | |\n"
      "| | text | prev | P | indexed-repeat(${name}, ${person}, ${pos}-1) |\n"
      "| | text | mixed | M | concat(${name}, indexed-repeat(${name}, ${person}, 1), ${pos}) |\n"
      "| | end repeat | | | |\n");

  assert_xpath (doc, BIND ("person/prev") "/@calculate",
                "indexed-repeat( /data/person/name ,  /data/person ,  ../pos -1)");
  assert_xpath (doc, BIND ("person/mixed") "/@calculate",
                "concat( ../name , indexed-repeat( /data/person/name ,  /data/person , 1),  "
                "../pos )");
}

static void
test_the_last_response_can_be_read (void)
{
  g_autoptr (Doc) doc = xform_from_md ("| survey |\n| | type | name | label | default |\n"
                                       "| | text | a | A | ${last-saved#a} |\n");

  assert_xpath (doc, "//x:setvalue/@value", " instance('__last-saved')/data/a ");
  assert_xpath (doc, "//x:instance[@id='__last-saved']/@src", "jr://instance/last-saved");
}

static void
test_lists_can_be_read_in_labels (void)
{
  g_autoptr (Doc) doc =
      xform_from_md ("| survey |\n| | type | name | label |\n| | select_one l | a | A |\n"
                     "| | note | n | It is instance('l')/root/item[name = ${a}]/label. Or ${a}? |\n"
                     "| choices |\n| | list_name | name | label |\n| | l | x | X |\n");

  assert_xpath (doc, "//x:input/x:label/x:output[1]/@value",
                "instance('l')/root/item[name =  /data/a ]/label");
  assert_xpath (doc, "string(//x:input/x:label)", "It is . Or ?");
  assert_xpath (doc, "//x:input/x:label/x:output[2]/@value", " /data/a ");
}

/* --- choices ---------------------------------------------------------------------------------- */

static void
test_lists_stand_in_the_form (void)
{
  g_autoptr (Doc) doc = xform_from_md ("| survey |\n| | type | name | label | parameters |\n"
                                       "| | select_one l | a | A | |\n"
                                       "| | select_multiple l | b | B | randomize=true |\n"
                                       "| | select_one l | c | C | randomize=true, seed=${n} |\n"
                                       "| | integer | n | N | |\n"
                                       "| choices |\n| | list_name | name | label | wijk |\n"
                                       "| | l | x | X | noord |\n| | l | y | Y | |\n");

  assert_xpath (doc, "count(//x:instance[@id='l']/x:root/x:item)", "2");
  assert_xpath (doc, "//x:instance[@id='l']/x:root/x:item[1]/x:name", "x");
  assert_xpath (doc, "//x:instance[@id='l']/x:root/x:item[1]/x:label", "X");
  assert_xpath (doc, "//x:instance[@id='l']/x:root/x:item[1]/x:wijk", "noord");
  assert_xpath (doc, "count(//x:instance[@id='l']//x:itextId)", "0");
  assert_xpath (doc, "//x:select1[@ref='/data/a']/x:itemset/@nodeset", "instance('l')/root/item");
  assert_xpath (doc, "//x:select1[@ref='/data/a']/x:itemset/x:value/@ref", "name");
  assert_xpath (doc, "//x:select1[@ref='/data/a']/x:itemset/x:label/@ref", "label");
  assert_xpath (doc, "//x:select/x:itemset/@nodeset", "randomize(instance('l')/root/item)");
  assert_xpath (doc, "//x:select1[@ref='/data/c']/x:itemset/@nodeset",
                "randomize(instance('l')/root/item, /data/n)");
}

static void
test_lists_in_files (void)
{
  g_autoptr (Doc) doc =
      xform_from_md ("| survey |\n| | type | name | label | parameters | choice_filter |\n"
                     "| | select_one_from_file a.csv | a | A | | x = 1 |\n"
                     "| | select_multiple_from_file b.xml | b | B | value=code label=naam | |\n"
                     "| | select_one_from_file c.geojson | c | C | | |\n"
                     "| | csv-external | d | | | |\n| | xml-external | e | | | |\n"
                     "| | select_one_from_file a.csv | f | F | | |\n");

  assert_xpath (doc, "//x:instance[@id='a']/@src", "jr://file-csv/a.csv");
  assert_xpath (doc, "//x:instance[@id='b']/@src", "jr://file/b.xml");
  assert_xpath (doc, "//x:instance[@id='c']/@src", "jr://file/c.geojson");
  assert_xpath (doc, "//x:instance[@id='d']/@src", "jr://file-csv/d.csv");
  assert_xpath (doc, "//x:instance[@id='e']/@src", "jr://file/e.xml");
  assert_xpath (doc, "count(//x:instance)", "6");
  assert_xpath (doc, "//*[@ref='/data/a']/x:itemset/@nodeset", "instance('a')/root/item[x = 1]");
  assert_xpath (doc, "//*[@ref='/data/b']/x:itemset/x:value/@ref", "code");
  assert_xpath (doc, "//*[@ref='/data/b']/x:itemset/x:label/@ref", "naam");
  assert_xpath (doc, "//*[@ref='/data/c']/x:itemset/x:value/@ref", "id");
  assert_xpath (doc, "//*[@ref='/data/c']/x:itemset/x:label/@ref", "title");
  assert_xpath (doc, "count(" ROOT "/x:d)", "0");
}

static void
test_external_choices_are_choices (void)
{
  g_autoptr (Doc) doc =
      xform_from_md ("| survey |\n| | type | name | label | choice_filter |\n"
                     "| | text | p | P | |\n"
                     "| | select_one_external stad | a | A | provincie=${p} |\n"
                     "| external_choices |\n| | list_name | name | label | provincie |\n"
                     "| | stad | gent | Gent | ovl |\n");

  assert_xpath (doc, "//x:select1/x:itemset/@nodeset",
                "instance('stad')/root/item[provincie= /data/p ]");
  assert_xpath (doc, "//x:instance[@id='stad']/x:root/x:item/x:provincie", "ovl");
}

static void
test_answers_can_be_choices (void)
{
  g_autoptr (Doc) doc = xform_from_md (
      "| survey |\n| | type | name | label | choice_filter |\n"
      "| | begin repeat | rep | R | |\n| | text | name | N | |\n"
      "| | begin group | g | G | |\n| | integer | age | Age | |\n| | end group | | | |\n"
      "| | begin repeat | sel | S | |\n| | integer | min | M | |\n"
      "| | select_one ${name} | inner | I | ${age} > ${min} |\n| | end repeat | | | |\n"
      "| | end repeat | | | |\n"
      "| | select_one ${name} | a | A | |\n"
      "| | select_one ${name} | b | B | starts-with(${name}, \"b\") |\n"
      "| | select_one ${name} | c | C | ${age} > 18 |\n");

  assert_xpath (doc, "//*[@ref='/data/a']/x:itemset/@nodeset", "/data/rep[./name != '']");
  assert_xpath (doc, "//*[@ref='/data/a']/x:itemset/x:value/@ref", "name");
  assert_xpath (doc, "//*[@ref='/data/a']/x:itemset/x:label/@ref", "name");
  assert_xpath (doc, "//*[@ref='/data/b']/x:itemset/@nodeset",
                "/data/rep[starts-with( ./name , \"b\")]");
  assert_xpath (doc, "//*[@ref='/data/c']/x:itemset/@nodeset", "/data/rep[ ./g/age  > 18]");
  assert_xpath (doc, "//*[@ref='/data/rep/sel/inner']/x:itemset/@nodeset",
                "../../../rep[ ./g/age  >  current()/../min ]");
}

static void
test_something_else_can_be_said (void)
{
  g_autoptr (Doc) doc =
      xform_from_md ("| survey |\n| | type | name | label |\n| | select_one l or_other | a | A |\n"
                     "| | select_multiple l or specify other | b | B |\n"
                     "| choices |\n| | list_name | name | label |\n| | l | x | X |\n");

  assert_xpath (doc, "count(//x:instance[@id='l']/x:root/x:item[x:name='other'])", "1");
  assert_xpath (doc, "//x:instance[@id='l']/x:root/x:item[2]/x:label", "Other");
  assert_xpath (doc, BIND ("a_other") "/@relevant", "selected(../a, 'other')");
  assert_xpath (doc, "//x:input[@ref='/data/b_other']/x:label", "Specify other.");
}

static void
test_pulldata_brings_its_file (void)
{
  g_autoptr (Doc) doc =
      xform_from_md ("| survey |\n| | type | name | label | calculation |\n"
                     "| | text | a | A | |\n"
                     "| | calculate | b | | pulldata('fruit', 'naam', 'code', ${a}) |\n"
                     "| | calculate | c | | pulldata( \"fruit\" , 'x', 'code', ${a}) |\n");

  assert_xpath (doc, "//x:instance[@id='fruit']/@src", "jr://file-csv/fruit.csv");
  assert_xpath (doc, "count(//x:instance)", "2");
}

/* --- languages -------------------------------------------------------------------------------- */

static void
test_missing_translations_show_as_a_dash (void)
{
  g_autoptr (Doc) doc = xform_from_md (
      "| survey |\n| | type | name | label::nl | label::fr | hint::nl | guidance_hint::nl | "
      "image::fr | constraint_message::nl | required_message |\n"
      "| | text | a | Hallo | Bonjour | Tip | Meer | a.png | Nee ${b} | Nodig |\n"
      "| | text | b | Twee | | | | | | |\n");

  assert_xpath (doc, "//x:input[@ref='/data/a']/x:label/@ref", "jr:itext('/data/a:label')");
  assert_xpath (doc, "//x:translation[@lang='nl']/x:text[@id='/data/a:label']/x:value[1]", "Hallo");
  assert_xpath (doc, "//x:translation[@lang='fr']/x:text[@id='/data/b:label']/x:value", "-");
  assert_xpath (doc, "//x:translation[@lang='fr']/x:text[@id='/data/a:hint']/x:value[1]", "-");
  assert_xpath (doc,
                "//x:translation[@lang='nl']/x:text[@id='/data/a:hint']"
                "/x:value[@form='guidance']",
                "Meer");
  assert_xpath (doc, "//x:translation[@lang='fr']/x:text/x:value[@form='image']",
                "jr://images/a.png");
  assert_xpath (doc, "count(//x:translation[@lang='nl']/x:text/x:value[@form='image'])", "0");
  assert_xpath (doc, BIND ("a") "/@jr:constraintMsg", "jr:itext('/data/a:jr:constraintMsg')");
  assert_xpath (doc,
                "//x:translation[@lang='nl']/x:text[@id='/data/a:jr:constraintMsg']"
                "/x:value/x:output/@value",
                " /data/b ");
  assert_xpath (doc, BIND ("a") "/@jr:requiredMsg", "Nodig");
  assert_xpath (doc, "count(//x:translation[@default])", "0");
}

static void
test_texts_without_language_are_of_the_default_one (void)
{
  g_autoptr (Doc) doc =
      xform_from_md ("| survey |\n| | type | name | label | label::fr | media::image |\n"
                     "| | text | a | Hallo | Bonjour | |\n| | text | b | Los | | |\n"
                     "| | text | c | Beeld | | c.png |\n"
                     "| choices |\n| | list_name | name | label | label::fr |\n"
                     "| settings |\n| | default_language |\n| | nl |\n");

  assert_xpath (doc, "//x:translation[@lang='nl']/x:text[@id='/data/a:label']/x:value", "Hallo");
  assert_xpath (doc, "//x:translation[@lang='nl']/@default", "true()");
  assert_xpath (doc, "//x:translation[@lang='fr']/@default", NULL);
  assert_xpath (doc, "//x:input[@ref='/data/b']/x:label", "Los");
  assert_xpath (doc, "//x:input[@ref='/data/c']/x:label/@ref", "jr:itext('/data/c:label')");
  assert_xpath (doc, "//x:translation[@lang='nl']/x:text[@id='/data/c:label']/x:value[1]", "Beeld");
}

static void
test_choices_speak_languages_too (void)
{
  g_autoptr (Doc) doc =
      xform_from_md ("| survey |\n| | type | name | label |\n| | select_one l | a | A |\n"
                     "| | select_one m | b | B |\n| | select_one n | c | C |\n"
                     "| choices |\n| | list_name | name | label | label::fr | image | big-image |\n"
                     "| | l | x | X | Ix | | |\n| | l | y | Y | | | |\n"
                     "| | m | z | Van ${a} | | | |\n| | n | w | W | | w.png | groot.png |\n");

  assert_xpath (doc, "//x:select1[@ref='/data/a']/x:itemset/x:label/@ref", "jr:itext(itextId)");
  assert_xpath (doc, "//x:instance[@id='l']/x:root/x:item[2]/x:itextId", "l-1");
  assert_xpath (doc, "count(//x:instance[@id='l']//x:label)", "0");
  assert_xpath (doc, "//x:translation[@lang='fr']/x:text[@id='l-0']/x:value", "Ix");
  assert_xpath (doc, "//x:translation[@lang='fr']/x:text[@id='l-1']/x:value", "-");
  assert_xpath (doc, "//x:translation[@lang='default']/x:text[@id='l-1']/x:value", "Y");
  assert_xpath (doc, "//x:text[@id='m-0']/x:value/x:output/@value", " /data/a ");
  assert_xpath (doc, "//x:translation[@lang='default']/x:text[@id='n-0']/x:value[@form='image']",
                "jr://images/w.png");
  assert_xpath (doc, "//x:text[@id='n-0']/x:value[@form='big-image']", "jr://images/groot.png");
}

/* --- settings and entities -------------------------------------------------------------------- */

static void
test_settings_describe_the_form (void)
{
  g_autoptr (Doc) doc = xform_from_md (
      "| survey |\n| | type | name | label |\n| | text | a | A |\n"
      "| settings |\n"
      "| | form_title | form_id | version | style | instance_name | public_key | submission_url | "
      "namespaces | attribute::rk:unit | instance_xmlns | name |\n"
      "| | Titel | id1 | 7 | pages | concat(${a}, '!') | KEY | https://x.example/ | "
      "rk=\"urn:rk\" | m | urn:eigen | root |\n");

  assert_xpath (doc, "/h:html/h:head/h:title", "Titel");
  assert_xpath (doc, "namespace-uri(" ROOT ")", "urn:eigen");
  assert_xpath (doc, "local-name(" ROOT ")", "root");
  assert_xpath (doc, ROOT "/@id", "id1");
  assert_xpath (doc, ROOT "/@version", "7");
  assert_xpath (doc, ROOT "/@*[namespace-uri() = 'urn:rk']", "m");
  assert_xpath (doc, BODY "/@class", "pages");
  assert_xpath (doc, "//x:submission/@base64RsaPublicKey", "KEY");
  assert_xpath (doc, "//x:submission/@action", "https://x.example/");
  assert_xpath (doc, "//x:submission/@method", "post");
  assert_xpath (doc, "//x:bind[@nodeset='/root/meta/instanceName']/@calculate",
                "concat( /root/a , '!')");
  assert_xpath (doc, "//x:bind[@nodeset='/root/meta/instanceID']/@jr:preload", "uid");
}

static void
test_without_settings_the_file_names_the_form (void)
{
  g_autoptr (Doc) doc = xform_from_md ("| survey |\n| | type | name | label |\n| | text | a | A |\n"
                                       "| settings |\n| | omit_instanceID |\n| | yes |\n");

  assert_xpath (doc, ROOT "/@id", "test");
  assert_xpath (doc, "/h:html/h:head/h:title", "test");
  assert_xpath (doc, "count(//x:instanceID)", "0");
  assert_xpath (doc, "/h:html/h:head/x:model/@odk:xforms-version", "1.0.0");
}

static void
test_entities_are_made (void)
{
  g_autoptr (Doc) doc = xform_from_md (
      "| survey |\n| | type | name | label | save_to |\n| | text | label | A | soort |\n"
      "| entities |\n| | dataset | label | create_if |\n"
      "| | bomen | ${label} | ${label} != '' |\n");

  assert_xpath (doc, "//x:model/@entities:entities-version", "2024.1.0");
  assert_xpath (doc, BIND ("label") "/@entities:saveto", "soort");
  assert_xpath (doc, ROOT "/x:meta/x:entity/@dataset", "bomen");
  assert_xpath (doc, ROOT "/x:meta/x:entity/@create", "1");
  assert_xpath (doc, ROOT "/x:meta/x:entity/@id", "");
  assert_xpath (doc, BIND ("meta/entity/@create") "/@calculate", " /data/label  != ''");
  assert_xpath (doc, BIND ("meta/entity/label") "/@calculate", " /data/label ");
  assert_xpath (doc, "//x:setvalue[@ref='/data/meta/entity/@id']/@value", "uuid()");
}

static void
test_entities_are_changed (void)
{
  g_autoptr (Doc) doc = xform_from_md ("| survey |\n| | type | name | label |\n| | text | a | A |\n"
                                       "| entities |\n| | list_name | entity_id | update_if |\n"
                                       "| | bomen | ${a} | ${a} != '' |\n");

  assert_xpath (doc, BIND ("meta/entity/@id") "/@calculate", " /data/a ");
  assert_xpath (doc, BIND ("meta/entity/@update") "/@calculate", " /data/a  != ''");
  assert_xpath (doc, BIND ("meta/entity/@baseVersion") "/@calculate",
                "instance('bomen')/root/item[name= /data/a ]/__version");
  assert_xpath (doc, "count(" ROOT "/x:meta/x:entity/@create)", "0");
  assert_xpath (doc, "count(//x:setvalue)", "0");
}

static void
test_entities_per_row (void)
{
  g_autoptr (Doc) doc = xform_from_md (
      "| survey |\n| | type | name | label | save_to |\n| | begin repeat | r | R | |\n"
      "| | text | a | A | naam |\n| | end repeat | | | |\n"
      "| entities |\n| | list_name | label | repeat |\n| | bomen | ${a} | ${r} |\n");

  assert_xpath (doc, "//x:model/@entities:entities-version", "2025.1.0");
  assert_xpath (doc, "count(" ROOT "/x:r/x:meta/x:entity)", "2");
  assert_xpath (doc, BIND ("r/meta/entity/label") "/@calculate", " ../../../a ");
  assert_xpath (doc, "//x:repeat/x:setvalue[@ref='/data/r/meta/entity/@id']/@event",
                "odk-new-repeat");
}

#define TEST(name, func) g_test_add_func ("/xlsform/" name, func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  TEST ("types/bring-their-control-and-bind", test_types_bring_their_control_and_bind);
  TEST ("types/notes-cannot-be-changed", test_notes_cannot_be_changed);
  TEST ("types/what-is-not-seen-has-no-control", test_what_is_not_seen_has_no_control);
  TEST ("types/sensors-are-actions", test_sensors_are_actions);
  TEST ("columns/go-by-many-names", test_columns_go_by_many_names);
  TEST ("columns/single-colons-still-work", test_single_colons_still_work);
  TEST ("columns/cells-are-cleaned", test_cells_are_cleaned);
  TEST ("columns/cells-stay-as-they-are-when-asked", test_cells_stay_as_they_are_when_asked);
  TEST ("columns/disabled-rows-are-left-out", test_disabled_rows_are_left_out);
  TEST ("columns/defaults-are-texts-or-actions", test_defaults_are_texts_or_actions);
  TEST ("columns/image-defaults-stand-among-the-images",
        test_image_defaults_stand_among_the_images);
  TEST ("columns/parameters-become-attributes", test_parameters_become_attributes);
  TEST ("columns/triggers-set-values", test_triggers_set_values);
  TEST ("sections/groups-nest", test_groups_nest);
  TEST ("sections/repeats-have-templates", test_repeats_have_templates);
  TEST ("sections/counts-of-rows", test_counts_of_rows);
  TEST ("sections/rows-begin-with-their-own-defaults", test_rows_begin_with_their_own_defaults);
  TEST ("sections/table-lists", test_table_lists);
  TEST ("references/relative-within-a-repeat", test_references_are_relative_within_a_repeat);
  TEST ("references/in-choice-filters-use-current", test_references_in_choice_filters_use_current);
  TEST ("references/indexed-repeat-takes-whole-paths", test_indexed_repeat_takes_whole_paths);
  TEST ("references/the-last-response-can-be-read", test_the_last_response_can_be_read);
  TEST ("references/lists-can-be-read-in-labels", test_lists_can_be_read_in_labels);
  TEST ("choices/lists-stand-in-the-form", test_lists_stand_in_the_form);
  TEST ("choices/lists-in-files", test_lists_in_files);
  TEST ("choices/external-choices-are-choices", test_external_choices_are_choices);
  TEST ("choices/answers-can-be-choices", test_answers_can_be_choices);
  TEST ("choices/something-else-can-be-said", test_something_else_can_be_said);
  TEST ("choices/pulldata-brings-its-file", test_pulldata_brings_its_file);
  TEST ("languages/missing-translations-show-as-a-dash", test_missing_translations_show_as_a_dash);
  TEST ("languages/texts-without-language-are-of-the-default-one",
        test_texts_without_language_are_of_the_default_one);
  TEST ("languages/choices-speak-languages-too", test_choices_speak_languages_too);
  TEST ("settings/describe-the-form", test_settings_describe_the_form);
  TEST ("settings/without-them-the-file-names-the-form",
        test_without_settings_the_file_names_the_form);
  TEST ("entities/are-made", test_entities_are_made);
  TEST ("entities/are-changed", test_entities_are_changed);
  TEST ("entities/per-row", test_entities_per_row);
  return g_test_run ();
}
