"""The text of one file, line by line, for places and for messages that show a line."""

from __future__ import annotations

import re
from functools import cached_property

from generator.problem import Place, Problem

_BREAK = re.compile(r"\r\n|\r|\n")


class Lines:
    """A text with its lines; they are cut only when somebody asks, for most files are right.

    Line numbers and columns that come in and go out count from 0, as the parser's marks do;
    places count from 1.
    """

    def __init__(self, file: str, body: str) -> None:
        """`body` has passed `text`: no hidden characters, no byte order mark."""
        self.file = file
        self.body = body

    @cached_property
    def all(self) -> list[str]:
        """The lines without their ends."""
        return _BREAK.split(self.body)

    def __getitem__(self, number: int) -> str:
        return self.all[number] if 0 <= number < len(self.all) else ""

    def width(self, number: int) -> int:
        """The length of a line without the blanks at its end."""
        return len(self[number].rstrip())

    def indent(self, number: int) -> int:
        """How many spaces a line begins with."""
        line = self[number]
        return len(line) - len(line.lstrip(" "))

    def above(self, number: int) -> int:
        """The nearest line above that has more than a comment, -1 where there is none."""
        number -= 1
        while number >= 0 and (not self[number].strip() or self[number].lstrip()[0] == "#"):
            number -= 1
        return number

    def below(self, number: int) -> int:
        """The nearest line below that has more than a comment; behind the last where none has."""
        number += 1
        while number < len(self.all) and (
            not self[number].strip() or self[number].lstrip()[0] == "#"
        ):
            number += 1
        return number

    def is_end(self, line: int, column: int) -> bool:
        """Whether nothing but blanks follows."""
        return line >= len(self.all) - 1 and not self[line][column:].strip()

    def place(self, line: int, column: int, end: int | None = None) -> Place:
        """A span in one line; without `end`, to the end of the line.

        The parser's mark at the end of a text without a last line end lies one line too far.
        """
        if line >= len(self.all):
            line = len(self.all) - 1
            column = max(self.width(line) - 1, 0)
        last = self.width(line) if end is None else min(end, len(self[line]))
        return Place(self.file, line + 1, column + 1, max(last, column + 1) + 1)

    def problem(self, code: str, place: Place, message: str, advice: str) -> Problem:
        """An error at a place of this file."""
        return Problem(code, message, place, advice)


def spaces(count: int) -> str:
    """How far a line is moved to the right, in words."""
    return {0: "no space", 1: "one space"}.get(count, f"{count} spaces")


def quoted(value: str) -> str:
    """A text in double quotation marks, on one line."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return f'"{escaped}"'


def in_quotes(value: str) -> str:
    """A text as it can be written behind a field, in quotation marks."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    if "'" not in value:
        return f"'{value}'"
    return quoted(value)


def shortened(value: str, most: int = 70) -> str:
    """A text short enough for a message."""
    return value if len(value) <= most else value[: most - 1] + "…"


def without_remark(value: str) -> str:
    """A text up to a remark behind it."""
    return value.partition(" #")[0].rstrip()
