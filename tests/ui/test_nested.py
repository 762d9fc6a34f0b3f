#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Rows in rows: added, filled in, moved, removed and undone by keys; rows that the form counts, rows
that are fixed; many rows."""
import os

from surveydriver import Survey
from uidriver import a11y_lint, wait_for

forms = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'forms')


def button(root, name):
    return root.find('push button', pred=lambda n: n.name == name)


def focused(app):
    node = app.focused()
    return node.name if node else ''


def wait_focus(name):
    wait_for(lambda: focused(app) == name, f'the focus in {name!r}, it is in {focused(app)!r}')


survey = Survey(os.path.join(forms, 'nested.xml'), 'gezinsproef', 'Gezinsproef')
app = survey.app
wait_focus('Rij toevoegen')

# a new row: the focus is in its first field
app.key('Return')
wait_focus('Naam van het kind')
app.find('heading', 'Kind 1')
app.type('Ada')
app.key('Tab')
survey.stored('kind[1]/naam', 'Ada')
wait_for(lambda: app.find_all('panel', pred=lambda n: n.name == 'Leeftijd van Ada'), 'the label with the name')
assert not app.find_all('panel', 'Leerjaar')
app.type('9')
app.key('Tab')
survey.stored('kind[1]/leeftijd', '9')
wait_for(lambda: app.find_all('panel', pred=lambda n: n.name == 'Naam van de school'), 'what shows from 6 years on')
assert a11y_lint(survey.card('Kind')) == [], a11y_lint(survey.card('Kind'))

# a row in the row
pets = app.find('panel', pred=lambda n: n.name == 'Huisdier')
button(pets, 'Rij toevoegen').do('click')
app.find('heading', pred=lambda n: n.name == 'Kind 1 › Huisdier 1')
wait_for(lambda: any('focused' in n.states for n in app.find('panel', pred=lambda n: n.name == 'Soort dier').walk()),
         'the focus in the first field')
app.key('Down')
survey.stored('kind[1]/dieren/huisdier[1]/soort', 'kat')
app.find('text', 'Roepnaam').set_text('Poes')
# and a row in that one
vaccinations = app.find('panel', pred=lambda n: n.name == 'Inenting')
button(vaccinations, 'Rij toevoegen').do('click')
app.find('heading', pred=lambda n: n.name == 'Kind 1 › Huisdier 1 › Inenting 1')
wait_focus('Datum van de inenting')
app.type('1/2/2026')
app.key('Tab')
survey.stored('kind[1]/dieren/huisdier[1]/prik[1]/datum', '2026-02-01')
survey.stored('kind[1]/dieren/huisdier[1]/roepnaam', 'Poes')

# Escape closes from the inside out
app.key('Escape')
wait_for(lambda: not app.find_all('heading', pred=lambda n: 'Inenting' in n.name), 'the inner row to close')
app.key('Escape')
wait_for(lambda: not app.find_all('heading', pred=lambda n: 'Huisdier' in n.name), 'the row to close')
app.key('Escape')
wait_for(lambda: not app.find_all('heading', pred=lambda n: n.name == 'Kind 1'), 'the outer row to close')
app.find('table row', pred=lambda n: n.name.startswith('Ada'))

# a second row, moved up, removed and brought back
button(survey.card('Kind'), 'Rij toevoegen').do('click')
wait_focus('Naam van het kind')
app.type('Bo')
app.key('Escape')
survey.stored('kind[2]/naam', 'Bo')
wait_for(lambda: focused(app).startswith('Bo'), 'the focus on the row')
app.key('alt+Up')
survey.stored('kind[1]/naam', 'Bo')
survey.stored('kind[2]/dieren/huisdier[1]/roepnaam', 'Poes')
wait_for(lambda: focused(app).startswith('Bo'), 'the focus still on the row')
app.key('Delete')
survey.stored('kind[1]/naam', 'Ada')
assert survey.answer('kind[2]/naam') is None
app.key('ctrl+z')
survey.stored('kind[1]/naam', 'Bo')
survey.stored('kind[2]/dieren/huisdier[1]/prik[1]/datum', '2026-02-01')

# rows that the form counts: no button, as many as the answer says
app.key('ctrl+Next')
wait_focus('Aantal kamers')
rooms = app.find('panel', pred=lambda n: n.name.startswith('Kamer'))
assert not rooms.find_all('push button', 'Rij toevoegen')
app.type('3')
app.key('Tab')
wait_for(lambda: len(rooms.find_all('table row', pred=lambda n: n.name.startswith('Kamer'))) == 3, 'three rows')
row = rooms.find_all('table row', pred=lambda n: n.name.startswith('Kamer 2'))[0]
button(row, 'Rij Kamer 2 wijzigen').do('click')
wait_focus('Breedte van de kamer')
assert not app.seen('push button', 'Rij verwijderen')
app.type('3,5')
app.key('Escape')
survey.stored('kamer[2]/breedte', '3.5')

# rows that are fixed
days = survey.card('Dag')
assert not days.find_all('push button', 'Rij toevoegen')
assert len(days.find_all('table row', pred=lambda n: n.name.endswith('ingevuld'))) == 2

# many rows: a page of them, and a search
app.find('text', 'Aantal kamers').set_text('120')
app.find('label', pred=lambda n: n.name == 'Rijen 1 tot 50 van 120')
survey.stored('kamer[120]/nr', '120')
app.close()
print('ok')
