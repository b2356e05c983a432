"""Which files of open data there are, and what is in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from factsheets import __version__
from factsheets.data import beside, database, encode, feeds, lists, llms, lookup, references, tables
from factsheets.data.fields import Row
from factsheets.site.views import citation
from factsheets.site.views.downloads import LISTS, data_files
from factsheets.site.views.site import Site

File = tuple[str, Iterable[bytes]]
"""A path below the site's root, and the content in pieces: no long list is held whole."""


def files(site: Site) -> Iterator[File]:
    """All open data, each file once, in a fixed order; lists are bare arrays sorted by id."""
    yield from database.files(site)
    yield "data/datapackage.json", (encode.indented(tables.datapackage(site)),)
    yield from lookup.files(site)
    yield from _feeds(site)
    for name in LISTS:
        yield from lists.files(site, name)
    yield from _references(site)
    yield "data/index.json", (encode.indented(_index(site)),)
    yield "llms.txt", (llms.llms(site),)
    yield from _beside_statements(site)
    yield from _beside_others(site)


def _feeds(site: Site) -> Iterator[File]:
    yield from ((path, (data,)) for path, data in feeds.feeds(site))


def _references(site: Site) -> Iterator[File]:
    every = references.References(site).all
    yield "data/references.json", encode.array(each.json.encode() for each in every())
    yield "data/references.bib", encode.lines(each.bibtex for each in every())
    yield "data/references.ris", encode.lines(each.ris for each in every())


def _beside_statements(site: Site) -> Iterator[File]:
    """The data of each statement's page."""
    for view in site.statements.values():
        cite = citation.of_statement(site, view)
        yield f"{view.path}index.json", _line(beside.of_statement(site, view, cite))


def _beside_others(site: Site) -> Iterator[File]:
    """The data of all other pages."""
    for path, data in chain(beside.records(site), beside.others(site)):
        yield f"{path}index.json", _line(data)


def _line(data: Row) -> tuple[bytes]:
    return (encode.line(data) + b"\n",)


def _index(site: Site) -> dict[str, Any]:
    licence = site.settings.licence
    return {
        "version": __version__,
        "generated_from": site.settings.revision,
        "updated": site.newest.isoformat() if site.newest else None,
        **({"licence": licence.name, "licence_url": licence.url} if licence else {}),
        "files": sorted({*(file.path for file in data_files()), *lookup.paths(site)}),
    }
