#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Without a mouse: go on with a survey, come back, find a question, start another survey."""
from uidriver import start, wait_for

app = start()
app.activate('open-example')
app.wait_title('Ons bestuur in cijfers')

app.key_until('ctrl+2', lambda: app.seen('label', 'Ingediend'), 'the surveys')
app.key_until('ctrl+1', lambda: app.seen('label', 'Vraagt uw aandacht'), 'the overview')

# Enter on the first row goes on with the survey; Alt+Left comes back
def on_row(node=None):
    return (node or app.focused() or app).name.startswith('Bevraging digitale regie 2026')


app.tab_to(on_row, 'the survey')
app.key('Return')
app.see('push button', pred=lambda n: n.name.endswith('Volgend deel'))
# also there one can search everything, and is back in the question afterwards
asked = wait_for(lambda: app.focused() if app.focused().role != 'push button' else None, 'a question').name
app.key_until('ctrl+k', lambda: app.focused().name == 'Zoeken in alles', 'the search over the runner')
app.key('Escape')
wait_for(lambda: (app.focused() or app).name == asked, 'the question again')
app.key('alt+Left')
wait_for(lambda: (app.focused() or app).name == 'Verder invullen' or on_row(), 'the overview again')

# search everything
app.key_until('ctrl+k', lambda: app.focused().name == 'Zoeken in alles', 'the search')
app.type('leverancier')
wait_for(lambda: [n for n in app.find_all('list item') if 'leverancier' in n.name], 'a hit')
app.key('ctrl+a', 'Delete')
app.find('label', 'Onlangs bekeken')
app.type('burgerpunt')
wait_for(lambda: [n for n in app.find_all('list item') if 'rijen: ' in n.name and 'BurgerPunt' in n.name], 'a row of a table')
app.key('Escape')

# the panes take turns
def in_sidebar():
    return (app.focused() or app).name.startswith(('Overzicht', 'Bevragingen'))


wait_for(lambda: app.focused().name not in ('', 'Zoeken in alles'), 'the search is gone')
before = app.focused().name
app.key('F6')
wait_for(in_sidebar, 'the sidebar')
app.key('shift+F6')
wait_for(lambda: (app.focused() or app).name == before, 'back where it was')

# the window of shortcuts comes when it is asked for
app.key_until('ctrl+question', lambda: app.find_all(None, 'Zijbalk tonen'), 'the shortcuts')
app.key_until('Escape', lambda: not app.find_all(None, 'Zijbalk tonen'), 'the shortcuts are gone')

# start another
app.activate('show-page', "'surveys'")
def begin_ict():
    return [n for n in app.find_all('list item')
            if n.name.startswith('ICT-maturiteitsmeting') and 'voor 2026' in n.name]
wait_for(begin_ict, 'the ICT questionnaire can be started')
# the key of the desktop opens the menu of the row that one is on
app.tab_to(on_row, 'the survey in the list')
app.key('shift+F10')
wait_for(lambda: app.focused().role == 'menu item', 'the menu of the row')
app.key('Escape')
wait_for(lambda: app.focused().role != 'menu item', 'the menu is gone')
app.activate('start-survey', "'MAT'")
app.see('push button', pred=lambda n: n.name.endswith('Volgend deel'))
app.activate('back')
wait_for(lambda: not begin_ict(), 'it is under way')
app.close()
print('ok')
