"""What makes a statement weaker, stronger or its contrary: hedges, negations, certainty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.export.citecheck import vocabulary
from generator.export.citecheck.known import Known
from generator.export.citecheck.numerals import numbers
from generator.export.citecheck.sentence import (
    Difference,
    Sentence,
    made,
    quotes_whole,
    undated,
    whole,
)
from generator.export.citecheck.words import content, read, stem, words

_NEGATION = frozenset(vocabulary.NEGATION)
_ACCORDING = "according"


def hedges(sentence: Sentence, known: Known) -> Iterator[Difference]:
    """Attempts, plans, commitments, possibilities; how much; by whose account."""
    own, said = undated(read(known.statement)), undated(sentence.reading)
    # Who quotes the whole has not left out what only our words make plain.
    if not quotes_whole(sentence, known):
        yield from _hedges(own, said)
        yield from _extents(own, said)
        yield from _reports(own, said)
        yield from _accounts(own, sentence.stems)
    yield from _weaker(said, undated(read(whole(known))))


def _hedges(own: Sequence[str], said: Sequence[str]) -> Iterator[Difference]:
    refused = any(word in vocabulary.REFUSAL for word in said)
    for kind, group in vocabulary.HEDGES.items():
        # "Would not" tells of a refusal, too.
        used = [
            word
            for word, behind in zip(own, [*own[1:], ""], strict=True)
            if word in group and not (refused and behind == "not")
        ]
        if used and not any(word in group for word in said):
            yield made("lost", kind, used[0])


def _extents(own: Sequence[str], said: Sequence[str]) -> Iterator[Difference]:
    counted = {each.at for each in numbers(own)}
    for group in vocabulary.EXTENTS.values():
        used = [
            word
            for at, word in enumerate(own)
            if word in group
            and own[max(0, at - 1)] not in vocabulary.SUPERLATIVE
            and at + 1 not in counted
        ]
        if used and not any(word in group for word in said):
            yield made("lost", "extent", used[0])


def _reports(own: Sequence[str], said: Sequence[str]) -> Iterator[Difference]:
    used = [word for word in own if word in vocabulary.REPORTS]
    if used and not any(word in vocabulary.REPORTS for word in said):
        yield made("lost", "report", used[0])


def _accounts(own: Sequence[str], stems: Sequence[str]) -> Iterator[Difference]:
    """The navy, where the statement is "according to the navy"."""
    for at, word in enumerate(own):
        if word == _ACCORDING:
            whose = next(
                (
                    each
                    for each in range(at + 2, len(own))
                    if own[each] and content(own[each : each + 1])
                ),
                0,
            )
            if whose and stem(own[whose]) not in stems:
                yield made("lost", "report", " ".join(own[at : whose + 1]))


def _weaker(said: Sequence[str], anywhere: Sequence[str]) -> Iterator[Difference]:
    for kind, group in vocabulary.WEAKER.items():
        if not any(word in vocabulary.HEDGES[kind] for word in anywhere):
            found = [word for word in said if word in group]
            if found:
                yield made("added", kind, found[0])


def negation(sentence: Sentence, known: Known) -> Iterator[Difference]:
    """A word such as "not", or a contrary; "unable" and "not able" are one."""
    statement, anywhere = words(known.statement), words(whole(known))
    own, said = negations(statement), negations(sentence.words)
    turned_back = _turned(statement, sentence.words)
    turned = _turned(sentence.words, anywhere)
    yet_to = any(pair == ("yet", "to") for pair in pairwise(sentence.words))
    if own and not said and not turned and not yet_to:
        yield made("lost", "negation", own[0])
    elif turned_back and not said:
        yield made("lost", "negation", turned_back)
    # "Unless" may be told by "if not".
    denied = negations(anywhere) or any(word in vocabulary.CONTRARY for word in anywhere)
    if said and not denied and not turned_back:
        yield made("added", "negation", said[0])
    elif turned and not own:
        yield made("added", "negation", turned)


def negations(found: Sequence[str]) -> list[str]:
    """The words that deny, in their order."""
    return [word for word in found if word in _NEGATION]


def _turned(found: Sequence[str], others: Sequence[str]) -> str:
    """A word of which the others have the contrary: "unacceptable" against "acceptable"."""
    for word in found:
        for prefix in vocabulary.CONTRARY_PREFIXES:
            rest = word.removeprefix(prefix)
            if rest != word and len(rest) > 3 and rest in others and word not in others:
                return word
    return ""


def contraries(sentence: Sentence, known: Known) -> Iterator[Difference]:
    """A word whose contrary the statement has, and it not."""
    own, anywhere = words(known.statement), words(whole(known))
    for pair in vocabulary.CONTRARIES:
        for ours, theirs in (pair, pair[::-1]):
            if not any(word in ours for word in own) or any(word in theirs for word in anywhere):
                continue
            said = [word for word in sentence.words if word in theirs]
            if said and not any(word in ours for word in sentence.words):
                yield made("added", "contrary", said[0])


def certainty(sentence: Sentence, known: Known) -> Iterator[Difference]:
    """A word that makes sure of what the statement does not."""
    anywhere = words(whole(known))
    for word in dict.fromkeys(sentence.words):
        if word in vocabulary.CERTAIN and word not in anywhere:
            yield made("added", "certainty", word)
