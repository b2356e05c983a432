"""Links from hand-written pages to sections of pages, and links to absolute paths of the site."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from urllib.parse import unquote, urlsplit

from factsheets.dataset.model import Dataset
from factsheets.pipeline.generate import with_messages
from factsheets.problems.problem import Problem
from factsheets.site.dead_links import OpenLinks, dead, existing, resolved, way
from factsheets.site.headings import ids
from factsheets.site.html import Page, Pages
from factsheets.site.page_markup import Link
from factsheets.site.settings import Settings
from factsheets.site.views.pages import site_pages
from factsheets.site.views.site import site

_LIST_PAGE = re.compile(r"page/\d+/$")
_TOP = frozenset({"", "top"})  # these two work in every browser

Parts = Callable[[str], frozenset[str] | None]
"""The ids on a page by its address, None if there is no such page."""


def parts(
    dataset: Dataset,
    settings: Settings,
    templates: Mapping[str, str],
    converted: Callable[[str], str],
) -> Parts:
    """Make a page when its ids are needed, and those before it: hand-written ones come first.

    `converted` turns hand-written Markdown into HTML.
    """
    shown = site(with_messages(dataset), settings)
    pages = Pages(shown, templates, site_pages(shown))
    others = pages.all()
    known: dict[str, Page] = {}

    @cache
    def of_address(path: str) -> frozenset[str] | None:
        while path not in known:
            page = next(others, None)
            if page is None:
                return None
            known[page.path] = page
        page = known[path]
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
            yield from _dead_part(link, target, unquote(fragment), parts)


def _target(found: OpenLinks, link: Link, path: str, site_url: str) -> str | Problem | None:
    """The page or file below the site's root, None for an address of another site."""
    base = urlsplit(site_url).path or "/"
    if ":" in path.partition("/")[0]:
        if not site_url.startswith("http") or not f"{path}/".startswith(site_url):
            return None
        rest = path[len(site_url) :]
    elif path.startswith("/"):
        if not f"{path}/".startswith(base):
            near = found.addresses.nearest(unquote(path[1:]))
            return dead(link, f"This link leads outside the site, which begins at {base}", near)
        rest = path[len(base) :]
    else:
        return resolved(link, path, found.addresses)
    return existing(link, unquote(rest), found.addresses) if rest else ""


def _dead_part(link: Link, path: str, fragment: str, parts: Parts) -> Iterator[Problem]:
    known = parts(path)
    if known is None:
        message = f"This site has no page /{path}: the list has fewer pages."
        first = way(link.page, _LIST_PAGE.sub("", path))
        yield Problem("dead-link", message, link.place, f"Link to its first page: {first}")
    elif fragment not in known | _TOP and not fragment.startswith(":~:"):
        near = get_close_matches(fragment, sorted(known), 1, 0.6)
        whole = way(link.page, path)
        yield Problem(
            "dead-anchor",
            f"The page /{path} has no section #{fragment[:80]}",
            link.place,
            f"Did you mean #{near[0]}?"
            if near
            else f"Link to the page itself, without a section: {whole}",
        )
