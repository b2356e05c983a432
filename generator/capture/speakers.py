"""Actors -> the hashes of the names by which articles call them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from generator.capture.make import name_hash
from generator.schema import Actor


def names_of(actor: Actor) -> frozenset[str]:
    """The hashes of each name of an actor: any word of it, and any two in their order.

    A title before the name counts as a part of it: "Mayor Ray".
    """
    names = [actor.name, actor.short_name or "", *(other.text for other in actor.other_names)]
    titles = [word for role in actor.roles for word in role.title.split()]
    whole = [*names, *(f"{title} {name}" for title in titles for name in names)]
    return frozenset(name_hash(part) for name in whole for part in _parts(name))


def _parts(name: str) -> Iterator[str]:
    words = [word.strip(".,'’") for word in name.casefold().split()]
    kept = [word for word in words if word][:8]
    yield from kept
    yield from (" ".join(pair) for pair in combinations(kept, 2))
