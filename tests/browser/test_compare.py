"""The page that sets two actors side by side, in a real browser."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.sites import Site
from tests.browser.test_access import axe, findings

__all__ = ["axe"]
pytestmark = pytest.mark.browser

PAIR = "compare/?a=emmanuel-macron&b=sergey-lavrov"


def state(page: Page) -> str:
    """What the page says once it has loaded."""
    field = page.locator("#compare_state")
    expect(field).not_to_have_text(re.compile("^$|Loading"))
    return field.inner_text()


def opened(page: Page, site: Site, path: str) -> str:
    page.goto(f"{site.address}{path}")
    return state(page)


def test_two_actors_are_chosen_and_the_address_keeps_them(page: Page, site: Site) -> None:
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    requests: list[str] = []
    page.goto(f"{site.address}actors/emmanuel-macron/")
    page.get_by_role("link", name="Compare Macron with another actor").click()
    assert state(page) == "Choose two actors."
    assert page.get_by_label("First actor").input_value() == "emmanuel-macron"
    page.on("request", lambda request: requests.append(urlsplit(request.url).path))
    page.get_by_label("Second actor").select_option(label="Sergey Lavrov")
    page.get_by_role("button", name="Compare").click()
    page.wait_for_url(f"**/{PAIR}")
    assert state(page) == "Statements shown: Emmanuel Macron 10, Sergey Lavrov 2."
    assert page.locator("#compare_state bdi").all_inner_texts()[0] == "Emmanuel Macron"
    assert page.title().startswith("Emmanuel Macron / Sergey Lavrov")
    loaded = [path for path in requests if path.endswith(".json")]
    assert loaded == ["/actors/emmanuel-macron/index.json", "/actors/sergey-lavrov/index.json"]
    page.go_back()
    assert state(page) == "Choose two actors."
    page.go_forward()
    assert "Sergey Lavrov 2" in state(page)
    assert page.get_by_label("Second actor").input_value() == "sergey-lavrov"
    assert messages == []


def test_each_cell_has_condition_form_date_and_publisher(page: Page, site: Site) -> None:
    opened(page, site, PAIR)
    headings = page.locator("#compare_results h2").all_inner_texts()
    assert headings[-1] == "The coalition's meeting in Paris"  # on which one of them speaks
    row = page.get_by_role("row").filter(has_text="Foreign forces in Ukraine after a ceasefire")
    macron, lavrov = row.get_by_role("cell").all()
    for words in (
        "Macron: 26 countries have committed",
        "once there is a ceasefire or a peace agreement",
        "Spoke about: 26 countries · Quoted · 4 Sep 2025, inferred from the dateline",
        "TASS, Russian state news agency",
    ):
        assert words in macron.inner_text()
    assert "Partly quoted · day not given, before 4 Sep 2025" in lavrov.inner_text()
    link = lavrov.get_by_role("link").get_attribute("href")
    assert link == f"{site.address}facts/lavrov-foreign-intervention/"
    text = page.locator("#compare_results").inner_text()
    assert text.count("An empty cell means that nothing is recorded here") == 1
    assert "contradict" not in text.casefold()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("compare/", "Choose two actors."),
        ("compare/?a=&b=sergey-lavrov", "Choose two actors."),
        ("compare/?a=sergey-lavrov&b=sergey-lavrov", "Choose two different actors."),
        ("compare/?a=nobody&b=sergey-lavrov", "There is no actor “nobody” here."),
        ("compare/?a=../topics&b=sergey-lavrov", "There is no actor “../topics” here."),
        (
            "compare/?a=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E$%26&b=sergey-lavrov",
            "There is no actor “<img src=x onerror=alert(1)>$&” here.",
        ),
    ],
)
def test_a_wrong_choice_is_named(page: Page, site: Site, path: str, text: str) -> None:
    assert opened(page, site, path) == text
    assert page.locator("#compare_results *").count() == 0
    assert page.locator("img[src=x]").count() == 0


def test_data_that_does_not_load_is_named(page: Page, site: Site) -> None:
    def fail(route: Route) -> None:
        route.fulfill(status=500)

    page.route("**/actors/sergey-lavrov/index.json", fail)
    assert "could not be loaded" in opened(page, site, PAIR)
    page.unroute("**/actors/sergey-lavrov/index.json")
    page.route("**/actors/sergey-lavrov/index.json", lambda route: route.abort())
    assert "could not be loaded" in opened(page, site, PAIR)


def test_a_former_id_leads_to_the_present_one(page: Page, site: Site) -> None:
    page.route(
        "**/actors/lavrov/index.json",
        lambda route: route.fulfill(json={"moved_to": "actors/sergey-lavrov/"}),
    )
    assert "Sergey Lavrov 2" in opened(page, site, "compare/?a=emmanuel-macron&b=lavrov")
    assert page.get_by_label("Second actor").input_value() == "sergey-lavrov"


def test_markup_in_names_and_statements_stays_text(page: Page, hard: Site) -> None:
    assert "Statements shown" in opened(page, hard, "compare/?a=marked&b=speaker-1")
    assert page.locator("#compare_results :is(img, script, b, i)").count() == 0


def test_without_scripts_the_page_leads_to_the_actors(browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.address}{PAIR}")
    assert page.locator("select").first.is_hidden()
    assert page.get_by_text("Comparing them needs JavaScript").is_visible()
    page.locator("#compare_actors").get_by_role("link", name="Sergey Lavrov").click()
    page.wait_for_url("**/actors/sergey-lavrov/")
    context.close()


def test_on_a_phone_each_side_is_named_and_nothing_runs_out_of_the_page(
    page: Page, site: Site, axe: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    opened(page, site, PAIR)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    named = "getComputedStyle(document.querySelector('td[data-q]'), '::before').content"
    assert page.evaluate(named) == '"Emmanuel Macron"'
    assert page.locator("td:empty").first.is_hidden()
    assert findings(page, axe) == []
