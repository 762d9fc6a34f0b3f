#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""What is read is read: notes, ticks, sums, links, pictures, sound, film and guidance."""
from formdriver import Form
from uidriver import wait_for

form = Form('inputs.xml', 'Alle invoer')
app = form.app

form.enter('Naam van de dienst', 'Burgerzaken')
form.enter('Aantal medewerkers', '42')
# --- reading
form.search('Voorwaarden')
wait_for(lambda: form.focused_node().role == 'check box', 'the tick')
app.key('space')
form.check('gelezen', 'OK')
app.key('space')
form.check_none('gelezen')
app.key('space')
form.check('gelezen', 'OK')
form.message('Burgerzaken telt 42')
form.message('D-2026-17')
form.search('Enkel zonder naam')
app.type('xyz')
app.key('Tab')
form.check_none('soms')             # read-only while there is a name
# a link tells where it leads, and opens nothing by itself
welcome = form.page.find('label', pred=lambda n: n.name.startswith('Welkom\n'))
assert 'Lees dit goed.' in welcome.name, welcome.name
form.search('Voorwaarden')
app.key('shift+Tab')
app.key('Return')
app.find('label', 'https://www.example.org/uitleg')
app.answer('Annuleren')
form.lint()

# --- pictures, sound, film, guidance
form.search('Wat ziet u op de kaart?')
picture = form.page.find('push button', pred=lambda n: n.name.startswith('Afbeelding: Wat ziet u op de kaart?'))
small = picture.extents()
picture.do('click')
wait_for(lambda: picture.extents()[2] > small[2] + 100, 'the picture is larger')
picture.do('click')
wait_for(lambda: picture.extents()[2] == small[2], 'the picture is small again')
form.page.find('push button', 'vraag.wav openen')
form.page.find('push button', 'uitleg.mp4 openen')
form.search('Wat ziet u op de kaart?')
app.key('shift+Tab')
wait_for(lambda: form.focused() == 'Uitleg voor de invuller', 'the guidance, folded')
app.key('Return')
form.message('Toon de kaart niet aan anderen.')
form.message('Afbeelding ontbreekt: nergens.png')
form.lint()

form.finish()
