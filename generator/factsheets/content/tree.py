"""The tree of one file: groups, lists and texts with their positions."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from factsheets.content.text import LINE_BREAK
from factsheets.problems.problem import Place

Path = tuple[str | int, ...]
"""The keys and indexes that lead to a value in a file."""

Locate = Callable[[str, Path], Place]
"""Maps the path of a file and of a value in it to its place."""

_BITS = 21  # a file has at most 1 MiB, so each number fits
_MASK = (1 << _BITS) - 1


def mark(line: int, column: int, end: int) -> int:
    """Pack a span in one line into one number: the tree of a large data set has millions.

    All three count from 0 here; `Place` counts from 1.
    """
    return (line << _BITS | column) << _BITS | end


def unpacked(packed: int) -> tuple[int, int, int]:
    """Line, column and end column, from 0, of a `mark`."""
    return packed >> 2 * _BITS, packed >> _BITS & _MASK, packed & _MASK


class Map(dict[str, "Node"]):
    """A group of fields. `marks` has two spans per field, the key's and the value's, in order."""

    __slots__ = ("marks",)
    marks: list[int]

    def key_mark(self, key: str) -> int:
        """The span of a key."""
        return self.marks[2 * list(self).index(key)]


class Seq(list["Node"]):
    """A list. `marks` has one span per item."""

    __slots__ = ("marks",)
    marks: list[int]


Node = Map | Seq | str
_Steps = list[tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Tree:
    """The content of one file, with the position of everything.

    An empty value is an empty text; there are only texts, lists and groups.
    """

    file: str
    root: Map

    def at(self, path: Path) -> Node:
        """The node at a path; steps that the file lacks are skipped."""
        node: Node = self.root
        for container, step in _steps(self.root, path):
            node = container[step]
        return node

    def place(self, path: Path) -> Place:
        """The place of the value at `path`; steps that the file lacks are skipped.

        The place of a quoted text includes the marks; a value of several lines ends with its first.
        The place of the file itself is that of its first key.
        """
        return self._place(_steps(self.root, path)) if path else self.first_key_place(())

    def key_place(self, path: Path) -> Place:
        """The place of the key of the value at `path`; for a list item, the item."""
        return self._place(_steps(self.root, path), of_key=True)

    def first_key_place(self, path: Path) -> Place:
        """The place of the first key of the group at `path`, for problems about missing fields.

        If it is not a group, or is empty, the place of the value.
        """
        steps = _steps(self.root, path)
        node = self.at(path)
        if isinstance(node, Map) and node:
            first = next(iter(node))
            return self._place([*steps, (node, first)], of_key=True)
        return self._place(steps)

    def _place(self, steps: _Steps, *, of_key: bool = False) -> Place:
        if not steps:
            return Place(self.file, 1, 1, 2)
        container, step = steps[-1]
        if isinstance(container, Seq):
            packed = container.marks[step]
        else:
            packed = container.marks[2 * list(container).index(step) + (not of_key)]
        line, column, end = unpacked(packed)
        return Place(self.file, line + 1, column + 1, max(end, column + 1) + 1)


def _steps(root: Map, path: Path) -> _Steps:
    """Each container on the way, with its next step; steps that lead nowhere are skipped."""
    node: Node = root
    steps: _Steps = []
    for step in path:
        if isinstance(node, Map) and step in node:
            steps.append((node, step))
            node = node[str(step)]
        elif isinstance(node, Seq) and isinstance(step, int) and 0 <= step < len(node):
            steps.append((node, step))
            node = node[step]
    return steps


class Lines:
    """A text with its lines, which are split only when needed, because most files have no problems.

    Line numbers and columns count from 0 here, as in the parser's marks; places count from 1.
    """

    def __init__(self, file: str, body: str) -> None:
        """`body` has passed `text`: no hidden characters, no byte order mark."""
        self.file = file
        self.body = body

    @cached_property
    def all(self) -> list[str]:
        """The lines without their line ends."""
        return LINE_BREAK.split(self.body)

    def __getitem__(self, number: int) -> str:
        return self.all[number] if 0 <= number < len(self.all) else ""

    def width(self, number: int) -> int:
        """The length of a line without trailing blanks."""
        return len(self[number].rstrip())

    def indent(self, number: int) -> int:
        """The number of spaces that a line begins with."""
        line = self[number]
        return len(line) - len(line.lstrip(" "))

    def above(self, number: int) -> int:
        """The nearest line above with more than a comment, -1 if there is none."""
        number -= 1
        while number >= 0 and (not self[number].strip() or self[number].lstrip()[0] == "#"):
            number -= 1
        return number

    def below(self, number: int) -> int:
        """The nearest line below with more than a comment; after the last line if there is none."""
        number += 1
        while number < len(self.all) and (
            not self[number].strip() or self[number].lstrip()[0] == "#"
        ):
            number += 1
        return number

    def is_end(self, line: int, column: int) -> bool:
        """Whether only blanks follow."""
        return line >= len(self.all) - 1 and not self[line][column:].strip()

    def place(self, line: int, column: int, end: int | None = None) -> Place:
        """A span in one line; without `end`, to the end of the line.

        If the text does not end with a line break, the parser's end mark is one line too far.
        """
        if line >= len(self.all):
            line = len(self.all) - 1
            column = max(self.width(line) - 1, 0)
        last = self.width(line) if end is None else min(end, len(self[line]))
        return Place(self.file, line + 1, column + 1, max(last, column + 1) + 1)


def spaces(count: int) -> str:
    """The indentation of a line, in words."""
    return {0: "no space", 1: "one space"}.get(count, f"{count} spaces")


def quoted(value: str) -> str:
    """A text in double quotation marks, on one line, as YAML and JSON write it."""
    return json.dumps(value, ensure_ascii=False)


def in_quotes(value: str) -> str:
    """A text in quotation marks, as it can be written after a field."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    if "'" not in value:
        return f"'{value}'"
    return quoted(value)


def shortened(value: str, most: int = 70) -> str:
    """A text short enough for a message."""
    return value if len(value) <= most else value[: most - 1] + "…"


def without_comment(value: str) -> str:
    """A text without the comment after it."""
    return value.partition(" #")[0].rstrip()
