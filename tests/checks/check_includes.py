#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The direction of dependencies (DESIGN): a folder includes only what stands under it, the domain
modules never each other, and only the application includes GTK."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
ALLOWED = {
    'core': {'core'},
    'forms': {'core', 'forms'},
    'xlsform': {'core', 'forms', 'xlsform'},
    'document': {'core', 'document'},
    'profile': {'core', 'profile'},
    'survey': {'core', 'forms', 'xlsform', 'document', 'survey'},
    'openrosa': {'core', 'openrosa'},
    'portfolio': {'core', 'forms', 'document', 'portfolio'},
    'bestek': {'core', 'forms', 'document', 'bestek'},
    'sync': {'core', 'sync'},
}
LOWER = {'core', 'forms', 'xlsform', 'document', 'profile', 'survey', 'openrosa', 'portfolio',
         'bestek', 'sync'}
ALLOWED['workspace'] = LOWER | {'workspace'}
for top in ('app', 'cli', 'service'):
    ALLOWED[top] = LOWER | {'workspace', top}
TOOLKIT = re.compile(r'(gtk|adwaita|gdk|pango|gsk)')
DRAWING = {'portfolio', 'document'}  # draw plates and pages, and need text for that
INCLUDE = re.compile(r'^\s*#\s*include\s*["<]([^">]+)[">]', re.M)


def module(path):
    return path.relative_to(ROOT / 'src').parts[0]


def main():
    sources = sorted((ROOT / 'src').rglob('*.[ch]'))
    homes = {}
    for path in sources:
        if path.suffix == '.h':
            homes.setdefault(path.name, set()).add(module(path))
    errors = []
    for path in sources:
        own = module(path)
        for name in INCLUDE.findall(path.read_text()):
            where = homes.get(pathlib.PurePath(name).name)
            if where and not where & ALLOWED[own]:
                errors.append(f'{path.relative_to(ROOT)} includes {name} of {sorted(where)}')
            if where and name.endswith('-private.h') and own not in where:
                errors.append(f'{path.relative_to(ROOT)} includes the private {name}')
            if TOOLKIT.match(name) and own != 'app' and not (own in DRAWING and name.startswith('pango')):
                errors.append(f'{path.relative_to(ROOT)} includes {name}: only src/app shows things')
    print('\n'.join(errors))
    return 1 if errors or not sources else 0


sys.exit(main())
