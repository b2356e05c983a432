"""When something was said, and how that is known, in words."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from factsheets.content.dates import UNKNOWN_TEXT, UNRECORDED_TEXT, Moment, day_text


@dataclass(frozen=True, slots=True)
class When:
    """The date of a statement.

    `text` is the date alone, `line` the date with how it is known, `said` the same for brackets
    behind a statement. `dated` is False where it cannot be placed in time.
    """

    moment: Moment | None
    text: str
    line: str
    said: str
    dated: bool

    @property
    def phrase(self) -> str:
        """`said 4 Sep 2025, stated`; `day not given, before 4 Sep 2025`."""
        return self.said if self.dated else self.line

    @property
    def order(self) -> tuple[bool, tuple[int, ...]]:
        """Sorts undated statements first, then the oldest."""
        return self.dated, self.moment.order if self.moment else (0, 0, 0, 0)


def moment_text(moment: Moment | None) -> str:
    """A date, or that the source gives none, or that none is recorded."""
    return moment.text if moment else UNRECORDED_TEXT


def when(
    moment: Moment | None, basis: str | None, published: datetime.date, *, dateline: bool
) -> When:
    """The date of a speaker's statement, reported in an article of a day.

    `dateline` says whether the article has one: the day of publication can be inferred from it.
    """
    text = moment_text(moment)
    if moment is None or moment.kind == "unknown":
        return When(moment, text, text, text, dated=False)
    if moment.kind == "before":
        limit = f"{text}, stated" if basis == "stated" else text
        line = f"{UNKNOWN_TEXT}, {limit}"
        return When(moment, text, line, f"said {limit}, {UNKNOWN_TEXT}", dated=False)
    line = _known(moment, basis, on_the_day=dateline and moment.first == published)
    return When(moment, text, line, f"said {line}", dated=True)


def of_publisher(published: datetime.date) -> When:
    """The date of a publisher's own statement."""
    text = f"published {day_text(published)}"
    day = Moment("exactly", published.year, published.month, published.day)
    return When(day, text, text, text, dated=True)


def _known(moment: Moment, basis: str | None, *, on_the_day: bool) -> str:
    text = moment.text
    if basis == "year-inferred" and moment.month:
        return f"{text.removesuffix(f' {moment.year}')}, stated; {moment.year}, inferred"
    if basis == "inferred" and on_the_day and moment.day and moment.kind == "exactly":
        return f"{text}, inferred from the dateline"
    if basis is None:
        return text
    return f"{text}, {'stated' if basis == 'stated' else 'inferred'}"
