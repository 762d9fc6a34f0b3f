#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""rkctl survey from start to export, with the real program, and everything that can be wrong with
what it is given: a sentence that names the place, exit 1, nothing changed."""
import csv
import io
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import unittest

RKCTL, ROOT = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
FIXTURES = os.path.join(ROOT, 'tests/survey/fixtures')
XFORM = open(os.path.join(FIXTURES, 'other.xml'), encoding='utf-8').read()
COMPLETE = {'tuin.opp': 120, 'tuin.soort': 'leem', 'tuin.water': '1', 'tuin.keuze': ['roos'],
            'tuin.stel': {'a': '2', 'b': '1'}, 'bed': [{'naam': 'rozen', 'aantal': 4}]}


class Survey(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.workspace = os.path.join(self.folder.name, 'w.regiekamer')
        self.addCleanup(self.folder.cleanup)

    def run_rkctl(self, *args, workspace=None):
        env = dict(os.environ, LC_ALL='en_US.UTF-8', LANGUAGE='en', G_DEBUG='fatal-warnings',
                   XDG_DATA_HOME=self.folder.name)
        done = subprocess.run([RKCTL, '--workspace', workspace or self.workspace, *args], env=env,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def ok(self, *args):
        status, out, err = self.run_rkctl(*args)
        self.assertEqual(status, 0, err)
        return out

    def json(self, *args):
        return json.loads(self.ok(*args, '--json'))

    def write(self, name, content):
        path = os.path.join(self.folder.name, name)
        with open(path, 'w', encoding='utf-8') as f:
            f.write(content if isinstance(content, str) else json.dumps(content))
        return path

    def start(self, form=os.path.join(FIXTURES, 'other.xml')):
        return self.json('survey', 'start', form)['id']

    def answer(self, response, answers):
        return self.json('survey', 'answer', response, '--file', self.write('a.json', answers))

    def steps(self):
        db = sqlite3.connect(f'file:{self.workspace}?mode=ro', uri=True)
        count = db.execute('SELECT count(*) FROM rk_mutation').fetchone()[0]
        db.close()
        return count

    def refused(self, names, *args):
        """Exit 1, a sentence on stderr with @names, one JSON document, nothing in the journal."""
        before = self.steps() if os.path.exists(self.workspace) else None
        status, out, err = self.run_rkctl(*args, '--json')
        self.assertEqual(status, 1, out + err)
        self.assertIn(names, err)
        self.assertRegex(err, r'^(rkctl|.*:\d+: error): .{20,}')  # a form: as `form check`
        self.assertEqual(json.loads(out)['ok'], False)
        if before is None:
            self.assertFalse(os.path.exists(self.workspace))
        else:
            self.assertEqual(before, self.steps())

    # --- what it does -----------------------------------------------------------------------------

    def test_answers_of_an_earlier_survey_are_taken_over(self):
        then = self.start()
        self.answer(then, COMPLETE)
        newer = XFORM.replace('version="3"', 'version="4"').replace('<name>leem</name>',
                                                                      '<name>veen</name>')
        form = self.write('newer.xml', newer)
        now = self.start(form)
        before = self.steps()
        preview = self.json('survey', 'adopt', now, then, '--preview')
        self.assertEqual(self.steps(), before)
        done = self.json('survey', 'adopt', now, then)
        self.assertEqual(done, preview)
        self.assertIn('tuin.opp', [a['question'] for a in done['taken']])
        self.assertEqual(done['missed'][0]['question'], 'tuin.soort')
        self.assertRegex(done['summary'], r'^\d+ answers taken over, 1 no longer fits: tuin\.soort\.$')
        self.ok('workspace', 'undo')
        third = self.json('survey', 'start', form, '--from', then)
        self.assertEqual(third['taken'], done['taken'])
        self.refused('There is no survey', 'survey', 'adopt', now, 'nowhere')
        self.refused('its own answers', 'survey', 'adopt', now, now)
        self.refused('its own answers', 'survey', 'adopt', now, now, '--preview')
        self.refused('There is no survey', 'survey', 'start', form, '--from', 'nowhere')

    def test_forms_are_those_of_the_program(self):
        forms = {f['id']: f for f in self.json('survey', 'forms')['forms']}
        self.assertEqual(sorted(forms), ['BDR', 'IVG', 'MAT'])
        self.assertTrue(forms['BDR']['concept'] and forms['BDR']['built_in'])
        self.assertFalse(os.path.exists(self.workspace), 'looking makes no workspace')

    def test_a_form_of_ones_own_is_listed_once_it_is_used(self):
        self.start()
        self.assertIn('tuinmeting', [f['id'] for f in self.json('survey', 'forms')['forms']])
        self.json('survey', 'start', 'TUINMETING')

    def test_ids_are_found_whatever_their_case(self):
        for name in 'BDR', 'mat', 'Ivg':
            self.assertRegex(self.start(name), r'^[0-9a-f-]{36}$')

    def test_every_vector_by_rkctl(self):
        with open(os.path.join(FIXTURES, 'score-vectors.json'), encoding='utf-8') as f:
            vectors = json.load(f)['vectoren']
        for vector in vectors:
            with self.subTest(vector['vragenlijst'] + ' ' + vector['naam']):
                response = self.start(vector['vragenlijst'])
                self.answer(response, vector['antwoorden'])
                score = self.json('survey', 'score', response)
                self.assertEqual(score['index'], vector['verwacht']['index'])
                self.assertEqual(sorted(score['themas']), sorted(vector['verwacht']['themas']))
                for theme, expected in vector['verwacht']['themas'].items():
                    self.assertEqual(score['themas'][theme]['score'], expected['score'])
                    self.assertAlmostEqual(score['themas'][theme]['dekking'], expected['dekking'],
                                           delta=0.00101)

    def test_indicators_are_there_when_the_form_has_them(self):
        response = self.start('MAT')
        self.assertEqual(len(self.json('survey', 'score', response)['indicatoren']), 22)

    def test_hidden_answers_are_kept_and_said(self):
        response = self.start()
        path = self.write('a.json', {'tuin.soort': 'klei', 'tuin.water': '2'})
        status, out, err = self.run_rkctl('survey', 'answer', response, '--file', path, '--json')
        self.assertEqual(status, 0)
        self.assertEqual(json.loads(out)['hidden'], ['tuin.water'])
        self.assertIn('tuin.water', err)
        self.answer(response, {'tuin.soort': 'leem'})
        shown = self.json('survey', 'show', response)
        self.assertEqual(shown['antwoorden']['tuin.water'], '2')
        self.assertEqual(self.json('survey', 'score', response)['themas']['bodem']['score'], 100)

    def test_show_says_what_is_open(self):
        response = self.start()
        self.answer(response, {'tuin.opp': 60000})
        issues = {(i['type'], i['question']) for i in self.json('survey', 'show', response)['issues']}
        self.assertIn(('wrong', 'tuin.opp'), issues)
        self.assertIn(('required', 'tuin.soort'), issues)
        self.assertIn(('open', 'tuin.keuze'), issues)
        self.assertIn('Hoe groot is de tuin?', self.ok('survey', 'show', response))

    def test_a_wrong_answer_is_told_and_does_not_count(self):
        response = self.start()
        path = self.write('a.json', {'tuin.opp': 60000, 'tuin.soort': 'leem'})
        status, out, err = self.run_rkctl('survey', 'answer', response, '--file', path)
        self.assertEqual(status, 0, err)
        self.assertRegex(err, r'tuin\.opp: .*50\.000')
        self.assertIn('1 of 10', out)
        shown = self.json('survey', 'show', response)
        self.assertEqual((shown['answered'], shown['required_open']), (1, 2))
        self.assertEqual(shown['antwoorden']['tuin.opp'], 60000)
        done = self.answer(response, {'tuin.opp': 50000})
        self.assertEqual((done['answered'], done['wrong']), (2, []))

    def test_a_number_beyond_a_range_is_told_the_range(self):
        response = self.start(os.path.join(ROOT, 'tests/ui/forms/choices.xml'))
        path = self.write('a.json', {'/keuzes/bereik/gewoon': 11})
        self.refused('“11” does not fit. Fill in a value of 0 to 10.', 'survey', 'answer', response,
                     '--file', path)

    def test_show_tells_what_could_not_be_calculated(self):
        form = XFORM.replace('calculate="instance(\'soorten\')',
                             'calculate="digest(\'a\', \'CRC\')" rk:old="instance(\'soorten\')')
        self.assertNotEqual(form, XFORM)
        response = self.start(self.write('digest.xml', form))
        problems = self.json('survey', 'show', response)['problems']
        self.assertRegex(' '.join(problems), '“soort” could not be calculated: .*CRC')
        self.assertIn('could not be calculated', self.ok('survey', 'show', response))

    def test_submit_names_everything_that_is_open(self):
        response = self.start()
        self.answer(response, {'tuin.keuze': ['roos', 'geen']})
        for name in ('tuin.opp', 'tuin.soort', 'tuin.stel', 'tuin.keuze'):
            self.refused(f'Question {name}: ', 'survey', 'submit', response)

    def test_submit_verify_reopen_discard(self):
        response = self.start()
        self.refused('tuin.opp', 'survey', 'submit', response)
        self.answer(response, COMPLETE)
        self.refused('not been submitted', 'survey', 'verify', response)
        receipt = self.json('survey', 'submit', response)
        self.assertRegex(receipt['receipt'], r'^[0-9A-F]{4}-[0-9A-F]{4}$')
        self.assertTrue(receipt['hash'].upper().startswith(receipt['receipt'].replace('-', '')))
        self.refused('submitted', 'survey', 'answer', response, '--file',
                     self.write('b.json', {'tuin.opp': 1}))
        self.assertTrue(self.json('survey', 'verify', response)['ok'])
        version = self.json('survey', 'reopen', response)['id']
        self.assertNotEqual(version, response)
        self.assertEqual(self.json('survey', 'show', version)['antwoorden'], COMPLETE)
        self.assertEqual([r['id'] for r in self.json('survey', 'list')['responses']], [version])
        self.assertEqual(self.json('survey', 'discard', version)['id'], version)
        self.assertEqual([r['id'] for r in self.json('survey', 'list')['responses']], [response])

    def test_exports_hold_the_answers(self):
        response = self.start()
        self.answer(response, COMPLETE)
        document = self.json('survey', 'export', response, '--format', 'json')
        self.assertEqual(document['antwoorden'], COMPLETE)
        self.assertEqual(document['berekend']['water'], '50')
        self.assertRegex(document['berekend']['instanceID'], '^uuid:')
        self.assertFalse(set(document['berekend']) & {'tuin_opp', 'naam', 'tuin_stel_a'})
        self.assertEqual(self.json('survey', 'show', response)['antwoorden'], COMPLETE)
        xml = self.ok('survey', 'export', response, '--format', 'xml')
        self.assertIn('<tuin_opp>120</tuin_opp>', xml)
        self.assertNotIn('jr:template', xml)
        path = os.path.join(self.folder.name, 'out.csv')
        self.ok('survey', 'export', response, '--format', 'csv', '--output', path)
        self.assertEqual(os.stat(path).st_mode & 0o777, 0o600)
        with open(path, encoding='utf-8-sig', newline='') as f:
            text = f.read()
        rows = list(csv.reader(io.StringIO(text, newline='')))
        self.assertEqual({len(r) for r in rows}, {6})
        self.assertIn(['tuin.soort', '', 'Welke grond?', '', 'leem', 'Leem'], rows)
        self.assertIn(['water', '', '', 'calculated', '50', '50'], rows)
        self.assertEqual(len([r for r in rows if r[0] == 'tuin.opp']), 1)
        self.assertTrue(all(line.endswith('\r') for line in text.split('\n')[:-1]))

    # --- what it refuses ---------------------------------------------------------------------------

    def test_bad_answers(self):
        response = self.start()
        self.answer(response, COMPLETE)
        for answers, names in [({'tuin.opp': 1, 'tuin.zon': 1}, 'tuin.zon'),
                               ({'tuin.opp': 1, 'tuin.soort': 'zand'}, 'zand'),
                               ({'tuin.keuze': ['roos', 'tulp']}, 'tulp'),
                               ({'tuin.stel': {'q': '1'}}, 'q'),
                               ({'bed': [{'geur': '1'}]}, 'geur'),
                               ('{"tuin.opp": ', 'a.json'), ('[1]', 'a.json'), ('', 'a.json'),
                               ('<xml/>', 'a.json'), ('[' * 1000000, 'a.json'),
                               ('{"tuin.opp": ' + '[{"a": ' * 100000, 'a.json')]:
            self.refused(names, 'survey', 'answer', response, '--file',
                         self.write('a.json', answers))
        self.refused('missing.json', 'survey', 'answer', response, '--file', 'missing.json')
        self.refused(self.folder.name, 'survey', 'answer', response, '--file', self.folder.name)
        self.assertEqual(self.json('survey', 'show', response)['antwoorden'], COMPLETE)

    def test_a_huge_file_is_not_read(self):
        response = self.start()
        path = self.write('a.json', '{}')
        os.truncate(path, 500 * 1024 * 1024)
        self.refused('64 MB', 'survey', 'answer', response, '--file', path)

    def test_bad_forms_make_no_workspace(self):
        soort = "instance('soorten')/root/item[name = /tuin/grond/tuin_soort]/score"
        water = "instance('schaal')/root/item[name = /tuin/grond/tuin_water]/score"
        cyclic = XFORM.replace(soort, '/tuin/score/water').replace(water, '/tuin/score/soort')
        unknown = XFORM.replace(soort, 'graaf(1)')
        bomb = ('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' +
                ''.join(f'<!ENTITY {c} "{("&" + p + ";") * 10}">' for p, c in
                        zip('abcdefghi', 'bcdefghij')) + ']><x>&j;</x>')
        for name, content in [('not-xml.xml', 'no xml'), ('other.xml', '<a/>'), ('empty.xml', ''),
                              ('cyclic.xml', cyclic), ('function.xml', unknown),
                              ('bomb.xml', bomb)]:
            with self.subTest(name):
                self.refused('', 'survey', 'start', self.write(name, content))
        self.refused('nowhere', 'survey', 'start', 'nowhere')
        path = self.write('big.xml', '<x/>')
        os.truncate(path, 500 * 1024 * 1024)
        self.refused('', 'survey', 'start', path)

    def test_unknown_responses_and_workspaces(self):
        self.start()
        for verb in 'show', 'score', 'submit', 'verify', 'reopen', 'discard':
            self.refused('nowhere', 'survey', verb, 'nowhere')
        status, _, err = self.run_rkctl('survey', 'list', workspace='/nowhere/w.regiekamer')
        self.assertEqual(status, 1)
        self.assertIn('w.regiekamer', err)

    def test_wrong_usage_is_exit_2(self):
        for args in [('start',), ('answer', 'x'), ('show',), ('export', 'x'), ('forms', 'x'),
                     ('score', 'x', 'y'), ('export', 'x', '--format', 'doc')]:
            status, _, err = self.run_rkctl('survey', *args)
            self.assertEqual(status, 2, args)
            self.assertRegex(err, 'Usage|format', args)


if __name__ == '__main__':
    unittest.main(argv=[sys.argv[0]])
