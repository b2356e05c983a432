"""The same quantity, as different speakers or publishers give it: side by side, no verdict."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
    found: dict[Key, list[StatementView]] = {}
    for view in views:
        if view.figure and view.figure.given and view.status == "current":
            found.setdefault(quantity(view), []).append(view)
    return tuple(
        Quantity(same[0].figure.counts if same[0].figure else "", tuple(same))
        for same in found.values()
        if len({view.figure.amount for view in same if view.figure}) > 1
    )


def first_figures(views: Sequence[StatementView], most: int) -> tuple[StatementView, ...]:
    """The first figures, at most so many, never one without the others that differ from it.

    A group that exceeds the limit is left out; it is listed where accounts differ.
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


def quantity(view: StatementView) -> Key:
    """What a figure counts: its unit and its words, but for case, marks and articles."""
    if view.figure is None:
        return ("", "")
    raw = view.figure.raw
    return _words(raw.unit or ""), _words(raw.counts)


def _words(text: str) -> str:
    words = re.findall(r"\w+|[^\w\s.,;:'’\"“”()-]", text.casefold())
    return " ".join(word for word in words if word not in _ARTICLES)
