"""Words -> the numbers that they name, in digits or in English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain

from generator.datafiles import load_toml
from generator.schema.numbers import MOST_DIGITS

_NUMBERS = load_toml(__package__, "numbers.toml")
_UNITS = {word: Decimal(str(number)) for word, number in _NUMBERS["units"].items()}
_SCALES: dict[str, int] = _NUMBERS["scales"]
_TOO_LARGE = Decimal(10) ** MOST_DIGITS
_PART = re.compile(r"(\d[\d.,'\u066b\u066c]*)|([^\W\d_]+)")
_SEPARATORS = re.compile(r"[.,'\u066b\u066c]")
_GROUPED = re.compile(r"\d{1,3}(?:[.,'\u066c]\d{3})+")


def named(tokens: Iterable[str], *, english: bool) -> set[Decimal]:
    """The numbers in these tokens, each in every way that it can be read.

    "1,500" is 1500 and 1.5; "1.5 million" is 1.5 and 1500000; "twenty-six" is 26, 20 and 6.
    English words count only where `english`.
    """
    found: set[Decimal] = set()
    running: tuple[Decimal, ...] = ()  # readings of the number so far
    for digits, word in _parts(tokens):
        if digits:
            running = tuple(_readings(digits))
        elif scale := _SCALES.get(word):
            scaled = [number * scale for number in running or (Decimal(1),)]
            scaled += [whole + rest * scale for whole, rest in _split(running)]
            running = tuple(number for number in scaled if number < _TOO_LARGE)
        elif running and word in {"a", "and"}:
            continue  # half a million, two hundred and five
        elif english and (unit := _UNITS.get(word)) is not None:
            running = (unit, *(number + unit for number in running if unit))
        else:
            running = ()
        found.update(running)
        running = running[:8]
    return found


def _split(running: Sequence[Decimal]) -> Iterator[tuple[Decimal, Decimal]]:
    """Two hundred thousand and five hundred: what the scale multiplies may be the end alone."""
    for number in running:
        for power in (1_000, 1_000_000, 1_000_000_000):
            if number > power:
                yield number - number % power, number % power


def has_digits(tokens: Iterable[str]) -> bool:
    """Does a token hold a digit?"""
    return any(char.isdecimal() for char in chain.from_iterable(tokens))


def _parts(tokens: Iterable[str]) -> Iterator[tuple[str, str]]:
    # No token has a space, and no part goes over one.
    for digits, word in _PART.findall(" ".join(tokens)):
        yield digits, word.casefold()


def _readings(digits: str) -> Iterator[Decimal]:
    plain = "".join(
        str(unicodedata.decimal(char)) if char.isdecimal() else char for char in digits
    ).rstrip(".,'")
    if len(plain) > MOST_DIGITS:
        return
    whole, *rest = _SEPARATORS.split(plain)
    if not rest or _GROUPED.fullmatch(plain):
        yield Decimal("".join((whole, *rest)))
    if rest:
        yield Decimal("".join((whole, *rest[:-1])) + "." + (rest[-1] or "0"))
