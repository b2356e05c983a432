"""Problems with YAML that is well formed, but outside the strict subset."""

from __future__ import annotations

import re
from typing import Any

from factsheets.content.text import hidden, hidden_character
from factsheets.content.tree import (
    Lines,
    Map,
    in_quotes,
    shortened,
    spaces,
    unpacked,
    without_comment,
)
from factsheets.problems.problem import Place, Problem

DEEPEST = 20
"""The maximum depth of nested groups and lists, including the whole file."""

LONGEST = 20_000
"""The maximum number of characters of a text."""

MOST_ITEMS = 5_000
"""The maximum number of items of a list."""

HYPHENS = "-–—‐‑‒−•·*‣●▪◦"
"""Characters that people write instead of the hyphen before a list item."""

NEW_ITEM = "Does a new list item begin here?"

_LOST = re.compile(r"[ \t]+#[^\s#]")


def after_close(text: Lines, line: int, column: int) -> Problem:
    """Text after a closing quotation mark or bracket."""
    before = text[line][:column].rstrip()
    close = before[-1:]
    if close in {'"', "'"}:
        return Problem(
            "yaml-after-close",
            "There is text after the closing quotation mark.",
            text.place(line, column),
            _requoted(text, line, before, close),
        )
    return Problem(
        "yaml-after-close",
        f"There is text after the closing bracket {close}."
        if close in {"]", "}"}
        else "There is more text here than belongs to this field.",
        text.place(line, column),
        "Delete it, or put it before the bracket, with a comma between the items."
        if close in {"]", "}"}
        else "Write the next field on a line of its own.",
    )


def _requoted(text: Lines, line: int, before: str, close: str) -> str:
    row = text[line].rstrip()
    start = before.find(close)
    if start >= 0 and (each := several_texts(row[start:])):
        count = "two" if len(each) == 2 else "several"
        return f"Are these {count} texts? Write them as a list: [{shortened(', '.join(each), 200)}]"
    if 0 <= start < len(before) - 1 and row[-1] == close and row.count(close) > 2:
        inner = row[start + 1 : -1].replace("''", "'") if close == "'" else row[start + 1 : -1]
        other = "'" if close == '"' else '"'
        if other not in inner and "\\" not in inner:
            fixed = f"{row[:start].strip()} {other}{inner}{other}"
            return f"Put the other kind of quotation marks around the text: {shortened(fixed)}"
        return f"Put a backslash before each mark inside the text: {in_quotes(inner)}"
    rest = text[line][len(before) :].strip()
    if row.count(close) == 2 and rest[:1] != "#" and re.search(r"(?:^|[:\s-] )$", row[:start]):
        whole = in_quotes(row[start:])
        return (
            f"If the marks belong to the text, write: {shortened(whole)}\n"
            "If not, move the second mark after the last word."
        )
    return "Move the closing quotation mark after the last word of the text."


_TEXT = r"\S[^\"']*\S"
_BETWEEN = r"(?: *, *| (?:and|und|et|y|и) | )"
_SEVERAL = re.compile(rf"([\"']){_TEXT}\1(?:{_BETWEEN}\1{_TEXT}\1)+")


def several_texts(value: str) -> list[str]:
    """The quoted texts on one line; none if the marks are inside a single text."""
    if not _SEVERAL.fullmatch(value):
        return []
    return [f'"{each}"' for each in re.findall(rf"{value[0]}({_TEXT}){value[0]}", value)]


def name_in_brackets(text: Lines, event: Any) -> Problem:
    """A list or a group in place of a field name."""
    start = event.start_mark
    return Problem(
        "yaml-key",
        "This should be a field name, not something in brackets.",
        text.place(start.line, start.column),
        "If this is text, put it in double quotes.",
    )


def key(text: Lines, event: Any, group: Map) -> Problem | None:
    """A field name that is a duplicate or not allowed."""
    name, start = event.value, event.start_mark
    place = text.place(start.line, start.column, event.end_mark.column)
    if name in group:
        return _twice(text, place, name, group)
    if event.style:
        return None
    if name == "<<":
        return Problem(
            "yaml-merge",
            "In YAML, the sign << copies fields from elsewhere. It is not allowed here.",
            place,
            "Write the fields out.",
        )
    if name == "":
        return missing_name(place)
    if name[0] in HYPHENS:
        return odd_hyphen(text, start.line, start.column)
    return None


def missing_name(place: Place) -> Problem:
    """A colon with nothing before it."""
    return Problem(
        "yaml-key",
        "There is no field name before the colon.",
        place,
        "Write the name before it, or put the text in double quotes.",
    )


