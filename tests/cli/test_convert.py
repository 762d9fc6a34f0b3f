#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""rkctl on spreadsheets: form convert, check and run, and survey start."""
import json
import os
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET

RKCTL, MAKE, ROOT = (os.path.abspath(a) for a in sys.argv[1:4])
FIXTURES = os.path.join(ROOT, 'tests/xlsform/fixtures')


class Convert(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def path(self, name):
        return os.path.join(self.folder, name)

    def workbook(self, name):
        path = self.path(name + '.xlsx')
        subprocess.run([MAKE, os.path.join(FIXTURES, name + '.md'), path], check=True)
        return path

    def rkctl(self, *args):
        env = dict(os.environ, LC_ALL='en_US.UTF-8', LANGUAGE='en', G_DEBUG='fatal-warnings',
                   XDG_DATA_HOME=self.folder)
        done = subprocess.run([RKCTL, *args], env=env, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=60)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def test_the_form_is_written(self):
        form = self.workbook('tevredenheid')
        status, out, err = self.rkctl('form', 'convert', form)
        self.assertEqual((status, err), (0, ''))
        self.assertEqual(ET.fromstring(out).tag, '{http://www.w3.org/1999/xhtml}html')
        target = self.path('form.xml')
        self.assertEqual(self.rkctl('form', 'convert', form, '--output', target), (0, '', ''))
        with open(target, encoding='utf-8') as f:
            self.assertEqual(f.read(), out)
        self.assertEqual(os.stat(target).st_mode & 0o777, 0o600)
        self.assertEqual(self.rkctl('form', 'check', target)[0], 0)

    def test_faults_name_their_place(self):
        form = self.workbook('fouten')
        status, out, err = self.rkctl('form', 'convert', form, '--output', self.path('x.xml'))
        self.assertEqual((status, out), (1, ''))
        self.assertIn(f'{form}: sheet survey, row 3, column relevant: error: There is no question '
                      '“leeftjd”. Do you mean “${leeftijd}”?\n', err)
        self.assertGreater(len(err.splitlines()), 20)
        self.assertFalse(os.path.exists(self.path('x.xml')))

    def test_what_is_no_spreadsheet_is_told_so(self):
        for name, content in [('a.xlsx', b'type,name\n'), ('b.XLSX', b''), ('c.csv', b'type;name\n'),
                              ('d.ods', b'x'), ('e.xls', b'<html/>')]:
            form = self.path(name)
            with open(form, 'wb') as f:
                f.write(content)
            for command in ['check', 'convert']:
                status, out, err = self.rkctl('form', command, form)
                self.assertEqual((status, out), (1, ''))
                self.assertIn('This is no Excel file (.xlsx). Open it in your spreadsheet program '
                              'and save it as .xlsx.', err)
                self.assertNotIn('XML', err)

    def test_faults_of_xml_are_told_in_our_words(self):
        form = self.path('form.xml')
        for content, words in [('', 'is empty'), ('hallo', 'holds no XML'), ('<a>\n<b></c></a>', 'under another name'),
                               ('<a>x & y</a>', '&amp;'), ('<a x=1/>', 'between quotes'),
                               ('<a/><b/>', 'before or after'), ('<a><b>', 'does not end')]:
            with open(form, 'w', encoding='utf-8') as f:
                f.write(content)
            status, _, err = self.rkctl('form', 'check', form)
            self.assertEqual(status, 1)
            self.assertIn(words, err)
            self.assertIn('(line %d). ' % (2 if '\n' in content else 1), err)

    def test_a_good_form_is_told_so(self):
        form = self.workbook('tevredenheid')
        status, out, err = self.rkctl('form', 'check', form)
        self.assertEqual((status, err), (0, ''))
        self.assertRegex(out, r'\A“[^”]+” can be filled in\.\n\Z')
        self.assertEqual(json.loads(self.rkctl('form', 'check', form, '--json')[1])['ok'], True)

    def test_a_missing_folder_is_named(self):
        target = self.path('missing/form.xml')
        status, out, err = self.rkctl('form', 'convert', self.workbook('tevredenheid'), '--output',
                                      target)
        self.assertEqual((status, out), (2, ''))
        self.assertIn(f'There is no folder “{self.path("missing")}”', err)
        self.assertIn(f'“{target}”', err)

    def test_a_message_without_a_line_has_line_0(self):
        form = self.path('form.xlsx')
        open(form, 'w', encoding='utf-8').close()
        err = self.rkctl('form', 'check', form)[2]
        self.assertTrue(err.startswith(form + ':0: error: '), err)

    def test_help_of_a_group(self):
        for words in [('form', '--help'), ('--help', 'form'), ('form', '-h'), ('help', 'form')]:
            status, out, err = self.rkctl(*words)
            self.assertEqual((status, err), (0, ''))
            self.assertIn('rkctl form check', out)
            self.assertNotIn('rkctl survey', out)
        status, out, err = self.rkctl('--help')
        self.assertEqual((status, err), (0, ''))
        self.assertIn('rkctl survey start', out)

    def test_faulty_json_is_told_in_our_words(self):
        form, answers = self.workbook('tevredenheid'), self.path('answers.json')
        for content, words in [(b'{\n "a": 1,,\n}', 'at line 2, column '),
                               (b'["\xff"]', 'not written in UTF-8')]:
            with open(answers, 'wb') as f:
                f.write(content)
            status, _, err = self.rkctl('form', 'run', form, answers)
            self.assertEqual(status, 1)
            self.assertIn(words, err)
            self.assertNotIn('Parse error', err)

    def test_a_zip_needs_a_file(self):
        status, _, err = self.rkctl('survey', 'export', 'x', '--format', 'zip')
        self.assertEqual(status, 2)
        self.assertIn('--output FILE.', err)

    def test_start_tells_all_faults(self):
        form = self.workbook('fouten')
        checked = self.rkctl('form', 'check', form)[2]
        status, out, err = self.rkctl('survey', 'start', form)
        self.assertEqual((status, out), (1, ''))
        self.assertEqual(err, checked)

    def test_faults_as_json(self):
        status, out, _ = self.rkctl('form', 'convert', self.workbook('fouten'), '--json')
        answer = json.loads(out)
        self.assertEqual((status, answer['ok']), (1, False))
        first = answer['messages'][0]
        self.assertEqual((first['severity'], first['code'], first['sheet'], first['row'],
                          first['column']), ('error', 'unknown-type', 'survey', 2, 'type'))
        status, out, _ = self.rkctl('form', 'convert', self.workbook('inventaris'), '--json')
        self.assertEqual((status, json.loads(out)), (0, {'ok': True, 'messages': []}))

    def test_other_files(self):
        status, out, err = self.rkctl('form', 'convert', self.path('nothing.xlsx'))
        self.assertEqual((status, out), (2, ''))
        self.assertTrue(err)
        with open(self.path('old.xls'), 'wb') as f:
            f.write(b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' * 64)
        status, out, err = self.rkctl('form', 'convert', self.path('old.xls'))
        self.assertEqual((status, out), (1, ''))
        self.assertIn('save it as .xlsx', err)
        self.assertEqual(self.rkctl('form', 'convert')[0], 2)

    def test_check_and_run_take_spreadsheets(self):
        status, out, _ = self.rkctl('form', 'check', self.workbook('fouten'), '--json')
        self.assertEqual((status, json.loads(out)['messages'][1]['row']), (1, 3))
        form = self.workbook('inventaris')
        self.assertEqual(self.rkctl('form', 'check', form)[::2], (0, ''))
        with open(self.path('answers.json'), 'w', encoding='utf-8') as f:
            json.dump([{'path': '/data/aantal_lokalen', 'value': '2'},
                       {'path': '/data/lokaal[2]/maten/lengte', 'value': '6'},
                       {'path': '/data/lokaal[2]/maten/breedte', 'value': '4'}], f)
        status, out, err = self.rkctl('form', 'run', form, self.path('answers.json'), '--json')
        self.assertEqual(status, 0, err)
        nodes = json.loads(out)['final']['nodes']
        self.assertEqual(nodes['/data/lokaal[2]/maten/oppervlakte']['value'], '24')

    def test_a_survey_starts_on_a_spreadsheet(self):
        workspace = self.path('w.regiekamer')
        with open(self.path('scholen.csv'), 'w', encoding='utf-8') as f:
            f.write('code,naam,gemeente,leerlingen\ns1,De Brug,kortrijk,120\n')
        status, out, err = self.rkctl('--workspace', workspace, 'survey', 'start',
                                      self.workbook('bezoek'), '--json')
        self.assertEqual(status, 0, err)
        response = json.loads(out)['id']
        with open(self.path('answers.json'), 'w', encoding='utf-8') as f:
            json.dump({'school': 's1', 'aanwezig': 100}, f)
        status, out, err = self.rkctl('--workspace', workspace, 'survey', 'answer', response,
                                      '--file', self.path('answers.json'), '--json')
        self.assertEqual(status, 0, err)
        self.assertEqual(self.rkctl('--workspace', workspace, 'workspace', 'check')[0], 0)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
