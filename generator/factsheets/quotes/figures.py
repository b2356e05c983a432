"""Check the number of a fact's figure against the words that it cites."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from factsheets.content.article import Fact
from factsheets.content.types import MOST_DIGITS
from factsheets.datafiles import load_toml
from factsheets.problems.problem import Problem
from factsheets.quotes.match import Index
from factsheets.quotes.own_words import quotes_of
from factsheets.quotes.quotations import FileLocator
from factsheets.quotes.tokens import tokens

_NUMBERS = load_toml(__package__, "numbers.toml")
_UNITS = {word: Decimal(str(number)) for word, number in _NUMBERS["units"].items()}
_SCALES: dict[str, int] = _NUMBERS["scales"]
_TOO_LARGE = Decimal(10) ** MOST_DIGITS
_MOST_READINGS = 8
_PART = re.compile(r"(\d[\d.,'\u066b\u066c]*)|([^\W\d_]+)")
_SEPARATORS = re.compile(r"[.,'\u066b\u066c]")
_GROUPED = re.compile(r"\d{1,3}(?:[.,'\u066c]\d{3})+")


def figure_problems(
    fact: Fact, language: str, cited: Sequence[Index], place: FileLocator
) -> Iterator[Problem]:
    """Find a number of a fact that is not in the cited words.

    `cited` are the captured articles that the fact is based on, its own first.
    """
    figure = fact.figure
    if figure is None or figure.status == "not-given":
        return
    words, where = _cited_words(fact, cited)
    english = language.partition("-")[0].lower() == "en"
    if not words or (not english and not has_digits(words)):
        return  # a number word of another language cannot be read
    numbers = numbers_in(words, english=english)
    for key in ("value", "min", "max"):
        value = getattr(figure, key)
        if value is None or _is_among(Decimal(value.lstrip("-")), numbers, english=english):
            continue
        yield Problem(
            "figure-not-in-quote",
            f"The number {value} is not in {where}.",
            place(("figure", key)),
            "Is it the article's number? Quote the words that contain it, or write form: "
            "partly-quoted if the article gives it outside the quotation.",
            "warning",
        )


def _cited_words(fact: Fact, cited: Sequence[Index]) -> tuple[list[str], str]:
    """The words that should contain the number, and what to call them; empty if unknown."""
    if fact.quote and fact.form != "partly-quoted":
        return [word for quote in quotes_of(fact) for word in tokens(quote)], "the quoted words"
    lines = cited[0].words if cited else None
    number = fact.paragraph or 0
    if lines is None or fact.also or not 0 < number <= len(lines):
        return [], ""
    return lines[number - 1], f"paragraph {number}"


def _is_among(value: Decimal, numbers: set[Decimal], *, english: bool) -> bool:
    if value in numbers:
        return True
    # In other languages the word after the digits may be a million: the digits must agree.
    return not english and any(
        number and value == number * 10**power for number in numbers for power in range(3, 13)
    )


def has_digits(tokens: Iterable[str]) -> bool:
    """Whether a token has a digit."""
    return any(char.isdecimal() for token in tokens for char in token)


def numbers_in(tokens: Iterable[str], *, english: bool) -> set[Decimal]:
    """All numbers in these tokens, in every way they can be read.

    "1,500" is 1500 and 1.5; "1.5 million" is 1.5 and 1500000; "twenty-six" is 26, 20 and 6. English
    words count only if `english`.
    """
    found: set[Decimal] = set()
    readings: list[Decimal] = []  # of the number so far
    for digits, cased in _PART.findall(" ".join(tokens)):
        word = cased.casefold()
        if digits:
            readings = list(_readings(digits))
        elif scale := _SCALES.get(word):
            scaled = [number * scale for number in readings or [Decimal(1)]]
            scaled += [whole + rest * scale for whole, rest in _divisions(readings)]
            readings = [number for number in scaled if number < _TOO_LARGE]
        elif readings and word in {"a", "and"}:
            continue  # half a million, two hundred and five
        elif english and (unit := _UNITS.get(word)) is not None:
            readings = [unit, *(number + unit for number in readings if unit)]
        else:
            readings = []
        found.update(readings)
        readings = readings[:_MOST_READINGS]
    return found


def _divisions(readings: Sequence[Decimal]) -> Iterator[tuple[Decimal, Decimal]]:
    """Two hundred thousand and five hundred: the next scale may multiply only the end."""
    for number in readings:
        for power in (1_000, 1_000_000, 1_000_000_000):
            if number > power:
                yield number - number % power, number % power


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
