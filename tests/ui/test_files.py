#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""A file that is no workspace gets a page that says so; it is not touched."""
import os
import tempfile

from uidriver import a11y_lint, start, wait_for

folder = tempfile.mkdtemp()
foreign = os.path.join(folder, 'brief.regiekamer')
with open(foreign, 'w') as f:
    f.write('Geachte mevrouw')

app = start('--workspace', foreign)
app.find('label', 'Het werkbestand kan niet worden geopend')
app.find('push button', 'Ander bestand kiezen')
assert a11y_lint(app) == [], a11y_lint(app)
with open(foreign) as f:
    assert f.read() == 'Geachte mevrouw'
assert sorted(os.listdir(folder)) == ['brief.regiekamer']

app.find('push button', 'Naar het begin').do('click')
app.find('label', 'Welkom bij Regiekamer')

missing = os.path.join(folder, 'weg.regiekamer')
app.activate('open-file', f"'{missing}'")
wait_for(lambda: 'visible' in app.find('push button', 'Ander bestand kiezen').states, 'the page')
assert not os.path.exists(missing)

export = os.path.join(folder, 'alles.zip')
app.activate('open-example')
app.wait_title('Ons bestuur in cijfers')
app.activate('export-file', f"'{export}'")
wait_for(lambda: os.path.exists(export), 'the export')
app.close()
print('ok')
