"""Times kith check and the Python validator in turn, and prints medians of wall time and peak memory.

usage: time_ssda903.py RUNS CHILDREN...
"""
import os
import pathlib
import shutil
import subprocess
import sys

from measured import heading, row, timed

runs, sizes = int(sys.argv[1]), [int(size) for size in sys.argv[2:]]
shared = os.environ.get("KITH_SHARED", "../shared")
data = pathlib.Path(".deps/bench/ssda903")
postcodes = pathlib.Path(".deps/postcodes.parquet")


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


print(heading())
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
    print(row(size, pairs), flush=True)
