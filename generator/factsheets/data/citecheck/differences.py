"""What a sentence lost or added against one statement: words and fields, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factsheets.data.citecheck import measures, vocabulary
from factsheets.data.citecheck.figures import figures
from factsheets.data.citecheck.known import Known
from factsheets.data.citecheck.number_words import numbers
from factsheets.data.citecheck.sentence import (
    Difference,
    Sentence,
    made,
    quotes_whole,
    texts,
    undated,
    whole,
)
from factsheets.data.citecheck.standing import Names, standing
from factsheets.data.citecheck.words import (
    as_written,
    content,
    longest_run,
    quoted,
    read,
    stem,
    unquoted,
    within,
    words,
)

# What makes a statement weaker, stronger or its contrary: hedges, negations, certainty.

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


# Who speaks in a sentence: is the speaker named, and does somebody else stand in that place?


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
