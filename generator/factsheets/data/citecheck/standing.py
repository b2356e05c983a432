"""The places of a sentence where speakers stand, and who stands there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factsheets.data.citecheck import measures, vocabulary
from factsheets.data.citecheck.words import Reading

_STOP = frozenset(vocabulary.STOP)
_SPEECH = frozenset(vocabulary.SPEECH)
Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """A sentence, and the words of the names of the one who is to speak in it."""

    reading: Reading
    speaker: frozenset[str]

    def word(self, at: int) -> str:
        """The word at a place, nothing outside of the sentence."""
        return self.reading.words[at] if 0 <= at < len(self.reading.words) else ""

    def gap(self, at: int) -> str:
        """The mark before a place; the end of the sentence counts as one."""
        return self.reading.gaps[at] if at < len(self.reading.gaps) else ","

    def named(self, at: int) -> bool:
        """Is it a word of a name?"""
        word = self.word(at)
        capital = bool(word) and self.reading.capitals[at]
        return capital and word not in _STOP and word not in vocabulary.NOBODY

    def start(self, end: int) -> int:
        """Where the name begins that ends before a place; the place itself if there is none."""
        at = end
        while self.named(at - 1) and (at == end or not self.gap(at)):
            at -= 1
        return at

    def end(self, start: int) -> int:
        """Where the name ends that begins at a place; the place itself if there is none."""
        at = start
        while self.named(at) and (at == start or not self.gap(at)):
            at += 1
        return at

    def words(self, start: int, end: int) -> Name:
        """The words between two places."""
        return self.reading.words[start:end]


def standing(names: Names) -> Iterator[Name]:
    """Everybody who stands where speakers stand."""
    yield from _before_colon(names)
    for at, word in enumerate(names.reading.words):
        if word in _SPEECH:
            yield from _speaking(names, at)
        elif word in vocabulary.VIEWS and not names.gap(at):
            yield from _ending(names, at)
        elif (word == "to" and names.word(at - 1) == "according") or (
            word == "by" and names.word(at - 1) in _SPEECH
        ):
            yield from _beginning(names, at + 1)


def _before_colon(names: Names) -> Iterator[Name]:
    end = next((at for at in range(len(names.reading.words)) if not names.named(at)), 0)
    for at in range(1, end + 1):
        if at < len(names.reading.words) and names.gap(at) == ":":
            yield from _ending(names, at)
            return


def _speaking(names: Names, at: int) -> Iterator[Name]:
    """Before a word for speaking; behind it, where a mark stands before it."""
    if names.gap(at):
        end = names.end(at + 1)
        if end > at + 1 and not names.gap(at + 1) and _closes(names, end):
            yield from _beginning(names, at + 1)
        else:
            yield from _before_insertion(names, at)
        return
    end = at
    while names.word(end - 1) in vocabulary.BESIDE_SPEECH or names.word(end - 1) in _DAYS:
        end -= 1
        if names.gap(end):
            break
    if names.word(end - 1) in vocabulary.SPOKESPEOPLE:
        yield (names.word(end - 1),)
    elif names.named(end - 1):
        yield from _ending(names, end)
    else:
        yield from _joined_without_name(names, end)


_DAYS = frozenset(measures.WEEKDAYS)


def _closes(names: Names, end: int) -> bool:
    """Does the name end the clause, or lead on to another?"""
    return bool(names.gap(end)) or names.word(end) in vocabulary.JOINERS or names.word(end) in _STOP


def _before_insertion(names: Names, at: int) -> Iterator[Name]:
    """Both, of "Nair, together with Hofer, said"."""
    opening = next((place for place in range(at - 1, 0, -1) if names.gap(place)), 0)
    if not opening:
        return
    if names.named(opening - 1):
        yield from _ending(names, opening)
    for joiner in vocabulary.JOINED_BY:
        if names.words(opening, opening + len(joiner)) == joiner:
            yield from _beginning(names, opening + len(joiner))


def _ending(names: Names, end: int) -> Iterator[Name]:
    """The name that ends before a place, and those that are joined to it."""
    start = names.start(end)
    if start == end:
        return
    yield names.words(start, end)
    joiner = _joiner_before(names, start)
    while joiner:
        before = names.start(joiner)
        if before == joiner:
            yield from _described(names, joiner)
            return
        if not _begins_clause(names, before):
            return
        yield names.words(before, joiner)
        start = before
        joiner = start if names.gap(start) == "," and names.named(start - 1) else 0


def _joiner_before(names: Names, start: int) -> int:
    """Where what joins a name to another begins, or 0."""
    for joiner in vocabulary.JOINED_BY:
        if names.words(max(0, start - len(joiner)), start) == joiner:
            return start - len(joiner)
    return start - 1 if start > 1 and names.word(start - 1) in vocabulary.JOINERS else 0


def _begins_clause(names: Names, at: int) -> bool:
    before = names.word(at - 1)
    return (
        at == 0
        or bool(names.gap(at))
        or before in vocabulary.NOBODY
        or (before in _STOP and before not in vocabulary.PREPOSITIONS)
    )


def _described(names: Names, end: int) -> Iterator[Name]:
    """Somebody without a name who begins the clause: "the health minister" before "and"."""
    for at in range(end - 1, max(-1, end - 5), -1):
        if names.word(at) in vocabulary.DETERMINERS:
            if at == 0 or names.gap(at) or names.word(at - 1) in ("that", "both"):
                yield from _carrying(names, at, end)
            return


def _joined_without_name(names: Names, end: int) -> Iterator[Name]:
    """The colleagues, of "Nair and her colleagues said"."""
    for at in range(end - 1, max(0, end - 6), -1):
        if names.word(at) not in vocabulary.JOINERS:
            continue
        start = names.start(at)
        if names.speaker.intersection(names.words(start, at)):
            if names.word(at + 1) in vocabulary.DETERMINERS:
                yield from _carrying(names, at + 1, end)
            return


def _carrying(names: Names, start: int, end: int) -> Iterator[Name]:
    found = tuple(word for word in names.words(start, end) if word not in _STOP)
    if found:
        yield found


def _beginning(names: Names, start: int) -> Iterator[Name]:
    """The name that begins at a place, and those that are joined to it."""
    end = names.end(start)
    if end == start:
        return
    yield names.words(start, end)
    joined = names.end(end)
    if joined > end and names.word(joined) in vocabulary.JOINERS:
        last = names.end(joined + 1)
        if last > joined + 1 and names.gap(last):
            yield names.words(end, joined)
            yield names.words(joined + 1, last)
    elif names.word(end) in vocabulary.JOINERS:
        last = names.end(end + 1)
        if last > end + 1:
            yield names.words(end + 1, last)
        elif names.word(end + 1) in vocabulary.DETERMINERS:
            behind = next((at for at in range(end + 2, end + 6) if names.gap(at)), 0)
            if behind:
                yield from _carrying(names, end + 1, behind)
