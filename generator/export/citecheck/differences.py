"""What a sentence lost or added against one statement: words and fields, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.export.citecheck import vocabulary
from generator.export.citecheck.known import Known
from generator.export.citecheck.words import (
    Number,
    content,
    longest_run,
    number_text,
    numbers,
    quoted,
    stem,
    unquoted,
    within,
    words,
)

_STOP = frozenset(vocabulary.STOP)
_NEGATION = frozenset(vocabulary.NEGATION)


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
    words: tuple[str, ...]
    stems: tuple[str, ...]
    so_far: tuple[str, ...]

    @classmethod
    def of(cls, text: str, so_far: tuple[str, ...]) -> Sentence:
        """The sentence, read."""
        found = words(text)
        return cls(text, tuple(found), tuple(content(found)), so_far)


def differences(sentence: Sentence, known: Known) -> tuple[Difference, ...]:
    """All differences, in a fixed order."""
    return (
        *_speaker(sentence, known),
        *_condition(sentence, known),
        *_alternatives(sentence, known),
        *_hedges(sentence, known),
        *_negation(sentence, known),
        *_certainty(sentence, known),
        *_quotation(sentence, known),
        *_numbers(sentence, known),
    )


def _made(how: str, kind: str, what: str) -> Difference:
    return Difference(how, kind, vocabulary.MESSAGES[kind].replace("{}", what))


def _speaker(sentence: Sentence, known: Known) -> Iterator[Difference]:
    so_far = list(sentence.so_far)
    if not any(within(words(name), so_far) for name in known.names):
        yield _made("lost", "speaker", known.who)


def _condition(sentence: Sentence, known: Known) -> Iterator[Difference]:
    """Half of its words must be there, and a word that makes it a condition."""
    needed = set(content(words(known.condition)))
    if not needed:
        return
    kept = needed.intersection(sentence.stems)
    marked = any(word in vocabulary.CONDITIONAL for word in sentence.words)
    if 2 * len(kept) < len(needed) or not marked:
        yield _made("lost", "condition", known.condition)


def _alternatives(sentence: Sentence, known: Known) -> Iterator[Difference]:
    """Where one side of an "or" is named, so must be the other, with an "or" between them."""
    for text in (known.statement, known.condition):
        found = words(text)
        for at, word in enumerate(found):
            if word not in vocabulary.ALTERNATIVE:
                continue
            left = _side(found[:at][::-1])
            right = _side(found[at + 1 :])
            if not left or not right or not _names_one(sentence, left, right):
                continue
            if not _has_or(sentence, left, right):
                yield _made("lost", "or", f"{left[0]} or {right[0]}")


def _side(found: Sequence[str]) -> list[str]:
    """The next two words that carry meaning, up to another "or" or "and"."""
    side: list[str] = []
    for word in found:
        if word in vocabulary.BETWEEN or len(side) == 2:
            break
        if word not in _STOP:
            side.append(word)
    return side


def _names_one(sentence: Sentence, left: list[str], right: list[str]) -> bool:
    return any(stem(word) in sentence.stems for word in (*left, *right))


def _has_or(sentence: Sentence, left: list[str], right: list[str]) -> bool:
    sides = [[stem(word) for word in side] for side in (left, right)]
    stems = [stem(word) for word in sentence.words]
    for at, word in enumerate(sentence.words):
        if word in vocabulary.ALTERNATIVE:
            before, behind = stems[:at], stems[at + 1 :]
            for one, other in (sides, sides[::-1]):
                if any(each in before for each in one) and any(each in behind for each in other):
                    return True
    return False


def _hedges(sentence: Sentence, known: Known) -> Iterator[Difference]:
    own = words(known.statement)
    for kind, group in vocabulary.HEDGES.items():
        used = [word for word in own if word in group]
        if used and not any(word in group for word in sentence.words):
            yield _made("lost", kind, used[0])


def _negation(sentence: Sentence, known: Known) -> Iterator[Difference]:
    own = _negations(words(known.statement))
    said = _negations(sentence.words)
    anywhere = _negations(words(_whole(known)))
    if own and not said:
        yield _made("lost", "negation", own[0])
    if said and not anywhere:
        yield _made("added", "negation", said[0])


def _negations(found: Sequence[str]) -> list[str]:
    return [word for word in found if word in _NEGATION or word.endswith("n't")]


def _certainty(sentence: Sentence, known: Known) -> Iterator[Difference]:
    anywhere = words(_whole(known))
    for word in dict.fromkeys(sentence.words):
        if word in vocabulary.CERTAIN and word not in anywhere:
            yield _made("added", "certainty", word)


def _quotation(sentence: Sentence, known: Known) -> Iterator[Difference]:
    quotes = [words(quote) for quote in known.quotes]
    for piece in quoted(sentence.text):
        if not any(within(words(piece), quote) for quote in quotes):
            yield _made("added", "quotation", piece)
    outside = words(unquoted(sentence.text))
    ours = words(f"{known.statement} {known.condition} {known.detail}")
    for quote in quotes:
        run = longest_run(outside, quote)
        if len(run) >= vocabulary.RUN and not within(run, ours):
            yield _made("lost", "marks", " ".join(run))


def _numbers(sentence: Sentence, known: Known) -> Iterator[Difference]:
    said = numbers(list(sentence.words))
    given = [number_text(value) for value in known.figures]
    own = [each.text for each in numbers(words(known.statement))]
    there = {each.text for each in said}
    for number in dict.fromkeys((*own, *given)):
        if number not in there:
            yield _made("lost", "number", number)
    allowed = numbers(words(f"{_whole(known)} {known.dates}"))
    anywhere = {*own, *given, *(each.text for each in allowed)}
    for number in dict.fromkeys(each.text for each in said):
        if number not in anywhere:
            yield _made("added", "number", number)
    yield from _comparator(sentence, known, [each for each in said if each.text in given])


def _comparator(
    sentence: Sentence, known: Known, figures: Sequence[Number]
) -> Iterator[Difference]:
    needed: tuple[str, ...] = vocabulary.COMPARATORS.get(known.comparator, ())
    if figures and needed and not any(word in needed for word in sentence.words):
        yield _made("lost", "comparator", known.comparator.replace("-", " "))
    unit = content(words(known.unit))
    if figures and unit and not any(name in sentence.stems for name in unit):
        yield _made("lost", "unit", known.unit)
    if known.comparator == "exactly":
        for figure in figures:
            before = sentence.words[max(0, figure.at - 2) : figure.at]
            for group in vocabulary.COMPARATORS.values():
                for word in before:
                    if word in group:
                        yield _made("added", "comparator", word)


def _whole(known: Known) -> str:
    return " ".join((known.statement, known.condition, known.detail, *known.quotes))
