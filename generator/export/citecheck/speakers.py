"""Who speaks in a sentence: is the speaker named, and does somebody else stand in that place?"""

from __future__ import annotations

from collections.abc import Iterator

from generator.export.citecheck import vocabulary
from generator.export.citecheck.known import Known
from generator.export.citecheck.sentence import Difference, Sentence, made, whole
from generator.export.citecheck.words import within, words

_STOP = frozenset(vocabulary.STOP)


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
    for at, word in enumerate(sentence.words):
        if word in vocabulary.SPEECH:
            name = _before(sentence, at)
        elif word == "to" and at and sentence.words[at - 1] == "according":
            name = _behind(sentence, at)
        else:
            continue
        if name and not any(each in there for each in name):
            yield made("added", "another", " ".join(name))
            return


def _before(sentence: Sentence, at: int) -> tuple[str, ...]:
    """The name that ends before a place: words with capitals, or one that speaks for others."""
    if at and sentence.words[at - 1] in vocabulary.SPOKESPEOPLE:
        return (sentence.words[at - 1],)
    start = at
    while start and _names(sentence, start - 1):
        start -= 1
    return sentence.words[start:at]


def _behind(sentence: Sentence, at: int) -> tuple[str, ...]:
    """The name that begins behind a place."""
    end = at + 1
    while end < len(sentence.words) and _names(sentence, end):
        end += 1
    return sentence.words[at + 1 : end]


def _names(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    capital = bool(sentence.capitals) and sentence.capitals[at]
    return capital and word not in _STOP and word not in vocabulary.NOBODY
