"""What makes a statement weaker, stronger or its contrary: hedges, negations, certainty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.export.citecheck import vocabulary
from generator.export.citecheck.known import Known
from generator.export.citecheck.numerals import numbers
from generator.export.citecheck.sentence import Difference, Sentence, made, places, whole
from generator.export.citecheck.words import content, words

_NEGATION = frozenset(vocabulary.NEGATION)
_ACCORDING = "according"


def hedges(sentence: Sentence, known: Known) -> Iterator[Difference]:
    """Attempts, plans, commitments, possibilities; how much; by whose account."""
    own = words(known.statement)
    yield from _hedges(sentence, own)
    yield from _extents(sentence, own)
    yield from _reports(sentence, own)
    yield from _weaker(sentence, known)


def _hedges(sentence: Sentence, own: Sequence[str]) -> Iterator[Difference]:
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


def _extents(sentence: Sentence, own: Sequence[str]) -> Iterator[Difference]:
    counted = {each.at for each in numbers(own)}
    for group in vocabulary.EXTENTS.values():
        used = [
            word
            for at, word in enumerate(own)
            if word in group
            and own[max(0, at - 1)] not in vocabulary.SUPERLATIVE
            and at + 1 not in counted
        ]
        if used and not any(word in group for word in sentence.words):
            yield made("lost", "extent", used[0])


def _reports(sentence: Sentence, own: Sequence[str]) -> Iterator[Difference]:
    used = [word for word in own if word in vocabulary.REPORTS]
    if used and not any(word in vocabulary.REPORTS for word in sentence.words):
        yield made("lost", "report", used[0])
    for at, word in enumerate(own):
        if word == _ACCORDING:
            whose = content(own[at + 2 :])[:1]
            if whose and whose[0] not in sentence.stems:
                end = next(end for end in range(at + 3, len(own) + 1) if content(own[at + 2 : end]))
                yield made("lost", "report", " ".join(own[at:end]))


def _weaker(sentence: Sentence, known: Known) -> Iterator[Difference]:
    anywhere = words(whole(known))
    dated = places(sentence.dates)
    for kind, group in vocabulary.WEAKER.items():
        if any(word in vocabulary.HEDGES[kind] for word in anywhere):
            continue
        for at, word in enumerate(sentence.words):
            if word in group and at not in dated:
                yield made("added", kind, word)
                break


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