def _twice(text: Lines, place: Place, name: str, group: Map) -> Problem:
    """A duplicate field; the first field of an item may begin the next item."""
    first = unpacked(group.key_mark(name))
    begin, column, _ = unpacked(group.marks[0])
    is_item = text[begin][:column].rstrip().endswith("-")
    line = place.line - 1
    advice = "Keep one of the two."
    if is_item and name == next(iter(group)) and text.indent(line) == column:
        dash = text[begin].rindex("-", 0, column)
        advice = (
            f"{NEW_ITEM} Then write, after {spaces(dash)}: - {shortened(text[line].strip())}\n"
            "If not, keep one of the two."
        )
    return Problem(
        "yaml-duplicate-key",
        f'The field "{shortened(name)}" appears twice; the first is on line {first[0] + 1}.',
        place,
        advice,
    )


def odd_hyphen(text: Lines, line: int, column: int) -> Problem | None:
    """A character at the start of a line that was meant as the hyphen of a list item."""
    row = text[line]
    sign, after = row[column : column + 1], row[column + 1 : column + 2]
    rest = row[column + 1 :].strip()
    if row[:column].strip() or not rest or sign not in HYPHENS:
        return None
    if sign == "*" and after != " ":
        return None  # YAML reads an alias there
    if sign == "-":
        if after.isdigit() or after in {" ", "-"}:
            return None
        end = None
        message = "There is no space after the hyphen that begins a list item."
    else:
        end = column + 1
        message = f"A list item begins with a hyphen and a space, not with {sign}."
    advice = f"Write: - {shortened(rest)}"
    return Problem("yaml-dash", message, text.place(line, column, end), advice)


def too_deep(text: Lines, event: Any) -> Problem:
    """Too many nested brackets."""
    start = event.start_mark
    return Problem(
        "yaml-depth",
        f"More than {DEEPEST} lists and groups are nested here.",
        text.place(start.line, start.column, start.column + 1),
        "No record needs more than six levels. If this is text, put it in double quotes.",
    )


def too_long(text: Lines, event: Any) -> Problem:
    """A text that is too long."""
    start = event.start_mark
    return Problem(
        "yaml-long",
        f"This text has {len(event.value):,} characters; the limit is {LONGEST:,}.",
        text.place(start.line, start.column),
        "Shorten it. If it should end earlier, its closing quotation mark is missing.",
    )


def too_many(text: Lines, event: Any, count: int) -> Problem:
    """A list that is too long."""
    start = event.start_mark
    return Problem(
        "yaml-long",
        f"This list has {count:,} items; the limit is {MOST_ITEMS:,}.",
        text.place(start.line, start.column),
        "Split it: one file holds the facts of one article.",
    )


_SIGNS = {
    "&": ("yaml-anchor", "names a value to be repeated elsewhere"),
    "*": ("yaml-alias", "repeats a value from elsewhere"),
    "!": ("yaml-tag", "sets a type"),
}


def sign_problem(text: Lines, sign: str, line: int, column: int) -> Problem:
    """A text that begins with &, * or !, which have a meaning in YAML."""
    code, means = _SIGNS[sign]
    whole = text_from(text, line, column)
    word = re.split(r"[\s,\]}]", whole, maxsplit=1)[0]
    alone = word if "[" in whole or "{" in whole else whole
    return Problem(
        code,
        f"In YAML, {sign} at the start of a text {means}. It is not allowed here.",
        text.place(line, column, column + len(word)),
        f"If it belongs to the text, write: {in_quotes(shortened(alone))}. "
        + ("If not, write out the value that it repeats." if sign == "*" else "If not, delete it."),
    )


def text_from(text: Lines, line: int, column: int) -> str:
    """The text from a column to the end of the line, or of the item if in brackets."""
    before, value = text[line][:column], without_comment(text[line][column:])
    inside = sum(before.count(sign) for sign in "[{") > sum(before.count(sign) for sign in "]}")
    return re.split(r"\s*[,\]}]", value, maxsplit=1)[0] if inside else value


def escaped_character(text: Lines, event: Any) -> Problem | None:
    """The first character that is not allowed in a file, but is produced by an escape."""
    start = event.start_mark
    value = event.value.replace("\r", "\x7f")  # in a file it ends a line; as an escape it does not
    found = next(hidden(value), None)
    if found is None:
        return None
    code, message, _ = hidden_character(event.value[found.start()])
    return Problem(
        code,
        message.replace("This is", "A backslash in this text produces"),
        text.place(start.line, start.column),
        "Delete the backslash and the characters that belong to it.",
    )


def text_after_hash(text: Lines, event: Any) -> Problem | None:
    """An unquoted text that YAML cuts off at a #."""
    end = event.end_mark
    found = _LOST.match(text[end.line], end.column)
    if not found:
        return None
    column = found.end() - 2
    whole = (event.value + text[end.line][end.column :]).strip()
    return Problem(
        "yaml-hash",
        "YAML ignores everything after this #.",
        text.place(end.line, column),
        f"If it belongs to the text, write: {in_quotes(shortened(whole))}. If it is a comment, "
        "put a space after the #.",
        "warning",
    )
