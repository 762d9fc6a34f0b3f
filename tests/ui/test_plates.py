#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Plates: the list, a plate by keyboard, lens, search, the same as a list, files, and one's own."""
import os

from uidriver import a11y_lint, start, wait_for


def lint(page):
    assert a11y_lint(app) == [], (page, a11y_lint(app))


def box(name):
    """The canvas, once it stands on this box."""
    return wait_for(lambda: next((n for n in app.find_all('image') if n.name.startswith(name)),
                                 None), f'the box {name!r}')


def label(text):
    return app.see('label', text)


def save_as(menu_item, path):
    """Chooses it in the menu, and types the file in the dialog of the toolkit."""
    app.see('push button', pred=lambda n: n.name == 'Exporteren' and n.actions).do('click')
    app.find('menu item', menu_item).do('click')
    dialog = wait_for(lambda: app._x('search', '--onlyvisible', '--name', 'Plaat bewaren').split(),
                      'the file dialog')[-1]
    app._x('windowfocus', '--sync', dialog)
    app._x('key', 'ctrl+a')
    app.type(path)
    app._x('key', 'Return')
    wait_for(lambda: os.path.getsize(path) > 1000, path)
    app._x('windowfocus', '--sync', app.xid)


app = start()
app.activate('open-example')
app.wait_title('Ons bestuur in cijfers')

# The list has a tile for each plate, that says how much is filled in; searching leaves some.
app.activate('show-page', "'plates'")
tile = app.find(None, pred=lambda n: n.name.startswith('Ruimte, milieu en mobiliteit, ')
                and n.name.endswith('ingevuld'))
lint('list of plates')
app.key('ctrl+f')
app.type('ruimte')
app.find('label', pred=lambda n: n.name.startswith('1 van ') and n.name.endswith('platen'))
app.key('Return')

# A plate: Tab reads box by box, the arrows go where they point, and a screen reader hears it.
first = box('')
app.wait_title('Ruimte, milieu en mobiliteit')
lint('plate')
app.key('Home')
wait_for(lambda: 'ak 1 van 18' in app.focused().name, 'the first box')
app.key('Tab')
wait_for(lambda: 'ak 2 van 18' in app.focused().name, 'the second box')
second = app.focused().name
app.key('Right')
wait_for(lambda: app.focused().name != second, 'another box')

# Another lens gives another legend; a row of it is a check box.
app.key('l')
app.find('label', 'Legenda: dekking')
app.key('l')
app.find('label', 'Legenda: regie')
assert app.find_all('check box'), 'the rows of the legend'

# Search: results, and Enter goes to them.
app.key('ctrl+f')
app.type('GIS')
app.find('label', pred=lambda n: n.name == '1 resultaat')
app.key('Return')
app.find('label', pred=lambda n: n.name.startswith('1 van '))
app.key('Escape')
found = wait_for(lambda: app.focused() if app.focused().role == 'image' else None, 'the plate')

# The same as a list, and back.
app.key('ctrl+l')
app.find('tree table', 'De plaat als lijst')
lint('plate as a list')
app.key('ctrl+l')
wait_for(lambda: app.focused().role == 'image', 'the plate again')

# What one sees is there again after one left.
app.key('plus')
app.key('plus')
zoom = wait_for(lambda: next(n.name for n in app.find_all('push button')
                             if n.name.startswith('Zoom: ')), 'the zoom')

# Files for the wall and for others.
home = os.environ['HOME']
save_as('Tekening (SVG)…', os.path.join(home, 'plaat.svg'))
save_as('PDF op A3…', os.path.join(home, 'plaat.pdf'))
save_as('Afbeelding (PNG)…', os.path.join(home, 'plaat.png'))
assert open(os.path.join(home, 'plaat.svg'), encoding='utf-8').read().startswith('<?xml')
assert open(os.path.join(home, 'plaat.pdf'), 'rb').read(5) == b'%PDF-'
assert os.stat(os.path.join(home, 'plaat.png')).st_mode & 0o077 == 0

# A plate of one's own: a name, a domain, done; and gone again, and back.
app.activate('show-page', "'plates'")
app.activate('page-action', "'plates.clear-filters'")
app.activate('create')
app.wait_title('Eigen plaat maken')
app.type('Onze burgerzaken')
lint('editor of a plate')
app.key('Tab')
app.type('burgerzaken')
app.find('push button', 'Alle van Burgerzaken').do('click')
app.find('label', pred=lambda n: n.name.endswith(' componenten gekozen'))
app.key('ctrl+Return')
app.wait_title('Onze burgerzaken')
app.activate('page-action', "'plate.delete'")
app.find('push button', pred=lambda n: n.name.startswith('Ongedaan maken')).do('click')
app.find(None, pred=lambda n: n.name.startswith('Onze burgerzaken, Eigen plaat'))
app.close()
