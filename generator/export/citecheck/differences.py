"""What a sentence lost or added against one statement: words and fields, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.export.citecheck import vocabulary
from generator.export.citecheck.known import Known
from generator.export.citecheck.sentence import Difference, Sentence, made, whole
from generator.export.citecheck.speakers import speakers
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


def differences(sentence: Sentence, known: Known) -> tuple[Difference, ...]:
    """All differences, in a fixed order."""
    return (
        *speakers(sentence, known),
        *_condition(sentence, known),
        *_alternatives(sentence, known),
        *_hedges(sentence, known),
        *_negation(sentence, known),
        *_certainty(sentence, known),
        *_quotation(sentence, known),
        *_numbers(sentence, known),
    )


def _condition(sentence: Sentence, known: Known) -> Iterator[Difference]:
    """Half of its words must be there, and a word that makes it a condition."""
    needed = set(content(words(known.condition)))
    if not needed:
        return
    kept = needed.intersection(sentence.stems)
    if 2 * len(kept) < len(needed) or not _is_conditional(sentence.words, words(known.condition)):
        yield made("lost", "condition", known.condition)


def _is_conditional(found: Sequence[str], own: Sequence[str]) -> bool:
    """Where "unless" stands, "if" would say the contrary, but for "only if"."""
    if any(word in vocabulary.REGARDLESS and word not in own for word in found):
        return False
    contrary = any(word in vocabulary.CONTRARY for word in found)
    if any(word in vocabulary.CONTRARY for word in own):
        return contrary or vocabulary.ONLY in found
    if contrary and not _negations(found):
        return False
    return any(word in vocabulary.CONDITIONAL for word in found)


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
                yield made("lost", "or", f"{left[0]} or {right[0]}")


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
    refused = any(word in vocabulary.REFUSAL for word in sentence.words)
    for kind, group in vocabulary.HEDGES.items():
        # "Would not" tells of a refusal, too.
        used = [
            word
            for word, behind in zip(own, [*own[1:], ""], strict=True)
            if word in group and not (refused and behind == "not")
        ]
        if used and not any(word in group for word in sentence.words):
            yield made("lost", kind, used[0])


def _negation(sentence: Sentence, known: Known) -> Iterator[Difference]:
    """A word such as "not", or a contrary; "unable" and "not able" are one."""
    statement, anywhere = words(known.statement), words(whole(known))
    own, said = _negations(statement), _negations(sentence.words)
    turned_back = _turned(statement, sentence.words)
    turned = _turned(sentence.words, anywhere)
    if own and not said and not turned:
        yield made("lost", "negation", own[0])
    elif turned_back and not said:
        yield made("lost", "negation", turned_back)
    if said and not _negations(anywhere) and not turned_back:
        yield made("added", "negation", said[0])
    elif turned and not own:
        yield made("added", "negation", turned)


def _negations(found: Sequence[str]) -> list[str]:
    return [word for word in found if word in _NEGATION]


def _turned(found: Sequence[str], others: Sequence[str]) -> str:
    """A word of which the others have the contrary: "unacceptable" against "acceptable"."""
    for word in found:
        for prefix in vocabulary.CONTRARY_PREFIXES:
            rest = word.removeprefix(prefix)
            if rest != word and len(rest) > 3 and rest in others and word not in others:
                return word
    return ""


def _certainty(sentence: Sentence, known: Known) -> Iterator[Difference]:
    anywhere = words(whole(known))
    for word in dict.fromkeys(sentence.words):
        if word in vocabulary.CERTAIN and word not in anywhere:
            yield made("added", "certainty", word)


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


def _numbers(sentence: Sentence, known: Known) -> Iterator[Difference]:
    said = numbers(list(sentence.words))
    given = [number_text(value) for value in known.figures]
    own = [each.text for each in numbers(words(known.statement))]
    there = {each.text for each in said}
    for number in dict.fromkeys((*own, *given)):
        if number not in there:
            yield made("lost", "number", number)
    allowed = numbers(words(f"{whole(known)} {known.dates}"))
    anywhere = {*own, *given, *(each.text for each in allowed)}
    for number in dict.fromkeys(each.text for each in said):
        if number not in anywhere:
            yield made("added", "number", number)
    yield from _comparator(sentence, known, [each for each in said if each.text in given])


def _comparator(
    sentence: Sentence, known: Known, figures: Sequence[Number]
) -> Iterator[Difference]:
    needed: tuple[str, ...] = vocabulary.COMPARATORS.get(known.comparator, ())
    if figures and needed and not any(word in needed for word in sentence.words):
        yield made("lost", "comparator", known.comparator.replace("-", " "))
    unit = content(words(known.unit))
    if figures and unit and not any(name in sentence.stems for name in unit):
        yield made("lost", "unit", known.unit)
    if known.comparator == "exactly":
        for figure in figures:
            before = sentence.words[max(0, figure.at - 2) : figure.at]
            for group in vocabulary.COMPARATORS.values():
                for word in before:
                    if word in group:
                        yield made("added", "comparator", word)
