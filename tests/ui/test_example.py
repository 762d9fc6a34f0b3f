#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The example opens; every page is named for assistive technology, wide and narrow."""
from uidriver import a11y_lint, start, wait_for


def check_names(page):
    assert a11y_lint(app) == [], (page, a11y_lint(app))


app = start()
app.find('push button', 'Voorbeeldbestuur bekijken').do('click')
app.wait_title('Ons bestuur in cijfers')
app.find('label', 'Gemeente Voorbeeldem')
check_names('overview')

app.activate('show-page', "'surveys'")
app.wait_title('Ingediend')
check_names('surveys')

app.find('push button', 'Resultaten bekijken').do('click')
back = app.see('push button', 'Terug')
check_names('results')
back.do('click')
wait_for(lambda: app.focused().name.startswith(('Meer voor deze', 'Resultaten bekijken', 'Bevraging')),
         'the list again')

app.resize(400, 760)
app.activate('show-page', "'overview'")
app.wait_title('Ons bestuur in cijfers')
check_names('narrow overview')

app.activate('search')
wait_for(lambda: app.focused().name == 'Zoeken in alles', 'the entry of the search')
app.type('leverancier')
wait_for(lambda: [n for n in app.find_all('label') if n.name == 'Vragen'], 'a group of questions')
check_names('search')
app.key('Escape')

app.activate('preferences', window=False)
wait_for(lambda: app.find_all('label', 'Weergave'), 'preferences')
# the rows in a closed choice of libadwaita 1.2 have their words in a label only
assert [x for x in a11y_lint(app) if x != ('list item', '')] == [], a11y_lint(app)
app.close()
print('ok')
