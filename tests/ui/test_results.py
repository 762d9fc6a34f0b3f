#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""From a figure to the answers that made it, and back to the same place; by pointer and by keys."""
from uidriver import a11y_lint, start, wait_for


def lint(page):
    assert a11y_lint(app) == [], (page, a11y_lint(app))


def showing(role, pred):
    return app.see(role, pred=pred)


def scroll_to(node):
    """Turns the wheel until all of it is in the window."""
    _, _, width, height = app.frame.extents()
    app._x('mousemove', '--window', app.xid, width - 60, height // 2)
    def in_view():
        _, y, _, h = node.extents()
        if y + h < height - 10:
            return True
        app._x('click', '--repeat', 3, '--delay', 20, 5)
    wait_for(in_view, f'{node.name} in view', step=.2)


app = start()
app.find('push button', 'Voorbeeldbestuur bekijken').do('click')
app.wait_title('Ons bestuur in cijfers')
app.see('push button', pred=lambda n: n.name.startswith('Resultaten bekijken')).do('click')

# The page says that the score is provisional, in figures and for a screen reader.
showing('image', lambda n: n.name.startswith('Regie-index ') and n.name.endswith('voorlopig'))
showing('image', lambda n: n.name.startswith('Hoogste thema '))
showing(None, lambda n: n.name.startswith('Voorlopige score: '))
lint('results')

# What would raise the index: each row is read once.
gain = showing('list item', lambda n: 'Vraag C03' in n.name)
assert gain.name.count('Minder dubbele invoer') == 1, gain.name

# As tables and back with one key; the digits find a theme.
app.key('t')
showing('table', lambda n: n.name == 'Score per thema')
lint('results as tables')
app.key('t')
wait_for(lambda: not app.seen('table', 'Score per thema'), 'the charts again')
app.key('2')
theme = wait_for(lambda: app.focused() if 'Data en processen' in app.focused().name else None,
                 'the second theme').name
app.key('Return')

# Why: every question with its answer; a row opens its question.
app.wait_title('Waarom deze score? Data en processen')
showing('label', lambda n: n.name.startswith('Vragen die meetellen'))
lint('why')
row = showing('table row', lambda n: n.name.startswith('Databeleid'))
before = row.name
app.click_at(row)
wait_for(lambda: app.focused() if app.focused().role == 'radio button' else None,
         'the answer of the question')
app.key('Up', 'space')

# And back: to the same row, which has the new answer, then to the same theme.
app.key('alt+Left')
wait_for(lambda: app.focused().name.startswith('Databeleid') and app.focused().name != before,
         'the row one came from')
app.key('alt+Left')
wait_for(lambda: app.focused().name == theme, 'the theme one came from')

# A figure of another survey: the questions that it is made of, and one of them.
app.activate('show-page', "'overview'")
app.wait_title('Ons bestuur in cijfers')
app.see('push button', pred=lambda n: n.name.startswith(
    'Resultaten bekijken van ICT-maturiteit')).do('click')
figure = showing('table row', lambda n: n.name.startswith('ICT-VTE per 1.000 inwoners'))
scroll_to(figure)
app.click_at(figure)
app.wait_title('Waarom dit cijfer? ICT-VTE per 1.000 inwoners')
rows = wait_for(lambda: app.seen('table row', pred=lambda n: 'Antwoord: ' in n.name
                                 and not n.name.startswith('Vraag')), 'the questions behind the figure')
assert len(rows) == 3, [n.name for n in rows]
lint('why this figure')
app.click_at(rows[1])
showing(None, lambda n: n.name == 'Deze bevraging is ingediend en kan niet meer wijzigen.')
app.key('alt+Left')
wait_for(lambda: app.focused().name == rows[1].name, 'the row of the question')
app.key('alt+Left')
wait_for(lambda: app.focused().name.startswith('ICT-VTE per 1.000'), 'the figure one came from')

# Narrow: nothing is lost.
app.resize(400, 760)
showing('image', lambda n: n.name.startswith('ICT-maturiteit '))
wait_for(lambda: a11y_lint(app) == [], 'names for all that is narrow')
app.close()
print('ok')
