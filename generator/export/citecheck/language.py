"""Whether a sentence is English, as far as its letters and smallest words tell."""

from __future__ import annotations

from generator.export.citecheck import vocabulary
from generator.export.citecheck.words import unquoted, words

_ENGLISH = frozenset(vocabulary.STOP) - frozenset(vocabulary.SHARED)
_FOREIGN = frozenset(vocabulary.FOREIGN)
_FEW = 4


def is_english(text: str) -> bool:
    """Another script, or the small words of another language, say that it is not.

    Words in quotation marks may be of any language, if there are others.
    """
    outside = unquoted(text)
    judged = outside if len(words(outside)) >= _FEW else text
    letters = [letter for letter in judged if letter.isalpha()]
    latin = sum(letter < "\u0250" or "\u1e00" <= letter < "\u1f00" for letter in letters)
    if 2 * latin < len(letters):
        return False
    found = words(judged)
    foreign = sum(word in _FOREIGN for word in found)
    return foreign < vocabulary.FOREIGN_LEAST or foreign <= sum(word in _ENGLISH for word in found)
