"""A flat table: its columns with meaning, and its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from factsheets.site.views.site import Site

Cell = str | int | float | bool | None
"""None and empty text both say that there is nothing; text is the quicker one for SQLite."""
Cells = tuple[Cell, ...]
Piece = list[Cells]
"""Many rows of a table, so that no table is held whole."""

# Ids hold no space and no semicolon. Texts may hold anything: several in a cell are for reading,
# and programs find them apart in the lists and in the database.
IDS, TEXTS = "; ", " | "


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `kind` is string, integer, number, boolean or date; `refers` names a table."""

    name: str
    kind: str
    what: str
    refers: str = ""
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One thing a row; `key` are the columns that tell rows apart."""

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Callable[[Site], Iterator[Cells]]


def text(name: str, what: str) -> Column:
    """Text that may be empty."""
    return Column(name, "string", what)


def needed(name: str, what: str, refers: str = "") -> Column:
    """Text that is never empty; `refers` names the table that it leads to."""
    return Column(name, "string", what, refers, needed=True)


def ref(name: str, what: str, refers: str) -> Column:
    """The id of a row of another table, or empty."""
    return Column(name, "string", what, refers)
