#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Taking over a list of applications: the columns are recognised, what changes is shown, a fault is
corrected in its place, and all of it is one step."""
import glob
import json
import os
import subprocess
import tempfile

from uidriver import a11y_lint, start, wait_for

RKCTL = os.environ['RKCTL']
path = os.path.join(tempfile.mkdtemp(), 'lijst.csv')
with open(path, 'w', encoding='cp1252', newline='') as file:
    file.write('Toepassing;Leverancier;Gebruiksstatus;Kost;Kleur\r\n'
               'Nieuw Één;Quendo;gepland;1.000;rood\r\n'
               'BurgerPunt;;uit te faseren;;blauw\r\n'
               'Nieuw Twee;Onbekend Huis;in gebruik;veel;groen\r\n')


def workspace():
    return glob.glob(os.path.expanduser('~/.local/share/**/voorbeeld.regiekamer'), recursive=True)[0]


def applications():
    out = subprocess.run([RKCTL, '--workspace', workspace(), 'portfolio', 'list', 'application', '--json'],
                         check=True, capture_output=True).stdout
    return {a['name']: a for a in json.loads(out)['records']}


def lint():
    """The rows in a closed choice have their words in a label only."""
    assert [x for x in a11y_lint(app) if x != ('list item', '')] == [], a11y_lint(app)


def press(name):
    """A button that is still on its way up from the click before cannot be pressed."""
    def pressed():
        try:
            app.find_all('push button', name)[-1].do('click')  # of the page that came last
            return True
        except (AssertionError, IndexError):
            return False
    wait_for(pressed, f'{name} is pressed')


def has_tab(name):
    return app.see('page tab', pred=lambda n: n.name == name)


app = start()
app.activate('open-example')
app.wait_title('Ons bestuur in cijfers')
app.activate('show-page', "'applications'")
app.wait_title('Toepassingen')
app.activate('import')
app.wait_title('Importeren')
app.see('label', 'Stap 1 van 4')
assert 'sensitive' not in app.find('push button', 'Volgende').states

# what the file is, is recognised and said
app.activate('import-file', f"'{path}'")
app.see('label', pred=lambda n: n.name == 'CSV, puntkomma, WINDOWS-1252, 5 kolommen')
lint()
press('Volgende')

# the columns are recognised; one that is not is left out
app.see('label', 'Stap 2 van 4')
app.see('label', pred=lambda n: n.name == 'rood · blauw · groen')
assert len(app.find_all('label', 'Niet overgenomen')) == 1
lint()
press('Volgende')

# what will change, and what is wrong with which cell
app.see('label', 'Stap 3 van 4')
has_tab('Nieuw 1')
has_tab('Gewijzigd 1')
has_tab('Fouten 1').do('click')
app.see('label', pred=lambda n: n.name == 'Regel 4, Kost')
app.see('label', pred=lambda n: n.name.startswith('Vul een getal in'))
lint()
assert 'Nieuw Één' not in applications()
cell = app.find('text', 'Regel 4, Kost')
cell.set_text('2.500')
app.click_at(cell)
app.key('Return')
has_tab('Nieuw 2')
has_tab('Fouten 0')
app.see('label', pred=lambda n: n.name.endswith('1 leverancier.'))
press('3 toepassingen overnemen')

# taken over, as one step
app.see('label', pred=lambda n: n.name == '3 toepassingen overgenomen')
taken = applications()
assert len(taken) == 82 and taken['Nieuw Twee']['annual_cost'] == '2500', len(taken)
assert taken['BurgerPunt']['status'] == 'phasing_out' and taken['BurgerPunt']['users'] == '24'
app.activate('undo')
wait_for(lambda: len(applications()) == 80, 'the step is undone')
assert applications()['BurgerPunt']['status'] == 'in_use'
app.close()
