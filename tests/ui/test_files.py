#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""A file that cannot be opened gets a page that says why and what to do; it is not touched. A backup
opens a damaged workspace again."""
import glob
import os
import sqlite3
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

app.see('push button', 'Naar het begin').do('click')
app.see('label', 'Welkom bij Regiekamer')

missing = os.path.join(folder, 'weg.regiekamer')
app.activate('open-file', f"'{missing}'")
app.see('push button', 'Ander bestand kiezen')
assert not os.path.exists(missing)

# a newer version and a damaged file: the page says what to do, and neither is touched
app.activate('open-example')
app.wait_title('Ons bestuur in cijfers')
app.activate('backup')
app.find('label', pred=lambda n: n.name.startswith('Back-up gemaakt om'))
example = glob.glob(os.path.expanduser('~/.local/share/**/voorbeeld.regiekamer'), recursive=True)[0]


def refused(path, words, button):
    with open(path, 'rb') as f:
        before = f.read()
    app.activate('open-file', f"'{path}'")
    app.find('label', pred=lambda n: words in n.name)
    found = app.see('push button', button)
    with open(path, 'rb') as f:
        assert f.read() == before
    return found


newer = os.path.join(folder, 'nieuw.regiekamer')
with sqlite3.connect(f'file:{example}?mode=ro', uri=True) as source, sqlite3.connect(newer) as target:
    source.backup(target)
    target.execute('PRAGMA user_version = 999999')
    target.execute('PRAGMA journal_mode = delete')
os.chmod(newer, 0o600)
refused(newer, 'gemaakt met een nieuwere versie', 'Ander bestand kiezen')

# the workspace itself, damaged in the middle: its backup can be opened after a question
app.close()
damaged = example
with open(damaged, 'r+b') as f:
    f.seek(100)
    f.write(b'\xff' * 4000)
for extra in glob.glob(damaged + '-*'):
    os.remove(extra)
app = start('--workspace', damaged)
refused(damaged, 'beschadigd', 'Back-up openen').do('click')
app.find('label', 'Werkbestand terugzetten?')
app.answer('Terugzetten')
app.wait_title('Ons bestuur in cijfers')

export = os.path.join(folder, 'alles.zip')
app.activate('export-file', f"'{export}'")
wait_for(lambda: os.path.exists(export), 'the export')
app.close()
print('ok')
