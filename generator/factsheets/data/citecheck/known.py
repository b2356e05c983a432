"""What the comparison knows of each statement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factsheets.site.views.addresses import actor_ref
from factsheets.site.views.site import Site
from factsheets.site.views.statement import StatementView


@dataclass(frozen=True, slots=True)
class Known:
    """A statement; `names` are its speaker's (the publisher's where that speaks itself).

    `beside` are names that may stand where speakers stand: who reported it, the speaker's offices.
    """

    id: str
    heading: str
    statement: str
    condition: str
    detail: str
    quotes: tuple[str, ...]
    who: str
    names: tuple[str, ...]
    beside: tuple[str, ...]
    dates: str
    comparator: str
    figures: tuple[str, ...]
    unit: str


def known(site: Site) -> Iterator[Known]:
    """Every current statement, in the order of ids."""
    for view in compared(site):
        yield known_of(site, view)


def compared(site: Site) -> Iterator[StatementView]:
    """The statements that are compared with, in the order of ids."""
    return (view for view in site.statements.values() if view.status == "current")


def known_of(site: Site, view: StatementView) -> Known:
    """What is known of one statement."""
    raw = view.figure.raw if view.figure and view.figure.given else None
    values = (raw.value, raw.min, raw.max) if raw else ()
    reports = view.evidence
    reporters = [name for each in reports for name in (each.publisher.name, each.publisher.short)]
    published = " ".join([each.published for each in reports])
    event = view.event.name if view.event else ""
    return Known(
        id=view.id,
        heading=f"{view.heading} ({view.contested})" if view.contested else view.heading,
        statement=view.statement,
        condition=view.condition or "",
        detail=view.detail or "",
        quotes=tuple([quote for each in reports for quote in each.quoted]),
        who=view.who.name,
        names=_all_names(site, view.who.id),
        beside=tuple(dict.fromkeys((*reporters, *_offices(site, view.who.id)))),
        dates=f"{view.said_text} {published} {event}",
        comparator=raw.comparator if raw else "",
        figures=tuple([each for each in values if each is not None]),
        unit=(raw.unit or "") if raw else "",
    )


def _all_names(site: Site, actor_id: str) -> tuple[str, ...]:
    """All names of a speaker, the one that pages show first."""
    ref = actor_ref(site.dataset, actor_id)
    other = (name.text for name in site.dataset.actors[actor_id].other_names)
    return tuple(dict.fromkeys((ref.name, ref.short, *other)))


def _offices(site: Site, actor_id: str) -> tuple[str, ...]:
    return tuple(role.title for role in site.dataset.actors[actor_id].roles)
