#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Files with rkctl: attached to answers, listed, written out, part of every export; and the lists
and pictures that a questionnaire uses."""
import csv
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile
from xml.etree import ElementTree

RKCTL, ROOT = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
FORM = os.path.join(ROOT, 'tests/survey/fixtures/files.xml')
PNG = b'\x89PNG\r\n\x1a\n'


def sha256(content):
    return hashlib.sha256(content).hexdigest()


class Files(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.workspace = os.path.join(self.folder, 'w.regiekamer')

    def run_rkctl(self, *args):
        env = dict(os.environ, LC_ALL='en_US.UTF-8', LANGUAGE='en', G_DEBUG='fatal-warnings',
                   XDG_DATA_HOME=self.folder)
        done = subprocess.run([RKCTL, '--workspace', self.workspace, *args], env=env,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def ok(self, *args):
        status, out, err = self.run_rkctl(*args)
        self.assertEqual(status, 0, err)
        return out

    def json(self, *args):
        return json.loads(self.ok(*args, '--json'))

    def refused(self, words, *args):
        status, out, err = self.run_rkctl(*args, '--json')
        self.assertEqual(status, 1, out)
        self.assertIn(words, err)
        self.assertEqual(json.loads(out)['ok'], False)

    def write(self, name, content):
        path = os.path.join(self.folder, name)
        with open(path, 'wb') as f:
            f.write(content if isinstance(content, bytes) else content.encode())
        return path

    def start(self):
        return self.json('survey', 'start', FORM)['id']

    def answer(self, response, answers):
        return self.json('survey', 'answer', response, '--file',
                         self.write('a.json', json.dumps(answers)))

    def files(self, response):
        return {f['name']: f for f in self.json('survey', 'files', response)['files']}

    # --- answers ------------------------------------------------------------------------------

    def test_attached_files_are_listed_and_written_out(self):
        response = self.start()
        one = self.write('foto.png', PNG + b'one')
        self.answer(response, {'plek': [{}, {}]})
        first = self.json('survey', 'attach', response, 'foto', one)
        self.assertEqual(first['name'], 'foto.png')
        self.assertEqual(first['type'], 'image/png')
        self.assertEqual(first['hash'], sha256(PNG + b'one'))
        self.write('foto.png', PNG + b'two')
        second = self.json('survey', 'attach', response, '/schade/plek[2]/beeld', one)
        self.assertEqual(second['name'], 'foto-1.png')
        out = os.path.join(self.folder, 'uit')
        self.ok('survey', 'files', response, '--output', out)
        self.assertEqual(open(os.path.join(out, 'foto.png'), 'rb').read(), PNG + b'one')
        self.assertEqual(open(os.path.join(out, 'foto-1.png'), 'rb').read(), PNG + b'two')
        self.assertEqual(os.stat(os.path.join(out, 'foto.png')).st_mode & 0o777, 0o600)
        self.refused('was not replaced', 'survey', 'files', response, '--output', out)
        self.assertIn('in order', self.ok('workspace', 'check'))

    def test_undo_takes_the_file_back(self):
        response = self.start()
        self.ok('survey', 'attach', response, 'foto', self.write('foto.png', PNG))
        self.ok('workspace', 'undo')
        self.assertEqual(self.files(response), {})
        self.ok('workspace', 'redo')
        self.assertIn('foto.png', self.files(response))

    def test_what_cannot_be_attached_is_refused(self):
        response = self.start()
        text = self.write('nota.txt', 'words')
        self.refused('is not a picture', 'survey', 'attach', response, 'foto', text)
        self.refused('does not ask for a file', 'survey', 'attach', response, 'toon', text)
        self.refused('There is no question weg', 'survey', 'attach', response, 'weg', text)
        self.refused('There is no file', 'survey', 'attach', response, 'foto', text + 'x')
        large = self.write('groot.png', PNG)
        os.truncate(large, 100 * 1024 * 1024 + 1)
        self.refused('larger than 100 MB', 'survey', 'attach', response, 'foto', large)
        self.assertEqual(self.files(response), {})

    def test_answers_name_files_beside_them(self):
        response = self.start()
        self.write('foto.png', PNG + b'a')
        self.write('plek.png', PNG + b'b')
        self.answer(response, {'foto': 'foto.png', 'plek': [{'beeld': 'plek.png'}]})
        self.assertEqual(self.files(response)['plek.png']['path'], '/schade/plek[1]/beeld')
        os.remove(os.path.join(self.folder, 'foto.png'))
        self.answer(response, {'foto': 'foto.png', 'toon': 'nee'})  # what is there already stays
        self.assertEqual(len(self.files(response)), 2)
        os.makedirs(os.path.join(self.folder, 'map'))
        self.write('map/x.png', PNG)
        for name in 'map/x.png', '../x.png', os.path.join(self.folder, 'plek.png'), 'weg.png':
            self.refused('Question foto:', 'survey', 'answer', response, '--file',
                         self.write('b.json', json.dumps({'foto': name})))
        self.assertEqual(self.files(response)['foto.png']['hash'], sha256(PNG + b'a'))

    # --- leaving --------------------------------------------------------------------------------

    def test_exports_hold_the_files(self):
        response = self.start()
        self.answer(response, {'toon': 'ja'})
        self.ok('survey', 'attach', response, 'foto', self.write('foto.png', PNG))
        self.ok('survey', 'attach', response, 'verslag', self.write('v.txt', 'words'))
        self.answer(response, {'toon': 'nee'})  # hides the report
        out = os.path.join(self.folder, 'alles.zip')
        self.ok('survey', 'export', response, '--format', 'zip', '--output', out)
        with zipfile.ZipFile(out) as archive:
            self.assertEqual(sorted(archive.namelist()), ['foto.png', 'submission.xml'])
            self.assertEqual(archive.read('foto.png'), PNG)
            root = ElementTree.fromstring(archive.read('submission.xml'))
            self.assertEqual(root.findtext('foto'), 'foto.png')
            self.assertIsNone(root.find('verslag'))
        document = json.loads(self.ok('survey', 'export', response, '--format', 'json'))
        self.assertEqual({f['naam']: f['sha256'] for f in document['bestanden']},
                         {'foto.png': sha256(PNG), 'v.txt': sha256(b'words')})
        rows = list(csv.DictReader(io.StringIO(
            self.ok('survey', 'export', response, '--format', 'csv').lstrip('\ufeff'))))
        row = next(r for r in rows if r['Code'] == 'foto.png')
        self.assertIn(sha256(PNG), row['Answer'])
        everything = os.path.join(self.folder, 'export')
        self.ok('workspace', 'export', '--output', everything)
        path = os.path.join(everything, 'files', sha256(PNG))
        self.assertEqual(open(path, 'rb').read(), PNG)

    def test_a_submission_notices_another_content(self):
        response = self.start()
        self.ok('survey', 'attach', response, 'foto', self.write('foto.png', PNG))
        self.ok('survey', 'submit', response)
        self.ok('survey', 'verify', response)
        self.refused('has been submitted', 'survey', 'attach', response, 'foto',
                     self.write('foto.png', PNG + b'x'))
        again = self.json('survey', 'reopen', response)['id']
        self.assertIn('foto.png', self.files(again))

    # --- the files of a form ----------------------------------------------------------------------

    def test_a_form_lists_its_files_and_takes_the_missing(self):
        form = os.path.join(self.folder, 'schade.xml')
        shutil.copy(FORM, form)
        os.makedirs(os.path.join(self.folder, 'schade-media'))
        self.write('schade-media/plan.png', PNG)
        self.json('survey', 'start', form)
        files = {f['name']: f for f in self.json('survey', 'media', 'schade')['files']}
        self.assertEqual(files['plan.png']['hash'], sha256(PNG))
        self.assertTrue(files['straten.csv']['missing'])
        self.refused('uses no file', 'survey', 'media', 'schade', '--add', self.write('x.csv', 'a'))
        self.ok('survey', 'media', 'schade', '--add',
                self.write('straten.csv', 'name,label\nkerk,Kerkstraat\n'))
        response = self.json('survey', 'start', 'schade')['id']
        self.answer(response, {'straat': 'kerk'})
        files = {f['name']: f for f in self.json('survey', 'media', 'schade')['files']}
        self.assertFalse(files['straten.csv']['missing'])
        self.assertEqual(len(self.json('survey', 'forms')['forms']), 4)
        self.assertIn('in order', self.ok('workspace', 'check'))


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
