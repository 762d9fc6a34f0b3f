#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# The layout of the C sources is that of .clang-format, as version 14 reads it.
cd "$(dirname "$0")/../.." || exit 1
tool=
for name in clang-format-14 clang-format; do
  "$name" --version 2>/dev/null | grep -q 'version 14\.' && tool=$name && break
done
[ -n "$tool" ] || { echo "clang-format 14 is not here"; exit 77; }
git ls-files 'src/*.c' 'src/*.h' 'tests/*.c' 'tests/*.h' | xargs "$tool" --dry-run -Werror
