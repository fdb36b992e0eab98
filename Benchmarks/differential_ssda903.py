#!/usr/bin/env python3
"""Compares `kith check` with the plain restatement of the SSDA903 rules, on returns made and damaged from seeds.

Needs the shared folder (KITH_SHARED, else ../shared), which holds the generator of returns and the restatement; does nothing
where it is absent. Both are read there and not copied. The rules that docs/divergences.md lists are left out, as are
those of which the return's year has an older version than the restatement, and those that either side cannot run.

usage: Benchmarks/differential_ssda903.py [RETURNS [CHILDREN [CELLS]]]     (20 returns, 200 children, 200 cells damaged)
"""
import csv
import json
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from datetime import datetime, timedelta

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHARED = os.path.abspath(os.environ.get("KITH_SHARED", os.path.join(ROOT, "..", "shared")))
PEER = os.path.join(SHARED, "peers", "ssda903")
KITH = os.environ.get("KITH", os.path.join(ROOT, ".build", "release", "kith"))
TABLES = {
    "header": "Header", "episodes": "Episodes", "reviews": "Reviews", "uasc": "UASC", "oc2": "OC2", "oc3": "OC3",
    "ad1": "AD1", "placed_for_adoption": "PlacedAdoption", "previous_permanence": "PrevPerm", "missing": "Missing",
    "sw_episodes": "SWEpisodes", "dolo": "DoLo",
}


def listed_divergences():
    """The codes that docs/divergences.md lists for the SSDA903 rules."""
    with open(os.path.join(ROOT, "docs", "divergences.md"), encoding="utf-8") as file:
        section = file.read().split("## SSDA903 rules")[1].split("\n## ")[0]
    rows = [line.split("|")[1] for line in section.split("\n") if line.startswith("| ")]
    return {code.strip() for row in rows for code in row.split(",")}


