# SPDX-License-Identifier: EUPL-1.2
"""An ODK XForm under construction: instance tree, choices, binds and body, written as tidy XML."""

from xml.sax.saxutils import escape, quoteattr

HEAD = '''<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- Made by make-forms.py from questions.json and texts.json: change those, not this. -->
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms"
  xmlns:orx="http://openrosa.org/xforms" xmlns:rk="urn:regiekamer:xforms">
<h:head>
'''


BIND_ORDER = ['type', 'relevant', 'required', 'jr__requiredMsg', 'readonly', 'calculate',
              'constraint', 'jr__constraintMsg', 'jr__preload', 'jr__preloadParams', 'rk__unit', 'rk__max_length',
              'rk__max_choices', 'rk__consent',
              'rk__recommended', 'rk__offer', 'rk__confidential', 'rk__addition_to', 'rk__warning',
              'rk__warningMsg']


def spell(name):
    return name.removeprefix('__').replace('__', ':').replace('_', '-')


def quote(text):
    return quoteattr(text).replace('&gt;', '>')


def attributes(values):
    """Attributes of those values that are not None; in names '__' stands for ':', '_' for '-' (a
    leading '__' for nothing: Python's own words)."""
    return ''.join(f' {spell(name)}={quote(str(value))}'
                   for name, value in values.items() if value is not None)


def element(name, text, **values):
    return f'<{name}{attributes(values)}>{escape(text)}</{name}>'


class Block:
    """Lines of nested XML."""

    def __init__(self, depth):
        self.lines = []
        self.stack = []
        self.depth = depth

    def line(self, text):
        self.lines.append('  ' * (self.depth + len(self.stack)) + text)

    def open(self, name, **values):
        self.line(f'<{name}{attributes(values)}>')
        self.stack.append(name)

    def close(self):
        name = self.stack.pop()
        self.line(f'</{name}>')

    def empty(self, name, **values):
        self.line(f'<{name}{attributes(values)}/>')


class XForm:
    def __init__(self, name, version, title):
        self.name = name
        self.version = version
        self.title = title
        self.tree = Block(1)
        self.texts = []
        self.choices = {}
        self.binds = []
        self.body = Block(0)
        self.tree.open(name, id=name, version=version)

    def path(self, name=None):
        """Path of the element @name in the group that is open in the instance tree."""
        return '/' + '/'.join(self.tree.stack + ([name] if name else []))

    def leaf(self, name, **bind):
        """A value: its element and its bind. Returns its path."""
        path = self.path(name)
        self.tree.empty(name)
        self.bind(path, **bind)
        return path

    def bind(self, path, **values):
        ordered = dict(sorted(values.items(), key=lambda item: BIND_ORDER.index(item[0])))
        self.binds.append(f'<bind nodeset="{path}"{attributes(ordered)}/>')

    def add_message(self, name, expression):
        """A message that is calculated when it is shown; returns what refers to it."""
        output = f'<output value={quote(expression)}/>'
        self.texts.append(f'<text id="{name}"><value>{output}</value></text>')
        return f"jr:itext('{name}')"

    def add_choices(self, name, items):
        """A choice instance of @items (dicts of column and text); the same name may come again."""
        rows = []
        for item in items:
            columns = ''.join(element(column, str(text))
                              for column, text in item.items() if text not in (None, ''))
            rows.append(f'<item>{columns}</item>')
        if self.choices.setdefault(name, rows) != rows:
            raise ValueError(f'two different lists of choices are called {name}')

    def add_instance(self, name, rows):
        self.choices[name] = rows

    def control(self, kind, path, label, hint=None, itemset=None, **values):
        self.body.open(kind, ref=path, **values)
        self.body.line(element('label', label))
        if hint:
            self.body.line(element('hint', hint))
        if itemset:
            self.body.line(f'<itemset nodeset={quoteattr(itemset)}>'
                           '<value ref="name"/><label ref="label"/></itemset>')
        self.body.close()

    def open_group(self, name, label, appearance=None, hint=None, template=False):
        """@template: of a repeat that begins without rows."""
        self.tree.open(name, jr__template='' if template else None)
        self.body.open('group', ref=self.path(), appearance=appearance)
        self.body.line(element('label', label))
        if hint:
            self.body.line(element('hint', hint))

    def close_group(self):
        self.body.close()
        self.tree.close()

    def write(self):
        """The whole form as text. The instance tree is closed by it."""
        self.tree.open('orx:meta')
        self.tree.empty('orx:instanceID')
        self.tree.close()
        self.bind(f'/{self.name}/orx:meta/orx:instanceID', type='string', jr__preload='uid')
        self.tree.close()
        lines = [f'<h:title>{escape(self.title)}</h:title>',
                 '<model odk:xforms-version="1.0.0" rk:concept="true">',
                 '<instance>', *self.tree.lines, '</instance>']
        if self.texts:
            lines += ['<itext><translation lang="nl">', *self.texts, '</translation></itext>']
        for name, rows in self.choices.items():
            lines += [f'<instance id="{name}"><root>', *rows, '</root></instance>']
        lines += [*self.binds, '</model>', '</h:head>', '<h:body>', *self.body.lines,
                  '</h:body>', '</h:html>']
        return HEAD + '\n'.join(lines) + '\n'
