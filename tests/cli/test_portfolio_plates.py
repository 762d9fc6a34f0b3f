#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""rkctl portfolio plate: plates as files, with the real program and the example administration."""
import json
import os
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as tree

RKCTL = os.path.abspath(sys.argv[1])
SVG = '{http://www.w3.org/2000/svg}'
PLATE = 'Dienstverlening en financiën'


class Plates(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.example = os.path.join(cls.folder.name, 'example.regiekamer')
        subprocess.run([RKCTL, 'workspace', 'example', '--output', cls.example], check=True,
                       stdout=subprocess.DEVNULL)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def run_rkctl(self, *args, workspace=None):
        env = dict(os.environ, LC_ALL='en_US.UTF-8', LANGUAGE='en', G_DEBUG='fatal-warnings')
        done = subprocess.run([RKCTL, '--workspace', workspace or self.example, *args], env=env,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def plate(self, *args, name='plate.svg'):
        status, out, errors = self.run_rkctl('portfolio', 'plate', PLATE, '--json', '--output',
                                             self.path(name), *args)
        self.assertEqual(status, 0, errors)
        answer = json.loads(out)
        self.assertEqual(answer['bytes'], os.path.getsize(self.path(name)))
        return answer

    def legend(self, answer):
        return {row['letter'] or row['label']: row['places'] for row in answer['legend']}

    def test_legend_is_what_the_lists_say(self):
        """Each place of the legend is a row of the list of fits on a component of the plate."""
        status, out, _ = self.run_rkctl('portfolio', 'list', 'fit', '--json')
        self.assertEqual(status, 0)
        self.plate()
        drawn = tree.parse(self.path('plate.svg')).getroot()
        chips = [g for g in drawn.iter(SVG + 'g') if g.get('class') == 'application']
        components = {g.get('id').split('.', 2)[2] for g in drawn.iter(SVG + 'g')
                      if g.get('class') == 'component'}
        fits = {(fit['application'], fit['component']) for fit in json.loads(out)['records']
                if fit['component'] in components}
        answer = self.plate()
        self.assertEqual(answer['components'], len(components))
        self.assertEqual(sum(row['places'] for row in answer['legend'] if row['letter']), len(fits))
        self.assertEqual(len(chips), len(fits))
        self.assertEqual(self.legend(answer)['No application'],
                         len(components - {component for _, component in fits}))

    def test_every_lens_counts_the_same_places(self):
        counts = set()
        for lens in ('status', 'coverage', 'regie', 'satisfaction', 'contract-end', 'cost',
                     'standards', 'building-blocks'):
            answer = self.plate('--lens', lens)
            self.assertEqual(answer['lens'], lens)
            counts.add(sum(row['places'] for row in answer['legend'] if row['letter']))
        self.assertEqual(len(counts), 1)

    def test_dates(self):
        later = self.legend(self.plate('--date', '2028-01-01'))
        now = self.legend(self.plate())
        difference = self.legend(self.plate('--compare', '2028-01-01'))
        self.assertNotEqual(now, later)
        self.assertGreater(difference['+'], 0)
        self.assertGreater(difference['−'], 0)
        self.assertEqual(now['I'] + now['U'] - difference['−'] + difference['+'],
                         later['I'] + later['U'])

    def test_formats(self):
        for name, start in (('plate.pdf', b'%PDF-'), ('plate.png', b'\x89PNG')):
            answer = self.plate(name=name)
            self.assertEqual(answer['format'], name[-3:])
            with open(self.path(name), 'rb') as file:
                self.assertTrue(file.read(8).startswith(start))
        a4 = self.plate('--paper', 'A4', name='a4.pdf')
        a0 = self.plate('--paper', 'A0', name='a0.pdf')
        self.assertGreater(a0['bytes'], 1000)
        self.assertGreater(a4['bytes'], 1000)

    def test_a_dot_in_a_folder_is_no_format(self):
        os.mkdir(self.path('v1.0'))
        self.assertEqual(self.plate(name=os.path.join('v1.0', 'plate'))['format'], 'svg')

    def test_own_colours_have_no_applications(self):
        self.assertEqual(self.plate('--own-colours')['legend'], [])

    def test_wrong_use(self):
        lenses = ('status, coverage, regie, satisfaction, contract-end, cost, standards, '
                  'building-blocks')
        for option, value, allowed in (('--lens', 'colour', lenses), ('--paper', 'B5', 'A4, A3, A0'),
                                       ('--format', 'gif', 'svg, pdf, png')):
            said = f'“{value}” cannot be given to {option}. Choose one of: {allowed}.'
            args = ('portfolio', 'plate', PLATE, '--output', self.path('refused.svg'), option, value)
            status, out, errors = self.run_rkctl(*args)
            self.assertEqual((status, out, errors), (2, '', f'rkctl: {said}\n'))
            status, out, _ = self.run_rkctl(*args, '--json')
            self.assertEqual((status, json.loads(out)), (2, {'ok': False, 'error': said}))
        status, out, errors = self.run_rkctl('portfolio', 'plate', PLATE, '--output',
                                             self.path('refused.gif'))
        self.assertEqual((status, out), (2, ''))
        self.assertIn('“gif” cannot be given to --format', errors)
        status, _, errors = self.run_rkctl('portfolio', 'plate', 'Nergens', '--output',
                                           self.path('refused.svg'))
        self.assertEqual(status, 1)
        self.assertIn('Nergens', errors)
        status, _, errors = self.run_rkctl('portfolio', 'plate', PLATE, '--date', 'gisteren',
                                           '--output', self.path('refused.svg'))
        self.assertEqual(status, 1)
        self.assertFalse(os.path.exists(self.path('refused.svg')))

    def test_without_architecture(self):
        empty = self.path('empty.regiekamer')
        self.run_rkctl('workspace', 'setup', 'Gent', workspace=empty)
        status, _, errors = self.run_rkctl('portfolio', 'plate', PLATE, '--output',
                                           self.path('x.svg'), workspace=empty)
        self.assertEqual(status, 1)
        self.assertIn('architecture', errors)
        for _ in range(2):
            status, _, errors = self.run_rkctl('portfolio', 'built-in', workspace=empty)
            self.assertEqual(status, 0, errors)
        status, out, _ = self.run_rkctl('portfolio', 'views', '--json', workspace=empty)
        self.assertEqual(len(json.loads(out)['views']), 12)
        status, _, errors = self.run_rkctl('portfolio', 'plate', PLATE, '--output',
                                           self.path('x.svg'), workspace=empty)
        self.assertEqual(status, 0, errors)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
