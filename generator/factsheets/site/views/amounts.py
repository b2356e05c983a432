"""The number that a statement gives, in words."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.content.article import Figure
from factsheets.content.types import shortest
from factsheets.site.translation import gettext as _
from factsheets.site.views.texts import amount_text


@dataclass(frozen=True, slots=True)
class FigureView:
    """A number as somebody gave it; `text` is `26`, `about 30`, `10 to 20` or `Not given`."""

    raw: Figure
    text: str
    counts: str
    condition: str | None

    @property
    def given(self) -> bool:
        """False where the speaker refused it."""
        return self.raw.status == "given"

    @property
    def counted(self) -> str:
        """What it counts, with its condition."""
        return with_condition(self.counts, self.condition)

    @property
    def amount(self) -> tuple[str, ...]:
        """What the figure says of its number; 3.5 and 3.50 are the same amount."""
        raw = self.raw
        numbers = [shortest(each) for each in (raw.value, raw.min, raw.max) if each is not None]
        return (raw.status, raw.comparator, *numbers)


def with_condition(text: str, condition: str | None) -> str:
    """A statement or a figure with the condition under which it holds."""
    return _("%(text)s, %(condition)s", text=text, condition=condition) if condition else text


def figure_view(figure: Figure | None, condition: str | None) -> FigureView | None:
    """The figure as readers see it, None where a statement has none."""
    if figure is None:
        return None
    counts = figure.counts
    if figure.unit and counts:
        counts = _("%(unit)s, %(counted)s", unit=figure.unit, counted=counts)
    return FigureView(figure, _figure_text(figure), counts or figure.unit or "", condition)


def _figure_text(figure: Figure) -> str:
    if figure.status == "not-given":
        return _("Not given")
    if figure.comparator == "between" and figure.min is not None and figure.max is not None:
        low, high = amount_text(figure.min), amount_text(figure.max)
        return _("%(low)s to %(high)s", low=low, high=high)
    if figure.value is None:
        return _("Not given")
    number = amount_text(figure.value)
    texts = {
        "at-least": _("at least %(number)s", number=number),
        "at-most": _("at most %(number)s", number=number),
        "more-than": _("more than %(number)s", number=number),
        "less-than": _("less than %(number)s", number=number),
        "about": _("about %(number)s", number=number),
    }
    return texts.get(figure.comparator, number)
