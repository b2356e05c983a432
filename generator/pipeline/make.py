"""Every file of the site that the program writes: pages and open data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from generator import export, render
from generator.dataset import Dataset
from generator.dataset.model import Prose
from generator.render.messages import NAME, messages_page
from generator.render.page import file_of_page
from generator.render.plain import PlainPage, docs_file, plain_pages
from generator.render.search import lean_pages, names_file
from generator.views.ground import site
from generator.views.pages import site_pages
from generator.views.settings import Settings


@dataclass(frozen=True, slots=True)
class Made:
    """What is to be written; each iterator gives everything once, in a fixed order.

    `count` is about the number of pages. `pages` makes their HTML, `plain` are their files in
    docs/. `files` are the open data and the text of each page, with paths below the site's root.
    `search` is what the program for its index reads, `names` the list of names that goes with
    that index.
    """

    count: int
    pages: render.Pages
    plain: Iterator[tuple[str, bytes]]
    files: Iterator[export.File]
    search: Iterator[tuple[str, bytes]]
    names: Iterator[tuple[str, bytes]]


def make(dataset: Dataset, settings: Settings, templates: Mapping[str, str]) -> Made:
    """The pages and the open data of content without errors."""
    made = site(with_messages(dataset), settings)
    kinds = (dataset.actors, dataset.topics, dataset.articles, dataset.events)
    views = tuple(site_pages(made))
    texts = _Texts(plain_pages(made, templates, views))
    return Made(
        len(dataset.statements) + sum(map(len, kinds)),
        render.Pages(made, templates, views),
        texts.docs(),
        chain(export.files(made), texts.beside()),
        lean_pages(made),
        names_file(made),
    )


def with_messages(dataset: Dataset) -> Dataset:
    """The content with the page of messages, which is the program's own."""
    return replace(dataset, prose={NAME: Prose(messages_page()), **dataset.prose})


class _Texts:
    """The plain pages, printed once: for docs/, and as `index.md` beside each page."""

    def __init__(self, pages: Iterator[PlainPage]) -> None:
        self._pages = pages
        self._printed: list[export.File] = []

    def docs(self) -> Iterator[tuple[str, bytes]]:
        for page in self._pages:
            self._printed.append(_beside(page))
            yield file_of_page(page.path), docs_file(page)

    def beside(self) -> Iterator[export.File]:
        """Those that `docs` has not given yet are printed now."""
        yield from self._printed
        yield from map(_beside, self._pages)


def _beside(page: PlainPage) -> export.File:
    return f"{page.path}index.md", (page.text.encode(),)
