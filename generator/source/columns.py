"""Lines that stand at the wrong column, or lack the colon, space or hyphen that places them.

Lines and columns count from 0, as the parser's marks do.
"""

from __future__ import annotations

import re

from generator.problem import Problem
from generator.source.lines import Lines, shortened

FIELD = re.compile(
    r"( *+)((?:- ++)*+)(\"[^\"]*\"|'[^']*'|[^\s\"'\[\]{},#&*!|>%@`][^:#]*?):(?=\s|$)\s*"
)
"""A line that is a field: its indentation, its hyphens, its name."""

_NO_SPACE = re.compile(r" *+(?:- ++)*+[A-Za-z_]\w*:[^\s:/]")
_DASH_WORD = re.compile(r" *-[A-Za-z]")
_BLOCK_TEXT = re.compile(r":\s*[|>][-+\d]*$")


def without_colon(text: Lines, line: int) -> Problem:
    """A line that should be a field, but has no colon with a space behind it."""
    if _NO_SPACE.match(text[line]):
        return _without_space(text, line)
    if _DASH_WORD.match(text[line]):
        return _dash_without_space(text, line)
    if _BLOCK_TEXT.search(text[text.above(line)].rstrip()):
        return _indent(
            text,
            line,
            "This text should stand further right than the field above it.",
            "Put two spaces more in front of each line of the text.",
        )
    bare = text[line].strip().removeprefix("- ")
    name, _, rest = bare.partition(" ")
    example = f"{name}: {rest}" if rest and re.fullmatch(r"[a-z_]+", name) else f"{bare}: …"
    return text.problem(
        "yaml-missing-colon",
        text.place(line, text.indent(line)),
        "In this line the colon behind the field's name is missing.",
        f"If it begins with a field's name, write: {shortened(example)}\n"
        "If it goes on with the text above, put both in one line, in double quotes.",
    )


def _without_space(text: Lines, line: int) -> Problem:
    name, _, value = text[line].strip().partition(":")
    return text.problem(
        "yaml-space",
        text.place(line, text.indent(line)),
        "Behind the colon a space is missing.",
        f"Write: {shortened(f'{name}: {value}')}",
    )


def _dash_without_space(text: Lines, line: int) -> Problem:
    return text.problem(
        "yaml-dash",
        text.place(line, text.indent(line)),
        "Behind the hyphen that begins a list's item a space is missing.",
        f"Write: - {shortened(text[line].strip()[1:])}",
    )


def shifted(text: Lines, line: int) -> Problem:
    """A field where the parser expects none: a line above has taken it in, or it is moved."""
    above = text.above(line)
    field = FIELD.match(text[above])
    if not field or _DASH_WORD.match(text[above]):
        return without_colon(text, above)
    column = field.start(3)
    return _indent(
        text,
        line,
        f"This line does not begin where the field above it begins (line {above + 1}).",
        f"Let it begin with {_spaces(column)}, as that field does.",
    )


def wrong_column(text: Lines, at: tuple[int, int], begin: tuple[int, int]) -> Problem:
    """A line whose first word fits nowhere; the group or list around it begins at `begin`."""
    line, column = at
    if _DASH_WORD.match(text[line]):
        return _dash_without_space(text, line)
    sign = text[line][column : column + 1]
    dash, in_list = sign == "-", text[begin[0]][begin[1] : begin[1] + 1] == "-"
    if sign == ":":
        return text.problem(
            "yaml-key",
            text.place(line, column),
            "In front of the colon the name of the field is missing.",
            "Write the name in front, or put the text in double quotes.",
        )
    if dash and not in_list and column == begin[1]:
        return text.problem(
            "yaml-dash",
            text.place(line, column),
            f"An item of a list stands among fields (line {begin[0] + 1} begins them).",
            f"If line {begin[0] + 1} begins an item too, put a hyphen and a space in front of it. "
            "If not, put this item below the field of its list.",
        )
    if dash and not in_list and (first := _item_without_dash(text, line)) is not None:
        return _dash_missing(text, first, column)
    return _indent(
        text,
        line,
        f"This line begins with {_spaces(column)}, and fits no line above it.",
        _moved(text, line, begin, item=dash and in_list),
    )


def _item_without_dash(text: Lines, line: int) -> int | None:
    """The line that should have begun the item above this one: the same field, no hyphen."""
    first, above = line, text.above(line)
    while above >= 0 and text.indent(above) > text.indent(line):
        first, above = above, text.above(above)
    mine, theirs = FIELD.match(text[line]), FIELD.match(text[first])
    alike = mine and theirs and mine.group(3) == theirs.group(3) and not theirs.group(2)
    return first if alike and first != line else None


def _dash_missing(text: Lines, line: int, column: int) -> Problem:
    return text.problem(
        "yaml-dash",
        text.place(line, text.indent(line)),
        "The hyphen in front of this item of a list is missing.",
        f"Write, behind {_spaces(column)}: - {shortened(text[line].strip())}",
    )


def _moved(text: Lines, line: int, begin: tuple[int, int], *, item: bool) -> str:
    above = text.above(line)
    field = FIELD.match(text[above])
    choices = {begin[1]: begin[0]}
    if not item:
        nearest = {field.start(3) if field else text.indent(above): above}
        list_item = text[begin[0]][begin[1] : begin[1] + 1] == "-"
        choices = nearest if list_item else {**nearest, **choices}
    places = [f"{_spaces(column)}, like line {like + 1}" for column, like in choices.items()]
    return f"Let it begin with {', or with '.join(places)}."


def _spaces(count: int) -> str:
    return {0: "no space", 1: "one space"}.get(count, f"{count} spaces")


def _indent(text: Lines, line: int, message: str, advice: str) -> Problem:
    return text.problem("yaml-indent", text.place(line, text.indent(line)), message, advice)
