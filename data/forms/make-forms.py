#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Makes the XForms of our questionnaires: make-forms.py [--check]

With --check nothing is written; the exit status is 1 when a form is not what its sources give."""

import json
import sys
from pathlib import Path

import scoring
from questions import Builder, element_of
from xform import XForm

HERE = Path(__file__).resolve().parent


def read(name):
    return json.loads((HERE / name).read_text(encoding='utf-8'))


def question_paths(survey):
    """Where each question stands: id → path."""
    return {q['id']: f'/{survey["id"]}/{element_of(s)}/{element_of(q)}'
            for s in survey['secties'] for q in s['vragen']}


def add_introduction(form, survey):
    if 'inleiding' in survey:
        path = form.leaf(f'{survey["id"]}_inleiding', type='string', readonly='true()')
        form.control('input', path, survey['inleiding'])


def add_sections(form, builder, survey):
    for position, section in enumerate(survey['secties']):
        form.open_group(element_of(section), section['titel'])
        if position == 0:
            add_introduction(form, survey)
        for question in section['vragen']:
            builder.add(question)
        form.close_group()


def scored_questions(section):
    return [q for q in section['vragen'] if 'score' in q]


def add_scores(form, builder, survey):
    """The calculates, in a group that has no control."""
    form.tree.open('score')
    themes = {t['id']: t for t in survey['index']['themas']}
    for section in survey['secties']:
        if section['thema'] is None:
            continue
        scored = scored_questions(section)
        for question in scored:
            scoring.add_question(form, question, element_of(question),
                                 builder.paths[question['id']], builder.paths)
        scoring.add_theme(form, themes[section['thema']],
                          [(q['score']['gewicht'], element_of(q), builder.condition(q))
                           for q in scored], survey['index']['min_dekking_thema'])
    scoring.add_index(form, survey['index'])
    for indicator in survey.get('indicatoren', []):
        scoring.add(form, indicator['id'],
                    scoring.indicator_expression(indicator['formule'], builder.paths))
    form.tree.close()


def describe_questions(builder, survey):
    for section in survey['secties']:
        for q in scored_questions(section) if section['thema'] else []:
            text = builder.texts[q['id']]
            yield scoring.describe('question', ref=builder.paths[q['id']], theme=section['thema'],
                                   score=f'/{survey["id"]}/score/{element_of(q)}',
                                   weight=scoring.number(q['score']['gewicht']),
                                   label=text['short'], raises=text['raises'])


def describe_scores(form, builder, survey):
    """instance('rk-score'): README.md, "Scores"."""
    index, root = survey['index'], f'/{survey["id"]}/score'
    rows = [scoring.describe('index', ref=f'{root}/index_exact', label=index['titel'],
                             direction=index.get('richting'), min_themes=index['min_themas'])]
    rows += [scoring.describe('band', __from=b['van'], label=b['label'])
             for b in index.get('banden', [])]
    for theme in index['themas']:
        name = theme['id']
        rows.append(scoring.describe(
            'theme', id=name, label=theme['titel'],
            short=builder.text_of(f'{survey["id"]}.{name}', 'short') or theme['titel'],
            ref=f'{root}/{name}_exact', coverage=f'{root}/{name}_dekking',
            weight=scoring.number(theme['gewicht']),
            min_coverage=scoring.number(index['min_dekking_thema'])))
    rows += describe_questions(builder, survey)
    for indicator in survey.get('indicatoren', []):
        rows.append(scoring.describe_indicator(indicator, f'{root}/{indicator["id"]}',
                                               scoring.group_of(indicator, survey)))
    form.add_instance('rk-score', rows)


def make(survey, content, texts, municipalities):
    form = XForm(survey['id'], survey['versie'], survey['titel'])
    builder = Builder(form, content, texts, municipalities, question_paths(survey))
    add_sections(form, builder, survey)
    add_scores(form, builder, survey)
    describe_scores(form, builder, survey)
    return form.write()


def main():
    content, texts = read('questions.json'), read('texts.json')
    municipalities = read('../lists/municipalities.json')['municipalities']
    stale = []
    for survey in content['vragenlijsten']:
        xml = make(survey, content, texts, municipalities).encode()
        file = HERE / f'{survey["id"].lower()}.xml'
        if file.exists() and file.read_bytes() == xml:
            continue
        stale.append(file.name)
        if '--check' not in sys.argv:
            file.write_bytes(xml)
    if stale:
        print('not up to date:' if '--check' in sys.argv else 'written:', *stale)
    return 1 if stale and '--check' in sys.argv else 0


if __name__ == '__main__':
    sys.exit(main())
