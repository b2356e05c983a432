"""Problems as GitHub shows them: annotations at the lines, and a summary of the job."""

from __future__ import annotations

from collections.abc import Sequence

from generator.problem import Problem, Summary
from generator.report.plain import plain
from generator.report.safe import visible
from generator.report.words import problems_in_words, summary_line

# GitHub shows no more of a kind for one step.
SHOWN = 10
# The summary of a step holds a mebibyte; one beyond that is not shown at all.
_ROWS = 500


def github(problems: Sequence[Problem], summary: Summary) -> str:
    """At most ten annotations, errors first, then the summary in one line."""
    first = sorted(problems, key=lambda problem: problem.severity != "error")[:SHOWN]
    lines = [_annotation(problem) for problem in first]
    if rest := len(problems) - len(first):
        lines.append(f"and {rest:,} more: the summary of this job lists them all.")
    return "\n".join([*lines, summary_line(summary)]) + "\n"


def markdown(problems: Sequence[Problem], summary: Summary) -> str:
    """All problems as a table for the summary of a job."""
    head = f"### {problems_in_words(summary)}\n\n{summary_line(summary)}\n"
    if not problems:
        return head
    rows = [
        f"| {plain(f'{problem.place.file}:{problem.place.line}')} | {plain(problem.message)} "
        f"| {plain(problem.help)} | `{problem.code}` ({problem.severity}) |"
        for problem in problems[:_ROWS]
    ]
    if rest := len(problems) - len(rows):
        rows.append(f"\nand {rest:,} more: `facts check --all` lists them.")
    return (
        "\n".join([head, "| Where | What | What to do | Code |", "|---|---|---|---|", *rows]) + "\n"
    )


def _annotation(problem: Problem) -> str:
    place = problem.place
    properties = {
        "file": place.file,
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.end_column),
        "title": problem.code,
    }
    named = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    said = filter(None, (problem.message, problem.help))
    body = "\n".join(visible(row) for part in said for row in part.split("\n"))
    return f"::{problem.severity} {named}::{_data(body)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
