"""The page that compares a citation, in a real browser: under the policy, off the network."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from factsheets.data.citecheck.compare import checked
from factsheets.data.citecheck.known import Known
from factsheets.data.citecheck.published import published
from factsheets.site.views.pages import STATEMENTS_IN_A_PART
from playwright.sync_api import Browser, Page, Route

from tests.browser.sites import Site, served
from tests.helpers.citations import (
    GOLDENS,
    found_by_the_program,
    lay_out_page,
    own_statements,
    statements_of,
    texts_of,
)

pytestmark = pytest.mark.browser

SENTENCE = "26 countries will send troops to Ukraine."


def test_a_sentence_is_compared_in_the_page_without_the_network(
    browser: Browser, site: Site
) -> None:
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    with page.expect_response("**/data/check/0.json"):
        page.goto(f"{site.address}check/")
    page.wait_for_load_state("networkidle")
    context.set_offline(offline=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Sentence, or several").fill(SENTENCE)
    page.get_by_role("button", name="Compare").click()
    page.locator("#check_results section").wait_for()
    nearest = checked(SENTENCE, own_statements())[0].matches[0]
    shown = page.locator("#check_results > section").first.locator("ol > li").first
    assert shown.locator("a").inner_text() == nearest.heading
    assert shown.locator("ul li").all_inner_texts() == [
        f"{each.how.capitalize()} {each.text}" for each in nearest.differences
    ]
    other = f"Words that the statement does not have: {', '.join(nearest.other_words)}."
    assert nearest.other_words
    assert shown.locator("p").last.inner_text() == other
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


@pytest.mark.parametrize("name", GOLDENS)
def test_the_browser_finds_word_for_word_what_the_program_finds(
    browser: Browser, name: str, tmp_path: Path
) -> None:
    lay_out_page(tmp_path, statements_of(name))
    (tmp_path / "index.html").write_text("<!doctype html><title>Comparison</title>")
    with served(tmp_path) as folder:
        page = browser.new_page()
        page.goto(f"{folder.address}index.html")
        found = page.evaluate(_COMPARE, texts_of(name))
        page.close()
    assert found == found_by_the_program(name)


_COMPARE = """async (texts) => {
  const { Comparison } = await import("/check-compare.js");
  const read = async (name) => (await fetch(`/data/${name}`)).json();
  const part = async (number) => (await read(`check/${number}.json`)).statements;
  const holders = await (await fetch("/data/check/index.bin")).arrayBuffer();
  const made = new Comparison(await read("check.json"), new Uint8Array(holders), part);
  return Promise.all(texts.map((text) => made.checked(text)));
}"""


# A site with more statements than are loaded at once.


def many() -> list[Known]:
    """The first content's statements, and others of other words."""
    first = statements_of("first")
    others = (
        replace(
            first[0],
            id=f"other-{number:04}",
            heading=f"Somebody: word{number}",
            statement=f"word{number} stands beside word{number + 1} and the harbour",
            condition="",
            quotes=(),
        )
        for number in range(700)
    )
    return sorted((*first, *others), key=lambda each: each.id)


def opened(browser: Browser, site: Site, known: list[Known], asked: list[str]) -> Page:
    """The page with the data of these statements, and what it asks for."""
    data = {path: b"".join(pieces) for path, pieces in published(len(known), known.__getitem__)}

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path.lstrip("/")
        asked.append(path)
        route.fulfill(body=data[path])

    page = browser.new_page()
    page.route("**/data/check**", answer)
    page.goto(f"{site.address}check/")
    page.wait_for_load_state("networkidle")
    return page


def compare(page: Page, text: str) -> list[str]:
    page.get_by_label("Sentence, or several").fill(text)
    page.get_by_role("button", name="Compare").click()
    page.locator("#check_results h2", has_text=text).wait_for()
    return page.locator("#check_results > section ul li").all_inner_texts()


def test_only_the_parts_with_what_a_sentence_resembles_are_loaded(
    browser: Browser, site: Site
) -> None:
    known, asked = many(), list[str]()
    page = opened(browser, site, known, asked)
    assert sorted(asked) == ["data/check.json", "data/check/index.bin"]
    asked.clear()
    found = checked(SENTENCE, known)[0]
    lines = compare(page, SENTENCE)
    assert lines == [
        f"{each.how.capitalize()} {each.text}"
        for match in found.matches
        for each in match.differences
    ]
    parts = -(-len(known) // STATEMENTS_IN_A_PART)
    places = [each.id for each in known]
    wanted = sorted({places.index(match.id) % parts for match in found.matches})
    assert asked == [f"data/check/{number}.json" for number in wanted]
    page.close()


def test_a_site_that_was_renewed_meanwhile_is_not_compared_with(
    browser: Browser, site: Site
) -> None:
    known = many()
    page = opened(browser, site, known, [])
    page.unroute_all()
    page.route("**/data/check/**", lambda route: route.fulfill(body='{"made":"0","statements":[]}'))
    page.get_by_label("Sentence, or several").fill(SENTENCE)
    page.get_by_role("button", name="Compare").click()
    page.get_by_text("Load the page again").wait_for()
    assert page.locator("#check_results section").count() == 0
    page.close()


def test_with_all_statements_loaded_first_comparing_asks_for_nothing(
    browser: Browser, site: Site
) -> None:
    asked: list[str] = []
    page = opened(browser, site, many(), asked)
    page.get_by_role("button", name="Load all statements first").click()
    page.get_by_text("All statements are loaded.").wait_for()
    page.context.set_offline(offline=True)
    asked.clear()
    assert compare(page, SENTENCE)
    assert asked == []
    page.close()


def test_a_sentence_of_another_language_is_told_so_and_not_compared(
    browser: Browser, site: Site
) -> None:
    page = browser.new_page()
    page.goto(f"{site.address}check/")
    assert compare(page, "Макрон сказал, что 26 стран отправят войска.") == []
    assert "does not seem to be English" in page.locator("#check_results").inner_text()
    assert "1 not compared" in page.locator("#check_state").inner_text()
    page.close()
