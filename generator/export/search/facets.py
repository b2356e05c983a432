"""By what statements can be chosen: for each facet its values, and which of them each one has."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.views import Site
from generator.views.chain import NAMES
from generator.views.evidence import FORM_TEXT
from generator.views.search import UNKNOWN_YEAR, Entry, Facets


@dataclass(frozen=True, slots=True)
class _Facet:
    """Its name in addresses, its title, and the values of a statement; `names` of its values."""

    name: str
    title: str
    values: Callable[[Facets], Sequence[str | None]]
    names: Callable[[Site], Mapping[str, str]]


def _actors(site: Site) -> Mapping[str, str]:
    return {key: actor.name for key, actor in site.dataset.actors.items()}


def _topics(site: Site) -> Mapping[str, str]:
    return {key: topic.name for key, topic in site.dataset.topics.items()}


_FACETS = (
    _Facet("speaker", "Speaker", lambda of: (of.speaker,), _actors),
    _Facet("about", "About", lambda of: of.about, _actors),
    _Facet("topic", "Topic", lambda of: of.topic, _topics),
    _Facet("publisher", "Publisher", lambda of: of.publisher, _actors),
    _Facet("how", "How it is reported", lambda of: (of.how,), lambda _: FORM_TEXT),
    _Facet("weakest", "Weakest link", lambda of: (of.weakest,), lambda _: NAMES),
    _Facet("year", "Year", lambda of: (of.year,), lambda _: {UNKNOWN_YEAR: "Not stated"}),
    _Facet(
        "status",
        "Status",
        lambda of: (of.status,),
        lambda _: {"current": "Current", "superseded": "Superseded"},
    ),
)


def facets(site: Site, found: Sequence[Entry]) -> dict[str, Any]:
    """Each facet with its values, and every entry's day as 20250904 (zeros: not known).

    `rows` has the number of its value for each statement in order, a list where there are several
    or none.
    """
    statements = [entry.facets for entry in found if entry.facets]
    return {
        "facets": [_column(facet, facet.names(site), statements) for facet in _FACETS],
        "days": [_day(entry) for entry in found],
    }


def _column(facet: _Facet, names: Mapping[str, str], statements: list[Facets]) -> dict[str, Any]:
    rows = [[value for value in facet.values(each) if value] for each in statements]
    ids = sorted({value for row in rows for value in row})
    numbers = {value: at for at, value in enumerate(ids)}
    return {
        "name": facet.name,
        "title": facet.title,
        "ids": ids,
        "names": [names.get(value, value) for value in ids],
        "rows": [_short([numbers[value] for value in row]) for row in rows],
    }


def _short(numbers: list[int]) -> int | list[int]:
    """One value stands alone: most do."""
    return numbers[0] if len(numbers) == 1 else numbers


def _day(entry: Entry) -> int:
    known = entry.days[0].split("-") if entry.days else []
    year, month, day = (int(part) for part in [*known, "0", "0", "0"][:3])
    return year * 10_000 + month * 100 + day
