#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Measures big forms, beside the engine of ODK Web Forms.

usage: forms.py BENCH_FORM    the program of bench-form.c

The forms are those of ../shared/forms when it stands beside the project, else forms of like shape
that are made here. The peer, @getodk/xforms-engine under node, is measured in the same run when
RK_ORACLE names a folder in which its scripts and packages are installed; else the figures stored
with the forms stand beside ours, marked "stored".
"""
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..'))
SHARED = os.path.join(ROOT, '..', 'shared', 'forms')
MORE = ['web-forms--whova_form', 'web-forms--bench9-alt']  # beside those of perf.tsv
PEER_SECONDS = 900
LOAD_TIMES, ANSWERS_TIMES, MEMORY_TIMES = 50, 50, 10  # targets
MANY_BINDS = 400  # forms from which on the target for answers holds
FRAME = 16  # milliseconds that one answer may take

HTML = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>%s</h:title><model>
%s<instance><data id="%s">%s</data></instance>
%s
</model></h:head><h:body>
%s
</h:body></h:html>
"""


# --- forms of our own -----------------------------------------------------------------------------

def make_questionnaire(sections, questions):
    """Sections of questions with skip logic, constraints, calculations and two languages."""
    instance, binds, body, texts = [], [], [], []
    for s in range(sections):
        names = [f's{s}q{q}' for q in range(questions)]
        instance.append(f'<s{s}>' + ''.join(f'<{n}/>' for n in names) + f'<total{s}/></s{s}>')
        controls = []
        for q, name in enumerate(names):
            path = f'/data/s{s}/{name}'
            gate = f'/data/s{s}/{names[q - 1]}' if q % 5 else None
            rule = f' relevant="{gate} != \'no\'"' if gate else ''
            if q % 3 == 0:
                binds.append(f'<bind nodeset="{path}" type="int" constraint=". &gt;= 0 and . &lt; 500"'
                             f' required="true()"{rule}/>')
                controls.append(f'<input ref="{path}"><label ref="jr:itext(\'{path}\')"/></input>')
            else:
                binds.append(f'<bind nodeset="{path}" type="string" required="true()"{rule}/>')
                items = ''.join(f'<item><label ref="jr:itext(\'{v}\')"/><value>{v}</value></item>'
                                for v in ('yes', 'no', 'unknown'))
                controls.append(f'<select1 ref="{path}"><label ref="jr:itext(\'{path}\')"/>{items}'
                                '</select1>')
            texts.append((path, f'Question {q} of section {s}, which asks for something or other'))
        numbers = ' + '.join(f"coalesce(/data/s{s}/{n}, 0)" for n in names[::3])
        binds.append(f'<bind nodeset="/data/s{s}/total{s}" calculate="{numbers}"/>')
        body.append(f'<group ref="/data/s{s}">' + ''.join(controls) + '</group>')
    texts += [(v, v) for v in ('yes', 'no', 'unknown')]
    itext = '<itext>' + ''.join(
        f'<translation lang="{lang}">\n' + '\n'.join(
            f'  <text id="{i}">\n    <value>{lang}: {t}</value>\n  </text>' for i, t in texts) +
        '</translation>\n' for lang in ('en', 'fr')) + '</itext>'
    return HTML % ('Questionnaire', itext, 'questionnaire', '\n'.join(instance), '\n'.join(binds),
                   '\n'.join(body))


def make_list(items, columns):
    rows = []
    for i in range(items):
        cells = f'<name>i{i}</name><label>Item number {i}</label><group>g{i % 97}</group>'
        cells += ''.join(f'<c{c}>{(i * 31 + c) % 1009}</c{c}>' for c in range(columns))
        rows.append(f'<item>{cells}</item>')
    return '<instance id="list"><root>' + '\n'.join(rows) + '</root></instance>'


def make_select(items, columns):
    """A choice from a long list, narrowed by an earlier one."""
    body = ('<select1 ref="/data/g"><label>Group</label>' +
            ''.join(f'<item><label>g{g}</label><value>g{g}</value></item>' for g in range(97)) +
            '</select1><select1 ref="/data/i"><label>Item</label><itemset nodeset='
            '"instance(\'list\')/root/item[group = /data/g]"><value ref="name"/><label ref="label"/>'
            '</itemset></select1>')
    return HTML % ('Long list', '', 'long-list', '<g/><i/>', make_list(items, columns), body)


def make_selects(n, items):
    """Many choices from the same long list, each narrowed by two others."""
    instance = ''.join(f'<g{k}/><i{k}/>' for k in range(n))
    body = ''.join(
        f'<select1 ref="/data/g{k}"><label>Group</label>' +
        ''.join(f'<item><label>g{g}</label><value>g{g}</value></item>' for g in range(20)) +
        f'</select1><select1 ref="/data/i{k}"><label>Item</label><itemset nodeset='
        f'"instance(\'list\')/root/item[group = /data/g{k} and c0 != /data/i{(k + 1) % n}]">'
        '<value ref="name"/><label ref="label"/></itemset></select1>' for k in range(n))
    return HTML % ('Many lists', '', 'many-lists', instance, make_list(items, 1), body)


def write_own(folder):
    forms = {'made--questionnaire-550': make_questionnaire(22, 25),
             'made--questionnaire-900': make_questionnaire(36, 25),
             'made--list-2.6-MB': make_select(9000, 12),
             'made--8-selects': make_selects(8, 4000)}
    for name, text in forms.items():
        with open(os.path.join(folder, name + '.xml'), 'w', encoding='utf-8') as file:
            file.write(text)
    return [os.path.join(folder, name + '.xml') for name in forms]


