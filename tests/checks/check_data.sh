#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# usage: check_data.sh BUILD : what the desktop reads about us is right.
cd "$(dirname "$0")/../.." || exit 1
build=$1
status=0
check () { "$@" || { echo "failed: $*"; status=1; }; }

check desktop-file-validate "$build"/data/desktop/*.desktop
check appstreamcli validate --no-net --pedantic "$build"/data/desktop/*.metainfo.xml
check glib-compile-schemas --strict --dry-run data/desktop
git ls-files '*.ui' '*.gresource.xml' '*.svg' 'data/forms/*.xml' | while read -r file; do
  xmllint --nonet --noout "$file" || echo "$file" >> "$build/bad-xml"
done
[ ! -e "$build/bad-xml" ] || { cat "$build/bad-xml"; rm "$build/bad-xml"; status=1; }
exit $status
