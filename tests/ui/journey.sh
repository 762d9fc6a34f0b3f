#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# usage: journey.sh TEST.py : runs a journey through the whole program. One that fails is tried twice
# more, and says so: real keys and a real X server depend on what else the machine is doing.
here=$(dirname "$0")
for try in 1 2 3; do
  "$here/run.sh" /usr/bin/python3 "$1" && exit 0
  echo "JOURNEY: try $try of 3 of $(basename "$1") failed" >&2
done
exit 1
