# SPDX-License-Identifier: EUPL-1.2
"""Scores, coverage, index and indicators as calculates of the form (README.md, "Scores")."""

import re

from xform import attributes


def number(value):
    """A number as XPath writes it: 25, 0.5."""
    return f'{value:g}'


def lookup(choices, path, column='score'):
    return f"instance('{choices}')/root/item[name = {path}]/{column}"


def segment(x0, y0, x1, y1, x):
    """The line through two points."""
    start = f'{number(y0)} ' if y0 else ''
    sign = '- ' if y1 < y0 else '+ ' if y0 else ''
    run = f'({x} - {number(x0)})' if x0 else f'({x})' if ' ' in x else x
    return f'{start}{sign}{number(abs(y1 - y0))} * {run} div {number(x1 - x0)}'


def linear(points, x):
    """Piecewise linear through @points, flat outside."""
    points = sorted(points)
    result = number(points[-1][1])
    for (x0, y0), (x1, y1) in reversed(list(zip(points, points[1:]))):
        result = f'if({x} < {number(x1)}, {segment(x0, y0, x1, y1, x)}, {result})'
    return f'if({x} <= {number(points[0][0])}, {number(points[0][1])}, {result})'


def exclusive_of(question):
    return [o['id'] for o in question['opties'] if o.get('exclusief')]


def counted(question, path, exclusive_score, formula):
    """A multiple choice scored by the number of choices, unless an exclusive one is among them."""
    for option in exclusive_of(question):
        formula = f"if(selected({path}, '{option}'), {number(exclusive_score)}, {formula})"
    return f"if({path} = '', '', {formula})"


def count_share(question, path):
    most = number(question['score']['max_telling'])
    return counted(question, path, 0, f'min(100, 100 * count-selected({path}) div {most})')


def count_penalty(question, path):
    score = question['score']
    each = number(score['per_keuze'])
    return counted(question, path, score['exclusief_score'],
                   f'max(0, 100 - {each} * count-selected({path}))')


def ratio(question, path, paths):
    score = question['score']
    whole = paths[score['noemer']]
    line = linear(score['punten'], f'{path} div {whole}')
    return f"if({path} = '' or coalesce({whole}, 0) = 0, '', {line})"


def calculate(question, path, paths):
    """The expression for the score of a question that is one field."""
    method = question['score']['methode']
    if method in ('optie', 'kaart', 'niveau'):
        return lookup(question['lijst'], path)
    if method == 'tel_aandeel':
        return count_share(question, path)
    if method == 'tel_aftrek':
        return count_penalty(question, path)
    if method == 'lineair':
        return f"if({path} = '', '', {linear(question['score']['punten'], path)})"
    if method == 'aandeel_van':
        return ratio(question, path, paths)
    raise ValueError(f'unknown method {method}')


def add(form, name, expression):
    form.leaf(name, type='string', calculate=expression)


def answered(names):
    return ' + '.join(f"(../{name} != '')" for name in names)


def total(names):
    return ' + '.join(f'coalesce(../{name}, 0)' for name in names)


def weighted(pairs, pattern):
    """Sum over (weight, name); a weight of 1 is not written."""
    return ' + '.join(('' if weight == 1 else f'{number(weight)} * ') + pattern.format(name)
                      for weight, name in pairs)


def add_matrix(form, question, element, path):
    """Row scores, how many count, and their mean when at least half of the rows count."""
    rows = []
    for row in question['rijen']:
        name = f'{element}_{row["id"]}'
        column = 'score' if row['richting'] > 0 else 'reversed'
        add(form, name, lookup(question['schaal'], f'{path}/{name}', column))
        rows.append(name)
    add(form, f'{element}_tellend', answered(rows))
    add(form, element, f"if(../{element}_tellend * 2 < {len(rows)}, '', "
                       f"({total(rows)}) div ../{element}_tellend)")


