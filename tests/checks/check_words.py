#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""No Dutch text uses a word that does not belong to our users (UX 5.1), nor an exclamation mark."""
import re
import sys

FORBIDDEN = (r'succesvol\w*', 'gelieve', r'foutie(f|ve)', r'ongeldige?', r'valide(er|ren)\w*',
             r'records?', r'items?', r'default', r'conflict(en)?', r'sync\w*', r'entiteit(en)?',
             r'u vergat')
WORD = re.compile(r'\b(' + '|'.join(FORBIDDEN) + r')\b', re.I)


def texts(path):
    """Every msgstr of a .po file, lines joined."""
    current = None
    for line in open(path, encoding='utf-8'):
        if line.startswith('msgstr'):
            current = line[line.index('"'):].strip()[1:-1]
        elif current is not None and line.startswith('"'):
            current += line.strip()[1:-1]
        elif current is not None:
            yield current
            current = None
    if current is not None:
        yield current


def main(path):
    bad = [t for t in list(texts(path))[1:] if WORD.search(t) or re.search(r'\w!', t)]
    print('\n'.join(f'not our words: {t}' for t in bad))
    return 1 if bad else 0


sys.exit(main(sys.argv[1]))
