"""Problems with YAML that is well formed, but beyond the strict subset."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from factsheets.content.text import hidden, hidden_character
from factsheets.content.tree import (
    Lines,
    Map,
    in_quotes,
    shortened,
    spaces,
    unpacked,
    without_remark,
)
from factsheets.problems.problem import Place, Problem

HYPHENS = "-–—‐‑‒−•·*‣●▪◦"
"""Signs that people write for the hyphen in front of an item."""

NEW_ITEM = "Does a new item of the list begin here?"

_LOST = re.compile(r"[ \t]+#[^\s#]")


def after_close(text: Lines, line: int, column: int) -> Problem:
    """More text behind a closing quotation mark or bracket."""
    before = text[line][:column].rstrip()
    close = before[-1:]
    if close in {'"', "'"}:
        return text.problem(
            "yaml-after-close",
            text.place(line, column),
            "Behind the closing quotation mark stands more text.",
            _requoted(text, line, before, close),
        )
    return text.problem(
        "yaml-after-close",
        text.place(line, column),
        f"Behind the closing bracket {close} stands more text."
        if close in {"]", "}"}
        else "Here stands more text than belongs to this field.",
        "Delete it, or put it in front of the bracket, with a comma between the items."
        if close in {"]", "}"}
        else "Write the next field in a line of its own.",
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
        return f"Put a backslash in front of each mark inside the text: {in_quotes(inner)}"
    rest = text[line][len(before) :].strip()
    if row.count(close) == 2 and rest[:1] != "#" and re.search(r"(?:^|[:\s-] )$", row[:start]):
        whole = in_quotes(row[start:])
        return (
            f"If the marks belong to the text, write: {shortened(whole)}\n"
            "If not, move the second mark behind the last word."
        )
    return "Let the text end with the closing quotation mark: move the mark behind the last word."


_TEXT = r"\S[^\"']*\S"
_BETWEEN = r"(?: *, *| (?:and|und|et|y|и) | )"
_SEVERAL = re.compile(rf"([\"']){_TEXT}\1(?:{_BETWEEN}\1{_TEXT}\1)+")


def several_texts(value: str) -> list[str]:
    """Texts in quotation marks in one line; none where the marks are those inside one text."""
    if not _SEVERAL.fullmatch(value):
        return []
    return [f'"{each}"' for each in re.findall(rf"{value[0]}({_TEXT}){value[0]}", value)]


def not_a_name(text: Lines, event: Any) -> Problem:
    """A list or a group where the name of a field should stand."""
    start = event.start_mark
    return text.problem(
        "yaml-key",
        text.place(start.line, start.column),
        "Here should stand the name of a field, not something in brackets.",
        "If this is text, put it in double quotes.",
    )


def key(text: Lines, event: Any, group: Map) -> Problem | None:
    """What is wrong with a field's name: it stands in its group already, or is none."""
    name, start = event.value, event.start_mark
    place = text.place(start.line, start.column, event.end_mark.column)
    if name in group:
        return _twice(text, place, name, group)
    if event.style:
        return None
    if name == "<<":
        return text.problem(
            "yaml-merge",
            place,
            "The sign << takes fields over from another place in YAML, and is not used here.",
            "Write the fields out.",
        )
    if name == "":
        return nameless(text, place)
    if name[0] in HYPHENS:
        return odd_hyphen(text, start.line, start.column)
    return None


def nameless(text: Lines, place: Place) -> Problem:
    """A colon with nothing in front."""
    return text.problem(
        "yaml-key",
        place,
        "In front of the colon the name of the field is missing.",
        "Write the name in front, or put the text in double quotes.",
    )


def _twice(text: Lines, place: Place, name: str, group: Map) -> Problem:
    """A field that stands twice; the first field of an item may begin the next item."""
    first = unpacked(group.key_mark(name))
    begin, column, _ = unpacked(group.marks[0])
    is_item = text[begin][:column].rstrip().endswith("-")
    line = place.line - 1
    advice = "Keep one of the two."
    if is_item and name == next(iter(group)) and text.indent(line) == column:
        dash = text[begin].rindex("-", 0, column)
        advice = (
            f"{NEW_ITEM} Then write, behind {spaces(dash)}: - {shortened(text[line].strip())}\n"
            "If not, keep one of the two."
        )
    return text.problem(
        "yaml-duplicate-key",
        place,
        f'The field "{shortened(name)}" stands here a second time; the first is in line '
        f"{first[0] + 1}.",
        advice,
    )


