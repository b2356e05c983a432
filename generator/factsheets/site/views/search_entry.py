"""An entry of the search: the words, the display and the facets of one record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factsheets.content.dates import Moment
from factsheets.content.records import Actor, Topic
from factsheets.content.types import NOT_STATED
from factsheets.site.views.addresses import Ref

UNNAMED = "_unnamed"
"""The value of the facet `speaker` for unnamed speakers; no actor can have this id."""


@dataclass(frozen=True, slots=True)
class Facets:
    """The values by which readers filter statements: ids of records, and states."""

    speaker: tuple[str, ...]
    about: tuple[str, ...]
    topic: tuple[str, ...]
    publisher: tuple[str, ...]
    how: str
    act: str
    kind: tuple[str, ...]
    weakest: str
    status: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One record in the search.

    `keys` are its exact names, `others` further names and spellings, `former` its former ids, by
    which it is found as well. `fields` are further texts, each with the weight of its words. `day`
    is its date as far as it is known (2025-09-04, 2025-09). Results show `title`, `line` and
    `teaser`; a `headline` replaces the title and a `quote` the teaser, both in quotation marks.
    `language` and `direction` are the quotation's.
    """

    kind: str
    id: str
    path: str
    title: str
    line: str
    keys: tuple[str, ...]
    fields: tuple[tuple[float, str], ...]
    short: str = ""
    others: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    headline: str = ""
    teaser: str = ""
    quote: str = ""
    language: str = ""
    direction: str = ""
    day: str = ""
    facets: Facets | None = None


def weighted(*parts: tuple[float, Iterable[str | None]]) -> tuple[tuple[float, str], ...]:
    """The texts that are not empty, each with its weight."""
    return tuple((weight, text) for weight, texts in parts for text in texts if text)


def names(ref: Ref) -> tuple[str, ...]:
    """The name, and the short one if it differs."""
    return (ref.name,) if ref.short == ref.name else (ref.name, ref.short)


def stated(*values: str | None) -> Iterator[str]:
    """The values that name something."""
    return (each for each in values if each and each != NOT_STATED)


def spellings(record: Actor | Topic) -> tuple[str, ...]:
    """Its other names."""
    return tuple(name.text for name in record.other_names)


def one_line(*parts: str | None) -> str:
    """Short texts in one line; empty ones are left out."""
    return " · ".join(part for part in parts if part)


def day_of(moment: Moment | None) -> str:
    """The date as far as it is known: its day, month or year."""
    return moment.iso if moment and moment.year else ""