# --- forms of the corpus --------------------------------------------------------------------------

def read_stored():
    """Stored figures of the peer by name of the form: load, answers, memory; None when not known."""
    stored = {}
    path = os.path.join(SHARED, 'oracle', 'perf.tsv')
    if not os.path.exists(path):
        return stored
    with open(path, encoding='utf-8') as file:
        for line in file.read().splitlines()[1:]:
            cells = line.split('\t')
            name = re.sub(r'\.xml$', '', cells[0])
            stored[name] = [to_number(cells[5]), to_number(cells[8]), to_number(cells[10])]
    return stored


def to_number(text):
    try:
        return float(text)
    except ValueError:
        return None


def list_forms(folder, stored):
    corpus = os.path.join(SHARED, 'corpus')
    paths = [os.path.join(corpus, name + '.xml') for name in [*stored, *MORE]]
    paths = [path for path in paths if os.path.exists(path)]
    return paths or write_own(folder)


# --- measuring ------------------------------------------------------------------------------------

def find_answers(path):
    answers = re.sub(r'\.xml$', '.answers.json', path)
    return answers if os.path.exists(answers) else None


def measure_ours(bench, path):
    run = subprocess.run([bench, path] + [p for p in [find_answers(path)] if p],
                         capture_output=True, text=True, check=False)
    if run.returncode != 0:
        sys.exit(f'{path}: {run.stderr}')
    return {line.split()[0]: float(line.split()[1]) for line in run.stdout.splitlines()}


def measure_peer(oracle, path, folder):
    """Load, answers and memory of the peer; None for what it does not finish in time."""
    answers = find_answers(path)
    if answers is None:
        answers = os.path.join(folder, 'none.json')
        with open(answers, 'w', encoding='utf-8') as file:
            json.dump({'ops': []}, file)
    try:
        run = subprocess.run(['node', os.path.join(oracle, 'perf.mjs'), path, answers, '5'],
                             capture_output=True, text=True, check=False, timeout=PEER_SECONDS,
                             cwd=oracle)
    except subprocess.TimeoutExpired:
        print(f'# the peer does not finish {os.path.basename(path)} in {PEER_SECONDS} s')
        return [None, None, None]
    cells = run.stdout.strip().split('\t')
    if run.returncode != 0 or len(cells) < 11:
        print(f'# the peer does not run {os.path.basename(path)}: {run.stderr.strip()[-200:]}')
        return [None, None, None]
    answered = to_number(cells[8]) if find_answers(path) else None
    return [to_number(cells[5]), answered, to_number(cells[10])]


# --- telling --------------------------------------------------------------------------------------

def ratio(ours, theirs, target):
    """How many times less ours takes, and whether that meets the target."""
    if theirs is None:
        return '-', True
    times = theirs / max(ours, 0.001)
    return f'{times:.0f}x' + ('' if times >= target else ' (!)'), times >= target


def show(value, digits=1):
    return '-' if value is None else f'{value:.{digits}f}'


def tell(name, ours, theirs, mark, binds):
    load, load_ok = ratio(ours['form-ready'], theirs[0], LOAD_TIMES)
    answers, answers_ok = ratio(ours['form-100-answers'], theirs[1],
                                ANSWERS_TIMES if binds > MANY_BINDS else 0)
    memory, memory_ok = ratio(ours['form-peak-memory'], theirs[2], MEMORY_TIMES)
    slowest = ours['form-slowest-answer']
    frame_ok = slowest <= FRAME
    print(f'{name:<57} {binds:>5} {show(ours["form-ready"]):>8} {show(theirs[0]):>9} {load:>9}'
          f' {show(ours["form-100-answers"], 2):>8} {show(theirs[1]):>8} {answers:>9}'
          f' {show(slowest, 2) + ("" if frame_ok else " (!)"):>8}'
          f' {show(ours["form-peak-memory"]):>7} {show(theirs[2], 0):>6} {memory:>7}  {mark}')
    return load_ok and answers_ok and memory_ok and frame_ok


def main():
    bench = sys.argv[1]
    oracle = os.environ.get('RK_ORACLE')
    stored = read_stored()
    if oracle and not os.path.exists(os.path.join(oracle, 'node_modules')):
        sys.exit(f'RK_ORACLE: {oracle} has no node_modules; run npm install there.')
    print(f'{"form":<57} {"binds":>5} {"load ms":>8} {"peer":>9} {"":>9} {"100 ans":>8} {"peer":>8}'
          f' {"":>9} {"slowest":>8} {"MB":>7} {"peer":>6}')
    met = []
    with tempfile.TemporaryDirectory() as folder:
        for path in list_forms(folder, stored):
            name = re.sub(r'\.xml$', '', os.path.basename(path))
            with open(path, encoding='utf-8') as file:
                binds = file.read().count('<bind ')
            theirs = measure_peer(oracle, path, folder) if oracle else stored.get(name, [None] * 3)
            mark = 'measured' if oracle else 'stored' if name in stored else 'no peer'
            met.append(tell(name, measure_ours(bench, path), theirs, mark, binds))
    print(f'# {sum(met)} of {len(met)} forms meet the targets: load {LOAD_TIMES} times faster, answers'
          f' {ANSWERS_TIMES} times on forms over {MANY_BINDS} binds, no answer over {FRAME} ms, a'
          f' {MEMORY_TIMES}th of the memory; (!) marks what does not')


main()
