#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Every control for dates and times is operated once, in each appearance, by keys."""
import datetime

from formdriver import Form
from uidriver import wait_for

form = Form('inputs.xml', 'Alle invoer')
app = form.app

# --- dates and times
tomorrow = datetime.date.today() + datetime.timedelta(1)
form.enter('Dag van de meting', 'morgen')
form.check('dag', tomorrow.isoformat())
form.check_shown('Dag van de meting', tomorrow.strftime('%d/%m/%Y'))
form.search('Dag van de meting')
app.key('ctrl+a')
app.type('1/2/27')
app.key('Tab')
wait_for(lambda: form.focused() == 'Kalender openen', 'the button of the calendar')
app.key('space')
wait_for(lambda: form.focused() == 'Kalender', 'the calendar')
app.key('Right')
app.key('space')
wait_for(lambda: form.stored_at('dag') != '2027-02-01', 'another day is picked', step=.3)
picked = datetime.date.fromisoformat(form.stored_at('dag'))
form.check_shown('Dag van de meting', picked.strftime('%d/%m/%Y'))
form.check('dag', picked.isoformat())
form.search('Dag zonder kalender')
app.type('1.2.2027')
app.key('Tab')
form.check('los', '2027-02-01')
assert form.focused() != 'Kalender openen'
form.enter('Maand van ingebruikname', 'zomer')
form.message('Vul een maand en een jaar in.')
form.enter('Maand van ingebruikname', 'juli 2027')
form.check('maand', '2027-07-01')
form.check_shown('Maand van ingebruikname', '07/2027')
form.message('juli 2027')
form.enter('Jaar van oplevering', '2027')
form.check('jaar', '2027-01-01')
form.check_shown('Jaar van oplevering', '2027')
form.enter('Dag in een andere kalender', '15/1/2026')
form.check('elders', '2026-01-15')
form.enter('Uur van opening', '25u')
form.message('Vul een uur in.')
form.enter('Uur van opening', '9u30')
form.check('uur', '09:30:00.000')
form.check_shown('Uur van opening', '09.30')
form.search('Moment van de storing')
app.type('1/2/27')
app.key('Tab', 'Tab')
wait_for(lambda: form.focused() == 'Uur', 'the time')
app.type('14:05')
app.key('Tab')
form.check('moment', '2027-02-01T14:05:00.000+01:00')
form.message('UTC+05:30')
assert form.stored_at('verweg') == '2026-01-15T09:30:15.000+05:30'
form.search('Moment in Delhi')
app.key('Tab', 'Tab')
wait_for(lambda: form.focused() == 'Uur', 'the time')
app.key('ctrl+a')
app.type('10.15')
app.key('Tab')
form.check('verweg', '2026-01-15T10:15:00.000+05:30')
form.lint()

form.finish()
