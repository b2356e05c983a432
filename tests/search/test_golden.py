"""Golden queries in a real browser: five scripts and more, numbers, phrases, typing mistakes."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from tests.browser.sites import Site
from tests.search.golden import AMONG, FIRST, OWN_AMONG, OWN_FIRST

pytestmark = pytest.mark.browser
Asked = tuple[tuple[str, str], ...]


def results(page: Page, site: Site, query: str) -> list[str]:
    """The records that /search/ finds, best first."""
    page.goto(f"{site.address}search/?q={quote(query)}")
    page.locator("#find_page_state:not(:empty)").wait_for()
    links = page.locator("main #find_page_found a")
    found = [links.nth(at).get_attribute("href") or "" for at in range(min(links.count(), 3))]
    return [address.removeprefix(site.address).strip("/") for address in found]


def missed(page: Page, site: Site, asked: Asked, places: int) -> list[str]:
    """The queries whose page is not among the first so many."""
    found = {query: results(page, site, query)[:places] for query, _ in asked}
    return [f"{query}: {found[query]}" for query, wanted in asked if wanted not in found[query]]


def test_there_are_enough_golden_queries() -> None:
    assert len(FIRST) + len(AMONG) + len(OWN_FIRST) + len(OWN_AMONG) >= 60
    assert len({query for query, _ in (*FIRST, *AMONG)}) == len(FIRST) + len(AMONG)


def test_exact_names_and_ids_come_first(page: Page, harbours: Site) -> None:
    assert missed(page, harbours, FIRST, 1) == []


def test_the_right_page_is_among_the_first_three(page: Page, harbours: Site) -> None:
    assert missed(page, harbours, AMONG, 3) == []


def test_exact_names_of_our_own_content_come_first(page: Page, site: Site) -> None:
    assert missed(page, site, OWN_FIRST, 1) == []


def test_our_own_content_is_found(page: Page, site: Site) -> None:
    assert missed(page, site, OWN_AMONG, 3) == []


def test_a_withdrawn_statement_is_not_found(page: Page, harbours: Site) -> None:
    assert "facts/muller-withdrawn" not in results(page, harbours, "zeppelin hangar")


def test_a_superseded_statement_comes_last_and_says_so(page: Page, harbours: Site) -> None:
    page.goto(f"{harbours.address}search/?q=harbours+agreed+dues")
    page.locator("#find_page_state:not(:empty)").wait_for()
    hits = page.locator("#find_page_found .hit")
    assert hits.count() > 1
    last = hits.last
    assert "alvarez-dues-old" in (last.locator("a").get_attribute("href") or "")
    assert "Superseded" in last.inner_text()
