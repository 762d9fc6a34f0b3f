#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""A newcomer types a part of an old name, chooses, and sees what to do first."""
from uidriver import a11y_lint, start, wait_for

app = start()
app.find('label', 'Welkom bij Regiekamer')
assert a11y_lint(app) == [], a11y_lint(app)

# by keyboard alone: the focus is in the entry
app.type('galm')
wait_for(lambda: app.find_all('label', 'Pajottegem'), 'the municipality that Galmaarden is part of')
wait_for(lambda: app.find_all(None, '1 gemeente gevonden'), 'the count for a screen reader')
# Ctrl+Z is the entry's own while one types
app.type('zz')
wait_for(lambda: app.find('text', 'Uw gemeente').text == 'galmzz', 'the text')
app.key('ctrl+z')
wait_for(lambda: app.find('text', 'Uw gemeente').text != 'galmzz', 'the typing undone')
app.key('ctrl+a')
app.type('galmaarden')
wait_for(lambda: app.find('text', 'Uw gemeente').text == 'galmaarden', 'the whole name')
app.key('Return')
app.key('Return')
app.wait_title('Vraagt uw aandacht')
app.find('label', 'Pajottegem')
app.find('push button', 'Beginnen')
assert a11y_lint(app) == [], a11y_lint(app)
app.close()

# what was set up is there the next time
app = start()
app.wait_title('Vraagt uw aandacht')
app.find('label', 'Pajottegem')
app.close()
print('ok')
