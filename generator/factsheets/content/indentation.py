"""Lines with the wrong indentation, or without the colon, space or hyphen they need.

Lines and columns count from 0, as in the parser's marks.
"""

from __future__ import annotations

import re

from factsheets.content.subset import missing_name, odd_hyphen
from factsheets.content.tree import Lines, shortened, spaces
from factsheets.problems.problem import Problem

Spot = tuple[int, int]
"""Line and column, from 0."""

FIELD = re.compile(
    r"( *+)((?:- ++)*+)(\"[^\"]*\"|'[^']*'|[^\s\"'\[\]{},#&*!|>%@`][^:#]*?):(?=\s|$)\s*"
)
"""A line that is a field: its indentation, its hyphens, its name."""

_NO_SPACE = re.compile(r" *+(?:- ++)*+[A-Za-z_]\w*:[^\s:/]")
_DASH_WORD = re.compile(r" *-[A-Za-z]")
_WIDE = "：﹕︓։፡"  # colons of other keyboards
_WIDE_COLON = re.compile(rf" *+(?:- ++)*+([a-z_]+) *([{_WIDE}])")
COLON = re.compile(f"[:{_WIDE}]")
"""A colon, or a character meant as one."""

_EQUALS = re.compile(r"(?<=[a-z_]) *= *")
_BLOCK_TEXT = re.compile(r":\s*[|>][-+\d]*$")


def without_colon(text: Lines, line: int) -> Problem:
    """A line that should be a field, but has no colon followed by a space."""
    if _NO_SPACE.match(text[line]):
        return _without_space(text, line)
    if hyphen := odd_hyphen(text, line, text.indent(line)):
        return hyphen
    if wide := _WIDE_COLON.match(text[line]):
        return _wide_colon(text, line, wide)
    if _BLOCK_TEXT.search(text[text.above(line)].rstrip()):
        return _indent(
            text,
            line,
            "This text must be indented more than the field above it.",
            "Put two more spaces before each line of the text.",
        )
    above = FIELD.match(text[text.above(line)])
    if above and above.end() == len(text[text.above(line)]) and not FIELD.match(text[line]):
        value = f"{above.group(3)}: {text[line].strip()}"
        return Problem(
            "yaml-missing-colon",
            "This line is where a field should begin, but it has no colon.",
            text.place(line, text.indent(line)),
            f"If it belongs to the field above, write both on one line: {shortened(value)}",
        )
    bare = text[line].strip().removeprefix("- ")
    name, _, rest = _EQUALS.sub(" ", bare, count=1).partition(" ")
    example = f"{name}: {rest}" if rest and re.fullmatch(r"[a-z_]+", name) else f"{bare}: …"
    return Problem(
        "yaml-missing-colon",
        "The colon after the field's name is missing on this line.",
        text.place(line, text.indent(line)),
        f"If the line begins with a field's name, write: {shortened(example)}\n"
        "If it continues the text above, write both on one line, in double quotes.",
    )


def _without_space(text: Lines, line: int) -> Problem:
    name, _, value = text[line].strip().partition(":")
    return Problem(
        "yaml-space",
        "There is no space after the colon.",
        text.place(line, text.indent(line)),
        f"Write: {shortened(f'{name}: {value}')}",
    )


def _wide_colon(text: Lines, line: int, found: re.Match[str]) -> Problem:
    value = text[line][found.end() :].strip()
    return Problem(
        "yaml-missing-colon",
        f"After the field's name there is {found[2]} instead of a colon.",
        text.place(line, found.end() - 1, found.end()),
        f"Write, with a colon and a space: {shortened(f'{found[1]}: {value}')}",
    )


def shifted(text: Lines, line: int) -> Problem:
    """A field where the parser expects none: the line above swallowed it, or it is misaligned."""
    above = text.above(line)
    field = FIELD.match(text[above])
    if not field or _DASH_WORD.match(text[above]):
        return without_colon(text, above)
    column = field.start(3)
    own = FIELD.match(text[line])
    if own and (like := _between(text, above, own.start(3))) is not None:
        return _indent(
            text,
            above,
            f"This line is indented less than the lines around it ({like + 1} and {line + 1}).",
            f"Begin it with {spaces(text.indent(like))}, like line {like + 1}.",
        )
    return _indent(
        text,
        line,
        f"This line is not indented like the field above it (line {above + 1}).",
        f"Begin it with {spaces(column)}, like that field.",
    )


