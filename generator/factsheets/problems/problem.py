"""A problem in the content as a value: code, message, place, help."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Generic, Literal, TypeVar

T = TypeVar("T")

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file, counted from 1 in characters (code points), as editors do.

    Attributes:
        file: The path from the project's folder, with slashes.
        line: The line.
        column: The column of the first character.
        end_column: The column after the last character, on the same line.
    """

    file: str
    line: int = 1
    column: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem; the catalogue explains its code.

    Attributes:
        code: The stable name of its kind: quote-not-found.
        message: What is wrong, in one sentence.
        place: Where.
        help: What to do; it may have several lines.
        severity: error, which prevents publishing, or warning.
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
    """Counts of problems and records.

    Attributes:
        errors: Problems that prevent publishing.
        warnings: Other problems.
        facts: Statements.
        quotes: Quotations.
        quotes_found: Quotations that were found in their source.
        records: Records by the noun of their kind; in JSON actors, topics, sources and events.
        drafts: Statements that are drafts; not in JSON.
    """

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
