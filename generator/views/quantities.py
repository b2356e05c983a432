"""The same quantity, as different speakers or publishers give it: side by side, no verdict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.views.statement import StatementView


@dataclass(frozen=True, slots=True)
class Quantity:
    """What is counted, and the statements that give it differing numbers, newest first."""

    counts: str
    statements: tuple[StatementView, ...]


def differing(views: Iterable[StatementView]) -> tuple[Quantity, ...]:
    """Quantities with the same unit and the same words for what they count, but other numbers."""
    found: dict[tuple[str, str], list[StatementView]] = {}
    for view in views:
        if view.figure and view.figure.given and view.status == "current":
            raw = view.figure.raw
            key = ((raw.unit or "").casefold(), raw.counts.casefold())
            found.setdefault(key, []).append(view)
    return tuple(
        Quantity(same[0].figure.counts if same[0].figure else "", tuple(same))
        for same in found.values()
        if len({view.figure.text for view in same if view.figure}) > 1
    )
