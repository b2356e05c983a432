"""Words -> the dates among them: days, months, years, days of the week, seasons."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.export.citecheck import measures, vocabulary
from generator.export.citecheck.words import Reading

_DAY = re.compile(r"(0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?")
_YEAR = re.compile(r"(?:1[0-9]|20|21)[0-9]{2}")
_STOP = frozenset(vocabulary.STOP)


@dataclass(frozen=True, slots=True)
class Date:
    """A date as far as it is given (0 is none), or a word for one; `places` are those of its words.

    A year alone counts as one only where it stands as a date does.
    """

    year: int
    month: int
    day: int
    word: str
    places: tuple[int, ...]

    @property
    def text(self) -> str:
        """As people write it."""
        if self.word:
            return self.word if self.word in measures.SEASONS else self.word.capitalize()
        month = measures.MONTHS[self.month - 1].capitalize() if self.month else ""
        return " ".join(filter(None, (str(self.day or ""), month, str(self.year or ""))))

    @property
    def weekday(self) -> str:
        """The day of the week of a whole date, else nothing."""
        try:
            found = datetime.date(self.year, self.month, self.day)
        except ValueError:
            return ""
        return measures.WEEKDAYS[found.weekday()]

    def gives(self, other: Date) -> bool:
        """Is everything in it that the other gives?"""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return self.word == other.word and all(theirs in (0, ours) for ours, theirs in pairs)


def dates(reading: Reading) -> list[Date]:
    """All dates, in the order of their places."""
    found: list[Date] = []
    taken: set[int] = set()
    for at in range(len(reading.words)):
        if at in taken:
            continue
        here = list(_dates_at(reading, at))
        found += here
        taken.update(place for each in here for place in each.places)
    return found


def _dates_at(reading: Reading, at: int) -> Iterator[Date]:
    word = reading.words[at]
    if month := _month(reading, at):
        yield from _of_month(reading.words, at, month)
    elif word in measures.WEEKDAYS or (word in measures.SEASONS and _is_season(reading, at)):
        yield Date(0, 0, 0, word, (at,))
    elif _YEAR.fullmatch(word) and _is_year(reading, at):
        yield Date(int(word), 0, 0, "", (at,))


def _month(reading: Reading, at: int) -> int:
    """1 to 12, or 0 where the word is no month."""
    word, found = reading.words[at], reading.words
    beside = any(_DAY.fullmatch(each) for each in _before(found, at) + found[at + 1 : at + 2])
    year = any(_YEAR.fullmatch(each) for each in found[at + 1 : at + 2])
    if word in measures.SHORT_MONTHS:
        return measures.SHORT_MONTHS[word] if beside or year else 0
    if word not in measures.MONTHS:
        return 0
    if word in measures.AMBIGUOUS_MONTHS and not (beside or year):
        named = reading.capitals[at] and at > 0
        if not named or found[at - 1] not in measures.BEFORE_DATES:
            return 0
    return measures.MONTHS.index(word) + 1


def _before(found: Sequence[str], at: int) -> tuple[str, ...]:
    """The word before a month, but for an "of"."""
    start = at - 1 - (at > 1 and found[at - 1] == "of")
    return (found[start],) if start >= 0 else ()


def _of_month(found: Sequence[str], at: int, month: int) -> Iterator[Date]:
    """14 October 2026; October 14, 2026; 14 and 15 October; October."""
    days, places, end = [], [at], at + 1
    start = at - 1 - (at > 1 and found[at - 1] == "of")
    if start >= 0 and (day := _day(found, start)):
        days, places = [day], list(range(start, at + 1))
        before = start - 1 - (start > 1 and found[start - 1] in _BETWEEN)
        if before >= 0 and (other := _day(found, before)):
            days, places = [other, *days], list(range(before, at + 1))
    elif day := _day(found, end):
        days, places, end = [day], [at, end], end + 1
        behind = end + (end < len(found) and found[end] in _BETWEEN)
        if other := _day(found, behind):
            days, places, end = [day, other], list(range(at, behind + 1)), behind + 1
    year = int(found[end]) if end < len(found) and _YEAR.fullmatch(found[end]) else 0
    if year:
        places.append(end)
    for day in days or [0]:
        yield Date(year, month, day, "", tuple(places))


_BETWEEN = ("and", "or", "to", "until")


def _day(found: Sequence[str], at: int) -> int:
    match = _DAY.fullmatch(found[at]) if at < len(found) else None
    return int(match[1]) if match else 0


def _is_season(reading: Reading, at: int) -> bool:
    """Spring is also water."""
    before = reading.words[at - 1] if at else ""
    return before in measures.BEFORE_DATES or (before == "the" and _follows(reading, at))


def _is_year(reading: Reading, at: int) -> bool:
    """It stands behind "in" or the like, and counts nothing."""
    return at > 0 and reading.words[at - 1] in measures.BEFORE_DATES and _follows(reading, at)


def _follows(reading: Reading, at: int) -> bool:
    """Nothing, a mark or a small word."""
    behind = at + 1
    if behind == len(reading.words) or reading.gaps[behind]:
        return True
    return reading.words[behind] in _STOP
