#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Every source file names its licence in its first lines."""
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
KINDS = {'.c', '.h', '.py', '.sh', '.ui', '.css', '.build', '.in'}


def main():
    names = subprocess.run(['git', 'ls-files'], cwd=ROOT, capture_output=True, text=True,
                           check=False).stdout.split('\n')
    files = [ROOT / n for n in names if pathlib.PurePath(n).suffix in KINDS
             and n != 'po/POTFILES.in' and '/fixtures/' not in n]
    bad = [f for f in files if f.exists() and 'SPDX-License-Identifier: ' not in
           '\n'.join(f.read_text(encoding='utf-8').split('\n')[:5])]
    print('\n'.join(f'{f.relative_to(ROOT)} names no licence' for f in bad))
    return 1 if bad or not files else 0


sys.exit(main())
