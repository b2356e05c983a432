"""Put our pages into the frame (header, navigation, footer) that another engine built."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

from factsheets.problems.problem import Place, Problem
from factsheets.storage import docs_folder
from factsheets.storage.files import read_file, walk

MARK = "data-factsheets"
"""The attribute of the element that contains a page, which the theme prints."""

_DIGEST = re.compile(MARK + r"=[\"']?([0-9a-f]{12})\b")
_LARGEST = 64 << 20  # bytes of a page
_AGAIN = "Build the pages again: facts generate, then your engine, then facts finish."


class _Elements(HTMLParser):
    """Finds the head and the marked element of a page: `spans` has the places of their HTML."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.spans: dict[str, slice] = {}
        self._page = page
        self._lines = [0]
        for line in page.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self._open: tuple[str, str, int] | None = None  # key, tag and where it begins
        self._depth = 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element, or one of its kind inside it."""
        if self._open:
            self._depth += tag == self._open[1]
            return
        key = "head" if tag == "head" else MARK if MARK in dict(attrs) else ""
        if key and key not in self.spans:
            self._open, self._depth = (key, tag, self._at()), 1

    def handle_endtag(self, tag: str) -> None:
        """End the element when its last inner one of the same kind has ended."""
        if self._open and tag == self._open[1]:
            self._depth -= 1
            if not self._depth:
                key, _tag, start = self._open
                self.spans[key] = slice(start, self._page.index(">", self._at()) + 1)
                self._open = None

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column


def is_older(page: str, frame: str) -> bool:
    """Whether the engine built `frame` from a different text than `page`."""
    built, now = _DIGEST.search(frame), _DIGEST.search(page)
    return bool(built and now and built[1] != now[1])


def framed(page: str, frame: str) -> str | None:
    """The page `frame` with the head and the marked element of `page`; None if one has neither."""
    ours, theirs = _Elements(page).spans, _Elements(frame).spans
    if not len(ours) == len(theirs) == 2:
        return None
    for key in sorted(theirs, key=lambda key: theirs[key].start, reverse=True):
        frame = frame[: theirs[key].start] + page[ours[key]] + frame[theirs[key].stop :]
    return frame


class Frames:
    """The pages that another engine built in a folder, and what is wrong with them."""

    def __init__(self, site: Path, name: str) -> None:
        """`name` is the folder as people wrote it."""
        self._site, self._name = site, name
        self._problems: list[Problem] = []

    def put(self, page: str, path: str) -> str:
        """The engine's page at this path with our content; our own page if there is a problem."""
        place = self._site / path
        data = read_file(place, _LARGEST) if place.is_file() else None
        if data is None:
            self._wrong("page-not-built", path, "The engine built no page here.", _AGAIN)
            return page
        frame = data.decode("utf-8", "replace")
        made = framed(page, frame)
        if is_older(page, frame):
            self._wrong("page-outdated", path, "This page is older than the content.", _AGAIN)
        elif made is None:
            self._wrong(
                "page-without-mark",
                path,
                f"This page has no element with the attribute {MARK}, which this program's theme "
                "prints in every page.",
                "Write name: factsheets at theme in mkdocs.yml, or keep the attribute in your own "
                "base.html, and build the pages again.",
            )
        return made or page

    def problems(self, new: Path, docs: Path, now: Path) -> tuple[Problem, ...]:
        """All problems, once the new site is complete.

        Args:
            new: The new site.
            docs: The folder docs/ that the engine built.
            now: The same pages of the content as it is now.
        """
        for path in docs_folder.differing(docs, now):
            self._problems.append(
                Problem(
                    "page-outdated",
                    "This page does not match the content, so the engine's page is outdated too.",
                    Place(f"{docs.name}/{path}"),
                    _AGAIN,
                )
            )
        for path in sorted(_pages(self._site) - _pages(new)):
            self._wrong("page-outdated", path, "The content has no page here any more.", _AGAIN)
        return tuple(self._problems)

    def _wrong(self, code: str, path: str, message: str, advice: str) -> None:
        self._problems.append(Problem(code, message, Place(f"{self._name}/{path}"), advice))


def _pages(site: Path) -> set[str]:
    """The pages in a site; hidden folders are those of a run that cannot write beside it."""
    found = (path for path, entry in walk(site) if path.endswith(".html") and entry.is_file())
    return {path for path in found if not path.startswith(".")}
