#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""A questionnaire is looked at before it is added, a broken one is not added, and what was added can
be started, discarded and brought back; an earlier year lends its answers."""
import glob
import os
import sqlite3
import tempfile

from uidriver import a11y_lint, start, wait_for

here = os.path.dirname(os.path.abspath(__file__))
form = os.path.join(here, '..', 'survey', 'fixtures', 'other.xml')
broken = os.path.join(tempfile.mkdtemp(), 'stuk.xml')
with open(form, encoding='utf-8') as source, open(broken, 'w', encoding='utf-8') as target:
    target.write(source.read()[:-400])



def undo():
    app.find('push button', pred=lambda n: n.name.startswith('Ongedaan maken')).do('click')


def workspace():
    return glob.glob(os.path.expanduser('~/.local/share/**/voorbeeld.regiekamer'), recursive=True)[0]


app = start()
app.activate('open-example')
app.wait_title('Ons bestuur in cijfers')

# a broken file: why, and nothing added
app.activate('add-questionnaire-file', f"'{broken}'")
app.wait_title('De vragenlijst kan niet worden toegevoegd. Er is niets gewijzigd.')
app.see('push button', 'Ander bestand kiezen')
assert not app.find_all('push button', 'Toevoegen')
app.key_until('alt+Left', lambda: app.seen('label', 'Andere vragenlijsten'), 'the surveys')
assert not app.find_all('list item', pred=lambda n: n.name.startswith('Tuinmeting'))

# a good one: what it holds, then added
app.activate('add-questionnaire-file', f"'{form}'")
app.wait_title('Tuinmeting')
assert a11y_lint(app) == [], a11y_lint(app)
app.see('push button', 'Voorbeeld bekijken').do('click')
app.see('push button', 'Voorbeeld sluiten').do('click')
app.wait_title('Tuinmeting')
app.see('push button', 'Toevoegen').do('click')
row = app.find('list item', pred=lambda n: n.name.startswith('Tuinmeting'))
app.find('label', pred=lambda n: 'Tuinmeting' in n.name and 'toegevoegd' in n.name)

# taken back, and again
app.key('ctrl+z')
wait_for(lambda: not app.find_all('list item', pred=lambda n: n.name.startswith('Tuinmeting')), 'it is gone')
app.key('ctrl+shift+z')
app.find('list item', pred=lambda n: n.name.startswith('Tuinmeting'))

# start, discard, undo
app.activate('start-survey', "'MAT'")
app.see('push button', pred=lambda n: n.name.endswith('Volgend deel'))
app.activate('back')

def ict():
    return app.find_all('list item', pred=lambda n: n.name.startswith('ICT-maturiteitsmeting 2026'))
wait_for(ict, 'the survey is under way')
database = sqlite3.connect(f'file:{workspace()}?mode=ro', uri=True)
response, = database.execute("SELECT id FROM response WHERE title LIKE 'ICT-maturiteitsmeting 2026%'").fetchone()


def answers():
    return database.execute('SELECT count(*) FROM answer WHERE response = ?', [response]).fetchone()[0]


before = answers()
app.activate('adopt', f"'{response}'")
take = wait_for(lambda: app.find_all('push button', pred=lambda n: n.name == 'Overnemen'), 'the preview')[0]
app.find('label', pred=lambda n: 'antwoorden worden overgenomen' in n.name)
assert answers() == before, 'a preview changes nothing'
take.do('click')
wait_for(lambda: answers() > before, 'the answers of last year')
app.find('label', pred=lambda n: '2025' in n.name and 'overgenomen' in n.name)
undo()
wait_for(lambda: answers() == before, 'they are gone')
app.find('label', pred=lambda n: n.name.startswith('Ongedaan gemaakt'))
wait_for(lambda: ict() and ' 0\xa0%' in ict()[0].name, 'the list shows it')

app.activate('discard-response', f"'{response}'")
wait_for(lambda: not ict(), 'it is discarded')
undo()
wait_for(ict, 'it is back')
database.close()
app.close()
print('ok')
