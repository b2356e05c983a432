"""Distinguish changes of spelling from changes of meaning."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from factsheets.datafiles import load_words
from factsheets.quotes.tokens import cleaned, tokens

_MOST_LETTERS = 2  # the most letters that a misspelling changes
_LONG = 4  # minimum length of a word with one wrong letter
_LONGER = 6  # minimum length of a word with two wrong letters
_MEANINGFUL_MARKS = re.compile("[?\uff1f\u061f]|\\[…\\]")
_THOUSANDS = re.compile("(?<=\\d)[, \u00a0\u2009\u202f](?=\\d{3}(?!\\d))")
_PERCENT = re.compile(r"\s*%|\bper cent\b")
# An ending that changes tense, number or part of speech, while the rest stays the same.
_ENDINGS = frozenset(
    ["s", "es", "d", "ed", "r", "er", "n", "al", "an", "en", "ing", "ly", "t", "st", "y"]
)
# British spellings, and how to turn them into American ones.
_BRITISH = (
    (re.compile(r"(?<=..)is(?=(e|es|ed|er|ers|ing|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=..)ys(?=(e|es|ed|er|ers|ing)$)"), "yz"),
    (re.compile(r"(?<=..[bdlmnpv])our"), "or"),
    (re.compile(r"(?<=..[bt])re(?=s?$)"), "er"),
    (re.compile(r"(?<=el)l(?=(ed|er|ers|ing)$)"), ""),
    (re.compile(r"(?<=..en)ce(?=s?$)"), "se"),
    (re.compile(r"(?<=.gram)me(?=s?$)"), ""),
    (re.compile(r"(?<=log)ue(?=s?$)"), ""),
)
# Words of the language that are far more often misspellings.
_MISSPELLINGS = frozenset({"solider", "soliders"})
# Words with another meaning in capital letters: US, WHO, IT, UN.
_ACRONYMS = frozenset({"us", "who", "it", "un"})
_ALPHABETS = ("LATIN", "GREEK", "CYRILLIC")
Words = Sequence[str]


def typographical(old: str, new: str, names: frozenset[str] = frozenset()) -> bool:
    """Whether only white space, marks, case or the spelling of words changed.

    A word's spelling may change by two letters. A change of digits, currencies, question marks, or
    of one word into another is a change of meaning. `names` are further words, in lower case, that
    are not misspellings of each other.
    """
    if old == new:
        return True
    if _MEANINGFUL_MARKS.findall(old) != _MEANINGFUL_MARKS.findall(new):
        return False
    return same_words(words_of(old), words_of(new), names)


def words_of(text: str) -> list[str]:
    """The words, numbers and signs of a text; thousands and per cent in one form."""
    plain = _PERCENT.sub(" percent", _THOUSANDS.sub("", cleaned(text)))
    return tokens(re.sub(r"\b([Cc])annot\b", r"\1an not", plain))


def same_words(before: Words, after: Words, names: frozenset[str] = frozenset()) -> bool:
    """Whether two texts, as returned by `words_of`, are the same except for spelling."""
    if len(before) == len(after):
        pairs = zip(before, after, strict=True)
        if all(_same_word(one, other, names) for one, other in pairs):
            return True
    return _differ_in_spaces(before, after)


def _differ_in_spaces(before: Words, after: Words) -> bool:
    """Whether only spaces differ, as in `cease fire`; `not able` is not `notable`."""
    one, other = list(map(_bare, before)), list(map(_bare, after))
    if one == other or "".join(one) != "".join(other):
        return False
    in_one_only = set(before) ^ set(after)
    digits = [re.findall(r"\d+", " ".join(each)) for each in (before, after)]
    return digits[0] == digits[1] and not in_one_only & {"no", "not", "a", "No", "Not", "A"}


def _bare(word: str) -> str:
    """In lower case, and without hyphens and apostrophes unless it has a digit; signs stay."""
    folded = word.casefold()
    if any(letter.isdigit() for letter in word):
        return folded
    return folded.replace("-", "").replace("'", "") or word


def _same_word(old: str, new: str, names: frozenset[str]) -> bool:
    if old == new:
        return True
    one, other = _bare(old), _bare(new)
    if one == other:
        return one not in _ACRONYMS or old.isupper() == new.isupper()
    if old.count("-") == new.count("-") > 0:
        parts = zip(old.split("-"), new.split("-"), strict=True)
        return all(_same_word(left, right, names) for left, right in parts)
    if not (_alphabetic(one) and _alphabetic(other)) or (old.isupper() and new.isupper()):
        return False
    return _american(one) == _american(other) or _is_misspelling(one, other, names)


def _is_misspelling(one: str, other: str, names: frozenset[str]) -> bool:
    """Whether one of two differing words can only be a misspelling of the other."""
    known = [_is_known(each) or each in names for each in (one, other)]
    if all(known) or _has_affix(one, other):
        return False
    shorter = min(len(one), len(other))
    if any(known):
        limit = _MOST_LETTERS if shorter > _LONG else 1
    elif shorter < _LONG or (one[0], one[-1]) != (other[0], other[-1]):
        # The first and the last letter of an unknown word carry most of its meaning.
        return False
    else:
        limit = _MOST_LETTERS if shorter >= _LONGER else 1
    return distance(one, other, limit) <= limit


def _has_affix(one: str, other: str) -> bool:
    """Whether the difference is a prefix or an ending: `legal`, `illegal`; `agree`, `agreed`."""
    short, long = sorted((one, other), key=len)
    more = len(long) - len(short)
    if long.endswith(short):
        return more != 1 or long[0] != short[0]
    doubled = more == 1 and long[-1] == short[-1]
    return long.startswith(short) and not doubled and long[len(short) :] in _ENDINGS


def _is_known(word: str) -> bool:
    if word in _MISSPELLINGS:
        return False
    known = _known_words()
    return word in known or any(stem in known for stem in _stems(word))


@cache
def _known_words() -> frozenset[str]:
    """Words that a single letter can turn into another word."""
    names = ("english_words.txt", "more_english_words.txt")
    return frozenset[str]().union(*(load_words(__package__, name) for name in names))


def _stems(word: str) -> list[str]:
    """Possible base forms of a regular form: `plan` for `plans`, `planned` and `planning`."""
    found = []
    for ending, instead in (
        ("s", ("",)),
        ("es", ("",)),
        ("ies", ("y",)),
        ("ied", ("y",)),
        ("ily", ("y",)),
        ("ly", ("",)),
        ("ed", ("", "e")),
        ("ing", ("", "e")),
        ("er", ("", "e")),
        ("ers", ("", "e")),
    ):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _LONG - 1:
            continue
        if ending in {"ed", "ing", "er", "ers"} and stem[-1] not in "aeiouwxy":
            # `commited` is not a form of `commit`: a regular form doubles the last letter.
            if re.search(r"[^aeiou][aeiou][^aeiou]$", stem):
                found.append(stem + "e")
                continue
            if stem[-1] == stem[-2]:
                found.append(stem[:-1])
        found += [stem + letters for letters in instead]
    return found


def _american(word: str) -> str:
    for pattern, instead in _BRITISH:
        word = pattern.sub(instead, word)
    return word


def _alphabetic(word: str) -> bool:
    """Whether all letters belong to an alphabet in which one letter can be a misspelling."""
    return word.isalpha() and all(
        unicodedata.name(letter, "").startswith(_ALPHABETS) for letter in word
    )


def distance(one: str, other: str, limit: int) -> int:
    """The optimal string alignment distance of two words, at most `limit` + 1.

    It counts letters to change, insert, delete, or swap with their neighbour (Damerau,
    Levenshtein).
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
