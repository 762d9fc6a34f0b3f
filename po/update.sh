#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Brings po/POTFILES.in and po/nl.po up to date with the sources. Run from anywhere; needs gettext.
# Dutch that is found in the .po files given as arguments is taken over.
set -eu
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8

{
  echo "# SPDX-License-Identifier: EUPL-1.2"
  git ls-files --cached --others --exclude-standard data src |
    grep -E '\.(c|h|ui|desktop\.in|metainfo\.xml\.in|gschema\.xml)$' |
    xargs grep -lE '(^|[^A-Za-z])(N?_|C_|NC_|ngettext|g_dngettext) ?\(("|$)|translatable="|^Name=|<summary>|<gettext-domain>' |
    sort
} > po/POTFILES.in
pot=$(mktemp)
trap 'rm -f "$pot" "$pot".*' EXIT
grep -v '^#' po/POTFILES.in | xgettext --files-from=- --output="$pot" --from-code=UTF-8 \
  --package-name=regiekamer --add-comments=Translators --no-location --sort-by-file \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
  --keyword=g_dngettext:2,3 --keyword=ngettext:1,2
[ -f po/nl.po ] || msginit --no-translator --locale=nl_BE.UTF-8 --input="$pot" --output-file=po/nl.po
for part in "$@"; do [ -s "$part" ] && echo "$part"; done > "$pot".list
if [ -s "$pot".list ]; then
  # What the parts say wins over what nl.po said.
  msgcat --use-first --no-location --force-po -o "$pot".all $(cat "$pot".list) po/nl.po
else
  cp po/nl.po "$pot".all
fi
msgmerge --quiet --no-fuzzy-matching --no-location --previous -o "$pot".new "$pot".all "$pot"
{
  cat <<'HEADER'
# Dutch texts of Regiekamer (nl-BE).
# SPDX-License-Identifier: EUPL-1.2
msgid ""
msgstr ""
"Project-Id-Version: regiekamer\n"
"PO-Revision-Date: 2026-11-22 12:00+0000\n"
"Last-Translator: The developers of Regiekamer\n"
"Language-Team: Dutch\n"
"Language: nl_BE\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

HEADER
  # All entries but the header.
  msgattrib --no-obsolete --no-location "$pot".new | awk 'body { print } /^$/ { body = 1 }'
} > po/nl.po
msgfmt --check --statistics -o /dev/null po/nl.po
