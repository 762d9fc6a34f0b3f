#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""usage: run.sh screenshots.py FOLDER: pictures of the example administration, for README.

Looks as on GNOME: its font, no animations."""
import os
import subprocess
import sys
import time

from uidriver import start

SETTINGS = '[Settings]\ngtk-font-name=Cantarell 11\ngtk-enable-animations=0\n'


def settle():
    """Waits until nothing moves any more: what was drawn last has been shown."""
    time.sleep(1.5)


def take(app, path):
    settle()
    border, _ = app.border()
    _, _, width, height = app.frame.extents()
    subprocess.run(['import', '-window', 'root', '-crop',
                    f'{width}x{height}+{border}+{border}', '+repage', '-strip',
                    '-define', 'png:compression-level=9', path], check=True)


def main(folder):
    config = os.path.join(os.environ['HOME'], '.config/gtk-4.0')
    os.makedirs(config)
    with open(os.path.join(config, 'settings.ini'), 'w', encoding='utf-8') as settings:
        settings.write(SETTINGS)
    app = start(env={'G_DEBUG': ''})
    app.find('push button', 'Voorbeeldbestuur bekijken').do('click')
    app.wait_title('Ons bestuur in cijfers')
    take(app, os.path.join(folder, 'overview.png'))
    app.find('push button', 'Verder invullen').do('click')
    app.find('list', 'Delen')
    take(app, os.path.join(folder, 'runner.png'))
    app.activate('back')
    app.activate('show-page', "'surveys'")
    app.find('push button', 'Resultaten bekijken').do('click')
    take(app, os.path.join(folder, 'results.png'))
    app.close()


main(sys.argv[1])
