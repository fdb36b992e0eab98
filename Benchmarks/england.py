"""Times making, loading and measuring a synthetic England, and prints a line of each step for each number of years.

usage: england.py AUTHORITIES FOLDER YEARS...
"""
import re
import shutil
import subprocess
import sys
from pathlib import Path

from measured import processor_seconds, timed

KITH = ".build/release/kith"
LAST = 2026


def run(step, years, commands, size):
    """Runs a step's commands one after the other and prints their time together, the most memory and a size."""
    before = processor_seconds()
    figures = [timed([KITH, *command], must_succeed=True) for command in commands]
    seconds, megabytes = sum(f[0] for f in figures), max(f[1] for f in figures)
    used = processor_seconds() - before
    print(
        f"{years:>5}  {step:<8}  {seconds:>9.1f}  {used:>11.1f}  {megabytes:>9.0f}  {size() / 1024**2:>9,.0f}", flush=True
    )


def bytes_in(folder):
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def has(command):
    """Whether the program has a command: it prints the help of what it has when it does not."""
    said = subprocess.run([KITH, command, "--help"], capture_output=True, text=True)
    return said.returncode == 0 and re.search(rf"USAGE: kith {command}\b", said.stdout) is not None


def main(authorities, folder, years):
    returns, store = folder / "returns", folder / "england.duckdb"
    synth = ["synth", "--las", str(authorities), "--years", str(years), "--last", str(LAST), "--seed", "7"]
    run("make", years, [synth + ["--out", str(returns)]], lambda: bytes_in(returns))
    load = ["load", "--each", str(returns), "--store", str(store), "--unchecked"]
    run("load", years, [load], lambda: store.stat().st_size)
    if has("measures"):
        span = range(LAST - years + 1, LAST + 1)
        measures = [["measures", "--store", str(store), "--year", str(year)] for year in span]
        run("measures", years, measures, lambda: store.stat().st_size)
    shutil.rmtree(returns)
    store.unlink()


if __name__ == "__main__":
    print(f"{'years':>5}  {'step':<8}  {'wall s':>9}  {'processor s':>11}  {'memory MB':>9}  {'size MB':>9}")
    for count in [word for argument in sys.argv[3:] for word in argument.split()]:
        main(int(sys.argv[1]), Path(sys.argv[2]), int(count))
