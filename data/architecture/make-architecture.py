#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Makes regiekamer.xml, our reference architecture in the ArchiMate exchange format:
make-architecture.py --layout PROGRAM [--check]

PROGRAM is data/architecture/lay-out-boxes of the build: it places the boxes of a plate as the
program places those of one's own plates. With --check nothing is written; the exit status is 1
when the file is not what its sources give."""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

HERE = Path(__file__).resolve().parent
TARGET = HERE / 'regiekamer.xml'
PAPER = '1.414'  # width over height of a sheet of paper
SHEETS = {'applicatie': (220, 233, 250), 'proces': (252, 232, 206), 'data': (214, 238, 228),
          'infrastructuur': (230, 230, 232)}
HOLDER = (255, 255, 255)
ROLES = {'component': 'Referentiecomponent', 'block': 'Bouwsteen', 'standard': 'Standaard',
         'principle': 'Principe', 'domain': 'Domein', 'function': 'Functie'}


class Xml:
    """Lines of XML, indented."""

    def __init__(self):
        self.lines = ['<?xml version="1.0" encoding="UTF-8"?>']
        self.depth = 0

    def tag(self, name, attributes):
        return name + ''.join(f' {key}={quoteattr(str(value))}' for key, value in attributes.items())

    def open(self, name, /, **attributes):
        self.lines.append('  ' * self.depth + f'<{self.tag(name, attributes)}>')
        self.depth += 1

    def close(self, name):
        self.depth -= 1
        self.lines.append('  ' * self.depth + f'</{name}>')

    def empty(self, name, /, **attributes):
        self.lines.append('  ' * self.depth + f'<{self.tag(name, attributes)} />')

    def text(self, name, text):
        self.lines.append('  ' * self.depth + f'<{name} xml:lang="nl">{escape(text)}</{name}>')

    def write(self):
        return '\n'.join(self.lines) + '\n'


class Model:
    def __init__(self, content):
        self.content = content
        self.elements = []   # (identifier, type, name, documentation, properties)
        self.relations = []  # (identifier, type, source, target, properties)
        self.keys = []       # names of properties, in the order of use

    def element(self, role, identifier, archimate, name, documentation, **properties):
        everything = {'Object ID': identifier, 'Regiekamer type': ROLES[role]}
        everything.update({key.replace('_', ' '): value for key, value in properties.items() if value})
        self.elements.append((identifier, archimate, name, documentation, everything, role))
        self.note(everything)

    def relate(self, archimate, source, target, **properties):
        self.relations.append((f'{source}.{target}', archimate, source, target, properties))
        self.note(properties)

    def note(self, properties):
        self.keys += [key for key in properties if key not in self.keys]

    def key(self, name):
        return f'property-{self.keys.index(name) + 1}'


def function_id(name):
    return 'FU.' + name.upper()


def unique(values):
    return list(dict.fromkeys(values))


def build(content):
    model = Model(content)
    domains = {d['id']: d for d in content['domeinen']}
    layers = {layer['id']: layer['naam'] for layer in content['lagen']}
    model.note({'Versie': '', 'Datum': ''})
    for domain in content['domeinen']:
        model.element('domain', domain['id'], 'Grouping', domain['naam'], '', Soort=domain['soort'])
    for c in content['componenten']:
        model.element('component', c['id'], 'ApplicationComponent', c['naam'], c['definitie'],
                      Laag=layers[c['laag']], Domein=domains[c['domein']]['naam'],
                      Functie=c['functie'], Herkomst=c['herkomst'], Bron=c['bron'])
    for b in content['bouwstenen']:
        model.element('block', b['id'], 'ApplicationService', b['naam'], b['omschrijving'],
                      Laag=layers[b['laag']], Bron=b['bron'])
    for s in content['standaarden']:
        model.element('standard', 'ST.' + s['id'], 'Constraint', s.get('kort', s['naam']),
                      s['naam'] if 'kort' in s else '')
    for name in unique(c['functie'] for c in content['componenten']):
        model.element('function', function_id(name), 'BusinessFunction', name, '')
    for p in content['principes']:
        model.element('principle', p['id'], 'Principle', p['principe'], p['toetsvraag'],
                      Categorie=p['categorie'], Bron=p['bron'])
    for c in content['componenten']:
        model.relate('Aggregation', c['domein'], c['id'])
        model.relate('Serving', c['id'], function_id(c['functie']))
        for block in c['bouwstenen']:
            model.relate('Serving', block, c['id'])
        for standard in c['standaarden']:
            model.relate('Realization', c['id'], 'ST.' + standard, Verbindingsrol='Aanbevolen')
    return model


# --- plates: boxes as (identifier of element or None, label, colour, holds boxes, parent) ---------

class Plate:
    def __init__(self):
        self.boxes = []

    def holder(self, element, label):
        self.boxes.append((element, label, HOLDER, True, -1))
        return len(self.boxes) - 1

    def leaf(self, element, colour, parent):
        self.boxes.append((element, None, colour, False, parent))

    def group(self, element, label, components):
        at = self.holder(element, label)
        for component in components:
            self.leaf(component['id'], SHEETS[component['laag']], at)


def by_domain(content, domains):
    plate = Plate()
    for domain in domains:
        plate.group(domain, None, [c for c in content['componenten'] if c['domein'] == domain])
    return plate


def by_layer(content):
    plate = Plate()
    for layer in content['lagen']:
        plate.group(None, layer['naam'],
                    [c for c in content['componenten'] if c['laag'] == layer['id']])
    return plate


def by_function(content):
    plate = Plate()
    for name in unique(c['functie'] for c in content['componenten']):
        plate.group(function_id(name), None,
                    [c for c in content['componenten'] if c['functie'] == name])
    return plate


def by_use(content, prefix, key, things, rest):
    """A box for each thing that a component uses, and one for those that none uses."""
    plate = Plate()
    unused = []
    for thing in things:
        users = [c for c in content['componenten'] if thing['id'] in c[key]]
        if users:
            plate.group(prefix + thing['id'], None, users)
        else:
            unused.append(thing)
    at = plate.holder(None, rest)
    for thing in unused:
        plate.leaf(prefix + thing['id'], SHEETS[thing.get('laag', 'infrastructuur')], at)
    return plate


def by_category(content):
    plate = Plate()
    for category in unique(p['categorie'] for p in content['principes']):
        at = plate.holder(None, category[0].upper() + category[1:])
        for principle in content['principes']:
            if principle['categorie'] == category:
                plate.leaf(principle['id'], (226, 222, 246), at)
    return plate


def compose(content, sheet):
    if 'domeinen' in sheet:
        return by_domain(content, sheet['domeinen'])
    return {'laag': lambda: by_layer(content), 'functie': lambda: by_function(content),
            'bouwsteen': lambda: by_use(content, '', 'bouwstenen', content['bouwstenen'],
                                        'Andere bouwstenen'),
            'standaard': lambda: by_use(content, 'ST.', 'standaarden', content['standaarden'],
                                        'Andere standaarden'),
            'principe': lambda: by_category(content)}[sheet['per']]()


def lay_out(program, plate):
    lines = ''.join(f'{parent} {int(holds)}\n' for _, _, _, holds, parent in plate.boxes)
    result = subprocess.run([program, PAPER], input=lines, capture_output=True, text=True, check=True)
    return [tuple(map(int, line.split())) for line in result.stdout.splitlines()]


# --- writing --------------------------------------------------------------------------------------

def write_properties(xml, model, properties):
    if not properties:
        return
    xml.open('properties')
    for key, value in properties.items():
        xml.open('property', propertyDefinitionRef=model.key(key))
        xml.text('value', value)
        xml.close('property')
    xml.close('properties')


def write_concepts(xml, model):
    xml.open('elements')
    for identifier, archimate, name, documentation, properties, _ in model.elements:
        xml.open('element', identifier=identifier, **{'xsi:type': archimate})
        xml.text('name', name)
        if documentation:
            xml.text('documentation', documentation)
        write_properties(xml, model, properties)
        xml.close('element')
    xml.close('elements')
    xml.open('relationships')
    for identifier, archimate, source, target, properties in model.relations:
        attributes = {'identifier': identifier, 'source': source, 'target': target,
                      'xsi:type': archimate}
        if properties:
            xml.open('relationship', **attributes)
            write_properties(xml, model, properties)
            xml.close('relationship')
        else:
            xml.empty('relationship', **attributes)
    xml.close('relationships')


def write_folders(xml, model, plates):
    folders = {'domain': 'Domeinen', 'component': 'Referentiecomponenten', 'block': 'Bouwstenen',
               'standard': 'Standaarden', 'function': 'Functies', 'principle': 'Principes'}
    xml.open('organizations')
    for role, label in folders.items():
        xml.open('item')
        xml.text('label', label)
        for element in model.elements:
            if element[5] == role:
                xml.empty('item', identifierRef=element[0])
        xml.close('item')
    xml.open('item')
    xml.text('label', 'Relaties')
    for relation in model.relations:
        xml.empty('item', identifierRef=relation[0])
    xml.close('item')
    xml.open('item')
    xml.text('label', 'Platen')
    for name in plates:
        xml.empty('item', identifierRef=f'plaat-{name}')
    xml.close('item')
    xml.close('organizations')


def write_style(xml, colour, bold):
    xml.open('style')
    xml.empty('lineColor', r=150, g=150, b=156, a=100)
    xml.empty('fillColor', r=colour[0], g=colour[1], b=colour[2], a=100)
    xml.open('font', name='Cantarell', size='10' if bold else '9', **({'style': 'bold'} if bold else {}))
    xml.empty('color', r=46, g=46, b=50)
    xml.close('font')
    xml.close('style')


def write_node(xml, plate, bounds, name, at):
    element, label, colour, holds, parent = plate.boxes[at]
    x, y, width, height = bounds[at]
    around = plate.boxes[parent] if parent >= 0 else None
    outer = f'{around[0] or "groep" + str(parent)}.' if around else ''
    attributes = {'identifier': f'{name}.{outer}{element or "groep" + str(at)}'}
    if element:
        attributes['elementRef'] = element
    attributes.update({'xsi:type': 'Element' if element else 'Container',
                       'x': x, 'y': y, 'w': width, 'h': height})
    xml.open('node', **attributes)
    if label:
        xml.text('label', label)
    write_style(xml, colour, holds)
    for child in range(at + 1, len(plate.boxes)):
        if plate.boxes[child][4] == at:
            write_node(xml, plate, bounds, name, child)
    xml.close('node')


def write_plates(xml, content, plates, program):
    xml.open('views')
    xml.open('diagrams')
    for name, sheet in plates.items():
        plate = compose(content, sheet)
        bounds = lay_out(program, plate)
        xml.open('view', identifier=f'plaat-{name}', **{'xsi:type': 'Diagram'})
        xml.text('name', sheet['naam'])
        xml.text('documentation', sheet['omschrijving'])
        for at, box in enumerate(plate.boxes):
            if box[4] < 0:
                write_node(xml, plate, bounds, f'plaat-{name}', at)
        xml.close('view')
    xml.close('diagrams')
    xml.close('views')


def make(content, plates, program):
    model = build(content)
    xml = Xml()
    xml.open('model', xmlns='http://www.opengroup.org/xsd/archimate/3.0/',
             **{'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
                'xsi:schemaLocation': 'http://www.opengroup.org/xsd/archimate/3.0/ '
                                      'http://www.opengroup.org/xsd/archimate/3.1/'
                                      'archimate3_Diagram.xsd',
                'identifier': 'regiekamer-referentiearchitectuur', 'version': content['versie']})
    xml.text('name', content['titel'])
    xml.text('documentation', content['omschrijving'])
    write_properties(xml, model, {'Versie': content['versie'], 'Datum': content['datum']})
    write_concepts(xml, model)
    write_folders(xml, model, plates)
    xml.open('propertyDefinitions')
    for key in model.keys:
        xml.open('propertyDefinition', identifier=model.key(key), type='string')
        xml.lines.append('  ' * xml.depth + f'<name>{escape(key)}</name>')
        xml.close('propertyDefinition')
    xml.close('propertyDefinitions')
    write_plates(xml, content, plates, program)
    xml.close('model')
    return xml.write()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--layout', required=True, help='the program that places boxes')
    parser.add_argument('--check', action='store_true')
    options = parser.parse_args()
    content = json.loads((HERE / 'architecture.json').read_text(encoding='utf-8'))
    plates = json.loads((HERE / 'plates.json').read_text(encoding='utf-8'))
    made = make(content, plates, options.layout)
    if TARGET.exists() and TARGET.read_text(encoding='utf-8') == made:
        return 0
    if options.check:
        print('not up to date:', TARGET.name)
        return 1
    TARGET.write_text(made, encoding='utf-8')
    print('written:', TARGET.name)
    return 0


if __name__ == '__main__':
    sys.exit(main())
