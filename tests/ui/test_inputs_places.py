#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Every control for places is operated once, by keys and from the clipboard."""
from formdriver import Form
from uidriver import wait_for

form = Form('inputs.xml', 'Alle invoer')
app = form.app

# --- places
form.enter('Plaats van het gebouw', '51,0543', '3.717', '5')
form.check('punt', '51.0543 3.717 0.0 5.0')
form.enter('Punt op de kaart', 'Gent', '3')
app.key('Tab', 'Tab')
form.message('Vul een breedtegraad en een lengtegraad in.')
form.copy('51.05, 3.72')
form.search('Punt op de kaart')
form.press('Plak coördinaten', 1)
form.check('kaartpunt', '51.05 3.72')
form.search('Tracé van de kabel')
for number, (latitude, longitude) in enumerate((('51', '3'), ('52', '4'), ('53', '5')), 1):
    form.press('Punt toevoegen')
    wait_for(lambda: form.focused() == f'Breedtegraad van punt {number}', 'the new point')
    app.type(latitude)
    app.key('Tab')
    app.type(longitude)
    app.key('Return')
    wait_for(lambda: form.page.find('text', pred=lambda n: n.name == f'Lengtegraad van punt {number}')
             .text.startswith(longitude), 'the keys have arrived')
form.check('lijn', '51.0 3.0;52.0 4.0;53.0 5.0')
form.press('Punt 2 verwijderen')
form.check('lijn', '51.0 3.0;53.0 5.0')
form.copy('51 3\n51.5 3\n51 3.5')
form.search('Grens van het terrein')
form.press('Plak coördinaten', 3)
form.check('vlak', '51.0 3.0;51.5 3.0;51.0 3.5;51.0 3.0')
assert len(form.page.find_all('text', pred=lambda n: n.name.startswith('Breedtegraad van punt'))) == 5
form.lint()

form.finish()
