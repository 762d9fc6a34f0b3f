# SPDX-License-Identifier: EUPL-1.2
"""Filling in a questionnaire of the tests in the window, and what rkctl says was stored of it."""
import glob
import json
import os
import subprocess
import time

from uidriver import BUILT, start, wait_for

HERE = os.path.dirname(os.path.abspath(__file__))
RKCTL = os.environ.get('RKCTL', os.path.join(os.path.dirname(BUILT), '../cli/rkctl'))


def rkctl(*arguments):
    workspace = glob.glob(os.path.expanduser('~/.local/share/**/voorbeeld.regiekamer'), recursive=True)[0]
    done = subprocess.run([RKCTL, '--workspace', workspace, *arguments], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


class Form:
    """A questionnaire of tests/ui/forms, begun in the example workspace."""

    def __init__(self, file, title):
        self.app = start()
        self.app.activate('open-example')
        self.app.wait_title('Ons bestuur in cijfers')
        self.app.activate('add-questionnaire-file', f"'{os.path.join(HERE, 'forms', file)}'")
        self.app.wait_title(title)
        self.app.find('push button', 'Toevoegen').do('click')
        self.app.find('list item', pred=lambda n: n.name.startswith(title))
        form = os.path.splitext(file)[0]
        self.app.activate('start-survey', f"'{form}'")
        self.app.find('list', 'Delen')
        self.response = next(r['id'] for r in json.loads(rkctl('--json', 'survey', 'list'))['responses']
                             if r['form'] == form)

    def focused(self):
        node = self.app.focused()
        return node.name if node else ''

    def type(self, text):
        """Types lines; xdotool leaves out the ends of lines."""
        for i, line in enumerate(text.split('\n')):
            if i > 0:
                self.app.key('Return')
            self.app.type(line)

    def search(self, words):
        """Goes to the question whose label has these words, by the search of the runner."""
        self.app.key('ctrl+f')
        wait_for(lambda: self.focused() == 'Zoeken in de vragen', 'the search')
        self.app.key('ctrl+a')
        self.app.type(words)
        wait_for(lambda: self.app.find_all('list item', words), f'{words} is found')
        self.app.key('Return')
        wait_for(lambda: self.focused() != 'Zoeken in de vragen', f'focus in {words}')

    def tab_to(self, name):
        """Moves the focus on until it is on what has this name."""
        for _ in range(15):
            if self.focused() == name:
                return
            self.app.key('Tab')
            time.sleep(.3)
        raise AssertionError(f'{name!r} is not reached from here')

    def stored(self):
        """The answers by name, as rkctl exports them."""
        return json.loads(rkctl('survey', 'export', self.response, '--format', 'json'))
