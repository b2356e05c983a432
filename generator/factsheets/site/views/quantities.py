"""The same quantity, as different speakers or publishers give it: side by side, no verdict."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factsheets.site.views.statement import StatementView

Key = tuple[str, str]
_ARTICLES = frozenset({"a", "an", "the"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """What is counted, and the statements that give it differing numbers, newest first."""

    counts: str
    statements: tuple[StatementView, ...]


def differing(views: Iterable[StatementView]) -> tuple[Quantity, ...]:
    """Quantities with the same unit and the same words for what they count, but other numbers."""
    return tuple(
        Quantity(same[0].figure.counts if same[0].figure else "", tuple(same))
        for same in by_quantity(views).values()
        if len({view.figure.amount for view in same if view.figure}) > 1
    )


def first_figures(views: Sequence[StatementView], most: int) -> tuple[StatementView, ...]:
    """The first figures, at most so many, never one without the others that differ from it.

    Those that are too many stand where accounts differ, and not here.
    """
    beside = {view.id: each.statements for each in differing(views) for view in each.statements}
    found: dict[str, StatementView] = {}
    for view in views:
        if view.figure and view.id not in found:
            together = beside.get(view.id, (view,))
            if len(found) + len(together) <= most:
                found.update((each.id, each) for each in together)
        if len(found) == most:
            break
    return tuple(found.values())


def by_quantity(views: Iterable[StatementView]) -> dict[Key, list[StatementView]]:
    """Current statements with a given figure by what it counts, as they come."""
    found: dict[Key, list[StatementView]] = {}
    for view in views:
        if view.figure and view.figure.given and view.status == "current":
            found.setdefault(quantity(view), []).append(view)
    return found


def quantity(view: StatementView) -> Key:
    """What a figure counts: its unit and its words, but for case, marks and articles."""
    if view.figure is None:
        return ("", "")
    raw = view.figure.raw
    return unit_key(raw.unit or ""), _words(raw.counts)


def unit_key(unit: str) -> str:
    """A unit but for case and marks: `States` and `states` are one."""
    return _words(unit)


@lru_cache(maxsize=1 << 12)  # What is counted is counted again and again.
def _words(text: str) -> str:
    words = re.findall(r"\w+|[^\w\s.,;:'’\"“”()-]", text.casefold())
    return " ".join(word for word in words if word not in _ARTICLES)
