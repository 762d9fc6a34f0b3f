#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Dutch is complete, follows the sources, and keeps to the words we use (P6).
cd "$(dirname "$0")/../.." || exit 1
export LC_ALL=C.UTF-8
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT

git ls-files -z | grep -zE '^(po/|src/|data/)' | xargs -0 cp --parents -t "$copy" || exit 1
(cd "$copy" && git init -q && git add . && po/update.sh >/dev/null 2>&1) || exit 1
cmp "$copy/po/POTFILES.in" po/POTFILES.in || { echo "po/POTFILES.in is old: run make po"; exit 1; }
grep -v '^#' "$copy/po/nl.po" > "$copy/a"
grep -v '^#' po/nl.po > "$copy/b"
cmp "$copy/a" "$copy/b" || { echo "po/nl.po is old: run make po"; diff "$copy/a" "$copy/b" | head; exit 1; }

counts=$(msgfmt --check --statistics -o /dev/null po/nl.po 2>&1) || { echo "$counts"; exit 1; }
case $counts in *fuzzy*|*untranslated*) echo "Dutch is not complete: $counts"; exit 1 ;; esac

python3 tests/checks/check_words.py po/nl.po
