#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# usage: isolated.sh COMMAND… : runs it on a display of its own, in a home of its own that is thrown
# away. (G_TEST_OPTION_ISOLATE_DIRS also hides the settings that GTK reads from the system.)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
export HOME="$tmp" XDG_DATA_HOME="$tmp/data" XDG_CONFIG_HOME="$tmp/config"
export XDG_CACHE_HOME="$tmp/cache" XDG_STATE_HOME="$tmp/state"
# The pointer waits where no window comes: GTK 4.8 asks where it is in a window that is going.
xvfb-run -a -s "-screen 0 1280x900x24 -nolisten tcp" \
  sh -c 'xdotool mousemove 1279 899; exec "$@"' sh "$@"
