"""What the search reads, and the index that Pagefind makes of it."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from factsheets.site.search_pages import SearchPages, day_words, other_spellings
from factsheets.site.views.search import entries
from factsheets.site.views.site import Site
from factsheets.storage import faults, search_index

from tests.helpers.builders import article, fact, first_content, site
from tests.helpers.projects import tree, write

CONTENT = {
    "content/facts/g.yaml": article(
        fact("one"),
        fact("old", statement='"the bridge opens in May"', status="superseded",
             reason='"Later news."', date="2025-05-03"),
        fact("gone", statement='"the tunnel opens"', status="withdrawn",
             reason='"A mistake."', date="2025-05-03"),
    )
}  # fmt: skip


def test_a_withdrawn_statement_is_not_indexed_and_a_superseded_one_is_the_last() -> None:
    found = [entry.id for entry in entries(site(CONTENT)) if entry.kind == "statement"]
    assert found == ["one", "old"]


def test_each_record_is_indexed_once() -> None:
    made = first_content()
    paths = [path for path, _ in SearchPages(made).pages()]
    assert len(set(paths)) == len(paths)
    dataset = made.dataset
    kinds = (dataset.actors, dataset.topics, dataset.events, dataset.articles, dataset.statements)
    assert len(paths) == sum(map(len, kinds))


class Attributes(HTMLParser):
    """The attributes of a small page that hold what is shown."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.shown: dict[str, str | None] = {}
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = dict(attrs)
        if "data-pagefind-meta" in given:
            self.shown = given


def test_any_text_is_shown_as_itself() -> None:
    text = "<script>alert(1)</script> \"'&amp; {{x}} data-pagefind-ignore"
    made = site({"content/actors/ann.yaml": f"kind: person\nname: {json.dumps(text)}\n"})
    page = Attributes(dict(SearchPages(made).pages())["actors/ann.html"].decode())
    assert page.shown["data-0"] == text
    assert page.tags == {"html", "body", "i", "p"}


def test_names_weigh_most_and_former_ids_lead_there() -> None:
    actor = "kind: person\nname: Ann de Vries\nother_names: [Анна]\nformer_ids: [old-ann]\n"
    page = dict(SearchPages(site({"content/actors/ann.yaml": actor})).pages())[
        "actors/ann.html"
    ].decode()
    found: dict[str, str] = dict(re.findall('weight="(.*?)">(.*?)<', page))
    assert found["8"] == "ann de vries анна"
    assert found["2"] == "ann old ann"


def test_what_is_shown_has_no_accent_of_its_own_in_the_index() -> None:
    made = site({"content/actors/ines.yaml": "kind: person\nname: Inés\n"})
    page = Attributes(dict(SearchPages(made).pages())["actors/ines.html"].decode())
    assert page.shown["data-0"] == "Ine\u0301s"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Twenty-six countries, thirty one ships", ["26", "31"]),
        ("nineteen of ninety", ["19", "90"]),
        ("one of us, someone, often", []),
        ("F-16 and MH-17", ["f16", "mh17"]),
        ("macron-26-countries, pre-2014", ["pre2014"]),
    ],
)
def test_numbers_in_words_and_designations_have_another_spelling(
    text: str, found: list[str]
) -> None:
    assert list(other_spellings(text)) == found


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2025-09-04", "2025 september m202509 d20250904 e0904"),
        ("2025-09", "2025 september m202509"),
        ("2025", "2025"),
        ("", ""),
    ],
)
def test_a_date_is_found_as_far_as_it_is_known(day: str, found: str) -> None:
    assert " ".join(day_words(day)) == found


def unpacked(made: Site, name: str) -> Any:
    return json.loads(zlib.decompress(dict(SearchPages(made).files())[f"search/{name}.bin"]))


def test_the_list_of_names_has_every_spelling() -> None:
    known = unpacked(first_content(), "names")
    row = next(row for row in known["names"] if row[0] == "emmanuel-macron")
    assert row[1:4] == ["a", "Emmanuel Macron", "Macron"]
    assert "马克龙" in row[-1]
    assert known["superseded"] is False


