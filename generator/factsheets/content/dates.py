"""The dates that a source can give: a day, a month, a year, about, before, or none."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, Self

TIME_PATTERN = r"T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-](0\d|1[0-4]):[0-5]\d)?"
"""A time of day after a date, with the offset from UTC if the source gives it."""
_FORM = re.compile(r"(?:(about|before) )?(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_TIME = re.compile(TIME_PATTERN)
_LONGEST = len("2025-09-04T14:30:00+02:00")
_NO_TIME = -(10**6)
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date that may be partly unknown.

    `day` and `month` are None if the source gives only a month or a year; `kind` is `unknown` if it
    gives no date (then `year` is 0). `time` is the time of day: `14:30`, `14:30:00+02:00`; empty if
    the source gives none.
    """

    kind: Literal["exactly", "about", "before", "unknown"]
    year: int = 0
    month: int | None = None
    day: int | None = None
    time: str = ""

    @property
    def dated(self) -> bool:
        """Whether it places a statement in time; a limit (`before`) alone does not."""
        return self.kind in {"exactly", "about"}

    @property
    def first(self) -> datetime.date | None:
        """The first day that it can mean, None if unknown; for `before`, the limit itself."""
        if self.kind == "unknown":
            return None
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> datetime.date | None:
        """The last day that it can mean, None if unlimited (`about`, `unknown`)."""
        first = self.first
        if first is None or self.kind == "about":
            return None
        if self.kind == "before":
            return first - datetime.timedelta(days=first > datetime.date.min)
        days = monthrange(self.year, self.month)[1] if self.month else 31
        return first.replace(month=self.month or 12, day=self.day or days)

    @property
    def earliest(self) -> datetime.date | None:
        """The first day that the source allows, None if there is no lower bound."""
        return self.first if self.kind == "exactly" else None

    @property
    def latest(self) -> datetime.date | None:
        """The last day that the source allows, None if there is no upper bound.

        A month or a year allows all its days; `before D` allows all days before D. `about D` and
        `unknown` set no bounds.
        """
        return None if self.first == datetime.date.min and self.kind == "before" else self.last

    @property
    def edtf(self) -> str | None:
        """In Extended Date/Time Format (ISO 8601-2), None if unknown.

        `before D` becomes `[..` and the day before D, because EDTF bounds are inclusive.
        """
        if self.kind == "unknown":
            return None
        if self.kind == "before" and (first := self.first):
            if first == datetime.date.min:
                return "[..0000-12-31]"
            return f"[..{first - datetime.timedelta(days=1)}]"
        if self.time:
            return self.iso + _with_seconds(self.time)
        return self.iso + ("~" if self.kind == "about" else "")

    @property
    def iso(self) -> str:
        """The date alone, as precise as it is: 2025-09-04, 2025-09, 2025."""
        if not self.month:
            return f"{self.year:04}"
        if not self.day:
            return f"{self.year:04}-{self.month:02}"
        return f"{self.year:04}-{self.month:02}-{self.day:02}"

    @property
    def written(self) -> str:
        """The date as records write it: `2025-09-04`, `about 2025`, `unknown`."""
        if self.kind == "unknown":
            return self.kind
        if self.time:
            return f"{self.iso}T{self.time}"
        return self.iso if self.kind == "exactly" else f"{self.kind} {self.iso}"

    @property
    def order(self) -> tuple[int, ...]:
        """Sort key, oldest first; `before D` sorts just before D, unknown dates first.

        On one day, those without a time come before those with one; times without an offset are
        compared as they are.
        """
        if self.kind == "unknown":
            return (0, 0, 0, 0)
        kind = 0 if self.kind == "before" else 1
        return (self.year, self.month or 1, self.day or 1, kind, self._seconds)

    @property
    def _seconds(self) -> int:
        """The time in seconds since midnight, in UTC if the offset is known."""
        if not self.time:
            return _NO_TIME
        midnight = datetime.datetime.combine(datetime.date.min, datetime.time())
        found = datetime.time.fromisoformat(self.time)
        offset = found.utcoffset() or datetime.timedelta()
        since = datetime.datetime.combine(datetime.date.min, found.replace(tzinfo=None)) - midnight
        return int((since - offset).total_seconds())

    @property
    def instant(self) -> datetime.datetime | None:
        """The point in time, None unless the source gives the time of day with its offset."""
        found = datetime.datetime.fromisoformat(f"{self.iso}T{self.time}") if self.time else None
        return found if found and found.tzinfo else None


