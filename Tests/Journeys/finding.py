"""The journey of whoever wants to know what data there are: from words to an entry, its route, a plan and a draft."""


def find_a_data_set(visit):
    page = visit.page
    page.get_by_role("link", name="Data sets", exact=True).click()
    visit.remember("catalogue")
    page.get_by_label("Words to look for").fill("referred agian")
    page.get_by_label("Can be had by").select_option(label="researcher")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("region", name="Data sets").get_by_role("link", name="Children in Need Census").click()
    routes = page.get_by_role("region", name="Who may have it, and how")
    visit.expect(routes.get_by_text("DfE's data sharing service").count() == 1, "the entry does not say the route")
    visit.remember("catalogue-entry")
    page.get_by_role("link", name="A picture of what it can be joined to").click()
    visit.expect(page.get_by_role("img", name="What Children in Need Census").count() == 1, "there is no picture")
    visit.remember("catalogue-picture")


def plan_from_a_question(visit):
    page = visit.page
    page.get_by_role("navigation", name="Pages on data sets").get_by_role("link", name="Plan").click()
    visit.remember("catalogue-topics")
    page.get_by_label("I want to know").fill("are looked after children excluded from school more often?")
    page.get_by_label("Who asks").select_option("researcher")
    page.get_by_role("button", name="Make a plan").click()
    visit.expect(page.get_by_role("heading", name="National Pupil Database").count() == 1, "the plan lacks pupils")
    visit.remember("catalogue-plan")
    page.get_by_label("First year").fill("2019")
    page.get_by_label("Last year").fill("2025")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the draft").click()
    with open(download.value.path(), encoding="utf-8") as file:
        visit.expect("to be written" in file.read(), "the draft leaves nothing to write")
