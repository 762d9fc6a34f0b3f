# SPDX-License-Identifier: EUPL-1.2
"""Filling in a questionnaire of the tests in the window, and what rkctl says was stored of it."""
import glob
import json
import os
import re
import subprocess

from uidriver import BUILT, a11y_lint, start, wait_for

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
        self.app.see('push button', 'Toevoegen').do('click')
        self.app.find('list item', pred=lambda n: n.name.startswith(title))
        form = os.path.splitext(file)[0]
        self.app.activate('start-survey', f"'{form}'")
        self.app.find('list', 'Delen')
        self.response = next(r['id'] for r in json.loads(rkctl('--json', 'survey', 'list'))['responses']
                             if r['form'] == form)

        # the other pages are in the tree too: everything is looked for below this one
        self.page = self.app.find('panel', pred=lambda n: n.name.startswith(title)
                                  and n.find_all('list', 'Delen'))
        self.wanted = {}
        wait_for(self.focused, 'the focus in the first question')

    def focused_node(self):
        return next((n for n in self.page.walk() if 'focused' in n.states), None)

    def focused(self):
        node = self.focused_node()
        return node.name if node else ''

    def type(self, text):
        """Types lines; xdotool leaves out the ends of lines."""
        for i, line in enumerate(text.split('\n')):
            if i > 0:
                self.app.key('Return')
            self.app.type(line)

    def search(self, words):
        """Goes to the question whose label has these words, by the search of the runner."""
        self.app.key_until('ctrl+f', lambda: self.focused() == 'Zoeken in de vragen', 'the search')
        self.app.key('ctrl+a')
        self.app.type(re.split('[^ -~]', words)[0])   # an accent is a slow key
        wait_for(lambda: self.page.find_all('list item', words), f'{words} is found')
        self.app.key('Return')
        wait_for(lambda: self.focused() not in ('', 'Zoeken in de vragen'), f'focus in {words}')

    def tab_to(self, name):
        """Moves the focus on until it is on what has this name."""
        self.app.tab_to(lambda node: node.name == name, name)

    def stored(self):
        """The answers by name, as rkctl exports them."""
        return json.loads(rkctl('survey', 'export', self.response, '--format', 'json'))

    def stored_at(self, node):
        """The answer of one question; None while there is none."""
        return self.stored()['antwoorden'].get(node)

    def check(self, node, value):
        """What is stored now, and still at the end."""
        self.wanted[node] = value
        wait_for(lambda: self.stored_at(node) == value, f'{node} is {value!r}, not {self.stored_at(node)!r}',
                 step=.3)

    def check_none(self, node):
        wait_for(lambda: self.stored_at(node) is None, f'{node} is empty', step=.3)

    def enter(self, label, *texts):
        """Types in the parts of a question, and goes on."""
        self.search(label)
        for i, text in enumerate(texts):
            if i > 0:
                self.app.key('Tab')
            self.app.key('ctrl+a')
            self.type(text)
        self.app.key('Tab')

    def check_shown(self, label, text):
        """What the entry of a question shows."""
        wait_for(lambda: next(n for n in self.page.find_all('text') if n.name == label).text == text,
                 f'{label} shows {text!r}')

    def message(self, start):
        wait_for(lambda: self.page.find_all(pred=lambda n: n.name.startswith(start)), f'message {start!r}')

    def press(self, name, nth=0):
        wait_for(lambda: self.page.find_all('push button', pred=lambda n: n.name == name)[nth:],
                 name)[0].do('click')

    def copy(self, text):
        """Puts text on the clipboard, by way of a field of several lines."""
        self.search('Toelichting')
        self.app.key('ctrl+a')
        self.type(text)
        self.app.key('ctrl+a', 'ctrl+c')

    def lint(self):
        assert a11y_lint(self.page) == [], a11y_lint(self.page)

    def finish(self):
        """Nothing typed was left that does not fit, and every answer is still there."""
        answers = self.stored()
        assert answers.get('niet_passend', {}) == {}, answers['niet_passend']
        for node, value in self.wanted.items():
            assert answers['antwoorden'][node] == value, (node, answers['antwoorden'].get(node))
        self.app.close()
        print('ok')
