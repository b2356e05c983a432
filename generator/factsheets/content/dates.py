"""The dates that a source can give: a day, a month, a year, about, before, or none."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

_FORM = re.compile(r"(?:(about|before) )?(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_LONGEST = len("before 2025-09-04")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date that may be partly unknown.

    `day` and `month` are None if the source gives only a month or a year; `kind` is `unknown` if it
    gives no date (then `year` is 0).
    """

    kind: Literal["exactly", "about", "before", "unknown"]
    year: int = 0
    month: int | None = None
    day: int | None = None

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
        return self.iso if self.kind == "exactly" else f"{self.kind} {self.iso}"

    @property
    def order(self) -> tuple[int, int, int, int]:
        """Sort key, oldest first; `before D` sorts just before D, unknown dates first."""
        if self.kind == "unknown":
            return (0, 0, 0, 0)
        return (self.year, self.month or 1, self.day or 1, 0 if self.kind == "before" else 1)


def moment(text: str) -> Moment | None:
    """Parse a date; None if it is not one.

    Known forms: `2025-09-04`, `2025-09`, `2025`, `about D`, `before D`, `unknown`.
    """
    return _moment(text) if len(text) <= _LONGEST else None


@lru_cache(1 << 13)  # more than the days of twenty years; most statements share dates
def _moment(text: str) -> Moment | None:
    if text == "unknown":
        return Moment("unknown")
    match = _FORM.fullmatch(text)
    if not match or not text.isascii():
        return None
    kind, year, month, day = match.groups()
    try:
        datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    known: Literal["exactly", "about", "before"] = "exactly"
    if kind == "about":
        known = "about"
    elif kind == "before":
        known = "before"
    return Moment(known, int(year), (month and int(month)) or None, (day and int(day)) or None)


def day(text: str) -> datetime.date | None:
    """The day in a text of the form YYYY-MM-DD, else None."""
    found = moment(text)
    return found.first if found and found.kind == "exactly" and found.day else None
