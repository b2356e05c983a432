"""Text -> tokens: the words, numbers and signs by which quotation and article are compared.

Rules 1 and 2 of captures. Two texts that differ only in quotation marks, kinds of apostrophe or
dash, spaces, soft hyphens or punctuation have the same tokens; every other difference, case
included, makes other tokens. Offsets count characters of the *cleaned* text.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import chain

# Zero-width, bidi and variation characters: no reader sees them, and copying loses them.
_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e01ff]"
)
_APOSTROPHES = "'\u2018\u2019\u201b\u02bb\u02bc\u2032\u00b4\u05f3\uff07"
_DASHES = (
    "".join(map(chr, (*range(0x2010, 0x2016), 0x2212, 0x058A, 0x05BE, 0x2E3A, 0x2E3B)))
    + "\u301c\u3030\ufe58\ufe63\uff0d"
)
_BETWEEN_DIGITS = ".,:\u066b\u066c"
_SIGNS = "%\u2030\u066a\uff05"
# Scripts written without spaces: each base character is a token of its own.
_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x3005, 0x3007),
    (0x3040, 0x30FF),  # Kana
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),  # Han
    (0x4E00, 0x9FFF),
    (0xA9E0, 0xA9FF),
    (0xAA60, 0xAA7F),
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9F),
    (0x1AFF0, 0x1B16F),
    (0x20000, 0x3FFFF),
)


class _Shapes(dict[int, str]):
    """Code point -> its class, found once, when it is first met.

    w letter or number, d digit, m mark, b base of an unspaced script, s sign, and ' - . stand
    for their kinds; a space stands for all that separates.
    """

    def __missing__(self, code: int) -> str:
        shape = _KNOWN.get(chr(code)) or _by_category(code)
        self[code] = shape
        return shape


_KNOWN = {
    **dict.fromkeys(_APOSTROPHES, "'"),
    **dict.fromkeys("-" + _DASHES, "-"),
    **dict.fromkeys(_BETWEEN_DIGITS, "."),
    **dict.fromkeys(_SIGNS, "s"),
}
_BY_CATEGORY = {"Nd": "d", "Sc": "s", "Mn": "m", "Mc": "m", "Me": "m", "Nl": "w", "No": "w"}


def _by_category(code: int) -> str:
    category = unicodedata.category(chr(code))
    shape = "w" if category[0] == "L" else _BY_CATEGORY.get(category, " ")
    unspaced = shape == "w" and any(low <= code <= high for low, high in _UNSPACED)
    return "b" if unspaced else shape


_SHAPES = _Shapes()
_TOKEN = re.compile(r"[wdm]+(?:(?:['-]|(?<=d)\.(?=d))[wdm]+)*|bm*|s|-(?=d)")
_OTHER_FORM = re.compile(f"[{_APOSTROPHES[1:]}{_DASHES}]")


def cleaned(text: str) -> str:
    """The text in NFC without invisible characters."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _HIDDEN.sub("", text))


def shapes(text: str) -> str:
    """The class of each character of a cleaned text, one letter each (see `_Shapes`)."""
    return text.translate(_SHAPES)


def offsets(clean: str) -> list[tuple[int, int]]:
    """Start and end of each token of a cleaned text."""
    return [match.span() for match in _TOKEN.finditer(shapes(clean))]


def words(clean: str) -> list[str]:
    """The tokens of a cleaned text, apostrophes and dashes in their one form."""
    if clean.isascii():
        raw = clean.encode()
        if not raw.translate(None, _PLAIN):
            return raw.translate(_APART).decode().split()
    return list(chain.from_iterable(map(_CHUNKS.__getitem__, clean.split())))


# In ASCII without digits, apostrophes, hyphens and signs, the tokens are the runs of letters: what
# joins the digits of a number parts everything else.
_PLAIN = bytes(code for code in range(128) if _SHAPES[code] in "w. ")
_APART = bytes(code if code < 128 and _SHAPES[code] == "w" else ord(" ") for code in range(256))


class _Chunks(dict[str, tuple[str, ...]]):
    """A stretch without spaces -> its tokens. A language repeats its words: most are known."""

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        folded = _OTHER_FORM.sub(_one_form, chunk)
        found = tuple(folded[start:end] for start, end in offsets(folded))
        if len(self) >= _REMEMBERED:
            self.clear()
        self[chunk] = found
        return found


_CHUNKS = _Chunks()
_REMEMBERED = 1 << 15


def _one_form(match: re.Match[str]) -> str:
    return "'" if match[0] in _APOSTROPHES else "-"


def tokens(text: str) -> list[str]:
    """The tokens of any text."""
    return words(cleaned(text))


def paragraphs(text: str) -> list[str]:
    """The cleaned non-blank lines: the article's paragraphs, numbered from 1 elsewhere."""
    return [line for line in cleaned(text).splitlines() if line.strip()]
