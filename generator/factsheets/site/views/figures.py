"""A number as somebody gave it, in words: with its comparator, its unit and its condition."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.content.records import Figure
from factsheets.content.types import grouped, shortest

_BEFORE = {
    "exactly": "",
    "at-least": "at least ",
    "at-most": "at most ",
    "more-than": "more than ",
    "less-than": "less than ",
    "about": "about ",
    "between": "",
}


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure; `text` is `26`, `about 30`, `10 to 20` or `Not given`."""

    raw: Figure
    text: str
    counts: str
    condition: str | None

    @property
    def given(self) -> bool:
        """False where the speaker refused it."""
        return self.raw.status == "given"

    @property
    def amount(self) -> tuple[str, ...]:
        """What the figure says of its number; 3.5 and 3.50 are the same amount."""
        raw = self.raw
        numbers = [shortest(each) for each in (raw.value, raw.min, raw.max) if each is not None]
        return (raw.status, raw.comparator, *numbers)


def figure_view(figure: Figure | None, condition: str | None) -> FigureView | None:
    """The figure as readers see it, None where a statement has none."""
    if figure is None:
        return None
    return FigureView(figure, _text(figure), _counts(figure), condition)


def _text(figure: Figure) -> str:
    if figure.status == "not-given":
        return "Not given"
    if figure.comparator == "between" and figure.min is not None and figure.max is not None:
        return f"{grouped(figure.min)} to {grouped(figure.max)}"
    if figure.value is None:
        return "Not given"
    return _BEFORE[figure.comparator] + grouped(figure.value)


def _counts(figure: Figure) -> str:
    """`countries, committed to a role`: the unit and what is counted."""
    return ", ".join(filter(None, (figure.unit, figure.counts)))
