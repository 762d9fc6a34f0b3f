#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Scales, stars, ranking, choices in the rows of a table, and another language, by keys."""
import os

from surveydriver import Survey
from uidriver import a11y_lint, wait_for

here = os.path.dirname(os.path.abspath(__file__))
survey = Survey(os.path.join(here, 'forms', 'choices.xml'), 'keuzes', 'Alle keuzes')
app = survey.app
wait_for(lambda: survey.in_card('Welke kleur?'), 'the focus in the first question')


def focused(role):
    wait_for(lambda: app.focused() and app.focused().role == role, f'the focus on a {role}')


# --- ranges
survey.go('Hoeveel?')
focused('slider')
assert survey.answer('bereik/gewoon') == ''
survey.press('space')
survey.stored('bereik/gewoon', '0')
survey.press('Right', 'Right', 'Right')
survey.stored('bereik/gewoon', '3')
survey.press('Tab', 'ctrl+a')
app.type('7')
survey.press('Tab')
survey.stored('bereik/gewoon', '7')

survey.next('Hoe zwaar?')
survey.press('Right', 'Right', 'Right')
survey.stored('bereik/komma', '0.75')
survey.next('Hoe hoog?')
survey.press('Up', 'Up')
survey.stored('bereik/rechtop', '20')
survey.next('Zonder streepjes?')
survey.press('End')
survey.stored('bereik/zonder', '100')
survey.press('Delete')
survey.stored('bereik/zonder', '')
survey.press('Right')
survey.stored('bereik/zonder', '5')

survey.next('Hoeveel sterren?')
assert a11y_lint(survey.card('Hoeveel sterren?')) == []
assert survey.names('Hoeveel sterren?')[2] == '3 van 5 sterren'
survey.press('4')
survey.stored('bereik/sterren', '4')
survey.press('Left')
survey.stored('bereik/sterren', '3')
survey.click('Hoeveel sterren?', '5 van 5 sterren')
survey.stored('bereik/sterren', '5')

survey.next('Welk getal uit de lijst?')
app.type('3')
app.find('list item', '30')
survey.press('Down', 'Return')
survey.stored('bereik/lijst', '35')

# from high to low: to the right is down
survey.next('Van hoog naar laag?')
survey.press('space')
survey.stored('bereik/omgekeerd', '10')
survey.press('Right', 'Right')
survey.stored('bereik/omgekeerd', '6')

# --- ranking: what is not placed yet comes last
survey.next('Wat komt eerst?')
assert a11y_lint(survey.card('Wat komt eerst?')) == []
survey.press('Down', 'Return')
survey.stored('rang/volgorde', 'nee ja soms')
survey.says('Nog te kiezen: zolang u dat niet doet, komen deze achteraan')
wait_for(lambda: app.focused().name == 'Soms', 'the focus on what is left')
survey.press('Return')
survey.stored('rang/volgorde', 'nee soms ja')
wait_for(lambda: app.focused().name == 'Ja', 'the focus on the last one')
survey.press('Return')
survey.card('Wat komt eerst?').find('list item', '3. Ja')
wait_for(lambda: app.focused().name == '3. Ja', 'the focus on what was placed last')
survey.press('alt+Up', 'alt+Up')
survey.stored('rang/volgorde', 'ja nee soms')

# --- the same controls in the row of a table
survey.go('Rijen')
survey.press('Return')
wait_for(lambda: app.focused().name == 'Ja', 'the first field of the row')
survey.press('space')
survey.stored('rij[1]/soort', 'ja')
survey.press('Tab', 'space', 'Right', 'space')
survey.stored('rij[1]/kleuren', 'rood groen')


def tab_to(role, name):
    """On with Tab, past the ticks that stand before it."""
    app.tab_to(lambda node: node.role == role and node.name == name, name)


tab_to('text', 'Plaats')
app.type('bev')
app.find('list item', 'Beveren')
survey.press('Return')
survey.stored('rij[1]/plaats', 'p2')
tab_to('radio button', '1 van 5 sterren')
survey.press('2')
survey.stored('rij[1]/cijfer', '2')
tab_to('list item', 'Ja')
survey.press('Down', 'Return')
survey.stored('rij[1]/orde', 'nee ja soms')

# --- another language: words in place, answers and order as they were
survey.go('Wat komt eerst?')
menu = app.find(pred=lambda n: n.name == 'Menu' and n.actions)
menu.do(menu.actions[0])
app.find('menu item', 'Taal van de vragenlijst')
item = app.find('menu item', 'English')
item.do('click') if 'click' in item.actions else item.do(item.actions[0])
wait_for(lambda: survey.card('What comes first?').find_all('list item', '1. Yes'), 'words in English')
survey.stored('rang/volgorde', 'ja nee soms')
survey.go('How many stars?')
assert survey.on('How many stars?') == ['5 van 5 sterren']
survey.go('What do you think?')
assert app.focused().name == 'Fully disagree, It runs smoothly.', app.focused().name

app.close()
print('ok')
