"""Which files of open data there are, and what is in each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from generator import __version__
from generator.export import (
    beside,
    citecheck,
    feeds,
    listed,
    llms,
    package,
    readable,
    references,
    schemas,
    tables,
)
from generator.export.database import database
from generator.export.rows import Row, actor_row, event_row, fact_row, source_row, topic_row
from generator.views import Site
from generator.views.downloads import DATA_FILES, LISTS

File = tuple[str, Iterable[bytes]]
"""A path below the site's root, and the content in pieces: no long list is held whole."""

_LINES_A_PIECE = 500


def files(site: Site) -> Iterator[File]:
    """All open data, each file once, in a fixed order; lists are bare arrays sorted by id."""
    yield from _lists(site)
    for table in tables.TABLES:
        yield f"data/{table.name}.csv", package.as_csv(site, table)
    yield "data/datapackage.json", (_indented(package.datapackage(site)),)
    yield "data/factsheets.db", (database(site),)
    yield from _references(site)
    yield "data/check.json", citecheck.pieces(site)
    yield "data/index.json", (_indented(_index(site)),)
    yield "llms.txt", (llms.llms(site),)
    yield from ((path, (data,)) for path, data in feeds.feeds(site))
    yield from _beside(site)


def _lists(site: Site) -> Iterator[File]:
    dataset = site.dataset
    rows: dict[str, Iterator[Row]] = {
        "facts": (fact_row(site, key) for key in dataset.statements),
        "actors": (actor_row(site, key) for key in dataset.actors),
        "topics": (topic_row(site, key) for key in dataset.topics),
        "sources": (source_row(site, key) for key in dataset.articles),
        "events": (event_row(site, key) for key in dataset.events),
    }
    for name in LISTS:
        yield f"data/{name}.json", _array(_line(row) for row in rows[name])
        schema = schemas.schema(site.settings.site_url, name)
        yield f"data/schema/{name}.json", (_indented(schema),)


def _references(site: Site) -> Iterator[File]:
    every = references.all_references
    yield "data/references.json", _array(each.json for each in every(site))
    yield "data/references.bib", _lines(each.bibtex for each in every(site))
    yield "data/references.ris", _lines(each.ris for each in every(site))


def _beside(site: Site) -> Iterator[File]:
    """The data and the plain text of each page."""
    for path, data in beside.records(site):
        yield f"{path}index.json", (beside.as_json(data),)
    for source in (
        readable.statements,
        readable.topics,
        readable.actors,
        readable.sources,
        readable.events,
    ):
        for path, text in source(site):
            yield f"{path}index.md", (text.encode(),)
    for page in listed.listings(site):
        yield f"{page.path}index.md", (page.text.encode(),)
        if page.data:
            name = page.data["name"]
            data = page.data | {"citation": beside.cited(site, page.path, name)}
            yield f"{page.path}index.json", (beside.as_json(data),)


def _index(site: Site) -> dict[str, Any]:
    return {
        "version": __version__,
        "generated_from": site.settings.revision,
        "updated": site.newest.isoformat() if site.newest else None,
        "licence": "CC-BY-4.0",
        "files": sorted(file.path for file in DATA_FILES),
    }


def _array(rows: Iterator[str]) -> Iterator[bytes]:
    """One row a line, so that a change of one row is a change of one line."""
    before = b"[\n"
    while lines := list(islice(rows, _LINES_A_PIECE)):
        yield before + ",\n".join(lines).encode()
        before = b",\n"
    yield b"[]\n" if before == b"[\n" else b"\n]\n"


def _lines(texts: Iterator[str]) -> Iterator[bytes]:
    while found := list(islice(texts, _LINES_A_PIECE)):
        yield "\n".join([*found, ""]).encode()


def _line(row: Row) -> str:
    return _encode(row)


_encode = json.JSONEncoder(ensure_ascii=False).encode


def _indented(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
