#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""A quick choice in a form of pages goes on to the next page, by key and by pointer."""
import os
import tempfile

from surveydriver import Survey
from uidriver import wait_for

here = os.path.dirname(os.path.abspath(__file__))
path = os.path.join(tempfile.mkdtemp(), 'pages.xml')
with open(os.path.join(here, 'forms', 'choices.xml'), encoding='utf-8') as source:
    text = source.read()
with open(path, 'w', encoding='utf-8') as target:
    target.write(text.replace('<h:body>', '<h:body class="pages">'))

survey = Survey(path, 'keuzes', 'Alle keuzes')
app = survey.app
wait_for(lambda: survey.in_card('Welke kleur?'), 'the focus in the first question')
assert not app.find_all('panel', pred=lambda n: n.name == 'Snel kiezen?'), 'it is another page'
survey.go('Snel kiezen?')
assert not app.find_all('panel', pred=lambda n: n.name == 'Wat volgt daarop?'), 'it is another page'
survey.press('space')
wait_for(lambda: survey.in_card('Wat volgt daarop?'), 'the next page')
survey.stored('een/snel', 'ja')
survey.go('Snel kiezen?')
survey.click('Snel kiezen?', 'Soms')
wait_for(lambda: survey.in_card('Wat volgt daarop?'), 'the next page again')
survey.stored('een/snel', 'soms')
app.close()
print('ok')
