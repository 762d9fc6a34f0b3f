#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""From a question about the landscape to what made the answer; a principle answered and taken back;
the control over one application."""
from uidriver import a11y_lint, start, wait_for


def lint(page):
    assert a11y_lint(app) == [], (page, a11y_lint(app))


def card(title):
    return app.see('panel', pred=lambda n: n.name.startswith(title))


app = start()
app.activate('open-example')
app.wait_title('Ons bestuur in cijfers')
# the overview has a card with the applications, and asks for decisions about contracts
card('Toepassingen: ')
app.see(None, pred=lambda n: n.name.startswith('Beslis over het contract'))

app.activate('show-page', "'analysis'")
card('Wat kost wat?')
card('Volgen onze toepassingen de standaarden?')
lint('analysis')

# a chart is also a table, and its rows open what they were made of
cost = card('Wat kost wat?')
cost.find('push button', 'Als tabel').do('click')
wait_for(lambda: cost.find_all(None, pred=lambda n: n.name == 'Technische infrastructuur'),
         'the rows of the table')
cost.find('push button', pred=lambda n: n.name.startswith('Alle ')).do('click')
app.see('push button', 'Als CSV…')
app.activate('back')

# what is unknown opens the applications it is about
card('Wat kost wat?').find('push button', pred=lambda n: n.name.startswith('De kost van ')).do('click')
app.see(None, pred=lambda n: n.name == 'Leverancier')
app.activate('back')

# a principle that is answered counts; undo takes the answer back
def answered():
    figure = [n.name for n in app.find_all('push button')
              if n.name.startswith('Toon waaruit ‘Principes met een antwoord')]
    return int(figure[0].split(': ')[1].split('’')[0]) if figure else None


before = wait_for(answered, 'the principles')
app.activate('open-location', "'principles:'")
row = app.see('combo box', pred=lambda n: n.name.startswith('Digital first'))
lint('principles')
app.click_at(row)
wait_for(lambda: (app.focused() or app).role == 'list item', 'the answers')
app.key_until('Down', lambda: (app.focused() or app).name == 'Ja', 'the answer yes')
app.key_until('Return', lambda: (app.focused() or app).role == 'combo box', 'the answer chosen')
app.activate('back')
wait_for(lambda: answered() == before + 1, 'one answer more')
app.activate('undo')
wait_for(lambda: answered() == before, 'the answer taken back')

# the control over one application: a question in words, the score follows
app.activate('open-location', "'regie-scheme:'")
app.see('push button', 'Bewaren als nieuwe versie')
lint('weights')
app.close()
