"""Tells a change of spelling from a change of meaning."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from factsheets.datafiles import load_words
from factsheets.quotes.tokens import cleaned, tokens

_MOST_LETTERS = 2
_LONG = 4
_LONGER = 6
_SPEAKS = re.compile("[?\uff1f\u061f]|\\[…\\]")
_THOUSANDS = re.compile("(?<=\\d)[, \u00a0\u2009\u202f](?=\\d{3}(?!\\d))")
_PERCENT = re.compile(r"\s*%|\bper cent\b")
# An ending that changes tense, number or kind of word, where the rest is the same.
_ENDINGS = frozenset(
    ["s", "es", "d", "ed", "r", "er", "n", "al", "an", "en", "ing", "ly", "t", "st", "y"]
)
# British and American spelling, brought to one form.
_VARIANTS = (
    (re.compile(r"(?<=..)is(?=(e|es|ed|er|ers|ing|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=..)ys(?=(e|es|ed|er|ers|ing)$)"), "yz"),
    (re.compile(r"(?<=..[bdlmnpv])our"), "or"),
    (re.compile(r"(?<=..[bt])re(?=s?$)"), "er"),
    (re.compile(r"(?<=el)l(?=(ed|er|ers|ing)$)"), ""),
    (re.compile(r"(?<=..en)ce(?=s?$)"), "se"),
    (re.compile(r"(?<=.gram)me(?=s?$)"), ""),
    (re.compile(r"(?<=log)ue(?=s?$)"), ""),
)
# Words, but far more often slips.
_SLIPS = frozenset({"solider", "soliders"})
_SHOUTED = frozenset({"us", "who", "it", "un"})
_ALPHABETS = ("LATIN", "GREEK", "CYRILLIC")
Words = Sequence[str]


def typographical(old: str, new: str, names: frozenset[str] = frozenset()) -> bool:
    """True where only white space, marks, case or the spelling of words changed.

    A word's spelling may change by two letters. Digits, currencies, question marks, words that came
    or went, and a word that became another word never change without changing what is said. `names`
    are further words, in lower case, none of which is a misspelling of another.
    """
    if old == new:
        return True
    if _SPEAKS.findall(old) != _SPEAKS.findall(new):
        return False
    return same_words(words_of(old), words_of(new), names)


def words_of(text: str) -> list[str]:
    """The words, numbers and signs of a text; thousands and per cent in one form."""
    plain = _PERCENT.sub(" percent", _THOUSANDS.sub("", cleaned(text)))
    return tokens(re.sub(r"\b([Cc])annot\b", r"\1an not", plain))


def same_words(before: Words, after: Words, names: frozenset[str] = frozenset()) -> bool:
    """Whether two texts, as `words_of` gives them, are the same but for spelling."""
    if len(before) == len(after):
        pairs = zip(before, after, strict=True)
        if all(_same_word(one, other, names) for one, other in pairs):
            return True
    return _spaced_otherwise(before, after)


def _spaced_otherwise(before: Words, after: Words) -> bool:
    """Whether only spaces differ, as in `cease fire`; `not able` and `notable` are no such pair."""
    one, other = list(map(_bare, before)), list(map(_bare, after))
    if one == other or "".join(one) != "".join(other):
        return False
    only_one = set(before) ^ set(after)
    digits = [re.findall(r"\d+", " ".join(each)) for each in (before, after)]
    return digits[0] == digits[1] and not only_one & {"no", "not", "a", "No", "Not", "A"}


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
        return one not in _SHOUTED or old.isupper() == new.isupper()
    if old.count("-") == new.count("-") > 0:
        parts = zip(old.split("-"), new.split("-"), strict=True)
        return all(_same_word(left, right, names) for left, right in parts)
    if not (_alphabetic(one) and _alphabetic(other)) or (old.isupper() and new.isupper()):
        return False
    if _in_one_form(one) == _in_one_form(other):
        return True
    return _misspelt(one, other, names)


def _misspelt(one: str, other: str, names: frozenset[str]) -> bool:
    """Whether one of two differing words can only be a misspelling of the other."""
    known = [_is_known(each) or each in names for each in (one, other)]
    if all(known) or _has_another_end(one, other):
        return False
    shorter = min(len(one), len(other))
    if any(known):
        limit = _MOST_LETTERS if shorter > _LONG else 1
    elif shorter < _LONG or (one[0], one[-1]) != (other[0], other[-1]):
        # Of words that we do not know, the ends carry most of the meaning.
        return False
    else:
        limit = _MOST_LETTERS if shorter >= _LONGER else 1
    return distance(one, other, limit) <= limit


def _has_another_end(one: str, other: str) -> bool:
    """`legal` and `illegal`, `agree` and `agreed`: the same word with more before or behind it."""
    short, long = sorted((one, other), key=len)
    more = len(long) - len(short)
    if long.endswith(short):
        return more != 1 or long[0] != short[0]
    doubled = more == 1 and long[-1] == short[-1]
    return long.startswith(short) and not doubled and long[len(short) :] in _ENDINGS


def _is_known(word: str) -> bool:
    if word in _SLIPS:
        return False
    known = _known_words()
    return word in known or any(stem in known for stem in _stems(word))


@cache
def _known_words() -> frozenset[str]:
    """Words in which another letter makes another word."""
    names = ("english_words.txt", "more_english_words.txt")
    return frozenset[str]().union(*(load_words(__package__, name) for name in names))


def _stems(word: str) -> list[str]:
    """What a regular form may come from: `plans`, `planned` and `planning` from `plan`."""
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
            # `commited` is no form of `commit`, for its last letter would stand twice.
            if re.search(r"[^aeiou][aeiou][^aeiou]$", stem):
                found.append(stem + "e")
                continue
            if stem[-1] == stem[-2]:
                found.append(stem[:-1])
        found += [stem + letters for letters in instead]
    return found


def _in_one_form(word: str) -> str:
    for pattern, instead in _VARIANTS:
        word = pattern.sub(instead, word)
    return word


def _alphabetic(word: str) -> bool:
    """Whether it is of letters of which one more or less can be a slip."""
    return word.isalpha() and all(
        unicodedata.name(letter, "").startswith(_ALPHABETS) for letter in word
    )


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
