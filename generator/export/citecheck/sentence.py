"""A sentence as it is compared, and a difference as it is told."""

from __future__ import annotations

from dataclasses import dataclass

from generator.export.citecheck import vocabulary
from generator.export.citecheck.known import Known
from generator.export.citecheck.words import capitals, content, words


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
    capitals: tuple[bool, ...]
    stems: tuple[str, ...]
    so_far: tuple[str, ...]

    @classmethod
    def of(cls, text: str, so_far: tuple[str, ...]) -> Sentence:
        """The sentence, read."""
        found = words(text)
        return cls(text, tuple(found), tuple(capitals(text)), tuple(content(found)), so_far)


def made(how: str, kind: str, what: str) -> Difference:
    """A difference in words; `what` is what was lost or added."""
    return Difference(how, kind, vocabulary.MESSAGES[kind].replace("{}", what))


def whole(known: Known) -> str:
    """All that a statement says, in our words and in quoted ones."""
    return " ".join((known.statement, known.condition, known.detail, *known.quotes))
