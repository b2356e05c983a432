"""The links of hand-written pages: where each stands, and where it leads."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from generator.pipeline.front_matter import without_front_matter
from generator.pipeline.page_markup import without_code
from generator.problem import Place

FOLDER = "content/pages/"

_FAR = 1_000  # characters of a text that is a link; more are not looked through
_INLINE = re.compile(r"(?<!\\)\]\([ \t\n]*<?([^\s<>()]*)")
_OTHERS = (
    re.compile(r"^ {0,3}\[(?![\^])[^\]\n]+\]:[ \t]*\n?[ \t]*<?([^\s<>]+)", re.MULTILINE),
    re.compile(r"<(https?://[^\s<>]+)>"),
    re.compile(r"<[a-zA-Z][^<>]*?\s(?:href|src)\s*=\s*[\"']([^\"'<>]*)"),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the hand-written page `name`, as it is written."""

    place: Place
    name: str
    address: str

    @property
    def page(self) -> str:
        """The address of its page below the site's root."""
        return address_of(self.name)


def address_of(name: str) -> str:
    """The address of a page of content/pages by its name: `about/index` is `about/`."""
    if name == "index":
        return ""
    return name.removesuffix("/index") + "/"


def links(name: str, text: str) -> Iterator[Link]:
    """Every link of a page, from its whole text, in order."""
    shown = without_code(without_front_matter(text))
    starts = [0, *(found.end() for found in re.finditer("\n", shown))]
    for start, end, address in sorted(_addresses(shown)):
        line = bisect_right(starts, start)
        column = start - starts[line - 1] + 1
        place = Place(f"{FOLDER}{name}.md", line, column, column + max(end - start, 1))
        yield Link(place, name, address)


def _addresses(text: str) -> Iterator[tuple[int, int, str]]:
    for pattern in (_INLINE, *_OTHERS):
        for found in pattern.finditer(text):
            if pattern is not _INLINE or _is_link(text, found.start()):
                yield (*found.span(1), found[1])


def _is_link(text: str, end: int) -> bool:
    """Whether the bracket that closes here has one that opens, in the same block."""
    depth = 0
    first = max(text.rfind("\n\n", 0, end), end - _FAR)
    for at in range(end - 1, first, -1):
        if text[at] in "[]" and text[at - 1 : at] != "\\":
            depth += 1 if text[at] == "]" else -1
            if depth < 0:
                return True
    return first == end - _FAR
