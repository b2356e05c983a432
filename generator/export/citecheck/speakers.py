"""Who speaks in a sentence: is the speaker named, and does somebody else stand in that place?"""

from __future__ import annotations

from collections.abc import Iterator

from generator.export.citecheck.known import Known
from generator.export.citecheck.sentence import Difference, Sentence, made, whole
from generator.export.citecheck.standing import Names, standing
from generator.export.citecheck.words import within, words


def speakers(sentence: Sentence, known: Known) -> Iterator[Difference]:
    """The speaker who is not named, and another who is."""
    yield from _speaker(sentence, known)
    yield from _another(sentence, known)


def _speaker(sentence: Sentence, known: Known) -> Iterator[Difference]:
    so_far = list(sentence.so_far)
    if not any(within(words(name), so_far) for name in known.names):
        yield made("lost", "speaker", known.who)


def _another(sentence: Sentence, known: Known) -> Iterator[Difference]:
    """Somebody else who stands where speakers stand, and of whom the statement does not speak."""
    there = words(" ".join((whole(known), *known.names, *known.beside, known.dates)))
    names = standing(Names(sentence.reading, frozenset(words(" ".join(known.names)))))
    others = dict.fromkeys(
        " ".join(name) for name in names if not any(word in there for word in name)
    )
    if others:
        yield made("added", "another", ", ".join(others))
