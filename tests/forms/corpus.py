#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Holds rkctl against a corpus of forms and one of XPath cases, and against the list of differences.

usage: corpus.py RKCTL FOLDER LIST    FOLDER has compare.py, compare_xpath.py, corpus/ and xpath/

Fails when a form or case differs that LIST does not name, when one that it names no longer differs,
and when a form is refused or accepted against the reference without being named.
"""
import re
import subprocess
import sys


def run(script, *options):
    done = subprocess.run([sys.executable, *([script] + list(options)), '--verbose'],
                          capture_output=True, text=True, check=False)
    return done.stdout + (done.stderr if not done.stdout else '')


def read_list(path):
    named = {'form': set(), 'xpath': set(), 'accepted': set()}
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            found = re.fullmatch(r'- (form|xpath|accepted) (\S+)\n?', line)
            if found:
                named[found[1]].add(found[2])
    return named


def report(what, differing, named):
    for name in sorted(differing - named):
        print(f'{what} {name} differs and is not in the list')
    for name in sorted(named - differing):
        print(f'{what} {name} is in the list and does not differ')
    return differing != named


def main():
    rkctl, folder, path = sys.argv[1:]
    named = read_list(path)
    out = run(f'{folder}/compare.py', '--rkctl', rkctl, '--corpus', f'{folder}/corpus', '--jobs', '1')
    forms = set(re.findall(r'^DIFF +(\S+):', out, re.MULTILINE))
    # a form that runs in the reference and not here is told of by rkctl itself
    forms |= set(re.findall(r'^REFUSED +(\S+): rkctl:', out, re.MULTILINE))
    accepted = set(re.findall(r'^ACCEPTED +(\S+):', out, re.MULTILINE))
    broken = re.findall(r'^(?:CRASH|TIMEOUT|BROKEN|SILENT).*', out, re.MULTILINE)
    last = re.findall(r'^\d+ of \d+ forms identical.*', out, re.MULTILINE)
    cases = run(f'{folder}/compare_xpath.py', '--rkctl', rkctl, '--cases',
                f'{folder}/xpath/cases.json')
    right = re.findall(r'^\d+ of \d+ cases right.*', cases, re.MULTILINE)
    wrong = set(re.findall(r'^(?:WRONG|CRASH\w*|NO ANSWER) (\S+)', cases, re.MULTILINE))
    print('\n'.join(last + right + broken))
    bad = [report('form', forms, named['form']), report('accepted form', accepted, named['accepted']),
           report('case', wrong, named['xpath'])]
    return 1 if any(bad) or broken or not last or not right else 0


sys.exit(main())
