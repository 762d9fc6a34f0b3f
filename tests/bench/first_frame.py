#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""usage: first_frame.py PROBE EMPTY-WINDOW REGIEKAMER WORKSPACE

Milliseconds from start to the first painted frame, and peak memory, of an empty libadwaita window,
gnome-text-editor and Regiekamer with a workspace, in turns in one run, so that load on the machine
touches all alike. Medians of ten after one warm-up."""
import os
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 10


def measure(argv, probe, folder):
    report = os.path.join(folder, 'report')
    env = {**os.environ, 'LD_PRELOAD': probe, 'RK_PROBE_FILE': report,
           'RK_PROBE_START': str(time.monotonic_ns() // 1000), 'GSETTINGS_BACKEND': 'memory',
           'GSK_RENDERER': 'cairo', 'GDK_BACKEND': 'x11', 'GTK_USE_PORTAL': '0'}
    subprocess.run(argv, env=env, timeout=60, check=True, stderr=subprocess.DEVNULL)
    with open(report, encoding='ascii') as lines:
        milliseconds, kib = lines.read().split()
    os.remove(report)
    return float(milliseconds), int(kib)


def main(probe, empty, regiekamer, workspace):
    programs = {'empty-window': [empty],
                'gnome-text-editor': ['gnome-text-editor', '--standalone'],
                'regiekamer': [regiekamer, '--workspace', workspace]}
    samples = {name: [] for name in programs}
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(ROUNDS + 1):
            for name, argv in programs.items():
                sample = measure(argv, probe, folder)
                if turn > 0:
                    samples[name].append(sample)
    medians = {}
    for name, values in samples.items():
        medians[name] = statistics.median(ms for ms, _ in values)
        print(f'first-frame-{name} {medians[name]:.0f} ms '
              f'({min(values)[0]:.0f} to {max(values)[0]:.0f})')
        print(f'peak-memory-{name} {statistics.median(kib for _, kib in values) / 1024:.0f} MiB')
    for peer in ('empty-window', 'gnome-text-editor'):
        print(f'first-frame-beside-{peer} {medians["regiekamer"] / medians[peer]:.2f} times')


main(*sys.argv[1:])
