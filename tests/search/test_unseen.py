"""Queries that nobody chose, on content that nobody looked at: the data itself says the answers."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from factsheets.pipeline import check, inputs
from factsheets.site.search_pages import SearchPages
from factsheets.site.settings import Settings
from factsheets.site.views import site as views_site
from factsheets.storage import files, search_index
from playwright.sync_api import Browser, Page

from tests.browser.sites import served
from tests.search.measure import add_dialog
from tests.search.unseen import Unseen, unseen

pytestmark = [pytest.mark.browser, pytest.mark.slow]
_DAY = datetime.date(2026, 1, 1)
_ASK = """async queries => {
    const { card, search } = await import("/assets/finder.js");
    const answers = [];
    for (const query of queries) {
        const { found } = await search(query);
        const cards = await Promise.all(found.slice(0, 3).map(card));
        answers.push(cards.map(({ path }) => path.slice(0, -1)));
    }
    return answers;
}"""
Queries = list[tuple[str, str]]


@pytest.fixture(scope="module")
def content() -> Unseen:
    return unseen(1500)


@pytest.fixture(scope="module")
def asked(
    content: Unseen, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """A page of the search of that content, without the site's other pages."""
    folder: Path = tmp_path_factory.mktemp("unseen")
    made = {path: text.encode() for path, text in content.files.items()}
    outcome = check.check(inputs.Inputs(made), _DAY)
    assert outcome.value is not None
    site = views_site.site(outcome.value, Settings("Made up", "https://made-up.example/", _DAY))
    search = SearchPages(site)
    assert search_index.search_index(folder, search.pages(), folder / "pagefind")
    files.add_files(folder, search.files())
    add_dialog(folder)
    with served(folder) as site_there:
        page = browser.new_page()
        page.goto(site_there.address)
        yield page
        page.close()


def missed(page: Page, queries: Queries, places: int) -> Queries:
    answers = page.evaluate(_ASK, [query for query, _ in queries])
    pairs = zip(queries, answers, strict=True)
    return [asked for asked, found in pairs if asked[1] not in found[:places]]


def test_every_exact_name_and_id_comes_first(content: Unseen, asked: Page) -> None:
    assert len(content.first) > 200
    assert missed(asked, content.first, 1) == []


def test_nearly_all_others_are_among_the_first_three(content: Unseen, asked: Page) -> None:
    kinds = {kind: missed(asked, queries, 3) for kind, queries in content.among.items()}
    number = sum(map(len, content.among.values()))
    wrong = sum(map(len, kinds.values()))
    assert number > 500
    assert wrong <= 0.02 * number, json.dumps(kinds, ensure_ascii=False, indent=1)
    # No kind of query is given up for the sake of the others.
    assert all(len(kinds[kind]) <= 0.1 * len(all_) for kind, all_ in content.among.items()), kinds
