"""Long work shows how far it is to whoever watches; the work itself prints nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Watch(Protocol):
    """Gives the items on, about `count` of them, and sees each as it is asked for."""

    def __call__(self, name: str, items: Iterable[T], count: int, /) -> Iterable[T]:
        """`name` is what the items are: `files`, `quotations`."""


def unwatched(name: str, items: Iterable[T], count: int, /) -> Iterable[T]:
    """Nobody watches."""
    del name, count
    return items