def newest_versions():
    """For each rule, the year from which its newest version holds."""
    with open(os.path.join(SHARED, "knowledge", "ssda903_rules.csv"), encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {row["code"]: max(int(y[:4]) + 1 for y in row["implementation_years"].split(";")) for row in rows}


def book(year):
    """The codes of Kith's rule book of a year."""
    command = [KITH, "rules", "--year", str(year), "--markdown"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {line.split("|")[1].strip() for line in text.split("\n") if line.startswith("|")}


def make(folder, profile, children, seed):
    """A return of a profile of the generator's, with its planted mistakes."""
    command = [sys.executable, os.path.join(PEER, "gen903.py"), folder, "--profile", profile]
    command += ["--n", str(children), "--seed", str(seed)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    with open(os.path.join(folder, "meta.json"), encoding="utf-8") as file:
        return json.load(file)


def paths(folder):
    """The tables' files, each with its name among the rules."""
    for directory, suffix in ((folder, ""), (os.path.join(folder, "prev"), "_last")):
        for file, table in TABLES.items():
            path = os.path.join(directory, file + ".csv")
            if os.path.exists(path):
                yield path, table + suffix


def damage(folder, cells, rng):
    """Spoils cells anywhere in the return: blanks, other rows' values, days that are off, nonsense.

    CHILD is never blank and no two episodes, or social workers, of a child start on one day: what the two make of those
    is known to differ (docs/divergences.md).
    """
    tables = {}
    for path, _ in paths(folder):
        with open(path, newline="", encoding="utf-8") as file:
            tables[path] = list(csv.reader(file))
    filled = [path for path, rows in tables.items() if len(rows) > 1]
    for _ in range(cells):
        rows = tables[rng.choice(filled)]
        row, column = rng.randrange(1, len(rows)), rng.randrange(len(rows[0]))
        if rows[0][column] == "CHILD" and rng.random() < 0.7:
            continue
        kind = rng.randrange(1, 3) if rows[0][column] == "CHILD" else rng.randrange(4)
        try:
            day = datetime.strptime(rows[row][column], "%d/%m/%Y")
        except ValueError:
            day = None
        if day and kind >= 2:
            day += timedelta(days=rng.choice([-3653, -366, -31, -7, -1, 1, 7, 31, 366]))
            rows[row][column] = day.strftime("%d/%m/%Y")
        else:
            rows[row][column] = ["", rows[rng.randrange(1, len(rows))][column], "Q9", ""][kind]
    for path, rows in tables.items():
        rows = untied(rows)
        with open(path, "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)


def untied(rows):
    """The rows without those that start on the day of an earlier row of the same child."""
    header, seen, kept = rows[0], set(), []
    start = next((header.index(name) for name in ("DECOM", "SW_DECOM") if name in header), None)
    if start is None:
        return rows
    for row in rows:
        key = (row[header.index("CHILD")], row[start])
        if key not in seen:
            kept.append(row)
        seen.add(key)
    return kept


def restated(folder, meta, rules, make_context):
    """The rows that the restatement flags, by rule; None for a rule that it cannot run."""
    tables = {}
    for path, table in paths(folder):
        with open(path, newline="", encoding="utf-8") as file:
            tables[table] = [{k: v.upper() or None for k, v in row.items()} for row in csv.DictReader(file)]
    for suffix in ("", "_last"):
        for row in tables.get("Episodes" + suffix, []):
            row.update(PL_LA=None, PL_LOCATION=None, PL_DISTANCE=None)
        if "UASC" + suffix in tables:
            children = {row["CHILD"] for row in tables["UASC" + suffix]} - {None}
            for row in tables.get("Header" + suffix, []):
                row["UASC"] = "1" if row["CHILD"] in children else "0"
    context = make_context(tables, meta)
    flagged = {}
    for code, rule in rules.items():
        try:
            found = rule(context)
            flagged[code] = {(table, row) for table, numbers in found.items() for row in numbers}
        except Exception:
            flagged[code] = None
    return flagged


def checked(folder, meta):
    """The rows that Kith flags, by rule, and the rules that it could not run."""
    command = [KITH, "check", folder, "--year", meta["collectionYear"], "--la", meta["localAuthority"], "--json"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode not in (0, 1):
        raise SystemExit(f"kith check ended with {result.returncode}: {result.stderr[-500:]}")
    report = json.loads(result.stdout)
    flagged = defaultdict(set)
    for finding in report["findings"]:
        flagged[finding["rule"]].add((finding["table"], finding["row"]))
        flagged[finding["rule"]].update((other["table"], other["row"]) for other in finding["linked"])
    return flagged, {item["rule"] for item in report["notRun"] if not item.get("rows")}


def main():
    if not os.path.exists(os.path.join(PEER, "reimpl.py")):
        print("differential: no shared folder; nothing was compared")
        return 0
    returns, children, cells = [int(a) for a in sys.argv[1:]] + [20, 200, 200][len(sys.argv) - 1:]
    sys.dont_write_bytecode = True
    sys.path.insert(0, PEER)
    os.chdir(os.path.join(SHARED, "knowledge"))
    import reimpl  # reads its code sets from the working folder
    listed, newest = listed_divergences(), newest_versions()
    rules = {code: rule for code, rule in reimpl.RULES.items() if code not in listed}
    books = {year: book(year) for year in (2024, 2025, 2026, 2027)}
    runs, equal, differing = 0, 0, defaultdict(list)
    compared = Counter()
    for number in range(returns):
        profile, seed = "ABCF"[number % 4], 1000 + number
        with tempfile.TemporaryDirectory() as folder:
            meta = make(folder, profile, children, seed)
            damage(folder, cells, random.Random(seed))
            theirs = restated(folder, meta, rules, reimpl.C)
            mine, not_run = checked(folder, meta)
        for code in rules:
            year = int(meta["collectionYear"])
            if theirs[code] is None or code in not_run or code not in books[year] or newest[code] > year:
                continue
            runs += 1
            compared[code] += 1
            if theirs[code] == mine[code]:
                equal += 1
            else:
                more, less = sorted(mine[code] - theirs[code]), sorted(theirs[code] - mine[code])
                differing[code].append(f"{profile} {seed}: Kith alone {more[:4]}, restatement alone {less[:4]}")
    print(f"differential: {returns} returns, {len(compared)} rules, {runs} rule runs, {equal} equal")
    for code in sorted(differing):
        print(f"{code}: {len(differing[code])} of {compared[code]} returns differ")
        for line in differing[code][:2]:
            print(f"    {line}")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
