#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Suppliers and what they cost, contracts and when they end, by keys along the timeline; from there
to a contract and to a supplier."""
from uidriver import a11y_lint, start, wait_for


def shown(count):
    """The footer: which of the rows one sees."""
    app.see('label', pred=lambda n: n.name.endswith(f' van {count}'))


def tab(name):
    app.click_at(app.see('page tab', name))


app = start()
app.find('push button', 'Voorbeeldbestuur bekijken').do('click')
app.wait_title('Ons bestuur in cijfers')
app.activate('show-page', "'suppliers'")
shown('25 leveranciers')
assert a11y_lint(app) == [], a11y_lint(app)

# The timeline: rows by ↑ and ↓, what stands on a row by ← and →.
tab('Tijdlijn')
app.tab_to(lambda n: n.role == 'image' and 'einde onbekend' in n.name, 'the first row: its end is unknown')
app.key('Down')
wait_for(lambda: 'opzeggen tot' in app.focused().name, 'the first that one can give notice of')
row = app.focused().name
app.key('Right')
wait_for(lambda: app.focused().name.startswith('van'), 'where it begins')
app.key('Right')
wait_for(lambda: app.focused().name.startswith('opzeggen tot '), 'the last day to give notice')
app.key('minus')
app.key('Return')
app.wait_title(row.split(',')[0])
app.activate('back')

# A supplier: how much one depends on it, in words, and all that comes from it.
tab('Leveranciers')
app.key('ctrl+f')
app.type('Ravel')
app.see('label', '1 leverancier (25 in totaal)')
app.key('Tab')
app.tab_to(lambda n: 'Ravel IT' in n.name, 'the row')
app.key('Return')
app.wait_title('Ravel IT')
app.see('label', 'Hoeveel u ervan afhangt')
app.see('label', pred=lambda n: n.name.startswith('Concentratie over alle leveranciers: '))
app.see('list item', pred=lambda n: n.name.startswith('Kassier BBC, '))
app.activate('back')

# A new contract is kept as soon as it has a name.
tab('Contracten')
shown('45 contracten')
app.key('ctrl+n')
wait_for(lambda: app.focused() is not None and app.focused().role in ('text', 'entry'), 'the name')
app.type('Onderhoud klokkentoren')
app.key('Tab')
app.see('push button', 'Klaar').do('click')
shown('46 contracten')
app.key('ctrl+z')
shown('45 contracten')
app.close()
