#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The page and its way back are there again after a restart, and after a crash with one toast."""
from uidriver import start, wait_for

CRASHED = 'Regiekamer stopte onverwacht. Alles wat u invulde, is bewaard.'

app = start()
app.activate('open-example')
app.wait_title('Ons bestuur in cijfers')
app.activate('show-page', "'surveys'")
app.wait_title('Ingediend')
app.close()

app = start()
app.wait_title('Ingediend')
assert not app.find_all('label', CRASHED)
app.activate('show-page', "'overview'")
app.wait_title('Vraagt uw aandacht')
app.kill()

app = start()
app.wait_title('Vraagt uw aandacht')
wait_for(lambda: app.find_all('label', CRASHED), 'the toast after a crash')
app.close()

app = start()
app.wait_title('Vraagt uw aandacht')
assert not app.find_all('label', CRASHED)
app.close()
print('ok')
