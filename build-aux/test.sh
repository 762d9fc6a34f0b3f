#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Builds and runs every test: once as developed, with the checks and the window under Xvfb, and once
# more under the address and undefined behaviour sanitizers. The last line counts them all.
set -u
cd "$(dirname "$0")/.."

build-aux/install-packages.sh run test || exit 1

build () # FOLDER OPTION…
{
  folder=$1
  shift
  [ -f "$folder/build.ninja" ] || meson setup "$folder" -Dwerror=true "$@" >"$folder.log" 2>&1 ||
    { cat "$folder.log"; exit 1; }
  rm -f "$folder.log"
  echo "Building in $folder"
  ninja -C "$folder" >"$folder/compile.log" 2>&1 || { tail -n 60 "$folder/compile.log"; exit 1; }
}

build _test
build _asan -Db_sanitize=address,undefined -Dapp=false -Dchecks=false

echo "Testing in _test"
meson test -C _test --no-rebuild --num-processes 2 --print-errorlogs
echo "Testing in _asan"
meson test -C _asan --no-rebuild --num-processes 2 --print-errorlogs --timeout-multiplier 4
python3 build-aux/tally.py _test _asan
