"""The span of one value in a text in house form, found by going down its lines.

The quick reader notes no spans but those of a list's items; for a message or two in a file it is
not worth reading the whole file again by the parser. What `house` does not take, this does not
understand. Lines and columns count from 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.source.house import FIELDS, ITEMS, KEY
from generator.source.tree import Path, mark

Span = tuple[int, int]
"""The marks of a key and of its value; of a list's item, twice that of the item."""


class _Block(NamedTuple):
    """A group or list whose first line and column these are."""

    line: int
    column: int


class _Flow(NamedTuple):
    """A value in one line, in braces or brackets or neither, from one column up to another."""

    line: int
    column: int
    end: int


_Value = _Block | _Flow


class Spans:
    """The lines of a text in house form."""

    def __init__(self, body: str) -> None:
        self._lines = body.split("\n")
        # Looked for once, however many places below them are asked for.
        self._fields: dict[tuple[_Block, str], tuple[Span, _Value] | None] = {}
        self._items: dict[_Block, list[int]] = {}

    def first(self) -> int:
        """The mark of the first key."""
        line = next(n for n in range(len(self._lines)) if _indent(self._lines[n]) >= 0)
        name = KEY.match(self._lines[line])
        return mark(line, 0, name.end(1) if name else 0)

    def find(self, path: Path) -> Span | None:
        """The span at a path; steps that the text lacks are left out; None if it has none."""
        value: _Value = _Block(0, 0)
        found = None
        for step in path:
            if isinstance(value, _Flow):
                stepped = self._in_flow(value, step)
            elif isinstance(step, str):
                stepped = self._field(value, step)
            else:
                stepped = self._item(value, step)
            if stepped:
                found, value = stepped
        return found

    def _field(self, group: _Block, name: str) -> tuple[Span, _Value] | None:
        key = (group, name)
        if key not in self._fields:
            number = self._line_of(group, name)
            self._fields[key] = None if number is None else self._valued(number, group.column, name)
        return self._fields[key]

    def _line_of(self, group: _Block, name: str) -> int | None:
        """The line of a field of a group."""
        wanted = f"{name}:"
        # The first line of a group in a list begins with the hyphen.
        if self._lines[group.line].startswith(wanted, group.column):
            return group.line
        return next(self._lines_with(wanted, group.line + 1, group.column), None)

    def _item(self, items: _Block, wanted: int) -> tuple[Span, _Value] | None:
        if items not in self._items:
            self._items[items] = list(self._lines_with("- ", *items))
        numbers = self._items[items]
        if not 0 <= wanted < len(numbers):
            return None
        number, column = numbers[wanted], items.column + 2
        width = len(self._lines[number])
        span = mark(number, column, width)
        if KEY.match(self._lines[number], column):
            return (span, span), _Block(number, column)
        return (span, span), _Flow(number, column, width)

    def _lines_with(self, signs: str, first: int, column: int) -> Iterator[int]:
        """The lines of a block, from one on, that have these signs where the block begins."""
        spaces = " " * column
        wanted = spaces + signs
        for number in range(first, len(self._lines)):
            line = self._lines[number]
            if line.startswith(wanted):
                yield number
            elif not line.startswith(spaces) and _indent(line) >= 0:
                return

    def _valued(self, number: int, column: int, name: str) -> tuple[Span, _Value]:
        """The field of a line and column, with its value behind it or in the next lines."""
        end = column + len(name) + 1
        key = mark(number, column, end - 1)
        width = len(self._lines[number])
        if end < width:
            return (key, mark(number, end + 1, width)), _Flow(number, end + 1, width)
        for below in range(number + 1, len(self._lines)):
            indent = _indent(self._lines[below])
            if indent > column:
                return (key, mark(below, indent, len(self._lines[below]))), _Block(below, indent)
            if indent >= 0:
                break
        return (key, key), _Flow(number, end, end)  # an empty text

    def _in_flow(self, value: _Flow, step: str | int) -> tuple[Span, _Value] | None:
        line, start = self._lines[value.line], value.column
        sign = line[start : start + 1]
        if isinstance(step, str) and sign == "{":
            for field in FIELDS.finditer(line, start + 1, value.end):
                if field[1] == step:
                    key = mark(value.line, *field.span(1))
                    at = field.end(1) + 2
                    return (key, mark(value.line, at, field.end())), _Flow(
                        value.line, at, field.end()
                    )
        if isinstance(step, int) and sign == "[":
            for number, item in enumerate(ITEMS.finditer(line, start + 1, value.end)):
                if number == step:
                    span = mark(value.line, *item.span())
                    return (span, span), _Flow(value.line, *item.span())
        return None


def _indent(line: str) -> int:
    """How many spaces a line begins with; -1 where it has nothing or only a remark."""
    bare = line.lstrip(" ")
    return -1 if not bare or bare[0] == "#" else len(line) - len(bare)
