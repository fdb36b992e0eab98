"""Times every stage of a synthetic England and prints a table of them, for each number of years.

usage: whole_england.py AUTHORITIES FOLDER YEARS...
"""
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from measured import processor_seconds, timed

KITH = os.environ.get("KITH", ".build/release/kith")
LAST = 2026
AGREEMENT = [
    "--purpose", "Benchmark", "--controller", "Nobody", "--legal-basis", "none: invented children", "--dpia", "none",
    "--information-sharing", "none", "--from", "2026-01-01", "--expires", "2026-12-31", "--destroy-by", "2026-12-31",
]


def size_of(path):
    files = [path] if path.is_file() else path.rglob("*") if path.is_dir() else []
    return sum(file.stat().st_size for file in files if file.is_file())


class Run:
    """The stages of a run, in a folder."""

    def __init__(self, authorities, folder, years):
        self.folder, self.years = folder, years
        self.returns, self.store = folder / "returns", folder / "england.duckdb"
        self.synth = ["--las", str(authorities), "--years", str(years), "--last", str(LAST), "--seed", "7"]

    def stage(self, name, commands, output):
        """Runs a stage's commands one after the other and prints their time together, the most memory and the size."""
        before = processor_seconds()
        # A check that finds something ends with 1, and says so; what cannot run leaves a size of nothing.
        figures = [timed([KITH, *map(str, command)], must_succeed=name not in ("check", "release")) for command in commands]
        seconds, megabytes = sum(f[0] for f in figures), max(f[1] for f in figures)
        used = processor_seconds() - before
        size = size_of(output) / 1024**2
        print(f"| {self.years} | {name} | {seconds:,.1f} | {used:,.1f} | {megabytes:,.0f} | {size:,.0f} |", flush=True)

    def prepare(self):
        """An agreement and a key for the lake, which are not timed."""
        fields = subprocess.run([KITH, "lake", "fields"], capture_output=True, text=True, check=True).stdout.split()
        named = [part for field in fields for part in ("--field", field)]
        entry = ["register", "add", "--register", str(self.folder / "register.json"), "--entry", "england"]
        for command in ([*entry, *AGREEMENT, *named], ["link", "key", "new", "--out", str(self.folder / "key")]):
            subprocess.run([KITH, *command], capture_output=True, check=True)

    def all(self):
        store = ["--store", self.store]
        span = range(LAST - self.years + 1, LAST + 1)
        followed = ["--from", f"{LAST - self.years}-04-01", "--to", f"{LAST}-03-31"]
        self.stage("synth", [["synth", *self.synth, "--out", self.returns]], self.returns)
        self.stage("check", [["check", self.returns, "--each", "--report", self.folder / "reports"]], self.folder / "reports")
        self.stage("load", [["load", "--each", self.returns, *store, "--unchecked"]], self.store)
        self.stage("link", [["link", "persons", *store]], self.store)
        self.stage("measures", [["measures", *store, "--year", f"{span[0]}-{span[-1]}"]], self.store)
        self.stage(
            "studies", [["study", "cohort", *store, "--origin", origin, *followed] for origin in ("referral", "care-entry")],
            self.store)
        self.prepare()
        lake = [
            "lake", "export", *store, "--out", self.folder / "lake", "--key", self.folder / "key", "--project", "england",
            "--register", self.folder / "register.json", "--entry", "england", "--as-of", "2026-06-30",
        ]
        self.stage("lake", [lake], self.folder / "lake")
        self.stage("lake again", [lake], self.folder / "lake")
        release = ["release", *store, "--year", LAST, "--measure", "cla_31mar_count", "--by", "sex", "--policy", "dfe-cla"]
        self.stage("release", [[*release, "--title", "Looked after", "--out", self.folder / "release"]], self.folder / "release")


if __name__ == "__main__":
    authorities, folder, spans = int(sys.argv[1]), Path(sys.argv[2]), [int(years) for years in sys.argv[3:]]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    print(f"{authorities} authorities; {platform.machine()}, {os.cpu_count()} processors, {memory:.0f} GB\n")
    print("| years | stage | seconds | processor seconds | memory MB | size MB |\n| --- | --- | --- | --- | --- | --- |")
    for years in spans:
        run = Run(authorities, folder / str(years), years)
        run.folder.mkdir()
        run.all()
        shutil.rmtree(run.folder)
