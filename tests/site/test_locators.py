"""Page, time and section of a statement: on its pages, in citations, links and data."""

from __future__ import annotations

import csv
import io
import json

import pytest
from factsheets.content.article import Locator
from factsheets.data import head, references
from factsheets.history.fields import changed_fields
from factsheets.site.views import citation
from factsheets.site.views.locators import located_url, locator_text
from factsheets.site.views.site import Site
from factsheets.site.views.source import source_view

from tests.helpers.builders import (
    ARTICLE,
    article,
    checked,
    fact,
    html_pages,
    open_data,
    plain_pages,
    site,
)

FRAGMENT = "#:~:text=the%20bridge"


def one(kind: str = "report", **fields: str) -> Site:
    """A site with one statement of the article `a`."""
    text = article(fact(**{"paragraph": "", **fields}), head=f"{ARTICLE}kind: {kind}\n")
    return site({"content/facts/a.yaml": text}, text=None)


@pytest.mark.parametrize(
    ("locator", "text"),
    [
        (Locator(2), "¶2"),
        (Locator(page="12"), "p. 12"),
        (Locator(page="12-13"), "pp. 12-13"),
        (Locator(time="00:14:05"), "at 00:14:05"),
        (Locator(section="3.1"), "section 3.1"),
        (Locator(2, "iv", "01:00:00", "Annex"), "¶2, section Annex, p. iv, at 01:00:00"),
        (Locator(), ""),
    ],
)
def test_a_locator_reads_the_same_everywhere(locator: Locator, text: str) -> None:
    assert locator_text(locator) == text


def test_every_page_prints_page_time_and_section() -> None:
    found = one(page="12", time="14:05", section="Annex B")
    assert found.statements["one"].reference == "Gazette section Annex B, p. 12, at 00:14:05"
    for path in ("facts/one/", "sources/a/", "actors/ada/"):
        for pages in (plain_pages(found), html_pages(found)):
            assert "section Annex B, p. 12, at 00:14:05" in pages[path], path


def test_a_source_lists_places_without_a_paragraph_after_its_paragraphs() -> None:
    facts = (
        fact("late", paragraph="", page="12"),
        fact("early", paragraph="", page="3"),
        fact("second", paragraph="2"),
    )
    found = site({"content/facts/a.yaml": article(*facts)})
    view = source_view(found, "a")
    names = [each.name for each in view.paragraphs]
    assert names == ["Paragraph 2", "p. 3", "p. 12"]
    assert [each.id for each in view.statements] == ["early", "late", "second"]
    page = html_pages(found)["sources/a/"]
    assert 'id="p2"' in page
    assert 'id="pNone"' not in page


def test_evidence_of_another_place_is_named_with_the_statement() -> None:
    also = "[{page: 14}, {page: 3}]"
    view = one(page="12", also=also).statements["one"]
    assert view.locators == "p. 3, p. 12, p. 14"


@pytest.mark.parametrize(
    ("fields", "cited", "csl", "bibtex", "ris"),
    [
        ({"page": "2-3"}, "pp. 2-3", ("2-3", "page"), "pages = {2--3}", "SP  - 2\nEP  - 3\n"),
        ({"page": "iv"}, "p. iv", ("iv", "page"), "pages = {iv}", "SP  - iv\n"),
        ({"time": "9:05"}, "at 00:09:05", ("00:09:05", "timestamp"), "At 00:09:05.", "At 00:09:05"),
        ({"section": "3.1"}, "section 3.1", ("3.1", "section"), "Section 3.1.", "Section 3.1."),
        ({"paragraph": "2"}, "paragraph 2", ("2", "paragraph"), "Paragraph 2.", "Paragraph 2."),
    ],
)  # fmt: skip
def test_citations_name_the_place(
    fields: dict[str, str], cited: str, csl: tuple[str, str], bibtex: str, ris: str
) -> None:
    found = one(**fields)
    view = found.statements["one"]
    reference = references.of_statement(found, view)
    assert f"3 May 2025, {cited}, https://" in citation.of_statement(found, view)
    assert (reference.csl["locator"], reference.csl["label"]) == csl
    assert bibtex in reference.bibtex
    assert ris in reference.ris


