#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Without a mouse: go on with a survey, come back, find a question, start another survey."""
import time

from uidriver import start, wait_for

app = start()
app.activate('open-example')
app.wait_title('Ons bestuur in cijfers')

app.key('ctrl+2')
app.wait_title('Ingediend')
app.key('ctrl+1')
app.wait_title('Vraagt uw aandacht')

# Enter on the first row goes on with the survey; Alt+Left comes back
def on_row():
    return (app.focused() or app).name.startswith('Bevraging digitale regie 2026')
for _ in range(20):
    if on_row():
        break
    app.key('Tab')
    time.sleep(.2)
assert on_row(), app.focused().name
app.key('Return')
wait_for(lambda: app.find_all('push button', pred=lambda n: n.name.endswith('Volgend deel')), 'the runner', timeout=15)
# also there one can search everything, and is back in the question afterwards
asked = wait_for(lambda: app.focused() if app.focused().role != 'push button' else None, 'a question').name
app.key('ctrl+k')
wait_for(lambda: (app.focused() or app).name == 'Zoeken in alles', 'the search over the runner')
app.key('Escape')
wait_for(lambda: (app.focused() or app).name == asked, 'the question again')
app.key('alt+Left')
wait_for(lambda: (app.focused() or app).name == 'Verder invullen' or on_row(), 'the overview again')

# search everything
app.key('ctrl+k')
wait_for(lambda: (app.focused() or app).role in ('entry', 'text'), 'the entry of the search')
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
before = wait_for(app.focused, 'a focus').name
app.key('F6')
wait_for(in_sidebar, 'the sidebar')
app.key('shift+F6')
wait_for(lambda: (app.focused() or app).name == before, 'back where it was')

# the window of shortcuts comes when it is asked for
app.key('ctrl+question')
app.find(None, 'Zijbalk tonen')
app.key('Escape')
wait_for(lambda: not app.find_all(None, 'Zijbalk tonen'), 'the shortcuts are gone')

# start another
app.activate('show-page', "'surveys'")
def begin_ict():
    return [n for n in app.find_all('list item')
            if n.name.startswith('ICT-maturiteitsmeting') and 'voor 2026' in n.name]
wait_for(begin_ict, 'the ICT questionnaire can be started')
app.activate('start-survey', "'MAT'")
wait_for(lambda: app.find_all('push button', pred=lambda n: n.name.endswith('Volgend deel')), 'the runner', timeout=15)
app.key('alt+Left')
wait_for(lambda: not begin_ict(), 'it is under way')
app.close()
print('ok')
