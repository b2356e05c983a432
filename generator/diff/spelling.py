"""Tells a change of spelling from a change of meaning."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_LEAST = 4
_MOST_LETTERS = 2
# Words in which one other letter makes another word, and so another meaning.
_MEANING_WORDS = """
about above after again against ago all almost also although always among an and any are as at be
because been before below between both but by can cannot could did do does during each either else
ever every few five for four from had has have he her here his how if in into is it its just last
least less may might more most much must near need neither never next nine no none nor not nothing
now of off often on once one only or other our out over own rather same seven shall she should since
six so some soon still such ten than that the their them then there these they this those though
three through till to too toward two under unless until up upon us very was we were what when where
whether which while who whom whose will with within without would yes yet you your
january february march april may june july august september october november december monday tuesday
wednesday thursday friday saturday sunday north south east west million billion
"""
_MEANING = frozenset(_MEANING_WORDS.split())


def typographical(old: str, new: str) -> bool:
    """True where only white space, marks, case or the spelling of words changed.

    A word's spelling may change by two letters. Digits, short words, and words such as "would"
    or "against" never change without changing what is said; a word that came or went neither.
    """
    before, after = _WORD.findall(old), _WORD.findall(new)
    if len(before) != len(after):
        return "".join(before) == "".join(after)
    return all(_same_word(one, other) for one, other in zip(before, after, strict=True))


def _same_word(old: str, new: str) -> bool:
    if old == new:
        return True
    one, other = old.casefold().replace("-", ""), new.casefold().replace("-", "")
    if one == other:
        return True
    if min(len(one), len(other)) < _LEAST or not (one.isalpha() and other.isalpha()):
        return False
    if one in _MEANING or other in _MEANING:
        return False
    return distance(one, other, _MOST_LETTERS) <= _MOST_LETTERS


def distance(one: str, other: str, limit: int) -> int:
    """Letters to change, add or take away (two neighbours swapped count once), up to `limit` + 1.

    The optimal string alignment distance, after Damerau and Levenshtein.
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for row, left in enumerate(one, start=1):
        this = [row]
        for column, right in enumerate(other, start=1):
            best = min(last[column] + 1, this[-1] + 1, last[column - 1] + (left != right))
            swapped = row > 1 and column > 1 and left == other[column - 2] and one[row - 2] == right
            this.append(min(best, before_last[column - 2] + 1) if swapped else best)
        before_last, last = last, this
    return min(last[-1], limit + 1)
