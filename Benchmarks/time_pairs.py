"""Times kith check and the Python validator in turn, and prints medians of wall time and peak memory.

usage: time_pairs.py RUNS CHILDREN...
"""
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

runs, sizes = int(sys.argv[1]), [int(size) for size in sys.argv[2:]]
shared = os.environ.get("KITH_SHARED", "../shared")
data = pathlib.Path(".deps/bench/ssda903")
postcodes = pathlib.Path(".deps/postcodes.parquet")


def timed(command):
    """Wall seconds and peak megabytes of a command."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return time.perf_counter() - started, usage.ru_maxrss / 1024


def kith(folder):
    command = [".build/release/kith", "check", str(folder), "--year", "2026", "--la", "E09000027"]
    command += ["--report", ".deps/bench/kith-report", "--replace"]
    if (folder / "providers.xlsx").exists():
        command += ["--providers", str(folder / "providers.xlsx")]
    if postcodes.exists():
        command += ["--postcodes", str(postcodes)]
    return command


def peer(folder):
    return [".deps/peers/ssda903/bin/python", "Benchmarks/peers/ssda903_validator.py", str(folder), "2026", "E09000027", ".deps/bench/peer-report"]


print(f"{'children':>9}  {'kith s':>8}  {'validator s':>11}  {'times faster':>12}  {'kith MB':>8}  {'validator MB':>12}  {'share':>6}")
for size in sizes:
    folder = data / str(size)
    if not folder.exists():
        subprocess.run(
            [sys.executable, f"{shared}/peers/ssda903/gen903.py", str(folder), "--profile", "A", "--n", str(size), "--seed", f"9{size}"],
            check=True, stdout=subprocess.DEVNULL)
    pairs = []
    for run in range(runs + 1):
        ours, theirs = timed(kith(folder)), timed(peer(folder))
        if run > 0:
            pairs.append((ours, theirs))
    shutil.rmtree(".deps/bench/kith-report", ignore_errors=True)
    shutil.rmtree(".deps/bench/peer-report", ignore_errors=True)
    seconds = [statistics.median(pair[side][0] for pair in pairs) for side in (0, 1)]
    memory = [statistics.median(pair[side][1] for pair in pairs) for side in (0, 1)]
    ratio = statistics.median(theirs[0] / ours[0] for ours, theirs in pairs)
    print(f"{size:>9}  {seconds[0]:>8.3f}  {seconds[1]:>11.2f}  {ratio:>12.0f}  {memory[0]:>8.0f}  {memory[1]:>12.0f}  {memory[0] / memory[1]:>6.1%}")
