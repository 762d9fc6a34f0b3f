#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Counts the tests of meson build folders and prints one line; exit 1 when one failed.

With CI=true a skipped test fails too, unless tests/skips.txt lists it with the reason."""
import json
import os
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def allowed_skips():
    lines = (ROOT / 'tests/skips.txt').read_text().splitlines()
    return {line.split()[0] for line in lines if line.strip() and not line.startswith('#')}


def results(folder):
    log = pathlib.Path(folder) / 'meson-logs/testlog.json'
    if not log.exists():
        yield folder, 'FAIL'
        return
    for line in log.read_text().splitlines():
        test = json.loads(line)
        yield test['name'].split(' / ')[-1], test['result']


def main(folders):
    passed, failed, skipped = 0, 0, 0
    strict = os.environ.get('CI') == 'true'
    for folder in folders:
        for name, result in results(folder):
            if result == 'SKIP' and not (strict and name not in allowed_skips()):
                skipped += 1
                print(f'skipped: {name}')
            elif result in ('OK', 'EXPECTEDFAIL'):
                passed += 1
            else:
                failed += 1
                print(f'failed: {name} ({result.lower()}) in {folder}')
    print(f'{passed} passed, {failed} failed, {skipped} skipped')
    return 1 if failed or not passed else 0


sys.exit(main(sys.argv[1:]))
