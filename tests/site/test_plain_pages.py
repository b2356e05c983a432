"""The plain text of every page is complete: it has every word that the page itself shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from factsheets.pipeline import check
from factsheets.pipeline.inputs import Inputs
from factsheets.site.views import site as views_site
from factsheets.site.views.dates import day_text
from factsheets.site.views.site import Site
from factsheets.site.views.topic import topic_view
from markdown import markdown
from markdown_it import MarkdownIt

from tests.helpers.builders import (
    ARTICLE,
    SETTINGS,
    TODAY,
    article,
    fact,
    files,
    pages_of,
    plain_pages,
)
from tests.helpers.example_sites import SITES, files_of
from tests.helpers.markup_texts import CONFIGS, NAMES

# What only works or makes sense in a browser, or on paper.
_LEFT_OUT = {
    "jump": "links to the parts of the page",
    "filt": "the filter of the statements",
    "cut": "what the printed page leaves out",
    "sheet-end": "what follows on the printed page",
    "tl": "the drawing of the list that follows it",
    "thead": "the headings of columns; questions follow below",
    "lookup-form": "the field for sentences",
    "template": "the forms of what is found for sentences",
    "find-form": "the search field",
}
_WITHOUT_SCRIPTS = ("noscript", "find_without", "script")
_EMPTY = frozenset(["br", "hr", "img", "input", "circle", "line"])


class _Texts(HTMLParser):
    """The texts of a page, without those that are left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._open: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        named = {tag, given.get("id") or "", *(given.get("class") or "").split()}
        if tag not in _EMPTY:
            self._open.append(not named.isdisjoint([*_LEFT_OUT, *_WITHOUT_SCRIPTS]))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _EMPTY:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if not any(self._open):
            self.found.append(data)


def texts(html: str) -> list[str]:
    parser = _Texts()
    parser.feed(html)
    parser.close()
    return parser.found


def words(text: str) -> str:
    """The words and numbers of a text, each between spaces."""
    return " ".join(["", *re.findall(r"[^\W_]+", text.casefold()), ""])


def shown(text: str) -> str:
    """The words that a page of Markdown shows."""
    renderer = MarkdownIt("commonmark")
    setattr(renderer, "normalizeLinkText", str)  # noqa: B010 - addresses as they stand
    return words(" ".join(texts(renderer.render(text))))


def rich_pages(site: Site) -> Iterator[tuple[str, str]]:
    """The HTML of every generated page, by its address."""
    made = pages_of(site)
    for page in made.all():
        if page.template:
            prose = markdown(page.prose, extensions=NAMES, extension_configs=CONFIGS)
            yield page.path, made.html(page, prose)


def compared(site: Site) -> int:
    """How many texts of pages are in their plain text; all of them have to be."""
    plain = plain_pages(site)
    number = 0
    for path, html in rich_pages(site):
        there = shown(plain[path])
        for text in map(words, texts(html)):
            assert text in there, (path, text)
            number += 1
    return number


def site_of_states() -> Site:
    """Statements that are drafts, removed, not reviewed, not checked, gone from a newer text."""
    removed = "  - id: gone\n    status: removed\n    date: 2025-06-01\n    reason: privacy\n"
    facts = article(
        fact("one", reviewed="2025-06-01"),
        fact("two", status="draft"),
        fact("three", quote="never in the text", recalled="true", event="council", place="Here"),
        removed,
    )
    draft = article(
        fact("four"),
        head=ARTICLE.replace("publisher:", "status: draft\npublisher:").replace("/1", "/2"),
    )
    given = files({"content/facts/a.yaml": facts, "content/facts/b.yaml": draft}, text=None)
    dataset = check.check(Inputs(given), TODAY, drafts=True).value
    assert dataset is not None
    return views_site.site(dataset, replace(SETTINGS, require_review=True, add="about/add/"))


def test_a_plain_page_says_what_state_a_statement_is_in() -> None:
    site = site_of_states()
    assert compared(site) > 300
    plain = plain_pages(site)
    assert "**Draft.** This statement is not published" in plain["facts/two/"]
    assert "**Draft.** This source and its statements" in plain["sources/b/"]
    assert "Removed on 1 Jun 2025 to protect somebody’s privacy." in plain["facts/gone/"]
    assert "**Not checked against the article:** never in the text\n" in plain["facts/three/"]
    assert "Not reviewed yet" in plain["facts/three/"]
    assert "[Suggest an article](../../about/add/)" in plain["actors/bob/"]


@pytest.mark.slow
@pytest.mark.parametrize("which", SITES)
def test_a_plain_page_has_every_text_of_the_page(which: str) -> None:
    assert compared(SITES[which]()) > 1000


def test_a_long_list_of_records_goes_on_on_further_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factsheets.site.views.paging.A_PAGE", 1)
    site = site_of_states()
    assert compared(site) > 300
    assert {"actors/page/2/", "facts/page/2/"} <= plain_pages(site).keys()


@pytest.mark.parametrize("which", SITES)
def test_a_plain_page_of_a_statement_has_all_that_its_data_say(which: str) -> None:
    site = SITES[which]()
    plain = plain_pages(site)
    for view in site.statements.values():
        fact = site.dataset.statements[view.id].fact
        needed = [view.statement, view.condition, view.detail, view.note, view.reason]
        needed += [view.when.line, view.place_text, view.audience_text, view.status_date]
        needed += [quote for each in view.evidence for quote in each.quotes]
        needed += [*view.not_said, *(each.text for each in view.answers)]
        needed += [day_text(fact.reviewed.date) if fact.reviewed else None, view.reviewed_by]
        there = shown(plain[view.path])
        for each in filter(None, needed):
            assert words(each) in there, (view.id, each)


@pytest.mark.parametrize("which", SITES)
def test_a_plain_page_of_a_topic_has_each_question_with_its_answers(which: str) -> None:
    site = SITES[which]()
    plain = plain_pages(site)
    for key in site.dataset.topics:
        table = topic_view(site, key).matrix
        for question in table.questions if table else ():
            assert words(question.short or question.text) in shown(plain[f"topics/{key}/"])


@pytest.mark.parametrize("which", SITES)
def test_quotations_stand_in_quotation_marks_only_where_they_were_checked(which: str) -> None:
    site = SITES[which]()
    plain = plain_pages(site)
    for view in site.statements.values():
        text = MarkdownIt("commonmark").render(plain[view.path])
        for each in view.evidence:
            for quote in each.unchecked:
                assert f"“{quote}”" not in text, (view.id, quote)


def test_every_page_has_its_text_beside_it() -> None:
    files = files_of("hard")
    pages = plain_pages(SITES["hard"]())
    assert {f"{path}index.md" for path in pages} <= set(files)
    assert pages["facts/uno/"] == (
        "# This page has moved\n\nIt is now at [https://made-up.example/facts/one/]"
        "(../../facts/one/).\n"
    )


def test_a_plain_page_reads_well() -> None:
    for text in plain_pages(SITES["hard"]()).values():
        assert text.endswith("\n")
        assert not re.search(r"\n\n\n| \n|\A\s|\n\n\Z", text)
        assert "<div" not in text
        assert "{:" not in text
