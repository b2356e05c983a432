"""Links of hand-written pages that lead nowhere on this site."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from urllib.parse import quote, unquote

from factsheets.content.kinds import PAGE_FOLDERS
from factsheets.dataset.known import Known
from factsheets.dataset.references import Nearest
from factsheets.problems.problem import Problem
from factsheets.site.hand_written import INTRODUCTIONS, address_of
from factsheets.site.messages_page import NAME as MESSAGES
from factsheets.site.page_markup import Link
from factsheets.site.views.downloads import data_files

_FILES = frozenset(
    {file.path for file in data_files()} | {"404.html", "sitemap.xml", "sitemap.xml.gz"}
)
_BESIDE = ("index.html", "index.md", "index.json", "feed.xml")
_FOLDERS = ("assets/", "pagefind/", "data/check/")  # What is in them is not known here.
_ELSEWHERE = ("mailto:", "tel:", "//")


class Addresses:
    """The pages and files of the site, except the further pages of long lists."""

    def __init__(self, known: Known, written: Iterable[str], static: Iterable[str]) -> None:
        self.written = frozenset(written)
        self._known = known
        self._static = frozenset(static)

    @cached_property
    def pages(self) -> frozenset[str]:
        """The address of every page; that of the home page is empty."""
        found = {address_of(name) for name in (*INTRODUCTIONS, *self.written, MESSAGES)}
        for kind, records in self._known.records.items():
            folder = PAGE_FOLDERS[kind]
            found.update(f"{folder}/{key}/" for key in records)
            for each in records.values():
                found.update(f"{folder}/{former}/" for former in each.former_ids)
        for key in self._known.facts:
            found.add(f"facts/{key}/")
            found.update(f"facts/{former}/" for former in self._known.fact(key).former_ids)
        for gone in self._known.sheets.removed:
            found.update(gone.addresses)
        hidden = self._known.drafts
        found -= {f"facts/{key}/" for key in hidden["fact"]}
        return frozenset(found - {f"sources/{key}/" for key in hidden["article"]})

    def has_file(self, path: str) -> bool:
        """Whether the site may have this file."""
        folder, _, name = path.rpartition("/")
        beside = name in _BESIDE and (f"{folder}/" if folder else "") in self.pages
        return beside or path in _FILES or path in self._static or path.startswith(_FOLDERS)

    def nearest(self, path: str) -> str | None:
        """The page or file that was probably meant."""
        if f"{path}/" in self.pages:
            return f"{path}/"
        folded = path.casefold().rstrip("/")
        every = [*self.pages, *_FILES, *self._static]
        for one in every:
            if one.casefold().rstrip("/") == folded:
                return one
        same = [one for one in every if _last(one) == _last(folded)]
        near = get_close_matches(path, same, 1, 0)
        return near[0] if near else self._nearest.to(path)

    @cached_property
    def _nearest(self) -> Nearest:
        return Nearest([*self.pages, *_FILES, *self._static])


@dataclass(frozen=True, slots=True)
class OpenLinks:
    """Links that cannot be checked with addresses alone.

    They lead to a part of a page or to a further page of a list, or they begin with a scheme or a
    slash.
    """

    links: tuple[Link, ...]
    addresses: Addresses


def _last(path: str) -> str:
    return path.rstrip("/").removesuffix(".md").rpartition("/")[2]


def dead_links(links: Iterable[Link], addresses: Addresses) -> tuple[list[Problem], OpenLinks]:
    """A problem for each relative link that leads nowhere, and the links that are still open."""
    problems: list[Problem] = []
    still_open: list[Link] = []
    for link in links:
        address = link.address
        if address.casefold().startswith(_ELSEWHERE):
            continue
        if ":" in address.partition("/")[0] or address.startswith("/"):
            still_open.append(link)
            continue
        path, _, fragment = address.partition("#")
        found = resolved(link, path.partition("?")[0], addresses)
        if isinstance(found, Problem):
            problems.append(found)
        elif fragment or _is_further(found):
            still_open.append(link)
    return problems, OpenLinks(tuple(still_open), addresses)


def resolved(link: Link, path: str, addresses: Addresses) -> str | Problem:
    """The page or file that a path leads to from a link's page, below the site's root."""
    if not path:
        return link.page
    if path.endswith(".md") and (name := joined(link.name.rpartition("/")[0], path)):
        found = name.removesuffix(".md")
        # MkDocs turns file names into addresses, but only between pages that it converts itself.
        if found in addresses.written - INTRODUCTIONS and link.name not in INTRODUCTIONS:
            return address_of(found)
    found_path = joined(link.page, path)
    if found_path is None:
        return dead(link, "This link leads out of the site, because it goes up too far.", None)
    return existing(link, found_path, addresses)


def existing(link: Link, path: str, addresses: Addresses) -> str | Problem:
    """The path, if the site has it."""
    if path in addresses.pages or addresses.has_file(path) or _is_further(path):
        return path
    near = addresses.nearest(path)
    if near == f"{path}/":
        message = "The address of a page ends in a slash."
    elif near and near.casefold() == path.casefold():
        message = "Small and capital letters differ in an address."
    else:
        message = f"This site has no page or file /{path[:100]}"
    return dead(link, message, near)


def joined(folder: str, path: str) -> str | None:
    """The path from a folder with its dots resolved; None if it leads out of the root."""
    steps = [step for step in folder.split("/") if step]
    *middle, last = (unquote(step) for step in path.split("/"))
    for step in (*middle, last):
        if step == "..":
            if not steps:
                return None
            steps.pop()
        elif step not in {"", "."}:
            steps.append(step)
    end = "/" if steps and last in {"", ".", ".."} else ""
    return "/".join(steps) + end


def dead(link: Link, message: str, near: str | None) -> Problem:
    """A link that leads nowhere; `near` is what was probably meant."""
    advice = (
        "Write the path from this page to another one: [the bridge](../topics/bridge/). An address "
        "on another site begins with https://."
    )
    if near is not None:
        advice = f"Did you mean {way(link.page, near)}?"
    return Problem("dead-link", message, link.place, advice)


def way(page: str, path: str) -> str:
    """The relative address of a page or file, from a page."""
    return ("../" * page.count("/") + quote(path)) or "./"


def _is_further(path: str) -> bool:
    """Whether an address is that of a further page of a list, if there is one."""
    return re.fullmatch(r".+/page/(?:[2-9]|[1-9]\d+)/", path, re.ASCII) is not None
