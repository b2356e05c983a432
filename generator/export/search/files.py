"""The index of the search as small files, of which a browser loads the few that it needs."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from generator.export.search.facets import facets
from generator.export.search.postings import LEVELS, Postings, postings
from generator.views import Site
from generator.views.search import KINDS, Entry, entries

FOLDER = "search/index/"
CARDS_A_FILE = 16
_NUMBERS_A_FILE = 16_000
_NAMED = ("actor", "topic", "event")


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Paths below the site's root, and contents.

    `now.json` names the folder of all others, which no cache needs to ask for again: its name
    follows from what is in it.
    """
    found = tuple(entries(site))
    numbers = {entry.id: at for at, entry in enumerate(found) if entry.kind == "actor"}
    made = postings(found, numbers)
    groups = tuple(_groups(made))
    parts = [
        ("names", _names(found)),
        ("facets", _packed(facets(site, found))),
        *((f"w{at}", _shares(made, group)) for at, group in enumerate(groups)),
        *((f"p{at}", _places(made, group)) for at, group in enumerate(groups)),
        *(
            (f"c{at // CARDS_A_FILE}", _cards(found[at : at + CARDS_A_FILE]))
            for at in range(0, len(found), CARDS_A_FILE)
        ),
    ]
    stamp = hashlib.sha256(b"".join(data for _, data in parts)).hexdigest()[:12]
    now = {
        "stamp": stamp,
        "entries": len(found),
        "ends": _ends(found),
        "cards": CARDS_A_FILE,
        "levels": LEVELS,
        "first": [group[0] for group in groups],
    }
    yield f"{FOLDER}now.json", json.dumps(now, ensure_ascii=False).encode()
    yield from ((f"{FOLDER}{stamp}/{name}.bin", data) for name, data in parts)


def _packed(value: Any) -> bytes:
    """Compressed by us, for many servers compress nothing."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode(), 9)


def _ends(found: tuple[Entry, ...]) -> list[int]:
    """Where each kind of entry ends, and at last where the current statements end."""
    kinds = [entry.kind for entry in found]
    ends = []
    at = 0
    for kind in KINDS:
        at += kinds.count(kind)
        ends.append(at)
    late = sum(1 for entry in found if entry.facets and entry.facets.status == "superseded")
    return [*ends, at - late]


def _groups(made: Postings) -> Iterator[list[str]]:
    """Neighbouring terms, so many that their file is worth a request, in JavaScript's order."""
    group: list[str] = []
    size = 0
    for term in sorted(made.found, key=lambda term: term.encode("utf-16-be")):
        group.append(term)
        size += len(made.found[term]) + 4
        if size > _NUMBERS_A_FILE:
            yield group
            group, size = [], 0
    if group:
        yield group


def _shares(made: Postings, group: list[str]) -> bytes:
    return _packed({"terms": group, "found": [list(_gaps(made.found[term])) for term in group]})


def _gaps(numbers: Iterable[int]) -> Iterator[int]:
    """Each entry as the distance from the one before; its share stays as it is."""
    before = 0
    for number in numbers:
        entry, share = divmod(number, LEVELS)
        yield (entry - before) * LEVELS + share
        before = entry


def _places(made: Postings, group: list[str]) -> bytes:
    return _packed([list(made.places.get(term, ())) for term in group])


def _cards(found: tuple[Entry, ...]) -> bytes:
    return _packed(
        [
            [each.path, each.title, each.line, each.teaser, each.language, each.direction]
            for each in found
        ]
    )


def _names(found: tuple[Entry, ...]) -> bytes:
    """Of actors, topics and events: id, name, short name, other names; for typing mistakes."""
    return _packed(
        [
            [each.id, each.title, each.short if each.short != each.title else "", *each.others]
            for each in found
            if each.kind in _NAMED
        ]
    )
