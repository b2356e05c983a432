"""Turn a YAML parser's error into a problem at its cause, in plain words.

The parser reports the line where it cannot continue, often several lines after the cause. Each
function here handles one kind of error, found by the parser's own words, and returns one problem.
Lines and columns count from 0, as in the parser.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from factsheets.content import subset
from factsheets.content.indentation import FIELD, Spot, shifted, without_colon, wrong_column
from factsheets.content.tree import Lines, in_quotes, shortened, without_comment
from factsheets.problems.problem import Problem

_CLOSES = {"[": "]", "{": "}"}


def cause(fault: Any, text: Lines, last_quoted: Any, bracket: Spot | None) -> Problem:
    """The one problem that caused a parser error.

    `last_quoted` is the last event of a quoted text, None if there was none; `bracket` is the
    innermost unclosed bracket.
    """
    mark = fault.problem_mark
    at = (mark.line, mark.column)
    begin = (fault.context_mark.line, fault.context_mark.column) if fault.context_mark else at
    if bracket and text.is_end(*at) and "quoted" not in (fault.context or ""):
        return _unclosed_bracket(text, bracket, "")
    if bracket and (fault.context or "").endswith(("flow sequence", "flow mapping")):
        begin = bracket
    for context, words, explanation in _COMPLAINTS:
        if context in (fault.context or "") and words in fault.problem:
            return explanation(text, begin, at)
    return _misplaced(text, begin, at, last_quoted) if fault.context_mark else _unknown(text, at)


def _escape(text: Lines, _begin: Spot, at: Spot) -> Problem:
    line, column = at
    backslash = text[line].rfind("\\", 0, column + 1)
    return Problem(
        "yaml-escape",
        "This backslash has no meaning: in double quotes a backslash changes the meaning of the "
        "next character.",
        text.place(line, backslash, backslash + 2),
        "Write two backslashes, or put the text in single quotes.",
    )


def _unclosed_quote(text: Lines, begin: Spot, _at: Spot) -> Problem:
    line, column = begin
    mark = text[line][column : column + 1]
    return Problem(
        "yaml-unclosed-quote",
        f"The quotation mark {mark} that opens here is not closed.",
        text.place(line, column),
        f"Put {mark} after the last word of the text. If the mark is part of the text, put a "
        "backslash before it."
        if mark == '"'
        else f"Put {mark} after the last word of the text, or put the text in double quotes.",
    )


def _colon(text: Lines, _begin: Spot, at: Spot) -> Problem:
    """A colon where the parser expected no field: in the text, or because of the lines above."""
    line, column = at
    written = text[line]
    field = FIELD.match(written)
    if (
        field
        and field.start(3) <= column <= field.end()
        and written[column] == ":"
        and (column < field.end() and not written[field.end(3) : column].strip())
    ):
        return shifted(text, line)
    if field and written[field.end() : field.end() + 1] in {'"', "'"}:
        return subset.after_close(text, line, column)
    start = field.end() if field else text.indent(line)
    value = without_comment(written[start:])
    name = field.group(3) if field else ""
    shown = f"{field.group(2)}{name}: {in_quotes(value)}" if field else in_quotes(value)
    extra = ""
    if name == "statement" and (said := value.partition(": ")[2]):
        extra = f" (The speaker is added for you, so {in_quotes(said)} is enough.)"
    return Problem(
        "yaml-colon",
        "YAML reads the colon in this text as a new field.",
        text.place(line, start, start + len(value)),
        f"Put the text in quotes: {shortened(shown, 200)}{extra}",
    )


def _sign(text: Lines, begin: Spot, _at: Spot) -> Problem:
    sign = text[begin[0]][begin[1] : begin[1] + 1]
    return subset.odd_hyphen(text, *begin) or subset.sign_problem(
        text, sign if sign in {"*", "&"} else "!", *begin
    )


def _list_on_field_line(text: Lines, _begin: Spot, at: Spot) -> Problem:
    line, column = at
    value = text[line][column:].strip()
    return Problem(
        "yaml-dash",
        "A list begins on the line below its field, not after the colon.",
        text.place(line, column),
        "Put the item on the next line, with two spaces before it."
        + (f" If it is text, write: {in_quotes(shortened(value))}" if value != "-" else ""),
    )


def _first_character(text: Lines, begin: Spot, _at: Spot) -> Problem:
    line, column = begin
    sign = text[line][column : column + 1]
    if sign == "\t":
        return Problem(
            "yaml-tab",
            "This is a tab. YAML needs spaces.",
            text.place(line, column, column + 1),
            "Replace the tab with a space. facts check --fix does this for the whole file.",
        )
    before = text[line][:column].rstrip()[-1:]
    if sign in {",", "]", "}"} and before in {",", "[", "{"}:
        return Problem(
            "yaml-comma",
            "An item is missing between two commas, or between a comma and a bracket.",
            text.place(line, column, column + 1),
            "Delete one comma, or write the item.",
        )
    value = subset.text_from(text, line, column)
    if sign == ":":
        return subset.missing_name(text.place(line, column))
    if value.startswith("```"):
        return Problem(
            "yaml-first-character",
            "Three backticks mark code in Markdown; they have no place in a YAML file.",
            text.place(line, column, column + len(value)),
            "Delete this line, and the one with ``` at the end.",
        )
    return Problem(
        "yaml-first-character",
        f"A text that begins with {sign} must be in quotes.",
        text.place(line, column, column + len(value)),
        f"Write: {in_quotes(shortened(value))}",
    )


def _in_brackets(text: Lines, begin: Spot, at: Spot) -> Problem:
    line, column = at
    opened = text[begin[0]][begin[1]]
    sign = text[line][column : column + 1]
    if line > begin[0] and sign not in {"]", "}"}:
        return _unclosed_bracket(text, begin, "")
    if sign in {"]", "}"}:
        return _unclosed_bracket(text, begin, f": line {line + 1} has {sign} instead")
    if sign == ":":
        return _colon_of_item(text, at, named=opened == "{")
    before = text[line][:column].rstrip()
    if last := re.search(r"[\s\[{,](\*[^\s,]*)$", before):
        return _sign(text, (line, last.start(1)), at)
    if before[-1:] in {'"', "'"} and sign not in {'"', "'", "[", "{"}:
        return subset.after_close(text, line, column)
    return Problem(
        "yaml-comma",
        "There is no comma before this item.",
        text.place(line, column, column + 1),
        "Put a comma between the items of a list in brackets.",
    )


def _colon_at_end(text: Lines, _begin: Spot, at: Spot) -> Problem:
    """A colon directly before a bracket or comma, at the end of an item."""
    before = text[at[0]][: at[1]]
    named = before.rfind("{") > before.rfind("[") and ": " in before[before.rfind("{") :]
    return _colon_of_item(text, at, named=named)


def _colon_of_item(text: Lines, at: Spot, *, named: bool) -> Problem:
    """A colon in a text in brackets; in braces the text follows its name."""
    line, column = at
    start = max(text[line].rfind(mark, 0, column) for mark in "[{,") + 1
    rest = re.split(r"[,\]}]", text[line][start:])[0]
    item = rest.strip()
    start += len(rest) - len(rest.lstrip())
    found = re.match(r"[^:]*: *", item) if named else None
    name = found[0] if found else ""
    return Problem(
        "yaml-colon",
        "YAML reads the colon in this text as a new field.",
        text.place(line, start + len(name), start + len(item)),
        f"Put the text in quotes: {shortened(name + in_quotes(item[len(name) :]), 200)}",
    )


def _unclosed_bracket(text: Lines, begin: Spot, instead: str) -> Problem:
    line, column = begin
    opened = text[line][column]
    closed_in_comment = re.search(rf" (#[^\]}}]*)\{_CLOSES[opened]}", text[line][column:])
    if closed_in_comment and not instead:
        return Problem(
            "yaml-unclosed-bracket",
            f"YAML ignores everything after this #, so {opened} is not closed.",
            text.place(line, column + closed_in_comment.start(1)),
            "If it belongs to a text, put the text in double quotes. If it is a comment, move it "
            "after the bracket.",
        )
    return Problem(
        "yaml-unclosed-bracket",
        f"The bracket {opened} that opens here is not closed{instead}.",
        text.place(line, column),
        f"Put {_CLOSES[opened]} after the last item. If the bracket belongs to a text, put the "
        "text in double quotes.",
    )


def _misplaced(text: Lines, begin: Spot, at: Spot, last_quoted: Any) -> Problem:
    """A misplaced token: a text that ended too early, or a line with the wrong indentation."""
    line, column = at
    if text[line][:column].strip(" -"):
        if last_quoted is not None and _swallowed(text, last_quoted, line):
            start = last_quoted.start_mark
            return _unclosed_quote(text, (start.line, start.column), at)
        before = text[line][:column].rstrip()
        if before.rpartition(" ")[2].startswith("*"):
            return _sign(text, (line, before.rfind(" ") + 1), at)
        return subset.after_close(text, line, column)
    return wrong_column(text, at, begin)


def _swallowed(text: Lines, quoted: Any, line: int) -> bool:
    """Whether a quoted text has swallowed fields below it."""
    first, last = quoted.start_mark.line, quoted.end_mark.line
    return first < last == line and any(
        FIELD.match(text[number]) for number in range(first + 1, last + 1)
    )


def _unknown(text: Lines, at: Spot) -> Problem:
    """The fallback, so that every error has a place."""
    line = min(at[0], len(text.all) - 1)
    return Problem(
        "yaml-syntax",
        "From here on, the file cannot be read as YAML.",
        text.place(line, min(at[1], max(text.width(line) - 1, 0))),
        "Compare this line and the one above with the examples: a field name, a colon, a space, "
        "then the text in double quotes.",
    )


_COMPLAINTS: tuple[tuple[str, str, Callable[[Lines, Spot, Spot], Problem]], ...] = (
    # Words in the parser's context, words in its message, and the function that explains it.
    ("quoted scalar", "end of stream", _unclosed_quote),
    ("quoted scalar", "document indicator", _unclosed_quote),
    ("quoted scalar", "", _escape),
    ("simple key", "", lambda text, begin, _at: without_colon(text, begin[0])),
    ("", "mapping values", _colon),
    ("plain scalar", "unexpected ':'", _colon_at_end),
    ("an alias", "", _sign),
    ("an anchor", "", _sign),
    ("a tag", "", _sign),
    ("", "tag handle", _sign),
    ("", "block sequence entries", _list_on_field_line),
    ("flow", "expected ','", _in_brackets),
    ("", "cannot start any token", _first_character),
    ("block scalar", "", _first_character),
    ("", "node content", _first_character),
    ("", "mapping keys", _first_character),
    ("directive", "", _first_character),
)
