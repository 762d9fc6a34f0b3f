#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Writes the inputs that fuzzing starts from.

usage: seeds.py FOLDER    makes a folder per target (form, xpath, evaluate, xlsform, csv, archimate) from the
forms, expressions and models in the project and, when it stands beside it, of the larger corpus
"""
import glob
import hashlib
import json
import os
import re
import sys
from html import unescape

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..'))
SHARED = os.path.join(ROOT, '..', 'shared', 'forms')
LARGEST = 24 * 1024  # a larger form only slows the search down
EXPRESSION = re.compile(rb'\b(?:relevant|calculate|constraint|required|readonly|nodeset|ref|value|'
                        rb'jr:count)\s*=\s*(?:"([^"]+)"|\'([^\']+)\')')


LISTS = [
    b'naam;leverancier;pakket;versie;status;start;kost;belang;referentiecomponenten\r\n'
    b'A;B;C;1;in gebruik;1/3/2019;1.234,5;4;X,Y\r\n"a;b";"c""d";"e\nf";;;;;;\r\n',
    'titel,type,status,publicatiedatum\nÉén,AP,KandidaatStandaard,2025-08-201\n'.encode(),
    'van;naar;soort\nA;B;maatwerk\nRijksregister;A;?\n'.encode('utf-16'),
    'naam\tland\nCafé €\tBelgië\n'.encode('cp1252'),
    b'sep=|\nbestuur|bouwsteen|status|datum\nA|MAGDA|in gebruik|morgen\n',
    b'{"standards": [{"standard": "A", "publicationDate": 3, "status": null, "x": [1]}]}',
    b'{"format": "regiekamer-portfolio", "version": 1, "supplier": [{"id": "a", "name": "A"}]}',
]


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def write(folder, content):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, hashlib.sha1(content).hexdigest()), 'wb') as file:
        file.write(content)


def list_forms():
    for folder in ('data/forms', 'tests/forms/fixtures/forms', 'tests/fuzz/kept/form'):
        yield from glob.glob(os.path.join(ROOT, folder, '*'))
    yield from glob.glob(os.path.join(SHARED, 'corpus', '*.xml'))


def list_expressions():
    for path in (os.path.join(ROOT, 'tests/forms/fixtures/xpath-cases.json'),
                 os.path.join(SHARED, 'xpath', 'cases.json')):
        if os.path.exists(path):
            for case in json.loads(read(path)):
                yield case['expression'].encode()
    for target in ('xpath', 'evaluate'):
        for path in glob.glob(os.path.join(ROOT, 'tests/fuzz/kept', target, '*')):
            yield read(path)


def main():
    folder = sys.argv[1]
    expressions = set(list_expressions())
    for path in list_forms():
        content = read(path) if os.path.isfile(path) and not path.endswith('.json') else b''
        if b'<' in content:
            expressions.update(unescape((a or b).decode('utf-8', 'replace')).encode()
                               for a, b in EXPRESSION.findall(content))
            if len(content) <= LARGEST:
                write(os.path.join(folder, 'form'), content)
    for pattern in ('tests/xlsform/fixtures/*.md', 'tests/fuzz/kept/xlsform/*'):
        for path in glob.glob(os.path.join(ROOT, pattern)):
            write(os.path.join(folder, 'xlsform'), read(path))
    for content in LISTS:
        for kind in b'abcdefghij':
            write(os.path.join(folder, 'csv'), bytes([kind]) + content)
    for path in glob.glob(os.path.join(ROOT, 'tests/fuzz/kept/csv/*')):
        write(os.path.join(folder, 'csv'), read(path))
    for pattern in ('tests/portfolio/fixtures/archimate/*.xml', 'tests/fuzz/kept/archimate/*'):
        for path in glob.glob(os.path.join(ROOT, pattern)):
            if os.path.getsize(path) <= LARGEST:
                write(os.path.join(folder, 'archimate'), read(path))
    for expression in expressions:
        if len(expression) <= 2048:
            write(os.path.join(folder, 'xpath'), expression)
            write(os.path.join(folder, 'evaluate'), expression)


main()
