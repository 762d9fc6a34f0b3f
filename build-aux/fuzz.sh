#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Fuzzes the readers of forms, lists and models with the address and undefined behaviour sanitizers, one target after the
# other. Ends with status 1 when something fell; its input then stands in _fuzz/found.
#
#   FUZZ_TIME=600             seconds per target
#   FUZZ_TARGETS="archimate form xpath evaluate xlsform csv"
set -eu
cd "$(dirname "$0")/.."
time=${FUZZ_TIME:-600}
targets=${FUZZ_TARGETS:-archimate form xpath evaluate xlsform csv}

build-aux/install-packages.sh run fuzz
[ -f _fuzz/build.ninja ] ||
  CC=clang CFLAGS='-fsanitize=fuzzer-no-link -fno-sanitize-recover=undefined -g' \
    meson setup _fuzz -Dfuzz=true -Dapp=false -Dchecks=false -Db_sanitize=address,undefined \
    -Db_lundef=false -Dbuildtype=debugoptimized >/dev/null
for target in $targets; do
  ninja -C _fuzz "tests/fuzz/fuzz-$target" >_fuzz/compile.log || { tail -n 40 _fuzz/compile.log; exit 1; }
done
tests/fuzz/seeds.py _fuzz/seeds
mkdir -p _fuzz/found

export LC_ALL=C.UTF-8 TZ=Europe/Brussels G_DEBUG=fatal-warnings
export ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1 UBSAN_OPTIONS=print_stacktrace=1
export LSAN_OPTIONS="suppressions=$PWD/tests/lsan.supp"
status=0
for target in $targets; do
  mkdir -p "_fuzz/corpus/$target"
  dict=tests/fuzz/$target.dict
  [ -f "$dict" ] || dict=tests/fuzz/xpath.dict
  echo "# $target: $time seconds"
  nice _fuzz/tests/fuzz/fuzz-"$target" -max_total_time="$time" -timeout=30 -rss_limit_mb=1500 \
    -max_len=32768 -dict="$dict" -print_final_stats=1 \
    -artifact_prefix="_fuzz/found/$target-" "_fuzz/corpus/$target" "_fuzz/seeds/$target" \
    >"_fuzz/$target.log" 2>&1 || status=1
  grep -E '^(stat::(number_of_executed_units|peak_rss_mb)|==.*ERROR|SUMMARY|ALARM)' \
    "_fuzz/$target.log" || true
done
if [ "$status" -ne 0 ]; then
  echo "Something fell. What broke it stands in _fuzz/found, what was said in _fuzz/TARGET.log." >&2
  echo "Mend it, and keep the input in tests/fuzz/kept/TARGET." >&2
fi
exit "$status"
