"""The theme's page with holes: made once for all pages of a kind, and filled for each of them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.render.markup import Heading
from generator.render.page import Written

_MARK = re.compile(r"qhole([a-z]+)q")
# Three entries show how each looks and what stands between two.
_ENTRIES = "abc"


CONTENT = "content"
"""The hole of a page's own text."""


class Unlike(Exception):
    """The theme makes something of a page that is no hole's content."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What alone decides how the frames of two pages differ, beside what fills their holes.

    `marks` are the keys of the front matter that the page gives, `flags` those with the value
    itself, which is no text.
    """

    folder: str
    depth: int
    contents: bool
    marks: tuple[str, ...]
    flags: tuple[tuple[str, str], ...]

    @property
    def sample(self) -> str:
        """The address of the page from which the frame is made; no page of the site has it."""
        name = f"{mark('sample')}-{zlib.crc32(repr(self).encode()):08x}"
        return f"{self.folder}/{name}{'/x' * (self.depth - 2)}/"

    @property
    def markdown(self) -> str:
        """The sample's text: marks wherever a page has something of its own."""
        lines = [f"title: {mark('title')}"]
        lines += [f"{key}: {mark(key.replace('_', ''))}" for key in self.marks]
        lines += [f"{key}: {value}" for key, value in self.flags]
        entries = [f"## {mark(f'name{each}')} {{#{mark(f'id{each}')}}}" for each in _ENTRIES]
        body = ["# x", *(entries if self.contents else ())]
        return "\n".join(("---", *lines, "---", "", "\n\n".join(body), ""))


def mark(name: str) -> str:
    """What stands for a value in a sample page: letters only, which no escaping touches."""
    return f"qhole{name}q"


def kind_of(page: Written, headings: Sequence[Heading]) -> Kind:
    """The kind of frame that a page has."""
    marks, flags = [], []
    for key, value in sorted(page.meta.items()):
        if isinstance(value, str):
            marks.append(key) if value else flags.append((key, '""'))
        else:
            flags.append((key, str(value).lower().replace("'", "")))
    return Kind(
        page.path.partition("/")[0],
        page.path.count("/"),
        len(contents(headings)) > 1,
        tuple(marks),
        tuple(flags),
    )


def contents(headings: Sequence[Heading], depth: int = 3) -> list[tuple[str, str]]:
    """The entries under the page's first heading: name in the address, and name as HTML."""
    found: list[tuple[str, str]] = []
    above: list[int] = []
    for each in headings[1:]:
        if each.level > depth:
            continue
        while above and above[-1] >= each.level:
            above.pop()
        if not above:
            found.append((each.id, each.name))
        above.append(each.level)
    return found


def outline(headings: Sequence[Heading]) -> str:
    """Markdown that has these headings and nothing else."""
    return "\n\n".join(f"{'#' * each.level} {each.name} {{#{each.id}}}" for each in headings)


def values(page: Written) -> dict[str, str]:
    """What fills the holes, but for the content and what the page's place decides."""
    return {key.replace("_", ""): value for key, value in page.heads.items() if value}


@dataclass(frozen=True, slots=True)
class Frame:
    """The pieces between holes, and the name of the hole behind each but the last.

    An entry of the contents is `link[0] id link[1] name`, the entries are joined by `between`.
    """

    pieces: tuple[bytes, ...]
    holes: tuple[str, ...]
    link: str = ""
    between: str = ""

    def filled(
        self, given: Mapping[str, str], body: bytes, entries: Sequence[tuple[str, str]]
    ) -> bytes:
        """The page with these values; raises KeyError for a hole that none is given for."""
        listed = self.between.join(f"{key}{self.link}{name}" for key, name in entries)
        made = {**given, "contents": listed}
        out = [b""] * (len(self.pieces) + len(self.holes))
        out[::2] = self.pieces
        out[1::2] = [
            body if hole == CONTENT else made[hole].encode("utf-8", "surrogatepass")
            for hole in self.holes
        ]
        return b"".join(out)


def frame(html: str, kind: Kind) -> Frame:
    """The frame that a finished sample page shows."""
    html = html.replace(kind.sample, mark("path"))
    html = html.replace("../" * kind.depth + mark("kickerpath"), mark("kickerpath"))
    link = between = ""
    if kind.contents:
        html, link, between = _contents(html)
    pieces = _MARK.split(html)
    if mark("sample") in html:
        raise Unlike(f"the theme takes the address of {kind.sample} apart")
    return Frame(tuple(map(str.encode, pieces[::2])), tuple(pieces[1::2]), link, between)


def _contents(html: str) -> tuple[str, str, str]:
    """The page with one hole for the whole table of contents, and how its entries look."""
    signs = [mark(f"{what}{which}") for which in _ENTRIES for what in ("id", "name")]
    if not any(sign in html for sign in signs):
        return html, "", ""
    if [html.count(sign) for sign in signs] != [1] * len(signs):
        raise Unlike("the theme shows the table of contents more than once")
    places = [html.index(sign) for sign in signs]
    if places != sorted(places):
        raise Unlike("the theme shows the table of contents in another order")
    gaps = [
        html[place + len(sign) : following]
        for sign, place, following in zip(signs, places, places[1:], strict=False)
    ]
    link, between = gaps[0], gaps[1]
    if gaps != [link, between] * 2 + [link]:
        raise Unlike("the theme shows the entries of the table of contents in different ways")
    end = places[-1] + len(signs[-1])
    return html[: places[0]] + mark("contents") + html[end:], link, between
