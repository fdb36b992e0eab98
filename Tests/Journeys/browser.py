"""A server of Kith's pages, and a browser on it that notes what is wrong with each page."""

import os
import pathlib
import re
import signal
import subprocess
import tempfile
import time

from axe_playwright_python.sync_playwright import Axe

PROJECT = pathlib.Path(__file__).resolve().parents[2]
FIXTURES = PROJECT / "Fixtures"
# Real published figures, where they lie beside the project; the invented ones have few of the measures of a needs assessment.
PUBLISHED = pathlib.Path(os.environ.get("KITH_SHARED") or PROJECT.parent / "shared") / "cases/aggregates/lait"
LAIT = PUBLISHED if PUBLISHED.is_dir() else FIXTURES / "compare"
SCREENS = PROJECT / "out" / "screens"
WIDTHS = [320, 1280]
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


class Server:
    """The program at work, with a folder of its own for what it notes."""

    def __init__(self, program, *arguments):
        self.notes = tempfile.TemporaryDirectory(prefix="kith-journeys-")
        store = self.notes.name + "/children.duckdb"
        load = [program, "load", FIXTURES / "ssda903", "--store", store, "--year", "2026", "--la", "301"]
        subprocess.run(load, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        reports = self.notes.name + "/reports"
        write = [program, "report", "needs-assessment", "--la", "301", "--lait-data", LAIT, "--store", store, "--out", reports]
        subprocess.run(write, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        command = [program, "serve", *arguments, "--store", store, "--access-log", self.notes.name, "--studies", reports]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.link = self._link()
        self.address = self.link.split("/start")[0]

    def _link(self):
        said = ""
        while line := self.process.stdout.readline():
            said += line
            if found := re.search(r"http://127\.0\.0\.1:\d+/start\?token=\w+", line):
                return found[0]
        raise SystemExit("journeys: kith serve did not start:\n" + said)

    def stop(self):
        """Stops it as a user does; its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        code = self.process.wait(timeout=20)
        self.notes.cleanup()
        return code


class Visit:
    """One browser on a server. What is wrong is noted in `faults`, and the journey goes on."""

    def __init__(self, browser, server):
        self.server = server
        self.faults = []
        self.pages = {}
        SCREENS.mkdir(parents=True, exist_ok=True)
        for old in SCREENS.glob("*.png"):
            old.unlink()
        self.context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
        self.page = self._watched(self.context.new_page())
        self.page.goto(server.link)
        self.others = self._others(browser)

    def _others(self, browser):
        """The same session at each width, with scripts and without."""
        state = self.context.storage_state()
        others = {}
        for width in WIDTHS:
            for scripts in [True, False]:
                context = browser.new_context(viewport={"width": width, "height": 900}, storage_state=state)
                if not scripts:
                    # The page is the same as with scripts off, and axe, which is a script itself, can still look at it.
                    context.route("**/*.js", lambda route: route.abort())
                others[width, scripts] = self._watched(context.new_page(), expects_no_scripts=not scripts)
        return others

    def paper(self, file):
        """A saved page that stands by itself, opened from its folder; it may ask for nothing."""
        page = self._watched(self.context.new_page(), home=file.as_uri())
        page.goto(file.as_uri())
        return page

    def _watched(self, page, expects_no_scripts=False, home=None):
        home = home or self.server.address

        def console(message):
            if message.type == "error" and not (expects_no_scripts and "ERR_FAILED" in message.text):
                self.fault(f"the browser says: {message.text}")

        def request(sent):
            if not sent.url.startswith((home, "data:", "blob:")):
                self.fault(f"a request went elsewhere: {sent.url}")

        page.on("console", console)
        page.on("pageerror", lambda error: self.fault(f"a script failed: {error}"))
        page.on("request", request)
        return page

    def fault(self, text):
        self.faults.append(f"{self.page.url if hasattr(self, 'page') else ''}: {text}")

    def expect(self, condition, text):
        if not condition:
            self.fault(text)

    def remember(self, name, wait_for=None):
        """Keeps the page that is shown for the looks at every page."""
        self.pages[name] = (self.page.url, wait_for)

    def look_now(self, name):
        """Looks at the page that is shown, which no address leads to again."""
        self._faults_of(self.page, f"{name} at 1280 px", 1280)
        self._picture(self.page, f"{name}-1280")

    def look_at_all(self):
        """Looks at each remembered page at each width, with scripts and without: axe, width, a picture."""
        for name, (url, wait_for) in self.pages.items():
            for (width, scripts), page in self.others.items():
                self._look(page, name, url, width, scripts, wait_for)

    def _look(self, page, name, url, width, scripts, wait_for):
        where = f"{name} at {width} px, scripts {'on' if scripts else 'off'}"
        answer = page.goto(url)
        if answer is not None and answer.status >= 500:
            self.faults.append(f"{where}: status {answer.status}")
        if scripts and wait_for:
            page.wait_for_selector(wait_for, timeout=10_000)
        self._faults_of(page, where, width)
        if scripts or width == WIDTHS[0]:
            self._picture(page, f"{name}-{width}{'' if scripts else '-plain'}")

    def _faults_of(self, page, where, width):
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": STANDARDS}})
        for violation in found.response["violations"]:
            nodes = "; ".join(" ".join(node["target"]) for node in violation["nodes"][:3])
            self.faults.append(f"{where}: axe {violation['id']}: {violation['help']} ({nodes})")
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            self.faults.append(f"{where}: the page is {wide} px wide")

    def _picture(self, page, name):
        page.screenshot(path=SCREENS / f"{name}.png", full_page=True)


def seconds_since(start):
    return f"{time.monotonic() - start:.1f} s"

