"""Which statements a sentence resembles, and how it differs from each."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from factsheets.data.citecheck import vocabulary
from factsheets.data.citecheck.differences import differences, other_words
from factsheets.data.citecheck.known import Known
from factsheets.data.citecheck.sentence import Difference, Sentence
from factsheets.data.citecheck.words import content, is_english, sentences, words


@dataclass(frozen=True, slots=True)
class Match:
    """A statement that a sentence resembles: how much (0 to 1), and what differs.

    `other_words` are those of the sentence that the statement does not have.
    """

    id: str
    heading: str
    score: float
    differences: tuple[Difference, ...]
    other_words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """A sentence with what it resembles, the nearest first; if not English, it is not compared."""

    sentence: str
    english: bool
    matches: tuple[Match, ...]

    @property
    def faithful(self) -> bool:
        """Nothing that is looked for differs from the nearest statement, if there is one."""
        return not self.matches or not self.matches[0].differences


def checked(text: str, statements: Iterable[Known]) -> tuple[Checked, ...]:
    """Every sentence of a text. A speaker named earlier in the same paragraph counts as named."""
    index = _Index.of(statements)
    found = []
    for paragraph in sentences(text):
        before: tuple[str, ...] = ()
        for line in paragraph:
            sentence = Sentence.of(line, before)
            before = sentence.so_far
            found.append(_checked(sentence, index))
    return tuple(found)


def _checked(sentence: Sentence, index: _Index) -> Checked:
    if not is_english(sentence.text):
        return Checked(sentence.text, english=False, matches=())
    matches = tuple(
        Match(
            each.id,
            each.heading,
            score,
            differences(sentence, each),
            other_words(sentence, each),
        )
        for score, each in index.nearest(sentence)
    )
    return Checked(sentence.text, english=True, matches=matches)


@dataclass(slots=True)
class _Index:
    """The statements by the stems of their words. `own` are those of statement and condition."""

    statements: list[Known] = field(default_factory=list)
    own: list[frozenset[str]] = field(default_factory=list)
    holders: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, statements: Iterable[Known]) -> _Index:
        made = cls()
        for number, each in enumerate(statements):
            own = frozenset(content(words(f"{each.statement} {each.condition}")))
            more = content(words(" ".join((each.detail, *each.quotes))))
            more += content(words(" ".join(each.names)))
            made.statements.append(each)
            made.own.append(own)
            for name in own.union(more):
                made.holders.setdefault(name, []).append(number)
        return made

    def weight(self, name: str) -> float:
        """Rare words tell more; a word that no statement has counts half as the rarest."""
        number = len(self.holders.get(name, ()))
        if number == 0:
            return math.log(1 + len(self.statements)) / 2
        return math.log(1 + len(self.statements) / number)

    def weights(self, names: Iterable[str]) -> float:
        """Their sum, added one by one as in the browser: `sum` rounds less."""
        total = 0.0
        for name in names:
            total += self.weight(name)
        return total

    def nearest(self, sentence: Sentence) -> Sequence[tuple[float, Known]]:
        """The statements that share enough with a sentence, the nearest first."""
        stems = sorted(set(sentence.stems))
        whole = self.weights(stems)
        shared: dict[int, list[str]] = {}
        for name in stems:
            for number in self.holders.get(name, ()):
                shared.setdefault(number, []).append(name)
        found = []
        for number, names in shared.items():
            own = self.own[number]
            in_own = [name for name in names if name in own]
            if len(names) < 2 or not in_own:
                continue
            covered = self.weights(names) / whole
            all_own = self.weights(sorted(own))
            kept = self.weights(in_own) / all_own
            score = math.floor(2 * covered * kept / (covered + kept) * 1000 + 0.5) / 1000
            if score >= vocabulary.LEAST:
                found.append((score, self.statements[number]))
        found.sort(key=lambda pair: (-pair[0], pair[1].id))
        return found[: vocabulary.MOST]
