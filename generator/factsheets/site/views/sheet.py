"""What the printed sheet of a topic or an actor holds: as much of each list as two pages take.

Texts have any length, so no fixed number of items would do. The height of each item on paper is
estimated, the room is shared out, and what does not fit is printed nowhere: a line under the list
says how many there are, and the address at the top leads to all of them.
tests/browser/test_print.py prints sheets and counts their pages.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from factsheets.site.translation import gettext as _
from factsheets.site.translation import ngettext, number_text
from factsheets.site.views.matrix import Entry, Matrix, Row
from factsheets.site.views.paging import Page
from factsheets.site.views.sentences import Sentence
from factsheets.site.views.sources import SourceLine
from factsheets.site.views.statement import StatementView

T = TypeVar("T")

# Heights in points and widths in letters. They follow print.css: A4 with its margins is 757 points
# high. Letters are those of a wide font, so that a narrower one only leaves some room.
TWO_PAGES = 2 * 757 - 114
"""Less what is lost where a block is not broken between the two pages."""
_HEADING = 36.0
_NOTE = 16.0
_LINE = 12.6
_LINE_OF_LISTS = 12.0
_LINE_OF_TABLE = 10.4
_WIDTH = 94
_WIDTH_OF_TABLE = 112
_WIDTH_OF_POSITION = 58
_WIDTH_OF_ANSWER = 60
_MANY_QUESTIONS = 4
"""From so many questions on the style sheet gives each answer a line of its own."""
_BROKEN = 1.1  # narrow columns break lines early
_NARROWEST = 8


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """A list of the sheet: what is printed of it, what only the screen shows, and the line."""

    kept: tuple[T, ...] = ()
    beyond: tuple[T, ...] = ()
    note: str = ""

    @property
    def halves(self) -> Iterator[tuple[str, tuple[T, ...]]]:
        """What is printed and what is not, each with its class; an empty half is left out."""
        if self.kept:
            yield "kept", self.kept
        if self.beyond:
            yield "beyond", self.beyond


@dataclass(frozen=True, slots=True)
class List(Generic[T]):
    """A list that wants a place on the sheet.

    `heights` are those of its items; `weight` is its share where there is not enough room. Items
    side by side are as high as the highest.
    """

    items: Sequence[T]
    heights: Sequence[float]
    weight: int
    side_by_side: bool = False

    def height(self, kept: int) -> float:
        """What the first `kept` items need, with the heading and the line about the others."""
        if not self.items:
            return 0
        held = self.heights[:kept]
        content = max(held, default=0) if self.side_by_side else sum(held)
        return _HEADING + content + (_NOTE if kept < len(self.items) else 0)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Every list of a sheet; `follows` says which statements are printed after it."""

    follows: str
    brief: Part[Sentence] = Part()
    figures: Part[StatementView] = Part()
    rows: Part[Row] = Part()
    members: Part[Any] = Part()
    positions: Part[Any] = Part()
    differences: Part[Sentence] = Part()
    missing: Part[Any] = Part()
    sources: Part[SourceLine] = Part()


def sheet(pages: Sequence[Page[Any]], head: float, **lists: List[Any]) -> Sheet:
    """As much of each list as two pages hold under a head of that height.

    Args:
        pages: The statements that are printed after the sheet.
        head: The height of title, summary and particulars.
        lists: By the names of the sheet's parts.
    """
    kept = _kept(tuple(lists.values()), TWO_PAGES - head)
    parts = {name: _part(each, kept[at]) for at, (name, each) in enumerate(lists.items())}
    return Sheet(_follows(pages), **parts)


def _follows(pages: Sequence[Page[Any]]) -> str:
    """Says how many of the statements are printed after the sheet."""
    sizes = pages[0].sizes
    statements = sum(sizes)
    if len(sizes) > 1:
        return ngettext(
            "The first %(first)s of %(num)s statement follow; the others are at page/2/ and on, "
            "below the same address.",
            "The first %(first)s of %(num)s statements follow; the others are at page/2/ and on, "
            "below the same address.",
            statements,
            first=sizes[0],
        )
    return _("Every statement follows.") if statements else ""


def _kept(lists: Sequence[List[Any]], room: float) -> list[int]:
    """How many items of each list are printed.

    One after the other, the list that has used least of its share takes its next item, as long as
    there is room for it: a short list is printed whole, and long ones divide what is left.
    """
    kept = [0] * len(lists)
    used = [each.height(0) for each in lists]
    room -= sum(used)
    waiting = {at for at, each in enumerate(lists) if each.items}
    while waiting:
        at = min(waiting, key=lambda each: (used[each] / lists[each].weight, each))
        height = lists[at].height(kept[at] + 1)
        if height - used[at] > room:
            waiting.discard(at)
            continue
        room -= height - used[at]
        used[at] = height
        kept[at] += 1
        if kept[at] == len(lists[at].items):
            waiting.discard(at)
    return kept


def _part(each: List[T], kept: int) -> Part[T]:
    items, total = tuple(each.items), number_text(len(each.items))
    if kept == len(items):
        return Part(items)
    if kept:
        note = _(
            "%(kept)s of %(all)s printed here; all of them are at the address above.",
            kept=kept,
            all=total,
        )
    else:
        note = _("None of %(all)s printed here; all of them are at the address above.", all=total)
    return Part(items[:kept], items[kept:], note)


