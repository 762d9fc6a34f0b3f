#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Measures speed and memory and prints a table; peers are measured in the same run.
#
#   RK_ORACLE=FOLDER   where the scripts and packages of the peer for forms are installed; without it
#                      its stored figures stand beside ours, when the larger corpus is there
#   BENCH="archimate big-forms catalogue forms graph lists analysis plate runner window"   what to measure
set -eu
cd "$(dirname "$0")/.."

build-aux/install-packages.sh run test bench
[ -f _bench/build.ninja ] || meson setup _bench --buildtype=release >/dev/null
ninja -C _bench src/cli/rkctl src/app/regiekamer data/desktop/gschemas.compiled \
  po/nl/LC_MESSAGES/regiekamer.mo $(ninja -C _bench -t targets all |
  sed -n 's/^\(tests\/bench\/[^:]*bench-[^:.\/]*\(\.so\)\{0,1\}\): .*/\1/p') >_bench/compile.log ||
  { tail -n 40 _bench/compile.log; exit 1; }

export LC_ALL=C.UTF-8 TZ=Europe/Brussels GSETTINGS_SCHEMA_DIR="$PWD/_bench/data/desktop"
export RK_LOCALEDIR="$PWD/_bench/po"
here=$PWD
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME="$folder" XDG_DATA_HOME="$folder/data" XDG_CONFIG_HOME="$folder/config"

BENCH=${BENCH:-archimate big-forms catalogue forms graph lists analysis plate runner window}

case $BENCH in *archimate*)
echo "# models: an import beside a bare reading of the same file"
model=../shared/portfolio/data/ameff/gemma-2026-06-30.xml
[ -f "$model" ] || model=
mkdir "$folder/models"
_bench/tests/bench/bench-archimate "$folder/models" $model
esac
case $BENCH in *big-forms*)
echo "# big forms: to ready, 100 answers and the slowest of them, peak memory; beside ODK Web Forms"
tests/bench/forms.py _bench/tests/bench/bench-form
esac
case $BENCH in *catalogue*)
echo "# a catalogue of 100.000 products: imported, and searched at each key"
mkdir "$folder/catalogue"
_bench/tests/bench/bench-catalogue "$folder/catalogue"
esac
case " $BENCH " in *" forms "*)
echo "# our forms: to ready, and one answer recalculated"
for form in bdr mat ivg; do
  _bench/tests/bench/bench-form "data/forms/$form.xml" | sed "s/^form-/form-$form-/"
done
esac
case $BENCH in *lists*)
echo "# lists: 100.000 rows"
_bench/tests/bench/bench-list "$folder/list.regiekamer"
esac
case $BENCH in *analysis*)
echo "# analysis: 500 applications, 2.000 interfaces"
_bench/tests/bench/bench-analysis "$folder"
esac
case $BENCH in *graph*)
echo "# the diagram of interfaces: arranged by Graphviz, and frames while zooming and panning"
RK_LAYOUT=_bench/src/portfolio/graph/rk-layout _bench/tests/bench/bench-graph
esac
case $BENCH in *plate*)
echo "# a plate of 500 boxes: first frame, and frames while zooming and panning at 1280 x 800"
_bench/tests/bench/bench-plate "$folder"
model=../shared/portfolio/data/ameff/gemma-2026-06-30.xml
if [ -f "$model" ]; then
  echo "# the densest plate of a large model"
  rm -f "$folder"/plate.regiekamer*
  _bench/tests/bench/bench-plate "$folder" "$model"
  echo "# the same plate in the window: processor time of a frame"
  GTK_A11Y=none GSK_RENDERER=cairo xvfb-run -a -s "-screen 0 1280x900x24 -nolisten tcp" \
    "$here/_bench/tests/bench/bench-canvas" "$folder/plate.regiekamer" 2>"$folder/errors" ||
    { cat "$folder/errors"; exit 1; }
fi
esac
case $BENCH in *runner*)
echo "# a form in the window: 900 questions, two languages, a matrix of 40 rows"
GTK_A11Y=none xvfb-run -a -s "-screen 0 1280x900x24 -nolisten tcp" \
  "$here/_bench/tests/bench/bench-runner" 2>"$folder/errors" || { cat "$folder/errors"; exit 1; }
for form in javarosa--whova_form cht-core--large_cha; do
  form=../shared/forms/corpus/$form.xml
  [ -f "$form" ] || continue
  echo "# a form in the window: $(basename "$form" .xml)"
  GTK_A11Y=none xvfb-run -a -s "-screen 0 1280x900x24 -nolisten tcp" \
    "$here/_bench/tests/bench/bench-runner" "$form" 2>"$folder/errors" ||
    { cat "$folder/errors"; exit 1; }
done
esac
case $BENCH in *window*)
echo "# the window: first frame beside peers"
_bench/src/cli/rkctl workspace example --output "$folder/example.regiekamer" >/dev/null
xvfb-run -a -s "-screen 0 1280x900x24 -nolisten tcp" dbus-run-session -- \
  "$here/tests/bench/first_frame.py" "$here/_bench/tests/bench/libbench-probe.so" \
  "$here/_bench/tests/bench/bench-empty-window" "$here/_bench/src/app/regiekamer" \
  "$folder/example.regiekamer" 2>"$folder/errors" || { cat "$folder/errors"; exit 1; }
esac
