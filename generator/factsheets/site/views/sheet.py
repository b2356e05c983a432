"""What the printed sheet of a topic or an actor holds: as much of each list as two pages take.

Texts have any length, so no fixed number of items would do. The height of each item on paper is
estimated (heights.py), the room is shared out, and what does not fit is printed nowhere: a line
under the list says how many there are, and the address at the top leads to all of them.
tests/browser/test_print.py prints sheets and counts their pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from factsheets.site.views import heights
from factsheets.site.views.heights import HEADING, NOTE, TWO_PAGES
from factsheets.site.views.matrix import Matrix, Row
from factsheets.site.views.paging import Page
from factsheets.site.views.sentences import Sentence
from factsheets.site.views.sources import SourceLine
from factsheets.site.views.statement import StatementView
from factsheets.site.views.words import count

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """A list of the sheet: what is printed of it, what only the screen shows, and the line."""

    kept: tuple[T, ...] = ()
    beyond: tuple[T, ...] = ()
    note: str = ""

    def __bool__(self) -> bool:
        """Whether there is anything in it."""
        return bool(self.kept or self.beyond)

    @property
    def halves(self) -> Iterator[tuple[str, tuple[T, ...]]]:
        """What is printed and what is not, each with its class; an empty half is left out."""
        yield from ((name, held) for name, held in self._both() if held)

    def _both(self) -> tuple[tuple[str, tuple[T, ...]], ...]:
        return (("kept", self.kept), ("beyond", self.beyond))


@dataclass(frozen=True, slots=True)
class List(Generic[T]):
    """A list that wants a place on the sheet.

    `heights` are those of its items in points; `weight` is its share where there is not enough
    room; `nouns` are what the line under it counts. Items side by side are as high as the highest.
    """

    items: Sequence[T]
    heights: Sequence[float]
    weight: int
    nouns: tuple[str, str]
    side_by_side: bool = False

    def height(self, kept: int) -> float:
        """What the first `kept` items need, with the heading and the line about the others."""
        if not self.items:
            return 0
        held = self.heights[:kept]
        content = max(held, default=0) if self.side_by_side else sum(held)
        return HEADING + content + (NOTE if kept < len(self.items) else 0)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Every list of a sheet; `follows` says which statements are printed behind it."""

    follows: str
    brief: Part[Sentence] = Part()
    figures: Part[StatementView] = Part()
    rows: Part[Row] = Part()
    members: Part[Any] = Part()
    positions: Part[Any] = Part()
    differences: Part[Sentence] = Part()
    missing: Part[Any] = Part()
    sources: Part[SourceLine] = Part()


def brief(items: Sequence[Sentence]) -> List[Sentence]:
    """The sentences in brief."""
    return List(items, [heights.sentence(each) for each in items], 5, ("sentence", "sentences"))


def figures(items: Sequence[StatementView]) -> List[StatementView]:
    """The figures."""
    nouns = ("figure", "figures")
    return List(items, heights.figures(items), 4, nouns, side_by_side=True)


def rows(table: Matrix | None) -> List[Row]:
    """Who says what."""
    found = table.rows if table else ()
    return List(found, heights.rows(table) if table else [], 11, ("row", "rows"))


def differences(items: Sequence[Sentence]) -> List[Sentence]:
    """Where accounts differ."""
    found = [heights.sentence(each) for each in items]
    return List(items, found, 6, ("difference", "differences"))


def sources(items: Sequence[SourceLine]) -> List[SourceLine]:
    """The sources."""
    return List(items, [heights.source(each) for each in items], 4, ("source", "sources"))


def sheet(pages: Sequence[Page[Any]], head: float, **lists: List[Any]) -> Sheet:
    """As much of each list as two pages hold under a head of that height."""
    kept = _kept(tuple(lists.values()), TWO_PAGES - head)
    cut = {name: _part(each, kept[number]) for number, (name, each) in enumerate(lists.items())}
    return Sheet(_follows(pages), **cut)


def _follows(pages: Sequence[Page[Any]]) -> str:
    """Whether every statement is printed behind the sheet, or how many of them."""
    statements = sum(len(page.items) for page in pages)
    if len(pages) > 1:
        return (
            f"The first {len(pages[0].items)} of {statements:,} statements follow the sheet; "
            f"the others stand at page/2/ and on, below the same address."
        )
    return "Every statement follows the sheet." if statements else ""


def _kept(lists: Sequence[List[Any]], room: float) -> list[int]:
    """How many items of each list are printed.

    One after the other, the list that has used least of its share takes its next item, as long as
    there is room for it: a short list is printed whole, and long ones divide what is left.
    """
    kept = [0] * len(lists)
    heights_now = [each.height(0) for each in lists]
    room -= sum(heights_now)
    waiting = {number for number, each in enumerate(lists) if each.items}
    while waiting:
        number = min(waiting, key=lambda each: (heights_now[each] / lists[each].weight, each))
        each = lists[number]
        height = each.height(kept[number] + 1)
        if height - heights_now[number] > room:
            waiting.discard(number)
            continue
        room -= height - heights_now[number]
        heights_now[number] = height
        kept[number] += 1
        if kept[number] == len(each.items):
            waiting.discard(number)
    return kept


def _part(each: List[T], kept: int) -> Part[T]:
    held = len(each.items)
    if kept == held:
        return Part(tuple(each.items))
    note = (
        f"{kept or 'None'} of {count(held, *each.nouns)} printed here; "
        "all of them stand at the address above."
    )
    return Part(tuple(each.items[:kept]), tuple(each.items[kept:]), note)