def _between(text: Lines, line: int, column: int) -> int | None:
    """The line above, if it and the two lines below have fields that are indented more."""
    before, after = text.above(line), text.below(text.below(line))
    around = [FIELD.match(text[each]) for each in (before, after)]
    same = all(each and each.start(3) == column and not each.group(2) for each in around)
    return before if same and text.indent(line) < column else None


def wrong_column(text: Lines, at: Spot, begin: Spot) -> Problem:
    """A line that matches no indentation; the group or list around it begins at `begin`."""
    line, column = at
    if hyphen := odd_hyphen(text, line, text.indent(line)):
        return hyphen
    sign = text[line][column : column + 1]
    dash, in_list = sign == "-", text[begin[0]][begin[1] : begin[1] + 1] == "-"
    if sign == ":":
        return missing_name(text.place(line, column))
    if in_list and column == begin[1] and (item := _hyphen_missing(text, line, begin)):
        return item
    own_dash = text[begin[0]][: begin[1]].rstrip().endswith("-")
    if dash and not in_list and column == begin[1] and not own_dash:
        return Problem(
            "yaml-dash",
            f"A list item is among fields (which begin on line {begin[0] + 1}).",
            text.place(line, column),
            f"If line {begin[0] + 1} also begins an item, put a hyphen and a space before it. If "
            "not, put this item below the field of its list.",
        )
    if dash and not in_list and (first := _item_without_dash(text, line)) is not None:
        return _dash_missing(text, first, column)
    return _indent(
        text,
        line,
        f"This line begins with {spaces(column)}, which matches no line above it.",
        _moved(text, line, item=dash),
    )


def _hyphen_missing(text: Lines, line: int, begin: Spot) -> Problem | None:
    """A field at the column of the list's hyphens, if it is the items' first field."""
    mine, first = FIELD.match(text[line]), FIELD.match(text[begin[0]])
    if not mine or not first or mine.group(3) != first.group(3):
        return None
    return _dash_missing(text, line, begin[1])


def _item_without_dash(text: Lines, line: int) -> int | None:
    """The line that should have begun the previous item: the same field, but no hyphen."""
    first, above = line, text.above(line)
    while above >= 0 and text.indent(above) > text.indent(line):
        first, above = above, text.above(above)
    mine, theirs = FIELD.match(text[line]), FIELD.match(text[first])
    same = mine and theirs and mine.group(3) == theirs.group(3) and not theirs.group(2)
    return first if same and first != line else None


def _dash_missing(text: Lines, line: int, column: int) -> Problem:
    return Problem(
        "yaml-dash",
        "The hyphen before this list item is missing.",
        text.place(line, text.indent(line)),
        f"Write, after {spaces(column)}: - {shortened(text[line].strip())}",
    )


def _moved(text: Lines, line: int, *, item: bool) -> str:
    """Where a line can begin: at the nearest column of a similar line above."""
    known = _columns(text, line)
    choices = {column: at for column, (at, is_dash) in known.items() if is_dash == item}
    if item:  # items of one list are aligned
        own = _name(text[line])
        choices = {c: at for c, at in choices.items() if _name(text[at]) == own} or choices
    here = text.indent(line)
    nearest = min((abs(column - here) for column in choices), default=0)
    places = [
        f"{spaces(column)}, like line {at + 1}"
        for column, at in choices.items()
        if abs(column - here) == nearest
    ]
    return f"Begin it with {', or with '.join(places or ['no space'])}."


def _name(row: str) -> str:
    field = FIELD.match(row)
    return field.group(3) if field else ""


def _columns(text: Lines, line: int) -> dict[int, tuple[int, bool]]:
    """The columns at which a line may continue: the nearest line there, and whether by a hyphen."""
    found: dict[int, tuple[int, bool]] = {}
    limit, above = len(text[line]), text.above(line)
    while above >= 0 and limit > 0:
        indent = text.indent(above)
        if indent <= limit:
            for column, is_dash in _begun(text[above], indent):
                if column <= limit or indent < limit:
                    found.setdefault(column, (above, is_dash))
            limit = min(limit, indent)
        above = text.above(above)
    return found


def _begun(row: str, indent: int) -> list[tuple[int, bool]]:
    """The columns of a line at which a hyphen or a field begins."""
    dashes = re.match(r"(?:- ++)*+", row[indent:])
    hyphens = dashes[0] if dashes else ""
    found = [(indent + at, True) for at, sign in enumerate(hyphens) if sign == "-"]
    field = FIELD.match(row)
    return [*found, (field.start(3), False)] if field else found


def _indent(text: Lines, line: int, message: str, advice: str) -> Problem:
    return Problem("yaml-indent", message, text.place(line, text.indent(line)), advice)
