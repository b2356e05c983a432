"""Reports for programs and for GitHub, and counts in words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from factsheets.problems.problem import Problem, Summary
from factsheets.problems.text import plain, visible


def as_json(problems: Sequence[Problem], summary: Summary) -> str:
    """All problems and the counts as JSON; other programs rely on its structure."""
    rows = [
        {
            "code": problem.code,
            "severity": problem.severity,
            **asdict(problem.place),
            "message": problem.message,
            "help": problem.help,
        }
        for problem in problems
    ]
    counts = summary.counts()
    del counts["drafts"]  # Not part of that structure.
    report = {"problems": rows, "summary": counts}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def summary_line(summary: Summary) -> str:
    """The last line of a report: 12 statements, 6 of 6 quotations found. No problems."""
    # Sources come first, because statements are taken from them.
    records = sorted(summary.records.items(), key=lambda record: record[0] != "source")
    parts = [
        counted(summary.facts, "statement")
        + (f" ({counted(summary.drafts, 'draft')} more)" if summary.drafts else ""),
        *(counted(number, noun) for noun, number in records),
        f"{summary.quotes_found:,} of {counted(summary.quotes, 'quotation')} found",
    ]
    return f"Checked {', '.join(parts)}. {problems_in_words(summary)}"


def problems_in_words(summary: Summary) -> str:
    """No problems. / 1 error and 2 warnings."""
    kinds = ((summary.errors, "error"), (summary.warnings, "warning"))
    found = [counted(number, noun) for number, noun in kinds if number]
    return (" and ".join(found) or "No problems") + "."


def counted(number: int, noun: str) -> str:
    """1 error, 2 errors, 12,000 statements."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


# GitHub shows at most ten annotations of a kind per step.
SHOWN = 10
# A step's summary may have 1 MiB; GitHub does not show a larger one at all.
_ROWS = 500


def github(problems: Sequence[Problem], summary: Summary) -> str:
    """At most ten annotations, errors first, then the summary in one line."""
    first = sorted(problems, key=lambda problem: problem.severity != "error")[:SHOWN]
    lines = [_annotation(problem) for problem in first]
    if rest := len(problems) - len(first):
        lines.append(f"and {rest:,} more: the summary of this job lists them all.")
    return "\n".join([*lines, summary_line(summary)]) + "\n"


def markdown(problems: Sequence[Problem], summary: Summary) -> str:
    """All problems as a Markdown table for the summary of a job."""
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
