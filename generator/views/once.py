"""What is computed of one record is made once, however many statements and pages ask for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from generator.dataset import Dataset

T = TypeVar("T")


def once(make: Callable[[Dataset, str], T]) -> Callable[[Dataset, str], T]:
    """`make` of a dataset and an id, remembered as long as the dataset lives.

    For what depends on nothing but the two; the same object is given to everybody.
    """

    @wraps(make)
    def made(dataset: Dataset, key: str) -> T:
        known = dataset.made.get(make)
        if known is None:
            known = dataset.made[make] = {}
        found: T | None = known.get(key)
        if found is None:
            found = known[key] = make(dataset, key)
        return found

    return made
