#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Builds and starts Regiekamer; arguments go to the program. Without a display the window is served
# to the browser of this computer, on 127.0.0.1 only.
set -eu
cd "$(dirname "$0")/.."

build-aux/install-packages.sh run
[ -f _build/build.ninja ] || meson setup _build >/dev/null
meson compile -C _build >_build/compile.log 2>&1 || { cat _build/compile.log >&2; exit 1; }

export GSETTINGS_SCHEMA_DIR="$PWD/_build/data/desktop" RK_LOCALEDIR="$PWD/_build/po"

if [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
  number=5
  while ss -Hltn "sport = :$((8080 + number))" 2>/dev/null | grep -q . ||
    [ -e "${XDG_RUNTIME_DIR:-/nonexistent}/broadway$number.socket" ]; do
    number=$((number + 1))
  done
  port=$((8080 + number))
  if [ -z "${XDG_RUNTIME_DIR:-}" ]; then
    XDG_RUNTIME_DIR=$(mktemp -d)
    export XDG_RUNTIME_DIR
  fi
  gtk4-broadwayd --address=127.0.0.1 --port="$port" ":$number" >/dev/null 2>&1 &
  broadway=$!
  trap 'kill "$broadway" 2>/dev/null || true' EXIT INT TERM
  sleep 1
  export GDK_BACKEND=broadway BROADWAY_DISPLAY=":$number" GSK_RENDERER=cairo
  echo "There is no display here. Open http://127.0.0.1:$port/ in a browser of this computer."
  echo "Press Ctrl+C to stop."
fi
if [ -n "${DBUS_SESSION_BUS_ADDRESS:-}" ] || ! command -v dbus-run-session >/dev/null; then
  _build/src/app/regiekamer "$@"
else
  dbus-run-session -- _build/src/app/regiekamer "$@"
fi
