#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# usage: journey.sh TEST.py : runs a journey through the whole program. One that fails is tried once
# more, and says so: real keys and a real X server depend on what else the machine is doing.
here=$(dirname "$0")
"$here/run.sh" /usr/bin/python3 "$1" && exit 0
echo "The journey $1 failed; once more:" >&2
exec "$here/run.sh" /usr/bin/python3 "$1"
