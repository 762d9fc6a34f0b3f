# SPDX-License-Identifier: EUPL-1.2
"""Fills in a form in the window: starts it, goes from question to question, and asks the command
line what was stored."""
import glob
import json
import os
import subprocess
from xml.etree import ElementTree

from gi.repository import GLib

from uidriver import BUILT, start, wait_for


class Survey:
    """A form of a file, added to the example administration and begun."""

    def __init__(self, path, form_id, title):
        self.app = app = start()
        self.cards = {}
        app.activate('open-example')
        app.wait_title('Ons bestuur in cijfers')
        app.activate('add-questionnaire-file', f"'{path}'")
        app.wait_title(title)
        app.see('push button', 'Toevoegen').do('click')
        app.find('list item', pred=lambda n: n.name.startswith(title))
        app.activate('start-survey', f"'{form_id}'")
        app.find('push button', pred=lambda n: n.name.startswith('Volgend')
                 or n.name.startswith('Nakijken'))
        self.workspace = glob.glob(os.path.expanduser('~/.local/share/**/voorbeeld.regiekamer'),
                                   recursive=True)[0]
        listed = self.rkctl('survey', 'list')
        self.id = next(row['id'] for row in listed['responses'] if row['form'] == form_id)

    def rkctl(self, *arguments):
        program = os.path.join(os.path.dirname(os.environ.get('RK_APP', BUILT)), '../cli/rkctl')
        out = subprocess.run([program, '--workspace', self.workspace, '--json', *arguments],
                             check=True, capture_output=True, text=True).stdout
        return json.loads(out)

    def answer(self, path):
        """The value at a path below the root of the form: 'group/question', 'table[2]/field'."""
        xml = self.rkctl('survey', 'export', self.id, '--format', 'xml')['content']
        element = ElementTree.fromstring(xml).find(path)
        return None if element is None else element.text or ''

    def stored(self, path, value):
        """Waits until an answer is stored; the last one read explains a failure."""
        seen = []

        def look():
            seen[:] = [self.answer(path)]
            return seen[0] == value
        try:
            wait_for(look, f'{path} to be {value!r}', step=.2)
        except AssertionError as error:
            raise AssertionError(f'{error}: it is {seen[0]!r}') from None

    def card(self, label):
        """The card of a question, looked for again only when it was made anew."""
        known = self.cards.get(label)
        try:
            if known is not None and known.name == label and 'visible' in known.states:
                return known
        except GLib.Error:
            pass
        self.cards[label] = self.app.find('panel', pred=lambda n: n.name == label)
        return self.cards[label]

    def in_card(self, label):
        return any('focused' in n.states for n in self.card(label).walk())

    def next(self, label):
        """On to the next open question, which must be this one."""
        self.app.key('ctrl+j')
        wait_for(lambda: self.in_card(label), f'the focus in {label!r}')

    def go(self, label):
        """To a question wherever it is, by the search in the questions."""
        self.app.key_until('ctrl+f', lambda: self.app.focused().name == 'Zoeken in de vragen', 'the search')
        self.app.type(label)
        self.app.find('list item', pred=lambda n: n.name.startswith(label))
        self.app.key('Return')
        wait_for(lambda: self.in_card(label), f'the focus in {label!r}')

    def press(self, *keys):
        for key in keys:
            self.app.key(key)

    def button(self, label, name):
        """A radio or tick of a question."""
        return self.card(label).find(pred=lambda n: n.name == name
                                     and n.role in ('radio button', 'check box'))

    def click(self, label, name):
        self.app.click_at(self.button(label, name))

    def names(self, label):
        """What there is to choose, in order."""
        return [n.name for n in self.card(label).walk() if n.role in ('radio button', 'check box')]

    def on(self, label):
        """What is chosen."""
        return [n.name for n in self.card(label).walk()
                if n.role in ('radio button', 'check box') and 'checked' in n.states]

    def says(self, text):
        """Waits for words on the page."""
        return self.app.find(pred=lambda n: n.name == text)
