"""Problems for a terminal: the message, the line with a caret below it, and the help."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from factsheets.problems.problem import Place, Problem, Summary
from factsheets.problems.reports import summary_line
from factsheets.problems.text import visible, width

SHOWN = 20
_EXCERPT = 100
_BEFORE = 40


_COLOURS = {"error": "\x1b[31m", "warning": "\x1b[33m", "bold": "\x1b[1m", "faint": "\x1b[2m"}
_END = "\x1b[0m"

LineAt = Callable[[Place], str | None]
"""Returns the line at a place, or None if the file does not have it."""


def text(
    problems: Sequence[Problem],
    files: Mapping[str, bytes],
    summary: Summary,
    *,
    colour: bool = False,
    everything: bool = False,
) -> str:
    """The problems, then the summary; only 20 problems unless `everything`.

    `files` provides the bytes for excerpts. If not all problems are shown, errors take precedence
    over warnings.
    """
    shown = list(problems) if everything else _first(problems)
    line_at = _lines(files)
    blocks = [_block(problem, line_at, colour=colour) for problem in shown]
    if rest := len(problems) - len(shown):
        blocks.append(f"and {rest:,} more: facts check --all shows them.\n")
    return "\n".join([*blocks, summary_line(summary)]) + "\n"


def blocks(problems: Sequence[Problem]) -> str:
    """The same problems without excerpts and without a summary."""
    rest = len(problems) - SHOWN
    shown = [_block(problem, lambda _: None) for problem in problems[:SHOWN]]
    return "\n".join([*shown, f"and {rest:,} more.\n"] if rest > 0 else shown)


def _first(problems: Sequence[Problem]) -> list[Problem]:
    if len(problems) <= SHOWN:
        return list(problems)
    numbered = sorted(enumerate(problems), key=lambda item: item[1].severity != "error")
    return [problem for _, problem in sorted(numbered[:SHOWN], key=lambda item: item[0])]


def _lines(files: Mapping[str, bytes]) -> LineAt:
    @cache
    def lines_of(file: str) -> list[str]:
        text = files[file].decode("utf-8", "replace").removeprefix("\ufeff")
        # Editors and YAML break lines only here; splitlines() breaks at more characters.
        return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    def line_at(place: Place) -> str | None:
        lines = lines_of(place.file) if place.file in files else []
        return lines[place.line - 1] if 0 < place.line <= len(lines) else None

    return line_at


def _block(problem: Problem, line_at: LineAt, *, colour: bool = False) -> str:
    def painted(style: str, text: str) -> str:
        return f"{_COLOURS[style]}{text}{_END}" if colour else text

    place = problem.place
    kind = "" if problem.severity == "error" else f"{painted('warning', 'warning:')} "
    where = painted("bold", f"{visible(place.file)}:{place.line}:{place.column}:")
    code = painted("faint", f"[{problem.code}]")
    parts = [f"{where} {kind}{visible(problem.message)} {code}"]
    line = line_at(place)
    if line is not None and line.strip():
        numbered, before, carets = _excerpt(place, line)
        parts += [numbered, before + painted(problem.severity, carets)]
    if problem.help:
        rows = [visible(row) for row in problem.help.split("\n")]
        parts.append("  help: " + "\n        ".join(rows))
    return "\n".join(parts) + "\n"


def _excerpt(place: Place, line: str) -> tuple[str, str, str]:
    """The numbered line, and for the row below it the padding and the carets."""
    first = min(place.column - 1, len(line))
    last = max(min(place.end_column - 1, len(line)), first)
    # A long line is cut around the place, so that both fit in one row.
    cut = max(0, first - _BEFORE) if len(line) > _EXCERPT else 0
    stop = min(len(line), cut + _EXCERPT)
    before = ("…" if cut else "") + visible(line[cut:first])
    marked = visible(line[first : min(last, stop)])
    after = visible(line[min(last, stop) : stop]) + ("…" if stop < len(line) else "")
    return (
        f" {place.line} | {before}{marked}{after}",
        f" {' ' * len(str(place.line))} | {' ' * width(before)}",
        "^" * max(1, width(marked)),
    )
