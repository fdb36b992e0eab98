"""Times studies beside their peers and compares what they find: see Benchmarks/studies.

usage: time_studies.py RUNS SPELLS ...
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np
import pandas as pd

runs = int(sys.argv[1])
sizes = [int(size) for argument in sys.argv[2:] for size in argument.split()]
kith = os.environ["KITH"]
names = ["age", "male", "plan", "moves", "years"]


def run(arguments, work):
    """Runs Kith; the seconds of each step, peak megabytes and what it printed."""
    with open(work / "errors", "w+", encoding="utf-8") as errors, open(work / "output", "w+", encoding="utf-8") as output:
        process = subprocess.Popen([kith, "study"] + arguments, stdout=output, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        errors.seek(0)
        output.seek(0)
        said, printed = errors.read(), output.read()
    if status != 0:
        raise SystemExit(f"kith study {arguments[0]}: {said}")
    steps = {line.split(":")[0]: float(line.split()[1]) for line in said.splitlines() if " seconds, " in line}
    return steps, usage.ru_maxrss / 1024, json.loads(printed)


def peer(code, work):
    """Runs a peer in a process of its own; what it printed as JSON, with its peak megabytes."""
    (work / "peer.py").write_text(code, encoding="utf-8")
    done = subprocess.run([sys.executable, str(work / "peer.py")], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(done.stderr[-2000:])
    return json.loads(done.stdout.strip().splitlines()[-1])


def spells(path, count):
    """Days to a return, cut off at three years, with five covariates that bear on it: invented."""
    rng = np.random.default_rng(4)
    table = pd.DataFrame({
        "age": rng.integers(0, 18, count), "male": rng.integers(0, 2, count), "plan": (rng.random(count) < 0.2).astype(int),
        "moves": rng.poisson(1.2, count), "years": np.round(rng.gamma(2, 1, count), 2)})
    effect = -0.03 * table.age + 0.1 * table.male + 0.4 * table.plan + 0.05 * table.moves - 0.1 * table.years
    days = np.ceil(rng.exponential(1500 / np.exp(effect))).astype(int)
    cut = rng.integers(200, 1096, count)
    table["stop"] = np.minimum(days, cut)
    table["event"] = (days <= cut).astype(int)
    table.to_csv(path, index=False)


LIFELINES = """
import json, resource, time, warnings
warnings.filterwarnings('ignore')
import pandas as pd
from lifelines import CoxPHFitter, KaplanMeierFitter
t = time.perf_counter(); table = pd.read_csv({path!r}); read = time.perf_counter() - t
t = time.perf_counter(); curve = KaplanMeierFitter().fit(table['stop'], table['event']); km = time.perf_counter() - t
shares = [float(1 - curve.predict(day)) for day in (91, 182, 365, 730)]
t = time.perf_counter(); model = CoxPHFitter().fit(table, 'stop', 'event'); cox = time.perf_counter() - t
print(json.dumps(dict(read=read, km=km, cox=cox, shares=shares, memory=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    coefficients=model.params_[{names!r}].tolist(), errors=model.standard_errors_[{names!r}].tolist())))
"""


def time_survival(work, count):
    path = work / "spells.csv"
    spells(path, count)
    arguments = ["return", "--spells", str(path), "--estimate", "kaplan-meier", "--at", "91,182,365,730", "--json", "--timings", "--bare"]
    arguments += [word for name in names for word in ("--covariate", name)]
    pairs = []
    for _ in range(runs):
        ours = run(arguments, work)
        theirs = peer(LIFELINES.format(path=str(path), names=names), work)
        pairs.append((ours, theirs))
    shares = max(abs(a["share"] - b) for a, b in zip(ours[2]["curves"][0]["points"], theirs["shares"]))
    effects = ours[2]["model"]["effects"]
    coefficients = max(abs(a["coefficient"] - b) for a, b in zip(effects, theirs["coefficients"]))
    errors = max(abs(a["standardError"] - b) for a, b in zip(effects, theirs["errors"]))
    for step, name, label in (("curves", "km", "Kaplan-Meier"), ("model", "cox", "Cox, five covariates, Efron"), ("read", "read", "reading the file")):
        mine = statistics.median(pair[0][0][step] for pair in pairs)
        other = statistics.median(pair[1][name] for pair in pairs)
        ratio = statistics.median(pair[1][name] / pair[0][0][step] for pair in pairs)
        print(f"{count:,} spells, {label}: kith {mine:.3f} s, lifelines {other:.3f} s, {ratio:.1f} x", flush=True)
    memory = [statistics.median(pair[0][1] for pair in pairs), statistics.median(pair[1]["memory"] for pair in pairs)]
    print(f"  furthest apart: shares {shares:.1e}, coefficients {coefficients:.1e}, errors {errors:.1e}; "
          f"peak memory kith {memory[0]:,.0f} MB, lifelines {memory[1]:,.0f} MB", flush=True)


def journeys(path, count, months=60):
    """Ways through five states, month by month, no two the same: invented."""
    rng = np.random.default_rng(5)
    rates = np.array([[.93, .05, .01, .005, .005], [.08, .86, .04, .015, .005], [.03, .07, .85, .04, .01], [.02, .02, .02, .92, .02],
                      [.05, .02, .01, .02, .90]]).cumsum(axis=1)
    seen = set()
    while len(seen) < count:
        state, way = int(rng.integers(0, 5)), []
        for draw in rng.random(months):
            way.append(state)
            state = int(min(4, np.searchsorted(rates[state], draw)))
        seen.add(tuple(way))
    rows = sorted(seen)
    rng.shuffle(rows)
    labels = np.array(["N", "R", "C", "P", "L"])
    table = pd.DataFrame(labels[np.array(rows)], columns=[f"m{month}" for month in range(1, months + 1)])
    table.insert(0, "id", range(1, count + 1))
    table.to_csv(path, index=False)


SEQUENZO = """
import json, resource, time, warnings, io, contextlib
warnings.filterwarnings('ignore')
with contextlib.redirect_stdout(io.StringIO()):
    import numpy as np, pandas as pd
    from sequenzo import SequenceData, get_distance_matrix
    from sequenzo.dissimilarity_measures import get_substitution_cost_matrix
    table = pd.read_csv({path!r})
    states = ['C', 'L', 'N', 'P', 'R']
    data = SequenceData(table, time=[c for c in table.columns if c != 'id'], id_col='id', states=states, labels=states)
    costs = {costs!r}
    if costs == 'TRATE':
        costs = np.asarray(get_substitution_cost_matrix(data, method='TRATE')['sm'])
    t = time.perf_counter()
    matrix = get_distance_matrix(seqdata=data, method='OM', sm=costs, indel=1)
    seconds = time.perf_counter() - t