def test_the_list_for_facets_goes_by_the_numbers_of_the_pages() -> None:
    made = site(CONTENT)
    known = unpacked(made, "facets")
    numbers = {
        path: int(re.findall("number:([0-9]+)", page.decode())[0])
        for path, page in SearchPages(made).pages()
    }
    assert sorted(numbers.values()) == list(range(len(numbers)))
    assert len(known["days"]) == len(numbers)
    at = numbers["facts/old.html"] - known["first"]
    status = next(facet for facet in known["facets"] if facet["name"] == "status")
    (value,) = status["rows"][at]
    assert (status["ids"][value], status["names"][value]) == ("superseded", "Superseded")


def test_the_same_pages_give_the_same_index(tmp_path: Path) -> None:
    roots = [tmp_path / name for name in "abc"]
    for root in roots:
        root.mkdir()
    made = [search_index.search_index(root, SearchPages(first_content()).pages()) for root in roots]
    trees = [tree(index) for index in made if index]
    assert len(trees) == 3
    assert trees[0] == trees[1] == trees[2]
    own = {name for name in trees[0] if "/" not in name and not name.endswith(".pf_meta")}
    assert own == {"pagefind.js", "pagefind-entry.json", "wasm.en.pagefind"}


def test_an_index_is_kept_until_a_page_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = list(SearchPages(first_content()).pages())
    assert search_index.search_index(tmp_path, pages)
    runs: list[Path] = []
    real = search_index._run

    def counted(program: Path, source: Path, target: Path) -> bool:
        runs.append(target)
        return real(program, source, target)

    monkeypatch.setattr(search_index, "_run", counted)
    assert search_index.search_index(tmp_path, pages)
    assert runs == []
    assert search_index.search_index(tmp_path, pages[1:])
    assert len(runs) == 1
    assert not (tmp_path / ".cache/search/pages" / pages[0][0]).exists()


def test_without_the_program_there_is_no_index_and_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "_program", lambda: None)
    pages = list(SearchPages(first_content()).pages())
    assert search_index.search_index(tmp_path, pages) is None
    broken = tmp_path / "no-program"
    broken.write_bytes(b"\x00")
    monkeypatch.setattr(search_index, "_program", lambda: broken)
    assert search_index.search_index(tmp_path, pages) is None


def test_a_page_that_cannot_be_made_leaves_no_index(tmp_path: Path) -> None:
    pages = list(SearchPages(first_content()).pages())

    def broken() -> Iterator[tuple[str, bytes]]:
        yield pages[0]
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        search_index.search_index(tmp_path, broken())
    assert not (tmp_path / ".cache/search/stamp").exists()
    assert search_index.search_index(tmp_path, pages)


def test_a_program_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing = tmp_path / "failing"
    failing.write_text("#!/bin/sh\necho no room left\nexit 3\n", encoding="ascii")
    failing.chmod(0o755)
    monkeypatch.setattr(search_index, "_program", lambda: failing)
    with pytest.raises(faults.EnvironmentFault, match="no room left"):
        search_index.search_index(tmp_path, SearchPages(first_content()).pages())


def test_an_index_takes_the_place_of_an_old_one(tmp_path: Path) -> None:
    pages = list(SearchPages(first_content()).pages())
    target = tmp_path / "site/pagefind"
    write(tmp_path, "site/pagefind/old.pf_index", "old")
    index = search_index.search_index(tmp_path, pages, target)
    assert index
    assert tree(target) == tree(index)


def test_several_at_once_make_one_whole_index_each(tmp_path: Path) -> None:
    pages = list(SearchPages(first_content()).pages())
    with ThreadPoolExecutor(4) as pool:
        targets = [tmp_path / f"site{number}" for number in range(4)]
        made = list(pool.map(lambda to: search_index.search_index(tmp_path, pages, to), targets))
    assert all(made)
    assert len({tuple(tree(target).items()) for target in targets}) == 1
