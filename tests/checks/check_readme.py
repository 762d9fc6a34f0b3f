#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""README names every package we depend on, and points only to files that exist."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main():
    readme = (ROOT / 'README.md').read_text()
    lines = (ROOT / 'build-aux/packages.txt').read_text().splitlines()
    packages = [line.split()[1] for line in lines if line.strip() and not line.startswith('#')]
    errors = [f'README does not say what {p} is for' for p in packages if f'`{p}`' not in readme]
    for name in ('README.md', 'CONTRIBUTING.md'):
        for target in re.findall(r'\]\(([^)#:]+)\)', (ROOT / name).read_text()):
            if not (ROOT / target).exists():
                errors.append(f'{name} points to {target}, which is not there')
    print('\n'.join(errors))
    return 1 if errors else 0


sys.exit(main())
