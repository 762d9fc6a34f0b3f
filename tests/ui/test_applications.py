#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Applications with the keys: filter, add, change, place, several at once, merge, remove."""
from uidriver import a11y_lint, start, wait_for


def check_names(page):
    assert a11y_lint(app) == [], (page, a11y_lint(app))


def rows(role='table row'):
    """The rows, as a screen reader says them, in order."""
    return [n.name for n in app.find_all(role) if ',' in n.name]


def label(text):
    return wait_for(lambda: app.seen('label', pred=lambda n: n.name == text), f'the words {text!r}')


def focus_named(name):
    return wait_for(lambda: app.focused().name == name, f'the focus in {name!r}')


def press(name):
    app.see('push button', pred=lambda n: n.name == name).do('click')


def to_rows():
    app.key('ctrl+f')
    focus_named('Filter op naam')
    app.tab_to(lambda n: n.role == 'table row', 'the rows')
    app.key('Home')


app = start()
app.find('push button', 'Voorbeeldbestuur bekijken').do('click')
app.wait_title('Ons bestuur in cijfers')
app.activate('show-page', "'applications'")
label('80 toepassingen')

# --- filter ---------------------------------------------------------------------------------------
app.key('ctrl+f')
focus_named('Filter op naam')
app.type('burger')
wait_for(lambda: 1 < len(rows()) < 10, 'the rows with this word')
check_names('applications')

# --- add: the name is enough; then it is there ----------------------------------------------------
app.key('ctrl+n')
focus_named('Naam')
app.type('Burgerkassa')
app.key('Tab')
label('81 toepassingen')
focus_named('Product')
wait_for(lambda: [n for n in rows() if n.startswith('Burgerkassa,')], 'its row')

# a wrong value stays, with a sentence; Escape brings back what was saved
app.key('Tab', 'Tab', 'Tab', 'Tab')
focus_named('In gebruik sinds')
app.type('ooit')
app.key('shift+Tab')
label('Vul een datum in, bijvoorbeeld 31/12/2027.')
app.key('Tab')
focus_named('In gebruik sinds')
app.key('Escape')
wait_for(lambda: app.focused().text == '', 'the value from before')
app.type('1/2/2027')
app.key('F2')
label('01/02/2027')

# --- place it -------------------------------------------------------------------------------------
press('Toevoegen aan Referentiecomponenten')
label('Component of product?')
check_names('choosing a component')
app.tab_to(lambda n: n.name.startswith('Plaatsen op '), 'a suggestion')
component = app.focused().name.removeprefix('Plaatsen op ')
app.key('space')
app.see('push button', pred=lambda n: n.name == component)

# --- several at once: a preview, one step ---------------------------------------------------------
to_rows()
app.key('space', 'Down', 'space')
label('2 gekozen')
press('Wijzigen…')
label('2 toepassingen wijzigen')
app.tab_to(lambda n: n.name == 'Status', 'the new value')
app.key('space')
app.key('Home', 'Down', 'Down', 'Down', 'Down', 'Return')
label('2 toepassingen: Status wordt ‘Uitgefaseerd’.')
press('Wijzigen')
wait_for(lambda: len([n for n in rows() if 'uitgefaseerd' in n]) == 2, 'both are retired')
app.key('ctrl+z')
wait_for(lambda: not [n for n in rows() if 'uitgefaseerd' in n], 'both are as they were')

# --- merge, and undo ------------------------------------------------------------------------------
to_rows()
app.key('space', 'Down', 'space')
label('2 gekozen')
press('Samenvoegen…')
app.see(pred=lambda n: n.name.startswith('Naam: '))
check_names('merging')
press('Samenvoegen')
label('80 toepassingen')
app.key('ctrl+z')
label('81 toepassingen')

# --- remove, and undo -----------------------------------------------------------------------------
to_rows()
app.key('Delete')
label('80 toepassingen')
app.see('label', pred=lambda n: n.name.endswith(' verwijderd'))
app.key('ctrl+z')
label('81 toepassingen')

# --- one after the other where there is no room for both -------------------------------------------
app.resize(400, 760)
wait_for(lambda: rows('list item'), 'rows of two lines')
check_names('narrow')
app.activate('show-page', "'overview'")
app.wait_title('Ons bestuur in cijfers')
app.activate('show-page', "'applications'")
wait_for(lambda: rows('list item'), 'the rows again')
app.close()
print('ok')
