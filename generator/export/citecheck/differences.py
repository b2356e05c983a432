"""What a sentence lost or added against one statement: words and fields, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.export.citecheck import measures, vocabulary
from generator.export.citecheck.figures import figures
from generator.export.citecheck.known import Known
from generator.export.citecheck.sentence import (
    Difference,
    Sentence,
    made,
    quotes_whole,
    texts,
    undated,
    whole,
)
from generator.export.citecheck.shades import certainty, contraries, hedges, negation, negations
from generator.export.citecheck.speakers import speakers
from generator.export.citecheck.words import (
    as_written,
    content,
    longest_run,
    quoted,
    stem,
    unquoted,
    within,
    words,
)

_STOP = frozenset(vocabulary.STOP)
# No other words: small ones ("said" among them, not "claimed"), and numbers, which are told apart.
_TOLD = _STOP.union(*measures.NUMBER_WORDS)
_DIGIT = re.compile("[0-9]")
_SIDE = 2


def differences(sentence: Sentence, known: Known) -> tuple[Difference, ...]:
    """All differences, in a fixed order."""
    return (
        *speakers(sentence, known),
        *_condition(sentence, known),
        *_lost_alternatives(sentence, known),
        *_added_alternatives(sentence, known),
        *hedges(sentence, known),
        *negation(sentence, known),
        *contraries(sentence, known),
        *certainty(sentence, known),
        *_quotation(sentence, known),
        *figures(sentence, known),
    )


def other_words(sentence: Sentence, known: Known) -> tuple[str, ...]:
    """The words of a sentence that stand nowhere in what is known of the statement, each once.

    They are given as the sentence writes them. They may say the same in another way, so they are
    no difference. Numbers and dates are told apart.
    """
    around = (whole(known), *known.names, *known.beside, known.dates, known.unit)
    there = set(map(stem, words(" ".join(around))))
    others = dict.fromkeys(
        word
        for word in undated(sentence.reading)
        if word and not _left_out(word) and stem(word) not in there
    )
    written = as_written(sentence.text) if others else {}
    return tuple(written.get(word, word) for word in others)


def _left_out(word: str) -> bool:
    return word in _TOLD or _DIGIT.search(word) is not None


def _condition(sentence: Sentence, known: Known) -> Iterator[Difference]:
    """Half of its words must be there, and a word that makes it a condition."""
    needed = set(content(words(known.condition)))
    if not needed:
        return
    kept = needed.intersection(sentence.stems)
    if 2 * len(kept) < len(needed) or not _is_conditional(sentence.words, known):
        yield made("lost", "condition", known.condition)


def _is_conditional(found: Sequence[str], known: Known) -> bool:
    """Where "unless" stands, "if" would say the contrary, but for "only if" and "if not"."""
    own = words(known.condition)
    if any(word in vocabulary.REGARDLESS and word not in own for word in found):
        return False
    contrary = any(word in vocabulary.CONTRARY for word in found)
    conditional = any(word in vocabulary.CONDITIONAL for word in found)
    if any(word in vocabulary.CONTRARY for word in own):
        denied = len(negations(found)) > len(negations(words(known.statement)))
        return contrary or vocabulary.ONLY in found or (conditional and denied)
    if contrary and not negations(found):
        return False
    return conditional


def _lost_alternatives(sentence: Sentence, known: Known) -> Iterator[Difference]:
    """Where one side of an "or" is named, so must be the other, with an "or" between them."""
    if quotes_whole(sentence, known):
        return
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
                yield made("lost", "or", f"{left[0]} or {right[0]}")


def _side(found: Sequence[str]) -> list[str]:
    """The next two words that carry meaning, up to another "or" or "and"."""
    side: list[str] = []
    for word in found:
        if word in vocabulary.BETWEEN or len(side) == _SIDE:
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


def _added_alternatives(sentence: Sentence, known: Known) -> Iterator[Difference]:
    """An "or" that has no word beside it in common with any of the statement's."""
    found = list(sentence.words)
    ours = [sides for text in texts(known) for sides in _alternatives(words(text))]
    for left, right in _alternatives(found):
        one, other = ({stem(word) for word in side} for side in (left, right))
        if not any(_alike((one, other), sides) for sides in ours):
            yield made("added", "or", f"{left[0]} or {right[0]}")


def _alternatives(found: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """The words on both sides of each "or" that parts two things."""
    for at, word in enumerate(found):
        if word not in vocabulary.ALTERNATIVE or found[at + 1 : at + 2] in _IDIOMS:
            continue
        before = found[:at][::-1]
        left = _side(before[1:] if before[:1] == ["and"] else before)
        right = _side(found[at + 1 :])
        if left and right:
            yield left, right


_IDIOMS = [[word] for word in vocabulary.IDIOMS]


def _alike(one: tuple[set[str], set[str]], other: tuple[list[str], list[str]]) -> bool:
    left, right = ({stem(word) for word in side} for side in other)
    return bool(one[0] & left or one[1] & right or one[0] & right or one[1] & left)


def _quotation(sentence: Sentence, known: Known) -> Iterator[Difference]:
    quotes = [words(quote) for quote in known.quotes]
    for piece in quoted(sentence.text):
        if not any(within(words(piece), quote) for quote in quotes):
            yield made("added", "quotation", piece)
    outside = words(unquoted(sentence.text))
    ours = words(f"{known.statement} {known.condition} {known.detail}")
    for quote in quotes:
        run = longest_run(outside, quote)
        if len(run) >= vocabulary.RUN and not within(run, ours):
            yield made("lost", "marks", " ".join(run))
