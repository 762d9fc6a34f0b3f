#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""rkctl openrosa with the real program and the small ODK server of tests/openrosa: from the list of a
server to an answer that is there, and everything that is refused on the way."""
import json
import os
import subprocess
import sys
import tempfile
import unittest

RKCTL, ROOT = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
os.environ['RK_ODK_SERVER'] = os.path.abspath(sys.argv[3])
sys.path.insert(0, os.path.join(ROOT, 'tests/openrosa'))
sys.dont_write_bytecode = True
from odkserver import PASSWORD, USER, Server  # noqa: E402


class OpenRosa(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.workspace = self.path('w.regiekamer')
        self.server = Server('--digest')
        self.addCleanup(self.server.close)
        self.password = self.write('pw', PASSWORD + '\n')
        self.there = ['--server', self.server.url, '--user', USER, '--password-file', self.password]

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def write(self, name, content, mode=0o600):
        with open(self.path(name), 'w', encoding='utf-8') as f:
            f.write(content)
        os.chmod(self.path(name), mode)
        return self.path(name)

    def run_rkctl(self, *args):
        env = dict(os.environ, LC_ALL='en_US.UTF-8', LANGUAGE='en', G_DEBUG='fatal-warnings',
                   XDG_DATA_HOME=self.folder.name, GIO_USE_PROXY_RESOLVER='dummy',
                   SECRET_BACKEND='file', SECRET_FILE_TEST_PATH=self.path('keyring'),
                   SECRET_FILE_TEST_PASSWORD='x')
        done = subprocess.run([RKCTL, '--workspace', self.workspace, *args], env=env,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def ok(self, *args):
        status, out, err = self.run_rkctl(*args)
        self.assertEqual(status, 0, err)
        return out

    def json(self, *args):
        return json.loads(self.ok(*args, '--json'))

    def refused(self, names, *args):
        status, out, err = self.run_rkctl(*args, '--json')
        self.assertEqual(status, 1, out + err)
        self.assertIn(names, err)
        self.assertRegex(err, r'^rkctl: .{20,}')
        self.assertNotIn(PASSWORD, out + err)
        return json.loads(out)

    def password_stays_out(self):
        with open(self.workspace, 'rb') as workspace:
            self.assertNotIn(PASSWORD.encode(), workspace.read())

    def submitted(self, grade=7):
        response = self.json('survey', 'start', 'tevreden')['id']
        answers = self.write('a.json', json.dumps({'cijfer': grade}))
        self.ok('survey', 'answer', response, '--file', answers)
        self.ok('survey', 'submit', response)
        return response

    # --- forms ------------------------------------------------------------------------------------

    def test_list(self):
        forms = self.json('openrosa', 'forms', *self.there)['forms']
        self.assertEqual([f['id'] for f in forms], ['bezoek', 'tevreden'])
        self.assertEqual([f['media'] for f in forms], [True, False])
        self.assertEqual([f['workspace'] for f in forms], ['new', 'new'])
        self.assertIn('Tevredenheid van bezoekers', self.ok('openrosa', 'forms', *self.there))
        self.assertFalse(os.path.exists(self.workspace), 'looking makes no workspace')

    def test_get_into_the_workspace(self):
        got = self.json('openrosa', 'get', 'bezoek', 'tevreden', *self.there)['forms']
        self.assertEqual(got[0]['media'], ['dienst.png', 'gemeenten.csv'])
        self.assertEqual({f['id'] for f in self.json('survey', 'forms')['forms']}
                         & {'bezoek', 'tevreden'}, {'bezoek', 'tevreden'})
        forms = self.json('openrosa', 'forms', '--password-file', self.password)['forms']
        self.assertEqual([f['workspace'] for f in forms], ['same', 'same'])
        response = self.json('survey', 'start', 'bezoek')['id']
        answers = self.write('a.json', json.dumps({'gemeente': 'aalst'}))
        self.ok('survey', 'answer', response, '--file', answers)
        self.password_stays_out()

    def test_get_into_a_folder(self):
        got = self.json('openrosa', 'get', 'bezoek', '--output', self.path('uit'), *self.there)
        self.assertEqual(got['forms'][0]['file'], self.path('uit/bezoek.xml'))
        with open(self.path('uit/bezoek-media/gemeenten.csv'), 'rb') as f:
            self.assertIn(b'Aalst', f.read())
        self.ok('form', 'check', self.path('uit/bezoek.xml'))
        self.assertFalse(os.path.exists(self.workspace))

    def test_unknown_form_adds_nothing(self):
        self.refused('“nergens”', 'openrosa', 'get', 'tevreden', 'nergens', *self.there)
        self.assertNotIn('tevreden', [f['id'] for f in self.json('survey', 'forms')['forms']])

    def test_damaged_form_adds_nothing(self):
        self.server.fault('md5', '/forms/')
        self.refused('did not arrive', 'openrosa', 'get', 'tevreden', *self.there)
        self.assertNotIn('tevreden', [f['id'] for f in self.json('survey', 'forms')['forms']])

    # --- who --------------------------------------------------------------------------------------

    def test_password_file_of_oneself_only(self):
        os.chmod(self.password, 0o644)
        self.refused('chmod 600', 'openrosa', 'forms', *self.there)
        self.assertEqual(self.server.count('GET', '/'), 0)
        os.unlink(self.password)
        self.refused('cannot be read', 'openrosa', 'forms', *self.there)

    def test_wrong_password(self):
        self.write('pw', 'fout')
        self.refused('does not accept', 'openrosa', 'forms', *self.there)
        self.refused('who you are', 'openrosa', 'forms', '--server', self.server.url)

    def test_addresses(self):
        self.refused('web address', 'openrosa', 'forms', '--server', 'ftp://x')
        self.refused('own place', 'openrosa', 'forms', '--server', 'https://an:geheim@odk.invalid')
        self.refused('not encrypted', 'openrosa', 'forms', '--server', 'http://odk.invalid')
        self.refused('no server yet', 'openrosa', 'forms')
        self.assertEqual(self.run_rkctl('openrosa', 'get')[0], 2)
        self.assertEqual(self.run_rkctl('openrosa', 'send')[0], 2)

    def test_only_the_media_changed(self):
        self.ok('openrosa', 'get', 'bezoek', *self.there)
        self.server.line('temse,Temse')
        self.assertIn('a newer version', self.ok('openrosa', 'forms', *self.there))
        self.ok('openrosa', 'get', 'bezoek', *self.there)
        self.assertIn('in the workspace', self.ok('openrosa', 'forms', *self.there))
        self.assertNotIn('a newer version', self.ok('openrosa', 'forms', *self.there))

    # --- responses --------------------------------------------------------------------------------

    def test_send(self):
        self.ok('openrosa', 'get', 'tevreden', *self.there)
        response = self.submitted()
        sent, = self.json('openrosa', 'send', response, '--password-file', self.password)['submissions']
        self.assertEqual((sent['state'], sent['response']), ('sent', response))
        self.assertEqual(sent['message'], 'full submission upload was successful!')
        self.assertEqual(self.server.bytes('xml').decode(),
                         self.json('survey', 'export', response, '--format', 'xml')['content'])
        self.assertIn(b'<cijfer>7</cijfer>', self.server.bytes('xml'))
        self.ok('openrosa', 'send', response, '--password-file', self.password)
        self.assertEqual(self.server.count('POST', '/'), 1, 'what is there is not sent again')
        status = self.json('openrosa', 'status')
        self.assertEqual([s['state'] for s in status['submissions']], ['sent'])
        self.assertEqual(status['servers'][0]['url'], self.server.url)
        self.password_stays_out()
        self.ok('workspace', 'check')

    def test_forget(self):
        self.ok('openrosa', 'get', 'tevreden', *self.there)
        response = self.submitted()
        self.ok('openrosa', 'send', response, *self.there)
        self.refused('no server', 'openrosa', 'forget', 'https://odk.invalid')
        out = self.json('openrosa', 'forget', self.server.url + '/formList')
        self.assertEqual(out['forgotten'], self.server.url)
        status = self.json('openrosa', 'status')
        self.assertEqual(status['servers'], [])
        self.assertEqual([s['state'] for s in status['submissions']], ['sent'], 'history stays')
        self.refused('no server', 'openrosa', 'forget', self.server.url)
        self.refused('no server yet', 'openrosa', 'forms')
        self.ok('survey', 'discard', response)
        self.ok('workspace', 'check')

    def test_lost_answer(self):
        self.ok('openrosa', 'get', 'tevreden', *self.there)
        response = self.submitted()
        self.server.fault('drop', '/box/')
        sent, = self.json('openrosa', 'send', response, *self.there)['submissions']
        self.assertEqual((sent['state'], sent['message']), ('sent', 'Duplicate submission'))
        self.assertEqual(self.server.submissions(), 1)

    def test_refused_and_once_more(self):
        self.ok('openrosa', 'get', 'tevreden', *self.there)
        response, other = self.submitted(), self.submitted(3)
        self.server.fault('400', '/box/')
        out = self.refused('refuses', 'openrosa', 'send', response, other, *self.there)
        self.assertEqual([s['state'] for s in out['submissions']], ['refused', 'sent'])
        self.assertEqual(out['submissions'][0]['message'], 'form bezoek is closed')
        self.ok('openrosa', 'send', response, *self.there)
        self.assertEqual(self.server.submissions(), 2)

    def test_wrong_password_stops_the_row(self):
        self.ok('openrosa', 'get', 'tevreden', *self.there)
        responses = [self.submitted(), self.submitted(3)]
        self.write('pw', 'fout')
        before = self.server.count('HEAD', '/')
        self.refused('does not accept', 'openrosa', 'send', *responses, *self.there)
        self.assertLessEqual(self.server.count('HEAD', '/') - before, 2)
        self.assertEqual(self.server.count('POST', '/'), 0)

    def test_only_what_is_submitted(self):
        self.ok('openrosa', 'get', 'tevreden', *self.there)
        response = self.json('survey', 'start', 'tevreden')['id']
        self.refused('Submit it first', 'openrosa', 'send', response, *self.there)
        self.assertEqual(self.server.count('POST', '/'), 0)


unittest.main(argv=sys.argv[:1], verbosity=1)