def odd_hyphen(text: Lines, line: int, column: int) -> Problem | None:
    """A sign at the beginning of a line that was meant for the hyphen of a list's item."""
    row = text[line]
    sign, behind = row[column : column + 1], row[column + 1 : column + 2]
    rest = row[column + 1 :].strip()
    if row[:column].strip() or not rest or sign not in HYPHENS:
        return None
    if sign == "*" and behind != " ":
        return None  # YAML reads a name there
    if sign == "-":
        if behind.isdigit() or behind in {" ", "-"}:
            return None
        end = None
        message = "Behind the hyphen that begins a list's item a space is missing."
    else:
        end = column + 1
        message = f"An item of a list begins with a hyphen and a space, not with {sign}."
    advice = f"Write: - {shortened(rest)}"
    return text.problem("yaml-dash", text.place(line, column, end), message, advice)


def too_deep(text: Lines, event: Any) -> Problem:
    """Brackets in brackets without end."""
    start = event.start_mark
    return text.problem(
        "yaml-depth",
        text.place(start.line, start.column, start.column + 1),
        "Here stand more than 20 lists and groups inside each other.",
        "No record needs more than six. If this is text, put it in double quotes.",
    )


def too_long(text: Lines, event: Any, longest: int) -> Problem:
    """A text beyond the limit."""
    start = event.start_mark
    return text.problem(
        "yaml-long",
        text.place(start.line, start.column),
        f"This text has {len(event.value):,} characters; {longest:,} are the most.",
        "Shorten it. If it should end earlier, its closing quotation mark is missing.",
    )


def too_many(text: Lines, event: Any, count: int) -> Problem:
    """A list beyond the limit."""
    start = event.start_mark
    return text.problem(
        "yaml-long",
        text.place(start.line, start.column),
        f"This list has {count:,} items; 5,000 are the most.",
        "Divide it: one file holds the facts of one article.",
    )


_SIGNS = {
    "&": ("yaml-anchor", "gives a place in YAML a name"),
    "*": ("yaml-alias", "repeats another place in YAML"),
    "!": ("yaml-tag", "tells YAML a type"),
}


def sign_problem(text: Lines, sign: str, line: int, column: int) -> Problem:
    """A text that begins with one of the signs &, * and !, to which YAML gives a meaning."""
    code, means = _SIGNS[sign]
    whole = text_from(text, line, column)
    word = re.split(r"[\s,\]}]", whole, maxsplit=1)[0]
    alone = word if "[" in whole or "{" in whole else whole
    return text.problem(
        code,
        text.place(line, column, column + len(word)),
        f"The sign {sign} at the beginning {means}, and is not used here.",
        f"If it belongs to the text, write: {in_quotes(shortened(alone))}. "
        + ("If not, write out what is meant." if sign == "*" else "If not, delete it."),
    )


def text_from(text: Lines, line: int, column: int) -> str:
    """The text that begins at a column, to the line's end; in brackets to its item's."""
    before, value = text[line][:column], without_remark(text[line][column:])
    inside = sum(before.count(sign) for sign in "[{") > sum(before.count(sign) for sign in "]}")
    return re.split(r"\s*[,\]}]", value, maxsplit=1)[0] if inside else value


def escaped_characters(text: Lines, event: Any) -> Iterator[Problem]:
    """Characters that may not stand in a file, but come into the text by a backslash."""
    start = event.start_mark
    value = event.value.replace("\r", "\x7f")  # in a file a line's end, by a backslash none
    for found in islice(hidden(value), 1):
        code, message, _ = hidden_character(event.value[found.start()])
        yield text.problem(
            code,
            text.place(start.line, start.column),
            message.replace("Here stands", "A backslash in this text makes"),
            "Take out the backslash and the signs that belong to it.",
        )


def lost_behind_hash(text: Lines, event: Any) -> Problem | None:
    """A text without quotation marks that YAML ends at a #."""
    end = event.end_mark
    found = _LOST.match(text[end.line], end.column)
    if not found:
        return None
    column = found.end() - 2
    whole = (event.value + text[end.line][end.column :]).strip()
    return Problem(
        "yaml-hash",
        "YAML leaves out what stands behind this #.",
        text.place(end.line, column),
        f"If it belongs to the text, write: {in_quotes(shortened(whole))}. "
        "If it is a remark, put a space behind the #.",
        "warning",
    )
