"""The headings of a page's HTML, and an id for each of them."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_HEADING = re.compile(r"<h([1-6])((?: [a-z-]+=\"[^\"]*\")*)>(.*?)</h\1>", re.DOTALL)
_ID = re.compile(r'id="(?<=\bid=")([^"]*)"')  # fast because it begins with plain text
_TAG = re.compile(r"<[^>]*>")
_NO_SLUG = re.compile(r"[^\w\s-]", re.ASCII)


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of a page's table of contents; `name` is HTML without tags."""

    level: int
    id: str
    name: str


def with_ids(page: str) -> str:
    """The same HTML, with an id made of its text for each heading that has none."""
    taken: set[str] = set()

    def named(found: re.Match[str]) -> str:
        level, attributes, inner = found.groups()
        if _ID.search(attributes):
            return found[0]
        if not taken:
            taken.update(ids(page))
        key = unique(slug(_name(inner)), taken)
        return f'<h{level} id="{key}"{attributes}>{inner}</h{level}>'

    return _HEADING.sub(named, page)


def headings(page: str, depth: int) -> Iterator[Heading]:
    """The headings of a page down to this level that have an id, in order."""
    for level, attributes, inner in _HEADING.findall(page):
        if int(level) <= depth and (key := _ID.search(attributes)):
            yield Heading(int(level), html.unescape(key[1]), _name(inner))


def ids(page: str) -> list[str]:
    """Every id in a page, to which links can lead."""
    return [html.unescape(each) for each in _ID.findall(page)]


def _name(inner: str) -> str:
    return " ".join(_TAG.sub("", inner).split())


def slug(name: str) -> str:
    """As Python-Markdown makes it."""
    plain = unicodedata.normalize("NFKD", html.unescape(name)).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", _NO_SLUG.sub("", plain).strip().lower())


def unique(key: str, taken: set[str]) -> str:
    """Python-Markdown's rule: `x`, then `x_1`, `x_2`."""
    base, number = key, 0
    while not key or key in taken:
        number += 1
        key = f"{base}_{number}"
    taken.add(key)
    return key
