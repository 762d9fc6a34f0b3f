#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""rkctl portfolio: lists in and out, with the real program and the example administration."""
import csv
import io
import json
import os
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as tree

RKCTL = os.path.abspath(sys.argv[1])


class Portfolio(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.shared = tempfile.TemporaryDirectory()
        cls.example = os.path.join(cls.shared.name, 'example.regiekamer')
        subprocess.run([RKCTL, 'workspace', 'example', '--output', cls.example], check=True,
                       stdout=subprocess.DEVNULL)

    @classmethod
    def tearDownClass(cls):
        cls.shared.cleanup()

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.workspace = os.path.join(self.folder.name, 'w.regiekamer')

    def run_rkctl(self, *args, workspace=None):
        env = dict(os.environ, LC_ALL='en_US.UTF-8', LANGUAGE='en', G_DEBUG='fatal-warnings',
                   XDG_DATA_HOME=self.folder.name)
        done = subprocess.run([RKCTL, '--workspace', workspace or self.workspace, 'portfolio', *args],
                              env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def ok(self, *args, workspace=None):
        status, out, err = self.run_rkctl(*args, workspace=workspace)
        self.assertEqual(status, 0, err)
        return out

    def json(self, *args, workspace=None):
        return json.loads(self.ok(*args, '--json', workspace=workspace))

    def write(self, name, content):
        path = os.path.join(self.folder.name, name)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(content)
        return path

    def test_the_document_goes_round(self):
        once = self.ok('export', '--format', 'json', workspace=self.example)
        self.ok('import', self.write('p.json', once))
        self.assertEqual(self.ok('export', '--format', 'json'), once)

    def test_every_table_goes_round(self):
        self.ok('import', self.write('p.json', self.ok('export', '--format', 'json',
                                                       workspace=self.example)))
        for kind in json.loads(self.ok('export', '--format', 'json')):
            if kind in ('format', 'version', 'level'):
                continue
            path = self.write('t.csv', self.ok('export', '--format', 'csv', '--kind', kind))
            done = self.json('import', path, '--kind', kind, '--dry-run')
            rows = len(self.json('list', kind)['records'])
            self.assertEqual((done['unchanged'], done['new'], done['changed'], done['faulty']),
                             (rows, 0, 0, 0), kind)

    def test_levels_leave_out_and_say_so(self):
        status, out, err = self.run_rkctl('export', '--format', 'json', '--level', 'public',
                                          workspace=self.example)
        self.assertEqual(status, 0)
        document = json.loads(out)
        self.assertIn('product', document)
        for kind in ('application', 'contract', 'interface', 'rating', 'regie_answer', 'fit'):
            self.assertNotIn(kind, document)
            self.assertIn(kind, document['left_out'])
        self.assertNotIn('helpdesk@', out)
        self.assertIn('supplier.email', err)
        peers = json.loads(self.ok('export', '--format', 'json', '--level', 'peers',
                                   workspace=self.example))
        self.assertNotIn('contract', peers)
        self.assertTrue(peers['application'])
        self.assertFalse([a for a in peers['application'] if 'annual_cost' in a])
        self.assertTrue(all(i['shared_with_peers'] for i in peers['interface']))
        status, out, err = self.run_rkctl('export', '--format', 'csv', '--kind', 'contract',
                                          '--level', 'peers', workspace=self.example)
        self.assertEqual((status, out), (1, ''))
        self.assertIn('level “peers”', err)

    def test_names_stand_beside_references(self):
        rows = list(csv.DictReader(io.StringIO(
            self.ok('export', '--format', 'csv', '--kind', 'contract', workspace=self.example))))
        burgerpunt = [r for r in rows if r['name'].startswith('BurgerPunt')][0]
        self.assertEqual(burgerpunt['supplier_name'], 'Nordale Software')
        self.assertEqual(sorted(burgerpunt['applications_name'].split('; ')),
                         ['BurgerPunt', 'Rustoord'])

    def test_the_instance_is_xml_for_forms(self):
        root = tree.fromstring(self.ok('export', '--format', 'xml-instance',
                                       workspace=self.example))
        found = {a.find('name').text: a for a in root.findall('application')}
        self.assertEqual(len(found), 80)
        self.assertEqual(found['BurgerPunt'].find('supplier_name').text, 'Nordale Software')
        self.assertEqual(found['BurgerPunt'].find('contract_end').text, '2027-07-31')
        self.assertIn('RC.D04.BEVOLK', found['BurgerPunt'].find('components').text.split())
        self.assertIsNotNone(found['Parkeerrecht'].find('annual_cost'))
        self.assertFalse(found['Parkeerrecht'].find('annual_cost').text)

    def test_a_list_comes_in(self):
        path = self.write('a.csv', 'Toepassing;Leverancier;Kost\nA;X;1.000\nB;X;veel\n')
        status, out, err = self.run_rkctl('import', path, '--kind', 'application', '--dry-run')
        self.assertEqual(status, 1)
        self.assertIn('Line 3, Kost “veel”: Enter a number', err)
        self.assertIn('New: 1', out)
        self.assertEqual(self.json('list', 'application')['records'], [])
        status, out, err = self.run_rkctl('import', path, '--kind', 'application', '--json')
        done = json.loads(out)
        self.assertEqual((done['new'], done['faulty'], done['made']), (1, 1, {'supplier': 1}))
        self.assertEqual(done['columns'], {'Toepassing': 'name', 'Leverancier': 'supplier',
                                           'Kost': 'annual_cost'})
        self.assertEqual(self.json('show', 'application', 'A')['annual_cost'], '1000')

    def test_columns_can_be_chosen(self):
        path = self.write('a.csv', 'Toepassing;Bla\nA;Burgerzaken\n')
        mapping = self.write('m.json', '{"Bla": "domain"}')
        self.ok('import', path, '--kind', 'application', '--mapping', mapping)
        self.assertEqual(self.json('show', 'application', 'A')['domain'], 'Burgerzaken')
        wrong = self.write('w.json', '{"Bla": "nonsense"}')
        status, out, err = self.run_rkctl('import', path, '--kind', 'application', '--mapping', wrong)
        self.assertEqual(status, 1)
        self.assertIn('nonsense', err)

    def test_all_or_nothing(self):
        path = self.write('a.csv', 'naam;einde\nA;1/1/2027\nB;ooit\n')
        status, out, err = self.run_rkctl('import', path, '--kind', 'contract', '--all-or-nothing')
        self.assertEqual(status, 1)
        self.assertIn('nothing was taken over', err)
        self.assertEqual(self.json('list', 'contract')['records'], [])

    def test_records_one_by_one(self):
        self.ok('new', 'supplier', 'name=Quendo', 'country=België')
        made = self.json('new', 'application', 'name=Plan', 'supplier=quendo', 'status=in gebruik',
                         'start_date=1/3/2020')
        self.assertEqual((made['status'], made['start_date']), ('in_use', '2020-03-01'))
        self.json('set', 'application', 'Plan', 'status=', 'users=12')
        shown = self.json('show', 'application', made['id'])
        self.assertEqual((shown['status'], shown['users']), (None, '12'))
        self.assertEqual(len(self.json('list', 'application', '--where', 'supplier=Quendo',
                                       '--where', 'status=')['records']), 1)
        self.assertEqual(self.json('map', 'Plan', 'RC.X')['changed'], True)
        self.assertEqual(self.json('map', 'Plan', 'RC.X')['changed'], False)
        self.assertEqual(self.json('unmap', 'Plan', 'RC.X')['changed'], True)
        self.assertEqual(self.json('list', 'fit')['records'], [])
        self.ok('delete', 'application', 'Plan')
        self.assertEqual(self.json('list', 'application')['records'], [])

    def test_an_export_is_one_document(self):
        for args in (('csv', '--kind', 'supplier'), ('xml-instance',)):
            plain = self.ok('export', '--format', *args, workspace=self.example)
            made = self.json('export', '--format', *args, workspace=self.example)
            self.assertEqual((made['format'], made['level'], made['content']),
                             (args[0], 'full', plain))

    def test_wrong_usage_is_one_document(self):
        for args in (('list',), ('list', 'supplier', '--colour'), ('list', 'robot'),
                     ('show', 'robot', 'x'), ('set', 'robot', 'x', 'name=A'), ('dance',),
                     ('new', 'robot', 'name=A'), ('delete', 'robot', 'x'),
                     ('merge', 'robot', 'A', 'B'), ('export', '--format', 'csv', '--kind', 'robot'),
                     ('export', '--format', 'json', '--kind', 'robot'),
                     ('import', self.write('a.csv', 'naam\nA\n'), '--kind', 'robot'),
                     ('export', '--format', 'archimate'), ('use',), ('graph', 'A', 'B'),
                     ('use', 'previous', '--move', 'nonsense'), ('plate', 'A'), ('plate', '--scale')):
            status, out, err = self.run_rkctl(*args, '--json')
            answer = json.loads(out)
            self.assertEqual((status, answer['ok']), (2, False), args)
            self.assertIn(answer['error'], err, args)
            self.assertEqual(self.run_rkctl(*args)[:2], (2, ''), args)
            if 'robot' in args:
                self.assertIn('“robot” is no kind. Choose one of: organisation, supplier',
                              answer['error'], args)
        env = dict(os.environ, LC_ALL='en_US.UTF-8', LANGUAGE='en')
        for args in (('--json',), ('--json', 'portfolio'), ('--json', '--colour'),
                     ('help', 'dance', '--json'), ('form', 'check', '--json'),
                     ('workspace', 'setup', '--colour', '--json')):
            done = subprocess.run([RKCTL, *args], env=env, stdout=subprocess.PIPE,
                                  stderr=subprocess.DEVNULL, timeout=60)
            self.assertEqual(done.returncode, 2, args)
            self.assertEqual(sorted(json.loads(done.stdout)), ['error', 'ok'], args)

    def test_a_file_with_nothing_in_it(self):
        missing = os.path.join(self.folder.name, 'missing')
        for args in ((missing + '.csv',), (missing + '.csv', '--kind', 'application'),
                     (missing + '.xml',), (missing + '.json', '--kind', 'standards-register')):
            status, out, err = self.run_rkctl('import', *args, '--json')
            self.assertEqual((status, json.loads(out)['ok']), (1, False), args)
            self.assertIn('not imported: the file is not there', err, args)
        for content in ('', '\ufeff \n'):
            empty = self.write('empty.csv', content)
            for args in ((), ('--kind', 'application')):
                status, _, err = self.run_rkctl('import', empty, *args)
                self.assertEqual(status, 1)
                self.assertIn('empty.csv” was not imported: the file is empty', err)
        self.assertFalse(os.path.exists(self.workspace))

    def test_a_whole_portfolio_tells_what_it_holds(self):
        document = self.ok('export', '--format', 'json', workspace=self.example)
        path = self.write('p.json', document)
        held = {kind: len(records) for kind, records in json.loads(document).items()
                if isinstance(records, list)}
        out = self.ok('import', path)
        self.assertIn(f'pplications: {held["application"]}\n', out)
        self.assertNotIn(': 0\n', out)
        self.assertNotIn('trial', out)
        self.assertIn('trial', self.ok('import', path, '--dry-run'))
        done = self.json('import', path)
        self.assertEqual(done['records'], held)

    def test_conditions_say_what_they_take(self):
        self.ok('new', 'application', 'name=Plan')
        status, _, err = self.run_rkctl('list', 'application', '--where', 'status=broken')
        self.assertEqual(status, 1)
        self.assertRegex(err, '“status” cannot be “broken”. Choose one of these: .+, In use, ')
        status, _, err = self.run_rkctl('list', 'application', '--where', 'users=many')
        self.assertIn('“users” cannot be “many”. Enter a whole number', err)
        for unknown in ('status=', 'status=?', 'status=unknown'):
            found = self.json('list', 'application', '--where', unknown)['records']
            self.assertEqual([record['name'] for record in found], ['Plan'], unknown)

    def test_a_merge_names_records(self):
        made = self.json('new', 'supplier', 'name=Quendo')
        status, _, err = self.run_rkctl('merge', 'supplier', 'Quendo', made['id'])
        self.assertEqual(status, 1)
        self.assertIn('“Quendo” was named twice', err)
        self.assertNotIn(made['id'], err)

    def test_what_is_wrong_is_said(self):
        self.ok('new', 'supplier', 'name=Quendo')
        for args, said in ((('show', 'supplier', 'Nobody'), 'no supplier named “Nobody”'),
                           (('list', 'robot'), '“robot” is no kind'),
                           (('set', 'supplier', 'Quendo', 'mood=good'), 'no field of “supplier”'),
                           (('new', 'application', 'name=A', 'status=asleep'), 'Choose one of'),
                           (('new', 'contract', 'name=A', 'end_date=ooit'), 'Enter a date'),
                           (('list', 'supplier', '--where', 'mood=good'), 'no condition'),
                           (('export', '--format', 'pdf'), '--format csv'),
                           (('export', '--format', 'csv', '--level', 'x'), 'no level'),
                           (('import', self.write('a.csv', 'naam\nA\n')), '--kind application')):
            status, out, err = self.run_rkctl(*args)
            self.assertNotEqual(status, 0, args)
            self.assertIn(said, err, args)


unittest.main(argv=sys.argv[:1])
