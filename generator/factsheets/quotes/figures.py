"""Words -> the numbers that they name, in digits or in English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain

from factsheets.content.records import Fact
from factsheets.content.types import MOST_DIGITS
from factsheets.datafiles import load_toml
from factsheets.problems.problem import Place, Problem
from factsheets.quotes.copied import Copied, copied
from factsheets.quotes.evidence import Path
from factsheets.quotes.match import Index
from factsheets.quotes.tokens import tokens

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


# A fact's own words and number against what it cites -> copied wording, a number not there.

_SHOWN = 7  # words shown of each end of a copied stretch
_OWN = ("statement", "condition", "detail", "note")


def about_statement(
    number: int,
    fact: Fact,
    language: str,
    cited: Sequence[Index],
    place: Callable[[Path], Place],
) -> Iterator[Problem]:
    """What is to be said of the fact at this place of its article.

    `cited` are the articles that it rests on, so far as they are captured, its own first.
    """
    for field in _OWN:
        text = getattr(fact, field)
        if text and (shared := copied(cited, text)):
            yield _copied(shared, place(("facts", number, field)))
    yield from _figure(fact, language, cited, lambda key: place(("facts", number, "figure", key)))


def _copied(shared: Copied, where: Place) -> Problem:
    words = shared.words
    shown = " ".join(words)
    if len(words) > 2 * _SHOWN + 1:
        shown = " ".join(words[:_SHOWN]) + " … " + " ".join(words[-_SHOWN:])
    return Problem(
        "copied-wording",
        f"{len(words)} words in a row are the article's, without quotation marks.",
        where,
        f'Paragraph {shared.paragraph} has "{shown}". '
        "Say it shorter in your own words, or make it a quote.",
        "warning",
    )


def _figure(
    fact: Fact, language: str, cited: Sequence[Index], place: Callable[[str], Place]
) -> Iterator[Problem]:
    figure = fact.figure
    if figure is None or figure.status == "not-given":
        return
    words, where = _cited_words(fact, cited)
    if not words:
        return
    english = language.split("-", maxsplit=1)[0].lower() == "en"
    if not english and not has_digits(words):
        return  # the number may stand there as a word that we cannot read
    numbers = named(words, english=english)
    for key in ("value", "min", "max"):
        value = getattr(figure, key)
        if value is not None and not _among(Decimal(value.lstrip("-")), numbers, english=english):
            yield Problem(
                "figure-not-in-quote",
                f"The number {value} is not in {where}.",
                place(key),
                "Is it the article's number? Quote the words that have it, or write "
                "form: partly-quoted if the article gives it outside the quotation.",
                "warning",
            )


def _cited_words(fact: Fact, cited: Sequence[Index]) -> tuple[list[str], str]:
    """The words in which the number should be, and how to call them; none if not to be known."""
    if fact.quote and fact.form != "partly-quoted":
        quotes = [*fact.quote, *(quote for more in fact.also for quote in more.quote)]
        return [word for quote in quotes for word in tokens(quote)], "the quoted words"
    lines = cited[0].words if cited else None
    at = fact.paragraph or 0
    if lines is None or fact.also or not 0 < at <= len(lines):
        return [], ""
    return lines[at - 1], f"paragraph {at}"


def _among(value: Decimal, numbers: set[Decimal], *, english: bool) -> bool:
    if value in numbers:
        return True
    # Elsewhere the word behind the digits may be a million: then the digits alone must agree.
    return not english and any(
        number and value == number * 10**power for number in numbers for power in range(3, 13)
    )
