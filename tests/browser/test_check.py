"""The page that compares a citation, in a real browser: under the policy, off the network."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser

from generator.export.citecheck import Known, checked
from tests.browser.sites import Site
from tests.exported import files_of

pytestmark = pytest.mark.browser

SENTENCE = "26 countries will send troops to Ukraine."


def known() -> tuple[Known, ...]:
    rows = json.loads(files_of("own")["data/check.json"])["statements"]
    lists = ("quotes", "names", "figures")
    return tuple(Known(**{**row, **{key: tuple(row[key]) for key in lists}}) for row in rows)


def test_a_sentence_is_compared_in_the_page_without_the_network(
    browser: Browser, site: Site
) -> None:
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    with page.expect_response("**/data/check.json"):
        page.goto(f"{site.address}check/")
    page.wait_for_load_state("networkidle")
    context.set_offline(offline=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Sentence, or several").fill(SENTENCE)
    page.get_by_role("button", name="Compare").click()
    page.locator("#check_results section").wait_for()
    nearest = checked(SENTENCE, known())[0].matches[0]
    shown = page.locator("#check_results > section").first.locator("ol > li").first
    assert shown.locator("a").inner_text() == nearest.heading
    assert shown.locator("ul li").all_inner_texts() == [
        f"{each.how.capitalize()} {each.text}" for each in nearest.differences
    ]
    assert "1 with a difference" in page.locator("#check_state").inner_text()
    assert asked == []
    assert said == []
    context.close()


def test_markup_in_a_sentence_stays_text(browser: Browser, site: Site) -> None:
    page = browser.new_page()
    page.goto(f"{site.address}check/")
    page.get_by_label("Sentence, or several").fill("<img src=x onerror=alert(1)> 26 countries")
    page.get_by_role("button", name="Compare").click()
    page.locator("#check_results section").wait_for()
    assert page.locator("#check_results img").count() == 0
    assert "<img src=x" in page.locator("#check_results h2").inner_text()
    page.close()


def test_no_other_page_loads_the_comparison(browser: Browser, site: Site) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site.address}facts/macron-26-countries/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "check" in url.removeprefix(site.address)]
    page.close()
