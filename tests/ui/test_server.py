#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""A questionnaire comes from an ODK server, is filled in, and its answers go back there: with a wrong
address and a wrong password on the way, and with a server that has trouble for a while."""
import glob
import os
import sqlite3
import sys

from uidriver import a11y_lint, start, wait_for

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '../openrosa'))
from odkserver import PASSWORD, USER, Server  # noqa: E402

server = Server('--digest')
name = server.url.removeprefix('http://')


def row(start_of_name):
    return app.find_all('list item', pred=lambda n: n.name.startswith(start_of_name))


def said(text):
    return app.find(pred=lambda n: text in n.name)


def sign_in(address, password):
    app.see('text', 'Adres').set_text(address)
    app.see('text', 'Gebruikersnaam').set_text(USER)
    app.see('password text', 'Wachtwoord').set_text(password)
    app.see('push button', 'Vragenlijsten tonen').do('click')


app = start(env={'GIO_USE_PROXY_RESOLVER': 'dummy'})
app.activate('open-example')
app.wait_title('Ons bestuur in cijfers')
app.activate('show-page', "'surveys'")
wait_for(lambda: row('Vragenlijst ophalen van een server'), 'the way to the server')
app.activate('fetch-questionnaires', "''")
app.wait_title('Welke server?')
assert a11y_lint(app) == [], a11y_lint(app)

# an address that is none, nobody there, a line that others read, and a wrong password
sign_in('een server', '')
said('geen adres van een server')
sign_in('127.0.0.1:1', '')
said('is niet bereikbaar. Kijk het adres na of probeer later opnieuw.')
app.find('text', 'Adres').set_text('http://odk.stad.be')
said('Anderen kunnen meelezen')
sign_in(server.url, 'fout')
said('aanvaardt deze naam en dit wachtwoord niet')
assert server.count('GET', '/forms') == 0

# the list, and what is chosen from it
sign_in(server.url, PASSWORD)
wait_for(lambda: row('Bezoek aan de dienst, versie 2026.1'), 'the list')
assert a11y_lint(app) == [], a11y_lint(app)
said('Kies wat u wilt ophalen.')
for title in 'Tevredenheid van bezoekers', 'Bezoek aan de dienst':
    app.click_at(row(title)[0])
    wait_for(lambda: row(title)[0].name.endswith('gekozen'), title)
said('2 vragenlijsten gekozen')
app.see('push button', 'Ophalen').do('click')
said('2 vragenlijsten toegevoegd')
wait_for(lambda: row('Bezoek aan de dienst, versie'), 'it is among the questionnaires')

# once more: the list knows what is there; the password need not be given again
app.activate('fetch-questionnaires', "''")
app.wait_title('Welke server?')
app.see('push button', 'Vragenlijsten tonen').do('click')
wait_for(lambda: row('Bezoek aan de dienst, versie 2026.1, in het werkbestand'), 'what is there')
app.activate('back')
wait_for(lambda: row('Vragenlijst ophalen van een server')[0].shown(), 'the questionnaires')

# fill it in
app.activate('start-survey', "'tevreden'")
entry = app.see('text', pred=lambda n: n.name.startswith('Welk cijfer'))
entry.set_text('8')
database = sqlite3.connect('file:%s?mode=ro' % glob.glob(os.path.expanduser(
    '~/.local/share/**/voorbeeld.regiekamer'), recursive=True)[0], uri=True)
response, = database.execute("SELECT id FROM response WHERE form_id = 'tevreden'").fetchone()
app.activate('review', f"'{response}'")
app.see('push button', 'Indienen').do('click')
app.answer('Indienen')


def state():
    found = database.execute('SELECT state, attempts FROM submission').fetchone()
    return found or (None, 0)


# nothing goes by itself before the person says so
assert state()[0] is None
server.fault('500', '/submission', 5)
app.see('push button', 'Versturen').do('click')
said(f'Versturen naar {name}?')
app.answer('Annuleren')
assert state()[0] is None
app.activate('send-response', f"'{response}'")
said(f'Versturen naar {name}?')
app.answer('Versturen')
wait_for(lambda: state()[0] == 'queued' and int(state()[1]) == 1, f'it waits: {state()}')
said('Uw antwoorden blijven hier en worden later vanzelf verstuurd.')
app.activate('show-page', "'surveys'")
wait_for(lambda: [r for r in row('Tevredenheid van bezoekers')
                  if f'wacht op verbinding met {name}' in r.name], 'the row says that it waits')
server.fault('400', '/box/')
app.activate('send-response', f"'{response}'")
wait_for(lambda: state()[0] == 'refused', 'it is refused')
said('De server zegt: “form bezoek is closed”.')
wait_for(lambda: [r for r in row('Tevredenheid van bezoekers') if 'geweigerd: form bezoek' in r.name],
         'the row says why')
app.activate('send-response', f"'{response}'")
wait_for(lambda: state()[0] == 'sent', 'it is sent')
said(f'Verstuurd naar {name}')
wait_for(lambda: [r for r in row('Tevredenheid van bezoekers') if f'verstuurd naar {name} op' in r.name],
         'the row says that it is sent')
assert b'<cijfer>8</cijfer>' in server.bytes('xml')
assert server.submissions() == 1
assert a11y_lint(app) == [], a11y_lint(app)

# the server is forgotten, with its password; what was sent there stays
app.activate('fetch-questionnaires', "''")
app.wait_title('Welke server?')
app.see('push button', 'Deze server vergeten…').do('click')
said(f'De server {name} vergeten?')
app.answer('Annuleren')
assert not database.execute('SELECT forgotten FROM odk_server').fetchone()[0]
assert a11y_lint(app) == [], a11y_lint(app)
app.see('push button', 'Deze server vergeten…').do('click')
app.answer('Vergeten')
wait_for(lambda: database.execute('SELECT forgotten FROM odk_server').fetchone()[0] == 'true',
         'it is forgotten')
wait_for(lambda: not app.find_all('push button', pred=lambda n: n.name == 'Deze server vergeten…'),
         'there is nothing to forget any more')
app.see('text', 'Adres').set_text(server.url)
app.see('text', 'Gebruikersnaam').set_text(USER)
app.see('push button', 'Vragenlijsten tonen').do('click')
said('aanvaardt deze naam en dit wachtwoord niet')
app.activate('back')
wait_for(lambda: [r for r in row('Tevredenheid van bezoekers') if f'verstuurd naar {name} op' in r.name],
         'the row still says that it was sent')

# the password is nowhere on disk
for path in glob.glob(os.path.expanduser('~/**'), recursive=True) + \
        glob.glob(os.path.expanduser('~/.*/**'), recursive=True):
    if os.path.isfile(path):
        with open(path, 'rb') as content:
            assert PASSWORD.encode() not in content.read(), path
database.close()
app.close()
server.close()
print('ok')
