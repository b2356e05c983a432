"""A sentence as it is compared, and a difference as it is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factsheets.data.citecheck import vocabulary
from factsheets.data.citecheck.known import Known
from factsheets.data.citecheck.number_words import Date, dates
from factsheets.data.citecheck.words import Reading, content, quoted, read, words


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: `how` is lost or added, `kind` what, `text` says it."""

    how: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in its parts; `so_far` are the words of its paragraph up to its end."""

    text: str
    reading: Reading
    dates: tuple[Date, ...]
    stems: tuple[str, ...]
    so_far: tuple[str, ...]

    @classmethod
    def of(cls, text: str, before: tuple[str, ...]) -> Sentence:
        """The sentence, read; `before` are the words that stand before it in its paragraph."""
        found = read(text)
        stems = tuple(content(found.words))
        return cls(text, found, tuple(dates(found)), stems, (*before, *found.words))

    @property
    def words(self) -> tuple[str, ...]:
        """Its words."""
        return self.reading.words


def made(how: str, kind: str, what: str) -> Difference:
    """A difference in words; `what` is what was lost or added."""
    return Difference(how, kind, vocabulary.MESSAGES[kind].replace("{}", what))


def whole(known: Known) -> str:
    """All that a statement says, in our words and in quoted ones."""
    return " ".join(texts(known))


def texts(known: Known) -> Iterator[str]:
    """The same, text by text."""
    yield from (known.statement, known.condition, known.detail, *known.quotes)


def undated(reading: Reading) -> tuple[str, ...]:
    """The words, with nothing in the places of dates: "May" is no "may"."""
    dated = places(dates(reading))
    return tuple("" if at in dated else word for at, word in enumerate(reading.words))


def places(found: tuple[Date, ...] | list[Date]) -> set[int]:
    """The places of the words of dates."""
    return {place for each in found for place in each.places}


def quotes_whole(sentence: Sentence, known: Known) -> bool:
    """Does it quote one of the statement's quotations from its beginning to its end?

    Shorter ones say too little to stand for the statement.
    """
    pieces = [words(piece) for piece in quoted(sentence.text)]
    long = (found for found in map(words, known.quotes) if len(found) >= vocabulary.RUN)
    return any(found in pieces for found in long)
