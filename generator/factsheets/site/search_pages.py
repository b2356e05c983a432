"""Records as the small HTML pages that Pagefind indexes, each record once; no reader sees them.

They are made from the data and not from finished pages: a tenth of the work, and the same index
with every engine.
"""

from __future__ import annotations

import json
import re
import unicodedata
import zlib
from collections.abc import Iterator
from functools import cached_property, lru_cache
from html import escape
from typing import Any

from factsheets.content.types import ACTS, SOURCE_KINDS
from factsheets.site.translation import deferred
from factsheets.site.translation import gettext as _
from factsheets.site.views.acts import act_verb
from factsheets.site.views.addresses import actor_ref, record_ref
from factsheets.site.views.chain import LINK_NAMES
from factsheets.site.views.labels import source_kind_text
from factsheets.site.views.search import entries
from factsheets.site.views.search_entry import UNNAMED, Entry
from factsheets.site.views.site import Site

# `assets/words.js` makes the same words of a query; tests/search/test_words.py compares them in a
# browser.

# In numbers, for Pagefind drops a full stop: 3.5 must not be found by 35.
POINT = "p"
_SHORT = 40

# Marks that change no letter: accents, vowel points of Hebrew, vowel signs of Arabic; and signs of
# Thai, Lao, Burmese and Khmer, which Pagefind drops.
_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u17b4-\u17d3]+"
)
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
# A space or an apostrophe can group thousands as well; a number ends where a unit begins.
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

    In a run without spaces, each pair of neighbours is a word, and so is the last character: every
    part of the run can be found.
    """
    return _name(text) if len(text) < _SHORT else _whole(text)


def _whole(text: str) -> str:
    folded = fold(text)
    if folded.isascii():
        # The usual case: the same result in a third of the time.
        found = folded.translate(_SPACED).split()
        if "".join(found).isalpha() and not _INITIALS.search(folded):
            return " ".join(found)
    return " ".join(_cut(text))


_name = lru_cache(20_000)(_whole)  # The same names are in thousands of statements.


def _cut(text: str) -> Iterator[str]:
    for word in words(text):
        if _RUN.match(word):
            yield from (word[at : at + 2] for at in range(len(word)))
        else:
            yield word.replace(".", POINT)


def key(text: str) -> str:
    """A name as it is compared as a whole."""
    return " ".join(words(text))


# Numbers that are written out, from two on: "one" is hardly ever a number.
_UNITS = "two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_WRITTEN_OUT = re.compile(rf"\b(?:({_TENS})(?:[- ](one|{_UNITS}))?|({_UNITS}|{_TEENS}))\b")
_VALUES_OF_WORDS = {
    "": 0,
    **{word: at for at, word in enumerate(f"one|{_UNITS}|{_TEENS}".split("|"), 1)},
    **{word: at * 10 for at, word in enumerate(_TENS.split("|"), 2)},
}
# F-16, MH-17: found without the hyphen as well.
_DESIGNATION = re.compile(r"(?<![\w-])([a-z]{1,3})-([0-9]+)(?![\w-])")
_MONTHS = (
    "",
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


def other_spellings(text: str) -> Iterator[str]:
    """Numbers in digits that the text writes out, and designations in one word."""
    folded = fold(text)
    for parts in _WRITTEN_OUT.findall(folded):
        yield str(sum(_VALUES_OF_WORDS[part] for part in parts))
    yield from ("".join(found) for found in _DESIGNATION.findall(folded))


def day_words(day: str) -> Iterator[str]:
    """The words by which a date (2025-09-04, 2025-09, 2025) is found: see `assets/query.js`."""
    year, month, date = [*day.split("-"), "", ""][:3]
    if not year:
        return
    yield year
    if month:
        yield _MONTHS[int(month)]
        yield f"m{year}{month}"
    if date:
        yield f"d{year}{month}{date}"
        yield f"e{month}{date}"


NAMES_FILE = "search/names.bin"
FACETS_FILE = "search/facets.bin"
_NAME_WEIGHT = 8
_ID_WEIGHT = 2
_SPELLING_WEIGHT = 1
_DAY_WEIGHT = 0.5
_SUPERSEDED = 0.1
# Words that no query has, to find every record, those with names of their own, and superseded ones.
_EVERY, _NAMED, _LATE = "zqevery", "zqnamed", "zqlate"
_NAMED_KINDS = frozenset({"actor", "topic", "event"})
"""The records that people call by a name: all but articles and statements."""


class SearchPages:
    """What the search of a site is made from; its entries are made once, when they are needed."""

    def __init__(self, site: Site) -> None:
        self._site = site

    @cached_property
    def _entries(self) -> list[Entry]:
        return list(entries(self._site))

    @property
    def _by_path(self) -> list[Entry]:
        return sorted(self._entries, key=lambda entry: entry.path)

    def pages(self) -> Iterator[tuple[str, bytes]]:
        """The pages: `facts/macron-26-countries.html` for facts/macron-26-countries/.

        Each has a number, by which the facets refer to it. Pagefind sorts by path; numbers in that
        order need little room in what every search loads.
        """
        for number, entry in enumerate(self._by_path):
            yield f"{entry.path[:-1]}.html", _page(number, entry).encode("utf-8", "replace")

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The files that the search needs besides Pagefind's index.

        They are compressed, because many servers do not compress them.
        """
        yield NAMES_FILE, _compressed(_names(self._entries))
        yield FACETS_FILE, _compressed(_facets(self._site, self._by_path))


def _compressed(value: Any) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "replace"), 9)


