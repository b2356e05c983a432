"""How far values and remarks reach in the lines of a file that is known to be right."""

from __future__ import annotations

import re

from generator.source import Node
from generator.source.tree import unpacked

_REMARK = re.compile(r"\s*(#.*)?")


class Odd(Exception):
    """A layout that is right, but that we do not know how to write anew."""


class Extent:
    """The lines of a file; `kept` are those that must stay as they stand."""

    def __init__(self, text: str, kept: frozenset[int] = frozenset()) -> None:
        self.lines = text.split("\n")
        self.kept = kept
        self.columns: dict[int, int] = {}  # where groups began, and where they begin now

    def is_flow(self, line: int, column: int) -> bool:
        """Whether a group or list at a place stands in brackets."""
        return self.lines[line][column : column + 1] in {"[", "{"}

    def end(self, value: Node, packed: int, line: int, column: int) -> int:
        """The last line of a text or of a bracket; its field or hyphen stands at a place."""
        at, start, _ = unpacked(packed)
        sign = self.lines[at][start : start + 1]
        if isinstance(value, str) and not value and sign not in {'"', "'"}:
            return line
        if sign in {'"', "'"}:
            return self._closing(at, start)[0]
        if isinstance(value, str) and sign in {"|", ">"}:
            return self._block(at, column)
        return self._bracket(at, start)[0] if sign in {"[", "{"} else self._plain(at, start, value)

    def stop(self, value: Node, packed: int, end: int) -> int:
        """The column behind a value in its last line."""
        at, start, stop = unpacked(packed)
        sign = self.lines[at][start : start + 1]
        if sign in {'"', "'"}:
            return self._closing(at, start)[1]
        if sign in {"[", "{"}:
            return self._bracket(at, start)[1]
        if isinstance(value, str) and sign in {"|", ">"}:
            return len(self.lines[end])
        return stop if at == end else len(self.lines[end].rstrip())

    def length(self, line: int, column: int) -> int:
        """How long a text is that begins and ends in one line."""
        if self.lines[line][column] in {'"', "'"}:
            return self._closing(line, column)[1] - column
        bare = re.split(r"\s#", self.lines[line][column:], maxsplit=1)[0]
        return len(bare.rstrip())

    def remark(self, line: int, column: int, indent: int) -> list[str]:
        """The remark behind a value, as a comment line of its own."""
        rest = self.lines[line][column:].lstrip().removeprefix(":")
        found = _REMARK.fullmatch(rest)
        if not found:
            raise Odd
        return [" " * indent + found[1].rstrip()] if found[1] else []

    def has_remark(self, first: int, last: int) -> bool:
        """Whether a remark could stand somewhere in these lines."""
        return any("#" in line for line in self.lines[first : last + 1])

    def between(self, end: int, begin: int, column: int | None, indent: int) -> list[str]:
        """The comments and blank lines between two entries, at the indentation of the later one.

        Comments further right than `column` belong to what is above, and move along with it.
        """
        found = []
        above = column is not None
        for line in self.lines[end + 1 : begin]:
            bare = line.strip()
            if bare and bare[0] != "#":
                raise Odd
            width = len(line) - len(line.lstrip(" "))
            above = above and bool(bare) and width > (column or 0)
            margin = self._margin(width) if above else indent
            found.append(" " * margin + bare if bare else "")
        return found

    def _margin(self, width: int) -> int:
        """Where a comment belongs now that stood at a column of the group above it."""
        known = max((column for column in self.columns if column <= width), default=width)
        return self.columns.get(known, width) + width - known

    def moved(self, first: int, last: int, column: int, indent: int) -> list[str]:
        """Lines as they stand, moved from one indentation to another."""
        start = self.lines[first]
        if start[:column].strip(" -"):
            raise Odd
        by = indent - column
        return [
            " " * indent + start[column:].rstrip(),
            *(_shifted(line, by) for line in self.lines[first + 1 : last + 1]),
        ]

    def _closing(self, line: int, column: int) -> tuple[int, int]:
        """Line and column behind the mark that closes a text in quotation marks."""
        mark = self.lines[line][column]
        column += 1
        while line < len(self.lines):
            row = self.lines[line]
            while column < len(row):
                if mark == '"' and row[column] == "\\":
                    column += 2
                elif row[column] != mark:
                    column += 1
                elif mark == "'" and row[column + 1 : column + 2] == "'":
                    column += 2
                else:
                    return line, column + 1
            line, column = line + 1, 0
        raise Odd

    def _bracket(self, line: int, column: int) -> tuple[int, int]:
        """Line and column behind the bracket that closes a list or group."""
        depth = 0
        while line < len(self.lines):
            row = self.lines[line]
            while column < len(row):
                sign = row[column]
                if sign in {'"', "'"} and (column == 0 or row[column - 1] in " ,[{:"):
                    line, column = self._closing(line, column)
                    row = self.lines[line]
                    continue
                if sign == "#" and (column == 0 or row[column - 1] in " \t"):
                    break
                depth += (sign in "[{") - (sign in "]}")
                column += 1
                if depth == 0:
                    return line, column
            line, column = line + 1, 0
        raise Odd

    def _block(self, line: int, column: int) -> int:
        """The last line of a text in block form below a field or hyphen at a column."""
        last = line
        for number in range(line + 1, len(self.lines)):
            row = self.lines[number]
            if row.strip():
                if len(row) - len(row.lstrip(" ")) <= column:
                    break
                last = number
        return last

    def _plain(self, line: int, column: int, value: Node) -> int:
        """The last line of a text without quotation marks, found by its own words."""
        rest = "".join(str(value).split())
        number = line
        row = self.lines[line][column:]
        while number < len(self.lines):
            bare = "".join(re.split(r"(?:^|\s)#", row, maxsplit=1)[0].split())
            if bare and not rest.startswith(bare):
                raise Odd
            rest = rest[len(bare) :]
            if not rest:
                return number
            number += 1
            row = self.lines[number] if number < len(self.lines) else ""
        raise Odd


def _shifted(line: str, by: int) -> str:
    if not line.strip():
        return line
    if by >= 0:
        return " " * by + line
    return line[min(-by, len(line) - len(line.lstrip(" "))) :]
