"""What surrounds the fields of a file: nothing at all, another shape, a second document."""

from __future__ import annotations

import re
from typing import Any

from yaml.events import AliasEvent, ScalarEvent

from generator.problem import Place, Problem
from generator.source import refusals
from generator.source.columns import COLON, FIELD, without_colon
from generator.source.lines import Lines

_TAB = re.compile(r"^ *\t", re.MULTILINE)
# No-break, wide and narrow spaces, as they come with text copied from pages.
_ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
ODD_SPACE = re.compile(
    rf"^(?: *+(?:- ++)?)([{_ODD}][{_ODD} ]*+)(?=(?:- )?[a-z_]++:[\s{_ODD}])"
    rf"|^ *+(?:- ++)?[a-z_]++:( *+[{_ODD}][{_ODD} ]*+)",
    re.MULTILINE,
)
"""Such spaces where a field's place is, and where it ends."""

_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
_DIRECTIVE = re.compile(r"(?: *+(?:#[^\r\n]*+)?+(?:\r\n|\r|\n))*+(?=%)")


def before_parsing(text: Lines) -> Problem | None:
    """What is seen without a parser, and would only confuse it."""
    return _conflict(text) or _tabs(text) or _odd_spaces(text) or _directive(text)


def _conflict(text: Lines) -> Problem | None:
    found = _CONFLICT.search(text.body)
    if not found:
        return None
    place = _at(text, found.start())
    return text.problem(
        "yaml-conflict",
        text.place(place.line - 1, 0),
        "Here Git left two versions of the same lines.",
        "Keep the lines that are right, and delete the others with the lines that begin with "
        "<<<<<<<, ======= and >>>>>>>.",
    )


def _tabs(text: Lines) -> Problem | None:
    if "\t" not in text.body:
        return None
    found = [match.end() - 1 for match in _TAB.finditer(text.body)]
    if not found:
        return None
    place = _at(text, found[0])
    more = len(found) - 1
    also = f" So {'does' if more == 1 else 'do'} {more} more." if more else ""
    return text.problem(
        "yaml-tab",
        place,
        f"Line {place.line} starts with a tab. YAML needs spaces.{also}",
        "Put two spaces where the tab is. facts check --fix does this for the whole file.",
    )


def _odd_spaces(text: Lines) -> Problem | None:
    """A space that no key makes, in front of a field or behind its colon: to YAML a letter."""
    found = None if text.body.isascii() else ODD_SPACE.search(text.body)
    if not found:
        return None
    at = found.lastindex or 1
    start = _at(text, found.start(at))
    odd = found[at].strip(" ")[0]
    return text.problem(
        "yaml-odd-space",
        text.place(start.line - 1, start.column - 1, start.column - 1 + len(found[at])),
        f"Here stands another kind of space (U+{ord(odd):04X}), which YAML takes for a letter.",
        "Delete it and press the space bar. facts check --fix does this for the whole file.",
    )


def _directive(text: Lines) -> Problem | None:
    # Checked before parsing: libyaml compares each %TAG line with all before it.
    found = _DIRECTIVE.match(text.body)
    if not found:
        return None
    return text.problem(
        "yaml-directive",
        text.place(_at(text, found.end()).line - 1, 0),
        "A line that begins with % is an instruction to YAML, and is not used here.",
        "Delete the line. If it is text, put it behind its field in double quotes.",
    )


def _at(text: Lines, index: int) -> Place:
    line = len(Lines("", text.body[:index]).all) - 1
    column = len(Lines("", text.body[:index])[line])
    return text.place(line, column, column + 1)


def empty(text: Lines) -> Problem:
    """A file without a single field."""
    return text.problem(
        "yaml-empty",
        text.place(0, 0, 1),
        "There is nothing in this file.",
        "Write its fields, one a line, or delete the file. facts new makes a filled template.",
    )


def not_fields(text: Lines, event: Any) -> Problem:
    """A file that is a list or a text instead of a group of fields."""
    line, column = event.start_mark.line, event.start_mark.column
    if event.__class__ is AliasEvent:
        return refusals.alias(text, event)
    if event.anchor is not None or event.tag is not None:
        return (refusals.tag if event.anchor is None else refusals.anchor)(text, event)
    if event.__class__ is ScalarEvent and not event.value:
        return empty(text)
    return _other_text(text, event, line, column)


def _other_text(text: Lines, event: Any, line: int, column: int) -> Problem:
    if text[line].startswith("---"):
        return text.problem(
            "yaml-documents",
            text.place(line, 0, 3),
            "Behind three hyphens at the beginning of a line nothing may stand.",
            "Delete the hyphens.",
        )
    if text[line].lstrip().startswith("<"):
        return text.problem(
            "yaml-shape",
            text.place(line, column),
            "This is a page of HTML, not a file of fields.",
            "Copy the file's own text: behind the button Raw, not from the page that shows it.",
        )
    fields = COLON.search(text[line]) or any(FIELD.match(row) for row in text.all)
    if event.__class__ is ScalarEvent and not event.style and fields:
        return without_colon(text, line)
    return text.problem(
        "yaml-shape",
        text.place(line, column),
        "This file does not consist of fields.",
        'Each line begins with the name of a field, a colon and a space: name: "Emmanuel Macron"',
    )


def behind_the_end(text: Lines, event: Any) -> Problem | None:
    """What stands behind the end of the one document that a file may hold."""
    line, column = event.end_mark.line, event.end_mark.column
    rest = [text[line][column:], *text.all[line + 1 :]]
    for offset, written in enumerate(rest):
        bare = written.strip()
        if not bare or bare[0] == "#" or bare == "...":
            continue
        return _second(text, line + offset, column if offset == 0 else 0, dots=event.explicit)
    return None


def _second(text: Lines, line: int, column: int, *, dots: bool) -> Problem:
    if dots or text[line].startswith(("---", "...")) or "..." in text.all[:line]:
        return text.problem(
            "yaml-documents",
            text.place(line, 0),
            "Here a second document begins; a file holds one.",
            "Delete the line with --- or ..., or put what follows into a file of its own.",
        )
    if text[line][:column].strip():
        rest = text[line][column:]
        return refusals.after_close(text, line, column + len(rest) - len(rest.lstrip()))
    first = next(n for n, row in enumerate(text.all) if row.strip() and row.strip()[0] != "#")
    return text.problem(
        "yaml-indent",
        text.place(line, text.indent(line)),
        f"This line begins further left than line {first + 1}, the first one.",
        f"Let line {first + 1}, and those that belong with it, begin at the very left too.",
    )
