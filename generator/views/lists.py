"""The lists of the whole site: each at its address, cut into pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.views.ground import Site
from generator.views.listings import (
    actor_rows,
    correction_lines,
    event_rows,
    figure_groups,
    source_rows,
    statement_rows,
    topic_rows,
    withdrawn,
)
from generator.views.paging import ROWS_A_PAGE, Page, paged
from generator.views.timeline import STRIP_WIDTH, occasions, strip


@dataclass(frozen=True, slots=True)
class List:
    """The pages of a list, and what stands on each of them beside its rows."""

    pages: tuple[Page[Any], ...]
    more: Mapping[str, Any] = field(default_factory=dict)


def _timeline(site: Site) -> List:
    """All occasions on which something was said, oldest first; drawn while they fit one page."""
    items = occasions(site.views(site.index.listed))
    drawn = strip(items) if len(items) <= ROWS_A_PAGE else ()
    return List(paged(items, ROWS_A_PAGE, "timeline/"), {"strip": drawn, "width": STRIP_WIDTH})


_LISTS: Mapping[str, Callable[[Site], List]] = {
    "topics/": lambda site: List(topic_rows(site)),
    "actors/": lambda site: List(actor_rows(site)),
    "sources/": lambda site: List(source_rows(site)),
    "events/": lambda site: List(event_rows(site)),
    "facts/": lambda site: List(statement_rows(site)),
    "figures/": lambda site: List(figure_groups(site)),
    "timeline/": _timeline,
    "corrections/": lambda site: List(correction_lines(site), {"withdrawn": withdrawn(site)}),
}


def title(base: str, number: int) -> str:
    """The title of a list's page: `Statements`, then `Statements, page 2`."""
    name = "Statements" if base == "facts/" else base[:-1].capitalize()
    return name if number == 1 else f"{name}, page {number}"


def lists(site: Site) -> Mapping[str, List]:
    """Every list of the site by the address of its first page, in a fixed order."""
    return {base: listed(site) for base, listed in _LISTS.items()}