# The lists of a sheet, with the estimated heights of their items.


def brief(items: Sequence[Sentence]) -> List[Sentence]:
    """The sentences in brief."""
    return List(items, [_sentence(each) for each in items], 5)


def differences(items: Sequence[Sentence]) -> List[Sentence]:
    """Where accounts differ."""
    return List(items, [_sentence(each) for each in items], 6)


def bullets(items: Sequence[T], texts: Iterable[str]) -> List[T]:
    """Items of a list, with their texts: what is missing."""
    return List(items, [bullet(text) for text in texts], 3)


def sources(items: Sequence[SourceLine]) -> List[SourceLine]:
    """Articles with their addresses."""
    texts = (
        f"{each.ref.name} {each.label} {each.title or ''} 100 statements. {each.url} {each.access}"
        for each in items
    )
    return List(items, [_LINE * lines(text, _WIDTH * 0.92) + 7 for text in texts], 4)


def figures(items: Sequence[StatementView]) -> List[StatementView]:
    """Figures side by side."""
    width = max(_NARROWEST, 100 / max(1, len(items)) - 3)
    texts = (
        f"{view.figure.counts} {view.figure.condition or ''} {view.who.short} declined to say"
        for view in items
        if view.figure
    )
    heights = [45 + _LINE_OF_LISTS * lines(text, width) * _BROKEN for text in texts]
    return List(items, heights, 4, side_by_side=True)


def members(items: Sequence[T], texts: Iterable[str]) -> List[T]:
    """Lists of members that follow each other in the lines of the summary."""
    return List(items, [_LINE_OF_LISTS * (signs(text) + 2) / 64 for text in texts], 4)


def positions(items: Sequence[T], answers: Iterable[tuple[str, Iterable[Entry]]]) -> List[T]:
    """Questions with the answers given to them."""
    heights = [
        _LINE_OF_LISTS
        * max(sum(lines(text, _WIDTH_OF_POSITION) for text in _printed(given)), lines(question, 36))
        + 8
        for question, given in answers
    ]
    return List(items, heights, 10)


def rows(table: Matrix | None) -> List[Row]:
    """Who says what; the first row carries the table's head, twice, and its caption."""
    if table is None:
        return List((), (), 11)
    if len(table.questions) >= _MANY_QUESTIONS:
        heights = [_row(row, _WIDTH_OF_ANSWER, _height_of_lines) for row in table.rows]
        heights[0] += 30
        return List(table.rows, heights, 11)
    width = max(_NARROWEST, _WIDTH_OF_TABLE * 0.79 / max(1, len(table.questions)) - 1)
    names = [question.short or question.text for question in table.questions]
    top = 10 * max((math.ceil(signs(each) / width * _BROKEN) for each in names), default=1) + 12
    heights = [_row(row, width, max) for row in table.rows]
    heights[0] += 1.5 * top + 30
    return List(table.rows, heights, 11)


def _height_of_lines(cells: Iterable[int]) -> float:
    """Where answers stand below each other; a question may take two lines."""
    return sum(max(2, each) + 0.4 for each in cells if each)


def _row(row: Row, width: float, height: Callable[[list[int]], float]) -> float:
    names = _LINE_OF_TABLE * lines(", ".join(actor.short for actor in row.actors), 22)
    note = 10 * lines(row.note, 26) if row.note else 0
    cells = [
        sum(math.ceil(signs(text) / width * _BROKEN) for text in (*_printed(cell), of_others))
        for cell, of_others in zip(row.cells, row.of_others, strict=True)
    ]
    return max(names + note, _LINE_OF_TABLE * height(cells or [1])) + 10


def _printed(entries: Iterable[Entry]) -> Iterator[str]:
    """The answers of a cell about as they are printed. Earlier answers stay on the screen."""
    for each in entries:
        if not each.earlier:
            condition = (
                _("Condition: %(condition)s.", condition=each.condition) if each.condition else ""
            )
            yield each.text
            known = (each.per_text, condition if each.condition else "", each.form, each.said)
            yield f"{' · '.join(filter(None, known))} {each.reference}"


def _sentence(each: Sentence) -> float:
    """A sentence with its references, and its heading where it has one."""
    heading = lines(each.heading, 85) if each.heading else 0
    body = math.ceil((signs(each.text) + 10 * len(each.statements)) / _WIDTH)
    return _LINE * (heading + body) + (6 if heading else 3)


def bullet(text: str) -> float:
    """One item of a list."""
    return _LINE * lines(text, _WIDTH) + 3


def head(title: str, lede: str, particulars: Iterable[str]) -> float:
    """Title, summary, coverage line, the line with the address, and rows of particulars."""
    above = sum(6 + _LINE_OF_LISTS * lines(text, 68) for text in particulars)
    return 100 + 22 * lines(title, 40) + 15 * lines(lede, 78) + above


def lines(text: str, width: float) -> int:
    """The number of lines that a text takes at `width` letters a line."""
    return max(1, math.ceil(signs(text) / width))


def signs(text: str) -> int:
    """The width of a text in average letters; those of East Asian scripts count twice."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)
