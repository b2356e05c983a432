"""A fact's own words and number against what it cites -> copied wording, a number not there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from generator.capture.copied import Copied, copied
from generator.capture.evidence import Path
from generator.capture.figures import has_digits, named
from generator.capture.match import Index
from generator.capture.tokens import tokens
from generator.problem import Place, Problem
from generator.schema import Fact

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
