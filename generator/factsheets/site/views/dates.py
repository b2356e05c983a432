"""Dates for readers: days, dates as sources give them, and how those of statements are known."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale
from babel.dates import format_date

from factsheets.content.article import Fact
from factsheets.content.dates import Moment, Timestamp
from factsheets.dataset.model import Dataset, Statement
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
            "%(day)s (stated), %(year)s (inferred)",
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


def of_publisher(published: Timestamp) -> When:
    """The date of a publisher's own statement."""
    text = _("published %(day)s", day=moment_text(published.moment))
    return When(published.moment, text, text, text, text)


def moment_of(dataset: Dataset, fact: Fact) -> Moment | None:
    """When a fact was said, by itself or its event; None where that was left out."""
    event = dataset.events.get(fact.event or "")
    return fact.said or (event.date if event else None)


def said_when(dataset: Dataset, statement: Statement) -> When:
    """When a statement was said; of the publisher's own, when it was published."""
    fact, article = statement.fact, statement.article
    moment = moment_of(dataset, fact)
    if not fact.is_spoken and (moment is None or moment.kind == "unknown"):
        return of_publisher(article.published)
    return when(moment, fact.said_basis, article.published, dateline=article.dateline is not None)


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
    date = _formatted(day, pattern, locale())
    return _with_time(date, moment.time) if moment.time else date


def _with_time(date: str, time: str) -> str:
    """`4 Sep 2025, 14:30 (UTC+2)`; without the offset where the source gives none."""
    clock, offset = (time[:8], time[8:]) if time[5:6] == ":" else (time[:5], time[5:])
    if not offset:
        return _("%(date)s, %(time)s", date=date, time=clock)
    zone = offset.replace("Z", "").replace("-", "−")
    zone = zone.removesuffix(":00").replace("+0", "+").replace("−0", "−")
    zone = "" if zone in {"+0", "−0", "+", "−"} else zone
    return _("%(date)s, %(time)s (UTC%(offset)s)", date=date, time=clock, offset=zone)


@lru_cache(maxsize=1 << 13)  # Twenty years have fewer days, and most statements share theirs.
def _formatted(day: datetime.date, pattern: str, language: Locale) -> str:
    return str(format_date(day, pattern, language))
