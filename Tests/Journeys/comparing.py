"""The journeys of whoever compares an authority: from the topic to one measure, its rank and map, and a table of one's own."""

import json


def compare_an_authority(visit):
    page = visit.page
    page.get_by_role("link", name="Compare", exact=True).click()
    visit.remember("compare")
    page.get_by_label("Local authority").select_option(label="Barnsley")
    page.get_by_role("button", name="Show").click()
    visit.remember("compare-topic", drawn(page))
    page.get_by_role("region", name="Latest figures").get_by_role("link").first.click()
    visit.expect(page.get_by_text("Rank in").count() > 0, "the measure's page does not say the rank")
    visit.remember("compare-measure", drawn(page))
    keep_a_picture(visit, "SVG", b"<svg")
    keep_a_picture(visit, "PNG", b"\x89PNG")
    for way, name in [("Rank and map", "list"), ("Heat map", "heat"), ("Two measures", "scatter")]:
        page.get_by_role("navigation", name="Views").get_by_role("link", name=way).click()
        visit.expect(page.locator("figure.chart table").count() > 0, f"{name} has no table beneath its chart")
        visit.remember(f"compare-{name}", drawn(page))
    with page.expect_download() as download:
        page.get_by_role("link", name="Data of this page as CSV").click()
    visit.expect(b"la_code" in read(download), "the data are not the comparison's")


def drawn(page):
    """What shows that charts are drawn, where the page has any that can be."""
    return ".drawing.drawn svg" if page.locator("figure.chart .drawing").count() else None


def keep_a_picture(visit, kind, start):
    visit.page.wait_for_selector(".drawing.drawn svg")
    with visit.page.expect_download() as download:
        visit.page.get_by_role("button", name=f"Save as {kind}").first.click()
    visit.expect(read(download).startswith(start), f"the picture is no {kind}")


def read(download):
    with open(download.value.path(), "rb") as file:
        return file.read()


def make_a_table_of_ones_own(visit):
    page = visit.page
    page.get_by_role("navigation", name="Views").get_by_role("link", name="Create your own").click()
    visit.remember("compare-own-empty")
    page.get_by_label("Local authorities").select_option(label=["Barnsley", "Leeds"])
    measure = page.get_by_label("Measures").locator("option").first.get_attribute("value")
    page.get_by_label("Measures").select_option([measure])
    page.get_by_label("England").select_option("yes")
    page.get_by_role("button", name="Show").click()
    shown = figures(page)
    visit.expect(len(shown) >= 3, "the table does not have the places that were chosen")
    visit.remember("compare-own", drawn(page))
    link = page.get_by_role("link", name="a link that restores it").get_attribute("href")
    page.goto(visit.server.address + "/")
    page.goto(visit.server.address + link)
    visit.expect(json.dumps(figures(page)) == json.dumps(shown), "the link does not restore the table")
    chosen = page.get_by_label("Local authorities").locator("option:checked").all_inner_texts()
    visit.expect(sorted(chosen) == ["Barnsley", "Leeds"], "the link does not restore the choices")


def read_a_file_with_counts(visit):
    """Figures of Explore Education Statistics beside LAIT's: their counts bring intervals, the funnel and a test of trend."""
    page = visit.page
    page.goto(visit.pages["compare-topic"][0])
    page.get_by_label("Publication").select_option(label="Example rereferrals")
    page.get_by_role("button", name="Show").click()
    visit.remember("compare-ees-topic", drawn(page))
    page.get_by_role("region", name="Latest figures").get_by_role("link", name="rereferral percent").click()
    visit.expect(page.get_by_text("95% interval").count() == 1, "the measure's page has no interval")
    visit.expect(page.get_by_text("Trend over five periods: rising").count() == 1, "the trend is not found")
    visit.remember("compare-ees-measure", drawn(page))
    page.get_by_role("navigation", name="Views").get_by_role("link", name="Rank and map").click()
    page.get_by_label("Beside").select_option(label="All authorities")
    with page.expect_navigation():
        page.get_by_role("button", name="Show").click()
    funnel = page.locator("figure.chart", has_text="outside the 95% limits").last
    visit.expect(funnel.locator("table tbody tr").count() > 100, "the funnel does not have the authorities")
    symbols = page.get_by_role("row", name="City of London").first
    visit.expect("withheld" in symbols.inner_text(), "a withheld figure does not say so")
    visit.remember("compare-ees-list", drawn(page))
    with page.expect_download() as download:
        page.get_by_role("link", name="Data of this page as CSV").click()
    visit.expect(b"rereferral_percent" in read(download), "the data are not the file's")


def figures(page):
    return page.locator("figure.chart table tbody tr").all_inner_texts()
