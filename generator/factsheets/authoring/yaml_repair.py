"""Repair text that cannot be read as YAML, if there is only one right repair."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from factsheets.content.field_help import known_fields, records_of
from factsheets.content.kinds import Kind
from factsheets.content.reader import ODD_SPACE, read
from factsheets.content.subset import several_texts
from factsheets.content.text import hidden
from factsheets.content.tree import quoted
from factsheets.content.validation import record
from factsheets.problems.problem import Place, Problem, errors

_ROUNDS = 100
_TAB_WIDTHS = (2, 4, 8, 1)
_MARGIN = re.compile(r"^[ \t\u00a0]*[\t\u00a0][ \t\u00a0]*", re.MULTILINE)
_ONE_WAY = re.compile(r"Begin it with (no space|one space|(\d+) spaces), like [^,]*\.")
_MEANINGLESS = frozenset("\u200b\u2060\ufeff\u200c\u200d\u180e")  # they have no width
_BULLETS = frozenset("•·‣●▪◦")
_CURLY = {"“": "”", "„": "“", "‘": "’", "”": "”"}


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text, and a sentence for each repair."""

    text: str
    notes: tuple[str, ...] = ()


def repair_yaml(kind: Kind, file: str, text: str) -> Repaired:
    """Repair every syntax error that has only one right answer.

    A repair is kept only if the reader then gets further than before.
    """
    text, notes = _without_hidden(text)
    for _ in range(_ROUNDS):
        first = _first_error(file, text)
        if first is None:
            break
        better = _better(kind, file, text, first)
        if better is None:
            break
        text = better.text
        notes += better.notes
    return Repaired(text, tuple(notes))


def _first_error(file: str, text: str) -> Problem | None:
    return next(iter(errors(read(file, text.encode()).problems)), None)


def _without_hidden(text: str) -> tuple[str, list[str]]:
    """Remove invisible characters without a meaning; others stay, and are problems."""
    places = {found.start() for found in hidden(text) if found.group() in _MEANINGLESS}
    if not places:
        return text, []
    kept = "".join(sign for at, sign in enumerate(text) if at not in places)
    many = "an invisible character" if len(places) == 1 else f"{len(places)} invisible characters"
    return kept, [f"took out {many}"]


def _better(kind: Kind, file: str, text: str, first: Problem) -> Repaired | None:
    for candidate in _candidates(kind, file, text, first):
        left = _first_error(file, candidate.text)
        if left is None or _order(left.place) > _order(first.place):
            return candidate
    return None


def _order(place: Place) -> tuple[int, int]:
    return place.line, place.column


def _candidates(kind: Kind, file: str, text: str, first: Problem) -> Iterator[Repaired]:
    lines = text.split("\n")
    place = first.place
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    if first.code == "yaml-odd-space":
        plain = ODD_SPACE.sub(_with_spaces, text)
        yield Repaired(plain, ("replaced special spaces with plain ones",))
    if _MARGIN.search(text):
        yield from _without_tabs(kind, file, text)
    repair, note = _REPAIRS.get(first.code, (None, ""))
    better = repair(kind, line, first, lines[place.line :]) if repair else None
    if better is None or better == line:
        return
    lines[place.line - 1] = better
    yield Repaired("\n".join(lines), (f"line {place.line}: {note}",))


def _without_tabs(kind: Kind, file: str, text: str) -> Iterator[Repaired]:
    """Replace tabs with spaces, using the first width that leaves the fewest problems."""
    notes = ("replaced tabs at line starts with spaces",)
    texts = dict.fromkeys(_with_wide_tabs(text, width) for width in _TAB_WIDTHS)
    ranked = sorted(texts, key=lambda each: _number_of_problems(kind, file, each))
    yield from (Repaired(each, notes) for each in ranked)


def _with_spaces(found: re.Match[str]) -> str:
    at = found.lastindex or 1
    start = found.start(at) - found.start()
    # After a colon one space is enough; before a field each space counts.
    plain = " " * len(found[at]) if at == 1 else " "
    return found[0][:start] + plain + found[0][start + len(found[at]) :]


def _with_wide_tabs(text: str, width: int) -> str:
    def spaces(found: re.Match[str]) -> str:
        return found[0].replace("\u00a0", " ").replace("\t", " " * width)

    return _MARGIN.sub(spaces, text)


def _number_of_problems(kind: Kind, file: str, text: str) -> int:
    tree = read(file, text.encode()).value
    return 1000 if tree is None else len(record(kind, tree).problems)


Repair = Callable[[Kind, str, Problem, list[str]], str | None]
"""Gets the kind of record, the line, its problem and the lines below; returns the repaired line."""


