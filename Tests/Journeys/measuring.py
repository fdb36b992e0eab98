"""The journey of whoever signs a return off, from the headline measures to the children behind one; and a look at studies."""


def sign_a_return_off(visit):
    page = visit.page
    page.get_by_role("navigation", name="Parts of Kith").get_by_role("link", name="Measures").click()
    visit.remember("measures")
    page.get_by_role("link", name="2025/26 of 301").click()
    visit.expect(page.get_by_role("region", name="Headline measures").count() == 1, "there are no headline measures")
    visit.remember("measures-change")
    page.get_by_role("link", name="Children behind").first.click()
    visit.remember("measures-reason")
    page.get_by_label("Reason").fill("to explain the count")
    page.get_by_role("button", name="List the children").click()
    visit.expect(page.get_by_role("region", name="Children behind").count() == 1, "the children are not listed")
    visit.look_now("measures-children")
    page.goto(visit.pages["check-summary"][0])
    page.get_by_role("link", name="Plausibility").click()
    visit.remember("check-plausibility")


def look_at_studies(visit):
    page = visit.page
    page.get_by_role("navigation", name="Parts of Kith").get_by_role("link", name="Studies").click()
    visit.remember("studies")
    for name in ["inequality", "pathways", "return"]:
        page.goto(visit.pages["studies"][0])
        page.get_by_role("link", name=f"{name}.json").click()
        visit.expect(page.locator("figure.chart").count() > 0, f"the study {name} has no chart")
        visit.remember(f"study-{name}", ".drawing.drawn svg")
