"""Accessibility: axe-core finds nothing, and a keyboard is enough."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import HARD, KINDS
from tests.browser.sites import Site

pytestmark = pytest.mark.browser

_RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_WIDTHS = (320, 768, 1280)


def findings(page: Page, axe: str) -> list[str]:
    """What axe-core has to say, a line each with the first places."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    found: dict[str, Any] = page.evaluate(
        "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", list(_RULES)
    )
    return [
        f"{each['id']}: {each['help']}: {[node['target'] for node in each['nodes']][:3]}"
        for each in found["violations"]
    ]


@pytest.fixture(scope="session")
def axe(node_modules: Path) -> str:
    return (node_modules / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def check(page: Page, address: str, axe: str) -> None:
    """No finding at any width, by day and by night."""
    page.goto(address)
    for width in _WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="light")
        assert findings(page, axe) == [], f"{address}, light, {width} px"
        page.emulate_media(color_scheme="dark")
        assert findings(page, axe) == [], f"{address}, dark, {width} px"


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(page: Page, site: Site, axe: str, kind: str) -> None:
    check(page, site.address + KINDS[kind], axe)


@pytest.mark.parametrize("kind", HARD)
def test_axe_finds_nothing_in_content_that_is_hard_to_lay_out(
    page: Page, hard: Site, axe: str, kind: str
) -> None:
    check(page, hard.address + HARD[kind], axe)


def test_axe_finds_nothing_while_the_menu_is_open(page: Page, site: Site, axe: str) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(site.address)
    page.get_by_role("button", name="Menu").click()
    assert page.get_by_role("link", name="Topics").first.is_visible()
    assert findings(page, axe) == []


_FOCUSED = """() => {
  const it = document.activeElement;
  if (!it || it === document.body) return null;
  const style = getComputedStyle(it.matches('input[type=radio]') ? it.nextElementSibling : it);
  const box = it.getBoundingClientRect();
  const name = it.tagName + ' ' + (it.getAttribute('href') || it.id || it.textContent).slice(0, 60);
  const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  return [name, seen, box.width > 0 && box.height > 0];
}"""
# What a keyboard must reach; of a group of radio buttons it enters one.
_REACHABLE = """() => [...document.querySelectorAll(
  'a[href], button, input:not([type=radio]), summary, [tabindex="0"]')]
  .filter(it => it.checkVisibility() && !it.disabled).length
  + (document.querySelector('input[type=radio]') ? 1 : 0)"""


@pytest.mark.parametrize(
    "path", ["", KINDS["topic"], KINDS["statement, quoted"], KINDS["list of statements"]]
)
@pytest.mark.parametrize("width", [390, 1280])
def test_a_keyboard_reaches_everything_and_shows_where_it_is(
    page: Page, site: Site, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site.address + path)
    expected: int = page.evaluate(_REACHABLE)
    reached = 0
    for _ in range(expected + 5):
        page.keyboard.press("Tab")
        focused: list[Any] | None = page.evaluate(_FOCUSED)
        if focused is None:
            break
        name, seen, sized = focused
        assert seen, f"no focus to be seen on {name}"
        assert sized, f"focus on something without a size: {name}"
        reached += 1
    assert reached == expected, "the keyboard misses something, or is trapped"


def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(site.address)
    topics = page.locator("#site_sections").get_by_role("link", name="Topics")
    assert not topics.is_visible()
    page.get_by_role("button", name="Menu").focus()
    page.keyboard.press("Enter")
    assert topics.is_visible()
    page.keyboard.press("Escape")
    assert not topics.is_visible()


def test_the_filter_works_with_arrow_keys(page: Page, site: Site) -> None:
    page.goto(site.address + KINDS["topic"])
    every = page.locator(".st").count()
    page.locator("#fh-all").focus()
    page.keyboard.press("ArrowRight")
    left = page.locator(".st:visible")
    assert 0 < left.count() < every
    assert set(left.evaluate_all("all => all.map(it => it.dataset.form)")) == {"quoted"}
    assert page.locator(".grp:visible:not(:has(.st:visible))").count() == 0


def test_a_table_keeps_its_roles_when_it_stacks(page: Page, site: Site) -> None:
    page.goto(site.address + KINDS["topic"])
    seen = []
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        # What a screen reader is given, not what the markup promises.
        tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
        roles = Counter(node["role"]["value"] for node in tree["nodes"] if not node["ignored"])
        seen.append([roles[name] for name in ("table", "row", "columnheader", "rowheader", "cell")])
    assert seen[0] == seen[1]
    assert seen[0][0] == 1
    assert min(seen[0]) > 0


def test_colours_are_chosen_by_one_button_and_kept(page: Page, site: Site) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(site.address)
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    button = page.get_by_role("button", name="Colours")
    button.click()
    assert page.evaluate(paper) == light
    button.click()
    dark = page.evaluate(paper)
    assert dark != light
    page.goto(site.address + "topics/")
    assert page.evaluate(paper) == dark
    page.get_by_role("button", name="Colours").click()
    assert page.evaluate(paper) == light


_SMALL = """() => [...document.querySelectorAll(
  '.ref, .st-meta a, .st-not a, .pager a, .jump a, a.chip')]
  .filter(it => it.checkVisibility())
  .map(it => [it.textContent, it.getBoundingClientRect()])
  .filter(([, box]) => box.width < 24 || box.height < 24)
  .map(([text, box]) => [text, box.width, box.height])"""


def test_references_are_large_enough_for_a_finger(page: Page, hard: Site) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    for path in ("topics/states/", "topics/everything/", "facts/state-corrected/"):
        page.goto(hard.address + path)
        assert page.evaluate(_SMALL) == [], path


def test_references_that_read_alike_have_names_of_their_own(page: Page, site: Site) -> None:
    page.goto(site.address + KINDS["topic"])
    found = page.locator(".kept a.ref[title]").evaluate_all(
        "all => all.map(it => [it.ariaLabel, it.textContent, it.href])"
    )
    places = {(name, href) for name, _, href in found}
    assert len({name for name, _ in places}) == len(places) > 1
    assert all(name.startswith(text) for name, text, _ in found)


def test_forced_colours_keep_the_current_section(page: Page, site: Site) -> None:
    page.emulate_media(forced_colors="active")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(site.address + KINDS["topic"])
    colours = page.locator(".head-nav a").evaluate_all(
        "all => all.map(it => [it.ariaCurrent !== null, getComputedStyle(it).borderBottomColor])"
    )
    here = {colour for is_here, colour in colours if is_here}
    assert len(here) == 1
    assert not here & {colour for is_here, colour in colours if not is_here}


def test_a_quotation_that_runs_to_the_left_has_its_rule_on_the_right(
    page: Page, hard: Site
) -> None:
    page.goto(hard.address + "facts/foreign-ar/")
    sides = page.locator("blockquote[dir=rtl]").evaluate(
        "it => [getComputedStyle(it).borderLeftWidth, getComputedStyle(it).borderRightWidth]"
    )
    assert sides == ["0px", "3px"]


def test_axe_finds_nothing_in_components_of_material(page: Page, decorated: Site, axe: str) -> None:
    page.emulate_media(reduced_motion="reduce")  # no colour is measured on its way
    for path in ("", "components/", "topics/"):
        check(page, decorated.address + path, axe)
