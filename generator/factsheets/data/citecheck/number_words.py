"""Words -> the numbers among them, in digits or in English."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from factsheets.content.types import shortest
from factsheets.data.citecheck import measures, vocabulary
from factsheets.data.citecheck.words import Reading

_DIGITS = re.compile(r"[0-9]{1,30}(?:\.[0-9]{1,30})?")
_MOST_SCALED = 9  # digits of what a scale multiplies
_ORDINAL = re.compile(r"[0-9]{1,4}(?:st|nd|rd|th)")


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where its first word stands."""

    text: str
    at: int


def numbers(found: Sequence[str], dated: Collection[int] = ()) -> list[Number]:
    """The numbers among the words, written in digits or in English; "one" is left alone.

    In "3 to 5 million" the first number means millions, too. `dated` are the places of dates.
    """
    result = []
    at = 0
    while at < len(found):
        if at in dated:
            at += 1
            continue
        if name := _named(found, at):
            result.append(Number(name, at))
            at += 1
            continue
        number, width = _value(found, at)
        if width:
            start = at
            number, at = _scaled(found, at + width, number)
            if at == start + width:
                number = _shifted(number, _zeros_of_range(found, start, at))
            if at < len(found) and found[at] in measures.FRACTIONS:
                number, at = f"{number} {found[at]}", at + 1
            result.append(Number(number, start))
        else:
            at += 1
    return result


def _scaled(found: Sequence[str], at: int, number: str) -> tuple[str, int]:
    while at < len(found) and found[at] in measures.SCALES and _is_short(number):
        number = _shifted(number, measures.SCALES[found[at]])
        at += 1
    return number, at


def _is_short(number: str) -> bool:
    return len(number.partition(".")[0]) <= _MOST_SCALED


def _shifted(number: str, zeros: int) -> str:
    """The number times ten to this power."""
    whole, _, rest = number.partition(".")
    digits = whole + rest.ljust(zeros, "0")
    at = len(whole) + zeros
    return _plain(f"{digits[:at]}.{digits[at:]}")


def _plain(number: str) -> str:
    """Without zeros that say nothing: 3.5 for 03.50."""
    whole, _, rest = number.partition(".")
    return shortest(f"{whole.lstrip('0') or '0'}.{rest}")


def _zeros_of_range(found: Sequence[str], start: int, at: int) -> int:
    """The power of ten of the number behind, where both are the ends of a range."""
    joined = at < len(found) and found[at] in measures.RANGES
    if joined and found[at] == "and" and found[max(0, start - 1)] != "between":
        return 0
    at += joined
    width = _value(found, at)[1] if at < len(found) else 0
    return len(_scaled(found, at + width, "1")[0]) - 1 if width else 0


def _value(found: Sequence[str], at: int) -> tuple[str, int]:
    word = found[at]
    if _DIGITS.fullmatch(word):
        return _plain(word), 1
    if word in measures.TENS:
        following = measures.UNITS.get(found[at + 1], 10) if at + 1 < len(found) else 10
        one = 1 if at + 1 < len(found) and found[at + 1] == "one" else 0
        if following < 10 or one:
            return str(measures.TENS[word] + (one or following)), 2
        return str(measures.TENS[word]), 1
    if word in measures.UNITS:
        return str(measures.UNITS[word]), 1
    return "", 0


def _named(found: Sequence[str], at: int) -> str:
    """3rd, of "third" and of "3rd"; half, of "half", but not of "one and a half"; else nothing."""
    word = found[at]
    if word in measures.PARTS:
        mixed = at > 1 and found[at - 1] == "a" and found[at - 2] == "and"
        return "" if mixed else measures.PARTS[word]
    return measures.ORDINALS.get(word) or (word if _ORDINAL.fullmatch(word) else "")


# Words -> the dates among them: days, months, years, days of the week, seasons.

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
