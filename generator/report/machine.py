"""Problems and summary as JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from generator.problem import Problem, Summary


def as_json(problems: Sequence[Problem], summary: Summary) -> str:
    """All problems and the counts, in the shape that other programs rely on."""
    rows = [
        {
            "code": problem.code,
            "severity": problem.severity,
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "end_column": problem.place.end_column,
            "message": problem.message,
            "help": problem.help,
        }
        for problem in problems
    ]
    counts = asdict(summary)
    del counts["drafts"]  # Not in that shape.
    report = {"problems": rows, "summary": counts}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"
