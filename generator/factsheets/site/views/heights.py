"""How high things are on paper, in points, estimated from the length of their texts.

The sizes follow print.css; widths are those of a wide font, so that a narrower one only leaves
some room. A4 with the margins of print.css is 757 points high.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Sequence

from factsheets.site.views.matrix import Entry, Matrix, Row
from factsheets.site.views.sentences import Sentence
from factsheets.site.views.sources import SourceLine
from factsheets.site.views.statement import StatementView

# Less what is lost where a block is not broken between the two pages.
TWO_PAGES = 2 * 757 - 114
HEADING = 36.0
NOTE = 16.0
_LINE = 12.6
_LINE_OF_LISTS = 12.0
_LINE_OF_TABLE = 10.4
_SIGNS_IN_A_LINE = 94
_SIGNS_IN_A_TABLE = 112
_SIGNS_OF_A_POSITION = 58
_BROKEN = 1.1  # narrow columns break lines early
_NARROWEST = 8


def signs(text: str) -> int:
    """The width of a text in average letters; those of East Asian scripts count twice."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)


def lines(text: str, width: float) -> int:
    """How many lines a text takes where `width` letters stand in one."""
    return max(1, math.ceil(signs(text) / width))


def head(title: str, lede: str, particulars: Iterable[str]) -> float:
    """Title, summary, coverage line, the line with the address, and rows of particulars."""
    rows = sum(6 + _LINE_OF_LISTS * lines(text, 68) for text in particulars)
    return 100 + 22 * lines(title, 40) + 15 * lines(lede, 78) + rows


def sentence(each: Sentence) -> float:
    """A sentence with its references, and its heading where it has one."""
    refs = 10 * len(each.statements)
    heading = lines(each.heading, 85) if each.heading else 0
    body = math.ceil((signs(each.text) + refs) / _SIGNS_IN_A_LINE)
    return _LINE * (heading + body) + (6 if heading else 3)


def bullet(text: str) -> float:
    """One item of a list."""
    return _LINE * lines(text, _SIGNS_IN_A_LINE) + 3


def inline(text: str) -> float:
    """One of several that follow each other in the lines of a summary."""
    return _LINE_OF_LISTS * (signs(text) + 2) / 64


def source(line: SourceLine) -> float:
    """One article with its address."""
    text = (
        f"{line.ref.name} {line.label} {line.title or ''} 100 statements. {line.url} {line.access}"
    )
    return _LINE * lines(text, _SIGNS_IN_A_LINE * 0.92) + 7


def figures(views: Sequence[StatementView]) -> list[float]:
    """Figures side by side."""
    width = max(_NARROWEST, 100 / max(1, len(views)) - 3)
    return [
        45
        + _LINE_OF_LISTS
        * lines(
            f"{v.figure.counts} {v.figure.condition or ''} {v.who.short} declined to say", width
        )
        * _BROKEN
        for v in views
        if v.figure
    ]


def position(question: str, entries: Iterable[Entry]) -> float:
    """A question with its answers."""
    given = sum(lines(_answer(each), _SIGNS_OF_A_POSITION) for each in _printed(entries))
    return _LINE_OF_LISTS * max(given, lines(question, 36)) + 8


def rows(table: Matrix) -> list[float]:
    """Rows of the table of who says what; the first carries its head, twice, and its caption."""
    width = max(_NARROWEST, _SIGNS_IN_A_TABLE * 0.79 / max(1, len(table.questions)) - 1)
    names = [question.short or question.text for question in table.questions]
    top = 10 * max((math.ceil(signs(each) / width * _BROKEN) for each in names), default=1) + 12
    first, *others = (_row(row, width) for row in table.rows)
    return [first + 1.5 * top + 20, *others]


def _row(row: Row, width: float) -> float:
    names = _LINE_OF_TABLE * lines(", ".join(actor.short for actor in row.actors), 22)
    note = 10 * lines(row.note, 26) if row.note else 0
    cells = (
        sum(math.ceil(signs(_answer(each)) / width * _BROKEN) for each in _printed(cell))
        for cell in row.cells
    )
    return max(names + note, _LINE_OF_TABLE * max(cells, default=1)) + 10


def _answer(each: Entry) -> str:
    per = f", per {each.per.short}" if each.per else ""
    said = f" ({each.said})" if each.said else ""
    return f"● {each.text}{per}{said} {each.reference}"


def _printed(entries: Iterable[Entry]) -> Iterable[Entry]:
    """Earlier answers stay on the screen."""
    return (each for each in entries if not each.earlier)
