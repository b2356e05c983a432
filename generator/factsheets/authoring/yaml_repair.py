"""A text that cannot be read as YAML -> one that can, where there is one right way to mend it."""

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
from factsheets.problems.problem import Place, Problem

_ROUNDS = 100
_TAB_WIDTHS = (2, 4, 8, 1)
_MARGIN = re.compile(r"^[ \t\u00a0]*[\t\u00a0][ \t\u00a0]*", re.MULTILINE)
_ONE_WAY = re.compile(r"Let it begin with (no space|one space|(\d+) spaces), (?:as|like) [^,]*\.")
_BULLETS = frozenset("•·‣●▪◦")
_CURLY = {"“": "”", "„": "“", "‘": "’", "”": "”"}


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text, and a sentence for each thing that was mended in it."""

    text: str
    notes: tuple[str, ...] = ()


def repaired(kind: Kind, file: str, text: str) -> Repaired:
    """The text with every mistake of its form mended that has one right answer.

    A repair is kept only if the reader then comes further than before.
    """
    notes: list[str] = []
    text, told = _visible(text)
    notes += told
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
    problems = read(file, text.encode()).problems
    return next((problem for problem in problems if problem.severity == "error"), None)


def _visible(text: str) -> tuple[str, list[str]]:
    """Without characters that nobody sees and that mean nothing; others stay, and are told."""
    gone = {
        found.start()
        for found in hidden(text)
        if found.group() in "\u200b\u2060\ufeff\u200c\u200d\u180e"
    }
    if not gone:
        return text, []
    kept = "".join(sign for at, sign in enumerate(text) if at not in gone)
    many = "a character" if len(gone) == 1 else f"{len(gone)} characters"
    return kept, [f"took out {many} that nobody sees"]


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
        yield Repaired(plain, ("put plain spaces where others stood",))
    if _MARGIN.search(text):
        yield from _without_tabs(kind, file, text)
    mend = _MENDERS.get(first.code)
    said = mend(kind, line, first, lines[place.line :]) if mend else None
    if said is None or said == line:
        return
    lines[place.line - 1] = said
    yield Repaired("\n".join(lines), (f"line {place.line}: {_TOLD[first.code]}",))


def _without_tabs(kind: Kind, file: str, text: str) -> Iterator[Repaired]:
    """Spaces for tabs, as wide as makes sense of the whole file; two where several do."""
    told = ("put spaces where lines began with tabs",)
    made = [_widened(text, width) for width in _TAB_WIDTHS]
    ranked = sorted(dict.fromkeys(made), key=lambda each: _mistakes(kind, file, each))
    yield from (Repaired(each, told) for each in ranked)


def _with_spaces(found: re.Match[str]) -> str:
    at = found.lastindex or 1
    start = found.start(at) - found.start()
    # Behind a colon one space is enough; in front of a field each counts.
    plain = " " * len(found[at]) if at == 1 else " "
    return found[0][:start] + plain + found[0][start + len(found[at]) :]


def _widened(text: str, width: int) -> str:
    def spaces(found: re.Match[str]) -> str:
        return found[0].replace("\u00a0", " ").replace("\t", " " * width)

    return _MARGIN.sub(spaces, text)


def _mistakes(kind: Kind, file: str, text: str) -> int:
    tree = read(file, text.encode()).value
    return 1000 if tree is None else len(record(kind, tree).problems)


# Each takes the kind of record, the line, the problem in it and the lines below, and gives the
# line as it should be, or None.
Mender = Callable[[Kind, str, Problem, list[str]], str | None]


def _tab(_kind: Kind, line: str, problem: Problem, _below: list[str]) -> str | None:
    at = problem.place.column - 1
    return f"{line[:at]} {line[at + 1 :]}" if line[at : at + 1] == "\t" else None


def _text(_kind: Kind, line: str, problem: Problem, _below: list[str]) -> str | None:
    """Quotation marks around a text with a colon or a sign in it."""
    start, end = problem.place.column - 1, problem.place.end_column - 1
    return line[:start] + _quoted(line[start:end]) + line[end:]


def _quoted(value: str) -> str:
    """In quotation marks; curly ones around the whole were meant for that."""
    inner = value[1:-1]
    if len(value) > 2 and _CURLY.get(value[0]) == value[-1] and not set(inner) & set("“”„"):
        value = inner
    return quoted(value)


def _innermost(before: str) -> str:
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
    """A text that begins with a star, as none that YAML knows does: *word*, or with a space."""
    start = problem.place.column - 1
    value = line[start:].rstrip()
    is_text = "*" in value[1:] or " " in value
    plain = not _innermost(line[:start]) and " #" not in value
    return line[:start] + quoted(value) if is_text and plain else None


def _unclosed(_kind: Kind, line: str, problem: Problem, below: list[str]) -> str | None:
    """The mark that closes a text, at the end of its line, where it can stand nowhere else."""
    start = problem.place.column - 1
    mark, value = line[start : start + 1], line[start + 1 :].rstrip()
    following = next((row for row in below if row.strip()), "")
    ends = not following or re.match(r"\s*(?:- |#|[a-z_]+:(?:\s|$))", following)
    if _innermost(line[:start]) or not ends or not value or mark in value or " #" in value:
        return None
    inner = value[:-1] if value[-1] in "”’“" and not set(value[:-1]) & set("“„‘") else value
    return line[:start] + (quoted(inner) if "\\" not in inner else f"{mark}{inner}{mark}")


def _inner_marks(_kind: Kind, line: str, _problem: Problem, _below: list[str]) -> str | None:
    """Marks within a text that is in the same marks as a whole."""
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


_MENDERS: dict[str, Mender] = {
    "yaml-tab": _tab,
    "yaml-colon": _text,
    "yaml-first-character": _text,
    "yaml-space": _space,
    "yaml-dash": _dash,
    "yaml-alias": _star,
    "yaml-unclosed-quote": _unclosed,
    "yaml-after-close": _inner_marks,
    "yaml-indent": _indented,
}
_TOLD = {
    "yaml-tab": "put a space where a tab was",
    "yaml-colon": "put the text into quotation marks",
    "yaml-first-character": "put the text into quotation marks",
    "yaml-space": "put a space behind the colon",
    "yaml-dash": "wrote a hyphen and a space in front of the item",
    "yaml-alias": "put the text into quotation marks",
    "yaml-unclosed-quote": "closed the quotation mark",
    "yaml-after-close": "told the marks inside the text from those around it",
    "yaml-indent": "moved the line to where the field above begins",
}