def _tab(_kind: Kind, line: str, problem: Problem, _below: list[str]) -> str | None:
    at = problem.place.column - 1
    return f"{line[:at]} {line[at + 1 :]}" if line[at : at + 1] == "\t" else None


def _text(_kind: Kind, line: str, problem: Problem, _below: list[str]) -> str | None:
    """Put quotation marks around a text with a colon or a special character."""
    start, end = problem.place.column - 1, problem.place.end_column - 1
    return line[:start] + _quoted(line[start:end]) + line[end:]


def _quoted(value: str) -> str:
    """A value in quotation marks, which replace curly ones around the whole."""
    inner = value[1:-1]
    if len(value) > 2 and _CURLY.get(value[0]) == value[-1] and not set(inner) & set("“”„"):
        value = inner
    return quoted(value)


def _open_bracket(before: str) -> str:
    """The innermost bracket that is still open at the end of a text."""
    opened: list[str] = []
    for sign in re.sub(r"\"[^\"]*\"|'[^']*'", "", before):
        if sign in "[{":
            opened.append(sign)
        elif sign in "]}" and opened:
            opened.pop()
    return opened[-1] if opened else ""


def _space(kind: Kind, line: str, problem: Problem, _below: list[str]) -> str | None:
    start = problem.place.column - 1
    found = re.match(r"((?:- +)?)([a-z_]+):", line[start:])
    if not found or not any(found[2] in known_fields(each) for each in records_of(kind)):
        return None
    at = start + found.end()
    return f"{line[:at]} {line[at:]}"


def _dash(_kind: Kind, line: str, problem: Problem, _below: list[str]) -> str | None:
    at = problem.place.column - 1
    if line[at : at + 1] in _BULLETS:
        return f"{line[:at]}- {line[at + 1 :].lstrip()}"
    fits = line[at : at + 1] == "-" and line[at + 1 : at + 2].isalpha()
    return f"{line[: at + 1]} {line[at + 1 :]}" if fits else None


def _star(_kind: Kind, line: str, problem: Problem, _below: list[str]) -> str | None:
    """Put quotation marks around a text that begins with a star and is not an alias: *word*."""
    start = problem.place.column - 1
    value = line[start:].rstrip()
    is_text = "*" in value[1:] or " " in value
    plain = not _open_bracket(line[:start]) and " #" not in value
    return line[:start] + quoted(value) if is_text and plain else None


def _unclosed(_kind: Kind, line: str, problem: Problem, below: list[str]) -> str | None:
    """Add the closing quotation mark at the end of a line, if it cannot belong elsewhere."""
    start = problem.place.column - 1
    mark, value = line[start : start + 1], line[start + 1 :].rstrip()
    following = next((row for row in below if row.strip()), "")
    ends = not following or re.match(r"\s*(?:- |#|[a-z_]+:(?:\s|$))", following)
    if _open_bracket(line[:start]) or not ends or not value or mark in value or " #" in value:
        return None
    inner = value[:-1] if value[-1] in "”’“" and not set(value[:-1]) & set("“„‘") else value
    return line[:start] + (quoted(inner) if "\\" not in inner else f"{mark}{inner}{mark}")


def _inner_marks(_kind: Kind, line: str, _problem: Problem, _below: list[str]) -> str | None:
    """Escape quotation marks inside a text that is enclosed in the same marks."""
    found = re.fullmatch(r"(\s*(?:- )?(?:[a-z_]+: )?)([\"'])(.*)\2\s*", line)
    if (
        not found
        or "\\" in found[3]
        or " #" in found[3]
        or several_texts(line[found.end(1) :].strip())
    ):
        return None
    inner = found[3].replace("''", "'") if found[2] == "'" else found[3]
    return found[1] + quoted(inner)


def _indented(_kind: Kind, line: str, problem: Problem, _below: list[str]) -> str | None:
    found = _ONE_WAY.fullmatch(problem.help)
    if not found:
        return None
    width = {"no space": 0, "one space": 1}.get(found[1])
    return " " * (int(found[2]) if width is None else width) + line.lstrip(" ")


_REPAIRS: dict[str, tuple[Repair, str]] = {
    "yaml-tab": (_tab, "replaced a tab with a space"),
    "yaml-colon": (_text, "put the text in quotation marks"),
    "yaml-first-character": (_text, "put the text in quotation marks"),
    "yaml-space": (_space, "added a space after the colon"),
    "yaml-dash": (_dash, "added a hyphen and a space before the item"),
    "yaml-alias": (_star, "put the text in quotation marks"),
    "yaml-unclosed-quote": (_unclosed, "closed the quotation mark"),
    "yaml-after-close": (_inner_marks, "escaped the marks inside the text"),
    "yaml-indent": (_indented, "aligned the line with the field above"),
}
