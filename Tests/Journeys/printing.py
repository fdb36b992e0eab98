"""The journeys of whoever takes pages to a meeting on paper: a needs assessment, and a comparison, printed to PDF."""

import pathlib
import unicodedata

from pypdf import PdfReader

from browser import FIXTURES, LAIT

SECTIONS = ["Summary", "Front door: referrals", "Placements and sufficiency", "Demand and cost", "Data quality and method"]


def print_the_needs_assessment(visit):
    page = visit.page
    page.get_by_role("navigation", name="Parts of Kith").get_by_role("link", name="Studies").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="needs_assessment_301.html").click()
    saved = pathlib.Path(visit.server.notes.name) / "needs.html"
    download.value.save_as(saved)
    paper = visit.paper(saved)
    charts = wait_for_charts(paper)
    visit.expect(charts > 20 or LAIT.is_relative_to(FIXTURES), f"the needs assessment has {charts} charts")
    pages, words = printed(paper, saved.with_suffix(".pdf"))
    paper.close()
    visit.expect(pages > 5, f"the needs assessment is {pages} pages long")
    visit.expect(words.startswith("Needs assessment: children's social care"), "no title is printed")
    visit.expect("Barking and Dagenham" in words, "the authority is not printed")
    for section in SECTIONS:
        visit.expect(words.count(section) >= 2, f"the section {section} is not both listed and printed")


def print_a_comparison(visit):
    """What a screen shows in a part that scrolls is printed whole, and what only a screen can use is left out."""
    page = visit.page
    page.goto(visit.pages["compare-ees-list"][0])
    wait_for_charts(page)
    names = page.get_by_role("region", name="Authorities in order").locator("tbody th").all_inner_texts()
    pages, words = printed(page, pathlib.Path(visit.server.notes.name) / "comparison.pdf")
    visit.expect(pages > 2 and len(names) > 100, f"the comparison is {pages} pages long, of {len(names)} authorities")
    missing = [name for name in names if name not in words]
    visit.expect(not missing, f"not printed: {missing[:5]}")
    visit.expect("What is shown" not in words and "End the session" not in words, "forms are printed")


def wait_for_charts(page):
    """Waits until every chart is drawn; their number."""
    page.wait_for_function(
        "document.querySelectorAll('.drawing:not(.drawn):not([hidden])').length === 0", timeout=60_000)
    return page.locator(".drawing.drawn svg").count()


def printed(page, path):
    """Prints a page to PDF; the number of its sheets, and its words."""
    page.pdf(path=path, prefer_css_page_size=True)
    sheets = PdfReader(path).pages
    # The letters of a word may be printed as one sign: ffi.
    words = unicodedata.normalize("NFKC", " ".join(sheet.extract_text() for sheet in sheets))
    return len(sheets), " ".join(words.split())
