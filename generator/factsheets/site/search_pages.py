"""Records as the small HTML pages that Pagefind indexes, each record once; nobody else sees them.

They are made from the data and not from finished pages: a tenth of the work, and the same index
whichever engine builds the site.
"""

from __future__ import annotations

import json
import re
import unicodedata
import zlib
from collections.abc import Container, Iterator
from functools import lru_cache
from html import escape

from factsheets.site.views.search import entries, named
from factsheets.site.views.search_entry import Entry
from factsheets.site.views.site import Site

# Text -> the words by which it is found; `assets/words.js` makes the same of a query.
#
# Both must agree on every text: tests/search/test_words.py compares them in a browser.

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


NAMES_FILE = "search/names.bin"
# Pagefind keeps a weight as a whole number of its 24th parts, and 10 is the highest. Those from 8
# on say of a word that it belongs to a name (or, from 9 on, to an id) of so many words; so the page
# /search/ knows whose whole name a query is. `assets/places.js` reads them.
_PART = 1 / 24
_OF_A_NAME = 192
_OF_AN_ID = 216
_MOST_WORDS = 23


def lean_pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """The pages: `facts/macron-26-countries.html` for what stands at facts/macron-26-countries/."""
    for entry in entries(site):
        yield f"{entry.path[:-1]}.html", _page(entry).encode("utf-8", "replace")


def names_file(site: Site) -> Iterator[tuple[str, bytes]]:
    """The list of actors, topics and events by all their names, for typing mistakes.

    A row is: id, letter of its kind, name, short name (empty where it is no other), other names.
    """
    rows = [
        [
            *(each.id, each.kind[0], each.title, each.short if each.short != each.title else ""),
            *each.others,
        ]
        for each in named(site)
    ]
    late = any(view.status == "superseded" for view in site.statements.values())
    text = json.dumps(
        {"superseded": late, "names": rows}, ensure_ascii=False, separators=(",", ":")
    )
    # Compressed by us, for many servers compress nothing.
    yield NAMES_FILE, zlib.compress(text.encode("utf-8", "replace"), 9)


def _page(entry: Entry) -> str:
    shown = {"title": entry.title, "headline": entry.headline, "line": entry.line}
    shown |= {"words": entry.teaser, "quote": entry.quote}
    # As the page is, unless they say otherwise.
    shown |= {"lang": entry.language.removeprefix("en"), "dir": entry.direction.removeprefix("ltr")}
    texts = (f'<p data-pagefind-weight="{weight:.4g}">{text}</p>' for weight, text in _texts(entry))
    return "".join(
        (
            '<!doctype html><html lang="en"><body data-pagefind-body><i',
            _given("meta", "a", [(name, escape(text)) for name, text in shown.items() if text]),
            _given("filter", "b", list(_filters(entry))),
            "></i>",
            *texts,
            "</body></html>",
        )
    )


def _given(what: str, letter: str, values: list[tuple[str, str]]) -> str:
    """Escaped values as Pagefind takes them from attributes, where any text comes out as itself."""
    names = ", ".join(f"{name}[data-{letter}{at}]" for at, (name, _) in enumerate(values))
    held = "".join(f' data-{letter}{at}="{text}"' for at, (_, text) in enumerate(values))
    return f' data-pagefind-{what}="{names}"{held}'


def _texts(entry: Entry) -> Iterator[tuple[float, str]]:
    """The words with their weights: names first, then texts, those of one weight together."""
    names = _meant(_OF_A_NAME, (*entry.keys, entry.short, *entry.others))
    yield from (names | _meant(_OF_AN_ID, (entry.id, *entry.former), names)).values()
    texts: dict[float, dict[str, None]] = {}
    for weight, text in entry.fields:
        texts.setdefault(weight, {})[plain(text)] = None
    yield from ((weight, " ".join(words)) for weight, words in texts.items())


def _meant(
    kind: int, names: tuple[str, ...], known: Container[str] = ()
) -> dict[str, tuple[float, str]]:
    found = {}
    for words in map(plain, names):
        if words and words not in known:
            # A little more, for Pagefind cuts off what is behind the point.
            parts = kind + min(words.count(" ") + 1, _MOST_WORDS) + 0.2
            found[words] = (parts * _PART, words)
    return found


def _filters(entry: Entry) -> Iterator[tuple[str, str]]:
    """Dates, ids and states, none of which has anything to escape."""
    # As a filter and not as Pagefind's sort: that would stand in what every search loads first.
    yield "day", entry.day.replace("-", "").ljust(8, "0")  # Zeros for what is not known.
    facets = entry.facets
    if facets is None:
        return
    yield "how", facets.how
    yield "weakest", facets.weakest
    if facets.speaker:
        yield "speaker", facets.speaker
    if facets.status != "current":
        yield "status", facets.status
    several = {"about": facets.about, "topic": facets.topic, "publisher": facets.publisher}
    yield from ((name, value) for name, values in several.items() for value in values)


# What the search reads: a small page for each record, and the list of names.

__all__ = ["NAMES_FILE", "lean_pages", "names_file"]