class Timestamp(datetime.date):
    """A day with the time of day, if the source gives it; in all else it is the day.

    Attributes:
        time: As in `Moment`.
    """

    time: str

    def __new__(cls, year: int, month: int, day: int, time: str = "") -> Self:
        """A day of a year and month, with a time of day."""
        made = super().__new__(cls, year, month, day)
        made.time = time
        return made

    def __eq__(self, other: object) -> bool:
        """Days are equal, and so are their times."""
        return super().__eq__(other) is True and self.time == getattr(other, "time", "")

    def __ne__(self, other: object) -> bool:
        """The opposite, which a date does not derive from it."""
        return not self == other

    def __hash__(self) -> int:
        """The hash of the day."""
        return super().__hash__()

    def __reduce__(self) -> tuple[type[Timestamp], tuple[int, int, int, str]]:
        """How it is copied."""
        return Timestamp, (self.year, self.month, self.day, self.time)

    @property
    def moment(self) -> Moment:
        """The same as a date that a source gives."""
        return Moment("exactly", self.year, self.month, self.day, self.time)


def is_after(one: Moment, other: Timestamp) -> bool:
    """Whether an exact date is certainly later: by the hour if both have one with its offset."""
    instants = (one.instant, other.moment.instant)
    if instants[0] and instants[1]:
        return instants[0] > instants[1]
    return one.first is not None and one.first > other


def _with_seconds(time: str) -> str:
    """A time of day as EDTF has it, with seconds."""
    minutes, rest = time[:5], time[5:]
    return f"T{minutes}{rest}" if rest.startswith(":") else f"T{minutes}:00{rest}"


def moment(text: str) -> Moment | None:
    """Parse a date; None if it is not one.

    Known forms: `2025-09-04`, `2025-09`, `2025`, `about D`, `before D`, `unknown`, and a day with
    a time: `2025-09-04T14:30`, `2025-09-04T14:30+02:00`.
    """
    return _moment(text) if len(text) <= _LONGEST else None


@lru_cache(1 << 13)  # more than the days of twenty years; most statements share dates
def _moment(text: str) -> Moment | None:
    if text == "unknown":
        return Moment("unknown")
    date, mark, time = text.partition("T")
    match = _FORM.fullmatch(date)
    if not match or not text.isascii() or (mark and not _TIME.fullmatch(mark + time)):
        return None
    kind, year, month, day = match.groups()
    if mark and (kind or not day):
        return None
    try:
        datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    known: Literal["exactly", "about", "before"] = "exactly"
    if kind == "about":
        known = "about"
    elif kind == "before":
        known = "before"
    parts = ((month and int(month)) or None, (day and int(day)) or None)
    return Moment(known, int(year), *parts, time)


def day(text: str) -> datetime.date | None:
    """The day in a text of the form YYYY-MM-DD, else None."""
    found = timestamp(text)
    return datetime.date(found.year, found.month, found.day) if found and not found.time else None


def timestamp(text: str) -> Timestamp | None:
    """The day in a text, with a time of day if it has one, else None."""
    found = moment(text)
    if found is None or found.kind != "exactly" or not (found.month and found.day):
        return None
    return Timestamp(found.year, found.month, found.day, found.time)


_CLOCK = re.compile(r"(?<![\d:])(?:([0-9]{1,2}):)?([0-9]{1,3}):([0-5][0-9])(?![\d:])")


def clocks(text: str) -> list[str]:
    """Each time in a text, such as 1:02:03, 14:05 or 75:30, as HH:MM:SS."""
    found = ((int(h or 0) * 60 + int(m), s) for h, m, s in _CLOCK.findall(text))
    return [f"{minutes // 60:02}:{minutes % 60:02}:{seconds}" for minutes, seconds in found]
