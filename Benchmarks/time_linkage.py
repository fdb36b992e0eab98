"""Times linkage beside its peers and prints what was found: see Benchmarks/linkage.

usage: time_linkage.py RUNS RECORDS [SIZES...]
"""
import base64
import csv
import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

import anonlink
from bitarray import bitarray
from clkhash import clk, schema as clk_schema

runs, records = int(sys.argv[1]), int(sys.argv[2])
sizes = [int(size) for size in sys.argv[3:]]
shared = pathlib.Path(os.environ["KITH_SHARED"])
kith = os.environ["KITH"]
agreement = ["--entry", "bench", "--as-of", "2026-06-30"]


def run(arguments, work):
    """Runs Kith; the processor seconds of each step, wall seconds, peak megabytes and what was printed."""
    started = time.perf_counter()
    with open(work / "errors", "w+", encoding="utf-8") as errors, open(work / "output", "w+", encoding="utf-8") as output:
        process = subprocess.Popen([kith, "link"] + arguments, stdout=output, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        errors.seek(0)
        output.seek(0)
        said, printed = errors.read(), output.read()
    if status != 0:
        raise SystemExit(f"kith link {arguments[0]}: {said}")
    steps = {line.split()[0]: float(line.split()[1]) for line in said.splitlines()}
    return steps, wall, usage.ru_maxrss / 1024, printed


def register(work, fields):
    command = [kith, "register", "add", "--register", str(work / "register.json"), "--entry", "bench", "--purpose", "Benchmark"]
    command += ["--controller", "Kith", "--legal-basis", "none: invented people", "--dpia", "none", "--information-sharing", "none"]
    command += ["--from", "2026-01-01", "--expires", "2026-12-31", "--destroy-by", "2026-12-31"]
    for field in fields:
        command += ["--field", field]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    subprocess.run([kith, "link", "key", "new", "--out", str(work / "key")], check=True, stdout=subprocess.DEVNULL)


def encode(work, file, schema, out, more=()):
    arguments = ["encode", str(file), "--schema", str(schema), "--key", str(work / "key"), "--register"]
    arguments += [str(work / "register.json"), "--out", str(out), "--timings", "--leave-out-unfit", "--replace", "--id", "rec_id"]
    return run(arguments + agreement + list(more), work)


def match(work, parties, out, more=()):
    arguments = ["match"] + [str(party / "to-send") for party in parties] + ["--register", str(work / "register.json")]
    return run(arguments + ["--out", str(out), "--timings", "--replace"] + agreement + list(more), work)


def perturbed(path, count):
    """FEBRL 4, with a letter changed in most names and addresses, so that nothing is gained by values that recur."""
    rng = random.Random(4)
    letters = "abcdefghijklmnopqrstuvwxyz"

    def change(text):
        if len(text) < 2 or not text.isalpha():
            return text
        place = rng.randrange(len(text))
        return text[:place] + rng.choice(letters) + text[place + 1:]

    folder = shared / "cases" / "linkage" / "febrl"
    tables = [list(csv.reader(open(folder / name, encoding="utf-8"))) for name in ("febrl4a.csv", "febrl4b.csv")]
    base = tables[0][1:] + tables[1][1:]
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(tables[0][0])
        for number in range(count):
            row = base[number % len(base)]
            writer.writerow([f"R{number}"] + [change(x) if 1 <= k <= 6 else x for k, x in enumerate(row)][1:])


def encodings(folder):
    """The encodings of a party in base64, by the records' names."""
    names = {row["record"]: row["id"] for row in csv.DictReader(open(folder / "to-keep" / "records.csv", encoding="utf-8"))}
    rows = csv.DictReader(open(folder / "to-send" / "encodings.csv", encoding="utf-8"))
    return {names[row["record"]]: row["encoding"] for row in rows}


def time_encoding(work):
    schema = shared / "peers" / "linkage" / "schemas" / "kith_lean_blake.json"
    with open(schema, encoding="utf-8") as file:
        definition = json.load(file)
    register(work, [feature["identifier"] for feature in definition["features"]])
    path = work / "febrl.csv"
    perturbed(path, 50_000)
    rows = [tuple(row) for row in csv.reader(open(path, encoding="utf-8"))][1:]
    secret = (work / "key").read_text(encoding="utf-8").strip()
    pairs = []
    everywhere = os.sched_getaffinity(0)
    # One core for both, so that nothing is hashed by each of several.
    os.sched_setaffinity(0, {min(everywhere)})
    for _ in range(runs):
        ours = encode(work, path, schema, work / "febrl")[0]["encode"]
        started = time.process_time()
        theirs = clk.generate_clks(rows, clk_schema.from_json_dict(definition), secret, validate=False, max_workers=1)
        pairs.append((ours, time.process_time() - started))
    os.sched_setaffinity(0, everywhere)
    mine = encodings(work / "febrl")
    equal = sum(mine[row[0]] == base64.b64encode(bits.tobytes()).decode() for row, bits in zip(rows, theirs))
    speeds = [len(rows) / statistics.median(pair[side] for pair in pairs) for side in (0, 1)]
    ratio = statistics.median(b / a for a, b in pairs)
    print(f"encode, FEBRL, {len(rows)} records, one core: kith {speeds[0]:,.0f}/s, clkhash {speeds[1]:,.0f}/s, {ratio:.1f} ×; "
          f"{equal} encodings equal bit for bit", flush=True)


def children(work, count):
    """Two files of children who do not exist, with true links."""
    folder = work / f"children{count}"
    script = shared / "peers" / "linkage" / "30_make_synth.py"
    subprocess.run([sys.executable, str(script), str(count), "0.8", "7", str(folder)], check=True, stdout=subprocess.DEVNULL)
    return folder


def time_comparison(work, folder):
    """One core against one core, on the encodings of one schema that is not hardened."""
    schema = json.loads(subprocess.run([kith, "link", "schema", "--project", "bench"], capture_output=True, check=True).stdout)
    schema["kith"] = {"version": 1, "normalise": schema["kith"]["normalise"]}
    (work / "plain.json").write_text(json.dumps(schema), encoding="utf-8")
    parties = []
    for side in "AB":
        encode(work, folder / f"{side}.csv", work / "plain.json", work / f"plain{side}")
        rows = csv.DictReader(open(work / f"plain{side}" / "to-send" / "encodings.csv", encoding="utf-8"))
        filters = []
        for row in rows:
            bits = bitarray(endian="big")
            bits.frombytes(base64.b64decode(row["encoding"]))
            filters.append(bits)
        parties.append(filters)
    count = len(parties[0]) * len(parties[1])
    for threshold in (0.8, 0.7):
        pairs = []
        for _ in range(runs):
            steps = match(work, [work / "plainA", work / "plainB"], work / "links", ["--threshold", str(threshold), "--links", "all"])[0]
            started = time.process_time()
            found = anonlink.candidate_generation.find_candidate_pairs(parties, anonlink.similarities.dice_coefficient, threshold)
            pairs.append((steps["match"], time.process_time() - started))
        ours = sum(1 for _ in open(work / "links" / "pairs.csv", encoding="utf-8")) - 1
        speeds = [count / statistics.median(pair[side] for pair in pairs) / 1e6 for side in (0, 1)]
        ratio = statistics.median(b / a for a, b in pairs)
        print(f"compare, 1024 bits, threshold {threshold}, one core: kith {speeds[0]:,.0f} M pairs/s, anonlink {speeds[1]:,.0f} M, "
              f"{ratio:.1f} ×; candidates {ours} and {len(found[0])}", flush=True)


TOKENS = ("tokens", ["--blocking", "tokens"])
APART = ("features apart", ["--apart"], [("tokens", [])])


def time_linking(work, folder, records, ways):
    """Encode, match and evaluate the children's set: Kith's default schema, a threshold that nobody gave; then features apart."""
    for schema, flags, runs_of in ways:
        with open(work / "schema.json", "w", encoding="utf-8") as file:
            subprocess.run([kith, "link", "schema", "--project", "bench"] + flags, stdout=file, check=True)
        wall, peak = 0.0, 0.0
        for side in "AB":
            _, seconds, megabytes, _ = encode(work, folder / f"{side}.csv", work / "schema.json", work / side)
            wall, peak = wall + seconds, max(peak, megabytes)
        print(f"encode {2 * records} children's records, {schema}, end to end: {wall:.1f} s, {peak:.0f} MB", flush=True)
        for name, more in runs_of:
            link(work, folder, records, f"{schema}, {name}", more)


def link(work, folder, records, name, more):
    _, wall, peak, printed = match(work, [work / "A", work / "B"], work / "links", more)
    print(f"match {records} × {records}, {name}: {wall:.1f} s, {peak:.0f} MB; {printed.splitlines()[1]}", flush=True)
    command = ["evaluate", str(work / "links" / "pairs.csv"), "--truth", str(folder / "truth.csv"), "--register"]
    command += [str(work / "register.json"), "--json"]
    for side in "AB":
        command += ["--owners", str(work / side / "to-keep" / "records.csv")]
    accuracy = json.loads(run(command + agreement, work)[3])["accuracy"]
    figures = ", ".join(f"{key} {accuracy[key][0]:.4f} ({accuracy[key][1]:.4f} to {accuracy[key][2]:.4f})" for key in ("precision", "recall", "f1"))
    print(f"  {figures}", flush=True)


with tempfile.TemporaryDirectory() as folder:
    time_encoding(pathlib.Path(folder))
with tempfile.TemporaryDirectory() as folder:
    place = pathlib.Path(folder)
    register(place, ["given_name", "surname", "dob", "sex", "postcode"])
    time_comparison(place, children(place, 20_000))
    time_linking(place, children(place, records), records, [("default schema", [], [("all pairs", []), TOKENS]), APART])
for size in sizes:
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        register(place, ["given_name", "surname", "dob", "sex", "postcode"])
        time_linking(place, children(place, size), size, [("default schema", [], [TOKENS]), APART])
