"""A problem in the format of golden files: place, message, code, help."""

from __future__ import annotations

from factsheets.problems.problem import Problem


def problem_text(problem: Problem) -> str:
    """Two lines, plus one for each further line of the help."""
    place = problem.place
    mark = "" if problem.severity == "error" else f"{problem.severity}: "
    head = f"{place.file}:{place.line}:{place.column}-{place.end_column}: {mark}{problem.message}"
    advice = problem.help.replace("\n", "\n        ")
    return f"{head} [{problem.code}]\n  help: {advice}\n"
