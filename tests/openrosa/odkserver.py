# SPDX-License-Identifier: EUPL-1.2
"""The small ODK server of the tests, from Python: RK_ODK_SERVER names the program."""
import base64
import os
import subprocess

USER, PASSWORD = 'an', 'zeer geheim: 1é'
HERE = os.path.dirname(os.path.abspath(__file__))
BUILT = os.path.join(HERE, '../../_build/tests/openrosa/odk-test-server')


class Server:
    def __init__(self, *options):
        env = dict(os.environ, RK_SOURCE_ROOT=os.path.join(HERE, '../..'))
        self.proc = subprocess.Popen([os.environ.get('RK_ODK_SERVER', BUILT), *options], env=env,
                                     stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.url = self.proc.stdout.readline().strip()

    def ask(self, *words):
        self.proc.stdin.write(' '.join(map(str, words)) + '\n')
        self.proc.stdin.flush()
        return self.proc.stdout.readline().strip()

    def fault(self, name, path, times=1): assert self.ask('fault', name, path, times) == 'ok'
    def count(self, method, path): return int(self.ask('count', method, path))
    def submissions(self): return int(self.ask('submissions'))
    def version(self, version): assert self.ask('version', version) == 'ok'

    def line(self, line): assert self.ask('line', line) == 'ok'

    def bytes(self, *words):
        answer = self.ask(*words)
        return None if answer == '-' else base64.b64decode(answer)

    def close(self):
        self.proc.stdin.close()
        self.proc.stdout.close()
        self.proc.wait(10)
