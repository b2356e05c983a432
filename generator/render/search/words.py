"""Text -> the words by which it is found; `assets/words.js` makes the same of a query.

Both must agree on every text: tests/search/test_words.py compares them in a browser.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# In numbers, for Pagefind drops a full stop: 3.5 must not be found by 35.
POINT = "p"
_SHORT = 40

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
# Thousands stand apart by a space or an apostrophe as well; a number ends where a unit begins.
_NUMBER = r"(?<![0-9])[0-9]{1,3}(?:[ '][0-9]{3})+(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)*"
_ACRONYM = r"(?:[a-z]\.){2,}[a-z]?"
_PLAIN = re.compile(rf"{_NUMBER}|{_ACRONYM}|[a-z][a-z0-9]*(?:'[a-z0-9]+)*")
_LETTER = rf"(?:(?![{_UNSPACED}])[^\W_]|[{_SIGNS}])"
_ANY = re.compile(rf"{_NUMBER}|{_ACRONYM}|[{_UNSPACED}]+|{_LETTER}+(?:'{_LETTER}+)*")
_INITIALS = re.compile(r"\.[a-z]\.")
_SPACED = {code: " " for code in range(128) if not chr(code).isalnum() and chr(code) != "'"}
_RUN = re.compile(f"[{_UNSPACED}]+")
_GROUPS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,3}(?:\.[0-9]{3}){2,}")
_DECIMAL = re.compile(r"([0-9]+)[.,]([0-9]+)")


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
        if found[0] in "0123456789":
            yield from _number(found)
        elif "'" in found:
            yield found.removesuffix("'s").replace("'", "")
        else:
            yield found.replace(".", "")


def _number(found: str) -> Iterator[str]:
    plain = found.replace(" ", "").replace("'", "")
    if _GROUPS.fullmatch(plain):
        plain = plain.replace(",", "") if "," in plain else plain.replace(".", "")
    if plain.isdigit():
        yield plain
    elif decimal := _DECIMAL.fullmatch(plain):
        # 2.50 is 2.5; but 1.500 may be thousands.
        rest = decimal[2] if len(decimal[2]) == 3 else decimal[2].rstrip("0")
        yield f"{decimal[1]}.{rest}" if rest else decimal[1]
    else:
        yield from re.split("[.,]", plain)


def plain(text: str) -> str:
    """The text as Pagefind is to read it: words with a space between them, and nothing else.

    Of a run without spaces each pair of neighbours is a word, and the last character alone: so
    every part of it is found.
    """
    return _name(text) if len(text) < _SHORT else _whole(text)


def _whole(text: str) -> str:
    folded = fold(text)
    if folded.isascii():
        # Most texts have nothing that is odd: the same, in a third of the time.
        found = folded.translate(_SPACED).split()
        if "".join(found).isalpha() and not _INITIALS.search(folded):
            return " ".join(found)
    return " ".join(_cut(text))


_name = lru_cache(20_000)(_whole)  # The same names stand in thousands of statements.


def _cut(text: str) -> Iterator[str]:
    for word in words(text):
        if _RUN.match(word):
            yield from (word[at : at + 2] for at in range(len(word)))
        else:
            yield word.replace(".", POINT)


def key(text: str) -> str:
    """A name as it is compared as a whole."""
    return " ".join(words(text))
