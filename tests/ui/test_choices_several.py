#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Several choices and tables of statements: ticked, added, limited, and moved through by keys."""
import os

from surveydriver import Survey
from uidriver import a11y_lint, wait_for

here = os.path.dirname(os.path.abspath(__file__))
survey = Survey(os.path.join(here, 'forms', 'choices.xml'), 'keuzes', 'Alle keuzes')
app = survey.app
wait_for(lambda: survey.in_card('Welke kleur?'), 'the focus in the first question')

# --- ticks
survey.go('Welke kleuren?')
assert a11y_lint(survey.card('Welke kleuren?')) == []
survey.press('space', 'Down', 'Down', 'space')
survey.stored('meer/acht', 'rood blauw')
survey.click('Welke kleuren?', 'Rood')
survey.stored('meer/acht', 'blauw')

survey.next('Welke dieren?')
survey.press('space')
survey.click('Welke dieren?', 'Koe')
survey.stored('meer/dertien', 'd1 d10')

# some of many: added by a part of the name, and taken away again
survey.next('Welke plaatsen?')
for part in ('zwijn', 'aar'):
    app.type(part)
    app.find('list item', pred=lambda n: n.name.lower().startswith(part))
    survey.press('Return')
survey.stored('meer/veel', 'p1 p3')
wait_for(lambda: survey.on('Welke plaatsen?') == ['Aarschot', 'Zwijndrecht'], 'what was added')
survey.click('Welke plaatsen?', 'Aarschot')
survey.stored('meer/veel', 'p3')
wait_for(lambda: survey.names('Welke plaatsen?') == ['Zwijndrecht'], 'one is taken away')
survey.go('Welke plaatsen zoekt u?')
survey.press('Down', 'Return')
survey.stored('meer/zoek', 'p1')

survey.next('Kleuren in kolommen?')
survey.press('space', 'Right', 'space')
survey.stored('meer/kolommen', 'rood groen')
survey.next('Vormen zonder knoppen?')
survey.press('space')
survey.click('Vormen zonder knoppen?', 'Driehoek')
survey.stored('meer/zonder_knop', 'cirkel driehoek')

# the constraint says how many there may be before it is broken
survey.next('Hoogstens twee kleuren?')
survey.says('0 van hoogstens 2 gekozen')
survey.press('space', 'Down', 'space', 'Down', 'space')
survey.says('U kunt er hoogstens 2 kiezen. Haal er eerst een weg.')
survey.stored('meer/hoogstens', 'rood groen')
assert survey.on('Hoogstens twee kleuren?') == ['Rood', 'Groen']

# --- a row of labels above statements without
survey.go('Wat vindt u hiervan?')
assert a11y_lint(survey.card('Wat vindt u hiervan?')) == []
assert app.focused().name == 'Helemaal oneens, Het gaat vlot.', app.focused().name
survey.press('4')
survey.stored('hand/vlot', '4')
wait_for(lambda: app.focused().name == 'Helemaal oneens, Het gaat traag.', 'the next statement')
survey.press('Right')
survey.stored('hand/traag', '2')
survey.press('Down')
wait_for(lambda: app.focused().name == 'Helemaal oneens, Het gaat goed.', 'down without choosing')
survey.press('Up')
wait_for(lambda: app.focused().name == 'Oneens, Het gaat traag.', 'up to what was chosen')
assert survey.answer('hand/goed') == ''
survey.click('Wat vindt u hiervan?', 'Eens, Het gaat goed.')
survey.stored('hand/goed', '4')
survey.next('Waarom?')

# ticks in a table
survey.next('Waar gebruikt u dit?')
survey.press('space', 'Right', 'Right', 'space')
survey.stored('vinken/werk', 'ja soms')
survey.press('Down', '2')
survey.stored('vinken/thuis', 'nee')

# as XLSForm writes it
survey.next('Hoe tevreden bent u?')
survey.press('5', '1')
survey.stored('tabel/prijs', '5')
survey.stored('tabel/dienst', '1')

# forty statements: searched, and scrolled with their header in sight
survey.next('Veertig stellingen')
survey.press('3')
survey.stored('lang/s1', '3')
search = survey.card('Veertig stellingen').find(pred=lambda n: n.name == 'Zoeken in de stellingen')
app.click_at(search)
app.type('stelling 37')
wait_for(lambda: len(survey.names('Veertig stellingen')) < 10, 'the only statement left')
survey.press('Tab')
wait_for(lambda: app.focused().name.endswith('Stelling 37: wij doen dit'), 'the only statement left')
survey.press('2')
survey.stored('lang/s37', '2')

# --- one statement at a time where it is narrow
app.resize(400, 760)
survey.go('Hoe tevreden bent u?')
app.find('label', 'stelling 1 van 2')
survey.press('Up')
survey.stored('tabel/prijs', '4')
app.find('push button', 'Volgende stelling').do('click')
app.find('label', 'stelling 2 van 2')

app.close()
print('ok')
