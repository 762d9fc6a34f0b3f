#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""rkctl portfolio analyse and graph, with the real program and the example administration."""
import json
import os
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as tree

RKCTL = os.path.abspath(sys.argv[1])
DAY = '2026-11-23'


class Analysis(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.shared = tempfile.TemporaryDirectory()
        cls.example = os.path.join(cls.shared.name, 'example.regiekamer')
        subprocess.run([RKCTL, 'workspace', 'example', '--output', cls.example], check=True,
                       stdout=subprocess.DEVNULL)

    @classmethod
    def tearDownClass(cls):
        cls.shared.cleanup()

    def run_rkctl(self, *args, status=0):
        env = dict(os.environ, LC_ALL='en_US.UTF-8', LANGUAGE='en', G_DEBUG='fatal-warnings',
                   XDG_DATA_HOME=self.shared.name)
        done = subprocess.run([RKCTL, '--workspace', self.example, 'portfolio', *args], env=env,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        return done.stdout.decode(), done.stderr.decode()

    def analyse(self, name, day=DAY):
        return json.loads(self.run_rkctl('analyse', name, '--date', day, '--json')[0])

    def test_every_analysis_explains_itself(self):
        everything = json.loads(self.run_rkctl('analyse', '--date', DAY, '--json')[0])
        self.assertGreaterEqual(len(everything['analyses']), 16)
        for one in everything['analyses']:
            with self.subTest(one['name']):
                self.assertTrue(one['question'] and one['sentence'] and one['why'])
                for row in one['rows']:
                    self.assertEqual(row['records']['count'], len(row['records']['ids']))
                    for column in one['columns']:
                        self.assertIn(column['name'], row)
                for unknown in one['unknown']:
                    self.assertEqual(unknown['count'], len(unknown['ids']))
                    self.assertGreater(unknown['count'], 0)

    def test_figures_are_those_of_the_records(self):
        used = json.loads(self.run_rkctl('list', 'application', '--json')[0])['records']
        cost = self.analyse('cost')
        shares = sum(row['share'] for row in cost['rows'])
        self.assertAlmostEqual(shares, 100, places=2)
        self.assertAlmostEqual(sum(row['cost'] for row in cost['rows']), cost['figures']['total'],
                               places=2)
        ids = {application['id'] for application in used}
        for row in cost['rows']:
            self.assertLessEqual(set(row['records']['ids']), ids)

    def test_another_day_gives_other_answers(self):
        now, later = self.analyse('contracts'), self.analyse('contracts', '2029-01-01')
        self.assertNotEqual(now['figures'], later['figures'])
        self.assertEqual(later['date'], '2029-01-01')
        _, said = self.run_rkctl('analyse', 'gaps', '--date', '2029-02-30', status=1)
        self.assertIn('2029-02-30', said)

    def test_an_unknown_name_lists_the_names(self):
        _, said = self.run_rkctl('analyse', 'nothing', status=2)
        self.assertIn('gaps, overlaps', said)

    def test_words_for_people(self):
        words, _ = self.run_rkctl('analyse', 'suppliers', '--date', DAY)
        self.assertTrue(words.startswith('On whom do we depend?\n'))
        self.assertIn('Nordale Software', words)

    def test_the_graph_in_three_formats(self):
        graph = json.loads(self.run_rkctl('graph', '--date', DAY)[0])
        nodes = {node['id'] for node in graph['nodes']}
        self.assertGreater(len(graph['edges']), 40)
        for edge in graph['edges']:
            self.assertLessEqual({edge['source'], edge['target']}, nodes)
        dot, _ = self.run_rkctl('graph', '--format', 'dot', '--date', DAY)
        self.assertEqual(dot.count(' -> '), len(graph['edges']))
        path = os.path.join(self.shared.name, 'graph.svg')
        self.run_rkctl('graph', '--format', 'svg', '--date', DAY, '--output', path)
        self.assertTrue(tree.parse(path).getroot().tag.endswith('svg'))
        self.assertEqual(os.stat(path).st_mode & 0o077, 0)

    def test_the_graph_is_one_document(self):
        for name in ('dot', 'svg'):
            plain, _ = self.run_rkctl('graph', '--format', name, '--date', DAY)
            made = json.loads(self.run_rkctl('graph', '--format', name, '--date', DAY, '--json')[0])
            self.assertEqual(made, {'format': name, 'content': plain[:-1]})
        for name in ('json', 'dot', 'svg'):
            path = os.path.join(self.shared.name, 'one.' + name)
            out, _ = self.run_rkctl('graph', '--format', name, '--output', path, '--json')
            self.assertEqual(json.loads(out), {'format': name, 'output': path})
            self.assertGreater(os.path.getsize(path), 0)
        out, said = self.run_rkctl('graph', '--format', 'gif', '--json', status=2)
        self.assertFalse(json.loads(out)['ok'])
        self.assertIn('“gif” cannot be given to --format. Choose one of: json, dot, svg.', said)
        _, said = self.run_rkctl('graph', '--hops', '0', status=2)
        self.assertIn('from 1 to 100', said)

    def test_the_neighbours_of_one_application(self):
        whole = json.loads(self.run_rkctl('graph', '--date', DAY)[0])
        near = json.loads(self.run_rkctl('graph', '--centre', 'burgerpunt', '--date', DAY)[0])
        names = {node['name'] for node in near['nodes']}
        self.assertIn('BurgerPunt', names)
        self.assertLess(len(names), len(whole['nodes']))
        self.run_rkctl('graph', '--centre', 'Nowhere', status=1)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