@pytest.mark.parametrize(
    ("url", "kind", "locator", "expected"),
    [
        ("https://a.example/r.pdf", "report", Locator(page="12"), "https://a.example/r.pdf#page=12"),
        ("https://a.example/r.PDF?x=1", "report", Locator(page="12-13"), "https://a.example/r.PDF?x=1#page=12"),
        ("https://a.example/r.pdf", "report", Locator(page="iv"), "https://a.example/r.pdf"),
        ("https://a.example/r", "report", Locator(page="12"), f"https://a.example/r{FRAGMENT}"),
        ("https://a.example/r.pdf#toc", "report", Locator(page="12"), "https://a.example/r.pdf#toc"),
        ("https://a.example/talk", "recording", Locator(time="00:14:05"), "https://a.example/talk#t=845:~:text=the%20bridge"),
        ("https://a.example/talk", "article", Locator(time="00:14:05"), f"https://a.example/talk{FRAGMENT}"),
        ("https://www.youtube.com/watch?v=x_1&t=3s", "recording", Locator(time="00:14:05"), "https://www.youtube.com/watch?v=x_1&t=845s"),
        ("https://youtu.be/x_1", "post", Locator(time="00:14:05"), "https://youtu.be/x_1?t=845s"),
        ("https://youtu.be/x_1", "recording", Locator(paragraph=2), f"https://youtu.be/x_1{FRAGMENT}"),
    ],
)  # fmt: skip
def test_links_open_a_source_at_the_place(
    url: str, kind: str, locator: Locator, expected: str
) -> None:
    assert located_url(url, kind, locator, FRAGMENT) == expected


def test_data_has_page_time_and_section() -> None:
    found = one(page="12", time="14:05", section="3.1")
    files = {path: b"".join(pieces) for path, pieces in open_data(found)}
    (row,) = json.loads(files["data/facts.json"])
    names = ("paragraph", "page", "time", "section")
    expected = [None, "12", "00:14:05", "3.1"]
    assert [row["evidence"][0][name] for name in names] == expected
    (cells,) = csv.DictReader(io.StringIO(files["data/facts.csv"].decode()))
    assert [cells[name] for name in names] == ["", *expected[1:]]


def test_programs_are_told_the_part_that_has_the_words() -> None:
    def part(**fields: str) -> object:
        return head.of_statement(one(**fields), "one")["appearance"][0].get("hasPart")

    assert part(time="14:05") == {"@type": "Clip", "startOffset": 845}
    assert part(page="12") == {"@type": "Article", "pagination": "12"}
    assert part(paragraph="2") is None


def test_a_link_says_what_it_opens() -> None:
    pdf = ARTICLE.replace("gazette.example/1", "gazette.example/r.pdf")
    text = article(fact(page="12", quote='"painted every railing twice"'), head=pdf)
    view = site({"content/facts/a.yaml": text}).statements["one"]
    assert view.open_text == "Open the article, p. 12 (gazette.example)"
    assert view.evidence[0].open_url.endswith("r.pdf#page=12")
    assert one(section="3").statements["one"].open_text == "Open the article (gazette.example)"


def test_a_changed_page_is_a_change_and_no_correction() -> None:
    before = checked({"content/facts/a.yaml": article(fact(page="12", also="[{time: 14:05}]"))})
    after = checked({"content/facts/a.yaml": article(fact(page="13", also="[{time: 14:06}]"))})
    assert before.value
    assert after.value
    was, now = (each.value.statements["one"].fact for each in (before, after) if each.value)
    details = list(changed_fields(was, now, before.value, after.value))
    assert [(each.field, each.was, each.now) for each in details] == [
        ("page", "12", "13"),
        ("further evidence", "the same article at 00:14:05", "the same article at 00:14:06"),
    ]
