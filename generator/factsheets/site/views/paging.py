"""Long lists as pages: what is folded away is lost to print and to readers without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

CARDS_A_PAGE = 150
ROWS_A_PAGE = 500
STATEMENTS_IN_A_PART = 400
"""Of the data that the page /check/ loads: about 350 KB of usual length."""


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list: `number` counts from 1, `base` is the address of the first."""

    items: Sequence[T]
    number: int
    last: int
    base: str

    @property
    def path(self) -> str:
        """Its address below the site's root: `topics/x/`, then `topics/x/page/2/`."""
        return address(self.base, self.number)

    @property
    def numbers(self) -> tuple[tuple[int, str], ...]:
        """Every page's number and address, for the line that leads to them."""
        return tuple((number, address(self.base, number)) for number in range(1, self.last + 1))


def address(base: str, number: int) -> str:
    """The address of a page of a list."""
    return base if number == 1 else f"{base}page/{number}/"


def is_further(path: str) -> bool:
    """Whether an address is that of a further page of a list, if there is one."""
    return re.fullmatch(r".+/page/(?:[2-9]|[1-9]\d+)/", path, re.ASCII) is not None


def paged(items: Sequence[T], size: int, base: str) -> tuple[Page[T], ...]:
    """The list cut into pages; an empty list is one empty page."""
    last = max(1, -(-len(items) // size))
    return tuple(
        Page(items[(number - 1) * size : number * size], number, last, base)
        for number in range(1, last + 1)
    )
