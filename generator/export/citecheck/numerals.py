"""Words -> the numbers among them, in digits or in English."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from generator.export.citecheck import measures
from generator.schema.numbers import shortest

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
