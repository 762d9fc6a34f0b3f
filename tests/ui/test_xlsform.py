#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""A spreadsheet is opened, corrected where it is told that it is wrong, looked at, tried out without
keeping anything, added and filled in."""
import glob
import os
import shutil
import sqlite3
import subprocess
import tempfile

from uidriver import a11y_lint, start, wait_for

here = os.path.dirname(os.path.abspath(__file__))
fixtures = os.path.join(here, '..', 'xlsform', 'fixtures')
folder = tempfile.mkdtemp()


def workbook(name, target):
    path = os.path.join(folder, target)
    subprocess.run([os.environ['MAKE_XLSX'], os.path.join(fixtures, name), path], check=True)
    return path


def workspace():
    return glob.glob(os.path.expanduser('~/.local/share/**/voorbeeld.regiekamer'), recursive=True)[0]


def count(table):
    with sqlite3.connect(f'file:{workspace()}?mode=ro', uri=True) as database:
        return database.execute(f'SELECT count(*) FROM {table}').fetchone()[0]


def trials():
    return [f for base in (os.environ.get('XDG_RUNTIME_DIR', ''), '/tmp')
            for f in glob.glob(os.path.join(base, 'regiekamer-??????'))]


app = start()
app.activate('open-example')
app.wait_title('Ons bestuur in cijfers')

# everything that is wrong is told at once, with its place
form = workbook('fouten.md', 'bevraging.xlsx')
app.activate('add-questionnaire-file', f"'{form}'")
app.wait_title('De vragenlijst kan niet worden toegevoegd. Er is niets gewijzigd.')
app.find('list item', pred=lambda n: n.name.startswith('tabblad survey, rij 3, kolom relevant: '))
app.find('list item', pred=lambda n: n.name.startswith('tabblad choices, rij 3, kolom name: '))
assert len(app.find_all('list item', pred=lambda n: n.name.startswith('tabblad '))) > 20
assert not app.find_all('push button', 'Toevoegen')
assert a11y_lint(app) == [], a11y_lint(app)

# corrected in the spreadsheet, and read again
workbook('tevredenheid.md', 'bevraging.xlsx')
app.see('push button', 'Opnieuw lezen').do('click')
app.wait_title('Tevredenheid onthaal')
app.find('label', pred=lambda n: n.name.startswith('versie 2026-1 · '))
app.find('label', 'Talen: Nederlands, Français')
assert a11y_lint(app) == [], a11y_lint(app)
section = app.find(None, pred=lambda n: n.name.startswith('Uw bezoek · ') and n.actions)
section.do(section.actions[0])
app.find('list item', 'Wanneer kwam u langs?')

# tried out: the real questions, and nothing is kept
before = count('response'), count('questionnaire'), count('rk_entry')
app.see('push button', 'Voorbeeld bekijken').do('click')
app.see('push button', 'Voorbeeld sluiten')
wait_for(trials, 'a workspace of its own')
assert a11y_lint(app) == [], a11y_lint(app)
app.see('push button', 'Volgende pagina').do('click')
app.see('panel', pred=lambda n: n.name == 'Wanneer kwam u langs?')
app.see('push button', 'Volgende pagina').do('click')
choice = app.see('radio button', 'Aan de balie')
app.click_at(choice)
wait_for(lambda: 'checked' in app.see('radio button', 'Aan de balie').states, 'chosen')
app.see('push button', 'Voorbeeld sluiten').do('click')
app.wait_title('Tevredenheid onthaal')
wait_for(lambda: not trials(), 'nothing is left')
assert (count('response'), count('questionnaire'), count('rk_entry')) == before

# added, and begun
app.see('push button', 'Toevoegen').do('click')
app.find('list item', pred=lambda n: n.name.startswith('Tevredenheid onthaal'))
assert count('questionnaire') == before[1] + 1
app.activate('start-survey', "'tevredenheid-onthaal'")
next_page = app.see('push button', 'Volgende pagina')
assert not app.seen('push button', 'Voorbeeld sluiten')
next_page.do('click')
app.see('label', pred=lambda n: n.name.startswith('Wanneer kwam u langs?'))
app.activate('back')

# what is in the workspace, and what comes with the program, can be tried too
app.activate('try-questionnaire', "'BDR'")
wait_for(trials, 'another workspace of its own')
app.see('push button', 'Voorbeeld sluiten').do('click')
wait_for(lambda: not trials(), 'nothing is left')

# its files go with it; what is missing is told
form = workbook('bezoek.md', 'bezoek.xlsx')
with open(os.path.join(folder, 'scholen.csv'), 'w', encoding='utf-8') as target:
    target.write('code,naam,gemeente,leerlingen\ns1,De Brug,kortrijk,120\ns2,De Berk,menen,80\n')
app.activate('add-questionnaire-file', f"'{form}'")
app.wait_title('Schoolbezoek')
app.find('list item', pred=lambda n: n.name.startswith('scholen.csv: ') and 'ontbreekt' not in n.name)
app.find('list item', pred=lambda n: n.name.startswith('gebouwen.csv: ontbreekt'))
assert a11y_lint(app) == [], a11y_lint(app)
app.close()
shutil.rmtree(folder)
print('ok')
