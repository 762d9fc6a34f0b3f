#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# usage: run.sh COMMAND… : runs it with a private X server, a private D-Bus with a ready AT-SPI bus
# and a throw-away home (TESTHOME keeps one). Needs xvfb, dbus, at-spi2-core, xdotool, imagemagick.
export GSK_RENDERER="${GSK_RENDERER:-cairo}" GTK_A11Y=atspi GDK_BACKEND=x11
export GSETTINGS_BACKEND=keyfile GTK_USE_PORTAL=0 ADW_DISABLE_PORTAL=1 LIBGL_ALWAYS_SOFTWARE=1
export LC_ALL="${TEST_LOCALE:-C.UTF-8}" TZ=Europe/Brussels
export UI_SCREEN="${UI_SCREEN:-1280x900x24}"
tmp=$(mktemp -d)
trap 'kill "$server" 2>/dev/null; rm -rf "$tmp"' EXIT
export HOME="${TESTHOME:-$tmp}" XDG_RUNTIME_DIR="$tmp/run"
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME
mkdir -p "$HOME" "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"

# the server takes a free display by itself: two that start at once never take the same
mkfifo "$tmp/display"
Xvfb -displayfd 3 -screen 0 "$UI_SCREEN" -nolisten tcp 3>"$tmp/display" 2>"$tmp/xvfb.log" &
server=$!
read -r number <"$tmp/display" || { cat "$tmp/xvfb.log" >&2; exit 1; }
export DISPLAY=":$number"
unset XAUTHORITY

dbus-run-session -- sh -c '
  # the call starts the accessibility bus and returns once it answers; then wait for the registry
  addr=$(gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus \
    --method org.a11y.Bus.GetAddress | cut -d"'"'"'" -f2)
  gdbus call --address "$addr" --dest org.a11y.atspi.Registry \
    --object-path /org/a11y/atspi/accessible/root \
    --method org.freedesktop.DBus.Peer.Ping >/dev/null
  "$@"' sh "$@"
