#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Every control to type in, to tick and to read is operated once, in each appearance, by keys; what
is stored is what the form asks for."""
import datetime

from formdriver import Form
from uidriver import a11y_lint, wait_for

form = Form('inputs.xml', 'Alle invoer')
app = form.app
wanted = {}


def enter(label, *texts):
    """Types in the parts of a question, and leaves it."""
    form.search(label)
    for i, text in enumerate(texts):
        if i > 0:
            app.key('Tab')
        app.key('ctrl+a')
        app.type(text)
    app.key('Tab')


def check(node, value):
    """What is stored now, and still at the end."""
    wanted[node] = value
    wait_for(lambda: form.stored()['antwoorden'].get(node) == value, f'{node} is {value!r}, not '
             f'{form.stored()["antwoorden"].get(node)!r}')


def shown(label):
    """What the entry of a question shows."""
    return next(n for n in app.find_all('text') if n.name == label).text


def check_shown(label, text):
    wait_for(lambda: shown(label) == text, f'{label} shows {text!r}, not {shown(label)!r}')


def message(start):
    wait_for(lambda: app.find_all(pred=lambda n: n.name.startswith(start)), f'message {start!r}')


def press(name, nth=0):
    wait_for(lambda: app.find_all('push button', pred=lambda n: n.name in (name, f'{name} {name}'))[nth:], name)[0].do('click')


def copy(text):
    """Puts text on the clipboard, by way of a field."""
    form.search('Toelichting')
    app.key('ctrl+a')
    form.type(text)
    app.key('ctrl+a', 'ctrl+c')


def lint():
    runner = app.find('panel', pred=lambda n: n.name.startswith('Alle invoer') and n.find_all('list', 'Delen'))
    assert a11y_lint(runner) == [], a11y_lint(runner)


# --- texts
enter('Naam van de dienst', 'Burgerzaken')
check('naam', 'Burgerzaken')
form.search('Toelichting')
form.type('a' * 40 + '\n' + 'b' * 44)
message('85 van 100 tekens')
app.key('Tab')
check('toelichting', 'a' * 40 + '\n' + 'b' * 44)
enter('Telefoon', 'nul vier')
message('Vul hier alleen cijfers in')
enter('Telefoon', '0470 12 34 56')
check('telefoon', '0470 12 34 56')
enter('Rekeningnummer', '0012345')
check('rekening', '0012345')
enter('Toegangscode', 'geheim1')
check('geheim', 'geheim1')
reveal = app.find(None, 'Tonen', pred=lambda n: n.actions)
assert 'checked' not in reveal.states and 'pressed' not in reveal.states, reveal.states
reveal.do(reveal.actions[0])
wait_for(lambda: {'checked', 'pressed'} & reveal.states, 'the code can be read')
enter('Meterstand', '12 A')
message('Een andere app zou dit invullen.')
check('app', '12 A')
enter('Streepjescode', '5412345678908')
check('streepjes', '5412345678908')
lint()

# --- numbers
enter('Aantal medewerkers', '12,5')
message('Vul een geheel getal in')
enter('Aantal medewerkers', '6000')
message('Dat is meer dan er mensen wonen.')
enter('Aantal medewerkers', '42')
check('aantal', 42)
enter('Aantal inwoners', '1234')
check('inwoners', 1234)
check_shown('Aantal inwoners', '1.234')
enter('Bouwjaar', '1998')
check('bouwjaar', 1998)
check_shown('Bouwjaar', '1998')
enter('Aandeel', '12,5')
check('aandeel', 12.5)
form.search('Is er een loket?')
app.key('space')
wait_for(lambda: form.stored()['antwoorden'].get('ja') in (True, 'true'), 'yes')
app.key('Delete')
wait_for(lambda: 'ja' not in form.stored()['antwoorden'], 'neither')
app.key('Down')
wait_for(lambda: form.stored()['antwoorden'].get('ja') in (False, 'false'), 'no')
lint()

# --- dates and times
tomorrow = datetime.date.today() + datetime.timedelta(1)
enter('Dag van de meting', 'morgen')
check('dag', tomorrow.isoformat())
check_shown('Dag van de meting', tomorrow.strftime('%d/%m/%Y'))
form.search('Dag van de meting')
app.key('ctrl+a')
app.type('1/2/27')
app.key('Tab')
wait_for(lambda: form.focused() == 'Kalender openen', 'the button of the calendar')
app.key('space')
wait_for(lambda: app.focused() and app.focused().name == 'Kalender', 'the calendar')
app.key('Right')
app.key('space')
wait_for(lambda: form.stored()['antwoorden']['dag'] != '2027-02-01', 'another day is picked')
check('dag', form.stored()['antwoorden']['dag'])
picked = datetime.date.fromisoformat(wanted['dag'])
check_shown('Dag van de meting', picked.strftime('%d/%m/%Y'))
form.search('Dag zonder kalender')
app.type('1.2.2027')
app.key('Tab')
assert form.focused() != 'Kalender openen'
check('los', '2027-02-01')
enter('Maand van ingebruikname', 'zomer')
message('Vul een maand en een jaar in.')
enter('Maand van ingebruikname', 'juli 2027')
check('maand', '2027-07-01')
check_shown('Maand van ingebruikname', '07/2027')
message('juli 2027')
enter('Jaar van oplevering', '2027')
check('jaar', '2027-01-01')
check_shown('Jaar van oplevering', '2027')
enter('Dag in een andere kalender', '15/1/2026')
check('elders', '2026-01-15')
enter('Uur van opening', '25u')
message('Vul een uur in.')
enter('Uur van opening', '9u30')
check('uur', '09:30:00.000')
check_shown('Uur van opening', '09.30')
form.search('Moment van de storing')
app.type('1/2/27')
app.key('Tab', 'Tab')
wait_for(lambda: form.focused() == 'Uur', 'the time')
app.type('14:05')
app.key('Tab')
check('moment', '2027-02-01T14:05:00.000+01:00')
message('UTC+05:30')
assert form.stored()['antwoorden']['verweg'] == '2026-01-15T09:30:15.000+05:30'
form.search('Moment in Delhi')
app.key('Tab', 'Tab')
wait_for(lambda: form.focused() == 'Uur', 'the time')
app.key('ctrl+a')
app.type('10.15')
app.key('Tab')
check('verweg', '2026-01-15T10:15:00.000+05:30')
lint()

# --- places
enter('Plaats van het gebouw', '51,0543', '3.717', '5')
check('punt', '51.0543 3.717 0.0 5.0')
enter('Punt op de kaart', 'Gent', '3')
app.key('Tab', 'Tab')
message('Vul een breedtegraad en een lengtegraad in.')
copy('51.05, 3.72')
form.search('Punt op de kaart')
press('Plak coördinaten', 1)
check('kaartpunt', '51.05 3.72')
form.search('Tracé van de kabel')
for place in (('51', '3'), ('52', '4'), ('53', '5')):
    press('Punt toevoegen')
    wait_for(lambda: form.focused().startswith('Breedtegraad van punt'), 'the new point')
    app.type(place[0])
    app.key('Tab')
    app.type(place[1])
    app.key('Return')
check('lijn', '51.0 3.0;52.0 4.0;53.0 5.0')
press('Punt 2 verwijderen')
check('lijn', '51.0 3.0;53.0 5.0')
copy('51 3\n51.5 3\n51 3.5')
form.search('Grens van het terrein')
press('Plak coördinaten', 3)
check('vlak', '51.0 3.0;51.5 3.0;51.0 3.5;51.0 3.0')
assert len(app.find_all('text', pred=lambda n: n.name.startswith('Breedtegraad van punt'))) == 5
lint()
enter('Toelichting', 'Klaar')
check('toelichting', 'Klaar')

# --- reading
form.search('Voorwaarden')
wait_for(lambda: app.focused().role == 'check box' and app.focused().name, 'the tick')
app.key('space')
check('gelezen', 'OK')
app.key('space')
wait_for(lambda: 'gelezen' not in form.stored()['antwoorden'], 'the tick is gone')
app.key('space')
check('gelezen', 'OK')
message('Burgerzaken telt 42')
message('D-2026-17')
form.search('Enkel zonder naam')
app.type('xyz')
app.key('Tab')
assert 'soms' not in form.stored()['antwoorden'], 'it is read-only while there is a name'
# a link tells where it leads, and opens nothing by itself
welcome = app.find('label', pred=lambda n: n.name.startswith('Welkom\n'))
assert 'Lees dit goed.' in welcome.name, welcome.name
form.search('Voorwaarden')
app.key('shift+Tab')
app.key('Return')
app.find('label', 'https://www.example.org/uitleg')
app.find('push button', pred=lambda n: n.name.endswith('Annuleren')).do('click')
lint()

# --- pictures, sound, film, guidance
form.search('Wat ziet u op de kaart?')
picture = app.find('push button', pred=lambda n: n.name.startswith('Afbeelding: Wat ziet u op de kaart?'))
small = picture.extents()
picture.do('click')
wait_for(lambda: picture.extents()[2] > small[2] + 100, 'the picture is larger')
picture.do('click')
wait_for(lambda: picture.extents()[2] == small[2], 'the picture is small again')
app.find('push button', 'vraag.wav openen')
app.find('push button', 'uitleg.mp4 openen')
form.search('Wat ziet u op de kaart?')
app.key('shift+Tab')
wait_for(lambda: form.focused() == 'Uitleg voor de invuller', 'the guidance, folded')
app.key('Return')
message('Toon de kaart niet aan anderen.')
message('Afbeelding ontbreekt: nergens.png')
lint()

answers = form.stored()
assert answers.get('niet_passend', {}) == {}, answers['niet_passend']
for node, value in wanted.items():
    assert answers['antwoorden'][node] == value, (node, answers['antwoorden'].get(node))
app.close()
print('ok')
