"""Every file of the site that the program writes: pages and open data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache
from itertools import chain
from urllib.parse import unquote, urlsplit

from factsheets.data import files
from factsheets.dataset.model import Dataset, Prose
from factsheets.problems.problem import Problem
from factsheets.site import html
from factsheets.site import html as site_html
from factsheets.site.dead_links import OpenLinks, dead, existing, resolved, way
from factsheets.site.headings import ids
from factsheets.site.html import file_of_page
from factsheets.site.messages_page import NAME, messages_page
from factsheets.site.page_markup import Link
from factsheets.site.plain import PlainPage, docs_file, plain_pages
from factsheets.site.search_pages import lean_pages, search_files
from factsheets.site.views.pages import site_pages
from factsheets.site.views.settings import Settings
from factsheets.site.views.site import site


@dataclass(frozen=True, slots=True)
class Made:
    """What is to be written; each iterator gives everything once, in a fixed order.

    `count` is about the number of pages. `pages` makes their HTML, `plain` are their files in
    docs/. `files` are the open data and the text of each page, with paths below the site's root.
    `search` is what the program for its index reads, `names` the list of names that goes with
    that index.
    """

    count: int
    pages: html.Pages
    plain: Iterator[tuple[str, bytes]]
    files: Iterator[files.File]
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
        html.Pages(made, templates, views),
        texts.docs(),
        chain(files.files(made), texts.beside()),
        lean_pages(made),
        search_files(made),
    )


def with_messages(dataset: Dataset) -> Dataset:
    """The content with the page of messages, which is the program's own."""
    return replace(dataset, prose={NAME: Prose(messages_page()), **dataset.prose})


class _Texts:
    """The plain pages, printed once: for docs/, and as `index.md` beside each page."""

    def __init__(self, pages: Iterator[PlainPage]) -> None:
        self._pages = pages
        self._printed: list[files.File] = []

    def docs(self) -> Iterator[tuple[str, bytes]]:
        for page in self._pages:
            self._printed.append(_beside(page))
            yield file_of_page(page.path), docs_file(page)

    def beside(self) -> Iterator[files.File]:
        """Those that `docs` has not given yet are printed now."""
        yield from self._printed
        yield from map(_beside, self._pages)


def _beside(page: PlainPage) -> files.File:
    return f"{page.path}index.md", (page.text.encode(),)


# Links of hand-written pages to parts of pages, and those that begin at the site's address.

_FURTHER = re.compile(r"page/\d+/$")
_TOP = frozenset({"", "top"})  # Every browser knows these two.

Parts = Callable[[str], frozenset[str] | None]
"""The ids on a page by its address; None where there is no such page."""


def parts(
    dataset: Dataset,
    settings: Settings,
    templates: Mapping[str, str],
    converted: Callable[[str], str],
) -> Parts:
    """Makes a page when its ids are asked for; `converted` makes HTML of hand-written Markdown."""
    pages = site_html.Pages(site(with_messages(dataset), settings), templates)

    known = {page.path: page for page in pages.all()}

    @cache
    def of_address(path: str) -> frozenset[str] | None:
        page = known.get(path)
        if page is None:
            return None
        prose = converted(page.prose) if page.prose else ""
        html = pages.html(page, prose) if page.template else prose
        theme = {"page_text"} if "moved_to" in page.meta else {"page_text", "cite"}
        return frozenset(ids(html)) | theme

    return of_address


def dead_parts(found: OpenLinks, site_url: str, parts: Parts) -> Iterator[Problem]:
    """A problem for each of the open links that leads nowhere."""
    for link in found.links:
        path, _, fragment = link.address.partition("#")
        target = _target(found, link, path.partition("?")[0], site_url)
        if isinstance(target, Problem):
            yield target
        elif target is not None and (target == "" or target.endswith("/")):
            yield from _of_page(link, target, unquote(fragment), parts)


def _target(found: OpenLinks, link: Link, path: str, site_url: str) -> str | Problem | None:
    """The page or file below the site's root; None for an address of another site."""
    base = urlsplit(site_url).path or "/"
    if ":" in path.partition("/")[0]:
        if not site_url.startswith("http") or not f"{path}/".startswith(site_url):
            return None
        rest = path[len(site_url) :]
    elif path.startswith("/"):
        if not f"{path}/".startswith(base):
            return _not_below(found, link, path, base)
        rest = path[len(base) :]
    else:
        return resolved(link, path, found.addresses)
    return existing(link, unquote(rest), found.addresses) if rest else ""


def _not_below(found: OpenLinks, link: Link, path: str, base: str) -> Problem:
    near = found.addresses.nearest(unquote(path[1:]))
    return dead(link, f"This link leads out of the site, which begins at {base}", near)


def _of_page(link: Link, path: str, fragment: str, parts: Parts) -> Iterator[Problem]:
    known = parts(path)
    if known is None:
        message = f"This site has no page /{path}: the list has fewer pages."
        first = way(link.page, _FURTHER.sub("", path))
        yield Problem("dead-link", message, link.place, f"Write the way to its first page: {first}")
    elif fragment not in known | _TOP and not fragment.startswith(":~:"):
        near = get_close_matches(fragment, sorted(known), 1, 0.6)
        whole = way(link.page, path)
        yield Problem(
            "dead-anchor",
            f"The page /{path} has no part #{fragment[:80]}",
            link.place,
            f"Did you mean #{near[0]}?"
            if near
            else f"Link to the page itself, without a part: {whole}",
        )
