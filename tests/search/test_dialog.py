"""The dialog of the header and the page /search/, as people use them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from tests.browser.sites import Site, served

pytestmark = pytest.mark.browser
RECORDS = ", ".join(
    f"main a[href*='/{kind}/']:not([href$='/{kind}/'])" for kind in ("facts", "actors", "topics")
)


def opened(page: Page, site: Site, words: str) -> None:
    page.goto(site.address)
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.locator("#find_found a").first.wait_for()


def test_nothing_of_the_search_is_loaded_before_it_is_opened(page: Page, site: Site) -> None:
    loaded: list[str] = []
    page.on("response", lambda response: loaded.append(response.url))
    page.goto(site.address, wait_until="networkidle")
    names = {url.removeprefix(site.address) for url in loaded}
    frame = {f"assets/{name}" for name in ("icon.svg", "print.css", "site.css", "site.js")}
    assert {"", "assets/site.js"} <= names <= {"", *frame}
    page.keyboard.press("/")
    page.keyboard.type("macron")
    page.locator("#find_found a").first.wait_for()
    assert any("/pagefind/" in url for url in loaded)
    assert any(url.endswith("/pagefind/pagefind.js") for url in loaded)


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
def test_a_key_opens_it_and_no_letter_is_lost(page: Page, site: Site, key: str) -> None:
    page.goto(site.address)
    page.keyboard.press(key)
    page.keyboard.type("macron")
    expect(page.locator("#find_words")).to_have_value("macron")
    expect(page.locator("#find_words")).to_be_focused()


def test_a_slash_in_a_field_stays_a_slash(page: Page, site: Site) -> None:
    page.goto(site.address)
    page.keyboard.press("/")
    page.keyboard.type("1/2")
    expect(page.locator("#find_words")).to_have_value("1/2")


def test_arrows_move_and_enter_opens(page: Page, site: Site) -> None:
    opened(page, site, "reveal its cards")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#find_found a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#find_words")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/facts/macron-size-declined/")


def test_enter_right_after_the_words_opens_the_first_result(page: Page, site: Site) -> None:
    page.goto(site.address)
    page.keyboard.press("/")
    page.keyboard.type("macron-26-countries")
    page.keyboard.press("Enter")
    page.wait_for_url("**/facts/macron-26-countries/")


def test_escape_closes_and_gives_the_focus_back(page: Page, site: Site) -> None:
    page.goto(site.address)
    page.locator("#find_open").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#find_dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#find_dialog")).to_be_hidden()
    expect(page.locator("#find_open")).to_be_focused()


def test_a_hit_names_speaker_date_and_publisher_and_marks_the_words(page: Page, site: Site) -> None:
    opened(page, site, "support capacity")
    hit = page.locator("#find_found a").first
    line = "Emmanuel Macron · said 4 Sep 2025, inferred from the dateline · TASS"
    expect(hit.locator(".hit-line")).to_have_text(line)
    expect(hit.locator("mark").filter(has_text="capacity")).to_have_count(1)
    expect(page.locator("#find_state")).to_have_text("1 result.")


def mistakes(page: Page, node_modules: Path) -> str:
    """What axe finds, beside the page's policy, which allows no script from here."""
    axe = (node_modules / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    script = """;axe.run(document).then(({ violations }) =>
        JSON.stringify(violations.map((each) => [each.id, each.nodes.map((n) => n.html)])))"""
    given = {"expression": axe + script, "awaitPromise": True, "returnByValue": True}
    session = page.context.new_cdp_session(page)
    return str(session.send("Runtime.evaluate", given)["result"]["value"])


def test_axe_finds_no_mistake(page: Page, site: Site, node_modules: Path) -> None:
    opened(page, site, "macron")
    assert mistakes(page, node_modules) == "[]"
    page.goto(f"{site.address}search/?q=macron&speaker=emmanuel-macron")
    page.locator("#find_facets summary").first.wait_for()
    assert mistakes(page, node_modules) == "[]"


def test_it_fits_a_narrow_phone(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    opened(page, site, "macron")
    box = page.locator("#find_dialog").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    page.goto(f"{site.address}search/?q=macron")
    page.locator("#find_page_found a").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_no_message_stands_in_the_console(page: Page, site: Site) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    opened(page, site, "macron")
    page.goto(f"{site.address}search/?q=macron")
    page.locator("#find_page_found a").first.wait_for()
    page.locator("#find_facets summary").first.wait_for()
    assert said == []


def test_without_javascript_the_page_leads_to_the_lists(browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.address)
    page.locator("#find_open").click()
    page.wait_for_url("**/search/")
    expect(page.locator("main")).to_contain_text("needs JavaScript")
    for name in ("statements", "actors", "topics"):
        expect(page.locator("main").get_by_role("link", name=name)).to_be_visible()
    context.close()


def test_before_the_results_no_link_to_a_record_stands_there(page: Page, site: Site) -> None:
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(f"{site.address}search/?q=macron")
    expect(page.locator("#find_page_state")).to_contain_text("not available")
    assert page.locator(RECORDS).count() == 0
    expect(page.locator("#find_page_state").get_by_role("link", name="actors")).to_be_visible()


def test_a_site_without_pagefind_says_so(page: Page, site: Site, tmp_path: Path) -> None:
    shutil.copytree(site.folder, tmp_path / "site", ignore=shutil.ignore_patterns("pagefind"))
    with served(tmp_path / "site") as without:
        page.goto(without.address)
        page.keyboard.press("/")
        page.keyboard.type("macron")
        expect(page.locator("#find_state")).to_have_text("The search could not be loaded.")
        expect(page.locator("#find_more").get_by_role("link", name="topics")).to_be_visible()


def test_facets_narrow_count_and_are_cleared_at_once(page: Page, site: Site) -> None:
    page.goto(f"{site.address}search/?q=ukraine&speaker=emmanuel-macron&topic=security-guarantees")
    page.locator("#find_facets summary").first.wait_for()
    lines = page.locator("#find_page_found .hit-line").all_inner_texts()
    assert lines
    assert all(line.startswith("Emmanuel Macron") for line in lines)
    chosen = page.locator("#find_facets input:checked")
    assert sorted(chosen.evaluate_all("all => all.map(one => one.value)")) == [
        "emmanuel-macron",
        "security-guarantees",
    ]
    other = page.locator("#find_facets input[value='sergey-lavrov']")
    number = int(page.locator(f"label[for='{other.get_attribute('id')}'] .find-count").inner_text())
    before = len(lines)
    other.check()
    expect(page.locator("#find_page_found .hit")).to_have_count(before + number)
    assert "speaker=sergey-lavrov" in page.url
    page.get_by_role("button", name="Clear all filters").click()
    expect(page.locator("#find_facets input:checked")).to_have_count(0)
    assert page.url.endswith("?q=ukraine")


def test_results_can_stand_newest_first(page: Page, harbours: Site) -> None:
    page.goto(f"{harbours.address}search/?speaker=oksana-hrytsenko&sort=date")
    page.locator("#find_page_found a").first.wait_for()
    days = [line.split(" · ")[1] for line in page.locator(".hit-line").all_inner_texts()]
    assert days[-1] == "said 1 Nov 2023, stated"
    assert days[0] == "said 11 Apr 2024, stated"
    assert len(days) == 4
    order = page.get_by_label("Order")
    expect(order).to_have_value("date")
    order.select_option("Best first")
    page.wait_for_url("**/search/?speaker=oksana-hrytsenko")


def records(page: Page, site: Site, address: str) -> list[str]:
    """The records on /search/ at this address, when its facets are there as well."""
    page.goto(f"{site.address}search/{address}")
    page.locator("#find_facets summary").first.wait_for()
    links = page.locator("main #find_page_found a").evaluate_all("all => all.map(one => one.href)")
    return [str(link).removeprefix(site.address).strip("/") for link in links]


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("?status=superseded", {"alvarez-dues-old"}),
        ("?year=2023&publisher=state-wire&topic=lighthouse", {"muller-breakwater"}),
        ("?how=quoted&speaker=jorg-muller&year=2024",
         {"muller-dues-refused", "muller-lighthouse-keep"}),
        ("?q=lighthouse&speaker=Jörg+Müller", {"muller-lighthouse-keep", "muller-breakwater"}),
        ("?q=grain&how=quoted&how=paraphrased&year=2024&about=northern-league", set()),
        ("?topic=Harbour+dues&about=northern-league&speaker=jorg-muller&speaker=ines-alvarez",
         {"alvarez-dues-47", "muller-dues-refused"}),
    ],
)  # fmt: skip
def test_an_address_can_carry_words_and_facets(
    page: Page, harbours: Site, address: str, found: set[str]
) -> None:
    assert set(records(page, harbours, address)) == {f"facts/{each}" for each in found}


