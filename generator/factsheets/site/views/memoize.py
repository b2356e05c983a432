"""What is computed of one record is made once, however many statements and pages ask for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar

T = TypeVar("T")


class Ground(Protocol):
    """What everything is computed from, a dataset or a site, with room for what was made of it."""

    @property
    def made(self) -> dict[object, dict[str, Any]]:
        """By what made it, then by id."""


G = TypeVar("G", bound=Ground)


def once(make: Callable[[G, str], T]) -> Callable[[G, str], T]:
    """`make` of a ground and an id, remembered as long as the ground lives.

    For what depends on nothing but the two; the same object is given to everybody.
    """

    @wraps(make)
    def made(ground: G, key: str) -> T:
        known = ground.made.get(make)
        if known is None:
            known = ground.made[make] = {}
        found: T | None = known.get(key)
        if found is None:
            found = known[key] = make(ground, key)
        return found

    return made
