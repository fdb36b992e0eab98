"""Times kith check and the Python validator in turn on CIN returns, and then Kith alone on 100,000 children.

usage: time_cin.py RUNS CHILDREN...
"""
import os
import pathlib
import statistics
import subprocess
import sys

from measured import heading, row, timed

runs, sizes = int(sys.argv[1]), [int(size) for size in sys.argv[2:]]
shared = os.environ.get("KITH_SHARED", "../shared")
data = pathlib.Path(".deps/bench/cin")


def generated(size):
    path = data / f"{size}.xml"
    if not path.exists():
        data.mkdir(parents=True, exist_ok=True)
        subprocess.run([sys.executable, f"{shared}/peers/cin/cin_gen.py", "perf", str(size), str(path)], check=True, stdout=subprocess.DEVNULL)
    return path


def kith(path):
    return [".build/release/kith", "check", str(path), "--report", ".deps/bench/kith-report", "--replace"]


def peer(path):
    return [".deps/peers/cin/bin/python", "-m", "cin_validator", "run", str(path), "-r", "cin2025_26"]


print(heading())
for size in sizes:
    path = generated(size)
    pairs = [(timed(kith(path)), timed(peer(path))) for _ in range(runs + 1)][1:]
    print(row(size, pairs), flush=True)
alone = [timed(kith(generated(100_000))) for _ in range(runs)]
print(f"100000 children, Kith alone: {statistics.median(a[0] for a in alone):.2f} s, {statistics.median(a[1] for a in alone):.0f} MB")
