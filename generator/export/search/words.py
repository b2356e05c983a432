"""Text -> the terms by which it is found; `assets/finder.js` makes the same of a query.

Both must agree on every text: tests/search/test_words.py compares them in a browser.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

# Marks that change no letter: accents, vowel points of Hebrew, vowel signs of Arabic.
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]+")
_LETTERS = {
    "ß": "ss", "ς": "σ", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i",
    "þ": "th", "ħ": "h", "ŧ": "t", "ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي", "\u0640": "",
    "ם": "מ", "ן": "נ", "ך": "כ", "ף": "פ", "ץ": "צ",
    "’": "'", "‘": "'", "ʼ": "'", "׳": "'", "“": " ", "”": " ", "–": " ", "—": " ", "·": " ",
}  # fmt: skip
_DIGITS = {chr(zero + n): str(n) for zero in (0x660, 0x6F0, 0x966) for n in range(10)}
_FOLDED = str.maketrans(_LETTERS | _DIGITS)

# Scripts that leave no space between words.
_UNSPACED = (
    "\u3041-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\U00020000-\U0003ffff"
)
# Letters that Python does not count among them: vowel signs of Indian scripts.
_SIGNS = "\u0900-\u0963\u0970-\u0dff\u3099\u309a"
_NUMBER = r"[0-9]+(?:[.,][0-9]+)+"
_ACRONYM = r"(?:[a-z]\.){2,}[a-z]?"
_PLAIN = re.compile(rf"{_NUMBER}|{_ACRONYM}|[a-z0-9]+(?:'[a-z0-9]+)*")
_LETTER = rf"(?:(?![{_UNSPACED}])[^\W_]|[{_SIGNS}])"
_ANY = re.compile(rf"{_NUMBER}|{_ACRONYM}|[{_UNSPACED}]+|{_LETTER}+(?:'{_LETTER}+)*")
_RUN = re.compile(f"[{_UNSPACED}]+")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_DECIMAL = re.compile(r"([0-9]+)[.,]([0-9]+)")
_ENGLISH = re.compile("[a-z]{4,}")
_VOWEL = re.compile("[aeiouy]")

# Words that no search asks for; a phrase steps over them.
STOP = frozenset(
    (
        *("a", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "in", "is"),
        *("it", "its", "of", "on", "or", "that", "the", "this", "to", "was", "were", "with"),
    )
)
_IRREGULAR = {"women": "woman", "men": "man", "children": "child", "people": "person"}


def fold(text: str) -> str:
    """Lower case, without accents and points, one form for letters that people mix up."""
    if text.isascii():
        return text.lower()
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text).lower())
    return unicodedata.normalize("NFC", plain.translate(_FOLDED))


def words(text: str) -> Iterator[str]:
    """The words of a text, folded: runs of unspaced scripts whole, numbers in one writing."""
    folded = fold(text)
    for found in (_PLAIN if folded.isascii() else _ANY).findall(folded):
        if "'" in found:
            yield found.removesuffix("'s").replace("'", "")
        elif "." in found or "," in found:
            yield from _number(found)
        else:
            yield found


def _number(found: str) -> Iterator[str]:
    if not found[0].isdigit():
        yield found.replace(".", "")
    elif _THOUSANDS.fullmatch(found):
        yield found.replace(",", "")
    elif decimal := _DECIMAL.fullmatch(found):
        yield f"{decimal[1]}.{decimal[2]}"
    else:
        yield from re.split("[.,]", found)


def terms(text: str) -> Iterator[str | None]:
    """A term for each place of the text; None where a word stands that nobody searches for.

    Of a run without spaces each pair of neighbours is a term, and the last character alone: so
    every part of it is found.
    """
    for word in words(text):
        if _RUN.match(word):
            yield from (word[at : at + 2] for at in range(len(word)))
        else:
            yield None if word in STOP else stem(word)


def key(text: str) -> str:
    """A name as it is compared as a whole."""
    return " ".join(words(text))


@cache
def stem(word: str) -> str:
    """One form for singular and plural, and for the forms of English verbs."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.startswith("ال") and len(word) > 4:
        return word[2:]
    if not _ENGLISH.fullmatch(word):
        return word
    word = _singular(word)
    for end in ("ing", "ed"):
        rest = word.removesuffix(end)
        if rest != word and len(rest) > 3 and _VOWEL.search(rest):
            word = rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "lsz" else rest
            break
    if word.endswith("e") and len(word) > 4:
        word = word[:-1]
    if word.endswith("y") and len(word) > 3:
        word = word[:-1] + "i"
    return word


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-2] if len(word) > 4 else word[:-1]
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
