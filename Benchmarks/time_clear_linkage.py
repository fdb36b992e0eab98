"""Times links of names in clear beside Splink on DuckDB and prints what was found: see Benchmarks/linkage.

Both read two files of children, learn, and link each record once at most, end to end, on all processors. Runs alternate; the
processor seconds are what other work on the machine disturbs least.

usage: time_clear_linkage.py RUNS RECORDS PYTHON_OF_SPLINK
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

runs, records, splink = int(sys.argv[1]), sys.argv[2], sys.argv[3]
shared = pathlib.Path(os.environ["KITH_SHARED"])
fields = ["given=given_name", "surname=surname", "birth=dob", "sex=sex", "postcode=postcode"]


def run(command):
    """Wall seconds, processor seconds, peak megabytes and the JSON that a program printed last."""
    started = time.perf_counter()
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        output.seek(0)
        printed = output.read()
    if status != 0:
        raise SystemExit(f"{command[0]} ended with {status}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, json.loads(printed[printed.index("{"):])


def ours(folder):
    command = [os.environ["KITH"], "link", "records", f"{folder}/A.csv", f"{folder}/B.csv", "--id", "rec_id", "--json"]
    for field in fields:
        command += ["--field", field]
    wall, processors, peak, found = run(command + ["--truth", f"{folder}/truth.csv"])
    return wall, processors, peak, [found["accuracy"][0][figure]["value"] for figure in ("precision", "recall", "f1")]


def theirs(folder):
    wall, processors, peak, found = run([splink, str(pathlib.Path(__file__).parent / "splink_children.py"), str(folder)])
    return wall, processors, peak, [found[figure] for figure in ("precision", "recall", "f1")]


def report(name, rows):
    wall, processors, peak = (statistics.median(row[place] for row in rows) for place in range(3))
    precision, recall, f1 = rows[-1][3]
    print(f"  {name}: {wall:.1f} s, {processors:.1f} s of processors, {peak:.0f} MB; precision {precision:.4f}, recall {recall:.4f}, "
          f"F1 {f1:.4f}", flush=True)


with tempfile.TemporaryDirectory() as place:
    folder = pathlib.Path(place) / "children"
    script = shared / "peers" / "linkage" / "30_make_synth.py"
    subprocess.run([sys.executable, str(script), records, "0.8", "7", str(folder)], check=True, stdout=subprocess.DEVNULL)
    pairs = [(ours(folder), theirs(folder)) for _ in range(runs)]
    print(f"names in clear, {records} × {records} children, end to end, one to one", flush=True)
    report("kith", [pair[0] for pair in pairs])
    report("Splink on DuckDB", [pair[1] for pair in pairs])
    ratios = [statistics.median(pair[1][place] / pair[0][place] for pair in pairs) for place in range(3)]
    print(f"  Splink takes {ratios[0]:.1f} × the time, {ratios[1]:.1f} × of processors, {ratios[2]:.1f} × the memory", flush=True)
