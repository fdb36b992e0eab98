"""Times a command several times and prints the median wall seconds and peak megabytes.

usage: time_runs.py RUNS COMMAND...
"""
import os
import statistics
import subprocess
import sys
import time

runs, command = int(sys.argv[1]), sys.argv[2:]
figures = []
for _ in range(runs):
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    figures.append((time.perf_counter() - started, usage.ru_maxrss / 1024))
print(f"{statistics.median(f[0] for f in figures):.2f} s, {statistics.median(f[1] for f in figures):.0f} MB (median of {runs})")
