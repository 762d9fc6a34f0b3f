#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Runs a corpus of forms through rkctl and holds the result to thresholds.

usage: corpus.py RKCTL FOLDER    FOLDER has compare.py and corpus/
"""
import re
import subprocess
import sys

LEAST_FORMS = 0.92  # share of forms identical to the reference
LEAST_STATES = 0.985  # share of node states equal


def main():
    rkctl, folder = sys.argv[1:]
    run = subprocess.run([sys.executable, f'{folder}/compare.py', '--rkctl', rkctl, '--corpus',
                          f'{folder}/corpus', '--jobs', '1'],
                         capture_output=True, text=True, check=False)
    lines = run.stdout.strip().split('\n')
    last = lines[-1]
    print('\n'.join(lines[-4:]))
    found = re.match(r'(\d+) of (\d+) forms identical, (\d+) of (\d+) node states equal', last)
    broken = re.findall(r'^(?:CRASH|TIMEOUT|BROKEN).*', run.stdout, re.MULTILINE)
    if not found or broken:
        print('\n'.join(broken) or run.stderr)
        return 1
    forms, all_forms, states, all_states = map(int, found.groups())
    return 0 if forms >= LEAST_FORMS * all_forms and states >= LEAST_STATES * all_states else 1


sys.exit(main())
