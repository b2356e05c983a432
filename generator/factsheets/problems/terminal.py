"""Problems for a terminal: the message, the line with a caret under it, and what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from factsheets.problems.problem import Place, Problem, Summary
from factsheets.problems.reports import summary_line
from factsheets.problems.text import visible, width

SHOWN = 20
_EXCERPT = 100
_BEFORE = 40


@dataclass(frozen=True, slots=True)
class _Paint:
    """Escape sequences, all empty where no colour is wanted."""

    error: str = ""
    warning: str = ""
    bold: str = ""
    faint: str = ""
    end: str = ""


_PLAIN = _Paint()
_COLOUR = _Paint("\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[2m", "\x1b[0m")


@dataclass(slots=True)
class _Lines:
    """The lines of files, each file divided once."""

    files: Mapping[str, bytes]
    known: dict[str, list[str]] = field(default_factory=dict)

    def line(self, place: Place) -> str | None:
        if place.file not in self.files:
            return None
        if place.file not in self.known:
            text = self.files[place.file].decode("utf-8", "replace").removeprefix("\ufeff")
            # Only these end a line for editors and for YAML; splitlines() knows more.
            text = text.replace("\r\n", "\n").replace("\r", "\n")
            self.known[place.file] = text.split("\n")
        lines = self.known[place.file]
        return lines[place.line - 1] if 0 < place.line <= len(lines) else None


def text(
    problems: Sequence[Problem],
    files: Mapping[str, bytes],
    summary: Summary,
    *,
    colour: bool = False,
    everything: bool = False,
) -> str:
    """The problems as people read them, then the summary; 20 problems unless `everything`.

    `files` gives the bytes for the excerpts. Where not all are shown, errors go before warnings:
    none must be hidden by one.
    """
    lines = _Lines(files)
    paint = _COLOUR if colour else _PLAIN
    shown = list(problems) if everything else _first(problems)
    blocks = [_block(problem, lines, paint) for problem in shown]
    if rest := len(problems) - len(shown):
        blocks.append(f"and {rest:,} more: facts check --all shows them.\n")
    return "\n".join([*blocks, summary_line(summary)]) + "\n"


def blocks(problems: Sequence[Problem]) -> str:
    """The same problems without lines of files and without a summary."""
    rest = len(problems) - SHOWN
    shown = [_block(problem, _Lines({}), _PLAIN) for problem in problems[:SHOWN]]
    return "\n".join([*shown, f"and {rest:,} more.\n"] if rest > 0 else shown)


def _first(problems: Sequence[Problem]) -> list[Problem]:
    if len(problems) <= SHOWN:
        return list(problems)
    numbered = sorted(enumerate(problems), key=lambda item: item[1].severity != "error")
    return [problem for _, problem in sorted(numbered[:SHOWN], key=lambda item: item[0])]


def _block(problem: Problem, lines: _Lines, paint: _Paint) -> str:
    place = problem.place
    is_error = problem.severity == "error"
    kind = "" if is_error else f"{paint.warning}warning:{paint.end} "
    where = f"{visible(place.file)}:{place.line}:{place.column}"
    parts = [
        f"{paint.bold}{where}:{paint.end} {kind}{visible(problem.message)} "
        f"{paint.faint}[{problem.code}]{paint.end}"
    ]
    line = lines.line(place)
    if line is not None and line.strip():
        parts += _excerpt(place, line, paint.error if is_error else paint.warning, paint.end)
    if problem.help:
        parts += [f"  help: {visible(row)}" for row in problem.help.split("\n")[:1]]
        parts += [f"        {visible(row)}" for row in problem.help.split("\n")[1:]]
    return "\n".join(parts) + "\n"


def _excerpt(place: Place, line: str, start: str, end: str) -> list[str]:
    """The line with its number, and a row of carets under the span."""
    first = min(place.column - 1, len(line))
    last = max(min(place.end_column - 1, len(line)), first)
    # A long line is cut around the place, so that both fit into one row.
    cut = max(0, first - _BEFORE) if len(line) > _EXCERPT else 0
    stop = min(len(line), cut + _EXCERPT)
    before = ("…" if cut else "") + visible(line[cut:first])
    marked = visible(line[first : min(last, stop)])
    after = visible(line[min(last, stop) : stop]) + ("…" if stop < len(line) else "")
    number = str(place.line)
    gutter = " " * len(number)
    carets = "^" * max(1, width(marked))
    return [
        f" {number} | {before}{marked}{after}",
        f" {gutter} | {' ' * width(before)}{start}{carets}{end}",
    ]
