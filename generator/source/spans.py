"""The span of one value in a text in house form, found by going down its lines.

The quick reader notes no spans but those of a list's items; for a message or two in a file it is
not worth reading the whole file again by the parser. What `house` does not take, this does not
understand. Lines and columns count from 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.source.house import FIELDS, ITEMS, KEY
from generator.source.tree import Path, mark

Span = tuple[int, int]
"""The marks of a key and of its value; of a list's item, twice that of the item."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A group or list whose first line and column these are."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class _Flow:
    """A value in one line, in braces or brackets or neither, from one column up to another."""

    line: int
    column: int
    end: int


_Value = _Block | _Flow


class Spans:
    """The lines of a text in house form."""

    def __init__(self, body: str) -> None:
        self._lines = body.split("\n")
        self._indents = [_indent(line) for line in self._lines]
        # Each is gone down once, however many places in it are asked for.
        self._fields_of: dict[_Block, dict[str, int]] = {}
        self._items_of: dict[_Block, list[int]] = {}

    def first(self) -> int:
        """The mark of the first key."""
        line = next(n for n in range(len(self._lines)) if self._indents[n] >= 0)
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
        if group not in self._fields_of:
            self._fields_of[group] = dict(self._fields(group))
        number = self._fields_of[group].get(name)
        if number is None:
            return None
        end = group.column + len(name)
        return self._valued(number, mark(number, group.column, end), end + 1, group.column)

    def _fields(self, group: _Block) -> Iterator[tuple[str, int]]:
        """The names of a group with their lines."""
        for number in range(group.line, len(self._lines)):
            indent = self._indents[number]
            if number > group.line and 0 <= indent < group.column:
                return
            if indent == group.column or number == group.line:  # perhaps behind a hyphen
                key = KEY.match(self._lines[number], group.column)
                if key:
                    yield key[1], number

    def _item(self, items: _Block, wanted: int) -> tuple[Span, _Value] | None:
        if items not in self._items_of:
            self._items_of[items] = list(self._items(items))
        lines = self._items_of[items]
        if not 0 <= wanted < len(lines):
            return None
        number, column = lines[wanted], items.column + 2
        width = len(self._lines[number])
        span = mark(number, column, width)
        if KEY.match(self._lines[number], column):
            return (span, span), _Block(number, column)
        return (span, span), _Flow(number, column, width)

    def _items(self, items: _Block) -> Iterator[int]:
        """The lines on which the items of a list begin."""
        for number in range(items.line, len(self._lines)):
            indent = self._indents[number]
            if 0 <= indent < items.column:
                return
            if indent == items.column and self._lines[number].startswith("- ", indent):
                yield number

    def _valued(self, number: int, key: int, end: int, column: int) -> tuple[Span, _Value]:
        """A field that ends its name at a column, with its value behind it or in the next lines."""
        width = len(self._lines[number])
        if end < width:
            return (key, mark(number, end + 1, width)), _Flow(number, end + 1, width)
        for below in range(number + 1, len(self._lines)):
            indent = self._indents[below]
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
