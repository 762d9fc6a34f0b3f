# SPDX-License-Identifier: EUPL-1.2
"""The questions of a questionnaire as parts of an XForm: one function per type of question."""

import re

import scoring

UNKNOWN = {'Weet niet': 'weet_niet', 'Niet van toepassing': 'nvt',
           'Niet van toepassing of weet niet': 'beide'}
TOO_LONG = 'Maak de tekst korter: hoogstens {} tekens.'
LEVEL_ANCHORS = {'2': 'Tussen 1 en 3', '4': 'Tussen 3 en 5'}


def dutch(value):
    """A whole number with points between the thousands."""
    return f'{value:,}'.replace(',', '.')


def element_of(question):
    return question['id'].replace('.', '_')


def literal(sentence):
    """A sentence as XPath; what stands between braces is calculated."""
    parts = re.split(r'{(.*?)}', sentence)
    words = [part if i % 2 else f"'{part}'" for i, part in enumerate(parts)]
    return words[0] if len(words) == 1 else f'concat({", ".join(words)})'


def kind_of(option):
    return 'exclusief' if option.get('exclusief') else UNKNOWN.get(option['label'])


def score_of(option, score_map):
    if option.get('telt_niet'):
        return None
    value = score_map.get(option['id'], option.get('score'))
    return None if value is None else scoring.number(value)


def choice_items(options, score_map, anchors=None, scale=False):
    for option in options:
        score = score_of(option, score_map)
        yield {'name': option['id'], 'label': option['label'], 'score': score,
               'reversed': scoring.number(100 - float(score)) if scale and score else None,
               'kind': kind_of(option), 'anchor': (anchors or {}).get(option['id'])}


def municipality_items(municipalities):
    for m in municipalities:
        yield {'name': m['nis'], 'label': m['name'], 'former': '; '.join(m.get('former', []))}


def as_read(number):
    """An expression that writes the number below a million at a path as people read it: 1.234,5."""
    text = f"string(number({number}))"
    whole = f"substring-before(concat({text}, '.'), '.')"
    digits = f'string-length({whole})'
    thousands = f'if({digits} > 3, concat(substring({whole}, 1, {digits} - 3), "."), "")'
    cents = f'if(contains({text}, "."), concat(",", substring-after({text}, ".")), "")'
    return f'concat({thousands}, substring({whole}, {digits} - 2), {cents})'.replace('"', "'")


