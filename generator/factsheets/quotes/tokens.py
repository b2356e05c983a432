"""Tokens: the words, numbers and signs by which a quotation and an article are compared.

Two texts that differ only in quotation marks, kinds of apostrophe or dash, spaces, soft hyphens,
ligatures or punctuation have the same tokens. Every other difference, including case and signs,
changes the tokens. Offsets count characters of the cleaned text.

There are two versions of the rules, one for each form of captures. `FORM_1` ignores most signs. The
functions of this module follow form 2.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from factsheets.datafiles import load_toml

# Zero-width, bidi and variation characters are invisible, and get lost when text is copied.
_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e01ff]"
)
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ESCAPED_MARK = re.compile("\\\\(?=[\"'\u201c\u201d])")

_SIGNS = load_toml(__package__, "signs.toml")
_APOSTROPHES: str = _SIGNS["apostrophes"]
_DASHES: str = _SIGNS["dashes"]
_UNSPACED: tuple[tuple[int, int], ...] = tuple(map(tuple, _SIGNS["unspaced"].values()))
_CLASS_OF_CATEGORY = {"Nd": "d", "Mn": "m", "Mc": "m", "Me": "m", "Nl": "w", "No": "w"}

_WORD = r"[wdm]+(?:(?:['j-]|(?<=d)\.(?=d))[wdm]+)*"
_TOKEN_OF_FORM_1 = rf"{_WORD}|bm*|s|-(?=d)"
_TOKEN_OF_FORM_2 = rf"\+*(?=w){_WORD}(?:(?<=[wm])\++)?|{_WORD}(?:(?<=[wm])\++)?|bm*|s|\+|-(?=d)"
_CACHED_WORDS = 1 << 15  # cached, because texts repeat their words: 5 times as fast


def _by_character(groups: Mapping[str, str]) -> dict[str, str]:
    """Maps each character of a group to the group's key."""
    return {character: key for key, characters in groups.items() for character in characters}


class _Classes(dict[int, str]):
    """Maps a code point to its class, one letter, for `str.translate`.

    w letter or number, d digit, m combining mark, b base of an unspaced script, s sign, + a sign
    that attaches to a letter, j a sign that joins the letters on both sides (and/or). The
    characters ' - . stand for their variants, and a space for everything that separates tokens.
    """

    def __init__(self, listed: Mapping[str, str], sign_categories: str) -> None:
        super().__init__()
        self._listed = listed
        self._sign_categories = sign_categories

    def __missing__(self, code: int) -> str:
        self[code] = self._listed.get(chr(code)) or self._by_category(code)
        return self[code]

    def _by_category(self, code: int) -> str:
        category = unicodedata.category(chr(code))
        if category in self._sign_categories:
            return "s"
        found = "w" if category[0] == "L" else _CLASS_OF_CATEGORY.get(category, " ")
        unspaced = any(low <= code <= high for low, high in _UNSPACED)
        return "b" if found == "w" and unspaced else found


class Form:
    """One version of the rules by which a text becomes tokens."""

    def __init__(
        self,
        clean: Callable[[str], str],
        classes: _Classes,
        token: str,
        variants: Mapping[str, str],
    ) -> None:
        self.cleaned = clean
        self._classes = classes
        self._token = re.compile(token)
        one_form = {**variants, **_by_character({"'": _APOSTROPHES, "-": _DASHES})}
        self._variants = str.maketrans(one_form)
        self._tokens_of_chunk = lru_cache(_CACHED_WORDS)(self._split)

    def classes(self, clean: str) -> str:
        """The class of each character of a cleaned text, one letter each (see `_Classes`)."""
        return clean.translate(self._classes)

    def offsets(self, clean: str) -> list[tuple[int, int]]:
        """Start and end of each token of a cleaned text."""
        return [match.span() for match in self._token.finditer(self.classes(clean))]

    def words(self, clean: str) -> list[str]:
        """The tokens of a cleaned text, with typographic variants of a sign unified."""
        return list(chain.from_iterable(map(self._tokens_of_chunk, clean.split())))

    def tokens(self, text: str) -> list[str]:
        """The tokens of any text."""
        return self.words(self.cleaned(text))

    def _split(self, chunk: str) -> tuple[str, ...]:
        """The tokens of a stretch without spaces."""
        folded = chunk.translate(self._variants)
        return tuple(folded[start:end] for start, end in self.offsets(folded))


def _clean_1(text: str) -> str:
    """The text in NFC without invisible characters."""
    return unicodedata.normalize("NFC", _HIDDEN.sub("", text))


def _clean_2(text: str) -> str:
    """Same as `_clean_1`, without ligatures, HTML entities and backslashes before marks."""
    text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    text = _ESCAPED_MARK.sub("", text)
    return _clean_1(_LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text))


_LISTED = _by_character({"'": _APOSTROPHES, "-": "-" + _DASHES, **_SIGNS["classes"]})
_LISTED_IN_FORM_2 = _LISTED | _by_character(_SIGNS["classes_of_form_2"])

FORM_1 = Form(_clean_1, _Classes(_LISTED, "Sc"), _TOKEN_OF_FORM_1, {})
FORM_2 = Form(
    _clean_2,
    _Classes(_LISTED_IN_FORM_2, "Sm Sc Sk So"),
    _TOKEN_OF_FORM_2,
    _by_character(_SIGNS["variants"]),
)
FORMS = {1: FORM_1, 2: FORM_2}
cleaned, classes, offsets = FORM_2.cleaned, FORM_2.classes, FORM_2.offsets
words, tokens = FORM_2.words, FORM_2.tokens


def starts(words: Sequence[str], run: Sequence[str]) -> list[int]:
    """The positions at which a run of words begins among others; none for an empty run."""
    last = len(words) - len(run) + 1 if run else 0
    return [at for at in range(last) if words[at : at + len(run)] == run]
