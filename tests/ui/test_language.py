#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The language of a form is that of the program, can be switched while one fills in, and is kept."""
import os

from surveydriver import Survey
from uidriver import start, wait_for

forms = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'forms')


def speak(app, language):
    """Chooses in the menu of the runner."""
    def focused():
        return app.focused().name if app.focused() else ''

    app.key('F10')
    wait_for(lambda: focused() == 'Zoeken in de vragen', 'the menu')
    app.key('Up')
    wait_for(lambda: focused() == 'Taal van de vragenlijst', 'the languages')
    app.key('Return')
    app.tab_to(lambda node: node.name == language, language, key='Down')
    app.key('Return')


survey = Survey(os.path.join(forms, 'structure.xml'), 'bouwproef', 'Bouwproef')
app = survey.app
# the program speaks Dutch, and so does the form, though English is its default
wait_for(lambda: survey.in_card('Uw naam'), 'the first question in Dutch')
app.type('Ada')
app.key('ctrl+Next', 'ctrl+Next')
survey.stored('naam', 'Ada')
survey.click('Bedekking van het dak', 'Pannen')
survey.card('Hoeveel panelen heeft Ada?')

# switched in place: cards, choices, headings, sections; what was answered stays
speak(app, 'English (en)')
survey.card('How many panels does Ada have?')
wait_for(lambda: survey.on('Covering of the roof') == ['Tiles'], 'the choice in English')
wait_for(lambda: 'Roof' in [n.name for n in app.find_all('heading')], 'the heading in English')
wait_for(lambda: any(n.name.startswith('House,') for n in app.find('list', 'Delen').find_all('list item')),
         'the section in English')
survey.stored('huis/dak/bedekking', 'pannen')

# what is not translated falls back to the default language
speak(app, 'Français (fr)')
survey.card('Covering of the roof')

# from right to left: the words begin at the other side
speak(app, 'العربية (ar)')
card = survey.card('غطاء السقف')
number = card.find('label', '1')
left, _, whole, _ = card.extents()
assert number.extents()[0] > left + whole / 2, (number.extents(), card.extents())

# after a restart the form still speaks it
app.close()
app = start()
app.activate('start-survey', "'bouwproef'")
app.find('panel', pred=lambda n: n.name == 'غطاء السقف')
app.close()
print('ok')
