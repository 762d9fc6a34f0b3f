#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""A survey half-way: typing survives kill -9, the place is found again, keys alone suffice."""
import glob
import os
import sqlite3

from uidriver import a11y_lint, start, wait_for

TITLE = 'Strategie en organisatie'
NUMBER = 'Aantal inwoners op 1 januari'


def lint(app):
    runner = app.find('panel', pred=lambda n: n.name.startswith('ICT-maturiteitsmeting ')
                      and n.find_all('list', 'Delen'))
    assert a11y_lint(runner) == [], a11y_lint(runner)


def focused_name(app):
    node = app.focused()
    return node.name if node else ''


def count(rows):
    """How many there are in the file of the example."""
    path = glob.glob(os.path.expanduser('~/.local/share/**/voorbeeld.regiekamer'), recursive=True)[0]
    with sqlite3.connect(f'file:{path}?mode=ro', uri=True) as database:
        return database.execute(f'SELECT count(*) FROM {rows}').fetchone()[0]


def reopen():
    """The program again after it was killed; the survey that is under way."""
    again = start()
    again.activate('start-survey', "'MAT'")
    again.find('list', 'Delen')
    return again


app = start()
app.activate('open-example')
app.wait_title('Ons bestuur in cijfers')
app.activate('start-survey', "'MAT'")
app.wait_title(TITLE)
lint(app)

# A level by digit, without the pointer: the first open question has the focus.
wait_for(lambda: app.focused() and app.focused().role == 'radio button', 'focus on the first level')
app.key('3')
wait_for(lambda: any('checked' in n.states and n.name.startswith('3') for n in app.find_all('radio button')),
         'level 3 is chosen')
wait_for(lambda: app.find_all(pred=lambda n: n.name.startswith('Bewaard om ')), 'the saved state')

# The next section by keys; its first question is a number.
app.key('ctrl+Next')
wait_for(lambda: focused_name(app) == NUMBER, 'focus on the number')
app.type('12345')
wait_for(lambda: count("rk_draft WHERE text = '12345'"), 'what was typed is in the file')
app.kill()

app = reopen()
wait_for(lambda: focused_name(app) == NUMBER, 'focus is back in the same question')
assert app.focused().text in ('12345', '12.345'), app.focused().text

# Going on typing goes on, and does not overwrite.
app.key('ctrl+a')
app.type('2')
app.key('Tab')
app.key('ctrl+j')
wait_for(lambda: focused_name(app) not in ('', NUMBER), 'the next open question')

# A note survives too.
app.key('ctrl+m')
note = wait_for(lambda: next((n for n in app.find_all('text', 'Notitie bij deze vraag') if 'focused' in n.states), None),
                'the note')
app.type('Vraag dit aan Tom')
wait_for(lambda: count("rk_draft WHERE text = 'Vraag dit aan Tom'"), 'the note is in the file')
app.kill()

app = reopen()
wait_for(lambda: app.find_all(pred=lambda n: n.name == 'Notitie: Vraag dit aan Tom'), 'the note is there')
wait_for(lambda: focused_name(app) == 'Notitie bij deze vraag', 'the note is open again')
app.key('Escape')
wait_for(lambda: focused_name(app) != 'Notitie bij deze vraag', 'the note is closed')

# Search in the questions, by keys.
app.key_until('ctrl+f', lambda: focused_name(app) == 'Zoeken in de vragen', 'the search')
app.type('glasvezel')
wait_for(lambda: app.find_all('list item', 'Waarvan met glasvezel verbonden'), 'the question is found')
app.key('Return')
wait_for(lambda: focused_name(app) == 'Waarvan met glasvezel verbonden', 'focus on the question found')

# The review tells what is missing and leads to it, and back to the same row.
app.key('ctrl+Return')
app.wait_title('Nakijken')
wait_for(lambda: app.find_all(pred=lambda n: n.name == 'Nog 1 verplichte vraag'), 'what is missing')
lint(app)
row = wait_for(lambda: app.focused() if app.focused().role == 'list item' else None, 'focus on what is missing')
name = row.name
app.key('Return')
wait_for(lambda: focused_name(app) == 'Aantal medewerkers (VTE)', 'the question that is missing')
app.key('alt+Left')
wait_for(lambda: focused_name(app) == name, 'back on the same row')
app.key('alt+Left')
wait_for(lambda: focused_name(app) == 'Aantal medewerkers (VTE)', 'back in the questions')
app.close()
print('ok')
