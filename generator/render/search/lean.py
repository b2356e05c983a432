"""Records as the small HTML pages that Pagefind indexes, each record once; nobody else sees them.

They are made from the data and not from finished pages: a tenth of the work, and the same index
whichever engine builds the site.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from html import escape

from generator.render.search.words import ACTOR, DAY, RECORD, key, mark, plain
from generator.views import Site
from generator.views.search import Entry, entries

NAMES_FILE = "search/names.bin"
_NAMED = ("actor", "topic", "event")
_SUPERSEDED = 0.1  # Of a word's weight: such statements stand last.
_OF_AN_ID = 3
_OF_A_DAY = 2


def lean_pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """The pages: `facts/macron-26-countries.html` for what stands at facts/macron-26-countries/."""
    for entry in entries(site):
        yield f"{entry.path[:-1]}.html", _page(entry).encode("utf-8", "replace")


def names_file(site: Site) -> Iterator[tuple[str, bytes]]:
    """The list of actors, topics and events by all their names, for typing mistakes.

    A row is: id, letter of its kind, name, short name (empty where it is no other), other names.
    """
    found = tuple(entries(site))
    rows = [
        [
            *(each.id, each.kind[0], each.title, each.short if each.short != each.title else ""),
            *each.others,
        ]
        for each in found
        if each.kind in _NAMED
    ]
    late = any(each.facets and each.facets.status == "superseded" for each in found)
    text = json.dumps(
        {"superseded": late, "names": rows}, ensure_ascii=False, separators=(",", ":")
    )
    # Compressed by us, for many servers compress nothing.
    yield NAMES_FILE, zlib.compress(text.encode("utf-8", "replace"), 9)


def _page(entry: Entry) -> str:
    shown = {"title": entry.title, "line": entry.line, "words": entry.teaser}
    # As the page is, unless they say otherwise.
    shown |= {"lang": entry.language.removeprefix("en"), "dir": entry.direction.removeprefix("ltr")}
    return "".join(
        (
            '<!doctype html><html lang="en"><body data-pagefind-body>',
            _given("meta", {name: text for name, text in shown.items() if text}),
            *(_given("filter", {name: value}) for name, value in _filters(entry)),
            *(_weighted(weight, text) for weight, text in _texts(entry)),
            "</body></html>",
        )
    )


def _given(what: str, values: dict[str, str]) -> str:
    """Values as Pagefind takes them from attributes, so that any text comes out as itself."""
    names = ", ".join(f"{name}[data-{name}]" for name in values)
    held = "".join(f' data-{name}="{escape(value)}"' for name, value in values.items())
    return f'<i data-pagefind-{what}="{names}"{held}></i>'


def _weighted(weight: float, text: str) -> str:
    return f'<p data-pagefind-weight="{weight:g}">{escape(text)}</p>' if text else ""


def _texts(entry: Entry) -> Iterator[tuple[float, str]]:
    late = entry.facets is not None and entry.facets.status == "superseded"
    part = _SUPERSEDED if late else 1
    for weight, text in entry.fields:
        yield part * weight, plain(text)
    yield part * _OF_AN_ID, plain(entry.id)
    # Ids and names as a whole, by which a record is meant and no other.
    meant = (key(name).replace(" ", "-") for name in (entry.id, entry.short, *entry.keys))
    whole = " ".join(dict.fromkeys(mark(RECORD, name) for name in meant if name))
    yield part * _OF_AN_ID, whole
    own = (entry.id,) if entry.kind == "actor" else ()
    yield part * _OF_A_DAY, " ".join(mark(ACTOR, actor) for actor in (*own, *entry.actors))
    # A date's beginning is found by itself: all of September by 202509.
    yield part * _OF_A_DAY, " ".join(DAY + day.replace("-", "") for day in entry.days)


def _filters(entry: Entry) -> Iterator[tuple[str, str]]:
    # As a filter and not as Pagefind's sort: that would stand in what every search loads first.
    yield "day", _day(entry)
    facets = entry.facets
    if facets is None:
        return
    single = {"how": facets.how, "weakest": facets.weakest, "year": facets.year}
    yield from {**single, "status": facets.status, "speaker": facets.speaker or ""}.items()
    several = {"about": facets.about, "topic": facets.topic, "publisher": facets.publisher}
    yield from ((name, value) for name, values in several.items() for value in values)


def _day(entry: Entry) -> str:
    """20250904, with zeros for what is not known."""
    return (entry.days[0].replace("-", "") if entry.days else "").ljust(8, "0")
