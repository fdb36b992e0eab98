"""Journeys through Kith's pages in a real browser: journeys.py PROGRAM.

Each journey is taken once, as a user takes it. Then every page that was seen is looked at again, at 320 and 1280 px, with
scripts and without: axe must find no fault by WCAG 2.2 AA, nothing may be wider than the screen, and a picture is kept in
out/screens for people to look at.
"""

import sys
import time

from playwright.sync_api import sync_playwright

from browser import FIXTURES, Server, Visit, seconds_since
from checking import check_a_return, open_a_child
from comparing import compare_an_authority, make_a_table_of_ones_own, read_a_file_with_counts
from finding import find_a_data_set, plan_from_a_question
from measuring import look_at_studies, sign_a_return_off
from printing import print_a_comparison, print_the_needs_assessment
from tabbing import go_without_a_mouse

JOURNEYS = [
    check_a_return, open_a_child, compare_an_authority, make_a_table_of_ones_own, read_a_file_with_counts,
    sign_a_return_off, look_at_studies, find_a_data_set, plan_from_a_question, print_the_needs_assessment,
    print_a_comparison, go_without_a_mouse,
]


def main(program):
    start = time.monotonic()
    server = Server(program, FIXTURES / "ssda903", "--year", "2026", "--la", "301", "--aggregates", FIXTURES / "compare",
                    "--ees", FIXTURES / "ees" / "example_rereferrals.csv", "--studies", FIXTURES / "studies")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        visit = Visit(browser, server)
        visit.remember("home")
        for journey in JOURNEYS:
            try:
                journey(visit)
            except Exception as error:
                visit.fault(f"{journey.__name__} ended: {error}")
        visit.look_at_all()
        looks = len(visit.pages) * len(visit.others)
        browser.close()
    code = server.stop()
    if code != 0:
        visit.faults.append(f"kith serve ended with {code}")
    for fault in visit.faults:
        print(f"journeys: {fault}")
    print(f"journeys: {len(JOURNEYS)} journeys, {looks} looks at {len(visit.pages)} pages, {seconds_since(start)}, "
          f"{len(visit.faults)} faults")
    sys.exit(1 if visit.faults else 0)


if __name__ == "__main__":
    main(sys.argv[1])
