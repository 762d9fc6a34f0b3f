#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Each example of “rkctl help portfolio” works, each on a fresh example administration."""
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest

RKCTL = os.path.abspath(sys.argv[1])
SOURCE = os.path.abspath(sys.argv[2])
RELEASE = 'release-2.xml'


class Examples(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.shared = tempfile.TemporaryDirectory()
        cls.example = os.path.join(cls.shared.name, 'example.regiekamer')
        subprocess.run([RKCTL, 'workspace', 'example', '--output', cls.example], check=True,
                       stdout=subprocess.DEVNULL)
        with open(os.path.join(SOURCE, 'data', 'architecture', 'regiekamer.xml'),
                  encoding='utf-8') as file:
            model = file.read()
        cls.release = model.replace('Burgerlijke stand', 'Burgerlijke stand en bevolking')
        assert cls.release != model

    @classmethod
    def tearDownClass(cls):
        cls.shared.cleanup()

    def run_in(self, folder, *words):
        env = dict(os.environ, LC_ALL='en_US.UTF-8', LANGUAGE='en', G_DEBUG='fatal-warnings',
                   XDG_DATA_HOME=folder)
        return subprocess.run([RKCTL, *words], cwd=folder, env=env, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=60)

    def prepare(self, folder, words):
        """The files that the example names, and the administration that it works on."""
        workspace = words[words.index('--workspace') + 1] if '--workspace' in words else None
        shutil.copy(self.example, os.path.join(folder, workspace or 'w.regiekamer'))
        with open(os.path.join(folder, 'list.csv'), 'w', encoding='utf-8') as file:
            file.write('Naam;Leverancier\nPlanbord;Nordale Software\n')
        with open(os.path.join(folder, RELEASE), 'w', encoding='utf-8') as file:
            file.write(self.release)
        if 'previous' in words:
            done = self.run_in(folder, '--workspace', 'w.regiekamer', 'portfolio', 'import', RELEASE)
            self.assertEqual(done.returncode, 0, done.stderr.decode())
        return words if workspace else ['--workspace', 'w.regiekamer', *words]

    def test_every_example_works(self):
        text = self.run_in(self.shared.name, 'help', 'portfolio').stdout.decode()
        start = '    For example: rkctl '
        examples = [line[len(start):] for line in text.splitlines() if line.startswith(start)]
        self.assertEqual(len(examples), text.count('\nrkctl portfolio '))
        self.assertGreater(len(examples), 15)
        for example in examples:
            with self.subTest(example), tempfile.TemporaryDirectory() as folder:
                words = self.prepare(folder, shlex.split(example))
                done = self.run_in(folder, *words)
                self.assertEqual(done.returncode, 0, done.stderr.decode())
                if '--json' in words:
                    json.loads(done.stdout)
                if '--output' in words:
                    made = os.path.join(folder, words[words.index('--output') + 1])
                    self.assertGreater(os.path.getsize(made), 0)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
