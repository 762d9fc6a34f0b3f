#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# usage: install-packages.sh GROUP… : installs what is missing of these groups of packages.txt.
set -eu
cd "$(dirname "$0")"

missing=
for group in "$@"; do
  for package in $(awk -v g="$group" '$1 == g { print $2 }' packages.txt); do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
      missing="$missing $package"
  done
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null; then
  echo "These packages are needed; install them with your own package manager:$missing" >&2
  exit 1
fi
as_root=
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "These packages are needed; have them installed as root: apt-get install$missing" >&2
    exit 1
  fi
  as_root=sudo
  echo "Your password may be asked (sudo) to install what is needed."
fi
echo "Installing:$missing"
export DEBIAN_FRONTEND=noninteractive
# An old package list names files that are gone: refresh it and try once more.
$as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null 2>&1 || {
  $as_root apt-get update -qq
  $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
}
