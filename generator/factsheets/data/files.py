"""Which files of open data there are, and what is in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from factsheets import __version__
from factsheets.data import beside, database, encode, feeds, lists, llms, lookup, tables
from factsheets.data.references import all_references
from factsheets.site.views.downloads import LISTS, data_files
from factsheets.site.views.pages import SitePage
from factsheets.site.views.site import Site

File = tuple[str, Iterable[bytes]]
"""A path below the site's root, and the content in pieces: no long list is held whole."""


def files(site: Site, pages: Iterable[SitePage]) -> Iterator[File]:
    """All open data, each file once, in a fixed order; lists are bare arrays sorted by id.

    `pages` are the `site_pages` of the site.
    """
    yield from database.files(site)
    yield "data/datapackage.json", (encode.indented(tables.datapackage(site)),)
    yield from lookup.files(site)
    yield from ((path, (data,)) for path, data in feeds.feeds(site))
    for name in LISTS:
        yield from lists.files(site, name)
    yield from _references(site)
    yield "data/index.json", (encode.indented(_index(site)),)
    yield "llms.txt", (llms.llms(site),)
    for path, row in beside.beside(site, pages):
        yield f"{path}index.json", (encode.line(row) + b"\n",)


def _references(site: Site) -> Iterator[File]:
    yield "data/references.json", encode.array(each.json.encode() for each in all_references(site))
    yield "data/references.bib", encode.lines(each.bibtex for each in all_references(site))
    yield "data/references.ris", encode.lines(each.ris for each in all_references(site))


def _index(site: Site) -> dict[str, Any]:
    licence = site.settings.licence
    return {
        "version": __version__,
        "generated_from": site.settings.revision,
        "updated": site.newest.isoformat() if site.newest else None,
        **({"licence": licence.name, "licence_url": licence.url} if licence else {}),
        "files": sorted({*(file.path for file in data_files()), *lookup.paths(site)}),
    }