def test_the_counts_are_those_of_the_results(page: Page, harbours: Site) -> None:
    records(page, harbours, "?q=harbours")
    boxes = page.locator("#find_facets input").evaluate_all(
        """all => all.map(one => [one.name, one.value,
            Number(document.querySelector(`label[for="${one.id}"] .find-count`).textContent)])"""
    )
    assert len(boxes) > 8
    for name, value, count in boxes:
        assert len(records(page, harbours, f"?q=harbours&{name}={value}")) == count, (name, value)


def test_facets_are_chosen_by_keyboard_alone(page: Page, harbours: Site) -> None:
    records(page, harbours, "?q=lighthouse")
    box = page.locator("#find_facets input[value='jorg-muller']")
    box.focus()
    page.keyboard.press("Space")
    expect(page.locator("#find_page_found .hit")).to_have_count(2)
    expect(page.locator("#find_facets input[value='jorg-muller']")).to_be_focused()
    page.locator("#find_clear").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#find_facets input:checked")).to_have_count(0)
    expect(page.locator("#find_page_words")).to_be_focused()


def test_the_search_weighs_little(page: Page, site: Site) -> None:
    """What every search needs; `measure.py` has the figures of a large site."""
    sizes: list[int] = []

    def weigh(response: Response) -> None:
        sizes.append(int(response.headers.get("content-length", 0)))

    page.goto(site.address, wait_until="networkidle")
    page.on("response", weigh)
    page.keyboard.press("/")
    page.keyboard.type("m")
    page.locator("#find_found a").first.wait_for()
    assert 0 < sum(sizes) < 180_000