def add_row_mean(form, element, path):
    """The mean of the rows that have a score of their own (node rijscore of the repeat)."""
    scores = f"{path}[rijscore != '']/rijscore"
    add(form, f'{element}_tellend', f'count({scores})')
    add(form, element, f"if(../{element}_tellend = 0, '', sum({scores}) div ../{element}_tellend)")


def row_score(question):
    """Row score of a repeat: weighted mean of its scored fields that count."""
    pairs = [(weight, f'{field}_score') for field, weight in question['score']['velden'].items()]
    weights = weighted(pairs, "(../{} != '')")
    nothing = ' and '.join(f"../{name} = ''" for _, name in pairs)
    return f"if({nothing}, '', ({weighted(pairs, 'coalesce(../{}, 0)')}) div ({weights}))"


def add_question(form, question, element, path, paths):
    method = question['score']['methode']
    if method.startswith('matrix'):
        add_matrix(form, question, element, path)
    elif method == 'rij_gemiddelde':
        add_row_mean(form, element, path)
    else:
        add(form, element, calculate(question, path, paths))


def rounded(path):
    return f"if({path} = '', '', floor({path} * 10 + 0.5) div 10)"


def add_theme(form, theme, questions, least):
    """@questions: (weight, element, condition or None) of all that can score in the theme."""
    name = theme['id']
    pairs = [(weight, element) for weight, element, _ in questions]
    always = sum(weight for weight, _, condition in questions if condition is None)
    sometimes = weighted([(weight, f'({condition})')
                          for weight, _, condition in questions if condition], '{}')
    asked = f'({number(always)} + {sometimes})' if sometimes else number(always)
    add(form, f'{name}_gewicht', weighted(pairs, "(../{} != '')"))
    add(form, f'{name}_dekking', f'../{name}_gewicht div {asked}')
    add(form, f'{name}_som', weighted(pairs, 'coalesce(../{}, 0)'))
    add(form, f'{name}_exact', f"if(../{name}_dekking < {number(least)}, '', "
                               f"../{name}_som div ../{name}_gewicht)")
    add(form, name, rounded(f'../{name}_exact'))


def add_index(form, index):
    pairs = [(t['gewicht'], f'{t["id"]}_exact') for t in index['themas']]
    add(form, 'index_tellend', answered(name for _, name in pairs))
    points = weighted(pairs, 'coalesce(../{}, 0)')
    weights = weighted(pairs, "(../{} != '')")
    add(form, 'index_exact', f"if(../index_tellend < {index['min_themas']}, '', "
                             f"({points}) div ({weights}))")
    add(form, 'index', rounded('../index_exact'))


def indicator_expression(formula, paths):
    """The formula over question ids, without value when something is missing or divided by 0."""
    ids = re.findall(r'[A-Z]+\.[A-Z0-9]+', formula)
    guard = [f"{paths[i]} = ''" for i in dict.fromkeys(ids)]
    xpath = re.sub(r'[A-Z]+\.[A-Z0-9]+', lambda m: paths[m[0]], formula.replace('/', ' div ')
                   .replace('*', ' * ').replace('+', ' + '))
    divisor = re.search(r' div (\([^)]*\)|\S+)', xpath)
    if divisor:
        guard.append(f'{divisor[1]} = 0')
    return f"if({' or '.join(guard)}, '', {xpath})"


def group_of(indicator, survey):
    """The section of the first question in the formula."""
    first = re.search(r'[A-Z]+\.[A-Z0-9]+', indicator['formule'])[0]
    return next(s['titel'] for s in survey['secties'] for q in s['vragen'] if q['id'] == first)


def describe_indicator(indicator, path, group):
    label, unit = re.fullmatch(r'(.*?)(?: \((%|euro)\))?', indicator['titel']).groups()
    return describe('indicator', ref=path, label=label, unit=unit, group=group,
                    decimals=indicator['decimalen'])


def describe(tag, **values):
    return f'<{tag}{attributes(values)}/>'