values = np.asarray(matrix, dtype=float)
total = float(values.sum() / 2 if values.ndim == 2 else values.sum())
print(json.dumps(dict(seconds=seconds, total=total, memory=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)))
"""


def time_sequences(work, count=5000):
    path = work / "journeys.csv"
    journeys(path, count)
    for ours_cost, their_cost in (("constant", "CONSTANT"), ("observed", "TRATE")):
        pairs = []
        for _ in range(runs):
            ours = run(["pathways", "--sequences", str(path), "--costs", ours_cost, "--clusters", "0", "--json", "--timings"], work)
            theirs = peer(SEQUENZO.format(path=str(path), costs=their_cost), work)
            pairs.append((ours, theirs))
        mine = statistics.median(pair[0][0]["pathways"] for pair in pairs)
        other = statistics.median(pair[1]["seconds"] for pair in pairs)
        ratio = statistics.median(pair[1]["seconds"] / pair[0][0]["pathways"] for pair in pairs)
        apart = abs(ours[2]["distanceSum"] - theirs["total"]) / theirs["total"]
        memory = [statistics.median(pair[0][1] for pair in pairs), statistics.median(pair[1]["memory"] for pair in pairs)]
        print(f"{count:,} sequences of 60 months, {ours_cost} costs: kith {mine:.3f} s, sequenzo {other:.3f} s, {ratio:.1f} x; "
              f"sums {apart:.1e} apart; peak memory {memory[0]:,.0f} and {memory[1]:,.0f} MB", flush=True)


with tempfile.TemporaryDirectory() as folder:
    time_sequences(pathlib.Path(folder))
    for size in sizes:
        time_survival(pathlib.Path(folder), size)
