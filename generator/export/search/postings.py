"""Entries -> for each term, in which of them it stands, how much it counts there, and where."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.export.search.words import key, terms
from generator.views.search import Entry

LEVELS = 32
"""How finely a word's share in an entry is told: 1 to 31."""

_SATURATION = 4.0
_USUAL_LENGTH = 40
_GAP = 8  # Between two fields, so that no phrase reaches from one into the next.
_OF_A_KEY = 31
_OF_A_DAY = 8
_OF_AN_ACTOR = 10

# What begins a term that is no word: a whole name or id, a date, an actor by its number.
KEY, DAY, ACTOR = "=", "~", "@"


@dataclass(frozen=True, slots=True)
class Postings:
    """By term: numbers `entry * LEVELS + share`, ascending; and for words also their places.

    Places follow the same order of entries: the number of places, then each.
    """

    found: Mapping[str, array[int]]
    places: Mapping[str, array[int]]


@dataclass(slots=True)
class _Making:
    found: dict[str, array[int]] = field(default_factory=dict)
    places: dict[str, array[int]] = field(default_factory=dict)

    def put(self, term: str, number: int, share: int) -> None:
        known = self.found.get(term)
        if known is None:
            known = self.found[term] = array("I")
        known.append(number * LEVELS + share)

    def put_places(self, term: str, where: Sequence[int]) -> None:
        known = self.places.get(term)
        if known is None:
            known = self.places[term] = array("I")
        known.append(len(where))
        known.extend(where)


def postings(entries: Iterable[Entry], numbers: Mapping[str, int]) -> Postings:
    """The whole index; `numbers` gives each actor's number among the entries."""
    making = _Making()
    for number, entry in enumerate(entries):
        _words(making, number, entry)
        names = (entry.id, entry.short, *entry.keys, *entry.others)
        for name in dict.fromkeys(key(name) for name in names if name):
            making.put(KEY + name, number, _OF_A_KEY)
        for day in entry.days:
            making.put(DAY + day, number, _OF_A_DAY)
        for actor in entry.actors:
            if actor in numbers:
                making.put(f"{ACTOR}{numbers[actor]}", number, _OF_AN_ACTOR)
    return Postings(making.found, making.places)


def _words(making: _Making, number: int, entry: Entry) -> None:
    weights: dict[str, float] = {}
    places: dict[str, list[int]] = {}
    at = 0
    for weight, text in entry.fields:
        for term in terms(text):
            at += 1
            if term is None:
                continue
            if term in weights:
                weights[term] += weight
                places[term].append(at)
            else:
                weights[term] = weight
                places[term] = [at]
        at += _GAP
    # As in BM25, a word counts less the more often it stands already, and in long texts.
    length = 0.75 + 0.25 * min(sum(map(len, places.values())) / _USUAL_LENGTH, 4)
    for term, weight in weights.items():
        making.put(term, number, max(1, round(31 * weight / (weight + _SATURATION * length))))
        making.put_places(term, places[term])
