"""Text -> tokens: the words, numbers and signs by which quotation and article are compared.

Two texts that differ only in quotation marks, kinds of apostrophe or dash, spaces, soft hyphens,
ligatures or punctuation have the same tokens. Every other difference, case and signs included,
makes other tokens. Offsets count characters of the *cleaned* text.

These are the rules of form 2 of captures. `FORM_1` has those of form 1, in which few signs counted.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from itertools import chain

from factsheets.datafiles import load_toml

# Zero-width, bidi and variation characters: no reader sees them, and copying loses them.
_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e01ff]"
)
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ESCAPED_MARK = re.compile("\\\\(?=[\"'\u201c\u201d])")


def _by_character(kinds: dict[str, str]) -> dict[str, str]:
    """Each character of a kind -> the kind."""
    return {character: kind for kind, characters in kinds.items() for character in characters}


_SIGNS = load_toml(__package__, "signs.toml")
_APOSTROPHES: str = _SIGNS["apostrophes"]
_DASHES: str = _SIGNS["dashes"]
_KNOWN = _by_character({"'": _APOSTROPHES, "-": "-" + _DASHES, **_SIGNS["classes"]})
_KNOWN_2 = _KNOWN | _by_character(_SIGNS["classes_of_form_2"])
_VARIANTS = _by_character(_SIGNS["variants"])
_UNSPACED: tuple[tuple[int, int], ...] = tuple(map(tuple, _SIGNS["unspaced"].values()))


class _Shapes(dict[int, str]):
    """Code point -> its class, found once, when it is first met.

    w letter or number, d digit, m mark, b base of an unspaced script, s sign, + a sign that joins a
    letter beside it, j one that joins those at both sides (and/or), and ' - . stand for their
    kinds; a space stands for all that separates.
    """

    def __init__(self, known: dict[str, str], symbols: str) -> None:
        """`symbols` are the categories of Unicode that are signs."""
        super().__init__()
        self._known = known
        self._symbols = symbols

    def __missing__(self, code: int) -> str:
        shape = self._known.get(chr(code)) or self._by_category(code)
        self[code] = shape
        return shape

    def _by_category(self, code: int) -> str:
        category = unicodedata.category(chr(code))
        if category in self._symbols:
            return "s"
        shape = "w" if category[0] == "L" else _BY_CATEGORY.get(category, " ")
        unspaced = shape == "w" and any(low <= code <= high for low, high in _UNSPACED)
        return "b" if unspaced else shape


_BY_CATEGORY = {"Nd": "d", "Mn": "m", "Mc": "m", "Me": "m", "Nl": "w", "No": "w"}
_WORD = r"[wdm]+(?:(?:['j-]|(?<=d)\.(?=d))[wdm]+)*"
_REMEMBERED = 1 << 15


class _Chunks(dict[str, tuple[str, ...]]):
    """A stretch without spaces -> its tokens. A language repeats its words: most are known."""

    def __init__(self, form: Form, variants: dict[str, str]) -> None:
        super().__init__()
        self._form = form
        self._variants = {
            **variants,
            **dict.fromkeys(_APOSTROPHES, "'"),
            **dict.fromkeys(_DASHES, "-"),
        }
        self._variant = re.compile(f"[{''.join(self._variants)}]")

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        folded = self._variant.sub(lambda match: self._variants[match[0]], chunk)
        found = tuple(folded[start:end] for start, end in self._form.offsets(folded))
        if len(self) >= _REMEMBERED:
            self.clear()
        self[chunk] = found
        return found


class Form:
    """One version of the rules by which a text becomes tokens."""

    def __init__(
        self,
        shapes: _Shapes,
        token: str,
        variants: dict[str, str],
        cleaned: Callable[[str], str],
    ) -> None:
        self.cleaned = cleaned
        self._shapes = shapes
        self._token = re.compile(token)
        self._chunks = _Chunks(self, variants)

    def shapes(self, clean: str) -> str:
        """The class of each character of a cleaned text, one letter each (see `_Shapes`)."""
        return clean.translate(self._shapes)

    def offsets(self, clean: str) -> list[tuple[int, int]]:
        """Start and end of each token of a cleaned text."""
        return [match.span() for match in self._token.finditer(self.shapes(clean))]

    def words(self, clean: str) -> list[str]:
        """The tokens of a cleaned text, variants of a sign in their one form."""
        return list(chain.from_iterable(map(self._chunks.__getitem__, clean.split())))

    def tokens(self, text: str) -> list[str]:
        """The tokens of any text."""
        return self.words(self.cleaned(text))


def _cleaned_1(text: str) -> str:
    """The text in NFC without invisible characters."""
    return text if text.isascii() else unicodedata.normalize("NFC", _HIDDEN.sub("", text))


def _cleaned_2(text: str) -> str:
    """The same, with ligatures and HTML's entities resolved, and no backslash before a mark."""
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    if "\\" in text:
        text = _ESCAPED_MARK.sub("", text)
    return _cleaned_1(_LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text))


FORM_1 = Form(_Shapes(_KNOWN, "Sc"), rf"{_WORD}|bm*|s|-(?=d)", {}, _cleaned_1)
FORM_2 = Form(
    _Shapes(_KNOWN_2, "Sm Sc Sk So"),
    rf"\+*(?=w){_WORD}(?:(?<=[wm])\++)?|{_WORD}(?:(?<=[wm])\++)?|bm*|s|\+|-(?=d)",
    _VARIANTS,
    _cleaned_2,
)
FORMS = {1: FORM_1, 2: FORM_2}
cleaned, shapes, offsets = FORM_2.cleaned, FORM_2.shapes, FORM_2.offsets
words, tokens = FORM_2.words, FORM_2.tokens
