#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""One choice, in each appearance: chosen by keys and by the pointer, and stored as the form wants."""
import os
import shutil
import tempfile

from surveydriver import Survey
from uidriver import a11y_lint, wait_for

GONE = 'Dit antwoord past niet meer bij uw vorige keuze. Kies opnieuw.'
NOTHING = 'Geen keuzes: niets in deze lijst past bij uw vorige antwoorden.'

# The form of the tests, with five thousand places.
forms = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'forms')
folder = tempfile.mkdtemp()
shutil.copytree(os.path.join(forms, 'choices-media'), os.path.join(folder, 'choices-media'))
with open(os.path.join(forms, 'choices.xml'), encoding='utf-8') as source:
    text = source.read()
places = ''.join(f'<item><name>n{i:04}</name><label>Plaats {i:04}</label></item>' for i in range(5000))
text = text.replace('<item><name>p3</name>', places + '<item><name>p3</name>')
with open(os.path.join(folder, 'choices.xml'), 'w', encoding='utf-8') as target:
    target.write(text)

survey = Survey(os.path.join(folder, 'choices.xml'), 'keuzes', 'Alle keuzes')
app = survey.app
wait_for(lambda: survey.in_card('Welke kleur?'), 'the focus in the first question')
assert a11y_lint(survey.card('Welke kleur?')) == []

# --- lists, and what is found by typing
survey.press('Down')
survey.stored('een/gewoon', 'groen')
survey.press('Delete')
survey.stored('een/gewoon', '')
survey.press('space')
survey.stored('een/gewoon', 'groen')

survey.next('Welke kleur uit de lijst?')
app.type('bl')
app.find('list item', 'Blauw')
survey.press('Return')
survey.stored('een/minimaal', 'blauw')

# quick: on to the next question, by key here and by pointer below
survey.next('Snel kiezen?')
survey.press('space')
survey.stored('een/snel', 'ja')
wait_for(lambda: survey.in_card('Wat volgt daarop?'), 'the question after a quick one')
survey.click('Wat volgt daarop?', 'Nee')
survey.stored('een/na_snel', 'nee')

# five thousand: there after the first letters
survey.next('Welke plaats?')
app.type('plaats 4987')
app.find('list item', pred=lambda n: n.name == 'Plaats 4987')
survey.press('Return')
survey.stored('een/zoek', 'n4987')

survey.next('Welk dier?')
survey.press('Down', 'Down', 'Return')
survey.stored('een/zoek2', 'd2')

survey.next('Welk getal?')
survey.press('Down', 'Down')
survey.stored('een/getal', '3')

# words with markup and with the answer to another question
survey.next('Welke opmaak?')
assert survey.names('Welke opmaak?') == ['Vet voor groen', 'Schuin'], survey.names('Welke opmaak?')
survey.press('space')
survey.stored('een/opmaak', 'a')

# --- lists that depend on another answer
survey.says(NOTHING)
survey.next('Welke provincie?')
survey.press('space')
survey.stored('een/provincie', 'ovl')
survey.next('Welke stad?')
assert survey.names('Welke stad?') == ['Gent', 'Aalst']
survey.press('space')
survey.stored('een/stad', 'gent')
survey.next('Welke stad uit de lijst?')
app.type('aal')
app.find('list item', 'Aalst')
survey.press('Return')
survey.stored('een/stad_lijst', 'aalst')

survey.go('Welke provincie?')
survey.press('Down')
survey.stored('een/provincie', 'wvl')
wait_for(lambda: survey.names('Welke stad?') == ['Gent', 'Brugge', 'Kortrijk'], 'the cities of there')
assert survey.on('Welke stad?') == ['Gent']
assert len(app.find_all('label', GONE)) + len([n for n in app.walk() if n.name == GONE]) >= 2
survey.go('Welke stad?')
survey.click('Welke stad?', 'Brugge')
survey.stored('een/stad', 'brugge')
wait_for(lambda: survey.names('Welke stad?') == ['Brugge', 'Kortrijk'], 'the gone choice is away')

# a random order stays as it is
survey.go('In willekeurige volgorde?')
order = survey.names('In willekeurige volgorde?')
assert len(order) == 6
survey.press('space')
survey.stored('een/willekeurig', {'Aap': 'd1', 'Beer': 'd2', 'Das': 'd3', 'Eend': 'd4',
                                  'Fazant': 'd5', 'Geit': 'd6'}[order[0]])
survey.press('ctrl+Next')
wait_for(lambda: survey.in_card('Kolommen?'), 'the next section')
survey.press('ctrl+Prior')
wait_for(lambda: survey.card('In willekeurige volgorde?').shown(), 'the section before')
assert survey.names('In willekeurige volgorde?') == order
survey.press('ctrl+Next')

# --- in a grid: arrows go in both directions
wait_for(lambda: survey.in_card('Kolommen?'), 'the columns')
assert a11y_lint(app.find('panel', 'Kolommen?')) == []
survey.press('Right')
survey.stored('raster/kolommen', 'groen')
survey.next('Twee kolommen?')
survey.press('Down')
survey.stored('raster/kolommen_2', 'blauw')
survey.press('Right')
survey.stored('raster/kolommen_2', 'geel')
survey.next('Dicht bij elkaar?')
survey.press('Right', 'Right')
survey.stored('raster/kolommen_dicht', 'blauw')
survey.next('Bent u het eens?')
survey.press('4')
survey.stored('raster/likert', '4')
survey.press('Right')
survey.stored('raster/likert', '5')
survey.next('Zonder knoppen?')
survey.click('Zonder knoppen?', 'Geel')
survey.stored('raster/zonder_knop', 'geel')
survey.next('Naast elkaar?')
survey.press('Right')
survey.stored('raster/horizontaal', 'nee')

# --- pictures; a link for the sound
survey.next('Compact?')
survey.click('Compact?', 'Vierkant')
survey.stored('raster/compact', 'vierkant')
survey.card('Compact?').find('push button', 'Geluid: driehoek.wav')
survey.press('Tab')
wait_for(lambda: app.focused().name == 'Geluid: driehoek.wav', 'the sound by Tab')
survey.next('Compact in twee?')
survey.press('Right')
survey.stored('raster/compact_2', 'vierkant')
survey.next('Snel en compact?')
survey.click('Snel en compact?', 'Cirkel')
survey.stored('raster/snel_compact', 'cirkel')
wait_for(lambda: survey.in_card('Welke vorm?'), 'the question after a quick one')
survey.press('Down', 'Down')
survey.stored('raster/beeld', 'driehoek')
survey.next('Welke vorm in kolommen?')
survey.press('space')
survey.stored('raster/beeld_kolommen', 'cirkel')

app.close()
print('ok')
