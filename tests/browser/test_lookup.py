"""The page that looks up sentences, in a real browser: under the policy, off the network."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.sites import Site, served
from tests.data.test_lookup import looked_up
from tests.helpers.lookup import CASES, SCRIPTS, case, texts

pytestmark = pytest.mark.browser

SENTENCE = "Lavrov said on 14 October that 30 countries “will send troops” to Georgia."


def look_up(page: Page, text: str) -> None:
    page.get_by_label("Text to look up").fill(text)
    page.get_by_role("button", name="Look up").click()
    page.locator("#lookup_results section").first.wait_for()


def test_a_sentence_is_looked_up_without_the_network(browser: Browser, site: Site) -> None:
    context = browser.new_context()
    page = context.new_page()
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    with page.expect_response("**/data/check/0.json"):
        page.goto(f"{site.address}check/")
    page.wait_for_load_state("networkidle")
    context.set_offline(offline=True)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    look_up(page, "Macron said that 30 countries have committed to deploying troops to Ukraine.")
    first = page.locator("#lookup_results li").first
    assert first.get_by_role("link").get_attribute("href") == "../facts/macron-26-countries/"
    assert first.locator(".lookup-marks li").all_inner_texts() == ["Number: “30”"]
    shown = first.locator("dl").inner_text()
    for kept in (
        "Emmanuel Macron",
        "TASS, Russian state news agency",
        "when a ceasefire or peace agreement is reached",
        "once there is a ceasefire or a peace agreement",
        "Said 4 Sep 2025, inferred from the dateline",
        "26: countries",
        "that all 26 would send troops",
    ):
        assert kept in shown
    assert requests == []
    assert messages == []
    context.close()


def test_every_difference_is_marked_and_nothing_is_judged(browser: Browser, site: Site) -> None:
    page = browser.new_page()
    page.goto(f"{site.address}check/")
    look_up(page, f"{SENTENCE}\n\nThe weather in Lisbon will be sunny tomorrow.")
    changed, unlike = page.locator("#lookup_results section").all()
    marks = changed.locator(".lookup-marks").first.inner_text()
    for word in ("“Lavrov”", "“30”", "“14 October”", "“Georgia”", "“will send troops”"):
        assert word in marks
    assert "No statement here resembles this sentence." in unlike.inner_text()
    assert "1 of 2." in page.locator("#lookup_state").inner_text()
    assert "does not say whether a sentence is right" in page.content()
    assert "nothing lost" not in page.content().lower()
    look_up(page, "35 participants attended the meeting.")
    assert page.locator("[data-field=quotes]").first.inner_html() == "None recorded."
    page.close()


def test_markup_in_a_sentence_stays_text(browser: Browser, site: Site) -> None:
    page = browser.new_page()
    page.goto(f"{site.address}check/")
    look_up(page, "<img src=x onerror=alert(1)> 26 countries")
    assert page.locator("#lookup_results img").count() == 0
    assert "<img src=x" in page.locator("#lookup_results section").inner_text()
    look_up(page, "Macron said that 26 countries have “paid $$5 and $& more”.")
    marks = page.locator("#lookup_results section .lookup-marks").first.inner_text()
    assert "“paid $$5 and $& more”" in marks
    page.close()


def test_the_page_works_with_the_keyboard_alone(browser: Browser, site: Site) -> None:
    page = browser.new_page()
    page.goto(f"{site.address}check/")
    page.get_by_label("Text to look up").focus()
    page.keyboard.type("35 participants attended the meeting, Macron said.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("#lookup_results section").wait_for()
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.getAttribute('href')")
    assert focused == "../facts/macron-35-participants/"
    page.close()


def test_no_other_page_loads_the_statements(browser: Browser, site: Site) -> None:
    page = browser.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{site.address}facts/macron-26-countries/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in requests if "lookup" in url or "check" in url]
    page.locator(".cite").get_by_role("link", name="Look up a sentence").click()
    page.wait_for_url("**/check/")
    page.close()


def test_without_javascript_there_is_one_sentence_and_the_lists(
    browser: Browser, site: Site
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.address}check/")
    assert page.get_by_text("This page needs JavaScript").is_visible()
    assert page.locator("#lookup").is_hidden()
    context.close()


@pytest.mark.parametrize("name", CASES)
def test_the_browser_finds_what_node_finds(browser: Browser, name: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><title>Look up</title>")
    for script in (*SCRIPTS.glob("lookup-*.js"), SCRIPTS / "words.js"):
        (tmp_path / script.name).write_bytes(script.read_bytes())
    with served(tmp_path) as folder:
        page = browser.new_page()
        page.goto(f"{folder.address}index.html")
        found = page.evaluate(_LOOK, {**case(name), "texts": texts(name)})
        page.close()
    assert found == looked_up(case(name), texts(name), tmp_path)


_LOOK = """async ({ texts, ...data }) => {
  const { Lookup } = await import("/lookup-match.js");
  const lookup = new Lookup(data);
  lookup.add(data.statements);
  return JSON.parse(JSON.stringify(texts.map((text) => lookup.look(text))));
}"""


# A site with statements in more than one part


def opened(browser: Browser, site: Site, requests: list[str], *, broken: bool = False) -> Page:
    """The page with the content's statements in two parts; the second may fail."""
    first = case("first")
    parts = {"0": first["statements"][:6], "1": first["statements"][6:]}
    head = {**first, "parts": 2}

    def answer(route: Route) -> None:
        name = Path(urlsplit(route.request.url).path).stem
        requests.append(name)
        if broken and name == "1":
            route.abort()
        else:
            route.fulfill(body=json.dumps(parts.get(name, head)))

    page = browser.new_page()
    page.route("**/data/check**", answer)
    page.goto(f"{site.address}check/")
    page.wait_for_load_state("networkidle")
    return page


def test_all_parts_are_loaded_whatever_the_sentence_is_about(browser: Browser, site: Site) -> None:
    requests: list[str] = []
    page = opened(browser, site, requests)
    look_up(page, "35 participants attended the meeting, Macron said.")
    assert [name for name in requests if name != "check"] == ["0", "1"]
    look_up(page, "Something else, said Lavrov.")
    assert [name for name in requests if name != "check"] == ["0", "1"]
    page.close()


def test_a_part_that_fails_is_told_and_asked_for_again(browser: Browser, site: Site) -> None:
    requests: list[str] = []
    page = opened(browser, site, requests, broken=True)
    look_up(page, "35 participants attended the meeting, Macron said.")
    assert "Not all statements could be loaded." in page.locator("#lookup_state").inner_text()
    page.get_by_role("button", name="Look up").click()
    page.wait_for_timeout(200)
    assert requests.count("1") == 2
    page.close()
