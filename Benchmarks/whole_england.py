"""Times every stage of a synthetic England as it grows by years, and prints a table of them and how good the links are.

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
    """The stages of a run, in a folder: the returns of the longest span, with errors in them, taken up span by span."""

    def __init__(self, authorities, folder, spans):
        self.folder, self.spans = folder, sorted(spans)
        self.longest = self.spans[-1]
        self.first = LAST - self.longest + 1
        self.returns, self.store = folder / "returns", folder / "england.duckdb"
        self.authorities = str(authorities)
        self.years, self.so_far = 0, {}

    def stage(self, name, commands, output=None, adds_up=False, log=None):
        """Runs a stage's commands one after the other and prints their time together, the most memory and the size.

        A stage that adds up goes on from the span before, and its line has the time of both.
        """
        before = processor_seconds()
        with open(log or os.devnull, "w") as text:
            # A check that finds something ends with 1, and says so; what cannot run leaves a size of nothing.
            figures = [
                timed([KITH, *map(str, command)], text, must_succeed=name not in ("check", "release"))
                for command in commands
            ]
        seconds, used = sum(f[0] for f in figures), processor_seconds() - before
        megabytes = max(f[1] for f in figures)
        if adds_up:
            earlier = self.so_far.get(name, (0, 0, 0))
            seconds, used, megabytes = seconds + earlier[0], used + earlier[1], max(megabytes, earlier[2])
            self.so_far[name] = (seconds, used, megabytes)
        size = f"{size_of(output) / 1024**2:,.0f}" if output else "–"
        print(f"| {self.years} | {name} | {seconds:,.1f} | {used:,.1f} | {megabytes:,.0f} | {size} |", flush=True)

    def take(self, years):
        """The folder of the returns by which a span is longer than the one before."""
        part = self.folder / f"to-{years}"
        for authority in (path for path in self.returns.iterdir() if path.is_dir()):
            (part / authority.name).mkdir(parents=True)
            for year in range(self.first + self.years, self.first + years):
                (authority / str(year)).rename(part / authority.name / str(year))
        return part

    def prepare(self):
        """An agreement and a key for the lake, which are not timed."""
        fields = subprocess.run([KITH, "lake", "fields"], capture_output=True, text=True, check=True).stdout.split()
        named = [part for field in fields for part in ("--field", field)]
        entry = ["register", "add", "--register", str(self.folder / "register.json"), "--entry", "england"]
        for command in ([*entry, *AGREEMENT, *named], ["link", "key", "new", "--out", str(self.folder / "key")]):
            subprocess.run([KITH, *command], capture_output=True, check=True)

    def synthesise(self):
        self.years = self.longest
        synth = ["synth", "--las", self.authorities, "--years", str(self.years), "--last", str(LAST), "--seed", "7", "--errors"]
        self.stage("synth", [[*synth, "--out", self.returns]], self.returns)
        self.years = 0
        self.prepare()

    def grow(self, years):
        store = ["--store", self.store]
        part = self.take(years)
        self.years = years
        last = self.first + years - 1
        followed = ["--from", f"{self.first - 1}-04-01", "--to", f"{last}-03-31"]
        reports = self.folder / "reports"
        self.stage("check", [["check", part, "--each", "--report", reports / str(years)]], reports, adds_up=True)
        self.stage("load", [["load", "--each", part, *store, "--unchecked"]], self.store, adds_up=True)
        link = ["link", "persons", *store, "--truth", self.returns]
        self.stage("link", [link], self.store, log=self.folder / f"link-{years}.txt")
        self.stage("measures", [["measures", *store, "--year", f"{self.first}-{last}"]])
        origins = ("referral", "care-entry")
        self.stage("studies", [["study", "cohort", *store, "--origin", origin, *followed] for origin in origins])
        lake = [
            "lake", "export", *store, "--out", self.folder / "lake", "--key", self.folder / "key", "--project", "england",
            "--register", self.folder / "register.json", "--entry", "england", "--as-of", "2026-06-30",
        ]
        self.stage("lake", [lake], self.folder / "lake", adds_up=True)
        self.stage("lake again", [lake])
        release = ["release", *store, "--year", last, "--measure", "cla_31mar_count", "--by", "sex", "--policy", "dfe-cla"]
        release_folder = self.folder / f"release-{years}"
        self.stage("release", [[*release, "--title", "Looked after", "--out", release_folder]], release_folder)

    def all(self):
        self.synthesise()
        for years in self.spans:
            self.grow(years)
        print("\n" + (self.folder / f"link-{self.longest}.txt").read_text())


if __name__ == "__main__":
    authorities, folder, spans = int(sys.argv[1]), Path(sys.argv[2]), [int(years) for years in sys.argv[3:]]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    print(f"{authorities} authorities; {platform.machine()}, {os.cpu_count()} processors, {memory:.0f} GB\n")
    print("| years | stage | seconds | processor seconds | memory MB | size MB |\n| --- | --- | --- | --- | --- | --- |")
    Run(authorities, folder, spans).all()
