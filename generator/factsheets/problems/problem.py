"""A problem in the content as a value: code, message, place, help."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Generic, Literal, TypeVar

T = TypeVar("T")

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file.

    `line`, `column` and `end_column` count from 1, in characters (code points), as editors do;
    `end_column` is the column after the last character, on the same line.
    """

    file: str
    line: int = 1
    column: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: what is wrong (`message`), where (`place`), what to do (`help`).

    `code` is kebab-case and stable; `factsheets.problems.catalogue` explains each.
    """

    code: str
    message: str
    place: Place
    help: str
    severity: Severity = "error"


@dataclass(frozen=True, slots=True)
class Checked(Generic[T]):
    """The result of a check: a value, if one could be made, and all problems found."""

    value: T | None
    problems: tuple[Problem, ...] = ()


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems sorted by file, line, column and code, without duplicates."""
    return tuple(sorted(dict.fromkeys(problems), key=_order))


def _order(problem: Problem) -> tuple[str, int, int, int, str, str]:
    place = problem.place
    code, message = problem.code, problem.message
    return place.file, place.line, place.column, place.end_column, code, message


def errors(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems that prevent publishing; warnings never do."""
    return tuple(problem for problem in problems if problem.severity == "error")


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of problems and records; `records` maps the noun of a kind to its count."""

    errors: int = 0
    warnings: int = 0
    facts: int = 0
    quotes: int = 0
    quotes_found: int = 0
    records: Mapping[str, int] = field(default_factory=dict)
    drafts: int = 0

    def counts(self) -> dict[str, int]:
        """All counts by name; records in the plural, such as `actors`."""
        own = {each.name: getattr(self, each.name) for each in fields(self)}
        del own["records"]
        return own | {f"{noun}s": number for noun, number in self.records.items()}
