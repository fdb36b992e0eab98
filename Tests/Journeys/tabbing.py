"""The journey of whoever has no mouse: by Tab, Enter and the letters of a choice, with the focus in sight at every step."""

# What has the focus: its words, whether it is in sight, and whether it looks other than without the focus.
FOCUS = """() => {
  const focused = document.activeElement, box = focused.getBoundingClientRect();
  const label = focused.labels && focused.labels.length ? focused.labels[0].innerText : "";
  const look = () => {
    const style = getComputedStyle(focused);
    return [style.outline, style.boxShadow, style.backgroundColor, style.borderColor].join();
  };
  const marked = look();
  focused.blur();
  const plain = look();
  focused.focus({preventScroll: true});
  return {
    tag: focused.tagName,
    words: (label || focused.innerText || focused.getAttribute("aria-label") || "").trim().split("\\n")[0].slice(0, 80),
    isMarked: marked !== plain,
    isInSight: box.width > 1 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    isInMain: focused.closest("main") !== null,
  };
}"""
MOST_STEPS = 400


def go_without_a_mouse(visit):
    page = visit.page
    skip_to_the_content(visit)
    compare_by_keys(visit)
    for name in ["home", "check-summary", "check-child", "compare-measure", "measures-change", "catalogue-entry"]:
        page.goto(visit.pages[name][0])
        walk(visit, name)


def skip_to_the_content(visit):
    page = visit.page
    page.goto(visit.server.address + "/")
    first = step(page)
    visit.expect(first["words"] == "Skip to main content" and first["isInSight"], f"the first step is {first}")
    page.keyboard.press("Enter")
    visit.expect(page.evaluate(FOCUS)["tag"] == "MAIN", "the skip link does not lead to the content")
    visit.expect(step(page)["isInMain"], "the step after the skip link is not in the content")


def compare_by_keys(visit):
    page = visit.page
    page.goto(visit.pages["compare"][0])
    visit.expect(step_to(page, "Local authority"), "no step leads to the choice of an authority")
    page.keyboard.type("Barnsl")
    visit.expect(step_to(page, "Show"), "no step leads to the button")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    visit.expect(page.get_by_role("heading", level=1).inner_text().startswith("Barnsley"), "the keys chose another authority")


def walk(visit, name):
    """Steps through a whole page: everything is reached once, in sight and marked, and nothing holds the focus."""
    page = visit.page
    wanted = page.locator("main a[href], main button, main select, main summary, main [tabindex='0']").evaluate_all(
        "all => all.filter(each => each.checkVisibility()).length")
    steps = []
    while (found := step(page))["tag"] != "BODY" and found not in steps[:1] and len(steps) < MOST_STEPS:
        steps.append(found)
    visit.expect(len(steps) < MOST_STEPS, f"{name}: the steps do not end")
    reached = sum(found["isInMain"] for found in steps)
    visit.expect(reached >= wanted, f"{name}: {reached} of {wanted} are reached by Tab")
    for found in steps:
        visit.expect(found["isMarked"] and found["isInSight"], f"{name}: the focus cannot be seen on {found['words']}")


def step_to(page, words):
    return any(step(page)["words"] == words for _ in range(MOST_STEPS))


def step(page):
    page.keyboard.press("Tab")
    return page.evaluate(FOCUS)
