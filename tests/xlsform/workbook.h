/* SPDX-License-Identifier: EUPL-1.2 */
/* Workbooks for tests, written as tables in Markdown:
 *
 *   | survey |         |      |       |
 *   |        | type    | name | label |
 *   |        | text    | q1   | First |
 *
 * A line whose first cell holds something begins a sheet. In a cell, \n is a line break and \p an
 * upright bar. */
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <glib.h>
#include <string.h>

#define WORKBOOK_SHEET_TYPE                                                                        \
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
#define WORKBOOK_MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define WORKBOOK_RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"
#define WORKBOOK_OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/* --- the zip ---------------------------------------------------------------------------------- */

typedef struct
{
  struct archive *zip;
  char *buffer;
  size_t used;
} Workbook;

static inline Workbook *
workbook_new (gsize room)
{
  Workbook *self = g_new0 (Workbook, 1);

  self->buffer = g_malloc (room);
  self->zip = archive_write_new ();
  archive_write_set_format_zip (self->zip);
  g_assert_cmpint (archive_write_open_memory (self->zip, self->buffer, room, &self->used), ==,
                   ARCHIVE_OK);
  return self;
}

static inline void
workbook_add_bytes (Workbook *self, const char *name, const char *content, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) length);
  g_assert_cmpint (archive_write_header (self->zip, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (self->zip, content, length), ==, (la_ssize_t) length);
  archive_entry_free (entry);
}

static inline void
workbook_add (Workbook *self, const char *name, const char *content)
{
  workbook_add_bytes (self, name, content, strlen (content));
}

static inline GBytes *
workbook_finish (Workbook *self)
{
  GBytes *bytes;

  g_assert_cmpint (archive_write_close (self->zip), ==, ARCHIVE_OK);
  archive_write_free (self->zip);
  bytes = g_bytes_new (self->buffer, self->used);
  g_free (self->buffer);
  g_free (self);
  return bytes;
}

/* --- its parts -------------------------------------------------------------------------------- */

/* What a workbook needs beside its sheets, of which @names (in order) are the titles. */
static inline void
workbook_add_frame (Workbook *self, GPtrArray *names)
{
  g_autoptr (GString) book = g_string_new ("<workbook xmlns=\"" WORKBOOK_MAIN
                                           "\" xmlns:r=\"" WORKBOOK_OFFICE "\"><sheets>");
  g_autoptr (GString) relations = g_string_new ("<Relationships xmlns=\"" WORKBOOK_RELATIONS "\">");

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *name = g_markup_escape_text (g_ptr_array_index (names, i), -1);

      g_string_append_printf (book, "<sheet name=\"%s\" sheetId=\"%u\" r:id=\"rId%u\"/>", name,
                              i + 1, i + 1);
      g_string_append_printf (relations,
                              "<Relationship Id=\"rId%u\" Type=\"" WORKBOOK_SHEET_TYPE
                              "\" Target=\"worksheets/sheet%u.xml\"/>",
                              i + 1, i + 1);
    }
  g_string_append (book, "</sheets></workbook>");
  g_string_append (relations,
                   "<Relationship Id=\"rIdS\" Type=\"" WORKBOOK_OFFICE
                   "/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rIdT\" "
                   "Type=\"" WORKBOOK_OFFICE "/styles\" Target=\"styles.xml\"/></Relationships>");
  workbook_add (self, "_rels/.rels",
                "<Relationships xmlns=\"" WORKBOOK_RELATIONS
                "\"><Relationship Id=\"rId1\" Type=\"" WORKBOOK_OFFICE
                "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
  workbook_add (self, "xl/workbook.xml", book->str);
  workbook_add (self, "xl/_rels/workbook.xml.rels", relations->str);
}

/* A workbook of one sheet "survey" whose <sheetData> and what follows it are given, with shared
 * texts and styles (both nullable). */
static inline GBytes *
workbook_from_sheet (const char *sheet, const char *strings, const char *styles)
{
  Workbook *self = workbook_new (1024 * 1024);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *text =
      g_strconcat ("<worksheet xmlns=\"" WORKBOOK_MAIN "\">", sheet, "</worksheet>", NULL);

  g_ptr_array_add (names, (gpointer) "survey");
  workbook_add_frame (self, names);
  workbook_add (self, "xl/worksheets/sheet1.xml", text);
  if (strings != NULL)
    workbook_add (self, "xl/sharedStrings.xml", strings);
  if (styles != NULL)
    workbook_add (self, "xl/styles.xml", styles);
  return workbook_finish (self);
}

/* --- from Markdown ---------------------------------------------------------------------------- */

static inline void
workbook_append_cell (GString *sheet, guint row, guint column, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\\n", -1);
  g_autofree char *joined = g_strjoinv ("\n", lines);
  g_auto (GStrv) bars = g_strsplit (joined, "\\p", -1);
  g_autofree char *plain = g_strjoinv ("|", bars);
  g_autofree char *escaped = g_markup_escape_text (plain, -1);
  char letters[3] = { 0 };

  g_assert_cmpuint (column, <, 26 * 26);
  if (column >= 26)
    letters[0] = (char) ('A' + column / 26 - 1);
  letters[column >= 26] = (char) ('A' + column % 26);
  g_string_append_printf (
      sheet, "<c r=\"%s%u\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>", letters,
      row, escaped);
}

static inline void
workbook_append_row (GString *sheet, guint row, char **cells)
{
  g_string_append_printf (sheet, "<row r=\"%u\">", row);
  for (guint i = 2; i < 26 * 26 && cells[i] != NULL && cells[i + 1] != NULL; i++)
    if (*g_strstrip (cells[i]) != '\0')
      workbook_append_cell (sheet, row, i - 2, cells[i]);
  g_string_append (sheet, "</row>");
}

static inline GBytes *
workbook_from_md (const char *md)
{
  Workbook *self = workbook_new (1024 * 1024 + 4 * strlen (md));
  g_auto (GStrv) lines = g_strsplit (md, "\n", -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new ();
  guint row = 0;

  for (char **line = lines; *line != NULL; line++)
    {
      g_auto (GStrv) cells = NULL;

      if (*g_strstrip (*line) != '|')
        continue;
      cells = g_strsplit (*line, "|", -1);
      if (*g_strstrip (cells[1]) != '\0')
        {
          g_ptr_array_add (names, g_strdup (cells[1]));
          g_ptr_array_add (sheets,
                           g_string_new ("<worksheet xmlns=\"" WORKBOOK_MAIN "\"><sheetData>"));
          row = 0;
        }
      else if (sheets->len > 0)
        workbook_append_row (g_ptr_array_index (sheets, sheets->len - 1), ++row, cells);
    }
  workbook_add_frame (self, names);
  for (guint i = 0; i < sheets->len; i++)
    {
      GString *sheet = g_ptr_array_index (sheets, i);
      g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);

      g_string_append (sheet, "</sheetData></worksheet>");
      workbook_add (self, name, sheet->str);
      g_string_free (sheet, TRUE);
    }
  return workbook_finish (self);
}
