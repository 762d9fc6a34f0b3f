#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Forms of every shape: sections without a label, groups in groups, a section that is skipped, pages
and a grid; and the answers that were stored."""
import os

from surveydriver import Survey
from uidriver import a11y_lint, wait_for

forms = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'forms')


def sections(app):
    return [n.name for n in app.find('list', 'Delen').find_all('list item')]


def title(app, text):
    app.see('label', pred=lambda n: n.name == text)


def headings(app):
    return [n.name for n in app.find_all('heading')]


# --- sections of every shape
survey = Survey(os.path.join(forms, 'structure.xml'), 'bouwproef', 'Bouwproef')
app = survey.app
assert sections(app) == ['Bouwproef, 0 van 1', 'Kleur van de gevel, 0 van 2', 'Huis, 0 van 3',
                         'Tuin, niets in te vullen', 'Dank u. Lees uw antwoorden na., niets in te vullen'], sections(app)
wait_for(lambda: survey.in_card('Uw naam'), 'the focus in the first question')
app.type('Ada')
app.key('ctrl+Next')
survey.stored('naam', 'Ada')
wait_for(lambda: survey.in_card('Kleur van de gevel'), 'the second section')
# a question without a label has the name of its element, and a place of its own
survey.card('naam')
app.key('ctrl+j')
wait_for(lambda: survey.in_card('naam'), 'the question without a label')
app.type('gevel')
app.key('ctrl+Next')
survey.stored('zonder/naam', 'gevel')
survey.stored('naam', 'Ada')

# groups in groups: a heading each, when something of theirs shows
wait_for(lambda: survey.in_card('Bedekking van het dak'), 'the third section')
assert headings(app) == ['Dak'], headings(app)
assert a11y_lint(survey.card('Bedekking van het dak')) == []
survey.click('Bedekking van het dak', 'Pannen')
survey.card('Hoeveel panelen heeft Ada?')
assert headings(app) == ['Dak', 'Zonnepanelen'], headings(app)
survey.stored('huis/dak/bedekking', 'pannen')

# a section that is skipped is stepped over, until an answer asks for it
app.key('ctrl+Next')
title(app, 'Dank u. Lees uw antwoorden na.')
app.key('ctrl+Prior')
wait_for(lambda: survey.in_card('Bedekking van het dak'), 'the third section again')
survey.click('Is er een tuin?', 'Ja')
wait_for(lambda: 'Tuin, 0 van 1' in sections(app), 'the section that is asked now')
app.key('ctrl+Next')
wait_for(lambda: survey.in_card('Oppervlakte van de tuin'), 'the section')
app.type('12')
app.key('ctrl+Return')
app.wait_title('Nakijken')
survey.stored('tuin/oppervlakte', '12')
app.key_until('alt+Left', lambda: survey.in_card('Oppervlakte van de tuin'), 'the section again')

# undo goes to the section where it happens
app.key('ctrl+Prior')
wait_for(lambda: survey.in_card('Bedekking van het dak') or survey.in_card('Is er een tuin?'), 'back')
app.key('ctrl+z')
wait_for(lambda: survey.in_card('Oppervlakte van de tuin'), 'the answer that was undone')
survey.stored('tuin/oppervlakte', '')
app.close()

# --- pages
survey = Survey(os.path.join(forms, 'pages.xml'), 'bladerproef', 'Bladerproef')
app = survey.app
title(app, 'Deel 1 van 3 · pagina 1 van 2')
survey.card('Welkom bij deze proef')
assert not app.find_all('panel', 'Wie bent u?')
app.see('push button', pred=lambda n: n.name.endswith('Volgende pagina')).do('click')
wait_for(lambda: survey.in_card('Wie bent u?'), 'the second page')
app.type('Bo')
app.key('ctrl+Next')
survey.stored('wie', 'Bo')
wait_for(lambda: survey.in_card('Straat'), 'the page of two questions')
survey.card('Huisnummer')
app.key('ctrl+Next')
title(app, 'Deel 3 van 3 · pagina 1 van 2')
survey.click('Soort bebouwing', 'Open')
title(app, 'Deel 3 van 3 · pagina 1 van 3')
app.key('ctrl+Next')
wait_for(lambda: survey.in_card('Wat staat er in de garage?'), 'the page that came')
app.key('ctrl+Next')
wait_for(lambda: survey.in_card('Breedte'), 'the last page')
assert 'Maten' in headings(app)
app.type('8')
app.key('Tab')
survey.stored('huis/samen/breedte', '8')
# a page is found again, and everything can stand under each other
app.see('push button', pred=lambda n: n.name.endswith('Nakijken en indienen'))
app.activate('back')
wait_for(lambda: not app.seen('panel', 'Breedte'), 'another page')
app.activate('start-survey', "'bladerproef'")
wait_for(lambda: survey.in_card('Breedte'), 'the same page')
app.close()

# --- a summary: what only tells stands line by line in one card, what is asked apart
survey = Survey(os.path.join(forms, 'summary.xml'), 'overzichtproef', 'Overzichtproef')
app = survey.app
wait_for(lambda: survey.in_card('Uw naam'), 'the first question')
app.type('Ada')
app.key('Tab')
survey.stored('naam', 'Ada')
survey.next('Aantal toestellen')
app.type('8')
app.key('ctrl+Next')
survey.stored('overzicht/prijs', '96')


def lines(*labels):
    """Whether they stand under each other without room between."""
    places = [survey.card(label).extents() for label in labels]
    return all(abs(a[1] + a[3] - b[1]) <= 2 for a, b in zip(places, places[1:]))


wait_for(lambda: lines('Bestelling van Ada', 'Prijs', 'Munt'), 'one card of three lines')
survey.card('Prijs').find('label', '96')
assert not survey.card('Prijs').find_all('label', 'Berekend')
assert not lines('Munt', 'Bent u het daarmee eens?') and not lines('Bent u het daarmee eens?', 'U kunt nog terug.')
survey.go('Aantal toestellen')
app.key('ctrl+a')
app.type('12')
app.key('ctrl+Next')
survey.stored('overzicht/korting', '2')
wait_for(lambda: lines('Bestelling van Ada', 'Prijs', 'Korting', 'Munt'), 'the line that came')
assert a11y_lint(survey.card('Bestelling van Ada')) == []
if os.environ.get('SHOT'):
    os.system('import -window root ' + os.environ['SHOT'] + '-summary.png')
app.close()

# --- a grid
survey = Survey(os.path.join(forms, 'grid.xml'), 'roosterproef', 'Roosterproef')
app = survey.app
app.resize(1270, 880)


def place(label):
    return survey.card(label).extents()


wait_for(lambda: place('Voornaam')[1] == place('Naam')[1] == place('Geboren op')[1]
         and place('Voornaam')[0] < place('Naam')[0] < place('Geboren op')[0], 'three in a row')
assert place('Naam')[2] > place('Geboren op')[2]


def bottom(label):
    """Where the lowest button of a card begins: that of its note."""
    return max(b.extents()[1] for b in survey.card(label).walk() if 'button' in b.role)


# one has a longer hint: the others are as high, and what stands below them lines up
assert place('Voornaam')[3] == place('Naam')[3] == place('Geboren op')[3]
wait_for(lambda: bottom('Voornaam') == bottom('Naam') == bottom('Geboren op'), 'one line of notes')
if os.environ.get('SHOT'):
    os.system('import -window root ' + os.environ['SHOT'])
assert place('Straat')[1] > place('Naam')[1]
wait_for(lambda: survey.in_card('Voornaam'), 'the focus in the first field')
app.type('Ada')
app.key('Tab')
survey.stored('persoon/voornaam', 'Ada')
# a narrow window has no room for that
app.resize(420, 880)
wait_for(lambda: place('Naam')[1] > place('Voornaam')[1] and place('Geboren op')[1] > place('Naam')[1],
         'all under each other')
app.close()
print('ok')
