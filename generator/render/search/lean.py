"""Records as the small HTML pages that Pagefind indexes, each record once; nobody else sees them.

They are made from the data and not from finished pages: a tenth of the work, and the same index
whichever engine builds the site.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Container, Iterator
from html import escape

from generator.render.search.words import plain
from generator.views import Site
from generator.views.search import Entry, entries, named

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