class Builder:
    """Puts the questions of one questionnaire into a form."""

    def __init__(self, form, content, texts, municipalities, paths):
        self.form = form
        self.content = content
        self.texts = texts
        self.municipalities = municipalities
        self.paths = paths

    # --- what questions have in common ----------------------------------------------------------

    def text_of(self, question_id, key):
        return self.texts.get(question_id, {}).get(key)

    def expression(self, text):
        """Question ids between braces become paths."""
        for question_id, path in self.paths.items():
            text = text.replace('{' + question_id + '}', path)
        return text

    def condition(self, question):
        """When the question is asked; None: always."""
        rule = question.get('zichtbaar_als')
        if rule is None:
            return None
        path, value = self.paths[rule['q']], rule.get('waarde')
        if rule['op'] == 'in':
            return ' or '.join(f"{path} = '{v}'" for v in value)
        if rule['op'] in ('>', '>=', '<', '<='):
            return f"{path} {rule['op']} {value}"
        raise ValueError(f'no rule for {rule["op"]}')

    def common_bind(self, question, full_id, required_message):
        warning = self.text_of(full_id, 'warning')
        bind = {'relevant': self.condition(question),
                'rk__confidential': 'true' if question.get('gevoelig') else None,
                'rk__consent': 'true' if question.get('toestemming') else None,
                'jr__preload': 'property' if self.text_of(full_id, 'property') else None,
                'jr__preloadParams': self.text_of(full_id, 'property'),
                'rk__warning': self.expression(warning) if warning else None,
                'rk__warningMsg': self.text_of(full_id, 'warning_message')}
        if question.get('verplicht'):
            bind |= {'required': 'true()', 'jr__requiredMsg': required_message}
        return bind

    def constraint(self, name, rules):
        """Rules (expression, sentence) as the attributes of one constraint. With several rules, or
        a sentence with an {expression} in it, the message is chosen when it is shown."""
        if not rules:
            return {}
        parts = [r if len(rules) == 1 or ' or ' not in r else f'({r})' for r, _ in rules]
        message = rules[-1][1]
        if len(rules) > 1 or '{' in message:
            message = literal(message)
            for rule, sentence in reversed(rules[:-1]):
                message = f'if({rule}, {message}, {literal(sentence)})'
            message = self.form.add_message(name, message)
        return {'constraint': ' and '.join(parts), 'jr__constraintMsg': message}

    def choices_of(self, question, name):
        """Makes sure that the list of choices of the question is there; returns its name."""
        if 'opties_bron' in question:
            self.form.add_choices('gemeenten', municipality_items(self.municipalities))
            return 'gemeenten'
        if 'opties_lijst' in question:
            listed = question['opties_lijst']
            self.form.add_choices(listed, choice_items(self.content['lijsten'][listed], {}))
            return listed
        if 'opties' in question:
            score_map = question.get('score', {}).get('kaart', {})
            self.form.add_choices(name, choice_items(question['opties'], score_map))
            return name
        return self.scale_of(question, name)

    def scale_of(self, question, name):
        scale = self.content['schalen'][question['schaal']]
        anchors = scale.get('definities')
        listed = question['schaal']
        if 'ankers' in question:
            anchors, listed = LEVEL_ANCHORS | question['ankers'], name
        self.form.add_choices(listed, choice_items(scale['opties'], {}, anchors,
                                                   scale=question['type'] != 'level'))
        return listed

    def options_of(self, question):
        if 'opties_lijst' in question:
            return self.content['lijsten'][question['opties_lijst']]
        return question.get('opties', [])

    # --- additions ------------------------------------------------------------------------------

    def add_text(self, name, label, length, **bind):
        path = self.form.leaf(name, type='string', **bind, rk__max_length=length,
                              constraint=f'string-length(.) <= {length}',
                              jr__constraintMsg=TOO_LONG.format(dutch(length)))
        self.form.control('input', path, label,
                          appearance='multiline' if length > 200 else None)

    def add_open_texts(self, question, name, full_id):
        """The free text of the options that ask for one."""
        for option in self.options_of(question):
            if not option.get('open_tekst'):
                continue
            test = (f"selected(../{name}, '{option['id']}')" if question['type'] == 'multiple'
                    else f"../{name} = '{option['id']}'")
            self.add_text(f'{name}_{option["id"]}_tekst', self.text_of(full_id, 'other'), 200,
                          relevant=test, rk__addition_to=name)

    def add_evidence(self, name):
        self.add_text(f'{name}_bewijs', 'Waaruit blijkt dit? Noem het document of de beslissing.',
                      500, relevant=f'../{name} > 0', rk__addition_to=name)

    # --- one function per type ------------------------------------------------------------------

    def add_single(self, question, name, full_id):
        choices = self.choices_of(question, full_id.replace('.', '_'))
        question['lijst'] = choices
        bind = self.common_bind(question, full_id, 'Kies een antwoord om te kunnen indienen.')
        path = self.form.leaf(name, rk__offer=question.get('aanbod'),
                              type='string', **bind,
                              **self.constraint(full_id.replace('.', '_'),
                                                question.get('regels', [])))
        look = {'level': 'rk-level', 'single': None}[question['type']]
        if 'opties_bron' in question:
            look = 'minimal autocomplete'
        self.form.control('select1', path, question['tekst'], question.get('hulp'),
                          f"instance('{choices}')/root/item", appearance=look)
        self.add_open_texts(question, name, full_id)
        if question.get('bewijs'):
            self.add_evidence(name)

    add_level = add_single

    def add_multiple(self, question, name, full_id):
        choices = self.choices_of(question, name)
        rules = []
        most = question.get('validatie', {}).get('max_keuzes')
        if most:
            rules.append((f'count-selected(.) <= {most}',
                          f'U kunt er hoogstens {most} kiezen. Haal er eerst een weg.'))
        for option in question.get('opties', []):
            if option.get('exclusief'):
                rules.append((f"not(selected(., '{option['id']}')) or count-selected(.) = 1",
                              f'‘{option["label"]}’ kan niet samen met een ander antwoord.'))
        bind = self.common_bind(question, full_id,
                                'Kies minstens één antwoord om te kunnen indienen.')
        path = self.form.leaf(name, type='string', **bind, rk__max_choices=most,
                              **self.constraint(name, rules))
        self.form.control('select', path, question['tekst'], question.get('hulp'),
                          f"instance('{choices}')/root/item")
        self.add_open_texts(question, name, full_id)

    def number_rules(self, question):
        limits = question['validatie']
        low, high = limits['min'], limits['max']
        span = f'van {dutch(low)} tot {dutch(high)}'
        if question.get('eenheid') == '%':
            message = f'Vul een percentage in {span}.'
        elif high == 2050:
            span = f'van {low} tot {high}'
            message = f'Vul een jaar in {span}, bijvoorbeeld 2028.'
        elif question.get('eenheid', '').startswith('euro'):
            message = f'Vul een bedrag in {span} euro.'
        else:
            message = f'Vul een {"geheel " if limits["geheel"] else ""}getal in {span}.'
        rules = [(f'. >= {low} and . <= {high}', message)]
        for extra in question.get('validatie_extra', []):
            other = self.paths[extra['q']]
            shown = f'({{{as_read(other)}}})'
            rules.insert(0, (f"{other} = '' or . {extra['regel']} {other}",
                             f'{extra["boodschap"].rstrip(".")} {shown}.'))
        return rules, span

    def add_number(self, question, name, full_id):
        rules, span = self.number_rules(question)
        hint = question.get('hulp') or self.text_of(full_id, 'hint')
        if question.get('eenheid') == '%':
            hint = ' '.join(filter(None, [hint, f'{span.capitalize()}\u00a0%.']))
        bind = self.common_bind(question, full_id, 'Vul een getal in om te kunnen indienen.')
        path = self.form.leaf(name, rk__offer=question.get('aanbod'),
                              type='int' if question['validatie']['geheel'] else 'decimal',
                              **bind, **self.constraint(full_id.replace('.', '_'), rules),
                              rk__unit=question.get('eenheid'))
        self.form.control('input', path, question['tekst'], hint)

    def add_text_question(self, question, name, full_id):
        self.add_text(name, question['tekst'], question['max_lengte'],
                      rk__offer=question.get('aanbod'),
                      **self.common_bind(question, full_id, None))

    def add_matrix(self, question, name, full_id):
        choices = self.choices_of(question, name)
        self.form.open_group(name, question['tekst'], 'table-list', question.get('hulp'))
        for row in question['rijen']:
            bind = self.common_bind(question, full_id,
                                    'Kies een antwoord in elke rij om te kunnen indienen.')
            path = self.form.leaf(f'{name}_{row["id"]}', type='string', **bind)
            self.form.control('select1', path, row['tekst'],
                              itemset=f"instance('{choices}')/root/item")
        self.form.close_group()

    def add_ranking(self, question, name, full_id):
        choices = self.choices_of(question, name)
        self.form.open_group(name, question['tekst'], 'rk-ranking', question.get('hulp'))
        before = []
        for place in range(1, question['max_rang'] + 1):
            bind = self.common_bind(question | {'verplicht': place == 1
                                                and question.get('verplicht')}, full_id,
                                    'Kies minstens de eerste plaats om te kunnen indienen.')
            rules = [(f"{before[-1]} != ''", 'Vul eerst de plaats hierboven in.')] if before else []
            path = self.form.leaf(f'{name}_{place}', type='string', **bind,
                                  **self.constraint(f'{name}_{place}', rules))
            others = ' and '.join(f'name != {p}' for p in before)
            self.form.control('select1', path, f'Plaats {place}',
                              itemset=f"instance('{choices}')/root/item"
                                      + (f'[{others}]' if others else ''))
            before.append(path)
        self.form.close_group()

    # --- repeats --------------------------------------------------------------------------------

    def unique_rules(self, question, name):
        """No two rows with the same value in the field that is to be unique."""
        field, most = question['uniek_veld'], question['max_rijen']
        others = f'../../{name}[position() != position(current()/..)][{field} = current()]'
        return [(f'count({others}) = 0', f'Dit domein staat al in rij {{position({others}[1])}}.'),
                (f'count(../../{name}) <= {most}', f'Er kunnen hoogstens {most} rijen zijn.')]

    def add_field(self, field, question, name):
        add = {'single': self.add_single, 'text': self.add_text_question,
               'number': self.add_number}[field['type']]
        if field['id'] == question.get('uniek_veld'):
            field['regels'] = self.unique_rules(question, name)
        add(field, field['id'], f'{question["id"]}.{field["id"]}')

    def add_row_score(self, question):
        scored = [f for f in question['velden'] if f['id'] in question['score']['velden']]
        for field in scored:
            self.form.leaf(f'{field["id"]}_score', type='string',
                           calculate=scoring.lookup(field['lijst'], f'current()/../{field["id"]}'))
        self.form.leaf('rijscore', type='string', calculate=scoring.row_score(question))

    def add_repeat(self, question, name, full_id):
        self.form.open_group(name, question['tekst'], hint=question.get('hulp'), template=True)
        path = self.form.path()
        self.form.bind(path, rk__recommended=question.get('aanbevolen_rijen'),
                       rk__offer=question.get('aanbod'),
                       rk__confidential='true' if question.get('gevoelig') else None)
        self.form.body.open('repeat', nodeset=path)
        for field in question['velden']:
            self.add_field(field, question, name)
        self.add_row_score(question)
        self.form.body.close()
        self.form.close_group()

    def add(self, question):
        name = element_of(question)
        kind = 'text_question' if question['type'] == 'text' else question['type']
        getattr(self, f'add_{kind}')(question, name, question['id'])
