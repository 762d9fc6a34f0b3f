#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Interfaces as a list, as a diagram that one walks over and keeps, and as a table of letters; a new
one in between."""
from uidriver import a11y_lint, start, wait_for


def tab(name):
    app.click_at(app.see('page tab', name))


def shown(count):
    """The footer: which of the rows one sees."""
    app.see('label', pred=lambda n: n.name.endswith(f' van {count}'))


def picture(pred):
    return app.see('image', pred=pred)


app = start()
app.find('push button', 'Voorbeeldbestuur bekijken').do('click')
app.wait_title('Ons bestuur in cijfers')
app.activate('show-page', "'interfaces'")

# The list says all there is, and less when one filters.
shown('60 koppelingen')
assert a11y_lint(app) == [], a11y_lint(app)
app.key('ctrl+f')
app.type('Kassier')
app.see('label', pred=lambda n: n.name.endswith('(60 in totaal)'))
app.key('ctrl+a', 'BackSpace')
shown('60 koppelingen')

# The diagram: Tab goes from application to application, the arrows along what links them.
tab('Schema')
picture(lambda n: n.name.startswith('Schema met '))
app.tab_to(lambda n: n.role == 'image' and n.name.endswith('koppelingen'), 'an application')
first = app.focused().name
app.key('Tab')
wait_for(lambda: app.focused().name != first, 'the next application')


def followed():
    for key in ('Right', 'Left', 'Down', 'Up'):
        app.key(key)
        if ': ' in app.focused().name:
            return True


wait_for(followed, 'an edge that was followed')
assert any(word in app.focused().name for word in ('standaard', 'maatwerk', 'onbekend'))

# A diagram can be kept.
app.click_at(app.see('push button', 'Schema bewaren'))
wait_for(lambda: app.focused() is not None and app.focused().role in ('text', 'entry') and app.focused().name != 'Rond', 'the name has the focus')
app.type('Rond de kassa')
app.key('Return')
app.see('push button', 'Schema\'s')

# The table of letters says the pair one stands on.
tab('Matrix')
app.tab_to(lambda n: n.role == 'image' and '→' in n.name, 'a cell')
cell = app.focused().name
app.key('Down')
wait_for(lambda: app.focused().name != cell, 'the next row')

# A new one: from, to, and the rest later.
app.key('ctrl+n')
wait_for(lambda: app.focused() is not None and app.focused().name == 'Van', 'the first end')
app.type('BurgerPunt')
app.key('Return')
app.key('Return')
wait_for(lambda: app.focused() is not None and app.focused().name == 'Naar', 'the other end')
app.type('Centraal Register')
app.key('Return')
app.see('push button', 'Toevoegen').do('click')
app.see('label', 'Koppeling toegevoegd')
app.see('push button', 'Aanvullen').do('click')
app.wait_title('BurgerPunt → Centraal Register')
app.activate('back')
tab('Lijst')
shown('61 koppelingen')
assert a11y_lint(app) == [], a11y_lint(app)
app.close()
