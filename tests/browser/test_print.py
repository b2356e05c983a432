"""On paper: a sheet of at most two pages, then every statement."""

from __future__ import annotations

import io
import re
import unicodedata

import pytest
from playwright.sync_api import Page
from pypdf import PageObject, PdfReader

from tests.browser.kinds import KINDS
from tests.browser.sites import Site

pytestmark = pytest.mark.browser


def printed(page: Page, address: str) -> list[str]:
    """The text of each printed page."""
    page.goto(address)
    paper = page.pdf(prefer_css_page_size=True)
    return [_words(each) for each in PdfReader(io.BytesIO(paper)).pages]


def _words(sheet: PageObject) -> str:
    """The text of a page: one space between words, ligatures as letters."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", sheet.extract_text()))


def first_with(pages: list[str], words: str) -> int:
    """The number of the first page with these words."""
    return next(number for number, text in enumerate(pages, start=1) if words in text)


def test_a_topic_prints_as_a_sheet_of_two_pages_and_then_every_statement(
    page: Page, site: Site
) -> None:
    pages = printed(page, site.address + KINDS["topic"])
    start = first_with(pages, "All statements")
    assert start <= 3
    sheet = " ".join(pages[: start - 1])
    parts = "In brief, Figures, Who says what, Where accounts differ, What is missing, Sources"
    for each in (*parts.split(", "), "https://tass.com/world/2012443", "version of"):
        assert each in sheet, each
    assert "https://attributed.example/topics/troops-after-ceasefire/" in sheet
    assert "once there is a ceasefire or a peace agreement" in sheet


@pytest.mark.parametrize("path", ["actors/emmanuel-macron/", "actors/russia/", "actors/tass/"])
def test_an_actor_prints_as_a_sheet_of_two_pages(page: Page, site: Site, path: str) -> None:
    pages = printed(page, site.address + path)
    headings = page.locator("h2.statements").all_inner_texts()
    if headings:
        assert first_with(pages, headings[0]) <= 3
    else:
        assert len(pages) <= 2


@pytest.mark.parametrize(
    "path",
    [
        "topics/everything/",
        "topics/states/",
        "actors/speaker-1/",
        "actors/league/",
        "actors/upland/",
        "actors/marked/",
    ],
)
def test_a_sheet_keeps_to_two_pages_however_much_there_is(
    page: Page, hard: Site, path: str
) -> None:
    pages = printed(page, hard.address + path)
    *parts, statements = page.evaluate(_PARTS)
    start = next(n for n, text in enumerate(pages, start=1) if _begins(text, statements))
    assert start <= 3
    sheet = " ".join(pages[: start - 1])
    for heading in parts:
        assert heading in sheet, heading
    assert f"https://attributed.example/{path}" in sheet
    page.emulate_media(media="print")
    for list_of, note in page.evaluate(_CUT):
        assert note in sheet.replace("None of", "0 of"), note
        assert note.startswith(f"{list_of[0]} of {list_of[0] + list_of[1]} "), note


# The headings of the sheet, and the one of the statements behind it.
_PARTS = """() => {
  const all = [...document.querySelectorAll('h2:not(.unprinted)')];
  return all.slice(0, all.findIndex(it => it.matches('.statements')) + 1).map(it => it.innerText);
}"""


def _begins(text: str, words: str) -> bool:
    """Whether a page begins with these words, behind its foot; a long word may be broken."""
    bare = re.sub(r"^\d+ / \d+\S+, \S+", "", text).replace(" ", "")
    return bare.startswith(words.replace(" ", ""))


# Every line that says how much of a list is printed, with what is printed of it and what is not.
_CUT = """() => [...document.querySelectorAll('p.cut')].map(line => {
  const section = [];
  for (let it = line.previousElementSibling; it.tagName !== 'H2'; it = it.previousElementSibling)
    section.push(it);
  const items = half => section.flatMap(it =>
    it.matches('.pos') ? [...it.querySelectorAll(`tbody.${half} > tr`)]
    : !it.matches('.' + half) ? []
    : it.matches('.differ') ? [...it.children]
    : [...it.querySelectorAll('li, dt')]);
  return [[items('kept').length, items('beyond').length],
          line.textContent.replace('None of', '0 of')];
})"""


def test_what_a_sheet_leaves_out_is_on_the_screen(page: Page, hard: Site) -> None:
    page.goto(hard.address + "topics/everything/")
    beyond = page.locator(".beyond li, .beyond tr, .differ.beyond p")
    assert beyond.count() > 10
    assert all(each.is_visible() for each in beyond.all())
    assert not page.locator("p.cut").first.is_visible()
    page.emulate_media(media="print")
    assert not any(each.is_visible() for each in beyond.all())


def test_every_quotation_speaker_date_and_publisher_is_printed(page: Page, site: Site) -> None:
    page.goto(site.address + KINDS["topic"])
    # A filter that is set must not be printed.
    page.locator("label[for=fh-quoted]").click()
    cards = page.locator(".st")
    wanted = cards.evaluate_all(
        "all => all.flatMap(it => [it.querySelector('h4').textContent,"
        " ...[...it.querySelectorAll('blockquote p, .st-words, .st-meta, .st-not')]"
        ".map(p => p.textContent)])"
    )
    page.emulate_media(media="print")
    assert page.locator(".st:visible").count() == cards.count()
    page.emulate_media()
    text = "".join(map(_words, PdfReader(io.BytesIO(page.pdf())).pages)).replace(" ", "")
    for each in wanted:
        assert re.sub(r"\s+", "", each) in text, each


def test_a_printed_page_ends_with_its_address(page: Page, site: Site) -> None:
    pages = printed(page, site.address + KINDS["statement, quoted"])
    assert "https://attributed.example/facts/macron-26-countries/" in pages[-1]
    assert "Search" not in " ".join(pages)


def test_every_printed_page_has_the_site_and_the_address_at_its_foot(
    page: Page, site: Site
) -> None:
    pages = printed(page, site.address + KINDS["topic"])
    assert len(pages) > 2
    for text in pages:
        assert "Attributed, https://attributed.example/topics/troops-after-ceasefire/" in text
