"""A number as somebody gave it, in words: with its comparator, its unit and its condition."""

from __future__ import annotations

from generator.schema import Figure
from generator.values import value

_BEFORE = {
    "exactly": "",
    "at-least": "at least ",
    "at-most": "at most ",
    "more-than": "more than ",
    "less-than": "less than ",
    "about": "about ",
    "between": "",
}


@value(frozen=True, slots=True)
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


def figure_view(figure: Figure | None, condition: str | None) -> FigureView | None:
    """The figure as readers see it, None where a statement has none."""
    if figure is None:
        return None
    return FigureView(figure, _text(figure), _counts(figure), condition)


def number_text(value: float) -> str:
    """12500 as 12,500; 3.5 as 3.5. Nothing is rounded."""
    return f"{value:,}"


def _text(figure: Figure) -> str:
    if figure.status == "not-given":
        return "Not given"
    if figure.comparator == "between" and figure.min is not None and figure.max is not None:
        return f"{number_text(figure.min)} to {number_text(figure.max)}"
    if figure.value is None:
        return "Not given"
    return _BEFORE[figure.comparator] + number_text(figure.value)


def _counts(figure: Figure) -> str:
    """`countries, committed to a role`: the unit and what is counted."""
    return ", ".join(filter(None, (figure.unit, figure.counts)))
