#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Every control for text and numbers is operated once, in each appearance, by keys; what is stored is
what the form asks for."""
from formdriver import Form
from uidriver import wait_for

form = Form('inputs.xml', 'Alle invoer')
app = form.app

# --- texts
form.enter('Naam van de dienst', 'Burgerzaken')
form.check('naam', 'Burgerzaken')
form.search('Toelichting')
form.type('a' * 40 + '\n' + 'b' * 44)
form.message('85 van 100 tekens')
app.key('Tab')
form.check('toelichting', 'a' * 40 + '\n' + 'b' * 44)
form.enter('Telefoon', 'nul vier')
form.message('Vul hier alleen cijfers in')
form.enter('Telefoon', '0470 12 34 56')
form.check('telefoon', '0470 12 34 56')
form.enter('Rekeningnummer', '0012345')
form.check('rekening', '0012345')
form.enter('Toegangscode', 'geheim1')
form.check('geheim', 'geheim1')
reveal = form.page.find(None, 'Tonen', pred=lambda n: n.actions)
assert 'checked' not in reveal.states and 'pressed' not in reveal.states, reveal.states
reveal.do(reveal.actions[0])
wait_for(lambda: {'checked', 'pressed'} & reveal.states, 'the code can be read')
form.enter('Meterstand', '12 A')
form.message('Een andere app zou dit invullen.')
form.check('app', '12 A')
form.enter('Streepjescode', '5412345678908')
form.check('streepjes', '5412345678908')
form.lint()

# --- numbers
form.enter('Aantal medewerkers', '12,5')
form.message('Vul een geheel getal in')
form.enter('Aantal medewerkers', '6000')
form.message('Dat is meer dan er mensen wonen.')
form.enter('Aantal medewerkers', '42')
form.check('aantal', 42)
form.enter('Aantal inwoners', '1234')
form.check('inwoners', 1234)
form.check_shown('Aantal inwoners', '1.234')
form.enter('Bouwjaar', '1998')
form.check('bouwjaar', 1998)
form.check_shown('Bouwjaar', '1998')
form.enter('Aandeel', '12,5')
form.check('aandeel', 12.5)
form.search('Is er een loket?')
app.key('space')
wait_for(lambda: form.stored_at('ja') in (True, 'true'), 'yes', step=.3)
app.key('Delete')
form.check_none('ja')
app.key('Down')
wait_for(lambda: form.stored_at('ja') in (False, 'false'), 'no', step=.3)
form.lint()

form.finish()