def _names(found: list[Entry]) -> dict[str, Any]:
    """Actors, topics and events by all their names, for exact names and typing mistakes.

    A row is: id, letter of its kind, name, short name (empty where it is no other), other names.
    `count` is the number of all records; `superseded` whether a statement is.
    """
    rows = [
        [
            *(each.id, each.kind[0], each.title, each.short if each.short != each.title else ""),
            *each.others,
        ]
        for each in found
        if each.kind in _NAMED_KINDS
    ]
    return {"count": len(found), "superseded": any(map(_is_superseded, found)), "names": rows}


def _is_superseded(entry: Entry) -> bool:
    return entry.facets is not None and entry.facets.status == "superseded"


def _facets(site: Site, records: list[Entry]) -> dict[str, Any]:
    """The facets: the values of each statement, in the order of their numbers from `first`.

    `days` are those of all records: 20250904, with zeros for what is not known.
    """
    statements = [entry for entry in records if entry.facets]
    return {
        "first": next((at for at, entry in enumerate(records) if entry.facets), 0),
        "days": [int(entry.day.replace("-", "").ljust(8, "0")) for entry in records],
        "facets": [_facet(site, name, title, statements) for name, title in _titles().items()],
    }


def _titles() -> dict[str, str]:
    return {
        "speaker": _("Speaker"),
        "about": _("About"),
        "topic": _("Topic"),
        "publisher": _("Publisher"),
        "how": _("Form"),
        "act": _("Act"),
        "kind": _("Kind of source"),
        "weakest": _("Least certain step"),
        "year": _("Year"),
        "status": _("Status"),
    }


def _names_of_values(facet: str) -> dict[str, str]:
    """The names of values that are not ids of records."""
    found: dict[str, dict[str, str]] = {
        "speaker": {UNNAMED: _("Unnamed")},
        "how": {
            "quoted": _("Quoted"),
            "partly-quoted": _("Partly quoted"),
            "paraphrased": _("Paraphrased"),
            "publisher": _("Publisher’s words"),
        },
        "act": {act: act_verb(act) for act in ACTS},
        "kind": {kind: source_kind_text(kind) for kind in SOURCE_KINDS},
        "weakest": {link: deferred(name) for link, name in LINK_NAMES.items()},
        "year": {"unknown": _("No year")},
        "status": {"current": _("Current"), "superseded": _("Superseded")},
    }
    return found.get(facet, {})


def _facet(site: Site, name: str, title: str, statements: list[Entry]) -> dict[str, Any]:
    """A facet: ids and names of its values, and the places of those of each statement."""
    rows = [_values(entry, name) for entry in statements]
    ids = sorted({value for row in rows for value in row})
    place = {value: at for at, value in enumerate(ids)}
    return {
        "name": name,
        "title": title,
        "ids": ids,
        "names": [_name_of_value(site, name, value) for value in ids],
        "rows": [[place[value] for value in row] for row in rows],
    }


def _values(entry: Entry, name: str) -> tuple[str, ...]:
    value = entry.day[:4] or "unknown" if name == "year" else getattr(entry.facets, name)
    if isinstance(value, tuple):
        return value
    return (value,) if value else ()


def _name_of_value(site: Site, facet: str, value: str) -> str:
    if facet == "topic":
        return record_ref(site.dataset, "topic", value).name
    known = _names_of_values(facet).get(value)
    return known or actor_ref(site.dataset, value).name


def _page(number: int, entry: Entry) -> str:
    shown = {"title": entry.title, "headline": entry.headline, "line": entry.line}
    shown |= {"words": entry.teaser, "quote": entry.quote}
    # As the page is, unless they say otherwise.
    shown |= {"lang": entry.language.removeprefix("en"), "dir": entry.direction.removeprefix("ltr")}
    given = {name: text for name, text in shown.items() if text}
    names = ", ".join(f"{name}[data-{at}]" for at, name in enumerate(given))
    # Decomposed: Pagefind keeps letters with an accent as further forms of a word, which its search
    # for phrases takes for further words.
    held = "".join(
        f' data-{at}="{escape(unicodedata.normalize("NFD", text))}"'
        for at, text in enumerate(given.values())
    )
    texts = (f'<p data-pagefind-weight="{weight:.4g}">{text}</p>' for weight, text in _texts(entry))
    return "".join(
        (
            '<!doctype html><html lang="en"><body data-pagefind-body>',
            f'<i data-pagefind-meta="{names}"{held} data-pagefind-sort="number:{number}"></i>',
            *texts,
            "</body></html>",
        )
    )


def _texts(entry: Entry) -> Iterator[tuple[float, str]]:
    """The words with their weights, those of one weight together."""
    names = (*entry.keys, entry.short, *entry.others)
    given = [
        *((_NAME_WEIGHT, name) for name in names),
        *((_ID_WEIGHT, each) for each in (entry.id, *entry.former)),
        *entry.fields,
    ]
    spellings = {found: None for _, text in given for found in other_spellings(text)}
    given += [
        (_SPELLING_WEIGHT, " ".join(spellings)),
        (_DAY_WEIGHT, " ".join(day_words(entry.day))),
    ]
    texts: dict[float, dict[str, None]] = {}
    for weight, text in given:
        if words := plain(text):
            texts.setdefault(weight, {})[words] = None
    late = _is_superseded(entry)
    marks = (_EVERY, _NAMED if entry.kind in _NAMED_KINDS else "", _LATE * late)
    yield 0, " ".join(filter(None, marks))
    for weight, parts in texts.items():
        yield weight * (_SUPERSEDED if late else 1), " ".join(parts)
