"""The journey of an analyst who checks a return with errors, from the files to the workbook and to one child."""

import zipfile

from browser import FIXTURES

RETURN = FIXTURES / "ssda903"


def check_a_return(visit):
    page = visit.page
    page.get_by_role("link", name="Check a return").first.click()
    visit.remember("check")
    page.get_by_label("The return: its CSV or XML files").set_input_files(sorted(RETURN.glob("*.csv")))
    page.get_by_label("Last year's return").set_input_files(sorted((RETURN / "prev").glob("*.csv")))
    page.get_by_label("Collection year").select_option("2026")
    page.get_by_label("Local authority").fill("301 Barking and Dagenham")
    page.get_by_role("button", name="Check these files").click()
    visit.expect(page.get_by_text("Fix these first").count() > 0, "the summary does not say what to fix first")
    visit.remember("check-summary")
    take_the_workbook(visit)
    look_at_a_rule(visit)


def take_the_workbook(visit):
    with visit.page.expect_download() as download:
        visit.page.get_by_role("link", name="Excel workbook").first.click()
    with zipfile.ZipFile(download.value.path()) as book:
        visit.expect("xl/workbook.xml" in book.namelist(), "the download is no Excel workbook")
        visit.expect(len([n for n in book.namelist() if n.startswith("xl/worksheets/")]) >= 4, "sheets are missing")


def look_at_a_rule(visit):
    page = visit.page
    page.get_by_role("region", name="Findings by rule").get_by_role("link").first.click()
    visit.expect(page.get_by_role("heading", name="What to do").count() == 1, "the rule does not say what to do")
    visit.remember("check-rule")
    page.get_by_role("link", name="Write a note on").first.click()
    visit.remember("check-note")
    page.get_by_label("The explanation that was accepted").fill("The court confirmed the dates.")
    page.get_by_role("button", name="Keep the note").click()
    visit.expect(page.get_by_text("The court confirmed the dates.").count() == 1, "the note is not shown")


def open_a_child(visit):
    page = visit.page
    page.goto(visit.pages["check-summary"][0])
    page.get_by_role("link", name="Children with findings").click()
    visit.remember("check-children")
    links = page.get_by_role("region", name="Children with findings").get_by_role("link")
    # One child is opened; the page of another goes on asking why.
    visit.pages["check-reason"] = (visit.server.address + links.last.get_attribute("href"), None)
    links.first.click()
    page.get_by_label("Reason").fill("to explain the findings to the team")
    page.get_by_role("button", name="Open the page").click()
    picture = page.get_by_role("img", name="Timeline of")
    visit.expect(picture.count() == 1, "the child's page has no timeline")
    visit.expect(page.get_by_role("region", name="Timeline as a table").count() == 1, "the timeline has no table")
    visit.remember("check-child")
    following = page.get_by_role("button", name="Next child")
    if following.count():
        with page.expect_navigation():
            following.press("Enter")
        visit.expect(page.url != visit.pages["check-child"][0], "the keyboard does not lead to the next child")
