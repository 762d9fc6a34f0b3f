#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Files as answers: chosen, refused, removed and brought back, made smaller, signed and drawn; the
workspace holds them."""
import os
import struct
import subprocess
import tempfile

from formdriver import HERE, Form, rkctl
from uidriver import a11y_lint, wait_for

MEDIA = os.path.join(HERE, 'forms', 'inputs-media')
form = Form('inputs.xml', 'Alle invoer')
app = form.app


def card(label):
    return form.page.find('panel', pred=lambda n: n.name == label)


def button(label, name):
    return card(label).find('push button', pred=lambda n: n.name == name)


def windows(title):
    """The windows with this title; xdotool fails when there is none."""
    return subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', title],
                          capture_output=True, text=True).stdout.split()


def place_entry(dialog):
    """Where the dialog takes a path, once it was asked for."""
    return dialog.find_all('text', pred=lambda n: 'FileChooserEntry' in n.name)


def choose(label, file):
    """Chooses a file in the dialog of the desktop, by keys."""
    form.search(label)
    button(label, 'Bestand kiezen…').do('click')
    dialog = wait_for(lambda: windows('Een bestand kiezen'), 'the file dialog')[-1]
    app.focus_window(dialog)
    chooser = wait_for(lambda: next((c for c in app.children if c.name == 'Een bestand kiezen'), None), 'its content')
    app.key_until('slash', lambda: place_entry(chooser), 'an entry for the path')
    place_entry(chooser)[0].set_text(os.path.join(MEDIA, file))
    app.key('Return')
    wait_for(lambda: not windows('Een bestand kiezen'), 'the dialog is gone')


def message(label, words):
    wait_for(lambda: card(label).find_all(pred=lambda n: words in n.name), f'{words!r} in {label}')


def content(name):
    """The file as the workspace gives it back."""
    with tempfile.TemporaryDirectory() as folder:
        rkctl('survey', 'files', form.response, '--output', folder)
        with open(os.path.join(folder, name), 'rb') as file:
            return file.read()


def size(png):
    assert png[:8] == b'\x89PNG\r\n\x1a\n', png[:8]
    return struct.unpack('>II', png[16:24])


def draw(label, sheet):
    """A line on the sheet, with the pointer."""
    form.tab_to('Niet gebruiken')    # what is under the sheet comes into view with it
    pad = card(label).find(None, pred=lambda n: n.name == sheet)
    # a press stops the page where it is: it has to have come there
    wait_for(lambda: button(label, 'Niet gebruiken').in_view(), f'the sheet of {label} in view')
    bx, by = app.border()
    x, y, width, height = app.settled(pad)
    app._x('mousemove', '--window', app.xid, bx + x + 60, by + y + 60)
    app._x('mousedown', 1)
    for step in range(1, 6):
        app._x('mousemove', '--window', app.xid, bx + x + 60 + 30 * step, by + y + 60 + 8 * step)
    app._x('mouseup', 1)
    wait_for(lambda: 'sensitive' in button(label, 'Gebruiken').states, 'something is drawn')


# any file: its limit is told before, its name and size after
form.search('Verslag')
message('Verslag', 'Een bestand van hoogstens 100 MB.')
choose('Verslag', 'plan.png')
form.check('stuk', 'plan.png')
with open(os.path.join(MEDIA, 'plan.png'), 'rb') as original:
    assert content('plan.png') == original.read()
message('Verslag', 'plan.png')
message('Verslag', '1\xa0kB')
assert button('Verslag', 'Openen')
button('Verslag', 'Bestand verwijderen').do('click')
form.check_none('stuk')
app.find('push button', pred=lambda n: n.name.startswith('Ongedaan maken')).do('click')
form.check('stuk', 'plan.png')

# a picture no larger than the form wants
choose('Foto van het gebouw', 'plan-groot.png')
form.check('foto', 'plan-groot.png')
assert size(content('plan-groot.png')) == (80, 60), size(content('plan-groot.png'))

# what is of another kind is refused, and the question says so
choose('Opname', 'plan.png')
message('Opname', 'is geen geluidsopname')
form.check_none('geluid')
choose('Opname', 'vraag.wav')
form.check('geluid', 'vraag.wav')
wait_for(lambda: not card('Opname').find_all(pred=lambda n: 'is geen geluidsopname' in n.name
                                             and 'visible' in n.states), 'the message is gone')
choose('Film', 'uitleg.mp4')
form.check('film', 'uitleg.mp4')

# signed without drawing: the name in writing
form.search('Handtekening')
button('Handtekening', 'Handtekening zetten').do('click')
wait_for(lambda: app.focused() is not None, 'the sheet')
assert a11y_lint(card('Handtekening')) == [], a11y_lint(card('Handtekening'))
form.tab_to('Of typ uw naam')
app.type('An Verhelst')
app.key('Return')
form.check('teken', 'handtekening.png')
assert size(content('handtekening.png')) == (1120, 400)

# drawn
form.search('Schets')
button('Schets', 'Tekenen').do('click')
wait_for(lambda: 'sensitive' not in button('Schets', 'Gebruiken').states, 'an empty sheet')
draw('Schets', 'Blad om op te tekenen')
button('Schets', 'Laatste lijn terugnemen').do('click')
wait_for(lambda: 'sensitive' not in button('Schets', 'Gebruiken').states, 'empty again')
draw('Schets', 'Blad om op te tekenen')
button('Schets', 'Gebruiken').do('click')
form.check('schets', 'tekening.png')
drawn = content('tekening.png')
assert size(drawn) == (1120, 720), size(drawn)

# over a picture that was chosen
choose('Aanduiding op de foto', 'map.png')
form.check('opfoto', 'map.png')
before = content('map.png')
button('Aanduiding op de foto', 'Op de afbeelding tekenen').do('click')
red = card('Aanduiding op de foto').find(None, pred=lambda n: n.name == 'Rood' and n.actions)
red.do(red.actions[0])
draw('Aanduiding op de foto', 'Blad om op te tekenen')
button('Aanduiding op de foto', 'Gebruiken').do('click')
wait_for(lambda: content('map.png') != before, 'the picture with the line')
form.check('opfoto', 'map.png')
assert size(content('map.png'))[0] * 4 == size(content('map.png'))[1] * 3, 'it keeps its shape'

form.lint()
form.finish()
