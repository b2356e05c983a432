"""Dates for readers: days, dates as sources give them, and how those of statements are known."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale
from babel.dates import format_date

from factsheets.content.dates import Moment
from factsheets.site.translation import gettext as _
from factsheets.site.translation import locale, pgettext


@dataclass(frozen=True, slots=True)
class When:
    """The date of a statement.

    `text` is the date alone, `line` the date with how it is known, `said` the same inside
    brackets. In lists `label` comes first, then `note`. `dated` is False where the
    statement cannot be placed in time.
    """

    moment: Moment | None
    text: str
    line: str
    said: str
    label: str
    note: str = ""
    dated: bool = True

    @property
    def order(self) -> tuple[bool, tuple[int, ...]]:
        """Sorts undated statements first, then the oldest."""
        return self.dated, self.moment.order if self.moment else (0, 0, 0, 0)


def when(
    moment: Moment | None, basis: str | None, published: datetime.date, *, dateline: bool
) -> When:
    """The date of a speaker's statement.

    Args:
        moment: When it was said; None where that was left out.
        basis: The fact's `said_basis`.
        published: The day of the article that reports it.
        dateline: Whether the article has one; then the day can be inferred from it.
    """
    text = moment_text(moment)
    if moment is None or moment.kind == "unknown":
        return When(moment, text, text, text, text, dated=False)
    if moment.kind == "before":
        limit = _("%(date)s, stated", date=text) if basis == "stated" else text
        line = _("day not given, %(limit)s", limit=limit)
        said = _("said %(limit)s, day not given", limit=limit)
        return When(moment, text, line, said, _("day not given"), limit, dated=False)
    if basis == "year-inferred" and moment.month:
        line = _(
            "%(day)s, stated; %(year)s, inferred",
            day=_with_kind(moment, _date(moment, year=False)),
            year=moment.year,
        )
        return When(moment, text, line, _("said %(when)s", when=line), line)
    is_day = moment.kind == "exactly" and moment.day is not None
    if basis is None:
        line, note = text, ""
    elif basis == "stated":
        line, note = _("%(date)s, stated", date=text), _("stated")
    elif basis == "inferred" and dateline and is_day and moment.first == published:
        line = _("%(date)s, inferred from the dateline", date=text)
        note = _("inferred from the dateline")
    else:
        line, note = _("%(date)s, inferred", date=text), _("inferred")
    return When(moment, text, line, _("said %(when)s", when=line), text, note)


def of_publisher(published: datetime.date) -> When:
    """The date of a publisher's own statement."""
    text = _("published %(day)s", day=day_text(published))
    day = Moment("exactly", published.year, published.month, published.day)
    return When(day, text, text, text, text)


def moment_text(moment: Moment | None) -> str:
    """`4 Sep 2025`, `about Sep 2025`; without a date, that the source gives or we record none."""
    if moment is None:
        return _("day not recorded")
    if moment.kind == "unknown":
        return _("day not given")
    return _with_kind(moment, _date(moment))


def day_text(day: datetime.date) -> str:
    """A calendar day: `4 Sep 2025`."""
    return _formatted(day, pgettext("date pattern", "d MMM y"), locale())


def _with_kind(moment: Moment, date: str) -> str:
    if moment.kind == "about":
        return _("about %(date)s", date=date)
    if moment.kind == "before":
        return _("before %(date)s", date=date)
    return date


def _date(moment: Moment, *, year: bool = True) -> str:
    """The date as far as it is known."""
    if not moment.month:
        pattern = "y"
    elif moment.day:
        pattern = pgettext("date pattern", "d MMM y") if year else pgettext("date pattern", "d MMM")
    else:
        pattern = pgettext("date pattern", "MMM y") if year else pgettext("date pattern", "MMM")
    day = datetime.date(moment.year, moment.month or 1, moment.day or 1)
    return _formatted(day, pattern, locale())


@lru_cache(maxsize=1 << 13)  # Twenty years have fewer days, and most statements share theirs.
def _formatted(day: datetime.date, pattern: str, language: Locale) -> str:
    return str(format_date(day, pattern, language))
