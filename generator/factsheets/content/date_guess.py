"""Guess the date that a contributor meant, for messages."""

from __future__ import annotations

import re
from functools import cache

from factsheets.content.dates import moment
from factsheets.datafiles import load_toml

_ABOUT = re.compile(r"(?:ca?\.|circa|around|approx\.|~) ?(\S.*)|([\d-]+)~")
_BEFORE = re.compile(r"< ?(\S.*)")
_NEEDLESS = re.compile(r"(?:since|from|until|on|in) (\S.*)")
_OTHER_WORDS = ((_ABOUT, "about "), (_BEFORE, "before "), (_NEEDLESS, ""))
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ")
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4})\.?")
_DAY_FIRST = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th|er|º|-?го|-?е)?\.? (?:of |de )?)?([^\W\d_]+)\.?,? (?:de )?(\d{4})"
    r"(?: (?:г|года|р|року)\.?)?"
)
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")


def guess_date(written: str) -> str | None:
    """Convert a date in another form to the accepted form; None if it is ambiguous."""
    text = _WEEKDAY.sub("", " ".join(written[:60].casefold().split()))
    if moment(text):
        return text
    for form, kind in _OTHER_WORDS:
        if found := form.fullmatch(text):
            day = guess_date(next(filter(None, found.groups())))
            return day and kind + day
    for word in ("about ", "before "):
        if text.startswith(word):
            rest = guess_date(text.removeprefix(word))
            return rest and word + rest
    if timed := _TIMED.fullmatch(text):
        date, hour, rest, zone = timed.groups()
        whole = f"{guess_date(date)}T{int(hour):02}{rest}{_zone(zone)}"
        return whole if moment(whole) else guess_date(date)
    date = _day_of(text)
    return date if date and moment(date) else None


_TIMED = re.compile(
    r"(.*\d)(?:t|,? (?:at )?)(\d{1,2})(:\d\d(?::\d\d)?)(?:\.\d+)? ?(z|utc|gmt|[+-]\d\d:?\d\d)?"
)


def _zone(written: str | None) -> str:
    if written in {"z", "utc", "gmt"}:
        return "Z"
    return f"{written[:3]}:{written[-2:]}" if written else ""


def guess_dates(written: str) -> tuple[str, ...]:
    """The dates that two numbers and a year can mean, with the day first and the month first.

    Between points the day comes first.
    """
    found = _YEAR_LAST.fullmatch(written[:60].strip())
    if not found:
        return ()
    one, mark, other, year = found.groups()
    pairs = ((one, other),) if mark == "." else ((one, other), (other, one))
    dates = dict.fromkeys(_date(year, int(month), day) for day, month in pairs)
    return tuple(date for date in dates if moment(date))


def _day_of(text: str) -> str | None:
    if len(dates := guess_dates(text)) == 1:
        return dates[0]
    if parts := _YEAR_FIRST.fullmatch(text):
        year, month, day = parts.groups()
        return _date(year, int(month), day)
    if parts := _DAY_FIRST.fullmatch(text):
        day, name, year = parts.groups()
        return _date(year, _month(name), day)
    if parts := _MONTH_FIRST.fullmatch(text):
        name, day, year = parts.groups()
        return _date(year, _month(name), day)
    return None


def _date(year: str, month: int, day: str | None) -> str:
    return f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")


def _month(name: str) -> int:
    """The month of a name or of the first letters of an English one, 0 for another word."""
    known = _months()
    if name in known:
        return known[name]
    fits = {known[each] for each in known if len(name) > 2 and each.startswith(name)}
    return fits.pop() if len(fits) == 1 else 0


@cache
def _months() -> dict[str, int]:
    table = load_toml(__package__, "months.toml")
    return {name: int(number) for number, names in table.items() for name in names.split()}
