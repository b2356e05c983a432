"""Words -> the numbers among them, in digits or in English."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from generator.export.citecheck import measures

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
        value, width = _value(found, at)
        if width:
            start = at
            value, at = _scaled(found, at + width, value)
            if at == start + width:
                value *= _scale_of_range(found, start, at)
            text = number_text(value)
            if at < len(found) and found[at] in measures.FRACTIONS:
                text, at = f"{text} {found[at]}", at + 1
            result.append(Number(text, start))
        else:
            at += 1
    return result


def _scaled(found: Sequence[str], at: int, value: float) -> tuple[float, int]:
    # Beyond this, one language writes a number as another does not.
    while at < len(found) and found[at] in measures.SCALES and value < 1e9:
        value *= measures.SCALES[found[at]]
        at += 1
    return value, at


def _scale_of_range(found: Sequence[str], start: int, at: int) -> float:
    """The scale of the number behind, where both are the ends of a range."""
    joined = at < len(found) and found[at] in measures.RANGES
    if joined and found[at] == "and" and found[max(0, start - 1)] != "between":
        return 1
    at += joined
    width = _value(found, at)[1] if at < len(found) else 0
    return _scaled(found, at + width, 1)[0] if width else 1


def _value(found: Sequence[str], at: int) -> tuple[float, int]:
    word = found[at]
    if re.fullmatch(r"[0-9]{1,15}(\.[0-9]{1,6})?", word):
        return float(word), 1
    if word in measures.TENS:
        following = measures.UNITS.get(found[at + 1], 10) if at + 1 < len(found) else 10
        one = 1 if at + 1 < len(found) and found[at + 1] == "one" else 0
        if following < 10 or one:
            return measures.TENS[word] + (one or following), 2
        return measures.TENS[word], 1
    if word in measures.UNITS:
        return measures.UNITS[word], 1
    return 0, 0


def number_text(value: float) -> str:
    """26 and not 26.0."""
    return str(int(value)) if value == int(value) else repr(float(value))


def _named(found: Sequence[str], at: int) -> str:
    """3rd, of "third" and of "3rd"; half, of "half", but not of "one and a half"; else nothing."""
    word = found[at]
    if word in measures.PARTS:
        mixed = at > 1 and found[at - 1] == "a" and found[at - 2] == "and"
        return "" if mixed else measures.PARTS[word]
    return measures.ORDINALS.get(word) or (word if _ORDINAL.fullmatch(word) else "")
