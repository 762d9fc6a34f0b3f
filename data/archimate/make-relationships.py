#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Makes relationships.txt of Archi's relationships.xml (com.archimatetool.model/model/ of
github.com/archimatetool/archi, MIT licence):

    make-relationships.py relationships.xml > relationships.txt

A line of sets of letters, then per concept one character per target: the place of its set, from
"!" on. The targets stand in the order of the lines."""
import sys
import xml.etree.ElementTree as ET

HEAD = """\
# Which relations ArchiMate 3.2 allows between which concepts. Made by make-relationships.py of
# relationships.xml of Archi (https://github.com/archimatetool/archi), which is
# Copyright (c) 2013-2024 Phillip Beauvoir, Jean-Baptiste Sarrodie and The Open Group, MIT licence:
# see LICENSE-Archi.txt.
# a Access, c Composition, f Flow, g Aggregation, i Assignment, n Influence, o Association,
# r Realization, s Specialization, t Triggering, v Serving
"""


def main():
    root = ET.parse(sys.argv[1]).getroot()
    table = {s.get('concept'): {t.get('concept'): t.get('relations') for t in s} for s in root}
    names = sorted(table)
    sets = sorted({table[s].get(t, '') for s in names for t in names})
    print(HEAD, end='')
    print('sets ' + ','.join(sets))
    for source in names:
        print(source + ' ' + ''.join(chr(33 + sets.index(table[source].get(t, ''))) for t in names))


main()
