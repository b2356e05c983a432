"""Every file of the site that the program writes: pages and open data."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, tee

from factsheets.data import files
from factsheets.dataset.model import Dataset, Prose
from factsheets.site import html
from factsheets.site.messages_page import NAME, messages_page
from factsheets.site.plain import PlainPage, docs_file, plain_pages
from factsheets.site.search_pages import SearchPages
from factsheets.site.settings import Settings
from factsheets.site.views.pages import SitePage, site_pages
from factsheets.site.views.site import site


@dataclass(frozen=True, slots=True)
class Made:
    """The files to write; each iterator yields its files once, in a fixed order.

    Attributes:
        count: The approximate number of pages.
        pages: Makes the HTML of each page.
        plain: The files of the plain pages in docs/.
        files: The open data and the text of each page, with paths below the site's root.
        search: The input of the search indexer.
        names: The names and facets that go with that index.
        plain_of: The plain pages with some of these file names only.
    """

    count: int
    pages: html.Pages
    plain: Iterator[tuple[str, bytes]]
    files: Iterator[files.File]
    search: Iterator[tuple[str, bytes]]
    names: Iterator[tuple[str, bytes]]
    plain_of: Callable[[Container[str]], Iterator[tuple[str, bytes]]]


def make(dataset: Dataset, settings: Settings, templates: Mapping[str, str]) -> Made:
    """Make the pages and the open data of content without errors."""
    made = site(with_messages(dataset), settings)
    kinds = dataset.records.values()
    views = tuple(site_pages(made))
    written = {view.path: view.file for view in views}
    search = SearchPages(made)
    # Each page is rendered once, by whichever of the two comes first.
    in_docs, beside = tee(plain_pages(made, templates, views))
    return Made(
        len(dataset.statements) + sum(map(len, kinds)),
        html.Pages(made, templates, views),
        _plain_of(in_docs, written),
        chain(files.files(made, views), map(_beside, beside)),
        search.pages(),
        search.files(),
        lambda names: _plain_of(plain_pages(made, templates, _of(views, names)), written),
    )


def _of(views: Iterable[SitePage], names: Container[str]) -> Iterator[SitePage]:
    return (view for view in views if view.file in names)


def _plain_of(
    pages: Iterable[PlainPage], written: Mapping[str, str]
) -> Iterator[tuple[str, bytes]]:
    return ((page.file, docs_file(page, written)) for page in pages)


def with_messages(dataset: Dataset) -> Dataset:
    """The content with the program's own page of messages."""
    return replace(dataset, prose={NAME: Prose(messages_page()), **dataset.prose})


def _beside(page: PlainPage) -> files.File:
    return f"{page.path}index.md", (page.text.encode(),)
